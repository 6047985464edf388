"""May a story be published? One case decides, the first that applies."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from twosource.newsroom.reference import Entity, EntityType
from twosource.newsroom.rubric import Unchecked
from twosource.newsroom.story_words import FactKind, Stance
from twosource.verification.case import Case
from twosource.verification.evidence import primary_carriers
from twosource.verification.verdict import VERIFIED_FROM, Gate, JudgedFact, State

NAMED = frozenset(
    {EntityType.PERSON, EntityType.COMPANY, EntityType.AGENCY, EntityType.ORGANISATION, EntityType.COUNTRY}
)
"""Types of entity that can speak on record; a group or a place cannot be asked whether it said so."""


def judge_gate(
    case: Case, facts: tuple[JudgedFact, ...], excluded: Collection[str], entities: Mapping[str, Entity]
) -> Gate:
    """Decide by the weakest of the essential facts; every one of them must pass."""
    essential = [fact for fact in facts if fact.essential]
    verdicts = [_fact_gate(case, fact, excluded, entities) for fact in essential]
    refused = [gate for gate in verdicts if not gate.passed]
    return (refused or sorted(verdicts, key=lambda gate: ORDER.index(gate.rule)))[0]


ORDER = ("unchecked-marked", "named-speaker", "primary-document", "independent")
"""Cases that pass, the weakest first."""


def _fact_gate(case: Case, fact: JudgedFact, excluded: Collection[str], entities: Mapping[str, Entity]) -> Gate:
    if fact.count == 0:
        return _nothing_found(case, fact)
    if fact.count >= VERIFIED_FROM:
        return Gate(True, "independent", "Every essential fact is carried by at least two independent sources.", 0)
    only = f"Key fact {fact.n} has one independent source"
    if primary_carriers(case, fact.evidence, excluded):
        return Gate(True, "primary-document", f"{only}, and a primary document carries it.", fact.n)
    if fact.kind is FactKind.FACT:
        told = f"Key fact {fact.n} is printed as a fact, and its one independent source is second hand."
        return Gate(False, "second-hand", told, fact.n)
    speaker = entities.get(fact.speaker)
    if speaker is None or speaker.type not in NAMED:
        return Gate(False, "anonymous", f"{only}, and its speaker is not named.", fact.n)
    return Gate(True, "named-speaker", f"{only}, which reports {speaker.name} by name as saying so.", fact.n)


def _nothing_found(case: Case, fact: JudgedFact) -> Gate:
    if fact.against:
        told = f"Key fact {fact.n} is contradicted by a saved copy, and carried by none."
        return Gate(False, "no-evidence", told, fact.n)
    unseen = [quote for quote in fact.evidence if quote.state is State.UNSEEN and quote.stance is Stance.SUPPORTS]
    if not unseen:
        return Gate(False, "no-evidence", f"No supporting quote for key fact {fact.n} can be counted.", fact.n)
    unchecked = f"No quote for key fact {fact.n} could be checked"
    if case.rubric.gate.unchecked is Unchecked.MARK:
        marked = f"{unchecked} in a saved copy; the rubric lets it through, marked."
        return Gate(True, "unchecked-marked", marked, fact.n)
    return Gate(False, "unchecked", f"{unchecked} against a saved copy.", fact.n)
