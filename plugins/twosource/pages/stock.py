"""The stock of a newsstand: public stories in order, on shelves and in counts, laid out from their rows.

Each part is made at its first use: a page that needs only one shelf waits for no trends. Only the newsstand, which
keeps account of what is looked at, and the digests of its nodes may reach in here.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from twosource.newsroom.reference import Entity
from twosource.pages.house import House
from twosource.pages.shelves import Shelf, by_month, keys_of, most_named, newest_by_topic, shelf
from twosource.trends.brief import Brief
from twosource.trends.brief_form import EPOCH
from twosource.trends.corrections import Corrections, corrections_of
from twosource.trends.developments import LEVELS, Development, development
from twosource.trends.effects import Affecting, effects_of
from twosource.trends.ledger import Forecast, Record, ledger_of, records_of
from twosource.trends.row import Row
from twosource.trends.together import companions
from twosource.trends.trends import Trends, make_trends
from twosource.verification.verdict import Level


@dataclass(frozen=True, slots=True)
class Kinship:
    """One story that is related to another, and by what."""

    slug: str
    """The story."""
    chosen: bool
    """True where the writer named it."""
    shared: tuple[str, ...]
    """The two rarest names that both have, as `entity:us-doe` or `term:black-mass`; empty for a shared topic only."""


class Totals(NamedTuple):
    """What there is in the stories that stand."""

    sources: int
    """Sources cited."""
    facts: int
    """Key facts."""
    forecasts: int
    """Forecasts, decided ones too."""


@dataclass(frozen=True)
class Stock:
    """Everything that follows from the rows. No slots: `cached_property` keeps what it made in the instance."""

    house: House
    """What all pages share."""
    rows: tuple[Row, ...]
    """Public stories, newest first; of one moment by name; retracted ones too."""
    brief: Callable[[str], Brief]
    """Opens a brief: forecasts and changes stand in these."""

    kin: dict[str, tuple[Kinship, ...]] = field(default_factory=dict)
    """Related stories as far as they were reckoned: see `pages.kinship`."""
    digested: dict[str, bytes] = field(default_factory=dict)
    """Digests of all nodes, once they were reckoned: see `pages.nodes`."""

    @cached_property
    def now(self) -> float:
        """The moment of the site, in the seconds of the rows."""
        return (self.house.as_of - EPOCH).total_seconds()

    @cached_property
    def by_slug(self) -> Mapping[str, Row]:
        return {row.slug: row for row in self.rows}

    @cached_property
    def kin_marks(self) -> Mapping[str, bytes]:
        """What each story names, as a mark."""
        return {row.slug: row.kin for row in self.rows}

    @cached_property
    def stories(self) -> tuple[str, ...]:
        return tuple(row.slug for row in self.rows)

    @cached_property
    def upright(self) -> tuple[Row, ...]:
        """Rows of the stories that stand."""
        return tuple(row for row in self.rows if not row.retracted)

    @cached_property
    def standing(self) -> tuple[str, ...]:
        return tuple(row.slug for row in self.upright)

    @cached_property
    def rank(self) -> Mapping[str, int]:
        """Place of a story among those that stand."""
        return {slug: place for place, slug in enumerate(self.standing)}

    @cached_property
    def current(self) -> tuple[tuple[str, Level], ...]:
        """Standing stories that have not expired, with their badges."""
        return tuple(
            (row.slug, LEVELS[row.level]) for row in self.upright if row.expires is None or row.expires > self.now
        )

    @cached_property
    def by_topic(self) -> Shelf:
        """Every topic has an entry."""
        return shelf(((row.slug, (row.topic,)) for row in self.upright), self.house.topics)

    @cached_property
    def by_entity(self) -> Shelf:
        return shelf((row.slug, row.entities) for row in self.upright)

    def levels_of(self, entity: str) -> tuple[str, ...]:
        """Badges of the stories that name an entity, newest first."""
        return tuple(self.by_slug[slug].level for slug in self.by_entity.get(entity, ()))

    @cached_property
    def by_term(self) -> Shelf:
        return shelf((row.slug, row.terms) for row in self.upright)

    @cached_property
    def by_affected(self) -> Shelf:
        return shelf((row.slug, row.affected) for row in self.upright)

    @cached_property
    def by_speaker(self) -> Shelf:
        return shelf((row.slug, row.speakers) for row in self.upright)

    @cached_property
    def months(self) -> Shelf:
        """All stories by month of the development (`2024-05`), the last month first; within one by day."""
        return by_month(self.rows)

    @cached_property
    def newest(self) -> Shelf:
        """The newest by the moment on which readers could first see them: of each topic, and of all under no name."""
        return newest_by_topic(self.rows, self.house.topics)

    @cached_property
    def moved(self) -> Mapping[str, str]:
        """Slugs by former address."""
        return {alias: row.slug for row in self.rows for alias in row.aliases}

    @cached_property
    def entities(self) -> Mapping[str, Entity]:
        """Entities that a public story names, and the bodies in which these hold office, sorted.

        An entity that only a draft names would betray the draft.
        """
        known = self.house.library.entities
        waiting = set(chain.from_iterable(row.entities for row in self.rows))
        named: set[str] = set()
        while waiting:
            name = waiting.pop()
            if name in known and name not in named:
                named.add(name)
                waiting.update(role.at for role in known[name].roles if role.at)
        return {name: known[name] for name in sorted(named)}

    @cached_property
    def most_named(self) -> Shelf:
        """Entities that the stories of a topic name most often."""
        return most_named(self.upright, self.house.topics)

    @cached_property
    def cited(self) -> Mapping[str, int]:
        """Standing stories that cite a publisher."""
        return Counter(chain.from_iterable(row.publishers for row in self.upright))

    @cached_property
    def totals(self) -> Totals:
        held = self.upright
        return Totals(
            sum(row.sources for row in held), sum(row.facts for row in held), sum(row.forecasts for row in held)
        )

    @cached_property
    def logged(self) -> int:
        """Entries of the corrections log on the day of the site."""
        today = self.house.day.toordinal()
        return sum(day <= today for row in self.rows for day in row.logged)

    @cached_property
    def trends(self) -> Trends:
        least = self.house.library.rubric.trends.minimum_n
        return make_trends(map(development, self.upright), self.house.topics, least, self.house.day)

    def effects_on(self, entity: str) -> tuple[Affecting, ...]:
        """What developments did to a party, in order of time."""
        return effects_of(entity, (self.by_slug[slug] for slug in self.by_affected.get(entity, ())))

    def uses(self, term: str) -> tuple[Development, ...]:
        """Developments whose analysis uses a term, by day, the newest first."""
        rows = (development(self.by_slug[slug]) for slug in self.by_term.get(term, ()))
        return tuple(sorted(rows, key=lambda row: row.day, reverse=True))

    def beside(self, entity: str) -> tuple[tuple[str, int], ...]:
        """Entities named together with one, and how often."""
        return companions(entity, (self.by_slug[slug].entities for slug in self.by_entity.get(entity, ())))

    @cached_property
    def ledger(self) -> tuple[Forecast, ...]:
        return ledger_of((self.brief(row.slug) for row in self.upright if row.forecasts), self.house.day)

    @cached_property
    def records(self) -> tuple[Record, ...]:
        return records_of(self.ledger, self.house.library.rubric.trends.minimum_n)

    @cached_property
    def corrections(self) -> Corrections:
        changed = (self.brief(row.slug) for row in self.rows if row.changes)
        least = self.house.library.rubric.trends.minimum_n
        return corrections_of(changed, len(self.rows), self.house.day, least)

    @cached_property
    def places(self) -> Mapping[str, tuple[int, ...]]:
        """Ranks of the stories that share a key, such as `entity:us-doe`, in order: where relatives are looked for."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for place, row in enumerate(self.upright):
            for key in keys_of(row):
                found[key].append(place)
        return {key: tuple(held) for key, held in found.items()}


def stock_up(house: House, rows: Iterable[Row], brief: Callable[[str], Brief]) -> Stock:
    """Put rows in order."""
    by_name = sorted(rows, key=lambda row: row.slug)
    return Stock(house, tuple(sorted(by_name, key=lambda row: row.instant, reverse=True)), brief)
