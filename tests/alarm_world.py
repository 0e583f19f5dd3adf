"""A record in which the complacency alarm may ring."""

from datetime import timedelta

from world import TODAY, World


def fill(world: World, shares: tuple[int, ...], new_days_ago: int = 10, meetings: int = 5) -> None:
    """``shares``: percent at home in the last 90 days and the four 90 days before; each of 100 minutes at least."""
    world.assume("home_industry", "SFT")
    world.label("domain", "home.example", "SFT")
    world.label("domain", "bank.example", "FIN")
    for part, percent in enumerate(shares):
        day = TODAY - timedelta(days=90 * part + 50)
        for n in range(meetings):
            minutes = percent if n == 0 else 0.0001
            world.meeting(f"{day + timedelta(days=n)} 08:00", minutes, "Anna Fox <anna@home.example>")
        world.meeting(f"{day} 10:00", 100 - percent, "Ben Fox <ben@bank.example>")
    world.meeting(f"{TODAY - timedelta(days=new_days_ago)} 12:00", 0.001, "Ute Fox <ute@bank.example>")


def old(world: World) -> None:
    """The record begins 460 days before today."""
    world.meeting(f"{TODAY - timedelta(days=460)} 08:00", 5, "Ben Fox <ben@bank.example>")
