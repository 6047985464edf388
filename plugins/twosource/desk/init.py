"""`desk init`: a hub of one's own, empty, whole and without a problem."""

from __future__ import annotations

import json
import re
from argparse import Namespace
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from twosource import __version__
from twosource.desk.clock import as_of
from twosource.desk.hub import UsageError
from twosource.desk.new import slug_from
from twosource.desk.schema import FORMS, as_json
from twosource.newsroom.layout import ABOUT, ENTITIES, GLOSSARY, HUB, PUBLISHERS, RUBRIC, STORIES
from twosource.newsroom.parsing import parse_hub
from twosource.newsroom.reference import PublisherKind
from twosource.newsroom.shipped import shipped
from twosource.pages.addresses import ALL_FEED, CORRECTIONS_FEED, topic_feed

STARTER = Path(__file__).parent / "starter"
BLANKS = (
    *("heading", "name", "tagline", "description", "language", "publisher", "contact"),
    *("topics", "about", "today", "kinds", "version"),
)
BLANK = re.compile(rf"\{{({'|'.join(BLANKS)})\}}")
"""What is filled in; other braces stand as they are."""

LOG = re.compile(r"^version:.*?(?=^independence:)", re.M | re.S)
"""Version and change log of the rubric that ships: a hub begins its own."""

ENTRY = re.compile(r"^[a-z0-9-]+:\n(?:(?:  .*)?\n)+", re.M)
"""One publisher of the registry that ships: its agencies are taken over, since wire copies are told by them."""

FIRST = """\
version: "1.0"
changes:
  - version: "1.0"
    date: {today}
    what: First published rubric, with the numbers that Twosource came with.

"""

SERVERS: Mapping[str, Mapping[str, str]] = {
    "github": {
        ".github/workflows/review.yml": "ci/github-review.yml",
        ".github/workflows/pages.yml": "ci/github-pages.yml",
        "requirements.txt": "ci/requirements.txt",
    },
    "gitlab": {".gitlab-ci.yml": "ci/gitlab.yml", "requirements.txt": "ci/requirements.txt"},
}
"""Files for a code host that checks and prints the hub, by their path in the hub; each from the starter."""

EMPTY = (f"{STORIES}/.gitkeep", f"{ENTITIES}/.gitkeep", f"{GLOSSARY}/.gitkeep")
"""Folders that are there from the first day, so that nobody has to guess their names."""


def run(given: Namespace) -> int:
    """Write the hub and say what comes next; 1 where something of it stands there already: then nothing is written."""
    root = Path(given.folder)
    blanks = _blanks(given)
    files = dict((*_files(blanks), *_for_servers(given.ci or (), blanks)))
    _refuse_what_the_checks_would(files[HUB])
    taken = sorted(path for path in files if (root / path).exists())
    if taken or (root.exists() and not root.is_dir()):
        print(f"{given.folder} holds {', '.join(taken) or 'no folder'} already: nothing was written.")
        print("Move that aside, begin the hub, and put back what you need; or name another folder.")
        return 1
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8", newline="\n")
    print(f"A hub of {len(files)} files is in {given.folder}/. What comes next:\n")
    print(f'    cd {given.folder}\n    desk new "A headline"\n    desk preview\n    pelican\n')
    print(f"Name, contact and topics stand in {HUB}; put yours there.")
    return 0


def _blanks(given: Namespace) -> Mapping[str, str]:
    name = " ".join((given.name or Path(given.folder).resolve().name.replace("-", " ").capitalize()).split())
    if not name:
        raise UsageError("The hub needs a name: give one with --name.")
    topics = given.topic or ["News"]
    _refuse_topics_with_one_address(topics)
    return {
        "heading": name,
        "name": json.dumps(name, ensure_ascii=False),
        "tagline": json.dumps(f"What is known about {topics[0].lower()}, and from whom", ensure_ascii=False),
        "description": json.dumps(f"{name} shows which independent sources carry each key fact.", ensure_ascii=False),
        "language": json.dumps(given.language),
        "publisher": json.dumps(name, ensure_ascii=False),
        "contact": json.dumps(f"mailto:{given.contact}", ensure_ascii=False),
        "topics": "\n".join(_topic(topic) for topic in topics),
        "about": json.dumps(f"About {name}", ensure_ascii=False),
        "today": as_of(given.as_of).date().isoformat(),
        "version": __version__,
        "kinds": ", ".join(kind.value for kind in PublisherKind),
    }


def _refuse_topics_with_one_address(names: list[str]) -> None:
    """Raises UsageError where the feed of a topic would be that of another one, or of the whole site."""
    taken = {ALL_FEED: "the feed of all stories", CORRECTIONS_FEED: "the feed of corrections"}
    for name in names:
        feed = topic_feed(slug_from(name))
        if feed in taken:
            raise UsageError(f"The topic “{name}” would have the address of {taken[feed]}: give it another name.")
        taken[feed] = f"the topic “{name}”"


def _refuse_what_the_checks_would(site: str) -> None:
    """Raises UsageError with the first problem that the hub would begin with: a language or contact that is none."""
    for problem in parse_hub(site, HUB)[1]:
        raise UsageError(f"{problem.message} {problem.hint}")


def _topic(name: str) -> str:
    told = json.dumps(name, ensure_ascii=False)
    about = json.dumps(f"Everything on {name.lower()}: say here what belongs to it.", ensure_ascii=False)
    return f"  - id: {slug_from(name)}\n    name: {told}\n    description: {about}"


def _files(blanks: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Every file with its text."""
    for path in ("pelicanconf.py", "publishconf.py"):
        yield path, (STARTER / path).read_text("utf-8")
    yield ".gitignore", (STARTER / "gitignore").read_text("utf-8")
    for path in ("README.md", HUB, ABOUT):
        yield path, _filled(STARTER / path, blanks)
    agencies = (
        entry for entry in ENTRY.findall(shipped(PUBLISHERS).read_text("utf-8")) if "\n  kind: agency\n" in entry
    )
    yield PUBLISHERS, _filled(STARTER / "publishers.yml", blanks) + "".join(agencies)
    rubric = shipped(RUBRIC).read_text("utf-8")
    yield (
        RUBRIC,
        LOG.sub(lambda _: FIRST.format(today=blanks["today"]), rubric).replace(
            "unchecked: mark  ", "unchecked: refuse"
        ),
    )
    for chapter in sorted(shipped("methodology").glob("*.md")):
        yield f"methodology/{chapter.name}", chapter.read_text("utf-8")
    yield from ((path, "") for path in EMPTY)
    yield ".vscode/settings.json", (STARTER / "vscode.json").read_text("utf-8")
    yield from ((f".vscode/schema/{form}.schema.json", as_json(form)) for form in FORMS)


def _for_servers(hosts: Iterable[str], blanks: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What code hosts need to check and print the hub."""
    for host in hosts:
        yield from ((path, _filled(STARTER / name, blanks)) for path, name in SERVERS[host].items())


def _filled(path: Path, blanks: Mapping[str, str]) -> str:
    return BLANK.sub(lambda blank: blanks[blank[1]], path.read_text("utf-8"))
