"""Whether one of several places of a name is so much larger that no other can be meant."""

from __future__ import annotations

# One meaning is clear when it has this many times the people of the next; more where the town is small
# or the next one is a city of its own.
_TIMES, _LARGE = 5.0, 100_000
_TIMES_SMALL, _SMALL = 12.0, 50_000
_TIMES_OVER_CITY, _CITY = 12.0, 60_000
_TIMES_OVER_TOWN, _MIDDLE, _TOWN = 9.0, 200_000, 20_000
# A town that its state knows, where all others of the name are villages, or names of post offices whose people nobody
# has counted: they are taken for so many.
_KNOWN_TOWN, _TIMES_A_VILLAGE, _UNCOUNTED, _VILLAGE = 8_000, 10.0, 800, 3_000


def city_dominates(first: int, second: int) -> bool:
    """Whether a town of `first` people is meant when one of `second` has the same name."""
    if first < _SMALL:
        other = max(second, _UNCOUNTED)
        return first >= _KNOWN_TOWN and other <= _VILLAGE and first >= _TIMES_A_VILLAGE * other
    times = first / max(1, second)
    if second >= _CITY:
        return times >= _TIMES_OVER_CITY
    if first < _MIDDLE and second >= _TOWN:
        return times >= _TIMES_OVER_TOWN
    return times >= (_TIMES if first >= _LARGE else _TIMES_SMALL)
