"""Looks for a quote in a saved text: word for word, blind only to typography.

Folding makes equal what typesetters do differently: NFKC, straight quotation marks, one dash, one ellipsis,
single spaces, nothing invisible. Case and every letter stay. A match begins and ends on word borders, and a
figure is one word with its sign, point, range, fraction and magnitude: `5 percent` is not found in
`25 percent`, nor `1.5` in `11.5`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from hashlib import blake2b
from urllib.parse import quote as percent_encode

from twosource.newsroom.late import late
from twosource.verification.fingerprint import INVISIBLE, fold, folded
from twosource.verification.quote_chain import Span, first_chain

CONTEXT = 8
"""Words on each side of a passage that tell it apart."""

ALIKE = 0.4
"""Share of a quote's words from which a passage is worth showing."""

SLIGHT = 4
"""Words below which a quote without a figure or a name says nothing."""

SHORT = 8
"""Words below which a quote that stands in a source twice does not name a passage."""

OMISSION = late(r"\[\s?\.\.\.\s?\]")
OTHER_CASE = late(r"(?<!\w)\\\[([^\W\d_])\\\]")
WORD = late(r"\S+")
SPOKEN = late(r"\w")
PUNCTUATION = ".,;:!?()[]\"'"
INVISIBLES = late(f"[{INVISIBLE}]")

CUTS = late(
    r"""
    \w\0\w | \w['-]\0\w | \w\0['-]\w                            # can't, non-binding
    | \b[^\W\d]\.\0[^\W\d] | \b[^\W\d]\0\.[^\W\d]               # U.S.
    | [-.]\0\d | \d[,:/^]\0\d | \d\0[.,:/^]\d | \w\0\^            # -5, 1.5, 10,000, 1/2, 10²
    | \d[ ]\0\d+/\d | \d\0[ ]\d+/\d                              # 5 1/2
    | \b\d{1,3}[ ]\0\d{3}\b | \b\d{1,3}\0[ ]\d{3}\b              # 10 000
    | \d\0[ ]?% | \d\0[ ](?:thousand|million|billion|trillion)\b  # 5%, 5 million
    """,
    re.X,
)
"""Borders that stand inside a word or figure; the border itself is the zero character."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Where a quote stands in a text; offsets in characters of the text as it was given."""

    start: int
    """First character."""
    end: int
    """One past the last character."""
    parts: tuple[Span, ...]
    """The stretches that the quote's segments cover; more than one where it marks omissions."""


def quote_key(quote: str) -> str:
    """Name of a quote in a lock: BLAKE2b-64 of the folded quote, 16 hexadecimal digits."""
    return blake2b(folded(quote).strip().encode(), digest_size=8).hexdigest()


def find_quote(quote: str, text: str) -> Passage | None:
    """The first place where the quote stands, segments in order and near each other, or None."""
    segments = [part.strip() for part in OMISSION.split(fold(quote).text)]
    patterns = [_pattern(part) for part in segments if part]
    folded = fold(text)
    spans = first_chain([_places(each, folded.text) for each in patterns], folded.text) if patterns else ()
    if not spans:
        return None
    parts = tuple(folded.original(*span) for span in spans)
    return Passage(parts[0][0], parts[-1][1], parts)


def too_common(quote: str, text: str) -> str:
    """Why finding the quote proves little, in one sentence; empty where it proves enough.

    `text` is that of its source; without it only the quote itself is judged.
    """
    words = WORD.findall(folded(quote))
    if len(words) < SLIGHT and not _is_telling(quote, words):
        return "So few words, without a figure or a name, stand in many texts."
    if len(words) < SHORT and times(quote, text) > 1:
        return "These few words stand in the source more than once."
    return ""


def _is_telling(quote: str, words: Sequence[str]) -> bool:
    """True for a quote that holds a figure, or a name behind its first word."""
    return any(char.isdigit() for char in quote) or any(word.strip(PUNCTUATION)[:1].isupper() for word in words[1:])


def times(quote: str, text: str) -> int:
    """How often a quote without omissions stands in a text."""
    words = fold(quote).text.strip()
    return sum(1 for _ in _places(_pattern(words), fold(text).text)) if words else 0


def _pattern(segment: str) -> re.Pattern[str]:
    """Finds a segment wherever it stands, overlaps too; a bracketed letter such as `[T]he` in either case."""
    return re.compile(f"(?=({OTHER_CASE.sub(lambda letter: f'(?i:{letter[1]})', re.escape(segment))}))")


def _places(pattern: re.Pattern[str], text: str) -> Iterator[Span]:
    """Where a segment stands with its words and figures whole."""
    for match in pattern.finditer(text):
        begin, end = match.span(1)
        if not (_cut(text, begin) or _cut(text, end)):
            yield begin, end


def _cut(text: str, border: int) -> bool:
    return CUTS.search(f"{text[max(0, border - 6) : border]}\0{text[border : border + 12]}") is not None


def nearest(quote: str, text: str) -> str:
    """The passage most like the quote, in one line; empty where none shares enough words with it.

    `[-words of the quote-]{+words of the source+}` stands where the two differ.
    """
    wanted, words = (WORD.findall(fold(part).text) for part in (quote, text))
    begin = _most_alike(_bare(wanted), _bare(words))
    found = words[max(0, begin - 2) : begin + len(wanted) + 2]
    asked = set(_bare(wanted))
    return _difference(wanted, found) if len(asked & set(_bare(found))) >= ALIKE * len(asked) else ""


def _bare(words: Sequence[str]) -> list[str]:
    return [word.strip(PUNCTUATION).lower() for word in words]


def _most_alike(wanted: Sequence[str], words: Sequence[str]) -> int:
    """Start of the stretch that holds most of the wanted words, rare words weighing more than common ones."""
    common, held = Counter(words), Counter(words[: len(wanted)])
    weights = {word: 1 / common[word] for word in wanted if word in common}
    best = score = sum(weight for word, weight in weights.items() if held[word])
    at = 0
    for start, (gone, come) in enumerate(zip(words, words[len(wanted) :], strict=False), 1):
        held[gone] -= 1
        score -= 0 if held[gone] else weights.get(gone, 0)
        score += 0 if held[come] else weights.get(come, 0)
        held[come] += 1
        if score > best + 1e-9:
            best, at = score, start
    return at


def _difference(wanted: Sequence[str], found: Sequence[str]) -> str:
    marked = []
    for kind, a, b, c, d in SequenceMatcher(None, wanted, found, autojunk=False).get_opcodes():
        ours, theirs = " ".join(wanted[a:b]), " ".join(found[c:d])
        around = kind == "insert" and (c == 0 or d == len(found))
        if kind == "equal" or around:
            marked.append(theirs)
        else:
            marked.append((f"[-{ours}-]" if ours else "") + (f"{{+{theirs}+}}" if theirs else ""))
    return " ".join(marked)


def context_hash(text: str, passage: Passage) -> str:
    """BLAKE2b-64 of the passage with the words around it, folded: it changes when the surroundings do."""
    before = WORD.findall(text[: passage.start])[-CONTEXT:]
    after = WORD.findall(text[passage.end :])[:CONTEXT]
    around = " ".join((*before, text[passage.start : passage.end], *after))
    return blake2b(fold(around).text.encode(), digest_size=8).hexdigest()


def fragment_link(url: str, text: str, passage: Passage) -> str:
    """Address that opens the source at the passage: `#:~:text=[prefix-,]first[,last][,-suffix]`.

    Words around it are named where its own occur more than once. A fragment that the address has is kept.
    """
    first, last = _ends(text, passage)
    prefix, suffix = _surroundings(text, passage.start, passage.start + len(first))
    parts = [f"{_encode(prefix)}-"] if prefix else []
    parts += [_encode(part) for part in (first, last) if part]
    parts += [f"-{_encode(suffix)}"] if suffix and not last else []
    address, _, fragment = url.partition("#")
    return f"{address}#{fragment.partition(':~:')[0]}:~:text={','.join(parts)}"


def _ends(text: str, passage: Passage) -> tuple[str, str]:
    """The whole passage, or its two ends where it leaves words out or runs over a paragraph's end."""
    lines = [line for begin, end in passage.parts for line in text[begin:end].split("\n") if line.strip()]
    return lines[0].rstrip(), lines[-1].strip() if len(lines) > 1 else ""


def _surroundings(text: str, begin: int, end: int) -> tuple[str, str]:
    """As few words before, and then after, as make the stretch unlike any other; within a paragraph each."""
    first = text.rfind("\n", 0, len(text[:begin].rstrip())) + 1
    last = (text + "\n").find("\n", len(text) - len(text[end:].lstrip()))
    before = [word.start() for word in WORD.finditer(text, first, begin) if SPOKEN.search(word[0])]
    after = [word.end() for word in WORD.finditer(text, end, last) if SPOKEN.search(word[0])]
    starts, stops = (begin, *reversed(before[-CONTEXT:])), (end, *after[:CONTEXT])
    whole = " ".join(text.lower().split())
    start, stop = begin, end
    for start, stop in (*((start, end) for start in starts), *((starts[-1], stop) for stop in stops)):
        if whole.count(" ".join(text[start:stop].lower().split())) <= 1:
            break
    return text[start:begin].strip(), text[end:stop].strip()


def _encode(words: str) -> str:
    """Percent-encode for a text directive, where a bare hyphen, comma or ampersand has its own meaning."""
    return percent_encode(" ".join(INVISIBLES.sub("", words).split()), safe="").replace("-", "%2D")
