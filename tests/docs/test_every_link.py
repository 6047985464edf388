"""Every link between the pages leads to a file, and every fragment to a heading."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.docs.reading import DOCS, ROOT, prose

LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(DOCS.glob("*.md"))]


def anchors(path: Path) -> set[str]:
    """Fragments of a page's headings, as code hosts make them."""
    found = re.findall(r"^#+ (.+)$", prose(path.read_text("utf-8")), re.M)
    return {re.sub(r"[^\w\- ]", "", title.lower()).strip().replace(" ", "-") for title in found}


@pytest.mark.parametrize("path", PAGES, ids=[path.name for path in PAGES])
def test_every_relative_link_leads_somewhere(path: Path) -> None:
    """A reader follows them on a code host and in an editor."""
    for target in LINK.findall(prose(path.read_text("utf-8"))):
        if "://" in target or target.startswith("mailto:"):
            continue
        name, _, fragment = target.partition("#")
        file = (path.parent / name).resolve() if name else path
        assert file.exists(), target
        assert not fragment or fragment in anchors(file), target


def test_every_page_of_the_documentation_can_be_reached() -> None:
    """From the README or CONTRIBUTING, over links and in any number of steps."""
    seen: set[Path] = set()
    waiting = [path for path in PAGES if path.parent == ROOT]
    while waiting:
        path = waiting.pop()
        if path in seen or path.suffix != ".md" or not path.is_file():
            continue
        seen.add(path)
        names = (target.partition("#")[0] for target in LINK.findall(path.read_text("utf-8")) if "://" not in target)
        waiting += [(path.parent / name).resolve() for name in names if name]
    assert {path.name for path in DOCS.glob("*.md")} <= {path.name for path in seen}
