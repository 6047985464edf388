"""Units of things that are weighed and measured, and of periods, with what each is worth in its dimension."""

from __future__ import annotations

from collections.abc import Mapping

from twosource.verification.figures.figure import Measure

_TABLE = """
mass      kilogram kilo kg = 1; gram = 0.001; tonne metric-ton metric-tonne = 1000; ton = 1000; short-ton = 907.18474;
          long-ton = 1016.0469; kilotonne kiloton = 1000000; lb = 0.45359237; ounce oz = 0.028349523;
          troy-ounce = 0.031103477
length    metre meter = 1; kilometre kilometer km = 1000; mile = 1609.344; nautical-mile = 1852; foot feet ft = 0.3048;
          yard = 0.9144; inch = 0.0254; centimetre centimeter cm = 0.01; millimetre millimeter mm = 0.001
area      square-metre square-meter m2 m^2 = 1;
          square-kilometre square-kilometer km2 km^2 sq-km = 1000000; square-mile = 2589988.11;
          hectare = 10000; acre = 4046.8564; square-foot square-feet = 0.09290304
volume    litre liter = 1; gallon = 3.785411784; barrel = 158.987295; cubic-metre cubic-meter m3 m^3 = 1000;
          cubic-foot cubic-feet = 28.316847; bushel = 35.23907
power     watt = 1; kilowatt kw = 1000; megawatt mw = 1000000; gigawatt gw = 1000000000; terawatt = 1000000000000
energy    kilowatt-hour kwh = 1; megawatt-hour mwh = 1000; gigawatt-hour gwh = 1000000; terawatt-hour twh = 1000000000
basis     basis-point = 0.01
celsius   degree-celsius degrees-celsius °c = 1
fahrenheit degree-fahrenheit degrees-fahrenheit °f = 1
"""

PERIODS: Mapping[str, tuple[Measure, float]] = {
    "second": (Measure.SECONDS, 1),
    "minute": (Measure.SECONDS, 60),
    "hour": (Measure.SECONDS, 3600),
    "day": (Measure.SECONDS, 86_400),
    "week": (Measure.SECONDS, 604_800),
    "fortnight": (Measure.SECONDS, 1_209_600),
    "month": (Measure.MONTHS, 1),
    "year": (Measure.MONTHS, 12),
    "decade": (Measure.MONTHS, 120),
    "century": (Measure.MONTHS, 1200),
}
"""Periods as so many seconds or months; the two are not converted, for months differ."""


def _read(table: str) -> Mapping[str, tuple[str, float]]:
    units: dict[str, tuple[str, float]] = {}
    dimension = ""
    for line in table.strip().splitlines():
        dimension = line.split()[0] if not line.startswith(" ") else dimension
        for part in line.removeprefix(dimension).split(";"):
            names, _, worth = part.partition("=")
            units |= {name.replace("-", " "): (dimension, float(worth)) for name in names.split()}
    return units


UNITS: Mapping[str, tuple[str, float]] = _read(_TABLE)
"""Unit in the singular: its dimension, and its worth in the dimension's base unit.

A ton that is neither metric, short nor long is read as the metric one; papers mean either.
"""
