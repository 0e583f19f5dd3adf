"""Mail domains: who is a provider, what an ending says, which label is an employer's."""

import pytest

from dashboard.industries import Evidence, classify, is_mail_provider
from dashboard.industries.domains import registrable
from dashboard.industries.tables import word_list


@pytest.mark.parametrize(
    "domain",
    [
        "gmail.com",
        "GMAIL.COM",
        "gmx.at",
        "web.de",
        "outlook.fr",
        "hotmail.co.uk",
        "live.nl",
        "yahoo.com.br",
        "me.com",
        "icloud.com",
        "proton.me",
        "orange.fr",
        "free.fr",
        "libero.it",
        "qq.com",
        "163.com",
        "mail.ru",
        "yandex.ru",
        "t-online.de",
        "comcast.net",
        "ana@gmail.com",
    ],
)
def test_provider(domain: str) -> None:
    assert is_mail_provider(domain)
    assert classify(Evidence(domain=domain)).industry is None


@pytest.mark.parametrize(
    "domain", ["siemens.com", "gmail.siemens.com", "charite.de", "mygmail.com", "", "com", "."]
)
def test_no_provider(domain: str) -> None:
    assert not is_mail_provider(domain)


def test_the_list_is_long_enough() -> None:
    assert len(set(word_list("mail_providers.txt"))) > 150


@pytest.mark.parametrize(
    ("domain", "registered"),
    [
        ("cs.mail.example.co.uk", "example.co.uk"),
        ("jobs.example.com", "example.com"),
        ("example.de", "example.de"),
        ("localhost", ""),
        ("a..b", ""),
    ],
)
def test_registrable(domain: str, registered: str) -> None:
    assert registrable(domain) == registered


@pytest.mark.parametrize(
    ("domain", "industry"),
    [
        ("charite.de", "HLT"),
        ("bankofamerica.com", "FIN"),
        ("jobs.amazon.co.uk", "RET"),
        ("t-mobile.com", "TEL"),
        ("booking.com", "HSP"),
        ("hmrc.gov.uk", "GOV"),
        ("cs.ox.ac.uk", "EDU"),
        ("anything.edu", "EDU"),
        ("x.edu.au", "EDU"),
        ("uni-bonn.de", "EDU"),
        ("springfield.k12.il.us", "EDU"),
        ("energy.gov", "GOV"),
        ("navy.mil", "GOV"),
        ("salud.gob.mx", "GOV"),
        ("culture.gouv.fr", "GOV"),
        ("dgs.state.va.us", "GOV"),
        ("meti.go.jp", "GOV"),
        ("trust.nhs.uk", "HLT"),
    ],
)
def test_domain_alone(domain: str, industry: str) -> None:
    guess = classify(Evidence(domain=domain))
    assert (guess.industry, guess.layer, guess.evidence) == (industry, "domain", f"domain: {domain}")


@pytest.mark.parametrize(
    "domain", ["zalindra-gaya.com", "alumni.stanford.edu", "", "@", "nodot"]
)
def test_domain_says_nothing(domain: str) -> None:
    assert classify(Evidence(domain=domain)).industry is None


def test_a_short_label_under_an_academic_ending_is_another_organisation() -> None:
    assert classify(Evidence(domain="um.edu.mt")).industry == "EDU"  # "UM" is also an agency


def test_company_on_the_table_beats_the_domain() -> None:
    guess = classify(Evidence(company="Siemens", domain="charite.de"))
    assert (guess.industry, guess.layer) == ("MFG", "employer")


def test_domain_on_the_table_beats_words_in_the_name() -> None:
    guess = classify(Evidence(company="Ferrous Solutions", domain="charite.de"))
    assert (guess.industry, guess.layer) == ("HLT", "domain")


def test_a_telling_name_beats_an_academic_address_but_not_a_government_one() -> None:
    assert classify(Evidence(company="Acme Hospital", domain="acme.edu")).industry == "HLT"
    assert classify(Evidence(company="Acme Solutions", domain="acme.edu")).industry == "EDU"
    assert classify(Evidence(company="Acme Hospital", domain="acme.gov")).industry == "GOV"
