"""Signs in a saved page that its words came from elsewhere: dateline, credit, contribution, byline, canonical address.

The kinds hardly overlap on real pages, so all are read. A credit says that the text is somebody else's, a contribution
only that some of it is. A photographer's credit and a mere mention are no sign. What was told to another outlet, or
first reported by it, is a cue: see `verification.cues`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from twosource.newsroom.late import late
from twosource.newsroom.lock import Hint
from twosource.verification.agencies import AGENCIES, AGENCY_SITES
from twosource.verification.web_addresses import site_of

TOP = 1500
"""Characters in which a dateline may stand: captions can come before the lead."""

EDGE = 300
"""Characters at either end in which a line of its own can be a byline or credit."""

PICTURE = late(r"photo|image|pool|getty|caption|video|[/|©]|\bvia\b", re.I)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says of itself outside its text; empty where it says nothing."""

    url: str
    """Address that was saved."""
    canonical: str = ""
    """Canonical address."""
    publisher: str = ""
    """Publisher by structured data."""
    site: str = ""
    """Name of the site (og:site_name)."""
    authors: tuple[str, ...] = ()
    """Bylines."""


CREDIT_FORMS = (
    r"(?:[Cc]opyright|©|\([Cc]\))[ ,©]*(?:\([Cc]\) )?(?:\d{4},? )?(?:by )?AGENCY(?! ?/)",
    r"(?:^[^\w\n]{0,40}|[.!?”\"] )AGENCY (?:[A-Z][\w-]+ ){0,2}(?:[Ww]riter|[Rr]eporter|[Jj]ournalist|[Cc]orrespondent)"
    r"s?\b[^\n]{3,300}?\bcontributed",
    r"\b(?:[Dd]istributed|[Ss]upplied|[Pp]rovided|[Ss]yndicated) by AGENCY(?! ?/)",
    r"^[^\w\n]{0,40}[Ss]ource: AGENCY\W*$",
)
"""How a page says that its text is an agency's, whose staff sign their own reports; AGENCY stands for any name."""

CONTRIBUTION_FORMS = (
    r"AGENCY[^.\n]{0,160}\bcontributed(?: reporting)?(?: to th\w+ (?:report|story|article)|\W*$)",
    r"\b[Cc]ontribut(?:ing|ors?)\b:?[^\n]{0,240}?AGENCY\W*$",
    r"\b(?:material|files|inputs?|reporting|information|reports) (?:from|by) AGENCY\W*$",
    r"\b[Bb]ased (?:in part )?on (?:reporting by |reports? (?:by|from) )?AGENCY",
)
"""How a page says that some of its text is an agency's."""

SIGNED = late(r"\((?:Reporting|Writing) by [^()\n]{3,200}(?:[Ee]diting|[Ww]riting) by [^()\n]+\)")
"""How Reuters signs; it does not name itself."""

UNNAMED = late(r"\b[Bb]ased (?:in part )?on wire[- ]service reports")
WIRES = "wire services"
"""Who is credited where a page does not say which agency."""

CAPITALISED = r"[A-Z][\w'&-]*(?:\.\w+)*"
ORIGINAL = late(
    r"\b(?:originally (?:published|appeared)|first published|(?:re)?published with permission|republished)"
    rf" (?:by|in|on|at|from) (?P<name>(?:[Tt]he )?{CAPITALISED}(?: (?:of |the |and ){{0,2}}{CAPITALISED})*)"
)
"""Where a page says that it appeared first."""


def find_hints(text: str, page: Metadata, agencies: Mapping[str, str] = AGENCIES) -> tuple[Hint, ...]:
    """Every sign of another origin, each kind and name once; `agencies` gives names by alias, case kept."""
    found: dict[tuple[str, str], Hint] = {}
    for rule in RULES:
        for hint in rule(text, page, agencies):
            found.setdefault((hint.kind, hint.name), hint)
    return tuple(found.values())


PLACE = r"(?:^|(?<=[.!?:;)\]] )|(?<=\s))(?:[A-Z0-9][\w.'’-]*[ ,/]+(?:and )?){0,6}"
"""What stands before an agency in a dateline: a place, or nothing."""


def dateline(text: str, page: Metadata, agencies: Mapping[str, str]) -> Iterator[Hint]:
    """`WASHINGTON (AP) —` before the lead, or `(AP)` at the head of a line close to the top."""
    for match in re.finditer(rf"{PLACE}\({any_of(agencies)}\)\s*(?P<dash>[-–—])?", text[:TOP], re.M):
        head = match.start() == 0 or text[match.start() - 1] == "\n"
        before = match[0].partition("(")[0].strip()
        explained = any(before.endswith(name) for name in agencies if name != "AP")
        if not explained and (match["dash"] or (head and match.start() < EDGE)):
            yield Hint("dateline", agencies[match["agency"]], short(match[0]))


def credit(text: str, page: Metadata, agencies: Mapping[str, str]) -> Iterator[Hint]:
    """A line that gives the text to an agency, or says where it appeared first."""
    yield from _named("credit", CREDIT_FORMS, text, agencies)
    yield from (Hint("credit", "Reuters", short(match[0])) for match in SIGNED.finditer(text))
    for match in ORIGINAL.finditer(text):
        yield Hint("credit", agencies.get(match["name"], match["name"]), short(match[0]))


def contribution(text: str, page: Metadata, agencies: Mapping[str, str]) -> Iterator[Hint]:
    """A line that gives some of the text to an agency; silent where a credit gives it the whole."""
    whole = {hint.name for hint in _named("credit", CREDIT_FORMS, text, agencies)}
    for hint in _named("contribution", CONTRIBUTION_FORMS, text, agencies):
        if hint.name not in whole:
            yield hint
    yield from (Hint("contribution", WIRES, short(match[0])) for match in UNNAMED.finditer(text))


def _named(kind: str, forms: Iterable[str], text: str, agencies: Mapping[str, str]) -> Iterator[Hint]:
    """Every agency that stands in a line of one of these forms."""
    names = re.compile(any_of(agencies))
    for form in forms:
        for match in re.finditer(form.replace("AGENCY", any_of(agencies)), text, re.M):
            for one in names.finditer(match[0]):
                yield Hint(kind, agencies[one["agency"]], short(match[0].lstrip(' .!?”"•—_\n'), one[0]))


def byline(text: str, page: Metadata, agencies: Mapping[str, str]) -> Iterator[Hint]:
    """An agency as author, as publisher of another site's page, or on a line of its own at either end."""
    person = r"(?:[Bb]y )?(?:[^,|/\n]{2,60}(?:, ?| [|/–—-] | of | for ))?"
    form = rf"{person}{any_of(agencies)}(?: (?:[Ss]taff|[Ww]riters?))*\W*"
    publisher = (page.publisher,) if page.publisher.casefold() != page.site.casefold() and page.site else ()
    edges = (*text[:EDGE].split("\n")[:8], *text[-EDGE:].split("\n")[-4:])
    by_fold = {name.casefold(): name for name in agencies}
    for written in (*page.authors, *publisher, *(line for line in edges if not PICTURE.search(line))):
        match = re.fullmatch(form, by_fold.get(written.strip().casefold(), written.strip()))
        if match:
            yield Hint("byline", agencies[match["agency"]], short(written))


def canonical(text: str, page: Metadata, agencies: Mapping[str, str]) -> Iterator[Hint]:
    """A canonical address on another registrable domain; the hint's name is that domain. An agency's is a credit."""
    site = site_of(page.canonical) if page.canonical else ""
    if site and site != site_of(page.url):
        yield Hint("canonical", site, page.canonical)
        if site in AGENCY_SITES:
            yield Hint("credit", AGENCY_SITES[site], page.canonical)


Sign = Callable[[str, Metadata, Mapping[str, str]], Iterator[Hint]]

RULES: tuple[Sign, ...] = (dateline, credit, contribution, byline, canonical)
"""Every kind of sign, in the order in which hints are listed."""


def any_of(agencies: Iterable[str]) -> str:
    """Pattern for any agency by name, the longest first, with its article."""
    names = sorted(agencies, key=lambda name: (-len(name), name))
    return rf"(?:[Tt]he )?\b(?P<agency>{'|'.join(map(re.escape, names))})\b"


def short(words: str, name: str = "") -> str:
    """At most fifteen words, the name among them: a lock quotes no more of a page than a story may."""
    first, last = " ".join(words.split()[:15]), " ".join(words.split()[-15:])
    return first if name in first else last
