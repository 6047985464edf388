"""The benchmark of accuracy comes out right on everything that is labelled, and says so when there is nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def benchmark(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "bench" / "accuracy.py"), str(folder)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_every_labelled_case_comes_out_right(shared: Path) -> None:
    """22 groups, 30 events, 8 pages."""
    done = benchmark(shared)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "WRONG" not in done.stdout
    assert "SKIPPED" not in done.stdout


def test_absent_data_are_skipped_loudly_and_are_no_success(tmp_path: Path) -> None:
    """A benchmark that measured nothing must not look well."""
    done = benchmark(tmp_path)
    assert done.returncode == 1
    assert done.stdout.count("SKIPPED") == 5
    assert "0 of 5 parts measured" in done.stdout
