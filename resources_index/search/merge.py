"""From one ranked list a need to one list of hits: no office twice, the needs in turns, the urgent first.

Everything here is lazy: a county may have thousands of services for a need, and three are shown.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice

import numpy as np

from resources_index.index.features import LEVELS, URGENCIES, Features
from resources_index.index.packed import distinct
from resources_index.search.found import Found, Ranked

_WEEKS, _LOCAL = URGENCIES.index("weeks"), LEVELS.index("local")
# As many as one answer shows, and the place among them for the agency near by: after the one that helps best.
_FIRST, _SECOND = 3, 1


class Merged:
    """First at most one hit an office and need, then what the same offices offer besides.

    When it is urgent, what takes weeks comes after everything that helps sooner.
    """

    def __init__(self, ranked: Sequence[Ranked], features: Features, urgent: bool) -> None:
        self._ranked = ranked
        self._features = features
        self._urgent = urgent

    def total(self) -> int:
        """How many services there are, each counted once."""
        return len(distinct([one.rows for one in self._ranked]))

    def page(self, offset: int, limit: int) -> list[Found]:
        """At most `limit` hits after the first `offset`; it ends before an office would come a second time."""
        seen: set[int] = set()
        first = list(islice(self._with_one_near(seen), offset + limit))
        if len(first) > offset:
            return first[offset:]
        skipped = offset - len(first)
        return list(islice(self._hits(seen, others=True), skipped, skipped + limit))

    def _hits(self, seen: set[int], others: bool) -> Iterator[Found]:
        office = self._nobody if others else self._office
        hits = _in_turns([self._of_offices(one, others) for one in self._ranked], seen, office)
        return _soon_first(hits, self._features) if self._urgent else hits

    @staticmethod
    def _nobody(row: int) -> set[int]:
        """After one row of each office all the rest may come."""
        return set()

    def _with_one_near(self, seen: set[int]) -> Iterator[Found]:
        """The agency of the place itself among the first, where only others would be: nobody has to ask for something closer."""
        hits = self._hits(seen, others=False)
        first = list(islice(hits, _FIRST))
        near = None if any(self._is_local(hit) for hit in first) else self._nearest()
        if near is None or not first or self._is_one_office(near, first[0]):
            # Where the best hit has that very number, a second row of it would help nobody.
            yield from first
            yield from hits
            return
        seen.add(near.row)
        yield first[0]
        yield near
        for hit in chain(first[_SECOND:], hits):
            if self._is_one_office(near, hit):
                seen.discard(hit.row)
            else:
                yield hit

    def _is_one_office(self, one: Found, other: Found) -> bool:
        return not self._office(one.row).isdisjoint(self._office(other.row))

    def _office(self, row: int) -> set[int]:
        return set(self._features.offices[row].tolist())

    def _is_local(self, hit: Found) -> bool:
        return bool(self._features.level[hit.row] == _LOCAL)

    def _nearest(self) -> Found | None:
        """The best hit of the place itself, whichever need it answers."""
        found = []
        for one in self._ranked:
            places = np.flatnonzero(self._features.level[one.rows] == _LOCAL)
            if len(places):
                found.append(Found(one, int(places[0]), int(one.rows[places[0]])))
        return min(found, key=_worst_last, default=None)

    def _of_offices(self, ranked: Ranked, others: bool) -> Iterator[Found]:
        """The best hit of each office or, with `others`, all hits."""
        known: set[int] = set()
        for place, row in enumerate(ranked.rows.tolist()):
            office = self._features.offices[row].tolist()
            if others or known.isdisjoint(office):
                yield Found(ranked, place, row)
            known.update(office)


def _in_turns(
    ranked: Iterable[Iterator[Found]], seen: set[int], office: Callable[[int], set[int]]
) -> Iterator[Found]:
    """The best of each need, then the best of what is left; a service that answers two needs comes once.

    Of what is left nobody comes whose number stands there already, under whatever name.
    """
    lists = list(ranked)
    best = [hit for one in lists if (hit := next(one, None)) is not None]
    offices: set[int] = set()
    for hit in best:
        if hit.row not in seen:
            seen.add(hit.row)
            offices |= office(hit.row)
            yield hit
    for hit in heapq.merge(*lists, key=_worst_last):
        own = office(hit.row)
        if hit.row not in seen and offices.isdisjoint(own):
            seen.add(hit.row)
            offices |= own
            yield hit


def _worst_last(hit: Found) -> float:
    return -float(hit.ranked.scores[hit.place])


def _soon_first(hits: Iterable[Found], features: Features) -> Iterator[Found]:
    late = []
    for hit in hits:
        if features.urgency[hit.row] == _WEEKS:
            late.append(hit)
        else:
            yield hit
    yield from late
