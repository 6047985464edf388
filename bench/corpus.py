"""A whole hub of any size, the same for the same number and seed: what speed is measured on.

    .venv/bin/python bench/corpus.py N DIR [--seed S]

Writes N stories in the full format with their locks, twelve topics, two hundred entities, sixty publishers, this
project's own glossary and methodology, and settings, so that `pelican` builds the site when it is started in DIR.
Everything in it is made of random words: it measures the tool and reports nothing.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import shutil
import sys
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from corpus_story import write_story
from invention import NOUNS, Named, entities, slug

ROOT = Path(__file__).resolve().parent.parent

TOPICS = [
    "Harbours",
    "Railways",
    "Metals",
    "Grain",
    "Energy",
    "Customs",
    "Treaties",
    "Textiles",
    "Machines",
    "Finance",
    "Labour",
    "Courts",
]

OWNERS = 45
PUBLISHERS = 60
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
"""


def write(path: Path, text: str) -> None:
    """Write a file, with the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def write_house(hub: Path) -> None:
    """Everything of the hub that is no story."""
    shutil.copytree(ROOT / "glossary", hub / "glossary", dirs_exist_ok=True)
    shutil.copytree(ROOT / "methodology", hub / "methodology", dirs_exist_ok=True)
    write(hub / "methodology" / "publishers.yml", "".join(publisher(n) for n in range(PUBLISHERS)))
    topics = "".join(
        f"  - {{id: {slug(name)}, name: {name}, description: All about {name.lower()}.}}\n" for name in TOPICS
    )
    about = "publisher: Bench desk\ncontact: mailto:desk@hub.example\nlanguage: en-GB\nlicence: {name: CC0, url: 'https://creativecommons.org/publicdomain/zero/1.0/'}\n"
    write(
        hub / "content" / "site.yml",
        f"name: Bench\ntagline: Words\ndescription: Random words.\n{about}topics:\n{topics}",
    )
    shutil.copy(ROOT / "content" / "about.md", hub / "content" / "about.md")
    for named in entities():
        write(hub / "content" / "entities" / f"{named.id}.md", entity(named))
    write(hub / "pelicanconf.py", SETTINGS.format(theme=str(ROOT / "themes" / "ledger")))


def publisher(n: int) -> str:
    """An entry of the registry; a quarter of them share an owner with another."""
    name = f"{NOUNS[n * 3].title()} {('Gazette', 'Courier', 'Monitor', 'Bulletin')[n % 4]}"
    return (
        f"{slug(name)}:\n  name: {name}\n  domain: {slug(name)}.example\n  owner: House {n % OWNERS}\n"
        f"  kind: {KINDS[n % len(KINDS)]}\n  country: GB\n  grade: {GRADES[n % len(GRADES)]}\n"
        "  reason: A name in a corpus for measuring.\n  date: 2026-01-01\n"
    )


def entity(named: Named) -> str:
    """One entity's file."""
    return f"---\nname: {named.name}\ntype: {named.type}\n---\nA name in a corpus for measuring.\n"


def publishers() -> tuple[tuple[str, str], ...]:
    """Ids and domains of the registry."""
    ids = [publisher(n).partition(":")[0] for n in range(PUBLISHERS)]
    return tuple((id, f"{id}.example") for id in ids)


def main() -> None:
    """Write the hub."""
    parser = argparse.ArgumentParser(description="Write a hub of N stories made of random words.")
    parser.add_argument("n", type=int, metavar="N")
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument("--seed", type=int, default=7)
    asked = parser.parse_args()
    write_house(asked.folder)
    topics = tuple(slug(name) for name in TOPICS)
    one = partial(write_story, hub=asked.folder, many=asked.n, seed=asked.seed, topics=topics, houses=publishers())
    with multiprocessing.get_context("fork").Pool() as pool:
        written = sum(pool.imap_unordered(one, range(asked.n), chunksize=50))
    print(json.dumps({"stories": asked.n, "seed": asked.seed, "bytes": written}))


if __name__ == "__main__":
    main()
