"""Lists of a printed site against its stories: which there are, and what is said of each outside its own files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from twosource.desk.published.as_read import Json, record, records, text
from twosource.desk.published.difference import ABSENT, Difference, differences
from twosource.desk.published.folder import STORIES, Folder
from twosource.desk.published.page_marks import Marks

INDEX = "data/stories.json"
STORY_TABLE = "data/stories.csv"
FACT_TABLE = "data/facts.csv"
FACT_COLUMNS = ("text", "kind", "speaker", "essential", "as_of", "count", "against", "status")


def check_presence(folder: Folder, index: Iterable[Json]) -> Iterator[Difference]:
    """Stories that the index names and that have no data or no page, and the other way round."""
    listed = {text(entry.get("slug")) for entry in index}
    data, pages = set(folder.stories()), set(folder.pages())
    for slug in sorted(listed - data):
        yield Difference(f"{STORIES}/{slug}.json", "", "nothing", f"the story {slug}, which {INDEX} names")
    for slug in sorted((listed | data) - pages):
        yield Difference(f"stories/{slug}/index.html", "", "nothing", f"the page of the story {slug}")
    for slug in sorted(data - listed):
        yield Difference(f"{STORIES}/{slug}.json", "", "a story", f"nothing, since {INDEX} does not name it")
    for slug in sorted(pages - listed - data):
        name = f"stories/{slug}/index.html"
        if not Marks.of(folder.text(name)).is_redirect:
            yield Difference(name, "", "a page", f"nothing, since {INDEX} does not name it")


def check_index(index: Iterable[Json], stories: Mapping[str, Json]) -> Iterator[Difference]:
    """What the index says of each story."""
    for entry in index:
        held = stories.get(text(entry.get("slug")))
        if held:
            name = text(entry.get("slug"))
            yield from differences(INDEX, name, entry, {key: held.get(key, ABSENT) for key in entry})


def check_tables(folder: Folder, stories: Mapping[str, Json]) -> Iterator[Difference]:
    """What the tables say of each story and of each key fact."""
    told = {row.get("slug", ""): row for row in folder.rows(STORY_TABLE)}
    yield from _table(STORY_TABLE, told, {slug: _story_row(held) for slug, held in stories.items()})
    said = {f"{row.get('story', '')} {row.get('n', '')}": row for row in folder.rows(FACT_TABLE)}
    facts = {
        f"{slug} {fact.get('n')}": {column: fact.get(column) for column in FACT_COLUMNS}
        for slug, held in stories.items()
        for fact in records(held.get("facts"))
    }
    yield from _table(FACT_TABLE, said, facts)


def _table(name: str, said: Mapping[str, Mapping[str, str]], told: Mapping[str, Json]) -> Iterator[Difference]:
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
