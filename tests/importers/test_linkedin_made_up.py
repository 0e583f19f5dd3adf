"""LinkedIn files that no sample covers, through the whole engine."""

import csv
import io
import tempfile
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from workspaces import CONNECTIONS, connections, file, rows, take, take_one, zipped

from dashboard.errors import FileRefused
from dashboard.warehouse import SourceFile, Workspace, import_files, undo_import

ME = "https://www.linkedin.com/in/me"
ADA = "https://www.linkedin.com/in/ada-fox"
BOB = "https://www.linkedin.com/in/bob-hill"
START = ["CONVERSATION ID", "CONVERSATION TITLE", "FROM", "SENDER PROFILE URL", "TO"]
URLS = "RECIPIENT PROFILE URLS"
TAILS = [
    ["DATE", "SUBJECT", "CONTENT", "FOLDER", "ATTACHMENTS"],
    [URLS, "DATE", "SUBJECT", "CONTENT", "FOLDER"],
    [URLS, "DATE", "SUBJECT", "CONTENT", "FOLDER", "ATTACHMENTS"],
    [URLS, "DATE", "SUBJECT", "CONTENT", "FOLDER", "IS MESSAGE DRAFT"],
    [URLS, "DATE", "SUBJECT", "CONTENT", "FOLDER", "ATTACHMENTS", "IS MESSAGE DRAFT"],
    [URLS, "DATE", "SUBJECT", "CONTENT", "FOLDER", "IS MESSAGE DRAFT", "IS CONVERSATION DRAFT"],
    [URLS, "DATE", "SUBJECT", "CONTENT", "FOLDER", "IS MESSAGE DRAFT", "IS CONVERSATION ARCHIVED"],
]


@pytest.fixture
def space(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "workspace")


def message(sender: str, url: str, to: str, to_urls: str, at: str, **cells: str) -> dict[str, str]:
    named = {
        "CONVERSATION ID": f"with {min(sender, to)} {max(sender, to)}",
        "FROM": sender,
        "SENDER PROFILE URL": url,
        "TO": to,
        URLS: to_urls,
        "DATE": at,
        "CONTENT": 'Line one\n<p>"two"</p>, three',
        "IS MESSAGE DRAFT": "No",
    }
    return named | {name.replace("_", " "): cell for name, cell in cells.items()}


def messages(
    folder: Path,
    lines: list[dict[str, str]],
    header: list[str] | None = None,
    name: str = "messages.csv",
    quoting: int = csv.QUOTE_MINIMAL,
) -> Path:
    held = io.StringIO()
    writer = csv.DictWriter(held, header or START + TAILS[3], extrasaction="ignore", quoting=quoting)  # type: ignore[arg-type]
    writer.writeheader()
    writer.writerows(lines)
    (folder / name).write_text(held.getvalue(), encoding="utf-8", newline="")
    return folder / name


TALK = [
    message("Mia Own", ME, "Ada Fox", ADA, "2026-03-02 10:00:00 UTC"),
    message("Ada Fox", ADA, "Mia Own", ME, "2026-03-02 10:05:00 UTC"),
    message("Mia Own", ME, "Ada Fox", ADA, "2026-03-02 10:06:00 UTC"),
    message("Mia Own", ME, "Bob Hill", BOB, "2026-03-03 09:00:00 UTC"),
    message("Bob Hill", BOB, "Mia Own", ME, "2026-03-04 09:00:00 UTC"),
]


# Messages


@pytest.mark.parametrize("tail", TAILS, ids=lambda tail: "+".join(tail)[:60])
@pytest.mark.parametrize("quoting", [csv.QUOTE_MINIMAL, csv.QUOTE_ALL], ids=["quoted where needed", "all quoted"])
def test_every_header_of_messages_says_the_same(
    space: Workspace, tmp_path: Path, tail: list[str], quoting: int
) -> None:
    report = take_one(space, messages(tmp_path, TALK, START + tail, quoting=quoting))
    assert (report.kind, report.rows_read, report.new, report.refused) == ("linkedin_messages", 5, 5, 0)
    assert (report.people, report.interactions) == (2, 5)
    # 3 minutes for one sent, 1 for one received; the owner, in every message, is no contact.
    found = rows(space, "select profile_url, minutes, interactions from model.contact order by all")
    assert found == [("in/ada-fox", 7.0, 3), ("in/bob-hill", 4.0, 2)]


def test_columns_of_messages_may_stand_in_any_order(space: Workspace, tmp_path: Path) -> None:
    header = ["CONVERSATION ID", "FROM", "TO", "DATE", "CONTENT", "FOLDER", "SENDER PROFILE URL", URLS]
    assert take_one(space, messages(tmp_path, TALK, header)).people == 2


@pytest.mark.parametrize(
    ("flag", "is_taken"), [("TRUE", False), ("Yes", False), ("yes", False), ("FALSE", True), ("No", True), ("", True)]
)
def test_a_draft_was_never_sent(space: Workspace, tmp_path: Path, flag: str, is_taken: bool) -> None:
    draft = message(
        "Mia Own", ME, "Cleo New", "https://www.linkedin.com/in/cleo", "2026-03-05 09:00:00 UTC", IS_MESSAGE_DRAFT=flag
    )
    report = take_one(space, messages(tmp_path, [*TALK, draft]))
    assert report.refused_by_reason == ({} if is_taken else {"draft, never sent": 1})
    assert report.people == 2 + is_taken
    refused = rows(space, "select reason, column_name, cell_value from model.refusal")
    assert refused == ([] if is_taken else [("draft, never sent", "IS MESSAGE DRAFT", flag)])


def test_a_draft_never_stands_for_the_message_sent_in_the_same_second(space: Workspace, tmp_path: Path) -> None:
    take(space, messages(tmp_path, [*TALK, TALK[-2] | {"IS MESSAGE DRAFT": "Yes"}]))
    assert rows(space, "select count(*) from model.interaction where exclusion is null") == [(5,)]


def test_the_time_of_a_group_message_is_shared(space: Workspace, tmp_path: Path) -> None:
    group = message("Mia Own", ME, "Ada Fox, MBA,Bob Hill", f"{ADA},{BOB}", "2026-03-06 09:00:00 UTC")
    take(space, messages(tmp_path, [*TALK, group]))
    found = rows(space, "select profile_url, minutes, interactions from model.contact order by all")
    assert found == [("in/ada-fox", 8.5, 4), ("in/bob-hill", 5.5, 3)]


def test_a_group_without_addresses_is_several_people(space: Workspace, tmp_path: Path) -> None:
    group = message("Mia Own", ME, "Ada Fox, Bob Hill,Cleo New", "", "2026-03-06 09:00:00 UTC")
    degree = message("Mia Own", ME, "Dora Lee, MBA", "", "2026-03-06 09:05:00 UTC")
    take(space, messages(tmp_path, [*TALK, group, degree], START + TAILS[0]))
    found = rows(space, "select full_name, profile_url, minutes from model.contact order by all")
    assert found == [
        ("Ada Fox", "in/ada-fox", 8.0),
        ("Bob Hill", "in/bob-hill", 5.0),
        ("Cleo New", None, 1.0),
        ("Dora Lee, MBA", None, 3.0),
    ]


def test_an_owner_without_an_address_is_proposed_by_name(space: Workspace, tmp_path: Path) -> None:
    lines = [line | {"SENDER PROFILE URL": ""} if line["FROM"] == "Mia Own" else line | {URLS: ""} for line in TALK]
    take(space, messages(tmp_path, lines))
    assert rows(space, "select identity_key from decisions.own_identity") == [("name:mia own",)]
    assert rows(space, "select profile_url from model.contact order by all") == [("in/ada-fox",), ("in/bob-hill",)]


def test_a_closed_account_is_nobody(space: Workspace, tmp_path: Path) -> None:
    gone = message("LinkedIn Member", "", "Mia Own", ME, "2026-03-07 09:00:00 UTC")
    report = take_one(space, messages(tmp_path, [*TALK, gone]))
    assert report.people == 2
    assert report.not_counted_by_reason == {"nobody else in it": 1}


@pytest.mark.parametrize("name", ["guide_messages.csv", "coach_messages.csv", "learning_role_play_messages.csv"])
def test_talk_with_an_assistant_is_not_a_message(space: Workspace, tmp_path: Path, name: str) -> None:
    with pytest.raises(FileRefused, match=name):
        take(space, messages(tmp_path, TALK, name=name))


def test_a_message_whose_date_cannot_be_read_is_refused_with_what_stood_there(space: Workspace, tmp_path: Path) -> None:
    report = take_one(space, messages(tmp_path, [*TALK, TALK[0] | {"DATE": "2026-02-30 10:00:00 UTC"}]))
    assert report.refused_by_reason == {"unreadable date": 1}
    found = rows(space, "select line, reason, column_name, cell_value, is_row from model.refusal")
    assert found == [(7, "unreadable date", "DATE", "2026-02-30 10:00:00 UTC", True)]


# Connections


@pytest.mark.parametrize(
    ("written", "on"),
    [
        ("05 Mar 2024", date(2024, 3, 5)),
        ("14-Jun-20", date(2020, 6, 14)),
        ("3 September 2019", date(2019, 9, 3)),
        ("2021-02-28", date(2021, 2, 28)),
        ("28.02.2021", date(2021, 2, 28)),
        ("28/02/2021", date(2021, 2, 28)),
        ("05 Mar 24", date(2024, 3, 5)),
        ("28.02.21", date(2021, 2, 28)),
        ("28/02/21", date(2021, 2, 28)),
        ("3. März 2021", date(2021, 3, 3)),
        ("24. Dez. 2021", date(2021, 12, 24)),
        ("1 Mai 2020", date(2020, 5, 1)),
        ("12 août 2023", date(2023, 8, 12)),
        ("1 juil. 2019", date(2019, 7, 1)),
        ("30 juin 2019", date(2019, 6, 30)),
        ("9 févr. 2020", date(2020, 2, 9)),
        ("13 ene 2018", date(2018, 1, 13)),
        ("13 sept. 2018", date(2018, 9, 13)),
        ("13-dic-18", date(2018, 12, 13)),
        ("4 de outubro de 2020", date(2020, 10, 4)),
        ("2 fev 2020", date(2020, 2, 2)),
        ("7 gen 2022", date(2022, 1, 7)),
        ("8 lug 2022", date(2022, 7, 8)),
        ("5 mrt 2021", date(2021, 3, 5)),
        ("5 mei 2021", date(2021, 5, 5)),
        ("30 okt 2021", date(2021, 10, 30)),
        ("30 Feb 2024", None),
        ("soon", None),
        ("12 xyz 2024", None),
    ],
)
def test_a_day_of_connection_in_seven_languages(
    space: Workspace, tmp_path: Path, written: str, on: date | None
) -> None:
    report = take_one(space, connections(tmp_path, f'Ada,Fox,{ADA},,Siemens AG,Engineer,"{written}"'))
    assert rows(space, "select full_name, connected_on from model.contact") == [("Ada Fox", on)]
    assert report.refused == 0
    found = rows(space, "select line, is_row, reason, column_name, cell_value from model.refusal")
    assert found == ([] if on else [(2, False, "unreadable date", "Connected On", written)])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_connections_however_they_were_saved(
    space: Workspace, tmp_path: Path, encoding: str, end: str, delimiter: str
) -> None:
    lines = [CONNECTIONS, f"José,Müller,{ADA},,Siemens AG,Engineer,05 Mar 2024", f"Bob,Hill,{BOB},,,,05 Mar 2024"]
    path = file(
        tmp_path, "Connections.csv", *(line.replace(",", delimiter) for line in lines), encoding=encoding, end=end
    )
    assert take_one(space, path).rows_read == 2
    assert rows(space, "select full_name, company from model.contact order by all") == [
        ("Bob Hill", None),
        ("José Müller", "Siemens AG"),
    ]


def test_rows_that_are_wrong_are_refused_alone_and_none_is_lost(space: Workspace, tmp_path: Path) -> None:
    report = take_one(
        space,
        connections(
            tmp_path,
            f"Ada,Fox,{ADA},,Siemens AG,Engineer,05 Mar 2024",
            ",,,,,,",
            f"Bob,Hill,{BOB},,Acme,Boss,05 Mar 2024,one,too many",
            "",
            ",,,,Ghost Co,,01 Jan 2020",
            ",,,lost@example.com,Ghost Co,,01 Jan 2020",
            f"Ada,Fox,{ADA}/?trk=x,,Siemens AG,Director,06 Mar 2024",
            ",Builder,,,,,",
        ),
    )
    assert (report.rows_read, report.new, report.refused) == (7, 5, 2)
    assert report.refused_by_reason == {"empty row": 1, "more cells than columns": 1}
    assert report.not_counted_by_reason == {"no name": 2}
    assert report.people == 2
    assert rows(space, "select line, reason from model.refusal order by all") == [
        (3, "empty row"),
        (4, "more cells than columns"),
    ]
    assert rows(space, "select full_name from model.contact order by all") == [("Ada Fox",), ("Builder",)]


def test_a_name_of_signs_is_a_name_where_an_address_says_whose(space: Workspace, tmp_path: Path) -> None:
    report = take_one(
        space,
        connections(tmp_path, f"-,-,{ADA},,Acme,,", "-,-,,,Acme,,", "🚀,,,rocket@acme.com,Acme,,", "NULL,,,,Acme,,"),
    )
    assert report.not_counted_by_reason == {"no name": 3}
    assert rows(space, "select full_name, profile_url from model.contact") == [("- -", "in/ada-fox")]


def test_a_second_export_updates_adds_and_marks_who_is_gone(space: Workspace, tmp_path: Path) -> None:
    take(
        space,
        connections(
            tmp_path, f"Ada,Fox,{ADA},,Siemens AG,Engineer,05 Mar 2024", f"Bob,Hill,{BOB},,Acme,Boss,05 Mar 2024"
        ),
    )
    cleo = "https://www.linkedin.com/in/cleo"
    later = take_one(
        space,
        connections(
            tmp_path,
            f"Ada,Fox,{ADA},,Bosch,Director,05 Mar 2024",
            f"Cleo,New,{cleo},,,,05 Mar 2026",
            name="Connections (1).csv",
        ),
    )
    assert (later.new, later.updated, later.unchanged) == (1, 1, 0)
    found = rows(space, "select full_name, company, is_vanished from model.contact order by all")
    assert found == [("Ada Fox", "Bosch", False), ("Bob Hill", "Acme", True), ("Cleo New", None, False)]
    ada = "(select contact_id from model.contact where full_name = 'Ada Fox')"
    assert rows(space, f"select company from model.employment where contact_id = {ada} order by all") == [
        ("Bosch",),
        ("Siemens AG",),
    ]
    undo_import(space, 2)
    found = rows(space, "select full_name, company, is_vanished from model.contact order by all")
    assert found == [("Ada Fox", "Siemens AG", False), ("Bob Hill", "Acme", False)]


# The user's own files

PROFILE = "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code"
POSITIONS = "Company Name,Title,Description,Location,Started On,Finished On"


def test_the_profile_tells_the_home_industry_and_is_no_contact(space: Workspace, tmp_path: Path) -> None:
    report = take_one(
        space, file(tmp_path, "Profile.csv", PROFILE, "Mia,Own,,,,Leads platform teams,,Hospitals and Health Care,")
    )
    assert (report.kind, report.rows_read, report.people) == ("linkedin_profile", 1, 0)
    assert rows(space, "select industry, source from model.home") == [("HLT", "your LinkedIn profile")]
    assert rows(space, "from model.contact") == []


def test_positions_by_year_by_month_and_held_today(space: Workspace, tmp_path: Path) -> None:
    report = take_one(
        space,
        file(
            tmp_path,
            "Positions.csv",
            POSITIONS,
            "Siemens AG,Director,,Berlin,Mar 2020,",
            "Siemens AG,Engineer,,Berlin,2015,Mar 2020",
            "Acme,Intern,,,2013,2014",
            ",Founder,,,2012,",
            "Bosch,Student,,,sometime,2011",
            ",,,,,",
        ),
    )
    assert (report.kind, report.rows_read, report.new) == ("linkedin_positions", 6, 3)
    assert report.refused_by_reason == {"empty row": 1, "no company": 1, "unreadable date": 1}
    found = rows(space, "select company, title, started_on, finished_on from records.own_position order by started_on")
    assert found == [
        ("Acme", "Intern", date(2013, 1, 1), date(2014, 12, 31)),
        ("Siemens AG", "Engineer", date(2015, 1, 1), date(2020, 3, 31)),
        ("Siemens AG", "Director", date(2020, 3, 1), None),
    ]
    assert rows(space, "select industry, source from model.home") == [("MFG", "your present position")]


def test_a_colleague_is_who_works_where_the_user_works(space: Workspace, tmp_path: Path) -> None:
    take(
        space,
        file(tmp_path, "Positions.csv", POSITIONS, "Siemens AG,Director,,,Mar 2020,"),
        connections(
            tmp_path, f"Ada,Fox,{ADA},,Siemens,Engineer,05 Mar 2024", f"Bob,Hill,{BOB},,Bosch,Boss,05 Mar 2024"
        ),
    )
    assert rows(space, "select full_name, is_colleague from model.contact order by all") == [
        ("Ada Fox", True),
        ("Bob Hill", False),
    ]


def test_own_addresses_are_nobodys_contact(space: Workspace, tmp_path: Path) -> None:
    report = take_one(
        space,
        file(
            tmp_path,
            "Email Addresses.csv",
            "Email Address,Confirmed,Primary,Updated On",
            "Mia@Own-Home.com,Yes,Yes,1/1/20",
            "not an address,Yes,No,1/1/20",
        ),
    )
    assert (report.kind, report.new, report.people) == ("linkedin_email_addresses", 1, 0)
    assert report.refused_by_reason == {"no e-mail address": 1}
    take(space, connections(tmp_path, "Mia,Own,,mia@own-home.com,,,", f"Ada,Fox,{ADA},ada@fox.com,,,"))
    assert rows(space, "select full_name from model.contact") == [("Ada Fox",)]


# Invitations


def test_invitations_with_a_narrow_space_before_pm(space: Workspace, tmp_path: Path) -> None:
    report = take_one(
        space,
        file(
            tmp_path,
            "Invitations.csv",
            "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl",
            f'Mia Own,Ada Fox,"7/8/26, 3:43\u202fPM",,OUTGOING,{ME},{ADA}',
            f'Bob Hill,Mia Own,"12/31/25, 12:05 AM",Hi,INCOMING,{BOB},{ME}',
            f"Mia Own,Cleo New,tomorrow,,OUTGOING,{ME},https://www.linkedin.com/in/cleo",
        ),
    )
    assert (report.rows_read, report.new) == (3, 2)
    assert report.refused_by_reason == {"unreadable date": 1}
    found = rows(space, "select starts_at, minutes, channel from records.interaction order by all")
    assert found == [
        (datetime(2025, 12, 31, 0, 5), 0.0, "invitation"),
        (datetime(2026, 7, 8, 15, 43), 0.0, "invitation"),
    ]


# Zips


def test_an_export_in_a_folder_with_a_byte_order_mark_in_its_names(space: Workspace, tmp_path: Path) -> None:
    text = f"{CONNECTIONS}\nAda,Fox,{ADA},,,,\n"
    path = zipped(
        tmp_path,
        "Basic.zip",
        [
            ("\ufeffExport/Connections.csv", text),
            ("Export/Ad_Targeting.csv", "a,a\n1,2\n"),
            ("Export/Rich_Media/p.png", "x"),
        ],
    )
    report = take(space, path)
    assert [(file.file, file.new) for file in report.files] == [("Basic.zip/Connections.csv", 1)]
    assert report.not_used == ["Basic.zip/Ad_Targeting.csv", "Basic.zip/p.png"]


def test_two_files_of_one_name_in_a_zip_are_both_read(space: Workspace, tmp_path: Path) -> None:
    members = [
        (f"{year}/Connections.csv", f"{CONNECTIONS}\n{name},Fox,,,Acme,,\n")
        for year, name in (("2024", "Ada"), ("2025", "Bea"))
    ]
    report = take(space, zipped(tmp_path, "both.zip", members))
    assert [(file.file, file.new, file.people) for file in report.files] == [
        ("both.zip/2024/Connections.csv", 1, 1),
        ("both.zip/2025/Connections.csv", 1, 1),
    ]


def test_an_export_whose_connections_cannot_be_read_is_refused_as_a_whole(space: Workspace, tmp_path: Path) -> None:
    path = zipped(
        tmp_path,
        "Basic.zip",
        [("messages.csv", messages(tmp_path, TALK).read_text()), ("Connections.csv", CONNECTIONS + "\n")],
    )
    with pytest.raises(FileRefused, match=r"Basic\.zip/Connections\.csv"):
        take(space, path)
    assert rows(space, "from records.part") == []


# Whatever the rows


def cells(*likely: str) -> st.SearchStrategy[str]:
    free = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0"), max_size=8)
    return st.one_of(st.sampled_from(likely), free)


ROW = st.tuples(
    cells("", "Ada", "Dr. Ada", "ADA", "#N/A", "O'Neil", "=1+1", "<b>"),
    cells("", "Fox", "fox, MBA", "'; DROP TABLE x", "李"),
    cells("", ADA, ADA + "/", BOB, "NA", "http://x"),
    cells("", "ada@fox.com", "info@fox.com", "no address"),
    cells("", "Fox AG", "Fox", "Acme, Inc."),
    cells("", "Boss"),
    cells("", "05 Mar 2024", "30 Feb 2024"),
)
TABLE = st.lists(ROW, min_size=1, max_size=12).filter(lambda table: any("".join(row).strip() for row in table))
few = settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def written(folder: Path, name: str, table: list[tuple[str, ...]]) -> Path:
    held = io.StringIO()
    writer = csv.writer(held, quoting=csv.QUOTE_ALL)
    writer.writerow(CONNECTIONS.split(","))
    writer.writerows(table)
    (folder / name).write_text(held.getvalue(), encoding="utf-8", newline="")
    return folder / name


def took(space: Workspace, path: Path) -> bool:
    """Whether the file was taken: one of which no row can be is refused, which is right."""
    try:
        import_files(space, [SourceFile(path, path.name)])
    except FileRefused as refused:
        assert "None of the" in refused.message or "The only row" in refused.message
        return False
    return True


@few
@given(TABLE)
@example([("", "", ADA, "", "", "", ""), ("", "Fox", ADA, "", "", "", "")])
def test_every_row_is_accounted_for_and_every_name_is_a_contact(table: list[tuple[str, ...]]) -> None:
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        space = Workspace(folder / "w")
        path = written(folder, "Connections.csv", table)
        if not took(space, path):
            return
        ((read, new, updated, unchanged, refused),) = rows(
            space, "select rows_read, rows_new, rows_updated, rows_unchanged, rows_refused from records.part"
        )
        assert read == len(table) == new + refused
        assert (updated, unchanged) == (0, 0)
        assert (
            rows(
                space,
                "select person.* from records.person left join model.identity using (who) left join model.contact "
                "using (contact_id) where person.full_name is not null and contact.contact_id is null",
            )
            == []
        )
        path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8", newline="")
        again = take_one(space, path)
        assert (again.new, again.updated, again.unchanged) == (0, 0, new)
