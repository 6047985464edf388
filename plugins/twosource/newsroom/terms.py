"""How glossary terms are named in running text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from twosource.newsroom.reference import Term


def term_ids(terms: Iterable[Term]) -> Mapping[str, str]:
    """Ids of terms by every name they go by, case folded: id, term, aliases, plurals.

    A term wins over another one's alias.
    """
    names: dict[str, str] = {}
    listed = list(terms)
    for term in listed:
        for name in (*term.aliases, *term.plurals):
            names.setdefault(name.casefold(), term.id)
    for term in listed:
        names[term.term.casefold()] = term.id
        names[term.id] = term.id
    return names
