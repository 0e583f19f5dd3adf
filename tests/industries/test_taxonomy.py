"""The taxonomy: fixed codes in a fixed order, labels that fit, references that sum to one."""

from itertools import pairwise

import pytest

from dashboard.industries import BY_CODE, CODES, INDUSTRIES, rows
from dashboard.industries.tables import DATA, csv_rows, tsv_rows

IN_ORDER = [
    "SFT",
    "HWE",
    "TEL",
    "MED",
    "FIN",
    "INS",
    "REA",
    "LAW",
    "CNS",
    "MKT",
    "HRS",
    "MFG",
    "AER",
    "ENE",
    "CON",
    "RET",
    "CPG",
    "TRN",
    "HSP",
    "EDU",
    "HLT",
    "LSC",
    "GOV",
    "NPO",
]


def test_codes_keep_their_order() -> None:
    assert list(CODES) == IN_ORDER
    assert [BY_CODE[code] for code in IN_ORDER] == list(INDUSTRIES)


def test_labels_are_unique_and_fit_a_chart() -> None:
    assert len({i.label for i in INDUSTRIES}) == len({i.short_label for i in INDUSTRIES}) == 24
    assert max(len(i.short_label) for i in INDUSTRIES) <= 16


def test_families_are_neighbours() -> None:
    families = [i.family for i in INDUSTRIES]
    changes = 1 + sum(a != b for a, b in pairwise(families))
    assert changes == len(set(families)) == 6


def test_rows_are_numbered_and_references_sum_to_one() -> None:
    table = rows()
    assert [row[4] for row in table] == list(range(1, 25))
    assert sum(row[5] for row in table) == pytest.approx(1, abs=1e-12)
    assert sum(row[6] for row in table) == pytest.approx(1, abs=1e-12)


def test_references_are_the_published_shares() -> None:
    by_code = {row[0]: row for row in rows()}
    assert by_code["HLT"][5:] == pytest.approx((0.15758, 0.21446), abs=1e-4)
    assert by_code["SFT"][1:4] == ("Software, Internet & IT Services", "Software", "Technology & media")


@pytest.mark.parametrize(
    "name",
    [
        "employers.tsv",
        "name_rules.tsv",
        "industry_names.tsv",
        "industry_codes.tsv",
        "domain_endings.tsv",
        "title_rules.tsv",
    ],
)
def test_every_table_speaks_in_our_codes(name: str) -> None:
    header = (DATA / name).read_text(encoding="utf-8").splitlines()[0].split("\t")
    found = {row[header.index("industry")] for row in tsv_rows(name)}
    assert found and found <= set(CODES)


def test_every_table_row_is_complete() -> None:
    assert all(len(row) == 2 and all(row) for row in tsv_rows("employers.tsv"))
    assert all(len(row) == 3 and 0.3 <= float(row[1]) < 1 for row in tsv_rows("name_rules.tsv"))
    assert {row["industry"] for row in csv_rows("reference_shares.csv")} == set(CODES)
