"""What a site asks of programs in its robots.txt (RFC 9309): asked once for each origin, and minded.

One that is not there (4xx, or redirects without end) forbids nothing. One that fails to come (5xx, 429, silence)
forbids everything for now.
"""

from __future__ import annotations

import re
from dataclasses import replace

from protego import Protego

from twosource.desk.fetching.addresses import Target
from twosource.desk.fetching.deadline import Deadline
from twosource.desk.fetching.failure import StoppedError, stop
from twosource.desk.fetching.journey import Traveller

TOKEN = "twosource-desk"
"""Name under which a robots.txt may speak to us."""

ADVICE = "Read it in a browser as a person may, save it, and give the file with --from."

SPOKEN_TO = re.compile(r"[ \t]*user[- ]?agent[ \t:]+([^#\n]*)", re.I)


class Robots:
    """The rules of every origin that was asked."""

    def __init__(self, traveller: Traveller) -> None:
        most = traveller.limits.robots_bytes
        self.limits = replace(traveller.limits, packed=most, unpacked=most)
        self.traveller = replace(traveller, limits=self.limits)
        self._known: dict[str, Protego] = {}

    def mind(self, target: Target, deadline: Deadline) -> None:
        """Nothing where the target may be fetched; else raises StoppedError."""
        rules = self._known.get(target.origin)
        if rules is None:
            rules = self._known[target.origin] = self._fetched(target, deadline)
            delay = rules.crawl_delay(TOKEN) or 0.0
            self.traveller.turns.slow_down(target, min(delay, self.limits.longest_wait))
        if not rules.can_fetch(f"{target.origin}{target.path}", TOKEN):
            raise stop("fetch-robots", f"The robots.txt of {target.host} asks programs to keep off this page.", ADVICE)

    def _fetched(self, target: Target, deadline: Deadline) -> Protego:
        try:
            answer = self.traveller.arrive(f"{target.origin}/robots.txt", deadline, pause=False)
        except StoppedError as stopped:
            failure = stopped.failure
            if (400 <= failure.status < 500 and failure.status != 429) or failure.rule == "fetch-redirects":
                return Protego.parse("")
            if failure.status or failure.rule in ("fetch-too-large", "fetch-too-slow"):
                said = f"The robots.txt of {target.host} does not come, so nothing there may be fetched now: "
                failure = replace(failure, rule="fetch-robots", message=said + failure.message, hint=ADVICE)
            raise StoppedError(failure) from None
        return rules_of(answer.body.decode("utf-8", "replace"))


def rules_of(text: str) -> Protego:
    """The rules in a robots.txt.

    All programs but ours are taken for one: the parser keeps every rule once for each program that its group names, and
    thousands of both are more than any memory holds.
    """
    return Protego.parse("\n".join(map(_for_us_or_others, text.splitlines())))


def _for_us_or_others(line: str) -> str:
    named = SPOKEN_TO.match(line)
    return line if named is None or named[1].replace("*", "").strip().lower() in TOKEN else "User-agent: =others="
