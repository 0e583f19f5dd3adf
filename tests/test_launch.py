"""The command that opens the dashboard: one server per workspace, on this machine only, gone after Ctrl+C."""

import json
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from serving import health, opened_port, running

ROOT = Path(__file__).parents[1]
OPEN = """
import sys
from pathlib import Path
from dashboard.launch import open_dashboard
sys.exit(open_dashboard(Path(sys.argv[1]), open_browser=False))
"""


def command(workspace: Path) -> list[str]:
    return [sys.executable, "-c", OPEN, str(workspace)]


def environment(**more: str) -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"} | more


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C cannot be sent to one process there")
def test_opens_says_where_and_ends_with_ctrl_c(tmp_path: Path) -> None:
    workspace = tmp_path / "new" / "workspace"
    with running(command(workspace), environment(), tmp_path) as process:
        port = opened_port(process)
        assert health(port) == "ok"
        assert json.loads((workspace / "dashboard.json").read_text()) == {"pid": process.pid, "port": port}
        process.send_signal(signal.SIGINT)
        assert process.wait(120) == 0
        assert process.stdout is not None
        assert process.stdout.read().strip() in ("", "Stopping...")
    assert health(port) is None
    assert (workspace / "dashboard.json").read_text() == ""


def test_second_start_shows_the_first(tmp_path: Path) -> None:
    with running(command(tmp_path), environment(), tmp_path) as first:
        port = opened_port(first)
        second = subprocess.run(
            command(tmp_path), env=environment(), capture_output=True, text=True, timeout=240, check=True
        )
        assert second.stdout == f"Networking Horizons is already open at http://127.0.0.1:{port}\n"
        assert first.poll() is None


def test_another_workspace_gets_another_port(tmp_path: Path) -> None:
    with (
        running(command(tmp_path / "a"), environment(), tmp_path) as first,
        running(command(tmp_path / "b"), environment(), tmp_path) as second,
    ):
        assert opened_port(first) != opened_port(second)       # though both looked for one at the same moment


def test_a_killed_dashboard_leaves_nothing_in_the_way(tmp_path: Path) -> None:
    with running(command(tmp_path), environment(), tmp_path) as first:
        opened_port(first)
        first.kill()
        first.wait()
    assert json.loads((tmp_path / "dashboard.json").read_text())["pid"] == first.pid
    with running(command(tmp_path), environment(), tmp_path) as second:
        assert health(opened_port(second)) == "ok"


def test_a_taken_port_is_refused_in_words(tmp_path: Path) -> None:
    from dashboard.errors import UserError
    from dashboard.launch import open_dashboard

    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(UserError, match=f"Port {port} is not free"):
            open_dashboard(tmp_path, port, open_browser=False)


HOSTILE = '[server]\naddress = "0.0.0.0"\nbaseUrlPath = "elsewhere"\n[browser]\ngatherUsageStats = true\n'

# Runs first in the server's process and writes down every address it looks up or calls.
WATCH = """
import os, sys
def watch(event, arguments):
    if event in ("socket.connect", "socket.sendto", "socket.getaddrinfo"):
        address = arguments[0] if event == "socket.getaddrinfo" else arguments[1]
        with open(os.environ["CALLS"], "a") as calls:
            print(event, address, file=calls)
sys.addaudithook(watch)
"""


def test_stays_on_this_machine_whatever_streamlit_is_told(tmp_path: Path) -> None:
    """Neither a personal config.toml, nor one in the current folder, nor a variable opens it to others."""
    for folder in (tmp_path / "home", tmp_path / "current"):
        (folder / ".streamlit").mkdir(parents=True)
        (folder / ".streamlit/config.toml").write_text(HOSTILE)
    (tmp_path / "site").mkdir()
    (tmp_path / "site/sitecustomize.py").write_text(WATCH)
    calls = tmp_path / "calls"
    hostile = environment(
        HOME=str(tmp_path / "home"),
        USERPROFILE=str(tmp_path / "home"),
        STREAMLIT_SERVER_ADDRESS="0.0.0.0",  # noqa: S104
        PYTHONPATH=os.pathsep.join([str(tmp_path / "site"), str(ROOT)]),
        CALLS=str(calls),
    )
    with running(command(tmp_path / "workspace"), hostile, tmp_path / "current") as process:
        port = opened_port(process)
        assert health(port) == "ok"
        assert health(port, "127.0.0.2") is None        # answered on 0.0.0.0
    called = calls.read_text().splitlines()
    assert any("127.0.0.1" in line for line in called)      # the watch works: the health check is seen
    assert [line for line in called if "127.0.0.1" not in line] == []
