"""What resolving a text can come to: one place, a short list to choose from, or nothing."""

from __future__ import annotations

from dataclasses import dataclass

from resources_index.places.model import Place


@dataclass(frozen=True)
class Resolved:
    """One place, beyond reasonable doubt."""

    place: Place


@dataclass(frozen=True)
class Ambiguous:
    """Several places could be meant; the likeliest first, at most five."""

    choices: tuple[Place, ...]


@dataclass(frozen=True)
class Unknown:
    """No place; `suggestions` may be near, `reason` says why where there is more to say."""

    suggestions: tuple[Place, ...] = ()
    reason: str | None = None


Answer = Resolved | Ambiguous | Unknown


@dataclass(frozen=True)
class Mention:
    """A place found in a message: text[start:end]; `score` is how sure it is meant."""

    start: int
    end: int
    text: str
    answer: Answer
    score: float
