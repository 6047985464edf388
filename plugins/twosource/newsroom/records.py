"""Readers of lists, of maps and of records: keys with values that make up one dataclass."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from twosource.newsroom.fields import ID, IDENT, Choice, Converted, Reader, is_blank
from twosource.newsroom.report import Report, Way
from twosource.newsroom.suggest import nearest
from twosource.newsroom.yaml_tree import Value

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

    def read(self, value: Value, name: str, way: Way, report: Report) -> tuple[T, ...]:
        if not isinstance(value, list):
            missing = isinstance(value, str) and is_blank(value)
            rule, what = ("missing-value", "has no value") if missing else ("wrong-type", "is not a list")
            hint = f"Write a list: `{name}: [one, two]`, or lines that begin with `- `."
            report.add(way, rule, f"`{name}` {what}.", hint)
            return ()
        if len(value) < self.at_least:
            report.add(way, "too-few", f"`{name}` needs at least {self.at_least}.", f"Add an entry under `{name}:`.")
        read = self.item.read
        return tuple([read(item, name, (way, n), report) for n, item in enumerate(value)])


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

    def read(self, value: Value, name: str, way: Way, report: Report) -> Mapping[str, T]:
        if not isinstance(value, dict):
            what = f"`{name}` does not hold keys with values."
            report.add(way, "wrong-type", what, f"Write `key: value` lines under `{name}:`.")
            return self.blank
        absent = [key for key in self.keys if key not in value]
        meant = [self._check(key, name, absent, way, report) for key in value]
        for wanted in absent:
            if wanted not in meant:
                report.add(way, "missing-key", f"`{name}` lacks `{wanted}`.", f"Add `{wanted}:`.")
        found = {key: self.value.read(each, key, (way, key), report) for key, each in value.items()}
        return {key: found.get(key, self.value.blank) for key in self.keys} if self.keys else found

    def _check(self, key: str, name: str, absent: list[str], way: Way, report: Report) -> str:
        """Reports a key that may not stand here; gives the absent one that it was probably meant for."""
        if self.keys and key not in self.keys:
            near = nearest(key, absent)
            hint = f"Did you mean `{near}`?" if near else f"Keys here: {', '.join(self.keys)}."
            report.add_key((way, key), "unknown-key", f"`{name}` has no key `{key}`.", hint)
            return near
        if not self.keys and not ID.fullmatch(key):
            report.add_key((way, key), "bad-id", f"`{key}` is not an id.", IDENT.hint)
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


Row = tuple[str, str, Callable[[Value, str, Way, Report], Any], Any]
"""A key as reading wants it: its name, its field, how its value is read, its default."""


@dataclass(frozen=True, slots=True)
class Record(Generic[T]):
    """Keys with values that make up one dataclass."""

    make: Callable[..., T]
    """The dataclass."""
    keys: tuple[Key[Any], ...]
    """Every key."""
    rows: tuple[Row, ...] = field(init=False, repr=False, compare=False)
    """The keys as a table, made once: a story is read by thirty records."""
    names: frozenset[str] = field(init=False, repr=False, compare=False)
    """Names of the keys."""

    def __post_init__(self) -> None:
        rows = tuple((key.name, key.field or key.name, key.reader.read, key.default) for key in self.keys)
        object.__setattr__(self, "rows", rows)
        object.__setattr__(self, "names", frozenset(key.name for key in self.keys))

    @property
    def blank(self) -> T:
        return self.make(**self.blanks)

    @property
    def blanks(self) -> dict[str, Any]:
        """Values by field where nothing could be read."""
        return {(key.field or key.name): key.reader.blank if key.default is ... else key.default for key in self.keys}

    def read(self, value: Value, name: str, way: Way, report: Report) -> T:
        if not isinstance(value, dict):
            hint = f"Its keys are: {', '.join(key.name for key in self.keys)}."
            report.add(way, "wrong-type", f"`{name}` does not hold keys with values.", hint)
            return self.blank
        return self.make(**self.values(value, name, way, report))

    def values(self, written: Mapping[str, Value], name: str, way: Way, report: Report) -> dict[str, Any]:
        """Values by field; unknown and missing keys are reported once, a misspelt one as itself."""
        meant = {} if self.names.issuperset(written) else self._misspelt(written, name, way, report)
        values: dict[str, Any] = {}
        for key, into, read, default in self.rows:
            found = key if key in written else meant.get(key)
            if found is not None:
                values[into] = read(written[found], key, (way, found), report)
                if report.problems and default is not ...:
                    report.may_go((way, found))
            elif default is ...:
                values[into] = self._missing(key, name, way, report)
            else:
                values[into] = default
        return values

    def _missing(self, name: str, record: str, way: Way, report: Report) -> Any:
        """Report a key that must be there; gives its blank."""
        reader = next(key.reader for key in self.keys if key.name == name)
        report.add(way, "missing-key", f"`{record}` lacks `{name}`.", f"Add `{name}:` with {_wanted(reader)}.")
        return reader.blank

    def _misspelt(self, written: Mapping[str, Value], name: str, way: Way, report: Report) -> dict[str, str]:
        """Report unknown keys; gives which absent key each was probably meant for."""
        absent = [key.name for key in self.keys if key.name not in written]
        meant: dict[str, str] = {}
        for text in [text for text in written if text not in self.names]:
            computed = COMPUTED.get(text.strip().casefold().replace("-", "_"))
            near = "" if computed else nearest(text, absent)
            known_keys = f"Keys of `{name}`: {', '.join(known.name for known in self.keys)}."
            hint = f"Did you mean `{near}`?" if near else computed or known_keys
            report.add_key((way, text), "unknown-key", f"`{name}` has no key `{text}`.", hint)
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
