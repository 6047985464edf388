"""What a number looks like in a sentence, with its sign, scale, range and unit."""

from __future__ import annotations

import re

from twosource.newsroom.late import late
from twosource.verification.figures.number_words import CODES, CURRENCIES, ORDINALS, SIGNS, VAGUE, WORDS, any_of
from twosource.verification.figures.units import PERIODS, UNITS

_WORD = rf"(?:{any_of(WORDS)})"
_COUNTED = rf"{_WORD}(?:-{_WORD})?"
_SPAN = r"(?:second|minute|hour|day|week|month|year)"
_PART = (
    rf"half an?(?=\s(?:{_SPAN}|decade|century)\b)"
    r"|(?:an? |one[ -]|three[ -])?(?:half|quarters?)(?: of)?(?: an?)?(?=[\s-](?:(?:percentage|percent)[\s-])?points?\b)"
    rf"|(?:an? |one[ -]|three[ -])quarters? of an?(?=\s(?:{_SPAN}|decade|century)\b)"
    r"|an?(?=\s(?:decade|fortnight|century)\b)"
    rf"|an?(?=\s{_SPAN}\sand\s(?:a\shalf|\d|{_WORD}))"
)
"""Shares of a unit, and an article that counts one: half an hour, a quarter of a percentage point, a decade."""

_DIGITS = r"(?:\d{1,3}(?:[,\u00a0\u2009\u202f]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)(?:\s\d/\d\b)?"
_NUMBER = (
    rf"{_DIGITS}|(?:a )?half[ -]dozen|{_PART}"
    rf"|{_WORD}(?: |-)hundred(?: and)? {_COUNTED}\b|{_COUNTED}(?:[ -]and[ -]a[ -]half)?\b"
    r"|(?:half |(?<!half )(?<!of )(?<!quarter ))an?(?=\s(?:dozen|hundred|thousand|million|billion|trillion)\b)"
)
_SCALE = r"(?:dozen|hundred|thousand|million|billion|trillion|mn|bn|tn|[kmb](?![a-z^]))"
_SIGN = rf"(?<![A-Za-z])(?:{any_of((*SIGNS, *CODES))})\s?"
_AFTER = rf"(?:[\s-]?{_SCALE}(?:\s{_SCALE})?\b)?"
_UNITS = any_of(unit for unit in UNITS if unit not in ("foot", "feet", "inch", "ft"))
_UNIT = (
    r"(?:[\s-]?(?P<percent>%|percent\b|per\s?cent\b|pc\b|pct\b)"
    r"|[\s-](?P<points>(?:percentage|percent)[\s-]points?\b|(?:(?<=half[\s-])|(?<=quarter[\s-]))point\b)"
    rf"|[\s-](?P<currency>(?:{any_of((*CURRENCIES, *CODES))})s?)\b(?!-\w)"
    rf"|[\s-](?P<period>{any_of(PERIODS)}|centurie)s?\b(?P<half>\sand\sa\shalf\b)?"
    rf"|[\s-]?(?P<unit>(?:{_UNITS}|feet|foot|inch)(?:e?s)?)\b(?!-old))"
)
FIGURE = late(
    rf"(?P<sign>{_SIGN})?(?<![\w.,])(?<![A-Za-z]-)(?P<number>{_NUMBER})(?P<scale>{_AFTER})"
    rf"(?:(?:\s?-\s?|[\s-]to[\s-](?:a\s)?|(?<=\d)\sand\s(?=\S+[^.]*?)(?P<between>))"
    rf"(?:{_SIGN})?(?P<number2>{_NUMBER})(?P<scale2>{_AFTER})(?=[\s%.,;:)'\"]|$|-[a-z]|p))?"
    rf"{_UNIT}?",
    re.I,
)
"""One figure or range: a sign, a number, its scale, and its unit."""

PAIR = late(
    r"(?P<a>\d[\d,.]*)\s?(?:%|percent|per cent)(?P<sep>\s?-\s?|\sto\s|\sand\s)"
    r"(?P<b>\d[\d,.]*)\s?(?:%|percent\b|per cent\b)"
    rf"|(?P<sign>[$€£¥])(?P<c>\d[\d,.]*)(?P<cs>{_AFTER})(?P<sep2>\s?-\s?|\sto\s|\sand\s)"
    rf"[$€£¥](?P<d>\d[\d,.]*)(?P<ds>{_AFTER})",
    re.I,
)
"""A pair whose first number has its own unit: 5% to 25%, $50 billion to $60 billion."""

TIME = late(
    r"\b(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?\s?(?P<half>[ap])\.?m\b\.?|\b(?P<h24>[01]?\d|2[0-3]):(?P<m24>[0-5]\d)\b"
    r"|\b(?P<hh>\d{4}) GMT\b|\b(?P<word>noon|midnight)\b",
    re.I,
)
"""A time of day."""

ZONE = late(
    r"\s?\(?(?P<zone>GMT|UTC|Greenwich|BST|London|CES?T|Brussels|Beijing|Tokyo|Moscow"
    r"|(?:(?<=[\s.(])|(?<=\s))(?:[ECMP][DS]?T\b|(?:Eastern|Central|Mountain|Pacific)\b))"
)
"""The zone behind a time of day."""

FRACTION = late(
    rf"\b(?!{_PART})(?<!\band\s)(?:(?P<n>one|two|three|four|five|a|an)[\s-](?P<part>half|third|quarter|fifth|tenth|thirds|quarters|fifths|tenths)"
    r"(?=\sof\b|\sthe\b|[\s,.;]|$)(?!\s(?:country|countries|party|parties|time|day|year|month|week|person|term))"
    r"|(?P<half>half)(?=\s(?:of|the|its|their|all|his|her)\b)"
    rf"|(?:(?P<one>one|1)\sin(?:\severy)?|(?P<many>{any_of(WORDS)}|\d)\s(?:in\severy|out\sof(?:\severy)?|in(?=\s10|\sten)))"
    rf"\s(?P<all>{any_of(WORDS)}|\d{{1,3}})(?=\s(?!(?:{any_of(PERIODS)})s\b)[a-z]|[.,;]|$))",
    re.I,
)
"""A share in words, “one in three” too; `half a million` is none."""

TIMES = late(
    rf"\b(?:(?P<word>doubl(?:e|es|ed|ing)|tripl(?:e|es|ed|ing)|quadrupl(?:e|es|ed|ing)|halv(?:e|es|ed|ing)|twofold"
    rf"|threefold|fourfold|fivefold|tenfold|twice)\b"
    rf"|(?P<number>{_NUMBER})(?:[\s-](?:times|fold)\b(?=\s(?:as|more|larger|higher|greater|the|bigger|what|that|those"
    r"|its|their|his|her)\b|$|[.,])))",
    re.I,
)
"""A multiple: doubled, twice, three times as many."""

ORDINAL = late(
    rf"\b(?:(?P<digits>\d+)(?:st|nd|rd|th)|(?P<word>{any_of(ORDINALS)}|first(?=[\s-](?:quarter|half)\b))|Q(?P<quarter>[1-4]))\b(?!-(?:hand|rate|class|guess))(?!s\b)",
    re.I,
)
"""A rank."""

VAGUELY = late(
    rf"\b(?P<word>{any_of(VAGUE)})(?=(?:-(?:long|old))?\b)(?:\sof\s(?P<scale>thousands|millions|billions)\b)?", re.I
)
"""A size without a number: dozens, hundreds of thousands, decades-old."""

SCORE = late(
    r"(?<![\w.,$-])(?P<a>\d{1,3})(?:\s?-\s?|\s(?:votes?\s)?to\s|:)"
    r"(?P<b>\d{1,3})(?![\w%,.]*\d|\s?%|-\w|\s?(?:percent|per cent))"
)
"""Two numbers against each other: 219-211, 302 to 126."""

VOTING = late(
    r"\bvot(?:e|ed|es|ing)|\bballot|\bdefeat|\bwon\b|\bwin\b|\bscore|\bpassed|\bmargin|\bmajority|\bapprov|\brejected",
    re.I,
)
"""Words that make two numbers a score."""

RATE = late(
    r"(?:\s(?:of|in|for)\s[^,.;:()\d]{1,40}?)?\s?(?:-?(?:a|per|an|each|every)[\s-]|/)"
    r"(?P<per>second|minute|hour|day|week|month|year|quarter|barrel|tonne|ton|pound"
    r"|ounce|gallon|litre|liter|share|person|head|acre|bushel|capita)\b|\s(?P<ly>annually|daily|monthly|yearly|hourly)\b",
    re.I,
)
"""What a rate is reckoned by."""

CHANGE = late(
    r"\b(?:rais|increas|ris(?:e|es|ing)\b|rose|risen|f[ae]ll|cut|reduc|lower|drop|hik|up\b|down\b|doubl|boost|gr[oe]w|climb"
    r"|jump|chang|go\b|goes|going|went|gone|expand|slash|swell|swelled|widen|narrow|shrank|shrink|tripl|mov|declin|plung"
    r"|tumbl|slid|slip|surg|soar|bump|ratchet|escalat|reach|bring|taking|took(?!\spart|\splace|\seffect)|lift|eas|advanc|edg|gain|los[et]|revis"
    r"|instead)",
    re.I,
)
"""Words of change: they make `from` and `to` an old and a new value."""

OLD = late(r"\b(?:current|previous|existing|present|earlier|former|old)\s(?:rate |level |price )?(?:of )?$", re.I)
"""What stands before an old value in any sentence."""

BEFORE = late(r"\b(?:from|instead of|rather than|compared (?:with|to)|versus|previously|formerly|earlier)\s$", re.I)
AFTER = late(
    r"(?<!up )\bto\s(?:(?:close|settle|trade|end|finish|stand)\s(?:the \w+ )?at\s)?"
    r"(?:a |an |about |around |nearly |almost )?$"
    r"|\b(?:clos|settl|end|finish|trad)(?:ed|ing)\s(?:the \w+ )?at\s$",
    re.I,
)
LOWER = late(
    r"\s(?:points?\s|cents?\s)?(?:lower|higher)\b"
    r"|[\s-](?:price\s|points?\s)?(?:surge|rise|increase|drop|fall|decline|jump|hike|gain|slump|plunge)\b"
)
"""What stands behind a step."""
TO_NUMBER = late(r"\bto\s(?:an?\s|about\s)?[$€£]?\d")
FROM_NUMBER = late(r"\bfrom\s(?:an?\s|about\s)?[$€£]?\d")
"""Two values side by side, with no word of change in what is quoted."""

STEP = late(
    r"\b(?:by|additional|another|further|extra|(?:f[ae]ll|rose|rise[sn]?|rising|dropp?(?:ed|s|ing)?|fell|gain(?:ed|s)?"
    r"|lost|loses?|plunged|plummeted|tumbled|jumped|climbed|slid|slumped|surged|declined|increased|decreased|grew|grown"
    r"|shrank|down|up))\s(?:an? |about |around |nearly |almost |more than |as much as |at least |up to |over )?$",
    re.I,
)
"""What stands before an old value, a new value and a step."""

_LAST_WORDS = """
from of than with to versus previously formerly earlier current previous existing present former old rate level price
a an about around nearly almost at by additional another further extra much as least over down up
fall fell rose rise risen rises rising drop dropp drops dropps droped dropped droping dropping gain gained gains lost
lose loses plunged plummeted tumbled jumped climbed slid slumped surged declined increased decreased grew grown shrank
"""
LAST_WORDS = tuple(_LAST_WORDS.split())
"""What a text ends with, spaces apart, before any of these: without one they need not be tried."""
