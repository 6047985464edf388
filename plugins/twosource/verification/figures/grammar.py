"""As much grammar as figures need: what parts two of them, and where the noun that one counts ends."""

from __future__ import annotations

import re

from twosource.newsroom.late import late
from twosource.verification.figures.triggers import lowered
from twosource.verification.figures.words import Word

BORDER = late(
    r"(?:[,;:]|\s-|(?<![A-Z])[.?!](?=\s))"
    r"(?:\s(?:and|or|but|while|whereas|with|including|after|as|which|who|followed by))?\s"
    r"|\s(?:and|or|but|while|whereas|plus|including|followed by|after|before|versus|vs\.?|compared with|until"
    r"|rather than)\s"
    r"|\swhich\s|\s\(|\)"
)
"""What parts the words of two figures."""

NEXT = late(r"[ -](?:new |own )?")
"""Between a country and the noun that is its own."""

RESPECTIVELY = late(r"\brespectively\b,?(?:\s(?:on|for|to|of|in|from|by|at)\s(?P<after>[^,.;]+))?", re.I)
"""A list whose items belong to the figures before it, one each."""

JOINT = late(r",?\s(?:and|or)\s|,\s")

_STOPS = """
in on to from for by at with that which who will would is are was were has have had and or but while as after since
because than into over under when could can may might should if during through until per against without the a an its
their his her within toward towards between before where not did do does including pay pays paid get gets got goes went
come comes came make makes made take takes took hit hits struck broke swept beat fought threw wore became held brought
built met found saw stood drove drew flew sank sought caught sold bought kept gave grew began sent spent face faces say
says said apply applies remain remained stay stayed left lost won fell rose live lived died voted signed
"""
STOPS = frozenset(_STOPS.split())
STOPPING = late(r"(?<!\w)\w+|[,;:.()\"!?]|\s-\s")
"""A word, which is among the stops or not, or a mark that is one."""

OF = late(r"\s?(?:worth\s)?(?:of|in)\s(?:them\s|the\s|its\s|their\s|all\s|these\s|those\s)?", re.I)
"""Between a figure and its noun."""

AND = late(r"\s?(?:[A-Z][\w.]*\s)+and\s(?=[A-Z])")
"""Two names before one noun: Masthead and Senate Democrats."""

OF_ALL = late(
    r"\s(?:out\s)?of\s(?:(?:the|its|their|all)\s)*(?:\d|(?:[a-z]+teen|two|three|four|five|six|seven|eight|nine|ten)\b)"
)
"""Seven of the 15: what the figure counts is said only behind."""

OF_LATER = late(r"\bof\b")
"""Where a noun goes on: categories of products."""

PARTICIPLE = late(r"(?:ed|ing|[^aeiou]en)$")


def noun_end(text: str, at: int) -> int:
    """Where the noun ends that begins here: at a word or mark that stands in no noun, else with the text."""
    joined = AND.match(text, at)
    for found in STOPPING.finditer(text, joined.end() if joined else at):
        word = found[0]
        if lowered(word) in STOPS or not (word[0].isalnum() or word[0] == "_"):
            return found.start()
    return len(text)


def until_participle(words: list[Word]) -> tuple[Word, ...]:
    """“Claims filed” counts claims: a participle behind a plural ends the noun, and alone it is none."""
    for n in range(1, len(words)):
        if PARTICIPLE.search(words[n].text) and words[n - 1].text.endswith("s"):
            return tuple(words[:n])
    while words and words[-1].text.endswith("ed"):
        words = words[:-1]
    return tuple(words)
