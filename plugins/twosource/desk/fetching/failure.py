"""Why a page could not be had: a value outside this folder, an exception within it."""

from __future__ import annotations

from dataclasses import dataclass

from twosource.newsroom.problems import Place, Problem
from twosource.newsroom.rules import found

SAVE_IT = "Open it in a browser, save it, and give the file with --from."


@dataclass(frozen=True, slots=True)
class Failure:
    """A page that could not be had."""

    rule: str
    """Permanent name of the rule."""
    message: str
    """What happened, in one sentence."""
    hint: str = SAVE_IT
    """What to do about it."""
    again: bool = False
    """True when a new attempt may end better."""
    after: float = 0.0
    """Seconds that the site asks to wait before it."""
    status: int = 0
    """HTTP status that said so; 0 where none did."""

    def at(self, place: Place) -> Problem:
        """The problem of the source whose address stands at the place."""
        return found(place, self.rule, self.message, self.hint)


class StoppedError(Exception):
    """Carries a failure out of the middle of a fetch; never leaves this folder."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.message)
        self.failure = failure


def stop(
    rule: str, message: str, hint: str = SAVE_IT, *, again: bool = False, after: float = 0.0, status: int = 0
) -> StoppedError:
    """What is raised where a fetch ends."""
    return StoppedError(Failure(rule, message, hint, again, after, status))


def shown(text: str, longest: int = 120) -> str:
    """What a server sent, fit for a message: printable, on one line, not too long."""
    line = "".join(char if char.isprintable() else " " for char in text)
    return line if len(line) <= longest else line[: longest - 1] + "…"
