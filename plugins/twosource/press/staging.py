"""The staging folder, beside the output: changed files wait there until all of them are ready."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from twosource.press.disk import Disk
from twosource.press.journal import JOURNAL
from twosource.press.lock import LOCK
from twosource.press.record import RECORD
from twosource.press.rendering import Printed
from twosource.press.standing import Standing


def staging_of(output: Path) -> Path:
    """`<output>.staging` beside the output; inside it where the folder above may not be written to."""
    above = next(folder for folder in output.parents if folder.exists())
    if os.access(above, os.W_OK):
        return output.with_name(f"{output.name}.staging")
    return output / f"{RECORD}.staging"


def stage(printed: Iterable[Printed], output: Path, standing: Standing, staging: Path, disk: Disk) -> tuple[str, ...]:
    """Write down the files whose bytes differ from what stands; the n-th path waits under the name n."""
    changed: list[str] = []
    for path, body in printed:
        if not _stands(path, body, output, standing):
            disk.write(f"{staging}/{len(changed)}", body)
            changed.append(path)
    return tuple(changed)


def _stands(path: str, body: bytes, output: Path, standing: Standing) -> bool:
    if standing.files.get(path) != len(body):
        return False
    with open(f"{output}/{path}", "rb", buffering=0) as file:
        return file.read() == body


def sweep(staging: Path, disk: Disk) -> None:
    """Empty the staging folder; the journal goes first, for what it speaks of is done or discarded."""
    disk.remove(f"{staging}/{JOURNAL}")
    for name in sorted(os.listdir(staging)):
        if name != LOCK:
            disk.remove(f"{staging}/{name}")
