"""The process that serves outlives the one that prints, and names nothing but the truth of why it did not start."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from twosource.press.press_error import PressError
from twosource.press.preview.child import Child
from twosource.press.preview.claim import claimed
from twosource.press.preview.messages import Job


def test_half_an_answer_of_a_worker_that_dies_is_its_end() -> None:
    child = Child(())
    child._command = (sys.executable, "-c", "print('{\"faults\":[', end='', flush=True)")
    (fault,) = child.ask(Job(None)).faults
    assert "ended by itself" in fault.message


def test_a_block_in_the_middle_of_a_preview_is_not_another_preview(tmp_path: Path) -> None:
    with pytest.raises(BlockingIOError), claimed(tmp_path / "site", "http://127.0.0.1:1/"):
        raise BlockingIOError("a pipe is full")


def test_another_preview_is_named(tmp_path: Path) -> None:
    with (
        claimed(tmp_path / "site", "http://127.0.0.1:1/"),
        pytest.raises(PressError, match=r"on http://127\.0\.0\.1:1/"),
        claimed(tmp_path / "site", "http://127.0.0.1:2/"),
    ):
        pass
