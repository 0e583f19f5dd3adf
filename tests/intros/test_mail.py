"""The link and the file: exactly one address, one subject, one text, whatever is in them."""

import email
from email.policy import default
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.errors import UserError
from dashboard.intros import MAILTO_LIMIT, eml, mailto, mailto_too_long

TEXT = "Zoë & 李明? 100% +1 #x\n\nline = two\r\nline three"
TOLD = TEXT.replace("\r\n", "\n")


def parts(url: str) -> tuple[str, str, str]:
    """(address, subject, body) as a mail program reads the link."""
    to, _, query = url.removeprefix("mailto:").partition("?")
    subject, body = query.split("&")
    assert subject.startswith("subject=") and body.startswith("body=")
    return unquote(to), unquote(subject[8:]), unquote(body[5:])


def test_mailto_whole() -> None:
    assert mailto("dana+x@example.org", "A & B?", "Hi,\n\ntwo") == (
        "mailto:dana%2Bx@example.org?subject=A%20%26%20B%3F&body=Hi%2C%0D%0A%0D%0Atwo"
    )


@pytest.mark.parametrize("nobody", [None, "", "  "])
def test_mailto_without_an_address(nobody: str | None) -> None:
    assert mailto(nobody, "s", "b") == "mailto:?subject=s&body=b"


def test_mailto_of_any_script() -> None:
    url = mailto("dana@müller.example", TEXT, TEXT)
    assert url.isascii() and " " not in url
    assert parts(url) == ("dana@müller.example", " ".join(TEXT.split()), TOLD.replace("\n", "\r\n"))


BAD = [
    "dana", "@example.org", "dana@", "a@b@c.example", "a@b.example,c@d.example", "a@b.example;c@d.example",
    "a@b.example\r\nBcc: x@y.example", "a@b.example\nx", "a b@c.example", "Dana <a@b.example>",
    "a@b.example?bcc=x@y.example", "a@b.example&cc=x", "a@b.example%0ABcc:x", '"a b"@c.example',
    "a@b.example\x00",
]


@pytest.mark.parametrize("address", BAD)
def test_no_second_header_through_the_address(address: str) -> None:
    for make in (mailto, eml):
        with pytest.raises(UserError, match="is not one email address"):
            make(address, "s", "b")


def test_an_address_with_odd_but_legal_signs() -> None:
    assert mailto("o'brien&sons?%0A@example.org", "s", "b") == (
        "mailto:o%27brien%26sons%3F%250A@example.org?subject=s&body=b"
    )


@given(st.text(), st.text())
def test_mailto_carries_any_text(subject: str, body: str) -> None:
    url = mailto("a@b.example", subject, body)
    to, read_subject, read_body = parts(url)
    assert to == "a@b.example" and not set("\r\n") & set(read_subject)
    assert read_body.replace("\r\n", "\n") == body.replace("\r\n", "\n").replace("\r", "\n")


def test_too_long() -> None:
    assert MAILTO_LIMIT == 1900
    assert not mailto_too_long("x" * 1900)
    assert mailto_too_long("x" * 1901)


def test_eml_opens_as_a_mail_to_send() -> None:
    data = eml("dana@müller.example", TEXT, TEXT)
    message = email.message_from_bytes(data, policy=default)
    assert message["X-Unsent"] == "1"
    assert message["To"] == "dana@xn--mller-kva.example"
    assert message["Subject"] == " ".join(TEXT.split())
    assert message.get_content().splitlines() == TOLD.split("\n")
    assert b"=0D" not in data
    assert "From" not in message and "Date" not in message
    assert data.isascii() and data.count(b"\n") == data.count(b"\r\n")


def test_half_a_character_is_no_crash() -> None:
    assert mailto(None, "a\ud83d", "b\ud83d") == "mailto:?subject=a&body=b%3F"
    assert b"b?" in eml(None, "a\ud83d", "b\ud83d")


def test_eml_without_an_address() -> None:
    assert "To" not in email.message_from_bytes(eml(None, "s", "b"), policy=default)


def test_eml_refuses_an_address_it_cannot_write() -> None:
    with pytest.raises(UserError, match="cannot be written"):
        eml("zoë@example.org", "s", "b")


@given(st.text(), st.text())
@settings(deadline=None)
def test_eml_has_no_header_but_its_own(subject: str, body: str) -> None:
    data = eml("a@b.example", f"x\r\nBcc: v@w.example {subject}", body)
    message = email.message_from_bytes(data, policy=default)
    assert {name.lower() for name in message} == {
        "x-unsent", "to", "subject", "content-type", "content-transfer-encoding", "mime-version",
    }
    assert message["Subject"].startswith("x Bcc: v@w.example")
