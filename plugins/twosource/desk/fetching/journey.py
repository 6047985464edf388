"""From an address to an answer: redirects followed one by one, each under the same rules as the first step."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from twosource.desk.fetching.addresses import Gate, Target, target_of
from twosource.desk.fetching.cookies import Cookies
from twosource.desk.fetching.deadline import Deadline
from twosource.desk.fetching.exchange import Answer, exchange
from twosource.desk.fetching.failure import shown, stop
from twosource.desk.fetching.limits import Limits
from twosource.desk.fetching.statuses import ARCHIVED, REDIRECTS, judged
from twosource.desk.fetching.turns import Turns
from twosource.desk.fetching.wire import Line

KINDS = "text/html, application/xhtml+xml, application/pdf;q=0.9, text/plain;q=0.8, */*;q=0.1"

Mind = Callable[[Target, Deadline], None]
"""Called before each step; raises StoppedError where it may not be taken."""


@dataclass(frozen=True, slots=True)
class Validators:
    """What tells a server which copy of an address we have, so that it need not send it again."""

    url: str
    """The address that gave the copy."""
    headers: Mapping[str, str]
    """`If-None-Match` and `If-Modified-Since`, as far as known."""


NONE = Validators("", {})


def unminded(target: Target, deadline: Deadline) -> None:
    """Every step may be taken."""


@dataclass(frozen=True, slots=True)
class Traveller:
    """Goes from redirect to redirect; what it carries is the same for every source of a run."""

    gate: Gate
    """Which addresses may be asked."""
    turns: Turns
    """Whose turn it is at each site."""
    limits: Limits
    """How much may be taken."""
    agent: str
    """How we call ourselves."""

    def arrive(
        self, url: str, deadline: Deadline, mind: Mind = unminded, known: Validators = NONE, pause: bool = True
    ) -> Answer:
        """The answer at the end of all redirects. Raises StoppedError where no page comes."""
        cookies = Cookies()
        target = target_of(url)
        for hop in range(self.limits.hops + 1):
            mind(target, deadline)
            with self.turns.at(target, deadline, pause and hop == 0):
                answer = self._ask(target, deadline, cookies, known)
            if answer.status not in REDIRECTS or not answer.headers.get("location"):
                judged(answer, self.limits, deadline.tempo.wall(), _known(known, target))
                return answer
            target = _next(url, answer)
        raise stop("fetch-redirects", f"The address leads on and on, more than {self.limits.hops} times.")

    def _ask(self, target: Target, deadline: Deadline, cookies: Cookies, known: Validators) -> Answer:
        headers = {"User-Agent": self.agent, "Accept": KINDS, **cookies.header(target.origin)}
        headers |= known.headers if _known(known, target) else {}
        answer = exchange(target, headers, Line(self.gate, deadline, self.limits), self.limits)
        cookies.take(target.origin, answer.cookies)
        return answer


def _known(known: Validators, target: Target) -> bool:
    return bool(known.headers) and known.url == target.url


def _next(start: str, answer: Answer) -> Target:
    try:
        there = urljoin(answer.url, _location(answer))
        lost = _lost(start, there)
    except ValueError:
        raise stop("fetch-address", f"It leads to “{shown(answer.headers['location'])}”, no address.") from None
    if lost:
        message = f"The page is gone: its address leads to the front page {shown(there)}."
        raise stop("fetch-gone", message, ARCHIVED, status=404)
    return target_of(there.partition("#")[0])


def _location(answer: Answer) -> str:
    """Where an answer leads; bytes of UTF-8, which the client took for Latin-1 as headers are, made whole again."""
    given = answer.headers["location"]
    try:
        return given.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return given


def _lost(start: str, there: str) -> bool:
    """True when a page's address leads to a front page: that is how many sites say that a page is gone."""
    asked, given = urlsplit(start), urlsplit(there)
    return (
        bool(asked.path.strip("/"))
        and given.scheme in ("http", "https")
        and not given.path.strip("/ ")
        and (not given.query)
    )
