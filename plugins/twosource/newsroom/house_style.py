"""Masthead style: what a copy desk strikes from a sentence, and the honest uses of the same words that it leaves alone.

A pattern here stops the press, so that each errs on the side of the writer.
"""

from __future__ import annotations

import re

from twosource.newsroom.late import late

_UNIT = r"(?:day|week|weekend|fortnight|month|quarter|year|decade|summer|winter|spring|autumn|fall)"
_COUNT = (
    r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|(?:a\s+)?(?:few|couple\s+of))"
)
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_TO_A_YEAR = r"(?:to|until|through|ended|ending)\s+(?:[\w.]+\s+){0,2}\d{4}"
_LOOSE = rf"\b(?!\s+(?:of|before|after|from)\b|\s+{_TO_A_YEAR}\b)(?!(?<=fall)\s+(?:in|by)\b)"
"""Not tied to an event, unlike “the last quarter of 2025” or “within 30 days of the order”; and no “fall in prices”."""

_AHEAD = (
    r"(?:(?:begin|start|end|expire|meet|resume|open|lapse|takes?\s+effect)s?(?:\s+again)?"
    r"|due|(?:will|shall)(?:\s+\w+){1,2})"
)
"""Before “in three weeks” these tell of a day to come; other verbs of how long a thing takes: “built in two years”."""

_YEAR_SAID = r"(?:\s+(?:of|in|the|fiscal|year)){0,3}\s+\d{4}\b"

RELATIVE = late(
    rf"""\b(?:
      (?:yesterday|tomorrow|tonight|today|recently|currently)\b
    | (?:within|in|over|during|for)\s+the\s+(?:next|last|past|coming)\s+(?:{_COUNT}\s+)?{_UNIT}s?{_LOOSE}
    | (?<!\bthe\s)next\s+(?:{_WEEKDAY}|{_UNIT}){_LOOSE}
    | (?:last|this)\s+(?:{_WEEKDAY}|(?!day\b){_UNIT}){_LOOSE}
    | (?:past|coming)\s+(?:{_COUNT}\s+)?{_UNIT}s?{_LOOSE}
    | in\s+recent\s+{_UNIT}s\b
    | this\s+(?:morning|afternoon|evening){_LOOSE}
    | last\s+(?:night|evening){_LOOSE}
    | within\s+{_COUNT}\s+(?:hour|{_UNIT})s?{_LOOSE}
    | by\s+(?:the\s+)?(?:week|month|quarter|year)(?:['’]s)?[-\s]end\b(?!{_YEAR_SAID})
    | {_AHEAD}\s+in\s+{_COUNT}\s+(?:hour|{_UNIT})s?{_LOOSE}(?!\s+(?:when|where|that|which)\b)
    | in\s+{_COUNT}\s+(?:hour|{_UNIT})s?['’]?\s+time{_LOOSE}
    | (?:{_COUNT}\s+)?(?:hour|{_UNIT})s?\s+(?:ago|from\s+now)\b
    )""",
    re.I | re.X,
)
"""Time that only the day of writing can resolve."""

LOADED = late(
    r"""(?<![\w-])(?:
      massive(?!\s+sul(?:ph|f)) | unprecedented | dramatic(?:ally)? | game[-\s]chang(?:er|ing) | transformative
    | historic(?!\s+(?:districts?|sites?|buildings?|places?|data|emissions|costs?)\b)
    | sweeping(?!\s+(?:the|up|through|across|over)\b) | stunning | shocking | landmark | huge | enormous
    | groundbreaking(?!\s+(?:ceremon|event|took|was|is|for|in|on|at|of)|[.,;]|$)
    | revolutionary(?!\s+guard) | (?<!statistically\s)significant(?:ly)? | remarkable | crucial | sobering | bombshell
    | skyrocket(?:s|ed|ing)? | plummet(?:s|ed|ing)? | slam(?:s|med)(?!\s+(?:into|shut|on|against|together)\b)
    | blast(?:s|ed)(?=\s+(?:(?:the|a|its|his|her|their)\s+)?(?:(?-i:[A-Z])|plan|decision|deal|tariff|rule|law|report))
    | devastating | pioneering | cutting[-\s]edge | world[-\s]class | iconic | pivotal(?!\s+(?:trial|stud))
    )(?!\w)""",
    re.I | re.X,
)
"""Words that judge instead of telling, save where they are terms of a trade."""

WORD = late("[a-z]+")

_TIMES = """
yesterday tomorrow tonight today recently currently morning afternoon evening night
monday tuesday wednesday thursday friday saturday sunday
hour day week weekend fortnight month quarter year decade summer winter spring autumn fall
hours days weeks weekends fortnights months quarters years decades summers winters springs autumns falls
"""
TIMES = frozenset(_TIMES.split())
"""Words of which every relative time has one."""

_VERDICTS = """
massive unprecedented dramatic dramatically game transformative historic sweeping stunning shocking landmark huge
enormous groundbreaking revolutionary significant significantly remarkable crucial sobering bombshell skyrocket
skyrockets skyrocketed skyrocketing plummet plummets plummeted plummeting slams slammed blasts blasted devastating
pioneering cutting world iconic pivotal
"""
VERDICTS = frozenset(_VERDICTS.split())
"""The words with which those begin that judge."""

QUOTED = late(r"“[^“”]*”|\"[^\"]*\"")
"""Somebody else's words."""

SENTENCE_START = late(r"(?:^|[.!?:…][”’\")]?\s+|[“‘\"(])$")

LIST_NUMBER = late(r"\(?\d{1,2}[.)]\s|\d{1,2}[.):](?-i:[A-Z])|(?:key\s+)?fact\s+\d{1,2}\s*[.:)]|#\d{1,2}\s*[.:)]", re.I)
"""Certainly a number of a list."""

OWN_NUMBER = late(r"#?(\d{1,2})(?:\s*[-–—/:]\s+(?!\d)|(?=[A-Z][a-z]))")
"""A number of a list if it is the entry's own, as in “1The US …”; else a name, as in “2Africa”."""

CUT_OFF = late(
    r"(?:^|[\s—–-])(?:the|an?|and|or|but|nor|into|than|its|their|our|my|your|every|although|because|whose)$"
    r"|(?:^|[,;:—–-]\s*|\b(?:where|that|if|when|while|whether|because|but)\s+)the\s+U\.(?:S|K|N)\.$",
    re.I,
)
"""Ends on which no sentence stops: in “a plan where the U.S.” the full stop is none."""

LOOSE_END = late(r"(.*)\b(?:of|to|in|with|for|by|at|from|as|is|are|was|were|that|which)", re.I | re.S)
"""Words on which a sentence stops only if it points back, as in “This is what we came for”."""

POINTS_BACK = late(r"\b(?:wh(?:at|o|om|ose|ich|ere|en|y)|how|that|than|to|nothing|something)\b", re.I)


def may_be_relative(text: str) -> bool:
    """False for a text that surely has no relative time: told at a tenth of the cost of looking for one."""
    return _has_one_of(TIMES, text)


def may_judge(text: str) -> bool:
    """False for a text that surely has no word that judges."""
    return _has_one_of(VERDICTS, text)


def _has_one_of(words: frozenset[str], text: str) -> bool:
    """True when a text has one of these words, or letters that are the same as theirs where case is ignored."""
    folded = text.casefold()
    return not words.isdisjoint(WORD.findall(folded)) or "ı" in folded or "\u0307" in folded


def relative_time(text: str) -> str:
    """The words that give a time relative to the day of writing; empty when there are none."""
    return next((match[0] for match in RELATIVE.finditer(text) if not _in_a_name(text, match)), "")


def characterisation(text: str) -> str:
    """The first word that judges, outside of names and quotation marks; empty when there is none."""
    if not may_judge(text):
        return ""
    told = QUOTED.sub(lambda match: " " * len(match[0]), text)
    return next((match[0] for match in LOADED.finditer(told) if not _in_a_name(told, match)), "")


def _in_a_name(text: str, match: re.Match[str]) -> bool:
    """True for a capital in mid-sentence, as in “USA Today” and “the Historic Sites Act”."""
    return match[0][0].isupper() and not SENTENCE_START.search(text[: match.start()])


def list_number(text: str, own: int) -> str:
    """The number that the text of the entry with this number begins with; empty when it does not."""
    match = LIST_NUMBER.match(text)
    if match is None:
        match = OWN_NUMBER.match(text)
        match = match if match and int(match[1]) == own else None
    return match[0].strip() if match else ""


def breaks_off(quote: str) -> bool:
    """True when the words stop in mid-sentence; a full stop of their own shows that they do not."""
    words = quote.removesuffix("[…]").rstrip(" …")
    loose = LOOSE_END.fullmatch(words)
    return bool(CUT_OFF.search(words) or (loose and not POINTS_BACK.search(loose[1])))


OMISSION = late(r"\[\s?(?:…|\.\.\.)\s?\]")
"""Words left out of a quote."""
