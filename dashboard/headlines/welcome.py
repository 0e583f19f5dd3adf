"""The first page in words."""

HEADLINE = "See how much of your networking time stays inside your own industry"
LEAD = "Then find out who can open the doors you lack, and keep the time free to walk through them."
PRIVACY = (
    "**Nothing leaves this computer.** A contact list is other people's data, "
    "so there is no account, no upload and no tracking."
)
STEPS = (
    ("Evaluate", "With whom do you spend your time, in which industries do they work, and which are missing?"),
    ("Ask", "Who could introduce you, how warm is the tie, and what would you write?"),
    ("Make time", "Keep an hour or two a week free for it, in your own calendar."),
)
EXAMPLE_SAYS = (
    "An example, made up: 60% of somebody's time is inside Software, the orange industries are below their target"
)
_MIX = (
    ("Software", 0.6, 0.2),
    ("Finance", 0.12, 0.05),
    ("Hardware", 0.08, 0.05),
    ("Consulting", 0.07, 0.05),
    ("Legal", 0.05, 0.03),
    ("Education", 0.03, 0.05),
    ("Health care", 0.02, 0.05),
    ("Retail", 0.015, 0.04),
    ("Energy", 0.01, 0.03),
    ("Government", 0.005, 0.03),
)
EXAMPLE = [
    {
        "industry": label,
        "label": label,
        "share": share,
        "weight": share,
        "minutes": 6000 * share,
        "people": round(200 * share),
        "is_home": label == "Software",
        "target_share": target,
    }
    for label, share, target in _MIX
]
