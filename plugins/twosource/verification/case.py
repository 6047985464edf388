"""Everything that the rules of independence may look at for one story."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from twosource.newsroom.library import Library
from twosource.newsroom.lock import LockedSource
from twosource.newsroom.reference import Publisher, PublisherKind
from twosource.newsroom.rubric import Rubric
from twosource.newsroom.story import Source, Story


@dataclass(frozen=True, slots=True)
class Case:
    """One story's sources, with what is known of each."""

    story: Story
    """The story."""
    locked: Mapping[str, LockedSource]
    """Saved sources by id."""
    publishers: Mapping[str, Publisher]
    """The registry."""
    agencies: Mapping[str, str]
    """Publisher ids by case-folded name, alias and id."""
    own_names: frozenset[str]
    """Case-folded names of this hub and its publisher."""
    own_site: str
    """Registrable domain of this hub; empty when it has no address yet."""
    boilerplate: frozenset[int]
    """Fingerprint hashes of its sources that a site prints under too many stories to mean anything."""
    rubric: Rubric
    """The numbers."""

    def publisher(self, source: Source) -> Publisher:
        """Registry entry of a source's publisher; a story with an unknown publisher is not judged."""
        return self.publishers[source.publisher]

    def upstream(self, name: str) -> str:
        """One key for all names of a wire: the registry's id, or the case-folded name."""
        return self.agencies.get(name.casefold(), name.casefold())

    def label(self, key: str) -> str:
        """Name to show for an upstream key."""
        return self.publishers[key].name if key in self.publishers else key


def agency_names(library: Library) -> Mapping[str, str]:
    """Publisher ids by every name; agencies win where a name is shared."""
    names: dict[str, str] = {}
    for publisher in sorted(library.publishers.values(), key=lambda one: (one.kind is PublisherKind.AGENCY, one.id)):
        for name in (publisher.id, publisher.name, *publisher.aliases):
            names[name.casefold()] = publisher.id
    return names
