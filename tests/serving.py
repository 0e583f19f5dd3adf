"""Start a dashboard as a user would, in a process of its own, and stop it."""

import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from pathlib import Path


def health(port: int, host: str = "127.0.0.1") -> str | None:
    """What the server on that port says of itself; None if there is none."""
    connection = HTTPConnection(host, port, timeout=30)
    try:
        connection.request("GET", "/_stcore/health")
        return connection.getresponse().read().decode()
    except (OSError, HTTPException):
        return None
    finally:
        connection.close()


@contextmanager
def running(command: list[str], environment: dict[str, str], cwd: Path) -> Iterator[subprocess.Popen[str]]:
    """A process whose output can be read; ended, whatever happens."""
    with subprocess.Popen(
        command, env=environment, cwd=cwd, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as process:
        try:
            yield process
        finally:
            process.terminate()
            try:
                process.wait(60)
            except subprocess.TimeoutExpired:
                process.kill()


def opened_port(process: subprocess.Popen[str], seconds: float = 180) -> int:
    """The port in "Networking Horizons is open at http://127.0.0.1:PORT"."""
    assert process.stdout is not None
    ends = time.monotonic() + seconds
    said = ""
    while time.monotonic() < ends and (line := process.stdout.readline()):
        said += line
        if line.startswith("Networking Horizons is "):
            return int(line.split("http://127.0.0.1:")[1].split()[0])
    raise AssertionError(f"the dashboard did not open; it said: {said}")
