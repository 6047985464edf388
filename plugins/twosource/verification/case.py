"""Everything that the rules of independence may look at for one story."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from twosource.newsroom.library import Library
from twosource.newsroom.lock import LockedSource
from twosource.newsroom.reference import Publisher, PublisherKind
from twosource.newsroom.rubric import IndependenceRules, Rubric
from twosource.newsroom.story import Source, Story
from twosource.verification.agencies import agency_label, name_key, publisher_ids


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
    boilerplate: frozenset[int]
    """Fingerprint hashes of its sources that a site prints under too many stories to mean anything."""
    rules: IndependenceRules
    """The thresholds."""
    never_counting: tuple[PublisherKind, ...]
    """Kinds of publisher whose pages never count."""

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
