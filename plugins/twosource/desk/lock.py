"""`desk lock`: check a story's quotes against copies of its sources, and write what was found beside the story."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from twosource.desk.evidence_taking import Desk, Taking, take_evidence
from twosource.desk.fetching.means import Means
from twosource.desk.hub import find_hub, find_stories
from twosource.desk.lock_given import Given, day_of, origin_of
from twosource.desk.lock_report import ending, refused, taken
from twosource.desk.origins import Origin
from twosource.desk.progress import each
from twosource.desk.saved_page import SavedPage
from twosource.desk.store import keep_text, stored_text, write_whole
from twosource.desk.verify import verify
from twosource.newsroom.files import read_text
from twosource.newsroom.library import Library
from twosource.newsroom.loading import load_library
from twosource.newsroom.lock import Lock
from twosource.newsroom.lock_file import read_lock, write_lock
from twosource.newsroom.problems import Problem, Severity, stop_the_press
from twosource.newsroom.story import Story
from twosource.verification.agencies import agency_aliases


@dataclass(frozen=True, slots=True)
class Work:
    """What locking one story after the other needs."""

    root: Path
    """The hub's folder."""
    library: Library
    """The hub."""
    origin: Origin
    """Copies of the sources."""
    day: str
    """Day of copies that do not say it themselves, ISO."""
    dated: bool
    """True when the writer gave that day for all."""
    offline: bool
    """True when stored texts go before stored pages."""
    tell: Callable[[str], None]
    """Says a line to the writer."""


def run(given: Namespace, means: Means | None = None) -> int:
    """Lock the stories asked for, or verify their locks; 1 when a quote was not found or something not read."""
    root = find_hub(given.root)
    day = day_of(given)
    library = load_library(root)
    words = (find_stories(root, library.stories, word) for word in given.stories)
    stories = tuple({story.path: story for several in words for story in several}.values())
    with origin_of(given, root, library, stories, means or Means()) as copies:
        if given.verify:
            locks = {story.path: old_lock(root, story) for story in stories}
            return verify(given, root, stories, locks, copies)
        tell = print if given.format == "text" else _silently
        work = Work(root, library, copies.origin, day, bool(given.retrieved), given.offline and not given.saved, tell)
        return _lock_all(work, stories, copies)


def _silently(line: str) -> None:
    """Machines read the problems alone."""


def _lock_all(work: Work, stories: Sequence[Story], copies: Given) -> int:
    problems = [found for story in each(stories) for found in _lock_one(work, story)]
    problems += copies.problems()
    print(ending(problems, work.root, copies, work.tell is not print))
    return int(stop_the_press(tuple(problems)) or not copies.used())


def _lock_one(work: Work, story: Story) -> tuple[Problem, ...]:
    """Lock one story and say so; the problems that it has. A story that cannot be read keeps its old lock."""
    if not story.sound:
        work.tell(refused(story))
        # What a draft may lack is no error of the hub's, but it keeps the draft from being locked, and that was asked.
        mine = (found for found in work.library.problems if found.place.path == story.path)
        return tuple(found for found in mine if found.severity is Severity.ERROR)
    old = old_lock(work.root, story)
    taking = take_evidence(story, old, _desk(work, old))
    if taking.lock.sources or old:
        _write(work.root, f"{story.name}.lock", taking)
    work.tell(taken(work.library, story, taking))
    return (*work.origin.problems(story), *taking.problems)


def _desk(work: Work, old: Lock | None) -> Desk:
    """What evidence-taking may use. Offline, a text that is stored goes before a page that has to be read anew."""
    entries = old.sources.values() if old and work.offline else ()
    at_hand = {entry.url for entry in entries if stored_text(work.root, entry.sha256) is not None}

    def page_of(url: str) -> SavedPage | None:
        return None if url in at_hand else work.origin.page_of(url)

    def text_of(digest: str) -> str | None:
        return stored_text(work.root, digest)

    return Desk(
        page_of, text_of, agency_aliases(work.library.publishers.values()), work.day, work.dated, work.origin.guarded
    )


def old_lock(root: Path, story: Story) -> Lock | None:
    """The lock as it is; None where there is none, or none that can be read: then it is made anew."""
    path = f"{story.name}.lock"
    return read_lock(read_text(root, path).text, path)[0]


def _write(root: Path, path: str, taking: Taking) -> None:
    """Texts first, so that a lock never names a text that was not kept."""
    for digest, text in taking.texts.items():
        keep_text(root, digest, text)
    content = write_lock(taking.lock).encode()
    if read_text(root, path).digest != sha256(content).hexdigest():
        write_whole(root / path, content)
