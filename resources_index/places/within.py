"""A part of a city with its city: "Five Points, Denver", "Big D, Pleasant Grove", "Nueva York, por Washington Heights"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from resources_index.places.answers import Ambiguous, Mention, Resolved
from resources_index.places.fold import fold
from resources_index.places.model import Place
from resources_index.places.near_by import miles_between
from resources_index.places.tables import Tables

# Between a part and its city, and between a city and its part.
_PART_FIRST = re.compile(
    r"\s*,\s*|,?\s+(?:in|en|of|de|section of|area of|neighborhood of|part of)\s+", re.IGNORECASE
)
_CITY_FIRST = re.compile(
    r"\s*[,(]\s*(?:(?:the|el|la|in|en|over in|por|on the|up in|down in)\s+)?|"
    r",?\s+(?:in|on|por|en|over in|up in|down in)\s+(?:(?:the|el|la|los)\s+)?",
    re.IGNORECASE,
)
# Such a city has parts that people name; a town of the part's name so near is meant itself.
_LARGE, _BESIDE = 150_000, 40.0


class Parts:
    """Tells parts of large cities from towns of the same name."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def put_right(self, message: str, mentions: Sequence[Mention]) -> list[Mention]:
        """The mentions without those that are parts of a city beside them."""
        return [
            mention
            for mention in mentions
            if not any(
                self._is_a_part(message, mention, other)
                for other in mentions
                if other is not mention
            )
        ]

    def _is_a_part(self, message: str, mention: Mention, city: Mention) -> bool:
        place = city.answer.place if isinstance(city.answer, Resolved) else None
        if place is None or not self._is_large(place) or self._is_itself(message, mention, place):
            return False
        if mention.end <= city.start:
            return _PART_FIRST.fullmatch(message[mention.end : city.start]) is not None
        return _CITY_FIRST.fullmatch(message[city.end : mention.start]) is not None

    def _is_itself(self, message: str, mention: Mention, city: Place) -> bool:
        """Whether it has its state with it, is large, or lies so near that it can be meant."""
        answer = mention.answer
        if isinstance(answer, Resolved):
            place = answer.place
            far = miles_between(place, city)
            near = far is None or far <= _BESIDE
            return near or place.kind != "city" or self._is_large(place) or "," in mention.text
        return not isinstance(answer, Ambiguous) or any(
            choice.kind == "state" for choice in answer.choices
        )

    def _is_large(self, place: Place) -> bool:
        if place.kind != "city" or place.city is None:
            return False
        known = self._tables.cities.get(fold(place.city), ())
        return any(c.state == place.state and c.population >= _LARGE for c in known)
