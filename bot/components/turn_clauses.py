"""The clauses of a longer turn, each of which may say or ask something of its own.

"Thank you. And is there a cost": as a whole it is thanks, and somebody waits for an answer.
"""

import re
from typing import List

# Telephones write marks out as words: "the first one period do they come question mark".
_BREAK = re.compile(
    r"[.;!?\n¿¡]+(?=\s|$|[A-Za-zÁÉÍÓÚáéíóúñ])|\s-+\s|(?<!waiting)(?<!trial)(?<!grace)\s(?:period|comma|question mark|exclamation (?:point|mark))(?=\s|$)|,\s+|"
    r"\s+(?=(?:but|pero) )|\s+(?=(?:and|y) (?:do|does|is|are|can|will|would|what|how|who|when|where|which|cuanto|cuando|quien|donde|como|que)\b)",
    re.IGNORECASE,
)
_TITLE_DOT = re.compile(r"\b(mr|mrs|ms|dr|sr|sra|dra|st)\.", re.IGNORECASE)
_ASKED = re.compile(r"\?|question mark", re.IGNORECASE)
_MOST, _LONGEST = 5, 80


def turn_clauses(text: str) -> List[str]:
    """The last few clauses, with their question marks; empty when there are fewer than two, or so many words that it is a story."""
    if len(text.split()) > _LONGEST:
        return []
    whole = _TITLE_DOT.sub(r"\1 ", text)
    clauses, start = [], 0
    for mark in [*_BREAK.finditer(whole), None]:
        end = len(whole) if mark is None else mark.start()
        clause = whole[start:end].strip(" ,.")
        if clause:
            asked = mark is not None and _ASKED.search(mark.group())
            clauses.append(f"{clause}?" if asked else clause)
        start = len(whole) if mark is None else mark.end()
    return clauses[-_MOST:] if len(clauses) > 1 else []
