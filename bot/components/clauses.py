"""Split a message into the clauses that may each ask for something, and drop what is not asked for."""

import re
from typing import List

_BREAK = re.compile(
    r"[.;!?\n/&]+|,\s+|\s+-+\s+|(?<!\w)\(?[1-4][):.]\s+|\b(?:and also|and then|and|also|plus|but|another thing|oh and|as well as|on top of that|besides|"
    r"y tambien|y también|tambien|también|ademas|además|pero|y|aparte)\b",
    re.IGNORECASE,
)
# "Mr. Ortiz" is one person and no end of a sentence.
_TITLE_DOT = re.compile(r"\b(mr|mrs|ms|dr|sr|sra|dra|st)\.", re.IGNORECASE)
_LEAST_WORDS = 3
# "Need groceries and my glasses broke": two words are a clause when one of them says something.
_TELLING = re.compile(r"[^\W\d_]{4,}")
_TELLS_NOTHING = frozenset(
    "this that with have does please thanks also them para pero como esta este gracias también tambien".split()
)
# "I already have meals on wheels", "no necesito comida": named, but not asked for.
_NOT_ASKED = re.compile(
    r"\b(already (have|has|got|get|gets|getting|receive|on)|(don't|dont|do not|doesn't|doesnt) need( any)?( help)?( with)?|"
    r"not looking for|isn't about|is not about|no longer need|all set (with|on)|taken care of|we have that|is covered|"
    r"not the|instead of|is not the problem|isn't the problem|is fine|are fine|got that|ya (tengo|tiene|tenemos|recibe|recibo)|"
    r"no (necesito|necesita|necesitamos|busco|quiero)|eso ya)\b",
    re.IGNORECASE,
)


def split_clauses(text: str) -> List[str]:
    """Clauses that say something; empty when the message is one clause."""
    whole = _TITLE_DOT.sub(r"\1 ", text)
    parts = [part.strip(" ,") for part in _BREAK.split(whole) if part and part.strip(" ,")]
    clauses = [part for part in parts if _says_something(part)]
    return clauses if len(clauses) > 1 else []


def _says_something(part: str) -> bool:
    words = part.split()
    if len(words) >= _LEAST_WORDS:
        return True
    telling = (word for word in words if _TELLING.search(word))
    return len(words) == _LEAST_WORDS - 1 and any(w.lower() not in _TELLS_NOTHING for w in telling)


def breaks(text: str) -> List[int]:
    """Where clauses begin after the first, as offsets into `text`."""
    return [match.start() for match in _BREAK.finditer(_TITLE_DOT.sub(r"\1 ", text))]


def is_asked_for(clause: str) -> bool:
    """False for what somebody has already or does not want."""
    return _NOT_ASKED.search(clause) is None
