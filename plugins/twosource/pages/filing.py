"""What is kept of a judged story: its slip, which others see, and its file, which is asked for part by part."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.newsroom.by_value import bytes_of
from twosource.newsroom.excuses import pleas_of
from twosource.newsroom.loading import Held
from twosource.newsroom.problems import plain_problems
from twosource.newsroom.story_words import Status
from twosource.newsroom.ties import ties_of
from twosource.pages.folio import Folio
from twosource.pages.link_checks import inner_links, story_links
from twosource.pages.slip import File, PlainPrint, Slip, ties_in
from twosource.trends.brief_form import pack
from twosource.trends.named import entities_of
from twosource.trends.row import mark_of
from twosource.verification.boilerplate import prints_of
from twosource.verification.checks.across import account_of
from twosource.verification.review import Judged


def files_of(held: Held) -> tuple[str, str]:
    """Digests of the story's file and of its lock."""
    return held.digests[0][1], digest_of_one(held.digests[1:])


def digest_of_one(digests: Sequence[tuple[str, str]]) -> str:
    """The digest of one file, or none."""
    return digests[0][1] if digests else ""


def file_of(judged: Judged, folio: Folio | None) -> File:
    held = judged.held
    story, ties = held.story, ties_of(held.story, held.lock)
    account = account_of(story, ties) if judged.verdict else None
    return File(
        ties=bytes_of(tuple(ties)),
        account=bytes_of((account.instant, tuple(map(tuple, account.facts)))) if account else b"",
        links=tuple((path, line, column, href) for path, line, column, href in inner_links(story)),
        named=entities_of(story),
        prints=bytes_of(_prints(held)),
        brief=bytes_of(pack(folio.brief)) if folio else b"",
    )


def _prints(held: Held) -> tuple[PlainPrint, ...]:
    return tuple((one.site, one.document, one.text) for one in prints_of(held.lock)) if held.lock else ()


def _is_marked(judged: Judged) -> bool:
    """True for a published story that the gate lets through although nobody saved what it cites."""
    marked = judged.verdict is not None and judged.verdict.gate.rule == "unchecked-marked"
    return marked and judged.held.story.status is Status.PUBLISHED and not judged.held.lock


def slip_of(judged: Judged, folio: Folio | None, file: File, left_out: frozenset[bytes], key: bytes) -> Slip:
    story, lock = judged.held.story, judged.held.lock
    moment = max(story.date.instant, story.issued.instant).timestamp()
    linked, ties = tuple(story_links(story)), ties_in(file.ties)
    return Slip(
        files=files_of(judged.held),
        key=key,
        left_out=tuple(sorted(left_out)),
        reading=plain_problems((*judged.reading, *linked)),
        evidence=plain_problems(judged.evidence),
        slug=story.slug,
        aliases=story.aliases,
        public_from=None if story.status is Status.DRAFT else moment,
        seen_from=moment if folio else None,
        row=tuple(folio.row) if folio else None,
        ties=mark_of(tuple(ties._replace(paragraphs=b""))),
        paragraphs=ties.paragraphs,
        account=mark_of((file.account, story.aliases, lock.addresses if lock else ())) if file.account else b"",
        links=len(file.links),
        marked=_is_marked(judged),
        pleas=tuple((*plea,) for plea in pleas_of(story.ignore, story.where)),
    )
