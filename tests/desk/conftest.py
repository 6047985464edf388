"""A hub of one story and two saved pages, small enough to see whole."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from twosource.desk.main import main

RUBRIC = Path(__file__).resolve().parents[2] / "methodology" / "rubric.yml"

SITE = """\
name: The Pipe
tagline: Steel pipes
description: A hub about steel pipes.
language: en-GB
publisher: The Pipe desk
contact: mailto:desk@example.org
licence: {name: CC BY 4.0, url: "https://creativecommons.org/licenses/by/4.0/"}
topics:
  - {id: duties, name: Duties, description: Duties on pipes.}
  - {id: ports, name: Ports, description: Where pipes land.}
"""

ABOUT = "---\ntitle: About\nsummary: About the hub.\n---\nWords.\n"

PUBLISHER = """\
{id}:
  name: {name}
  domain: {id}.example
  owner: {name} Ltd
  kind: newspaper
  country: GB
  grade: B
  reason: Signed reports.
  date: 2026-01-05
"""

STORY = """\
---
title: Duty on steel pipes takes effect
date: 2026-02-19
category: duties
authors: [Jane Doe]
status: published
summary: The ministry put a duty of 12 per cent on steel pipes.
takeaways:
  - text: Importers pay 12 per cent.
    facts: [1]
sources:
  - id: courier
    url: https://www.courier.example/pipes?utm_source=letter
    title: Pipes
    publisher: courier
    kind: reporting
    published: 2026-02-18
  - id: gazette
    url: https://gazette.example/duty
    title: Duty
    publisher: gazette
    kind: reporting
    published: 2026-02-18
facts:
  - text: The duty is 12 per cent.
    kind: fact
    essential: true
    evidence:
      - {source: courier, quote: "a duty of 12 percent on steel pipes"}
      - {source: gazette, quote: "pipes of steel will carry 12 percent from Monday"}
impact:
  regulatory: {score: 3, because: A new duty., facts: [1]}
  financial: {score: 2, because: Pipes cost more., facts: [1]}
  operational: {score: 1, because: Forms change., facts: [1]}
---
The analysis.
"""

COURIER = (
    "The ministry announced a duty of 12 percent on steel pipes after two days of talks with the importers. "
    "Officials said that nobody had asked for an exception, and that none would be granted before the summer.\n\n"
    "Warehouses in the two ports hold enough for eleven weeks, traders at the quay reckon. A second clerk, who keeps"
    " the books of the larger one, put it at nine, since a ship that was due on Tuesday had turned back."
)
GAZETTE = (
    "From next week, pipes of steel will carry 12 percent from Monday, according to a notice in the register. "
    "Builders in the north expect dearer gas lines; the largest of them has put off one order until autumn.\n\n"
    "The opposition called for a debate, which the speaker allowed for Thursday afternoon. A motion to send the"
    " notice back failed by four votes in a committee that has met behind closed doors since the spring."
)

PATH = "content/stories/2026/pipes.md"

Desk = Callable[..., int]


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The hub's folder; the present folder, too. As of a fixed day."""
    root = tmp_path / "hub"
    for path, text in {
        "content/site.yml": SITE,
        "content/about.md": ABOUT,
        PATH: STORY,
        "methodology/publishers.yml": "".join(
            PUBLISHER.format(id=id, name=id.capitalize()) for id in ("courier", "gazette")
        ),
    }.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    strict = RUBRIC.read_text(encoding="utf-8").replace("unchecked: mark ", "unchecked: refuse ")
    (root / "methodology" / "rubric.yml").write_text(strict, encoding="utf-8")
    monkeypatch.chdir(root)
    monkeypatch.setenv("TWOSOURCE_AS_OF", "2026-03-01")
    return root


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """A folder with both pages saved, one as text, one in JSON."""
    folder = tmp_path / "saved"
    folder.mkdir()
    (folder / "courier.txt").write_text(COURIER, encoding="utf-8")
    (folder / "courier.txt.url").write_text("http://courier.example/pipes\n", encoding="utf-8")
    record = {"url": "https://gazette.example/duty/", "text": GAZETTE, "publisher": "Gazette", "authors": ["A. B."]}
    (folder / "pages.json").write_text(json.dumps({"articles": [record]}), encoding="utf-8")
    return folder


@pytest.fixture
def desk() -> Desk:
    """Runs the command in this process; wrong usage gives 2."""

    def run(*words: str | Path) -> int:
        try:
            return main([str(word) for word in words])
        except SystemExit as left:
            return int(left.code or 0)

    return run


def edit(root: Path, old: str, new: str, path: str = PATH) -> None:
    """Change words in a file that must hold them."""
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new), encoding="utf-8")
