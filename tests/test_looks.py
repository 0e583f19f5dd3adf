"""The theme: every role of text reads on every ground it may stand on, in light and in dark."""

import tomllib
from pathlib import Path

import pytest

THEME = tomllib.loads((Path(__file__).parents[1] / "dashboard/.streamlit/config.toml").read_text(encoding="utf-8"))[
    "theme"
]
ROLES = ("home", "gap", "other", "unknown", "good", "faint", "ink", "quiet", "paper", "tint")
WORDS = (
    "textColor", "linkColor", "orangeTextColor", "blueTextColor", "grayTextColor", "greenTextColor", "redColor",
    "orangeColor", "blueColor", "grayColor", "greenColor", "yellowColor", "violetColor",
)  # fmt: skip
READABLE, VISIBLE = 4.5, 3.0  # WCAG 2.2: text, and what is not text


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours "#RRGGBB", 1 to 21; WCAG 2.2, relative luminance."""

    def luminance(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_every_text_role_reads(mode: str) -> None:
    theme = THEME[mode]
    grounds = {
        "page": theme["backgroundColor"],
        "sidebar": theme["sidebar"]["backgroundColor"],
        "head of a table": theme["dataframeHeaderBackgroundColor"],
    }
    faint = {
        f"{role} on {ground}": round(contrast(theme[role], colour), 2)
        for role in WORDS
        for ground, colour in grounds.items()
        if contrast(theme[role], colour) < READABLE
    }
    inputs = (theme["secondaryBackgroundColor"], theme["sidebar"]["secondaryBackgroundColor"])
    faint |= {f"words in a field {colour}": 0.0 for colour in inputs if contrast(theme["textColor"], colour) < READABLE}
    if contrast(theme["codeTextColor"], theme["codeBackgroundColor"]) < READABLE:
        faint["code"] = 0.0
    assert faint == {}


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_white_words_read_on_a_primary_button(mode: str) -> None:
    assert contrast("#FFFFFF", THEME[mode]["primaryColor"]) >= READABLE


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_words_and_marks_in_charts_stand_out(mode: str) -> None:
    theme = THEME[mode]
    role = dict(zip(ROLES, theme["chartCategoricalColors"], strict=False))
    assert role["paper"] == theme["backgroundColor"]
    reads = {name: contrast(role[name], role["paper"]) for name in ("home", "gap", "good", "ink", "quiet", "unknown")}
    assert {name: ratio for name, ratio in reads.items() if ratio < READABLE} == {}
    industries = theme["chartCategoricalColors"][len(ROLES) :]
    assert len(industries) == 24
    seen = {colour: contrast(colour, role["paper"]) for colour in [role["other"], *industries]}
    assert {colour: ratio for colour, ratio in seen.items() if ratio < VISIBLE} == {}
