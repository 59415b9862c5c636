"""Find the place in a message, and of several the one where help is needed.

finder.py and numbers.py list what may be a place, chooser.py says which is meant; company.py knows what names say of
each other: which state's Nashville, between which towns.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from resources_index.places.answers import Ambiguous, Mention, Resolved, Unknown
from resources_index.places.chooser import Chooser
from resources_index.places.clues import Clues
from resources_index.places.company import Company
from resources_index.places.finder import NameFinder
from resources_index.places.military import without_military_mail
from resources_index.places.named import Named
from resources_index.places.numbers import NumberFinder
from resources_index.places.resolve import Resolver
from resources_index.places.run import Run
from resources_index.places.said import Said
from resources_index.places.tables import Tables

_ASKED_FOR = 9.0
# "Pine Ridge reservation, South Dakota": words between a town and its state.
_FILLER = re.compile(
    r"\b(?:(?:indian )?reservation|rez|twp\.?|township|nation|pueblo)\b(?:,? in\b)?(?=[\s,]+[A-Za-z])",
    re.IGNORECASE,
)


class MentionFinder:
    """Finds mentions with the help of the tables and the resolver; `weights` are the chooser's."""

    def __init__(self, tables: Tables, resolver: Resolver) -> None:
        self._resolver = resolver
        self._numbers = NumberFinder(resolver)
        self._names = NameFinder(tables, resolver)
        self._company = Company(tables, resolver)
        self._chooser = Chooser(Clues(tables), tables.weights)

    def find(self, message: str, asked: bool) -> list[Mention]:
        """Mentions, the one where help is needed first; `asked` says that the bot has just asked for it."""
        message = without_military_mail(message)
        if message.strip() in ("LA", "la", "La"):
            return [self._city_or_louisiana(message)]
        exact = self._company.said_exactly(message)
        found = self._chosen(message, asked)
        if exact is not None:
            # "Between Flagstaff and Winslow, still Coconino County".
            told = [mention for mention in found if _says_its_county(mention)]
            return told if told and isinstance(exact.answer, Ambiguous) else [exact]
        said = _FILLER.sub(lambda filler: " " * len(filler.group()), message)
        if said != message and not any(_is_within_a_state(mention) for mention in found):
            found = self._chosen(said, asked) or found
        if found or not asked:
            return found
        return self._whole(message)

    def names(self, said: Said) -> list[Named]:
        """All that may be a place."""
        numbers = [_named(said, mention) for mention in self._numbers.find(said.message)]
        others = self._names.find(said)
        return [
            *numbers,
            *(name for name in others if not any(name.overlaps(number) for number in numbers)),
        ]

    def _chosen(self, message: str, asked: bool) -> list[Mention]:
        said = Said.read(message)
        names = self.names(said)
        mentions = [
            _mention(message, name, worth)
            for worth, name in self._chooser.choose(said, names, asked)
        ]
        others = [_mention(message, name, 0.0) for name in names]
        return self._company.sorted_out(message, mentions, others)

    def _city_or_louisiana(self, message: str) -> Mention:
        """Two letters alone are the city or the state."""
        choices = [self._resolver.resolve(name) for name in ("Los Angeles, CA", "Louisiana")]
        places = tuple(answer.place for answer in choices if isinstance(answer, Resolved))
        return Mention(0, len(message), message.strip(), Ambiguous(places), _ASKED_FOR)

    def _whole(self, message: str) -> list[Mention]:
        answer = self._resolver.resolve(message)
        if isinstance(answer, Unknown) and not answer.suggestions:
            return []
        return [Mention(0, len(message), message.strip(), answer, _ASKED_FOR)]


def _named(said: Said, mention: Mention) -> Named:
    """A ZIP as a name among others."""
    own = [
        at
        for at, word in enumerate(said.words)
        if word.start < mention.end and word.end > mention.start
    ]
    return Named(Run(said.message, said.words, own[0], len(own)), mention.answer, "zip")


def _mention(message: str, name: Named, worth: float) -> Mention:
    run = name.run
    end = run.end - run.own[-1].ends_sentence
    return Mention(run.start, end, message[run.start : end], name.answer, worth)


def main_place(mentions: Sequence[Mention]) -> Mention | None:
    """The mention to act on."""
    return next(iter(m for m in mentions if not isinstance(m.answer, Unknown)), None)


def _says_its_county(mention: Mention) -> bool:
    """Whether it is a ZIP or a county."""
    return isinstance(mention.answer, Resolved) and mention.answer.place.kind in ("zip", "county")


def _is_within_a_state(mention: Mention) -> bool:
    return not isinstance(mention.answer, Resolved) or bool(mention.answer.place.counties)
