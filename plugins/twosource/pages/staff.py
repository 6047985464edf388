"""The staff: one bureau in this process for a handful of stories, or several in processes of their own for many.

A bureau keeps its stories from reading to printing, so each has an executor of its own with a single worker: what is
handed to that executor reaches that bureau. Workers are forked, and inherit the masthead and the house.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from types import TracebackType
from typing import Any, Self, TypeVar

from twosource.pages.bureau import Bureau

T = TypeVar("T")

BATCH = 250
"""Stories or pages that a bureau is given at a time: its answer is one step of the progress."""

FEW = 300
"""Up to so many stories or pages, forking and collecting costs more than it saves."""

Tell = Callable[[int], None]
"""Told how many more are done."""


class Staff:
    """The bureaus of one run. Use as a context manager: processes end with it, and with this process."""

    def __init__(self, first: Bureau, cores: int) -> None:
        """`first` is the bureau of this process, and the one from which others are forked."""
        self._bureau = first
        self._cores = cores if "fork" in multiprocessing.get_all_start_methods() else 1
        self._pools: list[ProcessPoolExecutor] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bureau.close()
        for pool in self._pools:
            pool.shutdown(cancel_futures=True)  # it waits for the batch at hand: no process outlives the run

    def need(self, items: int) -> None:
        """Fork a bureau for each core before so many stories or pages are handed out, unless they are few.

        What was read before that is inherited by all of them.
        """
        if self._pools or self._cores < 2 or items <= FEW:
            return
        gc.collect()
        gc.freeze()  # what children inherit is never garbage; looked through for some, it would all be copied
        fork = multiprocessing.get_context("fork")
        for _ in range(self._cores):
            self._pools.append(ProcessPoolExecutor(1, mp_context=fork, initializer=_begin, initargs=(self._bureau,)))

    @property
    def first(self) -> Bureau:
        """The bureau of this process."""
        return self._bureau

    @property
    def many(self) -> int:
        """Number of bureaus."""
        return len(self._pools) or 1

    def owner(self, name: str) -> int:
        """Number of the bureau that a story, by its path, or a page, by its address, belongs to."""
        return zlib.crc32(name.encode()) % self.many

    def each(self, method: str, shares: Sequence[Sequence[Any]], *more: Any, tell: Tell) -> Iterator[Any]:
        """Call a method of each bureau with its share, batch by batch; answers come as they are ready."""
        tasks = ((n, share[at : at + BATCH]) for n, share in enumerate(shares) for at in range(0, len(share), BATCH))
        if not self._pools:
            for _, batch in tasks:
                yield getattr(self._bureau, method)(batch, *more)
                tell(len(batch))
            return
        sent = {self._pools[n].submit(_do, method, batch, *more): len(batch) for n, batch in tasks}
        yield from _ready(sent, tell)

    def all(self, method: str, *arguments: Any) -> None:
        """Call a method of every bureau, this process's own included."""
        sent: Iterable[Future[Any]] = [pool.submit(_do, method, *arguments) for pool in self._pools]
        getattr(self._bureau, method)(*arguments)
        for answer in sent:
            answer.result()

    def shares(self, items: Iterable[T], name: Callable[[T], str]) -> list[list[T]]:
        """Items by the bureau that they belong to."""
        found: list[list[T]] = [[] for _ in range(self.many)]
        for item in items:
            found[self.owner(name(item))].append(item)
        return found


def _ready(sent: dict[Future[Any], int], tell: Tell) -> Iterator[Any]:
    for answer in as_completed(list(sent)):
        yield answer.result()
        tell(sent.pop(answer))


_bureau: list[Bureau] = []
"""The bureau that a worker process is: the one thing that it holds from task to task."""


def _begin(bureau: Bureau) -> None:
    gc.disable()  # a worker lives for seconds, and what it makes it keeps
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all of a terminal's processes: the first one says so
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _bureau.append(bureau)


def _end_with_parent() -> None:
    """Where the first process is killed, nobody tells its workers: each would wait for its next batch for ever."""
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
        os._exit(1)


def _do(method: str, *arguments: Any) -> Any:
    return getattr(_bureau[0], method)(*arguments)


def cores() -> int:
    """Processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
