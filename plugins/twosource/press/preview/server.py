"""Serves the printed pages to this machine alone, with what the preview adds to them."""

from __future__ import annotations

import json
import mimetypes
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from twosource.press.preview.board import Board, State
from twosource.press.preview.dressing import dress, stand_in
from twosource.press.preview.origin import HOST
from twosource.press.preview.panel import badges, banner, panel

OWN = "/.preview/"
"""Addresses of the preview itself."""
ASSETS = ("reload.js", "page.css", "panel.css")
BEAT = 15.0
"""Seconds after which a browser that waits is told that somebody is still there."""
TYPES = {".js": "text/javascript", ".woff2": "font/woff2", ".wasm": "application/wasm", ".webmanifest": "text/json"}
WAITING = "The pages are printed for the first time. They show as soon as they are there."
UNSET = "This story has no page yet: what it still needs is listed on this page, which shows it as soon as it can."


@dataclass(frozen=True, slots=True)
class Found:
    """What is sent for an address."""

    status: HTTPStatus
    body: bytes
    type: str
    mark: str


class Server(ThreadingHTTPServer):
    """One thread for each connection; none of them outlives the process."""

    daemon_threads = True
    block_on_close = False
    allow_reuse_address = os.name != "nt"

    def __init__(self, port: int, site: Path, board: Board) -> None:
        """Raises OSError where the port cannot be had."""
        self.site, self.board = site, board
        super().__init__((HOST, port), Handler)

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
        parts = urlsplit(self.path)
        url = unquote(parts.path)
        if not self._is_meant():
            self._send(
                Found(HTTPStatus.MISDIRECTED_REQUEST, b"This is a preview for this machine alone.\n", "text/plain", "")
            )
        elif url == f"{OWN}changes":
            self._tell_changes({name: held[-1] for name, held in parse_qs(parts.query).items()})
        elif url.startswith(OWN):
            self._send(_asset(url.removeprefix(OWN)))
        else:
            self._send(self._found(url))

    def do_HEAD(self) -> None:
        """The same without its body."""
        self.do_GET()

    def log_message(self, format: str, *args: object) -> None:
        """The terminal is for what is printed."""

    def _is_meant(self) -> bool:
        """Whether the browser asks for this machine: a name that somebody else made lead here is none of ours."""
        host = urlsplit(f"//{self.headers.get('Host', '')}").hostname
        return host in (HOST, "localhost", "::1")

    def _found(self, url: str) -> Found:
        state, path = self.server.board.state, _file(self.server.site, url)
        if path is None or not path.is_file():
            folder = path and not url.endswith("/") and (path / "index.html").is_file()
            return self._dressed(url, path / "index.html", state) if path and folder else self._missing(url, state)
        if path.suffix == ".html":
            return self._dressed(url, path, state)
        return Found(HTTPStatus.OK, path.read_bytes(), _type(path), mark_of(path))

    def _dressed(self, url: str, path: Path, state: State, status: HTTPStatus = HTTPStatus.OK) -> Found:
        mark = mark_of(path) if status == HTTPStatus.OK else ""
        page = path.read_text(encoding="utf-8", errors="replace")
        return self._page(status, dress(page, url, mark, state, self.server.origin), mark)

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
        return self._page(status, dress(stand_in(title, words), url, "", state, self.server.origin), "")

    def _page(self, status: HTTPStatus, page: str, mark: str) -> Found:
        return Found(status, page.encode(), "text/html; charset=utf-8", "")

    def _send(self, found: Found) -> None:
        tag = f'"{found.mark}"' if found.mark else ""
        fresh = bool(tag) and self.headers.get("If-None-Match") == tag
        self.send_response(HTTPStatus.NOT_MODIFIED if fresh else found.status)
        if tag:
            self.send_header("ETag", tag)
        self.send_header("Cache-Control", _keeping(self.path, found))
        self.send_header("Content-Type", found.type)
        self.send_header("Content-Length", "0" if fresh else str(len(found.body)))
        self.end_headers()
        if self.command == "GET" and not fresh:
            self.wfile.write(found.body)

    def _tell_changes(self, asked: dict[str, str]) -> None:
        """Server-sent events until the browser goes: to reload, or what the panel shows now."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        with suppress(OSError), self.server.board.opened(asked.get("page", "/")):
            for event in self._events(asked):
                self.wfile.write(event)
                self.wfile.flush()

    def _events(self, asked: dict[str, str]) -> Iterator[bytes]:
        url, mark, serial = asked.get("page", "/"), asked.get("mark", ""), int(asked.get("serial") or 0)
        yield b"retry: 500\n\n"
        while not (state := self.server.board.wait(serial, BEAT)).closed:
            path = _file(self.server.site, url)
            if state.serial == serial:
                yield b": still here\n\n"
            elif ((path and path.is_file() and mark_of(path)) or "") != mark:
                yield b"event: reload\ndata: \n\n"
                return
            else:
                yield _shown(url, state)
            serial = state.serial


def mark_of(path: Path) -> str:
    """By what a file is known again; empty where there is none."""
    try:
        found = path.stat()
    except OSError:
        return ""
    whole = f"{found.st_mtime_ns} {found.st_size} {found.st_ino}"
    return blake2b(whole.encode(), digest_size=8).hexdigest()


def _file(site: Path, url: str) -> Path | None:
    """The file that an address asks for; None for one outside the site."""
    if "\0" in url:
        return None
    path = Path(os.path.normpath(f"{site}/{url}"))
    if not path.is_relative_to(site):
        return None
    return path / "index.html" if url.endswith("/") else path


def _asset(name: str) -> Found:
    if name not in ASSETS:
        return Found(HTTPStatus.NOT_FOUND, b"There is no such file.\n", "text/plain", "")
    body = (files(__package__) / "assets" / name).read_bytes()
    return Found(HTTPStatus.OK, body, _type(Path(name)), blake2b(body, digest_size=8).hexdigest())


def _keeping(address: str, found: Found) -> str:
    """How long a browser may keep it unasked: what has a mark in its address for ever, fonts for a while."""
    if not found.mark:
        return "no-store"
    if found.type == "font/woff2":
        return "max-age=600"
    return "max-age=31536000, immutable" if "?" in address else "no-cache"


def _type(path: Path) -> str:
    found = TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    text = found.startswith("text/") or found.endswith(("json", "xml"))
    return f"{found}; charset=utf-8" if text else found


def _shown(url: str, state: State) -> bytes:
    told = {
        "serial": state.serial,
        "banner": banner(url, state),
        "panel": panel(url, state, True),
        "badges": badges(state),
    }
    return f"event: panel\ndata: {json.dumps(told)}\n\n".encode()
