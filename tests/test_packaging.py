"""What is shipped, pinned and configured, before anything runs."""

import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CONFIG = tomllib.loads((ROOT / "dashboard/.streamlit/config.toml").read_text(encoding="utf-8"))
PINNED = re.compile(r"^([a-z0-9.-]+)==([^ ;]+)( ; [^\\]+)? \\$")
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}( \\)?$")


def pins(name: str) -> dict[str, str]:
    """Package -> version of a constraints file."""
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    return {match[1]: match[2] for line in lines if (match := PINNED.match(line))}


@pytest.mark.parametrize("name", ["constraints.txt", "constraints-test.txt"])
def test_constraints_are_names_versions_and_hashes_only(name: str) -> None:
    first, *lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    assert first.startswith("# Made by: make constraints")
    assert [line for line in lines if not PINNED.match(line) and not HASH.match(line)] == []
    after = [*lines[1:], ""]
    assert [a for a, b in zip(lines, after, strict=True) if PINNED.match(a) and not HASH.match(b)] == []


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("constraints.txt", PROJECT["project"]["dependencies"] + PROJECT["dependency-groups"]["build"]),
        ("constraints-test.txt", PROJECT["project"]["optional-dependencies"]["test"]),
    ],
)
def test_constraints_fulfil_the_project(name: str, wanted: list[str]) -> None:
    pinned = pins(name)
    requirements = [Requirement(text) for text in wanted + PROJECT["build-system"]["requires"]]
    pin = {r: pinned.get(canonicalize_name(r.name), "0") for r in requirements}
    assert [str(r) for r, version in pin.items() if not r.specifier.contains(version)] == []


def test_tests_run_on_the_versions_that_users_get() -> None:
    base = pins("constraints.txt")
    assert base
    assert {name: version for name, version in pins("constraints-test.txt").items() if name in base} == base


def test_no_module_hides_another() -> None:
    """`streamlit run` puts dashboard/ first on the path: dashboard/calendar.py would break pandas."""
    ours = {path.stem for path in (ROOT / "dashboard").iterdir() if not path.name.startswith(("_", "."))}
    theirs = set(packages_distributions()) - {"dashboard"}
    assert {"pandas", "streamlit"} <= theirs
    assert ours & (theirs | sys.stdlib_module_names) == set()


def options(section: dict[str, Any], prefix: str = "") -> list[str]:
    """Dotted names of all options in a parsed config.toml."""
    return [
        name
        for key, value in section.items()
        for name in (options(value, f"{prefix}{key}.") if isinstance(value, dict) else [f"{prefix}{key}"])
    ]


def test_streamlit_knows_every_option() -> None:
    from streamlit import config

    known = set(config.get_config_options())
    assert [name for name in options(CONFIG) if name not in known] == []


def test_the_app_is_local_and_quiet() -> None:
    assert CONFIG["server"]["address"] == "127.0.0.1"
    assert CONFIG["server"]["allowedHosts"] == ["localhost", "127.0.0.1"]
    assert CONFIG["browser"]["gatherUsageStats"] is False
    assert CONFIG["client"]["showErrorDetails"] == "none"
    assert CONFIG["client"]["showErrorLinks"] is False


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_palettes_hold_every_role_and_industry(mode: str) -> None:
    theme = CONFIG["theme"][mode]
    assert len(theme["chartCategoricalColors"]) == 10 + 24
    assert len(theme["chartSequentialColors"]) == len(theme["chartDivergingColors"]) == 10
    assert theme["backgroundColor"] in theme["chartCategoricalColors"]      # the role "paper"
