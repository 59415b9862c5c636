"""A line for families with dementia is not offered beside another illness that was told: MS, a stroke, cancer."""

from __future__ import annotations

import re

from actions.heard import Heard
from actions.needs.losses import tells_of_fading
from actions.needs.need_words import names_need
from actions.turn import Turn
from resources_index.search.view import ServiceView

_DEMENTIA, _OF_THEIRS = "dementia_support", "Alzheimer's"
_OTHER = re.compile(
    r"\b(?:ms|multiple sclerosis|parkinson'?s?|als|lou gehrig'?s?|strokes?|cancer|chemo\w*|copd|emphysema|dialysis|kidneys?|diabet\w+|arthritis|amputat\w+|"
    r"spinal|paraly[sz]\w+|cerebral palsy|down syndrome|broken hip|esclerosis|derrame|embolia|quimio\w*|enfisema|dialisis|rinon(?:es)?|artritis|amput\w+|cadera)\b"
)


def is_for_another_illness(turn: Turn, view: ServiceView) -> bool:
    """Whether `view` is for dementia first of all, and only another illness was spoken of."""
    case, record = turn.memory.case, view.record
    theirs = record.need_ids[:1] == (_DEMENTIA,) or _OF_THEIRS in record.organization
    if not theirs or _DEMENTIA in (*case.needs, *case.asked):
        return False
    told = " ".join([case.text, turn.heard.text, *(one["text"] for one in case.told)])
    plain = Heard(told, "").plain
    fading = names_need(_DEMENTIA, plain) or tells_of_fading(plain)
    return bool(_OTHER.search(plain)) and not fading
