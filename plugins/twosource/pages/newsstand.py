"""The newsstand: everything that the pages are made from, indexed once. Nothing unpublished lies on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from urllib.parse import urlsplit

from twosource.newsroom.library import Library, is_public
from twosource.newsroom.reference import Entity
from twosource.newsroom.story import Story
from twosource.newsroom.story_words import Status
from twosource.newsroom.written_dates import MONTH_NAMES
from twosource.pages.glossing import Glossary, make_glossary
from twosource.pages.prose import Prose, Setting, set_body
from twosource.trends.developments import development, entities_of
from twosource.trends.together import companions
from twosource.trends.trends import Trends, make_trends
from twosource.verification.case import agency_names
from twosource.verification.review import Review
from twosource.verification.verdict import Verdict

Shelf = Mapping[str, tuple[Story, ...]]
"""Stories by a key, newest first."""


@dataclass(frozen=True, slots=True)
class Newsstand:
    """All that page makers see."""

    library: Library
    """What was read. Its stories hold drafts too: pages take theirs from `stories`."""
    verdicts: Mapping[str, Verdict]
    """By slug, public stories only."""
    stories: tuple[Story, ...]
    """Public stories, newest first; retracted ones too."""
    standing: tuple[Story, ...]
    """Public stories that were not retracted, newest first: what is counted and recommended."""
    by_slug: Mapping[str, Story]
    """Public stories."""
    rank: Mapping[str, int]
    """Place of a story among those that stand."""
    by_topic: Shelf
    """Standing stories; every topic has an entry."""
    by_entity: Shelf
    """Standing stories that name an entity."""
    by_term: Shelf
    """Standing stories that use a term."""
    entities: Mapping[str, Entity]
    """Entities that a public story names, and the bodies in which these hold office, sorted."""
    beside: Mapping[str, tuple[tuple[str, int], ...]]
    """For each entity those named together with it, and how often."""
    agencies: Mapping[str, str]
    """Publisher ids by every name under which an agency or another publisher is credited."""
    proper: frozenset[str]
    """Words of the names of entities and publishers, and of months: they keep their capital."""
    glossary: Glossary
    """Terms, ready to be found."""
    prose: Mapping[str, Prose]
    """Analysis of each public story as markup."""
    trends: Trends
    """The longitudinal view."""
    as_of: datetime
    """The moment for which the site is made."""
    site_url: str
    """Absolute address, without a final slash."""
    base: str
    """Path below which the site is hosted; empty at a root."""
    index: str
    """Address of the script of a search index that stands beside the pages; empty where there is none."""

    @property
    def day(self) -> date:
        """The day for which the site is made, UTC."""
        return self.as_of.astimezone(UTC).date()

    def href(self, address: str) -> str:
        """An address as a link on the site."""
        return self.base + address

    def url(self, address: str) -> str:
        """An address as an absolute one."""
        return self.site_url + address

    def verdict(self, story: Story) -> Verdict:
        """What was reckoned for a public story."""
        return self.verdicts[story.slug]


def make_newsstand(review: Review, as_of: datetime, site_url: str, index: str = "") -> Newsstand:
    """Lay out what readers may see at a moment, under an absolute address such as `https://example.org/hub`.

    `index` is the address, below it, of the script of a search index that stands there: `/pagefind/pagefind.js`.
    """
    library, site = review.library, site_url.rstrip("/")
    base = urlsplit(site).path
    stories = _public(review, as_of)
    standing = tuple(story for story in stories if story.status is not Status.RETRACTED)
    verdicts = {story.slug: review.verdicts[story.slug] for story in sorted(stories, key=lambda held: held.slug)}
    glossary = make_glossary(library.terms)
    prose = {story.slug: set_body(story.body, _setting(story, library, glossary, base)) for story in stories}
    trends = make_trends(
        tuple(development(story, verdicts[story.slug], prose[story.slug].terms) for story in standing),
        stories,
        library.topics,
        library.rubric.trends.minimum_n,
        as_of.astimezone(UTC).date(),
    )
    return Newsstand(
        library=library,
        verdicts=verdicts,
        stories=stories,
        standing=standing,
        by_slug={story.slug: story for story in stories},
        rank={story.slug: place for place, story in enumerate(standing)},
        by_topic=_shelf(standing, lambda story: (story.category,), library.topics),
        by_entity=_shelf(standing, entities_of),
        by_term=_shelf(standing, lambda story: prose[story.slug].terms),
        entities=_named(library, stories),
        beside=companions(trends.pairs),
        agencies=agency_names(library),
        proper=_proper(library),
        glossary=glossary,
        prose=prose,
        trends=trends,
        as_of=as_of,
        site_url=site,
        base=base,
        index=index,
    )


def _public(review: Review, as_of: datetime) -> tuple[Story, ...]:
    """A story without a passed gate is an error long before; it stays away all the same, unless it was retracted."""
    seen = [
        story
        for story in review.library.stories
        if is_public(story, as_of)
        and (verdict := review.verdicts.get(story.slug))
        and (verdict.gate.passed or story.status is Status.RETRACTED)
    ]
    by_name = sorted(seen, key=lambda story: story.slug)
    return tuple(sorted(by_name, key=lambda story: story.date.instant, reverse=True))


def _setting(story: Story, library: Library, glossary: Glossary, base: str) -> Setting:
    names = {
        source.id: library.publishers[source.publisher].name if source.publisher in library.publishers else source.title
        for source in story.sources
    }
    return Setting("analysis", 3, glossary, base, gloss=True, cites=names, facts=len(story.facts))


def _shelf(stories: Iterable[Story], keys: Callable[[Story], Iterable[str]], first: Iterable[str] = ()) -> Shelf:
    groups: dict[str, list[Story]] = {key: [] for key in first}
    for story in stories:
        for key in keys(story):
            groups.setdefault(key, []).append(story)
    return {key: tuple(groups[key]) for key in sorted(groups)}


def _proper(library: Library) -> frozenset[str]:
    """Capitalised words of names; articles, with which many begin, are none."""
    people = [name for held in library.entities.values() for name in (held.name, *held.aliases)]
    houses = [name for held in library.publishers.values() for name in (held.name, *held.aliases)]
    words = {word for name in (*people, *houses, *MONTH_NAMES) for word in name.split() if word[:1].isupper()}
    return frozenset(words - {"A", "An", "The"})


def _named(library: Library, stories: Iterable[Story]) -> Mapping[str, Entity]:
    """An entity that only a draft names would betray the draft."""
    waiting = {name for story in stories for name in entities_of(story)}
    named: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name in library.entities and name not in named:
            named.add(name)
            waiting.update(role.at for role in library.entities[name].roles if role.at)
    return {name: library.entities[name] for name in sorted(named)}
