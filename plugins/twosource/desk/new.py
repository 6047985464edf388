"""`desk new`: begin a story."""

from __future__ import annotations

import os
import re
from argparse import Namespace
from pathlib import Path
from unicodedata import normalize

from unidecode import unidecode

from twosource.desk.clock import as_of
from twosource.desk.hub import UsageError, find_hub
from twosource.desk.scaffold import scaffold
from twosource.newsroom.files import read_text
from twosource.newsroom.folders import listing
from twosource.newsroom.layout import HUB, STORIES, slug_of
from twosource.newsroom.loading import topic_names
from twosource.newsroom.parsing import parse_hub, parse_story
from twosource.newsroom.reference import Hub
from twosource.newsroom.suggest import did_you_mean

LONE_SURROGATE = re.compile("[\ud800-\udfff]")
"""A byte that the terminal's encoding could not explain."""

LONGEST = 72
"""Characters of a slug; it is cut between words."""


def run(given: Namespace) -> int:
    """Write the draft and say where; 1 when a story of that name exists."""
    root = find_hub(given.root)
    hub = _hub(root)
    title = _title(given.headline)
    slug = slug_from(title)
    day = as_of(given.as_of).date()
    path = f"{STORIES}/{day.year}/{slug}.md"
    taken = _taken(root, slug)
    if taken:
        print(f"{taken} has that name already: nothing was written. Choose another headline.")
        return 1
    topic = _topic(hub, given.topic)
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    with (root / path).open("x", encoding="utf-8", newline="\n") as file:
        file.write(scaffold(title, path, day.isoformat(), topic, (one.id for one in hub.topics)))
    print(f"{path} is written, as a draft. `desk check {path}` names what is missing.")
    return 0


def _title(typed: str) -> str:
    """The headline on one line, as its writer sees it: UTF-8, whatever the terminal is said to have."""
    text = os.fsencode(typed).decode("utf-8", "ignore") if LONE_SURROGATE.search(typed) else typed
    return "".join(char for char in normalize("NFC", " ".join(text.split())) if char.isprintable())


def slug_from(title: str) -> str:
    """Lower-case ASCII words joined by hyphens, whatever the script of the title.

    Raises UsageError where no letter or digit is left.
    """
    words = re.findall(r"[a-z0-9]+", re.sub(r"['’]", "", unidecode(title)).lower())
    slug = ""
    for word in words:
        if slug and len(slug) + 1 + len(word) > LONGEST:
            break
        slug = f"{slug}-{word}" if slug else word[:LONGEST]
    if not slug:
        raise UsageError("The headline has no letter or digit that could become an address.")
    return slug


def _taken(root: Path, slug: str) -> str:
    """Address of the file that has this slug, by its name or by its key `slug`; empty when none has."""
    paths = listing(root, STORIES, deep=True).texts
    by_name = next((path for path in paths if slug_of(path) == slug), "")
    return by_name or next((path for path in paths if _slug_within(root, path) == slug), "")


def _slug_within(root: Path, path: str) -> str:
    """The slug of a story as readers' addresses have it."""
    return parse_story(read_text(root, path).text, path, {})[0].slug


def _hub(root: Path) -> Hub:
    file = read_text(root, HUB)
    if file.problems:
        raise UsageError(f"{HUB} cannot be read, so that no topic is known. {file.problems[0].message}")
    return parse_hub(file.text, HUB)[0]


def _topic(hub: Hub, wanted: str | None) -> str:
    """Id of the topic asked for, by id or name; the hub's first without a wish."""
    known = topic_names(hub)
    if wanted is None:
        return hub.topics[0].id if hub.topics else "''"
    if wanted not in known:
        choice = did_you_mean(wanted, known) or f"Topics: {', '.join(one.id for one in hub.topics)}."
        raise UsageError(f"There is no topic “{wanted}”. {choice}")
    return known[wanted]
