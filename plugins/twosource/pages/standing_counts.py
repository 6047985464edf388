"""Standing text from run to run: a site is counted again only when other pages of it, or other locks, are cited."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import blake2b

from twosource.newsroom.morgue import Morgue
from twosource.verification.boilerplate import Print, Standing, by_site, first_met, often_on, standing_of

KIND = "site"

PrintsOf = Callable[[str], Sequence[Print]]
"""Reads the saved pages of a story, by its path, with their fingerprints."""


def count_standing(
    prints: Mapping[str, Sequence[Print]], locks: Mapping[str, str], stories: int, morgue: Morgue, read: PrintsOf
) -> Standing:
    """Standing text of all sites.

    `prints` are the saved pages by story, with or without fingerprints; `locks` the digests of the locks that they
    come from; `stories` is the rubric's number. What is missing is read.
    """
    first = first_met(prints)
    kept, sites = morgue.entries(KIND), by_site(prints, first)
    counts: dict[str, Mapping[bytes, int]] = {}
    for site, cited in sites.items():
        key = _key(cited, locks, stories)
        found = kept.get(site)
        if not found or found[0] != key:
            found = (
                key,
                tuple(
                    sorted(
                        often_on([_fingerprints(path, pages, read) for path, pages in cited.items()], stories).items()
                    )
                ),
            )
            morgue.put(KIND, site, found)
        counts[site] = dict(found[1])
    morgue.keep_only(KIND, sites)
    return standing_of({site: found for site, found in counts.items() if found}, first, stories)


def _key(cited: Mapping[str, Sequence[Print]], locks: Mapping[str, str], stories: int) -> bytes:
    """Everything that a site's count follows from."""
    lines = (f"{path} {locks[path]} {' '.join(one.document for one in pages)}" for path, pages in cited.items())
    return blake2b("\n".join((str(stories), *lines)).encode(), digest_size=16).digest()


def _fingerprints(path: str, pages: Iterable[Print], read: PrintsOf) -> list[str]:
    known = [one.fingerprint for one in pages]
    if all(known):
        return known
    documents = {one.document for one in pages}
    return [one.fingerprint for one in read(path) if one.document in documents]
