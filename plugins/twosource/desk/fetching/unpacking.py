"""Takes an answer in, piece by piece, and undoes its compression without ever holding more than is allowed."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

from twosource.desk.fetching.failure import StoppedError, stop
from twosource.desk.fetching.limits import Limits

PIECE = 65_536
"""Bytes that are unpacked at a time: the most by which a limit can be overrun."""

GZIP = b"\x1f\x8b"
OFFERED = "gzip, deflate"
"""What we say that we can undo. Brotli is not offered: its decoders have no limit that all versions keep."""


def taken_in(pieces: Iterable[bytes], encoding: str, limits: Limits) -> bytes:
    """The body of an answer. Raises StoppedError where it is too large or its compression is broken."""
    packed = _counted(pieces, limits.packed)
    named = encoding.strip().lower()
    if named in ("", "identity"):
        return b"".join(packed)
    if named not in ("gzip", "x-gzip", "deflate"):
        raise stop("fetch-failed", f"The answer is compressed as “{named[:40]}”, which was not asked for.")
    try:
        return b"".join(_counted(_inflated(packed, named), limits.unpacked))
    except zlib.error:
        raise _broken() from None


def _counted(pieces: Iterable[bytes], most: int) -> Iterator[bytes]:
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > most:
            raise too_large(most)
        yield piece


def too_large(most: int) -> StoppedError:
    """The failure of an answer that has more bytes than allowed."""
    return stop("fetch-too-large", f"The answer has more than {most:,} bytes.", "Save the article alone for --from.")


def _inflated(packed: Iterable[bytes], named: str) -> Iterator[bytes]:
    """Gzip in any number of members, zlib, or bare deflate, which servers send under the same name.

    A member may end where a piece does, or a byte before. What is no member after the first is padding, and left.
    """
    machine, begun, over = None, False, b""
    for piece in packed:
        piece, over = over + piece, b""
        while piece:
            if machine is None:
                if begun and not piece.startswith(GZIP):
                    if piece != GZIP[:1]:
                        return
                    over = piece
                    break
                bare = named == "deflate" and piece[0] & 15 != 8
                machine, begun = zlib.decompressobj(-15 if bare else 47), True
            yield machine.decompress(piece, PIECE)
            piece = machine.unconsumed_tail
            if machine.eof:
                piece, machine = machine.unused_data, None
    while machine is not None and not machine.eof:
        rest = machine.decompress(machine.unconsumed_tail, PIECE)
        if not rest:
            raise _broken()
        yield rest


def _broken() -> StoppedError:
    return stop("fetch-failed", "The answer breaks off, or its compression is broken.", again=True)
