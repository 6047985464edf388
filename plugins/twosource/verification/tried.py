"""What became of the tests of the properties when they were last run: who says that something holds shows the try."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Tried:
    """One test of a property."""

    test: str
    """Function in `tests/verification/test_properties.py`."""
    property: str
    """Name of the property that it tests."""
    examples: int
    """Random stories, or shelves of them, on which it held."""
    held: bool
    """False where an example was found on which it did not."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run of all these tests."""

    day: date
    """Day of the run, UTC."""
    commit: str
    """Commit of the code that was tested; with `+` where files had been changed since."""
    tests: tuple[Tried, ...]
    """Every test, in the order of the file."""

    def of(self, name: str) -> tuple[Tried, ...]:
        """Tests of one property."""
        return tuple(each for each in self.tests if each.property == name)
