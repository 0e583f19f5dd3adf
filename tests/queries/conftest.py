from collections.abc import Iterator
from pathlib import Path

import pytest
from world import World


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """An empty workspace whose user is me@gmail.com, open for the length of the test."""
    made = World(tmp_path)
    with made.workspace.reading() as con:
        con.execute("pragma disable_checkpoint_on_shutdown")  # nobody opens it again
        yield made
