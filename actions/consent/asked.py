"""What is asked about the last question itself: which office, what it is about, whether a name is in it, what a part of it means."""

from __future__ import annotations

import re

from actions.consent.wording import agency_in_words, untold_in_words
from actions.desk.request import agency_known, unwanted
from actions.form.notes import note_of
from actions.form.withheld import is_withheld
from actions.needs.came_for import needs_of_request, words_told
from actions.shown.not_listed import thing_name
from actions.turn import Turn
from resources_index.index.needs import need_name

_OFFICE = r"(?:agency|agencies|office|place|outfit|company|people|one|agencia|oficina|lugar|gente)"
_WHICH = re.compile(
    rf"\b(?:which|what) {_OFFICE}\b|\b(?:who|what|which)(?: is|'s|s| are)? (?:the|that|this|your|one)(?: \w+)? ?(?:agency|office|place)\b|\bwho (?:all )?(?:else )?(?:gets|will get|would get|are you (?:sharing|giving|sending)|do you (?:share|give|send)|is it going to|does it go to)\b|"
    rf"\b(?:cual|que|quien)(?: es)?(?: la| el)? (?:agencia|oficina|lugar)\b|\ba (?:cual|que|quien)(?: \w+)? (?:se lo|lo|la|se la|van?|agencia|oficina)\b"
)
_ABOUT = re.compile(
    r"\b(?:which|what) needs?\b|\bwhat(?: is|'s|s) (?:it|this|that) (?:all )?(?:about|for)\b|\babout what\b|\bwhat (?:am i|are we|did i|do i) ask\w*\b|\b(?:sobre|para|de) que (?:es|era|seria|trata)\b|\bde que se trata\b|\bque (?:pedi|estoy pidiendo)\b|\bcuales? (?:necesidades|cosas)\b"
)
_UNWANTED = re.compile(
    r"\b(?:who(?:m)?|what)\b.{0,15}\b(?:don't|dont|do not) want\b|\bwhom you do not want\b|\ba quien no quier[eo]\b"
)
_MEANS = re.compile(
    r"\bwhat (?:does|do|is) (?:all )?(?:this|that|it|these words|them words)(?: all)? (?:mean|about)\b|\bwhat am i (?:agreeing|saying yes) to\b|\bque (?:quiere decir|significa) (?:todo )?(?:eso|esto)\b"
)
_THERE = r"(?:in (?:there|it|that|this|here)|on (?:there|it|that)|there|included|part of (?:it|that)|ahi|alli|en eso|incluid[oa])"
_IN_THERE = re.compile(
    rf"^(?:(?:and|so|but|wait|ok|y|pero|oiga) )*(?:is|are|was|did you (?:put|write|include|say|mention)|do you (?:have|say|mention)|does (?:it|that|this) (?:say|have|mention|tell)|you didn't put|esta|estan|viene|puso|dice)(?: (?:anything|something|algo))?(?: (?:about|de|sobre|lo de))? "
    rf"(?P<what>.{{2,40}}?)(?: (?:written|put|down))?(?: {_THERE})?(?: (?:too|also|tambien|already|anywhere))*$"
)
_MUST_SAY_THERE = re.compile(
    rf"\b{_THERE}\b|\b(?:say|mention|dice|about|de|sobre|put|write|included?|puso)\b"
)
_FIELDS = (
    ("name", re.compile(r"^(?:my|mi)(?: first)? (?:name|nombre)$")),
    ("number", re.compile(r"^(?:my|mi) (?:phone|number|phone number|telefono|numero|celular)$")),
    ("place", re.compile(r"^(?:my|mi|our|her|his|su|the|la) (?:address|town|city|zip(?: code)?|direccion|ciudad|pueblo|codigo(?: postal)?)$")),
    ("note", re.compile(r"^(?:my|the|that|mi|la) (?:note|nota)$")),
    ("time", re.compile(r"^(?:my|the|la|mi) (?:time|hora)$")),
)  # fmt: skip
_SMALL = frozenset("my her his the a an our their about of thing stuff part anything mi su la el los las de lo un una algo".split())  # fmt: skip
_NAMES = re.compile(
    r"\b(?:her|his|their|su) (?:first |last )?(?:name|nombre)$|\bnombre de (?:ella|el)$"
)
_CALLED = re.compile(
    r"\b(?:name is|name's|named|called|(?:patient|client|mother|mom|father|dad|aunt|wife|husband) is|se llama|llamad[oa]) (\w+)"
)


def answer_about_consent(turn: Turn) -> bool:
    """True when the question was asked about, and answered; it comes again after it."""
    plain = turn.heard.plain
    if _UNWANTED.search(plain):
        _say_unwanted(turn)
    elif _ABOUT.search(plain):
        turn.say("utter_referral_about", topic=_topic(turn))
    elif _MEANS.search(plain):
        turn.say("utter_referral_next")
    elif _WHICH.search(plain):
        known = agency_known(turn)
        say = "utter_referral_which_agency" if known else "utter_referral_which_none"
        turn.say(say, name=known or agency_in_words(turn.language))
    else:
        return _says_whether_in_there(turn)
    return True


def _topic(turn: Turn) -> str:
    named = ", ".join(need_name(need, turn.language) for need in needs_of_request(turn))
    return thing_name(turn.memory.case, turn.language) or named or untold_in_words(turn.language)


def _say_unwanted(turn: Turn) -> None:
    names = unwanted(turn)
    if names:
        turn.say("utter_referral_unwanted", names=", ".join(names))
    else:
        turn.say("utter_referral_nobody_unwanted")


def _says_whether_in_there(turn: Turn) -> bool:
    found = _IN_THERE.match(turn.heard.plain)
    if found is None or not _MUST_SAY_THERE.search(turn.heard.plain):
        return False
    is_there = _is_there(turn, found["what"].strip())
    turn.say("utter_referral_in_there" if is_there else "utter_referral_not_in_there")
    return True


def _is_there(turn: Turn, what: str) -> bool:
    answers = turn.memory.referral
    field = next((name for name, said in _FIELDS if said.match(what)), None)
    if field == "place":
        return bool(turn.memory.case.place_shown) and not is_withheld(answers, "place")
    if field == "note":
        return bool(note_of(answers))
    if field:
        return bool(answers.get(field))
    told = "" if is_withheld(answers, "words") else words_told(turn, needs_of_request(turn))
    shared = f"{answers.get('name') or ''} {note_of(answers)} {told}".lower()
    if _NAMES.search(what):
        return bool(_CALLED.search(shared))
    words = [word for word in what.split() if word not in _SMALL]
    return bool(words) and all(word.rstrip("s") in shared for word in words)
