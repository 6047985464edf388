"""`desk explain`: why a story has its badge, and why not a higher one."""

from __future__ import annotations

import sys
from argparse import Namespace

from twosource.desk.clock import as_of
from twosource.desk.explanation import explanation
from twosource.desk.hub import UsageError, find_hub, find_stories
from twosource.desk.paint import Paint
from twosource.desk.report import closing, in_text
from twosource.newsroom.problems import Severity
from twosource.newsroom.story import Story
from twosource.verification.review import review


def run(given: Namespace) -> int:
    """Explain one story; 1 where its errors keep it from being judged."""
    root = find_hub(given.root)
    found = review(root, as_of(given.as_of))
    stories = find_stories(root, found.library.stories, given.story)
    if len(stories) > 1:
        names = ", ".join(story.path for story in stories[:5])
        raise UsageError(f"{given.story} means {len(stories)} stories; name one of them: {names}")
    story, paint = stories[0], Paint.for_stream(sys.stdout)
    verdict = found.verdicts.get(story.slug)
    if verdict is not None:
        print(explanation(story, verdict, found.library, paint))
        return 0
    mine = [problem for problem in found.problems if problem.place.path == story.path]
    mine = mine or [problem for problem in found.problems if problem.severity is Severity.ERROR]
    print(f"{story.path} cannot be judged{_for_want(story)}:\n\n{in_text(mine, root, paint)}\n\n{closing(mine)}")
    return 1


def _for_want(story: Story) -> str:
    """What a badge is reckoned from and a fresh draft does not have; empty where something else is the matter."""
    needed = {"sources": story.sources, "key facts": story.facts}
    missing = " and no ".join(name for name, held in needed.items() if not held)
    return f" yet, for it has no {missing}; a badge counts independent sources of each key fact" if missing else ""
