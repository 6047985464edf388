"""Reads the documentation: its sections, tables and examples."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
DOCS = ROOT / "docs"

FENCE = re.compile(r"^```([^\n]*)\n(.*?)^```$", re.M | re.S)
ROW = re.compile(r"^\| (?P<keys>`[^|]*`) \| (?P<rest>.*) \|$", re.M)


def page(name: str) -> str:
    """The text of one page of docs/."""
    return (DOCS / name).read_text("utf-8")


def examples(text: str, kind: str) -> Iterator[str]:
    """What stands in the fences of one kind, such as `yaml story`."""
    return (found[2] for found in FENCE.finditer(text) if found[1] == kind)


def prose(text: str) -> str:
    """The text without what stands in fences."""
    return FENCE.sub("", text)


def sections(text: str, level: int) -> Mapping[str, str]:
    """Text below each heading of a level, up to the next of that level or a higher one."""
    plain = FENCE.sub(lambda found: found[0].replace("\n#", "\n\0#"), text)
    parts = re.split(rf"^(#{{1,{level}}}) (.+)$", plain, flags=re.M)
    found = zip(parts[1::3], parts[2::3], parts[3::3], strict=True)
    return {title.strip(): body.replace("\0", "") for marks, title, body in found if len(marks) == level}


def rows(text: str) -> Mapping[str, str]:
    """The rest of each table row by each name that stands in code in its first cell."""
    return {name: found["rest"] for found in ROW.finditer(text) for name in re.findall(r"`([^`]+)`", found["keys"])}
