"""How the decided forecasts of each speaker came out, in numbers, and as a share where these are enough for one."""

from __future__ import annotations

from typing import Any

from twosource.pages.names import entity_link
from twosource.pages.newsstand import Newsstand
from twosource.pages.wording import percent


def track_record(stand: Newsstand) -> list[dict[str, Any]]:
    """One row for each speaker with a forecast decided since it was entered; `share` is empty below the minimum n."""
    return [
        {
            "who": entity_link(stand, record.says),
            "decided": record.decided,
            "came_true": record.came_true,
            "did_not": record.did_not,
            "unclear": record.unclear,
            "share": percent(record.came_true / record.decided) if record.enough else "",
        }
        for record in stand.records
    ]
