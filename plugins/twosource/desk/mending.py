"""`desk check --fix`: mends what is safe in the files of a hub, or shows what it would."""

from __future__ import annotations

import difflib
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO

from twosource.desk.mended_text import Fix, mended
from twosource.desk.report import counted
from twosource.desk.selection import Selection
from twosource.desk.source_line import visible
from twosource.desk.store import write_whole
from twosource.newsroom.fields import Reader
from twosource.newsroom.files import raw_bytes
from twosource.newsroom.layout import ABOUT, ENTITIES, GLOSSARY, HUB, METHODOLOGY, PUBLISHERS, STORIES
from twosource.newsroom.parsing import ENTITY, NOTE, STORY, TERM
from twosource.newsroom.parsing import HUB as SITE
from twosource.newsroom.reference_forms import PUBLISHERS as REGISTRY
from twosource.newsroom.surroundings import look_around

Form = Reader[Any]

FOLDERS: tuple[tuple[str, Form], ...] = ((STORIES, STORY), (ENTITIES, ENTITY), (GLOSSARY, TERM), (METHODOLOGY, NOTE))
"""Folders with the form of the texts in them."""

FILES: tuple[tuple[str, Form], ...] = ((HUB, SITE), (PUBLISHERS, REGISTRY), (ABOUT, NOTE))
"""Files with a form of their own. The rubric, whose order explains it, is left alone."""


def mend(root: Path, asked: Selection, write: bool, told: TextIO) -> int:
    """Mend, or with `write` off show as a difference, the files that are asked for; how many there are to mend.

    `told` gets a line for each thing mended; the difference goes to standard output.
    """
    many = 0
    for path, form in _forms(root):
        if not asked.has_path(path) or (raw := raw_bytes(str(root / path))) is None:
            continue
        new, fixes = mended(raw, path, form)
        if fixes:
            many += 1
            _write(root / path, path, raw, new, fixes, told) if write else _show(path, raw, new)
    if write or not many:
        print(f"{counted(many, 'file')} mended.\n" if many else "Nothing to mend." + "\n" * write, file=told)
    return many


def _forms(root: Path) -> Iterator[tuple[str, Form]]:
    lying = look_around(root)
    yield from FILES
    for folder, form in FOLDERS:
        yield from ((path, form) for path in lying[folder].texts)


def _write(file: Path, path: str, raw: bytes, new: bytes, fixes: tuple[Fix, ...], told: TextIO) -> None:
    """Put the new file in the place of the old one, unless that was changed since it was read."""
    target = file.resolve()
    mode = target.stat().st_mode
    if raw_bytes(str(target)) != raw:
        print(f"{path}: changed meanwhile, and left alone.", file=sys.stderr)
        return
    write_whole(target, new)
    os.chmod(target, mode)
    for fix in fixes:
        print(visible(f"{path}:{fix.line}: {fix.what}"), file=told)


def _show(path: str, raw: bytes, new: bytes) -> None:
    old, now = (text.decode().splitlines(keepends=True) for text in (raw, new))
    for line in difflib.unified_diff(old, now, path, path):
        print(visible(line.rstrip("\r\n")))
