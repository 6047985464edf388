"""A misbehaving server, a clock that jumps, and a fetcher that may ask 127.0.0.1 and nothing else that is private."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

import pytest

from tests.desk.conftest import PATH, edit, small
from tests.fetch.server import Server
from twosource.desk.clock import Tempo
from twosource.desk.fetching.assembly import fetcher_for
from twosource.desk.fetching.fetcher import Fetcher, Outcome
from twosource.desk.fetching.limits import Limits
from twosource.desk.fetching.means import Means
from twosource.desk.fetching.shelf import Shelf
from twosource.desk.lock import run as lock_stories
from twosource.desk.main import arguments
from twosource.desk.reader import Reader
from twosource.desk.reader_child import READERS
from twosource.desk.saved_page import SavedPage
from twosource.newsroom.problems import Problem

__all__ = ["small"]

WORDS = "The ministry announced a duty of 12 percent on steel pipes after two days of talks with importers. " * 6
HTML = f"<!doctype html><html><head><title>Pipes</title></head><body><article><p>{WORDS}</p></article></body></html>"

AGENT = "twosource-desk/0 (+desk@example.org)"
QUICK = Limits(
    seconds=60.0, silence=0.3, packed=200_000, unpacked=400_000, robots_bytes=20_000, waits=(1.0, 2.0), reading=10.0
)


class Here(Reader):
    """Reads pages in this process: a child takes half a second to start."""

    def read(self, kind: str, path: str, url: str, raw: bytes) -> SavedPage | Problem:
        return READERS[kind](path, url, raw)


class Clock:
    """Real time, and the seconds that were slept, which pass at once."""

    def __init__(self) -> None:
        self.slept: list[float] = []

    def now(self) -> float:
        return monotonic() + sum(self.slept)

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)

    @property
    def tempo(self) -> Tempo:
        return Tempo(self.now, self.sleep, lambda: datetime(2026, 3, 1, 12, tzinfo=UTC))


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def server() -> Iterator[Server]:
    one = Server()
    yield one
    one.close()


Make = Callable[..., Fetcher]


@pytest.fixture
def make(tmp_path: Path, clock: Clock) -> Make:
    """A fetcher with small limits whose pages are read in this process."""

    def made(**changed: object) -> Fetcher:
        limits = replace(QUICK, **{key: changed[key] for key in changed if key in QUICK.__dataclass_fields__})  # type: ignore[arg-type]
        rest = {key: value for key, value in changed.items() if key not in QUICK.__dataclass_fields__}
        means = Means(limits, clock.tempo, **{key: rest.pop(key) for key in ("look_up",) if key in rest})  # type: ignore[arg-type]
        shelf = Shelf(tmp_path / "hub", clock.tempo)
        return fetcher_for(AGENT, shelf, Here().read, means=means, **{"allowed": ("127.0.0.1",), **rest})  # type: ignore[arg-type]

    return made


Fetch = Callable[..., Outcome]


@pytest.fixture
def fetch(make: Make, server: Server) -> Fetch:
    """Fetch a path of the server once, with a fetcher of its own."""

    def fetched(path: str, **changed: object) -> Outcome:
        return make(**changed).fetch(server.url + path)

    return fetched


Lock = Callable[..., int]


@pytest.fixture
def hub(small: Path, server: Server) -> Path:
    """The small hub, its two sources at the server: `/courier` and `/gazette`."""
    edit(small, "https://www.courier.example/pipes?utm_source=letter", f"{server.url}/courier")
    edit(small, "https://gazette.example/duty", f"{server.url}/gazette")
    return small


@pytest.fixture
def lock(hub: Path, clock: Clock) -> Lock:
    """Runs `desk lock` with small limits and a clock that jumps, reading pages in this process."""

    def run(
        *words: str | Path,
        stories: str = PATH,
        limits: Limits = QUICK,
        allowed: str = "127.0.0.1",
        reader: Callable[[float], Reader] = Here,
    ) -> int:
        given = arguments().parse_args(["lock", stories, "--allow-address", allowed, *map(str, words)])
        return lock_stories(given, Means(limits, clock.tempo, reader=reader))

    return run


def article(text: str) -> bytes:
    """A page that holds a text."""
    paragraphs = "".join(f"<p>{part}</p>" for part in text.split("\n\n"))
    head = "<!doctype html><html><head><title>T</title></head>"
    return f"{head}<body><article>{paragraphs}</article></body></html>".encode()
