"""What a judge says of a site: nothing, or faults. A fault is a value, never an exception."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that keeps a page below a bar."""

    page: str
    """Where: an address within the site such as /stories/x/, or a file such as /theme/site.css."""

    what: str
    """What is wrong there, as the judge says it, with what it found."""

    def __str__(self) -> str:
        return f"{self.page}: {self.what}"


class CannotJudge(Exception):  # noqa: N818 - no error of the program: a judge is absent
    """A tool that a judge needs is missing. Not a fault of the site, and never passed over in silence."""
