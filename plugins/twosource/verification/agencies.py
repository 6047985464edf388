"""Agencies by every name under which pages credit them, and names of publishers brought to one key."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from twosource.newsroom.reference import Publisher, PublisherKind

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

AGENCY_SITES: Mapping[str, str] = {
    "apnews.com": "Associated Press",
    "ap.org": "Associated Press",
    "reuters.com": "Reuters",
    "afp.com": "Agence France-Presse",
    "upi.com": "United Press International",
    "dpa.com": "Deutsche Presse-Agentur",
    "dpa-international.com": "Deutsche Presse-Agentur",
    "pamediagroup.com": "PA Media",
    "thecanadianpress.com": "The Canadian Press",
    "aap.com.au": "Australian Associated Press",
    "bloomberg.com": "Bloomberg News",
    "xinhuanet.com": "Xinhua",
    "news.cn": "Xinhua",
    "kyodonews.net": "Kyodo News",
    "yna.co.kr": "Yonhap",
    "ptinews.com": "Press Trust of India",
    "tass.com": "Tass",
    "efe.com": "EFE",
    "ansa.it": "ANSA",
    "prnewswire.com": "PR Newswire",
    "businesswire.com": "Business Wire",
    "globenewswire.com": "GlobeNewswire",
}
"""Where agencies publish themselves, by registrable domain; a registry of publishers goes before."""


def agency_aliases(publishers: Iterable[Publisher]) -> Mapping[str, str]:
    """Names of agencies by alias: the well-known ones, and those of the registry."""
    registered = (one for one in publishers if one.kind is PublisherKind.AGENCY)
    return {**AGENCIES, **{alias: one.name for one in registered for alias in (one.name, *one.aliases)}}


def name_key(name: str) -> str:
    """A name as names are compared: case-folded and without its article."""
    return name.casefold().removeprefix("the ")


def publisher_ids(publishers: Iterable[Publisher]) -> Mapping[str, str]:
    """Publisher ids by the key of every name, with its article or without; agencies win where a name is shared.

    A well-known agency that no publisher is has the key of its full name as id.
    """
    names: dict[str, str] = {}
    for publisher in sorted(publishers, key=lambda one: (one.kind is PublisherKind.AGENCY, one.id)):
        for name in (publisher.id, publisher.name, *publisher.aliases):
            names[name.casefold()] = names[name_key(name)] = publisher.id
    registered = {agency: names[name_key(alias)] for alias, agency in AGENCIES.items() if name_key(alias) in names}
    known = {name_key(alias): registered.get(agency, name_key(agency)) for alias, agency in AGENCIES.items()}
    return {**known, **names}


def agency_label(key: str) -> str:
    """Full name of a well-known agency by its key; other keys as they are."""
    return next((agency for agency in AGENCIES.values() if name_key(agency) == key), key)
