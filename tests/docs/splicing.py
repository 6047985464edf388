"""Puts a few lines of an example where they belong in a whole story, as text, so that every quotation mark survives."""

from __future__ import annotations

import re
import textwrap

Blocks = dict[str, str]
"""Text of each key with all that is indented below it, by key."""

WHOLE = frozenset({"", "text"})
"""Keys that show an entry to be all that there is: one on a single line, or a key fact with its text."""

KEY = re.compile(r"^(?=[\w$-]+:(?:\s|$))", re.M)


def blocks(text: str) -> Blocks:
    """Keys at the left margin; comments at the margin are left out."""
    plain = "".join(line for line in text.splitlines(keepends=True) if not line.startswith("#"))
    parts = [part for part in KEY.split(plain if plain.endswith("\n") else f"{plain}\n") if part.strip()]
    return {part.partition(":")[0]: part for part in parts}


def items(text: str) -> list[Blocks]:
    """Entries of a list; text that is no list is one entry."""
    if not text.lstrip().startswith("- "):
        return [blocks(text)]
    entries = re.split(r"^- ", textwrap.dedent(text), flags=re.M)[1:]
    return [_one(entry) for entry in entries]


def _one(entry: str) -> Blocks:
    if entry.startswith("{"):
        return {"": entry}
    first, _, rest = entry.partition("\n")
    return blocks(f"{first}\n{textwrap.dedent(rest)}")


def listed(name: str, entries: list[Blocks]) -> str:
    """A key with a list of entries."""
    return f"{name}:\n" + "".join(_entry(entry) for entry in entries)


def _entry(entry: Blocks) -> str:
    whole = "".join(entry.values())
    return textwrap.indent(f"- {textwrap.indent(whole, '  ').lstrip()}", "  ")


def spliced(base: Blocks, where: str, example: str) -> Blocks:
    """The base with the example in it; `where` is `story`, or the name of one of its lists.

    An entry that is shown in part takes its other keys from the first entry of the base.
    """
    if where == "story":
        kept = {key: text for key, text in base.items() if key not in blocks(example)}
        return kept | {"": f"{example.rstrip()}\n"}
    if where == "evidence":
        return spliced(base, "facts", listed("evidence", items(example)))
    first = items(base[where].partition("\n")[2])[0]
    entries = [entry if WHOLE & entry.keys() else first | entry for entry in items(example)]
    return base | {where: listed(where, entries)}
