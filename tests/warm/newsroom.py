"""A small hub that is printed twice after each edit: warm, with what earlier runs kept, and cold, without anything."""

from __future__ import annotations

import io
import os
import re
import shutil
from collections.abc import Iterable
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field, replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml
from rich.console import Console

import twosource.press.run
from tests.conftest import ROOT
from tests.pages.hub import AS_OF, SITE, Text, front, markdown, stories, write_hub
from tests.press.hall import Tree, tree
from twosource.desk.main import main
from twosource.newsroom.lock import Lock
from twosource.newsroom.lock_file import read_lock, write_lock
from twosource.newsroom.morgue import FILE
from twosource.pages.extras import Extras
from twosource.press.press_error import PressError
from twosource.press.settings import Order
from twosource.press.stages import Stages
from twosource.press.standby import Standby
from twosource.verification.fingerprint import fingerprint

NOBODY = Console(file=io.StringIO())
PAGES_ALONE = Extras(cards=False)
LONG_AGO = 10_000_000_000
"""Nanoseconds by which a run may be told that the files were left alone."""


class ColdOrder(Order):
    """The same order with a cache elsewhere."""

    @property
    def cache(self) -> Path:
        return self.output.parent / "cold-cache"


@dataclass
class Newsroom:
    """The hub, its two sites and its past."""

    home: Path
    as_of: datetime = AS_OF
    site_url: str = SITE
    extras: Extras = PAGES_ALONE
    """Without cards, for drawing them takes longer than all the rest."""
    state: dict[str, bytes] = field(default_factory=dict)
    """Every file of the hub at some good moment."""
    past: list[tuple[str, bytes | None]] = field(default_factory=list)
    """Files as they were before each edit; None for one that was not there."""
    standby: Standby | None = None
    """What one process keeps between all warm prints; None where each is one of its own."""
    hinting: bool = False
    """True where a watcher names the files that were saved between prints."""
    seen: dict[Path, tuple[int, int, int]] = field(default_factory=dict)
    """What the watcher saw last: times of change that nobody can set back, sizes, inodes."""

    @property
    def root(self) -> Path:
        return self.home / "hub"

    @property
    def theme(self) -> Path:
        return self.home / "theme"

    @property
    def output(self) -> Path:
        return self.home / "warm"

    def files(self, pattern: str) -> list[str]:
        """Paths from the root, sorted."""
        return sorted(path.relative_to(self.root).as_posix() for path in self.root.glob(pattern))

    @property
    def stories(self) -> list[str]:
        return [path for path in self.files("content/stories/**/*.md") if (self.root / path).is_file()]

    @property
    def locks(self) -> list[str]:
        return [path for path in self.files("content/stories/**/*.lock") if (self.root / path).is_file()]

    def read(self, path: str) -> str:
        return (self.root / path).read_text("utf-8")

    def write(self, path: str, text: str | bytes | None) -> None:
        """Write a file, or take it out; what it was is remembered."""
        file = self.root / path
        self.past.append((path, file.read_bytes() if file.is_file() else None))
        if text is None:
            file.unlink(missing_ok=True)
            return
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode() if isinstance(text, str) else text)

    def front(self, path: str) -> dict[str, Any]:
        """Front matter of a file; that of a broken one is empty."""
        try:
            found = yaml.safe_load(self.read(path).split("---\n")[1])
        except (yaml.YAMLError, IndexError):
            return {}
        return found if isinstance(found, dict) else {}

    def change(self, path: str, **keys: Any) -> None:
        """Set keys of the front matter; None takes one out."""
        parts = self.read(path).split("---\n", 2)
        kept = {key: value for key, value in {**self.front(path), **keys}.items() if value is not None}
        self.write(path, markdown(_plain(kept), parts[-1].rstrip("\n")))

    def keep_state(self) -> None:
        """Remember hub and theme as they are, for `go_back`."""
        self.state = {path: (self.root / path).read_bytes() for path in self._all()}

    def go_back(self) -> None:
        """Make both what they were, on the first day; files that are as they were are not touched."""
        self.as_of, self.site_url = AS_OF, SITE
        for path in self.root.rglob("*"):
            if path.is_symlink() or (path.is_dir() and path.suffix in (".md", ".lock")):
                path.unlink() if path.is_symlink() else path.rmdir()
        there = self._all()
        for path in sorted(there | self.state.keys()):
            was = self.state.get(path)
            if path not in there or was != (self.root / path).read_bytes():
                self.write(path, was)

    def _all(self) -> set[str]:
        """Files of the hub and of the theme, as seen from the hub."""
        found = (path for folder in (self.root, self.theme) for path in folder.rglob("*") if path.is_file())
        return {os.path.relpath(path, self.root) for path in found if ".cache" not in path.parts}

    def relock(self, path: str, change: Any) -> None:
        """Alter a lock that can be read."""
        lock, _ = read_lock(self.read(path), path)
        if lock and lock.sources:
            self.write(path, write_lock(change(lock)))

    def print_warm(self, ahead: int = 0) -> str:
        """Print with the cache and give what was told; `ahead` is how much later it seems to be, nanoseconds."""
        changed = self._saved() if self.hinting else None
        return _told(self._order(Order, self.output), ahead, self.standby, changed)

    def _saved(self) -> list[Path]:
        """Files of the hub that came, went or changed since the last call."""
        found = ((path, path.lstat()) for path in self.root.rglob("*") if ".cache" not in path.parts)
        before, self.seen = self.seen, {path: (of.st_ctime_ns, of.st_size, of.st_ino) for path, of in found}
        return [path for path in before.keys() | self.seen.keys() if before.get(path) != self.seen.get(path)]

    @property
    def site(self) -> Tree:
        """The warm site as it stands; empty where there is none."""
        return tree(self.output) if self.output.is_dir() else {}

    def print_cold(self) -> tuple[str, Tree]:
        """Print without a cache into a new folder; what was told, and the site, empty where there is none."""
        output = self.home / "cold"
        shutil.rmtree(output, ignore_errors=True)
        order = self._order(ColdOrder, output)
        (order.cache / FILE).unlink(missing_ok=True)
        said = _told(order, 0)
        return said, tree(output) if output.is_dir() else {}

    def check(self) -> str:
        """What `desk check` finds, with the same cache, as JSON."""
        heard = io.StringIO()
        with redirect_stdout(heard):
            main(["check", "--root", str(self.root), "--as-of", self.as_of.isoformat(), "--format", "json"])
        return heard.getvalue()

    def _order(self, kind: type[Order], output: Path) -> Order:
        return kind(self.root, output, self.theme, (), self.site_url, self.as_of, None, self.extras)


def _told(order: Order, ahead: int, standby: Standby | None = None, changed: Iterable[Path] | None = None) -> str:
    heard = io.StringIO()
    past = twosource.press.run.time_ns
    twosource.press.run.time_ns = lambda: past() + ahead  # type: ignore[assignment]
    try:
        with redirect_stderr(heard):
            twosource.press.run.run(order, Stages(NOBODY), standby, changed)
    except PressError as stop:
        return str(stop).partition("Nothing was printed")[0]
    finally:
        twosource.press.run.time_ns = past
    return heard.getvalue()


def _plain(value: Any) -> Any:
    """Days that YAML read, as text."""
    if isinstance(value, dict):
        return {key: _plain(held) for key, held in value.items()}
    if isinstance(value, list):
        return [_plain(held) for held in value]
    return value if isinstance(value, str | int | float | bool) or value is None else str(value)


def words(seed: str, many: int) -> str:
    """So many words that no other seed gives."""
    return " ".join(f"{seed}{n * 7919 % 1000:03d}" for n in range(many))


STANDING = words("standing", 60)
"""What one site prints under each of its reports."""


def open_newsroom(home: Path) -> Newsroom:
    """Fourteen stories of every fate; each page has words of its own, one site standing text under all of them."""
    made = Newsroom(home)
    write_hub(made.root, {**stories(), **_more()}, minimum_n=2)
    (made.root / "content" / "entities" / "unnamed-body.md").write_text(
        markdown({"name": "Unnamed Body", "type": "organisation"}, "Nobody names it."), "utf-8"
    )
    for path in (*made.stories, *made.locks):
        own = re.sub(r"(https://[a-z.]+/)(office|daily|gazette)", rf"\1{Path(path).stem}/\2", made.read(path))
        made.write(path, own)
    for path in made.locks:
        made.relock(path, lambda lock, path=path: with_pages(lock, {name: page(path, name) for name in lock.sources}))
    shutil.copytree(ROOT / "themes" / "ledger", made.theme)
    made.past.clear()
    for path in made.root.rglob("*"):
        os.utime(path, (1_700_000_000, 1_700_000_000))
    return made


def _more() -> dict[str, Text]:
    return {
        "linking": Text(
            front("Linking report", "2026-02-20", category="trade", related=["verified", "merged"]),
            body="See [the plant](/stories/verified/), [a name](/entities/china/) and [[wto]] {fact 1}.",
        ),
        "deficit": Text(front("Deficit told", "2026-02-21", facts=_deficit("375"), mentioned=["china", "recyclers"])),
        "otherwise": Text(front("Deficit again", "2026-02-22", facts=_deficit("336"))),
        "unlocked": Text(front("Still to be locked", "2026-02-23", status="draft"), saved=()),
        "plain": Text(front("Plain report", "2026-02-23T08:00+00:00", outlook=None, expires="2026-03-10T15:00+00:00")),
        "this-evening": Text(front("Evening report", "2026-03-10T18:00+00:00")),
    }


def _deficit(billions: str) -> list[dict[str, Any]]:
    """Two stories tell it with two figures."""
    quote = f"the US trade deficit with China was ${billions} billion"
    evidence = [{"source": name, "quote": quote} for name in ("office", "daily")]
    return [{"text": f"T{quote[1:]}.", "kind": "fact", "essential": True, "as_of": "2026-02", "evidence": evidence}]


def page(path: str, name: str) -> str:
    """What a source's page said: words of its own, and under a newspaper's its standing text."""
    own = words(f"{Path(path).stem}{name}", 80)
    return f"{own}. {STANDING}." if name != "office" else f"{own}."


def with_pages(lock: Lock, pages: dict[str, str]) -> Lock:
    """A lock with the fingerprints of these texts."""
    sources = {
        name: replace(held, fingerprint=fingerprint(pages[name]), sha256=sha256(pages[name].encode()).hexdigest())
        if name in pages
        else held
        for name, held in lock.sources.items()
    }
    return replace(lock, sources=sources)
