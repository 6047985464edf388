"""The last step of a run: a search index that fits the pages, or a word on why there is none."""

from __future__ import annotations

from collections.abc import Mapping
from time import monotonic

from twosource.press.console import complain, say, strict
from twosource.press.pagefind import MISSING, IndexingError
from twosource.press.press_error import PressError
from twosource.press.report import counted
from twosource.press.search_choice import Search
from twosource.press.search_index import FOREIGN, build, is_due, remove, stamp_of
from twosource.press.settings import Order
from twosource.press.shelf import Mark
from twosource.press.stages import Stages


def renew_search(asked: Order, files: Mapping[str, Mark], stages: Stages) -> None:
    """Make the index anew where pages changed; `files` are those that stand. Pages stay as they are, whatever happens.

    Raises PressError.
    """
    if asked.make_edition:
        return
    stamp = stamp_of(asked.output)
    if asked.search is Search.OFF:
        if stamp:
            remove(asked.output)
        return
    if not asked.indexer:
        _complain(MISSING)
        return
    if stamp == "":
        _complain(FOREIGN)
        return
    if is_due(asked, files, stamp):
        since = monotonic()
        try:
            with stages.stage("Indexing for search"):
                pages = build(asked, files)
        except IndexingError as error:
            _complain(_failed(error, stamp))
        else:
            say(f"Indexed {counted(pages, 'page')} for search in {monotonic() - since:.1f} s")


def _failed(error: IndexingError, stamp: str | None) -> str:
    left = "the index of an earlier print stands" if stamp else "the search page offers its list only"
    return f"Search: Pagefind failed ({error}).\n    The pages stand as printed; {left}. The next run tries again."


def _complain(text: str) -> None:
    """A warning: the site is whole without search. Raises PressError where warnings are fatal."""
    if strict():
        raise PressError(text)
    complain(text)
