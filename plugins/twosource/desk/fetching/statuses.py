"""What a status means for somebody who wants to read the page."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from twosource.desk.fetching.exchange import WITH_BODY, Answer
from twosource.desk.fetching.failure import StoppedError, stop
from twosource.desk.fetching.limits import Limits

REDIRECTS = (301, 302, 303, 307, 308)
GONE = (404, 410)
REFUSED = (401, 402, 403, 406, 407, 451)
BUSY = (408, 425, 429, 500, 502, 503, 504)
"""Statuses after which a later attempt may succeed."""

ARCHIVED = "Look for a copy in a web archive, save it, and give it with --from; or take the source out."


def judged(answer: Answer, limits: Limits, wall: datetime, conditional: bool = False) -> None:
    """Nothing where the answer is a page, or the 304 that was hoped for; else raises StoppedError."""
    status = answer.status
    if status in WITH_BODY or (status == 304 and conditional):
        return
    if status in GONE:
        raise stop("fetch-gone", f"The page is gone ({status}).", ARCHIVED, status=status)
    if status in REFUSED:
        raise stop("fetch-refused", f"The site does not let us read the page ({status}).", status=status)
    if status in BUSY:
        raise _busy(answer, limits, wall)
    raise stop("fetch-failed", f"The site answers with status {status}, which is no page.", status=status)


def _busy(answer: Answer, limits: Limits, wall: datetime) -> StoppedError:
    status = answer.status
    after = retry_after(answer.headers.get("retry-after", ""), wall)
    waited = after <= limits.longest_wait
    asked = f"asks us to come back in {after:,.0f} seconds" if after else "cannot or will not answer now"
    return stop(
        "fetch-refused" if status == 429 else "fetch-failed",
        f"The site {asked} ({status}).",
        "Run desk lock again later, or give a saved copy with --from.",
        again=waited,
        after=after if waited else 0.0,
        status=status,
    )


def retry_after(text: str, wall: datetime) -> float:
    """Seconds that a Retry-After asks for, given as such or as a date; 0 where it asks for nothing."""
    if text.strip().isdecimal():
        return float(text[:9])
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, IndexError, TypeError, OverflowError):
        return 0.0
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (moment - wall).total_seconds())
