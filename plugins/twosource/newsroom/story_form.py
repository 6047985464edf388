"""The form of a story's front matter: every key with its reader, in the order in which a copy desk reads them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from twosource.newsroom.excuse_form import IGNORE
from twosource.newsroom.fields import (
    DAY,
    FLAG,
    IDENT,
    MOMENT,
    PARTIAL_DATE,
    TEXT,
    URL,
    Choice,
    Converted,
    number,
    whole,
)
from twosource.newsroom.records import Key, ListOf, Record
from twosource.newsroom.report import Report, Way
from twosource.newsroom.story import (
    Affected,
    Change,
    Consequence,
    Consequences,
    Fact,
    Origin,
    Outlook,
    PullQuote,
    Quote,
    Source,
    Takeaway,
    TimelineItem,
    WatchItem,
)
from twosource.newsroom.story_words import (
    ChangeKind,
    Effect,
    FactKind,
    OriginKind,
    OutlookValue,
    SourceKind,
    Stance,
    Status,
    WatchStatus,
)
from twosource.newsroom.yaml_tree import Value

OWN = Origin(OriginKind.OWN)
UPSTREAMS = MappingProxyType({kind.value: kind for kind in OriginKind if kind is not OriginKind.OWN})
ORIGIN_HINT = "Write own, {source: ID}, {wire: NAME}, {release: NAME} or {event: NAME}."


@dataclass(frozen=True, slots=True)
class OriginReader:
    """Reads `own` or one upstream with its name."""

    blank: Origin = OWN

    def read(self, value: Value, name: str, way: Way, report: Report) -> Origin:
        """Read an origin; anything but the five forms is reported."""
        if value == OriginKind.OWN.value:
            return OWN
        kind = next(iter(value)) if isinstance(value, dict) and len(value) == 1 else ""
        if isinstance(value, dict) and kind in UPSTREAMS:
            reader = IDENT if kind == OriginKind.SOURCE else TEXT
            return Origin(UPSTREAMS[kind], reader.read(value[kind], kind, (way, kind), report))
        report.add(way, "bad-origin", f"`{name}` is none of the known origins.", ORIGIN_HINT)
        return OWN


def _alias(text: str) -> str | None:
    good = text.startswith("/") and text.endswith("/") and "//" not in text and ".." not in text
    return text if good and len(text) > 2 and not re.search(r'[\s?#%\\<>"]', text) else None


NUMBERS = ListOf(whole(1, 999), at_least=1)
ALIAS = Converted(
    "an address on this site",
    _alias,
    "",
    "Write it with a slash at both ends: /old/address/.",
    "bad-alias",
    pattern=r"/\S+/",
)
QUOTE: Record[Quote] = Record(
    Quote, (Key("source", IDENT), Key("quote", TEXT), Key("stance", Choice(Stance), default=Stance.SUPPORTS))
)
SOURCE: Record[Source] = Record(
    Source,
    (
        Key("id", IDENT),
        Key("url", URL),
        Key("title", TEXT),
        Key("publisher", IDENT),
        Key("kind", Choice(SourceKind)),
        Key("published", PARTIAL_DATE),
        Key("author", TEXT, default=""),
        Key("origin", OriginReader(), default=OWN),
        Key("independent_because", TEXT, default=""),
    ),
)
FACT: Record[Fact] = Record(
    Fact,
    (
        Key("text", TEXT),
        Key("kind", Choice(FactKind)),
        Key("speaker", IDENT, default=""),
        Key("essential", FLAG, default=False),
        Key("as_of", PARTIAL_DATE, default=None),
        Key("evidence", ListOf(QUOTE, at_least=1)),
    ),
)
AFFECTED: Record[Affected] = Record(
    Affected,
    (
        Key("entity", IDENT),
        Key("effect", Choice(Effect)),
        Key("because", TEXT),
        Key("facts", NUMBERS),
        Key("horizon", TEXT, default=""),
    ),
)
OUTLOOK: Record[Outlook] = Record(
    Outlook,
    (
        Key("value", Choice(OutlookValue)),
        Key("for", IDENT, field="entity"),
        Key("because", TEXT),
        Key("facts", NUMBERS),
    ),
)
CONSEQUENCE: Record[Consequence] = Record(
    Consequence, (Key("score", whole(0, 10)), Key("because", TEXT), Key("facts", NUMBERS))
)
IMPACT: Record[Consequences] = Record(
    Consequences, (Key("regulatory", CONSEQUENCE), Key("financial", CONSEQUENCE), Key("operational", CONSEQUENCE))
)
TIMELINE: Record[TimelineItem] = Record(
    TimelineItem, (Key("date", PARTIAL_DATE), Key("title", TEXT), Key("facts", NUMBERS, default=()))
)
WATCH: Record[WatchItem] = Record(
    WatchItem,
    (
        Key("statement", TEXT),
        Key("says", IDENT),
        Key("due", PARTIAL_DATE),
        Key("decided_by", TEXT),
        Key("status", Choice(WatchStatus)),
        Key("likelihood", number(0, 1), default=None),
        Key("decided_on", PARTIAL_DATE, default=None),
        Key("outcome", TEXT, default=""),
        Key("evidence", ListOf(QUOTE, at_least=1), default=()),
    ),
)
PULL_QUOTE: Record[PullQuote] = Record(PullQuote, (Key("fact", whole(1, 999)), Key("evidence", whole(1, 999))))
CHANGE: Record[Change] = Record(
    Change, (Key("date", DAY), Key("kind", Choice(ChangeKind)), Key("text", TEXT), Key("facts", NUMBERS, default=()))
)
TAKEAWAY: Record[Takeaway] = Record(Takeaway, (Key("text", TEXT), Key("facts", NUMBERS)))

STORY_KEYS: tuple[Key[Any], ...] = (
    Key("title", TEXT),
    Key("slug", IDENT, default=""),
    Key("date", MOMENT),
    Key("written", MOMENT, default=None),
    Key("updated", MOMENT, default=None),
    Key("category", TEXT),
    Key("authors", ListOf(TEXT, at_least=1)),
    Key("editor", TEXT, default=""),
    Key("ai_use", TEXT, default=""),
    Key("status", Choice(Status)),
    Key("expires", MOMENT, default=None),
    Key("summary", TEXT),
    Key("takeaways", ListOf(TAKEAWAY, at_least=1)),
    Key("sources", ListOf(SOURCE, at_least=1)),
    Key("facts", ListOf(FACT, at_least=1)),
    Key("mentioned", ListOf(IDENT), default=()),
    Key("affected", ListOf(AFFECTED), default=()),
    Key("outlook", OUTLOOK, default=None),
    Key("impact", IMPACT),
    Key("timeline", ListOf(TIMELINE), default=()),
    Key("watch", ListOf(WATCH), default=()),
    Key("unknowns", ListOf(TEXT), default=()),
    Key("pull_quote", PULL_QUOTE, default=None),
    Key("related", ListOf(IDENT), default=()),
    Key("changes", ListOf(CHANGE), default=()),
    Key("aliases", ListOf(ALIAS), default=()),
    IGNORE,
)
"""Every key of a story; anything else is an error."""
