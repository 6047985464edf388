"""One story of the corpus, with its lock: every quote was found in a text that is made and thrown away here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from random import Random

from bench.corpus_body import body
from bench.corpus_front import front_matter
from bench.corpus_parts import Fact, Parts, Saved
from bench.invention import Named, entities, finding, phrase, sentence, slug
from twosource.newsroom.lock import Lock, LockedQuote, LockedSource
from twosource.newsroom.lock_file import write_lock
from twosource.verification.fingerprint import fingerprint
from twosource.verification.quotes import context_hash, find_quote, fragment_link, quote_key

BEGIN = dt.date(2023, 1, 2)
DAYS = 3 * 365
EVERYBODY = entities()
WEIGHTS = [1 / (place + 6) for place in range(len(EVERYBODY))]
"""A few names are in the news every day, most of them now and then."""


def write_story(
    n: int, hub: Path, many: int, seed: int, topics: Sequence[str], houses: Sequence[tuple[str, str]]
) -> int:
    """Write the n-th of many stories below `hub`; gives the bytes written. The same arguments give the same bytes."""
    chance = Random(f"{seed} {n}")
    day = BEGIN + dt.timedelta(days=n * DAYS // many)
    title = phrase(chance, 6, 10)
    name = f"{slug(title)[:60].strip('-')}-{n:05d}"
    people = tuple(dict.fromkeys(chance.choices(EVERYBODY, WEIGHTS, k=9)))[:6]
    sources = _sources(chance, day, houses)
    facts = _facts(chance, people, sources)
    parts = Parts(day, chance.choice(topics), people, sources, facts)
    story = f"---\n{front_matter(chance, title, parts)}---\n{body(chance, parts)}"
    lock = write_lock(_lock(name, parts))
    folder = hub / "content" / "stories" / f"{day:%Y}" / f"{day:%m}"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.md").write_text(story, encoding="utf-8")
    (folder / f"{name}.lock").write_text(lock, encoding="utf-8")
    return len(story) + len(lock)


def _sources(chance: Random, day: dt.date, houses: Sequence[tuple[str, str]]) -> tuple[Saved, ...]:
    """Two to six pages; in one story of five, the second copies the first and both name a wire."""
    made: list[Saved] = []
    copied = chance.random() < 0.2
    for place, (house, domain) in enumerate(chance.sample(list(houses), chance.randint(2, 6)), 1):
        copy = copied and place == 2
        filler = made[0].filler if copy else [sentence(chance, 14, 30) for _ in range(chance.randint(12, 24))]
        origin = "{wire: Associated Press}" if copied and place <= 2 else "own"
        url = f"https://{domain}/{day:%Y/%m}/{slug(phrase(chance, 3, 5))}"
        kind = "document" if place == 1 else chance.choice(("reporting", "reporting", "press-release", "dataset"))
        made.append(Saved(f"s{place}", house, url, kind, day, origin, filler))
    return tuple(made)


def _facts(chance: Random, people: Sequence[Named], sources: Sequence[Saved]) -> tuple[Fact, ...]:
    """Three to five facts; the first stands in two or three of the sources, the others in one or two."""
    return tuple(_fact(chance, people, sources, not place) for place in range(chance.randint(3, 5)))


def _fact(chance: Random, people: Sequence[Named], sources: Sequence[Saved], first: bool) -> Fact:
    speakers = [one for one in people if one.type == "person"]
    claim = bool(speakers) and chance.random() < 0.3
    subject = chance.choice([one for one in people if one.type != "person"] or people)
    said = finding(chance, f"The {subject.name}" if subject.type == "organisation" else subject.name)
    speaker = ""
    if claim:
        one = chance.choice(speakers)
        speaker = one.id
        said = f"{one.name} says {said[0].lower()}{said[1:]}"
    others = chance.sample(list(sources[1:]), min(len(sources) - 1, chance.randint(1, 2)))
    carriers = (sources[0], *others) if first else tuple(others)
    for source in carriers:
        source.says.append(said)
    return Fact(said, speaker, carriers)


def _lock(name: str, parts: Parts) -> Lock:
    locked = {source.id: _locked(source, parts.facts) for source in parts.sources}
    return Lock(f"{name}.lock", (f"/stories/{name}/",), locked)


def _locked(source: Saved, facts: Sequence[Fact]) -> LockedSource:
    text = source.text
    quotes = {}
    for fact in facts:
        passage = find_quote(fact.quote, text) if source in fact.carriers else None
        if passage:
            link = fragment_link(source.url, text, passage)
            quotes[quote_key(fact.quote)] = LockedQuote(link, context_hash(text, passage))
    return LockedSource(
        url=source.url,
        canonical="",
        retrieved=f"{source.published}",
        sha256=sha256(text.encode()).hexdigest(),
        words=len(text.split()),
        publisher="",
        authors=(),
        published=f"{source.published}",
        hints=(),
        fingerprint=fingerprint(text),
        quotes=quotes,
    )
