"""Two spellings of one company share a key; two companies do not."""

import pytest

from dashboard.industries import company_key
from dashboard.industries.names import words


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Siemens AG", "siemens"),
        ("The Müller Group GmbH & Co. KG (India)", "muller"),
        ("Bain & Company", "bain"),
        ("AT&T", "at and t"),
        ("Johnson + Johnson, Inc.", "johnson and johnson"),
        ("Deloitte India", "deloitte"),
        ("Siemens Middle East", "siemens"),
        ("Foo Tools S.A. de C.V.", "foo tools"),
        ("Ferrero S.p.A.", "ferrero"),
        ("Enel SpA", "enel"),
        ("Wojna Sp. z o.o.", "wojna"),
        ("U.S. Army", "us army"),
        ("J. P. Morgan", "jp morgan"),
        ("D. E. Shaw & Co., L.P.", "de shaw"),
        ("Domino's", "dominos"),
        ("L’Oréal", "loreal"),
        ("Ørsted A/S", "orsted"),
        ("Boston Consulting Group (BCG)", "boston consulting"),
        ("(Acme)", "acme"),
        ("Infosys Pvt. Ltd.", "infosys"),
        ("???", ""),
        ("", ""),
    ],
)
def test_key(name: str, key: str) -> None:
    assert company_key(name) == key


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Air India", "air india"),
        ("Bank of America", "bank of america"),
        ("Statistics Canada", "statistics canada"),
        ("Time Inc.", "time inc"),
        ("Credit Suisse", "credit suisse"),
        ("Teach For America", "teach for america"),
        ("University of Ireland", "university of ireland"),
        ("Serenity Day Spa", "serenity day spa"),
        ("India Ltd", "india"),
    ],
)
def test_a_place_or_form_that_is_part_of_the_name_stays(name: str, key: str) -> None:
    assert company_key(name) == key


def test_key_is_stable_under_itself() -> None:
    for name in (
        "The Müller Group GmbH & Co. KG (India)",
        "Air India",
        "Bank of America",
        "Wojna Sp. z o.o.",
    ):
        assert company_key(company_key(name)) == company_key(name)


def test_words_keep_their_case_and_join_acronyms() -> None:
    assert words("U.S. Département d'IT") == ["US", "Departement", "dIT"]
