"""Signs in a saved page that its words came from elsewhere: dateline, credit, byline, canonical address.

The kinds hardly overlap on real pages, so all are read. A photographer's credit is no sign. What was merely
told to another outlet, or first reported by it, is a cue: it is shown to the writer, who knows what it means.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from twosource.newsroom.lock import Hint
from twosource.verification.web_addresses import site_of

AGENCIES: Mapping[str, str] = {
    alias: name
    for name, aliases in {
        "Associated Press": ("Associated Press", "AP"),
        "Reuters": ("Reuters", "REUTERS", "Thomson Reuters"),
        "Agence France-Presse": ("Agence France-Presse", "Agence France Presse", "AFP"),
        "United Press International": ("United Press International", "UPI"),
        "Deutsche Presse-Agentur": ("Deutsche Presse-Agentur", "dpa", "DPA", "dpa-AFX", "dpa-afx"),
        "PA Media": ("PA Media", "Press Association"),
        "The Canadian Press": ("Canadian Press",),
        "Australian Associated Press": ("Australian Associated Press", "AAP"),
        "Bloomberg News": ("Bloomberg News", "Bloomberg"),
        "Dow Jones Newswires": ("Dow Jones Newswires",),
        "Xinhua": ("Xinhua", "Xinhua News Agency"),
        "Kyodo News": ("Kyodo News", "Kyodo"),
        "Yonhap": ("Yonhap", "Yonhap News Agency"),
        "Press Trust of India": ("Press Trust of India", "PTI"),
        "Tass": ("TASS",),
        "EFE": ("EFE",),
        "ANSA": ("ANSA",),
        "PR Newswire": ("PR Newswire", "PRNewswire", "PRNewswire-PRWeb"),
        "Business Wire": ("Business Wire", "BUSINESS WIRE"),
        "GlobeNewswire": ("GlobeNewswire", "GLOBE NEWSWIRE"),
    }.items()
    for alias in aliases
}
"""Agencies by every name under which pages credit them; the registry's agencies are added by the caller."""

TOP = 1500
"""Characters in which a dateline may stand: captions can come before the lead."""

EDGE = 300
"""Characters at either end in which a line of its own can be a byline or credit."""

PICTURE = re.compile(r"photo|image|pool|getty|caption|video|[/|©]|\bvia\b", re.I)


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
    r"AGENCY[^.\n]{0,160}\bcontributed(?: reporting)?(?: to th\w+ (?:report|story|article)|\W*$)",
    r"\b[Cc]ontribut(?:ing|ors?)\b:?[^\n]{0,240}?AGENCY\W*$",
    r"\b(?:material|files|reporting|information|reports) (?:from|by) AGENCY\W*$",
    r"\b[Bb]ased (?:in part )?on (?:reporting by |reports? (?:by|from) )?AGENCY",
    r"\b(?:[Dd]istributed|[Ss]upplied|[Pp]rovided|[Ss]yndicated) by AGENCY",
)
"""How a page credits agencies in its text; AGENCY stands for any of their names."""

UNNAMED_FORMS: Mapping[str, str] = {
    r"\((?:Reporting|Writing) by [^()\n]{3,200}(?:[Ee]diting|[Ww]riting) by [^()\n]+\)": "Reuters",
    r"\b[Bb]ased (?:in part )?on wire[- ]service reports": "wire services",
}
"""Credits without a name, and whom they mean: the first is the form of one agency."""

CAPITALISED = r"[A-Z][\w'&-]*(?:\.\w+)*"
ORIGINAL = re.compile(
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


def dateline(text: str, page: Metadata, agencies: Mapping[str, str]) -> Iterator[Hint]:
    """`WASHINGTON (AP) —` before the lead, or `(AP)` alone close to the top."""
    for match in re.finditer(rf"[^\n(]{{0,60}}\({_any(agencies)}\)\s*(?P<dash>[-–—])?", text[:TOP]):
        if match["dash"] or match.start() < EDGE:
            yield Hint("dateline", agencies[match["agency"]], _span(match[0]))


def credit(text: str, page: Metadata, agencies: Mapping[str, str]) -> Iterator[Hint]:
    """A line that credits an agency, or says where the text appeared first."""
    names = re.compile(_any(agencies))
    for form in CREDIT_FORMS:
        for match in re.finditer(form.replace("AGENCY", _any(agencies)), text, re.M):
            for one in names.finditer(match[0]):
                yield Hint("credit", agencies[one["agency"]], _span(match[0], one[0]))
    for form, name in UNNAMED_FORMS.items():
        yield from (Hint("credit", name, _span(match[0])) for match in re.finditer(form, text))
    for match in ORIGINAL.finditer(text):
        yield Hint("credit", agencies.get(match["name"], match["name"]), _span(match[0]))


def byline(text: str, page: Metadata, agencies: Mapping[str, str]) -> Iterator[Hint]:
    """An agency as author, as publisher of another site's page, or on a line of its own at either end."""
    whole = re.compile(rf"(?:[Bb]y )?(?:[^,\n]{{2,60}}, ?)?{_any(agencies)}(?: (?:[Ss]taff|[Ww]riters?))*\W*")
    publisher = (page.publisher,) if page.publisher.casefold() != page.site.casefold() and page.site else ()
    edges = (*text[:EDGE].split("\n")[:8], *text[-EDGE:].split("\n")[-4:])
    for written in (*page.authors, *publisher, *(line for line in edges if not PICTURE.search(line))):
        match = whole.fullmatch(written.strip())
        if match:
            yield Hint("byline", agencies[match["agency"]], _span(written))


def canonical(text: str, page: Metadata, agencies: Mapping[str, str]) -> Iterator[Hint]:
    """A canonical address on another registrable domain; the hint's name is that domain."""
    if page.canonical and site_of(page.canonical) not in ("", site_of(page.url)):
        yield Hint("canonical", site_of(page.canonical), page.canonical)


Sign = Callable[[str, Metadata, Mapping[str, str]], Iterator[Hint]]

RULES: tuple[Sign, ...] = (dateline, credit, byline, canonical)
"""Every kind of sign, in the order in which hints are listed."""


def _any(agencies: Iterable[str]) -> str:
    """Pattern for any agency by name, the longest first, with its article."""
    names = sorted(agencies, key=lambda name: (-len(name), name))
    return rf"(?:[Tt]he )?\b(?P<agency>{'|'.join(map(re.escape, names))})\b"


def _span(words: str, name: str = "") -> str:
    """At most fifteen words, the name among them: a lock quotes no more of a page than a story may."""
    first, last = " ".join(words.split()[:15]), " ".join(words.split()[-15:])
    return first if name in first else last


MEDIA = r"(?:Times|Post|Journal|News|Reporter|Tribune|Herald|Guardian|Magazine|Today|Radio|Telegraph|Review)"
CUE = re.compile(
    r"\b(?:told|according to|first reported (?:by|in)|reported by|interview with)"
    rf" (?P<name>(?:[Tt]he )?(?:[A-Z][\w&.-]*(?: of)? ){{0,3}}(?:{MEDIA})\b|KNOWN)"
)


def find_cues(text: str, outlets: Iterable[str]) -> tuple[str, ...]:
    """Phrases that name another outlet as the one who was told or had it first, for the writer to judge.

    `outlets` are names that are no guess: publishers and agencies of the registry.
    """
    known = _any(outlets).replace("?P<agency>", "?:")
    found = re.finditer(CUE.pattern.replace("KNOWN", known), text)
    return tuple(dict.fromkeys(_span(match[0]) for match in found))
