"""What the places of one message say of each other: which state's Nashville, between which towns, which part of which."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from resources_index.places.answers import Ambiguous, Mention, Resolved
from resources_index.places.counties import KIND, SPANISH
from resources_index.places.denied import denied
from resources_index.places.fold import fold
from resources_index.places.model import Place
from resources_index.places.near_by import Landmarks, by_nearness
from resources_index.places.resolve import Resolver
from resources_index.places.states import is_full_name, state_code
from resources_index.places.tables import Tables
from resources_index.places.within import Parts

_WORD = re.compile(r"[\w'’.\-]+")
_SIDE = re.compile(r"^\s*(?:side|one|lado)\b", re.IGNORECASE)
_THE_ONE_IN = re.compile(r"\b(?:the )?one in$|\b(?:la|el|lado) de$")
_BETWEEN = re.compile(
    r"\b(?:between|entre|(?:border|line) (?:of|between))\s+(?P<a>[^,.;!?]+?)\s+(?:and|y|&)\s+(?P<b>[^.;!?]+)",
    re.IGNORECASE,
)
_PART_OF = re.compile(r"\s+(?:of|de|section of|area of)\s+", re.IGNORECASE)
_SAID_EXACTLY = 9.0
_KINDS_BY_SIZE = {"zip": 0, "city": 1, "county": 2, "state": 3}
_WORDS_OF_A_TOWN = 3
_WORDS_BEFORE = 9


class Company:
    """Weighs mentions of one message against each other."""

    def __init__(self, tables: Tables, resolver: Resolver) -> None:
        self._tables, self._resolver = tables, resolver
        self._landmarks, self._parts = Landmarks(tables), Parts(tables)

    def said_exactly(self, message: str) -> Mention | None:
        """A place that is told by two others, or by which state's it is."""
        return self._between(message) or self._which_state(message)

    def sorted_out(
        self, message: str, mentions: list[Mention], names: Sequence[Mention] = ()
    ) -> list[Mention]:
        """The mentions, the likeliest first, as they look beside each other and all other `names` of the message."""
        kept = [m for m in mentions if not any(_is_a_part(message, m, other) for other in mentions)]
        clear = _not_the_other(message, _by_state(kept), names)
        clear = by_nearness(clear, self._landmarks.named_in(message))
        return _narrowest(_by_choices(self._parts.put_right(message, clear)))

    def _between(self, message: str) -> Mention | None:
        """ "Between Salina and Hays": which is nearer only the person can say, unless one county holds both."""
        found = _BETWEEN.search(message)
        if found is None:
            return None
        second, state = self._first_words(found["b"], None)
        first, here = self._first_words(found["a"], state)
        if first is None:
            first, here = self._first_words(found["a"], None)
        state = here or state
        if second is None and state is not None:
            second, _ = self._first_words(found["b"], state)
        if first is None or second is None:
            return None
        counties = {place.main_county.fips for place in (first, second) if place.main_county}
        answer = Resolved(first) if len(counties) == 1 else Ambiguous((first, second))
        rest = fold(found["b"] + message[found.end() :])
        once, twice = fold(first.city or "-"), fold(second.city or "-")
        again = [first] if once in rest else [second] if rest.count(twice) > 1 else []
        if len(again) == 1:
            # "… but our mail comes from Selma".
            answer = Resolved(again[0])
        return Mention(found.start(), found.end(), found.group(), answer, _SAID_EXACTLY)

    def _first_words(self, text: str, state: str | None) -> tuple[Place | None, str | None]:
        """The place that the longest beginning of `text` names, and its state."""
        words = text.split()
        for length in range(min(4, len(words)), 0, -1):
            name = fold(" ".join(words[:length]))
            if name in self._tables.town_words | self._tables.everyday and words[0].islower():
                continue
            answer = self._resolver.resolve(" ".join(words[:length]).strip(" ,"), state)
            if isinstance(answer, Resolved):
                return answer.place, answer.place.state
        return None, None

    def _which_state(self, message: str) -> Mention | None:
        """ "KC but the Kansas side", "Nashville, the one in Indiana": the town before it, in that state."""
        words = list(_WORD.finditer(message))
        for at in range(len(words)):
            for length in (2, 1):
                run = words[at : at + length]
                start, end = run[0].start(), run[-1].end()
                name = fold(message[start:end])
                code = state_code(name)
                if code is None or not (is_full_name(name) or message[start:end].isupper()):
                    continue
                before = fold(message[:start])
                one = _SIDE.match(message[end:]) or _THE_ONE_IN.search(before)
                if one is None or denied(message, start, end, others=True):
                    continue
                town = self._town_before(message, words[:at], code)
                if town is not None:
                    return town
        return None

    def _town_before(
        self, message: str, words: Sequence[re.Match[str]], state: str
    ) -> Mention | None:
        for last in range(len(words), max(0, len(words) - _WORDS_BEFORE), -1):
            for length in range(min(_WORDS_OF_A_TOWN, last), 0, -1):
                start, end = words[last - length].start(), words[last - 1].end()
                name = fold(message[start:end])
                nick = self._tables.nicknames.get(f"{name} {state.lower()}", "")
                county = KIND.search(name) or SPANISH.match(name)
                if not nick and not county and not self._resolver.town_in(name, state):
                    continue
                if name in self._tables.everyday and not message[start].isupper() and not nick:
                    continue
                answer = self._resolver.resolve(nick or f"{message[start:end]}, {state}")
                if isinstance(answer, Resolved) and answer.place.state == state:
                    return Mention(start, end, message[start:end], answer, _SAID_EXACTLY)
        return None


def _is_a_part(message: str, mention: Mention, other: Mention) -> bool:
    """ "The East End of Houston" is no town called East End; "Sugar Hill, Harlem, New York" none of Georgia."""
    if other.start <= mention.end or not isinstance(other.answer, Resolved):
        return False
    between, place = message[mention.end : other.start], other.answer.place
    if _PART_OF.fullmatch(between):
        return place.kind != "state"
    own = mention.answer.place.state if isinstance(mention.answer, Resolved) else None
    words = fold(other.text).split()
    with_state = any(state_code(" ".join(words[-length:])) == place.state for length in (1, 2))
    return between.strip() == "," and with_state and own not in (None, place.state)


def _by_choices(mentions: list[Mention]) -> list[Mention]:
    """ "Nassau County on Long Island": the one choice that two of them share."""
    lists = [m.answer.choices for m in mentions if isinstance(m.answer, Ambiguous)]
    if len(lists) != 2:
        return mentions
    shared = [place for place in lists[0] if place.label in {other.label for other in lists[1]}]
    if len(shared) != 1:
        return mentions
    clear = Resolved(shared[0])
    return [
        replace(m, answer=clear if isinstance(m.answer, Ambiguous) else m.answer) for m in mentions
    ]


def _by_state(mentions: list[Mention]) -> list[Mention]:
    """Of several Camdens the one in the state of the other places in the message, where only one is."""
    states: set[str | None] = _states(mentions)
    vague: set[str | None] = {state for m in mentions if (state := _one_state(m)) is not None}
    if not states and len(vague) == 1 and len(mentions) > 1:
        states = vague
    better = []
    for mention in mentions:
        choices = mention.answer.choices if isinstance(mention.answer, Ambiguous) else ()
        here = [place for place in choices if place.state in states]
        clear = Resolved(here[0]) if len(here) == 1 and len(states) == 1 else mention.answer
        better.append(replace(mention, answer=clear))
    return better


def _not_the_other(
    message: str, mentions: list[Mention], names: Sequence[Mention]
) -> list[Mention]:
    """ "I said Erie not Philadelphia": who is misheard within a state means its Erie, where that is the largest one."""
    others = {
        name.answer.place.state
        for name in names
        if isinstance(name.answer, Resolved) and denied(message, name.start, name.end, others=True)
    }
    better = []
    for mention in mentions:
        first = mention.answer.choices[0] if isinstance(mention.answer, Ambiguous) else None
        clear = first is not None and first.state in others
        better.append(replace(mention, answer=Resolved(first)) if clear and first else mention)
    return better


def _narrowest(mentions: list[Mention]) -> list[Mention]:
    """ "Dade County, Florida", "02119 Roxbury": of places that hold each other the smallest first, when the largest led."""
    if not mentions or not isinstance(mentions[0].answer, Resolved):
        return mentions
    place = mentions[0].answer.place
    inside = [
        (_KINDS_BY_SIZE[m.answer.place.kind], at)
        for at, m in enumerate(mentions)
        if isinstance(m.answer, Resolved) and _lies_in(m.answer.place, place)
    ]
    if not inside:
        return mentions
    at = min(inside)[1]
    return [mentions[at], *mentions[:at], *mentions[at + 1 :]]


def _lies_in(small: Place, large: Place) -> bool:
    """Whether it is a smaller place of the same county, or of the state that is named."""
    sizes = _KINDS_BY_SIZE
    if small.state != large.state or sizes.get(small.kind, 9) >= sizes.get(large.kind, 0):
        return False
    county, around = small.main_county, {share.fips for share in large.counties}
    return large.kind == "state" or (county is not None and county.fips in around)


def _states(mentions: list[Mention]) -> set[str | None]:
    return {m.answer.place.state for m in mentions if isinstance(m.answer, Resolved)}


def _one_state(mention: Mention) -> str | None:
    """The state of the likeliest choice of "the Cape", to tell which Hyannis."""
    if not isinstance(mention.answer, Ambiguous):
        return None
    return mention.answer.choices[0].state if mention.text.lower().startswith("the ") else None
