"""Text that somebody saved or pasted, or that a server sent as such."""

from __future__ import annotations

from twosource.desk.saved_page import SavedPage, normal_text
from twosource.verification.hints import Metadata


def read_text(path: str, url: str, raw: bytes) -> SavedPage:
    """A page of plain text in UTF-8; what is none is replaced by a mark."""
    text = normal_text(raw.decode("utf-8-sig", "replace"))
    return SavedPage(path, Metadata(url), "", "", text, text)
