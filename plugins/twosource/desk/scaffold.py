"""The text of a new story: every key of the format, and beside it what belongs there."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from twosource.newsroom.story_words import (
    ChangeKind,
    Effect,
    FactKind,
    OutlookValue,
    SourceKind,
    Stance,
    Status,
    WatchStatus,
)

TEMPLATE = """\
---
# A draft. Fill in what is empty; `desk check {path}` names what is missing.
# Lines that begin with # are notes to you: delete them when they are done with.
title: {title}
# slug: another-last-part-of-the-address      (default: the file's name)
date: {date}                # day of the development; with a time it needs its zone: {date}T14:30+00:00
# written: {date}           # an archive story only: the later day on which it was published
# updated: {date}           # day of the last change, never before date
category: {topic}           # one of: {topics}
authors: []                 # who wrote it: [Jane Doe]
# editor: Joan Smith        # who answers for it
# ai_use: One line on what a machine did, if one did anything.
status: draft               # {statuses}
# expires: 2030-01-01       # from when it is kept for the record only
summary:                    # one sentence, no verb stronger than the facts
takeaways: []               # what to take away, each with the key facts that carry it
#  - text: One sentence.
#    facts: [1]

# Every publication that the story rests on or names.
sources: []
#  - id: short-name                 # your name for it within this story
#    url: https://example.org/the/page
#    title: Title at the source
#    publisher: id-in-the-registry  # methodology/publishers.yml
#    kind: reporting                # {source_kinds}
#    published: {date}
#    author: Byline at the source
#    origin: own                    # or {{source: ID}}, {{wire: NAME}}, {{release: NAME}}, {{event: NAME}}
#    independent_because: Only to undo a default join, in a sentence that readers will see.

# Key facts, numbered in the order written. Every figure in `text` must stand in a supporting quote.
facts: []
#  - text: What happened, in your words, with dates instead of "yesterday" or "next year".
#    kind: fact                     # {fact_kinds}
#    speaker: entity-id             # who says it; for a claim or forecast only
#    essential: true                # the story rests on it; at least one fact is essential
#    as_of: {date}                  # the day for which it holds
#    evidence:
#      - source: short-name
#        quote: words copied from the source, few, with […] where you leave some out
#        stance: supports           # {stances}

mentioned: []               # entity ids, from content/entities/
affected: []                # who is affected; each must be mentioned
#  - entity: entity-id
#    effect: unclear                # {effects}
#    because: Reason in a sentence.
#    facts: [1]
#    horizon: by the end of 2027    # by when, if that is known
# outlook:                  # where it goes, for one party
#   value: neutral                 # {outlooks}
#   for: entity-id
#   because: Reason in a sentence.
#   facts: [1]

# Consequence from 0 to 10 on the rubric's anchors (methodology/rubric.yml); coverage is no input.
impact:
  regulatory:
    score:
    because:
    facts: []
  financial:
    score:
    because:
    facts: []
  operational:
    score:
    because:
    facts: []

timeline: []                # dated events: 2025, 2025-Q4, 2025-10 or 2025-10-14
#  - date: {date}
#    title: What happened
#    facts: [1]
watch: []                   # forecasts that can be decided on a date
#  - statement: What will be the case.
#    says: entity-id                # or desk, for our own estimate
#    due: 2027-02
#    decided_by: What will show it
#    status: open                   # {watch_statuses}
#    likelihood: 0.6                # 0 to 1, if one was given
#    decided_on: 2027-02-28         # once decided, with the outcome and its evidence
#    outcome: What happened, in a sentence.
#    evidence:
#      - source: short-name
#        quote: words that decide it
unknowns: []                # what we do not know, in sentences
# pull_quote:               # a quote of the evidence to set large, both counted from 1
#   fact: 1
#   evidence: 1
related: []                 # slugs; chosen by reckoning when left empty
changes: []                 # after publication: corrections and the rest
#  - date: {date}
#    kind: correction               # {change_kinds}
#    text: An earlier version said something else.
#    facts: [1]
aliases: []                 # former addresses: /old/address/
# ignore:                   # warnings that you looked at and let stand
#   - rule: name-of-the-rule
#     because: Reason in a sentence.

# The analysis follows the next line, in Markdown: [@short-name] cites a source, {{fact 1}} refers to a key
# fact, [[term]] links the glossary. Words in quotation marks must be evidence above.
---
"""


def scaffold(title: str, path: str, date: str, topic: str, topics: Iterable[str]) -> str:
    """A draft that can be read and lacks everything that only its writer knows."""
    return TEMPLATE.format(
        title=quoted(title),
        path=path,
        date=date,
        topic=topic,
        topics=", ".join(topics),
        statuses=_words(Status),
        source_kinds=_words(SourceKind),
        fact_kinds=_words(FactKind),
        stances=_words(Stance),
        effects=_words(Effect),
        outlooks=_words(OutlookValue),
        watch_statuses=_words(WatchStatus),
        change_kinds=_words(ChangeKind),
    )


def quoted(text: str) -> str:
    """A text as a YAML scalar that can hold anything but control characters."""
    return "'" + text.replace("'", "''") + "'"


def _words(choices: type[StrEnum]) -> str:
    return ", ".join(choice.value for choice in choices)
