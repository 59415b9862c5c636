"""What is asked about a request that our desk has: which number it holds, whether something stands in it."""

from __future__ import annotations

import re
from typing import Any

from actions.desk.request import agency_named
from actions.form.clauses import parts_of
from actions.form.notes import note_of
from actions.heard import Heard
from actions.needs.came_for import words_told
from actions.turn import Turn

_NUMBER = re.compile(r"\b(?:numbers?|phone|cell|numero|telefono|celular)\b")
_OURS = re.compile(
    r"\b(?:(?:give|gave|told|tell|send|sent|put|wrote|write|have|has|got|using|use)\b.{0,25}\b(?:them|desk|her|him|you|me|us|for me|down)|(?:do|did) (?:they|you) (?:have|got|write|put|use)|(?:they|you) (?:have|got|wrote|put)|did i (?:give|put|send|write|tell)|"
    r"(?:which|what) .{0,25}(?:will|do|are|would) they (?:call|use|calling|going)|(?:right|correct|good|bien|correcto)$|esta (?:bien|mal|correcto) |(?:dio|di|dieron|puso|puse|mando|tiene\w*|anoto|apunto|van a llamar)\b)"
)
_MINE = re.compile(
    r"\b(?:my|our|i|me|us|they|them|desk|for me|mi|me|su|oficina|her|his|(?:the|right|which|what|wrong) (?:phone )?(?:number|phone)|que (?:numero|telefono)|cual (?:numero|telefono))\b"
)
_ASKS = re.compile(
    r"^(?:(?:and|so|but|well|ok|wait|hey|forget it|y|pero|oiga|ay) )*(?:is|was|are|did|do|does|which|what|what's|whats|have|esta|es|que|cual|le|les|puse|di)\b"
)
# "What number did you give for the county?" asks for theirs.
_OF_OTHERS = re.compile(
    r"\b(?:for|of|to|de|del|para) (?:the|that|la|el|los) (?!desk|oficina)\w+|\b(?:agency|office|county|place|agencia|condado)(?:'s)?\b"
)
# That is the number of the request, or of a place.
_GIVEN_TO_ME = re.compile(
    r"\b(?:you|they|u) (?:just )?(?:gave|sent|told|give) (?:me|us)\b|\bme (?:dio|dieron|mando)\b"
)
_TOLD = re.compile(
    r"^(?:(?:and|so|but|well|ok|wait|y|pero|oiga) )*(?:did|do|have|has|does) (?:they|you|the desk|anybody|it|she|he)(?: \w+)? (?:tell|told|say|said|mention|mentioned|put|share|shared|know|pass|have|has|leave out|left out|get|got)(?: (?:them|em|it|to them|about|of|on|in|down))* "
    r"(?:about |of )?(?:the|my|that|her|his|our|those) (?P<what>[a-z' ]{3,40}?)(?: (?:thing|part|bit|stuff|out|in there|in it|yet|too|down))*$|"
    r"^(?:(?:y|pero|oiga) )*(?:ya )?(?:(?:les|le|se lo) )?(?:dij\w+|mencion\w+|puso|pusieron|saben|cont\w+) lo de(?:l)? (?:lo |mi |el |la )*(?P<que>[a-z ]{3,40})$"
)
_WHO_SEES = re.compile(
    r"\b(?:who|quien(?:es)?)\b.{0,20}\b(?:sees?|gets?|has|have|reads?|knows?|ve|ven|tiene|lee|sabe)\b.{0,20}\b(?:my|this|mi|esto|eso|what i)\b"
)
# Of the call, and not of what was written.
_OF_THE_CALL = re.compile(r"\b(?:number|phone|call\w*|numero|telefono|llam\w+|message|voicemail)\b")


def tells_what_we_have(turn: Turn, open_now: bool) -> bool:
    """True when such things were asked and have been answered, each once."""
    sent = turn.memory.referral.get("sent")
    if not sent or not open_now:
        return False
    said: set[str] = set()
    for part in parts_of(turn.heard.text):
        plain = Heard(part, "").plain
        if _asks_for_number(plain):
            said.add("number")
            turn.say("utter_referral_have", written=_reach(sent, turn))
            continue
        if _WHO_SEES.search(plain) and "who" not in said:
            said.add("who")
            turn.say("utter_referral_who", agency=agency_named(turn))
            continue
        told = _TOLD.match(plain)
        what = next((group for group in told.groups() if group), "") if told else ""
        if what and not _OF_THE_CALL.search(what) and "what" not in said:
            said.add("what")
            holds = _holds(turn, sent, what)
            turn.say("utter_request_holds" if holds else "utter_request_holds_not")
    return bool(said)


def _asks_for_number(plain: str) -> bool:
    if not _NUMBER.search(plain) or not _ASKS.match(plain) or _OF_OTHERS.search(plain):
        return False
    if _GIVEN_TO_ME.search(plain):
        return False
    return bool(_OURS.search(plain) and _MINE.search(plain))


def _reach(sent: dict[str, Any], turn: Turn) -> str:
    number = str(turn.memory.referral.get("number") or sent.get("number") or "")
    return ", ".join(filter(None, (number, str(sent.get("ask_for") or ""))))


def _holds(turn: Turn, sent: dict[str, Any], what: str) -> bool:
    """Whether each word of `what` stands in the note or in the words that were shared."""
    told = words_told(turn, list(sent.get("needs") or []))
    left_out = set(sent.get("left_out") or [])
    shared = Heard(f"{note_of(sent)} {told}", "").plain
    words = [word.rstrip("s") for word in what.split() if len(word) > len("the")]
    return bool(words) and all(word in shared and word not in left_out for word in words)
