"""Readers of lists, of maps and of records: keys with values that make up one dataclass."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from twosource.newsroom.fields import ID, IDENT, NOTHING, Choice, Converted, Reader, Report
from twosource.newsroom.suggest import nearest
from twosource.newsroom.yaml_tree import Entries, Items, Node, Scalar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ListOf(Generic[T]):
    """A list of values of one kind."""

    item: Reader[T]
    """Reader of each member."""
    at_least: int = 0
    """Fewest members."""

    @property
    def blank(self) -> tuple[T, ...]:
        return ()

    def read(self, node: Node, name: str, report: Report) -> tuple[T, ...]:
        if not isinstance(node, Items):
            missing = isinstance(node, Scalar) and (not node.text.strip() or (node.plain and node.text in NOTHING))
            rule, what = ("missing-value", "has no value") if missing else ("wrong-type", "is not a list")
            report.add(
                node, rule, f"`{name}` {what}.", f"Write a list: `{name}: [one, two]`, or lines that begin with `- `."
            )
            return ()
        if len(node.items) < self.at_least:
            report.add(node, "too-few", f"`{name}` needs at least {self.at_least}.", f"Add an entry under `{name}:`.")
        return tuple(self.item.read(item, name, report) for item in node.items)


@dataclass(frozen=True, slots=True)
class MapOf(Generic[T]):
    """Values of one kind under keys that the file chooses."""

    value: Reader[T]
    """Reader of each value."""
    keys: tuple[str, ...] = ()
    """Keys that must all be there, and no others; empty when any id will do."""

    @property
    def blank(self) -> Mapping[str, T]:
        return dict.fromkeys(self.keys, self.value.blank)

    def read(self, node: Node, name: str, report: Report) -> Mapping[str, T]:
        if not isinstance(node, Entries):
            report.add(
                node,
                "wrong-type",
                f"`{name}` does not hold keys with values.",
                f"Write `key: value` lines under `{name}:`.",
            )
            return self.blank
        absent = [key for key in self.keys if node.get(key) is None]
        meant = [self._check(key, name, absent, report) for key, _ in node.pairs]
        for wanted in absent:
            if wanted not in meant:
                report.add(node, "missing-key", f"`{name}` lacks `{wanted}`.", f"Add `{wanted}:`.")
        found = {key.text: self.value.read(value, key.text, report) for key, value in node.pairs}
        return {key: found.get(key, self.value.blank) for key in self.keys} if self.keys else found

    def _check(self, key: Scalar, name: str, absent: list[str], report: Report) -> str:
        """Reports a key that may not stand here; gives the absent one that it was probably meant for."""
        if self.keys and key.text not in self.keys:
            near = nearest(key.text, absent)
            hint = f"Did you mean `{near}`?" if near else f"Keys here: {', '.join(self.keys)}."
            report.add(key, "unknown-key", f"`{name}` has no key `{key.text}`.", hint)
            return near
        if not self.keys and not ID.fullmatch(key.text):
            report.add(key, "bad-id", f"`{key.text}` is not an id.", IDENT.hint)
        return ""


@dataclass(frozen=True, slots=True)
class Key(Generic[T]):
    """One key of a record."""

    name: str
    """As writers type it."""
    reader: Reader[T]
    """Reader of its value."""
    field: str = ""
    """Name of the dataclass field where it differs from the key."""
    default: Any = ...
    """Value when the key is absent; `...` makes the key required."""


@dataclass(frozen=True, slots=True)
class Record(Generic[T]):
    """Keys with values that make up one dataclass."""

    make: Callable[..., T]
    """The dataclass."""
    keys: tuple[Key[Any], ...]
    """Every key."""

    @property
    def blank(self) -> T:
        return self.make(
            **{(key.field or key.name): key.reader.blank if key.default is ... else key.default for key in self.keys}
        )

    def read(self, node: Node, name: str, report: Report) -> T:
        if not isinstance(node, Entries):
            report.add(
                node,
                "wrong-type",
                f"`{name}` does not hold keys with values.",
                f"Its keys are: {', '.join(key.name for key in self.keys)}.",
            )
            return self.blank
        return self.make(**read_keys(self.keys, node, name, report))


def read_keys(keys: tuple[Key[Any], ...], node: Entries, name: str, report: Report) -> dict[str, Any]:
    """Values of a record by field name; unknown and missing keys are reported once, a misspelt one as itself."""
    written = {key.text: (key, value) for key, value in node.pairs}
    misspelt = _misspelt(keys, written, name, report)
    values: dict[str, Any] = {}
    for key in keys:
        found = written.get(key.name) or written.get(misspelt.get(key.name, ""))
        if found:
            values[key.field or key.name] = key.reader.read(found[1], key.name, report)
            if key.default is not ...:
                report.may_go(found[1])
        elif key.default is ...:
            report.add(
                node, "missing-key", f"`{name}` lacks `{key.name}`.", f"Add `{key.name}:` with {_wanted(key.reader)}."
            )
            values[key.field or key.name] = key.reader.blank
        else:
            values[key.field or key.name] = key.default
    return values


def _misspelt(
    keys: tuple[Key[Any], ...], written: Mapping[str, tuple[Scalar, Node]], name: str, report: Report
) -> dict[str, str]:
    """Reports unknown keys; gives which absent key each was probably meant for."""
    absent = [key.name for key in keys if key.name not in written]
    meant: dict[str, str] = {}
    for text, (key, _) in written.items():
        if any(text == known.name for known in keys):
            continue
        computed = COMPUTED.get(text.strip().casefold().replace("-", "_"))
        near = "" if computed else nearest(text, absent)
        known_keys = f"Keys of `{name}`: {', '.join(known.name for known in keys)}."
        hint = f"Did you mean `{near}`?" if near else computed or known_keys
        report.add(key, "unknown-key", f"`{name}` has no key `{text}`.", hint)
        if near:
            meant[near] = text
    return meant


COMPUTED: Mapping[str, str] = dict.fromkeys(
    (
        "verified",
        "verified_by",
        "verification",
        "badge",
        "confidence",
        "level",
        "source_count",
        "sources_count",
        "n",
        "score",
        "count",
    ),
    "Badges, counts and scores are computed from the evidence: take the key out.",
)


def _wanted(reader: Reader[Any]) -> str:
    match reader:
        case Converted():
            return reader.wanted
        case Choice():
            return "one of " + ", ".join(word.value for word in reader.words)
        case ListOf() | MapOf():
            return "a list" if isinstance(reader, ListOf) else "keys and values"
    return "its keys and values"
