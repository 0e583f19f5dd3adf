"""How a page is looked at in a browser: whether it fits its width, and what axe finds that is not the framework's own."""

import time

from axe_playwright_python.sync_playwright import Axe
from browser.conftest import A_MOMENT
from playwright.sync_api import Page

WIDE, NARROW = 1280, 390
# How far the page can be moved sideways, and the headings that do not fit their place.
FIT = """() => {
  const main = document.querySelector("[data-testid=stMain]");
  const cut = heading => heading.scrollWidth > heading.clientWidth + 1
    || heading.getBoundingClientRect().right > innerWidth;
  return {
    sideways: [document.documentElement, main].map(part => part.scrollWidth - part.clientWidth),
    cut: [...main.querySelectorAll("h1, h2, h3")].filter(cut).map(heading => heading.innerText),
  };
}"""
BACKGROUND = "getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor"
PAPER = {"light": "rgb(255, 255, 255)", "dark": "rgb(15, 19, 26)"}

# What axe finds in Streamlit's own parts, where we choose neither words nor markup: (rule, part of the element) -> why.
FRAMEWORK = {
    ("color-contrast", '[data-selected="true"]'): (
        "One primary colour paints white words on buttons and the chosen option of a switch on dark: no value gives "
        "4.5 to both. The choice is also shown by fill and border."
    ),
    ("color-contrast", "stSliderThumbValue"): (
        "The same primary colour writes the value above the knob of a slider; its aria-valuetext says it too."
    ),
    ("svg-img-alt", "metric_chart"): (
        "The small line of a metric takes no words from us; number and change stand above it, the figures have it whole."
    ),
    ("presentation-role-conflict", "stFileUploaderDropzone"): (
        "The drop zone is a presentation with a tabindex; the button inside it does the work."
    ),
}


def settle(window: Page) -> None:
    window.get_by_role("heading", level=1).first.wait_for()
    window.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()
    window.evaluate(A_MOMENT)
    window.evaluate(A_MOMENT)


def look(window: Page, scheme: str, width: int) -> None:
    """The same page in another theme and width: it follows at once, without being opened anew."""
    window.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    window.set_viewport_size({"width": width, "height": 1000})
    window.wait_for_function(f"{BACKGROUND} === '{PAPER[scheme]}'")


def fit(window: Page, seconds: float = 30) -> dict[str, list[object]]:
    """How the page fits; a chart needs a moment to take a new width, on a busy machine a long one."""
    ends = time.monotonic() + seconds
    while True:
        found: dict[str, list[object]] = window.evaluate(FIT)
        if found == {"sideways": [0, 0], "cut": []} or time.monotonic() > ends:
            return found
        window.evaluate(A_MOMENT)


WITHIN = (
    "selector => document.querySelector(selector)?.parentElement?.closest('[data-testid^=stSlider]')?.dataset.testid"
)


def findings(window: Page, seconds: float = 20) -> list[str]:
    """What axe finds that is not the framework's own, and still finds in a moment: what takes a new width or theme is drawn
    anew, its buttons last."""
    ends = time.monotonic() + seconds
    while (found := _findings(window)) and time.monotonic() < ends:
        window.evaluate(A_MOMENT)
    return found


def _findings(window: Page) -> list[str]:
    return [
        told
        for violation in Axe().run(window).response["violations"]
        for node in violation["nodes"]
        for told in [f"{violation['id']}: {node['html'][:160]} {node['target']}"]
        for place in [f"{node['html']} {node['target']} {window.evaluate(WITHIN, str(node['target'][-1]))}"]
        if not any(rule == violation["id"] and part in place for rule, part in FRAMEWORK)
    ]
