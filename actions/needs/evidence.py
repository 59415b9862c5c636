"""How much a later message must say before it opens a new topic.

A short sentence after a list goes on about what is in hand unless it says plainly that it asks for something else. Measured on
120 such turns and 400 single requests read as later ones (data/evaluation/follow_ups, understanding): the share of the acts that ask for a need,
times the score of the need. From .35 on 392 of 450 requests and 12 of 815 other turns; below .2 32 of 450 requests.
"""

from __future__ import annotations

import re
from typing import Any

from actions.heard import Heard
from actions.needs.denied import denied_needs
from actions.needs.need_words import names_need
from actions.shown.ruled_out import needs_ruled_out
from actions.turn import Turn
from resources_index.search import is_urgent

_NEW, _TOLD, _PERHAPS, _NARROWED = 0.35, 0.45, 0.2, 0.6
_NAMED_SURELY = 0.85
_NAMED, _GUESS, _LIKELY, _REJECTED = 0.9, 0.25, 0.5, 0.7
_WHO = 0.6
_ANY_BENEFIT = "benefits_check"
_NO_RIDE = 3  # words, in which nothing else is said
_ASK_ACTS = frozenset({"ask_need", "add_need"})
# What weighs heavily on whoever reads it is not opened by a sentence without a word of it.
_OWN_WORDS = {
    "elder_abuse": r"abus\w*|hit(?:s|ting)?|hurt(?:s|ing)?|beat\w*|slap\w*|push\w*|shov\w*|yell\w*|scream\w*|scar(?:ed|es|ing)|afraid|threat\w*|steal\w*|stole|took|takes|taking|neglect\w*|lock\w*|"
    r"starv\w*|unsafe|dirty|filth\w*|alone|report|maltrat\w*|peg\w*|golpe\w*|grit\w*|miedo|amenaz\w*|rob\w*|quit\w*|descuid\w*|abandon\w*|encierr\w*|sol[oa]",
    "fraud_scams": r"scam\w*|fraud\w*|phish\w*|hack\w*|stole\w*|steal\w*|fake|trick\w*|con|bank|cards?|gift|wire\w*|identity|password|prize|lottery|bill(?:ed|ing)|charg\w*|account|suspicious|"
    r"(?:social security|medicare) number|estaf\w*|fraude\w*|rob\w*|enga\w*|falso|falsa|banco|tarjetas?|cuenta|identidad|premio|loteria|cobr\w*|clave",
    "ltc_ombudsman": r"(?:nursing|care|group|rest|old folks) homes?|home|facilit\w*|assisted|rehab|aides?|staff|nurses?|residents?|asilos?|hogar|residencia|centro|enfermer\w*|personal|cuidador\w*",
    "long_term_care": r"nursing|facilit\w*|homes?|assisted|memory care|long term|placement|place(?:d)?|move|asilos?|hogar|residencia|largo plazo|internar\w*",
    "hospice_palliative": r"hospice|comfort|palliat\w*|dying|die|dies|terminal|end of life|last (?:days|weeks|months)|hospicio|paliativ\w*|morir|muriendo|terminal",
}  # fmt: skip
_HEAVY = {need: re.compile(rf"\b(?:{words})\b") for need, words in _OWN_WORDS.items()}
# "I ain't got no computer" says why a page is of no use; "I need a computer" asks for one.
_ASKS_FOR = re.compile(
    r"\b(?:need|want|help|learn|teach|fix|cheap\w*|class\w*|buy|afford|get (?:a|me|us|online|on|internet)|necesit\w+|quier\w+|ayud\w+|aprend\w+|ensen\w+|arregl\w+|barat\w+|clases?|compr\w+|consegu\w+)\b"
)
# Words that ask, in either language.
ASKS = re.compile(
    r"\b(?:somebody to|someone to|somebody who|someone who|alguien que|que alguien|alguien (?:me |nos )?l[aoe]s? \w+[ae]n?|una persona que|quien (?:la|lo|me|le) \w+|need\w*|want\w*|help\w*|looking for|find|get|also|too|what about|how about|can you|could you|can i|could i|who|where|is there|are there|"
    r"can't afford|cant afford|any|necesit\w+|quier\w+|quisiera|ayud\w+|busc\w+|ocup\w+|tambien|ademas|hay|donde|quien|puede\w*|me falta\w*)\b"
)
# "LAWYER. I asked for a lawyer": said once more.
_INSISTS = re.compile(
    r"\b(?:(?:i|we|i'm|we're) (?:\w+ )?(?:asked|asking|said|told|meant|mean)|(?:ya )?(?:le|te|les) (?:dije|pedi|digo|pregunte)|(?:yo )?(?:dije|pedi))\b"
)
_LONG_AGO = re.compile(
    r"\b(?:used to|(?:he|she) always|when (?:he|she|we|i) (?:was|were) (?:alive|young|little|a)|years ago|back then|in those days|solia\w*|(?:el|ella|mi \w+) siempre|era\b.*\b(?:anos|antes)|hace anos|cuando (?:vivia|era)|en aquel)\b"
)
_NARROWS = re.compile(
    r"^(?:(?:but|and|y|pero|si|yes|ok) )*(?:one|ones|something|just|only|un[oa]s?|algo|nada mas|nomas|solo|solamente)\b"
)
_REJECTS = re.compile(
    r"^(?:(?:no|nope|nah|ay|pero|but) )*(?:not (?:that|those|this|the \w+)|eso no|es[oa]s? no|(?:el|la) (?:\d|\w+[oa]) no|no es eso|no quiero eso|that's not it|thats not it)\b"
)
_WHO_DOES = re.compile(
    r"^(?:(?:and|but|so|y|pero|pues) )*(?:who (?:can|could|would|will) (?:\w+ ){0,2}(?:me|her|him|us|them|my \w+)\b|quien (?:me|la|lo|nos|le|los|las) \w+|quien (?:puede|podria) \w+(?:me|la|lo|nos|le)\b)"
)
_OF_ME = re.compile(r"\b(?:i'm|im|i am|i got|i have|tengo|me|nos|estoy)\b")
_BATHES = re.compile(
    r"\b(?:bath(?:e|es|ing)|(?:take|taking|takes) (?:a|my|her|his) (?:bath|shower)|shower(?:ing)? (?:alone|by \w+self)|banar(?:me|se|la|lo)|(?:me|se) ban[oa])\b"
)


def weighed(turn: Turn, asked: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What of `asked` (need_id and score, best first) the message surely asks for; notes on the turn what is in doubt."""
    heard, case = turn.heard, turn.memory.case
    first = not turn.memory.shown and not case.needs
    denied = denied_needs(heard.plain, first) | needs_ruled_out(turn)
    if denied and heard.needs:
        return _without(turn, asked, denied)
    if turn.memory.shown and rejects_what_is_shown(heard.plain):
        asked = asked or [need for need in heard.needs if need["score"] >= _REJECTED]
    if asks_who_does(heard):
        asked = asked or heard.needs[:1]
    remembers = turn.memory.shown and _only_remembers(heard)
    asked = [] if remembers else _asked_for(turn, asked)
    if not asked or not turn.memory.shown:
        return asked
    asked = [
        need
        for need in asked
        if _in_own_words(need["need_id"], heard.plain) or need["need_id"] in case.needs
    ]
    if not asked or heard.act not in _ASK_ACTS or asked[0]["need_id"] in case.needs:
        return asked
    sure = evidence(heard, asked[0])
    if sure >= (_PERHAPS if names_it(heard, asked[0]["need_id"]) else _must_be(heard)):
        return asked
    if sure >= _PERHAPS and (asked[0]["score"] >= _NAMED or ASKS.search(heard.plain)):
        turn.in_doubt = asked[:1]
    return []


def rather_named(turn: Turn, asked: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """ "What else you got, I get lonesome": no check of benefits, where something else has a word of its own."""
    heard = turn.heard
    if not turn.memory.shown or not asked or asked[0]["need_id"] != _ANY_BENEFIT:
        return asked
    if names_need(_ANY_BENEFIT, heard.plain):
        return asked
    known = [*asked[1:], *heard.guesses]
    named = [need for need in known if names_need(need["need_id"], heard.plain)]
    return [{**named[0], "score": asked[0]["score"]}] if named else asked


def names_it(heard: Heard, need: str) -> bool:
    """ "Solo quiero el transporte", "me desalojan el viernes": asked for, or in a hurry, in its own words."""
    asks = ASKS.search(heard.plain) or _INSISTS.search(heard.plain) or is_urgent(heard.text)
    return bool(asks) and names_need(need, heard.plain)


def surely_opens(turn: Turn) -> bool:
    """ "No, not the phone. It is the LIGHT": something that is not in hand, surely and by a word of its own."""
    needs, plain = turn.heard.needs, turn.heard.plain
    known = turn.memory.case.needs
    if not needs or needs[0]["score"] < _NAMED_SURELY or needs[0]["need_id"] in known:
        return False
    asks = turn.heard.act in (*_ASK_ACTS, "correct", "not_that")
    return asks and names_need(needs[0]["need_id"], plain)


def _only_remembers(heard: Heard) -> bool:
    """ "He used to do all the cooking": told of long ago, and asked for by nobody."""
    return bool(_LONG_AGO.search(heard.plain)) and not ASKS.search(heard.plain)


def _must_be(heard: Heard) -> float:
    """What only narrows, or only tells, must be surer than what asks."""
    if _NARROWS.search(heard.plain):
        return _NARROWED
    return _NEW if heard.act == "add_need" or ASKS.search(heard.plain) else _TOLD


def evidence(heard: Heard, need: dict[str, Any]) -> float:
    """0 to 1: how surely the message asks for `need` as something new."""
    return min(1.0, heard.asks_share) * float(need["score"])


def asks_who_does(heard: Heard) -> bool:
    """ "¿Quién la puede llevar?" asks for somebody, and not what to bring along."""
    named = bool(heard.needs) and heard.needs[0]["score"] >= _WHO
    return named and bool(_WHO_DOES.search(heard.plain))


def is_weak(turn: Turn, asked: list[dict[str, Any]]) -> bool:
    """Whether the message, sent after a list, hardly asks for a need of its own."""
    heard = turn.heard
    if not turn.memory.shown or heard.act not in _ASK_ACTS:
        return False
    return bool(asked) and evidence(heard, asked[0]) < _must_be(heard)


def rejects_what_is_shown(plain: str) -> bool:
    """ "Not that, I'm hungry": what follows need not push anything aside."""
    return bool(_REJECTS.search(plain) and (ASKS.search(plain) or _OF_ME.search(plain)))


def least_after_a_no() -> float:
    """The score from which what follows such a no counts."""
    return _REJECTED


def _without(turn: Turn, asked: list[dict[str, Any]], denied: set[str]) -> list[dict[str, Any]]:
    """ "Not a ride, somebody to look after her": the best of what is left, also when it is no more than likely."""
    case, heard = turn.memory.case, turn.heard
    if any(need not in heard.needs and need["need_id"] not in denied for need in asked):
        # "I only need the ride. And I have no Medicaid": what is wanted was said in as many words.
        return asked
    left = [need for need in heard.needs if need["need_id"] not in denied]
    in_hand = bool(denied & set(case.needs))
    if not in_hand and not (turn.memory.shown and ASKS.search(heard.plain)):
        return [need for need in asked if need["need_id"] not in denied]
    if in_hand and not left and len(heard.plain.split()) > _NO_RIDE:
        left = [need for need in heard.guesses if need["need_id"] not in denied]
    least = _GUESS if in_hand else _LIKELY
    left = [n for n in left if n["score"] >= least and _in_own_words(n["need_id"], heard.plain)]
    turn.put_right = bool(left)
    return left[:1]


# "Yo no uso internet. También se me rompió la dentadura": told so that nobody sends a page.
_DOES_WITHOUT = re.compile(
    r"\b(?:no (?:uso|usa|manejo|quiero|se usar|le entiendo al?)|(?:don't|dont|do not|doesn't|never) (?:use|do|want|fool with|mess with)) (?:\w+ ){0,2}(?:internet|computers?|computadoras?|e ?mail|websites?|correo)\b"
)


def _asked_for(turn: Turn, asked: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Without what is only an excuse; whoever fears the tub needs somebody there before a class."""
    plain = turn.heard.plain
    excuse = _DOES_WITHOUT.search(plain) or not _ASKS_FOR.search(plain)
    if (len(asked) > 1 or turn.memory.shown) and excuse:
        asked = [need for need in asked if need["need_id"] != "tech_help"]
    if asked and asked[0]["need_id"] == "falls_prevention" and _BATHES.search(plain):
        asked = [{"need_id": "in_home_care", "score": asked[0]["score"]}, *asked]
    return list({need["need_id"]: need for need in asked}.values())


def _in_own_words(need: str, plain: str) -> bool:
    return need not in _HEAVY or bool(_HEAVY[need].search(plain))
