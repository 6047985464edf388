"""What is measured: each generator on the same hub, cold and after each kind of edit, in the order of one round."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bench import edits, peers
from bench.jobs import Cost, Job, run
from bench.preview import preview

OWN, HUGO, ELEVENTY, PELICAN = "Twosource", "Hugo", "Eleventy", "Pelican"
COLD, SAME, STORY, TERM, RUBRIC, TEMPLATE = (
    *("cold", "nothing changed", "one story edited"),
    *("one glossary term edited", "one rubric number edited", "one template edited"),
)
CARDS = "all pages and cards printed anew"
CHECK_COLD, CHECK_WARM, CHECK_ONE = "desk check, cold", "desk check, warm", "desk check of one story"
CHECKS = (CHECK_COLD, CHECK_WARM, CHECK_ONE)
PREVIEW = "one story saved in desk preview"
INDEX = "search index of all pages, apart"
PROGRAMS = {HUGO: peers.hugo, ELEVENTY: peers.eleventy, PELICAN: peers.pelican}


@dataclass(frozen=True, slots=True)
class Place:
    """The folders of one run; all lie in one that is thrown away in the end."""

    hub: Path
    """The corpus."""
    theme: Path
    """A copy of this project's theme, whose template is edited."""
    work: Path
    """Outputs, and what peers need beside the hub."""

    def output(self, tool: str, turn: int) -> Path:
        """Where a tool prints in one round: a new folder, for emptying one first makes the next write slower."""
        return self.work / "printed" / f"{tool.lower()}-{turn}"


@dataclass(frozen=True, slots=True)
class Case:
    """One thing to measure."""

    tool: str
    """Which generator."""
    name: str
    """What happened before it was started."""
    happen: Callable[[Place, int], None]
    """Makes that happen in a round; not measured."""
    cost: Callable[[Place, int], Cost]
    """Does it once, and says what it cost."""


def _own(place: Place, turn: int) -> Job:
    program = str(Path(sys.executable).with_name("pelican"))
    output = str(place.output(OWN, turn))
    return Job((program, "--quiet", "--theme-path", str(place.theme), "--output", output), place.hub)


def _own_with_cards(place: Place, turn: int) -> Job:
    job = _own(place, turn)
    command = (*job.command[:-1], f"{job.command[-1]}-cards", "--extra-settings", "TWOSOURCE_CARDS=true")
    return Job(command, job.folder)


def _check(place: Place, _: int) -> Job:
    return Job((str(Path(sys.executable).with_name("desk")), "check"), place.hub)


def _check_one(place: Place, turn: int) -> Job:
    job = _check(place, turn)
    return Job((*job.command, str(edits.middle_story(place.hub))), job.folder)


def _running(job: Callable[[Place, int], Job]) -> Callable[[Place, int], Cost]:
    """What a command costs from its start to its end."""
    return lambda place, turn: run(job(place, turn))


def _index(place: Place, turn: int) -> Job:
    script = Path(__file__).with_name("indexing.py")
    target = place.work / "indexed" / f"{turn}" / "pagefind"
    return Job((sys.executable, str(script), str(place.output(OWN, turn)), str(place.theme), str(target)), place.work)


def _peer(tool: str) -> Callable[[Place, int], Job]:
    return lambda place, turn: PROGRAMS[tool](place.hub, place.output(tool, turn), place.work)


def cached_pelican(place: Place, turn: int) -> Job:
    """Pelican with its cache of what the readers made."""
    return peers.pelican(place.hub, place.output(PELICAN, turn), place.work, cached=True)


def _nothing(_: Place, __: int) -> None:
    """The hub stays as it was."""


def _forget(place: Place, turn: int) -> None:
    """No cache: it is put aside, for deleting much makes the next write slower."""
    for number in range(2):
        aside = place.work / "aside" / f"cache-{turn}-{number}"
        if (place.hub / ".cache").exists() and not aside.exists():
            aside.parent.mkdir(parents=True, exist_ok=True)
            (place.hub / ".cache").rename(aside)


CASES = (
    Case(OWN, COLD, _forget, _running(_own)),
    *(Case(tool, COLD, _nothing, _running(_peer(tool))) for tool in PROGRAMS),
    Case(OWN, SAME, _nothing, _running(_own)),
    Case(OWN, STORY, lambda place, turn: edits.edit_story(place.hub, turn), _running(_own)),
    # The others build the hub with the story that was edited just now.
    Case(HUGO, STORY, _nothing, _running(_peer(HUGO))),
    Case(ELEVENTY, STORY, _nothing, _running(_peer(ELEVENTY))),
    Case(PELICAN, STORY, _nothing, _running(cached_pelican)),
    Case(OWN, PREVIEW, _nothing, lambda place, _: preview(place.hub)),
    Case(OWN, TERM, lambda place, turn: edits.edit_term(place.hub, turn), _running(_own)),
    Case(OWN, RUBRIC, lambda place, turn: edits.edit_rubric(place.hub, turn), _running(_own)),
    Case(OWN, TEMPLATE, lambda place, turn: edits.edit_template(place.theme, turn), _running(_own)),
    Case(OWN, CARDS, _nothing, _running(_own_with_cards)),
    Case(OWN, INDEX, _nothing, _running(_index)),
    Case(OWN, CHECK_COLD, _forget, _running(_check)),
    Case(OWN, CHECK_WARM, _nothing, _running(_check)),
    Case(OWN, CHECK_ONE, _nothing, _running(_check_one)),
)
