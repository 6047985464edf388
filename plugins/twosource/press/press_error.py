"""The one exception of this room: the press stops, says why, and leaves the site as it stands."""

from __future__ import annotations


class PressError(Exception):
    """Carries the whole message for the terminal. Safe to pickle, so a worker process may raise it."""

    exitcode = 1
    """Pelican ends its process with this number."""
