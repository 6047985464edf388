"""“Did you mean …?” for keys, words and ids."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def did_you_mean(written: str, known: Iterable[str]) -> str:
    """A hint that names the nearest known word; empty when none is near."""
    words = list(known)
    folded = written.strip().lower().replace("_", "-").replace(" ", "-")
    by_fold = {word.lower().replace("_", "-").replace(" ", "-"): word for word in words}
    near = get_close_matches(folded, by_fold, n=1, cutoff=0.7)
    return f"Did you mean `{by_fold[near[0]]}`?" if near else ""
