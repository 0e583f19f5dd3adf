"""How much an industry matters, in words."""

from dashboard.headlines.words import listed

INTERESTS = {0: "Not now", 1: "As any", 2: "Twice"}
MEANING = "Not now: no asks about it, and no even share in your target. Twice: an ask about it is worth double."
TICKS = "The even part of your target is spread over these, and asks are made about these alone."


def weighed(label: str, interest: int) -> str:
    """What a choice for one industry answers with."""
    return f"{label} matters {('not at all for now', 'as any industry', 'twice as much')[interest]}."


def ticked(labels: list[str], is_wanted: bool) -> str:
    """What ticks answer with."""
    verb = "matters" if len(labels) == 1 else "matter"
    return f"{listed(labels)} {verb} {'again' if is_wanted else 'not at all for now'}."
