"""Calendars: valid by two readers, unique names, lines as the format wants them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import icalendar
import vobject

from tests.judges.fault import Fault
from tests.judges.site import Site, address_of, files

LONGEST = 75
"""Octets of a line without its end: RFC 5545, 3.1."""


def calendars(site: Site) -> tuple[Fault, ...]:
    """Faults in every calendar of the site; that it has none is one."""
    found = files(site, "*.ics")
    if not found:
        return (Fault("/watch.ics", "there is none"),)
    return tuple(Fault(address_of(site, path), what) for path in found for what in faults(path.read_bytes()))


def faults(raw: bytes) -> Iterator[str]:
    """What is wrong with one calendar."""
    yield from in_lines(raw)
    yield from by_icalendar(raw)
    yield from by_vobject(raw)
    names = re.findall(rb"^UID:(\S+)", re.sub(rb"\r\n[ \t]", b"", raw), re.M)
    yield from (f"the UID {name.decode()} stands twice" for name in sorted({n for n in names if names.count(n) > 1}))


def in_lines(raw: bytes) -> Iterator[str]:
    """CRLF ends, folding at 75 octets, and no letter cut in two."""
    if not raw.endswith(b"\r\n"):
        yield "the last line has no end (CRLF)"
    for number, line in enumerate(raw.split(b"\r\n"), 1):
        if b"\n" in line or b"\r" in line:
            yield f"line {number} does not end with CRLF"
        elif len(line) > LONGEST:
            yield f"line {number} has {len(line)} octets, not at most {LONGEST}: it is not folded"
        elif line.decode("utf-8", "replace").encode() != line:
            yield f"line {number} is cut in the middle of a letter"


def by_icalendar(raw: bytes) -> Iterator[str]:
    """What the library icalendar could not read, and what an event must have."""
    try:
        calendar = icalendar.Calendar.from_ical(raw)
    except ValueError as error:
        yield f"icalendar cannot read it: {error}"
        return
    for part in calendar.walk():
        yield from (f"icalendar: {part.name}: {name}: {error}" for name, error in part.errors)
    for event in calendar.walk("VEVENT"):
        missing = [name for name in ("UID", "DTSTAMP", "DTSTART", "SUMMARY") if name not in event]
        yield from (f"an event ({event.get('UID', 'without a name')}) has no {name}" for name in missing)


def by_vobject(raw: bytes) -> Iterator[str]:
    """What the library vobject holds against it."""
    try:
        for part in vobject.readComponents(raw.decode("utf-8")):
            part.validate(raiseException=True)
    except (vobject.base.VObjectError, ValueError, KeyError) as error:
        yield f"vobject: {type(error).__name__}: {error}"
