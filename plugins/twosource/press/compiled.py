"""Compiled templates from run to run: whatever cannot be read, or is not as it was written, is compiled again."""

from __future__ import annotations

import marshal
import os
import sys
import tempfile
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket, BytecodeCache

SEAL = 16
"""Bytes at the beginning of a file that only what was written after them fits."""


class CompiledTemplates(BytecodeCache):
    """One file for each template, by the place of its source; another version's is overwritten.

    Jinja's own cache asks only whether the source is the same, and a folder that takes nothing ends the run.
    """

    def __init__(self, folder: Path, sources: tuple[str, ...]) -> None:
        """`sources` are the files of the modules that the compiled code depends on."""
        self._folder = folder
        self._mark = f"{jinja2.__version__} {sys.version}".encode() + b"".join(map(_read, sources))

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket, or leave it as it is."""
        with suppress(OSError):
            raw = (self._folder / bucket.key).read_bytes()
            if raw[:SEAL] == self._seal(bucket, raw[SEAL:]):
                bucket.code = marshal.loads(raw[SEAL:])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled, if the disk takes it; other processes may do the same meanwhile."""
        body = marshal.dumps(bucket.code)
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self._folder)
            try:
                with open(handle, "wb") as file:
                    file.write(self._seal(bucket, body) + body)
                os.replace(name, self._folder / bucket.key)
            except OSError:
                os.unlink(name)

    def _seal(self, bucket: Bucket, body: bytes) -> bytes:
        key = blake2b(self._mark + bucket.checksum.encode()).digest()
        return blake2b(body, digest_size=SEAL, key=key).digest()


def _read(path: str) -> bytes:
    return Path(path).read_bytes()
