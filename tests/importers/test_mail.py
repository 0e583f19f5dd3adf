"""Mail of every packing, through the whole engine: who wrote to whom and when, and nothing else."""

import re
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from workspaces import Rows, file, rows, take, take_one, zipped

from dashboard.errors import FileRefused
from dashboard.importers import mail, mail_text
from dashboard.warehouse import SourceFile, Workspace, import_files

FOLDER = Path(__file__).parents[3] / "shared" / "data" / "mail"
ME = "Mia Own <mia@own.org>"
ADA = "Ada Fox <ada@fox.com>"
BOB = '"Hill, Bob" <bob@hill.org>'
# Single mails that say too little to be imported, each with the words of its refusal.
REFUSED = {
    "msg_05.eml": "unreadable date", "msg_24.eml": "unreadable date", "msg_28.eml": "unreadable date",
    "msg_30.eml": "unreadable date", "msg_34.eml": "unreadable date", "msg_42.eml": "unreadable date",
    "msg_11.eml": "is no mailbox", "msg_18.eml": "is no mailbox", "msg_38.eml": "is no mailbox",
    "msg_40.eml": "is no mailbox",
}  # fmt: skip
COUNTS = {
    "mimekit_simple.mbox": 3, "mbox_complex.mbox": 2, "mbox_multipart.mbox": 2, "pipermail_2015_november.mbox": 4
}  # fmt: skip


@pytest.fixture
def space(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "workspace")


def a_mail(sender: str, to: str, day: int = 2, body: str = "Hello.", **more: str) -> str:
    """One mail as text. Further headers by name, "_" for "-"."""
    said = {"From": sender, "To": to, "Date": f"Mon, {day:02} Mar 2026 10:00:00 +0100", "Subject": "a secret"}
    said |= {"Message-ID": f"<{abs(hash((sender, to, day, body)))}@x>"} | {k.replace("_", "-"): v for k, v in more.items()}
    return "".join(f"{name}: {value}\n" for name, value in said.items() if value) + f"\n{body}\n"


def mbox(folder: Path, mails: Sequence[str], name: str = "All mail.mbox") -> Path:
    envelope = "From 1545668983435175434@xxx Mon Mar 02 10:26:51 +0000 2026"
    return file(folder, name, *(f"{envelope}\n{text}" for text in mails))


def minutes(space: Workspace) -> Rows:
    return rows(space, "select full_name, minutes from model.contact order by full_name")


def exclusions(space: Workspace) -> Rows:
    return rows(space, "select exclusion, count(*) from model.interaction where exclusion is not null group by all order by all")


TALK = [a_mail(ME, ADA), a_mail(ADA, ME, 3, Delivered_To="mia@own.org"), a_mail(BOB, ME, 4, Delivered_To="mia@own.org")]


# What counts


def test_gmail_takeout(space: Workspace, tmp_path: Path) -> None:
    """Sent 5 minutes, received 2; whose mailbox it is says the address that mails are delivered to."""
    report = take_one(space, mbox(tmp_path, TALK))
    assert (report.kind, report.rows_read, report.new, report.refused) == ("mail", 3, 3, 0)
    assert minutes(space) == [("Ada Fox", 7.0), ("Bob Hill", 2.0)]
    assert rows(space, "select identity_key from decisions.own_identity") == [("mail:mia@own.org",)]
    assert rows(space, "select starts_at from records.interaction order by all limit 1") == [(datetime(2026, 3, 2, 9),)]


def test_nothing_of_subject_and_body_is_stored(space: Workspace, tmp_path: Path) -> None:
    take(space, mbox(tmp_path, TALK))
    for table in ("interaction", "mention", "entry", "participant", "refusal"):
        assert "secret" not in repr(rows(space, f"from records.{table}"))


def test_several_recipients_share_the_minutes_and_copies_have_none(space: Workspace, tmp_path: Path) -> None:
    mails = [*TALK[1:], a_mail(ME, f"{ADA}, {BOB}", 5, Cc="Cleo Day <cleo@day.org>, Dan Elm <dan@elm.org>")]
    take(space, mbox(tmp_path, mails))
    # Methods, section 1: 5 minutes by four others; Cc takes part and gets nothing.
    assert minutes(space) == [("Ada Fox", 3.25), ("Bob Hill", 3.25)]


def test_a_mail_in_which_the_user_is_a_copy_counts_nothing(space: Workspace, tmp_path: Path) -> None:
    take(space, mbox(tmp_path, [*TALK, a_mail("Eve Gil <eve@gil.org>", ADA, 6, Cc=ME)]))
    assert "Eve Gil" not in [name for name, _ in minutes(space)]


def test_an_audience_counts_nothing(space: Workspace, tmp_path: Path) -> None:
    everybody = ", ".join(f"P{n} Q{n} <p{n}@q.org>" for n in range(13))
    take(space, mbox(tmp_path, [*TALK, a_mail(ME, everybody, 6)]))
    assert exclusions(space) == [("an audience", 1)]


@pytest.mark.parametrize(
    "header",
    [
        {"List_Unsubscribe": "<https://x>"}, {"List_Id": "Choir <choir.x.org>"}, {"Precedence": "bulk"},
        {"Auto_Submitted": "auto-replied"}, {"X_Spam_Flag": "YES"}, {"X_Gmail_Labels": "Spam,Unread"},
        {"Sender": "Google Calendar <calendar-notification@google.com>"},
        {"From": "No Reply <no-reply@shop.com>"}, {"From": "The Shop <newsletter@shop.com>"},
    ],
)  # fmt: skip
def test_bulk_mail_counts_nothing_and_says_so(space: Workspace, tmp_path: Path, header: dict[str, str]) -> None:
    mails = [*TALK, a_mail("Sam Shop <sam@shop.com>", f"{ME}, Joe Other <joe@other.com>", 5, **header)]
    report = take_one(space, mbox(tmp_path, mails))
    assert report.not_counted_by_reason == {"newsletter, list or automatic mail": 1}
    assert [name for name, _ in minutes(space)] == ["Ada Fox", "Bob Hill"]


def test_a_list_as_recipient_is_nobody(space: Workspace, tmp_path: Path) -> None:
    take(space, mbox(tmp_path, [*TALK, a_mail(ME, "choir@googlegroups.com", 5)]))
    assert exclusions(space) == [("nobody else in it", 1)]


def test_drafts_and_mails_without_a_date_are_refused(space: Workspace, tmp_path: Path) -> None:
    mails = [
        *TALK, a_mail(ME, ADA, 8, X_Gmail_Labels="Drafts"), a_mail(ME, ADA, 9, Date="soon", Received=""),
        a_mail("", ADA, 9), a_mail(ME, ADA, 10, X_Gmail_Labels="=?UTF-8?Q?Entw=C3=BCrfe,Ge=C3=B6ffnet?="),
    ]  # fmt: skip
    report = take_one(space, mbox(tmp_path, mails, "all.mbox"))
    assert report.refused_by_reason == {"draft, never sent": 2, "no sender": 1}
    # The envelope line still says when the one without a date came.
    assert report.new == 4


@pytest.mark.parametrize("header", [{"X_Unsent": "1"}, {"X_Mozilla_Draft_Info": "internal/draft; vcard=0"}])
def test_drafts_of_other_programs_are_refused_too(space: Workspace, tmp_path: Path, header: dict[str, str]) -> None:
    report = take_one(space, mbox(tmp_path, [*TALK, a_mail(ME, ADA, 8, **header), a_mail(ME, ADA, 9, X_Unsent="0")]))
    assert report.refused_by_reason == {"draft, never sent": 1}


# Where a mail begins


def test_a_sentence_that_begins_with_from_is_no_new_mail(space: Workspace, tmp_path: Path) -> None:
    body = "Hi\n\nFrom here on it is\n\nFrom Monday to Friday 10:00 we are open\n\n>From x@y Mon Mar 02 10:26:51 2026\n"
    report = take_one(space, mbox(tmp_path, [a_mail(ME, ADA, body=body), *TALK[1:]]))
    assert report.rows_read == 3


def test_an_envelope_quoted_in_a_body_is_no_new_mail(space: Workspace, tmp_path: Path) -> None:
    """No blank line before it, or no header after it."""
    envelope = "From x@y.org Mon Mar 02 10:26:51 2026"
    body = f"see\n{envelope}\nFrom: x@y.org\n\n{envelope}\nis how it begins\n"
    assert take_one(space, mbox(tmp_path, [a_mail(ME, ADA, body=body), *TALK[1:]])).rows_read == 3


def test_thunderbird_and_windows_line_ends(space: Workspace, tmp_path: Path) -> None:
    lines = "".join(f"From - Mon Mar 02 10:26:51 2026\n{text}\n" for text in TALK).split("\n")
    assert take_one(space, file(tmp_path, "Inbox", *lines, end="\r\n")).rows_read == 3


def test_the_line_of_a_mail_is_told(space: Workspace, tmp_path: Path) -> None:
    take(space, mbox(tmp_path, [*TALK[:2], a_mail(ME, ADA, 8, X_Gmail_Labels="Drafts")]))
    text = (tmp_path / "All mail.mbox").read_text()
    third = text[: [found.start() for found in re.finditer("^From 15", text, re.MULTILINE)][2]].count("\n") + 1
    assert rows(space, "select line from records.refusal") == [(third,)]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from([
            b"From a@b.co Mon Mar 02 10:26:51 2026\n", b"From here\n", b"\n", b"Subject: x\n", b"From: a@b.co\n", b"text\r\n",
            b"From - \n", b"x" * 300 + b"\n",
        ]),
        max_size=60,
    ),
    st.integers(1, 400),
)  # fmt: skip
def test_mails_begin_in_the_same_places_whatever_the_size_of_a_piece(
    tmp_path_factory: pytest.TempPathFactory, lines: list[bytes], size: int
) -> None:
    path = tmp_path_factory.mktemp("any") / "x.mbox"
    path.write_bytes(b"From a@b.co Mon Mar 02 10:26:51 2026\nFrom: a@b.co\n\n" + b"".join(lines))
    with path.open("rb") as whole, path.open("rb") as pieces, pytest.MonkeyPatch.context() as patch:
        at_once = list(mail_text._starts(whole))
        patch.setattr(mail_text, "_CHUNK", size)
        patch.setattr(mail_text, "_LOOK", 700)
        assert list(mail_text._starts(pieces)) == at_once
    text = path.read_bytes()
    assert [text.count(b"\n", 0, offset) + 1 for _, offset in at_once] == [line for line, _ in at_once]
    assert all(text[offset : offset + 5] == b"From " for _, offset in at_once)


# Names and addresses


def test_names_in_every_dress(space: Workspace, tmp_path: Path) -> None:
    senders = {
        "=?ISO-8859-1?Q?G=F6ran_Lund?= <goran@lund.se>": "Göran Lund",
        "kim@lee.org (Kim Lee)": "Kim Lee",
        "'zoe@day.org' <zoe@day.org>": "zoe@day.org",
        "jo at archive.org (Jo Ray)": "Jo Ray",
        "=?x-unknown?B?w4Q=?= <odd@set.org>": "Ä",
    }
    mails = [a_mail(sender, ME, day, Delivered_To="mia@own.org") for day, sender in enumerate(senders, start=2)]
    take(space, mbox(tmp_path, mails))
    assert {name for name, _ in minutes(space)} == set(senders.values())
    assert ("jo@archive.org",) in rows(space, "select email from records.mention")


def test_recipients_that_are_not_told(space: Workspace, tmp_path: Path) -> None:
    take(space, mbox(tmp_path, [*TALK, a_mail(ME, "undisclosed-recipients:;", 5)]))
    assert exclusions(space) == [("nobody else in it", 1)]


# Packings


def test_the_same_mail_in_two_mailboxes_counts_once(space: Workspace, tmp_path: Path) -> None:
    take(space, mbox(tmp_path, TALK), mbox(tmp_path, TALK[:2], "Sent.mbox"))
    assert minutes(space) == [("Ada Fox", 7.0), ("Bob Hill", 2.0)]


def test_a_later_export_adds_what_is_new(space: Workspace, tmp_path: Path) -> None:
    take(space, mbox(tmp_path, TALK))
    report = take_one(space, mbox(tmp_path, [*TALK, a_mail(ADA, ME, 9)], "All mail-002.mbox"))
    assert (report.new, report.updated, report.unchanged) == (1, 0, 3)
    assert minutes(space) == [("Ada Fox", 9.0), ("Bob Hill", 2.0)]


def test_a_zip_of_single_mails_is_one_part(space: Workspace, tmp_path: Path) -> None:
    members = [(f"Mail/{n}.eml", text) for n, text in enumerate([*TALK, "no mail"])]
    report = take_one(space, zipped(tmp_path, "mails.zip", members))
    assert (report.file, report.rows_read, report.new) == ("mails.zip/4 single mails", 4, 3)
    assert report.refused_by_reason == {"no headers": 1}
    assert minutes(space) == [("Ada Fox", 7.0), ("Bob Hill", 2.0)]


def test_a_takeout_zip_with_its_mailbox(space: Workspace, tmp_path: Path) -> None:
    box = mbox(tmp_path, TALK).read_text()
    path = zipped(tmp_path, "takeout.zip", [("Takeout/Mail/All mail Including Spam and Trash.mbox", box), ("a.html", "x")])
    report = take(space, path)
    assert [found.file for found in report.files] == ["takeout.zip/All mail Including Spam and Trash.mbox"]
    assert report.not_used == ["takeout.zip/a.html"]


def test_the_folder_that_a_mac_calls_a_mailbox(space: Workspace, tmp_path: Path) -> None:
    folder = tmp_path / "Inbox.mbox"
    folder.mkdir()
    mbox(folder, TALK, "mbox")
    (folder / "table_of_contents").write_bytes(b"\0\1")
    report = take(space, folder)
    assert [(found.file, found.new) for found in report.files] == [("Inbox.mbox/mbox", 3)]
    assert report.not_used == ["Inbox.mbox/table_of_contents"]
    assert take_one(space, folder).unchanged == 3


def test_a_folder_of_single_mails_and_of_apple_mail(space: Workspace, tmp_path: Path) -> None:
    folder = tmp_path / "mails"
    (folder / "2026").mkdir(parents=True)
    (folder / "1.eml").write_text(TALK[0])
    (folder / "2026" / "2.emlx").write_text(f"{len(TALK[1])}\n{TALK[1]}<?xml version='1.0'?>")
    (folder / "notes.csv").write_text("Name,E-mail\nAda,a@b.co\n")
    report = take(space, folder)
    assert [(found.file, found.rows_read, found.new) for found in report.files] == [("mails/2 single mails", 2, 2)]
    assert report.not_used == ["mails/notes.csv"]


def test_a_folder_without_mails_is_refused(space: Workspace, tmp_path: Path) -> None:
    (tmp_path / "papers").mkdir()
    with pytest.raises(FileRefused, match="papers is a folder without mails"):
        take(space, tmp_path / "papers")


def test_what_is_called_a_mailbox_and_is_none(space: Workspace, tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match=r"x\.mbox is no mailbox: it begins with “Name,Mail”"):
        take(space, file(tmp_path, "x.mbox", "Name,Mail", "Ada,a@b.co"))


# Files of other projects, and any bytes


@pytest.mark.skipif(not FOLDER.is_dir(), reason="the samples are not part of this repository")
def test_every_sample(tmp_path: Path) -> None:
    space = Workspace(tmp_path / "w")
    found = [path for path in sorted(FOLDER.rglob("*")) if path.is_file()]
    paths = {path.name: path for path in found}
    assert len(paths) == len(found), "of two files with one name, one would be passed over"
    for name, why in REFUSED.items():
        with pytest.raises(FileRefused, match=why):
            take(space, paths.pop(name))
    report = import_files(space, [SourceFile(path, name) for name, path in paths.items()])
    assert {found.file: found.rows_read for found in report.files} == {name: COUNTS.get(name, 1) for name in paths}
    assert sum(found.refused for found in report.files) == 0
    assert ("Germán Poo-Caamaño", "gpoo@example.com") in rows(space, "select full_name, email from records.mention")


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.sampled_from([
            b"From: ", b"To: ", b"Date: Mon, 02 Mar 2026 10:00:00 +0100", b"Cc: =?utf-8?q?", b"\n", b"\n\n", b"<a@b.co>",
        ])
        | st.binary(max_size=12),
        max_size=14,
    )
)  # fmt: skip
def test_any_bytes_give_rows(tmp_path_factory: pytest.TempPathFactory, parts: list[bytes]) -> None:
    path = tmp_path_factory.mktemp("any") / "x.mbox"
    path.write_bytes(b"From a@b.co Mon Mar 02 10:26:51 2026\nX: y\n" + b"".join(parts))
    found = list(mail.read(path, None).rows)  # type: ignore[arg-type] - of no use to it
    assert found
    assert all(len(row.interactions) == (row.refusal is None) for row in found)
