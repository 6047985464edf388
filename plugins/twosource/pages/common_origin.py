"""Why sources count as one, in words for readers: each reason once, with the pages that it holds for.

The joins say it of pairs. Here what says the same of several pairs is told once, an agency is not said to carry its own
report, and an owner is printed as it is listed, since a registry may only presume it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from twosource.newsroom.story import Source
from twosource.pages.agencies import agencies_of, agency_of, agency_shown, credits_of, page_names
from twosource.pages.folio import Folio
from twosource.pages.names import publisher_name
from twosource.pages.newsstand import Newsstand
from twosource.pages.wording import both, capital, listed, possessive, sentence
from twosource.verification.verdict import Cluster, Join, JoinKind


class Tie(StrEnum):
    """What sort of thing ties pages together."""

    AGENCY = "agency"
    PUBLISHER = "publisher"
    OWNER = "owner"
    RELEASE = "release"
    EVENT = "event"
    OTHER = "other"


SHORT: Mapping[JoinKind, str] = {
    JoinKind.DOCUMENT: "they are the same document",
    JoinKind.ORIGIN: "one rests on another",
    JoinKind.SITE: "they stand on one site",
    JoinKind.OWNER: "they are listed under one owner",
    JoinKind.WIRE: "they have one agency's text",
    JoinKind.RELEASE: "they rest on one release",
    JoinKind.EVENT: "they report from one event",
    JoinKind.CREDIT: "the text credits a common source",
    JoinKind.TEXT: "text is copied between them",
    JoinKind.COPY: "they are one text",
    JoinKind.BYLINE: "one person wrote both",
}
"""Each kind of join in a few words."""

REPORT, ANNOUNCE = "report from one event", "rest on one release"


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason, and the pages that it ties together."""

    tie: Tie
    """What sort."""
    kind: JoinKind
    """The kind of its first join."""
    name: str
    """Agency, publisher, owner, release or event; for others the join's own sentence."""
    sources: tuple[Source, ...]
    """The pages, in the story's order."""


def reasons(stand: Newsstand, folio: Folio, joins: Iterable[Join]) -> tuple[Reason, ...]:
    """Joins of one story with those that say the same put together."""
    by_id = {source.id: source for source in folio.story.sources}
    told: dict[tuple[Tie, str], tuple[JoinKind, set[str]]] = {}
    for join in joins:
        key = _tie(stand, folio, join, by_id[join.a], by_id[join.b])
        told.setdefault(key, (join.kind, set()))[1].update((join.a, join.b))
    found = [
        Reason(tie, kind, name, tuple(source for source in folio.story.sources if source.id in held))
        for (tie, name), (kind, held) in told.items()
    ]
    return tuple(reason for reason in found if not _said_already(stand, reason, found))


def _within(stand: Newsstand, folio: Folio, cluster: Cluster) -> tuple[Reason, ...]:
    """The reasons within a group. Its heading, its fold and the coverage ask: those of the last story are kept."""
    held: tuple[Folio, dict[tuple[str, ...], tuple[Reason, ...]]] | None = stand.made.get("reasons")
    if held is None or held[0] is not folio:
        held = stand.made["reasons"] = (folio, {})
    if cluster.sources not in held[1]:
        held[1][cluster.sources] = reasons(stand, folio, cluster.joins)
    return held[1][cluster.sources]


def why_one(stand: Newsstand, folio: Folio, cluster: Cluster) -> list[str]:
    """The reasons within a group, in sentences; the one that its heading says in full is not said again."""
    if not cluster.joins:
        return []
    whole, heading = len(cluster.sources), sentence(in_short(stand, folio, cluster))
    return [
        capital(words if len(reason.sources) == whole else _naming(stand, reason, words))
        for reason in _within(stand, folio, cluster)
        for words in (told(stand, folio, reason),)
        if words != heading
    ]


def in_short(stand: Newsstand, folio: Folio, cluster: Cluster) -> str:
    """Why a group counts as one, in a few words: `both carry Reuters`."""
    found = _within(stand, folio, cluster)
    for reason in found:
        if len(reason.sources) == len(cluster.sources) and reason.tie in (Tie.AGENCY, Tie.PUBLISHER):
            return _agency_words(stand, reason) if reason.tie is Tie.AGENCY else _published(stand, reason)
    return listed(list(dict.fromkeys(SHORT[reason.kind] for reason in found))) or "they have a common origin"


def set_aside(stand: Newsstand, folio: Folio) -> list[dict[str, str]]:
    """Joins that were found and not applied, each naming its pages, each with the reason; none twice."""
    grouped: dict[str, list[Join]] = {}
    for held in folio.verdict.set_aside:
        grouped.setdefault(held.because, []).append(held.join)
    rows = (
        {
            "detail": capital(_naming(stand, reason, told(stand, folio, reason))),
            "because": _because(stand, reason, because),
        }
        for because, joins in grouped.items()
        for reason in reasons(stand, folio, joins)
    )
    return list({(row["detail"], row["because"]): row for row in rows}.values())


def told(stand: Newsstand, folio: Folio, reason: Reason) -> str:
    """A reason in a sentence, without a capital where it begins with a word of ours."""
    names = page_names(stand, reason.sources)
    if reason.tie is Tie.AGENCY:
        printed = "; ".join(_printed(stand, folio, reason))
        return sentence(f"{_agency_words(stand, reason)}{': ' if printed else ''}{printed}")
    words = {
        Tie.PUBLISHER: _published(stand, reason),
        Tie.OWNER: f"{listed(names)} are listed under one owner: {reason.name}",
        Tie.RELEASE: f"{listed(names)} {ANNOUNCE}: {reason.name}",
        Tie.EVENT: f"{listed(names)} {REPORT}: {reason.name}",
    }
    return sentence(words.get(reason.tie, reason.name))


def _tie(stand: Newsstand, folio: Folio, join: Join, a: Source, b: Source) -> tuple[Tie, str]:
    if join.kind in (JoinKind.WIRE, JoinKind.CREDIT):
        shared = [key for key in agencies_of(stand, folio, a) if key in agencies_of(stand, folio, b)]
        if shared:
            return Tie.AGENCY, shared[0]
    if join.kind is JoinKind.SITE and a.publisher == b.publisher:
        return Tie.PUBLISHER, a.publisher
    if join.kind is JoinKind.OWNER:
        shared = [name for name in _owners(stand, a) if name in _owners(stand, b)]
        return (Tie.OWNER, shared[0]) if shared else (Tie.OTHER, join.detail)
    if join.kind in (JoinKind.RELEASE, JoinKind.EVENT):
        return Tie.RELEASE if join.kind is JoinKind.RELEASE else Tie.EVENT, a.origin.name
    return Tie.OTHER, join.detail


def _owners(stand: Newsstand, source: Source) -> list[str]:
    publisher = stand.library.publishers[source.publisher]
    return [name for day in (source.published.first, source.published.last) if (name := publisher.owner_on(day))]


def _said_already(stand: Newsstand, reason: Reason, others: Sequence[Reason]) -> bool:
    """That pages have one publisher goes without saying where they are all said to be an agency's own."""
    return reason.tie is Tie.PUBLISHER and any(
        other.tie is Tie.AGENCY and other.name == reason.name and set(reason.sources) <= set(other.sources)
        for other in others
    )


def _agency_words(stand: Newsstand, reason: Reason) -> str:
    """`both are from Bloomberg`, `both carry Reuters`, `Vox carries Reuters, and the other is Reuters' own page`."""
    name, n = agency_shown(stand, reason.name), len(reason.sources)
    carrying = [source for source in reason.sources if source.publisher != reason.name]
    if not carrying:
        return f"{both(n)} are from {name}"
    if len(carrying) == n:
        return f"{both(n)} carry {name}"
    rest = n - len(carrying)
    others = (
        f"the {'other is' if rest == 1 else 'others are'} {possessive(name)} own {'page' if rest == 1 else 'pages'}"
    )
    return f"{listed(page_names(stand, carrying))} {'carries' if len(carrying) == 1 else 'carry'} {name}, and {others}"


def _published(stand: Newsstand, reason: Reason) -> str:
    return f"{both(len(reason.sources))} are from {publisher_name(stand, reason.name)}"


def _printed(stand: Newsstand, folio: Folio, reason: Reason) -> Iterator[str]:
    """Which page prints which credit; an agency's own pages need none."""
    for source, name in zip(reason.sources, page_names(stand, reason.sources), strict=True):
        spans = [hint.span for hint in credits_of(stand, folio, source) if agency_of(stand, hint.name) == reason.name]
        if spans and source.publisher != reason.name:
            yield f"{name} prints {listed([f'“{span}”' for span in dict.fromkeys(spans)])}"


def _naming(stand: Newsstand, reason: Reason, words: str) -> str:
    """The words with the names of the pages before them, unless these are in them."""
    names = page_names(stand, reason.sources)
    if all(name in words for name in names):
        return words
    if not words.startswith(("both ", "all ")):
        words = words[:1].lower() + words[1:] if words.startswith(("Both ", "They ", "Text ")) else words
    return f"{listed(names)}: {words}"


def _because(stand: Newsstand, reason: Reason, because: str) -> str:
    """A writer's reason stands at its source, and is not printed a second time."""
    writer = [source for source in reason.sources if source.independent_because == because]
    return f"The reason to count them apart stands with {listed(page_names(stand, writer))}." if writer else because
