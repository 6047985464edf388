"""The newsstand: all that pages may look at, each thing by a name that is noted. Nothing unpublished lies on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from twosource.newsroom.library import Library
from twosource.newsroom.reference import Entity, Topic
from twosource.pages.folio import Folio
from twosource.pages.house import House
from twosource.pages.kinship import kinships
from twosource.pages.stock import Kinship, Stock, Totals
from twosource.trends.brief import Brief
from twosource.trends.corrections import Corrections
from twosource.trends.developments import Development
from twosource.trends.effects import Affecting
from twosource.trends.ledger import Forecast, Record
from twosource.trends.trends import Trends
from twosource.verification.verdict import Level

T = TypeVar("T")


def nothing(_: str) -> None:
    """Notes nothing: the newsstand of a run that keeps no account."""


@dataclass(frozen=True, slots=True)
class Newsstand:
    """The one way from a page to a story.

    What is not of the house is asked by a method that notes the node's name, so that a page made again only when
    one of its nodes has changed is never stale. `stock` is for these methods alone.
    """

    house: House
    """What all pages share."""
    stock: Stock
    """Stories in order."""
    open_folio: Callable[[str], Folio]
    """Opens everything of a story."""
    note: Callable[[str], object] = nothing
    """Told the name of every node that is looked at."""
    made: dict[str, Any] = field(default_factory=dict)
    """Parts of views that are the same on many pages: see `once`."""

    @property
    def library(self) -> Library:
        """Reference data."""
        return self.house.library

    @property
    def topics(self) -> Mapping[str, Topic]:
        """Topics by id, in the hub's order."""
        return self.house.topics

    @property
    def day(self) -> date:
        """Its day, UTC."""
        return self.house.day

    @property
    def minimum_n(self) -> int:
        """Below so many developments nothing is claimed."""
        return self.house.library.rubric.trends.minimum_n

    def href(self, address: str) -> str:
        """An address as a link on the site."""
        return self.house.base + address

    def url(self, address: str) -> str:
        """An address as an absolute one."""
        return self.house.site_url + address

    def once(self, key: str, make: Callable[[], T]) -> T:
        """Something that follows from the house, the key and nodes that its users note; nobody may change it later."""
        found: T | None = self.made.get(key)
        if found is None:
            found = self.made[key] = make()
        return found

    def brief(self, slug: str) -> Brief:
        """A public story in short."""
        self.note(f"brief:{slug}")
        return self.stock.brief(slug)

    def folio(self, slug: str) -> Folio:
        """Everything of a public story."""
        self.note(f"folio:{slug}")
        return self.open_folio(slug)

    @property
    def stories(self) -> tuple[str, ...]:
        """Public stories, newest first; retracted ones too."""
        self.note("stories")
        return self.stock.stories

    @property
    def standing(self) -> tuple[str, ...]:
        """Public stories that were not retracted, newest first: what is counted and recommended."""
        self.note("standing")
        return self.stock.standing

    @property
    def current(self) -> tuple[tuple[str, Level], ...]:
        """Standing stories that have not expired, newest first, with their badges."""
        self.note("current")
        return self.stock.current

    def on_topic(self, topic: str) -> tuple[str, ...]:
        """Standing stories on a topic, newest first."""
        self.note(f"topic:{topic}")
        return self.stock.by_topic.get(topic, ())

    def naming(self, entity: str) -> tuple[str, ...]:
        """Standing stories that name an entity."""
        self.note(f"entity:{entity}")
        return self.stock.by_entity.get(entity, ())

    def badges(self, entity: str) -> Mapping[str, int]:
        """How many of the standing stories that name an entity bear which badge."""
        self.note(f"badges:{entity}")
        return Counter(self.stock.levels_of(entity))

    def using(self, term: str) -> tuple[str, ...]:
        """Standing stories whose analysis uses a term."""
        self.note(f"term:{term}")
        return self.stock.by_term.get(term, ())

    def affecting(self, entity: str) -> tuple[str, ...]:
        """Standing stories that affect an entity."""
        self.note(f"affected:{entity}")
        return self.stock.by_affected.get(entity, ())

    def said_by(self, entity: str) -> tuple[str, ...]:
        """Standing stories with a claim or a forecast of an entity."""
        self.note(f"said:{entity}")
        return self.stock.by_speaker.get(entity, ())

    def newest(self, topic: str = "") -> tuple[str, ...]:
        """Public stories on a topic, or all, by the moment on which readers could first see them: those of a feed."""
        self.note(f"newest:{topic}")
        return self.stock.newest.get(topic, ())

    @property
    def months(self) -> Mapping[str, int]:
        """How many public stories each month has (`2024-05`), the last first."""
        self.note("months")
        return {month: len(held) for month, held in self.stock.months.items()}

    def in_month(self, month: str) -> tuple[str, ...]:
        """Public stories by day, newest first."""
        self.note(f"month:{month}")
        return self.stock.months.get(month, ())

    @property
    def entities(self) -> Mapping[str, Entity]:
        """Entities that a public story names, and the bodies in which these hold office, sorted."""
        self.note("entities")
        return self.stock.entities

    @property
    def moved(self) -> Mapping[str, str]:
        """Slugs by former address."""
        self.note("moved")
        return self.stock.moved

    @property
    def changed(self) -> Mapping[str, str]:
        """When each public story last changed, as written."""
        self.note("changed")
        return {row.slug: row.changed for row in self.stock.rows}

    def beside(self, entity: str) -> tuple[tuple[str, int], ...]:
        """Entities named together with one, and how often."""
        self.note(f"beside:{entity}")
        # Every further page of the entity shows it, too.
        return self.once(f"beside:{entity}", lambda: self.stock.beside(entity))

    def kinships(self, slug: str) -> tuple[Kinship, ...]:
        """Stories that stand and are related to one."""
        self.note(f"related:{slug}")
        return kinships(self.stock, slug)

    def most_named(self, topic: str) -> tuple[str, ...]:
        """Entities that the stories of a topic name most often."""
        self.note(f"named:{topic}")
        return self.stock.most_named.get(topic, ())

    @property
    def cited(self) -> Mapping[str, int]:
        """Standing stories that cite a publisher; none for one that is not there."""
        self.note("cited")
        return self.stock.cited

    @property
    def totals(self) -> Totals:
        """Sources, key facts and forecasts of the stories that stand."""
        self.note("totals")
        return self.stock.totals

    @property
    def logged(self) -> int:
        """Entries of the corrections log."""
        self.note("corrections")
        return self.stock.logged

    @property
    def trends(self) -> Trends:
        """The longitudinal view."""
        self.note("trends")
        return self.stock.trends

    def uses(self, term: str) -> tuple[Development, ...]:
        """What is counted of the stories whose analysis uses a term."""
        self.note(f"uses:{term}")
        return self.stock.uses(term)

    def effects_on(self, entity: str) -> tuple[Affecting, ...]:
        """What developments did to a party, in order of time."""
        self.note(f"effects:{entity}")
        return self.stock.effects_on(entity)

    @property
    def ledger(self) -> tuple[Forecast, ...]:
        """Every forecast of the stories that stand, by due day."""
        self.note("ledger")
        return self.stock.ledger

    @property
    def records(self) -> tuple[Record, ...]:
        """How the decided forecasts of each speaker came out."""
        self.note("ledger")
        return self.stock.records

    @property
    def corrections(self) -> Corrections:
        """The corrections log."""
        self.note("corrections")
        return self.stock.corrections
