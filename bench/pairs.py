"""What comparing costs: one fingerprint, one entry of a lock, and 10,000 sources all against all, on one core.

    make bench                    or, with another number:    .venv/bin/python bench/pairs.py 2000

The texts are made up from a word list with a fixed seed, one in ten a copy with changes, each site with a passage of
its own under every text. Ends with 1 when a bound is broken.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "plugins"))

from twosource.newsroom.loading import load_library  # noqa: E402
from twosource.newsroom.lock import Lock  # noqa: E402
from twosource.newsroom.lock_file import write_lock  # noqa: E402
from twosource.verification.fingerprint import fingerprint, hashes  # noqa: E402
from twosource.verification.overlaps import containments_of  # noqa: E402

WORDS = 600
"""Words of a made-up article."""
SITES = 200
COPIES = 0.1
MILLISECONDS, PRINT_BYTES, ENTRY_BYTES, SECONDS = 2.0, 1500, 4000, 60.0
"""Bounds: a fingerprint in time and in size, an entry of a lock in size, all pairs in time."""


def articles(number: int, seed: int = 7) -> Iterator[str]:
    """Made-up articles; every tenth copies most of an earlier one."""
    chance = random.Random(seed)
    lexicon = ["".join(chance.choices("aeioubcdfglmnprst", k=chance.randint(2, 9))) for _ in range(20_000)]
    standing = [" ".join(chance.choices(lexicon, k=30)) for _ in range(SITES)]
    written: list[list[str]] = []
    for n in range(number):
        words = chance.choices(lexicon, k=WORDS)
        if written and chance.random() < COPIES:
            words[: WORDS * 2 // 3] = chance.choice(written)[: WORDS * 2 // 3]
        written.append(words)
        yield f"{' '.join(words)}\n\n{standing[n % SITES]}"


def all_pairs(prints: Sequence[str]) -> tuple[float, int, int]:
    """Seconds for decoding and comparing all fingerprints; pairs that share anything, and pairs over the threshold."""
    start = time.process_time()
    shares = [share for _, _, share in containments_of([hashes(one) for one in prints])]
    return time.process_time() - start, len(shares), sum(share >= 0.20 for share in shares)


def entries() -> dict[str, int]:
    """Bytes of each entry of the demo hub's locks, as written."""
    library = load_library(ROOT)
    empty = len(write_lock(Lock("", (), {})).encode())
    return {
        f"{lock.path}: {name}": len(write_lock(Lock("", (), {name: entry})).encode()) - empty
        for lock in library.locks.values()
        for name, entry in lock.sources.items()
    }


def main() -> int:
    """Print what was measured beside its bound; 1 when one is broken."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    texts = list(articles(number))
    start = time.process_time()
    prints = [fingerprint(text) for text in texts]
    each = (time.process_time() - start) / number * 1000
    seconds, sharing, joined = all_pairs(prints)
    size = sum(map(len, prints)) / number
    largest, heaviest = max((size, name) for name, size in entries().items())
    print(f"fingerprint     {each:7.2f} ms an article   (bound {MILLISECONDS:g} ms; {WORDS} words)")
    print(f"fingerprint     {size:7.0f} bytes           (bound {PRINT_BYTES})")
    print(f"lock entry      {largest:7d} bytes           (bound {ENTRY_BYTES}; the largest: {heaviest})")
    print(f"all pairs       {seconds:7.2f} s               (bound {SECONDS:g} s; {number:,} sources, one core)")
    print(f"                {sharing:,} pairs share something, {joined:,} of them {0.20:.0%} or more")
    held = each <= MILLISECONDS and size <= PRINT_BYTES and largest <= ENTRY_BYTES and seconds <= SECONDS
    print("every bound holds" if held else "A BOUND IS BROKEN")
    return int(not held)


if __name__ == "__main__":
    sys.exit(main())
