"""Not a crisis, but a first sentence is due: questions about medicine go to those who know."""

from __future__ import annotations

import re

MEDICATION, STRETCHED = "medication", "stretched"
_MEDICATION = re.compile(
    r"\b(can|should|ok|okay|safe|how (many|much)|is it|could) (i|she|he|to|mom|dad)?\b.{0,40}\b(take|mix|double|stop taking|"
    r"skip|cut|crush|give)\b.{0,50}\b(pill|pills|dose|doses|medicine|medication|meds|tylenol|ibuprofen|advil|aspirin|insulin|"
    r"warfarin|eliquis|metformin|blood thinner|lisinopril|xanax|melatonin|tablets?|mg)\b"
    r"|\b(puedo|puede|debo|cuantas|cuanto)\b.{0,30}\b(tomar|mezclar|dejar de tomar|dar)\b.{0,40}\b(pastilla|pastillas|medicina|"
    r"insulina|aspirina|dosis|ibuprofeno)\b"
)
_MEDICINE = (
    r"\b(pills?|insulin|dose|doses|medicines?|medications?|meds|tablets?|prescriptions?|inhaler|shots?|blood pressure|heart|"
    r"pastillas?|insulina|dosis|medicinas?|medicamentos?|inhalador|la de la presion)\b"
)
_LESS = (
    r"\b(half|halves|halv\w+|cut|cuts|cutting|split\w*|skip\w*|less|fewer|every other day|every second day|stretch\w*|ration\w*|"
    r"mitad|media|menos|salt\w+|brinc\w+|part\w+|un dia si|cada tercer dia|estir\w+|rinda|rindan)\b"
)
_TO_SAVE = (
    r"\b((so|to|and make|makes?|making) (they|it|them|my \w+|her \w+|his \w+)?( \w+)? ?(last|lasts|stretch|go further)|last longer|till (payday|my check|the first|next month)|"
    r"(to |and )save|can't afford|cannot afford|too (high|dear|expensive)|cost\w*|stretch\w*|ration\w*|"
    r"(para|pa) que (me |le |les |nos )?(dure|duren|rinda|rindan|alcance|alcancen)|no (me |le )?alcanza|ahorr\w+|car[oa]s?|hasta (que cobre|el cheque|fin de mes))\b"
)
_STRETCHED = re.compile(rf"^(?=.*{_MEDICINE})(?=.*{_LESS})(?=.*{_TO_SAVE})")
_STRETCHES_THEM = re.compile(
    rf"\b(i|she|he|mom|mom's|dad|dad's|she's|he's|i'm|i've|ella|el|mi \w+|my \w+|just|only|ya|se|me|tomo|tomamos|doy|damos)\b.{{0,40}}{_LESS}"
)
# "Half price", "less expensive": a pharmacy is asked for, nothing is left out.
_PRICE = re.compile(
    r"\b(half price|half off|less (expensive|money|than \d)|cost less|mas barat\w+|menos car\w+|a mitad de precio)\b"
)
# Whoever stopped it to die is in danger, and is no saver.
_TO_DIE = re.compile(r"\b(die|dying|over with|end it|morir\w*|acabar|ya no quiero)\b")


def caution_in(text: str) -> str | None:
    """`stretched` (less medicine is taken to save money) or `medication` in normalised `text`; else None."""
    if (
        _STRETCHED.search(text)
        and _STRETCHES_THEM.search(text)
        and not _PRICE.search(text)
        and not _TO_DIE.search(text)
    ):
        return STRETCHED
    return MEDICATION if _MEDICATION.search(text) else None
