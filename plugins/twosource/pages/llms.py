"""llms.txt: what a language model, or whoever writes a program for one, has to know before it quotes the hub."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from twosource.pages import addresses
from twosource.pages.newsstand import Newsstand
from twosource.pages.page import Page
from twosource.pages.sheet import Sheet
from twosource.pages.wording import sentence, web_address

Linked = tuple[str, str, str]
"""Name, address from the site's root, and a note."""

READING = (
    "Badges are counted by a program from quotes that were found in saved copies of the sources; nobody types them. A "
    "badge tells how much evidence there is, and not that a statement is true. Read `level` in the data, or the "
    "`keywords` of a page's NewsArticle:"
)
LEVELS = (
    "`verified`: every fact that the story rests on is carried by two or more sources that are independent of each "
    "other; the badge says by how many.",
    "`single-source`: not independently confirmed. Name the source with every statement; never repeat it as "
    "established.",
    "`disputed`: sources contradict each other. Say so, and give both.",
    "`unchecked`: sources are cited, but no copies of them were saved, and nothing was checked.",
    "`retracted`: withdrawn, kept for the record. Do not use it.",
)
QUOTING = (
    "Each key fact has a count of its own, which may be lower or higher than that of its story. Take the badge along "
    "wherever you quote: `cite_as` in a story's data has the words. Badges change as sources are added or corrected; "
    "ask again rather than rely on a copy, and follow the corrections."
)
PAGES: tuple[Linked, ...] = (
    ("Front page", addresses.HOME, "the newest stories, what comes due, what moves"),
    ("Topics", addresses.TOPICS, "every topic with its stories"),
    ("Archive", addresses.ARCHIVE, "every story by month"),
    ("Trends", addresses.TRENDS, "developments over time, with the number that each figure rests on"),
    ("Watch", addresses.WATCH, "dated forecasts, who made them, and what became of them"),
    ("Entities", addresses.ENTITIES, "people, companies, agencies, places and laws"),
    ("Glossary", addresses.GLOSSARY, "terms, each in a sentence"),
)
TRUST: tuple[Linked, ...] = (
    ("Methodology", addresses.METHODOLOGY, "how evidence is found, counted and scored, with every number"),
    ("Publishers", addresses.PUBLISHERS, "who owns which source, and its grade with the reason"),
    ("Corrections", addresses.CORRECTIONS, "what was wrong, and since when it is right"),
    ("About", addresses.ABOUT, "who makes this"),
)
DATA: tuple[Linked, ...] = (
    ("Schema of a story", addresses.STORY_SCHEMA, "JSON Schema of these files"),
    ("Key facts", addresses.data("facts", "csv"), "one row for each fact, with its count"),
    ("Stories as CSV", addresses.data("stories", "csv"), "one row for each story"),
    ("Forecasts", addresses.data("watch"), "with evidence and outcome"),
    ("Corrections", addresses.data("corrections"), "the log"),
    ("Trends", addresses.data("trends"), "by month"),
    ("Entities", addresses.data("entities"), "those that the stories name"),
    ("Glossary", addresses.data("glossary"), "the terms"),
    ("Publishers", addresses.data("publishers"), "the registry"),
    ("Rubric", addresses.data("rubric"), "every number used in judging"),
)
FEEDS: tuple[Linked, ...] = (
    ("All stories", addresses.ALL_FEED, "Atom, whole stories"),
    ("All stories", addresses.JSON_FEED, "JSON Feed, whole stories"),
    ("Corrections", addresses.CORRECTIONS_FEED, "Atom"),
    ("Calendar", addresses.CALENDAR, "forecasts by due day"),
    ("Sitemap", addresses.sitemap(), "every page"),
)


def llms_pages(stand: Newsstand) -> Iterator[Sheet]:
    """One file at the root."""
    yield Sheet(addresses.LLMS, "text", _llms)


def _llms(stand: Newsstand) -> Page:
    hub = stand.library.hub
    levels = "\n".join(f"- {level}" for level in LEVELS)
    licence = f"{sentence(f'Published by {hub.publisher}')} Licence: [{_plain(hub.licence.name)}]"
    topics = ((topic.name, addresses.topic(topic.id), topic.description) for topic in stand.topics.values())
    parts = (
        f"# {_plain(hub.name)}",
        f"> {_plain(hub.description)}",
        f"{licence}({web_address(hub.licence.url)}).",
        f"{READING}\n\n{levels}",
        QUOTING,
        _section(stand, "Pages", PAGES),
        _section(stand, "Topics", topics),
        _section(stand, "How it is made", TRUST),
        _section(stand, "Data", (_stories(stand), *DATA)),
        _section(stand, "Feeds", FEEDS),
    )
    return Page(addresses.LLMS, "text", {"text": "\n\n".join(parts) + "\n"})


def _stories(stand: Newsstand) -> Linked:
    each = stand.url(addresses.story_data("{slug}"))
    return "Stories", addresses.data("stories"), f"the index; each story's own file is `{each}`"


def _section(stand: Newsstand, title: str, links: Iterable[Linked]) -> str:
    lines = (f"- [{_plain(name)}]({stand.url(address)}): {_plain(note)}" for name, address, note in links)
    return "\n".join((f"## {title}\n", *lines))


def _plain(text: str) -> str:
    """One line in which no bracket can be taken for a link."""
    return " ".join(text.split()).replace("[", "(").replace("]", ")")
