"""The shelf of fetched pages in the private store: one WARC file for each document, the last that came."""

from __future__ import annotations

from hashlib import blake2b
from pathlib import Path

from twosource.desk.clock import Tempo
from twosource.desk.fetching.exchange import Answer
from twosource.desk.fetching.journey import NONE, Validators
from twosource.desk.store import FOLDER, write_whole
from twosource.desk.warc_file import Record, arrivals, record_at, records, warc_of
from twosource.verification.web_addresses import document_of

KEPT = ("content-type", "etag", "last-modified")
"""Headers that matter later; others may tell more of us than of the page."""

CONDITIONS = (("etag", "If-None-Match"), ("last-modified", "If-Modified-Since"))


class Shelf:
    """Pages by the address of their source. Private: the folder is git-ignored, and its pages are others' work."""

    def __init__(self, root: Path, tempo: Tempo, writing: bool = True) -> None:
        self.folder = root / FOLDER / "pages"
        self.tempo = tempo
        self.writing = writing

    def keep(self, asked: str, answer: Answer) -> None:
        """Put a page on the shelf in place of an older one."""
        if self.writing:
            headers = {name: answer.headers[name] for name in KEPT if name in answer.headers}
            moment = self.tempo.wall().strftime("%Y-%m-%dT%H:%M:%SZ")
            self.folder.mkdir(parents=True, exist_ok=True)
            write_whole(self._path(asked), warc_of(asked, answer.url, headers, answer.body, moment))

    def kept(self, asked: str) -> Record | None:
        """The page kept for an address; None where there is none, or a damaged one."""
        path = self._path(asked)
        try:
            found = {record.url: record for record in records(path)}
            page = arrivals(found).get(asked) or next((one for one in found.values() if one.status == 200), None)
            return record_at(path, page.offset) if page else None
        except (OSError, ValueError):
            return None

    def _path(self, asked: str) -> Path:
        return self.folder / f"{blake2b(document_of(asked).encode(), digest_size=16).hexdigest()}.warc.gz"


def validators(kept: Record | None) -> Validators:
    """What to ask a server by, so that it sends a page only when it has changed."""
    if kept is None or not kept.body:
        return NONE
    return Validators(kept.url, {name: kept.headers[key] for key, name in CONDITIONS if kept.headers.get(key)})
