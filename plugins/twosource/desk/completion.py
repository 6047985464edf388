"""`desk completion`: what a shell needs to complete the command line, and the names that it asks for."""

from __future__ import annotations

from argparse import Action, ArgumentParser, Namespace, _SubParsersAction
from collections.abc import Callable, Iterable, Iterator, Mapping

from twosource.desk.hub import UsageError, find_hub
from twosource.newsroom.fields import ID
from twosource.newsroom.files import read_text
from twosource.newsroom.folders import listing
from twosource.newsroom.layout import HUB, STORIES, slug_of
from twosource.newsroom.parsing import parse_hub
from twosource.newsroom.rules import RULES


def run(given: Namespace) -> int:
    """Print the shell's script, or names of one kind, a line each; 0. What is no id is nobody's name, and left out."""
    if given.list:
        # bash expands what it is offered, so that a file named `$(…).md` would be run at the next TAB.
        print("\n".join(filter(ID.fullmatch, NAMES[given.list](given.root))))
        return 0
    if given.shell is None:
        raise UsageError("Name a shell: bash, zsh, fish, tcsh or powershell.")
    import shtab

    from twosource.desk.main import arguments

    parser = arguments()
    _mark(parser, {kind: shtab.cmd(f"desk completion --list {kind} 2>/dev/null") for kind in NAMES}, shtab)
    print(shtab.complete(parser, given.shell))
    return 0


def _stories(root: str | None) -> Iterable[str]:
    """By the names of their files, so that not one has to be read."""
    return sorted(slug_of(path) for path in listing(find_hub(root), STORIES, deep=True).texts)


def _topics(root: str | None) -> Iterable[str]:
    return [topic.id for topic in parse_hub(read_text(find_hub(root), HUB).text, HUB)[0].topics]


def _rules(root: str | None) -> Iterable[str]:
    return RULES


NAMES: Mapping[str, Callable[[str | None], Iterable[str]]] = {"stories": _stories, "topics": _topics, "rules": _rules}
"""Names that a shell asks for while somebody types."""

KINDS: Mapping[tuple[str, str], str] = {("rule", "NAME"): "rules", ("new", "TOPIC"): "topics"}
"""What stands for names of a kind in one word only, by word and metavar."""

PLACES = {"DIR": "DIRECTORY", "FOLDER": "DIRECTORY", "OUTPUT": "DIRECTORY", "FILE": "FILE", "PATH": "FILE"}
"""What stands for a file or a folder, by metavar."""


def _mark(parser: ArgumentParser, names: Mapping[str, object], shtab: object) -> None:
    """Say of every argument what it is completed with."""
    for word, command in _words(parser):
        for action in command._actions:
            found = _completion(word, action, names, shtab)
            if found is not None:
                vars(action)["complete"] = found


def _words(parser: ArgumentParser) -> Iterator[tuple[str, ArgumentParser]]:
    for action in parser._actions:
        if isinstance(action, _SubParsersAction):
            yield from action.choices.items()


def _completion(word: str, action: Action, names: Mapping[str, object], shtab: object) -> object | None:
    metavar = action.metavar if isinstance(action.metavar, str) else ""
    if metavar == "STORY":
        return names["stories"]
    if (word, metavar) in KINDS:
        return names[KINDS[word, metavar]]
    place = PLACES.get(metavar.partition("_")[0])
    return getattr(shtab, place) if place else None
