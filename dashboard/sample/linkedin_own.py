"""The members of an export about the user: profile, addresses, career, and some that nothing reads."""

from datetime import timedelta

from dashboard.sample.linkedin_archive import Export
from dashboard.sample.messages import HEADER
from dashboard.sample.world import EMPLOYER, FORMER_EMPLOYERS, PROFILE_ROOT, World

_PROFILE = (
    "First Name", "Last Name", "Maiden Name", "Address", "Birth Date", "Headline", "Summary", "Industry",
    "Zip Code", "Geo Location", "Twitter Handles", "Websites", "Instant Messengers",
)  # fmt: skip
_POSITIONS = ("Company Name", "Title", "Description", "Location", "Started On", "Finished On")
_ADDRESSES = ("Email Address", "Confirmed", "Primary", "Updated On")
_EDUCATION = ("School Name", "Start Date", "End Date", "Notes", "Degree Name", "Activities")


def write_own(export: Export, world: World) -> dict[str, int]:
    """Profile, addresses and career: eleven years, three employers. Returns the rows of each member."""
    me, year = world.user, world.today.year
    text = "I run platform teams.\nBefore that, I wrote the things they now run."
    profile = {
        "First Name": me.given,
        "Last Name": me.family,
        "Headline": f"Engineering Manager at {EMPLOYER.name}",
        "Summary": text,
        "Industry": "Computer Software",
        "Geo Location": "Munich, Bavaria, Germany",
    }
    first, second = FORMER_EMPLOYERS
    career = (
        (EMPLOYER.name, "Engineering Manager", "Developer tools", "Munich", f"Mar {year - 5}", ""),
        (second.name, "Team Lead", "", "Munich", f"Apr {year - 8}", f"Feb {year - 5}"),
        (first.name, "Software Engineer", "", "Berlin", f"Sep {year - 11}", f"Mar {year - 8}"),
    )
    addresses = [(email, "Yes", ("Yes", "No")[n > 0], "Not Available") for n, email in enumerate(me.emails)]
    return {
        "Profile.csv": export.table("Profile.csv", _PROFILE, [[profile.get(name, "") for name in _PROFILE]]),
        "Positions.csv": export.table("Positions.csv", _POSITIONS, career),
        "Email Addresses.csv": export.table("Email Addresses.csv", _ADDRESSES, addresses),
    }


def write_unused(export: Export, world: World) -> None:
    """Members that nothing reads; one looks like messages and must not be counted."""
    me, day = world.user, world.today - timedelta(days=5)
    school = ("University of Ostermere", "2011", "2015", "", "BSc Computer Science", "")
    coach = ("1-coach", "", "LinkedIn Coach", f"{PROFILE_ROOT}sample-coach", me.name, me.url)
    said = (f"{day} 10:00:00 UTC", "", "How can I help?", "INBOX", "No", "No")
    skills = ("Distributed Systems", "Hiring", "Incident Management", "Python")
    export.table("Skills.csv", ["Name"], [[skill] for skill in skills])
    export.table("Languages.csv", ["Name", "Proficiency"], [["English", "Native"], ["German", "Fluent"]])
    export.table("Education.csv", _EDUCATION, [school])
    registration = ("Registered At", "Registration Ip", "Subscription Types")
    export.table("Registration.csv", registration, [("3/4/12, 9:12 AM", "", "")])
    export.table("guide_messages.csv", HEADER, [(*coach, *said)])
