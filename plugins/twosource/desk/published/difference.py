"""What a site says beside what it should say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

LONGEST = 160
"""Characters of a value that are shown: enough to tell two apart."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One value of a site that is not what its data give."""

    file: str
    """File, relative to the site's folder."""
    where: str
    """Keys and numbers that lead to the value, or the part of the page."""
    said: str
    """What stands there."""
    reckoned: str
    """What should."""


def differences(file: str, where: str, said: Any, reckoned: Any) -> Iterator[Difference]:
    """Every value in which two pieces of JSON differ, told at its own place."""
    if isinstance(said, Mapping) and isinstance(reckoned, Mapping):
        for key in dict.fromkeys((*said, *reckoned)):
            step = f"{where}.{key}" if where else str(key)
            yield from differences(file, step, said.get(key, ABSENT), reckoned.get(key, ABSENT))
    elif isinstance(said, list) and isinstance(reckoned, list) and len(said) == len(reckoned):
        for n, (left, right) in enumerate(zip(said, reckoned, strict=True), 1):
            yield from differences(file, f"{where}[{n}]", left, right)
    elif said != reckoned or isinstance(said, bool) != isinstance(reckoned, bool):
        yield Difference(file, where, shown(said), shown(reckoned))


class Absent:
    """Stands for a value that is not there; it equals nothing else."""


ABSENT = Absent()


def shown(value: Any) -> str:
    """A value in one line; a long one is cut."""
    if isinstance(value, Absent):
        return "nothing"
    text = f"“{value}”" if isinstance(value, str) else _short(value) if isinstance(value, dict | list) else str(value)
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"


def _short(value: Mapping[str, Any] | list[Any]) -> str:
    if isinstance(value, list):
        inside = ", ".join(shown(item) for item in value)
        return f"{len(value)} of [{inside}]" if value else "an empty list"
    return ", ".join(f"{key}: {shown(item)}" for key, item in value.items())
