"""The measure of a preview: a corpus, the command, a browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.corpus import write_corpus
from bench.preview import preview


def test_a_save_is_timed_until_the_browser_shows_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bench.preview.PAUSE", 0.1)
    monkeypatch.setattr("bench.preview.WARM", 0)
    write_corpus(3, tmp_path / "hub")
    cost = preview(tmp_path / "hub", saves=1)
    assert 0 < cost.wall < 60
    assert cost.peak > 2**20
