"""What the two processes of a preview tell each other, one line of JSON each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Job:
    """One printing to do."""

    changed: tuple[str, ...] | None
    """Absolute paths that changed; None where that is not known."""
    seen: tuple[str, ...] = ()
    """Addresses of the pages that are open in browsers."""
    rest: bool = False
    """Whether nobody waits, so that some of what was left can be printed, too."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A problem as it is shown."""

    path: str
    """File, from the hub's folder where it lies in there; empty where there is none."""
    line: int
    """From 1; 0 where no place is known."""
    column: int
    """From 1; 0 where no column is known."""
    rule: str
    """Name of the rule, or a word for what failed: `settings`, `template`, `layout`, `preview`."""
    message: str
    """What is wrong."""
    hint: str
    """What to do about it."""
    error: bool
    """False for a warning."""
    url: str = ""
    """Address of the page to which the file belongs; empty for none."""
    excerpt: str = ""
    """The line of the file, without its end."""


@dataclass(frozen=True, slots=True)
class Report:
    """How one printing went."""

    faults: tuple[Fault, ...] = ()
    """What is wrong now, errors first; the first `MOST` of them."""
    errors: int = 0
    """All errors."""
    warnings: int = 0
    """All warnings."""
    printed: bool = False
    """Whether the pages are those of the files as they are; else what was printed last stands."""
    pages: int = 0
    """Pages and files that changed or went."""
    seconds: float = 0.0
    """What it took."""
    unpublished: Mapping[str, str] = field(default_factory=dict)
    """Addresses of drafts and of stories still to come, each with its words."""
    unset: Mapping[str, str] = field(default_factory=dict)
    """Addresses of stories that have no page, as they cannot be laid out, each with its file."""
    stays: tuple[str, ...] = ()
    """Addresses of stories that cannot be laid out any more, and stay as they were."""
    turned: tuple[str, ...] = ()
    """Addresses of the pages of those files that changed."""
    left: int = 0
    """Files that are still to be printed, when nobody waits."""
    pages_left: bool = False
    """Whether there are pages among them."""
    watched: tuple[str, ...] = ()
    """Folders upon which the pages hang; none where the settings cannot be read."""


MOST = 200
"""Problems that are sent and shown: nobody mends more before looking again."""
