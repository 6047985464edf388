"""What holds for every story, in sentences that readers are told; each has a test that looks for exceptions."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Property:
    """One thing that no story can break."""

    name: str
    """Permanent name; its test is the function `test_` and this name, with underscores."""
    sentence: str
    """What holds, for readers."""


PROPERTIES: tuple[Property, ...] = (
    Property("one-cluster-each", "Every source of a story stands in exactly one cluster."),
    Property("any-order", "The order in which sources, quotations, joins and stories are written changes no number."),
    Property(
        "copies-never-raise",
        "A copy, a relay or a second article of the same owner, quoted for nothing but what its original is quoted for,"
        " never raises the number of independent sources or the impact, nor the confidence as long as no fewer"
        " independent sources contradict.",
    ),
    Property("fewer-joins-never-lower", "Leaving out a join never lowers the number of independent sources."),
    Property(
        "independent-never-lowers",
        "A further independent source that contradicts nothing never lowers the number of independent sources or the"
        " confidence.",
    ),
    Property(
        "less-evidence-never-raises",
        "Taking away a quotation in support never raises the number of independent sources or the confidence.",
    ),
    Property(
        "single-never-verified",
        "No story with fewer than two independent sources is called verified, nor one that a source we hold"
        " contradicts in an essential fact.",
    ),
    Property(
        "never-more-than-shown",
        "The number of independent sources is never larger than that of the clusters shown, nor than that of the"
        " publications.",
    ),
    Property("worthless-changes-nothing", "A source that never counts changes no number, whatever it says or copies."),
    Property(
        "recomputed",
        "Counts, badge, confidence and impact can be reckoned again from the story's published JSON alone.",
    ),
)
"""Every property, in the order in which readers are told."""


def property_of(test: str) -> str:
    """The property that a test is named for: `test_any_order_of_joins` tests `any-order`; empty for none."""
    stem = test.removeprefix("test_").replace("_", "-")
    names = [each.name for each in PROPERTIES if stem == each.name or stem.startswith(f"{each.name}-")]
    return max(names, key=len, default="")
