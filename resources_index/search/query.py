"""What is asked of a search and what comes back."""

from __future__ import annotations

from dataclasses import dataclass, field

from resources_index.places import Place
from resources_index.search.view import ServiceView


@dataclass(frozen=True)
class Query:
    """A question. `needs` lead when the bot knows them; `text` refines, or stands alone."""

    text: str = ""
    needs: tuple[str, ...] = ()
    place: Place | None = None
    age: int | None = None
    language: str | None = None
    veteran: bool | None = None
    free_only: bool = False
    open_now: bool = False
    urgent: bool = False
    limit: int = 3
    offset: int = 0
    exclude: tuple[str, ...] = ()
    near_first: bool = False


@dataclass(frozen=True)
class Hit:
    """A service with its score (higher is better) and the reasons for it, in plain words."""

    service: ServiceView
    need: str
    score: float
    reasons: list[str] = field(default_factory=list)
    distance_miles: float | None = None


@dataclass(frozen=True)
class Result:
    """`total` counts all hits before paging; `widened` says how far the search had to go.

    `relaxed` names the wishes (open_now, language) that nothing fulfils for certain and that were given up.
    `nearer` counts the offices of the place itself that help with it and are not among these hits.
    """

    hits: list[Hit]
    total: int
    widened: str | None = None
    needs: tuple[str, ...] = ()
    relaxed: tuple[str, ...] = ()
    nearer: int = 0
