"""The peers are told what they need, and their locks name no registry."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from bench import installing, peers

ROOT = Path(__file__).resolve().parents[2]
THEMES = ROOT / "bench" / "peers"


def test_locks_are_pinned_by_hash_and_name_no_registry() -> None:
    packages = json.loads((THEMES / "eleventy" / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    installed = [package for path, package in packages.items() if path]
    assert installed
    assert all(package.get("integrity") and "resolved" not in package for package in installed)
    assert not re.search(r"://", (ROOT / "requirements" / "bench.txt").read_text(encoding="utf-8"))


def test_hugo_leaves_locks_out_of_what_it_mounts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(installing, "hugo", lambda: tmp_path / "hugo-program")
    job = peers.hugo(tmp_path / "hub", tmp_path / "out", tmp_path)
    assert job.command[0] == str(tmp_path / "hugo-program")
    assert "files = ['! **.lock']" in (tmp_path / "hugo.toml").read_text(encoding="utf-8")


def test_pelican_keeps_a_cache_only_when_asked(tmp_path: Path) -> None:
    plain, cached = (peers.pelican(tmp_path, tmp_path / "out", tmp_path, cached=asked) for asked in (False, True))
    assert plain.environment["BENCH_CACHE"] == ""
    assert cached.environment["BENCH_CACHE"]


def test_eleventy_without_node_is_a_reason_and_no_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(installing.MissingError, match=r"needs Node\.js"):
        installing.eleventy()


def test_every_peer_has_a_theme() -> None:
    assert set(peers.PEERS) == {path.name for path in THEMES.iterdir() if path.is_dir()} - {"shared"}
