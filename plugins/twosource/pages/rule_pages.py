"""The rules of the checks: a table of them all, and a page for each, from the same book that `desk rule` prints."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from twosource.newsroom.rule_book import rule_book
from twosource.newsroom.rules import RULES, Rule
from twosource.pages import addresses
from twosource.pages.chrome import Head, html_page, link
from twosource.pages.code import highlighted
from twosource.pages.newsstand import Newsstand
from twosource.pages.page import Page
from twosource.pages.prose import Setting, set_prose
from twosource.pages.sheet import Sheet
from twosource.pages.views import Link, RuleBody, RulesBody

TITLE = "The rules of the checks"
NAMES = tuple(RULES)


def rule_pages(stand: Newsstand) -> Iterator[Sheet]:
    """The table, then every rule."""
    yield Sheet(addresses.RULES, "rules.html", _rules, indexed=True)
    for place, name in enumerate(NAMES):
        yield Sheet(addresses.rule(name), "rule.html", partial(_rule, place=place), indexed=True)


def _rules(stand: Newsstand) -> Page:
    head = Head(
        title=TITLE,
        crumbs=(("Methodology", addresses.METHODOLOGY), (TITLE, addresses.RULES)),
        description="What is looked for in every story before it is printed; an error stops it.",
    )
    body: RulesBody = {"rules": [_row(stand, rule) for rule in RULES.values()]}
    return html_page(stand, addresses.RULES, "rules.html", head, body)


def _row(stand: Newsstand, rule: Rule) -> dict[str, str]:
    return {
        "name": rule.name,
        "severity": rule.severity.value,
        "what": rule.what,
        "href": stand.href(addresses.rule(rule.name)),
    }


def _rule(stand: Newsstand, place: int) -> Page:
    rule = RULES[NAMES[place]]
    told, address = rule_book()[rule.name], addresses.rule(rule.name)
    head = Head(
        title=f"The rule {rule.name}",
        crumbs=(("Methodology", addresses.METHODOLOGY), (TITLE, addresses.RULES), (rule.name, address)),
        description=f"{rule.what} {rule.remedy}",
    )
    setting = Setting(f"rule-{rule.name}", 2, stand.house.glossary, stand.house.base)
    body: RuleBody = {
        "name": rule.name,
        "severity": rule.severity.value,
        "weight": told.weight,
        "what": rule.what,
        "remedy": rule.remedy,
        "why": set_prose(told.why, setting).html,
        "wrong": highlighted(told.wrong.text, told.wrong.kind),
        "right": highlighted(told.right.text, told.right.kind),
        "before": _beside(stand, place - 1),
        "after": _beside(stand, place + 1),
    }
    return html_page(stand, address, "rule.html", head, body)


def _beside(stand: Newsstand, place: int) -> Link | None:
    return link(stand, NAMES[place], addresses.rule(NAMES[place])) if 0 <= place < len(NAMES) else None
