"""What several suites share: the demo hub, copies of it to print and to break, and one real build of it.

A newsroom works in the same folders. What it has under way must fail no test of the program, so that copies hold the
files that git tracks, and of the stories those of the demonstration desk.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
AS_OF = "2026-11-23"
HUB = ("content", "glossary", "methodology", "pelicanconf.py", "publishconf.py")
DESK = "authors: [Twosource demonstration desk]"
"""The line by which a story of the demonstration is known."""

Run = Callable[..., "subprocess.CompletedProcess[str]"]


def run(*command: str, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """One command of the environment that the tests run in, as of a fixed day."""
    known = {**os.environ, "TWOSOURCE_AS_OF": AS_OF, "NO_COLOR": "1", "COLUMNS": "200", **environment}
    return subprocess.run(
        [str(BIN / command[0]), *command[1:]], cwd=cwd, env=known, capture_output=True, text=True, check=False
    )


def copy_hub(target: Path) -> Path:
    """A copy of the demo hub; the theme is linked, for nobody writes to it."""
    for path in hub_files():
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / path, target / path)
    (target / "themes").symlink_to(ROOT / "themes")
    return target


def hub_files() -> list[Path]:
    """Files of the demo hub, from the root; where there is no git, all that lie in its folders."""
    asked = subprocess.run(["git", "ls-files", "-z", "--", *HUB], cwd=ROOT, capture_output=True, text=True, check=False)
    below = (path for name in HUB for path in (ROOT / name, *(ROOT / name).rglob("*")))
    tracked = [Path(name) for name in asked.stdout.split("\0") if name]
    found = tracked or [path.relative_to(ROOT) for path in below]
    return [path for path in found if (ROOT / path).is_file() and _of_the_demo(path)]


def _of_the_demo(path: Path) -> bool:
    if not path.is_relative_to("content/stories"):
        return True
    story = (ROOT / path).with_suffix(".md")
    return story.is_file() and DESK in story.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the demo hub that no test alters."""
    return copy_hub(tmp_path_factory.mktemp("demo") / "hub")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo hub, printed once for all workers; no test alters it."""
    basis = tmp_path_factory.getbasetemp()
    hub = (basis.parent if "PYTEST_XDIST_WORKER" in os.environ else basis) / "printed"
    with open(f"{hub}.lock", "w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        if not hub.exists():
            done = run("pelican", cwd=copy_hub(hub))
            assert done.returncode == 0, done.stdout + done.stderr
    return hub / "output"


@pytest.fixture
def hub(tmp_path: Path) -> Path:
    """A copy of the demo hub that a test may break."""
    return copy_hub(tmp_path / "hub")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with saved articles beside the project; tests that need it skip loudly without it."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("../shared is absent: the saved articles are not part of the project, so this test cannot run")
    return folder
