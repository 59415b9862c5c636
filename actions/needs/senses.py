"""One need, three parts of the body: what is for eyes alone is not shown to who speaks of ears or teeth."""

from __future__ import annotations

import re

from actions.heard import Heard
from actions.turn import Turn
from resources_index.search.view import ServiceView

_NEED = "dental_vision_hearing"
_EYES = re.compile(
    r"\b(?:eyes?|eyesight|sight|glasses|blind\w*|see|seeing|vision|read\w*|print|cataracts?|glaucoma|macular|large print|ojos?|vista|lentes|anteojos|gafas|cieg[oa]\w*|ver|veo|ve|vemos|leer\w*|lee|cataratas?)\b"
)
_OTHERS = re.compile(
    r"\b(?:hear\w*|ears?|deaf\w*|teeth|tooth|toothache|dent\w*|gums?|chew\w*|bridge|crown|braces|oid[oa]s?|oreja|oye|oigo|oir|audifonos?|aparatos?|sord[oa]|dientes?|diente|muelas?|dentadura|dentista|placas?|masticar|encias?)\b"
)
_CANNOT_SEE = re.compile(r"\bcannot see\b|\bread print\b|\bblind\b", re.IGNORECASE)


def is_for_another_sense(turn: Turn, view: ServiceView) -> bool:
    """Whether `view` is for who cannot see, and only ears or teeth were spoken of."""
    record, case = view.record, turn.memory.case
    if _NEED not in record.need_ids or _NEED not in case.needs:
        return False
    if not _CANNOT_SEE.search(record.eligibility.get("en", "")):
        return False
    told = " ".join([case.text, turn.heard.text, *(one["text"] for one in case.told if one["need"] == _NEED)])  # fmt: skip
    plain = Heard(told, "").plain
    return bool(_OTHERS.search(plain)) and not _EYES.search(plain)
