"""Figures: what a fact states, and whether quotes or whole texts say the same of the same thing.

`judge_quotes` is for quotes, where silence is no objection; `search` is for whole texts, where it is.
"""

from __future__ import annotations

from twosource.verification.figures.documents import Document
from twosource.verification.figures.finding import Cited, Conflict, Finding, Missing, Outcome
from twosource.verification.figures.quoted import Quoted, judge_quotes, missing_figures
from twosource.verification.figures.search import search

__all__ = [
    "Cited",
    "Conflict",
    "Document",
    "Finding",
    "Missing",
    "Outcome",
    "Quoted",
    "judge_quotes",
    "missing_figures",
    "search",
]
