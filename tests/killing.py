"""A process that dies at a named step of writing to a workspace, as if the power had gone.

No step is known to the program itself: the process that is to die puts the killing in the places between them.
"""

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from itertools import count
from pathlib import Path
from typing import Any

STEPS = ("staged", "recorded", "half rebuilt", "before commit", "after commit")
LABEL = {"scope": "company", "scope_key": "siemens", "industry": "EDU"}


def die_at(step: str, action: str, folder: Path, paths: Sequence[Path] = ()) -> int:
    """Run the action ("import", "undo" of import 1, "decide") in another process; its exit code, -9 where it was killed."""
    # Started from a fresh process, not from this one, whose threads would be lost to it; with the engine loaded once.
    apart = multiprocessing.get_context("forkserver")
    apart.set_forkserver_preload(["killing", "dashboard.warehouse"])
    process = apart.Process(target=_run, args=(step, action, folder, [str(path) for path in paths]))
    process.start()
    process.join(120)
    assert process.exitcode is not None
    return process.exitcode


def _run(step: str, action: str, folder: Path, paths: Sequence[str]) -> None:
    warehouse = import_module("dashboard.warehouse")
    space = warehouse.Workspace(folder)
    with space.reading():
        _wait_at(step)
        if action == "import":
            sources = [warehouse.SourceFile(Path(path), Path(path).name) for path in paths]
            warehouse.import_files(space, sources, own_keys=[])
        elif action == "undo":
            warehouse.undo_import(space, 1)
        else:
            warehouse.decide(space, "industry_label", [LABEL])


def _wait_at(step: str) -> None:
    intake, rebuilding = import_module("dashboard.warehouse.intake"), import_module("dashboard.warehouse.rebuild")
    if step == "staged":
        intake.load_part = _die
    elif step == "recorded":
        intake.rebuild = import_module("dashboard.warehouse.decide").rebuild_after = _die
    elif step == "half rebuilt":
        rebuilding._is_stale = _third(rebuilding._is_stale)
    else:
        space = import_module("dashboard.warehouse").Workspace
        space.writing = _around(space.writing, step)


def _die(*_: Any, **__: Any) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _third(is_stale: Callable[..., bool]) -> Callable[..., bool]:
    """Two tables of the model are derived anew, then no more."""
    found = count(1)

    def asked(*args: Any) -> bool:
        stale = is_stale(*args)
        if stale and next(found) == 3:
            _die()
        return stale

    return asked


def _around(writing: Callable[..., Any], step: str) -> Callable[..., Any]:
    @contextmanager
    def watched(*args: Any, **kwargs: Any) -> Iterator[Any]:
        with writing(*args, **kwargs) as cursor:
            yield cursor
            if step == "before commit":
                _die()
        _die()

    return watched
