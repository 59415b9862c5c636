"""Which services serve a place: hard filters, answered by ranges and sets worked out beforehand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from math import asin, cos, radians, sin, sqrt

from resources_index.directory import ServiceRecord
from resources_index.places import Place

_EARTH_MILES = 3958.8


def miles_between(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance in miles."""
    north, east = radians(lat2 - lat1), radians(lon2 - lon1)
    half = sin(north / 2) ** 2 + cos(radians(lat1)) * cos(radians(lat2)) * sin(east / 2) ** 2
    return 2 * _EARTH_MILES * asin(sqrt(half))


class AreaIndex:
    """Rows of services by county, ZIP and state; of all `services`, or of the given rows only."""

    def __init__(
        self, services: Sequence[ServiceRecord], rows: Iterable[int] | None = None
    ) -> None:
        self._services = services
        self.nation: list[int] = []
        self._county: dict[str, list[int]] = defaultdict(list)
        self._state: dict[str, list[int]] = defaultdict(list)
        self._part: dict[str, list[int]] = defaultdict(list)
        self._zip: dict[str, list[int]] = defaultdict(list)
        self._radius: list[int] = []
        for row in range(len(services)) if rows is None else rows:
            self._file(row, services[row])

    def _file(self, row: int, service: ServiceRecord) -> None:
        kind = service.area.kind
        if kind == "nation":
            self.nation.append(row)
        elif kind == "county":
            for fips in service.area.county_fips:
                self._county[fips].append(row)
        elif kind == "zip":
            for code in service.area.zips:
                self._zip[code].append(row)
        elif kind == "radius":
            self._radius.append(row)
        else:
            table = self._part if kind == "part" else self._state
            for state in service.area.states:
                table[state].append(row)

    def local(self, place: Place) -> list[int]:
        """Rows that serve the place's own ZIP or county (any of them, where it lies in several)."""
        rows: dict[int, None] = {}
        if place.zip:
            rows.update(dict.fromkeys(self._zip.get(place.zip, ())))
        for county in place.counties if place.kind != "state" else ():
            rows.update(dict.fromkeys(self._county.get(county.fips, ())))
        rows.update(dict.fromkeys(self._within_radius(place)))
        return list(rows)

    def statewide(self, place: Place) -> list[int]:
        """Rows that serve the whole state of the place."""
        return list(self._state.get(place.state or "", ()))

    def somewhere_in_state(self, place: Place) -> list[int]:
        """Rows that serve a part of the state that nobody has named: ask them first."""
        return list(self._part.get(place.state or "", ()))

    def serving(self, place: Place | None) -> list[int]:
        """All rows that may be offered at `place`, once each: its own, its state's, then the nation's."""
        if place is None:
            return self.nation
        rows = [*self.local(place), *self.statewide(place)]
        if place.kind == "state":
            # An agency whose counties nobody has named is offered to a whole state only: at a town it
            # would most often be the wrong one, and the state's own line knows the right one.
            rows += self.somewhere_in_state(place)
        return list(dict.fromkeys([*rows, *self.nation]))

    def _within_radius(self, place: Place) -> Iterable[int]:
        if place.latitude is None or place.longitude is None:
            return
        for row in self._radius:
            service = self._services[row]
            if service.latitude is None or service.longitude is None:
                continue
            away = miles_between(
                place.latitude, place.longitude, service.latitude, service.longitude
            )
            if away <= (service.area.radius_miles or 0.0):
                yield row
