"""Wheel and source archive of this checkout, and an environment that has nothing but the wheel and its dependencies."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
import sysconfig
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.conftest import ROOT

Run = Callable[..., "subprocess.CompletedProcess[str]"]


class Built(NamedTuple):
    """What is handed to others."""

    wheel: Path
    """The wheel of this checkout."""
    archive: Path
    """Its source archive."""


def build(source: Path, target: Path, *kinds: str) -> None:
    """Build with the backend that is installed: nothing is fetched."""
    command = [sys.executable, "-m", "build", "--no-isolation", *kinds, "--outdir", str(target), str(source)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Both, built once for all workers."""
    basis = tmp_path_factory.getbasetemp()
    target = (basis.parent if "PYTEST_XDIST_WORKER" in os.environ else basis) / "built"
    with open(f"{target}.lock", "w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        if not target.exists():
            build(ROOT, target, "--wheel", "--sdist")
    (wheel,), (archive,) = target.glob("*.whl"), target.glob("*.tar.gz")
    return Built(wheel, archive)


class Elsewhere(NamedTuple):
    """An environment with the wheel in it."""

    home: Path
    """Its folder, far from the repository."""
    programs: Path
    """Where its commands are."""
    variables: dict[str, str]
    """All that a command is told."""


@pytest.fixture(scope="module")
def elsewhere(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Elsewhere:
    """A new one for each module.

    Its dependencies are those of the tests' own environment, seen through a path file: what is tried is the wheel, and
    nothing has to be fetched. That it asks for all of them is tried apart.
    """
    home = tmp_path_factory.mktemp("elsewhere")
    uv = Path(sys.executable).parent / "uv"
    python = home / "env" / "bin" / "python"
    quiet = {**os.environ, "UV_OFFLINE": "1", "UV_NO_CONFIG": "1", "UV_PYTHON_DOWNLOADS": "never"}
    for command in (
        [str(uv), "venv", "--quiet", "--python", sys.executable, str(home / "env")],
        [str(uv), "pip", "install", "--quiet", "--no-deps", "--python", str(python), str(built.wheel)],
    ):
        done = subprocess.run(command, env=quiet, cwd=home, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
    (packages,) = (home / "env" / "lib").glob("python*/site-packages")
    (packages / "dependencies.pth").write_text(sysconfig.get_paths()["purelib"] + "\n", encoding="utf-8")
    path = f"{python.parent}:/usr/bin:/bin"
    bare = {"PATH": path, "HOME": str(home), "LANG": "C.UTF-8", "TWOSOURCE_AS_OF": "2026-03-01"}
    return Elsewhere(home, python.parent, bare)


@pytest.fixture(scope="module")
def alone(elsewhere: Elsewhere) -> Run:
    """Runs a command there."""

    def run(*words: str, within: str = ".", code: int | None = 0) -> subprocess.CompletedProcess[str]:
        command, folder = [str(elsewhere.programs / words[0]), *words[1:]], elsewhere.home / within
        done = subprocess.run(command, cwd=folder, env=elsewhere.variables, capture_output=True, text=True, check=False)
        assert code is None or done.returncode == code, done.stdout + done.stderr
        return done

    return run
