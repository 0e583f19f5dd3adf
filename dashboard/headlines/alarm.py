"""The complacency alarm in words, from the row of ``complacency_alarm``."""

from dashboard.headlines.words import Row, counted, has, percent

BY_CHANCE = ("about once in four years", "about twice a year")  # for each of its two reasons: benchmarks/alarm.py
TITLE = "Your network is turning inward"
SILENT = {
    "home": "It needs your own industry.",
    "young": "It needs 450 days of record; there are {record_days:,}.",
    "quiet": "It needs five interactions in 90 days.",
}


def reasons(alarm: Row) -> list[str]:
    """Why it rings, a sentence each."""
    found = []
    if alarm["is_rising"]:
        found.append(
            f"{alarm['home_label']} had {percent(alarm['home_share'])} of the last 90 days, and at most "
            f"{percent(alarm['highest_before'])} in any of the four 90 days before."
        )
    if alarm["is_inward"]:
        weeks = alarm["days_without_new"] // 7 if has(alarm["days_without_new"]) else None
        found.append(
            f"For {counted(weeks, 'week')} you met nobody new outside {alarm['home_label']}."
            if weeks
            else f"You have met nobody outside {alarm['home_label']} yet."
        )
    return found


def by_chance() -> str:
    """Its false alarms, so that nobody takes it for more than it is."""
    rising, inward = BY_CHANCE
    return f"By chance alone the home share rings it {rising}, six weeks without anybody new {inward}."


def standing(alarm: Row) -> str:
    """Under the trend: whether it rings, and what would make it ring."""
    if has(alarm["silence"]):
        return f"The alarm is silent. {SILENT[alarm['silence']].format(**alarm)}"
    if alarm["is_ringing"]:
        return f"The alarm rings. {' '.join(reasons(alarm))} {by_chance()}"
    above = f"above {percent(alarm['threshold'])}, or " if has(alarm["threshold"]) and alarm["threshold"] < 1 else ""
    return (
        f"The alarm is quiet. It rings {above}after six weeks without anybody new outside {alarm['home_label']}. "
        f"{by_chance()}"
    )
