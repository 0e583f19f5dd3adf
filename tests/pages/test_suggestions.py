"""The Suggestions page and its drawer."""

import csv
import io
import json
from datetime import date, timedelta

import openpyxl
import pandas as pd
from apptest import Opened, asked, assert_sound, said
from streamlit.testing.v1 import AppTest

from dashboard import exports, warehouse
from dashboard.intros import week_asks
from dashboard.intros.portfolio import Limits, portfolio


def chosen(space: warehouse.Workspace, limits: Limits | None = None) -> pd.DataFrame:
    """What the page should show as cards."""
    return portfolio(asked(space, "intro_targets", **week_asks.WIDE), limits or Limits())


def cards(app: AppTest) -> list[str]:
    """Who is on the cards, in order."""
    return [h.value.replace("\\", "").removeprefix("Ask ") for h in app.header if h.value.startswith("Ask ")]


def test_three_cards_for_three_people(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    app = opened(sample_workspace, "suggestions")
    assert_sound(app)
    assert app.title[0].value == "Three asks for this week, 30 minutes"
    people = list(chosen(sample_workspace)["introducer"])
    assert [header.value.replace("\\", "") for header in app.header][:3] == [f"Ask {name}" for name in people]
    assert [button.proto.type for button in app.button if button.proto.type == "primary"] == ["primary"]


def test_draft_opens_and_follows_the_reason(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    app = opened(sample_workspace, "suggestions")
    best = chosen(sample_workspace).iloc[0]
    app.button(key="write_0").click().run()
    note, blurb = app.text_area
    assert best["introducer"].split()[0] in note.value
    assert "Alex Morgan" in blurb.value
    app.text_input(key="reason").set_value("I teach a course on patient safety").run()
    note, blurb = app.text_area
    assert "patient safety" in note.value + blurb.value
    assert_sound(app)
    assert not [button.key for button in app.button if button.proto.type == "primary"], "the drawer has it"


def test_what_was_sent_is_a_request_until_undone(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    app = opened(sample_workspace, "suggestions")
    best = chosen(sample_workspace).iloc[0]
    app.button(key="write_0").click().run()
    app.button(key="i_sent_it").click().run()
    assert_sound(app)
    (request,) = asked(sample_workspace, "intro_requests").to_dict("records")
    assert (request["introducer"], request["target_industry"]) == (best["introducer"], best["target_industry"])
    assert (request["state"], request["sent_on"].date()) == ("sent", date.today())
    assert not app.text_area, "the drawer is shut"
    assert f"Your ask to {best['introducer']} is sent: a follow-up is due in 10 days." in said(app)
    assert best["introducer"] not in set(asked(sample_workspace, "intro_targets")["introducer"])
    app.button(key="undo_decision").click().run()
    assert asked(sample_workspace, "intro_requests").empty
    assert chosen(sample_workspace).iloc[0]["introducer"] == best["introducer"]


def test_a_draft_can_wait(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    app = opened(sample_workspace, "suggestions")
    app.button(key="write_0").click().run()
    app.button(key="send_later").click().run()
    assert list(asked(sample_workspace, "intro_requests")["state"]) == ["drafted"]


def test_not_now_comes_back_in_thirty_days(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    app = opened(sample_workspace, "suggestions")
    first = chosen(sample_workspace).iloc[0]
    pair = (first["introducer"], first["target_industry"])

    def pairs(on: date) -> set[tuple[str, str]]:
        frame = asked(sample_workspace, "intro_targets", today=on)
        return set(zip(frame["introducer"], frame["target_industry"], strict=True))

    app.menu_button(key="more_0").click("Not now: back in 30 days").run()
    assert_sound(app)
    assert "comes back in 30 days" in said(app)
    assert pair not in pairs(date.today() + timedelta(days=29))
    assert pair in pairs(date.today() + timedelta(days=30))
    app.button(key="undo_decision").click().run()
    assert pair in pairs(date.today())


def test_one_industry_and_back_to_all(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    app = opened(sample_workspace, "suggestions")
    label = asked(sample_workspace, "intro_targets")["target_label"].iloc[-1]
    app.selectbox(key="target_industry").set_value(label).run()
    assert_sound(app)
    assert app.title[0].value.replace("\\", "").endswith(f"to ask about {label}")
    app.button(key="all_industries").click().run()
    assert app.title[0].value == "Three asks for this week, 30 minutes"


def test_never_suggest_is_remembered_and_undone(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    app = opened(sample_workspace, "suggestions")
    first = chosen(sample_workspace).iloc[0]["introducer"]
    app.menu_button(key="more_0").click("Never suggest again").run()
    assert first not in set(asked(sample_workspace, "intro_targets")["introducer"])
    assert f"{first} will not be suggested again." in said(app)
    app.button(key="undo_decision").click().run()
    assert chosen(sample_workspace).iloc[0]["introducer"] == first


def test_each_card_says_what_it_adds_and_why(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    app = opened(sample_workspace, "suggestions")
    found = chosen(sample_workspace)
    for added in found["added_industries"]:
        assert f"expected +{added:.1f} industries · 10 min" in said(app)
    together = found["added_industries"].sum()
    assert f"open **{together:.1f} of the industries** you lack" in said(app) or f"**{together:.1g} of an industry**" in said(app)
    for evidence in found["evidence"]:
        assert evidence[1:] in said(app)


def test_a_swap_brings_the_next_best_and_is_undone_in_two_ways(
    opened: Opened, sample_workspace: warehouse.Workspace
) -> None:
    app = opened(sample_workspace, "suggestions")
    before = cards(app)
    pair = chosen(sample_workspace).iloc[1]
    app.button(key="swap_1").click().run()
    assert_sound(app)
    assert cards(app) == list(chosen(sample_workspace)["introducer"])
    held = asked(sample_workspace, "put_off")
    assert list(held[["kind", "full_name"]].itertuples(index=False, name=None)) == [("swapped", pair["introducer"])]
    assert (pair["introducer_id"], pair["target_industry"]) not in set(
        zip(*[chosen(sample_workspace)[name] for name in ("introducer_id", "target_industry")], strict=True)
    )
    app.button(key="undo_decision").click().run()
    assert cards(app) == before
    app.button(key="swap_1").click().run()
    assert "Put off or left out (1)" in [box.label for box in app.expander]


def test_a_pin_stays_when_the_rest_changes(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    app = opened(sample_workspace, "suggestions")
    last = cards(app)[2]
    app.button(key="pin_2").click().run()
    assert_sound(app)
    assert cards(app)[0] == last, "what is kept stands first"
    assert app.button(key="pin_0").label == "Let go"
    app.button(key="swap_1").click().run()
    assert cards(app)[0] == last
    app.number_input(key="assume_asks_per_week").set_value(1).run()
    assert_sound(app)
    assert cards(app) == [last]
    app.button(key="pin_0").click().run()
    assert cards(app) == [chosen(sample_workspace, Limits(1)).iloc[0]["introducer"]]


def test_an_ask_from_the_list_is_kept_for_this_week_in_its_drawer(
    opened: Opened, sample_workspace: warehouse.Workspace
) -> None:
    """Not only what the cards propose: any ask may be the one that stays, and the rest give way."""
    frame = asked(sample_workspace, "intro_targets", **week_asks.WIDE)
    on_cards = set(chosen(sample_workspace)["introducer_id"])
    other = frame[~frame["introducer_id"].isin(on_cards)].iloc[-1]
    app = opened(sample_workspace, "suggestions")
    app.session_state["writing"] = (other["introducer_id"], other["target_industry"])
    app.run()
    assert app.button(key="keep_ask").label == "Keep for this week"
    app.button(key="keep_ask").click().run()
    assert_sound(app)
    assert cards(app) == list(chosen(sample_workspace)["introducer"])
    assert cards(app)[0] == other["introducer"]
    assert f"{other['introducer']} about {other['target_label']} stays this week." in said(app)
    assert app.button(key="keep_ask").label == "Let go", "the drawer stays open, with what was typed in it"
    app.button(key="keep_ask").click().run()
    assert other["introducer"] not in cards(app)
    assert app.button(key="keep_ask").label == "Keep for this week"


def test_an_ask_from_the_list_is_left_out_in_its_drawer(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    """Not now, not for this and never are for every ask, not only for those on the cards."""

    def drawer_of_another() -> tuple[AppTest, tuple[str, str]]:
        frame = asked(sample_workspace, "intro_targets", **week_asks.WIDE)
        other = frame[~frame["introducer_id"].isin(set(chosen(sample_workspace)["introducer_id"]))].iloc[-1]
        app = opened(sample_workspace, "suggestions")
        app.session_state["writing"] = pair = (other["introducer_id"], other["target_industry"])
        return app.run(), pair

    for word, kind in (("Not now: back in 30 days", "until"), ("Not for this industry", "pair"), ("Never suggest again", "person")):
        app, (person, industry) = drawer_of_another()
        app.menu_button(key="more_drawer").click(word).run()
        assert_sound(app)
        assert not app.text_area, "the drawer is shut"
        held = asked(sample_workspace, "put_off").set_index("contact_id")
        assert held.loc[person, "kind"] == kind
        frame = asked(sample_workspace, "intro_targets", **week_asks.WIDE)
        left = frame[(frame["introducer_id"] == person) & ((frame["target_industry"] == industry) | (kind == "person"))]
        assert left.empty
    app, pair = drawer_of_another()
    app.menu_button(key="more_drawer").click("Put off until a day …").run()
    app.button(key="put_off_go").click().run()
    assert_sound(app)
    assert pair[0] in set(asked(sample_workspace, "put_off")["contact_id"])


def test_what_was_asked_already_is_not_kept_for_this_week(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    app = opened(sample_workspace, "suggestions")
    app.button(key="write_0").click().run()
    app.button(key="send_later").click().run()
    (request,) = asked(sample_workspace, "intro_requests").to_dict("records")
    app = opened(sample_workspace, "requests")
    app.session_state["writing"] = (request["request_key"], "introduction")
    app.run()
    assert_sound(app)
    keys = [button.key for button in app.button]
    assert "i_sent_it" in keys and "keep_ask" not in keys


def test_the_limits_are_edited_where_they_are_used(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    app = opened(sample_workspace, "suggestions")
    app.number_input(key="assume_asks_per_week").set_value(5).run()
    app.number_input(key="assume_minutes_ask").set_value(15.0).run()
    assert_sound(app)
    assert app.title[0].value == "Four asks for this week, 60 minutes", "an hour has room for four"
    assert cards(app) == list(chosen(sample_workspace, Limits(5, 60, 15))["introducer"])
    app.button(key="undo_decision").click().run()
    assert app.title[0].value == "Five asks for this week, 50 minutes"


def test_a_pair_is_left_out_for_good_until_it_is_brought_back(
    opened: Opened, sample_workspace: warehouse.Workspace
) -> None:
    app = opened(sample_workspace, "suggestions")
    first = chosen(sample_workspace).iloc[0]
    pair = (first["introducer_id"], first["target_industry"])

    def pairs() -> set[tuple[str, str]]:
        frame = asked(sample_workspace, "intro_targets", **week_asks.WIDE, today=date(2400, 1, 1))
        return set(zip(frame["introducer_id"], frame["target_industry"], strict=True))

    assert pair in pairs()
    app.menu_button(key="more_0").click("Not for this industry").run()
    assert_sound(app)
    assert pair not in pairs()
    app.session_state["put_off"] = True
    app.run()
    assert f"{first['introducer']} about {first['target_label']}, for good" in said(app)
    app.button(key=f"back_pair_{pair[0]}_{pair[1]}").click().run()
    assert_sound(app)
    assert pair in pairs()


def test_put_off_until_a_day(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    app = opened(sample_workspace, "suggestions")
    until = date.today() + timedelta(days=100)
    app.menu_button(key="more_0").click("Put off until a day …").run()
    assert [button.key for button in app.button if button.proto.type == "primary"] == ["put_off_go"]
    app.date_input(key="until_on").set_value(until).run()
    app.button(key="put_off_go").click().run()
    assert_sound(app)
    (line,) = asked(sample_workspace, "put_off").to_dict("records")
    assert (line["kind"], line["until_on"].date()) == ("until", until)


def listed(app: AppTest) -> pd.DataFrame:
    frame: pd.DataFrame = next(table.value for table in app.dataframe if "Certainty" in table.value)
    return frame


def test_filters_stand_in_the_address(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    everything = asked(sample_workspace, "intro_targets", **week_asks.WIDE)
    label = everything["target_label"].iloc[3]
    app = opened(sample_workspace, "suggestions", target_industry=label, warm_only="true")
    assert_sound(app)
    found = listed(app)
    assert set(found["About"]) == {label}
    assert (found["Tie strength, 0 to 100"] >= 30).all()
    assert len(found) == ((everything["target_label"] == label) & (everything["strength"] >= 30)).sum()
    assert app.title[0].value.replace("\\", "").endswith(f"to ask about {label}")


def test_filters_by_name_and_certainty(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    app = opened(sample_workspace, "suggestions")
    everything = listed(app)
    name = everything["Ask"].iloc[0].split()[-1].upper()
    app.text_input(key="introducer").set_value(name).run()
    assert set(listed(app)["Ask"]) == {one for one in everything["Ask"] if name.casefold() in one.casefold()}
    app.text_input(key="introducer").set_value("").run()
    app.button_group(key="certainty").set_value(["guess"]).run()
    assert_sound(app)
    assert set(listed(app)["Certainty"]) == {"guess"}
    app.text_input(key="introducer").set_value("nobody is called that").run()
    assert_sound(app)
    assert "Nobody fits all of these" in said(app)


def test_who_was_asked_lately_can_be_seen(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    app = opened(sample_workspace, "suggestions")
    name = chosen(sample_workspace).iloc[0]["introducer"]
    app.button(key="write_0").click().run()
    app.button(key="i_sent_it").click().run()
    assert name not in set(listed(app)["Ask"])
    app.toggle(key="rested").set_value(False).run()
    assert_sound(app)
    row = listed(app).set_index("Ask").loc[[name]].iloc[0]
    assert row["Last asked"].date() == date.today()
    assert name not in cards(app), "listed, not suggested"


def test_the_files_are_the_list_on_screen(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    """After a filter: the same columns in the same order, the same rows, in CSV, Excel and JSON."""
    app = opened(sample_workspace, "suggestions")
    app.button_group(key="certainty").set_value(["likely"]).run()
    shown = listed(app)
    assert 0 < len(shown) < len(asked(sample_workspace, "intro_targets", **week_asks.WIDE))
    assert [button.key for button in app.get("download_button") if (button.key or "").startswith("export_")] == [
        "export_csv", "export_xlsx", "export_json"
    ]
    text = exports.export(shown, "csv").decode("utf-8-sig")
    header, *body = csv.reader(io.StringIO(text))
    assert header == list(shown)
    assert [line[3].removeprefix("'") for line in body] == list(shown["Why"])
    book = openpyxl.load_workbook(io.BytesIO(exports.export(shown, "xlsx"))).active
    assert book is not None
    header, *lines = book.iter_rows(values_only=True)
    assert list(header) == list(shown)
    assert [line[:4] for line in lines] == list(shown.iloc[:, :4].itertuples(index=False, name=None))
    assert book.freeze_panes == "A2"
    assert book.auto_filter.ref == f"A1:M{len(shown) + 1}"
    chance = list(shown).index("Chance of a door") + 1
    assert book.cell(2, chance).number_format == "0.0%"
    records = json.loads(exports.export(shown, "json"))
    assert [list(record) for record in records] == [list(shown)] * len(shown)
    assert [record["Ask"] for record in records] == list(shown["Ask"])


def test_at_most_one_primary_button(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    app = opened(sample_workspace, "suggestions")
    app.button(key="swap_0").click().run()
    assert [button.key for button in app.button if button.proto.type == "primary"] == ["write_0"]
