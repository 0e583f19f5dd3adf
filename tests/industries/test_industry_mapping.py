"""Industries as files write them."""

import pytest

from dashboard.industries import BY_CODE, industry_of_text


@pytest.mark.parametrize(
    ("text", "code"),
    [
        # our own
        ("SFT", "SFT"),
        ("MED", "MED"),
        ("Banking, Investment & Financial Services", "FIN"),
        ("Media & sports", "MED"),
        # LinkedIn, first generation
        ("Computer Software", "SFT"),
        ("Information Technology and Services", "SFT"),
        ("Hospital & Health Care", "HLT"),
        ("Financial Services", "FIN"),
        ("Marketing and Advertising", "MKT"),
        ("Law Practice", "LAW"),
        ("Higher Education", "EDU"),
        ("Oil & Energy", "ENE"),
        ("Staffing and Recruiting", "HRS"),
        ("Defense & Space", "AER"),
        ("Logistics and Supply Chain", "TRN"),
        ("Nonprofit Organization Management", "NPO"),
        ("Management Consulting", "CNS"),
        ("Food & Beverages", "CPG"),
        ("Leisure, Travel & Tourism", "HSP"),
        ("Architecture & Planning", "CON"),
        ("Electrical/Electronic Manufacturing", "HWE"),
        # LinkedIn, second generation
        ("Technology, Information and Media", "SFT"),
        ("IT Services and IT Consulting", "SFT"),
        ("Hospitals and Health Care", "HLT"),
        ("Professional Services", "CNS"),
        ("Entertainment Providers", "MED"),
        ("Real Estate and Equipment Rental Services", "REA"),
        ("Government Administration", "GOV"),
        # GICS, NAICS, ISIC: titles and codes
        ("Consumer Staples", "CPG"),
        ("Health Care Providers & Services", "HLT"),
        ("45103010", "SFT"),
        ("Finance and Insurance", "FIN"),
        ("5415", "SFT"),
        ("541511", "SFT"),
        ("3254", "LSC"),
        ("31-33", "MFG"),
        ("NAICS 524", "INS"),
        ("Human health and social work activities", "HLT"),
        ("J62", "SFT"),
        ("K", "FIN"),
        # free words, slips of a letter, other languages
        ("technolgy", "SFT"),
        ("softwear", "SFT"),
        ("medical", "HLT"),
        ("constructon", "CON"),
        ("Telco", "TEL"),
        ("finance sector", "FIN"),
        ("Hospital administration", "HLT"),
        ("Maschinenbau", "MFG"),
        ("Öffentlicher Dienst", "GOV"),
        ("Servicios financieros", "FIN"),
        ("Santé", "HLT"),
        ("Seguros", "INS"),
        # more than one in a cell: the nearest in a path, the first in a list
        ("Media > Advertising", "MKT"),
        ("Banking / Insurance", "FIN"),
        ("Consumer Goods & Retail", "CPG"),
    ],
)
def test_understood(text: str, code: str) -> None:
    assert industry_of_text(text) == code


@pytest.mark.parametrize(
    "text", ["", "  ", "-", "n/a", "Other", "Unknown", "misc", "2023", "1", "med", "detail", ">"]
)
def test_not_understood(text: str) -> None:
    assert industry_of_text(text) is None


def test_every_label_of_ours_comes_back() -> None:
    for code, industry in BY_CODE.items():
        assert (industry_of_text(industry.label), industry_of_text(industry.short_label)) == (code, code)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("62.01", "SFT"), ("J62.01", "SFT"), ("NACE 64.19", "FIN"), ("J 62", "SFT"), ("65.12", "INS"), ("K65", "INS"),
        ("NACE 66.22", "INS"), ("WZ 86.10", "HLT"), ("ATECO 56.10.11", "HSP"), ("NAF 71.12B", "CON"), ("69.10", "LAW"),
        ("69.20", "CNS"), ("A01.1", "CPG"), ("M72.11", "LSC"), ("84.11", "GOV"), ("O84", "GOV"), ("78.10", "HRS"),
        ("13.10", "CPG"), ("C13", "CPG"), ("73.11", "MKT"), ("61.10", "TEL"), ("30.30", "AER"), ("30.40", "AER"),
        ("35.11", "ENE"), ("68.31", "REA"), ("94.99", "NPO"), ("NAICS 313110", "CPG"), ("511210", "SFT"), ("3366", "AER"),
        ("technolgy", "SFT"), ("Technolgy", "SFT"),
    ],
)
def test_nace_isic_and_older_naics_codes(text: str, code: str) -> None:
    assert industry_of_text(text) == code
