"""A bureau: it reads, judges and sets a share of the stories, and keeps their folios while the site is made.

Each bureau but a lone one is a process of its own (see `pages.staff`). What it says of its stories to others are slips;
the stories themselves never leave it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from twosource.newsroom.by_value import value_in
from twosource.newsroom.loading import Held, HeldLock, Masthead, load_locks, load_stories, with_locks
from twosource.newsroom.morgue import DamagedError, OvertakenError
from twosource.newsroom.problems import stop_the_press
from twosource.pages import addresses
from twosource.pages.edition import sheets
from twosource.pages.filing import digest_of_one, file_of, files_of, slip_of
from twosource.pages.folio import Folio, make_folio, may_ever_be_read
from twosource.pages.house import House
from twosource.pages.layout import Layout, changed_rows, digest_again, layout_of, stock_again
from twosource.pages.newsstand import Newsstand
from twosource.pages.opening import open_newsstand
from twosource.pages.page import UNMADE, Page
from twosource.pages.sheet import Sheet
from twosource.pages.slip import File, Slip
from twosource.pages.stowed import Stowed, stow
from twosource.pages.tracing import node_digest, stock_of, traced, written
from twosource.trends.brief import Brief
from twosource.trends.brief_form import unpack
from twosource.trends.row import Row
from twosource.verification.boilerplate import Print, prints_of
from twosource.verification.judge import common_of
from twosource.verification.review import Judged, judge_held

Reading = tuple[str, str, tuple[Print, ...]]
"""Path of a story, digest of its lock, and its saved pages."""


Known = tuple[tuple[str, str], tuple[bytes, ...]]
"""Digests of a story's files, and the hashes of standing text in it: what it has to be read again by."""


class StillError(LookupError):
    """A story cannot be laid out now, and its page stays as it last was; holds the path."""


class Briefs(Protocol):
    """Packed briefs by path."""

    def __getitem__(self, path: str, /) -> bytes: ...


class Trace(NamedTuple):
    """What one page looked at."""

    number: int
    """Number of its sheet."""
    seen: bytes
    """Names of the nodes, as `tracing.written` writes them."""
    related: tuple[tuple[str, bytes], ...]
    """Those of related stories, which nobody else digests, with their digests."""


class Bureau:
    """Stories of one share, read once in a run."""

    stand: Newsstand
    """The newsstand, once it is open."""
    sheets: tuple[Sheet, ...]
    """Every page of the site, once the newsstand is open."""

    def __init__(self, root: Path, masthead: Masthead, house: House, key: bytes) -> None:
        self._root = root
        self._masthead = masthead
        self._house = house
        self._key = key
        self._common = common_of(masthead.library)
        self._locks: dict[str, HeldLock] = {}
        self._folios: dict[str, Folio | Stowed] = {}
        self._known: Mapping[str, Known] = {}
        self._forms: Briefs = {}
        self._briefs: dict[str, Brief] = {}
        self._paths: Mapping[str, str] = {}
        self._plain: Sequence[tuple[Any, ...]] = ()
        self._listing: set[str] = set()
        self._use: Callable[[Iterator[Page]], object] = list

    def read_locks(self, paths: Sequence[str]) -> list[Reading]:
        """Read the locks of these stories: nothing else is needed to find out what standing text is."""
        locks = dict(zip(paths, load_locks(self._root, self._masthead, paths), strict=True))
        self._locks |= locks
        return [
            (path, digest_of_one(one.digests), prints_of(one.lock) if one.lock else ()) for path, one in locks.items()
        ]

    def judge(self, asked: Sequence[tuple[str, frozenset[bytes]]]) -> list[tuple[str, Slip, File]]:
        """Read and judge stories whose locks were read, given the hashes of standing text in each.

        Gives what is to be kept, by path. Each is done with before the next is read: what was parsed only to be judged
        is gone by then, and its memory, which is still at hand, serves the next one.
        """
        read = with_locks(self._root, self._masthead, [(path, self._locks.pop(path)) for path, _ in asked])
        stories = zip(read, asked, strict=True)
        return [(path, *self._judged(held, left_out)) for held, (path, left_out) in stories]

    def _judged(self, held: Held, left_out: frozenset[bytes]) -> tuple[Slip, File]:
        judged = judge_held(held, self._masthead, self._common, left_out, self._house.as_of)
        judged, folio, fault = self._laid_out(judged)
        if folio:
            self._folios[held.story.path] = stow(folio)
        file = file_of(judged, folio)
        return slip_of(judged, folio, file, left_out, self._key)._replace(fault=fault), file

    def _laid_out(self, judged: Judged) -> tuple[Judged, Folio | None, str]:
        """With its folio; one that fails counts as not judged where that may be, with why unless its errors tell."""
        try:
            return judged, self._folio_of(judged), ""
        except (OvertakenError, DamagedError):
            raise
        except Exception as error:
            if not self._house.extras.lenient:
                raise
            told = stop_the_press((*judged.reading, *judged.evidence))
            return judged._replace(verdict=None), None, "" if told else repr(error)

    def _folio_of(self, judged: Judged) -> Folio | None:
        story, verdict = judged.held.story, judged.verdict
        if verdict is None or not may_ever_be_read(story, verdict, self._house.extras):
            return None
        return make_folio(self._house, story, judged.held.lock, verdict)

    def open(
        self, rows: Sequence[tuple[Any, ...]], known: Mapping[str, Known], briefs: Briefs, before: Layout | None = None
    ) -> None:
        """Lay out the newsstand from the rows of all stories that readers may see; `briefs` are packed.

        `before` is what an earlier run in this process left.
        """
        self._known, self._forms, self._plain = known, briefs, rows
        laid = [Row(*row) for row in rows]
        self._paths = {row.slug: row.path for row in laid}
        changed = changed_rows(before, self._house, rows) if before else None
        if before is None or changed is None:
            self.stand = open_newsstand(self._house, laid, self._brief, self._folio)
            self.sheets = sheets(traced(self.stand, self._listing))
            return
        stock = stock_again(before, self._house, laid, self._brief)
        self.stand = Newsstand(self._house, stock, self._folio)
        names = digest_again(stock, changed)
        self._briefs = {slug: brief for slug, brief in before.briefs.items() if f"brief:{slug}" not in names}
        if names.isdisjoint(before.seen):
            self.sheets, self._listing = before.sheets, set(before.seen)
        else:
            self.sheets = sheets(traced(self.stand, self._listing))

    def layout(self) -> Layout | None:
        """What was laid out, for a later run in this process; None where nothing was."""
        stand = vars(self).get("stand")
        return layout_of(stock_of(stand), self._plain, self.sheets, self._listing, self._briefs) if stand else None

    def close(self) -> None:
        """Take down the newsstand, which refers back here: else nothing of a run would be freed when it ends."""
        vars(self).pop("stand", None)

    def owner_of(self, number: int) -> str:
        """By what a sheet's bureau is found: the story's file for what needs its folio, else the address."""
        url = self.sheets[number].url
        return self._paths.get(addresses.slug_of(url), url)

    def equip(self, use: Callable[[Iterator[Page]], object]) -> None:
        """Say who uses the pages that will be made."""
        self._use = use

    def make(self, wanted: Sequence[int]) -> tuple[list[Trace], Any]:
        """Make pages from these sheets, by number, and hand them on one by one.

        Gives what each looked at, and what their user says.
        """
        traces: list[Trace] = []
        answer = self._use(self._pages(wanted, traces))
        return traces, answer

    def _pages(self, wanted: Iterable[int], traces: list[Trace]) -> Iterator[Page]:
        stand, last = self.stand, ""
        for number in wanted:
            seen: set[str] = set()
            if (owner := self.owner_of(number)) != last:
                self._put_away(last)
                last = owner
            yield (page := self._page(self.sheets[number], traced(stand, seen)))
            if page.template == UNMADE:
                continue
            related = tuple((name, node_digest(stand, name)) for name in sorted(seen) if name.startswith("related:"))
            traces.append(Trace(number, written(seen), related))

    def _page(self, sheet: Sheet, stand: Newsstand) -> Page:
        """The page; where stories with errors are laid out, too, one that fails says so and holds up no other."""
        try:
            return sheet.make(stand)
        except (OvertakenError, DamagedError):
            raise
        except Exception as error:
            if not self._house.extras.lenient:
                raise
            return Page(sheet.url, UNMADE, {"reason": "" if isinstance(error, StillError) else repr(error)})

    def _put_away(self, path: str) -> None:
        """Let go of a folio whose page and data, which follow each other, are made: printing needs the memory."""
        folio = self._folios.get(path)
        if folio:
            brief = _brief_in(folio)
            self._briefs[brief.slug] = brief
            if brief.slug not in self._fed:
                del self._folios[path]

    @cached_property
    def _fed(self) -> frozenset[str]:
        """Stories that stand whole in feeds, which are made last."""
        return frozenset(chain.from_iterable(stock_of(self.stand).newest.values()))

    def _brief(self, slug: str) -> Brief:
        if slug not in self._briefs:
            path = self._paths[slug]
            folio = self._folios.get(path)
            self._briefs[slug] = _brief_in(folio) if folio else unpack(value_in(self._forms[path]))
        return self._briefs[slug]

    def _folio(self, slug: str) -> Folio:
        """The folio of a public story; one that was not read in this run is read now."""
        path = self._paths[slug]
        if path not in self._folios:
            files, left_out = self._known[path]
            (held,) = load_stories(self._root, self._masthead, [path])
            if files_of(held) != files:
                raise OvertakenError(f"{path} was changed while the site was made")
            self._judged(held, frozenset(left_out))
            if path not in self._folios:
                raise StillError(path)
        found = self._folios[path]
        if isinstance(found, Stowed):
            found = self._folios[path] = found.folio()
        return found


def _brief_in(held: Folio | Stowed) -> Brief:
    return (held.bare if isinstance(held, Stowed) else held).brief
