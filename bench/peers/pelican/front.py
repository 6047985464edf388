"""A reader of stories for plain Pelican: YAML by libyaml, Markdown by markdown-it-py; and the hub's names."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from markdown_it import MarkdownIt
from markupsafe import Markup
from pelican import signals
from pelican.contents import Author, Category, Tag
from pelican.readers import BaseReader
from pelican.utils import SafeDatetime

MARKDOWN = MarkdownIt("commonmark").enable("table")


def split(path: Path) -> tuple[dict[str, Any], str]:
    """Front matter and body of one file."""
    _, head, body = path.read_text(encoding="utf-8").split("---\n", 2)
    return yaml.load(head, yaml.CSafeLoader), body


def moment(day: dt.date) -> SafeDatetime:
    """A day as Pelican keeps dates."""
    return SafeDatetime(day.year, day.month, day.day, tzinfo=dt.UTC)


class StoryReader(BaseReader):
    """Reads one story; every key that Pelican does not know becomes an attribute of the article."""

    enabled = True
    file_extensions = ("md",)

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """The body as HTML and what the front matter says."""
        front, body = split(Path(source_path))
        entities = self.settings["JINJA_GLOBALS"]["entities"]
        front["date"] = moment(front["date"])
        front["modified"] = moment(front.pop("updated", front["date"]))
        front["category"] = self.named(Category, front["category"], front["category"])
        front["tags"] = [self.named(Tag, entities[id]["name"], id) for id in front.pop("mentioned", ())]
        front["authors"] = [Author(name, self.settings) for name in front["authors"]]
        return MARKDOWN.render(body), front

    def named(self, kind: type[Any], name: str, slug: str) -> Any:
        """A category or tag whose address is its id."""
        made = kind(name, self.settings)
        made.slug = slug
        return made


@cache
def site(hub: Path) -> Mapping[str, Any]:
    """The hub's settings."""
    return dict(yaml.load((hub / "content" / "site.yml").read_text(encoding="utf-8"), yaml.CSafeLoader))


def names(hub: Path) -> dict[str, Any]:
    """What templates look up by id: settings, topics, entities and publishers."""
    entities = {}
    for path in (hub / "content" / "entities").glob("*.md"):
        front, body = split(path)
        entities[path.stem] = {**front, "html": Markup(MARKDOWN.render(body))}
    registry = (hub / "methodology" / "publishers.yml").read_text(encoding="utf-8")
    topics = {topic["id"]: topic for topic in site(hub)["topics"]}
    publishers = yaml.load(registry, yaml.CSafeLoader)
    return {"house": site(hub), "topics": topics, "entities": entities, "publishers": publishers}


@cache
def day(value: dt.date) -> Markup:
    """A day as the pages print it; stories share their days."""
    return Markup(f'<time datetime="{value:%Y-%m-%d}">{value.day} {value:%B %Y}</time>')


def register() -> None:
    """Read Markdown with this reader."""
    signals.readers_init.connect(lambda readers: readers.reader_classes.update(md=StoryReader))
