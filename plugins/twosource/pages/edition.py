"""The edition: the whole site at one moment, as a recipe."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from twosource.newsroom.excuses import pleas_by_path, sort_out
from twosource.newsroom.library import house_texts
from twosource.newsroom.problems import Problem, in_order, stop_the_press
from twosource.newsroom.ties import ties_in_order, ties_of
from twosource.pages.archive import archive_pages
from twosource.pages.claims import check_addresses
from twosource.pages.corrections_page import corrections_pages
from twosource.pages.data_pages import data_pages
from twosource.pages.entity_pages import entity_pages
from twosource.pages.extras import USUAL, Extras
from twosource.pages.feeds import feed_pages
from twosource.pages.finding_data import finding_data
from twosource.pages.glossary_pages import glossary_pages
from twosource.pages.header_files import header_files
from twosource.pages.home import home_pages
from twosource.pages.icalendar import calendar_pages
from twosource.pages.index_pages import about_pages, not_found_pages, search_pages
from twosource.pages.ledger_data import ledger_data
from twosource.pages.link_checks import check_links
from twosource.pages.llms import llms_pages
from twosource.pages.machines import opensearch_pages, redirect_pages, site_index
from twosource.pages.methodology import methodology_pages
from twosource.pages.newsstand import Newsstand
from twosource.pages.page import Page
from twosource.pages.reference_data import reference_data
from twosource.pages.sheet import PageMaker, Sheet
from twosource.pages.small_stand import make_newsstand
from twosource.pages.social_cards import card_pages
from twosource.pages.story_files import story_files
from twosource.pages.topic_pages import topic_pages
from twosource.pages.trend_data import trend_data
from twosource.pages.trend_pages import trend_pages
from twosource.pages.watch_page import watch_pages
from twosource.verification.review import Review, review

PAGE_MAKERS: tuple[PageMaker, ...] = (
    home_pages,
    story_files,
    topic_pages,
    entity_pages,
    glossary_pages,
    methodology_pages,
    trend_pages,
    watch_pages,
    corrections_pages,
    search_pages,
    archive_pages,
    about_pages,
    not_found_pages,
    redirect_pages,
    feed_pages,
    calendar_pages,
    data_pages,
    ledger_data,
    reference_data,
    trend_data,
    finding_data,
    opensearch_pages,
    llms_pages,
    header_files,
    card_pages,
)
"""Everything that the site is made of; the sitemap comes last, since it names the others."""


@dataclass(frozen=True, slots=True)
class Edition:
    """The site, or the reasons why there is none."""

    pages: tuple[Page, ...]
    """Every file; none when a problem stops the press."""
    problems: tuple[Problem, ...]
    """All that writers have to mend or to know."""
    review: Review
    """What was read and reckoned."""


def make_edition(root: Path, as_of: datetime, site_url: str, index: str = "", extras: Extras = USUAL) -> Edition:
    """Read the hub at `root` and make its site as of a moment, under an absolute address.

    `index` is the address of the script of a search index that stands beside the pages; without one the search page
    loads no script and asks for nothing.
    """
    found = proofread(root, as_of)
    if stop_the_press(found.problems):
        return Edition((), found.problems, found)
    return Edition(make_pages(make_newsstand(found, as_of, site_url, index, extras)), found.problems, found)


def proofread(root: Path, as_of: datetime) -> Review:
    """All problems of a hub: those of the review, those of its addresses, and those of the links in its texts."""
    found = review(root, as_of)
    stories = found.library.stories
    ties = ties_in_order([ties_of(story, found.library.lock_of(story)) for story in stories])
    wheres = {story.path: story.where for story in stories}
    told = (*check_addresses(found.library, ties, wheres.__getitem__), *check_links(found.library, as_of))
    texts = (*stories, *house_texts(found.library))
    pleas = pleas_by_path((text.path, text.ignore, text.where) for text in texts)
    return replace(found, problems=sort_out(in_order((*found.problems, *told)), pleas).told)


def sheets(stand: Newsstand) -> tuple[Sheet, ...]:
    """Every file of the site to come; no story is opened and no view made for it."""
    found = _listed(stand)
    return (*found, *site_index(found, _listed))


def make_pages(stand: Newsstand) -> tuple[Page, ...]:
    """Every page of the site."""
    return tuple(sheet.make(stand) for sheet in sheets(stand))


def _listed(stand: Newsstand) -> tuple[Sheet, ...]:
    return tuple(sheet for maker in PAGE_MAKERS for sheet in maker(stand))
