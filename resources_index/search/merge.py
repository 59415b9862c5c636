"""From one ranked list a need to one list of hits: no office twice, the needs in turns, the urgent first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from resources_index.index.features import URGENCIES, Features
from resources_index.search.found import Found, Ranked

_WEEKS = URGENCIES.index("weeks")


def merged(
    ranked: Sequence[Ranked], features: Features, urgent: bool
) -> tuple[list[Found], list[Found]]:
    """(first, more): at most one hit an office and need, then what the same offices offer besides.

    When it is urgent, what takes weeks comes after everything that helps sooner.
    """
    split = [_one_an_office(hits, features) for hits in ranked]
    seen: set[int] = set()
    first = _in_turns([first for first, _ in split], seen)
    more = _in_turns([others for _, others in split], seen)
    if not urgent:
        return first, more
    return _soon_first(first, features), _soon_first(more, features)


_Pair = tuple[int, Found]


def _one_an_office(ranked: Ranked, features: Features) -> tuple[list[_Pair], list[_Pair]]:
    known: set[int] = set()
    first: list[_Pair] = []
    others: list[_Pair] = []
    rows = ranked.rows
    starts = features.offices.starts
    spans = zip(starts[rows].tolist(), starts[rows + 1].tolist(), strict=True)
    names = features.offices.values
    for place, (row, (start, end)) in enumerate(zip(rows.tolist(), spans, strict=True)):
        office = names[start:end].tolist()
        (first if known.isdisjoint(office) else others).append((row, Found(ranked, place)))
        known.update(office)
    return first, others


def _in_turns(ranked: Sequence[Sequence[_Pair]], seen: set[int]) -> list[Found]:
    """The best of each need, then the second of each; a service that answers two needs comes once."""
    hits: list[Found] = []
    for turn in range(max((len(one) for one in ranked), default=0)):
        for one in ranked:
            if turn < len(one) and one[turn][0] not in seen:
                seen.add(one[turn][0])
                hits.append(one[turn][1])
    return hits


def _soon_first(hits: Iterable[Found], features: Features) -> list[Found]:
    return sorted(hits, key=lambda hit: bool(features.urgency[hit.row] == _WEEKS))
