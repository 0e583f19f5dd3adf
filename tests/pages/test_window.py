"""Two days of one's own as the window: on every page that asks, in the address, from page to page."""

from datetime import date

import pytest
from apptest import Opened, asked, assert_sound, said

from dashboard import warehouse

HALF = {"window": "Custom", "first": "2026-01-01", "last": "2026-06-30"}


def test_own_days_end_the_questions_too(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    app = opened(sample_workspace, "concentration", **HALF)
    assert_sound(app)
    given = {"as_of": date(2026, 6, 30), "window_days": 181}
    summary = asked(sample_workspace, "network_summary", **given).iloc[0]
    assert app.title[0].value.replace("\\", "").startswith(
        f"Your time works like {summary['effective_industries_corrected']:.1f}"
    )
    assert "1 Jan 2026 to 30 Jun 2026" in said(app)
    trend = asked(sample_workspace, "concentration_trend", as_of=date(2026, 6, 30)).dropna(subset="home_share")
    points = round(abs(100 * (trend["home_share"].iloc[-1] - trend["home_share"].iloc[0])))
    assert f"in {trend['period_on'].iloc[0]:%B %Y}" in said(app), points


@pytest.mark.parametrize("page", ["overview", "gaps", "suggestions", "review"])
def test_every_page_with_a_window_takes_them(
    opened: Opened, sample_workspace: warehouse.Workspace, page: str
) -> None:
    app = opened(sample_workspace, "" if page == "overview" else page, **HALF)
    assert_sound(app)
    assert (app.date_input(key="first").value, app.date_input(key="last").value) == (
        date(2026, 1, 1), date(2026, 6, 30)
    )  # fmt: skip


def test_days_stay_from_page_to_page(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    app = opened(sample_workspace, "concentration", **HALF)
    app.switch_page("app_pages/plan.py").run()
    app.switch_page("app_pages/gaps.py").run()
    assert_sound(app)
    assert app.date_input(key="first").value == date(2026, 1, 1)


def test_without_days_it_is_the_last_year(
    opened: Opened, sample_workspace: warehouse.Workspace
) -> None:
    app = opened(sample_workspace, "concentration")
    app.segmented_control(key="window").set_value("Custom").run()
    assert_sound(app)
    last = asked(sample_workspace, "workspace_state")["last_on"][0].date()
    assert app.date_input(key="last").value == last
    app.date_input(key="first").set_value(last).run()
    app.date_input(key="last").set_value(date(2026, 1, 1)).run()
    assert_sound(app)
    assert "1 Jan 2026 to" in said(app), "the other way round is the same stretch"
