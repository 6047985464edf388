"""`desk rule`: what a rule asks, why, and how it is kept; from the same page that the documentation prints."""

from __future__ import annotations

import re
import sys
from argparse import Namespace

from twosource.desk.hub import UsageError
from twosource.desk.paint import Paint
from twosource.newsroom.rule_book import rule_book
from twosource.newsroom.rules import RULES
from twosource.newsroom.suggest import did_you_mean

FENCE = re.compile(r"^```.*\n((?:.*\n)*?)^```$", re.M)


def run(given: Namespace) -> int:
    """Print the page of one rule, or a line for each of them; 0."""
    paint = Paint.for_stream(sys.stdout)
    print(_page(given.name, paint) if given.name else _list(paint))
    return 0


def _page(name: str, paint: Paint) -> str:
    if name not in RULES:
        raise UsageError(f"There is no rule “{name}”. {did_you_mean(name, RULES) or '`desk rule` lists all.'}")
    return f"{paint.bold(name)}\n\n{FENCE.sub(_indented, section_of(name))}"


def section_of(name: str) -> str:
    """What the documentation says of a rule, as Markdown."""
    return rule_book()[name].text


def _indented(fence: re.Match[str]) -> str:
    return "\n".join(f"    {line}" if line else "" for line in fence[1].rstrip("\n").split("\n"))


def _list(paint: Paint) -> str:
    wide = max(map(len, RULES))
    return "\n".join(
        f"{paint.bold(rule.name.ljust(wide))}  {rule.severity.value.ljust(7)}  {rule.what}" for rule in RULES.values()
    )
