"""As much grammar as figures need: what parts two of them, and where the noun that one counts ends."""

from __future__ import annotations

import re

from twosource.verification.figures.words import Word

BORDER = re.compile(
    r"(?:[,;:]|\s-|(?<![A-Z])[.?!](?=\s))"
    r"(?:\s(?:and|or|but|while|whereas|with|including|after|as|which|who|followed by))?\s"
    r"|\s(?:and|or|but|while|whereas|plus|including|followed by|after|before|versus|vs\.?|compared with|until"
    r"|rather than)\s"
    r"|\swhich\s|\s\(|\)"
)
"""What parts the words of two figures."""

NEXT = re.compile(r"[ -](?:new |own )?")
"""Between a country and the noun that is its own."""

RESPECTIVELY = re.compile(r"\brespectively\b,?(?:\s(?:on|for|to|of|in|from|by|at)\s(?P<after>[^,.;]+))?", re.I)
"""A list whose items belong to the figures before it, one each."""

JOINT = re.compile(r",?\s(?:and|or)\s|,\s")

COUNTED_STOP = re.compile(
    r"\b(?:in|on|to|from|for|by|at|with|that|which|who|will|would|is|are|was|were|has|have|had|and|or|but|while|as|after"
    r"|since|because|than|into|over|under|when|could|can|may|might|should|if|during|through|until|per|against|without|the|a|an|its|their|his|her"
    r"|within|toward|towards|between|before|where|not|did|do|does|including|pay|pays|paid|gets?|got|goes|went|comes?|came|makes?|made|takes?|took|hit|hits"
    r"|struck|broke|swept|beat|fought|threw|wore|became|held|brought|built|met|found|saw|stood|drove|drew|flew"
    r"|sank|sought|caught|sold|bought|kept|gave|grew|began|sent|spent|faces?|says?|said|apply|applies|remain|remained|stay|stayed|left|lost|won|fell|rose|live|lived|died|voted|signed)\b|[,;:.()\"!?]|\s-\s",
    re.I,
)
"""What ends the noun behind a figure."""

OF = re.compile(r"\s?(?:worth\s)?(?:of|in)\s(?:them\s|the\s|its\s|their\s|all\s|these\s|those\s)?", re.I)
"""Between a figure and its noun."""

AND = re.compile(r"\s?(?:[A-Z][\w.]*\s)+and\s(?=[A-Z])")
"""Two names before one noun: House and Senate Democrats."""

OF_ALL = re.compile(
    r"\s(?:out\s)?of\s(?:(?:the|its|their|all)\s)*(?:\d|(?:[a-z]+teen|two|three|four|five|six|seven|eight|nine|ten)\b)"
)
"""Seven of the 15: what the figure counts is said only behind."""

OF_LATER = re.compile(r"\bof\b")
"""Where a noun goes on: categories of products."""

PARTICIPLE = re.compile(r"(?:ed|ing|[^aeiou]en)$")


def noun_end(text: str, at: int) -> re.Match[str] | None:
    """What ends the noun that begins here."""
    joined = AND.match(text, at)
    return COUNTED_STOP.search(text, joined.end() if joined else at)


def until_participle(words: list[Word]) -> tuple[Word, ...]:
    """“Claims filed” counts claims: a participle behind a plural ends the noun, and alone it is none."""
    for n in range(1, len(words)):
        if PARTICIPLE.search(words[n].text) and words[n - 1].text.endswith("s"):
            return tuple(words[:n])
    while words and words[-1].text.endswith("ed"):
        words = words[:-1]
    return tuple(words)
