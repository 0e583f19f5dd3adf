"""A template of ours with its purpose and length decided says the same, whatever is known."""

from dataclasses import replace
from itertools import product

import pytest
from intros.test_draft import EVERY, FULL, OPTIONAL

from dashboard.intros import KINDS, LENGTHS, PURPOSES, draft, draft_from, settled, template_source
from dashboard.intros.facts import CERTAINTIES


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_it_says_the_same_whichever_fact_is_missing(kind: str, language: str) -> None:
    for purpose, length in product(PURPOSES if KINDS[kind].with_blurb else PURPOSES[:1], LENGTHS):
        source = settled(template_source(kind, language), {"purpose": purpose, "length": length})
        assert "purpose" not in source and "length" not in source
        for certainty, name in product(CERTAINTIES, ("certainty", *OPTIONAL)):
            facts = replace(FULL, language=language, purpose=purpose, length=length, certainty=certainty)
            facts = facts if name == "certainty" else replace(facts, **{name: None})
            assert draft_from(facts, source, kind) == draft(facts, kind)


def test_what_never_stands_in_is_gone() -> None:
    career = settled(template_source(), {"purpose": "career", "length": "normal"})
    assert "I am thinking about my next step" in career and "most curious" not in career
    assert "or: I hope all is well with you." in career
    short = settled(template_source(), {"purpose": "curiosity", "length": "short"})
    assert "\nI hope all is well with you." in short and "Twenty minutes on" not in short
