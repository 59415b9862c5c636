"""Hard filters: what a service must satisfy before it is ranked."""

from __future__ import annotations

from datetime import date

import numpy as np

from resources_index.index.features import Features, Flags
from resources_index.index.packed import Rows
from resources_index.search.query import Query

# A directory may write Spanish by its ISO 639-1 code or by an older one of its own.
_CODES = {"es": ("es", "sp", "spa")}


def codes_of(language: str | None) -> tuple[str, ...]:
    """How a directory may write a language."""
    return _CODES.get(language or "", (language or "",))


def allowed(features: Features, rows: Rows, query: Query, any_language: bool = False) -> Flags:
    """Which of `rows` may be offered for `query`; the place and opening hours are seen to elsewhere."""
    kept = features.active[rows] & (features.held_back_from[rows] > date.today().toordinal())
    if query.exclude:
        kept &= ~np.isin(rows, features.rows_of(query.exclude))
    if query.age is not None:
        kept &= (features.youngest[rows] <= query.age) & (query.age <= features.oldest[rows])
    if query.veteran is not True and "veterans" not in query.needs:
        kept &= ~features.veterans_only[rows]
    if query.free_only:
        kept &= features.free[rows]
    if not any_language and query.language is not None:
        kept &= _speaks(features, query.language)[features.languages[rows]]
    return kept


def _speaks(features: Features, language: str) -> Flags:
    """By set of languages: not those that leave this one out. English is spoken everywhere."""
    sets = [set(one.decode().split(",")) for one in features.language_sets]
    wanted = {*codes_of(language), ""}
    return np.array([language == "en" or bool(one & wanted) for one in sets], dtype=np.bool_)
