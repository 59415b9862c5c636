""" "Who do I call if he goes missing?": what to do should the worst happen, asked before it has.

What has happened already is the gateway's, with its fixed texts; these are the same words in the conditional.
"""

from __future__ import annotations

import re

from actions.desk.referral import ask_next
from actions.rooms import search
from actions.shown.details import dialable
from actions.turn import Turn
from resources_index.search import Query

_CONDITION = re.compile(r"\b(?:if|when|in case|suppose|should|si|cuando|en caso de que|por si)\b")
_WHAT_THEN = re.compile(
    r"\b(?:who|whom|what number|where) (?:do|should|would|must|can|could|to) ?(?:i|we|she|he|they|the \w+|my \w+)? ?(?:call|phone|ring|dial|tell|contact|turn)\b|"
    r"\b(?:who|whom) to (?:call|phone|contact)\b|\bwhat (?:do|should|would|must|can|could) (?:i|we|she|he|they|the \w+|my \w+) do\b|\bwhat to do\b|\b(?:and )?what (?:if|happens if)\b|"
    r"\b(?:do|should|can) (?:i|we|she|he) (?:call|wait|look|go)\b|\bhow long (?:do|should|must) (?:i|we) wait\b|"
    r"\b(?:a )?(?:quien|que numero|donde|adonde) (?:\w+ )?(?:llam\w+|avis\w+|marc\w+|acud\w+)\b|\bque (?:hago|hacemos|debo hacer|debemos hacer|se hace|tengo que hacer|puedo hacer)\b|"
    r"\by (?:que pasa )?si\b|\b(?:llamo|espero|debo esperar|hay que esperar)\b"
)
_MISSING = re.compile(
    r"\b(?<!\bi )(?:go(?:es)?|gets?|went|turns? up|is|ends? up|comes? up) (?:missing|lost)\b|\bgone missing\b|\bwander(?:s|ed|ing)?(?: \w+)? (?:off|away|out)\b|\bwanders\b|"
    r"(?<!power )(?<!lights )(?<!electricity )(?<!electric )(?<!heat )(?<!internet )\b(?:walks?|walked|runs?|takes?|slips?|sneaks?|gets?|goes|leaves?) (?:off|away|out)\b(?! (?:to|sick|for (?:long|hours|days|good)|of (?!the house|the yard|his house|her house|my sight|sight|here))\b)|\bdisappear(?:s|ed)?\b|"
    r"\b(?:can't|cant|cannot|can not|don't|dont|couldn't) find (?:him|her|them|my \w+)\b|\b(?:doesn't|does not|doesnt|don't) come (?:home|back)\b|"
    r"\bse (?:\w+ )?(?:pierd\w+|extravi\w+|desaparec\w+|escap\w+|sal(?:e|ga|iera)|va(?:ya)?|fuera) ?(?:de (?:la )?casa|sol[oa]|a la calle)?\b|\bno (?:aparec\w+|regres\w+|vuelv\w+|l[oa] encuentr\w+|encuentr\w+ a)\b|"
    r"\b(?:esta|anda|estuviera) perdid[oa]\b"
)
_EMERGENCY = re.compile(
    r"\b(?:stops? breathing|can't breathe|cant breathe|cannot breathe|(?:can't|cant|cannot|doesn't|won't) (?:get (?:back )?up|wake up)|passes out|faints?|collapses?|chokes?|is choking|"
    r"(?:has|gets|have) (?:a |another )?(?:stroke|heart attack|seizure|chest pains?)|chest (?:hurts|pains?)|bleeds?|is bleeding|takes? too many|overdoses?|catches? (?:on )?fire|(?:a|the) fire|"
    r"smells? (?:like )?gas|gas leaks?|deja de respirar|no (?:puede )?respir\w*|no (?:se )?(?:puede )?(?:levant\w+|despiert\w+)|se (?:desmay\w+|ahog\w+|atragant\w+|incendi\w+|quem\w+)|"
    r"(?:le )?(?:da|diera) (?:un |otro )?(?:derrame|infarto|ataque)|le duele el pecho|sangr\w+|huele a gas|hay (?:un )?(?:fuego|incendio))\b"
)
_MEMORY_LOSS = "dementia_support"


def asks_what_if(plain: str) -> bool:
    """Whether `plain` asks what to do should somebody go missing, or another emergency come."""
    return _answer(plain) is not None


def _answer(plain: str) -> str | None:
    if not (_CONDITION.search(plain) and _WHAT_THEN.search(plain)):
        return None
    if _EMERGENCY.search(plain):
        return "utter_if_emergency"
    return "utter_if_missing" if _MISSING.search(plain) else None


def say_what_if(turn: Turn) -> None:
    """911 at once; for a missing person the line for memory loss as well. A form that was open goes on."""
    answer = _answer(turn.heard.plain) or "utter_if_emergency"
    turn.say(answer)
    line = _memory_line() if answer == "utter_if_missing" else None
    if line is not None:
        turn.say("utter_memory_line", name=line[0], phone=line[1])
    if (turn.memory.pending or "").startswith("referral"):
        ask_next(turn)


def _memory_line() -> tuple[str, str] | None:
    """The national line about memory loss that answers day and night, from its record: name and phone."""
    for hit in search().find(Query(needs=(_MEMORY_LOSS,), limit=9)).hits:
        record = hit.service.record
        always = "24 hours" in str(record.hours.get("en", "")).lower() or hit.service.open_now
        if record.need_ids[:1] == (_MEMORY_LOSS,) and record.phones and always:
            return record.organization, dialable(record.phones[0].number)
    return None
