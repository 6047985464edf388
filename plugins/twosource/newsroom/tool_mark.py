"""The mark of the tool: what an older Twosource kept, a newer one does not believe."""

from __future__ import annotations

import os
from hashlib import blake2b
from pathlib import Path

from twosource import __version__
from twosource.newsroom.files import digest_of

PACKAGE = Path(__file__).resolve().parent.parent


def tool_mark() -> bytes:
    """Digest of the version and of every module: whoever works on the tool itself must not be told old results."""
    whole = blake2b(__version__.encode(), digest_size=16)
    for path in sorted(
        f"{above}/{name}" for above, _, names in os.walk(PACKAGE) for name in names if name.endswith(".py")
    ):
        whole.update(path.removeprefix(str(PACKAGE)).encode() + digest_of(path).encode())
    return whole.digest()
