"""The form of the files that hold series, as a JSON Schema that is published beside them."""

from __future__ import annotations

from typing import Any

from twosource.pages.story_schema import TEXT, WHOLE, YES, Schema, many, maybe, one_of, record
from twosource.pages.trend_rows import MEASURED, POINT
from twosource.trends.periods import Grain
from twosource.trends.series import Kind

DAY: Schema = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"}
PERIOD: Schema = {"type": "string", "pattern": r"^\d{4}-(W\d\d|\d\d|Q[1-4])$"}
PART: Schema = {"type": "number", "minimum": 0, "maximum": 1}

MEANS: dict[str, Schema] = {
    "mean_impact": {"type": "number", "minimum": 0, "maximum": 10},
    "sd_impact": {"type": "number", "minimum": 0},
    "unconfirmed_share": PART,
    "mean_confidence": PART,
    "outlook_balance": {"type": "number", "minimum": -1, "maximum": 1},
}
"""What is null below the minimum n; everything else that is measured is a count."""

VALUES = {name: maybe(MEANS[name]) if name in MEANS else WHOLE for name in MEASURED}
CELLS: dict[str, Schema] = {"grain": one_of(Grain), "period": PERIOD, "first_day": DAY, **VALUES}


def trend_schema(address: str) -> dict[str, Any]:
    """The schema, for the absolute address at which it is published."""
    row = {"type": "array", "prefixItems": [CELLS[name] for name in POINT], "items": False, "minItems": len(POINT)}
    series = record(scope=one_of(Kind), id=TEXT, name=TEXT, enough=YES, total=record(**VALUES), points=many(row))
    held = record(
        schema_=TEXT,
        site=TEXT,
        url=TEXT,
        publisher=TEXT,
        address=TEXT,
        as_of=DAY,
        rubric_version=TEXT,
        licence=record(name=TEXT, url=TEXT),
        counted_by=many(one_of(Grain)),
        minimum_n=WHOLE,
        gaps=many(record(first=DAY, last=DAY)),
        columns={"const": list(POINT)},
        series=many(series),
    )
    held["properties"]["$schema"] = held["properties"].pop("schema")
    held["required"] = list(held["properties"])
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": address, "title": "Series", **held}
