"""`desk preview` from within: serves, watches, and lets the pages be printed."""

from __future__ import annotations

import signal
import sys
import webbrowser
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path
from threading import Thread

from twosource.press.moment import now
from twosource.press.press_error import PressError
from twosource.press.preview.board import Board
from twosource.press.preview.child import Child
from twosource.press.preview.claim import claimed
from twosource.press.preview.ports import open_server
from twosource.press.preview.server import Server
from twosource.press.preview.session import Session
from twosource.press.preview.site import site_below


def main(argv: Sequence[str] | None = None) -> int:
    """Serve until Ctrl-C or SIGTERM, and then give 0; 2 where the port cannot be had."""
    parser = ArgumentParser(prog="twosource.press.preview")
    parser.add_argument("--root", type=Path, required=True)
    parser.add_argument("--settings", type=Path, required=True)
    parser.add_argument("--port", type=int)
    parser.add_argument("--as-of", default="")
    parser.add_argument("--no-drafts", dest="drafts", action="store_false")
    parser.add_argument("--open", action="store_true")
    given = parser.parse_args(argv)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, _interrupt)
    try:
        if hasattr(signal, "pthread_sigmask"):
            signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGINT])  # see desk/preview.py
        return _serve(given)
    except PressError as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        _say("Stopped.", time=False)
        return 0


def _serve(given: Namespace) -> int:
    root, board = given.root.resolve(), Board()
    site = site_below(root)
    server = open_server(given.port, site, board)
    Thread(target=server.serve_forever, args=(0.2,), name="server", daemon=True).start()
    try:
        with claimed(site, f"{server.origin}/"):
            _say(f"Preview of {root} on {server.origin}/ (Ctrl-C stops)", time=False)
            if given.open:
                webbrowser.open(f"{server.origin}/")
            Session(root, site, Child(_options(given, root)), board, _say).run()
    finally:
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, signal.SIG_IGN)
        _close(server, board)
    return 0


def _close(server: Server, board: Board) -> None:
    board.change(closed=True)
    server.shutdown()
    server.server_close()


def _options(given: Namespace, root: Path) -> list[str]:
    found = ["--settings", str(given.settings.resolve()), "--root", str(root)]
    return [*found, *(["--as-of", given.as_of] if given.as_of else []), *([] if given.drafts else ["--no-drafts"])]


def _interrupt(number: int, frame: object) -> None:
    raise KeyboardInterrupt


def _say(words: str, time: bool = True) -> None:
    clock = f"{now().astimezone():%H:%M:%S}  " if time else ""
    print(f"{clock}{words}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
