"""What one shift hands over to the next in the same process, so that this one need not take it out of the morgue again.

Nothing in it is believed unasked. A slip holds while the very marks of its files do, and what was laid out from rows
while these are the very rows.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from twosource.newsroom.look import Look
from twosource.pages.front_office import FrontOffice
from twosource.pages.house import House
from twosource.pages.layout import Layout
from twosource.pages.slip import Slip


@dataclass(frozen=True, slots=True)
class Handover:
    """A shift that ended."""

    look: Look
    """The hub as it lay, with the digests of all that was read."""
    office: FrontOffice
    """All that is no story."""
    house: House
    """What its pages shared."""
    slips: Mapping[str, Slip]
    """Every story by path."""
    layout: Layout | None
    """What its newsstand was laid out from; None where nothing was printed, or by several processes."""
