"""Fingerprints that show copied prose and cannot be read back, and the folding of typography under them.

Quotations, tweets and captions are taken out first, for everybody quotes the same speech. What is left is
folded, cut into shingles of five words (never across a gap), hashed to 32 bits and thinned by winnowing: the
lowest hash of any four in a row stays. About 40 % of the shingles are kept, sorted, so that their order is
gone: 1 kB and 1.2 ms for an article.
"""

from __future__ import annotations

import re
from base64 import b85encode
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from itertools import accumulate
from unicodedata import normalize

from twosource.newsroom.hashes import packed_hashes
from twosource.newsroom.late import late

SHINGLE = 5
"""Words in a shingle."""

WINDOW = 4
"""Shingles in a winnowing window."""

NAME = f"w{SHINGLE}x{WINDOW}-b2b32-1:"
"""Stands before every fingerprint, so that the method can change."""

GAP = "\0"

EMBEDDED = (
    ((">",), re.compile(r"^[ \t]*>.*$", re.M)),
    (("(@",), re.compile(r"^(?:.+\n+(?=\s*[—–-]))?.*\(@\w{1,15}\).*$", re.M)),
    (("twitter.com/", "//t.co/"), re.compile(r"^.*(?:pic\.twitter\.com/|//t\.co/|twitter\.com/\w+/status).*$", re.M)),
    (
        ("Getty Images", "hoto", "HOTO", "REUTERS/", "/AFP"),
        re.compile(
            r"^.{0,600}(?:Getty Images|\bPhoto by\b|(?i:\((?:ap|file|pool|handout)?[ /]?photo)|\bREUTERS/|/AFP\b)"
            r".{0,60}$",
            re.M,
        ),
    ),
)
"""Quoted blocks, tweets and their signatures, captions; each with signs without which it need not be looked for."""

QUOTATIONS = (
    (
        ("“",),
        re.compile(r"“(?=\S)(?:[^“”\"\n]|“(?=\S)[^“”\n]*”)*(?:[”\"]|“(?!\S)|$)|“(?=\S)[^”\"\n]*(?:[”\"]|$)", re.M),
    ),
    (('"',), re.compile(r"(?<![\w\"])\"(?=\S)[^\"“”\n]*(?:[\"”]|$)", re.M)),
    (("‘",), re.compile(r"(?<!\w)‘(?:[^‘’\n]|(?<=\w)’(?=\w)){12,400}’(?!\w)")),
    (("'",), re.compile(r"(?<!\w)'(?:[^'\n]|(?<=\w)'(?=\w)){12,400}'(?!\w)")),
)
"""What stands in quotation marks, a mark that nobody closed included."""

NOT_PROSE = (*EMBEDDED, *QUOTATIONS)
"""What is taken out, in this order."""

WORD = late(r"\w+(?:['.,]\w+)*")

_SIGN = "[\u0e01-\u0e30\u0e81-\u0eb0\u1000-\u102a\u1780-\u17b3\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]"
SIGN = late(rf"{_SIGN}(?=({_SIGN}{{0,5}}))")
"""A character of a script without spaces (Chinese, Japanese, Thai, Lao, Burmese, Khmer), and the five behind it.

The six stand for a word, so that a shingle is of ten characters, which say about as much as five words.
"""

INVISIBLE = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"
MARKS = str.maketrans(dict.fromkeys("‘’‚‛′´`ʼ", "'") | dict.fromkeys("“”„‟″«»", '"') | dict.fromkeys("‐‑−–", "-"))

FOLDS = (
    ("dash", r"(?:(?<!\s)\s+)?(?:[—―]|-{2,}|(?<!\w)–|–(?!\w))\s*"),
    ("space", rf"[{INVISIBLE}]*\s[\s{INVISIBLE}]+|[^\S ]"),
    ("nothing", rf"[{INVISIBLE}]"),
    ("dots", r"…|\.(?:\s\.){2}"),
    ("fraction", r"(?<=\d)[¼-¾⅐-⅞]"),
    ("power", r"(?<=\w)[²³¹⁰-⁹₀-₉]"),
    (
        "other",
        rf"`|[!-~](?=[\u0300-\u036f])[\u0300-\u036f]+|[^\x00-\x7f\s{INVISIBLE}—―…²³¹⁰-⁹₀-₉¼-¾⅐-⅞]"
        rf"[^\x00-\x7f\s{INVISIBLE}—―–…²³¹⁰-⁹₀-₉¼-¾⅐-⅞]*",
    ),
)
"""What is written anew, the first that fits; everything else is copied."""

FOLD = late("|".join(f"(?P<{name}>{pattern})" for name, pattern in FOLDS))
WRITTEN_ANEW = late(r"  |--|`|\. \. \.")
"""What `FOLD` finds in a line of printable ASCII."""

IN_WORDS = late("|".join(f"(?P<{name}>{pattern})" for name, pattern in FOLDS if name not in ("dash", "space", "dots")))
"""What words are told by: between them, dashes, spaces and dots are all the same."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A text without its typography, and the way back."""

    text: str
    """The folded text."""
    pieces: tuple[tuple[int, int, int], ...]
    """Where each piece starts in the folded text, and where it starts and ends in the original."""

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the original of a stretch of the folded text."""
        return self._back(start)[0], self._back(end - 1)[1]

    def _back(self, at: int) -> tuple[int, int]:
        index = bisect_right(self.pieces, at, key=lambda piece: piece[0]) - 1
        here, first, last = self.pieces[index]
        after = self.pieces[index + 1][0] if index + 1 < len(self.pieces) else len(self.text)
        return (first + at - here, first + at - here + 1) if after - here == last - first else (first, last)


def fold(text: str) -> Folded:
    """Take the typography out of a text."""
    if _is_folded(text):
        return Folded(text, ((0, 0, len(text)),) if text else ())
    written: list[str] = []
    spans: list[tuple[int, int]] = []
    done = 0
    for match in FOLD.finditer(text):
        if match.start() > done:
            written.append(text[done : match.start()])
            spans.append((done, match.start()))
        written.append(_anew(match.lastgroup or "", match[0]))
        spans.append(match.span())
        done = match.end()
    written.append(text[done:])
    spans.append((done, len(text)))
    starts = accumulate(map(len, written), initial=0)
    kept = tuple((start, *span) for start, span, part in zip(starts, spans, written, strict=False) if part)
    return Folded("".join(written), kept)


def folded(text: str) -> str:
    """The text of `fold` without the way back, at a third of its cost, and at a fiftieth for plain ASCII."""
    if _is_folded(text):
        return text
    return FOLD.sub(lambda match: _anew(match.lastgroup or "", match[0]), text)


def _is_folded(text: str) -> bool:
    """True for a line of ASCII with nothing in it that is written anew, as most quotes are: it need not be cut up."""
    return text.isascii() and text.isprintable() and WRITTEN_ANEW.search(text) is None


@lru_cache(maxsize=4096)
def _anew(kind: str, written: str) -> str:
    plain = normalize("NFKC", written.translate(MARKS)).translate(MARKS)
    match kind:
        case "dash":
            return " - "
        case "space":
            return " "
        case "nothing":
            return ""
        case "dots":
            return "..."
        case "fraction":
            return " " + plain.replace("⁄", "/")
        case "power":
            return "^" + plain
        case _:
            return plain


def fingerprint(text: str) -> str:
    """Fingerprint of an article; only the name where fewer than five words of prose are left."""
    kept = sorted(_winnow(_hashes(_shingles(text))))
    return NAME + b85encode(b"".join(kept)).decode()


@lru_cache(maxsize=64)
def hashes(fingerprint: str) -> frozenset[bytes]:
    """The hashes of a fingerprint, five bytes each; empty where it is not one of ours.

    The rules of one story ask for them again and again: kept are those of a dozen stories, about 1 MB.
    """
    return frozenset(in_print(fingerprint))


def in_print(fingerprint: str) -> tuple[bytes, ...]:
    """The same in the order of their numbers, and not kept."""
    ours = fingerprint.startswith(NAME)
    return (packed_hashes(fingerprint.removeprefix(NAME)) or ()) if ours else ()


def containment(a: Set[object], b: Set[object]) -> float:
    """Shared hashes over those of the smaller set, 0 to 1; 0 where one is empty."""
    smaller = min(len(a), len(b))
    return len(a & b) / smaller if smaller else 0.0


def prose(text: str) -> tuple[str, ...]:
    """What its writers wrote themselves: the passages between what is quoted, embedded or captioned."""
    for signs, pattern in NOT_PROSE:
        if any(sign in text for sign in signs):
            text = pattern.sub(GAP, text)
    return tuple(text.split(GAP))


def quoted(text: str) -> frozenset[bytes]:
    """Hashes of every five words in a row that a text gives in quotation marks: what its speakers say in it."""
    for _, pattern in EMBEDDED:
        text = pattern.sub(GAP, text)
    found: list[str] = []
    for _, pattern in QUOTATIONS:
        found += pattern.findall(text)
        text = pattern.sub(GAP, text)
    return frozenset(_hashes(_in_fives(GAP.join(found))))


def _shingles(text: str) -> Iterator[str]:
    return _in_fives(GAP.join(prose(text)))


def _in_fives(text: str) -> Iterator[str]:
    """Every five words in a row, folded, never across a gap. The words are those of `fold`, at a third of its cost."""
    plain = IN_WORDS.sub(lambda match: _anew(match.lastgroup or "", match[0]), text)
    if not plain.isascii():
        plain = SIGN.sub(r" \g<0>\1 ", plain)
    for passage in plain.lower().split(GAP):
        words = WORD.findall(passage)
        yield from map(" ".join, zip(*(words[start:] for start in range(SHINGLE)), strict=False))


def _hashes(shingles: Iterable[str]) -> list[bytes]:
    """Of four bytes each, the highest first, so that they sort as their numbers do."""
    return [blake2b(shingle.encode(), digest_size=4).digest() for shingle in shingles]


def _winnow(values: list[bytes]) -> set[bytes]:
    """The lowest of every window; of all values, where they do not fill one."""
    if len(values) < WINDOW:
        return {min(values)} if values else set()
    return set(map(min, *(values[start:] for start in range(WINDOW))))
