"""Every kind of join has its words on the story page."""

from __future__ import annotations

from twosource.pages.story_sources import REASONS
from twosource.verification.verdict import JoinKind


def test_every_kind_of_join_can_be_told_in_a_heading() -> None:
    """A kind without words would stop the press at the first story that has it."""
    assert set(REASONS) == set(JoinKind)
