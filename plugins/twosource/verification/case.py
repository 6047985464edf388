"""Everything that the rules of independence may look at for one story."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from twosource.newsroom.library import Library
from twosource.newsroom.lock import LockedSource
from twosource.newsroom.reference import Publisher, PublisherKind
from twosource.newsroom.rubric import IndependenceRules, Rubric
from twosource.newsroom.story import Source, Story
from twosource.verification.agencies import agency_label, name_key, publisher_ids
from twosource.verification.fingerprint import hashes
from twosource.verification.overlaps import containments_of


@dataclass(frozen=True, slots=True)
class Pool:
    """Sources that may have one origin, with what is known of each."""

    sources: tuple[Source, ...]
    """The sources, in the order in which joins name them."""
    locked: Mapping[str, LockedSource]
    """Saved sources by id."""
    publishers: Mapping[str, Publisher]
    """The registry."""
    ids: Mapping[str, str]
    """Publisher ids by the key of every name, alias and id."""
    own_names: frozenset[str]
    """Case-folded names of this hub and its publisher."""
    own_site: str
    """Registrable domain of this hub; empty when it has no address yet."""
    boilerplate: frozenset[bytes]
    """Fingerprint hashes of its sources that a site prints under too many stories to mean anything."""
    rules: IndependenceRules
    """The thresholds."""
    never_counting: tuple[PublisherKind, ...]
    """Kinds of publisher whose pages never count."""
    shares: tuple[tuple[Source, Source, float], ...] = field(init=False, repr=False, compare=False)
    """What two saved texts share of the shorter one (above 0, to 1), for those that share anything and are long enough
    to judge; by their order. Reckoned once, for four rules ask for it."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "shares", tuple(self._shares()))

    def _shares(self) -> Iterator[tuple[Source, Source, float]]:
        judged: list[Source] = []
        prints: list[frozenset[bytes]] = []
        for source in self.sources:
            locked = self.locked.get(source.id)
            kept = hashes(locked.fingerprint) - self.boilerplate if locked else frozenset[bytes]()
            if len(kept) >= self.rules.minimum_hashes:
                judged.append(source)
                prints.append(kept)
        for a, b, share in containments_of(prints):
            yield judged[a], judged[b], share

    def publisher(self, source: Source) -> Publisher:
        """Registry entry of a source's publisher; a story with an unknown publisher is not judged."""
        return self.publishers[source.publisher]

    def upstream(self, name: str) -> str:
        """One key for all names of a wire: the registry's id, or the name's own key."""
        key = name_key(name)
        return self.ids.get(key, key)

    def label(self, key: str) -> str:
        """Name to show for an upstream key: the registry's, else as a writer wrote it, else as agencies are known."""
        if key in self.publishers:
            return self.publishers[key].name
        written = (source.origin.name for source in self.sources if self.upstream(source.origin.name) == key)
        return next(written, "") or agency_label(key)


@dataclass(frozen=True, slots=True)
class Case(Pool):
    """One story with its sources, ready to be judged."""

    story: Story
    """The story."""
    rubric: Rubric
    """The numbers."""


def agency_names(library: Library) -> Mapping[str, str]:
    """Publisher ids of a library by every name; agencies win where a name is shared."""
    return publisher_ids(library.publishers.values())
