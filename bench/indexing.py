"""Makes the search index of a printed site, as a run does after its pages: measured apart, since no page waits for it.

    .venv/bin/python bench/indexing.py SITE THEME DIR

Writes the index and its words into DIR, a new folder.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "plugins")]

from twosource.press.pagefind import OPTIONS, find_pagefind, indexed_pages, make_index  # noqa: E402
from twosource.press.search_index import SEARCHED, WORDS  # noqa: E402
from twosource.press.search_words import words_file  # noqa: E402


def main(site: Path, theme: Path, target: Path) -> None:
    """Index, and say how many pages."""
    make_index(find_pagefind(), site, SEARCHED, (theme / OPTIONS).read_bytes(), target)
    (target / WORDS).write_bytes(words_file(target))
    print(f"{indexed_pages(target)} pages")


if __name__ == "__main__":
    main(*(Path(name).resolve() for name in sys.argv[1:4]))
