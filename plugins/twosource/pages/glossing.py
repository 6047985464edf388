"""Finding glossary terms in running text: the longest form first, on word borders, in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass

from twosource.newsroom.reference import Term
from twosource.newsroom.terms import term_ids

WORD = re.compile(r"\w+")
QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»")


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a term."""

    term: str
    """Term id."""
    words: frozenset[str]
    """Its words, case folded."""
    pattern: re.Pattern[str]
    """What matches it, from its first word on."""
    length: int
    """Characters of the form."""


@dataclass(frozen=True, slots=True)
class Glossary:
    """The terms, ready to be found: looked up by first word, so that many terms cost no more than few."""

    terms: Mapping[str, Term]
    """By id."""
    names: Mapping[str, str]
    """Term id by every name, case folded: id, term, aliases and plurals."""
    forms: Mapping[str, tuple[Form, ...]]
    """Forms by their first word, case folded, the longest first."""

    def resolve(self, name: str) -> Term | None:
        """The term that a `[[mark]]` names."""
        return self.terms.get(self.names.get(" ".join(name.casefold().split()), ""))


def make_glossary(terms: Mapping[str, Term]) -> Glossary:
    """Index the terms."""
    forms: dict[str, list[Form]] = {}
    for term in terms.values():
        for name in (term.term, *term.aliases, *term.plurals):
            words = WORD.findall(name)
            if words:
                forms.setdefault(words[0].casefold(), []).append(_form(term.id, name))
    ordered = {word: _longest_first(found) for word, found in forms.items()}
    return Glossary(terms, term_ids(terms.values()), ordered)


Forms = Mapping[str, tuple[Form, ...]]
"""Forms by their first word, case folded, the longest first."""


def possible(glossary: Glossary, text: str) -> Forms:
    """The forms all of whose words stand somewhere in a text: few, however many terms there are.

    One look at each different word of the text, which spares `mentions` a look at every word with every form.
    """
    words = _words(text)
    found = {word: glossary.forms[word] for word in glossary.forms.keys() & words}
    held = {word: tuple(form for form in forms if form.words <= words) for word, forms in found.items()}
    return {word: forms for word, forms in held.items() if forms}


def mentions(forms: Forms, text: str) -> Iterator[tuple[int, int, str]]:
    """Every mention outside quotation marks: where it begins and ends, and the term's id."""
    quotes = [found.span() for found in QUOTED.finditer(text)]
    end = 0
    for word in WORD.finditer(text):
        if word.start() < end or any(first <= word.start() < last for first, last in quotes):
            continue
        for form in forms.get(word[0].casefold(), ()):
            found = form.pattern.match(text, word.start())
            if found:
                end = found.end()
                yield found.start(), end, form.term
                break


def _words(text: str) -> Set[str]:
    """The different words of a text, case folded."""
    if text.isascii():
        # The same words as below in half the time, and this is the dearest look at a story's text.
        return set(text.casefold().translate(BLANKS).split())
    return {word.casefold() for word in set(WORD.findall(text))}


BLANKS = {code: " " for code in range(128) if not WORD.match(chr(code))}
"""What parts words in a text of ASCII alone."""


def _form(term: str, name: str) -> Form:
    """Capitals beyond the first letter make a name (`WTO`, `Jones Act`) that must be written just so."""
    start = WORD.search(name)
    text = name[start.start() :] if start else name
    exact = any(letter.isupper() for letter in text[1:])
    body = r"\s+".join(re.escape(part) for part in text.split())
    words = frozenset(word.casefold() for word in WORD.findall(text))
    return Form(term, words, re.compile(rf"{body}(?!\w)", 0 if exact else re.IGNORECASE), len(name))


def _longest_first(forms: list[Form]) -> tuple[Form, ...]:
    return tuple(sorted(forms, key=lambda form: (-form.length, form.term)))
