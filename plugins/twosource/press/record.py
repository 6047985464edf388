"""The record of what the press has printed: the list of its files, kept in the output folder itself."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

RECORD = ".twosource.json"
"""Name of the record in the output folder."""


def record_of(paths: Iterable[str]) -> bytes:
    """The record of a site that consists of these files, one path a line."""
    return (json.dumps({"printed": sorted(paths)}, ensure_ascii=False, indent=0) + "\n").encode()


def read_record(output: Path) -> frozenset[str] | None:
    """Paths that the press printed last; None where it never printed, or where the record is broken."""
    try:
        read = json.loads((output / RECORD).read_bytes())
        return frozenset(str(path) for path in read["printed"])
    except (OSError, ValueError, LookupError, TypeError):
        return None
