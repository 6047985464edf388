"""Quotes: those of the key facts against the saved copies, those of the analysis against the key facts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from twosource.newsroom.blocks import Piece
from twosource.newsroom.library import Library
from twosource.newsroom.problems import Place, Problem
from twosource.newsroom.rubric import Unchecked
from twosource.newsroom.rules import found
from twosource.newsroom.story import Story, quotes_of
from twosource.newsroom.story_words import Status
from twosource.newsroom.terms import term_ids
from twosource.verification.case import Case
from twosource.verification.evidence import judged_quotes
from twosource.verification.fingerprint import fold
from twosource.verification.quotes import too_common
from twosource.verification.verdict import State, Verdict

QUOTED = re.compile(r"“([^”]+)”|\"([^\"]+)\"")
"""Words in quotation marks."""

OMITTED = re.compile(r"\[\s?\.\.\.\s?\]")
"""An omission mark, folded."""


def quotes_found(case: Case, verdict: Verdict, library: Library) -> Iterator[Problem]:
    """Every quote of a saved source occurs in its copy."""
    for steps, quote in judged_quotes(case.story, verdict):
        if quote.state is State.NOT_FOUND:
            yield found(
                case.story.where.place(*steps, "quote"),
                "quote-not-found",
                f"This is not among the quotes that were found in the saved copy of `{quote.source}`.",
                "If it is new or was changed, run desk lock, which looks for it and shows the nearest passage.",
            )


def copies_saved(case: Case, verdict: Verdict, library: Library) -> Iterator[Problem]:
    """Every source that is quoted has a saved copy; quotes of others count for nothing.

    A published story without any is not warned of where the rubric marks it: that was decided, and every surface says
    so. A warning that nothing can end would teach writers to read past the others, and stop `--fatal warnings`.
    """
    if not case.locked:
        if case.rubric.gate.unchecked is Unchecked.MARK and case.story.status is not Status.DRAFT:
            return
        yield found(
            case.story.where.key("sources"),
            "evidence-unseen",
            "No source of this story has a saved copy, so that nothing counts.",
            f"Run: desk lock {case.story.path} --from FILE_OR_DIR",
        )
        return
    quoted = {quote.source for _, quote in quotes_of(case.story)}
    for n, source in enumerate(case.story.sources):
        if source.id in quoted and source.id not in case.locked:
            yield found(
                case.story.where.place("sources", n, "id"),
                "evidence-unseen",
                f"`{source.id}` has no saved copy, so its quotes count for nothing.",
                f"Run: desk lock {case.story.path} --from FILE_OR_DIR",
            )


def quotes_telling(case: Case, verdict: Verdict, library: Library) -> Iterator[Problem]:
    """A quote that counts is long enough to mean something, or holds a figure or a name."""
    for steps, quote in judged_quotes(case.story, verdict):
        reason = too_common(quote.quote, "")
        if reason and quote.state is State.FOUND:
            place = case.story.where.place(*steps, "quote")
            yield found(place, "quote-too-common", reason, "Quote more of the sentence.")


def body_quotes(case: Case, verdict: Verdict, library: Library) -> Iterator[Problem]:
    """Words in quotation marks in the analysis are (part of) a quote of the story, or the name of a glossary term."""
    quoted = tuple(_quoted(case.story))
    if not quoted or has_unfound(case.story, verdict):
        return
    quotes = [_plain(quote.quote) for _, quote in quotes_of(case.story)]
    terms = term_ids(library.terms.values())
    for (first, end), words in quoted:
        plain = _plain(words).strip(" .,;:!?")
        if plain not in terms and not any(_stands_in(plain, quote) for quote in quotes):
            yield found(
                _spot(case.story, first, end, words),
                "quote-without-evidence",
                f"“{words}” is quoted here, but is no evidence of this story.",
                "Add it under a key fact, or take the quotation marks off.",
            )


def _stands_in(words: str, quote: str) -> bool:
    """True when the words, part by part where they mark an omission, stand whole and in order in the quote."""
    parts = (re.escape(part.strip()) for part in OMITTED.split(words))
    return re.search(r".*".join(rf"(?<!\w){part}(?!\w)" for part in parts if part), quote) is not None


def _plain(text: str) -> str:
    return fold(text).text.strip().casefold()


def has_unfound(story: Story, verdict: Verdict) -> bool:
    """True when a quote of a judged story does not stand in its saved copy."""
    return any(quote.state is State.NOT_FOUND for _, quote in judged_quotes(story, verdict))


def _quoted(story: Story) -> Iterator[tuple[tuple[int, int], str]]:
    """Words in quotation marks, each with the rows of the block that they stand in; those in code are none."""
    if not any(mark in story.body.text for mark in QUOTING):
        return
    for _, _, _, first, end, pieces in story.body.blocks:
        if pieces and first >= 0:
            for match in QUOTED.finditer("".join(map(_written, pieces))):
                yield (first, end), " ".join((match[1] or match[2]).split())


QUOTING = ('"', "“", "&")
"""What begins a quotation, or an entity that may stand for the same."""

WORDED = frozenset({"cite", "term_ref", "fact_ref", "image"})
"""Signs that have words of their own within a quotation."""


def _written(piece: Piece) -> str:
    if isinstance(piece, str):
        return piece
    return piece[1] if piece[0] in WORDED else ""


def _spot(story: Story, start: int, end: int, words: str) -> Place:
    """Where the quotation begins, else the beginning of its block."""
    lines = story.body.text.split("\n")
    first = words.split()[0] if words else ""
    for n in range(start, min(end, len(lines))):
        for opener in '“"':
            column = lines[n].find(opener + first)
            if column >= 0:
                return Place(story.path, story.body.line + n, column + 1)
    return Place(story.path, story.body.line + start, 1)
