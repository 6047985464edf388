"""What `desk lock` says: a line for each story, what is left to do, and how it ended."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from twosource.desk.evidence_taking import Taking
from twosource.desk.lock_given import Given
from twosource.desk.paint import Paint
from twosource.desk.report import closing, counted, in_json, in_text
from twosource.newsroom.library import Library
from twosource.newsroom.problems import Problem, errors_first, in_order, stop_the_press
from twosource.newsroom.story import Story, quotes_of
from twosource.newsroom.story_words import OriginKind
from twosource.verification.agencies import AGENCIES
from twosource.verification.cues import find_cues

CUES = 3
"""Cues of one source that are shown."""


def refused(story: Story) -> str:
    """The line for a story that could not be read."""
    paint = Paint.for_stream(sys.stdout)
    return f"{paint.bold(story.path)}: {paint.red('refused')}: it cannot be read; its lock is left as it was"


def taken(library: Library, story: Story, taking: Taking) -> str:
    """Sources and quotes of one story, then a line for each thing that the writer may want to look at."""
    paint = Paint.for_stream(sys.stdout)
    wanted = {(quote.source, quote.quote) for _, quote in quotes_of(story)}
    found = sum(len(entry.quotes) for entry in taking.lock.sources.values())
    kept = f", {len(taking.kept)} kept" if taking.kept else ""
    sources = f"{len(taking.taken)} of {counted(len(story.sources), 'source')} locked{kept}"
    quotes = f"{found} of {counted(len(wanted), 'quote')} found"
    colour = paint.red if stop_the_press(taking.problems) else paint.green
    line = f"{paint.bold(story.path)}: {sources}, {colour(quotes)}"
    notes = (*_missing(story, taking), *_cues(library, story, taking))
    return "\n".join((line, *(f"    {note}" for note in notes)))


def _missing(story: Story, taking: Taking) -> Iterator[str]:
    for source in story.sources:
        if source.id in taking.missing:
            yield f"no copy of {source.id}: {source.url}"


def _cues(library: Library, story: Story, taking: Taking) -> Iterator[str]:
    """Phrases in sources declared as own work that name somebody else as the one who had it first."""
    names = {name: one.id for one in library.publishers.values() for name in (one.name, *one.aliases) if name}
    for source in story.sources:
        entry = taking.lock.sources.get(source.id)
        text = taking.texts.get(entry.sha256) if entry else None
        if text is None or source.origin.kind is not OriginKind.OWN:
            continue
        own = [name for name, id in names.items() if id == source.publisher]
        cues = [cue for cue in find_cues(text, {*AGENCIES, *names}) if not any(name in cue for name in own)]
        for cue in cues[:CUES]:
            yield f"{source.id} says “{cue}”: declare the origin if its information comes from there"


def ending(problems: Sequence[Problem], root: Path, copies: Given, as_json: bool) -> str:
    """Every problem with its place, then how the run ended."""
    ordered = in_order(tuple(problems))
    if as_json:
        return in_json(ordered)
    told = in_text(errors_first(ordered), root, Paint.for_stream(sys.stdout))
    if not copies.used() and not stop_the_press(ordered):
        none = f"None of {counted(copies.files, 'saved page')} has the address of a source of these stories."
        last = none if copies.files else "No saved page was found where --from looks."
    else:
        last = closing(ordered) if ordered else "Every quote that was looked for was found."
    return f"\n{told}\n\n{last}" if told else f"\n{last}"
