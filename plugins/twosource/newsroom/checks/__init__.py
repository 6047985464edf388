"""What a copy desk checks in the texts themselves. Each check is a function that yields problems."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from twosource.newsroom.checks.dates import (
    change_dates,
    event_dates,
    fact_dates,
    source_dates,
    story_dates,
    watch_dates,
)
from twosource.newsroom.checks.facts import (
    affected_parties,
    essential_facts,
    origins,
    pull_quote,
    quote_lengths,
    speakers,
)
from twosource.newsroom.checks.identity import (
    boilerplate,
    country_types,
    duplicate_ids,
    duplicate_names,
    duplicate_slugs,
)
from twosource.newsroom.checks.marks import body_references
from twosource.newsroom.checks.references import (
    entity_references,
    fact_references,
    registry_references,
    related_references,
    source_references,
    term_references,
)
from twosource.newsroom.checks.rubric import rubric_order, rubric_values, rubric_version, rubric_weights
from twosource.newsroom.checks.wording import attributions, characterisations, list_numbers, relative_times
from twosource.newsroom.library import Library
from twosource.newsroom.problems import Problem
from twosource.newsroom.story import Story

STORY_CHECKS: tuple[Callable[[Story, Library], Iterator[Problem]], ...] = (
    registry_references,
    entity_references,
    source_references,
    fact_references,
    duplicate_ids,
    essential_facts,
    speakers,
    affected_parties,
    origins,
    pull_quote,
    quote_lengths,
    story_dates,
    change_dates,
    source_dates,
    fact_dates,
    event_dates,
    watch_dates,
    relative_times,
    characterisations,
    attributions,
    list_numbers,
)
"""Checks of one story against the library."""

LIBRARY_CHECKS: tuple[Callable[[Library], Iterator[Problem]], ...] = (
    duplicate_slugs,
    duplicate_names,
    country_types,
    term_references,
    body_references,
    related_references,
    boilerplate,
    rubric_weights,
    rubric_order,
    rubric_version,
    rubric_values,
)
"""Checks across the library."""


def check_library(library: Library) -> Iterator[Problem]:
    """Every problem that the checks find."""
    for story in library.stories:
        for check in STORY_CHECKS:
            yield from check(story, library)
    for whole in LIBRARY_CHECKS:
        yield from whole(library)
