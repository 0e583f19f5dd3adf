"""Filling a workspace with the made-up world: its files imported, its links taken."""

import json
import tempfile
from datetime import date
from pathlib import Path

from dashboard import sample
from dashboard.questions import ask
from dashboard.warehouse.decide import decide
from dashboard.warehouse.intake import import_files
from dashboard.warehouse.lease import Workspace
from dashboard.warehouse.limits import own_key
from dashboard.warehouse.source_file import SourceFile


def fill_with_sample(space: Workspace, time_zone: str | None = None) -> None:
    """Import the sample's files, the earlier LinkedIn export first, and take every suggested link. It ends today."""
    with tempfile.TemporaryDirectory(prefix="horizons-") as folder:
        files = sample.write_sample(Path(folder), today=date.today())
        earlier = sorted((Path(folder) / "earlier").iterdir())
        own = [[SourceFile(path, path.name) for path in batch] for batch in (earlier, files)]
        import_files(space, own[0], time_zone=time_zone)
        import_files(space, [*own[1], *shared_lists(space, Path(folder))], time_zone=time_zone)
    link_all(space)


def shared_lists(space: Workspace, folder: Path) -> list[SourceFile]:
    """The lists in the sample's folder that contacts shared, with whose they are."""
    told = json.loads((folder / "expected.json").read_text(encoding="utf-8"))["shared"]
    with space.reading() as con:
        return [
            SourceFile(folder / "shared" / name, name, owner=own_key(con, found["shared_by"]))
            for name, found in told.items()
        ]


def link_all(space: Workspace) -> int:
    """Take every suggested link that is not decided yet; returns how many."""
    with space.reading() as con:
        links = ask(con, "suggested_links")
    waiting = links[links["verdict"].isna()]
    decide(
        space,
        "person_link",
        [
            {"identity_key": listed, "other_key": addressed, "verdict": "same"}
            for listed, addressed in zip(waiting["listed_key"], waiting["addressed_key"], strict=True)
        ],
    )
    return len(waiting)
