"""A file's text as `desk check --fix` leaves it: what is safe is mended, and every other character stays.

Each step is held against the reader: a text that reads otherwise than it should is thrown away, and the file stays.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from twosource.desk.key_order import disorder, in_order
from twosource.desk.normal_dates import dated, normal
from twosource.newsroom.fields import ID, Reader
from twosource.newsroom.parsing import STORY
from twosource.newsroom.text_file import decode, split
from twosource.newsroom.yaml_reader import read_tree
from twosource.newsroom.yaml_tree import Entries, Items, mapping_of

END = re.compile(r"\r\n|\r|\n")
MARK = "\ufeff"


class Fix(NamedTuple):
    """One thing that was mended."""

    line: int
    """Where it stood, from 1."""
    what: str
    """What was done."""


class Sheet(NamedTuple):
    """The lines of a file, of which some are YAML."""

    rows: list[str]
    """All lines, without their ends."""
    first: int
    """Row, from 0, in which the YAML begins."""
    last: int
    """The row after its last."""

    def tree(self) -> Entries | None:
        """The YAML; None where there is any fault in it."""
        text = "".join(f"{row}\n" for row in self.rows[self.first : self.last])
        found, problems = read_tree(text, "", self.first + 1)
        return None if problems else found

    def with_rows(self, rows: list[str]) -> Sheet:
        """The same with other lines in its YAML."""
        return Sheet(rows, self.first, self.last + len(rows) - len(self.rows))


Form = Reader[Any]
Step = Callable[[Sheet, Entries, Form], tuple[Sheet, list[Fix]]]


def mended(raw: bytes, path: str, form: Form) -> tuple[bytes, tuple[Fix, ...]]:
    """The file's bytes after mending, and what was done; the same bytes where nothing was, or it cannot be read."""
    text, problems = decode(raw, path)
    sheet = _sheet(text, path) if text is not None and not problems else None
    if sheet is None:
        return raw, ()
    ends = [*END.findall(raw.decode("utf-8-sig")), ""]
    done: list[Fix] = []
    for step in STEPS:
        tree = sheet.tree()
        if tree is None:
            return raw, ()
        before = len(sheet.rows)
        sheet, fixes = step(sheet, tree, form)
        done += fixes
        ends[1:1] = ends[:1] * (len(sheet.rows) - before)
    mark = MARK if raw.startswith(MARK.encode()) else ""
    whole = mark + "".join(row + end for row, end in zip(sheet.rows, ends, strict=True))
    return (whole.encode(), tuple(done)) if done else (raw, ())


def _sheet(text: str, path: str) -> Sheet | None:
    rows = text.split("\n")
    if not path.endswith(".md"):
        return Sheet(rows, 0, len(rows) - (not rows[-1]))
    parts, _ = split(text, path)
    return Sheet(rows, parts.front_line - 1, parts.body_line - 2) if parts else None


def _dates(sheet: Sheet, tree: Entries, form: Form) -> tuple[Sheet, list[Fix]]:
    rows, fixes = list(sheet.rows), []
    wanted = [(scalar, normal(scalar.text, reader)) for scalar, reader in dated(form, tree)]
    for scalar, new in sorted(wanted, key=lambda one: (one[0].line, one[0].column), reverse=True):
        row, at = rows[scalar.line - 1], scalar.column - scalar.plain
        if new != scalar.text and row.startswith(scalar.text, at):
            rows[scalar.line - 1] = row[:at] + new + row[at + len(scalar.text) :]
            fixes.append(Fix(scalar.line, f"“{scalar.text}” is written {new}"))
    after = sheet.with_rows(rows)
    tree_after = after.tree()
    reads = tree_after and [scalar.text for scalar, _ in dated(form, tree_after)]
    good = tree_after and len(reads or ()) == len(wanted) and mapping_of(tree_after).keys() == mapping_of(tree).keys()
    return (after, fixes[::-1]) if good else (sheet, [])


def _source_ids(sheet: Sheet, tree: Entries, form: Form) -> tuple[Sheet, list[Fix]]:
    """An id for each source of a story that has none, made from its publisher."""
    sources = tree.get("sources")
    if not isinstance(sources, Items) or form is not STORY:
        return sheet, []
    held = [one for one in sources.items if isinstance(one, Entries) and one.pairs]
    taken = {value["id"] for one in held if isinstance((value := mapping_of(one)).get("id"), str)}
    rows, fixes = list(sheet.rows), list[Fix]()
    new: list[tuple[Entries, str]] = []
    for one in held:
        base = mapping_of(one).get("publisher")
        if one.get("id") is None and isinstance(base, str) and ID.fullmatch(base):
            names = (base, *(f"{base}-{n}" for n in range(2, len(held) + 2)))
            name = next(name for name in names if name not in taken)
            taken.add(name)
            new.append((one, name))
    for one, name in reversed(new):
        if _give(rows, one, name):
            fixes.append(Fix(one.line, f"the source is called {name}"))
    after = sheet.with_rows(rows)
    return (after, fixes[::-1]) if after.tree() else (sheet, [])


def _give(rows: list[str], source: Entries, name: str) -> bool:
    """Write an id before the first key of a source; False where that stands in a way of its own."""
    key = source.pairs[0][0]
    row = rows[key.line - 1]
    before, rest = row[: key.column - 1], row[key.column - 1 :]
    if before.rstrip().endswith("{"):
        rows[key.line - 1] = f"{before}id: {name}, {rest}"
    elif re.fullmatch(r" *- +", before):
        rows[key.line - 1 : key.line] = [f"{before}id: {name}", " " * len(before) + rest]
    else:
        return False
    return True


def _order(sheet: Sheet, tree: Entries, form: Form) -> tuple[Sheet, list[Fix]]:
    was, fixes, now = mapping_of(tree), list[Fix](), sheet
    seen: set[tuple[str, ...]] = set()
    while (held := now.tree()) and (found := disorder(form, held, now.rows, now.last)):
        rows = in_order(now.rows, found)
        if tuple(rows) in seen:
            return sheet, []
        seen.add(tuple(rows))
        now = now.with_rows(rows)
        fixes.append(Fix(found.rows[0] + 1, f"keys in the house's order: {_names(found.names, found.wanted)}"))
    return (now, fixes) if held and mapping_of(held) == was else (sheet, [])


def _names(names: Sequence[str], wanted: Sequence[int]) -> str:
    """The keys in their new order, up to the last one that moved."""
    last = max(n for n, m in enumerate(wanted) if n != m)
    return ", ".join(names[n] for n in wanted[: last + 1])


STEPS: tuple[Step, ...] = (_dates, _source_ids, _order)
"""What is mended, in this order."""
