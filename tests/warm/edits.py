"""Everything that people do to a hub between two prints, by chance. Each edit may leave the hub with an error."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from random import Random
from typing import Any

from tests.pages.hub import AS_OF, SITE, markdown

from .newsroom import STANDING, Newsroom, page, with_pages, words

Edit = Callable[[Newsroom, Random], object]
EXCUSED = ("boilerplate", "quote-too-common", "stories-disagree", "malformed-mark", "gate-refused")
DAYS = ("2025-12-05", "2026-02-19", "2026-03-02T09:00+00:00", "2026-03-10T13:00+00:00", "2026-03-11", "2026-04-01")


def score(room: Newsroom, chance: Random) -> None:
    """A whole number, or the same with a point."""
    path = chance.choice(room.stories)
    room.write(path, re.sub(r"score: \S+", f"score: {chance.choice(('4', '4.0', '6'))}", room.read(path), count=1))


def key_of_story(name: str, *values: Any) -> Edit:
    """One key of one story gets another value; None takes it out."""
    return lambda room, chance: room.change(chance.choice(room.stories), **{name: chance.choice(values)})


def story_key_given(room: Newsroom, chance: Random) -> None:
    """Another title, summary and the like."""
    name = chance.choice(("title", "summary", "editor"))
    room.change(chance.choice(room.stories), **{name: f"Words number {chance.randrange(9)}"})


def text(room: Newsroom, chance: Random) -> None:
    """The analysis: prose, links to what is there, what is hidden and what is not, terms."""
    path = chance.choice(room.stories)
    more = chance.choice(
        (
            "One more line.",
            "About [[black mass]] and [[mass]].",
            "See [another](/stories/single/).",
            "See [a draft](/stories/draft-secret/) and [nothing](/stories/nothing/).",
            "See [old](/old/plant/) and [China](/entities/china/).",
            " ".join(["These words are long enough that a paragraph of them is told when it stands twice,"] * 2),
        )
    )
    room.write(path, f"{room.read(path)}\n{more}\n")


def lines_moved(room: Newsroom, chance: Random) -> None:
    """A comment at the top of the front matter: nothing changes but the lines."""
    path = chance.choice(room.stories)
    room.write(path, room.read(path).replace("---\n", "---\n# a note\n", 1))


def figure(room: Newsroom, chance: Random) -> None:
    """A figure in a fact, with or without its quotes."""
    path = f"content/stories/2026/{chance.choice(('deficit', 'otherwise'))}.md"
    if path in room.stories:
        old, new = chance.sample(("375", "336", "999"), 2)
        written = room.read(path)
        room.write(path, written.replace(old, new) if chance.random() < 0.5 else written.replace(old, new, 1))


def quote(room: Newsroom, chance: Random) -> None:
    """A quote that nobody found."""
    path = chance.choice(room.stories)
    room.write(path, room.read(path).replace("the plant opened in Ohio", "the plant was opened in Ohio", 1))


def mentioned(room: Newsroom, chance: Random) -> None:
    """Who is named, and perhaps nobody else had named."""
    path = chance.choice(room.stories)
    names = chance.sample(("us-doe", "china", "unnamed-body", "secret-corp", "us-senate"), 2)
    room.change(path, mentioned=["jane-roe", "recyclers", *names])


def related(room: Newsroom, chance: Random) -> None:
    """Stories that the writer chose, some of which may not be there."""
    slugs = [path.rpartition("/")[2].removesuffix(".md") for path in room.stories]
    room.change(chance.choice(room.stories), related=chance.sample(slugs, 2))


def alias(room: Newsroom, chance: Random) -> None:
    """A former address, perhaps one that another story has."""
    addresses = ("/old/plant/", "/old/one/", "/old/two/", "/stories/single/")
    room.change(chance.choice(room.stories), aliases=chance.sample(addresses, chance.randint(1, 2)))


def likelihood(room: Newsroom, chance: Random) -> None:
    """A number that equals another without being it."""
    path = "content/stories/2026/verified.md"
    if path in room.stories:
        number = chance.choice(("0.6", "0.60", "1", "1.0"))
        room.write(path, re.sub(r"likelihood: \S+", f"likelihood: {number}", room.read(path)))


def lock_of_others(room: Newsroom, chance: Random) -> None:
    """What was saved is another text, or one with or without the standing text of its site."""
    if room.locks:
        path = chance.choice(room.locks)
        said: Callable[[str], str] = chance.choice(
            (lambda name: page(path, name), lambda name: f"{words(name, 70)}.", lambda _: f"{STANDING}.")
        )
        room.relock(path, lambda lock: with_pages(lock, {name: said(name) for name in lock.sources}))


def lock_published(room: Newsroom, chance: Random) -> None:
    """An address under which the story was once locked."""
    if room.locks:
        path = chance.choice(room.locks)
        addresses = chance.choice(((), ("/stories/elsewhere/",), ("/old/plant/",)))
        room.relock(path, lambda lock: replace(lock, addresses=addresses))


def lock_away(room: Newsroom, chance: Random) -> None:
    """A lock is gone."""
    if room.locks:
        room.write(chance.choice(room.locks), None)


def lock_broken(room: Newsroom, chance: Random) -> None:
    """A lock that cannot be read."""
    if room.locks:
        path = chance.choice(room.locks)
        room.write(path, room.read(path)[:-20])


def lock_copied(room: Newsroom, chance: Random) -> None:
    """A story gets the lock of another, or its own after all."""
    if room.locks:
        path = f"{chance.choice(room.stories).removesuffix('.md')}.lock"
        if not (room.root / path).is_dir():
            room.write(path, room.read(chance.choice(room.locks)))


def story_added(room: Newsroom, chance: Random) -> None:
    """A story under another name, with its lock or without; a copy of one that is there, or nearly."""
    path = chance.choice(room.stories)
    name = f"content/stories/{chance.choice(('2026', '2025/deep'))}/new-{chance.randrange(5)}"
    title = f"New report {chance.choice('abcdefgh')}"
    room.write(f"{name}.md", room.read(path).replace("title: ", f"title: {title} ", 1))
    lock = f"{path.removesuffix('.md')}.lock"
    if lock in room.locks and chance.random() < 0.7:
        room.write(f"{name}.lock", room.read(lock))


def story_away(room: Newsroom, chance: Random) -> None:
    """A story is deleted, with its lock or without."""
    path = chance.choice(room.stories)
    room.write(path, None)
    if chance.random() < 0.7:
        room.write(f"{path.removesuffix('.md')}.lock", None)


def story_renamed(room: Newsroom, chance: Random) -> None:
    """A story is moved, with its lock or without; the times of the file stay."""
    path = chance.choice(room.stories)
    name, old = f"content/stories/2026/renamed-{chance.randrange(5)}", path.removesuffix(".md")
    for ending in (".md", ".lock") if chance.random() < 0.7 else (".md",):
        if f"{old}{ending}" in (*room.stories, *room.locks):
            room.past += [(f"{old}{ending}", (room.root / f"{old}{ending}").read_bytes()), (f"{name}{ending}", None)]
            (room.root / f"{old}{ending}").rename(room.root / f"{name}{ending}")


def yaml_broken(room: Newsroom, chance: Random) -> None:
    """Nothing is printed."""
    path = chance.choice((*room.stories, "content/site.yml", "methodology/publishers.yml", "glossary/mass.md"))
    if (room.root / path).is_file():
        room.write(path, room.read(path).replace(": ", ": [", 1))


def term(room: Newsroom, chance: Random) -> None:
    """A glossary entry says something else."""
    path = chance.choice(room.files("glossary/*.md"))
    room.write(path, room.read(path).replace("What ", f"{chance.choice(('What', 'How', 'Why'))} ", 1) + "\nAnd more.\n")


def term_names(room: Newsroom, chance: Random) -> None:
    """A glossary entry goes by other names, so that texts link it, or no longer."""
    path = chance.choice(room.files("glossary/*.md"))
    room.change(path, aliases=[chance.choice(("old cells", "next report", "the office"))])


def term_away(room: Newsroom, chance: Random) -> None:
    """An entry is gone, or one more there."""
    path = f"glossary/{chance.choice(('black-mass', 'mass', 'wto', 'report'))}.md"
    if path in room.files("glossary/*.md"):
        room.write(path, None)
    else:
        sources = [{"title": "A page", "url": "https://energy.gov/terms", "publisher": "Energy Office"}]
        room.write(path, markdown({"term": path[9:-3], "definition": "A thing.", "sources": sources}, "More."))


def entity(room: Newsroom, chance: Random) -> None:
    """An entity has another name, another text, or another office."""
    path = chance.choice(room.files("content/entities/*.md"))
    change = chance.choice(
        (
            {"name": f"Body {chance.randrange(20)}"},
            {"aliases": [f"Called {chance.randrange(20)}"]},
            {"roles": [{"title": "Head", "at": "unnamed-body", "from": "2025-10"}]},
        )
    )
    room.change(path, **change)


def entity_away(room: Newsroom, chance: Random) -> None:
    """An entity is gone, or one more there."""
    path = f"content/entities/{chance.choice(('unnamed-body', 'china', 'secret-corp', 'another'))}.md"
    there = path in room.files("content/entities/*.md")
    room.write(path, None if there else markdown({"name": f"A {path[17:-3]}", "type": "organisation"}, "About it."))


def replaced(path: str, old: str, *new: str) -> Edit:
    """Words in a file give way to others; where they are not there, nothing does."""

    def edit(room: Newsroom, chance: Random) -> None:
        if (room.root / path).is_file():
            room.write(path, room.read(path).replace(old, chance.choice(new), 1))

    return edit


def theme(name: str) -> Edit:
    """A file of the theme is edited, and again."""

    def edit(room: Newsroom, chance: Random) -> None:
        file = room.theme / name
        file.write_text(f"{file.read_text('utf-8')}{chance.choice((' ', '/**/'))}", "utf-8")

    return edit


def template(room: Newsroom, chance: Random) -> None:
    """A template prints something else."""
    file = room.theme / "templates" / chance.choice(("story.html", "home.html", "base.html", "entity.html"))
    if file.is_file():
        file.write_text(f"{file.read_text('utf-8')}<!-- {chance.randrange(3)} -->\n", "utf-8")


def moment(room: Newsroom, chance: Random) -> None:
    """The site is printed later, within the day or beyond, or for an earlier moment again."""
    hours = chance.choice((0, 2, 4, 7, 12, 24, 24 * 30, 24 * 300, -24 * 12))
    room.as_of = AS_OF + timedelta(hours=hours)


def address(room: Newsroom, chance: Random) -> None:
    """The site gets another address."""
    room.site_url = chance.choice((SITE, SITE, "https://example.com", "https://example.org/elsewhere"))


def touched(room: Newsroom, chance: Random) -> None:
    """Another time, the same content; sometimes another file in its place."""
    file = room.root / chance.choice([*room.stories, *room.locks, "content/site.yml"])
    if chance.random() < 0.5:
        file.write_bytes(file.read_bytes())
    else:
        os.utime(file, ns=(1_600_000_000_000_000_000 + chance.randrange(10**9), 1_600_000_000_000_000_000))


def same_size(room: Newsroom, chance: Random) -> None:
    """An edit that alters neither the size nor the time of a file."""
    path = chance.choice(room.stories)
    file = room.root / path
    times = file.stat()
    room.write(path, room.read(path).replace("report", "rePort", 1).replace("matters", "mutters", 1))
    os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))


def site_altered(room: Newsroom, chance: Random) -> None:
    """Somebody wrote into the printed site, or took a file out of it."""
    files = sorted(path for path in room.output.rglob("*") if path.is_file() and path.parent != room.output)
    if not files:
        return
    file = chance.choice(files)
    match chance.randrange(3):
        case 0:
            file.unlink()
        case 1:
            file.write_bytes(file.read_bytes()[::-1])
        case 2:
            (file.parent / "foreign.html").write_text("not ours", "utf-8")


def odd_file(room: Newsroom, chance: Random) -> None:
    """A folder, or a link to nothing, where a file should be; then nothing at all."""
    path = room.root / "content" / chance.choice(("about.md", "stories/2026/odd.md", "stories/2026/unlocked.lock"))
    if path.is_dir():
        path.rmdir()
        path.symlink_to("nowhere")
    elif path.is_symlink():
        path.unlink()
    elif not path.exists():
        path.mkdir()
    else:
        room.write(path.relative_to(room.root).as_posix(), None)


def reverted(room: Newsroom, chance: Random) -> None:
    """A file is again what it was before one of the last edits."""
    if room.past:
        place = chance.choice(range(max(0, len(room.past) - 12), len(room.past)))
        path, was = room.past[place]
        if not (room.root / path).is_dir() and not (room.root / path).is_symlink():
            room.write(path, was)


EDITS: tuple[Edit, ...] = (
    story_key_given,
    key_of_story("date", *DAYS),
    key_of_story("updated", "2026-03-05", "2026-03-10T14:00+00:00", None),
    key_of_story("expires", "2026-03-10T14:00+00:00", "2026-03-15", None),
    key_of_story("status", "published", "published", "draft"),
    key_of_story("category", "minerals", "trade"),
    key_of_story("slug", "another-slug", "single", None),
    key_of_story("outlook", None),
    key_of_story("ignore", *([{"rule": rule, "because": "So it is."}] for rule in EXCUSED), None),
    text,
    text,
    lines_moved,
    figure,
    quote,
    mentioned,
    related,
    alias,
    likelihood,
    score,
    lock_of_others,
    lock_of_others,
    lock_published,
    lock_away,
    lock_broken,
    lock_copied,
    story_added,
    story_away,
    story_renamed,
    yaml_broken,
    term,
    term_names,
    term_away,
    entity,
    entity_away,
    replaced("methodology/rubric.yml", "join_containment: 0.2", "join_containment: 0.3"),
    replaced("methodology/rubric.yml", "boilerplate_stories: 4", "boilerplate_stories: 3", "boilerplate_stories: 9"),
    replaced("methodology/rubric.yml", "{weight: 0.4", "{weight: 0.39", "{weight: 0.40"),
    replaced("methodology/rubric.yml", "minimum_n: 2", "minimum_n: 3", "minimum_n: 1"),
    replaced("methodology/publishers.yml", "owner: The Gazette Ltd", "owner: The Daily Ltd"),
    replaced("methodology/publishers.yml", "grade: B", "grade: C"),
    replaced("methodology/1-counting.md", "Copies join.", "Copies always join.", "Copies join, see [this](/about/)."),
    replaced("content/site.yml", "name: Minerals", "name: Ores", "name: Metals"),
    replaced("content/site.yml", "language: en-GB", "language: en-US"),
    replaced("content/about.md", "We read", "We write"),
    template,
    theme("static/site.css"),
    moment,
    moment,
    address,
    touched,
    same_size,
    site_altered,
    site_altered,
    odd_file,
    reverted,
    reverted,
    reverted,
    reverted,
)
"""What may happen; what stands here twice happens twice as often."""
