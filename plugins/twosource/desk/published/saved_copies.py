"""What a story's data say of its saved copies, read as strictly as its lock was."""

from __future__ import annotations

from collections.abc import Iterator

from twosource.desk.published.as_read import Json, record, records, text
from twosource.desk.published.difference import ABSENT, Difference, shown
from twosource.newsroom.lock_file import MANY_WORDS, READERS
from twosource.newsroom.lock_values import METHODS, RefusedError

NO_HASHES = "hashes, for the text is long"


def damaged(held: Json, file: str) -> Iterator[Difference]:
    """Values that no lock holds: with a print that cannot be read, a copy would count as an original."""
    for n, source in enumerate(records(held.get("sources")), 1):
        saved = source.get("copy")
        if saved is not None:
            yield from _damaged(record(saved), file, f"sources[{n}].copy")


def _damaged(saved: Json, file: str, where: str) -> Iterator[Difference]:
    for key, read in READERS.items():
        value = saved.get(key, ABSENT)
        if key == "url":
            continue
        try:
            read(value, key)
        except RefusedError as refused:
            yield Difference(file, f"{where}.{key}", shown(value), f"what a lock holds: {refused.message}")
    words = saved.get("words")
    if text(saved.get("fingerprint")) in METHODS and isinstance(words, int) and words >= MANY_WORDS:
        yield Difference(file, f"{where}.fingerprint", "no hashes", NO_HASHES)
