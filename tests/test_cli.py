"""The command: every command and option, its exit codes, what it prints where, and what it must not write."""

import csv
import io
import json
import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import icalendar
import openpyxl
import pandas as pd
import pytest
from click.testing import Result
from typer.testing import CliRunner
from workspaces import CONNECTIONS, connections, difference, file, model, rows, written

from dashboard import questions
from dashboard.cli import app
from dashboard.warehouse import Workspace, decide

ADA = "Ada,Fox,https://www.linkedin.com/in/ada,,Siemens AG,Engineer,05 Mar 2024"
BOB = "Bob,Hill,https://www.linkedin.com/in/bob,,Acme,Boss,05 Mar 2024"
KEYS = [
    "file",
    "kind",
    "import_id",
    "rows_read",
    "new",
    "updated",
    "unchanged",
    "refused",
    "not_counted",
    "people",
    "interactions",
]
HEAVY = (
    "duckdb",
    "pandas",
    "numpy",
    "streamlit",
    "pyarrow",
    "altair",
    "icalendar",
    "jinja2",
    "dashboard.warehouse",
    "dashboard.questions",
)


def horizons(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def told(code: int, *arguments: object) -> str:
    """Run it, expect the exit code; returns stdout, or for an error stderr, which has no traceback."""
    result = horizons(*arguments)
    assert result.exit_code == code, result.output
    if code == 0:
        return result.stdout
    assert result.stdout == ""
    assert "Traceback" not in result.stderr
    return result.stderr


@pytest.fixture
def space(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "workspace")


@pytest.fixture
def at(space: Workspace) -> tuple[str, Path]:
    """The option that names the workspace."""
    return ("--workspace", space.folder)


# import and undo


def test_import_json_has_the_keys_everybody_may_rely_on(at: tuple[str, Path], tmp_path: Path) -> None:
    path = connections(tmp_path, ADA, ",,,,,,", ",,,,Ghost Co,,01 Jan 2020")
    answer = json.loads(told(0, "import", path, "--json", *at))
    assert list(answer) == ["files", "not_used"]
    (found,) = answer["files"]
    assert list(found)[: len(KEYS)] == KEYS
    assert [found[key] for key in KEYS] == ["Connections.csv", "linkedin_connections", 1, 3, 2, 0, 0, 1, 1, 1, 0]
    assert found["rows_read"] == found["new"] + found["updated"] + found["unchanged"] + found["refused"]
    assert found["refused_by_reason"] == {"empty row": 1}
    assert found["not_counted_by_reason"] == {"no name": 1}


def test_import_json_of_the_sample_balances(at: tuple[str, Path], sample_files: list[Path]) -> None:
    answer = json.loads(told(0, "import", *sample_files, "--json", "--refusals", *at))
    assert len(answer["files"]) == 10
    for found in answer["files"]:
        assert found["rows_read"] == found["new"] + found["updated"] + found["unchanged"] + found["refused"] > 0
        assert found["refused"] == sum(found["refused_by_reason"].values())
    refused = [line for line in answer["refusals"] if line["is_row"]]
    assert len(refused) == sum(found["refused"] for found in answer["files"])
    assert any(name.endswith("/Skills.csv") for name in answer["not_used"])
    again = json.loads(told(0, "import", *sample_files, "--json", *at))
    assert {(found["new"], found["updated"]) for found in again["files"]} == {(0, 0)}


def test_import_in_words(at: tuple[str, Path], tmp_path: Path) -> None:
    path = connections(tmp_path, ADA, ",,,,,,", "Bob,Hill,,,,,30 Feb 2024")
    said = told(0, "import", path, *at)
    assert "Connections.csv: linkedin connections, import 1\n" in said
    assert "rows read 3, new 2, updated 0, unchanged 0, refused 1, not counted 0, people 2, interactions 0\n" in said
    assert "    empty row: 1\n" in said
    assert "row 3" not in said
    assert "Already imported" in told(0, "import", path, *at)


def test_import_says_what_it_did_to_the_headline(at: tuple[str, Path], tmp_path: Path) -> None:
    told(0, "import", connections(tmp_path, ADA), *at)
    said = told(0, "import", connections(tmp_path, ADA, BOB, name="later.csv"), *at)
    assert "Contacts 1 → 2" in said


def test_a_dry_run_says_the_same_and_writes_nothing(
    at: tuple[str, Path], space: Workspace, tmp_path: Path, sample_files: list[Path]
) -> None:
    told(0, "import", connections(tmp_path, ADA), *at)
    before, bytes_before = written(space), space.file.read_bytes()
    rehearsed = told(0, "import", "--dry-run", "--refusals", *sample_files, *at)
    assert space.file.read_bytes() == bytes_before
    assert not difference(before, written(space))
    assert rehearsed.endswith("Nothing was written.\n")
    done = told(0, "import", "--refusals", *sample_files, *at)
    assert rehearsed.removesuffix("Nothing was written.\n") == re.sub(r", import \d+\n", "\n", done)
    assert "Nothing was written" not in done
    assert "Already imported" in told(0, "import", "--dry-run", *sample_files, *at)


def test_dates_are_read_as_said_where_no_file_tells(at: tuple[str, Path], space: Workspace, tmp_path: Path) -> None:
    log = file(tmp_path, "log.csv", "Date,Person,Minutes", "3/4/2026,Ada Fox,30")
    assert "--dates day-first or --dates month-first" in told(1, "import", log, *at)
    assert "month-first" in told(2, "import", log, "--dates", "american", *at)
    assert "tells which day" not in told(0, "import", log, "--dates", "month-first", *at)
    friends = connections(tmp_path, ADA.replace("05 Mar 2024", "3/4/2024"))
    assert "Nothing in Connections.csv tells which day 3/4/2024 is" in told(0, "import", friends, *at)
    assert rows(space, "select starts_at::date from records.interaction") == [(date(2026, 3, 4),)]


def test_a_dry_run_tells_which_files_would_be_refused(at: tuple[str, Path], space: Workspace, tmp_path: Path) -> None:
    bad = file(tmp_path, "bad.csv", "First Name,Connected On")
    done = CliRunner().invoke(app, list(map(str, ("import", "--dry-run", connections(tmp_path, ADA), bad, *at))))
    assert (done.exit_code, "new 1" in done.stdout, "bad.csv" in done.stderr) == (1, True, True)
    assert rows(space, "from records.import") == []


def test_import_lists_refusals_by_row_and_column(at: tuple[str, Path], tmp_path: Path) -> None:
    path = connections(tmp_path, ADA, ",,,,,,", "Bob,Hill,,,,,30 Feb 2024")
    said = told(0, "import", path, "--refusals", *at)
    assert "Connections.csv, row 3: empty row ()\n" in said
    assert "Connections.csv, row 4, column Connected On: unreadable date (30 Feb 2024)\n" in said
    # Of another import nothing is listed.
    assert "row 3" not in told(0, "import", connections(tmp_path, BOB, name="b.csv"), "--refusals", *at)


def test_one_missing_file_and_nothing_is_written(at: tuple[str, Path], space: Workspace, tmp_path: Path) -> None:
    said = told(1, "import", connections(tmp_path, ADA), tmp_path / "missing.csv", *at)
    assert "missing.csv" in said
    assert "Check the name" in said
    assert rows(space, "from records.import") == []


def test_undo(at: tuple[str, Path], space: Workspace, tmp_path: Path) -> None:
    empty = model(space)
    told(0, "import", connections(tmp_path, ADA), *at)
    assert "Import 1 is undone" in told(0, "undo", 1, *at)
    # The computer's time zone, written down by the first import, is a decision and stays.
    assert difference(empty, model(space)).keys() <= {"model.assumption", "model.setting", "model.time_plan"}
    said = told(1, "undo", 1, *at)
    assert "There is no import 1" in said
    assert "horizons ask import_history" in said


# Where the workspace is


def test_the_workspace_is_the_option_else_the_variable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = connections(tmp_path, ADA)
    monkeypatch.setenv("HORIZONS_HOME", str(tmp_path / "home"))
    told(0, "import", path)
    told(0, "import", path, "--workspace", tmp_path / "option")
    told(0, "--workspace", tmp_path / "before", "import", path)
    told(0, "--workspace", tmp_path / "wrong", "import", path, "--workspace", tmp_path / "last")
    assert {p.parent.name for p in tmp_path.glob("*/workspace.duckdb")} == {"home", "option", "before", "last"}
    assert rows(Workspace(tmp_path / "home"), "select count(*) from records.import") == [(1,)]


def test_a_workspace_that_cannot_be_written_is_said_so(tmp_path: Path) -> None:
    path = connections(tmp_path, ADA)
    for arguments in (["import", path], ["ask", "contacts"], ["undo", "1"], ["link"], ["export", "intro-targets"]):
        said = told(1, *arguments, "--workspace", path / "workspace")
        assert "cannot be used" in said
        assert "--workspace" in said


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_permission_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "locked").mkdir(mode=0o500)
    assert "no permission" in told(1, "ask", "contacts", "--workspace", tmp_path / "locked")


def test_a_busy_workspace_is_said_to_be_busy(
    at: tuple[str, Path], space: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dashboard.warehouse.lease.LEASE_SECONDS", 0.2)
    rows(space, "select 1")
    hold = f"import duckdb, time\ncon = duckdb.connect({str(space.file)!r})\nprint('held', flush=True)\ntime.sleep(600)"
    with subprocess.Popen([sys.executable, "-c", hold], stdout=subprocess.PIPE) as holder:
        try:
            assert holder.stdout
            holder.stdout.readline()
            assert f"process {holder.pid}" in told(1, "ask", "contacts", *at)
        finally:
            holder.kill()


# questions and ask


def test_questions_in_words_and_as_json() -> None:
    listed = json.loads(told(0, "questions", "--json"))
    assert [question["name"] for question in listed] == list(questions.names())
    required = {
        "network_summary",
        "industry_concentration",
        "concentration_trend",
        "industry_gaps",
        "intro_targets",
        "contacts",
        "suggested_links",
        "import_history",
        "refusals",
    }
    assert required <= {question["name"] for question in listed}
    concentration = next(question for question in listed if question["name"] == "industry_concentration")
    assert [p["name"] for p in concentration["params"]] == ["as_of", "window_days", "weighting"]
    assert [c["name"] for c in concentration["columns"]][:2] == ["industry", "label"]
    said = told(0, "questions")
    assert "industry_concentration: How much of my networking time" in said
    assert "  parameters: as_of, window_days, weighting" in said


def test_ask_in_every_format(finished_sample: Workspace, tmp_path: Path) -> None:
    asking = ("ask", "industry_concentration", "--workspace", finished_sample.folder)
    with finished_sample.reading() as con:
        asked = questions.ask(con, "industry_concentration")
    assert len(asked) > 10
    table = told(0, *asking)
    assert table.splitlines()[0].split() == list(asked)
    assert len(table.splitlines()) == len(asked) + 1
    from_csv = pd.read_csv(io.StringIO(told(0, *asking, "--format", "csv").removeprefix("\ufeff")))
    assert list(from_csv) == list(asked)
    assert list(from_csv["industry"]) == list(asked["industry"])
    assert from_csv["minutes"].tolist() == pytest.approx(asked["minutes"].tolist())
    from_json = json.loads(told(0, *asking, "--format", "json"))
    assert [row["people"] for row in from_json] == list(asked["people"])
    written_to = tmp_path / "answer.parquet"
    assert str(written_to) in told(0, *asking, "--format", "parquet", "-o", written_to)
    pd.testing.assert_frame_equal(pd.read_parquet(written_to), asked, check_dtype=False)


def test_ask_writes_what_it_would_print(finished_sample: Workspace, tmp_path: Path) -> None:
    asking = ("ask", "import_history", "--workspace", finished_sample.folder)
    for form in ("table", "csv", "json"):
        told(0, *asking, "--format", form, "--output", tmp_path / form)
        assert (tmp_path / form).read_bytes() == horizons(*asking, "--format", form).stdout_bytes


def test_ask_takes_parameters(finished_sample: Workspace) -> None:
    asking = ("ask", "network_summary", "--format", "json", "--workspace", finished_sample.folder)
    first = json.loads(told(0, *asking, "--param", "as_of=2024-11-20", "--param", "window_days=365"))[0]
    last = json.loads(told(0, *asking))[0]
    assert first["as_of"].startswith("2024-11-20")
    assert first["home_share"] > last["home_share"] + 0.1


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["no_such_question"], ["no question 'no_such_question'", "network_summary"]),
        (["../pyproject"], ["no question"]),
        (["contacts", "--param", "colour=red"], ["no parameter 'colour'", "as_of"]),
        (["contacts", "--param", "as_of=yesterday"], ["as_of of contacts is a date", "'yesterday'"]),
        (["contacts", "--param", "window_days=many"], ["window_days of contacts is a whole number above 0"]),
        (["contacts", "--param", "window_days=0"], ["whole number above 0"]),
        (["network_summary", "--param", "weighting=luck"], ["one of minutes, people, warm"]),
    ],
)
def test_a_question_that_does_not_fit_is_a_users_error(
    at: tuple[str, Path], tmp_path: Path, arguments: list[str], says: list[str]
) -> None:
    said = told(1, "ask", *arguments, "-o", tmp_path / "answer", *at)
    assert all(words in said for words in says)
    assert not (tmp_path / "answer").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["ask"],
        ["ask", "contacts", "--format", "pdf"],
        ["ask", "contacts", "--param", "as_of"],
        ["undo"],
        ["undo", "first"],
        ["import"],
        ["import", "x.csv", "--me", "url:in/me"],
        ["export", "contacts"],
        ["export", "intro-targets", "--format", "pdf"],
        ["sample"],
        ["sample", "-o", "x", "--contacts", "3"],
        ["dance"],
        ["questions", "--json", "more"],
    ],
)
def test_wrong_usage_is_2(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]) -> None:
    monkeypatch.setenv("HORIZONS_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    said = told(2, *arguments)
    assert "Usage" in said
    assert not (tmp_path / "x").exists()


def test_an_answer_that_cannot_be_written_is_said_so(at: tuple[str, Path], tmp_path: Path) -> None:
    said = told(1, "ask", "contacts", "-o", tmp_path / "no" / "such" / "folder.txt", *at)
    assert "cannot be written" in said


def test_an_empty_workspace_answers_every_question(at: tuple[str, Path]) -> None:
    for name in questions.names():
        assert told(0, "ask", name, *at)


# link


def test_link_lists_and_links(at: tuple[str, Path], space: Workspace, sample_files: list[Path]) -> None:
    told(0, "import", *sample_files, *at)
    before = written(space)
    listed = told(0, "link", *at).splitlines()
    assert not difference(before, written(space))
    suggested = len(listed) - 1
    assert suggested > 20
    assert listed[-1] == f"{suggested} suggested. `horizons link --all` links them."
    asking = ("ask", "workspace_state", "--format", "json", *at)
    share = json.loads(told(0, *asking))[0]["known_calendar_share"]
    assert told(0, "link", "--all", *at) == f"{suggested} people linked.\n"
    assert json.loads(told(0, *asking))[0]["known_calendar_share"] > share
    assert told(0, "link", "--all", *at) == "0 people linked.\n"


def test_the_users_own_identities_are_taken_when_they_are_likely(finished_sample: Workspace) -> None:
    taken = {key for (key,) in rows(finished_sample, "select identity_key from decisions.own_identity where is_own")}
    assert "url:in/alex-morgan-sample-0" in taken
    own = {
        key
        for (key,) in rows(
            finished_sample, "select identity_key from model.self inner join model.identity using (contact_id)"
        )
    }
    assert {"url:in/alex-morgan-sample-0", "mail:alex.morgan@kestrelcloud.example"} <= own
    assert rows(finished_sample, "select full_name from model.contact where full_name = 'Alex Morgan'") == []


# export and sample


def test_export_intro_targets_in_every_format(finished_sample: Workspace, tmp_path: Path) -> None:
    with finished_sample.reading() as con:
        asked = questions.ask(con, "intro_targets")
    assert len(asked) > 10
    found = {}
    for form in ("csv", "xlsx", "json"):
        path = tmp_path / f"targets.{form}"
        assert str(path) in told(
            0, "export", "intro-targets", "--format", form, "-o", path, "--workspace", finished_sample.folder
        )
        found[form] = path.read_bytes()
    listed = list(csv.DictReader(io.StringIO(found["csv"].decode("utf-8-sig"))))
    assert list(listed[0]) == list(asked)
    assert [row["introducer"].removeprefix("'") for row in listed] == list(asked["introducer"])
    sheet = openpyxl.load_workbook(io.BytesIO(found["xlsx"])).active
    assert sheet is not None
    header, *body = sheet.iter_rows(values_only=True)
    assert list(header) == list(asked)
    assert [row[list(asked).index("introducer")] for row in body] == list(asked["introducer"])
    assert [row["introducer"] for row in json.loads(found["json"])] == list(asked["introducer"])
    printed = horizons("export", "intro-targets", "--workspace", finished_sample.folder)
    assert printed.stdout_bytes == found["csv"]


def test_sample_writes_files_that_can_be_imported(at: tuple[str, Path], tmp_path: Path) -> None:
    folder = tmp_path / "world"
    listed = told(0, "sample", "-o", folder, "--contacts", 60, "--seed", 3).split()
    assert len(listed) == 4
    assert all(Path(path).parent == folder for path in listed)
    assert json.loads((folder / "expected.json").read_text())["arguments"]["seed"] == 3
    told(0, "import", *listed, *at)


def test_a_sample_that_cannot_be_written_is_said_so(tmp_path: Path) -> None:
    occupied = file(tmp_path, "occupied", "x")
    assert "cannot be written" in told(1, "sample", "-o", occupied)
    assert "cannot be written" in told(1, "sample", "-o", occupied / "below")


# As a program


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "dashboard", *arguments],
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
        env=os.environ | environment,
    )


@pytest.mark.parametrize("arguments", [["--help"], ["import", "--help"], ["ask", "--help"]])
def test_help_waits_for_no_library(arguments: list[str]) -> None:
    code = (
        "import sys\nfrom dashboard.cli import app\n"
        f"try:\n    app({arguments!r})\nexcept SystemExit as end:\n    print('exit', end.code)\n"
        f"print('loaded', [name for name in {HEAVY!r} if name in sys.modules])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=240, check=True)
    assert done.stdout.splitlines()[-2:] == ["exit 0", "loaded []"]


def test_as_a_program_it_prints_there_and_complains_here(tmp_path: Path) -> None:
    home = {"HORIZONS_HOME": str(tmp_path / "home")}
    path = file(tmp_path, "Connections.csv", CONNECTIONS, "Zoë,Müller,,,Siemens AG,Ingénieur,05 Mar 2024")
    done = run("import", str(path), "--json", **home)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["files"][0]["new"] == 1
    for locale in ("C", "C.UTF-8"):
        done = run("ask", "contacts", **home, LC_ALL=locale)
        assert (done.returncode, done.stderr) == (0, "")
        assert "Zoë Müller" in done.stdout
    done = run("import", str(tmp_path / "missing.csv"), **home)
    assert (done.returncode, done.stdout) == (1, "")
    assert "missing.csv" in done.stderr
    assert run("dance", **home).returncode == 2


def test_a_question_answered_today_counts_to_the_last_day_of_the_files(finished_sample: Workspace) -> None:
    found = json.loads(told(0, "ask", "network_summary", "--format", "json", "--workspace", finished_sample.folder))
    state = json.loads(told(0, "ask", "workspace_state", "--format", "json", "--workspace", finished_sample.folder))
    assert found[0]["as_of"] == state[0]["last_on"]
    assert date.fromisoformat(found[0]["as_of"][:10]) <= date.today()


# back up, restore, delete


def test_back_up_restore_and_delete(tmp_path: Path, at: tuple[str, Path], space: Workspace) -> None:
    told(0, "import", connections(tmp_path, ADA), *at)
    assert told(0, "back-up", "-o", tmp_path / "b.duckdb", *at) == f"Written: {tmp_path / 'b.duckdb'}\n"
    told(0, "import", connections(tmp_path, ADA, BOB, name="later.csv"), *at)
    assert "all.zip" in told(0, "export-everything", "-o", tmp_path / "all.zip", *at)
    assert (tmp_path / "all.zip").read_bytes().startswith(b"PK")
    restored = told(0, "restore", tmp_path / "b.duckdb", *at)
    assert restored.startswith("Restored: 1 contacts, 1 imports, ")
    assert "workspace.before-restore.duckdb" in restored
    assert rows(space, "select count(*) from model.contact") == [(1,)]
    (tmp_path / "b.duckdb").write_bytes(b"no database" * 1000)
    assert "not a backup" in told(1, "restore", tmp_path / "b.duckdb", *at)
    assert rows(space, "select count(*) from model.contact") == [(1,)]
    (space.folder / "dashboard.json").write_text("")
    kept = CliRunner().invoke(app, ["delete-everything", "--workspace", str(space.folder)], input="no\n")
    assert kept.exit_code == 1
    assert "Nothing was deleted" in kept.stderr
    assert space.file.exists()
    gone = CliRunner().invoke(app, ["delete-everything", "--workspace", str(space.folder)], input="delete\n")
    assert gone.exit_code == 0, gone.output
    assert list(space.folder.rglob("*")) == []


def test_the_saved_plan_as_a_calendar_file(sample_workspace: Workspace, tmp_path: Path) -> None:
    """The same events as the Plan page saves; before one is saved, the way to it."""
    at = ("--workspace", sample_workspace.folder)
    refused = horizons("export", "plan", *at)
    assert (refused.exit_code, "Plan page" in refused.stderr) == (1, True)
    with sample_workspace.reading() as con:
        terms = questions.ask(con, "time_plan")["terms"][0]
    for name, setting in (("uid", "3f9a"), ("saved", f"SU 1380 45;{terms}"), ("moved 2020-01-05 23:00", "2999-01-01 09:00 45")):
        decide(sample_workspace, "time_plan", [{"name": name, "setting": setting}])
    decide(sample_workspace, "time_plan", [{"name": "moved 2020-01-05 23:00", "setting": None}])
    told(0, "export", "plan", "-o", tmp_path / "plan.ics", *at)
    events = icalendar.Calendar.from_ical((tmp_path / "plan.ics").read_bytes()).walk("VEVENT")
    said = {str(event["UID"]).partition(".")[0]: (event["DTSTART"].dt.hour, event.get("STATUS")) for event in events}
    assert said == {"slot-1": (23, None), "moved-20200105T2300": (9, "CANCELLED")}
    assert "Ask about" in next(str(event["DESCRIPTION"]) for event in events if "DESCRIPTION" in event)


def test_report_is_one_page(sample_workspace: Workspace, tmp_path: Path) -> None:
    page = tmp_path / "report.html"
    done = horizons("report", "--initials", "-o", page, "--workspace", sample_workspace.folder)
    assert done.exit_code == 0, done.output
    assert "names are initials" in page.read_text(encoding="utf-8")


def test_a_list_that_a_contact_shared(space: Workspace, at: tuple[str, Path], tmp_path: Path) -> None:
    """Said whose it is, by name; nobody of that name, or both answers at once, and nothing is written."""
    told(0, "import", connections(tmp_path, ADA, BOB), *at)
    theirs = connections(tmp_path, "Kim,Lee,https://www.linkedin.com/in/kim,,Acme,Boss,05 Mar 2024", name="theirs.csv")
    assert 'No contact is called "Zed"' in told(1, "import", theirs, "--shared-by", "Zed", *at)
    assert "not both" in told(2, "import", theirs, "--shared-by", "Ada Fox", "--mine", *at)
    assert rows(space, "select count(*) from records.import") == [(1,)]
    assert "shared list, import 2" in told(0, "import", theirs, "--shared-by", "ada fox", *at)
    assert "Kim Lee" in told(0, "ask", "second_degree", *at)
    assert rows(space, "select count(*) from model.contact") == [(2,)]
