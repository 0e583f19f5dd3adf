"""A draft says what is known, and nothing else: no gaps, no guess as a fact, nothing private passed on."""

import re
from dataclasses import fields, replace
from datetime import date, timedelta
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.errors import UserError
from dashboard.industries import INDUSTRIES
from dashboard.industries.phrases import phrases
from dashboard.intros import (
    KINDS,
    LANGUAGES,
    LENGTHS,
    PURPOSES,
    AskFacts,
    Draft,
    draft,
    draft_from,
    long_ago,
    template_source,
)
from dashboard.intros.facts import CERTAINTIES, in_sentence, words

FULL = AskFacts(
    introducer_name="Dr. Dana Fox, PhD",
    introducer_company="Charité",
    introducer_position="Chief Information Officer",
    user_name="Alex Morgan",
    user_position="Head of Engineering",
    user_company="Acme Inc.",
    user_headline="I build payment systems people trust",
    home_label="Software",
    target_label="Health Care",
    target_name="Ruth Abrams",
    target_company="Helios",
    reason="I want to learn how hospitals decide on software.",
    occasion="your talk on triage",
    takeaway="hospitals buy in spring",
    evidence="works at Charité since 2024 (LinkedIn export of 3 May)",
    certainty="likely",
    last_interaction_on=date(2026, 3, 4),
)
BARE = AskFacts(introducer_name="Dana", target_label="Health care")
OPTIONAL = [f.name for f in fields(AskFacts) if f.default is None and f.name != "target_label"]
EVERY = list(product(KINDS, LANGUAGES))
ASKS = [kind for kind in KINDS if KINDS[kind].with_blurb]
GOLDEN = Path(__file__).with_name("golden")
HOSTILE = ["{{ 7*7 }}", "{% for %}", "=1+1", "a\r\nBcc: x@y.example", "<b>x</b>", "李明",
           "\u202eevil\u202c", "or: x"]


def whole(made: Draft) -> str:
    return f"{made.subject}\n\n{made.ask}\n\n{made.blurb}"


BROKEN = re.compile(r"none|undefined|  |[{}\t\r]|\n\n\n|[,;:(„]$|[ (][,.?!;:)]|\.\.|,[,.?!;]|:\.|\bor:", re.I | re.M)


def check_clean(made: Draft, blurb: bool = True) -> None:
    """No trace of a missing fact in any part; only the greeting ends in a comma."""
    greeting, _, note = made.ask.partition("\n\n")
    assert re.fullmatch(r"(Hi|Hallo|Guten Tag)( [\w.]+)+,", greeting)
    assert bool(made.blurb) is blurb
    for part in (made.subject, note, made.blurb or "-"):
        assert part and part == part.strip()
        assert not BROKEN.search(part), part
    assert "\n" not in made.subject


def test_the_whole_draft() -> None:
    made = draft(FULL)
    assert made.subject == "An introduction in health care?"
    assert made.ask == (
        "Hi Dana,\n\n"
        "We were last in touch in March 2026, and I hope all has gone well for you since.\n\n"
        "I would like to get to know people outside my own field, and I am most curious about health care. "
        "My reason: I want to learn how hospitals decide on software. "
        "I thought of you because you have worked at Charité since 2024.\n\n"
        "Would you be willing to introduce me to Ruth Abrams at Helios? "
        "Twenty minutes on the phone would be plenty.\n\n"
        "If nobody comes to mind, or it is not a good moment, that is completely fine. "
        "If it is a yes, please ask them first: "
        "below is a short text about me that you can forward as it is.\n\n"
        "Many thanks, Alex"
    )
    assert made.blurb == (
        "Alex Morgan is Head of Engineering at Acme Inc. "
        "In one line: I build payment systems people trust.\n\n"
        "Alex would be glad of twenty minutes with somebody who works in health care, to learn how things "
        "look from there. In their own words: “I want to learn how hospitals decide on software.”\n\n"
        "The favour would gladly be returned, from the world of software for instance. "
        "There is no hurry, and a no is fine."
    )


def test_the_barest_draft() -> None:
    made = draft(BARE)
    assert made.subject == "Do you know anybody in health care?"
    assert made.ask.startswith("Hi Dana,\n\nI hope all is well with you.\n\nI would like to")
    assert made.ask.endswith("\n\nMany thanks!")
    assert made.blurb.startswith("A contact of mine is looking beyond the people of one trade.\n\nThey would")
    check_clean(made)


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_each_fact_can_be_missing(kind: str, language: str) -> None:
    """Every purpose, length and certainty, each fact taken away in turn: a sentence goes, never half of one."""
    for purpose, length, certainty in product(PURPOSES if KINDS[kind].with_blurb else PURPOSES[:1], LENGTHS, CERTAINTIES):
        facts = replace(FULL, language=language, purpose=purpose, length=length, certainty=certainty)
        before = draft(facts, kind)
        check_clean(before, KINDS[kind].with_blurb)
        for name in OPTIONAL if KINDS[kind].needs_industry else (*OPTIONAL, "target_label"):
            after = draft(replace(facts, **{name: None}), kind)
            check_clean(after, KINDS[kind].with_blurb)
            value = getattr(FULL, name)
            if isinstance(value, str) and value in whole(before) and name not in ("introducer_company", "home_label"):
                assert value not in whole(after), name


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_blank_is_as_good_as_missing(kind: str, language: str) -> None:
    facts = replace(FULL, language=language)
    for name in OPTIONAL[:-2]:
        assert draft(replace(facts, **{name: " \n"}), kind) == draft(replace(facts, **{name: None}), kind)


def test_each_fact_is_used_when_it_is_all_there_is() -> None:
    """No dead fact: each one known alone changes some draft, save when they were last asked, which only the lint reads."""
    changed = {
        name
        for name, certainty, kind in product(OPTIONAL, CERTAINTIES, KINDS)
        if draft(replace(BARE, certainty=certainty, **{name: getattr(FULL, name)}), kind)
        != draft(replace(BARE, certainty=certainty), kind)
    }
    assert changed == set(OPTIONAL) - {"last_asked_on"}


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_any_combination_of_facts_is_clean(kind: str, language: str) -> None:
    groups = [("user_name",), ("user_position",), ("user_company",), ("home_label", "user_headline"),
              ("target_name",), ("target_company",), ("reason", "evidence", "occasion", "takeaway"), ("introducer_company",)]
    for mask in product([True, False], repeat=len(groups)):
        gone = {name: None for keep, group in zip(mask, groups, strict=True) if not keep for name in group}
        for certainty in CERTAINTIES:
            check_clean(draft(replace(FULL, certainty=certainty, language=language, **gone), kind), KINDS[kind].with_blurb)


@pytest.mark.parametrize(("kind", "language"), EVERY)
@pytest.mark.parametrize("length", LENGTHS)
def test_the_whole_text(kind: str, language: str, length: str) -> None:
    """Word for word, one file for each kind, language and length; the purposes are spread over them."""
    purpose = PURPOSES[(LANGUAGES.index(language) + 2 * LENGTHS.index(length)) % 4]
    certainty = "known" if length == "short" else "likely"
    made = draft(replace(FULL, language=language, length=length, purpose=purpose, certainty=certainty), kind)
    expected = (GOLDEN / f"{kind}.{language}.{length}.txt").read_text(encoding="utf-8")
    assert f"{made.subject}\n\n{made.body}\n" == expected


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["follow_up", "thanks", "report_back"])
def test_what_follows_an_ask_for_a_person_by_name_names_them(kind: str, language: str) -> None:
    """And does not speak as if anybody of the industry would do; without a name it speaks of the industry."""
    known = replace(FULL, language=language, certainty="known")
    named = draft(known, kind)
    assert "Ruth Abrams" in named.subject
    assert named.ask.count("Ruth Abrams") == 1
    for anybody in ("health care", "Gesundheitswesen", "nobody comes to mind", "niemand einfällt", "eingefallen"):
        assert anybody not in named.ask.replace(known.reason or "", "")
    unnamed = draft(replace(known, target_name=None), kind)
    assert "Ruth" not in whole(unnamed)
    assert all(re.search("health care|Gesundheitswesen", text, re.I) for text in (unnamed.subject, unnamed.ask))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["introduction", "follow_up", "thanks", "report_back"])
def test_a_person_asked_for_is_named_without_degrees_and_pictures(kind: str, language: str) -> None:
    """As the introducer is: nobody writes "an introduction to Ruth Abrams, SHRM-CP"."""
    plain = replace(FULL, language=language, certainty="known")
    for name in ("Ruth Abrams, SHRM-CP", "⭐ Ruth Abrams ⭐", "Abrams, Ruth", "Ruth Abrams (she/her)"):
        assert draft(replace(plain, target_name=name), kind) == draft(plain, kind)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_short_is_shorter(kind: str, language: str) -> None:
    normal, short = (len(draft(replace(FULL, language=language, length=length), kind).body.split()) for length in LENGTHS)
    assert short < 0.9 * normal


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_purpose_has_its_own_words_in_both_texts(language: str) -> None:
    made = [draft(replace(FULL, language=language, purpose=purpose)) for purpose in PURPOSES]
    assert len({each.ask for each in made}) == len({each.blurb for each in made}) == len(PURPOSES)


def test_german_has_its_cases_and_no_guess_of_a_gender() -> None:
    made = [draft(replace(FULL, target_label=each.short_label, language=language, certainty=certainty), kind)
            for each in INDUSTRIES for language in ("de", "de-du") for certainty in CERTAINTIES for kind in ASKS]
    for each in made:
        assert not re.search(r"\b(Herrn?|Frau|Liebe|Lieber|er|sie|ihm|ihr|ihn|sein\w*)\b", whole(each)), each
        assert not re.search(r"\b(in|aus|über) (dem|den|die|das|der) (dem|den|die|das|der)\b|\bin dem\b|\baus (die|das|den)\b|"
                             r"\büber (dem|der)\b", whole(each)), each
    assert "über den öffentlichen Dienst" in draft(replace(FULL, language="de", target_label="Government")).ask
    assert "aus dem Handel" in draft(replace(FULL, language="de", certainty="guess", target_label="Retail")).ask
    assert "in der Finanzbranche" in draft(replace(FULL, language="de", target_label="Finance")).subject


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_industry_has_its_words(language: str) -> None:
    assert list(phrases(language)) == [industry.code for industry in INDUSTRIES]
    assert all(each.label and each.object and each.dative for each in phrases(language).values())
    assert all(each.dative.startswith(("der ", "dem ")) for each in phrases("de").values())


def test_an_industry_of_ones_own_is_named_as_it_is() -> None:
    ask = draft(replace(FULL, language="de", certainty="guess", target_label="Imkerei")).ask
    assert "über die Branche „Imkerei“" in ask and "aus der Branche „Imkerei“" in ask


@pytest.mark.parametrize(
    ("name", "formal", "familiar"),
    [("Dr. Dana Fox, PhD", "Dr. Dana Fox", "Dana"), ("Fox, Dana", "Dana Fox", "Dana"), ("Frau Dr. Fox", "Frau Dr. Fox", "Frau Fox"),
     ("Dana", "Dana", "Dana"), ("🚀 DANA FOX, MBA", "Dana Fox", "Dana"), ("李明", "李明", "李明")],
)
def test_a_german_greeting(name: str, formal: str, familiar: str) -> None:
    assert draft(replace(FULL, introducer_name=name, language="de")).ask.startswith(f"Guten Tag {formal},\n\nzuletzt")
    assert draft(replace(FULL, introducer_name=name, language="de-du")).ask.startswith(f"Hallo {familiar},\n\nzuletzt")


@pytest.mark.parametrize("name", ["introducer_name", "target_label"])
@pytest.mark.parametrize("empty", [None, "", " \n", ",", "."])
def test_a_needed_fact_missing_is_an_error(name: str, empty: Any) -> None:
    with pytest.raises(UserError, match={"introducer_name": "whom", "target_label": "industry"}[name]):
        draft(replace(FULL, **{name: empty}))


@pytest.mark.parametrize("facts", [replace(FULL, certainty="guess"), replace(BARE, certainty="?"), BARE])
def test_a_guess_is_asked_not_implied(facts: AskFacts) -> None:
    made = draft(facts)
    assert "Do you happen to know anybody in health care" in made.ask
    assert "introduce me to" not in made.ask


@pytest.mark.parametrize("certainty", ["known", "likely"])
def test_more_than_a_guess_asks_for_the_introduction(certainty: str) -> None:
    made = draft(replace(FULL, certainty=certainty))
    assert "happen to know" not in made.ask
    assert "introduce me to Ruth Abrams at Helios?" in made.ask


@pytest.mark.parametrize("kind", ASKS)
@pytest.mark.parametrize("certainty", CERTAINTIES)
def test_every_ask_leaves_a_way_out_and_points_to_the_blurb(kind: str, certainty: str) -> None:
    made = draft(replace(FULL, certainty=certainty), kind)
    assert "or it is not a good moment, that is completely fine" in made.ask
    assert "below" in made.ask and "forward" in made.ask


@pytest.mark.parametrize(("kind", "language"), list(product(ASKS, LANGUAGES)))
@pytest.mark.parametrize("certainty", CERTAINTIES)
def test_the_blurb_tells_nothing_private(kind: str, language: str, certainty: str) -> None:
    blurb = draft(replace(FULL, certainty=certainty, language=language), kind).blurb
    for name in ("introducer_company", "introducer_position", "target_name", "target_company"):
        assert getattr(FULL, name) not in blurb
    assert "Dana" not in blurb and "2024" not in blurb and "March" not in blurb
    assert "oftware" not in draft(replace(FULL, reason=None, language=language), kind).ask  # the note names one industry only


def test_a_blurb_that_would_be_too_long_does_without_headline_then_reason() -> None:
    headline = draft(replace(FULL, user_headline="word " * 60)).blurb
    assert "word word" not in headline and "In their own words" in headline
    both = draft(replace(FULL, reason="word " * 80)).blurb
    assert "In one line" not in both and "In their own words" not in both
    assert max(len(headline.split()), len(both.split())) <= 120
    assert "word word" in draft(replace(FULL, reason="word " * 80)).ask


@given(st.text(max_size=400), st.text(max_size=220))
@settings(deadline=None, max_examples=60)
def test_any_reason_and_headline_keep_the_blurb_short(reason: str, headline: str) -> None:
    assert len(draft(replace(FULL, reason=reason, user_headline=headline)).blurb.split()) <= 120


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("name", ["introducer_name", "user_name", "reason", "target_name", "target_label"])
def test_hostile_facts_are_just_text(name: str, text: str) -> None:
    made = draft(replace(FULL, **{name: text}))
    shown = " ".join(text.replace("\u202e", "").replace("\u202c", "").split())
    assert "49" not in whole(made)
    assert len(made.ask.split("\n\n")) == len(draft(FULL).ask.split("\n\n"))
    assert "\r" not in whole(made) and "\u202e" not in whole(made) and "\n" not in made.subject
    if name in ("reason", "target_name"):
        assert shown in made.ask


@given(st.sampled_from([f.name for f in fields(AskFacts) if f.type in ("str | None", str | None)
                        and f.name != "target_label"]), st.text())
@settings(deadline=None, max_examples=80)
def test_any_text_in_any_fact_is_one_line_of_text(name: str, text: str) -> None:
    made = draft(replace(FULL, **{name: text}))
    assert "\n\n\n" not in whole(made) and "  " not in whole(made)
    assert len(made.ask.split("\n\n")) == 6


def test_a_fact_with_its_own_full_stop_gets_no_second() -> None:
    made = draft(replace(FULL, reason="Why do hospitals wait?", user_headline="Builder, etc."))
    assert "at Acme Inc. In one line: Builder, etc.\n" in made.blurb
    assert "“Why do hospitals wait?”" in made.blurb
    assert "My reason: Why do hospitals wait? I thought" in made.ask


@pytest.mark.parametrize(
    ("evidence", "told"),
    [
        ("works at Charité since 2024 (LinkedIn export of 3 May)", "you have worked at Charité since 2024"),
        ("Works at Charité.", "you work at Charité"),
        ("Dana Fox worked in pharma before 2020", "you worked in pharma before 2020"),
        ("is a recruiter", "you are a recruiter"),
        ("you know the field", "you know the field"),
        ("Their own history says so", None),
        ("works with their brother", None),
        ("works", None),
        ("Charité", None),
        ("worked at Charité until an export imported on 3 May 2026", "you worked at Charité"),
        ("met you and somebody from Energy together on 3 May 2026", None),
        ("you placed them in Energy", None),
        ("knows Ida Fox (connected on 3 May 2026; list (1).csv, imported on 4 May 2026)", "you know Ida Fox"),
        ("knows 3 people in Energy, Ida Fox among them (list.csv, imported on 4 May 2026)", "you know Ida Fox"),
        ("was in 2 meetings and 1 mail with Ida Fox, last on 3 May 2026 (you were there)", "you have been in touch with Ida Fox"),
        ("was in 1 meeting with Ida Fox, last on 3 May 2026 (you were there); and with 2 more in Energy",
         "you have been in touch with Ida Fox"),
    ],
)
def test_evidence_is_told_to_the_person_it_is_about(evidence: str, told: str | None) -> None:
    ask = draft(replace(FULL, introducer_name="Dana Fox", evidence=evidence)).ask
    work = "of your work as Chief Information Officer at Charité"
    assert f"I thought of you because {told or work}." in ask


@pytest.mark.parametrize(
    ("headline", "is_said"),
    [("Head of Engineering at Acme Inc.", False), ("head of engineering @ acme inc.", False),
     ("Head of Engineering at Acme Inc. | Climber", True), ("Climber", True)],
)
def test_a_headline_that_repeats_the_position_is_left_out(headline: str, is_said: bool) -> None:
    assert ("In one line" in draft(replace(FULL, user_headline=headline)).blurb) is is_said


@pytest.mark.parametrize(
    ("label", "shown"),
    [("Health Care", "health care"), ("IT Services", "IT services"), ("Marketing, Advertising & PR",
      "marketing, advertising & PR"), ("E-commerce", "e-commerce"), ("ÉNERGIE", "ÉNERGIE")],
)
def test_a_label_inside_a_sentence(label: str, shown: str) -> None:
    assert in_sentence(label) == shown


def test_the_body_is_the_note_then_the_blurb() -> None:
    made = draft(FULL)
    assert made.body.startswith(made.ask) and made.body.endswith(made.blurb)
    assert Draft("s", "note", "").body == "note"


def test_an_unknown_template_or_language_is_refused() -> None:
    with pytest.raises(UserError, match="nope") as refused:
        draft(FULL, "nope")
    assert "introduction" in refused.value.hint
    with pytest.raises(UserError, match='"xx"'):
        draft(replace(FULL, language="xx"))
    with pytest.raises(UserError):
        draft(FULL, "../../settings")


@pytest.mark.parametrize(
    ("evidence", "formal", "familiar"),
    [
        ("works at Charité since 2024 (LinkedIn export of 3 May)", "Sie seit 2024 bei Charité arbeiten",
         "du seit 2024 bei Charité arbeitest"),
        ("works at Charité (contact list of 3 May 2026)", "Sie bei Charité arbeiten", "du bei Charité arbeitest"),
        ("worked at Charité until an export imported on 3 May 2026", "Sie bei Charité gearbeitet haben",
         "du bei Charité gearbeitet hast"),
        ("knows Ruth Abrams (their contact list)", "Sie Ruth Abrams kennen", "du Ruth Abrams kennst"),
        ("knows 3 people in Energy, Ida Fox among them (list.csv, imported on 4 May 2026)",
         "Sie Ida Fox kennen", "du Ida Fox kennst"),
        ("was in 1 meeting with Ida Fox, last on 3 May 2026 (you were there); and with 2 more in Energy",
         "Sie mit Ida Fox in Kontakt waren", "du mit Ida Fox in Kontakt warst"),
        ("is a recruiter", None, None),
        ("works at Charité since spring", None, None),
        ("worked in pharma before 2020", None, None),
        ("met you and somebody from Energy together on 3 May 2026", None, None),
    ],
)
def test_evidence_in_german(evidence: str, formal: str | None, familiar: str | None) -> None:
    facts = replace(FULL, introducer_name="Dana Fox", evidence=evidence)
    for language, clause, work in (("de", formal, "Auf Sie komme ich wegen Ihrer"),
                                   ("de-du", familiar, "Auf dich komme ich wegen deiner")):
        ask = draft(replace(facts, language=language)).ask
        assert (f"komme ich, weil {clause}." in ask) if clause else (f"{work} Tätigkeit als" in ask)


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_our_templates_can_be_a_start_of_ones_own(kind: str, language: str) -> None:
    facts = replace(FULL, language=language)
    assert draft_from(facts, template_source(kind, language), kind) == draft(facts, kind)


def test_words_has_no_empty_value() -> None:
    assert all(words(BARE).values())
    assert set(words(BARE)) == {
        "introducer_name", "introducer_first_name", "introducer_full_name", "target_label", "target_object", "target_in",
        "target_from", "certainty", "purpose", "length",
    }


@pytest.mark.parametrize(("days", "is_said"), [(0, False), (29, False), (30, True), (400, True)])
def test_of_last_week_nobody_says_that_one_was_last_in_touch(days: int, is_said: bool) -> None:
    today = date(2026, 11, 20)
    last_on = today - timedelta(days=days)
    assert (long_ago(last_on, today) == last_on) is is_said
    assert long_ago(None, today) is None
