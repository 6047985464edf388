"""Why a cold build takes what it takes: its stages, and what no program that reads and writes these files can avoid."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

STAGE = re.compile(r"^(\S.*?)\s{2,}([\d.]+) s\s+\d+%$", re.M)
"""A line of the table of stages that TWOSOURCE_PROFILE asks for."""

Seconds = Mapping[str, float]


def stages(hub: Path, output: Path) -> Seconds:
    """Seconds by stage of one build into a new folder, without a cache; the last is the whole."""
    program = str(Path(sys.executable).with_name("pelican"))
    (hub / ".cache").rename(output.with_name(f"{output.name}-cache"))
    done = subprocess.run(
        (program, "--output", str(output)),
        cwd=hub,
        env={**os.environ, "TWOSOURCE_PROFILE": "1"},
        check=True,
        capture_output=True,
        text=True,
    )
    return {name: float(seconds) for name, seconds in STAGE.findall(done.stdout)}


def floor(hub: Path, printed: Path, new: Path) -> Seconds:
    """Seconds of one process that imports Pelican, reads and digests the hub, and writes files of these sizes."""
    sizes = {path.relative_to(printed): path.stat().st_size for path in _files(printed)}
    importing = (sys.executable, "-c", "import pelican")
    return {
        "Start Python and import Pelican": _timed(lambda: subprocess.run(importing, check=True)),
        "Read every file of the hub and digest it": _timed(lambda: [_digest(path) for path in _files(hub / "content")]),
        "Write as many files of the same sizes into new folders": _timed(lambda: _write(new, sizes)),
    }


def _timed(work: Callable[[], object]) -> float:
    os.sync()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file())


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _write(folder: Path, sizes: Mapping[Path, int]) -> None:
    for path, size in sizes.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(bytes(size))
