"""Text of a PDF. Needs the extra `lock`; loads it only when a PDF is read."""

from __future__ import annotations

import logging
import re
from collections import Counter
from io import BytesIO

from twosource.desk.hub import UsageError
from twosource.desk.saved_page import SavedPage, normal_text, one_line, unreadable
from twosource.newsroom.problems import Problem
from twosource.verification.hints import Metadata

PAGES = 2000
"""Pages that are read at most."""

WORDS = 5
"""A document with fewer words is a picture of one."""

BROKEN_WORD = re.compile(r"(\w+)-\n(\w+)")

SAVE_TEXT = "Save its text as x.txt, with the address in x.txt.url beside it, and give that with --from."


def read_pdf(path: str, url: str, raw: bytes) -> SavedPage | Problem:
    """The text of a PDF, or a problem where it has none or cannot be opened. Raises UsageError without the extra."""
    try:
        from pypdf import PdfReader
    except ImportError:
        raise UsageError("PDF needs pypdf, which is missing: run `pip install 'twosource[lock]'`.") from None
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(BytesIO(raw))
        if reader.is_encrypted and not reader.decrypt(""):
            return unreadable(path, "The PDF is locked with a password.", SAVE_TEXT)
        said = "\n\n".join(page.extract_text() for page in reader.pages[:PAGES])
        title = str((reader.metadata.title if reader.metadata else "") or "")
    except MemoryError:
        raise
    except Exception as error:  # a broken PDF breaks pypdf in ways that it does not list
        encrypted = "crypt" in f"{type(error).__name__} {error}".lower()
        return unreadable(path, "The PDF is encrypted." if encrypted else "The PDF is broken.", SAVE_TEXT)
    if len(said.split()) < WORDS:
        return unreadable(path, "The PDF holds pictures of text and no text.", SAVE_TEXT)
    text = normal_text(unbroken(said))
    return SavedPage(path, Metadata(url), one_line(title), "", text, text)


def unbroken(text: str) -> str:
    """Words that a line's end cut in two made whole.

    The hyphen stays where the document writes the word with it more often than without, as in `non-binding`.
    """
    words = Counter(re.findall(r"\w+(?:-\w+)*", text))

    def whole(cut: re.Match[str]) -> str:
        joined, hyphened = cut[1] + cut[2], f"{cut[1]}-{cut[2]}"
        keep = words[hyphened] > words[joined] or not cut[2][0].islower()
        return hyphened if keep else joined

    return BROKEN_WORD.sub(whole, text)
