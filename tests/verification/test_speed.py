"""The time that judging takes: so many microseconds a story, however many stories there are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random
from time import process_time

from tests.verification.build import AS_OF, library
from twosource.newsroom.library import Library
from twosource.newsroom.lock import Lock, LockedSource
from twosource.verification.fingerprint import NAME
from twosource.verification.judge import judge, open_cases
from twosource.verification.review import review_library

STORIES = 1_000
ONE = {
    "sources": {
        "a": {"publisher": "reuters"},
        "b": {"publisher": "morning", "origin": {"wire": "Reuters"}},
        "c": {"publisher": "herald"},
        "d": {"publisher": "tribune", "hints": ["credit AP"]},
    },
    "facts": [{"found": ["a", "b", "c"]}, {"kind": "claim", "found": ["a", "d"]}, {"found": ["c"], "essential": False}],
}


def many(stories: int) -> Library:
    """So many stories of four sources, each with a fingerprint of an article's length and a footer of its site."""
    made = library([ONE])
    story, lock = made.stories[0], made.locks[made.stories[0].path]
    chance = Random(1)
    copies = [replace(story, slug=f"s{n}", path=f"content/stories/s{n}.md") for n in range(stories)]
    locks = {copy.path: _lock(lock, n, chance) for n, copy in enumerate(copies)}
    return replace(made, stories=tuple(copies), locks=locks)


def _lock(lock: Lock, n: int, chance: Random) -> Lock:
    return replace(lock, sources={name: _entry(entry, n, chance) for name, entry in lock.sources.items()})


def _entry(entry: LockedSource, n: int, chance: Random) -> LockedSource:
    alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxy"
    footer = "".join(f"FOOT{letter}" for letter in "ABCDEFGHIJ")
    body = "".join(chance.choices(alphabet, k=5 * 230))
    url = f"{entry.url}/{n}"
    return replace(entry, url=url, sha256=url, fingerprint=NAME + footer + body)


def seconds(made: Library) -> float:
    """Time of the processor from cases to verdicts, which other programs do not lengthen as they do the clock's."""
    start = process_time()
    assert len(judge(made, open_cases(made), AS_OF)) == len(made.stories)
    return process_time() - start


def test_judging_grows_with_the_stories_and_no_faster(record_property: Callable[[str, object], None]) -> None:
    """Four times as many stories may take at most twice as long each: quadratic work would take four times."""
    few, all_of_them = seconds(many(STORIES // 4)), seconds(many(STORIES))
    each = all_of_them / STORIES * 1e6
    record_property("microseconds_a_story", round(each))
    print(f"{each:.0f} microseconds a story")
    assert all_of_them / STORIES < 2 * few / (STORIES // 4) + 1e-4


def test_checking_takes_no_longer_than_judging_many_times_over() -> None:
    """The whole review of a hundred stories stays far below a second."""
    made = many(100)
    start = process_time()
    review_library(made, AS_OF)
    assert process_time() - start < 2
