"""Puts a fetcher together, and says how it calls itself to the sites that it asks."""

from __future__ import annotations

from twosource import __version__
from twosource.desk.fetching.addresses import Gate
from twosource.desk.fetching.fetcher import Fetcher, Read
from twosource.desk.fetching.journey import Traveller, unminded
from twosource.desk.fetching.means import Means
from twosource.desk.fetching.robots import TOKEN, Robots
from twosource.desk.fetching.shelf import Shelf
from twosource.desk.fetching.turns import Turns


def name_of(address: str, contact: str) -> str:
    """User-Agent of a hub: the tool, its version, and where to complain."""
    place = (address or contact).removeprefix("mailto:")
    plain = "".join(char for char in place if char.isascii() and char.isprintable() and char not in "()\\;")
    return f"{TOKEN}/{__version__}" + (f" (+{plain})" if plain else "")


def fetcher_for(
    agent: str,
    shelf: Shelf,
    read: Read,
    *,
    means: Means | None = None,
    allowed: tuple[str, ...] = (),
    robots: bool = True,
) -> Fetcher:
    """A fetcher with all its parts; `allowed` are networks that may be asked though they are not public."""
    means = means or Means()
    turns = Turns(means.limits.pause, means.tempo)
    traveller = Traveller(Gate(allowed, means.look_up), turns, means.limits, agent)
    return Fetcher(traveller, Robots(traveller).mind if robots else unminded, shelf, read, means.tempo)
