"""Where Pelican and the press meet: three signals in, and a site instead of generators."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

from pelican import Pelican
from pelican.plugins import signals

from twosource.press.console import TERMINAL, calm, complain, say
from twosource.press.interrupts import STOPPED
from twosource.press.press_error import PressError
from twosource.press.recovery import recover
from twosource.press.run import run
from twosource.press.search_choice import Search
from twosource.press.settings import hub_root, idle, order
from twosource.press.stages import Stages
from twosource.press.standby import Standby

WATCHED = ("glossary", "methodology")
"""Folders of a hub besides its content and its theme that `pelican -r` has to watch."""

T = TypeVar("T")


def register() -> None:
    """Pelican calls this for each reading of settings that name the press in PLUGINS."""
    signals.initialized.connect(_start)


def _start(pelican: Pelican) -> None:
    """Put Pelican's own machinery to rest and hang the press in its place."""
    calm()
    idle(pelican.settings)
    pelican.delete_outputdir = False
    runs = Runs(pelican.settings)
    signals.get_generators.connect(runs.begin, sender=pelican, weak=False)
    signals.finalized.connect(runs.rest, sender=pelican, weak=False)


class Runs:
    """The runs of one Pelican: a single one, or one after each change under `pelican -r`.

    Only `-r` runs a Pelican twice. It waits for a change after a run that ended, but starts again at once
    after one that raised. So a stop in the first run is raised, to end a single run; later ones are shown.
    """

    def __init__(self, settings: dict[str, Any]) -> None:
        self._settings = settings
        self._count = 0
        self._said = ""
        self._standby = Standby()

    def begin(self, _: Pelican) -> tuple[type, ...]:
        """Load, check and print, before any reader exists. Pelican is given no generator."""
        self._count += 1
        self._settings["STATIC_PATHS"] = []
        self._guarded(self._run)
        return ()

    def rest(self, _: Pelican) -> None:
        """Between runs Pelican watches STATIC_PATHS; during a run it would copy them."""
        folders = (hub_root(self._settings) / name for name in WATCHED)
        self._settings["STATIC_PATHS"] = [str(folder) for folder in folders if folder.is_dir()]

    def _run(self) -> None:
        stages, asked = Stages(TERMINAL), order(self._settings)
        if recover(asked.output):
            say("Finished a print that had been cut off.")
        if self._count > 1 and asked.search is Search.FRESH:
            # Who waits for a change to show wants the page and not the index.
            asked = replace(asked, search=Search.KEPT)
        # A single run is the usual one: what is laid out need be kept for no other.
        run(asked, stages, self._standby if self._count > 1 else None)

    def _guarded(self, work: Callable[[], T]) -> T | None:
        """Do the work. The first run's failure is raised, a later one only shown: `-r` then waits."""
        try:
            return work()
        except KeyboardInterrupt:
            if self._count == 1:
                complain("Stopped. What stood before still stands, or all that is new is in place.")
                raise SystemExit(STOPPED) from None
            raise
        except PressError as stop:
            self._show(str(stop))
            if self._count == 1:
                raise
        except Exception:
            if self._count == 1:
                raise
            logging.getLogger(__name__).exception("The press failed; waiting for a change.")
        return None

    def _show(self, message: str) -> None:
        """The second run of `-r` follows the first at once; it need not say the same again."""
        if self._count != 2 or message != self._said:
            complain(message)
        self._said = message
