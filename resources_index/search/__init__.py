"""The right services for a need and a place, best first."""

from resources_index.search.engine import Search
from resources_index.search.query import Hit, Query, Result
from resources_index.search.urgency import is_urgent

__all__ = ["Hit", "Query", "Result", "Search", "is_urgent"]
