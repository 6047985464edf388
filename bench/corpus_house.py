"""What a corpus holds beside its stories: topics, entities, publishers, words of the house and settings."""

from __future__ import annotations

import shutil
from pathlib import Path

from bench.invention import NOUNS, Named, entities, slug

ROOT = Path(__file__).resolve().parent.parent
TOPICS = (
    *("Harbours", "Railways", "Metals", "Grain", "Energy", "Customs"),
    *("Treaties", "Textiles", "Machines", "Finance", "Labour", "Courts"),
)
OWNERS = 45
PUBLISHERS = 60
TITLES = ("Gazette", "Courier", "Monitor", "Bulletin")
KINDS = ("newspaper", "broadcaster", "government", "newspaper", "trade-press")
GRADES = "AABBBCCD"

SETTINGS = """\"\"\"Settings of a corpus for measuring; the theme and the tool are the checkout's.\"\"\"

from twosource import press

PATH = "content"
OUTPUT_PATH = "output"
THEME = {theme!r}
SITEURL = "https://hub.example"
TIMEZONE = "UTC"
PLUGINS = [press]
TWOSOURCE_AS_OF = "2026-11-01"
TWOSOURCE_CARDS = False  # no peer draws any; measured apart
"""

SITE = """name: Bench
tagline: Words
description: Random words.
publisher: Bench desk
contact: mailto:desk@hub.example
language: en-GB
licence: {name: CC0, url: 'https://creativecommons.org/publicdomain/zero/1.0/'}
topics:
"""


def write_house(hub: Path) -> None:
    """Everything of the hub that is no story."""
    for folder in ("glossary", "methodology"):
        shutil.copytree(ROOT / folder, hub / folder, dirs_exist_ok=True)
    _write(hub / "methodology" / "publishers.yml", "".join(_publisher(n) for n in range(PUBLISHERS)))
    _write(hub / "content" / "site.yml", SITE + "".join(_topic(name) for name in TOPICS))
    shutil.copy(ROOT / "content" / "about.md", hub / "content" / "about.md")
    for named in entities():
        _write(hub / "content" / "entities" / f"{named.id}.md", _entity(named))
    _write(hub / "pelicanconf.py", SETTINGS.format(theme=str(ROOT / "themes" / "ledger")))


def topic_ids() -> tuple[str, ...]:
    """Ids of the topics, in their order."""
    return tuple(slug(name) for name in TOPICS)


def publishers() -> tuple[tuple[str, str], ...]:
    """Ids and domains of the registry."""
    ids = [slug(_publisher_name(n)) for n in range(PUBLISHERS)]
    return tuple((id, f"{id}.example") for id in ids)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _topic(name: str) -> str:
    return f"  - {{id: {slug(name)}, name: {name}, description: All about {name.lower()}.}}\n"


def _publisher_name(n: int) -> str:
    return f"{NOUNS[n * 3].title()} {TITLES[n % len(TITLES)]}"


def _publisher(n: int) -> str:
    """An entry of the registry; a quarter of them share an owner with another."""
    name = _publisher_name(n)
    return (
        f"{slug(name)}:\n  name: {name}\n  domain: {slug(name)}.example\n  owner: House {n % OWNERS}\n"
        f"  kind: {KINDS[n % len(KINDS)]}\n  country: GB\n  grade: {GRADES[n % len(GRADES)]}\n"
        "  reason: A name in a corpus for measuring.\n  date: 2026-01-01\n"
    )


def _entity(named: Named) -> str:
    return f"---\nname: {named.name}\ntype: {named.type}\n---\nA name in a corpus for measuring.\n"
