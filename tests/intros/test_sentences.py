"""The template mechanism: a sentence with an unknown fact goes, a broken template says where and why."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.errors import UserError
from dashboard.intros import AskFacts, draft_from

FACTS = AskFacts(introducer_name="Dana Fox", target_label="Energy", reason="a reason")
HEAD = "a remark\n[subject]\nS\n\n[blurb]\nB\n\n[ask]\n"        # the ask starts on line 9


def ask(text: str) -> str:
    return draft_from(FACTS, HEAD + text).ask


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One.\nTwo.\n\nThree.", "One. Two.\n\nThree."),
        ("One.\nBy {{ user_name }}.\nThree.", "One. Three."),
        ("One.\n\nBy {{ user_name }}.\n\nThree.", "One.\n\nThree."),
        ("By {{ user_name }}.\nor: By somebody.", "By somebody."),
        ("For {{ reason }}.\nor: For nothing.\nNext.", "For a reason. Next."),
        ("{{ user_name }}\nor: {{ user_company }}\nor: third\nor: fourth", "third"),
        ("{{ user_name }}\nor: {{ user_company }}\nEnd.", "End."),
        ("{% if certainty == 'known' %}Known.{% endif %}\nor: A guess.", "A guess."),
        ("{% if user_name is defined %}x{% else %}y{% endif %}", "y"),
        ("{{ user_name | default('nobody') }}", "nobody"),
        ("{# a remark #}\nOne.", "One."),
        ("  One   two.  \n\n\n\nThree.", "One two.\n\nThree."),
        ("{{ user_name }}", ""),
    ],
)
def test_what_is_left(text: str, expected: str) -> None:
    assert ask(text) == expected


@pytest.mark.parametrize(
    ("text", "line", "wrong"),
    [
        ("ok\n{{ introducer_nam }}", 10, "unknown field `introducer_nam`; did you mean `introducer_name`?"),
        ("{{ frist_name }}", 9, "unknown field `frist_name`; did you mean `"),
        ("{{ qqq }}", 9, "unknown field `qqq`."),
        ("{% if qqq is defined %}x{% endif %}", 9, "unknown field `qqq`."),
        ("{{ reason", 9, "end of"),
        ("ok\n\n{% if reason %}x", 11, "endif"),
        ("{% endif %}", 9, "endif"),
        ("{{ reason | shout }}", 9, "shout"),
        ("{{ reason.nothing }}", 9, "a dot behind a field is not part of a template"),
        ("{{ reason.__class__.__mro__ }}", 9, "a dot"),
        ("{{ ''.__class__ }}", 9, "a dot"),
        ("{{ reason['__class__'] }}", 9, "a bracket"),
        ("{{ reason|attr('__class__') }}", 9, "attr"),
        ("{{ 1 / 0 }}", 9, "arithmetic"),
        ("{{ reason + 1 }}", 9, "arithmetic"),
        ("{{ 10 ** 10 ** 10 }}", 9, "arithmetic"),
        ("{{ reason * 10 ** 9 }}", 9, "arithmetic"),
        ("{{ reason < 3 }}", 9, "str"),
        ("{% include 'x' %}", 9, "another file"),
        ("{{ range(9) }}", 9, "a call"),
        ("{% for i in range(10**9) %}x{% endfor %}", 9, "a loop is not part of a template"),
        ("{% set x = 1 %}", 9, "a field of one's own"),
        ("{% macro m() %}{% endmacro %}", 9, "a macro"),
        ("{{ " + "(" * 5000 + ")" * 5000 + " }}", 9, "it cannot be read"),
        ("{{ " + "9" * 5000 + " }}", 9, "it cannot be read"),
        ("or: first", 9, "or:"),
        ("One.\n\nor: of another paragraph", 11, "or:"),
        ("[signature]", 9, "[signature] is no section"),
        ("x\n[ask]", 10, "[ask] is there twice"),
    ],
)
def test_a_broken_template_says_where_and_why(text: str, line: int, wrong: str) -> None:
    with pytest.raises(UserError) as refused:
        ask(text)
    assert refused.value.message.startswith(f"Line {line}: ")
    assert wrong in refused.value.message
    assert refused.value.hint


@pytest.mark.parametrize("section", ["subject", "ask"])
def test_a_missing_section_is_named(section: str) -> None:
    source = "".join(f"[{name}]\ntext\n" for name in ("subject", "ask", "blurb") if name != section)
    with pytest.raises(UserError, match=rf"^Line 4: it ends without a \[{section}\] section"):
        draft_from(FACTS, source)


def test_an_empty_template_is_refused() -> None:
    with pytest.raises(UserError, match="subject"):
        draft_from(FACTS, "")


def test_windows_line_ends_are_read() -> None:
    assert draft_from(FACTS, HEAD.replace("\n", "\r\n") + "One.\r\nTwo.").ask == "One. Two."


def test_what_comes_out_has_an_end() -> None:
    long = replace(FACTS, reason="word " * 400)
    with pytest.raises(UserError, match=r"^Line 9: the text grows beyond 20,000 characters"):
        draft_from(long, HEAD + "{{ reason }}" * 1500)
    with pytest.raises(UserError, match="The template has"):
        draft_from(FACTS, HEAD + "x" * 20_000)


@given(st.text(alphabet="{}%|.'\"()[]~ \nabir_s9+*", max_size=60))
@settings(deadline=None, max_examples=200)
def test_no_template_is_more_than_an_error_in_words(text: str) -> None:
    try:
        assert "<" not in ask("{{" + text + "}}") + ask("{%" + text + "%}") + ask(text)
    except UserError as refused:
        assert refused.message.startswith("Line ")
