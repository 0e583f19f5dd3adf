"""How the product knows its own plan again when a calendar brings it back."""

PRODUCT = "-//Networking Horizons//Time plan//EN"
DOMAIN = "@plan.networking-horizons"
# Outlook keeps the id of an event it took from elsewhere as hexadecimal digits inside an id of its own.
_DOMAIN_IN_OUTLOOK = DOMAIN.encode().hex()


def uid_of(slot: str, plan: str) -> str:
    """The id of a slot, the same in every file of the same plan."""
    return f"{slot}.{plan}{DOMAIN}"


def is_own_plan(uid: str, product: str) -> bool:
    """Whether an event is a slot of a plan of ours: by its id, or because the whole file is the plan."""
    return uid.lower().endswith(DOMAIN) or _DOMAIN_IN_OUTLOOK in uid.lower() or product.strip() == PRODUCT
