"""The numbers of independence where there is no hub; a test holds them to `methodology/rubric.yml`."""

from __future__ import annotations

from twosource.newsroom.reference import PublisherKind
from twosource.newsroom.rubric import IndependenceRules, Splittable

INDEPENDENCE = IndependenceRules(
    join_containment=0.20,
    review_containment=0.10,
    same_copy_containment=0.40,
    minimum_hashes=24,
    boilerplate_stories=4,
    byline_hours=48,
    byline_names=3,
    splittable=(Splittable.SITE, Splittable.OWNER, Splittable.TEXT, Splittable.CREDIT, Splittable.BYLINE),
)
"""When two sources count as one."""

NEVER_COUNTS = (PublisherKind.AGGREGATOR,)
"""Kinds of publisher whose pages never count."""
