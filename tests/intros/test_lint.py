"""Warnings before sending."""

from dataclasses import replace

import pytest

from dashboard.intros import AskFacts, Draft, draft, lint

FACTS = AskFacts(
    introducer_name="Dana Fox", user_name="Alex Morgan", home_label="Software", target_label="Health Care",
    target_name="Ruth Abrams", target_company="Media Markt", reason="I am curious.", certainty="known",
)
LABELS = ["Software", "Health Care", "Care", "Media", "Energy", "Energy & Water"]


def edited(**parts: str) -> list[str]:
    return lint(replace(draft(FACTS), **parts), FACTS, LABELS)


@pytest.mark.parametrize("certainty", ["known", "likely", "guess"])
@pytest.mark.parametrize("template", ["introduction", "follow_up"])
def test_our_own_drafts_are_fine(certainty: str, template: str) -> None:
    facts = replace(FACTS, certainty=certainty)
    assert lint(draft(facts, template), facts, LABELS) == []


def test_a_long_blurb() -> None:
    assert edited(blurb="word " * 120) == []
    assert edited(blurb="word " * 121) == ["The blurb has 121 words. Up to 120 are read to the end."]


@pytest.mark.parametrize("reason", [None, "", "  "])
def test_no_reason(reason: str | None) -> None:
    facts = replace(FACTS, reason=reason)
    (warning,) = lint(draft(facts), facts, LABELS)
    assert warning.startswith("No reason is given.")


def test_a_second_industry() -> None:
    (warning,) = edited(ask="Health care, or energy & water, or MEDIA, please.")
    named = "Health Care, but also Energy & Water and Media."
    assert warning.startswith(f"More than one industry is named: {named}")


def test_an_industry_inside_a_name_or_a_word_is_no_second_one() -> None:
    assert edited(ask="Health care: Media Markt, carefully, multimedia, softwares.") == []


def test_no_industry_at_all() -> None:
    (warning,) = edited(subject="Hello", ask="Do you know anybody?")
    assert warning == "The note does not say which industry it is about: Health Care."


@pytest.mark.parametrize(
    ("words", "found"), [("It is URGENT.", '"urgent"'), ("Reply asap!", '"asap"'), ("A.S.A.P.", '"a.s.a.p"'),
                         ("you must know somebody", '"you must"')]
)
def test_pressing_words(words: str, found: str) -> None:
    (warning,) = edited(ask=f"Health care. {words}")
    assert warning.startswith(f"{found} puts pressure")


def test_words_that_only_contain_pressing_ones() -> None:
    assert edited(ask="Health care: the insurgent Asapha, the mustard.") == []


def test_the_blurb_names_the_introducer() -> None:
    (warning,) = edited(blurb="Dana Fox told me about you.")
    assert warning.startswith("The blurb names Dana Fox")


def test_no_labels_no_industry_warning() -> None:
    assert lint(Draft("Energy", "Health care and energy.", "b"), FACTS) == []
