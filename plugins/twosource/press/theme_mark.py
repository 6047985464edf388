"""The mark of a theme: it differs when a template or a file of the theme does."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from pathlib import Path

from twosource.newsroom.files import digest_of


def mark_of_theme(templates: bytes, statics: Mapping[str, bytes]) -> bytes:
    """Digest of a theme's templates, given their mark, and of its printed files."""
    whole = blake2b(templates, digest_size=16)
    for path, body in statics.items():
        whole.update(f"{path}\0".encode() + blake2b(body, digest_size=16).digest())
    return whole.digest()


def mark_of_templates(folders: Iterable[Path]) -> bytes:
    """Digest of every file below these folders, by name, order of the folders and content.

    Whatever its ending, and behind a link too: a template may include any of them. Only names that begin with a dot,
    such as those of editors and of Git, are left out.
    """
    whole = blake2b(digest_size=16)
    for folder in folders:
        whole.update(os.fsencode(f"{folder}\0"))
        for path in sorted(_files(str(folder))):
            whole.update(os.fsencode(f"{path}\0{digest_of(path)}\0"))
    return whole.digest()


def _files(folder: str) -> Iterator[str]:
    entered = {os.path.realpath(folder)}
    for above, folders, names in os.walk(folder, followlinks=True):
        real = {name: os.path.realpath(f"{above}/{name}") for name in folders if not name.startswith(".")}
        # A link to a folder that was met before may lead in a circle.
        folders[:] = [name for name in sorted(real) if name != "__pycache__" and real[name] not in entered]
        entered.update(real[name] for name in folders)
        yield from (f"{above}/{name}" for name in names if not name.startswith("."))
