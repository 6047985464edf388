"""One story of a printed site, judged anew from its published data by the rules of this program."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any, NamedTuple
from urllib.parse import unquote

from twosource.desk.published.as_read import Json, records, text
from twosource.desk.published.difference import Difference, differences
from twosource.desk.published.saved_copies import damaged
from twosource.desk.published.story_case import basis_of, locked_of, story_of
from twosource.newsroom.hashes import packed_of
from twosource.newsroom.library import Library
from twosource.newsroom.lock import Lock
from twosource.newsroom.story import Story
from twosource.pages.cards import badge, badge_line
from twosource.pages.machine import fact_record
from twosource.pages.machine_scores import confidence, impact, outlook, reckoned_from, verification
from twosource.trends.brief import brief_of
from twosource.verification.fingerprint import folded
from twosource.verification.judge import Common, common_of, judge_story, open_case
from twosource.verification.receipt import receipt_of
from twosource.verification.verdict import Basis, State, Verdict


class Bench(NamedTuple):
    """What every story is judged by."""

    library: Library
    """Hub, rubric, registry and entities."""
    common: Common
    """What all cases share."""


def bench_of(library: Library) -> Bench:
    """Make it once for a site."""
    return Bench(library, common_of(library))


def recheck(bench: Bench, held: Json, slug: str, file: str) -> Iterator[Difference]:
    """Everything in which a story's data are not what its own evidence gives."""
    faults: list[Difference] = []
    story = story_of(held, slug, file, faults)
    faults += _unjudgeable(bench.library, story, file)
    yield from faults
    yield from damaged(held, file)
    basis = basis_of(held)
    digest = receipt_of(basis, text(held.get("as_of")), text(held.get("tool_version")))
    yield from differences(file, "receipt", held.get("receipt"), digest)
    if not faults:
        verdict = _judge(bench, story, held, basis)
        told = _reckoned(bench.library, story, verdict)
        yield from differences(file, "", {key: held.get(key) for key in told}, told)
        yield from _of_sources(bench.library, story, held, file)
        yield from _links(held, file)


def _unjudgeable(library: Library, story: Story, file: str) -> Iterator[Difference]:
    """What leaves nothing to count: such a story the press would not have printed."""
    sources = [source.id for source in story.sources]
    if len(sources) != len(set(sources)):
        yield Difference(file, "sources", "one id twice", "an id for each source")
    for source in story.sources:
        if source.publisher not in library.publishers:
            yield Difference(file, "sources", f"publisher {source.publisher}", "a publisher of data/publishers.json")
    for quote in (quote for fact in story.facts for quote in fact.evidence):
        if quote.source not in sources:
            yield Difference(file, "facts", f"a quote of {quote.source}", "a quote of one of its sources")
    if not any(fact.essential for fact in story.facts):
        yield Difference(file, "facts", "none is essential", "one on which the story rests")


def _judge(bench: Bench, story: Story, held: Json, basis: Basis) -> Verdict:
    """Judge it, with the files that its receipt names."""
    paths = {PurePosixPath(path).stem: path for path, _ in basis.files[SHARED_FILES:]}
    speakers = {fact.speaker for fact in story.facts} & bench.library.entities.keys()
    known = {name: replace(bench.library.entities[name], path=paths.get(name, "")) for name in speakers}
    library = replace(bench.library, entities={**bench.library.entities, **known}, stories=())
    standing = frozenset(map(packed_of, basis.standing))
    lock = Lock("", (), locked_of(held))
    case = open_case(story, lock if lock.sources else None, standing, library, bench.common)
    return judge_story(case, library, story.date.instant, dict(basis.files))


SHARED_FILES = 5
"""Story, lock, rubric, registry and the hub's description come first in a receipt; speakers follow."""


def _reckoned(library: Library, story: Story, verdict: Verdict) -> dict[str, Any]:
    """Keys of the record that are reckoned, as the press would print them."""
    mark = badge(brief_of(story, verdict, ()))
    return {
        "badge": badge_line(mark),
        "level": mark["level"],
        "n": verdict.n,
        "verification": verification(verdict),
        "facts": [fact_record(story, fact) for fact in verdict.facts],
        "impact": impact(verdict),
        "confidence": confidence(library.rubric, verdict),
        "outlook": outlook(verdict),
        "rubric_version": library.rubric.version,
        "reckoned_from": reckoned_from(verdict.basis),
    }


def _of_sources(library: Library, story: Story, held: Json, file: str) -> Iterator[Difference]:
    """What the registry and the rubric say of each source."""
    rubric = library.rubric
    for n, (source, said) in enumerate(zip(story.sources, records(held.get("sources")), strict=False), 1):
        publisher = library.publishers[source.publisher]
        told = {
            "publisher": {"id": publisher.id, "name": publisher.name},
            "primary": source.kind in rubric.gate.primary_kinds,
            "grade": publisher.grade.value,
            "reliability": rubric.grades[publisher.grade].reliability,
            "kind_weight": rubric.confidence.kinds[source.kind],
        }
        yield from differences(file, f"sources[{n}]", {key: said.get(key) for key in told}, told)


def _links(held: Json, file: str) -> Iterator[Difference]:
    """Found quotes whose link leads to other words: the lock wrote both, from one passage of the saved copy."""
    for n, fact in enumerate(records(held.get("facts")), 1):
        for m, quote in enumerate(records(fact.get("evidence")), 1):
            words, link = text(quote.get("quote")), text(quote.get("link"))
            first, last = _words_of(link)
            if (link or quote.get("state") == State.FOUND) and not _bounds(first, last, words):
                said = f"words “{first}”" + (f" to “{last}”" if last else "")
                yield Difference(file, f"facts[{n}].evidence[{m}].link", said, f"words of “{words}”")


def _words_of(link: str) -> tuple[str, str]:
    """First and last words to which a link with a text fragment leads, the last ones mostly empty.

    Those that only stand before or after them are left out.
    """
    parts = link.partition(":~:text=")[2].split(",")
    first, last, *_ = (*(unquote(part) for part in parts if part and not (part[0] == "-" or part[-1] == "-")), "", "")
    return first, last


def _bounds(first: str, last: str, words: str) -> bool:
    """True where the first words are the whole quote, or begin it as the last ones end it."""
    begin, end, whole = map(plain_words, (first, last, words))
    if not last:
        return begin == whole
    return len(begin) + len(end) <= len(whole) and whole.startswith(begin) and whole.endswith(end)


def plain_words(words: str) -> str:
    """Folded, in one case, and without the brackets in which a quote changes a letter."""
    return " ".join(folded(words).casefold().replace("[", "").replace("]", "").split())
