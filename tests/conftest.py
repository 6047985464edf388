"""What several suites share: the demo hub, a copy of it to break, and one real build of it."""

from __future__ import annotations

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

Run = Callable[..., "subprocess.CompletedProcess[str]"]


def run(*command: str, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """One command of the environment that the tests run in, as of a fixed day."""
    known = {**os.environ, "TWOSOURCE_AS_OF": AS_OF, "NO_COLOR": "1", "COLUMNS": "200", **environment}
    return subprocess.run(
        [str(BIN / command[0]), *command[1:]], cwd=cwd, env=known, capture_output=True, text=True, check=False
    )


def copy_hub(target: Path) -> Path:
    """A copy of the demo hub; the theme is linked, for nobody writes to it."""
    target.mkdir(parents=True, exist_ok=True)
    for name in HUB:
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, target / name)  # type: ignore[operator]
    (target / "themes").symlink_to(ROOT / "themes")
    return target


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo hub, printed once for each worker."""
    output = tmp_path_factory.mktemp("site") / "output"
    done = run("pelican", "-o", str(output))
    assert done.returncode == 0, done.stdout + done.stderr
    return output


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
