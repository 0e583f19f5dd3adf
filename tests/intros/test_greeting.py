"""Whom do we say hello to?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.intros import AskFacts, draft, first_name


@pytest.mark.parametrize(
    ("name", "greeted"),
    [
        ("Dana", "Dana"),
        ("Dana Fox", "Dana"),
        ("Dr. Anna Smith", "Anna"),
        ("Dr Anna Smith, PhD, MBA", "Anna"),
        ("Prof. Dr. rer. nat. h.c. Anna Smith", "Anna"),
        ("Dipl.-Ing. Anna Smith", "Anna"),
        ("Dr. Smith", "Dr. Smith"),
        ("Frau Dr. Smith", "Frau Smith"),
        ("Dr. Smith MBA", "Dr. Smith"),
        ("Dr. Jack Ma", "Jack"),
        ("Phil Collins", "Phil"),
        ("Hon Lik", "Hon"),
        ("Rev. John Smith", "John"),
        ("Anna Smith MBA PMP", "Anna"),
        ("Anna Smith Ph.D.", "Anna"),
        ("Anna Smith Jr.", "Anna"),
        ("Smith, Anna", "Anna"),
        ("van der Berg, Anna", "Anna"),
        ("Dana, MBA", "Dana"),
        ("🚀 Dana Fox 🚀", "Dana"),
        ("Dana 👩🏽‍💻 Fox", "Dana"),
        ("★ Dana ★", "Dana"),
        ("Dana (Annie) Fox", "Dana"),
        ("(she/her) Dana Fox", "Dana"),
        ('"Annie" Dana Fox', "Dana"),
        ("Dana Fox | Hiring!", "Dana"),
        ("J. Robert Oppenheimer", "Robert"),
        ("J. Smith", "J. Smith"),
        ("JR Smith", "JR"),
        ("ANNA SMITH", "Anna"),
        ("JEAN-LUC PICARD", "Jean-Luc"),
        ("DİLEK KAYA", "Dilek"),
        ("danah boyd", "danah"),
        ("=SUM(A1:B2) Fox", "=SUM"),
        ("H&M Fox", "H&M"),
        ("Jean-Luc Picard", "Jean-Luc"),
        ("D'Arcy Fox", "D'Arcy"),
        ("Zoë O’Brien", "Zoë"),
        ("李明", "李明"),
        ("李 明", "李 明"),
        ("山田 太郎", "山田 太郎"),
        ("さくら はな", "さくら はな"),
        ("김 철수", "김 철수"),
        ("李明 (Ming Li)", "李明"),
        ("محمد علي", "محمد"),
        ("🚀", "🚀"),
        ("", ""),
    ],
)
def test_first_name(name: str, greeted: str) -> None:
    assert first_name(name) == greeted


@pytest.mark.parametrize("name", ["=cmd|' /C calc'!A0", "{{ 7*7 }}", "<script>x</script>", "Robert'); DROP"])
def test_a_hostile_name_is_just_text(name: str) -> None:
    greeting = draft(AskFacts(introducer_name=name, target_label="Energy")).ask.split("\n")[0]
    assert greeting.startswith("Hi ") and greeting.endswith(",")
    assert greeting[3:-1] in name


@given(st.text())
def test_no_name_breaks_it(name: str) -> None:
    greeted = first_name(name)
    assert bool(greeted) is bool(name)
