"""`desk correct`: one correction, carried through every story that uses the fact."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path

from twosource.desk.change_entry import with_entry
from twosource.desk.clock import as_of
from twosource.desk.fact_uses import Use, Wanted, uses_of
from twosource.desk.hub import UsageError, find_hub, find_stories
from twosource.desk.paint import Paint
from twosource.desk.report import counted
from twosource.desk.store import write_whole
from twosource.newsroom.library import Library, is_public
from twosource.newsroom.loading import load_library
from twosource.newsroom.story import Story


def run(given: Namespace) -> int:
    """Print every use of the fact; with a text, enter it into the change logs. 1 where an entry could not be made.

    A published story gets an entry where it is the fact's own or quotes the same words; the others are named.
    """
    root, moment = find_hub(given.root), as_of(given.as_of)
    library = load_library(root)
    wanted = _wanted(root, library, given.fact)
    uses = uses_of(wanted, library)
    print("\n".join(_told(wanted, uses, Paint.for_stream(sys.stdout))))
    if not given.text:
        print('Say with --text "…" what readers are to be told, and it is entered into the change log of each.')
        return 0
    entered = True
    for story, several in groupby(uses, key=lambda use: use.story):
        if any(use.same for use in several):
            entered &= not is_public(story, moment) or _enter(root, story, wanted, given, moment.date())
        else:
            print(f"{story.path}: to be looked at by a person; no entry was made.")
    return int(not entered)


def _wanted(root: Path, library: Library, written: str) -> Wanted:
    """The fact that `slug#3` or `slug#fact-3` means."""
    name, _, number = written.rpartition("#")
    number = number.removeprefix("fact-")
    if not name or not number.isascii() or not number.isdecimal():
        raise UsageError(f"“{written}” names no fact: write the story and the fact's number, as in copper-duty#3.")
    stories = find_stories(root, library.stories, name)
    if len(stories) > 1:
        raise UsageError(f"{name} means {len(stories)} stories; name one of them.")
    if not stories[0].sound:
        raise UsageError(f"{stories[0].path} has errors; run desk check first.")
    if not 0 < int(number) <= len(stories[0].facts):
        raise UsageError(f"{name} has {counted(len(stories[0].facts), 'key fact')}, and no number {number}.")
    return Wanted(stories[0], int(number))


def _told(wanted: Wanted, uses: Sequence[Use], paint: Paint) -> Iterator[str]:
    yield f"Key fact {wanted.n} of “{wanted.story.title}” is used in:"
    for path, several in groupby(uses, key=lambda use: use.story.path):
        yield paint.bold(path)
        for use in several:
            yield f"  {use.place.line}:{use.place.column}  {use.what}"
    yield ""


def _enter(root: Path, story: Story, wanted: Wanted, given: Namespace, today: date) -> bool:
    """Write the entry; False where the file has to be edited by hand, which is said."""
    if any(one.date.text == today.isoformat() and one.text.split() == given.text.split() for one in story.changes):
        print(f"{story.path}: the same stands there under {today.isoformat()} already.")
        return True
    own = story.slug == wanted.story.slug
    written = (root / story.path).read_bytes().decode()
    text = with_entry(written, today, given.kind, given.text, (wanted.n,) if own else ())
    if text is None:
        print(f"{story.path}: its `changes` stand on one line; enter it by hand.", file=sys.stderr)
        return False
    write_whole(root / story.path, text.encode())
    print(f"{story.path}: entered under {today.isoformat()}. {_still(story, today)}")
    return True


def _still(story: Story, today: date) -> str:
    """What is left to do by hand in a story with a new entry."""
    dated = story.updated is not None and story.updated.day >= today
    update = "" if dated else f"set `updated: {today.isoformat()}`, "
    return f"Now correct the places above, {update}and lock new quotes."
