"""What a copy desk checks in the texts themselves. Each check is a function that yields problems."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from twosource.newsroom.checks.dates import (
    change_dates,
    event_dates,
    fact_dates,
    source_dates,
    story_dates,
    watch_dates,
)
from twosource.newsroom.checks.excuses import house_excuses, story_excuses
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
    duplicate_topics,
    own_contact,
)
from twosource.newsroom.checks.marks import house_marks, story_marks
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
from twosource.newsroom.ties import Ties, Where, ties_in_order, ties_of

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
    story_marks,
    story_excuses,
)
"""Checks of one story against the library."""

HOUSE_CHECKS: tuple[Callable[[Library], Iterator[Problem]], ...] = (
    duplicate_topics,
    own_contact,
    duplicate_names,
    country_types,
    term_references,
    house_marks,
    house_excuses,
    rubric_weights,
    rubric_order,
    rubric_version,
    rubric_values,
)
"""Checks of everything that is no story."""

CheckAcross = Callable[[Sequence[Ties], Where], Iterator[Problem]]

NAMES_ACROSS: tuple[CheckAcross, ...] = (duplicate_slugs, related_references)
"""Checks of the names of all stories together, in the order of `ties_in_order`."""

CHECKS_ACROSS: tuple[CheckAcross, ...] = (*NAMES_ACROSS, boilerplate)
"""Checks of all stories together."""


def check_story(story: Story, library: Library) -> Iterator[Problem]:
    """Every problem of one story by itself; of the library only what is no story is looked at."""
    for check in STORY_CHECKS:
        yield from check(story, library)


def check_house(library: Library) -> Iterator[Problem]:
    """Every problem of what is no story."""
    for check in HOUSE_CHECKS:
        yield from check(library)


def check_across(
    ties: Sequence[Ties], where: Where, checks: Iterable[CheckAcross] = CHECKS_ACROSS
) -> Iterator[Problem]:
    """Every problem of stories with each other."""
    ordered = ties_in_order(ties)
    for check in checks:
        yield from check(ordered, where)


def check_library(library: Library) -> Iterator[Problem]:
    """Every problem that the checks find."""
    for story in library.stories:
        yield from check_story(story, library)
    yield from check_house(library)
    wheres = {story.path: story.where for story in library.stories}
    ties = [ties_of(story, library.lock_of(story)) for story in library.stories]
    yield from check_across(ties, wheres.__getitem__)
