"""Lists on which a search for who is there twice would compare everybody with everybody: 20,000 people who share one thing."""

from collections.abc import Callable

from dashboard.sample.names import FAMILY, GIVEN

CROWD = 20_000
Row = tuple[str, str, str, str, str]
_GIVEN = [name for row in GIVEN for name in row]
_FAMILY = [name for row in FAMILY for name in row]


def _given(number: int) -> str:
    return _GIVEN[number % len(_GIVEN)] + _FAMILY[number // len(_GIVEN) % len(_FAMILY)].lower()


def _family(number: int) -> str:
    return _FAMILY[number * 7 % len(_FAMILY)] + _GIVEN[number // 3 % len(_GIVEN)].lower()


def _own(number: int) -> str:
    return f"u{number}@house{number}.example"


SHARED: dict[str, Callable[[int], Row]] = {
    "a name": lambda n: ("Anna Berger", _own(n), f"House {n}", "", ""),
    "an employer": lambda n: (f"{_given(n)} {_family(n)}", f"u{n}@firm.example", "Firm", "", ""),
    "a mail domain and the family name": lambda n: (f"{_given(n)} Berger", f"u{n}@firm.example", "", "", ""),
    "a phone": lambda n: (f"{_given(n)} {_family(n)}", _own(n), "", "", "+49 30 1234567"),
    "an initial and the family name": lambda n: (f"{'A.' if n % 2 else 'A' + _given(n)} Berger", _own(n), "", "", ""),
    "what stands before the @": lambda n: ("", f"anna.berger@house{n}.example", "", "", ""),
    "a name with 44 others": lambda n: (f"Anna {_given(n // 45)}", _own(n), "", "", ""),
    "one address": lambda n: (f"{_given(n)} {_family(n)}", "info@firm.example", "", "", ""),
}
