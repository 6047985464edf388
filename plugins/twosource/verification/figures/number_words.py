"""Words, signs and names that numbers are written with in English text.

Our own tables: the number-word packages on PyPI are either years without a release or read a whole phrase only,
and none says where in a sentence its number stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from twosource.newsroom.late import late

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"

WORDS: Mapping[str, int] = {word: n for n, word in enumerate(_ONES.split())} | {
    word: n for n, word in zip(range(20, 100, 10), _TENS.split(), strict=True)
}
"""Number words; `forty-five` is two of them."""

_ORDINALS = """
second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
sixteenth seventeenth eighteenth nineteenth twentieth
"""
ORDINALS: Mapping[str, int] = {word: n for n, word in enumerate(_ORDINALS.split(), 2)}
"""Ranks in words; `first` is left out, for it mostly states none (“at first”, “for the first time”)."""

SCALES: Mapping[str, int] = {
    "dozen": 12,
    "hundred": 10**2,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "k": 10**3,
    "m": 10**6,
    "mn": 10**6,
    "bn": 10**9,
    "b": 10**9,
    "tn": 10**12,
}
"""What multiplies a number that stands before it."""

SIGNS: Mapping[str, str] = {
    "$": "USD",
    "us$": "USD",
    "c$": "CAD",
    "ca$": "CAD",
    "a$": "AUD",
    "au$": "AUD",
    "nz$": "NZD",
    "hk$": "HKD",
    "s$": "SGD",
    "nt$": "TWD",
    "mx$": "MXN",
    "r$": "BRL",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "₩": "KRW",
    "₽": "RUB",
    "rmb": "CNY",
}
"""Signs before an amount; a bare dollar sign is read as that of the United States."""

_CODES = """
USD EUR GBP JPY CNY CAD AUD NZD HKD SGD TWD MXN BRL INR KRW RUB CHF SEK NOK DKK TRY ZAR SAR
"""
CODES = tuple(_CODES.split())
"""Currency codes, which may stand on either side."""

CURRENCIES: Mapping[str, str] = {
    "dollar": "USD",
    "us dollar": "USD",
    "u.s. dollar": "USD",
    "american dollar": "USD",
    "canadian dollar": "CAD",
    "australian dollar": "AUD",
    "hong kong dollar": "HKD",
    "euro": "EUR",
    "pound": "GBP",
    "pound sterling": "GBP",
    "yen": "JPY",
    "yuan": "CNY",
    "renminbi": "CNY",
    "rupee": "INR",
    "ruble": "RUB",
    "rouble": "RUB",
    "korean won": "KRW",
    "south korean won": "KRW",
    "peso": "MXN",
    "lira": "TRY",
    "rand": "ZAR",
    "riyal": "SAR",
    "swiss franc": "CHF",
    "cent": "USD",
}
"""Names after an amount, in the singular."""

VAGUE: Mapping[str, int] = {
    "dozens": 12,
    "scores": 20,
    "hundreds": 100,
    "thousands": 1000,
    "millions": 10**6,
    "billions": 10**9,
    "trillions": 10**12,
    "decades": 120,
}
"""Plurals that name a size and no number; decades in months."""

NAMES = late(
    r"\b(?:[Ss]ection|[Ss]ec\.|[Aa]rticle|[Cc]hapter|Title|Rule|[Rr]esolution|[Pp]hase|[Ee]xecutive [Oo]rder|[Aa]nnex"
    r"|No\.|Group of|Level|Part|World War|Boeing|Airbus|Cessna|S&P|FTSE|Fortune|Stoxx|Nikkei|Nasdaq|CSI|Route"
    r"|Interstate|Flight|Channel|Apollo|[Cc]ategory|[Ss]tage|[Tt]ier|[Cc]lass)"
    rf"\s+(?:\d[\w.-]*|(?i:{'|'.join(WORDS)})\b)"
    r"|\b(?:[Cc]ovid|(?!(?:Mid|Pre|Post|Early|Late)-)[A-Z][A-Za-z]*)-\d\w*"
    r"|\b\d+(?=[ -]MAX\b)|\b9/11\b|\bRussell \d+\b|\b(?!Q[1-4]\b)[A-Z]\d+\b|\b\dG\b"
)
"""Names with a number in them: Section 232, Phase One, the Group of Seven, COVID-19, Boeing 737 MAX, N95."""


def any_of(words: Iterable[str]) -> str:
    """Pattern for any of these, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
