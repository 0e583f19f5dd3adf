"""Warnings before sending."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest

from dashboard.industries import INDUSTRIES
from dashboard.intros import KINDS, LANGUAGES, LENGTHS, PURPOSES, AskFacts, Draft, draft, lint
from dashboard.intros.facts import CERTAINTIES

TODAY = date(2026, 11, 20)

FACTS = AskFacts(
    introducer_name="Dana Fox", user_name="Alex Morgan", home_label="Software", target_label="Health Care",
    target_name="Ruth Abrams", target_company="Media Markt", reason="I am curious.", certainty="known",
)
LABELS = ["Software", "Health Care", "Care", "Media", "Energy", "Energy & Water"]


def edited(**parts: str) -> list[str]:
    return lint(replace(draft(FACTS), **parts), FACTS, LABELS)


WAY = " A no is fine."


@pytest.mark.parametrize(("kind", "language"), list(product(KINDS, LANGUAGES)))
def test_our_own_drafts_are_fine(kind: str, language: str) -> None:
    """Every industry, purpose, length and certainty."""
    labels = [industry.short_label for industry in INDUSTRIES]
    for label, certainty in product(labels, CERTAINTIES):
        facts = replace(FACTS, certainty=certainty, language=language, target_label=label, takeaway="They buy in spring.")
        assert lint(draft(facts, kind), facts, labels, kind) == []
    for purpose, length in product(PURPOSES, LENGTHS):
        facts = replace(FACTS, purpose=purpose, length=length, language=language, takeaway="They buy in spring.")
        assert lint(draft(facts, kind), facts, labels, kind) == []


def test_a_long_blurb() -> None:
    assert edited(blurb="word " * 120) == []
    assert edited(blurb="word " * 121) == ["The blurb has 121 words. 120 are the most: it should be read in one go."]
    assert edited(blurb="") == ["There is nothing to forward. A short text about you saves them from writing one."]


@pytest.mark.parametrize("reason", [None, "", "  "])
def test_no_reason(reason: str | None) -> None:
    facts = replace(FACTS, reason=reason)
    (warning,) = lint(draft(facts), facts, LABELS)
    assert warning.startswith("No reason is given.")


def test_a_second_industry() -> None:
    (warning,) = edited(ask="Health care, or energy & water, or MEDIA, please." + WAY)
    named = "Health Care, but also Energy & Water and Media."
    assert warning.startswith(f"More than one industry is named: {named}")


def test_a_second_industry_in_german() -> None:
    facts = replace(FACTS, language="de")
    note = "Kennen Sie jemanden im Gesundheitswesen oder im öffentlichen Dienst? Ein Nein ist kein Problem."
    made = replace(draft(facts), ask=note)
    (warning,) = lint(made, facts, ["Government", "Retail"])
    assert warning.startswith("More than one industry is named: Health Care, but also Government.")


def test_an_industry_inside_a_name_or_a_word_is_no_second_one() -> None:
    assert edited(ask="Health care: Media Markt, carefully, multimedia, softwares." + WAY) == []


def test_a_person_by_name_says_what_it_is_about_with_or_without_degrees() -> None:
    facts = replace(FACTS, target_name="Kim Energy, MBA", certainty="known", reason="I teach it")
    assert lint(draft(facts, "follow_up"), facts, ["Energy", "Health care"], "follow_up") == []


def test_no_industry_at_all() -> None:
    (warning,) = edited(subject="Hello", ask="Do you know anybody?" + WAY)
    assert warning == "The note does not say which industry it is about: Health Care."
    assert edited(subject="Hello", ask="Would you introduce me to Ruth Abrams?" + WAY) == [], "a person is as good"


@pytest.mark.parametrize(
    ("words", "found"), [("It is URGENT.", '"urgent"'), ("Reply asap!", '"asap"'), ("A.S.A.P.", '"a.s.a.p"'),
                         ("you must know somebody", '"you must"'), ("Es ist dringend.", '"dringend"'),
                         ("Bitte sofort!", '"sofort"'), ("Es eilt.", '"es eilt"'), ("Sie müssen mir helfen", '"sie müssen"'),
                         ("Bis morgen?", '"bis morgen"'), ("unbedingt, spätestens", '"spätestens", "unbedingt"')]
)
def test_pressing_words(words: str, found: str) -> None:
    (warning,) = edited(ask=f"Health care. {words}{WAY}")
    assert warning.startswith(f"{found} puts pressure")


@pytest.mark.parametrize("words", ["the insurgent Asapha, the mustard", "es eilt nicht", "unbedingte", "Sofortbild"])
def test_words_that_only_contain_pressing_ones(words: str) -> None:
    assert edited(ask=f"Health care: {words}.{WAY}") == []


def test_the_blurb_names_the_introducer() -> None:
    (warning,) = edited(blurb="Dana Fox told me about you.")
    assert warning.startswith("The blurb names Dana Fox")


def test_a_second_ask() -> None:
    (warning,) = edited(ask="Do you know anybody in health care? And could you read my paper??" + WAY)
    assert warning.startswith("The note asks 2 questions.")
    facts = replace(FACTS, reason="Why do hospitals wait?")
    assert lint(draft(facts), facts, LABELS) == [], "what the user wonders is not asked of the introducer"


@pytest.mark.parametrize("way", ["A no is fine", "No problem if not", "that is okay", "dann ist das kein Problem",
                                 "das ist völlig in Ordnung", "Ein Nein ist okay"])
def test_an_easy_way_out_is_missed(way: str) -> None:
    (warning,) = edited(ask="Do you know anybody in health care?")
    assert warning.startswith("There is no easy way out.")
    assert edited(ask=f"Do you know anybody in health care? {way}.") == []


@pytest.mark.parametrize(("days", "ago"), [(0, "today"), (1, "yesterday"), (89, "89 days ago"), (90, None), (-1, None)])
def test_asked_not_long_ago(days: int, ago: str | None) -> None:
    facts = replace(FACTS, last_asked_on=TODAY - timedelta(days=days))
    expected = [f"You asked Dana Fox {ago}. Leave 90 days between two asks."] if ago else []
    assert lint(draft(facts), facts, LABELS, today=TODAY) == expected
    assert lint(draft(facts, "follow_up"), facts, LABELS, "follow_up", TODAY) == [], "a reminder is no second ask"


def test_a_colleague_learns_of_a_change_of_career() -> None:
    facts = replace(FACTS, user_company="Acme", introducer_company="ACME", purpose="career")
    (warning,) = lint(draft(facts), facts, LABELS)
    assert warning.startswith("Dana Fox works where you do.")
    assert lint(draft(replace(facts, purpose="advice")), replace(facts, purpose="advice"), LABELS) == []


def test_thanks_ask_for_nothing_and_a_report_says_something() -> None:
    thanks = replace(draft(FACTS, "thanks"), ask="Thank you. Could you introduce me to another one?")
    assert lint(thanks, FACTS, LABELS, "thanks")[0].startswith("It asks for something.")
    assert lint(draft(FACTS, "report_back"), FACTS, LABELS, "report_back")[0].startswith("It does not say what came of")


def test_no_labels_no_industry_warning() -> None:
    assert lint(Draft("Energy", "Health care and energy." + WAY, "b"), FACTS) == []
