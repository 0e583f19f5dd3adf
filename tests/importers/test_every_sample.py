"""Every file that other projects gave us, by name: it is read as the kind written here, or refused in the words written here.

Those of LinkedIn, mail and vCards are in tests of their own, with what is in them.
"""

from datetime import datetime
from pathlib import Path

import pytest

from dashboard.errors import FileRefused
from dashboard.records import Context
from dashboard.warehouse.source import open_source
from dashboard.warehouse.source_file import SourceFile

FOLDER = Path(__file__).parents[3] / "shared" / "data"
FOLDERS = ("contacts", "crm", "ics", "malformed", "networks")

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the samples are not part of this repository")


def expected() -> dict[str, str]:
    lines = Path(__file__).with_name("samples_expected.tsv").read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t") for line in lines if not line.startswith("#"))


def outcome(path: Path, context: Context) -> str:
    """The kind of the first table or calendar in a file, why none of its rows can be read, or the whole refusal."""
    try:
        piece = open_source(SourceFile(path, path.name), context).pieces[0]
    except FileRefused as refused:
        assert path.name in refused.message
        assert refused.hint
        return refused.message
    rows = list(piece.parsed.rows) if piece.parsed else []
    refusals = [row.refusal.reason for row in rows if row.refusal]
    return refusals[0] if rows and len(refusals) == len(rows) else str(piece.module.KIND)


def test_no_file_is_in_no_list() -> None:
    """Every folder is gone through by one test; what is no import is named here, with why."""
    no_import = {
        "INDEX.md": "says what the folder holds",
        "linkedin/README.md": "says what the folder holds",
        "worked_examples.json": "numbers with what must come of them: tests/queries/test_worked_examples.py",
        "industries": "tables this project made and took over: tests/industries",
    }
    walked = ("linkedin", "mail", "vcard", *FOLDERS)
    found = {str(path.relative_to(FOLDER)) for path in FOLDER.rglob("*") if path.is_file()}
    assert {name for name in found if name.split("/")[0] not in (*walked, *no_import)} == set()
    assert all((FOLDER / name).exists() for name in (*walked, *no_import) if "README" not in name)


def test_every_sample_is_read_or_refused_as_written_here(tmp_path: Path) -> None:
    context = Context("UTC", datetime(2026, 1, 1), tmp_path)
    found = {str(p.relative_to(FOLDER)): p for folder in FOLDERS for p in (FOLDER / folder).rglob("*") if p.is_file()}
    listed = expected()
    assert found.keys() == listed.keys()
    said = {name: outcome(path, context) for name, path in sorted(found.items())}
    assert {name: words for name, words in said.items() if listed[name] not in words} == {}
