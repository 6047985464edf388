"""Opens a newsstand: lays out its stock."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from twosource.pages.folio import Folio
from twosource.pages.house import House
from twosource.pages.newsstand import Newsstand
from twosource.pages.stock import stock_up
from twosource.trends.brief import Brief
from twosource.trends.row import Row


def open_newsstand(
    house: House, rows: Iterable[Row], brief: Callable[[str], Brief], folio: Callable[[str], Folio]
) -> Newsstand:
    """Lay out public stories by their rows, in any order.

    `brief` and `folio` open one by its slug; they are asked as often as pages ask.
    """
    return Newsstand(house, stock_up(house, rows, brief), folio)
