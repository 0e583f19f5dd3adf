"""The link and the file: exactly one address, one subject, one text, whatever is in them."""

import email
from datetime import date
from email.policy import default
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.errors import UserError
from dashboard.intros import KINDS, LANGUAGES, MAILTO_LIMIT, AskFacts, draft, eml, mailto, mailto_too_long

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


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])), st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_mailto_comes_back_through_a_url_parser(subject: str, body: str) -> None:
    """RFC 6068: one address, two fields and no third one, line ends as %0D%0A, nothing that is not ASCII."""
    url = mailto("dana.fox@example.org", subject, body)
    found = urlsplit(url)
    assert (found.scheme, unquote(found.path), found.fragment, found.netloc) == ("mailto", "dana.fox@example.org", "", "")
    fields = parse_qs(found.query, keep_blank_values=True, strict_parsing=True)
    assert list(fields) == ["subject", "body"] and all(len(values) == 1 for values in fields.values())
    assert fields["body"][0].splitlines() == body.splitlines()
    assert url.isascii() and not set(" \r\n\t\"<>") & set(url)
    assert "%0A" not in url.replace("%0D%0A", ""), "no line end but CRLF"


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


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_draft_comes_back_from_its_file_and_its_link(kind: str, language: str) -> None:
    facts = AskFacts(introducer_name="Jörg Müller, MBA", target_label="Health care", user_name="Zoë Weiß",
                     reason="Größe, Maß & „Sinn“", language=language, last_interaction_on=date(2026, 3, 4))
    made = draft(facts, kind)
    message = email.message_from_bytes(eml("joerg@example.org", made.subject, made.body, facts.introducer_name), policy=default)
    assert (message["Subject"], message.get_content().replace("\r\n", "\n")) == (made.subject, f"{made.body}\n")
    assert message["To"].addresses[0].display_name == "Jörg Müller, MBA"
    assert message.get_content_type() == "text/plain" and message.get_content_charset() == "utf-8"
    assert parts(mailto("joerg@example.org", made.subject, made.body))[1:] == (made.subject, made.body.replace("\n", "\r\n"))


@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=40))
@settings(deadline=None)
def test_no_header_through_any_fact(name: str, reason: str, company: str) -> None:
    """A contact may be called anything: the file has one recipient, one subject and one text."""
    injected = f"{name}\r\nBcc: v@w.example\r\n\r\nbody"
    facts = AskFacts(introducer_name=f"x{injected}", target_label="Energy", reason=f"{reason}\nCc: v@w.example",
                     target_name=injected, introducer_company=f"{company}\x0bBcc: v@w.example", certainty="known")
    made = draft(facts)
    data = eml("a@b.example", made.subject, made.body, facts.introducer_name)
    headers = email.message_from_bytes(data, policy=default)
    assert sorted(name.lower() for name in headers) == [
        "content-transfer-encoding", "content-type", "mime-version", "subject", "to", "x-unsent",
    ]
    assert [to.addr_spec for to in headers["To"].addresses] == ["a@b.example"]


@pytest.mark.parametrize("name", ["Müller, Jörg", 'Dana "Dee" Fox', "Fox <x@y.example>", "李明", "O'Brien; Sons, Ltd."])
def test_eml_carries_the_name_whole(name: str) -> None:
    message = email.message_from_bytes(eml("dana@example.org", "s", "b", name), policy=default)
    (to,) = message["To"].addresses
    assert (to.display_name, to.addr_spec) == (name, "dana@example.org")


@given(st.text())
@settings(deadline=None)
def test_no_header_through_the_name(name: str) -> None:
    data = eml("a@b.example", "s", "b", f"{name}\r\nBcc: v@w.example")
    message = email.message_from_bytes(data, policy=default)
    assert "bcc" not in {header.lower() for header in message}
    assert [to.addr_spec for to in message["To"].addresses] == ["a@b.example"]
