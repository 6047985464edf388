"""Pages that need no theme: JSON, CSV and plain text."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping
from typing import Any

View = Mapping[str, Any]

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""Spreadsheets reckon a cell that begins so; an apostrophe makes it words, at the cost of a sign that none wrote."""


def json_text(view: View) -> str:
    """The view as JSON: its own key order, one space of indent, a newline at the end.

    Raises ValueError for NaN and infinity, which JSON cannot say.
    """
    return json.dumps(dict(view), ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def csv_text(view: View) -> str:
    """`{"header": [...], "rows": [[...], ...]}` as RFC 4180: CRLF, quotes where needed, None is empty."""
    printed = io.StringIO(newline="")
    writer = csv.writer(printed, lineterminator="\r\n")
    writer.writerow(view["header"])
    writer.writerows([_cell(value) for value in row] for row in view["rows"])
    return printed.getvalue()


def _cell(value: object) -> object:
    """Truth values as in JSON, so that both files of a series say the same word; a text is never a formula."""
    if isinstance(value, bool):
        return str(value).lower()
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


def plain_text(view: View) -> str:
    """`{"text": ...}` as it stands."""
    return str(view["text"])


PLAIN: Mapping[str, Callable[[View], str]] = {"json": json_text, "csv": csv_text, "text": plain_text}
"""Each name of `pages.page.PLAIN_PRINTERS` and what prints it."""
