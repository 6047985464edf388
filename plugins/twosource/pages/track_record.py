"""How the decided forecasts of each speaker came out, in words."""

from __future__ import annotations

from typing import Any

from twosource.pages.names import entity_link
from twosource.pages.newsstand import Newsstand
from twosource.pages.wording import counted, share
from twosource.trends.ledger import Record


def track_record(stand: Newsstand) -> list[dict[str, Any]]:
    """One row for each speaker with a decided forecast."""
    return [
        {
            "who": entity_link(stand, record.says),
            "decided": record.decided,
            "came_true": record.came_true,
            "text": _words(stand, record),
        }
        for record in stand.trends.records
    ]


def _words(stand: Newsstand, record: Record) -> str:
    unclear = f"; {record.unclear} could not be told" if record.unclear else ""
    if record.enough:
        return f"{share(record.came_true, record.decided)} came true, {record.did_not} did not{unclear}."
    return (
        f"{counted(record.decided, 'forecast')} decided, {record.came_true} came true, {record.did_not} did not"
        f"{unclear}: too few to judge by (fewer than {stand.trends.minimum_n})."
    )
