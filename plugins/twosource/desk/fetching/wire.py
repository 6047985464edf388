"""A connection that goes where it was allowed to, and that minds the deadline at every byte.

A time-out for each read does not stop a server that sends one byte a second, in the head of an answer least of all.
So the sockets ask the deadline before each read. And they count what comes: the libraries above them read a chunk of
length -1, for one, to its end, wherever that may be.
"""

from __future__ import annotations

import socket
import ssl
from functools import cache
from math import inf
from typing import Any

import certifi
from urllib3.connection import HTTPConnection, HTTPSConnection

from twosource.desk.fetching.addresses import Gate, Target
from twosource.desk.fetching.deadline import Deadline
from twosource.desk.fetching.failure import stop
from twosource.desk.fetching.limits import Limits
from twosource.desk.fetching.unpacking import too_large

FRAME = 1_000_000
"""Bytes that heads and the borders of chunks may have beside the answer itself."""


class _Timed:
    """What both kinds of socket do before and after they read."""

    deadline: Deadline | None = None
    silence: float = 15.0
    most: float = inf
    taken: int = 0

    def _await(self) -> None:
        if self.deadline is not None:
            self.settimeout(self.deadline.left(self.silence))  # type: ignore[attr-defined]

    def _count(self, size: int) -> int:
        self.taken += size
        if self.taken > self.most + FRAME:
            raise too_large(int(self.most))
        return size


class TimedSocket(_Timed, socket.socket):
    """A plain socket."""

    def recv_into(self, *given: Any, **named: Any) -> int:
        self._await()
        return self._count(super().recv_into(*given, **named))


class TimedTLSSocket(_Timed, ssl.SSLSocket):
    """An encrypted one."""

    def recv_into(self, *given: Any, **named: Any) -> int:
        self._await()
        return self._count(super().recv_into(*given, **named))


@cache
def trust() -> ssl.SSLContext:
    """Certificates of the system and of certifi; names are checked."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    context.sslsocket_class = TimedTLSSocket
    return context


class Line:
    """What a connection is opened with."""

    def __init__(self, gate: Gate, deadline: Deadline, limits: Limits) -> None:
        self.gate = gate
        self.deadline = deadline
        self.limits = limits

    def connection(self, target: Target) -> HTTPConnection:
        """A connection to the target, not opened yet."""
        return _Encrypted(target, self) if target.scheme == "https" else _Plain(target, self)

    def opened(self, target: Target) -> socket.socket:
        """A socket at the first of the target's addresses that answers."""
        reason = "it does not answer"
        for number in self.gate.addresses(target):
            family = socket.AF_INET6 if ":" in number else socket.AF_INET
            sock = TimedSocket(family, socket.SOCK_STREAM)
            sock.settimeout(self.deadline.left(self.limits.connecting))
            try:
                sock.connect((number, target.port))
                return sock
            except OSError as error:
                reason = (error.strerror or "it does not answer").lower()
                sock.close()
        raise stop("fetch-failed", f"{target.host} cannot be reached: {reason}.", again=True)

    def mind(self, sock: Any) -> None:
        """From now on the socket asks the deadline before each read, and counts the bytes of each."""
        sock.deadline, sock.silence, sock.most = self.deadline, self.limits.silence, self.limits.packed


class _Plain(HTTPConnection):
    def __init__(self, target: Target, line: Line) -> None:
        super().__init__(target.host, target.port, timeout=line.limits.silence)
        self.target, self.line = target, line

    def _new_conn(self) -> socket.socket:
        return self.line.opened(self.target)

    def connect(self) -> None:
        super().connect()
        self.line.mind(self.sock)


class _Encrypted(HTTPSConnection):
    def __init__(self, target: Target, line: Line) -> None:
        super().__init__(target.host, target.port, timeout=line.limits.silence, ssl_context=trust())
        self.target, self.line = target, line

    def _new_conn(self) -> socket.socket:
        return self.line.opened(self.target)

    def connect(self) -> None:
        super().connect()
        self.line.mind(self.sock)
