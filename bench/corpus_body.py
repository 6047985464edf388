"""A story's body: about 750 words of analysis with everything that a desk writes in one."""

from __future__ import annotations

from random import Random

from bench.corpus_parts import Parts
from bench.invention import phrase, sentence

WORDS = 690
"""No paragraph begins after so many."""
TERMS = (
    *("tariff", "futures", "refining", "retaliation"),
    *("rules-of-origin", "chokepoint", "trade-deficit", "export-controls"),
)


def body(chance: Random, parts: Parts) -> str:
    """Markdown: headings, emphasis, links, code, names, terms, citations, a quotation and a list."""
    blocks: list[str] = []
    length = 0
    while length < WORDS:
        place = len(blocks)
        if place and place % 4 == 0:
            blocks.append(f"## {phrase(chance, 3, 6)}")
        text = " ".join(_sentence(chance, parts) for _ in range(chance.randint(3, 5)))
        blocks.append(text)
        length += len(text.split())
        if place == 3:
            blocks.append(f"> {parts.facts[0].quote}")
        if place == 6:
            blocks.append("\n".join(f"- {sentence(chance, 7, 12)}" for _ in range(3)))
    return "\n\n".join(blocks) + "\n"


def _sentence(chance: Random, parts: Parts) -> str:
    """In eight of nine, one word or two are more than words."""
    words = sentence(chance).split(" ")
    at = chance.randrange(1, len(words) - 3)
    match chance.randrange(9):
        case 0:
            words[at] = f"**{words[at]}**"
        case 1:
            words[at] = f"*{words[at]}*"
        case 2:
            words[at] = f"[{words[at]} {words[at + 1]}]({chance.choice(parts.sources).url})"
        case 3:
            words[at] = chance.choice(parts.people).name
        case 4:
            words[at] = f"`{words[at]}`"
        case 5:
            words[at] = f"[[{chance.choice(TERMS)}]]"
        case 6:
            words[-1] = f"{words[-1].rstrip('.')} [@{chance.choice(parts.sources).id}]."
        case 7:
            words[-1] = f"{words[-1].rstrip('.')} {{fact {chance.randint(1, len(parts.facts))}}}."
        case _:
            pass
    return " ".join(words)
