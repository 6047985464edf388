"""Numbers with their units: amounts, percentages, periods, quantities and plain counts, ranges too."""

from __future__ import annotations

import re
from collections.abc import Iterator

from twosource.newsroom.late import late
from twosource.verification.figures.figure import Bound, Figure, Measure, Role
from twosource.verification.figures.number_words import CODES, CURRENCIES, SIGNS, WORDS, any_of
from twosource.verification.figures.patterns import CHANGE, FIGURE, PAIR, RATE
from twosource.verification.figures.triggers import DIGIT, TWO_UNITS, in_words, letters_in, lowered
from twosource.verification.figures.units import PERIODS, UNITS
from twosource.verification.figures.values import scale_of, step_of, value_of

AGED = late(r"(?:\b(?:aged?|who (?:is|was)|turned|turns)|[A-Z][\w'-]+,)\s$")
"""Before a bare number these make it an age: aged 25; Pelosi, 76, said."""

ALONE = late(r"\s?(?:[,.;)]|$)")
"""What may stand behind it then."""

OLDEST = 120
"""Years from which it is none."""

VARIES = late(r"\b(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)|anywhere|between)\b[^,;]{0,25}$", re.I)
BETWEEN = late(r"\bbetween\s$", re.I)
ARTICLE = ("one", "zero")

BEGINNING = late(rf"\d|\b(?:an?\s|half\b|quarters?\b|{any_of(WORDS)})", re.I)
"""What a number begins with, but for its sign and its point."""

BEFORE_IT = max(map(len, (*SIGNS, *CODES))) + 2
"""Characters of a sign, a space and a point."""


def numbers(text: str) -> Iterator[Figure]:
    """Every number that is neither date, rank nor name."""
    low = lowered(text)
    beginning = BEGINNING if in_words(letters_in(low)) else DIGIT
    done = 0
    for match in PAIR.finditer(text) if TWO_UNITS.search(low) else ():
        if (
            _is_change(text, match.start())
            or _falls(match)
            or ("and" in (match["sep"] or match["sep2"]) and not _between(text, match))
        ):
            continue
        yield from _singles(text, done, match.start(), beginning)
        yield _pair(match, text)
        done = match.end()
    yield from _singles(text, done, len(text), beginning)


def _singles(text: str, at: int, end: int, beginning: re.Pattern[str]) -> Iterator[Figure]:
    """Numbers of a stretch; from one to the beginning of the next, the long pattern need not be tried."""
    while first := beginning.search(text, at, end):
        match = FIGURE.search(text, max(at, first.start() - BEFORE_IT), end)
        if match is None:
            return
        at = max(match.end(), match.start() + 1)
        if _no_figure(match, text):
            at = match.start() + max(1, len(match["number"]))
        elif match["number2"] and not _is_range(match, text):
            at = match.end("scale")
            yield _figure(match, text, alone=True)
        else:
            yield _aged(_qualified(_figure(match, text), text), text)


def _aged(figure: Figure, text: str) -> Figure:
    """A bare number that is somebody's age, as a period."""
    alone = figure.measure is Measure.NUMBER and ALONE.match(text, figure.end)
    if not alone or figure.low >= OLDEST or not AGED.search(text[: figure.start]):
        return figure
    return figure._replace(measure=Measure.MONTHS, low=figure.low * 12, high=figure.high * 12, written="year")


QUALIFIED = late(
    r"\s(?!(?:last|this|next|every|each|per|an?|for|in|of|by|over|many|few|some|several|all|on|to|and|or|at|the"
    rf"|people|men|women|children|police|{any_of(WORDS)})\s)"
    rf"[a-z]+[^s\W]\s(?:(?!last|this|next|every|each|per|several|many|{any_of(WORDS)})[a-z]+[^s\W]\s)?(?P<period>{any_of(PERIODS)})s\b"
)
"""Behind a number: a period with words of its own before it, as in “15 session days” and “five paid hours”."""


def _qualified(figure: Figure, text: str) -> Figure:
    """A count of trading days or working hours, as a period; its words stay words."""
    found = QUALIFIED.match(text, figure.end) if figure.measure is Measure.NUMBER else None
    if not found:
        return figure
    measure, worth = PERIODS[found["period"]]
    low, high = figure.low * worth, figure.high * worth
    rated = RATE.match(text, found.end())
    per = (rated["per"] or "").lower() if rated else ""
    step = figure.step * worth
    return figure._replace(measure=measure, low=low, high=high, written=found["period"], per=per, step=step)


def _no_figure(match: re.Match[str], text: str) -> bool:
    """“One of the …”, “no one”, “2018's”, “3-D”: a word, not a count."""
    after = text[match.end() : match.end() + 1]
    lone = match["number"].lower() in ARTICLE and match[0].strip() == match["number"]
    owning = text.startswith("'s", match.end()) and not match["percent"]
    return after.isalnum() or owning or lone


def _is_change(text: str, start: int) -> bool:
    """“From 10 to 25”: two values and no range, where something changes and nothing ranges."""
    before = text[max(0, start - 60) : start]
    return before.rstrip().lower().endswith("from") and CHANGE.search(text) is not None and not VARIES.search(before)


def _falls(match: re.Match[str]) -> bool:
    """51.9 percent to 48.1 percent: two sides, and no range."""
    return bool(match["a"]) and value_of(match["a"]) > value_of(match["b"])


def _between(text: str, match: re.Match[str]) -> bool:
    return BETWEEN.search(text[: match.start()]) is not None


def _is_range(match: re.Match[str], text: str) -> bool:
    joint = text[match.end("scale") : match.start("number2")]
    if " and " in joint:
        return _between(text, match)
    rising = value_of(match["number"]) < value_of(match["number2"]) or bool(match["scale"])
    return rising and not _is_change(text, match.start())


def _pair(match: re.Match[str], text: str) -> Figure:
    if match["a"]:
        a, b = value_of(match["a"]), value_of(match["b"])
        step = step_of(match["b"], 1)
        return _made(Measure.PERCENT, a, b, "", "percent", step, match[0], match.start(), match.end(), text)
    scale2 = scale_of(match["ds"] or "")
    scale = scale_of(match["cs"]) if match["cs"].strip() else scale2
    a, b = value_of(match["c"]) * scale, value_of(match["d"]) * scale2
    unit = SIGNS[match["sign"]]
    return _made(Measure.MONEY, a, b, unit, "", step_of(match["d"], scale2), match[0], match.start(), match.end(), text)


def _figure(match: re.Match[str], text: str, alone: bool = False) -> Figure:
    """The figure of a match; `alone` leaves out the second number and the unit behind it."""
    second = None if alone else match["number2"]
    scale2 = scale_of(match["scale2"]) if second else 1
    scale = scale_of(match["scale"]) if (match["scale"] or "").strip() or not second else scale2
    measure, worth, unit, written = _measured(match, alone)
    low = value_of(match["number"]) * scale * worth + (worth / 2 if match["half"] and not alone else 0)
    high = value_of(second) * scale2 * worth if second else low
    counted = measure is not Measure.QUANTITY
    step = step_of(second or match["number"], scale2 if second else scale, counted) * worth
    end = match.end("scale") if alone else match.end()
    start = match.start("sign") if match["sign"] else match.start("number")
    return _made(measure, low, high, unit, written, step, text[start:end], start, end, text)


def _measured(match: re.Match[str], alone: bool) -> tuple[Measure, float, str, str]:
    """Measure, worth of one unit, unit, and the unit's word."""
    if match["sign"]:
        return Measure.MONEY, 1, _currency(match["sign"].strip()), ""
    if alone:
        return Measure.NUMBER, 1, "", ""
    if match["percent"]:
        return Measure.PERCENT, 1, "", "percent"
    if match["points"]:
        return Measure.POINTS, 1, "", "point"
    if match["currency"]:
        name = match["currency"].lower()
        return Measure.MONEY, 0.01 if name.startswith("cent") else 1, _currency(name), ""
    if match["period"]:
        name = match["period"].lower().replace("centurie", "century")
        return PERIODS[name][0], PERIODS[name][1], "", name
    return _physical(match["unit"]) if match["unit"] else (Measure.NUMBER, 1, "", "")


def _physical(word: str) -> tuple[Measure, float, str, str]:
    name = " ".join(word.lower().replace("-", " ").split())
    name = next(form for form in (name, name.removesuffix("s"), name.removesuffix("es")) if form in UNITS)
    dimension, worth = UNITS[name]
    return (Measure.POINTS if dimension == "basis" else Measure.QUANTITY), worth, dimension, name


def _made(
    measure: Measure,
    low: float,
    high: float,
    unit: str,
    written: str,
    step: float,
    said: str,
    start: int,
    end: int,
    text: str,
) -> Figure:
    rate = RATE.match(text, end)
    per = (rate["per"] or rate["ly"]).lower() if rate else ""
    per = PER.get(per, per)
    unit = "" if measure is Measure.POINTS else unit
    step = step or float(measure is Measure.PERCENT)
    low, high = min(low, high), max(low, high)
    return Figure(
        measure,
        low,
        high,
        unit,
        per,
        Bound.EXACT,
        Role.PLAIN,
        step,
        (),
        written,
        said.strip(),
        start,
        start + len(said.rstrip()),
    )


PER = {"annually": "year", "yearly": "year", "daily": "day", "monthly": "month", "hourly": "hour"}


def _currency(text: str) -> str:
    name = text.lower()
    return SIGNS.get(name) or CURRENCIES.get(name) or CURRENCIES.get(name.removesuffix("s")) or name[:3].upper()
