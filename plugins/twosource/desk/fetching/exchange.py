"""One request and its answer: no redirect, no second attempt."""

from __future__ import annotations

import ssl
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from http.client import HTTPException

from urllib3 import BaseHTTPResponse
from urllib3.exceptions import HTTPError, IncompleteRead, ProtocolError, SSLError, TimeoutError

from twosource.desk.fetching.addresses import Target
from twosource.desk.fetching.failure import StoppedError, shown, stop
from twosource.desk.fetching.limits import Limits
from twosource.desk.fetching.unpacking import OFFERED, PIECE, taken_in, too_large
from twosource.desk.fetching.wire import Line

WITH_BODY = (200, 203)
"""Statuses whose body is read; that of any other answer is nobody's article."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said."""

    url: str
    """Address that was asked."""
    status: int
    """HTTP status."""
    headers: Mapping[str, str]
    """By name in lower case; of several, joined by commas."""
    cookies: tuple[str, ...] = ()
    """Values of Set-Cookie."""
    body: bytes = field(default=b"", repr=False)
    """Decompressed; empty unless the status is one of success."""


def exchange(target: Target, headers: Mapping[str, str], line: Line, limits: Limits) -> Answer:
    """Ask once. Raises StoppedError where no whole answer comes."""
    connection = line.connection(target)
    try:
        connection.request(
            "GET",
            target.path,
            headers={"Accept-Encoding": OFFERED, "Connection": "close", **headers},
            preload_content=False,
            decode_content=False,
        )
        return _answer(target, connection.getresponse(), limits)
    except (TimeoutError, OSError, HTTPException, HTTPError) as error:
        line.deadline.left()
        raise _failure(target, error) from None
    finally:
        connection.close()


def _answer(target: Target, response: BaseHTTPResponse, limits: Limits) -> Answer:
    given = response.headers
    headers = {name.lower(): value for name, value in given.items()}
    body = b""
    if response.status in WITH_BODY:
        announced = headers.get("content-length", "")[:20]
        if announced.isdecimal() and int(announced) > limits.packed:
            raise too_large(limits.packed)
        body = taken_in(_pieces(response), headers.get("content-encoding", ""), limits)
    return Answer(target.url, response.status, headers, tuple(given.getlist("set-cookie")), body)


def _pieces(response: BaseHTTPResponse) -> Iterator[bytes]:
    yield from response.stream(PIECE, decode_content=False)


def _failure(target: Target, error: Exception) -> StoppedError:
    """What went wrong below HTTP, in plain words."""
    if isinstance(error, TimeoutError | OSError) and "timed out" in str(error):
        return stop("fetch-too-slow", f"{target.host} fell silent.", again=True)
    if isinstance(error, SSLError | ssl.SSLError):
        reason = getattr(error, "verify_message", "") or getattr(error, "reason", "") or "no encryption was agreed on"
        return stop("fetch-failed", f"{target.host} cannot prove who it is: {shown(str(reason))}.")
    if isinstance(error, IncompleteRead) or "IncompleteRead" in str(error):
        return stop("fetch-failed", f"The answer of {target.host} breaks off.", again=True)
    if isinstance(error, ConnectionError | ProtocolError):
        return stop("fetch-failed", f"{target.host} broke the connection off.", again=True)
    return stop("fetch-failed", f"{target.host} does not answer as a web server does.", again=True)
