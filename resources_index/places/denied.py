"""Places that it is not, or no longer: "Erie not Philadelphia", "no es Miami", "from Kansas originally"."""

from __future__ import annotations

import re

from resources_index.places.fold import fold

_FILLER = (
    r"(?:in|at|the|from|near|about|for|live|living|lives|mean|meant|meaning|say|said|saying|stay|staying|talking|looking|"
    r"it|its|is|city of|en|de|del|el|la|es|soy|vivo|vive|estoy|esta|quise|decir|dije|digo|por|hablo)"
)
# Certain wherever it stands.
_SURE = re.compile(
    rf"\b(?:not|dont|doesnt|didnt|isnt|arent|aint|never|no longer|instead of|rather than|wrong|nunca|ya no|en vez de|"
    rf"no (?:es|en|vivo|vive|estoy|esta|soy|dije|quise|hablo))(?: {_FILLER}){{0,5}}$"
)
# "No Toledo" may be an answer and its correction: denied only when another place is named.
_MAYBE = re.compile(r"(?:^| )no$")
_AFTER = re.compile(r"^\W*(?:is not|isn'?t|is wrong|was wrong|no es|anymore)\b", re.IGNORECASE)
_ONCE_BEFORE = re.compile(r"\boriginally (?:from|of)$|\boriginari[oa] de$")
_ONCE_AFTER = re.compile(r"^\W*(?:originally|originalmente)\b", re.IGNORECASE)
_REACH = 60


def denied(message: str, start: int, end: int, others: bool) -> bool:
    """Whether message[start:end] is said not to be the place; `others` tells that another one is named too."""
    before = fold(re.split(r"[.;!?]", message[:start])[-1][-_REACH:])
    if _SURE.search(before) or _ONCE_BEFORE.search(before) or _ONCE_AFTER.match(message[end:]):
        return True
    close = not re.search(r"[,.;:]\s*$", message[:start])
    return others and ((close and bool(_MAYBE.search(before))) or bool(_AFTER.match(message[end:])))
