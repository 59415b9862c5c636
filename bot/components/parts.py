"""A message that tells of several persons, cut where another one begins.

"Mom in Dayton needs meals and my uncle in Reno needs rides" are two requests, each with its own town; so are
"Mr. A needs a ramp, Mrs. B needs rides".
"""

import re
from typing import List, NamedTuple, Optional

from bot.components.called import called
from bot.components.clauses import breaks
from bot.components.person import about_whom
from bot.components.text import plain

_AT_WORK = "client"
_CLIENTS = re.compile(
    r"\b(?:two|three|\d|several|dos|tres|varios) (?:client[ea]s|clients|patients|residents|pacientes|residentes)\b"
)
# "Two clients: one in Toledo who needs …, and one in Monroe".
_ONE = re.compile(
    r"\b(?:one|another(?: one)?|the other(?: one)?|(?:the )?(?:first|second|third)(?: one)?|un[oa]|otr[oa]|(?:el|la) (?:otr[oa]|primer[oa]?|segund[oa])) "
    r"(?:client[ea]? |patient |paciente )?(?:is |who |that |lives |i |que |vive |esta )?(?:in|needs?|i need|at|near|from|wants|lives|lost|has|en|necesita|ocupa|tiene|quiere)\b|"
    r"\b(?:for|para) (?:one|another|the other|the (?:first|second|third)|un[oa]|otr[oa]|(?:el|la) (?:otr[oa]|primer[oa]?|segund[oa]))\b"
)


class Part(NamedTuple):
    """The words about one person: `about` as the contract names persons, `called` as bot/components/called.py does."""

    about: str
    text: str
    called: Optional[str] = None


def person_parts(text: str) -> List[Part]:
    """The parts in their order, one a person; empty when the message tells of fewer than two."""
    found: List[Part] = []
    start = counted = 0
    at_work = about_whom(text) == _AT_WORK or bool(_CLIENTS.search(plain(text)))
    for end in [*breaks(text), len(text)]:
        piece, start = text[start:end], end
        part = _part(piece, at_work)
        if at_work and (part is None or part.called is None) and _ONE.search(plain(piece)):
            counted += 1
            part = Part(_AT_WORK, piece, f"client {counted}")
        if found and (part is None or _same(part, found[-1])):
            found[-1] = found[-1]._replace(text=found[-1].text + piece)
        elif part is not None:
            found.append(part)
    if any(part.called for part in found):
        # "Social worker here, two clients": says who writes.
        writes = (_AT_WORK, "self") if at_work else (_AT_WORK,)
        found = [part for part in found if part.called or part.about not in writes]
    persons = {part.called or part.about for part in found}
    return found if len(persons) == len(found) > 1 else []


def _part(piece: str, at_work: bool) -> Optional[Part]:
    about = about_whom(piece) if piece.strip() else None
    name = called(piece)
    if name is not None:
        return Part(_AT_WORK if at_work else about or "other", piece, name)
    return None if about is None else Part(about, piece)


def _same(part: Part, before: Part) -> bool:
    """Whether `part` goes on about the one before: "she also needs rides"."""
    if part.called is not None:
        return part.called == before.called
    return part.about == before.about or (before.called is not None and part.about != "self")
