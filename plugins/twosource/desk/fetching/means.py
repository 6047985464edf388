"""What a run of `desk lock` is given from outside: a test gives a clock that jumps and small limits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from twosource.desk.clock import Tempo
from twosource.desk.fetching.addresses import LookUp, looked_up
from twosource.desk.fetching.limits import Limits
from twosource.desk.reader import Reader


@dataclass(frozen=True, slots=True)
class Means:
    """Time, limits and the look-up of names."""

    limits: Limits = field(default_factory=Limits)
    """How much a fetch may take."""
    tempo: Tempo = field(default_factory=Tempo)
    """How time passes."""
    look_up: LookUp = looked_up
    """Gives the addresses of a host."""
    reader: Callable[[float], Reader] = Reader
    """Makes a reader of pages that may take so many seconds over each."""
