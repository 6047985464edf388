"""Words that a reader may have meant: taken from an index, published beside it, fetched only when one was mistyped."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

MOST = 5_000
"""Words published at most, the most frequent: 20 kB compressed."""
HEAD = 2_000
"""Characters of each page that are read: headline, summary, takeaways and the first facts of a story."""
SIGNATURE = b"pagefind_dcd"
"""First bytes of a fragment, a page as Pagefind keeps it."""

_WORD = re.compile(r"[^\W\d_]{4,}")


def words_of(index: Path) -> list[str]:
    """Words of four letters or more, those on most pages first; small letters unless they occur with a capital only."""
    pages: Counter[str] = Counter()
    small: set[str] = set()
    shown: dict[str, str] = {}
    for text in map(_text, fragments(index)):
        found = set(_WORD.findall(text))
        pages.update({word.lower() for word in found})
        small |= {word for word in found if word.islower()}
        for word in sorted(found):  # the one that is capitalised least: Tariffs, not TARIFFS
            shown[word.lower()] = max(word, shown.get(word.lower(), word), key=_small_letters)
    order = sorted(pages, key=lambda word: (-pages[word], word))[:MOST]
    return [word if word in small else shown[word] for word in order]


def fragments(index: Path) -> Iterator[dict[str, Any]]:
    """Every page that an index holds, by the names of its files."""
    for path in sorted((index / "fragment").iterdir()):
        yield json.loads(gzip.decompress(path.read_bytes()).removeprefix(SIGNATURE))


def words_file(index: Path) -> bytes:
    """The words as published: one JSON list."""
    return json.dumps(words_of(index), ensure_ascii=False, separators=(",", ":")).encode()


def _text(page: dict[str, Any]) -> str:
    return f"{page['meta'].get('title', '')} {page['content'][:HEAD]}"


def _small_letters(word: str) -> tuple[int, str]:
    return sum(map(str.islower, word)), word
