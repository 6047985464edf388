"""Sources: still the document that was locked, with their origin declared, and none of them ourselves."""

from __future__ import annotations

from collections.abc import Iterator

from twosource.newsroom.library import Library
from twosource.newsroom.problems import Problem
from twosource.newsroom.reference import Publisher
from twosource.newsroom.rules import found
from twosource.newsroom.story_words import OriginKind
from twosource.verification.case import Case
from twosource.verification.never_counting import cites_us
from twosource.verification.same_release import is_release
from twosource.verification.same_upstream import CONTRIBUTIONS, CREDITS, credits_of
from twosource.verification.verdict import Verdict
from twosource.verification.web_addresses import document_of, site_of


def publishers_own(case: Case, verdict: Verdict, library: Library) -> Iterator[Problem]:
    """A source lies on a site of its publisher; a page of this hub's own is told by itself."""
    for n, source in enumerate(case.story.sources):
        publisher, site = case.publisher(source), site_of(source.url)
        if site in _sites(publisher) or cites_us(case, source):
            continue
        owner = next((one.id for one in library.publishers.values() if site in _sites(one)), "")
        hint = f"Name its publisher, or add {site} to the `domains:` of `{publisher.id}` in the registry."
        yield found(
            case.story.where.place("sources", n, "url"),
            "publisher-address",
            f"{site} is no site of {publisher.name}.",
            f"It is one of `{owner}`: name that under `publisher:`." if owner else hint,
        )


def _sites(publisher: Publisher) -> frozenset[str]:
    return frozenset(map(site_of, (publisher.domain, *publisher.domains)))


def addresses_locked(case: Case, verdict: Verdict, library: Library) -> Iterator[Problem]:
    """A source is still the document that was locked."""
    for n, source in enumerate(case.story.sources):
        locked = case.locked.get(source.id)
        if locked and document_of(locked.url) != document_of(source.url):
            yield found(
                case.story.where.place("sources", n, "url"),
                "source-changed",
                f"`{source.id}` was locked at {locked.url}.",
                f"Run: desk lock {case.story.path} --from FILE_OR_DIR",
            )


def origins_declared(case: Case, verdict: Verdict, library: Library) -> Iterator[Problem]:
    """An agency that the saved copy credits is declared as origin, or is the publisher itself."""
    for n, source in enumerate(case.story.sources):
        if source.origin.kind is not OriginKind.OWN or source.independent_because:
            continue
        strangers = {case.upstream(hint.name): hint for hint in credits_of(case, source, (*CREDITS, *CONTRIBUTIONS))}
        for key, hint in strangers.items():
            if key != source.publisher:
                yield found(
                    case.story.where.place("sources", n),
                    "origin-not-declared",
                    f"The saved copy of `{source.id}` prints “{hint.span}”.",
                    f"Declare `origin: {{wire: {case.label(key)}}}`, or say in `independent_because:` why not.",
                )


def copies_suspected(case: Case, verdict: Verdict, library: Library) -> Iterator[Problem]:
    """Two texts in the review band that nothing else joins and nobody explains."""
    rules = case.rubric.independence
    together = [set(cluster.sources) for cluster in verdict.clusters]
    numbers = {source.id: n for n, source in enumerate(case.story.sources)}
    for a, b, share in case.shares:
        joined = any({a.id, b.id} <= group for group in together)
        explained = a.independent_because or b.independent_because
        if rules.review_containment <= share < rules.join_containment and not joined and not explained:
            yield found(
                case.story.where.place("sources", numbers[b.id]),
                "copy-suspected",
                f"`{b.id}` shares {share:.0%} of its text with `{a.id}`.",
                "Read both; if one has it from the other, declare its `origin:`.",
            )


def releases_joined(case: Case, verdict: Verdict, library: Library) -> Iterator[Problem]:
    """A source that rests on a release is one with the press release of the story, where there is one."""
    pages = [source for source in case.story.sources if is_release(source)]
    together = [set(cluster.sources) for cluster in verdict.clusters]
    for n, source in enumerate(case.story.sources):
        if source.origin.kind is not OriginKind.RELEASE or source.independent_because:
            continue
        if pages and not any({source.id, page.id} <= group for group in together for page in pages):
            names = " and ".join(f"`{page.id}`" for page in pages)
            yield found(
                case.story.where.place("sources", n, "origin"),
                "release-not-joined",
                f"`{source.id}` rests on “{source.origin.name}”, and nothing joins it to the press release {names}.",
                f"If that is the release, write `{{release: {pages[0].title}}}` or `{{source: {pages[0].id}}}`.",
            )


def cites_ourselves(case: Case, verdict: Verdict, library: Library) -> Iterator[Problem]:
    """This hub is no source for itself, nor is what says that it has it from here."""
    for n, source in enumerate(case.story.sources):
        if cites_us(case, source):
            ours = case.own_site and site_of(source.url) == case.own_site
            yield found(
                case.story.where.place("sources", n, "url"),
                "cites-ourselves",
                f"`{source.id}` {'is a page of' if ours else 'has its information from'} this hub.",
                "Name the source behind it.",
            )
