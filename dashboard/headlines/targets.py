"""People one could meet through contacts, in words."""

from collections.abc import Mapping
from typing import Any

from dashboard.headlines.words import counted, listed

Row = Mapping[str, Any]
UNIT = "On lists your contacts shared, or met only in a contact's company · choose a row to write the ask"
NOBODY = "Nobody by name yet"
HOW = (
    "Ask a contact who is at home where you are not for their Connections.csv, and import it as theirs: then the people they "
    "know stand here, with who could introduce you."
)
CERTAINTY = "Known: on a list that the introducer shared. Likely: seen with the introducer at least twice, never alone with you."


def finding(found: Any) -> str:
    """Of rows of ``second_degree``: how many there are in the industries that are missing, or in the one chosen."""
    number = int(found["in_gaps"].iloc[0])
    return f"{counted(number, 'person', 'people')} you could meet in industries you lack"


def in_industry(found: Any) -> str:
    """The same of one industry."""
    return f"{counted(int(found['total'].iloc[0]), 'person', 'people')} you could meet in {found['industry_label'].iloc[0]}"


def best(found: Any) -> str:
    """Through whom the most of them: "Most through Dana Fox and Kim Lee"."""
    return f"Most through {listed(list(found['introducer'].value_counts().index[:2]))}"
