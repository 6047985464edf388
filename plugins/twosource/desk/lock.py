"""`desk lock`: check a story's quotes against saved pages, and write what was found beside the story."""

from __future__ import annotations

from argparse import Namespace
from datetime import date
from pathlib import Path

from twosource.desk.clock import as_of
from twosource.desk.evidence_taking import Desk, Taking, take_evidence
from twosource.desk.hub import UsageError, find_hub, find_stories
from twosource.desk.lock_report import ending, refused, taken
from twosource.desk.progress import each
from twosource.desk.saved_pages import Pages, by_document, find_saved
from twosource.desk.store import keep_text, stored_text, write_whole
from twosource.newsroom.drafts import soften
from twosource.newsroom.library import Library
from twosource.newsroom.loading import load_library
from twosource.newsroom.lock import Lock
from twosource.newsroom.lock_file import read_lock, write_lock
from twosource.newsroom.problems import Problem, Severity, stop_the_press
from twosource.newsroom.story import Story
from twosource.verification.agencies import agency_aliases


def run(given: Namespace) -> int:
    """Lock the stories asked for; 1 when a quote was not found, or a story or its page could not be read."""
    root = find_hub(given.root)
    day = _day(given.retrieved) or as_of(given.as_of).date().isoformat()
    found, unread = find_saved([_existing(place) for place in given.saved])
    library = load_library(root)
    words = (find_stories(root, library.stories, word) for word in given.stories)
    stories = tuple({story.path: story for several in words for story in several}.values())
    pages = Pages(by_document(found))
    desk = Desk(pages.of, lambda sha256: stored_text(root, sha256), agency_aliases(library.publishers.values()), day)
    problems = list(unread)
    for story in each(stories):
        problems += _lock_one(root, library, story, desk)
    problems += pages.problems
    print(ending(problems, root, pages, len(found)))
    return int(stop_the_press(tuple(problems)) or not pages.read)


def _day(text: str | None) -> str:
    if not text:
        return ""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise UsageError(f"“{text}” is no date: write 2026-02-21.") from None


def _existing(place: str) -> Path:
    path = Path(place)
    if not path.exists():
        raise UsageError(f"There is no file or folder {place}.")
    return path


def _lock_one(root: Path, library: Library, story: Story, desk: Desk) -> tuple[Problem, ...]:
    """Lock one story and say so; the problems that it has. A story that cannot be read keeps its old lock."""
    if not story.sound:
        print(refused(story))
        mine = soften(library, (found for found in library.problems if found.place.path == story.path))
        return tuple(found for found in mine if found.severity is Severity.ERROR)
    path = root / f"{story.name}.lock"
    old = _old_lock(path)
    taking = take_evidence(story, old, desk)
    if taking.lock.sources or old:
        _write(root, path, taking)
    print(taken(library, story, taking))
    return taking.problems


def _old_lock(path: Path) -> Lock | None:
    """The lock as it is; None where there is none, or none that can be read: then it is made anew."""
    try:
        return read_lock(path.read_text("utf-8"), path.name)[0]
    except (OSError, UnicodeDecodeError):
        return None


def _write(root: Path, path: Path, taking: Taking) -> None:
    """Texts first, so that a lock never names a text that was not kept."""
    for sha256, text in taking.texts.items():
        keep_text(root, sha256, text)
    content = write_lock(taking.lock).encode()
    if not path.exists() or path.read_bytes() != content:
        write_whole(path, content)
