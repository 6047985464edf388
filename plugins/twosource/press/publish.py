"""From printed pages to a standing site: look, stage, commit, apply. All of it or nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from twosource.press.access import need_access
from twosource.press.apply import apply
from twosource.press.disk import Disk
from twosource.press.journal import Journal, commit, read_journal
from twosource.press.lock import locked
from twosource.press.press_error import PressError
from twosource.press.prune import refuse_foreign, stale_files, stale_folders
from twosource.press.record import RECORD, read_record, record_of
from twosource.press.rendering import Printed
from twosource.press.staging import stage, staging_of, sweep
from twosource.press.standing import Standing, look, top_folders


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a print altered."""

    changed: int
    """Files that are new or differ from what stood."""
    removed: int
    """Files that no page owned any more."""


def publish(owned: Collection[str], printed: Iterable[Printed], output: Path, disk: Disk | None = None) -> Outcome:
    """Make the output folder hold exactly the owned files, besides foreign ones.

    `owned` are the paths of all files, `printed` the same paths with their bytes, lazily. Raises PressError;
    until the commit the folder is untouched, after it the next start finishes.
    """
    steps = disk or Disk()
    staging = staging_of(output)
    try:
        with locked(staging):
            _finish(output, staging, steps)
            journal = _prepare(owned, printed, output, staging, steps)
            _finish(output, staging, steps)
    except OSError as error:
        raise PressError(_not_writable(error)) from error
    return Outcome(len([path for path in journal.write if path != RECORD]), len(journal.remove))


def recover(output: Path, disk: Disk | None = None) -> bool:
    """Finish a print that was cut off after its commit, sweep up after one before it. True when finished."""
    staging = staging_of(output)
    if not staging.exists():
        return False
    try:
        with locked(staging):
            return _finish(output, staging, disk or Disk())
    except OSError as error:
        raise PressError(_not_writable(error)) from error


def _finish(output: Path, staging: Path, disk: Disk) -> bool:
    """Apply the journal if one is committed; leave the staging folder empty."""
    journal = read_journal(staging)
    if journal:
        try:
            apply(journal, output, staging, disk)
        except OSError as error:
            raise PressError(_half_way(error, staging)) from error
    sweep(staging, disk)
    return journal is not None


def _prepare(owned: Collection[str], printed: Iterable[Printed], output: Path, staging: Path, disk: Disk) -> Journal:
    """Stage the changed files and commit the journal; where anything fails, nothing is left behind."""
    printed_last = read_record(output)
    standing = look(output, top_folders({*owned, *(printed_last or ())}) | {*owned})
    refuse_foreign(output, owned, printed_last, standing)
    try:
        journal = _journal(owned, printed, output, staging, disk, standing)
        if journal.write or journal.remove:
            need_access(output, (*journal.write, *journal.remove))
            commit(journal, staging, disk)
    except BaseException:
        with suppress(OSError):
            sweep(staging, disk)
        raise
    return journal


def _journal(
    owned: Collection[str], printed: Iterable[Printed], output: Path, staging: Path, disk: Disk, standing: Standing
) -> Journal:
    """The record is the last file to be put in place."""
    stale = stale_files(owned, read_record(output) or frozenset(), standing)
    files = _with_record(printed, owned)
    return Journal(
        write=stage(files, output, standing, staging, disk), remove=stale, folders=stale_folders(owned, stale, standing)
    )


def _with_record(printed: Iterable[Printed], owned: Collection[str]) -> Iterable[Printed]:
    yield from printed
    yield RECORD, record_of(owned)


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
