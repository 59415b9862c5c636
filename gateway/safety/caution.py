"""Not a crisis, but a first sentence is due: scams under way and questions about medicine."""

from __future__ import annotations

import re

_GIFT = re.compile(
    r"\b(gift ?cards?|google play|itunes|steam) ?(cards?)?\b.{0,80}\b(pay|paid|buy|bought|buying|send|read|numbers?|irs|bail|"
    r"told|wants?|says?|grandson|police|fine|back)\b|\b(pay|buy|send|wants?|asked|told|asking|says?)\b.{0,80}\bgift ?cards?\b"
    r"|\btarjetas? de regalo\b.{0,60}|\b(bitcoin|crypto) (atm|machine)\b"
)
_MEDICARE_CARD = re.compile(
    r"\b(called|calls|calling|caller|phoned|call|man|lady|someone|somebody)\b.{0,60}\b(medicare|social security)\b.{0,40}"
    r"\b(card|number|id)\b(?!.{0,20}\b(lost|replace|new one)\b)"
    r"|\b(wants?|asked|asking|need)\b.{0,20}\b(my|her|his) (medicare|social security) (number|card|id)\b"
    r"|\b(llam\w+|pid\w+|quier\w+)\b.{0,60}\b(tarjeta|numero)\b.{0,15}\b(medicare|seguro social)\b"
)
_MEDICATION = re.compile(
    r"\b(can|should|ok|okay|safe|how (many|much)|is it|could) (i|she|he|to|mom|dad)?\b.{0,40}\b(take|mix|double|stop taking|"
    r"skip|cut|crush|give)\b.{0,50}\b(pill|pills|dose|doses|medicine|medication|meds|tylenol|ibuprofen|advil|aspirin|insulin|"
    r"warfarin|eliquis|metformin|blood thinner|lisinopril|xanax|melatonin|tablets?|mg)\b"
    r"|\b(puedo|puede|debo|cuantas|cuanto)\b.{0,30}\b(tomar|mezclar|dejar de tomar|dar)\b.{0,40}\b(pastilla|pastillas|medicina|"
    r"insulina|aspirina|dosis|ibuprofeno)\b"
)


def caution_in(text: str) -> str | None:
    """gift_card, medicare_card or medication in normalised `text`; else None."""
    if _GIFT.search(text):
        return "gift_card"
    if _MEDICARE_CARD.search(text):
        return "medicare_card"
    if _MEDICATION.search(text):
        return "medication"
    return None
