"""Open the dashboard: serve it on this machine, or show the one that already serves the workspace.

Streamlit runs inside this process: nothing can outlive a Ctrl+C, and there is no child to lose. While it
serves, the process holds a lock on ``dashboard.json`` in the workspace, where its pid and port are noted; the
operating system drops that lock however the process ends, so a stale note is never believed.
"""

import json
import os
import socket
import sys
import threading
import time
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from importlib import import_module
from pathlib import Path
from typing import TextIO

from dashboard.errors import UserError, WorkspaceBusy

APP = Path(__file__).with_name("app.py")
ADDRESS = "127.0.0.1"
FIRST_PORT = 8501
PORTS_TRIED = 100
START_SECONDS = 60.0
SLOW_IMPORTS = ("pandas", "pyarrow", "altair", "duckdb")
LOCKED_BYTE = 1 << 20  # far behind the note: Windows lets nobody read a byte that is locked

# Said on the command line, since there nothing can override it: an environment variable or a personal
# Streamlit setting could otherwise open the app to the network. The rest stands in .streamlit/config.toml.
STREAMLIT_FLAGS = (
    f"--server.address={ADDRESS}",
    "--server.baseUrlPath=",
    "--server.headless=true",
    "--browser.gatherUsageStats=false",
    "--global.developmentMode=false",
    "--logger.hideWelcomeMessage=true",
    "--logger.level=warning",
)


def open_dashboard(workspace: Path, port: int | None = None, open_browser: bool = True) -> int:
    """Serve the dashboard of a workspace folder until Ctrl+C, or show the one that is open; return 0.

    ``port`` None means 8501 or the next free one. Raises UserError for a port that cannot be had, and
    WorkspaceBusy if another dashboard holds the workspace but has not answered for START_SECONDS.
    """
    workspace = workspace.expanduser().resolve()
    try:
        workspace.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = f"{workspace} cannot hold a workspace: {error.strerror}."
        raise UserError(reason, "Choose another folder with --workspace.") from error
    patience = time.monotonic() + START_SECONDS
    while time.monotonic() < patience:
        with _claimed(workspace) as note:
            if note is not None:
                with _reserve(port) as reservation:
                    return _serve(workspace, note, reservation.getsockname()[1], open_browser)
        running = _noted(workspace)
        if running and _answers(running["port"]):
            _show("already open", running["port"], "", open_browser)
            return 0
        time.sleep(0.2)  # it is starting or ending
    pid = _noted(workspace).get("pid", "unknown")
    raise WorkspaceBusy(
        f"A dashboard (process {pid}) holds {workspace} but does not answer.",
        "End that process and start again.",
    )


def _serve(workspace: Path, note: TextIO, port: int, open_browser: bool) -> int:
    note.write(json.dumps({"pid": os.getpid(), "port": port}))
    note.flush()
    os.environ["HORIZONS_HOME"] = str(workspace)
    os.chdir(APP.parent)  # Streamlit reads .streamlit/ of the current folder too: only ours counts
    ended = threading.Event()
    host = threading.Thread(target=_welcome, args=(port, open_browser, ended))
    host.start()
    try:
        from streamlit.web import cli  # noqa: PLC0415  (slow to import: only who serves pays for it)

        cli.main(["run", str(APP), f"--server.port={port}", *STREAMLIT_FLAGS], standalone_mode=False)
    except KeyboardInterrupt:  # before Streamlit has set its own handler
        pass
    finally:
        ended.set()
        host.join()  # leaving Python in the middle of an import aborts the process
    return 0


def _welcome(port: int, open_browser: bool, ended: threading.Event) -> None:
    """Once the server answers, show it; then import what the first page needs while the browser starts."""
    while not _answers(port):
        if ended.wait(0.1):
            return
    _show("open", port, " (Ctrl+C stops it)", open_browser)
    for slow in (*SLOW_IMPORTS, "dashboard.widgets"):
        if not ended.is_set():
            import_module(slow)


def _show(state: str, port: int, remark: str, open_browser: bool) -> None:
    url = f"http://{ADDRESS}:{port}"
    sys.stdout.write(f"Networking Horizons is {state} at {url}{remark}\n")
    sys.stdout.flush()
    if open_browser and _has_screen():
        webbrowser.open(url)


def _has_screen() -> bool:
    """Without one, `webbrowser` would start a text browser inside the user's terminal."""
    return sys.platform in ("win32", "darwin") or any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER")
    )


def _answers(port: int) -> bool:
    connection = HTTPConnection(ADDRESS, port, timeout=2)  # unlike urllib, never by way of a proxy
    try:
        connection.request("GET", "/_stcore/health")
        return connection.getresponse().status == 200
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()


def _reserve(wanted: int | None) -> socket.socket:
    """Take a port: a UDP socket on a number whose TCP side is free.

    Held while we serve, it keeps another dashboard from choosing the same number in the second before
    Streamlit listens there; nothing is ever sent by it.
    """
    for port in range(FIRST_PORT, FIRST_PORT + PORTS_TRIED) if wanted is None else [wanted]:
        reservation = socket.socket(type=socket.SOCK_DGRAM)
        try:
            reservation.bind((ADDRESS, port))
            if _is_free(reservation.getsockname()[1]):
                return reservation
        except (OSError, OverflowError):
            pass
        reservation.close()
    if wanted is not None:
        raise UserError(f"Port {wanted} is not free.", "Choose another with --port, or leave it out.")
    raise UserError(f"No port from {FIRST_PORT} to {FIRST_PORT + PORTS_TRIED - 1} is free.", "Choose one with --port.")


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        if sys.platform != "win32":  # there it would let two programs share the port
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((ADDRESS, port))
        except OSError:
            return False
    return True


@contextmanager
def _claimed(workspace: Path) -> Iterator[TextIO | None]:
    """The note, empty and locked for as long as the block runs; None if another process has it."""
    with (workspace / "dashboard.json").open("a+", encoding="utf-8") as note:
        if not _lock(note):
            yield None
            return
        note.truncate(0)
        try:
            yield note
        finally:
            note.truncate(0)  # not removed: a file that another process has just opened must stay the file


def forget(workspace: Path) -> None:
    """Remove the note of a deleted workspace, unless a dashboard serves it: that one still needs its lock."""
    path = workspace / "dashboard.json"
    if path.exists():
        with _claimed(workspace) as note:
            is_free = note is not None
        if is_free:
            path.unlink(missing_ok=True)


def _lock(note: TextIO) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415

            note.seek(LOCKED_BYTE)
            msvcrt.locking(note.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415

            fcntl.flock(note, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _noted(workspace: Path) -> dict[str, int]:
    """Pid and port of the dashboard that holds the note; empty while it has not yet written them."""
    try:
        noted: dict[str, int] = json.loads((workspace / "dashboard.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return noted
