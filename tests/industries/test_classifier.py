"""The layers together: whole words, head nouns, abstention, order."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.industries import CODES, VERSION, Evidence, classify, classify_many
from dashboard.industries.tables import tsv_rows

HEAD_NOUNS = [
    ("Harvard Law School", "EDU"),
    ("University Hospital", "HLT"),
    ("Hospital Credit Union", "FIN"),
    ("St. Anne Hospital Foundation", "NPO"),
    ("Riverside Insurance School", "EDU"),
    ("Springfield School of Law", "EDU"),
    ("Springfield School District", "EDU"),
    ("University of Nowhere Medical Center", "HLT"),
    ("University of Nowhere Press", "MED"),
    ("University of Nowhere", "EDU"),
    ("Department of Computer Science, University of Nowhere", "EDU"),
    ("Department of Health", "GOV"),
    ("Ministry of Education", "GOV"),
    ("Ministry of Energy and Mines", "GOV"),
    ("City of Springfield", "GOV"),
    ("Bank of Springfield", "FIN"),
    ("Food Bank of Springfield", "NPO"),
    ("Blood Bank", "HLT"),
    ("Society of Petroleum Engineers", "NPO"),
    ("Chamber of Commerce of Nowhere", "NPO"),
    ("Bar Association of Nowhere", "NPO"),
    ("Legal Defense Fund", "NPO"),
    ("Museum of Aviation", "NPO"),
    ("Banque de Nulle Part", "FIN"),
    ("Clínica de Fisioterapia Gómez", "HLT"),
    ("Universidad de la Salud", "EDU"),
    ("Hochschule für Wirtschaft", "EDU"),
    ("Bundesministerium für Gesundheit", "GOV"),
    ("Ministerio de Hacienda", "GOV"),
    ("Kreissparkasse Irgendwo", "FIN"),
    ("Musterstadt Stadtwerke", "ENE"),
    ("Stadtklinikum Musterstadt", "HLT"),
    ("Karlsson Fastigheter AB", "REA"),
    ("Müller Immobilien GmbH", "REA"),
    ("Gómez Abogados", "LAW"),
    ("Smith & Jones Attorneys at Law", "LAW"),
    ("Capital Dental Care", "HLT"),
    ("Energy Capital Partners LLC", "FIN"),
    ("Marketing Solutions Group", "MKT"),
    ("Human Capital Consulting", "HRS"),
    ("Golden Gate Realty", "REA"),
    ("Acme Semiconductor", "HWE"),
    ("Acme Biotherapeutics", "LSC"),
    ("Acme Logistics Pvt Ltd", "TRN"),
    ("Acme Software Engineering", "SFT"),
    ("Acme Construction Materials", "CON"),
    ("Seaside Hotel & Resort", "HSP"),
    ("Acme Farms", "CPG"),
    ("Orbital Aerospace Systems", "AER"),
    ("Springfield Staffing", "HRS"),
    ("Acme Broadband", "TEL"),
    ("Acme Plastics Manufacturing", "MFG"),
    ("清华大学", "EDU"),
]


@pytest.mark.parametrize(("company", "industry"), HEAD_NOUNS)
def test_head_noun(company: str, industry: str) -> None:
    assert classify(Evidence(company=company)).industry == industry


@pytest.mark.parametrize(
    ("company", "never"),
    [
        ("Ferrous S.p.A.", "HSP"),
        ("FERROUS SPA", "HSP"),
        ("Ferrous SpA", "HSP"),  # a company form, no bath
        ("Air Nowhere", "SFT"),
        ("Bonsai Trees", "SFT"),
        ("Thailand Elite", "SFT"),  # "ai" is not a word in them
        ("Make It Happen", "SFT"),
        ("Just Do It", "SFT"),  # "it" is not IT
        ("Burbanks", "FIN"),
        ("Scarlett Partners", "RET"),
        ("Carmen Paulson", "RET"),
        ("Portland Artisans", "MED"),
        ("Informal Ltd", "MED"),
        ("Clawson Inc", "LAW"),
        ("Outlawed", "LAW"),
        ("Delta Dental of Nowhere", "TRN"),
        ("Apple Bank", "HWE"),
        ("Target Logistics", "RET"),
    ],
)
def test_whole_words_only(company: str, never: str) -> None:
    assert classify(Evidence(company=company)).industry != never


@pytest.mark.parametrize("company", ["Eubank Holdings", "Barbara Hall", "Musculoskeletics", "Bankery"])
def test_what_only_sounds_like_an_industry_is_never_sure(company: str) -> None:
    guess = classify(Evidence(company=company))
    assert guess.confidence < 0.8
    assert guess.layer == "model"


def test_it_counts_in_capitals() -> None:
    assert classify(Evidence(company="Nordhaus IT")).industry == "SFT"


def test_a_bath_is_a_bath() -> None:
    assert classify(Evidence(company="Serenity Day Spa")).industry == "HSP"


@pytest.mark.parametrize(
    ("company", "industry"),
    [
        ("Siemens", "MFG"),
        ("SIEMENS AG", "MFG"),
        ("Siemens Middle East", "MFG"),
        ("Deloitte India", "CNS"),
        ("Ogilvy London", "MKT"),
        ("Société Générale", "FIN"),
        ("Societe Generale S.A.", "FIN"),
        ("Boston Consulting Group (BCG)", "CNS"),
        ("JP Morgan Chase & Co.", "FIN"),
        ("Air France", "TRN"),
        ("Ferrero S.p.A.", "CPG"),
        ("The Coca-Cola Company", "CPG"),
        ("Bank of America Merrill Lynch", "FIN"),
        ("Goldman Sachs Asset Management", "FIN"),
        ("Google - Zürich", "SFT"),
    ],
)
def test_employer_table(company: str, industry: str) -> None:
    guess = classify(Evidence(company=company))
    assert (guess.industry, guess.layer) == (industry, "employer")
    assert guess.confidence >= 0.8


def test_an_institution_after_an_employers_name_counts() -> None:
    assert classify(Evidence(company="Stanford University Hospital")).industry == "HLT"


@pytest.mark.parametrize(
    "company", ["Delta Roofing", "Orange Dental", "Apollo Landscaping", "Shell Lake Hospital"]
)
def test_never_a_prefix_of_one_word(company: str) -> None:
    assert classify(Evidence(company=company)).layer == "name"


@pytest.mark.parametrize(
    "company",
    [
        "Self-employed",
        "Self Employed",
        "Freelance",
        "Stealth Startup",
        "Stealth Mode",
        "Stealth",
        "Confidential",
        "Confidential Company",
        "Selbstständig",
        "Indépendant",
        "Autónomo",
        "Retired",
        "Unemployed",
        "N/A",
        "-",
        "",
        "   ",
    ],
)
def test_unknown(company: str) -> None:
    guess = classify(Evidence(company=company))
    assert (guess.industry, guess.confidence, guess.layer, guess.guesses) == (None, 0.0, "unknown", ())


@pytest.mark.parametrize("company", ["Qwertzu", "Zalindra Gaya"])
def test_a_name_that_says_nothing_is_withheld_with_guesses(company: str) -> None:
    guess = classify(Evidence(company=company))
    assert (guess.industry, guess.confidence) == (None, 0.0)
    assert len(guess.guesses) >= 3 and guess.guesses[0][1] < 0.3


def test_self_employed_is_unknown_even_with_a_domain() -> None:
    assert classify(Evidence(company="Self-employed", domain="siemens.com")).industry is None


def test_the_files_word_comes_first() -> None:
    guess = classify(Evidence(company="Siemens", domain="charite.de", industry_text=" Medical "))
    assert (guess.industry, guess.confidence) == ("HLT", 0.98)
    assert (guess.layer, guess.evidence) == ("file", "file says: Medical")


def test_a_files_word_we_do_not_know_is_passed_over() -> None:
    assert classify(Evidence(company="Siemens", industry_text="Other")).layer == "employer"



def test_generic_words_are_likely_at_most() -> None:
    for company in ("Zalindra Solutions", "Zalindra Technologies", "Zalindra Consulting", "Zalindra Media"):
        assert 0.3 <= classify(Evidence(company=company)).confidence < 0.8


def test_evidence_is_in_words() -> None:
    assert classify(Evidence(company="SIEMENS AG")).evidence == "employer table: Siemens"
    assert classify(Evidence(company="Qwertzu", position="Nurse")).evidence == "title: nurse"
    assert classify(Evidence(company="Novagenomix")).evidence == "wording: novagenomix"
    assert classify(Evidence(company="Hospital Credit Union")).evidence == "name: credit union"
    assert classify(Evidence(domain="charite.de")).evidence == "domain: charite.de"


def test_every_employer_of_the_table_is_found_on_it() -> None:
    lost = [
        name for name, _ in tsv_rows("employers.tsv") if classify(Evidence(company=name)).layer != "employer"
    ]
    assert lost == []


def _crowd(size: int) -> list[Evidence]:
    chance = random.Random(7)  # noqa: S311
    words = [
        *(name for name, _ in HEAD_NOUNS),
        *[
            "Nova",
            "Group",
            "Labs",
            "Bank",
            "of",
            "Texas",
            "GmbH",
            "Media",
            "Law",
            "Inc.",
            "S.p.A.",
            "&",
            "Co",
        ],
    ]
    return [
        Evidence(
            company=f"{chance.choice(words)} {chance.randrange(size)} {chance.choice(words)}",
            domain=chance.choice([None, "acme.edu", "gmail.com"]),
        )
        for _ in range(size)
    ]


def test_order_and_repetition_do_not_matter() -> None:
    crowd = _crowd(400)
    answers = dict(zip(crowd, classify_many(crowd), strict=True))
    shuffled = random.Random(1).sample(crowd, len(crowd))  # noqa: S311
    assert [answers[each] for each in shuffled] == classify_many(shuffled)
    assert classify_many(crowd) == [classify(each) for each in crowd]


def test_fifty_thousand_companies_take_seconds() -> None:
    crowd = _crowd(50_000)
    started = time.process_time()
    classify_many(crowd)
    assert time.process_time() - started < 12  # about 2.5 s on two quiet cores; room for a busy machine


def test_version_names_the_tables() -> None:
    number, _, tables = VERSION.partition("-")
    assert number.isdigit() and len(tables) == 8


ANY = st.one_of(st.none(), st.text(max_size=60))


@settings(deadline=None)  # the first call reads the tables
@given(ANY, ANY, ANY, ANY)
def test_never_raises_and_keeps_its_promises(
    company: str | None, position: str | None, domain: str | None, text: str | None
) -> None:
    guess = classify(Evidence(company, position, domain, text))
    assert guess == classify(Evidence(company, position, domain, text))
    assert guess.industry is None or guess.industry in CODES
    assert (guess.industry is None) == (guess.confidence == 0)
    assert (guess.layer == "unknown") == (not guess.evidence) == (not guess.guesses)
    assert guess.industry is None or (0.3 <= guess.confidence < 1 and guess.evidence)
    weights = [weight for _, weight in guess.guesses]
    assert sum(weights) < 1.001 and all(weight >= 0 for weight in weights)
    assert len({code for code, _ in guess.guesses}) == len(weights) <= 5
    assert guess.industry is None or guess.guesses[0] == (guess.industry, guess.confidence)


FRAGMENTS = st.lists(
    st.sampled_from(
        [
            ".",
            "&",
            " ",
            "of",
            "S.p.A.",
            "(",
            ")",
            "]",
            "Bank",
            "de",
            "IT",
            "Inc",
            "-",
            "/",
            "大学",
            "é",
            "\u0301",
            "\x00",
            ",",
            "@",
            ".com",
            "Group",
            "India",
            "the",
            "a.",
        ]
    )
)


@settings(deadline=None)
@given(FRAGMENTS, FRAGMENTS)
def test_never_raises_on_odd_names(company: list[str], domain: list[str]) -> None:
    classify(Evidence("".join(company), None, "".join(domain), "".join(company)))


def test_no_data_library_is_loaded() -> None:
    names = "{'pandas', 'duckdb', 'streamlit', 'sklearn', 'scipy'}"
    code = f"import sys, dashboard.industries; print(sorted({names} & set(sys.modules)))"
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
