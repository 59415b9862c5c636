"""Find the place in a message, and of several the one where help is needed.

Every run of one to four words that names a place is a candidate. Evidence around it decides whether it
is meant as a place at all (a state beside it, a preposition before it, its kind or size), and whose
place it is (lives in, moved from, the writer sits in … while somebody else needs help).
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from resources_index.places import lexicon
from resources_index.places.answers import Ambiguous, Mention, Resolved, Unknown
from resources_index.places.company import Company
from resources_index.places.evidence import KINDS, MEANT, Evidence
from resources_index.places.fold import fold
from resources_index.places.numbers import NumberFinder
from resources_index.places.resolve import Resolver
from resources_index.places.run import Run, Word
from resources_index.places.tables import Tables
from resources_index.places.whose import whose

_WORD = re.compile(r"[A-Za-zÀ-ÿ0-9][A-Za-zÀ-ÿ0-9'’.\-]*")
_ARTICLES = frozenset(["el", "the", "la", "in", "en", "de"])
_NEVER_FIRST = lexicon.BEFORE_PLACE | {"out", "over", "up", "down"}
_LONGEST = 6
_NO_NAME_BEGINS = (lexicon.LIVES | lexicon.WRITER) - {"home", "house"}
# "Pine Ridge reservation, South Dakota": words between a town and its state.
_FILLER = re.compile(
    r"\b(?:(?:indian )?reservation|rez|twp\.?|township|nation|pueblo)\b(?:,? in\b)?(?=[\s,]+[A-Za-z])",
    re.IGNORECASE,
)
# A service member's address is no place in the country.
_MILITARY = re.compile(r"\b[ADF]PO,? A[AEP]\b", re.IGNORECASE)


class MentionFinder:
    """Finds mentions with the help of the tables and the resolver."""

    def __init__(self, tables: Tables, resolver: Resolver) -> None:
        self._tables = tables
        self._resolver = resolver
        self._numbers = NumberFinder(resolver)
        self._company = Company(tables, resolver)
        self._weights = Evidence(tables, resolver)

    def find(self, message: str, hints: Sequence[str], asked: bool) -> list[Mention]:
        """Mentions, the one where help is needed first."""
        if _MILITARY.search(message):
            return []
        if message.strip() in ("LA", "la", "La"):
            return [self._city_or_louisiana(message)]
        found = self._numbers.find(message)
        if found:
            return sorted(found, key=lambda mention: -mention.score)
        exact = self._company.said_exactly(message)
        if exact is not None:
            return [exact]
        said = _FILLER.sub(lambda filler: " " * len(filler.group()), message)
        found = self._named(message, hints)
        if said != message and not any(_has_a_county(mention) for mention in found):
            found = self._named(said, hints) or found
        if found or not asked:
            return self._company.sorted_out(message, found)
        return self._whole(message)

    def _city_or_louisiana(self, message: str) -> Mention:
        """Two letters alone are the city or the state."""
        choices = [self._resolver.resolve(name) for name in ("Los Angeles, CA", "Louisiana")]
        places = tuple(answer.place for answer in choices if isinstance(answer, Resolved))
        return Mention(0, len(message), message.strip(), Ambiguous(places), MEANT)

    def _whole(self, message: str) -> list[Mention]:
        answer = self._resolver.resolve(message)
        if isinstance(answer, Unknown) and not answer.suggestions:
            return []
        return [Mention(0, len(message), message.strip(), answer, MEANT)]

    def _named(self, message: str, hints: Sequence[str], state: str | None = None) -> list[Mention]:
        """Mentions by name, in their order; `state` is one that the message names by itself."""
        words = [
            Word(m.start(), m.end(), m.group(), fold(m.group())) for m in _WORD.finditer(message)
        ]
        found: list[Mention] = []
        at = 0
        while at < len(words):
            since = found[-1].end if found else 0
            mention, used = self._at(message, words, at, hints, state, since)
            if mention is not None:
                found.append(mention)
            at += max(1, used)
        states = [m.answer.place.state for m in found if isinstance(m.answer, Resolved)]
        if state is None and states and not any(_has_a_county(mention) for mention in found):
            # "In Nueva Jersey, en Elizabeth": a state alone makes a town of it likely.
            return self._named(message, hints, states[0])
        return found

    def _at(
        self,
        message: str,
        words: list[Word],
        at: int,
        hints: Sequence[str],
        state: str | None,
        since: int,
    ) -> tuple[Mention | None, int]:
        """The best place that begins at word `at`, and how many words it takes."""
        for length in range(min(_LONGEST, len(words) - at), 0, -1):
            run = Run(message, words, at, length)
            if self._begins_with_an_article(run.own) or run.own[0].folded in _NEVER_FIRST:
                continue
            if length > 1 and run.own[0].folded in _NO_NAME_BEGINS:
                continue
            if any(_breaks(message, a, b) for a, b in itertools.pairwise(run.own)):
                continue
            evidence = self._weights.weigh(run, hints, state)
            if evidence < MEANT:
                continue
            end = run.end - run.own[-1].ends_sentence
            text = message[run.start : end]
            answer = self._resolver.resolve(text, state)
            if isinstance(answer, Unknown):
                continue
            score = evidence + whose(message, run.start, end, since)
            return Mention(run.start, end, text, answer, score), length
        return None, 1

    def _begins_with_an_article(self, run: Sequence[Word]) -> bool:
        """ "The county", but not De Kalb County."""
        if run[0].folded not in _ARTICLES or not any(word.folded in KINDS for word in run):
            return False
        return " ".join(word.folded for word in run[:2]) not in self._tables.counties_by_name


def _breaks(message: str, first: Word, second: Word) -> bool:
    """Whether more than a space or a comma stands between two words."""
    between = message[first.end : second.start].strip()
    return between not in ("", ",") or first.ends_sentence


def main_place(mentions: Sequence[Mention]) -> Mention | None:
    """The mention to act on: the best resolved one, else the best ambiguous one."""
    resolved = [m for m in mentions if isinstance(m.answer, Resolved)]
    ambiguous = [m for m in mentions if isinstance(m.answer, Ambiguous)]
    return next(iter([*resolved, *ambiguous]), None)


def _has_a_county(mention: Mention) -> bool:
    return isinstance(mention.answer, Resolved) and bool(mention.answer.place.counties)
