"""`desk receipt`: what a story's receipt is a digest of, and which part of a published one is another."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from twosource import __version__
from twosource.desk.clock import as_of
from twosource.desk.hub import UsageError, find_hub, find_stories
from twosource.desk.paint import Paint
from twosource.desk.published.as_read import Json, text
from twosource.desk.published.difference import Difference, differences
from twosource.desk.published.folder import STORIES, Folder
from twosource.desk.published.story_case import basis_of
from twosource.desk.report import counted
from twosource.verification.receipt import receipt_of
from twosource.verification.review import review
from twosource.verification.verdict import Basis


class Receipt(NamedTuple):
    """A receipt with its parts."""

    digest: str
    """SHA-256 over the rest."""
    basis: Basis
    """Files and standing text."""
    day: str
    """The day as of which the story was judged, ISO."""
    version: str
    """The tool that judged it."""


def run(given: Namespace) -> int:
    """Print the receipt of a story; 1 where the published one that is given differs, or the story cannot be judged."""
    root, published = find_hub(given.root), _published(given.published, given.story)
    moment = as_of(given.as_of or (published.day if published else None))
    found = review(root, moment)
    stories = find_stories(root, found.library.stories, given.story)
    if len(stories) > 1:
        raise UsageError(f"{given.story} means {len(stories)} stories; name one of them.")
    verdict = found.verdicts.get(stories[0].slug)
    if verdict is None:
        print(f"{stories[0].path} cannot be judged. `desk check {stories[0].path}` says why.")
        return 1
    receipt = Receipt(verdict.receipt, verdict.basis, moment.date().isoformat(), __version__)
    other = tuple(_compared(published, receipt, given.published)) if published else ()
    if given.format == "json":
        print(json.dumps(_in_json(receipt, other), ensure_ascii=False, indent=1))
    else:
        print(_in_text(receipt, published, other, Paint.for_stream(sys.stdout)))
    return int(bool(other))


def _published(given: str | None, story: str) -> Receipt | None:
    """The receipt in a story's published data: a JSON file, or the folder of a printed site."""
    if given is None:
        return None
    path = Path(given)
    file = path / STORIES / f"{Path(story).stem}.json" if path.is_dir() else path
    held = Folder(file.parent).record(file.name) if file.is_file() else {}
    if not held.get("receipt"):
        raise UsageError(f"{file} holds no receipt of a story.")
    return Receipt(text(held["receipt"]), basis_of(held), _day(held), text(held.get("tool_version")))


def _day(held: Json) -> str:
    try:
        return datetime.fromisoformat(text(held.get("as_of"))).date().isoformat()
    except ValueError:
        raise UsageError("The published receipt says no day.") from None


def _compared(published: Receipt, ours: Receipt, file: str) -> Iterator[Difference]:
    """Parts of the published receipt that are not ours; then whether it is the digest of what it names."""
    yield from differences(file, "", _parts(published), _parts(ours))
    digest = receipt_of(published.basis, published.day, published.version)
    yield from differences(file, "receipt, by the parts that it names", published.digest, digest)


def _parts(receipt: Receipt) -> dict[str, Any]:
    standing = " ".join(map(str, receipt.basis.standing))
    return {
        **dict(receipt.basis.files),
        "standing text": standing or "none",
        "day": receipt.day,
        "tool": receipt.version,
        "receipt": receipt.digest,
    }


def _in_json(receipt: Receipt, other: tuple[Difference, ...]) -> dict[str, Any]:
    return {
        "receipt": receipt.digest,
        "files": [{"path": path, "sha256": digest} for path, digest in receipt.basis.files],
        "standing_text": list(receipt.basis.standing),
        "as_of": receipt.day,
        "tool_version": receipt.version,
        "differences": [{"part": each.where, "published": each.said, "here": each.reckoned} for each in other],
    }


def _in_text(receipt: Receipt, published: Receipt | None, other: tuple[Difference, ...], paint: Paint) -> str:
    lines = [f"{paint.bold(receipt.digest)}\n", "It is reckoned from:\n"]
    lines += [f"  {digest or paint.faint('no such file'.ljust(64))}  {path}" for path, digest in receipt.basis.files]
    lines.append(f"  {counted(len(receipt.basis.standing), 'passage')} of standing text left out")
    lines.append(f"  Twosource {receipt.version}, as of {receipt.day}")
    if published:
        lines.append("\nThe published receipt is the same." if not other else "\nThe published receipt is another:\n")
    lines += [f"  {each.where}\n    published {each.said}\n    here      {each.reckoned}" for each in other]
    return "\n".join(lines)
