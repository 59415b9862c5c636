"""A message that tells of several persons, cut where another one begins.

"Mom in Dayton needs meals and my uncle in Reno needs rides" are two requests, each with its own town.
"""

from typing import List, NamedTuple

from bot.components.clauses import breaks
from bot.components.person import about_whom


class Part(NamedTuple):
    """The words about one person; `about` as the contract names persons."""

    about: str
    text: str


def person_parts(text: str) -> List[Part]:
    """The parts in their order, one a person; empty when the message tells of fewer than two."""
    found: List[Part] = []
    start = 0
    for end in [*breaks(text), len(text)]:
        piece, start = text[start:end], end
        about = about_whom(piece) if piece.strip() else None
        if found and about in (None, found[-1].about):
            found[-1] = Part(found[-1].about, found[-1].text + piece)
        elif about is not None:
            found.append(Part(about, piece))
    persons = {part.about for part in found}
    return found if len(persons) == len(found) > 1 else []
