"""The Import page."""

import hashlib
import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
from apptest import Opened, asked, assert_sound, said
from streamlit.testing.v1 import AppTest

from dashboard import importers, warehouse
from dashboard.headlines.words import day


def test_empty_import_page_says_where_files_come_from(opened: Opened, tmp_path: Path) -> None:
    app = opened(tmp_path, "imports")
    assert_sound(app)
    assert "Drop your files" in said(app)
    assert "Get a copy of your data" in said(app)


def test_import_previews_then_imports_then_links(opened: Opened, tmp_path: Path, sample_files: list[Path]) -> None:
    space = warehouse.Workspace(tmp_path)
    app = opened(tmp_path, "imports")
    for path in sample_files:
        app.file_uploader(key="uploads_0").upload(path.name, path.read_bytes())
    app.run()
    assert_sound(app)
    assert asked(space, "import_history").empty, "a preview stores nothing"
    assert "Is this you?" in said(app)
    app.button(key="import").click().run()
    assert_sound(app)
    history = asked(space, "import_history")
    assert len(history) > 8
    assert (
        history["rows_read"] == history[["rows_new", "rows_updated", "rows_unchanged", "rows_refused"]].sum(axis=1)
    ).all()
    before = len(asked(space, "suggested_links"))
    app.button(key="link_all").click().run()
    assert before > 0
    assert asked(space, "suggested_links").empty
    app.button(key=f"undo_{history['import_id'].max()}").click().run()
    assert_sound(app)
    assert len(asked(space, "import_history")) == len(history) - 1


def test_unconfirmed_identity_is_a_contact(opened: Opened, tmp_path: Path, sample_files: list[Path]) -> None:
    calendar = next(path for path in sample_files if path.suffix == ".ics")
    app = opened(tmp_path, "imports")
    app.file_uploader(key="uploads_0").upload(calendar.name, calendar.read_bytes())
    app.run()
    own = next(box for box in app.checkbox if "alex.morgan" in box.label.replace("\\", ""))
    own.uncheck().run()
    app.button(key="import").click().run()
    assert "alex.morgan@kestrelcloud.example" in set(asked(warehouse.Workspace(tmp_path), "contacts")["email"])


def test_refused_file_says_why_and_spares_the_others(opened: Opened, tmp_path: Path, sample_files: list[Path]) -> None:
    app = opened(tmp_path, "imports")
    app.file_uploader(key="uploads_0").upload("holiday.csv", b"%PDF-1.7 not a table").upload(
        "my-contacts.xlsx", next(path for path in sample_files if path.suffix == ".xlsx").read_bytes()
    )
    app.run()
    assert_sound(app)
    assert any("holiday" in str(error.proto) for error in app.error)
    why = app.error[0].proto.title
    app.button(key="import").click().run()
    assert_sound(app)
    assert list(asked(warehouse.Workspace(tmp_path), "import_history")["file"]) == ["my-contacts.xlsx"]
    assert [error.proto.title for error in app.error] == [why], "the result names it still"
    assert "1 file could not be read, see below: nothing of it is in." in said(app)
    later = said(opened(tmp_path, "imports")).replace("\\", "")
    assert f"Not read. {why} ".replace("\\", "") in later, "and so does the history"
    opened(tmp_path, "imports").button(key="undo_1").click().run()
    assert asked(warehouse.Workspace(tmp_path), "refused_files").empty


def test_home_industry_is_asked_where_no_file_tells_it(
    opened: Opened, tmp_path: Path, sample_files: list[Path]
) -> None:
    sheet = next(path for path in sample_files if path.suffix == ".xlsx")
    space = warehouse.Workspace(tmp_path)
    warehouse.import_files(space, [warehouse.SourceFile(sheet, sheet.name)])
    app = opened(tmp_path, "imports")
    app.selectbox(key="home").set_value("LAW").run()
    assert_sound(app)
    assert asked(space, "workspace_state")["home_industry"][0] == "LAW"


def test_a_hostile_file_name_is_only_a_name(opened: Opened, tmp_path: Path) -> None:
    app = opened(tmp_path, "imports")
    app.file_uploader(key="uploads_0").upload("![x](http://stranger.example/p.png).csv", b"%PDF-1.7")
    app.run()
    assert_sound(app)
    assert app.error
    assert not any("](http://" in str(error.proto) for error in app.error), "Markdown would fetch the picture"


POLISH = "Imię i nazwisko;Pracodawca;Miasto\nAda Lis;Siemens AG;Kraków\nJan Wilk;Charité;Berlin\n"
CONTACTS = "Name,Company,Employer\nDana Fox,Kestrel,Siemens AG\n"


def dropped(app: AppTest, name: str, text: str, turn: int = 0) -> AppTest:
    app.file_uploader(key=f"uploads_{turn}").upload(name, text.encode())
    return app.run()


def test_a_strange_spreadsheet_is_explained_and_remembered(opened: Opened, tmp_path: Path) -> None:
    space = warehouse.Workspace(tmp_path)
    app = dropped(opened(tmp_path, "imports"), "kontakty.csv", POLISH)
    assert_sound(app)
    assert app.title[0].value == "This file cannot be read yet"
    assert "Ada Lis · Jan Wilk" in said(app), "the first values of each column"
    assert not [button for button in app.button if button.key == "import"]
    app.selectbox(key="lists_0").set_value("contact_sheet").run()
    assert "needs a column with names" in str(app.warning[0].proto)
    app.selectbox(key="means_0_0").set_value("full_name").run()
    assert_sound(app)
    assert app.title[0].value == "2 rows read, every one accounted for"
    app.selectbox(key="means_0_1").set_value("company").run()
    app.button(key="import").click().run()
    assert_sound(app)
    contacts = asked(space, "contacts")
    assert sorted(zip(contacts["full_name"], contacts["company"], strict=True)) == [
        ("Ada Lis", "Siemens AG"), ("Jan Wilk", "Charité")
    ]  # fmt: skip
    app = dropped(app, "nowi.csv", "Pracodawca;Imię i nazwisko;Miasto\nKirkland & Ellis;Ewa Sowa;Gdańsk\n", 1)
    assert app.title[0].value == "1 row read, every one accounted for"
    assert [app.selectbox(key=f"means_0_{place}").value for place in range(3)] == ["company", "full_name", "leave out"]


def test_a_meaning_moves_from_one_column_to_another_and_back(opened: Opened, tmp_path: Path) -> None:
    app = dropped(opened(tmp_path, "imports"), "people.csv", CONTACTS)
    meanings = lambda: [app.selectbox(key=f"means_0_{place}").value for place in range(3)]  # noqa: E731
    assert meanings() == ["full_name", "company", "leave out"]
    app.selectbox(key="means_0_2").set_value("company").run()
    assert meanings() == ["full_name", "leave out", "company"]
    assert "“Employer” means: company." in said(app)
    app.button(key="undo_decision").click().run()
    assert meanings() == ["full_name", "company", "leave out"]


def test_dates_that_nothing_tells_apart_are_asked_about_and_remembered(opened: Opened, tmp_path: Path) -> None:
    space = warehouse.Workspace(tmp_path)
    log = "Date,Person,Minutes\n3/4/2026,Dana Fox,30\n"
    app = dropped(opened(tmp_path, "imports"), "log.csv", log)
    assert_sound(app)
    assert app.title[0].value == "This file cannot be read yet"
    assert "Which day is 3/4/2026?" in said(app)
    assert "Say below which day it is" in str(app.warning[0].proto)
    (asked,) = [radio for radio in app.radio if radio.key.startswith("day_order")]
    assert (asked.options, asked.value) == (["3 Apr 2026", "4 Mar 2026"], None)
    asked.set_value("month first").run()
    assert_sound(app)
    assert app.title[0].value == "1 row read, every one accounted for"
    assert "In log.csv the month comes first." in said(app)
    app.button(key="undo_decision").click().run()
    assert app.title[0].value == "This file cannot be read yet"
    app.radio[0].set_value("day first").run()
    app.button(key="import").click().run()
    with space.reading() as con:
        assert con.execute("select starts_at::date from records.interaction").fetchall() == [(date(2026, 4, 3),)]
    app = dropped(app, "later.csv", log.replace("3/4", "5/6"), 1)
    assert app.radio[0].value == "day first", "remembered, and to be changed"


def test_a_file_in_a_zip_is_asked_about_and_holds_up_no_other(opened: Opened, tmp_path: Path) -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("log.csv", "Date,Person,Minutes\n3/4/2026,Dana Fox,30\n")
    app = opened(tmp_path, "imports")
    people = "Name,E-mail\nBen Bo,b@x.io\n"
    app.file_uploader(key="uploads_0").upload("all.zip", held.getvalue()).upload("people.csv", people.encode()).run()
    assert_sound(app)
    assert "Say below which day it is" in str(app.warning[0].proto)
    assert [button.label for button in app.button if button.key == "import"] == ["Import 1 row"]
    app.radio[0].set_value("day first").run()
    assert_sound(app)
    assert [button.label for button in app.button if button.key == "import"] == ["Import 2 rows"]


def test_contacts_wait_for_the_answer_too(opened: Opened, tmp_path: Path) -> None:
    app = dropped(opened(tmp_path, "imports"), "people.csv", "Name,E-mail,Connected on\nDana Fox,d@x.io,3/4/2026\n")
    assert_sound(app)
    assert not [button for button in app.button if button.key == "import"]
    app.radio[0].set_value("day first").run()
    assert [button for button in app.button if button.key == "import"]


def test_every_importer_says_where_its_file_comes_from(opened: Opened, tmp_path: Path) -> None:
    shown = said(opened(tmp_path, "imports"))
    for module in importers.modules():
        assert f"**{module.TITLE}.** {module.HELP}" in shown
        assert len(module.HELP.split()) >= 12


def test_a_preview_is_made_once(opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = []
    real = warehouse.preview_files
    monkeypatch.setattr(warehouse, "preview_files", lambda *args, **more: made.append(1) or real(*args, **more))
    app = dropped(opened(tmp_path, "imports"), "people.csv", CONTACTS)
    app.run()
    app.run()
    assert len(made) == 1


def test_a_pasted_table(opened: Opened, tmp_path: Path) -> None:
    space = warehouse.Workspace(tmp_path)
    app = opened(tmp_path, "imports")
    app.text_area(key="pasted_0_0").set_value("only one line")
    app.button(key="paste_read").click().run()
    assert "Only one row was pasted" in str(app.error[0].proto)
    app.text_area(key="pasted_0_0").set_value("Name\tCompany\nDana Fox\tSiemens AG\n")
    app.button(key="paste_read").click().run()
    assert_sound(app)
    assert app.title[0].value == "1 row read, every one accounted for"
    app.button(key="import").click().run()
    assert_sound(app)
    assert asked(space, "import_history")["file"][0].startswith("pasted on ")
    # Nothing could bring it back: its undo wants a word.
    assert app.button(key="undo_1").disabled
    app.text_input(key="undo_word_1").set_value("undo").run()
    app.button(key="undo_1").click().run()
    assert asked(space, "import_history").empty


def test_a_paste_can_be_left_out_again(opened: Opened, tmp_path: Path) -> None:
    app = opened(tmp_path, "imports")
    app.text_area(key="pasted_0_0").set_value("Name\tCompany\nDana Fox\tSiemens AG\n")
    app.button(key="paste_read").click().run()
    app.button(key="leave_out_0").click().run()
    assert app.title[0].value == "Drop your files as they came"


def test_a_file_by_its_path(opened: Opened, tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text(CONTACTS, encoding="utf-8")
    app = opened(tmp_path / "mine", "imports")
    app.text_input(key="typed_0_0").set_value(str(tmp_path))
    app.button(key="path_read").click().run()
    assert "is a folder" in str(app.error[0].proto).replace("\\", "")
    app.text_input(key="typed_0_0").set_value(str(tmp_path / "people.csv"))
    app.button(key="path_read").click().run()
    assert_sound(app)
    app.button(key="import").click().run()
    assert list(asked(warehouse.Workspace(tmp_path / "mine"), "import_history")["file"]) == ["people.csv"]


def test_a_file_known_already(opened: Opened, tmp_path: Path) -> None:
    app = dropped(opened(tmp_path, "imports"), "people.csv", CONTACTS)
    app.button(key="import").click().run()
    app = dropped(app, "people (1).csv", CONTACTS, 1)
    assert_sound(app)
    assert app.title[0].value == "Nothing new in there"
    assert not [button for button in app.button if button.key == "import"]
    assert "Already imported on" in said(app)


def test_what_changes_is_said_before_and_after(opened: Opened, tmp_path: Path) -> None:
    space = warehouse.Workspace(tmp_path)
    export = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    app = dropped(
        opened(tmp_path, "imports"), "a.csv", export + "Cod,Er,https://www.linkedin.com/in/cod,,SAP SE,Developer,\n"
    )
    app.button(key="import").click().run()
    app.selectbox(key="home").set_value("SFT").run()
    newer = (
        "Cod,Er,https://www.linkedin.com/in/cod,,SAP SE,Developer,\n"
        "Lea,Law,https://www.linkedin.com/in/lea,,Kirkland & Ellis,Lawyer,\n"
    )
    app = dropped(app, "b.csv", export + newer, 1)
    assert "Home share 100% → 50%" in said(app)
    app.button(key="import").click().run()
    assert_sound(app)
    assert "Home share 100% → 50%" in said(app)
    assert {metric.label: metric.value for metric in app.metric}["New people"] == "1"
    moved = "Cod,Er,https://www.linkedin.com/in/cod,,Charité,Doctor,\n"
    app = dropped(app, "c.csv", export + moved, 2)
    assert_sound(app)
    before = {metric.label: metric.value for metric in app.metric}
    assert (before["No longer listed"], before["Job changes"]) == ("1", "1"), "said before it is stored"
    assert ["Lea Law"] in [list(table.value.get("full_name", [])) for table in app.dataframe]
    assert asked(space, "gone_people").empty
    app.button(key="import").click().run()
    assert_sound(app)
    assert {metric.label: metric.value for metric in app.metric} == {
        "New people": "0", "No longer listed": "1", "Job changes": "1", "New interactions": "0"
    }  # fmt: skip
    assert list(asked(space, "job_changes")["to_company"]) == ["Charité"]
    assert "1 person is no longer listed" in [box.label for box in app.expander]
    named = lambda found: [list(table.value["full_name"]) for table in found.dataframe if "Last listed in" in table.value]  # noqa: E731
    assert named(app) == [["Lea Law"]]
    app = opened(tmp_path, "imports")
    assert named(app) == []
    app.button(key="details_3").click().run()
    assert_sound(app)
    assert named(app) == [["Lea Law"]], "the history names them too"
    app.button(key="details_1").click().run()
    assert named(app) == []
    app.button(key="undo_3").click().run()
    assert_sound(app)
    assert asked(space, "job_changes").empty


def test_who_moved_into_a_gap_and_who_is_gone_is_said_everywhere(opened: Opened, tmp_path: Path) -> None:
    space = warehouse.Workspace(tmp_path)
    header = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    many = "".join(f"P{n},Er,https://www.linkedin.com/in/p{n},,SAP SE,Developer,\n" for n in range(40))
    lawyer = "Lea,Law,https://www.linkedin.com/in/lea,,Kirkland & Ellis,,\n"
    for name, cod, lea in (("a.csv", "SAP SE", lawyer), ("b.csv", "Charité", "")):
        path = tmp_path / name
        path.write_text(f"{header}{many}Cod,Er,https://www.linkedin.com/in/cod,,{cod},,\n{lea}", encoding="utf-8")
        warehouse.import_files(space, [warehouse.SourceFile(path, name)])
    warehouse.decide(space, "assumption", [{"name": "home_industry", "setting": "SFT"}])
    moved = "Cod Er moved to Charité: now in Health care, an industry you lack."
    overview = said(opened(tmp_path, "overview")).replace("\\", "")
    assert moved in overview
    assert "1 job change and 1 no longer listed" in overview
    gone = asked(space, "contacts").query("is_vanished").iloc[0]
    assert gone["full_name"] == "Lea Law"
    person = said(opened(tmp_path, "person", who=gone["contact_id"]))
    assert f"No longer in the list imported on {day(gone['vanished_on'])}" in person
    listed = opened(tmp_path, "contacts").dataframe[0].value.set_index("full_name")["vanished_on"].notna()
    assert (listed["Lea Law"], listed["Cod Er"], listed.sum()) == (True, False, 1)
    app = opened(tmp_path, "imports")
    newest = (header + many).replace("P1,Er,https://www.linkedin.com/in/p1,,SAP SE", "P1,Er,https://www.linkedin.com/in/p1,,Charité")
    app = dropped(app, "c.csv", newest)
    app.button(key="import").click().run()
    assert_sound(app)
    assert "P1 Er moved to Charité: now in Health care, an industry you lack." in said(app).replace("\\", "")


@pytest.mark.parametrize("turn", [1, -1], ids=["older first", "newer first"])
def test_two_copies_dropped_together_say_which_is_the_older(opened: Opened, tmp_path: Path, turn: int) -> None:
    space = warehouse.Workspace(tmp_path)
    header = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    cod = "Cod,Er,https://www.linkedin.com/in/cod,,SAP SE,Developer,05 Mar 2024\n"
    older = header + cod + "Lea,Law,https://www.linkedin.com/in/lea,,,,06 Mar 2024\n"
    newer = header + cod + "Ida,Elm,https://www.linkedin.com/in/ida,,,,07 Mar 2024\n"
    app = opened(tmp_path, "imports")
    for name, text in (("Connections.csv", older), ("Connections (1).csv", newer))[::turn]:
        app.file_uploader(key="uploads_0").upload(name, text.encode())
    app.run()
    taken = "Connections.csv: Its newest connection is of 6 Mar 2024, that of another copy of 7 Mar 2024"
    assert taken in said(app).replace("\\", "")
    app.button(key="import").click().run()
    assert_sound(app)
    assert taken in said(app).replace("\\", "")
    assert list(asked(space, "contacts").query("is_vanished")["full_name"]) == ["Lea Law"]
    history = asked(space, "import_history").set_index("file")
    app.button(key=f"details_{history['import_id']['Connections.csv']}").click().run()
    assert said(app).replace("\\", "").count("Its newest connection is of 6 Mar 2024") == 2


def test_all_files_refused(opened: Opened, tmp_path: Path) -> None:
    app = opened(tmp_path, "imports")
    app.file_uploader(key="uploads_0").upload("a.csv", b"%PDF-1.7").upload("b.csv", b"")
    app.run()
    assert_sound(app)
    assert app.title[0].value == "None of the files can be read yet"
    assert len(app.error) == 2


def test_refused_rows_are_told_with_their_reason(opened: Opened, tmp_path: Path) -> None:
    log = "Date,Person,Minutes\n2026-10-02,Dana Fox,30\nsoon,Dana Fox,30\n"
    app = dropped(opened(tmp_path, "imports"), "log.csv", log)
    assert_sound(app)
    table = next(found.value for found in app.dataframe if "Why" in found.value)
    assert list(table.itertuples(index=False, name=None)) == [("Unreadable date", 1, "Refused", "log.csv")]
    assert "Rows: 1 refused, and why" in said(app)


@pytest.mark.parametrize("name", ["![x](http://stranger.example/p.png).csv", "<b>$x$</b> :red[y] `z`.csv"])
def test_hostile_names_of_files_and_columns_are_only_names(opened: Opened, tmp_path: Path, name: str) -> None:
    app = dropped(opened(tmp_path, "imports"), name, "Name,![y](http://stranger.example/q.png)\nDana Fox,:red[x]\n")
    assert_sound(app)
    texts = [str(element.proto) for kind in ("markdown", "caption", "expander", "selectbox") for element in app.get(kind)]
    assert not any("](http://" in text for text in texts)


def test_two_files_of_one_name_that_cannot_be_read(opened: Opened, tmp_path: Path) -> None:
    app = opened(tmp_path, "imports")
    for text in (POLISH, POLISH, POLISH.replace("Ada", "Ewa")):
        app.file_uploader(key="uploads_0").upload("kontakty.csv", text.encode())
    app.run()
    assert_sound(app)
    assert app.selectbox(key="lists_1").value is None


def test_the_ledger_of_an_import(opened: Opened, tmp_path: Path) -> None:
    space = warehouse.Workspace(tmp_path)
    path = tmp_path / "a_[b].csv"
    path.write_text("Date,Person,Minutes\n2024-03-04,Dana Fox,30\nnever,Ben Bo,30\n2090-01-01,Dana Fox,30\n")
    warehouse.import_files(space, [warehouse.SourceFile(path, path.name)])
    app = opened(tmp_path, "imports")
    app.button(key="details_1").click().run()
    assert_sound(app)
    text = said(app)
    assert f"SHA-256 {hashlib.sha256(path.read_bytes()).hexdigest()[:12]}" in text
    assert "read 3 = new 2 + updated 0 + unchanged 0 + refused 1" in text
    reasons = next(found.value for found in app.dataframe if "What happens" in found.value)
    assert reasons[["Why", "Rows", "What happens"]].values.tolist() == [
        ["Unreadable date", 1, "Refused"], ["Not yet happened", 1, "Kept, counts nothing"],
    ]
    app.button(key="undo_1").click().run()
    assert_sound(app)
