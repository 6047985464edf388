"""The rubric as tables: every number with what it means, and after them the constants that judge and are no setting."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from twosource.newsroom.rubric import Rubric
from twosource.pages.rubric_words import rubric_numbers
from twosource.trends import bursts, coverage_gaps, episodes
from twosource.trends.ledger import SOON
from twosource.trends.movement import LEVEL, YEAR
from twosource.trends.rate_ratio import SURE
from twosource.verification.fingerprint import SHINGLE, WINDOW
from twosource.verification.judge import TOP_RATING_FROM
from twosource.verification.quote_chain import NEARBY
from twosource.verification.verdict import VERIFIED_FROM

TITLES: Mapping[str, str] = {
    "independence": "When two sources count as one",
    "gate": "What may be published",
    "confidence": "How confidence is reckoned",
    "outlook": "How an outlook is derived",
    "trends": "What the longitudinal view may claim",
}
"""Tables in their order; grades and anchors have tables of their own."""

MEANINGS: Mapping[str, str] = {
    "independence.join_containment": "Share of copied text from which two sources count as one",
    "independence.review_containment": "Share from which the writer is asked to look",
    "independence.same_copy_containment": "Share from which they are one copy, whatever reason is given",
    "independence.minimum_hashes": "A text with fewer fingerprints is too short to judge",
    "independence.boilerplate_stories": "What one site prints under so many stories is its furniture and joins nobody",
    "independence.byline_hours": "One author on two sites within so many hours joins them",
    "independence.byline_names": "A byline of more names is a list of staff and joins nobody",
    "independence.splittable": "Kinds of link that a written reason can undo",
    "gate.primary_kinds": "Kinds of source that are primary documents",
    "gate.never_counts": "Kinds of publisher whose pages never count",
    "gate.unchecked": "What happens to a story without saved copies",
    "gate.quote_words": "Longest quote, in words",
    "gate.quote_least_words": "Shortest quote, in words",
    "confidence.kinds": "Weight of this kind of source",
    "confidence.contradicted": "Factor for each independent source that contradicts",
    "confidence.stale_after_days": "Days after which evidence is stale at the story's date",
    "confidence.stale": "Factor for stale evidence",
    "confidence.single_source_ceiling": "Highest confidence with one independent source",
    "confidence.ceiling": "Highest confidence with any number of them",
    "confidence.high": "Lowest value called high",
    "confidence.moderate": "Lowest value called moderate",
    "outlook.tilt": "Balance of effects from which an outlook is bullish; below minus this bearish, else mixed",
    "trends.minimum_n": "Fewer developments than this are dots, and nothing is claimed",
}
"""What each number means, by its path without `rubric.`; a path of many entries by the part they share."""


CONSTANTS = (
    ("badge.verified_from", VERIFIED_FROM, "Independent sources from which a story is verified and a fact confirmed"),
    ("information.best_from", TOP_RATING_FROM, "Independent sources from which information has the best rating"),
    ("quotes.omission", NEARBY, "Characters that an omission mark in a quotation may stand for, at most"),
    ("fingerprint.words", SHINGLE, "Words in each of the runs that a fingerprint is made of"),
    ("fingerprint.window", WINDOW, "Runs in a row of which the lowest number is kept"),
    ("trends.level", LEVEL, "Chance, shared out among all that were tested, below which a movement is named"),
    ("trends.span_days", YEAR.days, "Days of each of the two spans that are compared"),
    ("trends.interval", SURE, "How often, at least, the interval of a ratio holds the true one"),
    ("bursts.window_days", bursts.WINDOW, "Days of a window that may hold a burst"),
    ("bursts.before_days", bursts.BEFORE, "Days before the window against which it is set"),
    ("bursts.least", bursts.LEAST, "Fewer developments are never a burst and never an episode"),
    ("bursts.chance", bursts.CHANCE, "Chance below which a burst is claimed"),
    ("bursts.prior", bursts.PRIOR, "Added to each count from which a rate is estimated"),
    ("bursts.beat_share", bursts.BEAT_SHARE, "What is in this share of all developments is the beat itself"),
    ("episodes.scale", episodes.SCALE, "How many times its usual odds a subject has in an episode"),
    ("episodes.rise", episodes.RISE, "Weight of the step into an episode, times the logarithm of the weeks"),
    ("coverage.gap_days", coverage_gaps.GAP.days, "Days without a development that make a gap in coverage"),
    ("watch.due_days", SOON.days, "Days before its last one from which an open forecast is called due"),
)
"""Numbers that judge and that no hub can set: their names on the page, their values in the code, their meaning."""


def rubric_tables(rubric: Rubric) -> list[dict[str, Any]]:
    """Tables of the very numbers; the last is that of the constants."""
    numbers = rubric_numbers(rubric)
    fixed = [{"name": name, "value": format(value, "g"), "meaning": words} for name, value, words in CONSTANTS]
    return [
        {
            "id": part,
            "title": title,
            "rows": [
                {"name": path.removeprefix("rubric."), "value": value, "meaning": meaning(path)}
                for path, value in numbers.items()
                if path.startswith(f"rubric.{part}.")
            ],
        }
        for part, title in TITLES.items()
    ] + [{"id": "constants", "title": "What is no setting", "rows": fixed}]


def meaning(path: str) -> str:
    """What the number at a path means; empty only for one that has no words yet."""
    name = path.removeprefix("rubric.")
    return MEANINGS.get(name) or MEANINGS.get(name.rpartition(".")[0], "")
