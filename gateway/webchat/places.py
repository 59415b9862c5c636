"""GET /places?q=…: towns, counties and ZIP codes that begin like what was typed."""

from __future__ import annotations

import bisect
import functools
import threading
from pathlib import Path

from flask import Blueprint, Response, jsonify, request

from resources_index.places import Places
from resources_index.places.fold import fold
from resources_index.places.tables import Tables

bp = Blueprint("places", __name__)
_FOLDER = Path(__file__).resolve().parents[2] / "data" / "places"
_MOST = 6
_lock = threading.Lock()


class PlaceNames:
    """All names in order, so that a beginning is found by bisection."""

    def __init__(self, tables: Tables) -> None:
        named: dict[str, int] = {}
        for cities in tables.cities.values():
            for city in cities:
                label = f"{city.name}, {city.state}"
                named[label] = max(named.get(label, 0), city.population)
        for county in tables.counties.values():
            if county.name.strip().lower() not in ("", "county"):
                named.setdefault(f"{county.name}, {county.state}", 0)
        self._names = sorted((fold(label), -people, label) for label, people in named.items())
        self._zips = sorted(tables.zips)
        self._tables = tables

    def beginning(self, typed: str) -> list[str]:
        """At most six labels, the most people first."""
        text = typed.strip()
        if text.isdigit():
            return self._zip_labels(text)
        start = fold(text)
        if len(start) < 2:
            return []
        low = bisect.bisect_left(self._names, (start,))
        high = bisect.bisect_left(self._names, (start + "\uffff",))
        found = sorted(self._names[low:high], key=lambda name: (name[1], name[0]))
        return [label for _, _, label in found[:_MOST]]

    def _zip_labels(self, digits: str) -> list[str]:
        if not 3 <= len(digits) <= 5:
            return []
        low = bisect.bisect_left(self._zips, digits)
        codes = [code for code in self._zips[low : low + _MOST] if code.startswith(digits)]
        areas = [self._tables.zips[code] for code in codes]
        return [f"{area.city}, {area.state} {area.code}" for area in areas]


@bp.get("/places")
def places() -> Response:
    """JSON list of labels."""
    labels = _names().beginning(request.args.get("q", "")[:60])
    response = jsonify(labels)
    response.headers["Cache-Control"] = "public, max-age=86400"
    return response


def _names() -> PlaceNames:
    with _lock:
        return _read_once()


@functools.cache
def _read_once() -> PlaceNames:
    return PlaceNames(Places.load(_FOLDER).tables)


def warm_up() -> None:
    """Begin to read the names (some two seconds) while somebody still looks at the page."""
    if not _read_once.cache_info().currsize and not _lock.locked():
        threading.Thread(target=_names, daemon=True).start()
