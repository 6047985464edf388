"""Pages may be printed by any `concurrent.futures.Executor`; what runs where is its business."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from functools import partial
from itertools import islice

from twosource.pages.page import Page
from twosource.press.press_error import PressError
from twosource.press.rendering import Printed, Spread
from twosource.press.settings import Choice

BATCH = 50
"""Pages that are handed over at once: a task costs about a millisecond, a page a third of one."""
AHEAD = 16
"""Batches under way at a time: enough for sixteen workers, and 30 MB of pages and bytes at most."""


@contextmanager
def spread_of(choice: Choice) -> Iterator[Spread]:
    """How to print many pages. The executor is shut down at the end. Raises PressError where there is none."""
    if choice == "":
        yield map
    else:
        with _executor(choice) as executor:
            yield partial(_spread, executor)


def _spread(executor: Executor, fn: Callable[[Page], Printed], pages: Iterable[Page]) -> Iterator[Printed]:
    """Results in the order of the pages; these are taken only as fast as results come back."""
    ahead, waiting = iter(pages), deque[Future[list[Printed]]]()
    while batch := list(islice(ahead, BATCH)):
        waiting.append(executor.submit(_print_each, fn, batch))
        if len(waiting) >= AHEAD:
            yield from waiting.popleft().result()
    while waiting:
        yield from waiting.popleft().result()


def _print_each(fn: Callable[[Page], Printed], batch: list[Page]) -> list[Printed]:
    return [fn(page) for page in batch]


@contextmanager
def _executor(choice: Choice) -> Iterator[Executor]:
    if callable(choice):
        with choice() as executor:
            yield executor
        return
    kind, _, address = choice.partition(":")
    if kind != "dask":
        raise PressError(
            f"TWOSOURCE_EXECUTOR is {choice!r}, which is neither a function nor dask.\n"
            '    Write "dask", "dask:tcp://scheduler:8786", or a function that gives an Executor.'
        )
    with _dask(address) as executor:
        yield executor


@contextmanager
def _dask(address: str) -> Iterator[Executor]:
    """Workers of a scheduler; without an address, a cluster of processes on this machine for as long as it takes."""
    try:
        from distributed import Client
    except ImportError as error:
        raise PressError(
            "TWOSOURCE_EXECUTOR is dask, and Dask is not installed.\n    Install it: pip install twosource[dask]."
        ) from error
    made = {} if address else {"threads_per_worker": 1, "dashboard_address": None}
    with Client(address or None, set_as_default=False, **made) as client, client.get_executor() as executor:
        yield executor
