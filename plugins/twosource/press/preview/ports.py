"""The port of a preview: the one that was asked for, or the first that is free."""

from __future__ import annotations

from pathlib import Path

from twosource.press.press_error import PressError
from twosource.press.preview.board import Board
from twosource.press.preview.origin import HOST, PORT
from twosource.press.preview.server import Server

TRIES = 50
"""Ports that are tried, one after the other, where none was asked for."""


def open_server(asked: int | None, site: Path, board: Board) -> Server:
    """The server on its port. Raises PressError where it cannot be had."""
    failed: OSError | None = None
    for port in range(PORT, PORT + TRIES) if asked is None else (asked,):
        try:
            return Server(port, site, board)
        except OSError as error:
            failed = error
    assert failed
    if asked is None:
        raise PressError(
            f"None of the ports from {PORT} to {PORT + TRIES - 1} can be had on {HOST}: {failed.strerror}."
        )
    raise PressError(
        f"Port {asked} cannot be had: {failed.strerror}.\n"
        f"    Choose another, as in: desk preview --port {asked + 1 if asked < 65535 else PORT}; "
        "or none, and the first that is free is taken."
    )
