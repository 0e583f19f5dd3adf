"""Addresses behind which stands no single person: programs that write, and lists that pass on."""

import re

# At which nobody reads, or that a program writes from.
_ROBOT = re.compile(
    r"(^|[._+-])(no|do[-_.]?not|ne[-_.]?pas|nicht)[-_.]?(reply|respond|repondre|antworten)|^mailer-daemon|^postmaster@"
    r"|^bounces?[@+._-]|^notifications?[@+._-]|^notify@|^alerts?@|^news(letter)?s?[@+._-]|^mailings?@|^updates?@"
    r"|^calendar-notification@|^automated?[@+._-]|^invitations@linkedin|^messag(es|ing)[\w-]*@linkedin|^unsubscribe"
)
_LIST = re.compile(
    r"@(googlegroups|groups\.io|yahoogroups|freelists)\b|@lists?\.|@listserv\.|-(request|announce|owner|bounces)@|^owner-"
)


def is_robot(email: str) -> bool:
    """Whether a program writes from it."""
    return _ROBOT.search(email) is not None


def is_list(email: str) -> bool:
    """Whether what is sent to it goes to many."""
    return _LIST.search(email) is not None
