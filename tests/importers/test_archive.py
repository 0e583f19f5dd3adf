"""LinkedIn's zip: unpacked as it comes, and nothing hostile gets beyond a refusal."""

import io
import stat
import struct
import zipfile
from pathlib import Path

import openpyxl
import pytest
from workspaces import take

from dashboard.errors import FileRefused
from dashboard.importers import archive, tabular
from dashboard.warehouse import Workspace

SHARED = Path(__file__).parents[3] / "shared" / "data"
CONNECTIONS = b"First Name,Last Name,Company,Position,Connected On\nDana,Fox,Acme,CFO,05 Mar 2024\n"


def zipped(files: dict[str, bytes], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", how) as made:
        for name, content in files.items():
            made.writestr(name, content)
    return data.getvalue()


def file_of(folder: Path, content: bytes) -> Path:
    path = folder / "export.zip"
    path.write_bytes(content)
    return path


def refusal(folder: Path, content: bytes) -> str:
    path = file_of(folder, content)
    scratch = folder / "scratch"
    scratch.mkdir()
    with pytest.raises(FileRefused) as caught:
        for member in archive.members(path, "export.zip"):
            archive.extract(path, member, scratch)
    assert caught.value.hint
    assert list(scratch.iterdir()) == []
    assert {p.name for p in folder.iterdir()} == {"export.zip", "scratch"}
    return str(caught.value)


def test_members_and_their_content(tmp_path: Path) -> None:
    path = file_of(
        tmp_path,
        zipped(
            {
                "\ufeffExport/Connections.csv": CONNECTIONS,
                "Export/Ünï cödé.CSV": b"x",
                "__MACOSX/Export/._Connections.csv": b"junk",
                "Export/.DS_Store": b"junk",
                "Export/empty/": b"",
                "README": b"hi",
            }
        ),
    )
    found = list(archive.members(path, "export.zip"))
    assert [(m.name, m.size) for m in found] == [
        ("Connections.csv", len(CONNECTIONS)),
        ("Ünï cödé.CSV", 1),
        ("README", 2),
    ]
    assert found[0].path_inside == "\ufeffExport/Connections.csv"
    out = [archive.extract(path, member, tmp_path) for member in found]
    assert out[0].read_bytes() == CONNECTIONS
    assert [p.suffix for p in out] == [".csv", ".csv", ""]
    assert all(p.parent == tmp_path and "onnections" not in p.name for p in out)
    assert archive.extract(path, found[0], tmp_path) != out[0]


def _link() -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as made:
        info = zipfile.ZipInfo("Connections.csv")
        info.create_system = 3
        info.external_attr = (stat.S_IFLNK | 0o777) << 16
        made.writestr(info, "/etc/passwd")
    return data.getvalue()


def _twice() -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as made, pytest.warns(UserWarning, match="Duplicate name"):
        made.writestr("Connections.csv", b"a")
        made.writestr("Connections.csv", b"b")
    return data.getvalue()


def _encrypted() -> bytes:
    plain = bytearray(zipped({"Connections.csv": CONNECTIONS}))
    central = plain.index(b"PK\x01\x02")
    plain[6] |= 1
    plain[central + 8] |= 1
    return bytes(plain)


def _declaring(content: bytes, size: int) -> bytes:
    """A zip whose one member says that it unpacks to ``size`` bytes."""
    data = bytearray(zipped({"Connections.csv": content}))
    for start, offset in ((data.index(b"PK\x03\x04"), 22), (data.index(b"PK\x01\x02"), 24)):
        data[start + offset : start + offset + 4] = struct.pack("<I", size)
    return bytes(data)


WHOLE = zipped({"Connections.csv": CONNECTIONS * 50, "messages.csv": CONNECTIONS})


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (zipped({"/etc/passwd": b"x"}), "would be written elsewhere"),
        (zipped({"../up.csv": b"x"}), "would be written elsewhere"),
        (zipped({"a/../../up.csv": b"x"}), "would be written elsewhere"),
        (zipped({"..\\up.csv": b"x"}), "would be written elsewhere"),
        (zipped({"C:\\up.csv": b"x"}), "would be written elsewhere"),
        (_link(), "a link in place of a file"),
        (_twice(), 'two files named "Connections.csv"'),
        (_encrypted(), "protected with a password: unpack it first"),
        (zipped({"ok.csv": b"x", "inner.zip": WHOLE}), 'another archive inside: "inner.zip"'),
        (zipped({"ok.csv": b"x", "inner.7Z": b"x"}), "another archive inside"),
        (zipped({}), "is an empty archive"),
        (zipped({"__MACOSX/x": b"x"}), "is an empty archive"),
        (WHOLE[: len(WHOLE) // 2], "is damaged or was not downloaded to its end"),
        (WHOLE[:60] + bytes(20) + WHOLE[80:], '"Connections.csv" in export.zip is damaged'),
        (WHOLE[:-40], "is damaged"),
        (b"not a zip at all", "is damaged"),
        (b"", "is damaged"),
        (_declaring(CONNECTIONS, 20), "is damaged"),
        (_declaring(CONNECTIONS, 5000), "is damaged"),
        (_declaring(CONNECTIONS, 0xFFFFFFF0), "unpacks to"),
    ],
)
def test_refusals(tmp_path: Path, content: bytes, words: str) -> None:
    assert words in refusal(tmp_path, content)


def test_too_many_or_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_MEMBERS", 3)
    assert "holds 4 files; at most 3" in refusal(tmp_path, zipped({f"{i}.csv": b"x" for i in range(4)}))
    monkeypatch.setattr(archive, "MOST_BYTES", 1000)
    path = file_of(tmp_path, zipped({"a.csv": bytes(600), "b.csv": bytes(600)}, zipfile.ZIP_STORED))
    with pytest.raises(FileRefused, match="at most 4 GB"):
        list(archive.members(path, "export.zip"))


def test_member_that_unpacks_to_hundreds_of_times_its_size(tmp_path: Path) -> None:
    assert "times its size" in refusal(tmp_path, zipped({"bomb.csv": bytes(110 * 1024**2)}))


def test_changed_between_looking_and_unpacking(tmp_path: Path) -> None:
    path = file_of(tmp_path, zipped({"Connections.csv": b"x" * 10}))
    (member,) = archive.members(path, "export.zip")
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    for content, words in ((b"x" * 11, "is larger than"), (b"x" * 9, "is shorter than")):
        file_of(tmp_path, zipped({"Connections.csv": content}))
        with pytest.raises(FileRefused, match=words):
            archive.extract(path, member, scratch)
    file_of(tmp_path, zipped({"other.csv": b"x"}))
    with pytest.raises(FileRefused, match="is not in the archive"):
        archive.extract(path, member, scratch)
    assert list(scratch.iterdir()) == []


def test_no_file(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match="is not there"):
        list(archive.members(tmp_path / "gone.zip", "gone.zip"))


@pytest.mark.skipif(not SHARED.exists(), reason="no shared sample files")
def test_a_whole_linkedin_export(tmp_path: Path) -> None:
    path = next((SHARED / "linkedin" / "shuffled").glob("*.zip"))
    rows = {}
    for member in archive.members(path, path.name):
        try:
            (sheet,) = tabular.read_sheets(archive.extract(path, member, tmp_path), member.name, tmp_path)
        except FileRefused:
            continue
        rows[member.name] = sheet.path.read_bytes().count(b"\n")
    assert {"Connections.csv", "messages.csv", "Invitations.csv"} <= set(rows)
    assert (rows["Connections.csv"], rows["Invitations.csv"]) == (3761, 1596)


@pytest.mark.parametrize("name", ["people.tsv", "people.csv", "people.xlsm", "people.xlsx"])
def test_every_kind_of_table_in_a_zip_is_read_as_it_is_alone(tmp_path: Path, name: str) -> None:
    """Old workbooks (.xls) and those of LibreOffice (.ods) go the way of .xlsx."""
    held, book = io.BytesIO(), openpyxl.Workbook()
    assert book.active is not None
    for row in (("Name", "E-mail"), ("Ada Fox", "ada@fox.com")):
        book.active.append(row)
    book.save(held)
    text = b"Name\tE-mail\nAda Fox\tada@fox.com\n"
    path = file_of(tmp_path, zipped({name: text if name[-2:] == "sv" else held.getvalue(), "notes.txt": b"x"}))
    report = take(Workspace(tmp_path / "w"), path)
    assert [(file.file, file.new) for file in report.files] == [(f"export.zip/{name}", 1)]
    assert report.not_used == ["export.zip/notes.txt"]
