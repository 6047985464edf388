"""Stories of every shape, as descriptions: sources of one owner, wire, event or text; quotes for and against."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st

POOL = ("associated-press", "reuters", "morning", "evening", "herald", "tribune", "station", "blogger", "digest")
"""Publishers of drawn sources; not the Ministry, so that a source of it is independent of all."""

TEXTS: tuple[tuple[str, ...], ...] = ((), (), (), ("0-59",), ("0-59", "100-159"), ("50-129",), ("200-219",))
"""Texts: three of one's own, and some that share much, little or too few hashes to judge."""

ORIGINS: tuple[Any, ...] = (
    "own", "own", "own", {"wire": "AP"}, {"wire": "Associated Press"}, {"wire": "Northern"}, {"release": "Release"},
    {"event": "The panel"}, {"event": "The panel"},
)  # fmt: skip

HINTS: tuple[tuple[str, ...], ...] = (
    (),
    (),
    (),
    (),
    ("credit AP",),
    ("canonical herald.com",),
    ("credit Ledger Desk",),
)


@st.composite
def sources(draw: st.DrawFn, names: Sequence[str], name: str) -> dict[str, Any]:
    """One source; its origin may be any other, so that loops occur."""
    upstream = [{"source": other} for other in names]
    spec = {
        "publisher": draw(st.sampled_from(POOL)),
        "kind": draw(st.sampled_from(["reporting", "document", "social", "wire"])),
        "origin": draw(st.sampled_from([*ORIGINS, *upstream])),
        "text": draw(st.sampled_from(TEXTS)),
        "hints": draw(st.sampled_from(HINTS)),
        "published": draw(st.sampled_from(["2026-02-18", "2020-06-30", "2020"])),
        "locked": draw(st.sampled_from([True, True, True, True, False])),
        "url": f"https://{name}.{draw(st.sampled_from(['one', 'two', name, name, name, name]))}.com/{name}",
    }
    return spec | ({"because": "A reason."} if draw(st.integers(0, 4)) == 0 else {})


@st.composite
def facts(draw: st.DrawFn, names: Sequence[str]) -> dict[str, Any]:
    """One fact with at least one quote."""
    some = st.lists(st.sampled_from(names), unique=True, min_size=1)
    return {
        "kind": draw(st.sampled_from(["fact", "claim"])),
        "essential": draw(st.sampled_from([True, True, False])),
        "found": draw(some),
        "against": draw(st.one_of(st.just([]), st.just([]), some)),
    }


@st.composite
def stories(draw: st.DrawFn) -> dict[str, Any]:
    """A story of up to six sources and three facts, one essential, beside stories that share passages with it."""
    names = [f"s{n}" for n in range(draw(st.integers(1, 6)))]
    drawn = draw(st.lists(facts(names), min_size=1, max_size=3))
    drawn[0]["essential"] = True
    return {
        "sources": {name: draw(sources(names, name)) for name in names},
        "facts": drawn,
        "elsewhere": ELSEWHERE if draw(st.booleans()) else [],
    }


def _elsewhere(n: int) -> dict[str, Any]:
    page = {"publisher": "weekly", "url": f"https://pages.com/{n}", "text": ["100-119", f"{n}000-{n}060"]}
    return {"slug": f"elsewhere-{n}", "sources": {"x": page}, "facts": [{"found": ["x"]}]}


@st.composite
def shelves(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Two or three stories that share texts and some pages: each bears on what is standing text in the others."""
    shelf = [draw(stories()) | {"elsewhere": []} for _ in range(draw(st.integers(2, 3)))]
    for n, one in enumerate(shelf):
        one |= {"slug": f"drawn-{n}", "rubric": {"independence": {"boilerplate_stories": 2}}}
        for spec in one["sources"].values():
            spec["url"] += draw(st.sampled_from(["", f"-{n}", f"-{n}"]))
    return shelf


ELSEWHERE = [_elsewhere(n) for n in range(1, 4)]
"""Three stories with pages of one site that all print the hashes 100 to 119: standing text for a fourth."""
