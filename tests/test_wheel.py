"""What a user gets with `pip install`: the wheel, in an environment of its own, away from the checkout."""

import json
import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest
from serving import health, opened_port, running

pytestmark = pytest.mark.wheel
ROOT = Path(__file__).parents[1]
CONNECTIONS = """\
Notes:
"When exporting your connection data, you may notice that some of the email addresses are missing."

First Name,Last Name,URL,Email Address,Company,Position,Connected On
Ada,Example,https://www.linkedin.com/in/ada-example,,Example Bank,Analyst,03 Mar 2024
Ben,Sample,https://www.linkedin.com/in/ben-sample,ben@example.com,Sample Software,Engineer,11 Nov 2023
"""


def run(command: list[str | Path], cwd: Path, environment: dict[str, str] | None = None) -> str:
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run([sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder], ROOT)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def bin_folder(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with the wheel in it and, to be quick and offline, this one's dependencies beside it."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False)
    scripts = folder / ("Scripts" if sys.platform == "win32" else "bin")
    pip: list[str | Path] = [sys.executable, "-m", "pip", "--python", scripts / "python"]
    run([*pip, "install", "--quiet", "--no-deps", "--no-index", wheel], folder)
    ask = "import sysconfig; print(sysconfig.get_path('purelib'))"
    purelib = Path(run([scripts / "python", "-c", ask], folder).strip())
    # The .pth files of a folder named in a .pth file are not read: an editable install there stays unseen.
    (purelib / "dependencies.pth").write_text(sysconfig.get_path("purelib"))
    return scripts


@pytest.fixture(scope="module")
def away(bin_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder far from the checkout, from which nothing but the wheel can be imported."""
    folder = tmp_path_factory.mktemp("away")
    (folder / "Connections.csv").write_text(CONNECTIONS, encoding="utf-8")
    found = run([bin_folder / "python", "-c", "import dashboard; print(dashboard.__file__)"], folder, bare())
    assert Path(found.strip()).is_relative_to(bin_folder.parent)
    return folder


def bare() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "HORIZONS_HOME")}
    return kept | {"PYTHONUNBUFFERED": "1"}


def shipped(*folders: str) -> set[str]:
    """Every file below these folders of the checkout, save what running it leaves, as the wheel names it."""
    files = [path for folder in folders for path in (ROOT / folder).rglob("*") if path.is_file()]
    names = {path.relative_to(ROOT).as_posix() for path in files if "__pycache__" not in path.parts}
    return {f"dashboard/{name}" if name.startswith("queries/") else name for name in names}


def test_wheel_holds_one_package_and_all_of_it(wheel: Path) -> None:
    names = {name for name in ZipFile(wheel).namelist() if not name.endswith("/")}
    metadata = {name for name in names if ".dist-info/" in name}
    assert {name.split("/")[0] for name in names - metadata} == {"dashboard"}
    assert names - metadata == shipped("dashboard", "queries")
    assert "dashboard/.streamlit/config.toml" in names
    assert "dashboard/queries/network_summary.sql" in names
    assert any(name.endswith("licenses/LICENSE") for name in metadata)


def test_installed_command_imports_and_answers(bin_folder: Path, away: Path) -> None:
    workspace = ["--workspace", away / "workspace"]
    horizons = bin_folder / "horizons"
    report = run([horizons, "import", "Connections.csv", "--json", *workspace], away, bare())
    assert [file["new"] for file in json.loads(report)["files"]] == [2]
    answer = run([horizons, "ask", "network_summary", "--format", "json", *workspace], away, bare())
    assert [row["contacts"] for row in json.loads(answer)] == [2]


def test_installed_command_opens_the_dashboard(bin_folder: Path, away: Path) -> None:
    command = [str(bin_folder / "horizons"), "--workspace", str(away / "opened"), "--no-browser"]
    with running(command, bare(), away) as process:
        assert health(opened_port(process)) == "ok"
