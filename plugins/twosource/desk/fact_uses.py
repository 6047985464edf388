"""Where a key fact is used: in its own story, and in every other that rests on the same words or says the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from twosource.desk.spelling import words_of
from twosource.newsroom.blocks import signs
from twosource.newsroom.library import Library
from twosource.newsroom.problems import Place
from twosource.newsroom.story import Fact, Story
from twosource.verification.quotes import quote_key
from twosource.verification.web_addresses import document_of

ALIKE = 0.6
"""Share of the words of two statements that they have in common when they are taken for one (Jaccard)."""


@dataclass(frozen=True, slots=True)
class Use:
    """One place that has to be looked at when the fact changes."""

    story: Story
    """The story."""
    place: Place
    """Where it stands."""
    what: str
    """How the fact is used there, in a few words."""
    same: bool = False
    """True in the fact's own story and where the same words are quoted: what is wrong here is wrong there."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """The fact that is corrected."""

    story: Story
    """Its story."""
    n: int
    """Its number, from 1."""

    @property
    def fact(self) -> Fact:
        """The fact."""
        return self.story.facts[self.n - 1]


def uses_of(wanted: Wanted, library: Library) -> tuple[Use, ...]:
    """Its own statement first, then its own story, then the others by slug."""
    place = wanted.story.where.place("facts", wanted.n - 1, "text")
    own = Use(wanted.story, place, f"the statement: “{wanted.fact.text}”", same=True)
    others = (story for story in library.stories if story.sound and story.slug != wanted.story.slug)
    return (own, *_within(wanted), *(use for story in others for look in ELSEWHERE for use in look(wanted, story)))


def _within(wanted: Wanted) -> Iterator[Use]:
    """Takeaways, scores and the rest that name the fact's number, and the text's own marks."""
    story, n = wanted.story, wanted.n
    lists: Sequence[tuple[str, Sequence[object]]] = (
        ("takeaways", story.takeaways),
        ("affected", story.affected),
        ("timeline", story.timeline),
    )
    for name, entries in lists:
        for at, entry in enumerate(entries):
            if n in getattr(entry, "facts", ()):
                yield Use(story, story.where.place(name, at), f"{name} rests on it")
    for name in ("regulatory", "financial", "operational"):
        if n in getattr(story.impact, name).facts:
            yield Use(story, story.where.place("impact", name), f"the {name} score rests on it")
    if story.outlook and n in story.outlook.facts:
        yield Use(story, story.where.place("outlook"), "the outlook rests on it")
    if story.pull_quote and story.pull_quote.fact == n:
        yield Use(story, story.where.place("pull_quote"), "the pull quote is its evidence")
    if any(sign[0] == "fact_ref" and sign[2] == str(n) for sign in signs(story.body.blocks)):
        yield Use(story, Place(story.path, story.body.line, 1), "the analysis refers to it")


def _linked(wanted: Wanted, story: Story) -> Iterator[Use]:
    """Links of the analysis to the story of the fact."""
    home = f"/stories/{wanted.story.slug}/"
    for sign in signs(story.body.blocks):
        address, _, anchor = sign[2].partition("#")
        if sign[0] == "link_open" and address.endswith(home) and anchor in ("", f"fact-{wanted.n}"):
            yield Use(story, Place(story.path, story.body.line, 1), f"the analysis links to {sign[2]}")
            return


def _quoted(wanted: Wanted, story: Story) -> Iterator[Use]:
    """Facts that take the same words from the same document."""
    mine = _words_taken(wanted.story, wanted.fact)
    for n, fact in enumerate(story.facts):
        shared = mine & _words_taken(story, fact)
        if shared:
            told = f"fact {n + 1} quotes the same words: “{fact.text}”"
            yield Use(story, story.where.place("facts", n), told, same=True)


def _said(wanted: Wanted, story: Story) -> Iterator[Use]:
    """Facts that say nearly the same, and do not quote the same words."""
    mine, taken = frozenset(words_of(wanted.fact.text)), _words_taken(wanted.story, wanted.fact)
    for n, fact in enumerate(story.facts):
        theirs = frozenset(words_of(fact.text))
        if len(mine & theirs) >= ALIKE * len(mine | theirs) and not taken & _words_taken(story, fact):
            yield Use(story, story.where.place("facts", n), f"fact {n + 1} says nearly the same: “{fact.text}”")


ELSEWHERE: Sequence[Callable[[Wanted, Story], Iterator[Use]]] = (_quoted, _said, _linked)
"""How other stories use a fact."""


def _words_taken(story: Story, fact: Fact) -> frozenset[tuple[str, str]]:
    urls = {source.id: document_of(source.url) for source in story.sources}
    return frozenset((urls.get(quote.source, ""), quote_key(quote.quote)) for quote in fact.evidence)
