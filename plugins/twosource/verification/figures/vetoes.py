"""Whether the words around two figures exclude each other: one way of being figures of different things each."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from functools import lru_cache

from twosource.newsroom.late import late
from twosource.verification.figures.bearers import borne_by_another, led_by_another, subject, told_of_another
from twosource.verification.figures.calendar import days_apart
from twosource.verification.figures.directions import moved_otherwise
from twosource.verification.figures.figure import Measure, Role
from twosource.verification.figures.grammar import OF_ALL
from twosource.verification.figures.mention import Mention
from twosource.verification.figures.triggers import lowered
from twosource.verification.figures.words import contrast, kin_of, same_thing, sense_of


def counts_other(stated: Mention, quoted: Mention) -> bool:
    """30 cities are not 30 companies."""
    if stated.figure.measure is not Measure.NUMBER or not stated.things or not quoted.things:
        return False
    head, other = stated.things[-1], quoted.things[-1]
    near = any(same_thing(head, thing) for thing in quoted.things)
    if OF_ALL.match(quoted.sentence.text, quoted.figure.end) and head in quoted.own:
        return False
    return not near and not any(same_thing(other, thing) for thing in stated.things)


def of_other_place(stated: Mention, quoted: Mention) -> bool:
    """American goods are not Chinese goods."""
    return _differ(stated, quoted, [noun for noun in stated.owners if noun in stated.things])


def owned_by_another(stated: Mention, quoted: Mention) -> bool:
    """The US list is not the Chinese list, whatever it is that the figure counts on it."""
    return _differ(stated, quoted, stated.owners)


def _differ(stated: Mention, quoted: Mention, nouns: Collection[str]) -> bool:
    """True when one of the nouns, or its kin, belongs to other countries in the other sentence."""
    return bool(quoted.owners) and any(
        not stated.owners[noun] & theirs
        for noun in nouns
        for other in (noun, *kin_of(noun))
        if (theirs := quoted.owners.get(other))
    )


def at_other_date(stated: Mention, quoted: Mention) -> bool:
    """Claims granted in 2009 are not those of 2018."""
    if stated.figure.measure is Measure.DATE or not stated.dates or not quoted.dates:
        return False
    return all(days_apart(a, b) for one in stated.dates for other in quoted.dates for a in one.days for b in other.days)


def done_otherwise(stated: Mention, quoted: Mention) -> bool:
    """Imported is not mined, steel is not aluminium."""
    return contrast(stated.own, quoted.own)


def in_other_role(stated: Mention, quoted: Mention) -> bool:
    """Raised to 5 % is not raised by 5 %, and an old rate is not the rate."""
    said, heard = stated.figure.role, quoted.figure.role
    if heard is Role.BEFORE:
        return said is not Role.BEFORE and not stated.sentence.senses & WAS
    return Role.PLAIN not in (said, heard) and said is not heard


WAS = frozenset(map(sense_of, ("earlier", "previous", "previously", "formerly", "old", "original", "initial")))
"""Words by which a fact says that it speaks of an old value."""


def rivalled(stated: Mention, quoted: Mention) -> bool:
    """Another figure of the sentence has more of the fact's words for its own."""
    rivals = _rivals(stated, quoted)
    ours = _owned(stated, quoted) if rivals else 0
    return any(_owned(stated, rival) > ours for rival in rivals)


def _rivals(stated: Mention, quoted: Mention) -> list[Mention]:
    """Rivals that can be what the fact speaks of: a step is none for a level, nor what is said of somebody else."""
    if not quoted.rivals:
        return []
    said, name = stated.figure.role, subject(stated, quoted)
    rivals = [one for one in quoted.rivals if said is one.figure.role or Role.PLAIN in (said, one.figure.role)]
    if name not in quoted.own:
        return rivals
    return [one for one in rivals if name in one.own or not one.names - stated.own]


def _owned(stated: Mention, quoted: Mention) -> float:
    """Words of the fact that belong to a figure; what it counts weighs double, and names no more than others."""
    return sum(2 if sense in stated.things else 1 for sense in stated.own if sense in quoted.own)


def governed_otherwise(stated: Mention, quoted: Mention) -> bool:
    """Infected more than 1,000 and killed 30: the fact's own word stands right before the other number."""
    others = {one.governor for one in _rivals(stated, quoted)}
    own = quoted.governor if others else ""
    return "" not in (own, stated.governor) and own != stated.governor and stated.governor in others


def only_borrowed(stated: Mention, quoted: Mention) -> bool:
    """“900 claims came in, and 310 were settled”: 310 says nothing of claims but that they were settled."""
    if not quoted.sentence.leaves_out(quoted.figure) or not stated.things:
        return False
    start, end = quoted.sentence.segment(quoted.figure)
    tail = {word.sense for word in quoted.sentence.words if start <= word.start < end}
    return bool(tail) and not tail & stated.sentence.senses


def turned_round(stated: Mention, quoted: Mention) -> bool:
    """China's duties on American goods are not America's on Chinese ones."""
    one, other = stated.sides
    return "" not in (one, other) and one != other and quoted.sides == (other, one)


DENIAL = late(
    r"(?:\b(?:not|never|refus(?:ed|es|ing)|instead of|without|avert(?:ed|s|ing)?|cancel(?:l?ed|s)?)|n't)\b"
    r"(?!\s(?:only|just|least|less|more|fewer|yet clear))(?P<denied>(?:\s[\w'$€£%.-]+){1,12})\s?$",
    re.I,
)
"""A denial that reaches as far as the figure, with no mark between."""


def denied(stated: Mention, quoted: Mention) -> bool:
    """Who agreed not to impose a duty did not impose it: what the fact says was done stands behind a denial."""
    if not _may_deny(quoted.sentence.text):
        return False
    before = quoted.sentence.text[: quoted.figure.start]
    found = DENIAL.search(before) if DENIES.search(before) else None
    if not found or DENIES.search(stated.sentence.text):
        return False
    ours = stated.own - frozenset(stated.things)
    behind = (word.sense for word in quoted.sentence.words if found.start("denied") <= word.start < quoted.figure.start)
    return any(sense in ours for sense in behind)


DENIES = late(r"\b(?:not|never|no|nor|refus|declin|instead|without|avert|cancel)|n't\b", re.I)


MAY_DENY = late(r"n(?:o|'t|ever)|refus|declin|instead|without|avert|cancel")


@lru_cache(maxsize=4096)
def _may_deny(text: str) -> bool:
    """Whether looking for a denial is worth the while; asked for every figure of a sentence."""
    return MAY_DENY.search(lowered(text)) is not None


Vetoes = tuple[Callable[[Mention, Mention], bool], ...]

VETOES: Vetoes = (
    counts_other,
    of_other_place,
    at_other_date,
    done_otherwise,
    in_other_role,
    rivalled,
    governed_otherwise,
    only_borrowed,
    turned_round,
    told_of_another,
    borne_by_another,
    moved_otherwise,
    denied,
)
"""What shows that two figures are figures of different things."""


OF_QUOTES: Vetoes = (*VETOES, led_by_another)
"""The same for quotes, whose every word was chosen."""

STRICT: Vetoes = (*VETOES, owned_by_another)
"""The same for whole texts, where every word of the sentence is at hand."""


def excluded(stated: Mention, quoted: Mention, vetoes: Vetoes = VETOES) -> str:
    """Name of the first veto, or empty."""
    for veto in vetoes:
        if veto(stated, quoted):
            return veto.__name__
    return ""
