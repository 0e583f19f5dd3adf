"""The files and the workspace the benchmarks share: made once, kept in a folder under the system's temp dir."""

import shutil
import tempfile
from pathlib import Path

from dashboard.sample import write_sample
from dashboard.warehouse import SourceFile, Workspace, import_files, link_all

CONTACTS = 50_000
MESSAGES = 1_000_000
CACHE = Path(tempfile.gettempdir()) / "horizons-benchmarks"
WORKSPACE = CACHE / "workspace"


def csv_files() -> tuple[Path, Path]:
    """Connections.csv with 50,000 and messages.csv with 1,000,000 rows of a made-up person; written if missing."""
    folder = CACHE / f"export-{CONTACTS}-{MESSAGES}"
    if not folder.exists():
        scratch = folder.with_suffix(".partial")
        shutil.rmtree(scratch, ignore_errors=True)
        print(f"writing {CONTACTS:,} connections and {MESSAGES:,} messages into {folder}", flush=True)
        write_sample(scratch, contacts=CONTACTS, messages=MESSAGES, events=50, zipped=False)
        scratch.rename(folder)
    (connections,) = folder.glob("*/Connections.csv")
    return connections, connections.with_name("messages.csv")


def sources() -> list[SourceFile]:
    """The two files as the import takes them."""
    return [SourceFile(path, path.name) for path in csv_files()]


def workspace() -> Workspace:
    """A workspace of those two files with every suggested link taken; built anew at each call."""
    space = Workspace(WORKSPACE)
    shutil.rmtree(space.folder, ignore_errors=True)
    import_files(space, sources())
    link_all(space)
    return space
