"""The shapes of what templates see. Every view is a Chrome plus the keys of its kind, and plain data.

`href` values are ready for an attribute (base path included); `url` values are absolute; `html` values are
safe markup made by `pages.prose`. Dates are `{"iso", "shown"}`.
"""

from __future__ import annotations

from typing import Any, TypedDict


class Day(TypedDict):
    """A date for people and machines."""

    iso: str
    shown: str


class Link(TypedDict):
    """Words that lead somewhere."""

    text: str
    href: str


class NavLink(Link):
    """An entry of the navigation."""

    current: bool


class SiteView(TypedDict):
    """The hub, the same on every page."""

    name: str
    tagline: str
    description: str
    language: str
    publisher: str
    contact: str
    licence: Link
    base: str
    """Path below which the site is hosted, without a final slash; empty at a root."""
    url: str
    """Absolute address of the site, without a final slash."""
    nav: list[NavLink]
    topics: list[NavLink]
    footer: list[Link]
    as_of: Day
    rubric_version: str
    version: str
    """Version of Twosource."""


class PageView(TypedDict):
    """The page itself: what belongs in its head."""

    kind: str
    """Template name without ending; also the body's class."""
    title: str
    description: str
    href: str
    url: str
    crumbs: list[Link]
    json_ld: list[dict[str, Any]]
    feeds: list[Link]
    robots: str
    """`index,follow` or `noindex`."""
    image: str
    """Absolute address of a picture for social networks; empty for the theme's own."""
    image_alt: str
    """What is on it."""


class Chrome(TypedDict):
    """What every HTML page has."""

    site: SiteView
    page: PageView


class Badge(TypedDict):
    """The verification of a story, for any surface."""

    level: str
    """verified | single-source | disputed | unchecked | retracted"""
    text: str
    """"Verified by 2 independent sources" and so on."""
    short: str
    """For tight places: "2 independent sources", "Single source", "Disputed", "Cited, not checked", "Retracted"."""
    n: int
    detail: str
    """"3 publications", "not independently confirmed", "2 sources named, no saved copies"."""


class CardBadge(TypedDict):
    """The verification of a story, as its social card has it."""

    level: str
    text: str
    detail: str


class SocialCard(TypedDict):
    """`card`, a picture: what is on it, and no Chrome."""

    site: str
    topic: str
    headline: str
    date: str
    badge: CardBadge


class Card(TypedDict):
    """A story in a list."""

    slug: str
    title: str
    href: str
    url: str
    summary: str
    date: Day
    """Day of the development."""
    written: Day | None
    """When an archive story was published; none where that was its date."""
    updated: Day | None
    topic: Link
    badge: Badge
    impact: int
    confidence: str
    outlook: str
    """"bullish for US recyclers", or empty."""
    corrected: bool
    notice: str
    """"Retracted", "Kept for the record", or empty."""


class QuoteView(TypedDict):
    """One piece of evidence."""

    quote: str
    source: str
    publisher: str
    source_href: str
    """Anchor of the source on this page."""
    href: str
    """The very sentence at the source when found, else the source."""
    stance: str
    state: str
    state_text: str
    """"Found in the saved copy", "Not found …", "No saved copy"."""


class FactView(TypedDict):
    """One key fact, anchor `fact-<n>`."""

    n: int
    text: str
    kind: str
    speaker: Link | None
    essential: bool
    count: int
    status: str
    """confirmed | single-source | disputed | unchecked"""
    status_text: str
    """"2 independent", "1 source", "Disputed", "Not checked"."""
    as_of: Day | None
    evidence: list[QuoteView]


class NumberedFact(TypedDict):
    """A link to a key fact."""

    n: int
    href: str


class Takeaway(TypedDict):
    text: str
    facts: list[NumberedFact]


class EntityChip(TypedDict):
    """An entity in passing."""

    id: str
    name: str
    href: str
    type: str


class AffectedView(TypedDict):
    entity: EntityChip
    effect: str
    arrow: str
    """"↑", "↓", "↕", "?"."""
    because: str
    facts: list[NumberedFact]
    horizon: str


class PullQuoteView(TypedDict):
    quote: str
    speaker: Link | None
    publisher: str
    href: str


class WatchView(TypedDict):
    """One forecast, anchor `watch-<n>` on its story."""

    n: int
    id: str
    """`<slug>-<n>`, stable."""
    statement: str
    says: Link
    """href is empty for the desk."""
    due: Day
    decided_by: str
    status: str
    """open | due | overdue | came-true | did-not | unclear"""
    status_text: str
    hindsight: bool
    """True when it was entered after its outcome."""
    likelihood: str
    """"60 %" or empty."""
    decided_on: Day | None
    outcome: str
    evidence: list[QuoteView]
    story: Link
    ledger: Link
    """The ledger of all forecasts; for one that counts there, its track record."""
    badge: Badge


class TimelineView(TypedDict):
    date: Day
    title: str
    facts: list[NumberedFact]
    past: bool


class SourceView(TypedDict):
    """One source, anchor `source-<id>`."""

    id: str
    title: str
    href: str
    publisher: Link
    grade: str
    kind: str
    primary: bool
    author: str
    published: Day
    retrieved: Day | None
    origin: str
    """In words; empty for own work."""
    independent: str
    """The writer's reason to count it apart; empty for none."""
    hints: list[str]
    """Signs in the page of another origin: "dateline “BEIJING (AP) —”"."""
    state: str
    """"Saved copy read", "No saved copy"."""
    quotes_found: int
    quotes: int


class ClusterView(TypedDict):
    """Sources that count as one, anchor `cluster-<n>`."""

    n: int
    heading: str
    """"These 4 count as one: all carry Reuters." or "Counts as one source." …"""
    counts: bool
    because: str
    sources: list[SourceView]
    joins: list[str]
    """Why they count as one, in sentences."""


class PointsView(TypedDict):
    dimension: str
    score: int
    weight: str
    """"40 %"."""
    points: str
    anchor: str
    """The rubric's words for the score, or for the two anchors between which it lies."""
    because: str
    facts: list[NumberedFact]


class ImpactView(TypedDict):
    score: int
    exact: str
    parts: list[PointsView]


class ShareView(TypedDict):
    sources: list[Link]
    """Publishers, each leading to its page below."""
    weakest: str
    """Publisher of the page that sets the value; empty where no other publisher is among them."""
    grade: str
    kind: str
    value: str


class ConfidenceView(TypedDict):
    value: str
    band: str
    fact: NumberedFact
    shares: list[ShareView]
    capped: bool
    """True when a single source held it down."""
    why_not_higher: list[str]


class OutlookView(TypedDict):
    value: str
    entity: EntityChip
    because: str
    facts: list[NumberedFact]
    derived: str


class ChangeView(TypedDict):
    """One entry of a change log, anchor `change-<n>`."""

    n: int
    date: Day
    kind: str
    text: str
    facts: list[NumberedFact]


class RelatedView(TypedDict):
    card: Card
    reason: str


class ReceiptView(TypedDict):
    hash: str
    rubric_version: str
    version: str
    as_of: Day
    data: Link
    cite: str
    report: Link


class StoryBody(TypedDict):
    """`story.html`: Chrome plus these."""

    type: str
    """"News analysis", or "Archive analysis" of an earlier development."""
    title: str
    summary: str
    notice: ChangeView | None
    """Latest correction or retraction."""
    expired: bool
    topic: Link
    authors: list[str]
    editor: str
    ai_use: str
    date: Day
    """Day of the development."""
    written: Day | None
    """When an archive story was published; none where that was its date."""
    updated: Day | None
    checked: Day | None
    minutes: int
    share: list[Link]
    badge: Badge
    facts_confirmed: str
    """"4 of 5 key facts independently confirmed"."""
    claims: str
    """What is counted of essential claims, that they were made; empty where there are none."""
    information: dict[str, str]
    """{"rating": "2", "meaning": "…"}"""
    takeaways: list[Takeaway]
    mentioned: list[EntityChip]
    facts: list[FactView]
    unknowns: list[str]
    affected: list[AffectedView]
    html: str
    """The analysis; its headings start at h3 (the section's own is h2)."""
    contents: list[Link]
    """Headings of the analysis."""
    pull_quote: PullQuoteView | None
    watch: list[WatchView]
    timeline: list[TimelineView]
    clusters: list[ClusterView]
    set_aside: list[dict[str, str]]
    """{"detail", "because"}"""
    coverage: list[str]
    """How we covered this story, sentences made from its data."""
    impact: ImpactView
    confidence: ConfidenceView
    outlook: OutlookView | None
    changes: list[ChangeView]
    related: list[RelatedView]
    receipt: ReceiptView


class Paging(TypedDict):
    """Where a list goes on."""

    page: int
    pages: int
    newer: str
    older: str
    """hrefs; empty at the ends."""


class FactLine(TypedDict):
    """A key fact on another page than its story's."""

    text: str
    href: str
    status: str
    """confirmed | single-source | disputed | unchecked"""
    status_text: str


class HomeBody(TypedDict):
    """`home.html`."""

    lead: Card | None
    latest: list[Card]
    due: list[WatchView]
    moves: list[dict[str, Any]]
    """What moves on the beat, the last to move first: {"topic": Link, "total": int, "spark": Chart, "latest": Card}"""
    counts: dict[str, int]
    """{"stories", "verified", "single_source", "disputed", "unchecked", "corrections"}"""
    levels: dict[str, int]
    """Stories by badge; badges without any left out."""
    facts: list[FactLine]
    """What the lead rests on."""


class TopicsBody(TypedDict):
    """`topics.html`."""

    topics: list[dict[str, Any]]
    """{"name", "href", "description", "count", "cards": [Card], "spark": Chart, "levels": {level: int}}"""


class TopicBody(TypedDict):
    """`topic.html`."""

    name: str
    description: str
    count: int
    levels: dict[str, int]
    """Stories by badge; badges without any left out."""
    cards: list[Card]
    paging: Paging
    due: list[WatchView]
    """What comes due on the topic, on the first page."""
    trends: Link
    feed: Link
    entities: list[EntityChip]


class EntitiesBody(TypedDict):
    """`entities.html`."""

    count: int
    most: list[dict[str, Any]]
    """Those that most stories name, on the first page: rows as below."""
    groups: list[dict[str, Any]]
    """{"type", "label", "entities"}; each entity is {"id", "name", "href", "type", "count", "first": Day | None,
    "last": Day | None}"""
    kinds: list[Link]
    """Every group of all pages, where it begins."""
    paging: Paging


class EntityBody(TypedDict):
    """`entity.html`."""

    name: str
    type: str
    aliases: list[str]
    links: list[Link]
    roles: list[dict[str, Any]]
    """{"title", "at": Link | None, "since": Day | None, "until": Day | None}"""
    html: str
    count: int
    """Stories that name it."""
    levels: dict[str, int]
    """The same by badge; badges without any left out."""
    first: Day | None
    last: Day | None
    known: list[FactLine]
    """Key facts of the newest stories that name it, on the first page."""
    effects: list[dict[str, Any]]
    """{"date": Day, "effect", "arrow", "because", "story": Card}, newest first"""
    effects_over_time: Series | None
    """On the first page only, and only where there are effects."""
    cards: list[Card]
    paging: Paging
    said_title: str
    """"Statements", "Forecasts", "Statements and forecasts"."""
    said: list[dict[str, Any]]
    """{"text", "kind", "story": Link, "status_text"}"""
    together: list[dict[str, Any]]
    """co-mentions: {"entity": EntityChip, "count": int}"""


class GlossaryBody(TypedDict):
    """`glossary.html`."""

    count: int
    letters: list[dict[str, Any]]
    """{"letter", "id", "terms": [{"id", "term", "href", "definition", "count"}]}"""
    index: list[Link]
    """Every letter of all pages, where it begins."""
    paging: Paging


class TermBody(TypedDict):
    """`term.html`."""

    term: str
    definition: str
    aliases: list[str]
    html: str
    sources: list[dict[str, Any]]
    """{"title", "href", "publisher", "published": Day | None}"""
    use: Series | None
    """Use over time, on the first page; None without any."""
    related: list[dict[str, str]]
    """{"text", "href", "definition"}"""
    count: int
    """Stories that use it."""
    first: Day | None
    last: Day | None
    cards: list[Card]
    paging: Paging


class ExampleView(TypedDict):
    """One story reckoned step by step; links lead to its page."""

    card: Card
    cited: int
    """Sources named."""
    publications: int
    """Publications with words that were found."""
    clusters: list[dict[str, Any]]
    """{"heading", "counts": bool, "publishers": [str], "href"}"""
    facts: list[dict[str, Any]]
    """The essential ones: a FactLine, its number `n`, and `decides` of the one that sets the badge."""
    n: int
    confidence: ConfidenceView
    impact: ImpactView


class MethodologyBody(TypedDict):
    """`methodology.html`: the overview; every chapter has a page of its own."""

    chapters: list[dict[str, str]]
    """{"id", "title", "summary", "href"}"""
    example: ExampleView | None
    """None while no story is verified."""
    tried: dict[str, Any]
    """{"properties": [{"name", "sentence", "outcome", "examples"}], "run": {"date": Day, "commit"} | None}: what holds
    for every story, and whether it `held` or `failed` in the last run of its tests; empty without a run"""
    versions: list[dict[str, Any]]
    """{"version", "date": Day, "what"}"""
    numbers: Link
    rules: Link
    rule_count: int
    publishers: Link
    publisher_count: int


class ChapterBody(TypedDict):
    """`chapter.html`."""

    title: str
    summary: str
    html: str
    chapters: list[NavLink]
    before: Link | None
    after: Link | None


class NumbersBody(TypedDict):
    """`numbers.html`."""

    version: str
    rubric: list[dict[str, Any]]
    """Tables of the very numbers: {"id", "title", "rows": [{"name", "value", "meaning"}]}"""
    anchors: list[dict[str, Any]]
    """{"dimension", "weight", "anchors": [{"score", "meaning"}]}"""
    grades: list[dict[str, Any]]
    """{"grade", "reliability", "meaning", "count"}"""
    data: Link


class RulesBody(TypedDict):
    """`rules.html`."""

    rules: list[dict[str, str]]
    """{"name", "severity", "what", "href"}; what to do about it is for writers, and stands on the rule's own page."""


class RuleBody(TypedDict):
    """`rule.html`."""

    name: str
    severity: str
    """`error` or `warning`."""
    weight: str
    """The same in words, with what holds for drafts."""
    what: str
    remedy: str
    why: str
    """Markup."""
    wrong: str
    """Markup of a listing; so is `right`."""
    right: str
    before: Link | None
    after: Link | None


class PublishersBody(TypedDict):
    """`publishers.html`, anchors `publisher-<id>`."""

    count: int
    publishers: list[dict[str, Any]]
    """{"id", "name", "domain", "owner", "past_owners": [str], "kind", "country", "grade", "reason", "date": Day,
    "count"}"""
    grades: list[dict[str, Any]]
    """{"grade", "reliability", "meaning", "count"}"""
    paging: Paging


class BarMark(TypedDict):
    """One bar of a chart; across in percent, down in pixels."""

    x: float
    width: float
    y: float
    height: float
    label: str
    """"March 2018: 2 developments"."""
    level: str


class DotMark(TypedDict):
    """One development, or a mean (level `mean`)."""

    x: float
    y: float
    label: str
    level: str
    n: int
    """Developments that it stands for; more make it larger."""


class LineMark(TypedDict):
    """A line from mean to mean (`trend`), or the spread of one (`spread`)."""

    x1: float
    y1: float
    x2: float
    y2: float
    kind: str


class FlagMark(TypedDict):
    """What is said of a stretch of days: burst, episode, gap or version."""

    kind: str
    x: float
    width: float
    middle: float
    end: bool
    """True where its words stand to its left."""
    text: str
    label: str


class Chart(TypedDict):
    """A chart that a template draws as SVG: across in percent, down in pixels."""

    title: str
    desc: str
    size: str
    """large | medium | small | spark: its height is in the styles."""
    top: int
    bottom: int
    """Where the plot begins and ends, from the top."""
    zero: float
    """Where the line of nought lies, from the top."""
    rules: list[dict[str, Any]]
    """{"y", "text"}: lines of the scale; empty where marks are counted and not measured."""
    bars: list[BarMark]
    dots: list[DotMark]
    lines: list[LineMark]
    flags: list[FlagMark]
    ticks: list[dict[str, Any]]
    """{"x", "text", "minor": bool} along the foot"""
    levels: list[dict[str, str]]
    """Badges that marks are coloured by: {"level", "text"}; empty where colour means nothing."""


class Series(TypedDict):
    """One series with its chart, its table and its data."""

    id: str
    title: str
    n: int
    note: str
    """What may not be claimed, or empty."""
    chart: Chart
    columns: list[str]
    rows: list[list[str]]
    csv: Link
    json: Link


class CalendarView(TypedDict):
    """Developments by impact: a row for each year, a cell for each month."""

    title: str
    months: list[str]
    years: list[dict[str, Any]]
    """{"year": str, "n": int, "cells": [None | {"n": int, "top": int, "step": int, "label": str}]}; step 1 to 4"""
    steps: list[dict[str, Any]]
    """{"step": int, "text": str}: what the shades mean"""


class Finding(TypedDict):
    """Something that a stated test lets one say."""

    name: str
    href: str
    kind: str
    """topic | term | entity"""
    what: str
    """burst | episode"""
    text: str
    when: str
    n: int


class SubjectRow(TypedDict):
    """A topic, an entity or a term in a table, with its spark; texts are empty where nothing may be claimed."""

    name: str
    href: str
    n: int
    spark: Chart
    impact: str
    share: str
    confidence: str
    outlook: str
    found: str
    """"Burst, March 2018", or empty."""


class MomentumRow(TypedDict):
    """How much more or less than the year before."""

    name: str
    href: str
    before: int
    after: int
    ratio: str
    bounds: str
    """"0.4 to 1.2"."""
    verdict: str
    """rises | falls | no change shown"""
    low: float
    high: float
    middle: float | None
    """Places on the scale, in percent."""


class MatrixView(TypedDict):
    """Who is named with whom: a triangle of counts, and the pairs in order."""

    names: list[EntityChip]
    totals: list[int]
    rows: list[list[dict[str, int]]]
    """{"count", "step"} for the others that stand before it; step 0 to 4"""
    pairs: list[dict[str, Any]]
    """{"a": EntityChip, "b": EntityChip, "count", "of_a", "of_b": int, "share"}; without what most developments name"""
    left_out: list[str]
    """Names that are in most developments."""
    csv: Link
    json: Link


class TrendsBody(TypedDict):
    """`trends.html`."""

    n: int
    minimum_n: int
    findings: list[Finding]
    findings_of: int
    """How many there are; the page has the newest."""
    method: Link | None
    """Chapter on how they are reckoned, if the hub has it."""
    tested: str
    """How many tests were made, and how many would pass by chance."""
    calendar: CalendarView
    multiples: list[dict[str, Any]]
    """{"id", "name", "href", "n", "chart": Chart, "found"}: every topic on the same scales"""
    series: list[Series]
    tables: list[dict[str, Any]]
    """{"id", "title", "rows": [SubjectRow], "of": int}: topics, entities, terms; `of` is how many there are"""
    momentum: list[MomentumRow]
    unmoved: str
    """Why there is no momentum, in words."""
    marks: list[dict[str, Any]]
    """{"x", "text"}: ratios on the scale of the momentum"""
    matrix: MatrixView | None
    record: list[dict[str, Any]]
    """Track record: see `track_record`"""
    versions: list[dict[str, Any]]
    gaps: list[str]
    """Stretches without coverage, in words."""
    files: list[dict[str, Any]]
    """{"text", "csv": Link | None, "json": Link}"""


class TrendBody(TypedDict):
    """`trend.html`."""

    name: str
    topic: Link
    n: int
    minimum_n: int
    findings: list[Finding]
    findings_of: int
    method: Link | None
    series: list[Series]
    tables: list[dict[str, Any]]
    gaps: list[str]
    cards: list[Card]


class WatchBody(TypedDict):
    """`watch.html`."""

    groups: list[dict[str, Any]]
    """{"id", "title", "count", "items": [WatchView]}: due, open, overdue, decided; `count` is that of all pages"""
    record: list[dict[str, Any]]
    """On the first page only."""
    minimum_n: int
    calendar: Link
    files: list[Link]
    paging: Paging


class CorrectionsBody(TypedDict):
    """`corrections.html`."""

    entries: list[dict[str, Any]]
    """{"date": Day, "kind", "text", "story": Card}"""
    rate: str
    kinds: list[dict[str, Any]]
    """{"kind", "count"}: entries by kind"""
    feed: Link
    files: list[Link]
    paging: Paging


class SearchBody(TypedDict):
    """`search.html`: a list that works without JavaScript, and a form where an index stands beside the pages."""

    index: str
    """href of the index's script; empty where there is none, and then nothing is loaded."""
    count: int
    """Stories of the site; as many as cards unless the list is cut."""
    cards: list[Card]
    entities: Link
    topics: Link
    glossary: Link
    archive: Link


class ArchiveBody(TypedDict):
    """`archive.html`."""

    title: str
    count: int
    """Stories in the whole archive."""
    years: list[dict[str, Any]]
    """{"year", "count", "months": [{"month", "id", "count", "href", "cards": [Card]}]}; a month that is not listed here
    has no cards and the address of its page, one that is has no address"""
    others: list[Link]
    """Years on pages of their own; empty while one page holds them all."""


class AboutBody(TypedDict):
    """`about.html`."""

    title: str
    summary: str
    html: str
    facts: list[str]
    """Numbers of the hub in sentences."""
    levels: dict[str, int]
    """Stories by badge; badges without any left out."""
    more: list[Link]
    """Where to read on."""


class NotFoundBody(TypedDict):
    """`404.html`."""

    search: str
    """href of the search page; empty where there is no index to search in."""
    latest: list[Card]
    topics: list[Link]


class RedirectBody(TypedDict):
    """`redirect.html`: Chrome is there; goes to `target`."""

    target: Link


class FeedBody(TypedDict):
    """`atom.xml`: no Chrome but the site, whose pictures it names."""

    site: SiteView
    id: str
    title: str
    subtitle: str
    self_url: str
    home: str
    """The page of the site that lists the same."""
    hub: str
    """Address of a WebSub hub; empty for none."""
    updated: str
    """RFC 3339."""
    author: str
    author_url: str
    rights: str
    licence: str
    """Address of the licence."""
    language: str
    generator: str
    """Version of Twosource."""
    entries: list[dict[str, Any]]
    """{"id", "title", "url", "published", "updated", "authors": [str], "summary", "html",
    "categories": [{"term", "label", "scheme"}]}"""


class SitemapBody(TypedDict):
    """`sitemap.xml`: no Chrome."""

    urls: list[dict[str, str]]
    """{"loc", "lastmod"}; lastmod may be empty."""


class OpenSearchBody(TypedDict):
    """`opensearch.xml`: no Chrome but the site, whose pictures it names."""

    site: SiteView
    name: str
    """At most 16 characters."""
    long_name: str
    """At most 48 characters."""
    description: str
    """At most 1,024 characters."""
    language: str
    example: str
    """Words to try it with."""
    attribution: str
    """Who made it, and the licence: at most 256 characters."""
    self_url: str
    template: str
