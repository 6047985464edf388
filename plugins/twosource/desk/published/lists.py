"""Lists of a printed site against its stories: which there are, and what is said of each outside its own files."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from twosource.desk.published.addressed import story_of
from twosource.desk.published.as_read import Json, record, records, text
from twosource.desk.published.difference import ABSENT, Difference, differences
from twosource.desk.published.folder import STORIES, Folder
from twosource.desk.published.page_marks import Marks

INDEX = "data/stories.json"
STORY_TABLE = "data/stories.csv"
FACT_TABLE = "data/facts.csv"
FACT_COLUMNS = ("text", "kind", "speaker", "essential", "as_of", "count", "against", "status")


ENTRY = (
    *("slug", "title", "url", "data", "status", "notice", "summary", "topic", "date", "written", "updated"),
    *("badge", "level", "n"),
)
"""Keys of a story in the index, the same as at the beginning of its own data."""

Rows = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Lists:
    """Index and tables of a site, by story."""

    index: Mapping[str, Json]
    """What the index says of each."""
    table: Rows
    """Its row in the table of stories."""
    facts: Mapping[str, Rows]
    """Its rows in the table of key facts, by their numbers."""
    twice: tuple[Difference, ...]
    """Whatever is listed more than once."""

    @classmethod
    def of(cls, folder: Folder) -> Lists:
        """Read them; of what is listed twice the last counts."""
        index = tuple(records(folder.record(INDEX).get("stories")))
        table, rows = folder.rows(STORY_TABLE), folder.rows(FACT_TABLE)
        facts: dict[str, dict[str, Mapping[str, str]]] = defaultdict(dict)
        for row in rows:
            facts[row.get("story", "")][row.get("n", "")] = row
        twice = (
            *_twice(INDEX, (text(entry.get("slug")) for entry in index)),
            *_twice(STORY_TABLE, (row.get("slug", "") for row in table)),
            *_twice(FACT_TABLE, (f"{row.get('story', '')} {row.get('n', '')}" for row in rows)),
        )
        by_slug = {text(entry.get("slug")): entry for entry in index}
        return cls(by_slug, {row.get("slug", ""): row for row in table}, facts, twice)


def _twice(name: str, keys: Iterable[str]) -> Iterator[Difference]:
    for key, number in Counter(keys).items():
        if number > 1:
            yield Difference(name, key, f"listed {number} times", "once")


def check_presence(folder: Folder, lists: Lists) -> Iterator[Difference]:
    """Stories that a list names and that have no data or no page, and the other way round."""
    listed, data, pages = lists.index.keys(), set(folder.stories()), set(folder.pages())
    for slug in sorted(listed - data):
        yield Difference(f"{STORIES}/{slug}.json", "", "nothing", f"the story {slug}, which {INDEX} names")
    for slug in sorted((listed | data) - pages):
        yield Difference(f"stories/{slug}/index.html", "", "nothing", f"the page of the story {slug}")
    for slug in sorted(data - listed):
        yield Difference(f"{STORIES}/{slug}.json", "", "a story", f"nothing, since {INDEX} does not name it")
    for slug in sorted(pages - listed - data):
        name = f"stories/{slug}/index.html"
        if story_of(Marks.of(folder.text(name)).leads_to) not in listed & data:
            yield Difference(name, "", "a page", f"nothing, since {INDEX} does not name it")
    for name, told in ((STORY_TABLE, lists.table.keys()), (FACT_TABLE, lists.facts.keys())):
        for slug in sorted(told - data):
            yield Difference(name, slug, "a row", "none")


def check_listed(lists: Lists, slug: str, held: Json) -> Iterator[Difference]:
    """What index and tables say of one story."""
    if held and slug in lists.index:
        told = {key: held[key] for key in ENTRY if key in held}
        yield from differences(INDEX, slug, lists.index[slug], told)
    said = {slug: lists.table[slug]} if slug in lists.table else {}
    yield from _table(STORY_TABLE, said, {slug: _story_row(held)})
    rows = {f"{slug} {n}": row for n, row in lists.facts.get(slug, {}).items()}
    facts = {
        f"{slug} {fact.get('n')}": {column: fact.get(column) for column in FACT_COLUMNS}
        for fact in records(held.get("facts"))
    }
    yield from _table(FACT_TABLE, rows, facts)


def _table(name: str, said: Rows, told: Mapping[str, Json]) -> Iterator[Difference]:
    for key in sorted(said.keys() | told.keys()):
        if key not in said or key not in told:
            yield Difference(name, key, *(("a row", "none") if key in said else ("no row", "one")))
            continue
        row = {column: said[key].get(column, ABSENT) for column in told[key]}
        yield from differences(name, key, row, {column: _cell(value) for column, value in told[key].items()})


def _story_row(held: Json) -> dict[str, Any]:
    verification, confidence = record(held.get("verification")), record(held.get("confidence"))
    outlook = record(held.get("outlook"))
    return {
        **{column: held.get(column) for column in ("title", "date", "status", "level", "badge", "n")},
        "topic": record(held.get("topic")).get("id"),
        "publications": verification.get("publications"),
        "facts_confirmed": verification.get("confirmed"),
        "impact": record(held.get("impact")).get("score"),
        "confidence": confidence.get("value"),
        "band": confidence.get("band"),
        "outlook": outlook.get("value"),
    }


def _cell(value: Any) -> str:
    """A value as a cell of the press's tables; what a spreadsheet would take for a formula has an apostrophe."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    words = str(value)
    return f"'{words}" if isinstance(value, str) and words[:1] in tuple("=+-@\t\r") else words
