"""`desk verify-site`: a printed site, reckoned again from its own data, against pages, tables and cards."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from twosource import __version__
from twosource.desk.hub import UsageError
from twosource.desk.paint import Paint
from twosource.desk.progress import watch
from twosource.desk.published.as_read import Json, text
from twosource.desk.published.difference import Difference
from twosource.desk.published.folder import STORIES, Folder
from twosource.desk.published.listings import Listed, check_cards, listed
from twosource.desk.published.lists import INDEX, Lists, check_listed, check_presence
from twosource.desk.published.page_check import check_page
from twosource.desk.published.reckoning import Bench, bench_of, recheck
from twosource.desk.published.reference import shared
from twosource.desk.published.story_case import basis_of
from twosource.desk.report import counted
from twosource.desk.source_line import visible

NEW_LINE = "\u2424"


def run(given: Namespace) -> int:
    """Print every difference with its file and both values; 1 where there is one."""
    root = Path(given.output)
    if not (root / INDEX).is_file():
        raise UsageError(f"{given.output} holds no {INDEX}. Name the folder of a printed site.")
    seen = Seen()
    found = tuple(_all(Folder(root), seen))
    if given.format == "json":
        print(json.dumps([asdict(each) for each in found], indent=1))
    else:
        print(_in_text(found, seen, Paint.for_stream(sys.stdout)))
    return int(bool(found))


@dataclass(slots=True)
class Seen:
    """What is kept of stories whose turn is over: a hundredth of their data, which may be a gigabyte."""

    listed: dict[str, Listed] = field(default_factory=dict)
    """What lists say of each."""
    versions: set[str] = field(default_factory=set)
    """Versions of the program that printed them."""
    digests: dict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    """Of each file that receipts name, its digests, and the first story that names each."""

    def add(self, slug: str, held: Json) -> None:
        """Keep it."""
        self.listed[slug] = listed(held)
        self.versions.add(text(held.get("tool_version")))
        for path, digest in basis_of(held).files:
            self.digests[path].setdefault(digest, slug)


def _all(folder: Folder, seen: Seen) -> Iterator[Difference]:
    """Differences of the lists, of each story, of every card; what could not be read comes last."""
    lists, slugs = Lists.of(folder), tuple(folder.stories())
    yield from lists.twice
    yield from check_presence(folder, lists)
    bench = bench_of(shared(folder))
    with watch("Verifying", len(slugs), "stories") as done:
        for number, slug in enumerate(slugs, 1):
            held = folder.record(f"{STORIES}/{slug}.json")
            seen.add(slug, held)
            yield from check_listed(lists, slug, held)
            yield from _of_story(folder, bench, held, slug)
            done(number)
    yield from _of_one_print(seen)
    yield from _of_cards(folder, seen)
    yield from folder.faults


def _of_story(folder: Folder, bench: Bench, held: Json, slug: str) -> Iterator[Difference]:
    if held:
        yield from recheck(bench, held, slug, f"{STORIES}/{slug}.json")
        page = f"stories/{slug}/index.html"
        if (folder.root / page).is_file():
            yield from check_page(held, page, folder.text(page))


def _of_one_print(seen: Seen) -> Iterator[Difference]:
    """Files that several receipts name are the same files, for a site is printed as of one moment."""
    for path, found in seen.digests.items():
        (first, _), *others = found.items()
        for digest, slug in others:
            yield Difference(
                f"{STORIES}/{slug}.json", f"reckoned_from, {path}", digest, f"{first}, as other stories say"
            )


def _of_cards(folder: Folder, seen: Seen) -> Iterator[Difference]:
    pages = tuple(folder.all_pages())
    with watch("Reading", len(pages), "pages") as done:
        for number, page in enumerate(pages, 1):
            yield from check_cards(page, folder.text(page), seen.listed)
            done(number)


def _in_text(found: Sequence[Difference], seen: Seen, paint: Paint) -> str:
    told = [_one(each, paint) for each in found]
    other = seen.versions - {__version__, ""}
    if found and other:
        told.append(f"It was printed by Twosource {_plain(', '.join(sorted(other)))}, and this is {__version__}.\n")
    files = len({each.file for each in found})
    what = f"{counted(len(found), 'difference')} in {counted(files, 'file')}" if found else "no difference"
    told.append(f"{counted(len(seen.listed), 'story', 'stories')} reckoned again: {what}.")
    return "\n".join(told)


def _one(each: Difference, paint: Paint) -> str:
    place = _plain(f"{each.file}: {each.where}" if each.where else each.file)
    said, reckoned = paint.red(_plain(each.said)), paint.green(_plain(each.reckoned))
    return f"{paint.bold(place)}\n    it says   {said}\n    should be {reckoned}\n"


def _plain(words: str) -> str:
    """A stranger's words in one line, without anything that a terminal would obey or could not print."""
    return visible(words.encode(errors="replace").decode()).replace("\n", NEW_LINE)
