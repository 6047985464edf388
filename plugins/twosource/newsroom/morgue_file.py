"""The file in which a morgue is kept: drawers by kind and number in SQLite, and the state that they are in together."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

WAIT = 1.0
"""Seconds for which another run is let write."""

CREATE = "CREATE TABLE IF NOT EXISTS drawers (kind TEXT, n INTEGER, mark BLOB, body BLOB, PRIMARY KEY (kind, n))"

OF_KIND = "SELECT mark, body FROM drawers WHERE kind = ?"

MARK = "mark"
"""Kind of the one entry that says of which tool the file is, and in which state."""

Row = tuple[str, int, bytes, bytes]
"""Kind and number of a drawer, its seal, and what is in it."""


class MorgueFile:
    """Raises `sqlite3.Error` and OSError as they come: whoever asks decides what they mean."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connections: dict[int, sqlite3.Connection] = {}

    @property
    def folder(self) -> Path:
        """Where it lies."""
        return self._path.parent

    def __str__(self) -> str:
        return str(self._path)

    def whose(self) -> list[tuple[bytes, bytes]]:
        """Mark of the tool and state, in a list; an empty one where there is no such file."""
        return self.rows(OF_KIND, (MARK,))[0]

    def rows(self, query: str, values: tuple[Any, ...]) -> tuple[list[Any], list[Any]]:
        """Whose the file is, and what was asked of it: both at one moment."""
        connection = self._connection()
        if connection is None:
            return [], []
        connection.execute("BEGIN")
        try:
            return connection.execute(OF_KIND, (MARK,)).fetchall(), connection.execute(query, values).fetchall()
        finally:
            connection.execute("ROLLBACK")

    def _connection(self) -> sqlite3.Connection | None:
        """Opened once in each process, for reading: SQLite's connections do not outlive a fork."""
        if not self._path.exists():
            return None
        process = os.getpid()
        if process not in self._connections:
            name = f"{self._path.resolve().as_uri()}?mode=ro"
            self._connections = {process: sqlite3.connect(name, uri=True, timeout=WAIT, isolation_level=None)}
        return self._connections[process]

    def close(self) -> None:
        """Let go of the file; whoever asks again opens it again."""
        connection = self._connections.pop(os.getpid(), None)
        if connection:
            connection.close()

    def write(self, before: bytes, mark: bytes, after: bytes, drawers: list[Row]) -> bool:
        """Write these drawers, all or none; False and none where another run wrote since the state that they go by."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(self._path, timeout=WAIT, isolation_level=None)) as connection:
            # A cache that a power cut spoils is begun anew, so that nothing need wait for the disk.
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute("PRAGMA journal_mode = MEMORY")
            connection.execute("BEGIN IMMEDIATE")
            connection.execute(CREATE)
            found = connection.execute(OF_KIND, (MARK,)).fetchall()
            if [state for _, state in found] != [before] * bool(before):
                return False
            rows = [(MARK, 0, mark, after), *drawers]
            connection.executemany("INSERT OR REPLACE INTO drawers VALUES (?, ?, ?, ?)", rows)
            connection.execute("COMMIT")
        return True

    def clear(self) -> None:
        """Take away whatever stands in the file's place, with what a run that was cut off left beside it."""
        self.close()
        with suppress(OSError):
            if self._path.is_dir() and not self._path.is_symlink():
                shutil.rmtree(self._path)
            for ending in ("", "-journal", "-wal", "-shm"):
                self._path.with_name(self._path.name + ending).unlink(missing_ok=True)
