"""The template mechanism: a sentence with an unknown fact goes, a broken template says where and why."""

import pytest

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
        ("ok\n{{ introducer_nam }}", 10, 'no fact called "introducer_nam"'),
        ("{{ reason", 9, "end of"),
        ("ok\n\n{% if reason %}x", 11, "endif"),
        ("{% endif %}", 9, "endif"),
        ("{{ reason | shout }}", 9, "shout"),
        ("{{ reason.nothing }}", 9, "nothing"),
        ("{{ reason.__class__.__mro__ }}", 9, "__class__"),
        ("{{ ''.__class__ }}", 9, "unsafe"),
        ("{{ 1 / 0 }}", 9, "division"),
        ("{{ reason + 1 }}", 9, "str"),
        ("{% include 'x' %}", 9, "loader"),
        ("{{ range(9) }}", 9, '"range"'),
        ("or: first", 9, "or:"),
        ("One.\n\nor: of another paragraph", 11, "or:"),
        ("[signature]", 9, "[signature] is no section"),
        ("x\n[ask]", 10, "[ask] is there twice"),
    ],
)
def test_a_broken_template_says_where_and_why(text: str, line: int, wrong: str) -> None:
    with pytest.raises(UserError) as refused:
        ask(text)
    assert refused.value.message.startswith(f"Line {line} of the template: ")
    assert wrong in refused.value.message
    assert refused.value.hint


@pytest.mark.parametrize("section", ["subject", "ask", "blurb"])
def test_a_missing_section_is_named(section: str) -> None:
    source = "".join(f"[{name}]\ntext\n" for name in ("subject", "ask", "blurb") if name != section)
    with pytest.raises(UserError, match=rf"^Line 4 of the template: it ends without a \[{section}\] section"):
        draft_from(FACTS, source)


def test_an_empty_template_is_refused() -> None:
    with pytest.raises(UserError, match="subject"):
        draft_from(FACTS, "")


def test_windows_line_ends_are_read() -> None:
    assert draft_from(FACTS, HEAD.replace("\n", "\r\n") + "One.\r\nTwo.").ask == "One. Two."
