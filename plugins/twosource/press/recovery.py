"""A print that was cut off: finished if it was committed, swept up if not."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from twosource.press.apply import apply
from twosource.press.disk import DISK, Disk
from twosource.press.journal import read_journal
from twosource.press.lock import locked
from twosource.press.press_error import PressError
from twosource.press.staging import staging_of, sweep


@contextmanager
def held(staging: Path) -> Iterator[None]:
    """Hold the staging folder; what cannot be read or written in the meantime is told as a PressError."""
    try:
        with locked(staging):
            yield
    except OSError as error:
        raise PressError(_not_writable(error)) from error


def recover(output: Path, disk: Disk = DISK) -> bool:
    """Finish a print that was cut off after its commit, sweep up after one before it. True when finished."""
    staging = staging_of(output)
    if not staging.exists():
        return False
    with held(staging):
        return finish(output, staging, disk)


def finish(output: Path, staging: Path, disk: Disk) -> bool:
    """Apply the journal if one is committed; leave the staging folder empty. Its lock must be held."""
    journal = read_journal(staging)
    if journal:
        try:
            apply(journal, output, staging, disk)
        except OSError as error:
            raise PressError(_half_way(error, staging)) from error
    sweep(staging, disk)
    return journal is not None


def _not_writable(error: OSError) -> str:
    return (
        f"{error.filename or 'The output folder'} could not be read or written: {error.strerror}.\n"
        "    Mend that and print again. Nothing was printed; what stood before still stands."
    )


def _half_way(error: OSError, staging: Path) -> str:
    return (
        f"{error.filename2 or error.filename} could not be put in place: {error.strerror}.\n"
        f"    The new site is ready in {staging}, part of it is in place. Mend that and print again:\n"
        "    the press then finishes before it does anything else."
    )
