"""The judges, each with the bar that it holds. Some read the site's files alone; others look at it with a browser."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Browser

from tests.judges.ace import ace
from tests.judges.axe import axe
from tests.judges.calendars import calendars
from tests.judges.colours import colours
from tests.judges.fault import Fault
from tests.judges.feeds import feeds
from tests.judges.first_view_bars import light, still
from tests.judges.json_feed import json_feed
from tests.judges.keyboard import keyboard
from tests.judges.linked_data import linked_data
from tests.judges.links import links
from tests.judges.lint import lint
from tests.judges.markup import markup, style_values
from tests.judges.motion import motion
from tests.judges.overflow import overflow
from tests.judges.paper import paper
from tests.judges.policy import policy_kept, policy_written
from tests.judges.requests import no_other_host, nothing_in_vain
from tests.judges.searching import searching
from tests.judges.site import Site
from tests.judges.sitemap import sitemap
from tests.judges.weight import first_round_trip


@dataclass(frozen=True, slots=True)
class Reader:
    """A judge of files."""

    name: str
    """What `python -m tests.judges OUTPUT NAME` calls it."""

    bar: str
    """What it holds, as a sentence."""

    find: Callable[[Site], tuple[Fault, ...]]
    """All faults of a site."""


@dataclass(frozen=True, slots=True)
class Watcher:
    """A judge that looks with a browser; the fields are a reader's."""

    name: str
    bar: str
    find: Callable[[Site, Browser], tuple[Fault, ...]]


READERS = (
    Reader("markup", "The Nu Html Checker finds no error in any page.", markup),
    Reader("styles", "The Nu Html Checker finds no error in any style sheet.", style_values),
    Reader("lint", "stylelint with its recommended rules has nothing to say of any style sheet.", lint),
    Reader("links", "Every address of the site's own, wherever it stands, leads to a file and a place in it.", links),
    Reader("feeds", "Atom feeds are valid by a grammar of RFC 4287; ids are unique, addresses absolute.", feeds),
    Reader("jsonfeed", "The JSON feed is valid by version 1.1.", json_feed),
    Reader(
        "calendar",
        "vobject and icalendar read the calendar without fault; its lines end and fold as they must.",
        calendars,
    ),
    Reader("sitemap", "The sitemap is valid by its schema and lists every page to index, once.", sitemap),
    Reader(
        "data",
        "Structured data uses types and properties of schema.org, and each kind of page says what it is.",
        linked_data,
    ),
    Reader("policy", "Every page has the strict security policy, and nothing stands inline.", policy_written),
    Reader("trip", "HTML and CSS of a story are at most 14 kB in brotli: one round trip.", first_round_trip),
)
WATCHERS = (
    Watcher("axe", "axe-core finds nothing on any kind of page: phone and desk, light and dark, folds open.", axe),
    Watcher("ace", "IBM's accessibility checker finds no failure of WCAG 2.2 on any kind of page.", ace),
    Watcher(
        "refusals",
        "Every page works under its security policy: no report of a violation, no script error.",
        policy_kept,
    ),
    Watcher("hosts", "No page asks another host for anything.", no_other_host),
    Watcher("requests", "No page asks for anything that is not there.", nothing_in_vain),
    Watcher("light", "All that the first view of a story needs is at most 60 kB, compressed.", light),
    Watcher("still", "Nothing moves once it is painted, even where fonts come late: layout shift 0.", still),
    Watcher(
        "keyboard",
        "By keyboard: the skip link first, every control once and in order, seen, and never a trap.",
        keyboard,
    ),
    Watcher("search", "By keyboard: search finds a story by a word of its headline.", searching),
    Watcher("paper", "Printed, folds are open and addresses of links are spelt out.", paper),
    Watcher("overflow", "Nothing sticks out at 320 px, at 200 % zoom and with letters of twice the size.", overflow),
    Watcher("colours", "Words can be read in forced colours, and those in charts in light and dark too.", colours),
    Watcher("motion", "Who asked for less motion gets none.", motion),
)
JUDGES = (*READERS, *WATCHERS)


def watchers(*names: str) -> tuple[Watcher, ...]:
    """The watchers of these names, in the panel's order; a name that no watcher has is an error."""
    unknown = set(names) - {judge.name for judge in WATCHERS}
    if unknown:
        raise KeyError(f"no judge is called {', '.join(sorted(unknown))}")
    return tuple(judge for judge in WATCHERS if judge.name in names)
