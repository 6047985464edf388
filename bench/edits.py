"""Changes to a hub, as a desk makes them: each differs from round to round, so that no cache has seen it."""

from __future__ import annotations

import re
from pathlib import Path

TERM = "tariff"
"""Many stories of the corpus use it, so that its definition stands on many pages."""


def middle_story(hub: Path) -> Path:
    """The story that is edited and checked: neither the newest nor the oldest."""
    stories = sorted((hub / "content" / "stories").rglob("*.md"))
    return stories[len(stories) // 2]


def edit_story(hub: Path, turn: int) -> None:
    """A sentence at the end of one story's body."""
    _change(
        middle_story(hub),
        r"(\n\nThe desk read this again in round \d+\.)?\n\Z",
        f"\n\nThe desk read this again in round {turn}.\n",
    )


def edit_term(hub: Path, turn: int) -> None:
    """The definition of one glossary term."""
    _change(hub / "glossary" / f"{TERM}.md", r'^(definition: "[^"]*?)(, in round \d+)?\."$', rf'\1, in round {turn}."')


def edit_rubric(hub: Path, turn: int) -> None:
    """One number of the rubric, upon which the confidence of very many stories rests."""
    _change(hub / "methodology" / "rubric.yml", r"(C: \{reliability: )0\.\d+", rf"\g<1>0.{6000 + turn % 500}")


def edit_template(theme: Path, turn: int) -> None:
    """The template of the story page."""
    article = '<article class="story split"'
    _change(theme / "templates" / "story.html", rf'{article}( data-round="\d+")?>', f'{article} data-round="{turn}">')


def _change(path: Path, pattern: str, new: str) -> None:
    """Replace the one passage that the pattern finds. Raises `LookupError` when the file no longer has it once."""
    text = path.read_text(encoding="utf-8")
    changed, found = re.subn(pattern, new, text, flags=re.MULTILINE)
    if found != 1 or changed == text:
        raise LookupError(f"{path.name}: {found} passages fit “{pattern}”, or the edit changes nothing")
    path.write_text(changed, encoding="utf-8")
