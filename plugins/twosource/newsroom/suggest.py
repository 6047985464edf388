"""“Did you mean …?” for keys, words and ids."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def did_you_mean(written: str, known: Iterable[str]) -> str:
    """A hint that names the nearest known word; empty when none is near."""
    near = nearest(written, known)
    return f"Did you mean `{near}`?" if near else ""


def nearest(written: str, known: Iterable[str]) -> str:
    """The known word that was probably meant; empty when none is near."""
    by_fold = {_folded(word): word for word in known}
    near = get_close_matches(_folded(written), by_fold, n=1, cutoff=0.7)
    return by_fold[near[0]] if near else ""


def _folded(word: str) -> str:
    return word.strip().casefold().replace("_", "-").replace(" ", "-")
