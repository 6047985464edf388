"""The moment by which a fetch has to be done, whatever it is waiting for."""

from __future__ import annotations

from twosource.desk.clock import Tempo
from twosource.desk.fetching.failure import StoppedError, stop


class Deadline:
    """Counts down over every connection, redirect, wait and new attempt of one source."""

    def __init__(self, seconds: float, tempo: Tempo, end_of_run: float = float("inf")) -> None:
        self.tempo = tempo
        self.seconds = seconds
        self.end_of_run = end_of_run
        self.end = min(tempo.now() + seconds, end_of_run)

    def left(self, most: float = float("inf")) -> float:
        """Seconds left, `most` at most. Raises StoppedError when there are none."""
        seconds = self.end - self.tempo.now()
        if seconds <= 0:
            raise self.over()
        return min(seconds, most)

    def sleep(self, seconds: float) -> None:
        """Wait; raises StoppedError at once where the wait would end too late."""
        if seconds > 0:
            if seconds >= self.end - self.tempo.now():
                raise self.over()
            self.tempo.sleep(seconds)

    def over(self) -> StoppedError:
        """The failure of having run out of time."""
        if self.end >= self.end_of_run:
            return stop("fetch-too-slow", "The time for this run was used up.", "Lock fewer stories at a time.")
        return stop("fetch-too-slow", f"The site took longer than {self.seconds:g} seconds.")
