"""What editors leave beside files counts for nobody who watches; where the hub itself lies does not matter."""

from __future__ import annotations

from pathlib import Path

import pytest

from twosource.newsroom.leftovers import counts_below, is_leftover


@pytest.mark.parametrize(
    "path",
    [
        "4913",
        "49135036",
        ".a.md.swp",
        "a.md~",
        "#a.md#",
        ".#a.md",
        "a.tmp",
        "a.md___",
        ".git/HEAD",
        "x/__pycache__/a.py",
    ],
)
def test_what_editors_and_version_control_make_for_themselves_is_left_out(path: str) -> None:
    assert is_leftover(path)


@pytest.mark.parametrize("path", ["4913-workers.md", "stories/2020/4913-workers.md", "#1.md", "1-tmp.md", "2020"])
def test_a_story_that_only_looks_alike_counts(path: str) -> None:
    assert not is_leftover(path)


@pytest.mark.parametrize("above", [".cache", ".venv", ".idea", "node_modules"])
def test_what_lies_above_the_watched_folder_is_no_reason(above: str, tmp_path: Path) -> None:
    folder = tmp_path / above / "hub" / "content"
    counts = counts_below([folder])
    assert counts(None, str(folder / "a.md"))
    assert not counts(None, str(folder / above / "a.md"))


def test_a_path_by_another_name_of_its_folder_goes_by_its_last_part(tmp_path: Path) -> None:
    counts = counts_below([tmp_path / "content"])
    assert counts(None, "/.elsewhere/content/a.md")
    assert not counts(None, "/.elsewhere/content/a.md~")
