"""Not a crisis, but a first sentence is due: questions about medicine go to those who know."""

from __future__ import annotations

import re

_MEDICATION = re.compile(
    r"\b(can|should|ok|okay|safe|how (many|much)|is it|could) (i|she|he|to|mom|dad)?\b.{0,40}\b(take|mix|double|stop taking|"
    r"skip|cut|crush|give)\b.{0,50}\b(pill|pills|dose|doses|medicine|medication|meds|tylenol|ibuprofen|advil|aspirin|insulin|"
    r"warfarin|eliquis|metformin|blood thinner|lisinopril|xanax|melatonin|tablets?|mg)\b"
    r"|\b(puedo|puede|debo|cuantas|cuanto)\b.{0,30}\b(tomar|mezclar|dejar de tomar|dar)\b.{0,40}\b(pastilla|pastillas|medicina|"
    r"insulina|aspirina|dosis|ibuprofeno)\b"
)


def caution_in(text: str) -> str | None:
    """medication in normalised `text`; else None."""
    return "medication" if _MEDICATION.search(text) else None
