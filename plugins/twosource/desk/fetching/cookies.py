"""Cookies for as long as one page is fetched: some sites redirect in a circle until theirs comes back.

Nothing is kept, nothing goes to another host, and nothing but name and value is looked at.
"""

from __future__ import annotations

from collections.abc import Iterable

MANY = 20
"""Cookies of one host that are sent back."""

LARGE = 4096
"""Characters of one cookie."""


class Cookies:
    """What each host set on the way to one page."""

    def __init__(self) -> None:
        self._by_origin: dict[str, dict[str, str]] = {}

    def take(self, origin: str, set_by: Iterable[str]) -> None:
        """Remember what a host set."""
        jar = self._by_origin.setdefault(origin, {})
        for line in set_by:
            name, equals, value = line.partition(";")[0].partition("=")
            plain = f"{name}{value}".isascii() and f"{name}{value}".isprintable()
            if equals and name.strip() and plain and len(line) <= LARGE and len(jar) < MANY:
                jar[name.strip()] = value.strip()

    def header(self, origin: str) -> dict[str, str]:
        """What goes back to it."""
        jar = self._by_origin.get(origin, {})
        return {"Cookie": "; ".join(f"{name}={value}" for name, value in jar.items())} if jar else {}
