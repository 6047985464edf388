"""The form of excuses, which every kind of text may hold under `ignore`."""

from __future__ import annotations

from twosource.newsroom.excuses import EXCUSABLE, Excuse
from twosource.newsroom.fields import ID, TEXT, Converted
from twosource.newsroom.records import Key, ListOf, Record

RULE_NAME = Converted(
    "the name of a rule",
    lambda text: text if ID.fullmatch(text) else None,
    "",
    "Write the name of a rule, such as `stories-disagree`.",
    pattern="|".join(EXCUSABLE),
)
EXCUSE: Record[Excuse] = Record(Excuse, (Key("rule", RULE_NAME), Key("because", TEXT)))
IGNORE: Key[tuple[Excuse, ...]] = Key("ignore", ListOf(EXCUSE), default=())
"""The key of every kind of text."""
