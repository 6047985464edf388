"""May a story be published? One case decides, the first that applies."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from twosource.newsroom.reference import Entity, EntityType
from twosource.newsroom.rubric import Unchecked
from twosource.newsroom.story import FactKind, Stance
from twosource.verification.case import Case
from twosource.verification.evidence import Groups, carriers, touched
from twosource.verification.verdict import Gate, JudgedFact, State

NAMED = frozenset(
    {EntityType.PERSON, EntityType.COMPANY, EntityType.AGENCY, EntityType.ORGANISATION, EntityType.COUNTRY}
)
"""Types of entity that can speak on record; a group or a place cannot be asked whether it said so."""


def judge_gate(
    case: Case,
    facts: tuple[JudgedFact, ...],
    groups: Mapping[int, Groups],
    excluded: Collection[str],
    entities: Mapping[str, Entity],
) -> Gate:
    """Decide by the weakest of the essential facts; every one of them must pass."""
    essential = [fact for fact in facts if fact.essential]
    verdicts = [_fact_gate(case, fact, groups[fact.n], excluded, entities) for fact in essential]
    refused = [gate for gate in verdicts if not gate.passed]
    return (refused or sorted(verdicts, key=lambda gate: ORDER.index(gate.rule)))[0]


ORDER = ("unchecked-marked", "named-speaker", "primary-document", "independent")
"""Cases that pass, the weakest first."""


def _fact_gate(
    case: Case, fact: JudgedFact, groups: Groups, excluded: Collection[str], entities: Mapping[str, Entity]
) -> Gate:
    if fact.count == 0:
        return _nothing_found(case, fact)
    if fact.count >= 2:
        return Gate(True, "independent", "Every essential fact is carried by at least two independent sources.")
    carrying = touched(groups, carriers(fact.evidence, Stance.SUPPORTS, excluded))[0]
    if _holds_primary(case, carrying):
        return Gate(
            True, "primary-document", f"Key fact {fact.n} has one independent source, and it is a primary document."
        )
    if fact.kind is FactKind.FACT:
        return Gate(
            False,
            "second-hand",
            f"Key fact {fact.n} is printed as a fact, and its one independent source is second hand.",
        )
    speaker = entities.get(fact.speaker)
    if speaker is None or speaker.type not in NAMED:
        return Gate(False, "anonymous", f"Key fact {fact.n} has one independent source, and its speaker is not named.")
    reported = f"which reports {speaker.name} by name as saying so"
    return Gate(True, "named-speaker", f"Key fact {fact.n} has one independent source, {reported}.")


def _holds_primary(case: Case, carrying: Collection[str]) -> bool:
    """True when one of these sources is a primary document of which there is a saved copy."""
    primary = case.rubric.gate.primary_kinds
    return any(one.id in carrying and one.id in case.locked and one.kind in primary for one in case.story.sources)


def _nothing_found(case: Case, fact: JudgedFact) -> Gate:
    if fact.against:
        return Gate(False, "no-evidence", f"Key fact {fact.n} is contradicted by a saved copy, and carried by none.")
    unseen = [quote for quote in fact.evidence if quote.state is State.UNSEEN and quote.stance is Stance.SUPPORTS]
    if not unseen:
        return Gate(False, "no-evidence", f"No supporting quote for key fact {fact.n} can be counted.")
    if case.rubric.gate.unchecked is Unchecked.MARK:
        return Gate(
            True,
            "unchecked-marked",
            f"No quote for key fact {fact.n} could be checked in a saved copy; the rubric lets it through, marked.",
        )
    return Gate(False, "unchecked", f"No quote for key fact {fact.n} could be checked against a saved copy.")


def is_about(gate: Gate, fact: JudgedFact) -> bool:
    """True when the gate's reason names this key fact."""
    return re.search(rf"\bkey fact {fact.n}\b", gate.because, re.I) is not None
