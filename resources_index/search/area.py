"""Which services serve a place: hard filters, answered by lists worked out beforehand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from resources_index.directory import ServiceRecord
from resources_index.index.features import Features, features_of
from resources_index.index.packed import KeyedLists, Rows, distinct
from resources_index.index.serving import counties_of, key, keys_at, serving_lists
from resources_index.places import Place

_EARTH_MILES = 3958.8
_ALL = "all"

Degrees = NDArray[np.float64]


def miles_from(place: Place, latitude: Degrees, longitude: Degrees) -> NDArray[np.float64]:
    """Great-circle distances in miles; NaN where a place is not known."""
    if place.latitude is None or place.longitude is None:
        return np.full(len(latitude), np.nan)
    north = np.radians(latitude - place.latitude) / 2
    east = np.radians(longitude - place.longitude) / 2
    shrink = np.cos(np.radians(place.latitude)) * np.cos(np.radians(latitude))
    half = np.sin(north) ** 2 + shrink * np.sin(east) ** 2
    miles: NDArray[np.float64] = 2 * _EARTH_MILES * np.arcsin(np.sqrt(half))
    return miles


class Serving:
    """Rows of services by need and place, ascending."""

    def __init__(self, lists: KeyedLists, features: Features) -> None:
        self._lists = lists
        self._features = features

    def local(self, need: str, place: Place) -> Rows:
        """Rows that serve the place's own ZIP or county (any of them, where it lies in several)."""
        lists = [self._within_radius(need, place)]
        if place.zip:
            lists.append(self._lists.get(key(need, "zip", place.zip)))
        if place.kind != "state":
            lists += [self._lists.get(key(need, "county", c.fips)) for c in counties_of(place)]
        return _together(lists)

    def statewide(self, need: str, place: Place) -> Rows:
        """Rows that serve the whole state of the place."""
        return self._lists.get(key(need, "state", place.state or ""))

    def somewhere_in_state(self, need: str, place: Place) -> Rows:
        """Rows that serve a part of the state that nobody has named: ask them first."""
        return self._lists.get(key(need, "part", place.state or ""))

    def nation(self, need: str) -> Rows:
        """Rows that serve everybody."""
        return self._lists.get(key(need, "nation"))

    def at(self, need: str, place: Place | None) -> Rows:
        """All rows that may be offered at `place`: its own, its state's and the nation's."""
        lists = [self._lists.get(one) for one in keys_at(need, place)]
        if place is not None:
            lists.append(self._within_radius(need, place))
        return _together(lists)

    def _within_radius(self, need: str, place: Place) -> Rows:
        rows = self._lists.get(key(need, "radius"))
        if not len(rows):
            return rows
        features = self._features
        away = miles_from(place, features.latitude[rows], features.longitude[rows])
        return rows[away <= features.radius[rows]]


class AreaIndex:
    """The same for all of `services`, whatever they help with: for reports and evaluation."""

    def __init__(self, services: Sequence[ServiceRecord]) -> None:
        alike = [replace(service, need_ids=(_ALL,)) for service in services]
        self._serving = Serving(serving_lists(alike), features_of(alike))
        self.nation: list[int] = self._serving.nation(_ALL).tolist()

    def local(self, place: Place) -> list[int]:
        """See Serving."""
        return self._rows(self._serving.local, place)

    def statewide(self, place: Place) -> list[int]:
        """See Serving."""
        return self._rows(self._serving.statewide, place)

    def somewhere_in_state(self, place: Place) -> list[int]:
        """See Serving."""
        return self._rows(self._serving.somewhere_in_state, place)

    def serving(self, place: Place | None) -> list[int]:
        """See Serving.at."""
        rows: list[int] = self._serving.at(_ALL, place).tolist()
        return rows

    def _rows(self, find: Callable[[str, Place], Rows], place: Place) -> list[int]:
        rows: list[int] = find(_ALL, place).tolist()
        return rows


def _together(lists: Iterable[Rows]) -> Rows:
    filled = [rows for rows in lists if len(rows)]
    if len(filled) == 1:
        return filled[0]
    return distinct(filled)
