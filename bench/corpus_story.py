"""One story of the corpus, with its lock: every quote was found in a text that is made and thrown away here."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from invention import Named, entities, finding, phrase, sentence, slug

from twosource.newsroom.lock import Lock, LockedQuote, LockedSource
from twosource.newsroom.lock_file import write_lock
from twosource.verification.fingerprint import fingerprint
from twosource.verification.quotes import context_hash, find_quote, fragment_link, quote_key

BEGIN = dt.date(2023, 1, 2)
DAYS = 3 * 365
EVERYBODY = entities()
WEIGHTS = [1 / (place + 6) for place in range(len(EVERYBODY))]
TERMS = (
    "tariff",
    "futures",
    "refining",
    "retaliation",
    "rules-of-origin",
    "chokepoint",
    "trade-deficit",
    "export-controls",
)


class Saved(NamedTuple):
    """A source and the words of its page."""

    id: str
    publisher: str
    url: str
    kind: str
    published: dt.date
    origin: str
    says: list[str]
    filler: list[str]

    @property
    def text(self) -> str:
        """The page's text: what is quoted stands among the rest."""
        lines = [line for pair in zip(self.filler[1:], [f"{one}." for one in self.says], strict=False) for line in pair]
        return "\n\n".join([self.filler[0], *lines, *self.filler[len(self.says) + 1 :]])


def write_story(
    n: int, hub: Path, many: int, seed: int, topics: Sequence[str], houses: Sequence[tuple[str, str]]
) -> int:
    """Write the n-th of many stories below `hub`; gives the bytes written. The same arguments give the same bytes."""
    chance = Random(f"{seed} {n}")
    day = BEGIN + dt.timedelta(days=n * DAYS // many)
    title = phrase(chance, 6, 10)
    name = f"{slug(title)[:60].strip('-')}-{n:05d}"
    people = list(dict.fromkeys(chance.choices(EVERYBODY, WEIGHTS, k=9)))[:6]
    sources = _sources(chance, day, houses)
    facts = _facts(chance, day, people, sources)
    front = _front(chance, title, day, chance.choice(topics), people, sources, facts)
    folder = hub / "content" / "stories" / f"{day:%Y}" / f"{day:%m}"
    folder.mkdir(parents=True, exist_ok=True)
    story = f"---\n{front}---\n{_body(chance, people, sources, facts)}"
    lock = write_lock(_lock(name, sources, facts, day))
    (folder / f"{name}.md").write_text(story, encoding="utf-8")
    (folder / f"{name}.lock").write_text(lock, encoding="utf-8")
    return len(story) + len(lock)


def _sources(chance: Random, day: dt.date, houses: Sequence[tuple[str, str]]) -> list[Saved]:
    """Two to six pages; in one story of five, the second copies the first and both name a wire."""
    made = []
    copied = chance.random() < 0.2
    for place, (house, domain) in enumerate(chance.sample(list(houses), chance.randint(2, 6)), 1):
        copy = copied and place == 2
        filler = made[0].filler if copy else [sentence(chance, 14, 30) for _ in range(chance.randint(12, 24))]
        origin = "{wire: Associated Press}" if copied and place <= 2 else "own"
        url = f"https://{domain}/{day:%Y/%m}/{slug(phrase(chance, 3, 5))}"
        kind = "document" if place == 1 else chance.choice(("reporting", "reporting", "press-release", "dataset"))
        made.append(Saved(f"s{place}", house, url, kind, day, origin, [], filler))
    return made


def _facts(chance: Random, day: dt.date, people: Sequence[Named], sources: Sequence[Saved]) -> list[dict[str, Any]]:
    """Three to five facts; each stands in one to three of the sources."""
    facts: list[dict[str, Any]] = []
    speakers = [one for one in people if one.type == "person"]
    for place in range(chance.randint(3, 5)):
        claim = bool(speakers) and chance.random() < 0.3
        subject = chance.choice([one for one in people if one.type != "person"] or people)
        said = finding(chance, f"The {subject.name}" if subject.type == "organisation" else subject.name)
        fact: dict[str, Any] = {"kind": "fact"}
        if claim:
            speaker = chance.choice(speakers)
            fact = {"kind": "claim", "speaker": speaker.id}
            said = f"{speaker.name} says {said[0].lower()}{said[1:]}"
        others = chance.sample(list(sources[1:]), min(len(sources) - 1, chance.randint(1, 2)))
        carriers = others if place else [sources[0], *others]
        for source in carriers:
            source.says.append(said)
        facts.append(fact | {"text": f"{said}.", "quote": said, "carriers": carriers})
    return facts


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _front(
    chance: Random,
    title: str,
    day: dt.date,
    topic: str,
    people: Sequence[Named],
    sources: Sequence[Saved],
    facts: Sequence[dict[str, Any]],
) -> str:
    say = partial_sentence(chance)
    lines = [
        f"title: {title}",
        f"date: {day}",
        f"updated: {day + dt.timedelta(days=chance.randint(0, 4))}",
        f"category: {topic}",
        "authors: [Bench desk]",
        "status: published",
        f"summary: {say(18, 28)}",
        "takeaways:",
    ]
    for place in range(1, 4):
        lines += [f"  - text: {say(10, 16)}", f"    facts: [{place}]"]
    lines.append("sources:")
    for source in sources:
        lines += [
            f"  - id: {source.id}",
            f"    url: {source.url}",
            f"    title: {phrase(chance, 5, 9)}",
            f"    publisher: {source.publisher}",
            f"    kind: {source.kind}",
            f"    published: {source.published}",
            f"    origin: {source.origin}",
        ]
    lines.append("facts:")
    for place, fact in enumerate(facts):
        lines += [f"  - text: {_quoted(fact['text'])}", f"    kind: {fact['kind']}"]
        lines += [f"    speaker: {fact['speaker']}"] if "speaker" in fact else []
        lines += ["    essential: true"] if not place else []
        lines += [f"    as_of: {day}", "    evidence:"]
        lines += [f"      - {{source: {one.id}, quote: {_quoted(fact['quote'])}}}" for one in fact["carriers"]]
    lines += [f"mentioned: [{', '.join(one.id for one in people)}]", "affected:"]
    for one, effect in zip(people, chance.sample(("positive", "negative", "unclear"), 3), strict=False):
        lines.append(f"  - {{entity: {one.id}, effect: {effect}, because: {say(8, 14)}, facts: [1]}}")
    lines.append("impact:")
    for kind in ("regulatory", "financial", "operational"):
        lines.append(
            f"  {kind}: {{score: {chance.randint(0, 9)}, because: {say(6, 10)}, facts: [{chance.randint(1, 3)}]}}"
        )
    lines.append("timeline:")
    for days in sorted(chance.sample(range(1, 90), chance.randint(2, 4)), reverse=True):
        lines.append(f"  - {{date: {day - dt.timedelta(days=days)}, title: {say(6, 10)}, facts: [1]}}")
    lines += _watch(chance, day, say)
    lines += ["unknowns:", f"  - {say(10, 16)}"]
    if chance.random() < 0.05:
        lines += ["changes:", f"  - {{date: {day}, kind: correction, text: {say(10, 16)}, facts: [1]}}"]
    return "\n".join(lines) + "\n"


def partial_sentence(chance: Random) -> Any:
    """A maker of sentences of a length."""
    return lambda least, most: sentence(chance, least, most)


def _watch(chance: Random, day: dt.date, say: Any) -> list[str]:
    """In two stories of five a forecast, due within two years."""
    if chance.random() > 0.4:
        return []
    due = day + dt.timedelta(days=chance.randint(60, 700))
    item = [f"  - statement: {say(9, 14)}", "    says: desk", f"    due: {due}", f"    decided_by: {say(4, 7)}"]
    return ["watch:", *item, "    status: open"]


def _body(chance: Random, people: Sequence[Named], sources: Sequence[Saved], facts: Sequence[dict[str, Any]]) -> str:
    """About 750 words of analysis: headings, emphasis, links, code, names, terms, citations, a quotation and a list."""
    parts: list[str] = []
    length = 0
    while length < 690:
        place = len(parts)
        if place and place % 4 == 0:
            parts.append(f"## {phrase(chance, 3, 6)}")
        text = _paragraph(chance, people, sources, len(facts))
        parts.append(text)
        length += len(text.split())
        if place == 3:
            parts.append(f"> {facts[0]['quote']}")
        if place == 6:
            parts.append("\n".join(f"- {sentence(chance, 7, 12)}" for _ in range(3)))
    return "\n\n".join(parts) + "\n"


def _paragraph(chance: Random, people: Sequence[Named], sources: Sequence[Saved], facts: int) -> str:
    said = []
    for _ in range(chance.randint(3, 5)):
        words = sentence(chance).split(" ")
        at = chance.randrange(1, len(words) - 3)
        match chance.randrange(9):
            case 0:
                words[at] = f"**{words[at]}**"
            case 1:
                words[at] = f"*{words[at]}*"
            case 2:
                words[at] = f"[{words[at]} {words[at + 1]}]({chance.choice(sources).url})"
            case 3:
                words[at] = chance.choice(people).name
            case 4:
                words[at] = f"`{words[at]}`"
            case 5:
                words[at] = f"[[{chance.choice(TERMS)}]]"
            case 6:
                words[-1] = f"{words[-1].rstrip('.')} [@{chance.choice(sources).id}]."
            case 7:
                words[-1] = f"{words[-1].rstrip('.')} {{fact {chance.randint(1, facts)}}}."
            case _:
                pass
        said.append(" ".join(words))
    return " ".join(said)


def _lock(name: str, sources: Sequence[Saved], facts: Sequence[dict[str, Any]], day: dt.date) -> Lock:
    locked = {source.id: _locked(source, facts) for source in sources}
    return Lock(f"{name}.lock", (f"/stories/{name}/",), locked)


def _locked(source: Saved, facts: Sequence[dict[str, Any]]) -> LockedSource:
    text = source.text
    quotes = {}
    for fact in facts:
        passage = find_quote(fact["quote"], text) if source in fact["carriers"] else None
        if passage:
            link = fragment_link(source.url, text, passage)
            quotes[quote_key(fact["quote"])] = LockedQuote(link, context_hash(text, passage))
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
