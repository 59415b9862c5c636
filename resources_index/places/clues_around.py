"""Clues in the words around a name: what stands beside it, and in its clause."""

from __future__ import annotations

from collections.abc import Iterator

from resources_index.places.kinds import kinds_of
from resources_index.places.named import Named
from resources_index.places.said import Said

_FAR = 8
_LARGE = 5  # from 100,000 people on, in powers of ten
_THANKS = frozenset("thanks thank thanx thx ty gracias please pls plz porfavor favor bless".split())
_THANKS_WITHIN = 2


def of_words_around(said: Said, name: Named, since: int, until: int) -> Iterator[str]:
    """The words right before and after, and kinds of words in its clause; other places end at `since`, begin at `until`."""
    words, parted, first, last = said.words, said.parted, name.first, name.last
    yield f"before {parted[first] or 'word'}"
    yield f"after {(parted[last] or 'word') if last < len(words) else 'end'}"
    if first > 0:
        gap = parted[first]
        yield f"l1{gap} {words[first - 1].folded}"
        yield from _kinds(f"l1{gap}", said, first - 1)
        for at in (2, 3):
            if first < at or any(parted[first - at + 1 : first + 1]):
                break
            yield from _kinds(f"l{at}", said, first - at)
    if last < len(words):
        yield f"r1{parted[last]} {words[last].folded}"
        yield from _kinds(f"r1{parted[last]}", said, last)
        if last + 1 < len(words):
            yield from _kinds(f"r2{parted[last] or parted[last + 1]}", said, last + 1)
    start, end = said.clause(first, last)
    for at in range(max(start, since, first - _FAR), first):
        yield from _kinds("b", said, at)
    for at in range(last, min(end, until, last + _FAR)):
        yield from _kinds("a", said, at)


def of_ends(said: Said, name: Named, size: int, manner: str) -> Iterator[str]:
    """A name right behind other words and before nothing but thanks: "the light bill San Antonio please"."""
    first, last = name.first, name.last
    if first == 0 or not _nothing_follows(said, last):
        return
    before = said.words[first - 1].folded
    gap = said.parted[first] or "word"
    kinds = kinds_of(before) or (("thanks",) if before in _THANKS else ("other",))
    sized = f"size {min(_LARGE, size)} {manner}"
    yield f"ends {gap} {sized}"
    for kind in kinds:
        yield f"ends {gap} @{kind}"
        yield f"ends {gap} @{kind} {sized}"


def _nothing_follows(said: Said, last: int) -> bool:
    """Whether the sentence ends there, or only thanks and a name come."""
    end = said.sentence(last - 1, last)[1]
    return last == end or any(
        word.folded in _THANKS for word in said.words[last : last + _THANKS_WITHIN]
    )


def _kinds(where: str, said: Said, at: int) -> Iterator[str]:
    return (f"{where} @{kind}" for kind in kinds_of(said.words[at].folded))
