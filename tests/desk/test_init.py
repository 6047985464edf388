"""`desk init`: an empty hub of one's own, which passes its checks and can be printed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.desk.conftest import Desk
from twosource.newsroom.layout import HUB, RUBRIC
from twosource.newsroom.loading import load_library
from twosource.newsroom.reference import PublisherKind

PLUGINS = Path(__file__).resolve().parents[2] / "plugins"


@pytest.fixture
def fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with nothing in it; the present folder, too. As of a fixed day."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TWOSOURCE_AS_OF", "2026-03-01")
    return tmp_path


def test_a_new_hub_has_no_problem_and_its_own_name_topics_and_rubric(
    fresh: Path, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    """Save that nobody was named to report errors to. Names may hold what YAML gives a meaning to."""
    name = 'Copper: "Watch" #1'
    assert desk("init", "hub", "--name", name, "--topic", "Mining", "--topic", "Zölle: Kupfer") == 0
    assert "desk new" in capsys.readouterr().out
    assert desk("check", "--root", "hub", "--select", "placeholder-contact") == 0
    assert "1 warning" in capsys.readouterr().out
    assert desk("check", "--root", "hub", "--ignore", "placeholder-contact") == 0
    assert capsys.readouterr().out.startswith("No problems.\n1 problem of other rules not shown.")
    library = load_library(fresh / "hub")
    assert library.hub.name == name
    assert (fresh / "hub" / "README.md").read_text("utf-8").startswith(f"# {name}\n")
    assert list(library.topics) == ["mining", "zolle-kupfer"]
    assert library.rubric.version == "1.0"
    assert [change.date.isoformat() for change in library.rubric.changes] == ["2026-03-01"]
    assert library.rubric.gate.unchecked == "refuse"
    assert {publisher.kind for publisher in library.publishers.values()} == {PublisherKind.AGENCY}
    assert not library.stories
    assert library.notes


def test_a_new_hub_is_printed_and_takes_a_story(fresh: Path, desk: Desk) -> None:
    """With the theme that comes with the tool, from any folder."""
    assert desk("init", "hub") == 0
    assert desk("new", "Copper duty takes effect", "--root", "hub") == 0
    assert desk("check", "--root", "hub") == 0
    command = [sys.executable, "-m", "pelican"]
    known = {"PYTHONPATH": str(PLUGINS), "PATH": "/usr/bin:/bin", "TWOSOURCE_AS_OF": "2026-03-01"}
    done = subprocess.run(command, cwd=fresh / "hub", env=known, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    for path in ("index.html", "methodology/index.html", "trends/index.html", "theme/site.css", "feeds/all.atom.xml"):
        assert (fresh / "hub/output" / path).stat().st_size > 0


def test_nothing_that_exists_is_overwritten(fresh: Path, desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    """Not one file is written then."""
    (fresh / "hub" / "content").mkdir(parents=True)
    (fresh / "hub" / HUB).write_text("name: Mine\n")
    assert desk("init", "hub") == 1
    told = capsys.readouterr().out
    assert f"{HUB} already: nothing was written" in told
    assert "name another folder" in told
    assert not (fresh / "hub" / RUBRIC).exists()
    (fresh / "file").write_text("")
    assert desk("init", "file") == 1


def test_a_name_that_is_none_is_wrong_usage(fresh: Path, desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    """Nor is a topic that cannot become an address."""
    assert desk("init", "hub", "--topic", "!!!") == 2
    assert "no letter or digit" in capsys.readouterr().err
    assert not (fresh / "hub").exists()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--topic", "Trade", "--topic", "Trade!"), "the topic “Trade”"),
        (("--topic", "All"), "the feed of all stories"),
        (("--topic", "Corrections"), "the feed of corrections"),
        (("--language", "English, please"), "language"),
        (("--contact", "nobody"), "contact"),
    ],
)
def test_what_the_checks_would_refuse_is_refused_before_a_file_is_written(
    fresh: Path, words: tuple[str, ...], told: str, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    """words ; told"""
    assert desk("init", "hub", *words) == 2
    assert told in capsys.readouterr().err
    assert not (fresh / "hub").exists()
