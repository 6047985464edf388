"""How the decided forecasts of each speaker came out, in numbers, and as a rate where these are enough for one."""

from __future__ import annotations

from typing import Any

from twosource.pages.names import entity_link
from twosource.pages.newsstand import Newsstand
from twosource.pages.wording import decimal, percent
from twosource.trends.ledger import Record


def track_record(stand: Newsstand) -> list[dict[str, Any]]:
    """One row for each speaker with a forecast decided since it was entered; rates are empty below the minimum n."""
    return [
        {
            "who": entity_link(stand, record.says),
            "decided": record.decided,
            "came_true": record.came_true,
            "did_not": record.did_not,
            "unclear": record.unclear,
            "share": percent(rate) if (rate := record.hit_rate) is not None else "",
            "likely": record.likely,
            "brier": decimal(score, 2) if (score := record.brier) is not None else "",
        }
        for record in stand.records
    ]


def record_data(held: Record) -> dict[str, Any]:
    """The same as data, without the name."""
    return {
        "says": held.says,
        "decided": held.decided,
        "came_true": held.came_true,
        "did_not": held.did_not,
        "unclear": held.unclear,
        "enough": held.enough,
        "hit_rate": None if held.hit_rate is None else round(held.hit_rate, 4),
        "with_likelihood": held.likely,
        "brier": None if held.brier is None else round(held.brier, 4),
    }
