"""`desk due`: what has to be looked at again, and by when."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path

from twosource.desk.clock import as_of
from twosource.desk.drift import HOLDING, Drift, drifts
from twosource.desk.errands import Errand, Kind, Spans, errands_of
from twosource.desk.fetching.means import Means
from twosource.desk.hub import find_hub
from twosource.desk.lock_given import origin_of
from twosource.desk.paint import Paint
from twosource.desk.progress import each
from twosource.desk.report import counted
from twosource.newsroom.problems import Severity
from twosource.newsroom.story_words import Status
from twosource.verification.review import Review, review

HEADINGS: Mapping[Kind, str] = {
    Kind.FORECAST: "Forecasts to decide",
    Kind.FACT: "Facts past their shelf life",
    Kind.SOURCE: "Sources to look at again",
    Kind.SINGLE_SOURCE: "Stories that still stand on a single source",
    Kind.TERM: "Terms without a definition",
}


def run(given: Namespace, means: Means | None = None) -> int:
    """Print what is due; 1 where errors keep a story from being looked at, else 0."""
    root, moment = find_hub(given.root), as_of(given.as_of)
    found = review(root, moment)
    errands = errands_of(found, moment, Spans(given.within, given.single, given.unseen))
    if given.fetch or given.saved:
        errands = (*errands, *_drifted(given, root, found, moment.date(), means or Means()))
    if given.format == "json":
        print(json.dumps([_entry(errand, moment.date()) for errand in errands], ensure_ascii=False, indent=1))
    else:
        print("\n".join(_told(errands, moment.date(), Paint.for_stream(sys.stdout))))
    broken = {problem.place.path for problem in found.problems if problem.severity is Severity.ERROR}
    if broken:
        print(f"{counted(len(broken), 'file')} with errors may hide more: run desk check.", file=sys.stderr)
    return int(bool(broken))


def _drifted(given: Namespace, root: Path, found: Review, today: date, means: Means) -> Iterator[Errand]:
    """Sources that are no longer what was locked, compared with the network or with saved pages."""
    library = found.library
    stories = tuple(story for story in library.stories if story.status is Status.PUBLISHED and story.sound)
    with origin_of(given, root, library, stories, means) as copies:
        for story in each(stories):
            for n, row in enumerate(drifts(story, library.lock_of(story), copies.today)):
                if row.state not in HOLDING and row.quotes:
                    place = story.where.place("sources", n)
                    yield Errand(Kind.SOURCE, place, today, _what(row), "Read it; then run desk lock, or correct.")


def _what(row: Drift) -> str:
    lost = "; ".join(f"“{quote.quote}”" for quote in row.lost)
    return f"{row.source}: {row.state.value}{f', {lost}' if lost else ''}{f': {row.reason}' if row.reason else '.'}"


def _entry(errand: Errand, today: date) -> Mapping[str, str | int]:
    return {
        "kind": errand.kind.value,
        "path": errand.place.path,
        "line": errand.place.line,
        "column": errand.place.column,
        "day": errand.day.isoformat(),
        "days_left": (errand.day - today).days,
        "what": errand.what,
        "todo": errand.todo,
    }


def _told(errands: Sequence[Errand], today: date, paint: Paint) -> Iterator[str]:
    if not errands:
        yield "Nothing is due."
        return
    for kind, several in groupby(errands, key=lambda errand: errand.kind):
        mine = tuple(several)
        yield paint.bold(f"{HEADINGS[kind]} ({len(mine)})")
        for errand in mine:
            yield f"  {_when(errand.day, today, paint)}  {errand.what}"
            yield f"      {paint.faint(str(errand.place))}  {errand.todo}"
        yield ""
    yield f"{counted(len(errands), 'errand')}."


def _when(day: date, today: date, paint: Paint) -> str:
    left = (day - today).days
    return paint.red(f"{day.isoformat()}, {counted(-left, 'day')} ago") if left < 0 else f"{day.isoformat()}"
