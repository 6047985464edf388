"""Marks in texts: the terms, sources and key facts that they point to must exist."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from twosource.newsroom.blocks import Sign, signs
from twosource.newsroom.body import Body
from twosource.newsroom.checks.references import dangling, known_sources, no_fact
from twosource.newsroom.library import Library, house_texts
from twosource.newsroom.markdown import SUSPECT
from twosource.newsroom.marks import Mark, marks
from twosource.newsroom.problems import Problem
from twosource.newsroom.rules import found
from twosource.newsroom.story import Story


def story_marks(story: Story, library: Library) -> Iterator[Problem]:
    """Terms that a story's analysis links, and what it cites."""
    for mark in _marks(story.body, story.path, _right_in(story, library.term_names)):
        yield from _term(mark, library.term_names) if mark.kind in TERMS else _evidence(mark, story)


def house_marks(library: Library) -> Iterator[Problem]:
    """Terms that all other texts link."""
    known = library.term_names
    for owner in house_texts(library):
        for mark in _marks(owner.body, owner.path, lambda sign: sign[0] == "term_ref" and sign[2].casefold() in known):
            yield from _term(mark, known) if mark.kind in TERMS else _astray(mark)


TERMS = ("term_ref", "malformed", "html", "refused_link")
"""Kinds of mark that mean the same in every text."""

MARKS = ("term_ref", "cite", "fact_ref")


def _marks(body: Body, path: str, right: Callable[[Sign], bool]) -> Iterator[Mark]:
    """Every mark with its place, which is dear to find, if one of them may be wrong; else none."""
    held = {sign for sign in signs(body.blocks) if sign[0] in MARKS}
    wrong = SUSPECT.search(body.text) or not all(map(right, held))
    return marks(body, path) if wrong else iter(())


def _right_in(story: Story, known: Mapping[str, str]) -> Callable[[Sign], bool]:
    """Whether a mark in a story points to something."""
    sources, facts = frozenset(known_sources(story)), len(story.facts)

    def right(sign: Sign) -> bool:
        kind, _, target = sign
        if kind == "cite":
            return not sources or target in sources
        return target.casefold() in known if kind == "term_ref" else not facts or 1 <= int(target) <= facts

    return right


def _term(mark: Mark, names: Mapping[str, str]) -> Iterator[Problem]:
    if mark.kind == "malformed":
        message = f"“{mark.target}” is no mark, and is printed as it stands."
        hint = "Write [@source-id], {fact 3} or [[term]], with nothing else in the brackets."
        yield found(mark.place, "malformed-mark", message, hint)
    elif mark.kind == "html":
        message = f"“{_short(mark.target)}” is HTML, and is printed as it stands."
        hint = "Write Markdown; put it in backticks where the sign itself is meant."
        yield found(mark.place, "malformed-mark", message, hint)
    elif mark.kind == "refused_link":
        message = f"The link “{_short(mark.target)}” runs a program or opens a file, and is printed as it stands."
        yield found(mark.place, "dropped-link", message, "Lead to a whole https address, or take the link out.")
    elif mark.target.casefold() not in names:
        yield dangling(
            mark.place, "unknown-term", "glossary term", mark.target, tuple(names), "Add its file to glossary/."
        )


def _short(text: str) -> str:
    return f"{text[:40]}…" if len(text) > 40 else text


def _evidence(mark: Mark, story: Story) -> Iterator[Problem]:
    sources = known_sources(story)
    if mark.kind == "cite" and sources and mark.target not in sources:
        where = f"Sources of this story: {', '.join(sources)}."
        yield dangling(mark.place, "unknown-source", "source", mark.target, sources, where)
    if mark.kind == "fact_ref" and story.facts and not 1 <= int(mark.target) <= len(story.facts):
        yield no_fact(mark.place, int(mark.target), len(story.facts))


def _astray(mark: Mark) -> Iterator[Problem]:
    rule, what = ("unknown-source", "sources") if mark.kind == "cite" else ("unknown-fact", "key facts")
    hint = "Take the mark out, or write a footnote."
    yield found(mark.place, rule, f"Only stories have {what} to point to.", hint)
