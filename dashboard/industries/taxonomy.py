"""The 24 industries: fixed codes in a fixed order. A new one goes to the end, so that no colour moves."""

from dataclasses import dataclass
from functools import cache

from dashboard.industries.tables import csv_rows

TECH = "Technology & media"
MONEY = "Money & property"
ADVICE = "Advice & services"
MAKING = "Making & building"
GOODS = "Goods & places"
PEOPLE = "People & public"


@dataclass(frozen=True, slots=True)
class Industry:
    """One industry. ``short_label`` is for charts (at most 16 characters); ``family`` groups rows."""

    code: str
    label: str
    short_label: str
    family: str


INDUSTRIES = (
    Industry("SFT", "Software, Internet & IT Services", "Software", TECH),
    Industry("HWE", "Semiconductors, Hardware & Electronics", "Hardware", TECH),
    Industry("TEL", "Telecommunications", "Telecom", TECH),
    Industry("MED", "Media, Entertainment & Sports", "Media & sports", TECH),
    Industry("FIN", "Banking, Investment & Financial Services", "Finance", MONEY),
    Industry("INS", "Insurance", "Insurance", MONEY),
    Industry("REA", "Real Estate", "Real estate", MONEY),
    Industry("LAW", "Legal Services", "Legal", ADVICE),
    Industry("CNS", "Consulting, Accounting & Business Services", "Consulting", ADVICE),
    Industry("MKT", "Marketing, Advertising & PR", "Marketing", ADVICE),
    Industry("HRS", "Staffing, HR & Recruiting", "Staffing & HR", ADVICE),
    Industry("MFG", "Industrial, Chemical & Automotive Manufacturing", "Manufacturing", MAKING),
    Industry("AER", "Aerospace & Defense", "Aerospace", MAKING),
    Industry("ENE", "Energy, Mining & Utilities", "Energy", MAKING),
    Industry("CON", "Construction, Architecture & Engineering", "Construction", MAKING),
    Industry("RET", "Retail, Wholesale & E-commerce", "Retail", GOODS),
    Industry("CPG", "Food, Agriculture & Consumer Goods", "Consumer goods", GOODS),
    Industry("TRN", "Transportation & Logistics", "Transport", GOODS),
    Industry("HSP", "Hospitality, Travel & Consumer Services", "Hospitality", GOODS),
    Industry("EDU", "Education & Academic Research", "Education", PEOPLE),
    Industry("HLT", "Hospitals & Health Care", "Health care", PEOPLE),
    Industry("LSC", "Pharma, Biotech & Medical Devices", "Pharma & biotech", PEOPLE),
    Industry("GOV", "Government & Public Sector", "Government", PEOPLE),
    Industry("NPO", "Non-profit & Associations", "Non-profit", PEOPLE),
)
CODES = tuple(industry.code for industry in INDUSTRIES)
BY_CODE = {industry.code: industry for industry in INDUSTRIES}
LABELS = {industry.code: industry.short_label for industry in INDUSTRIES}

Row = tuple[str, str, str, str, int, float, float]


@cache
def reference_shares(population: str) -> dict[str, float]:
    """Share of US employment by industry code, 0..1, May 2025; population is "all" or "professional".

    The file's shares are rounded to five places; here they are scaled to sum to exactly 1.
    """
    found = {
        row["industry"]: float(row["share"])
        for row in csv_rows("reference_shares.csv")
        if row["population"] == population
    }
    total = sum(found.values())
    return {code: found[code] / total for code in CODES}


def rows() -> list[Row]:
    """(code, label, short_label, family, position, reference_all, reference_professional), in fixed order.

    ``position`` starts at 1; the references are fractions 0..1 that sum to 1.
    """
    everyone, professional = reference_shares("all"), reference_shares("professional")
    return [
        (i.code, i.label, i.short_label, i.family, position, everyone[i.code], professional[i.code])
        for position, i in enumerate(INDUSTRIES, start=1)
    ]
