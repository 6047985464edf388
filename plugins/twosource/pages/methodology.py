"""The methodology: its chapters, the numbers of the rubric, the rules of the checks, the registry of publishers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from twosource.newsroom.reference import Publisher
from twosource.newsroom.rules import RULES
from twosource.pages import addresses, dates
from twosource.pages.chrome import Head, html_page, link
from twosource.pages.newsstand import Newsstand
from twosource.pages.page import Page
from twosource.pages.prose import Setting, set_prose
from twosource.pages.rubric_tables import rubric_tables
from twosource.pages.rubric_words import with_numbers
from twosource.pages.sheet import Sheet
from twosource.pages.views import MethodologyBody, PublishersBody
from twosource.pages.wording import counted, decimal, percent
from twosource.verification.properties import PROPERTIES


def methodology_pages(stand: Newsstand) -> Iterator[Sheet]:
    """The methodology and the registry."""
    yield Sheet(addresses.METHODOLOGY, "methodology.html", _methodology, indexed=True)
    yield Sheet(addresses.PUBLISHERS, "publishers.html", _publishers, indexed=True)


def versions(stand: Newsstand) -> list[dict[str, Any]]:
    """The rubric's change log, newest first."""
    return [
        {"version": change.version, "date": dates.day(change.date), "what": change.what}
        for change in stand.library.rubric.changes
    ]


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
            {
                "id": note.id,
                "title": note.title,
                "summary": note.summary,
                "html": set_prose(
                    with_numbers(note.body.text, rubric), Setting(note.id, 3, stand.house.glossary, stand.house.base)
                ).html,
            }
            for note in stand.library.notes
        ],
        "rubric": rubric_tables(rubric),
        "anchors": _anchors(stand),
        "grades": _grades(stand),
        "versions": versions(stand),
        "rules": [{"name": rule.name, "severity": rule.severity.value, "what": rule.what} for rule in RULES.values()],
        "properties": [{"name": each.name, "sentence": each.sentence} for each in PROPERTIES],
        "publishers": link(stand, "The registry of publishers", addresses.PUBLISHERS),
    }
    return html_page(stand, addresses.METHODOLOGY, "methodology.html", head, body)


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


def _grades(stand: Newsstand) -> list[dict[str, str]]:
    return [
        {"grade": grade.value, "reliability": decimal(rule.reliability, 2), "meaning": rule.meaning}
        for grade, rule in sorted(stand.library.rubric.grades.items())
    ]


def _publishers(stand: Newsstand) -> Page:
    cited = stand.cited
    registry = sorted(stand.library.publishers.values(), key=lambda held: (held.name.lower(), held.id))
    head = Head(
        title="Publishers",
        crumbs=(("Methodology", addresses.METHODOLOGY), ("Publishers", addresses.PUBLISHERS)),
        description=f"{counted(len(registry), 'publisher')}: who owns each, and what its reports are worth and why.",
    )
    rows = [_row(held, cited.get(held.id, 0)) for held in registry]
    body: PublishersBody = {"publishers": rows, "grades": _grades(stand)}
    return html_page(stand, addresses.PUBLISHERS, "publishers.html", head, body)


def _row(publisher: Publisher, cited: int) -> dict[str, Any]:
    return {
        "id": publisher.id,
        "name": publisher.name,
        "domain": publisher.domain,
        "owner": publisher.owner,
        "past_owners": [f"{past.name}, until {dates.day(past.until)['shown']}" for past in publisher.past_owners],
        "kind": publisher.kind.value,
        "country": publisher.country,
        "grade": publisher.grade.value,
        "reason": publisher.reason,
        "date": dates.day(publisher.date),
        "count": cited,
    }
