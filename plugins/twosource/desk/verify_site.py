"""`desk verify-site`: a printed site, reckoned again from its own data, against all that it says."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from twosource import __version__
from twosource.desk.hub import UsageError
from twosource.desk.paint import Paint
from twosource.desk.progress import watch
from twosource.desk.published.as_read import Json, records, text
from twosource.desk.published.difference import Difference
from twosource.desk.published.folder import STORIES, Folder
from twosource.desk.published.lists import INDEX, check_index, check_presence, check_tables
from twosource.desk.published.page_check import check_page
from twosource.desk.published.reckoning import Bench, bench_of, recheck
from twosource.desk.published.reference import shared
from twosource.desk.published.story_case import basis_of
from twosource.desk.report import counted


def run(given: Namespace) -> int:
    """Print every difference with its file and both values; 1 where there is one."""
    root = Path(given.output)
    if not (root / INDEX).is_file():
        raise UsageError(f"{given.output} holds no {INDEX}. Name the folder of a printed site.")
    folder = Folder(root)
    stories = {slug: folder.record(f"{STORIES}/{slug}.json") for slug in folder.stories()}
    found = tuple(_all(folder, stories))
    if given.format == "json":
        print(json.dumps([asdict(each) for each in found], ensure_ascii=False, indent=1))
    else:
        print(_in_text(found, stories, Paint.for_stream(sys.stdout)))
    return int(bool(found))


def _all(folder: Folder, stories: Mapping[str, Json]) -> Iterator[Difference]:
    """Differences of the lists, then of each story; what could not be read comes last."""
    index = tuple(records(folder.record(INDEX).get("stories")))
    yield from check_presence(folder, index)
    yield from check_index(index, stories)
    yield from check_tables(folder, stories)
    yield from _of_one_print(stories)
    bench = bench_of(shared(folder))
    with watch("Verifying", len(stories), "stories") as done:
        for number, (slug, held) in enumerate(stories.items(), 1):
            yield from _of_story(folder, bench, held, slug)
            done(number)
    yield from folder.faults


def _of_story(folder: Folder, bench: Bench, held: Json, slug: str) -> Iterator[Difference]:
    if held:
        yield from recheck(bench, held, slug, f"{STORIES}/{slug}.json")
        page = f"stories/{slug}/index.html"
        if (folder.root / page).is_file():
            yield from check_page(held, page, folder.text(page))


def _of_one_print(stories: Mapping[str, Json]) -> Iterator[Difference]:
    """Files that several receipts name are the same files, for a site is printed as of one moment."""
    digests: dict[str, dict[str, str]] = defaultdict(dict)
    for slug, held in stories.items():
        for path, digest in basis_of(held).files:
            digests[path].setdefault(digest, slug)
    for path, found in digests.items():
        (first, _), *others = found.items()
        for digest, slug in others:
            yield Difference(
                f"{STORIES}/{slug}.json", f"reckoned_from, {path}", digest, f"{first}, as other stories say"
            )


def _in_text(found: Sequence[Difference], stories: Mapping[str, Json], paint: Paint) -> str:
    told = [_one(each, paint) for each in found]
    other = {text(held.get("tool_version")) for held in stories.values()} - {__version__, ""}
    if found and other:
        told.append(f"It was printed by Twosource {', '.join(sorted(other))}, and this is {__version__}.\n")
    files = len({each.file for each in found})
    what = f"{counted(len(found), 'difference')} in {counted(files, 'file')}" if found else "no difference"
    told.append(f"{counted(len(stories), 'story', 'stories')} reckoned again: {what}.")
    return "\n".join(told)


def _one(each: Difference, paint: Paint) -> str:
    place = f"{each.file}: {each.where}" if each.where else each.file
    return f"{paint.bold(place)}\n    it says   {paint.red(each.said)}\n    should be {paint.green(each.reckoned)}\n"
