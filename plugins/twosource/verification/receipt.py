"""The receipt of a verdict: one digest over everything that it was reckoned from, so that it can be reckoned again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping

from twosource import __version__
from twosource.newsroom.hashes import number_of
from twosource.newsroom.layout import HUB, PUBLISHERS, RUBRIC
from twosource.newsroom.library import Library
from twosource.newsroom.story import Story
from twosource.verification.case import Case
from twosource.verification.verdict import Basis


def basis_of(case: Case, library: Library, digests: Mapping[str, str] | None = None) -> Basis:
    """Digests of every file that bears on the verdict, and what other stories bear on it.

    Other stories bear on it by the standing text of sites alone: the hashes that were left out of its fingerprints.
    """
    known = library.digests if digests is None else digests
    files = tuple((path, known.get(path, "")) for path in files_of(case.story, library))
    return Basis(files, tuple(sorted(map(number_of, case.boilerplate))))


def receipt_of(basis: Basis, day: str, version: str = __version__) -> str:
    """SHA-256 over the basis of a verdict, the version of the tool and the day (ISO)."""
    files = (f"{path}={digest}" for path, digest in basis.files)
    return _digest((*files, _digest(map(str, basis.standing)), version, day))


def files_of(story: Story, library: Library) -> Iterator[str]:
    """Paths of the files that bear on a verdict: the story, its lock, its speakers, and what all stories share."""
    yield from (story.path, f"{story.name}.lock", RUBRIC, PUBLISHERS, HUB)
    speakers = sorted({fact.speaker for fact in story.facts if fact.speaker in library.entities})
    yield from (library.entities[name].path for name in speakers)


def _digest(lines: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
