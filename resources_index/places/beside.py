"""A town with its state: "Dayton Ohio", "springfield mass", "Athens in Georgia"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from resources_index.places import lexicon
from resources_index.places.resolve import Resolver
from resources_index.places.run import Run, Word
from resources_index.places.states import WORDS_TOO, is_full_name, state_by_sound, state_code
from resources_index.places.tables import Tables

TILDE = re.compile("[ñÑ]")
_NO_NAME = frozenset("central downtown rural upstate of a".split())
_BESIDE = 3.3
_LETTERS_OF_A_MISSPELT, _WORDS_OF_A_TOWN = 5, 4
_SMALL_WORDS = ("in", "or", "me", "hi", "de", "as", "ok")


class BesideAState:
    """Weighs runs that end with a state."""

    def __init__(self, tables: Tables, resolver: Resolver) -> None:
        self._tables, self._resolver = tables, resolver

    def weigh(self, run: Run) -> float | None:
        """What a town with its state counts, 0 when the state is more likely a word; None for no such pair."""
        own = run.own
        if own[0].raw == "w":
            # "Someone w MS": with, not West.
            return None
        for cut in range(len(own) - 1, 0, -1):
            lead, last = own[:cut], own[-1]
            code = state_code(" ".join(word.folded for word in own[cut:]), fuzzy=True)
            if code is None and last.raw[:1].isupper() and lead[0].raw[:1].isupper():
                code = state_by_sound(last.folded)
            code = "MT" if last.folded == "mount" and cut == len(own) - 1 else code
            if code is None or TILDE.search(last.raw):
                continue
            linked = _without_link(lead)
            if linked is not None:
                pair = self._town_in_a_state(linked, code, own[cut:])
                if pair is not None:
                    return pair
                continue
            city = " ".join(word.folded for word in lead)
            exact = self._resolver.town_in(city, code)
            # "in" or "me" after a name is a word unless it is written as a code.
            written = last.raw.isupper() or "," in run.message[own[-2].end - 1 : last.start + 1]
            abbreviated = len(last.folded) > 2 and last.raw[:1].isupper()
            risky = last.folded in WORDS_TOO and not (written or abbreviated)
            if exact and self._is_a_word(lead, last):
                return None
            if exact and risky:
                return 0.0 if last.folded in _SMALL_WORDS else 2.2
            if exact or (city in self._tables.vague and not risky):
                return _BESIDE
            cut_short = run.before in lexicon.PARTS_OF_NAMES
            if not risky and not cut_short and self._may_be_misspelt(lead, city, code, run.whole):
                return 2.5
        return None

    def _is_a_word(self, lead: Sequence[Word], last: Word) -> bool:
        """ "From home pa mi mama", "more independence, or less", "adult family home WA"."""
        name = " ".join(word.folded for word in lead)
        if last.folded not in WORDS_TOO or not lead[-1].raw.islower():
            return False
        return name in (self._tables.town_words if last.raw.islower() else self._tables.everyday)

    def _town_in_a_state(
        self, town: Sequence[Word], code: str, state: Sequence[Word]
    ) -> float | None:
        """ "Athens in Georgia"; not "a house in Georgia"."""
        city = " ".join(word.folded for word in town)
        if not is_full_name(" ".join(word.folded for word in state)):
            return None
        usual = all(word.folded in self._tables.everyday for word in town)
        named = all(word.raw[:1].isupper() for word in town)
        if (usual or city in lexicon.ORDINARY) and not named:
            return None
        return _BESIDE if self._resolver.town_in(city, code) else None

    def _may_be_misspelt(self, lead: Sequence[Word], city: str, code: str, whole: bool) -> bool:
        first = lead[0].folded
        if len(lead) > _WORDS_OF_A_TOWN or {"in", "of", "and", "en", "y", "the"} & {
            w.folded for w in lead[1:]
        }:
            return False
        if len(city) < _LETTERS_OF_A_MISSPELT or first in _NO_NAME | lexicon.LIVES:
            return False
        if any(word.folded in self._tables.everyday for word in lead[:1]) and len(lead) == 1:
            return False
        return self._resolver.misspelt_town_in(city, code, sure=not whole)


def _without_link(lead: Sequence[Word]) -> Sequence[Word] | None:
    """The words before "in" or "in the" at the end; None where there is no such end."""
    for link in (2, 1):
        ending = " ".join(word.folded for word in lead[-link:])
        if len(lead) > link and ending in lexicon.LINKS_TO_A_STATE:
            return lead[:-link]
    return None
