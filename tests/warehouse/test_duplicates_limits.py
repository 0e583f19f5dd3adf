"""The search for people who may be one looks at a limited number of pairs, whatever the list holds, and says what it left out."""

import csv
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from workspaces import rows, take

from dashboard import questions
from dashboard.identity import Record, prepared
from dashboard.identity.names import names_in
from dashboard.warehouse import Workspace, duplicates, find_duplicates

MANY = 1_500
ALL_PAIRS = MANY * (MANY - 1) // 2
HEADER = ("Name", "Email", "Company", "Phone", "LinkedIn")
Row = tuple[str, str, str, str, str]
SYLLABLES = ("ba", "de", "fi", "go", "ku", "la", "me", "ni", "po", "ru")


def word(number: int) -> str:
    """Ten thousand words, no two alike but by chance."""
    return "".join(SYLLABLES[int(digit)] for digit in f"{number * 7919 % 10_000:04}").capitalize()


def one_name(n: int) -> Row:
    return ("Anna Berger", f"u{n}@house{n}.example", f"{word(n)} {n}", "", "")


def one_name_and_employer(n: int) -> Row:
    return ("Anna Berger", "", "Zyxxo", "", f"https://www.linkedin.com/in/a{n}")


def one_employer(n: int) -> Row:
    return (f"{word(n)} {word(n + 5_000)}", f"u{n}@zyxxo.example", "Zyxxo", "", "")


def one_domain_and_family_name(n: int) -> Row:
    return (f"{word(n)} Berger", f"u{n}@zyxxo.example", "", "", "")


def one_word_each_at_one_employer(n: int) -> Row:
    return (word(n % 40), f"u{n}@zyxxo.example", "Zyxxo", "", "")


def one_phone(n: int) -> Row:
    return (f"{word(n)} {word(n + 5_000)}", f"u{n}@d{n}.example", "", "+49 30 1234567", "")


def one_initial_and_family_name(n: int) -> Row:
    return ("A. Berger" if n % 2 else f"A{word(n)} Berger", f"u{n}@d{n}.example", "", "", "")


def one_name_by_the_address(n: int) -> Row:
    return ("", f"anna.berger@d{n}.example", "", "", "")


def filled(folder: Path, people: Sequence[Row]) -> Workspace:
    path = folder / "people.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([HEADER, *people])
    space = Workspace(folder / "mine")
    take(space, path)
    return space


def left_out(space: Workspace) -> list[dict[str, Any]]:
    with space.reading() as con:
        return questions.ask(con, "duplicates_left_out", {}).to_dict("records")


CROWDS = (
    one_name,
    one_name_and_employer,
    one_employer,
    one_domain_and_family_name,
    one_word_each_at_one_employer,
    one_phone,
    one_initial_and_family_name,
    one_name_by_the_address,
)


@pytest.mark.parametrize("crowd", CROWDS, ids=lambda crowd: crowd.__name__)
def test_no_crowd_is_compared_each_with_each(tmp_path: Path, crowd: Callable[[int], Row]) -> None:
    space = filled(tmp_path, [crowd(n) for n in range(MANY)])
    looked_at = find_duplicates(space)
    assert looked_at < 20 * MANY
    ((keys,),) = rows(space, "select count(*) from cache.duplicate_block")
    assert keys < 60 * MANY
    if crowd in (one_name, one_name_and_employer, one_phone, one_name_by_the_address):
        assert left_out(space)[0]["people"] == MANY
        assert left_out(space)[0]["pairs"] == ALL_PAIRS, "who all share one thing are left out, and counted"


def test_who_shares_something_rarer_is_found_in_a_crowd(tmp_path: Path) -> None:
    """A name that sounds like everybody's, and with one other the employer too, or the phone."""
    space = filled(tmp_path, [
        *(one_name(n) for n in range(200)),
        ("Anna Berger", "", "Qqyx", "", "https://www.linkedin.com/in/anna-qqyx"),
        ("Anna Bergger", "ab@gmail.com", "Qqyx", "", ""),
        ("Anna Berger", "a1@gmail.com", "", "+49 30 7654321", ""),
        ("Anna Berger", "a2@gmail.com", "", "+49 30 7654321", ""),
    ])
    assert find_duplicates(space) < 20
    assert sorted(rows(space, "select one_key, other_key from cache.duplicate_pair")) == [
        ("mail:a1@gmail.com", "mail:a2@gmail.com"),
        ("mail:ab@gmail.com", "url:in/anna-qqyx"),
    ]
    (group, *_) = left_out(space)
    assert (group["people"], group["kind"], group["full_name"]) == (204, "n", "Anna Berger")
    assert group["is_too_many"]
    assert group["pairs"] == 204 * 203 // 2


def test_nothing_is_left_out_of_a_usual_list(tmp_path: Path) -> None:
    space = filled(tmp_path, [one_name(n) for n in range(45)])
    assert find_duplicates(space) == 45 * 44 // 2
    assert left_out(space) == []
    take(space, written(tmp_path, [one_name(n) for n in range(46)]))
    find_duplicates(space)
    assert left_out(space)[0]["people"] == 46


def written(folder: Path, people: Sequence[Row]) -> Path:
    path = folder / "more.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([HEADER, *people])
    return path


def test_one_go_takes_the_rarest_first_and_the_next_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two of one name, and ten of another: at two pairs a go the ten wait, and are looked at when there is time."""
    people = [("Ida Mak", f"u{n}@gmail.com", "", "", "") for n in range(2)]
    people += [("Otto Quorn", f"q{n}@gmail.com", "", "", "") for n in range(10)]
    space = filled(tmp_path, people)
    monkeypatch.setattr(duplicates, "MOST_PAIRS", 20)
    assert find_duplicates(space) == 1
    (group,) = left_out(space)
    assert (group["people"], group["pairs"], group["is_too_many"]) == (10, 45, False)
    monkeypatch.setattr(duplicates, "MOST_PAIRS", 1_000)
    assert find_duplicates(space) == 0, "nothing new: nothing is done"
    take(space, written(tmp_path, [("Ann Other", "ann@gmail.com", "", "", "")]))
    assert find_duplicates(space) == 45
    assert left_out(space) == []
    assert find_duplicates(space) == 0
    pairs = rows(space, "select one_key, other_key from cache.duplicate_pair")
    assert len(pairs) == len(set(pairs)), "nobody is kept twice"


def test_what_stands_where_a_name_should_is_read_up_to_a_limit() -> None:
    asides = "Anna Berger " + " ".join(f"({word(n)})" for n in range(300))
    assert len(names_in(asides)) <= 4
    life = " ".join(word(n) for n in range(3_000))
    assert len(prepared(Record(names=(life,))).names[0].words) < 40
