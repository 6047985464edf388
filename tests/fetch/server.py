"""A server on loopback that does to each request whatever a test says, down to the byte."""

from __future__ import annotations

import socket
import ssl
import struct
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass

Wire = socket.socket
Behaviour = Callable[[Wire, "Request"], None]


TLS = 0x16
"""First byte of a greeting in TLS."""


@dataclass(frozen=True)
class Request:
    """What was asked."""

    path: str
    headers: Mapping[str, str]


class Server:
    """Listens on 127.0.0.1; each path has its behaviour, and every request is remembered."""

    def __init__(self, context: ssl.SSLContext | None = None) -> None:
        self.context = context
        self.routes: dict[str, Behaviour] = {}
        self.seen: list[Request] = []
        self.asking = threading.Condition()
        self.stopping = threading.Event()
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.url = f"http{'s' if context else ''}://127.0.0.1:{self.port}"
        threading.Thread(target=self._listen, daemon=True).start()

    def close(self) -> None:
        self.stopping.set()
        with suppress(OSError):
            self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()

    def asked(self, path: str) -> list[Request]:
        """Requests for one path."""
        return [request for request in self.seen if request.path == path]

    def reached(self, path: str) -> bool:
        """Wait until a path is asked for; False where that takes too long."""
        with self.asking:
            return self.asking.wait_for(lambda: bool(self.asked(path)), timeout=30)

    def _listen(self) -> None:
        while not self.stopping.is_set():
            try:
                wire, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(wire,), daemon=True).start()

    def _serve(self, plain: Wire) -> None:
        with suppress(OSError), plain:
            plain.settimeout(5)
            with self.context.wrap_socket(plain, server_side=True) if self.context else plain as wire:
                self._converse(wire)

    def _converse(self, wire: Wire) -> None:
        head = b""
        while b"\r\n\r\n" not in head:
            piece = wire.recv(4096)
            if not piece:
                return
            head += piece
            if piece[0] == TLS:
                wire.sendall(b"HTTP/1.1 400 Plain text only\r\n\r\n")
                return
        first, *lines = head.decode("latin-1").split("\r\n")
        pairs = (line.partition(": ") for line in lines if line)
        request = Request(first.split(" ")[1], {name.lower(): value for name, _, value in pairs})
        with self.asking:
            self.seen.append(request)
            self.asking.notify_all()
        self.routes.get(request.path, status(404))(wire, request)


def answer(body: bytes = b"", code: int = 200, *, length: int | None = None, **headers: str) -> Behaviour:
    """A whole answer; header names with underscores for hyphens."""

    def behave(wire: Wire, _: Request) -> None:
        wire.sendall(
            head(code, {"content-length": str(len(body) if length is None else length)} | named(headers)) + body
        )

    return behave


def named(headers: Mapping[str, str]) -> dict[str, str]:
    return {name.replace("_", "-"): value for name, value in headers.items()}


def head(code: int, headers: Mapping[str, str]) -> bytes:
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"HTTP/1.1 {code} X\r\n{lines}connection: close\r\n\r\n".encode("latin-1")


def status(code: int, **headers: str) -> Behaviour:
    """An answer with an empty body."""
    return answer(b"", code, **headers)


def page(body: bytes, content_type: str = "text/html; charset=utf-8", **headers: str) -> Behaviour:
    """A page of a kind."""
    return answer(body, content_type=content_type, **headers)


def to(location: str, code: int = 302) -> Behaviour:
    """A redirect."""
    return status(code, location=location)


def in_turn(*behaviours: Behaviour) -> Behaviour:
    """One behaviour for each request; the last goes on."""
    left = list(behaviours)

    def behave(wire: Wire, request: Request) -> None:
        (left.pop(0) if len(left) > 1 else left[0])(wire, request)

    return behave


def endless(
    piece: bytes, *, before: bytes = b"", pause: threading.Event | None = None, seconds: float = 0.0
) -> Behaviour:
    """Sends a piece for ever, at most until the client goes away; with a pause between two."""

    def behave(wire: Wire, _: Request) -> None:
        wire.sendall(before)
        while True:
            wire.sendall(piece)
            if seconds:
                (pause or threading.Event()).wait(seconds)

    return behave


def silent(wire: Wire, _: Request) -> None:
    """Says nothing until the client goes away."""
    with suppress(OSError):
        wire.recv(1)


def reset(wire: Wire, _: Request) -> None:
    """Breaks the connection off the hard way."""
    wire.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    wire.close()


def garbage(wire: Wire, _: Request) -> None:
    """Answers in no known protocol."""
    wire.sendall(b"SSH-2.0-OpenSSH_9.2\r\n\x00\xff\r\n\r\n")
