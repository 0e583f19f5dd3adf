"""Looking around in a real browser: a click on a chart tells who, the address keeps it, the window goes along."""

import re
import xml.etree.ElementTree as ET
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from dashboard import questions, warehouse

pytestmark = pytest.mark.browser


def asked(space: warehouse.Workspace, name: str, **params: questions.Parameter) -> questions.Frame:
    with space.reading() as con:
        return questions.ask(con, name, params)


def click_mark(visitor, figure: str, label: str) -> None:
    """Click the mark of a chart that says so; marks lie over each other, the uppermost takes the click."""
    visitor.page.locator(f'.st-key-figure_{figure} [aria-label*="{label}"]').last.click()
    visitor.settled()


def test_a_click_tells_who_and_the_address_keeps_it(dashboard, visitor, sample_workspace: warehouse.Workspace) -> None:
    finance = asked(sample_workspace, "time_by_contact", industry="FIN")  # before the dashboard has the file
    page = visitor.page
    address = dashboard(sample_workspace.folder)
    page.goto(f"{address}/concentration")
    page.get_by_role("heading", level=1).wait_for()
    visitor.settled()

    click_mark(visitor, "shares", "Industry: Finance")
    heading = f"You know {len(finance)} people in Finance"
    page.get_by_role("heading", name=heading).wait_for()
    assert parse_qs(urlsplit(page.url).query)["industry"] == ["FIN"]

    other = page.context.new_page()
    other.goto(page.url)
    other.get_by_role("heading", name=heading).wait_for()
    pale = other.locator('.st-key-figure_shares path[aria-label*="Industry: Legal"]').first
    assert float(pale.get_attribute("opacity") or 1) < 0.5, "the copied address shows which bar is meant"
    other.close()

    click_mark(visitor, "months", "Industry: Finance")
    page.get_by_role("heading", name=re.compile("you met in Finance")).wait_for()
    assert "until" in parse_qs(urlsplit(page.url).query)
    click_mark(visitor, "shares", "Industry: Finance")
    page.get_by_role("heading", name=heading).wait_for()
    assert "until" not in parse_qs(urlsplit(page.url).query), "the same bar again, after another chart"

    visitor.click("clear_choice")
    page.get_by_role("heading", name=heading).wait_for(state="hidden")
    assert "industry" not in parse_qs(urlsplit(page.url).query)
    click_mark(visitor, "shares", "Industry: Finance")
    page.get_by_role("heading", name=heading).wait_for()
    assert visitor.strangers == []


def test_every_chart_narrows_the_whole_page(dashboard, visitor, sample_workspace: warehouse.Workspace) -> None:
    first = asked(sample_workspace, "time_by_contact", industry="HWE")["full_name"][0]
    employer = asked(sample_workspace, "unit_shares", unit="employer")["label"][1]
    page = visitor.page
    address = dashboard(sample_workspace.folder)
    page.goto(f"{address}/concentration")
    page.get_by_role("heading", level=1).wait_for()
    visitor.settled()
    for figure, label in (("horizon", "Industry: Hardware"), ("moved", "Step: Hardware")):
        click_mark(visitor, figure, label)
        page.get_by_role("heading", name=f"Nobody in Hardware holds more than {first}").wait_for()
        page.get_by_role("heading", name=re.compile("^Hardware got ")).wait_for()
        visitor.click("clear_choice")
        page.get_by_role("heading", name=re.compile("^Your time rests on about")).wait_for()
    page.locator(".st-key-unit").get_by_text("Employers").click()
    page.get_by_role("heading", name=re.compile("spread evenly over .* employers")).wait_for()
    visitor.settled()
    click_mark(visitor, "units_employer", f"Which: {employer}")
    heading = re.compile(f" at {employer}")
    page.get_by_role("heading", name=heading).wait_for()
    other = page.context.new_page()
    other.goto(page.url)
    other.get_by_role("heading", name=heading).wait_for()
    other.close()
    assert visitor.strangers == []


def test_the_window_goes_along_and_every_chart_leads_on(
    dashboard, visitor, sample_workspace: warehouse.Workspace
) -> None:
    summary = asked(sample_workspace, "network_summary", window_days=90).iloc[0]
    page = visitor.page
    page.goto(dashboard(sample_workspace.folder))
    page.get_by_role("heading", level=1).wait_for()
    visitor.settled()
    page.locator(".st-key-window").get_by_text("90 days").click()
    visitor.settled()
    share = summary["home_share"]
    page.get_by_role("heading", name=f"{share:.0%} of your networking time is inside Software").wait_for()

    page.get_by_role("link", name="Gaps").click()
    fit = summary["fit_to_target"]
    page.get_by_role("heading", name=f"{fit:.0%} of your time fits your target").wait_for()
    visitor.settled()
    click_mark(visitor, "gap_chart", "Industry: Insurance")
    page.get_by_role("heading", name="Who could open Insurance").wait_for()
    assert parse_qs(urlsplit(page.url).query)["industry"] == ["INS"]

    page.get_by_role("link", name="Overview").click()
    page.get_by_role("heading", name="inside Software").wait_for()
    visitor.settled()
    click_mark(visitor, "horizon", "Industry: Hardware")
    page.get_by_role("heading", name="people in Hardware").wait_for()
    visitor.settled()
    click_mark(visitor, "shares", "Industry: Finance")
    page.get_by_role("heading", name="people in Finance").wait_for()
    click_mark(visitor, "holders", "Contact: ")
    page.wait_for_url(re.compile(r"/person\?.*who="))
    visitor.settled()
    page.go_back()
    page.get_by_role("heading", name="people in Finance").wait_for()
    assert parse_qs(urlsplit(page.url).query)["industry"] == ["FIN"]


def test_a_chart_is_saved_as_svg_and_png(
    dashboard, visitor, tmp_path: Path, sample_workspace: warehouse.Workspace
) -> None:
    page = visitor.page
    page.goto(f"{dashboard(sample_workspace.folder)}/concentration")
    page.get_by_role("heading", level=1).wait_for()
    visitor.settled()
    page.locator(".st-key-numbers_of_shares button").first.click()
    visitor.settled()
    saved = {}
    for form in ("SVG", "PNG"):
        with page.expect_download() as download:
            page.get_by_role("button", name=f"Save the chart as {form}").click()
        saved[form] = tmp_path / download.value.suggested_filename
        download.value.save_as(saved[form])
    svg = ET.parse(saved["SVG"]).getroot()  # noqa: S314  (our own chart)
    assert svg.tag.endswith("svg")
    assert "Hardware" in "".join(svg.itertext())
    png = saved["PNG"].read_bytes()
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    width = int.from_bytes(png[16:20], "big")
    shown = page.locator(".st-key-figure_shares [data-testid=stVegaLiteChart] svg").first.bounding_box()
    assert abs(width - 2 * shown["width"]) <= 2, "twice the size on screen"
    assert len(png) > 5_000


def test_a_bar_of_what_if_asks_for_advice_about_its_industry(
    dashboard, visitor, sample_workspace: warehouse.Workspace
) -> None:
    page = visitor.page
    page.goto(f"{dashboard(sample_workspace.folder)}/what_if")
    page.get_by_role("heading", level=1).wait_for()
    visitor.settled()
    click_mark(visitor, "loss", "Industry: Legal")
    page.wait_for_function("location.search.includes('about=Legal')")
