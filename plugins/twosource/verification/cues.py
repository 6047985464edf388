"""Cues that somebody else had it first: `told The Courier`, `an op-ed for The Courier`.

A cue is no proof: the desk shows it to the writer, who knows what it means. Two texts are taken to rest on one outlet
only when both lead with it and give the same words of a speaker; see `verification.same_cue`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from twosource.verification.agencies import name_key
from twosource.verification.hints import any_of, short

LEAD = 1000
"""Characters in which an article says what it rests on, a caption before them included."""

MEDIA = (
    r"(?:Times|Post|Journal|News|Reporter|Tribune|Herald|Guardian|Magazine|Today|Radio|Telegraph|Review|Chronicle"
    r"|Observer|Gazette|Courier|Inquirer|Globe|Examiner)"
)
NAME = rf"(?P<name>(?:[Tt]he )?(?:[A-Z][\w&.-]{{0,40}}(?: of)? ){{0,3}}{MEDIA}\b|KNOWN)"
"""An outlet: words that end as the names of papers do, or a known name, which stands for KNOWN."""

CUES = (
    rf"\b(?:told|according to|first reported (?:by|in)|reported by|interview (?:with|in|to|for)|interviewed by) {NAME}",
    rf"\b(?:op-ed|essay|column|commentary|letter) (?:for|in|published (?:in|by)) {NAME}",
    rf"\b(?:wrote|writing) in {NAME}",
    rf"{NAME} (?:interview|(?:first |exclusively )?reported|was (?:the )?first to report)\b",
)
"""Phrases that name who was told it or had it first."""

ON_AIR = re.compile(
    r"\b(?:ABC|BBC|CBC|CBS|CNBC|CNN|C-SPAN|Fox|HBO|HLN|ITV|MSNBC|NBC|NPR|PBS|Sky|Univision|Telemundo|TV|Radio"
    r"|Television|National Public Radio|Al Jazeera|Newsmax|Face the Nation|Meet the Press)\b"
)
"""Broadcasters: an interview on air is an event that every reporter can hear."""


def find_cues(text: str, outlets: Iterable[str]) -> tuple[str, ...]:
    """Phrases that name another outlet as the one who was told or had it first, for the writer to judge.

    `outlets` are names that are no guess: publishers and agencies of the registry.
    """
    return tuple(dict.fromkeys(short(phrase) for _, phrase in sorted(_cues(text, outlets))))


def lead_cues(text: str, outlets: Iterable[str]) -> Mapping[str, str]:
    """Outlets that a text leads with, by key, each with the first phrase that names it; broadcasters left out."""
    found: dict[str, str] = {}
    for pattern in _patterns(outlets):
        for match in pattern.finditer(text[:LEAD]):
            if not ON_AIR.search(match["name"]):
                found.setdefault(name_key(match["name"]), short(match[0]))
    return dict(sorted(found.items()))


def _cues(text: str, outlets: Iterable[str]) -> Iterator[tuple[int, str]]:
    for pattern in _patterns(outlets):
        yield from ((match.start(), match[0]) for match in pattern.finditer(text))


def _patterns(outlets: Iterable[str]) -> tuple[re.Pattern[str], ...]:
    known = any_of(outlets).replace("?P<agency>", "?:")
    return tuple(re.compile(cue.replace("KNOWN", known)) for cue in CUES)
