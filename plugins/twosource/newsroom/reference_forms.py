"""The forms of everything that stories refer to: hub, entities, terms, publishers, notes."""

from __future__ import annotations

import re
from typing import Any

from twosource.newsroom.excuse_form import IGNORE
from twosource.newsroom.fields import DAY, IDENT, PARTIAL_DATE, TEXT, URL, Choice, Converted, whole
from twosource.newsroom.records import Key, ListOf, MapOf, Record
from twosource.newsroom.reference import (
    EntityType,
    Grade,
    Licence,
    Links,
    PastOwner,
    Publisher,
    PublisherKind,
    Role,
    TermSource,
    Topic,
)

DOMAIN = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]{2,}", re.ASCII)
LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", re.ASCII)


def _matching(pattern: str) -> Any:
    compiled = re.compile(pattern, re.ASCII)
    return lambda text: text if compiled.fullmatch(text) else None


def _domain(text: str) -> str | None:
    return text if DOMAIN.fullmatch(text) and not text.startswith("www.") else None


def _contact(text: str) -> str | None:
    return text if re.fullmatch(r"mailto:[^\s@]+@[^\s@]+\.[^\s@]+|https://[^\s]+", text) else None


DOMAIN_NAME = Converted(
    "a domain", _domain, "", "Write it in lower case without `www.`: example.org.", pattern=DOMAIN.pattern
)
COUNTRY: Converted[str] = Converted(
    "a country code",
    _matching("[A-Z]{2}"),
    "",
    "Write two capital letters of ISO 3166, such as US.",
    pattern="[A-Z]{2}",
)
WIKIDATA: Converted[str] = Converted(
    "a Wikidata item", _matching(r"Q[1-9]\d*"), "", "Write its number with the Q: Q217810.", pattern=r"Q[1-9]\d*"
)
LANGUAGE_TAG: Converted[str] = Converted(
    "a language tag",
    _matching(LANGUAGE.pattern),
    "",
    "Write a BCP 47 tag such as en or en-GB.",
    pattern=LANGUAGE.pattern,
)
CONTACT = Converted(
    "a contact address",
    _contact,
    "",
    "Write mailto:name@example.org or an https address.",
    "bad-url",
    pattern=r"(?:mailto:\S+@\S+|https://\S+)",
)

LINKS: Record[Links] = Record(Links, (Key("url", URL, default=""), Key("wikidata", WIKIDATA, default="")))
ROLE: Record[Role] = Record(
    Role,
    (
        Key("title", TEXT),
        Key("at", IDENT, default=""),
        Key("from", PARTIAL_DATE, field="since", default=None),
        Key("until", PARTIAL_DATE, default=None),
    ),
)
ENTITY_KEYS: tuple[Key[Any], ...] = (
    Key("name", TEXT),
    Key("type", Choice(EntityType)),
    Key("aliases", ListOf(TEXT), default=()),
    Key("links", LINKS, default=Links("", "")),
    Key("roles", ListOf(ROLE), default=()),
    IGNORE,
)
TERM_SOURCE: Record[TermSource] = Record(
    TermSource,
    (
        Key("title", TEXT),
        Key("url", URL),
        Key("publisher", TEXT, default=""),
        Key("published", PARTIAL_DATE, default=None),
    ),
)
TERM_KEYS: tuple[Key[Any], ...] = (
    Key("term", TEXT),
    Key("aliases", ListOf(TEXT), default=()),
    Key("plurals", ListOf(TEXT), default=()),
    Key("definition", TEXT),
    Key("sources", ListOf(TERM_SOURCE, at_least=1)),
    Key("related", ListOf(IDENT), default=()),
    IGNORE,
)


def _past_owner(name: str, until: Any) -> PastOwner:
    return PastOwner(name, until.first)


def _publisher(**values: Any) -> Publisher:
    return Publisher(id="", **{**values, "date": values["date"].first})


PUBLISHER: Record[Publisher] = Record(
    _publisher,
    (
        Key("name", TEXT),
        Key("domain", DOMAIN_NAME),
        Key("domains", ListOf(DOMAIN_NAME), default=()),
        Key("aliases", ListOf(TEXT), default=()),
        Key("owner", TEXT),
        Key("past_owners", ListOf(Record(_past_owner, (Key("name", TEXT), Key("until", DAY)))), default=()),
        Key("kind", Choice(PublisherKind)),
        Key("country", COUNTRY),
        Key("grade", Choice(Grade)),
        Key("reason", TEXT),
        Key("date", DAY),
    ),
)
PUBLISHERS = MapOf(PUBLISHER)
TOPIC: Record[Topic] = Record(Topic, (Key("id", IDENT), Key("name", TEXT), Key("description", TEXT)))
LICENCE: Record[Licence] = Record(Licence, (Key("name", TEXT), Key("url", URL)))
HUB_KEYS: tuple[Key[Any], ...] = (
    Key("name", TEXT),
    Key("tagline", TEXT),
    Key("description", TEXT),
    Key("language", LANGUAGE_TAG),
    Key("publisher", TEXT),
    Key("address", URL, default=""),
    Key("contact", CONTACT),
    Key("licence", LICENCE),
    Key("topics", ListOf(TOPIC, at_least=1)),
)
NOTE_KEYS: tuple[Key[Any], ...] = (
    Key("title", TEXT),
    Key("order", whole(0, 999), default=0),
    Key("summary", TEXT, default=""),
    IGNORE,
)
