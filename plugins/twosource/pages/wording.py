"""Numbers and lists in words, the same on every machine."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from urllib.parse import quote, urlsplit

SCHEMES = frozenset({"http", "https", "mailto"})
"""Kinds of address that a page may lead to."""


def listed(items: Sequence[str]) -> str:
    """Words in a row: `a`, `a and b`, `a, b and c`; empty for nothing."""
    return " and ".join(part for part in (", ".join(items[:-1]), *items[-1:]) if part)


def counted(n: int, one: str, many: str = "") -> str:
    """A number with its noun: `1 source`, `2 sources`, `1,200 stories`."""
    return f"{n:,} {one if n == 1 else many or one + 's'}"


def both(n: int) -> str:
    """`both` of two, `all 3` of three."""
    return "both" if n == 2 else f"all {n}"


def possessive(name: str) -> str:
    """`Bloomberg's`, `Reuters'`."""
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def capital(text: str) -> str:
    """The text with a capital at its head, the rest as it is."""
    return text[:1].upper() + text[1:]


@lru_cache(maxsize=256)
def percent(value: float) -> str:
    """A share from 0 to 1 as `40 %`, with one decimal where it needs one."""
    return f"{decimal(value * 100, 1)} %"


def decimal(value: float, places: int) -> str:
    """A number with at most so many decimals, without final noughts: `0.5`, `7`, `−0.25`."""
    text = f"{value:.{places}f}"
    short = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if short == "-0" else short.replace("-", "−")


def sentence(text: str) -> str:
    """The text with a full stop, unless it ends in a mark of its own, within a quotation or not."""
    return text if text.rstrip("”’)").endswith((".", "?", "!")) else f"{text}."


@lru_cache(maxsize=256)
def in_query(text: str) -> str:
    """The text as a part of an address after its question mark."""
    return quote(text, safe="")


@lru_cache(maxsize=1024)
def web_address(text: str) -> str:
    """The address if a page may lead there, else nothing: no script, no data, no file."""
    # Nearly all addresses are plain: `urlsplit` finds fault with what follows `https://` only where that holds brackets
    # or letters beyond ASCII. Thirty to a story, they would cost as much as all its dates.
    if text.startswith(("https://", "http://")) and text.isascii() and "[" not in text and "]" not in text:
        return text
    try:
        scheme = urlsplit(text).scheme
    except ValueError:
        return ""
    return text if scheme.lower() in SCHEMES else ""
