"""vCards of every version, through the whole engine."""

import base64
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from workspaces import Rows, file, rows, take, take_one, zipped

from dashboard.errors import FileRefused
from dashboard.importers import vcard
from dashboard.warehouse import SourceFile, Workspace, import_files

FOLDER = Path(__file__).parents[3] / "shared" / "data" / "vcard"
# Files that cannot be imported, each with the words of its refusal.
REFUSED = {
    "evolution/libebook/vcard/7.vcf": "BEGIN:VCARD stands nowhere",  # it begins in the middle of a card
    "evolution/libebook/vcard/9.vcf": "END:VCARD is missing",  # cut off in the middle of its only card
}


@pytest.fixture
def space(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "workspace")


def card(*lines: str, version: str = "3.0") -> list[str]:
    return ["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD"]


def people(space: Workspace) -> Rows:
    return rows(
        space,
        "select line, full_name, email, phone, company, position, profile_url from records.person order by line",
    )


def test_apple(space: Workspace, tmp_path: Path) -> None:
    """Grouped lines, a folded photo, a trailing semicolon, the year 1604 for a birthday without one."""
    photo = base64.b64encode(bytes(range(256)) * 4).decode()
    folded = ["PHOTO;ENCODING=b;TYPE=JPEG:" + photo[:60], *(" " + photo[i : i + 74] for i in range(60, len(photo), 74))]
    first = card(
        "N:Brown;Emmett;Lathrop;Dr.;", "FN:Dr. Emmett Brown", "ORG:BTTF Industries;",
        "item1.EMAIL;type=INTERNET;type=WORK;type=pref:doc@bttf.com", "item1.X-ABLabel:_$!<Work>!$_",
        "EMAIL;type=INTERNET;type=HOME:emmett@home.org", "TEL;type=WORK:+1 1", "TEL;type=CELL;type=VOICE:+1 2",
        "item2.URL;type=pref:http://bttf.com", "X-SOCIALPROFILE;type=linkedin:https://www.linkedin.com/in/doc-brown",
        "BDAY;X-APPLE-OMIT-YEAR=1604:1604-01-22", *folded,
    )  # fmt: skip
    report = take_one(space, file(tmp_path, "all.vcf", *first, *card("FN:Jennifer Parker"), end="\r\n"))
    assert (report.kind, report.rows_read, report.new, report.refused) == ("vcard", 2, 2, 0)
    assert people(space)[0][1:] == (
        "Emmett Brown", "doc@bttf.com", "+1 2", "BTTF Industries", None, "in/doc-brown"
    )  # fmt: skip
    assert people(space)[1][1] == "Jennifer Parker"
    assert rows(space, "select line, email from records.other_address") == [(1, "emmett@home.org")]


def test_version_21_in_quoted_printable(space: Workspace, tmp_path: Path) -> None:
    """Soft line breaks, a charset that is not UTF-8, and a last "=" that must not swallow the end of the card."""
    first = card(
        "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=4D=C3=BC=6C=6C=65=",
        "=72;=4A=C3=B6=72=67;;;",
        "TEL;CELL;VOICE:0171 1", "TEL;WORK;FAX:030 2", "EMAIL;PREF;INTERNET:joerg@x.de",
        "TITLE;QUOTED-PRINTABLE:Gesch=E4ftsf=FChrer", "ADR;HOME;ENCODING=QUOTED-PRINTABLE:;;Weg 1;Ulm=",
        version="2.1",
    )  # fmt: skip
    second = card("N;CHARSET=windows-1251;ENCODING=QUOTED-PRINTABLE:=C8=E2=E0=ED=EE=E2;=C8=E2=E0=ED", version="2.1")
    assert take_one(space, file(tmp_path, "phone.vcf", *first, *second, end="\r\n")).new == 2
    assert [row[1:6] for row in people(space)] == [
        ("Jörg Müller", "joerg@x.de", "0171 1", None, "Geschäftsführer"),
        ("Иван Иванов", None, None, None, None),
    ]


def test_letters_in_the_charset_that_the_card_names(space: Workspace, tmp_path: Path) -> None:
    """Bytes as they are, base64; and a charset that is wrong, for what is UTF-8 all the same."""
    path = tmp_path / "phone.vcf"
    path.write_bytes("\r\n".join([
        *card("N;CHARSET=windows-1251:Иванов;Иван", version="2.1"),
        *card("N;CHARSET=ISO-8859-1:Müller;Jörg", version="2.1"),
    ]).encode("cp1251", "xmlcharrefreplace").replace(b"&#252;", b"\xfc").replace(b"&#246;", b"\xf6") + "\r\n".join([
        "", *card("FN;ENCODING=b:SsO2cmcgTcO8bGxlcg=="), *card("FN;ENCODING=b:no base64"), *card("FN;CHARSET=US-ASCII:Zoë Ray"),
    ]).encode())  # fmt: skip
    assert take_one(space, path).new == 5
    assert [row[1] for row in people(space)] == ["Иван Иванов", "Jörg Müller", "Jörg Müller", "no base64", "Zoë Ray"]


def test_version_40_and_google(space: Workspace, tmp_path: Path) -> None:
    first = card(
        "FN:Taylor Example", "N:Example;Taylor;;;", 'TEL;VALUE=uri;TYPE="home,cell";PREF=2:tel:+1-555-0199;ext=1',
        "EMAIL;TYPE=home;PREF=2:t@home.net", "EMAIL;TYPE=work;PREF=1:mailto:t@corp.example", "BDAY:--0122",
        "ORG:Example Corp;Platform", "ROLE:Tech Lead", version="4.0",
    )  # fmt: skip
    second = card("FN:Ann Lee", "TEL;TYPE=CELL:\u202d+49 30 1\u202c", r"NOTE:1\:30pm\, http\://x", r"ORG:Lee\, Inc\.;")
    take(space, file(tmp_path, "contacts.vcf", *first, *second))
    assert [row[1:6] for row in people(space)] == [
        ("Taylor Example", "t@corp.example", "+1-555-0199", "Example Corp", "Tech Lead"),
        ("Ann Lee", None, "+49 30 1", "Lee, Inc.", None),
    ]


def test_every_card_is_accounted_for(space: Workspace, tmp_path: Path) -> None:
    """One damaged card costs itself alone; a group and an empty card are refused; a company is no person."""
    lines = [
        *card("FN:Ada Fox", "EMAIL:ada at fox.com"),
        "BEGIN:VCARD", "FN:Never closed",
        *card("FN:Friends", "X-ADDRESSBOOKSERVER-KIND:group", "MEMBER:urn:uuid:1"),
        *card("N:;;;;", "NOTE:nothing else"),
        *card("FN:Siemens AG", "ORG:Siemens AG", "TEL:+49 89 1"),
        *card("FN:Bob Hill", "AGENT:", *card("FN:Bob's assistant", version="2.1"), "EMAIL:bob@hill.org", version="2.1"),
    ]  # fmt: skip
    report = take_one(space, file(tmp_path, "contacts.vcf", *lines))
    assert (report.rows_read, report.new, report.refused) == (6, 3, 3)
    assert report.refused_by_reason == {
        "card cut off: END:VCARD is missing": 1, "a group, not a person": 1, "empty card": 1
    }  # fmt: skip
    assert [row[1:3] for row in people(space)] == [("Ada Fox", None), (None, None), ("Bob Hill", "bob@hill.org")]
    noted = rows(space, "select line, reason, column_name, cell_value from records.refusal where not is_row")
    assert noted == [(1, "not an e-mail address", "EMAIL", "ada at fox.com")]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_encodings(space: Workspace, tmp_path: Path, encoding: str) -> None:
    take(space, file(tmp_path, "contacts.vcf", *card("FN:Zoë Müller", "EMAIL:z@x.io"), encoding=encoding, end="\r\n"))
    assert people(space)[0][1] == "Zoë Müller"


def test_in_a_zip_as_google_takeout_packs_it(space: Workspace, tmp_path: Path) -> None:
    text = "\r\n".join(card("FN:Ada Fox", "EMAIL:a@x.io"))
    report = take_one(space, zipped(tmp_path, "takeout.zip", [("Takeout/Contacts/All Contacts.vcf", text)]))
    assert (report.file, report.new) == ("takeout.zip/All Contacts.vcf", 1)
    newer = text.replace("a@x.io", "a@x.io\r\nTITLE:Boss")
    again = take_one(space, zipped(tmp_path, "takeout-2.zip", [("Takeout/Contacts/All Contacts.vcf", newer)]))
    assert (again.new, again.updated) == (0, 1)


def test_another_kind_of_vcf_is_refused(space: Workspace, tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match=r"genes\.vcf holds no contacts: it begins with “##fileformat"):
        take(space, file(tmp_path, "genes.vcf", "##fileformat=VCFv4.3", "#CHROM\tPOS"))


@pytest.mark.skipif(not FOLDER.is_dir(), reason="the samples are not part of this repository")
def test_every_sample(tmp_path: Path) -> None:
    """Each is imported, with every card that it begins, or refused for the reason known here."""
    space = Workspace(tmp_path / "w")
    paths = {str(path.relative_to(FOLDER)): path for path in sorted(FOLDER.rglob("*")) if path.is_file()}
    for name, why in REFUSED.items():
        with pytest.raises(FileRefused, match=why):
            take(space, paths.pop(name))
    sources = [SourceFile(path, name.replace("/", "-")) for name, path in paths.items()]
    report = import_files(space, sources)
    read = {found.file: found.rows_read for found in report.files}
    begun = {
        name.replace("/", "-"): path.read_text("utf-8-sig", "replace").upper().count("BEGIN:VCARD")
        for name, path in paths.items()
    }
    same_bytes = {"khard-vcards-minimal.vcf"}  # as another of them: reported under that name
    assert read == {name: count for name, count in begun.items() if name not in same_bytes}
    assert sum(found.refused for found in report.files) == 0
    assert ("Emmetiano Lucas Brown", "doc@bttf.com") in rows(space, "select full_name, email from records.person")


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from([b"BEGIN:VCARD", b"END:VCARD", b"FN:Ada", b"N;ENCODING=QUOTED-PRINTABLE:=E4;=", b"AGENT:", b"EMAIL:a@b.co"])
        | st.binary(max_size=12),
        max_size=12,
    )
)
def test_any_bytes_give_rows_or_a_refusal(tmp_path_factory: pytest.TempPathFactory, lines: list[bytes]) -> None:
    path = tmp_path_factory.mktemp("any") / "contacts.vcf"
    path.write_bytes(b"BEGIN:VCARD\r\n" + b"\r\n".join(lines))
    rows = list(vcard.read(path, None).rows)  # type: ignore[arg-type] - of no use to it
    assert rows
    assert all((row.person is None) != (row.refusal is None) for row in rows)
