"""What fails in the making of a page is named in a preview; what says that the run itself is void is not swallowed."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests.conftest import AS_OF
from twosource.newsroom.morgue import DamagedError, OvertakenError
from twosource.pages import bureau
from twosource.pages.bureau import Bureau
from twosource.pages.page import UNMADE
from twosource.press.preview.builder import Builder
from twosource.press.preview.messages import Job
from twosource.press.preview.worker import _orders

STORY = "content/stories/2020/oil-price-war-crash.md"
URL = "/stories/oil-price-war-crash/"


def lenient() -> Any:
    """A bureau of a preview that has read nothing."""
    found = object.__new__(Bureau)
    found._house = SimpleNamespace(extras=SimpleNamespace(lenient=True))  # type: ignore[assignment]
    return found


def failing(error: Exception) -> Callable[..., Any]:
    def fail(*given: object) -> Any:
        raise error

    return fail


@pytest.mark.parametrize("kind", [DamagedError, OvertakenError])
def test_a_cache_that_fails_is_never_taken_for_a_page_that_does(kind: type[Exception]) -> None:
    """Whoever opened the cache begins anew; a fault of the layout would stand until the preview is ended."""
    with pytest.raises(kind):
        lenient()._page(SimpleNamespace(url="/", make=failing(kind())), None)
    house = lenient()
    house._folio_of = failing(kind())
    with pytest.raises(kind):
        house._laid_out(SimpleNamespace(reading=(), evidence=()))


def test_a_page_that_fails_says_why() -> None:
    page = lenient()._page(SimpleNamespace(url="/", make=failing(ValueError("so"))), None)
    assert (page.template, page.view["reason"]) == (UNMADE, "ValueError('so')")


def test_a_sound_story_that_fails_in_layout_is_named_with_the_cause(
    fresh: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else its page would be missing, and nothing anywhere would say so; and a later look still knows it."""
    made = bureau.make_folio

    def make(house: Any, story: Any, *rest: Any) -> Any:
        if story.path == STORY:
            raise ValueError("unforeseen")
        return made(house, story, *rest)

    monkeypatch.setattr(bureau, "make_folio", make)
    given = Namespace(settings=fresh / "pelicanconf.py", root=fresh, as_of=AS_OF, drafts=True)
    report = Builder(_orders(given)).build(Job(None))
    named = [(fault.path, fault.rule, fault.message, fault.url) for fault in report.faults if fault.error]
    assert named == [(STORY, "layout", "The story cannot be laid out: ValueError('unforeseen').", URL)]
    assert report.unset == {URL: STORY}
    assert Builder(_orders(given)).build(Job(None)).faults == report.faults


def test_a_cache_that_is_damaged_in_the_middle_of_a_preview_heals(fresh: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made, damaged = bureau.make_folio, iter([DamagedError("a drawer")])

    def make(*given: Any) -> Any:
        for error in damaged:
            raise error
        return made(*given)

    monkeypatch.setattr(bureau, "make_folio", make)
    given = Namespace(settings=fresh / "pelicanconf.py", root=fresh, as_of=AS_OF, drafts=True)
    report = Builder(_orders(given)).build(Job(None))
    assert (report.printed, report.faults, report.unset) == (True, (), {})
