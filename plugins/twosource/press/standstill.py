"""A hub in which nothing changed since its last print: told by looks at files alone, before any room is opened.

Reading, judging and laying out are half a second of imports and as much of work for ten thousand stories; a run that
would alter nothing is spared both.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

from twosource.newsroom.look import Look
from twosource.newsroom.morgue import Morgue
from twosource.newsroom.problems import PlainProblem, Problem, problems_of
from twosource.press.glance import Glance, Glancing
from twosource.press.print_run import print_run
from twosource.press.record import RECORD
from twosource.press.settings import Order
from twosource.press.shelf import Shelf
from twosource.press.statics import load_statics
from twosource.press.theme_mark import mark_of_templates, mark_of_theme

STILL = "still"
"""Kind of the entry about the last print."""


@dataclass(frozen=True, slots=True)
class LastPrint:
    """What has to be known of a print to see that another one would be the same."""

    hub: bytes
    """Mark of all files of the hub."""
    settings: bytes
    """Mark of the theme and of all settings that pages depend on."""
    since: float
    """Moment for which the site was made, seconds since 1970."""
    until: float
    """Moment before which it would be made the same: a story comes or expires then, or a day ends."""
    pages: int
    """Pages of the site."""
    statics: int
    """Files of the theme."""
    problems: tuple[PlainProblem, ...]
    """What was told, in plain values."""
    marked: tuple[str, ...] = ()
    """Stories that are printed as not checked."""

    def plain(self) -> tuple[Any, ...]:
        """As the morgue keeps it."""
        return self.hub, self.settings, self.since, self.until, self.pages, self.statics, self.problems, self.marked

    @property
    def told(self) -> tuple[Problem, ...]:
        """The warnings."""
        return problems_of(self.problems)


def last_print(asked: Order, morgue: Morgue, look: Look, shelf: Shelf, glance: Glancing) -> LastPrint | None:
    """The last print, if the next one would alter nothing; None where that is not sure.

    `shelf` is what stood after it, and `glance` tells which of that does not stand now.
    """
    kept = morgue.get(STILL, kind_of_shelf(asked.output))
    if kept is None:
        return None
    last = LastPrint(*kept)
    if not last.since <= asked.as_of.timestamp() < last.until or last.hub != look.mark:
        return None
    settings = mark_of_settings(asked, mark_of_templates(asked.template_folders), load_statics(asked.theme))
    return last if last.settings == settings and _stands(asked, shelf, glance()) else None


def mark_of_settings(asked: Order, templates: bytes, statics: Mapping[str, bytes]) -> bytes:
    """Of the theme and of all settings that pages depend on, besides the hub and the moment.

    `templates` is the mark of those that are printed with: of a template that is edited meanwhile not a later one.
    """
    theme = mark_of_theme(templates, statics)
    return blake2b(theme + repr((asked.site_url, asked.index, asked.extras)).encode(), digest_size=16).digest()


def kind_of_shelf(output: Path) -> str:
    """Kind of the entries about the files in the output folder; several folders may be printed from one hub."""
    return f"shelf {blake2b(os.fsencode(output), digest_size=6).hexdigest()}"


def shelf_in(morgue: Morgue, kind: str) -> Shelf:
    """Marks of files and of folders, which the length of a mark tells apart."""
    known = morgue.entries(kind)
    files = {path: mark for path, mark in known.items() if len(mark) == 4}
    return Shelf(files, {path: mark for path, mark in known.items() if len(mark) == 2})


def _stands(asked: Order, shelf: Shelf, glance: Glance) -> bool:
    """True when every file stands as it was printed, and nobody put another where ours go."""
    owned = frozenset(shelf.files)
    with print_run(asked.output, owned - {RECORD}, shelf, glance=glance) as run:
        return bool(owned) and not run.fallen(owned) and not run.spoilt
