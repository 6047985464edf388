"""The hashes of a fingerprint, compared as they are written: 32 bits in base 85 are just five characters.

Decoding them costs sixty times as much, and nobody needs the numbers. Only the order of the alphabet (RFC 1924) is none
that a computer knows, so that each character is written anew as one of the same rank among bytes.
"""

from __future__ import annotations

from base64 import b85decode, b85encode
from functools import lru_cache
from struct import Struct

SIZE = 5
"""Characters of one hash."""

ALPHABET = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~"
RANKED = bytes(sorted(ALPHABET))
"""The same characters in the order of bytes."""

TO_RANKED = bytes.maketrans(ALPHABET, RANKED)
FROM_RANKED = bytes.maketrans(RANKED, ALPHABET)
LARGEST = b85encode(b"\xff" * 4).translate(TO_RANKED)


def packed_hashes(written: str) -> tuple[bytes, ...] | None:
    """The hashes of a fingerprint without its name, in the order written, five bytes each that sort as the numbers do.

    None where it is of other characters or has part of a hash. A hash above `LARGEST` has more than 32 bits; of a print
    in order the last one shows whether there is any.
    """
    raw = written.encode("utf-8", "surrogatepass").translate(TO_RANKED)
    if len(raw) % SIZE or raw.translate(None, ALPHABET):
        return None
    return _fives(len(raw) // SIZE).unpack(raw)


def number_of(packed: bytes) -> int:
    """The hash itself."""
    return int.from_bytes(b85decode(packed.translate(FROM_RANKED)))


def packed_of(number: int) -> bytes:
    """A hash by its number, 0 to 2³² - 1: what `number_of` undoes."""
    return b85encode(number.to_bytes(4)).translate(TO_RANKED)


@lru_cache(maxsize=1024)
def _fives(number: int) -> Struct:
    """Takes so many hashes apart at once, four times as fast as one after another."""
    return Struct(f"{SIZE}s" * number)
