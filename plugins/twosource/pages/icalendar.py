"""The watch list as a calendar (RFC 5545), to be subscribed to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from urllib.parse import urlsplit

from twosource.pages import addresses
from twosource.pages.cards import badge, badge_line
from twosource.pages.names import entity_name, topic_name
from twosource.pages.newsstand import Newsstand
from twosource.pages.page import Page
from twosource.pages.sheet import Sheet
from twosource.pages.story_after import STATES
from twosource.trends.ledger import Forecast

OCTETS = 75
"""Longest line of a calendar, without its end."""

EMPTY = (
    "BEGIN:VTIMEZONE",
    "TZID:UTC",
    "BEGIN:STANDARD",
    "DTSTART:19700101T000000",
    "TZOFFSETFROM:+0000",
    "TZOFFSETTO:+0000",
    "END:STANDARD",
    "END:VTIMEZONE",
)
"""A calendar must hold something: what stands in one without forecasts."""


def calendar_pages(stand: Newsstand) -> Iterator[Sheet]:
    """/watch.ics: every forecast as a whole day, the last on which it can still come true."""
    yield Sheet(addresses.CALENDAR, "text", _calendar)


def _calendar(stand: Newsstand) -> Page:
    hub = stand.library.hub
    events = [line for entry in stand.ledger for line in _event(stand, entry)]
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Twosource//Watch list//EN",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{escaped(f'{hub.name}: what to watch')}",
        *(events or EMPTY),
        "END:VCALENDAR",
    )
    return Page(addresses.CALENDAR, "text", {"text": "".join(folded(line) for line in lines)})


def escaped(text: str) -> str:
    """A text as the calendar holds it."""
    plain = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return "\\n".join(line if line.isprintable() else _printable(line) for line in plain.splitlines())


def _printable(line: str) -> str:
    return "".join(char for char in line if char.isprintable())


def folded(line: str) -> str:
    """The line with its end, broken so that none is longer than 75 octets and no character is cut."""
    rest, parts = line.encode(), []
    while len(rest) > OCTETS:
        cut = OCTETS
        while rest[cut] & 0xC0 == 0x80:  # the middle of a character
            cut -= 1
        parts.append(rest[:cut])
        rest = b" " + rest[cut:]
    return b"".join(part + b"\r\n" for part in (*parts, rest)).decode()


def _event(stand: Newsstand, entry: Forecast) -> Iterator[str]:
    story, item = stand.brief(entry.slug), entry.item
    mark = badge(story)
    day = item.due.last
    told = [f"{entity_name(stand, item.says)} says so; decided by: {item.decided_by}."]
    told += [f"Status: {STATES[entry.state]}."]
    told += ["Entered after the outcome: counted in no track record."] if entry.decided and entry.hindsight else []
    told += [item.outcome] if entry.decided and item.outcome else []
    told += [f"From “{story.title}” ({badge_line(mark)})."]
    yield "BEGIN:VEVENT"
    yield f"UID:watch-{entry.id}@{urlsplit(stand.house.site_url).hostname or 'localhost'}"
    yield f"DTSTAMP:{(story.updated or story.issued).instant:%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{_next(day):%Y%m%d}"
    short = mark["short"]
    yield f"SUMMARY:{escaped(f'{_state(entry)}{item.statement} (story: {short})')}"
    yield f"DESCRIPTION:{escaped(chr(10).join(told))}"
    yield f"CATEGORIES:{escaped(topic_name(stand, story.category))}"
    yield f"URL:{stand.url(addresses.story(story.slug))}#watch-{entry.n}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _state(entry: Forecast) -> str:
    return f"{STATES[entry.state]}: " if entry.decided else ""


def _next(day: date) -> date:
    return day + timedelta(days=1) if day < date.max else day
