"""Whatever is written into a text field, no `html` key of any page gains markup by it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from twosource.pages.edition import Edition, make_edition

from .hub import AS_OF, SITE, Text, front, source, write_hub

EVIL = "<script>alert(x)</script><img src=x onerror=alert(y)>'&"


@pytest.fixture(scope="module")
def evil(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    facts = front("x", "2026-02-19")["facts"]
    text = Text(
        front(
            f'Plant "{EVIL}"',
            "2026-02-19",
            authors=[EVIL],
            editor=EVIL,
            ai_use=EVIL,
            summary=EVIL,
            updated="2026-02-21",
            takeaways=[{"text": EVIL, "facts": [1]}],
            unknowns=[EVIL],
            sources=[
                source("office", "energy", "document", title=EVIL, author=EVIL),
                source("daily", "daily", title=EVIL),
            ],
            facts=[{**facts[0], "text": f"The plant opened {EVIL}"}, facts[1]],
            affected=[{"entity": "recyclers", "effect": "positive", "because": EVIL, "facts": [1], "horizon": EVIL}],
            changes=[{"date": "2026-02-21", "kind": "correction", "text": EVIL}],
            watch=[{"statement": EVIL, "says": "desk", "due": "2026-12", "decided_by": EVIL, "status": "open"}],
        ),
        body=f"{EVIL} [[{EVIL}|black mass]] [x](javascript:alert(1))\n\n## {EVIL}\n\n`{EVIL}`",
    )
    made = make_edition(write_hub(tmp_path_factory.mktemp("evil"), {"evil": text}, tagline=EVIL), AS_OF, SITE)
    assert made.pages, made.problems
    return made


def test_markup_is_ours_alone(evil: Edition) -> None:
    found = [(page.url, html) for page in evil.pages for html in _markup(page.view)]
    assert len(found) > 5
    for url, html in found:
        assert not re.search(r"<(script|img)", html), url
        assert not re.search(r"<[^>]*\sonerror", html), url
        assert "javascript:" not in re.sub(r">[^<]*<", "><", html), url


def test_text_keys_hold_the_text_as_it_was_written(evil: Edition) -> None:
    view = next(page.view for page in evil.pages if page.url == "/stories/evil/")
    assert view["title"] == f'Plant "{EVIL}"'
    assert view["affected"][0]["because"] == EVIL


def test_no_link_leads_where_a_page_may_not_lead(evil: Edition) -> None:
    for page in evil.pages:
        for href in _values(page.view, "href"):
            assert href == "" or href.startswith(("/hub/", "#", "https://", "http://", "mailto:")), (page.url, href)


def _markup(node: Any) -> Iterator[str]:
    yield from _values(node, "html")
    yield from _values(node, "content_html")


def _values(node: Any, key: str) -> Iterator[str]:
    if isinstance(node, dict):
        for name, child in node.items():
            if name == key and isinstance(child, str):
                yield child
            yield from _values(child, key)
    elif isinstance(node, list):
        for child in node:
            yield from _values(child, key)
