"""What stories refer to: topics, entities, terms, publishers and the words of the methodology."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum

from twosource.newsroom.body import Body
from twosource.newsroom.excuses import Excuse
from twosource.newsroom.moments import PartialDate
from twosource.newsroom.source_map import SourceMap


class EntityType(StrEnum):
    """What an entity is."""

    PERSON = "person"
    COMPANY = "company"
    AGENCY = "agency"
    COUNTRY = "country"
    REGION = "region"
    ORGANISATION = "organisation"
    GROUP = "group"
    SITE = "site"
    MATERIAL = "material"
    LAW = "law"


class PublisherKind(StrEnum):
    """What a publisher is."""

    AGENCY = "agency"
    NEWSPAPER = "newspaper"
    BROADCASTER = "broadcaster"
    MAGAZINE = "magazine"
    DIGITAL = "digital"
    TRADE_PRESS = "trade-press"
    GOVERNMENT = "government"
    COMPANY = "company"
    THINK_TANK = "think-tank"
    ACADEMIC = "academic"
    NGO = "ngo"
    AGGREGATOR = "aggregator"


class Grade(StrEnum):
    """Reliability of a source on the Admiralty code's first axis; F cannot be judged."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"


@dataclass(frozen=True, slots=True)
class Role:
    """What a person or body does, and since when."""

    title: str
    """Name of the role."""
    at: str
    """Entity id; empty when not said."""
    since: PartialDate | None
    """First day known; the key is `from`."""
    until: PartialDate | None
    """Last day known."""


@dataclass(frozen=True, slots=True)
class Links:
    """Where else an entity is described."""

    url: str
    """Own site; empty when none."""
    wikidata: str
    """Wikidata item such as `Q217810`; empty when none."""


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something that stories mention."""

    id: str
    """File name without ending."""
    path: str
    """File, relative to the hub's root."""
    name: str
    """Full name."""
    type: EntityType
    """What it is."""
    aliases: tuple[str, ...]
    """Other names."""
    links: Links
    """Where else it is described."""
    roles: tuple[Role, ...]
    """Offices held."""
    ignore: tuple[Excuse, ...]
    """Rules whose warnings this file lets stand, each with the reason."""
    body: Body
    """A few lines."""
    where: SourceMap
    """Places of every key and value."""


@dataclass(frozen=True, slots=True)
class TermSource:
    """Where a definition can be checked."""

    title: str
    """Title of the page or document."""
    url: str
    """Address."""
    publisher: str
    """Name; empty when not said."""
    published: PartialDate | None
    """When, if known."""


@dataclass(frozen=True, slots=True)
class Term:
    """One glossary entry."""

    id: str
    """File name without ending."""
    path: str
    """File, relative to the hub's root."""
    term: str
    """The term as it is shown."""
    aliases: tuple[str, ...]
    """Other names."""
    plurals: tuple[str, ...]
    """Plural forms."""
    definition: str
    """One sentence."""
    sources: tuple[TermSource, ...]
    """Where it can be checked."""
    related: tuple[str, ...]
    """Ids of related terms."""
    ignore: tuple[Excuse, ...]
    """Rules whose warnings this file lets stand, each with the reason."""
    body: Body
    """Longer text."""
    where: SourceMap
    """Places of every key and value."""


@dataclass(frozen=True, slots=True)
class PastOwner:
    """An owner that a publisher used to have."""

    name: str
    """Owner's name."""
    until: datetime.date
    """Last day of ownership."""


@dataclass(frozen=True, slots=True)
class Publisher:
    """One entry of the publisher registry."""

    id: str
    """Key in the registry."""
    name: str
    """Name as shown."""
    domain: str
    """Main domain, without `www.`."""
    domains: tuple[str, ...]
    """Further domains."""
    aliases: tuple[str, ...]
    """Other names, such as `AP`."""
    owner: str
    """Owner today."""
    past_owners: tuple[PastOwner, ...]
    """Earlier owners."""
    kind: PublisherKind
    """What it is."""
    country: str
    """ISO 3166 alpha-2 code."""
    grade: Grade
    """Reliability."""
    reason: str
    """Why this grade."""
    date: datetime.date
    """When the grade was set."""

    def owner_on(self, day: datetime.date) -> str:
        """Owner on a day: the earliest past owner still holding it then, else today's."""
        held = [past for past in self.past_owners if day <= past.until]
        return min(held, key=lambda past: past.until).name if held else self.owner


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic of the beat."""

    id: str
    """Last part of its address."""
    name: str
    """Name as shown and as writers put it under `category`."""
    description: str
    """What belongs here."""


@dataclass(frozen=True, slots=True)
class Licence:
    """Under what terms the stories may be used."""

    name: str
    """Name."""
    url: str
    """Address of its text."""


@dataclass(frozen=True, slots=True)
class Hub:
    """What `content/site.yml` says of the hub."""

    name: str
    """Name of the site."""
    tagline: str
    """A few words under the name."""
    description: str
    """One or two sentences."""
    language: str
    """BCP 47 tag."""
    publisher: str
    """Who publishes the hub."""
    address: str
    """Public address of the hub, so that sources that cite it can be told; empty when it has none yet."""
    contact: str
    """`mailto:` or https address for error reports."""
    licence: Licence
    """Terms of use."""
    topics: tuple[Topic, ...]
    """Topics in the order of the navigation."""
    where: SourceMap
    """Places of every key and value."""


@dataclass(frozen=True, slots=True)
class Note:
    """One chapter of the methodology, or the about page."""

    id: str
    """File name without ending."""
    path: str
    """File, relative to the hub's root."""
    title: str
    """Heading."""
    order: int
    """Place among its fellows."""
    summary: str
    """One sentence; empty when none."""
    ignore: tuple[Excuse, ...]
    """Rules whose warnings this file lets stand, each with the reason."""
    body: Body
    """The words; rubric references still stand in them."""
    where: SourceMap
    """Places of every key and value."""
