"""What speaks for and against a name in a message being where help is needed: clues, whose weights are learned.

A clue is a short text. Those of this file tell how a place is named, how large it is, how it is written, and how
the other names of the message stand to it; clues_around.py has the words beside it.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from resources_index.places import lexicon
from resources_index.places.answers import Ambiguous, Resolved
from resources_index.places.clues_around import of_ends, of_words_around
from resources_index.places.clues_whose import Whose
from resources_index.places.denied import denied
from resources_index.places.fold import fold
from resources_index.places.kinds import kinds_of
from resources_index.places.model import Place
from resources_index.places.named import Named
from resources_index.places.said import STOP, Said
from resources_index.places.tables import Tables

_NARROW = {"zip": 0, "city": 1, "county": 2, "area": 2, "state": 3}
_SURE = frozenset(
    ["zip", "beside", "state", "county_beside", "county", "in_state", "beside_misspelt", "code"]
)
_NAMED_IN_FULL = frozenset(["nick", "beside", "misspelt"])
# A name that is no usual word is likely a place from so many people on, in powers of ten.
_LIKELY = 5
_SHORT, _FEW_WORDS, _MANY = 5, 3, 3
_SIZES_OF_WORDS = 4
_BEFORE = 5
_BETWEEN = 4  # words that still join two names to one phrase


class Clues:
    """Reads clues off names with the help of the tables."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def of_none(self, said: Said, names: Sequence[Named], asked: bool) -> list[str]:
        """For no name being where help is needed; `asked` says that the bot has just asked for it."""
        sure = min(_MANY, sum(self._looks_sure(said, name) for name in names))
        return [
            "none",
            f"none asked {asked}",
            f"none words {min(5, len(said.words) // 4)}",
            f"none sure {sure}",
            f"none denied {any(_is_denied(said, name, names) for name in names)}",
        ]

    def of(self, said: Said, names: Sequence[Named], asked: bool) -> list[list[str]]:
        """For each name."""
        sure = [name for name in names if self._looks_sure(said, name)]
        sure = [name for name in sure if not any(other.covers(name) for other in sure)]
        whose = Whose.read(said, names)
        return [
            [*self._of_one(said, name, names, sure, asked), *whose.clues(names, at, sure)]
            for at, name in enumerate(names)
        ]

    def _of_one(
        self, said: Said, name: Named, names: Sequence[Named], sure: Sequence[Named], asked: bool
    ) -> list[str]:
        since = max((other.last for other in sure if other.last <= name.first), default=0)
        until = min(
            (other.first for other in sure if other.first >= name.last), default=len(said.words)
        )
        clues = [
            *self._of_itself(said, name),
            *of_words_around(said, name, since, until),
            *of_ends(said, name, self._size(name), self._manner(name)),
            *_of_others(name, names, sure),
        ]
        clues += _of_the_way_between(said, name, sure)
        wrong = [other for other in names if _is_denied(said, other, names)]
        if wrong:
            clues.append("denied" if name in wrong else "another is denied")
        if name.run.whole:
            clues.append(f"whole asked {asked}")
        return list(dict.fromkeys(clues))

    def _looks_sure(self, said: Said, name: Named) -> bool:
        """Whether it is likely a place at all: then it stands in competition with the others."""
        if name.how in _SURE or _written(said, name) == "large":
            return True
        return self._size(name) >= _LIKELY and not self._is_a_word(name)

    def _is_a_word(self, name: Named) -> bool:
        folded = name.run.name
        return (
            folded in self._tables.town_words
            or folded in lexicon.ORDINARY
            or self._is_everyday(name)
        )

    def _is_everyday(self, name: Named) -> bool:
        """Not "chicago" or "philly", that are in everybody's mouth as places."""
        well_known = self._size(name) >= _LIKELY or name.run.name in self._tables.nicknames
        return not well_known and all(word.folded in self._tables.everyday for word in name.run.own)

    def _manner(self, name: Named) -> str:
        """What else the name is, in a word."""
        if name.run.name in self._tables.given_names:
            return "given"
        return "word" if self._is_a_word(name) else "unusual"

    def _of_itself(self, said: Said, name: Named) -> Iterator[str]:
        written, size = _written(said, name), self._size(name)
        kind = name.answer.place.kind if isinstance(name.answer, Resolved) else "ask"
        yield f"how {name.how}"
        yield f"how {name.how} {written}"
        yield f"kind {kind}"
        yield f"kind {kind} {name.how}"
        yield f"size {size}"
        yield f"size {size} {written}"
        yield f"words {min(_FEW_WORDS, name.run.length)} {written}"
        yield f"style {said.style} {written}"
        if len(name.run.name) < _SHORT:
            yield f"letters {len(name.run.name)}"
        for flag in self._flags(name):
            yield flag
            yield f"{flag} {written}"
            yield f"{flag} size {min(_SIZES_OF_WORDS, size)}"

    def _flags(self, name: Named) -> Iterator[str]:
        """Whether the name is also something else."""
        folded, tables = name.run.name, self._tables
        last = name.run.own[-1].raw.lower()
        flags = {
            "unusual": not self._is_a_word(name),
            "everyday": self._is_everyday(name),
            "town_word": folded in tables.town_words,
            "ordinary": folded in lexicon.ORDINARY,
            "phrase": folded in lexicon.ORDINARY_PHRASES,
            "lookalike": folded in tables.lookalikes,
            "given": folded in tables.given_names,
            "country": folded in lexicon.COUNTRIES,
            "rare": len(tables.cities.get(folded, ())) == 1,
            "possessive": last.endswith(("'s", "’s")),
        }
        return (flag for flag, holds in flags.items() if holds)

    def _size(self, name: Named) -> int:
        """The people of the largest place of the name, in powers of ten."""
        cities = self._tables.cities.get(name.run.name)
        if not cities and name.how in _NAMED_IN_FULL and isinstance(name.answer, Resolved):
            place = name.answer.place
            cities = [
                c
                for c in self._tables.cities.get(fold(place.city or ""), ())
                if c.state == place.state
            ]
        people = cities[0].population if cities else 0
        return int(math.log10(people)) if people else 0


def _written(said: Said, name: Named) -> str:
    """In capitals like all of the message ("all"), in large or small letters, or large where a sentence begins."""
    run = name.run
    if said.style == "all":
        return "all"
    large = [word.raw[:1].isupper() or word.raw[:1].isdigit() for word in run.own]
    if not all(large):
        return "mixed" if any(large) else "small"
    return "begins" if said.parted[run.at] == STOP and run.length == 1 else "large"


def _is_denied(said: Said, name: Named, names: Sequence[Named]) -> bool:
    return denied(said.message, name.run.start, name.run.end, others=len(names) > 1)


def _of_the_way_between(said: Said, name: Named, sure: Sequence[Named]) -> Iterator[str]:
    """The few words between this name and the next one on either side: "to", "not", "from", "and"."""
    sides = (
        ("since", [(other.last, name.first) for other in sure if other.last <= name.first]),
        ("until", [(name.last, other.first) for other in sure if other.first >= name.last]),
    )
    for side, ways in sides:
        if not ways:
            continue
        start, end = min(ways, key=lambda way: way[1] - way[0])
        if end - start <= _BETWEEN:
            between = [word.folded for word in said.words[start:end]]
            yield f"{side} {' '.join(between)}"
            yield from (f"{side} has {word}" for word in between)
            lead = name.first if side == "until" else next(o.first for o in sure if o.last == start)
            if lead > 0:
                pair = f"{said.words[lead - 1].folded} .. {' '.join(between)}"
                yield f"{side} {pair}"
                yield f"{side} {pair}, {'moved' if _has_moved(said, lead) else 'not moved'}"


def _has_moved(said: Said, until: int) -> bool:
    """Whether the few words before a pair of names tell of a move, not of a trip."""
    return any(
        "moved" in kinds_of(word.folded) for word in said.words[max(0, until - _BEFORE) : until]
    )


def _of_others(name: Named, names: Sequence[Named], sure: Sequence[Named]) -> Iterator[str]:
    others = [other for other in sure if not other.overlaps(name)]
    yield f"others {min(_MANY, len(others))}"
    if others:
        yield "first" if name.first < min(other.first for other in others) else "not first"
        yield "last" if name.first > max(other.first for other in others) else "not last"
    for other in names:
        if other.covers(name):
            yield f"inside {other.how}"
        elif name.covers(other):
            yield f"covers {other.how}"
    if any(_means(other) == _means(name) for other in names if not other.overlaps(name)):
        yield "again"
    for other in others:
        if _narrower(name, other):
            yield "narrower"
        elif _narrower(other, name):
            yield "wider"
        elif _place(name) and _place(other) and _state(name) == _state(other):
            yield "same state"


def _place(name: Named) -> Place | None:
    return name.answer.place if isinstance(name.answer, Resolved) else None


def _state(name: Named) -> str | None:
    place = _place(name)
    return place.state if place else None


def _means(name: Named) -> tuple[str, ...]:
    place = _place(name)
    if place is not None:
        return (place.label,)
    return tuple(p.label for p in name.answer.choices) if isinstance(name.answer, Ambiguous) else ()


def _narrower(one: Named, other: Named) -> bool:
    """Whether one is a part of the other."""
    small, large = _place(one), _place(other)
    if small is None or large is None or small.state != large.state:
        return False
    if _NARROW.get(small.kind, 9) >= _NARROW.get(large.kind, 9):
        return False
    county = small.main_county
    return large.kind == "state" or (
        county is not None and county.fips in {s.fips for s in large.counties}
    )
