"""What is compared: everything the files say of one person."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Record:
    """One person as known so far; empty where nothing is known.

    ``companies`` holds keys of the employers, ``called`` what their mail domains may be called, ``domains`` what those of
    the addresses are called ("siemens"; none for a mail provider's); ``phone`` its digits;
    ``profile`` the normalised address of the LinkedIn profile; ``is_listed``: a list of people has them, not only a
    calendar or a mail. ``namesakes`` counts the people of that very name,
    this one included.
    """

    names: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    companies: frozenset[str] = frozenset()
    called: frozenset[str] = frozenset()
    domains: frozenset[str] = frozenset()
    position: str = ""
    phone: str = ""
    profile: str = ""
    is_shared_mailbox: bool = False
    is_listed: bool = False
    namesakes: int = 1
