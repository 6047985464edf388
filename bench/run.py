"""Whole-process timings of the demo hub, alternating, as medians and as ratios to an import of Pelican.

    make bench                    or, with more rounds:    .venv/bin/python bench/run.py 9

Machines are shared and noisy, so that only ratios within one run mean anything. Each round starts every command once.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
BASE = "import pelican"


def commands(output: Path) -> Mapping[str, Sequence[str]]:
    """Commands by label; `output` is where the site goes."""
    return {
        BASE: [sys.executable, "-c", "import pelican"],
        "desk check": [str(BIN / "desk"), "check"],
        "pelican, cold": [str(BIN / "pelican"), "--quiet", "--output", str(output)],
        "pelican, nothing changed": [str(BIN / "pelican"), "--quiet", "--output", str(output)],
    }


def timed(command: Sequence[str]) -> float:
    """Seconds of wall time of one run; stops when the command fails."""
    start = time.perf_counter()
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return time.perf_counter() - start


def measure(rounds: int) -> dict[str, list[float]]:
    """Times by label, one a round; the cold build gets a new folder each round."""
    times: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for turn in range(rounds):
            output = Path(folder) / f"output-{turn}"
            for label, command in commands(output).items():
                times.setdefault(label, []).append(timed(command))
            print(f"round {turn + 1} of {rounds}", file=sys.stderr)
            shutil.rmtree(output)
    return times


def main() -> None:
    """Print one row a command: minimum, median, maximum, ratio of medians to the import of Pelican."""
    times = measure(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
    base = statistics.median(times[BASE])
    stories = len(list((ROOT / "content" / "stories").rglob("*.md")))
    print(f"{stories} stories; seconds of wall time")
    print(f"{'':26}{'min':>7}{'median':>8}{'max':>7}{'ratio':>7}")
    for label, row in times.items():
        middle = statistics.median(row)
        print(f"{label:26}{min(row):7.2f}{middle:8.2f}{max(row):7.2f}{middle / base:7.2f}")


if __name__ == "__main__":
    main()
