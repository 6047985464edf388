"""Golden cases that one can read: a title, an edit of the hub, and the problems that it gives.

    Title of the case
    .
    content/stories/2025/alpha.md
    - words that stand there once
    + words that stand there instead
    .
    content/stories/2025/alpha.md:9:9 unknown-word Did you mean `published`?
    .

The hint may be left out, or cut short. Lines of an edit begin with `-` (find), `+` (write), `~` (write, with
Python's escapes), `* 30 [` (write thirty brackets) or `= b"…"` (the whole file is these bytes). An edit that finds
nothing writes the whole file; one that writes nothing takes the lines out. `! delete` and `! folder` do as they say.
"""

from __future__ import annotations

import ast
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from twosource.newsroom.problems import Problem

HERE = Path(__file__).parent
HUB = HERE / "hub"
BROKEN = HERE / "broken"


@dataclass
class Edit:
    """One change of one file."""

    path: str
    find: list[str] = field(default_factory=list)
    write: list[str] = field(default_factory=list)
    whole: bytes | None = None
    order: str = ""

    def apply(self, root: Path) -> None:
        """Change the file below `root`."""
        file = root / self.path
        if self.order:
            file.unlink(missing_ok=True)
            if self.order == "folder":
                file.mkdir(parents=True)
            return
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(self.whole if self.whole is not None else self._text(file).encode())

    def _text(self, file: Path) -> str:
        find, write = "\n".join(self.find), "\n".join(self.write)
        if not self.find:
            return write + "\n"
        text = file.read_bytes().decode()
        if not self.write:
            find += "\n"
        assert text.count(find) == 1, f"{self.path}: {find!r} stands there {text.count(find)} times"
        return text.replace(find, write)


@dataclass
class Case:
    """One golden case."""

    title: str
    edits: list[Edit]
    expected: list[str]
    line: int

    def hub(self, folder: Path) -> Path:
        """A copy of the hub with the edits made."""
        root = folder / "hub"
        shutil.copytree(HUB, root)
        for edit in self.edits:
            edit.apply(root)
        return root


def cases(file: Path) -> Iterator[Case]:
    """The cases of a file; three dots to each."""
    title, part, line = "", 0, 0
    edits: list[str] = []
    expected: list[str] = []
    for n, row in enumerate(file.read_text(encoding="utf-8").split("\n"), 1):
        if row == ".":
            part += 1
            if part == 3:
                yield Case(title, list(_edits(edits)), expected, line)
                title, edits, expected, part = "", [], [], 0
        elif part == 0 and row and not row.startswith("# "):
            title, line = row, n
        elif part == 1:
            edits.append(row)
        elif part == 2 and row:
            expected.append(row)
    assert part == 0, f"{file.name}: “{title}” has no end"


def _edits(rows: list[str]) -> Iterator[Edit]:
    edit: Edit | None = None
    for row in rows:
        sign, text = row[:1], row[2:]
        if sign not in "-+~*=!" or not row:
            if edit:
                yield edit
            edit = Edit(row)
            continue
        assert edit, f"{row!r} names no file"
        if sign == "-" and edit.write:
            yield edit
            edit = Edit(edit.path)
        _add(edit, sign, text)
    if edit:
        yield edit


def _add(edit: Edit, sign: str, text: str) -> None:
    match sign:
        case "-":
            edit.find.append(text)
        case "+":
            edit.write.append(text)
        case "~":
            edit.write.append(text.encode("latin-1", "backslashreplace").decode("unicode_escape"))
        case "*":
            times, _, what = text.partition(" ")
            edit.write.append(what * int(times))
        case "=":
            edit.whole = ast.literal_eval(text)
        case "!":
            edit.order = text


def told(problem: Problem) -> str:
    """A problem as a golden case writes it."""
    return f"{problem.place} {problem.rule} {problem.hint}"
