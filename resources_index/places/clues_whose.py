"""Clues in whose place a name is: the writer's own ("I'm up in Ohio") or that of somebody else ("Mom is 88 in Waco")."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from resources_index.places.kinds import kinds_of
from resources_index.places.named import Named
from resources_index.places.said import STOP, Said

_WRITER, _THEIRS, _NOBODY, _BOUND = "writer", "theirs", "nobody", "bound"
_SAYS_I = frozenset(
    "i im ive ill we were weve yo nosotros nosotras soy estoy vivo vivimos estamos somos tengo tenemos necesito here aqui aca".split()
)
_SOMEBODY = ("parent", "spouse", "elder", "sibling", "younger", "they")
# Nobody who lives anywhere: "I told them", "el" is also an article.
_NO_SUBJECTS = frozenset("them el".split())
_TROUBLES = frozenset(
    "fell falls falling fallen cayo cae caida sick ill enferma enfermo blind ciega ciego alone sola solo lonely hungry hambre cold frio hot bedridden "
    "dementia demencia alzheimers parkinsons stroke wheelchair evicted desalojo eviction starving weak confused wanders widow widowed viuda broke broken "
    "eats cook walk camina bathe shower banar hurt pain disabled out off".split()
)
_TO = frozenset("to a al hasta into".split())
_REACH, _WAY = 16, 6
_AGES = range(55, 111)


@dataclass(frozen=True)
class Whose:
    """Who is spoken of where each name stands, and who is said to need something."""

    owners: Sequence[str]
    needy: str

    @classmethod
    def read(cls, said: Said, names: Sequence[Named]) -> Whose:
        """Of the names of a message."""
        return cls([_owner(said, name) for name in names], _needy(said))

    def clues(self, names: Sequence[Named], at: int, sure: Sequence[Named]) -> Iterator[str]:
        """For names[at], beside the `sure` names."""
        own, side = self.owners[at], _side(self.owners[at])
        if own != _NOBODY:
            yield f"whose {own}"
            yield f"whose {side}, needy {self.needy}"
        others = [self.owners[names.index(o)] for o in sure if not o.overlaps(names[at])]
        for other in dict.fromkeys(others):
            yield f"whose {own} not {other}"
            yield f"whose {side} not {_side(other)}"
            yield f"whose {side} not {_side(other)}, needy {self.needy}"


def _side(owner: str) -> str:
    """Whether it is the writer's, that of kin who seldom need help for the old, or somebody else's."""
    who, *more = owner.split(" ")
    known = who if who in (_WRITER, _NOBODY, _BOUND, "younger") else _THEIRS
    return " ".join([known, *more])


def _owner(said: Said, name: Named) -> str:
    """The nearest subject before a name in its sentence, and whether an age is told of them."""
    start, _ = said.sentence(name.first, name.last)
    if _is_a_way_to(said, name.first):
        return _BOUND
    aged = ""
    for at in range(name.first - 1, max(start, name.first - _REACH) - 1, -1):
        aged = aged or (" aged" if _is_age(said, at) else "")
        subject = _subject(said, at)
        if subject is not None:
            return f"{subject}{aged}"
    return _NOBODY


def _is_a_way_to(said: Said, first: int) -> bool:
    """Whether "a ride to" stands before it, and not "goes home to": nobody lives there."""
    if first == 0 or said.words[first - 1].folded not in _TO:
        return False
    kinds = [kinds_of(word.folded) for word in said.words[max(0, first - _WAY) : first - 1]]
    return any("went" in each for each in kinds) and not any("stayed" in each for each in kinds)


def _is_age(said: Said, at: int) -> bool:
    word = said.words[at].folded
    return word.isdigit() and int(word) in _AGES


def _subject(said: Said, at: int) -> str | None:
    # "Father-in-law" is one word.
    word = said.words[at].folded.split(" ")[0]
    if word in _SAYS_I:
        return _WRITER
    if word in _NO_SUBJECTS:
        return None
    return next((kind for kind in kinds_of(word) if kind in _SOMEBODY), None)


def _tells_of_need(word: str) -> bool:
    return word in _TROUBLES or "needs" in kinds_of(word)


def _needy(said: Said) -> str:
    """Whose need or trouble is told: the writer's, somebody else's, both, or nobody's."""
    starts = [at for at, gap in enumerate(said.parted) if gap == STOP]
    found: set[str] = set()
    for start, end in itertools.pairwise([*starts, len(said.words)]):
        subject: str | None = None
        for at in range(start, end):
            subject = _subject(said, at) or subject
            if subject is not None and _tells_of_need(said.words[at].folded):
                # "I need a ride for my mother" is her need.
                ahead = (_subject(said, next_) for next_ in range(at, end))
                for_whom = next((who for who in ahead if who not in (None, _WRITER)), None)
                found.add(_WRITER if subject == _WRITER and for_whom is None else _THEIRS)
    return "both" if len(found) > 1 else next(iter(found), _NOBODY)
