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
import sys
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "plugins")]

from bench.corpus_house import publishers, topic_ids, write_house  # noqa: E402
from bench.corpus_story import write_story  # noqa: E402

SEED = 7


def write_corpus(many: int, hub: Path, seed: int = SEED) -> int:
    """Write a hub of so many stories; gives the bytes of stories and locks. The same arguments give the same bytes."""
    write_house(hub)
    one = partial(write_story, hub=hub, many=many, seed=seed, topics=topic_ids(), houses=publishers())
    with multiprocessing.get_context("fork").Pool() as pool:
        return sum(pool.imap_unordered(one, range(many), chunksize=50))


def main() -> None:
    """Write the hub that the command line asks for."""
    parser = argparse.ArgumentParser(description="Write a hub of N stories made of random words.")
    parser.add_argument("n", type=int, metavar="N")
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument("--seed", type=int, default=SEED)
    asked = parser.parse_args()
    written = write_corpus(asked.n, asked.folder, asked.seed)
    print(json.dumps({"stories": asked.n, "seed": asked.seed, "bytes": written}))


if __name__ == "__main__":
    main()
