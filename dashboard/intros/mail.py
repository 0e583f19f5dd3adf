"""A draft as a link that opens the mail program, or as a file it opens. Nothing is sent by us."""

import re
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from urllib.parse import quote

from dashboard.errors import UserError
from dashboard.intros.lines import clean

MAILTO_LIMIT = 1900  # characters; some systems cut a longer link without a word
# One plain address: no second one, no header, no blank can hide in it.
_NOT = r"\s@<>()\[\]\\,;:\"\x00-\x20\x7f-\x9f\ud800-\udfff"
_ADDRESS = re.compile(rf"[^{_NOT}]+@[^{_NOT}/?#&%]+")


def mailto(email: str | None, subject: str, body: str) -> str:
    """A mailto: link (RFC 6068). No address: the mail program asks. UserError for one that is none."""
    to = quote(_address(email), safe="@")
    return f"mailto:{to}?subject={_quoted(clean(subject))}&body={_quoted(_lines(body, chr(13) + chr(10)))}"


def mailto_too_long(url: str) -> bool:
    """Whether a mail program may cut the link: then offer the file or *Copy* instead."""
    return len(url) > MAILTO_LIMIT


def eml(email: str | None, subject: str, body: str, name: str | None = None) -> bytes:
    """A mail as a file that opens ready to send (X-Unsent), to ``name`` at ``email``. UserError for no proper address."""
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    if to := _address(email):
        message["To"] = Address(_named(name), addr_spec=to if to.isascii() else _ascii(to))
    message["Subject"] = clean(subject)
    message.set_content(_lines(body, "\n"), charset="utf-8", cte="quoted-printable")
    return message.as_bytes()


def _address(email: str | None) -> str:
    address = (email or "").strip()
    if address and not _ADDRESS.fullmatch(address):
        raise UserError(f"{clean(address)} is not one email address.", "Correct it on the contact's page.")
    return address


def _named(name: str | None) -> str:
    """A name as a header may hold it; the library quotes commas and encodes umlauts."""
    return clean(name).encode("utf-8", errors="ignore").decode()


def _ascii(address: str) -> str:
    """An international domain in its ASCII form; a header of a file cannot say any other address for sure."""
    name, _, domain = address.partition("@")
    try:
        return f"{name.encode('ascii').decode()}@{domain.encode('idna').decode()}"
    except UnicodeError as error:
        hint = "Use *Open in mail* or *Copy* instead."
        raise UserError(f"The address {address} cannot be written into a mail file.", hint) from error


def _lines(text: str, end: str) -> str:
    whole = text.encode("utf-8", errors="replace").decode()
    return end.join(re.split(r"\r\n|\r|\n", whole))


def _quoted(text: str) -> str:
    return quote(text, safe="")
