"""Every rule by its permanent name: what it asks, how much it weighs, and what to do when it is broken."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from twosource.newsroom.problems import Place, Problem, Severity

ERROR, WARNING = Severity.ERROR, Severity.WARNING


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the checks."""

    name: str
    """Permanent name."""
    severity: Severity
    """Whether breaking it stops the press."""
    what: str
    """What is wrong when it fires."""
    remedy: str
    """What to do about it."""


_TABLE = (
    # files and YAML
    ("file-missing", ERROR, "A file that every hub has is not there.", "Create it."),
    ("file-unreadable", ERROR, "A file cannot be opened.", "Check its kind and its permissions."),
    ("file-too-large", ERROR, "A text file is larger than any story can be.", "Check that it is text; split it."),
    (
        "file-ignored",
        WARNING,
        "A file looks like content and is not read.",
        "Give it the ending .md and put it into the folder itself.",
    ),
    ("not-utf-8", ERROR, "A file is not encoded as UTF-8.", "Save it as UTF-8."),
    ("merge-conflict", ERROR, "The marks of an unfinished merge stand in a file.", "Keep one side, and no mark."),
    ("no-front-matter", ERROR, "A Markdown file has no front matter between two `---` lines.", "Write it."),
    (
        "front-matter-cut",
        ERROR,
        "A stray `---` ends the front matter before its last key.",
        "Take it out; the next `---` ends it.",
    ),
    (
        "yaml-syntax",
        ERROR,
        "The YAML cannot be read.",
        "Mend quotation marks, colons or indentation at the place shown.",
    ),
    ("yaml-tab", ERROR, "A tab stands where YAML wants spaces.", "Indent with spaces."),
    (
        "yaml-character",
        ERROR,
        "A control character, or one that turns the direction of the text, stands in a file.",
        "Delete it.",
    ),
    ("yaml-anchor", ERROR, "An anchor or alias is used.", "Write the value out."),
    ("yaml-tag", ERROR, "A YAML tag is used.", "Take it out or quote the value."),
    ("yaml-depth", ERROR, "Values are nested far deeper than the format needs.", "Check brackets and indentation."),
    ("yaml-documents", ERROR, "A file holds more than one YAML document.", "Keep one."),
    ("duplicate-key", ERROR, "A key is written twice in one place.", "Keep one of the two."),
    # the form
    (
        "unknown-key",
        ERROR,
        "A key is not part of the format; badges and counts cannot be typed.",
        "Correct or remove it.",
    ),
    ("missing-key", ERROR, "A key that the format needs is absent.", "Add it."),
    ("missing-value", ERROR, "A key has no value.", "Fill it in, or remove an optional key."),
    ("wrong-type", ERROR, "A value is not of the kind that its key takes.", "Write it as the hint shows."),
    ("unknown-word", ERROR, "A value is not one of the words that its key takes.", "Choose one of them."),
    ("too-few", ERROR, "A list has fewer entries than it needs.", "Add an entry."),
    ("bad-id", ERROR, "An id is not lower-case words and digits joined by hyphens.", "Write it so."),
    ("bad-url", ERROR, "An address is not a whole http or https address.", "Write the whole address."),
    ("bad-date", ERROR, "A date is not in one of the forms of the format, or no such day exists.", "Write 2025-10-14."),
    ("bad-origin", ERROR, "An origin is none of the five forms.", "Write own, or {wire: NAME} and the like."),
    ("bad-alias", ERROR, "A former address does not begin and end with a slash.", "Write /old/address/."),
    # identity and addresses
    (
        "duplicate-slug",
        ERROR,
        "Two stories have one slug, and so one address.",
        "Rename one of the files or give it a `slug:`.",
    ),
    ("duplicate-id", ERROR, "An id is given twice in one list.", "Rename one."),
    ("duplicate-fact", ERROR, "A key fact is named twice in one list.", "Take one out, or correct its number."),
    ("address-taken", ERROR, "Two pages claim one address.", "Remove or change the alias."),
    (
        "moved-without-alias",
        ERROR,
        "A published story changed its address and the old one leads nowhere.",
        "Add it to `aliases:`.",
    ),
    # against an earlier commit: `desk diff`
    (
        "stealth-edit",
        ERROR,
        "Something that readers of a published story were told has changed, and its change log does not say so.",
        "Add an entry to `changes:`.",
    ),
    (
        "story-removed",
        ERROR,
        "A story that readers could see is gone or hidden.",
        "Keep it, and retract it with a reason.",
    ),
    (
        "rubric-unversioned",
        ERROR,
        "A rule of the rubric changed and its version did not.",
        "Raise the version and say in its change log what changed and why.",
    ),
    # references
    ("unknown-topic", ERROR, "A story's category is none of the hub's topics.", "Choose a topic of content/site.yml."),
    (
        "unknown-publisher",
        ERROR,
        "A source's publisher is not in the registry.",
        "Add it to methodology/publishers.yml.",
    ),
    ("unknown-entity", ERROR, "An entity is not in content/entities.", "Add its file, or correct the id."),
    (
        "unknown-source",
        ERROR,
        "A quote, citation or origin names a source that the story does not have.",
        "Correct the id.",
    ),
    ("unknown-fact", ERROR, "A key fact is referred to that the story does not have.", "Correct the number."),
    ("unknown-story", ERROR, "A related story does not exist.", "Correct the slug."),
    ("unknown-term", ERROR, "A glossary term does not exist.", "Add its file to glossary/, or correct the name."),
    (
        "unknown-rubric-value",
        ERROR,
        "The methodology refers to a number that the rubric does not have.",
        "Correct the path.",
    ),
    (
        "malformed-mark",
        WARNING,
        "Words look like a mark and are none, so that readers see them as they stand.",
        "Write [@source-id], {fact 3} or [[term]].",
    ),
    (
        "dead-link",
        WARNING,
        "A link in a text leads to an address of this site, or to a place on the page, that does not exist.",
        "Correct it.",
    ),
    (
        "dropped-link",
        WARNING,
        "A link or picture in a text cannot be printed as such.",
        "Write a whole https address, or one that begins with a single slash.",
    ),
    # excuses
    ("unknown-rule", ERROR, "A file excuses a rule that does not exist.", "Correct the name."),
    (
        "ignore-forbidden",
        ERROR,
        "A file excuses a rule that nobody may excuse.",
        "Take the entry out, and mend what the rule reports.",
    ),
    ("ignore-idle", WARNING, "A file excuses what is not there.", "Take the entry out."),
    # facts and their words
    (
        "no-essential-fact",
        ERROR,
        "No key fact is marked as essential, so that the story rests on nothing.",
        "Mark one.",
    ),
    ("claim-without-speaker", ERROR, "A claim or forecast has no speaker.", "Name the speaker, or make it a fact."),
    (
        "fact-with-speaker",
        ERROR,
        "A fact has a speaker: then it is a claim.",
        "Make it a claim, or take the speaker out.",
    ),
    (
        "claim-not-attributed",
        WARNING,
        "A claim or forecast is not worded as one.",
        "Name the speaker or say who says it.",
    ),
    ("characterisation", ERROR, "A characterisation is printed as a fact.", "Say what happened, or make it a claim."),
    ("relative-time", ERROR, "A time is given relative to the day of writing.", "Give the date."),
    ("number-in-text", ERROR, "A list entry begins with its own number.", "Take the number out: the list counts."),
    # dates
    (
        "written-before-date",
        ERROR,
        "A story was written before the development that it tells.",
        "Correct one of the dates.",
    ),
    ("updated-before-date", ERROR, "A story was updated before it was published.", "Correct one of the dates."),
    (
        "change-outside-dates",
        ERROR,
        "A change is dated before the story or after its last update.",
        "Correct the date or `updated:`.",
    ),
    ("expires-before-date", ERROR, "A story expires before it is published.", "Correct one of the dates."),
    (
        "source-after-story",
        WARNING,
        "A source is younger than the story that rests on it.",
        "Check the date or set `updated:`.",
    ),
    (
        "fact-after-story",
        ERROR,
        "A key fact holds as of a day after the story's last.",
        "Correct `as_of:`, or set `updated:`.",
    ),
    ("event-dated-twice", ERROR, "One event has two dates.", "Correct one of them."),
    ("watch-due-before-story", ERROR, "A forecast was due before the story was written.", "Correct the date."),
    (
        "watch-undecided",
        ERROR,
        "A decided forecast lacks its date or its evidence.",
        "Add `decided_on:` and `evidence:`.",
    ),
    ("watch-decided-open", ERROR, "An open forecast has a date of decision or an outcome.", "Set its status."),
    # parties, outlook, quotes
    ("affected-not-mentioned", ERROR, "An affected party is not among those mentioned.", "Add it to `mentioned:`."),
    ("entity-type", ERROR, "An entity that is a country is labelled as something else.", "Set `type: country`."),
    ("duplicate-name", WARNING, "Two entities or terms share a name.", "Rename one, or remove the alias."),
    ("pull-quote-missing", ERROR, "The pull quote is no quote of the story.", "Point it to a key fact's evidence."),
    ("quote-too-short", ERROR, "A quote is too short to carry anything.", "Quote the words that carry the fact."),
    (
        "quote-too-long",
        ERROR,
        "A quote is longer than the rubric allows.",
        "Shorten it to the words that carry the fact.",
    ),
    ("quote-cut-off", ERROR, "A pull quote breaks off in mid-sentence.", "End it where the thought ends."),
    ("origin-loop", ERROR, "Sources name each other as origin in a circle.", "Find out which came first."),
    (
        "origin-younger",
        WARNING,
        "A source names as its origin one that was published later.",
        "Turn the two round, or correct one of the dates.",
    ),
    (
        "retracted-without-reason",
        ERROR,
        "A story is retracted and its changes do not say so.",
        "Add a change of kind retraction.",
    ),
    (
        "boilerplate",
        WARNING,
        "Two stories share a paragraph word for word.",
        "Write it for this story, or put it in the methodology.",
    ),
    (
        "placeholder-contact",
        WARNING,
        "The address for reports of errors is the one that a new hub begins with.",
        "Write your own under `contact:` in content/site.yml.",
    ),
    # rubric
    ("rubric-weights", ERROR, "The weights of impact do not add up to 1.", "Correct them."),
    ("rubric-order", ERROR, "Thresholds of the rubric stand in the wrong order.", "Correct them."),
    ("rubric-version", ERROR, "The rubric's version is not the newest of its change log.", "Log the change."),
    # fetching
    ("fetch-failed", ERROR, "A source gave no whole answer.", "Try again later, or lock a saved page with --from."),
    ("fetch-gone", ERROR, "A source's page is not there any more.", "Lock an archived copy, or take the source out."),
    ("fetch-refused", ERROR, "A site does not let the desk read a page.", "Lock a saved page with --from."),
    ("fetch-robots", ERROR, "A site's robots.txt asks programs to keep off.", "Lock a saved page with --from."),
    ("fetch-address", ERROR, "An address leads to where nothing may be fetched.", "Give the public address."),
    ("fetch-redirects", ERROR, "A source's address redirects without end.", "Give the page's own address."),
    ("fetch-too-large", ERROR, "A source sends more than a page can hold.", "Lock its text with --from."),
    ("fetch-too-slow", ERROR, "A source takes longer than a fetch may.", "Try again later, or use --from."),
    ("fetch-unreadable", ERROR, "A page came and no text can be read from it.", "Lock its text with --from."),
    (
        "quote-gone",
        ERROR,
        "A source no longer says what its locked copy says.",
        "Read the source anew; correct the story, or lock a saved page.",
    ),
    # evidence
    ("lock-unreadable", ERROR, "A lock file cannot be read.", "Run desk lock again."),
    (
        "lock-without-story",
        WARNING,
        "A lock lies beside no story, so that what was found counts for nothing.",
        "Rename it with its story, or take it out.",
    ),
    (
        "quote-not-found",
        ERROR,
        "A quote was not found in the saved copy of its source.",
        "Correct the quote, then run desk lock.",
    ),
    (
        "evidence-unseen",
        WARNING,
        "A quote's source has no saved copy, so that it counts for nothing.",
        "Run desk lock with a copy.",
    ),
    (
        "publisher-address",
        ERROR,
        "A source's address is on no domain of its publisher.",
        "Name the publisher of that site, or add the domain to the registry.",
    ),
    (
        "quote-too-common",
        WARNING,
        "A quote is so short or so common that finding it proves little.",
        "Quote more of the sentence.",
    ),
    ("source-changed", ERROR, "A source's address is not the one that was locked.", "Run desk lock again."),
    (
        "gate-refused",
        ERROR,
        "The gate does not let the story be published.",
        "Find another source, or see desk explain.",
    ),
    (
        "figure-without-evidence",
        ERROR,
        "A figure of a fact stands in none of its supporting quotes.",
        "Quote it, or take it out.",
    ),
    (
        "sources-disagree",
        ERROR,
        "Supporting quotes of one fact give different figures.",
        "Show both or the range, or mark one as contradicting.",
    ),
    (
        "stories-disagree",
        WARNING,
        "Two stories give different figures for one fact and one time.",
        "Correct one, or say in both for when and by whom.",
    ),
    (
        "quote-without-evidence",
        ERROR,
        "The analysis quotes words that are no evidence of the story.",
        "Add them as evidence.",
    ),
    (
        "origin-not-declared",
        WARNING,
        "The saved copy credits somebody else and the source declares no origin.",
        "Declare it.",
    ),
    (
        "copy-suspected",
        WARNING,
        "Two sources share text, less than joins them and more than chance.",
        "Read both; declare the origin.",
    ),
    (
        "release-not-joined",
        WARNING,
        "A source rests on a release, and the story's press release is not joined to it.",
        "Name it by its title, or as the source.",
    ),
    (
        "outlook-contradicts",
        ERROR,
        "The outlook and the effect on its party point opposite ways.",
        "Correct one of them.",
    ),
    ("cites-ourselves", ERROR, "A source cites this hub.", "Name the source behind it."),
)

RULES: Mapping[str, Rule] = {row[0]: Rule(*row) for row in _TABLE}
"""Every rule, in the order in which the documentation prints them."""


def found(place: Place, rule: str, message: str, hint: str) -> Problem:
    """A problem with the severity of its rule."""
    return Problem(place, rule, message, hint, RULES[rule].severity)
