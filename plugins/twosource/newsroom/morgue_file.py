"""The file of the morgue: one table of drawers in SQLite, written by one run at a time."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

CREATE = "CREATE TABLE IF NOT EXISTS drawers (kind TEXT, n INTEGER, mark BLOB, body BLOB, PRIMARY KEY (kind, n))"

OF_KIND = "SELECT mark, body FROM drawers WHERE kind = ?"

MARK = "mark"
"""Kind of the one entry that says of which tool the file is."""

WAIT = 1.0
"""Seconds for which another run is let write."""


def clear(file: Path) -> None:
    """Take away whatever stands in the file's place, with what a run that was cut off left beside it."""
    with suppress(OSError):
        if file.is_dir() and not file.is_symlink():
            shutil.rmtree(file)
        for ending in ("", "-journal", "-wal", "-shm"):
            file.with_name(file.name + ending).unlink(missing_ok=True)


def insert(file: Path, state: bytes, rows: list[tuple[str, int, bytes, bytes]]) -> None:
    """Write these drawers, unless another run wrote since the file was in the state that they go by."""
    with closing(sqlite3.connect(file, timeout=WAIT, isolation_level=None)) as connection:
        # A cache that a power cut spoils is begun anew, so that nothing need wait for the disk.
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA journal_mode = MEMORY")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(CREATE)
        found = connection.execute(OF_KIND, (MARK,)).fetchall()
        if [known for _, known in found] == [state] * bool(state):
            connection.executemany("INSERT OR REPLACE INTO drawers VALUES (?, ?, ?, ?)", rows)
            connection.execute("COMMIT")
