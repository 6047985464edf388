"""The mark of the tool: what another version of it, or of its libraries, kept is not believed."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from twosource import __version__
from twosource.newsroom.files import digest_of
from twosource.newsroom.shipped import RULE_BOOK, shipped

PACKAGE = Path(__file__).resolve().parent.parent

INSTALLED = (".dist-info", ".egg-info")
"""How the folders end in whose names installers put the version of each library."""


def tool_mark() -> bytes:
    """Digest of the version, of every module and of what is installed beside it.

    Whoever works on the tool itself must not be told old results, nor who updates the parser or the template engine.
    """
    whole = blake2b(__version__.encode(), digest_size=16)
    for path in sorted(
        f"{above}/{name}" for above, _, names in os.walk(PACKAGE) for name in names if name.endswith(".py")
    ):
        whole.update(path.removeprefix(str(PACKAGE)).encode() + digest_of(path).encode())
    whole.update(digest_of(str(shipped(RULE_BOOK))).encode())  # its rules are pages of every site
    whole.update("\n".join(sorted(set(_libraries()))).encode())
    return whole.digest()


def _libraries() -> Iterator[str]:
    """`jinja2-3.1.6.dist-info` and its like, wherever modules are looked for: listing them takes a tenth of asking."""
    for folder in sys.path:
        with suppress(OSError):
            yield from (name for name in os.listdir(folder or ".") if name.endswith(INSTALLED))
