"""`desk new` writes a draft that can be read and says what it lacks."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desk.conftest import Desk, edit
from twosource.desk.hub import UsageError
from twosource.desk.new import slug_from
from twosource.desk.scaffold import scaffold
from twosource.newsroom.parsing import parse_story
from twosource.newsroom.records import ListOf, Record
from twosource.newsroom.story_form import STORY_KEYS

TITLE = "Duty on pipes: “nobody's 5% mistake”"


def test_the_draft_stands_under_its_year_and_slug_and_gives_only_warnings(
    small: Path, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    """The year is that of the given day."""
    assert desk("new", TITLE, "--topic", "Ports") == 0
    path = small / "content/stories/2026/duty-on-pipes-nobodys-5-mistake.md"
    capsys.readouterr()
    assert desk("check", path) == 0
    said = capsys.readouterr().out
    assert "error" not in said
    assert "`sources` needs at least 1" in said
    story, _ = parse_story(path.read_text(encoding="utf-8"), "x.md", {})
    assert (story.title, story.category, story.status, story.date.text) == (TITLE, "ports", "draft", "2026-03-01")


def test_a_story_of_that_name_is_never_overwritten(small: Path, desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    """In whatever year it stands."""
    before = (small / "content/stories/2026/pipes.md").read_bytes()
    assert desk("new", "Pipes!", "--as-of", "2027-01-01") == 1
    assert "content/stories/2026/pipes.md" in capsys.readouterr().out
    assert (small / "content/stories/2026/pipes.md").read_bytes() == before
    assert not (small / "content/stories/2027").exists()


@pytest.mark.parametrize("broken", ["", "status: nonsense\n"])
def test_a_slug_that_another_story_claims_by_its_key_is_taken(
    small: Path, desk: Desk, capsys: pytest.CaptureFixture[str], broken: str
) -> None:
    """Whatever that story's file is called, and even where it has faults."""
    edit(small, "category: duties\n", f"category: duties\nslug: copper-duty\n{broken}")
    assert desk("new", "Copper duty") == 1
    assert "content/stories/2026/pipes.md" in capsys.readouterr().out
    assert [path.name for path in (small / "content/stories").rglob("*.md")] == ["pipes.md"]


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("US puts 25% on steel", "us-puts-25-on-steel"),
        ("Ministry's “no” – again", "ministrys-no-again"),
        ("Zölle für Stahlröhren", "zolle-fur-stahlrohren"),
        ("Пошлины на трубы", "poshliny-na-truby"),
        ("word " * 40, "-".join(["word"] * 14)),
        ("x" * 100, "x" * 72),
    ],
)
def test_a_slug_is_ascii_words_and_hyphens(title: str, slug: str) -> None:
    """title ; slug"""
    assert slug_from(title) == slug


@pytest.mark.parametrize("typed", ["Zo\u0308lle auf Kupfer", "Z\udcc3\udcb6lle auf Kupfer"])
def test_a_headline_is_read_as_utf_8_whatever_the_terminal_says(small: Path, desk: Desk, typed: str) -> None:
    """Letters with their accents apart, and bytes that an ASCII terminal could not explain."""
    assert desk("new", typed) == 0
    path = small / "content/stories/2026/zolle-auf-kupfer.md"
    assert "title: 'Zölle auf Kupfer'\n" in path.read_text(encoding="utf-8")


def test_a_folder_that_may_not_be_written_to_is_told_in_one_line(
    small: Path, desk: Desk, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """No traceback."""

    def refuse(self: Path, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "open", refuse)
    assert desk("new", "A story") == 1
    said = capsys.readouterr().err
    assert said.startswith("desk: ")
    assert said.endswith("content/stories/2026/a-story.md: Permission denied.\n")


def test_a_headline_without_letters_is_wrong_usage(small: Path, desk: Desk) -> None:
    """Nothing is written."""
    with pytest.raises(UsageError):
        slug_from("…!")
    assert desk("new", "…!") == 2


def test_an_unknown_topic_is_wrong_usage_and_the_nearest_is_named(
    small: Path, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    """Ids and names are both taken."""
    assert desk("new", "A story", "--topic", "dutys") == 2
    assert "`duties`" in capsys.readouterr().err


def names(keys: tuple[object, ...]) -> set[str]:
    """Every key of the form, at every depth."""
    found: set[str] = set()
    for key in keys:
        found.add(key.name)  # type: ignore[attr-defined]
        reader = key.reader  # type: ignore[attr-defined]
        inner = reader.item if isinstance(reader, ListOf) else reader
        found |= names(inner.keys) if isinstance(inner, Record) else set()
    return found


def test_every_key_of_the_format_is_in_the_scaffold() -> None:
    """With a value, or in a comment that shows it."""
    text = scaffold("T", "x.md", "2026-02-19", "duties", ["duties", "ports"])
    lines = [line.lstrip("# -") for line in text.splitlines()]
    missing = {name for name in names(STORY_KEYS) if not any(line.startswith(f"{name}:") for line in lines)}
    assert missing == set()


@pytest.mark.parametrize("title", ['it\'s: a # "test"', "- dash", "{brace", "null", "1", "C:\\path"])
def test_any_headline_comes_back_as_it_was_written(title: str) -> None:
    """title"""
    story, _ = parse_story(scaffold(title, "x.md", "2026-02-19", "duties", ["duties"]), "x.md", {})
    assert story.title == title
