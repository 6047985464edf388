"""Serves the printed pages to this machine alone, with what the preview adds to them."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from os.path import isfile
from pathlib import Path
from socketserver import TCPServer
from typing import NamedTuple
from urllib.parse import parse_qs, unquote, urlsplit

from twosource.press.preview.answers import MISUSED, STRANGE, Found, asset, keeping, mark_of, moved, page_of, type_of
from twosource.press.preview.board import Board, State
from twosource.press.preview.dressing import dress, stand_in
from twosource.press.preview.origin import HOST
from twosource.press.preview.panel import badges, banner, panel

OWN = "/.preview/"
"""Addresses of the preview itself."""
BEAT = 15.0
"""Seconds after which a browser that waits is told that somebody is still there."""
WAITING = "The pages are printed for the first time. They show as soon as they are there."
UNSET = "This story has no page yet: what it still needs is listed on this page, which shows it as soon as it can."


class Asked(NamedTuple):
    """An address, taken apart."""

    url: str
    """Path from the site's top, as it is written."""
    page: str
    """Of whoever waits for changes: address of the page that is open."""
    mark: str
    """What that page was known by."""
    serial: int
    """Number of the last state that it heard of."""


class Server(ThreadingHTTPServer):
    """One thread for each connection; none of them outlives the process."""

    daemon_threads = True
    block_on_close = False
    allow_reuse_address = os.name != "nt"

    def __init__(self, port: int, site: Path, board: Board) -> None:
        """Raises OSError where the port cannot be had."""
        self.site, self.board = site, board
        super().__init__((HOST, port), Handler)

    def server_bind(self) -> None:
        """Without asking for this machine's name, as the library does: on macOS that may take many seconds."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = HOST, self.server_address[1]

    @property
    def origin(self) -> str:
        """Address of the site."""
        return f"http://{HOST}:{self.server_address[1]}"

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that went away is no error."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class Handler(BaseHTTPRequestHandler):
    """Answers one connection."""

    server: Server
    protocol_version = "HTTP/1.1"
    # Head and body go in one piece: the second of two waits 40 ms for the first to be acknowledged.
    wbufsize = -1
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        """A page, a file, one of the preview's own, or the line on which changes are told."""
        try:
            asked, meant = _taken_apart(self.path), self._is_meant()
        except ValueError:
            self._send(MISUSED)
            return
        if not meant:
            self._send(STRANGE)
        elif asked.url == f"{OWN}changes":
            self._tell_changes(asked)
        elif asked.url.startswith(OWN):
            self._send(asset(asked.url.removeprefix(OWN)))
        else:
            self._send(self._found(asked.url))

    def do_HEAD(self) -> None:
        """The same without its body."""
        self.do_GET()

    def log_message(self, format: str, *args: object) -> None:
        """The terminal is for what is printed."""

    def _is_meant(self) -> bool:
        """Whether the browser asks for this machine: a name that somebody else made lead here is none of ours.

        Raises ValueError for what is no name of any.
        """
        host = urlsplit(f"//{self.headers.get('Host', '')}").hostname
        return host in (HOST, "localhost", "::1")

    def _found(self, url: str) -> Found:
        state, path = self.server.board.state, _file(self.server.site, url)
        if path is None or not isfile(path):
            # Links on a page lead from its folder, and it is told of changes by the address that it has there.
            folder = path and not url.endswith("/") and isfile(path / "index.html")
            return moved(f"/{url.strip('/')}/") if folder else self._missing(url, state)
        if path.suffix == ".html":
            return self._dressed(url, path, state)
        return Found(HTTPStatus.OK, path.read_bytes(), type_of(path), mark_of(path))

    def _dressed(self, url: str, path: Path, state: State, status: HTTPStatus = HTTPStatus.OK) -> Found:
        mark = mark_of(path) if status == HTTPStatus.OK else ""
        page = path.read_text(encoding="utf-8", errors="replace")
        return page_of(status, dress(page, url, mark, state, self.server.origin))

    def _missing(self, url: str, state: State) -> Found:
        """No such page: not yet, not as it is written now, or not at all."""
        if state.report is None:
            return self._stand_in(HTTPStatus.SERVICE_UNAVAILABLE, url, "One moment", WAITING)
        if url in state.report.unset:
            return self._stand_in(HTTPStatus.NOT_FOUND, url, state.report.unset[url], UNSET)
        page = self.server.site / "404.html"
        if page.is_file():
            return self._dressed(url, page, state, HTTPStatus.NOT_FOUND)
        return self._stand_in(HTTPStatus.NOT_FOUND, url, "There is no such page", f"Nothing was printed for {url}.")

    def _stand_in(self, status: HTTPStatus, url: str, title: str, words: str) -> Found:
        state = self.server.board.state
        return page_of(status, dress(stand_in(title, words), url, "", state, self.server.origin))

    def _send(self, found: Found) -> None:
        tag = f'"{found.mark}"' if found.mark else ""
        fresh = bool(tag) and self.headers.get("If-None-Match") == tag
        self.send_response(HTTPStatus.NOT_MODIFIED if fresh else found.status)
        if tag:
            self.send_header("ETag", tag)
        if found.place:
            self.send_header("Location", found.place)
        self.send_header("Cache-Control", keeping(self.path, found))
        self.send_header("Content-Type", found.type)
        self.send_header("Content-Length", "0" if fresh else str(len(found.body)))
        self.end_headers()
        if self.command == "GET" and not fresh:
            self.wfile.write(found.body)

    def _tell_changes(self, asked: Asked) -> None:
        """Server-sent events until the browser goes: to reload, or what the panel shows now."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        if self.command == "HEAD":
            return
        with suppress(OSError), self.server.board.opened(asked.page):
            for event in self._events(asked):
                self.wfile.write(event)
                self.wfile.flush()

    def _events(self, asked: Asked) -> Iterator[bytes]:
        _, url, mark, serial = asked
        yield b"retry: 500\n\n"
        while not (state := self.server.board.wait(serial, BEAT)).closed:
            path = _file(self.server.site, url)
            if state.serial == serial:
                yield b": still here\n\n"
            elif ((path and isfile(path) and mark_of(path)) or "") != mark:
                yield b"event: reload\ndata: \n\n"
                return
            else:
                yield _shown(url, state)
            serial = state.serial


def _taken_apart(address: str) -> Asked:
    """Raises ValueError for what is none."""
    parts = urlsplit(address)
    given = {name: held[-1] for name, held in parse_qs(parts.query).items()}
    serial = int(given["serial"]) if unquote(parts.path).startswith(OWN) and "serial" in given else 0
    return Asked(unquote(parts.path), given.get("page", "/"), given.get("mark", ""), serial)


def _file(site: Path, url: str) -> Path | None:
    """The file that an address asks for; None for one outside the site."""
    if "\0" in url:
        return None
    path = Path(os.path.normpath(f"{site}/{url}"))
    if not path.is_relative_to(site):
        return None
    return path / "index.html" if url.endswith("/") else path


def _shown(url: str, state: State) -> bytes:
    told = {
        "serial": state.serial,
        "banner": banner(url, state),
        "panel": panel(url, state, True),
        "badges": badges(state),
    }
    return f"event: panel\ndata: {json.dumps(told)}\n\n".encode()
