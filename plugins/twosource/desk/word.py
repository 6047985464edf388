"""A word of the command line: what `desk WORD` takes, and which module answers."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Callable
from dataclasses import dataclass


def _nothing(parser: ArgumentParser) -> None:
    """Most words need more; `desk WORD` alone means something for a few."""


@dataclass(frozen=True, slots=True)
class Word:
    """One command. Its module is imported when it is called: help and usage cost no room of the house."""

    name: str
    """What is typed after `desk`."""
    module: str
    """Module whose `run(given) -> int` does the work and returns the exit code."""
    about: str
    """What it does, in a few words that follow its name in the overview."""
    told: str
    """End of its help: remarks, examples and exit codes."""
    takes: Callable[[ArgumentParser], None] = _nothing
    """Adds its arguments and options; `--root` and `--as-of` are everyone's."""
