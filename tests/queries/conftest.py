from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.register_assert_rewrite("world")

from world import World  # noqa: E402


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """An empty workspace whose user is me@gmail.com, open for the length of the test."""
    made = World(tmp_path)
    with made.workspace.reading():
        yield made
