"""The stealth-edit gate: what readers were told and are now told otherwise needs a word to them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from twosource.desk.records import forecasts, log
from twosource.desk.sight import Sight, figures_of
from twosource.desk.spelling import vocabulary
from twosource.newsroom.library import Library, is_public
from twosource.newsroom.problems import Place, Problem, in_order
from twosource.newsroom.rules import found
from twosource.newsroom.story import Story
from twosource.newsroom.story_words import Status

ENTRY = "Add an entry to `changes:` that tells readers what changed; a mere correction of spelling needs none."
KEEP = "Put the entry back as it stood, and say in a new one what was wrong with it."


@dataclass(frozen=True, slots=True)
class Edit:
    """One part of a published story that is not as it was."""

    story: Story
    """As it is now."""
    part: str
    """`headline`, `facts`, `quotes`, `scores`, `sources`, `figures`, `watch` or `changes`."""
    place: Place
    """Where it stands now."""
    what: str
    """What changed, in a sentence."""
    told: bool
    """True when the story's change log has a new entry; never for `changes`, which no entry excuses."""


def edits(base: Library, head: Library, moved: Mapping[str, str], as_of: datetime) -> tuple[Edit, ...]:
    """What changed in stories that readers could see in the base; `moved` gives old slugs by new ones."""
    before = {story.slug: story for story in base.stories if story.sound and is_public(story, as_of)}
    pairs = ((before.get(moved.get(story.slug, story.slug)), story) for story in head.stories if story.sound)
    changed = [(old, new) for old, new in pairs if old and old != new]
    if not changed:
        return ()
    known = {word for word, times in vocabulary(_texts(base)).items() if times > 1}
    return tuple(edit for old, new in changed for edit in _edits(Sight(old, new, known)))


def _edits(sight: Sight) -> Iterator[Edit]:
    told = len(sight.new.changes) > len(sight.old.changes)
    for part, look in PARTS.items():
        for place, what in look(sight):
            yield Edit(sight.new, part, place, what, told and part != "changes")


def _headline(sight: Sight) -> Iterator[tuple[Place, str]]:
    if not sight.same(sight.old.title, sight.new.title):
        yield sight.new.where.place("title"), f"The headline was “{sight.old.title}”."


def _facts(sight: Sight) -> Iterator[tuple[Place, str]]:
    """Statement, kind, speaker, weight and day of each key fact; quotes are a part of their own."""
    for n, (old, new) in enumerate(zip(sight.old.facts, sight.new.facts, strict=False)):
        place = sight.new.where.place("facts", n)
        if not sight.same(old.text, new.text):
            yield place, f"Key fact {n + 1} was “{old.text}”"
        for name in ("kind", "speaker", "essential", "as_of"):
            if getattr(old, name) != getattr(new, name):
                yield place, f"`{name}` of key fact {n + 1} was {_shown(getattr(old, name))}."
    yield from _length(sight, "facts", "key facts")
    status = (sight.old.status, sight.new.status)
    if status[0] is not status[1]:
        yield sight.new.where.place("status"), f"The story was {status[0].value} and is {status[1].value}."


def _quotes(sight: Sight) -> Iterator[tuple[Place, str]]:
    for n, (old, new) in enumerate(zip(sight.old.facts, sight.new.facts, strict=False)):
        if not sight.same(old.evidence, new.evidence):
            gone = [quote.quote for quote in old.evidence if not any(sight.same(quote, each) for each in new.evidence)]
            less = f" without “{gone[0]}”" if gone else ", with more than there was"
            yield sight.new.where.place("facts", n, "evidence"), f"The evidence of key fact {n + 1} is now{less}."


def _scores(sight: Sight) -> Iterator[tuple[Place, str]]:
    for name in ("regulatory", "financial", "operational"):
        old, new = getattr(sight.old.impact, name), getattr(sight.new.impact, name)
        if old.score != new.score:
            yield sight.new.where.place("impact", name), f"The {name} score was {old.score}."
    if not sight.same(sight.old.outlook, sight.new.outlook):
        was = sight.old.outlook
        yield (
            sight.new.where.place("outlook") if sight.new.outlook else Place(sight.new.path, 1, 1),
            f"The outlook was {was.value.value} for {was.entity}." if was else "There was no outlook.",
        )
    for n, (effect, now) in enumerate(zip(sight.old.affected, sight.new.affected, strict=False)):
        if (effect.entity, effect.effect) != (now.entity, now.effect):
            yield sight.new.where.place("affected", n), f"The effect was {effect.effect.value} for {effect.entity}."
    yield from _length(sight, "affected", "effects")


def _sources(sight: Sight) -> Iterator[tuple[Place, str]]:
    now = {source.id: n for n, source in enumerate(sight.new.sources)}
    before = {source.id: source for source in sight.old.sources}
    for id, old in before.items():
        if id not in now:
            yield sight.new.where.place("sources"), f"The source {id} ({old.url}) was taken out."
        elif not sight.same(old, sight.new.sources[now[id]]):
            yield sight.new.where.place("sources", now[id]), f"The source {id} is not described as it was."
    for id, n in now.items():
        if id not in before:
            yield sight.new.where.place("sources", n), f"The source {id} is new."


def _prose_figures(sight: Sight) -> Iterator[tuple[Place, str]]:
    """Figures of the summary, the takeaways and the analysis, whatever else was rewritten around them."""
    if _prose(sight.old) == _prose(sight.new):
        return
    old, new = (figures_of("\n".join(_prose(story))) for story in (sight.old, sight.new))
    if old != new:
        gone, came = ("; ".join(figure[-1] for figure in (one - other)) for one, other in ((old, new), (new, old)))
        yield (
            sight.new.where.place("summary"),
            f"Figures of the text changed{f', gone: {gone}' if gone else ''}{f', new: {came}' if came else ''}.",
        )


PARTS: Mapping[str, Callable[[Sight], Iterator[tuple[Place, str]]]] = {
    "headline": _headline,
    "facts": _facts,
    "quotes": _quotes,
    "scores": _scores,
    "sources": _sources,
    "figures": _prose_figures,
    "watch": forecasts,
    "changes": log,
}
"""What may not change in silence."""


def _length(sight: Sight, field: str, noun: str) -> Iterator[tuple[Place, str]]:
    before, after = len(getattr(sight.old, field)), len(getattr(sight.new, field))
    if before != after:
        where = sight.new.where.place(field) if after else Place(sight.new.path, 1, 1)
        yield where, f"There were {before} {noun}, and there are {after}."


def _shown(value: Any) -> str:
    return f"“{getattr(value, 'text', value)}”" if value not in ("", None) else "not given"


def _prose(story: Story) -> tuple[str, ...]:
    takeaways = (takeaway.text for takeaway in story.takeaways)
    return (story.summary, *takeaways, *story.unknowns, *story.body.text.split("\n"))


def _texts(library: Library) -> Iterator[str]:
    for story in library.stories:
        yield story.title
        yield from (fact.text for fact in story.facts)
        yield from _prose(story)


def stealth_problems(found_edits: tuple[Edit, ...]) -> tuple[Problem, ...]:
    """An error for each edit of which readers are not told."""
    return in_order(
        tuple(
            found(edit.place, "stealth-edit", edit.what, KEEP if edit.part == "changes" else ENTRY)
            for edit in found_edits
            if not edit.told
        )
    )


def gone_problems(base: Library, head: Library, moved: Mapping[str, str], as_of: datetime) -> tuple[Problem, ...]:
    """Stories that readers could see and that are gone without a trace, or moved without an alias."""
    return in_order(tuple(_gone(base, head, moved, as_of)))


def _gone(base: Library, head: Library, moved: Mapping[str, str], as_of: datetime) -> Iterator[Problem]:
    now = {story.slug: story for story in head.stories}
    aliases = {alias for story in head.stories for alias in story.aliases}
    new_of = {old: new for new, old in moved.items()}
    for story in base.stories:
        address = f"/stories/{story.slug}/"
        seen = is_public(story, as_of)
        if not seen or address in aliases:
            continue
        heir = now.get(new_of.get(story.slug, story.slug))
        if heir is None:
            what = f"“{story.title}” was published at {address} and is gone."
            yield found(Place(story.path, 1, 1), "story-removed", what, "Keep the file and set `status: retracted`.")
        elif heir.slug != story.slug:
            what = f"The story was published at {address}, which leads nowhere now."
            place = heir.where.place("aliases") if heir.aliases else Place(heir.path, 1, 1)
            yield found(place, "moved-without-alias", what, f"Add `{address}` to `aliases:`.")
        elif heir.status is Status.DRAFT or not is_public(heir, as_of):
            what = f"“{story.title}” was published and is hidden now."
            hint = "Say `status: retracted` and why, in `changes:`."
            yield found(heir.where.place("status"), "story-removed", what, hint)
