"""Agencies and the pages that carry them: names, keys, and the credits that saved copies print."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.newsroom.lock import Hint
from twosource.newsroom.story import Source
from twosource.newsroom.story_words import OriginKind
from twosource.pages import dates
from twosource.pages.folio import Folio
from twosource.pages.names import publisher_name
from twosource.pages.newsstand import Newsstand
from twosource.verification.agencies import agency_label, name_key
from twosource.verification.same_upstream import CREDITS


def page_names(stand: Newsstand, sources: Sequence[Source]) -> list[str]:
    """What tells pages apart: the publisher, with the date or the title where one publisher has several."""
    names = [publisher_name(stand, source.publisher) for source in sources]
    if len(set(names)) == len(names):
        return names
    dated = [f"{name} of {dates.partial(one.published)['shown']}" for name, one in zip(names, sources, strict=True)]
    titled = [f"{name}, “{one.title}”" for name, one in zip(names, sources, strict=True)]
    return [
        next((form for form, all_forms in ((name, names), (day, dated)) if all_forms.count(form) == 1), title)
        for name, day, title in zip(names, dated, titled, strict=True)
    ]


def agency_of(stand: Newsstand, name: str) -> str:
    """One key for all names of an agency: the registry's id, or the name's own key."""
    return stand.house.agencies.get(name_key(name), name_key(name))


def agency_shown(stand: Newsstand, key: str) -> str:
    """Name to show for a key of an agency."""
    return publisher_name(stand, key) if key in stand.library.publishers else agency_label(key)


def agencies_of(stand: Newsstand, folio: Folio, source: Source) -> dict[str, None]:
    """Keys of the agencies that a page carries or is the page of: declared, credited or its publisher."""
    declared = [source.origin.name] if source.origin.kind is OriginKind.WIRE else []
    credited = [hint.name for hint in credits_of(stand, folio, source)]
    return dict.fromkeys([*(agency_of(stand, name) for name in (*declared, *credited)), source.publisher])


def credits_of(stand: Newsstand, folio: Folio, source: Source) -> list[Hint]:
    """Signs in the saved copy of a page that its text is an agency's."""
    lock = folio.lock
    saved = lock.sources.get(source.id) if lock else None
    return [hint for hint in saved.hints if hint.kind in CREDITS] if saved else []
