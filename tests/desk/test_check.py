"""`desk check` tells every problem once, in order, in three forms."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.desk.conftest import PATH, Desk, edit
from twosource.desk.paint import Paint
from twosource.desk.report import closing, in_annotations, in_json, in_text
from twosource.newsroom.problems import Place, Problem, Severity

PLUGINS = Path(__file__).resolve().parents[2] / "plugins"


def problem(line: int = 1, column: int = 1, message: str = "Wrong.", path: str = "a.md") -> Problem:
    return Problem(Place(path, line, column), "some-rule", message, "Mend it.")


@pytest.fixture
def locked(small: Path, saved: Path, desk: Desk, capsys: pytest.CaptureFixture[str]) -> Path:
    """The hub without a problem."""
    desk("lock", "pipes", "--from", saved)
    capsys.readouterr()
    return small


def test_a_hub_without_problems_says_so_and_leaves_with_zero(
    locked: Path, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line."""
    assert desk("check") == 0
    assert capsys.readouterr().out == "No problems.\n"


def test_a_story_that_the_rubric_marks_is_named_although_it_is_no_problem(
    locked: Path, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    """A lock that was lost by mistake looks the same."""
    (locked / PATH).with_suffix(".lock").unlink()
    edit(locked, "unchecked: refuse", "unchecked: mark", "methodology/rubric.yml")
    assert desk("check") == 0
    assert capsys.readouterr().out == f"No problems.\nMarked as not checked, for want of saved copies: {PATH}\n"


def test_an_error_shows_its_line_and_a_caret_under_its_column(
    locked: Path, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    """And a closing count; the exit code is 1."""
    edit(locked, "kind: fact", "kind: fakt")
    assert desk("check") == 1
    said = capsys.readouterr().out.splitlines()
    place = next(n for n, line in enumerate(said) if line.startswith(f"{PATH}:26:11: error"))
    assert said[place].endswith("[unknown-word]")
    assert said[place + 1] == "   26 |     kind: fakt"
    assert said[place + 2].index("^") == said[place + 1].index("fakt")
    assert said[-1].endswith("in 1 file.")


def test_warnings_alone_leave_with_zero(locked: Path, desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    """A draft that lacks much."""
    assert desk("new", "Something new") == 0
    assert desk("check") == 0
    assert "warning" in capsys.readouterr().out


def test_paths_narrow_what_is_shown_and_not_what_is_read(
    locked: Path, desk: Desk, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file, a folder, or the story whose lock is broken; from any folder below."""
    edit(locked, "kind: fact", "kind: fakt")
    assert desk("check", "glossary" if (locked / "glossary").exists() else "methodology") == 0
    assert desk("check", PATH) == 1
    assert desk("check", "content") == 1
    monkeypatch.chdir(locked / "content" / "stories")
    assert desk("check", "2026") == 1
    edit(locked, "kind: fakt", "kind: fact")
    (locked / PATH.replace(".md", ".lock")).write_text("{", encoding="utf-8")
    assert desk("check", "2026/pipes.md") == 1
    assert "lock-unreadable" in capsys.readouterr().out


@pytest.mark.parametrize("words", [("check", "nowhere"), ("check", "/"), ("check", "--as-of", "soon"), ("nothing",)])
def test_wrong_usage_leaves_with_two(locked: Path, desk: Desk, words: tuple[str, ...]) -> None:
    """words"""
    assert desk(*words) == 2


def test_a_folder_that_is_no_hub_is_wrong_usage(
    tmp_path: Path, desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The message says what is looked for."""
    monkeypatch.chdir(tmp_path)
    assert desk("check") == 2
    assert "content/site.yml" in capsys.readouterr().err


def test_json_is_a_list_with_seven_keys(locked: Path, desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    """Empty when there is nothing to say."""
    assert desk("check", "--format", "json") == 0
    assert json.loads(capsys.readouterr().out) == []
    edit(locked, "kind: fact", "kind: fakt")
    desk("check", "--format", "json")
    first = json.loads(capsys.readouterr().out)[0]
    assert set(first) == {"path", "line", "column", "rule", "severity", "message", "hint"}
    assert (first["path"], first["line"], first["column"], first["severity"]) == (PATH, 26, 11, "error")


def test_annotations_escape_what_a_workflow_command_reads() -> None:
    """Percent and line ends in the message; colon and comma in the properties, too."""
    said = in_annotations([problem(3, 4, "50% off:\nnow, here", "a,b:c.md")])
    assert said == "::error file=a%2Cb%3Ac.md,line=3,col=4,title=some-rule::50%25 off:%0Anow, here Mend it."


def test_a_long_line_is_cut_around_the_caret(tmp_path: Path) -> None:
    """The caret stays under its character."""
    (tmp_path / "a.md").write_text("x" * 300 + "HERE" + "y" * 300, encoding="utf-8")
    line, caret = in_text([problem(1, 301)], tmp_path, Paint(False)).splitlines()[1:3]
    assert len(line) < 110
    assert line[caret.index("^") :].startswith("HERE")


def test_a_caret_keeps_tabs_and_a_missing_line_shows_none(tmp_path: Path) -> None:
    """Tabs are as wide as the terminal makes them."""
    (tmp_path / "a.md").write_text("\tkey: value\n", encoding="utf-8")
    assert "| \t^" in in_text([problem(1, 2)], tmp_path, Paint(False))
    assert "|" not in in_text([problem(9, 2), problem(1, 1, path="gone.md")], tmp_path, Paint(False))


def test_the_closing_line_counts_errors_warnings_and_files() -> None:
    """In English."""
    warning = Problem(Place("b.md", 1, 1), "r", "m", "h", Severity.WARNING)
    assert closing([problem(), problem(2), warning]) == "2 errors and 1 warning in 2 files."
    assert closing([warning]) == "1 warning in 1 file."


def test_colours_are_for_terminals(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """NO_COLOR switches them off."""

    class Terminal:
        def isatty(self) -> bool:
            return True

    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert Paint.for_stream(Terminal()).on  # type: ignore[arg-type]
    monkeypatch.setenv("NO_COLOR", "1")
    assert not Paint.for_stream(Terminal()).on  # type: ignore[arg-type]
    assert "\033" not in in_text([problem()], tmp_path, Paint(False))
    assert in_json([]) == "[]"


def test_a_check_of_what_was_checked_opens_no_room(small: Path) -> None:
    """It loads what looks at files, and nothing that reads, judges or prints."""
    code = (
        "import sys; from twosource.desk.main import main; main(['check']); "
        "print(sorted(name for name in sys.modules if name.startswith(('twosource.verification', 'twosource.trends',"
        "'twosource.newsroom.yaml', 'twosource.newsroom.markdown', 'yaml', 'markdown_it', 'pelican', 'jinja2'))))"
    )
    environment = {**os.environ, "PYTHONPATH": str(PLUGINS)}
    said = [
        subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True).stdout
        for _ in range(2)
    ]
    *first, loaded = said[0].splitlines()
    *second, nothing = said[1].splitlines()
    assert (first, nothing) == (second, "[]")
    assert "twosource.verification" in loaded


def test_a_check_without_the_cache_neither_reads_nor_writes_it(
    locked: Path, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    assert desk("check", "--no-cache") == 0
    assert not (locked / ".cache").exists()
    assert desk("check") == 0
    kept = (locked / ".cache" / "morgue.sqlite3").read_bytes()
    edit(locked, "kind: fact", "kind: fakt")
    assert desk("check", "--no-cache") == 1
    assert (locked / ".cache" / "morgue.sqlite3").read_bytes() == kept
    assert "unknown-word" in capsys.readouterr().out


def test_checking_needs_neither_pelican_nor_jinja_nor_the_extractor(small: Path) -> None:
    """So that a writer's check starts in a blink."""
    code = (
        "import sys; from twosource.desk.main import main; main(['check']); "
        "print(sorted({name.partition('.')[0] for name in sys.modules} & {'pelican', 'jinja2', 'trafilatura', 'lxml'}))"
    )
    environment = {**os.environ, "PYTHONPATH": str(PLUGINS)}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def stages_told(said: str) -> list[str]:
    return [row.split("  ")[0] for row in said.splitlines()]


def test_a_profiled_check_says_what_took_how_long_and_not_among_the_problems(
    locked: Path, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    """On standard error, so that JSON stays JSON; a check that finds nothing changed has but one stage."""
    assert desk("check", "--profile", "--format", "json") == 0
    first = capsys.readouterr()
    assert json.loads(first.out) == []
    assert stages_told(first.err) == [
        *("Looking at the files", "Starting", "Reading locks", "Reading and judging", "Keeping for the next run"),
        *("Anything else", "Together"),
    ]
    assert desk("check", "--profile") == 0
    assert stages_told(capsys.readouterr().err) == ["Looking at the files", "Anything else", "Together"]
    assert desk("check") == 0
    assert capsys.readouterr().err == ""
