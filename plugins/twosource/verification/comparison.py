"""Documents on one event against each other: how much text two of them share, what joins them, who counts as one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from twosource.newsroom.lock import Lock
from twosource.newsroom.reference import Publisher, PublisherKind
from twosource.newsroom.rubric import IndependenceRules
from twosource.verification.agencies import publisher_ids
from twosource.verification.boilerplate import prints_of, standing_text
from twosource.verification.case import Pool
from twosource.verification.documents import Document, in_order, named, publisher_of, source_of
from twosource.verification.fingerprint import hashes
from twosource.verification.joins import find_joins
from twosource.verification.never_counting import never_counts
from twosource.verification.origins import origin_of
from twosource.verification.overlaps import containments_of
from twosource.verification.same_cue import led_by_one_outlet, led_by_the_other
from twosource.verification.union_find import partition
from twosource.verification.verdict import Join


class Likeness(StrEnum):
    """What the shared text of two documents says, by the thresholds of the rubric."""

    SAME = "same"
    JOINED = "joined"
    REVIEW = "review"
    INDEPENDENT = "independent"
    TOO_SHORT = "too-short"


@dataclass(frozen=True, slots=True)
class Compared:
    """Two documents."""

    a: str
    """Id of one, the earlier in order."""
    b: str
    """Id of the other."""
    containment: float
    """Shared hashes over those of the smaller fingerprint, 0 to 1."""
    verdict: Likeness
    """What that says."""
    joins: tuple[Join, ...]
    """Everything that makes the two count as one, text included."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known before any document is read."""

    registry: Mapping[str, Publisher]
    """Publishers by id."""
    locks: Mapping[str, Lock]
    """Locks of stories by path: they show what a site prints under everything."""
    rules: IndependenceRules
    """The thresholds."""
    never_counting: tuple[PublisherKind, ...]
    """Kinds of publisher whose pages never count."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What came of it."""

    documents: tuple[Document, ...]
    """The documents by id."""
    publishers: Mapping[str, str]
    """Names of their publishers by document; empty where no document says."""
    origins: Mapping[str, str]
    """Who had it first by document; no entry for own work."""
    pairs: tuple[Compared, ...]
    """Every two documents."""
    clusters: tuple[tuple[str, ...], ...]
    """Documents that count as one; each is in exactly one."""


def compare(documents: Iterable[Document], known: Known) -> Comparison:
    """Compare documents whose ids differ; their order does not matter."""
    ordered = in_order(documents)
    by_id = {document.id: document for document in ordered}
    pool = _pool(ordered, known)
    led = (*led_by_one_outlet(pool, by_id), *led_by_the_other(pool, by_id))
    joins: dict[tuple[str, str], list[Join]] = {}
    for join in (*find_joins(pool), *led):
        joins.setdefault((join.a, join.b), []).append(join)
    excluded = never_counts(pool)
    binding = [pair for pair in joins if (pair[0] in excluded) == (pair[1] in excluded)]
    return Comparison(
        documents=ordered,
        publishers={source.id: named(pool.publisher(source)) for source in pool.sources},
        origins={source.id: name for source in pool.sources if (name := origin_of(pool, source, led, by_id))},
        pairs=tuple(_compared(pool, joins)),
        clusters=partition(by_id, binding),
    )


def _pool(ordered: tuple[Document, ...], known: Known) -> Pool:
    ids = publisher_ids(known.registry.values())
    publishers = {document.id: publisher_of(document, known.registry, ids) for document in ordered}
    met = {publisher.id: publisher for publisher in publishers.values()} | dict(known.registry)
    return Pool(
        sources=tuple(source_of(document, publishers[document.id]) for document in ordered),
        locked={document.id: document.entry for document in ordered},
        publishers=met,
        ids=publisher_ids(met.values()),
        own_names=frozenset(),
        own_site="",
        boilerplate=_boilerplate(ordered, known),
        rules=known.rules,
        never_counting=known.never_counting,
    )


def _boilerplate(ordered: tuple[Document, ...], known: Known) -> frozenset[bytes]:
    """What one site prints under many stories; texts here that copy each other are one story."""
    met = [hashes(document.entry.fingerprint) for document in ordered]
    copies = [(a, b) for a, b, share in containments_of(met) if share >= known.rules.join_containment]
    groups = partition(map(str, range(len(met))), ((str(a), str(b)) for a, b in copies))
    locks = {
        f"?{n}": Lock(f"?{n}", (), {ordered[int(at)].id: ordered[int(at)].entry for at in group})
        for n, group in enumerate(groups)
    }
    prints = {path: prints_of(lock) for path, lock in {**known.locks, **locks}.items()}
    standing = standing_text(prints, known.rules.boilerplate_stories)
    return frozenset[bytes]().union(*(standing.under(path, prints[path]) for path in locks))


def _compared(pool: Pool, joins: Mapping[tuple[str, str], list[Join]]) -> Iterator[Compared]:
    """Every two documents in order; what share they have is taken from an index."""
    prints = [hashes(pool.locked[source.id].fingerprint) - pool.boilerplate for source in pool.sources]
    shares = {(a, b): share for a, b, share in containments_of(prints)}
    for a, b in combinations(range(len(prints)), 2):
        share = shares.get((a, b), 0.0)
        short = min(len(prints[a]), len(prints[b])) < pool.rules.minimum_hashes
        pair = pool.sources[a].id, pool.sources[b].id
        verdict = Likeness.TOO_SHORT if short else likeness(share, pool.rules)
        yield Compared(*pair, share, verdict, tuple(joins.get(pair, ())))


def likeness(share: float, rules: IndependenceRules) -> Likeness:
    """What a share of text says of two texts that are long enough."""
    ladder = (
        (rules.same_copy_containment, Likeness.SAME),
        (rules.join_containment, Likeness.JOINED),
        (rules.review_containment, Likeness.REVIEW),
    )
    return next((verdict for threshold, verdict in ladder if share >= threshold), Likeness.INDEPENDENT)
