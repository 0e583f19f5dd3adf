"""Reasons in words, and what holds for all records."""

from hypothesis import given
from hypothesis import strategies as st

from dashboard.identity import LIKELY, POSSIBLE, Record, suspicion

SIEMENS, BOSCH = frozenset({"siemens"}), frozenset({"bosch"})


def why(one: Record, other: Record) -> str:
    return ", ".join(suspicion(one, other).reasons)


def test_reasons_are_words() -> None:
    robert = Record(("Robert Hale",), ("rh@gmail.com",), SIEMENS)
    assert why(robert, Record(("Robert Hale",), ("robert@siemens.com",), SIEMENS)) == (
        "same name, other e-mail, same employer"
    )
    assert why(robert, Record(("Bob Hale",), companies=SIEMENS)) == "Bob is short for Robert, same family name, same employer"
    slip = suspicion(Record(("Eleanor Whitfield",), phone="123456789"), Record(("Elenor Whitfield",), phone="123456789"))
    assert slip.reasons == ("one letter differs", "same family name", "same phone")
    assert why(Record(("Jörg Maß",)), Record(("Joerg Mass",))) == "same name, spelt otherwise"
    assert why(Record(("J. Whitcombe",), companies=SIEMENS), Record(("Julian Whitcombe",), companies=SIEMENS)) == (
        "J. may be Julian, same family name, same employer"
    )


def test_two_profiles_weigh_against_one_person() -> None:
    one, other = (Record(("Dana Quist",), companies=SIEMENS, profile=f"in/dana-{n}") for n in (1, 2))
    assert suspicion(one, other).score < POSSIBLE
    assert "two LinkedIn profiles" in why(one, other)
    without = Record(("Dana Quist",), companies=SIEMENS)
    assert suspicion(one, without).score >= LIKELY


def test_many_namesakes_weigh_against_one_person() -> None:
    one, other = Record(("Dana Quist",), companies=SIEMENS), Record(("Dana Quist",), companies=BOSCH)
    of_many = Record(("Dana Quist",), companies=BOSCH, namesakes=5)
    assert suspicion(one, of_many).score < suspicion(one, other).score


def test_a_family_name_that_changed_needs_an_address_or_a_phone() -> None:
    one = Record(("Rebecca Stone",), ("rs@siemens.com",), SIEMENS, phone="123456789")
    assert suspicion(one, Record(("Rebecca Aldous",), companies=SIEMENS)).score < POSSIBLE
    assert suspicion(one, Record(("Rebecca Aldous",), companies=SIEMENS, phone="123456789")).score >= POSSIBLE
    assert suspicion(one, Record(("Rebecca Aldous",), ("rebecca.stone@gmail.com",))).score >= POSSIBLE


def test_an_assistant_is_not_the_boss() -> None:
    boss = Record(("Dana Quist",), ("dana.quist@siemens.com",), SIEMENS)
    for name in ("Office of Dana Quist", "Marco Neri on behalf of Dana Quist", "Polly Ives (for Dana Quist)"):
        assert suspicion(boss, Record((name,), ("dana.quist.office@siemens.com",), SIEMENS)).score == 0


WORD = (
    "Dana", "Robert", "Bob", "Jörg", "Joerg", "Fox", "Müller", "Mueller", "J.", "A", "王", "小芳", "van", "Jr.", "Sr.",
    "O'Rourke", "Иван", "(Bob)", "Team", "née", "🚀", ",", "Dr.", "MBA", "Anna-Lena",
)  # fmt: skip
NAMES = st.lists(st.sampled_from(WORD), max_size=5).map(" ".join) | st.text(max_size=12)
RECORDS = st.builds(
    Record,
    names=st.lists(NAMES, max_size=2).map(tuple),
    emails=st.lists(st.sampled_from(["dana.fox@x.example", "jm@siemens.com", "info@y.example", "@", "ü.ö@z"]), max_size=2).map(
        tuple
    ),
    companies=st.sampled_from([frozenset(), SIEMENS, BOSCH]),
    position=st.sampled_from(["", "CTO", "Nurse"]),
    phone=st.sampled_from(["", "123456789"]),
    profile=st.sampled_from(["", "in/a", "in/b"]),
    namesakes=st.integers(1, 5),
)


@given(RECORDS, RECORDS)
def test_the_score_is_the_same_from_either_side(one: Record, other: Record) -> None:
    assert suspicion(one, other) == suspicion(other, one)


@given(RECORDS, RECORDS)
def test_nobody_is_more_like_somebody_than_they_themselves(one: Record, other: Record) -> None:
    assert suspicion(one, one).score == 1
    assert 0 <= suspicion(one, other).score <= 1
    assert one == other or suspicion(one, other).score < 1
