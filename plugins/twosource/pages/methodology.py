"""The methodology: an overview with a worked example, a page for each chapter, the numbers, the rules of the checks."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from twosource.newsroom.reference import Note
from twosource.newsroom.rules import RULES
from twosource.pages import addresses, dates
from twosource.pages.chrome import Head, html_page, link
from twosource.pages.newsstand import Newsstand
from twosource.pages.page import Page
from twosource.pages.prose import Setting, set_prose
from twosource.pages.registry import grades, registry_pages
from twosource.pages.rubric_tables import rubric_tables
from twosource.pages.rubric_words import with_numbers
from twosource.pages.rule_pages import rule_pages
from twosource.pages.sheet import Sheet
from twosource.pages.views import ChapterBody, Link, MethodologyBody, NumbersBody
from twosource.pages.wording import percent
from twosource.pages.worked_example import worked_example
from twosource.verification.last_run import LAST_RUN
from twosource.verification.properties import PROPERTIES, Property
from twosource.verification.tried import Run


def methodology_pages(stand: Newsstand) -> Iterator[Sheet]:
    """The overview, the chapters, the numbers, the rules and the registry."""
    yield Sheet(addresses.METHODOLOGY, "methodology.html", _methodology, indexed=True)
    for place, note in enumerate(stand.library.notes):
        yield Sheet(addresses.chapter(note.id), "chapter.html", partial(_chapter, place=place), indexed=True)
    yield Sheet(addresses.NUMBERS, "numbers.html", _numbers, indexed=True)
    yield from rule_pages(stand)
    yield from registry_pages(stand)


def versions(stand: Newsstand) -> list[dict[str, Any]]:
    """The rubric's change log, newest first."""
    return [
        {"version": change.version, "date": dates.day(change.date), "what": change.what}
        for change in stand.library.rubric.changes
    ]


def tried(run: Run | None) -> dict[str, Any]:
    """What must always hold, each with what became of its tests in the last run; without a run there is no result."""
    return {
        "properties": [{"name": each.name, "sentence": each.sentence, **_result(each, run)} for each in PROPERTIES],
        "run": {"date": dates.day(run.day), "commit": run.commit} if run else None,
    }


def _result(each: Property, run: Run | None) -> dict[str, Any]:
    """`held` or `failed` and on how many random stories; both empty where no run is on file."""
    tests = run.of(each.name) if run else ()
    outcome = ("held" if all(test.held for test in tests) else "failed") if tests else ""
    return {"outcome": outcome, "examples": sum(test.examples for test in tests)}


def _methodology(stand: Newsstand) -> Page:
    rubric = stand.library.rubric
    head = Head(
        title="Methodology",
        crumbs=(("Methodology", addresses.METHODOLOGY),),
        description=f"How {stand.library.hub.name} checks, counts and scores, with the numbers of rubric "
        f"{rubric.version}.",
    )
    body: MethodologyBody = {
        "chapters": [
            {"id": note.id, "title": note.title, "summary": note.summary, "href": _href(stand, note)}
            for note in stand.library.notes
        ],
        "example": worked_example(stand),
        "tried": tried(LAST_RUN),
        "versions": versions(stand),
        "numbers": link(stand, "The numbers", addresses.NUMBERS),
        "rules": link(stand, "The rules of the checks", addresses.RULES),
        "rule_count": len(RULES),
        "publishers": link(stand, "The registry of publishers", addresses.PUBLISHERS),
        "publisher_count": len(stand.library.publishers),
    }
    return html_page(stand, addresses.METHODOLOGY, "methodology.html", head, body)


def _href(stand: Newsstand, note: Note) -> str:
    return stand.href(addresses.chapter(note.id))


def _chapter(stand: Newsstand, place: int) -> Page:
    notes = stand.library.notes
    note, address = notes[place], addresses.chapter(notes[place].id)
    head = Head(
        title=note.title,
        crumbs=(("Methodology", addresses.METHODOLOGY), (note.title, address)),
        description=note.summary or f"How {stand.library.hub.name} works: {note.title}.",
    )
    text = with_numbers(note.body.text, stand.library.rubric)
    body: ChapterBody = {
        "title": note.title,
        "summary": note.summary,
        "html": set_prose(text, Setting(note.id, 2, stand.house.glossary, stand.house.base)).html,
        "chapters": [
            {"text": each.title, "href": _href(stand, each), "current": each is note} for each in stand.library.notes
        ],
        "before": _beside(stand, place - 1),
        "after": _beside(stand, place + 1),
    }
    return html_page(stand, address, "chapter.html", head, body)


def _beside(stand: Newsstand, place: int) -> Link | None:
    notes = stand.library.notes
    return link(stand, notes[place].title, addresses.chapter(notes[place].id)) if 0 <= place < len(notes) else None


def _numbers(stand: Newsstand) -> Page:
    rubric = stand.library.rubric
    head = Head(
        title="The numbers",
        crumbs=(("Methodology", addresses.METHODOLOGY), ("The numbers", addresses.NUMBERS)),
        description=f"Every number that judges, from rubric {rubric.version}, with what it does.",
    )
    body: NumbersBody = {
        "version": rubric.version,
        "rubric": rubric_tables(rubric),
        "anchors": _anchors(stand),
        "grades": grades(stand),
        "data": link(stand, "The rubric as JSON", addresses.data("rubric")),
    }
    return html_page(stand, addresses.NUMBERS, "numbers.html", head, body)


def _anchors(stand: Newsstand) -> list[dict[str, Any]]:
    impact = stand.library.rubric.impact
    dimensions = (
        ("regulatory", impact.regulatory),
        ("financial", impact.financial),
        ("operational", impact.operational),
    )
    return [
        {
            "dimension": name,
            "weight": percent(held.weight),
            "anchors": [{"score": score, "meaning": meaning} for score, meaning in held.anchors.items()],
        }
        for name, held in dimensions
    ]
