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
    lenient: bool = False
    """For whoever is still writing: stories with errors are laid out as far as they can be, and one that cannot be read
    stays as it last was. The rest of a site is never held up by one of its stories."""
    unpublished: bool = False
    """Whether drafts, and stories whose moment is still to come, are among the stories. Nothing on the pages marks
    them."""

    @property
    def key(self) -> str:
        """What stories are judged by besides the hub's files: empty for a site that is published."""
        return f"{self.lenient:d}{self.unpublished:d}" if self.lenient or self.unpublished else ""


USUAL = Extras()
"""What is printed where no setting says otherwise."""
