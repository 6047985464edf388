"""What settings may add to a site beside its pages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Extras:
    """Choices of whoever prints the hub, not of those who write it."""

    cards: bool = True
    """Whether each story has a picture for social networks."""
    websub: str = ""
    """Address of the WebSub hub that the feeds name; empty for none."""


USUAL = Extras()
"""What is printed where no setting says otherwise."""
