"""The time zone of a place, by its county; of a state as a whole, by all its counties."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

# Two zones are the same to us when their clocks agree in winter and in summer.
_WINTER, _SUMMER = datetime(2026, 1, 15, tzinfo=UTC), datetime(2026, 7, 15, tzinfo=UTC)


class CountyZones:
    """Reads data/places/counties.csv only: the gateway needs no other table of places."""

    def __init__(self, by_fips: Mapping[str, str], by_state: Mapping[str, str]) -> None:
        self._by_fips = by_fips
        self._by_state = by_state

    @classmethod
    def read(cls, folder: Path) -> CountyZones:
        """From `folder`/counties.csv."""
        by_fips: dict[str, str] = {}
        states: dict[str, dict[object, str]] = defaultdict(dict)
        with (folder / "counties.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                if row["timezone"]:
                    by_fips[row["fips"]] = row["timezone"]
                    states[row["state"]].setdefault(_clock(row["timezone"]), row["timezone"])
        by_state = {state: " ".join(zones.values()) for state, zones in states.items()}
        return cls(by_fips, by_state)

    def of(self, place: Mapping[str, Any] | None) -> str | None:
        """Names of time zones set apart by spaces, for a place as the API shows it; None if unknown."""
        if not place:
            return None
        known = self._by_fips.get(place.get("county_fips") or "")
        return known or self._by_state.get(place.get("state") or "")


def _clock(zone: str) -> object:
    info = ZoneInfo(zone)
    return _WINTER.astimezone(info).utcoffset(), _SUMMER.astimezone(info).utcoffset()
