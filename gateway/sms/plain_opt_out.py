"""Opting out in plain words, English and Spanish.

The law counts any reasonable wording; a person in need who merely writes "stop" in another sense must not
be cut off. So a clause counts only as a whole: courtesies in front, a request that is about *our texts to
this phone*, courtesies behind, and nothing else. "Stop texting me please" is one; "stop by", "I can't quit
smoking", "don't text my daughter" and "they will cancel my lights" are not.

The sentences stand in opt_out_english.py and opt_out_spanish.py, spellings in opt_out_words.py. What no
sentence fits counts when it sounds like nothing else (opt_out_by_ear.py).
"""

from __future__ import annotations

import re

from gateway.sms import opt_out_english as english
from gateway.sms import opt_out_spanish as spanish
from gateway.sms.loose_opt_out import asks_in_harmless_words, may_ask_to_end
from gateway.sms.opt_out_by_ear import sounds_like_it, sounds_sure
from gateway.sms.opt_out_words import MOST_READ, clauses, unsigned

_WRONG = r"(?:wrong (?:number|person)|you have the wrong (?:number|person)|this is (?:the|a) wrong number|numero equivocado|(?:se )?(?:esta )?equivocad?o(?: de numero)?)"


def _whole(before: str, cores: tuple[str, ...], after: str, why: str) -> re.Pattern[str]:
    request = rf"(?:{'|'.join(cores)})"
    return re.compile(
        rf"(?:{before} ){{0,6}}{request}(?: (?:and |y )?{after}){{0,5}}"
        rf"(?: (?:(?:and|y|so) )?(?:{before} ){{0,2}}{request}(?: {after}){{0,3}}){{0,2}}(?: {why} [a-z' ]+)?"
    )


_CLAUSES = (
    _whole(
        rf"(?:{english.ENGLISH_BEFORE}|{_WRONG}|leave (?:me|us) alone(?: and)?)",
        english.ENGLISH,
        english.ENGLISH_AFTER,
        "(?:because|because of|since|cause|cuz|bc)",
    ),
    _whole(
        rf"(?:{spanish.SPANISH_BEFORE}|{_WRONG}|dejen?me (?:en paz|tranquil[ao])(?: y)?)",
        spanish.SPANISH,
        spanish.SPANISH_AFTER,
        "porque",
    ),
)
_COURTEOUS = (
    rf"(?:{english.ENGLISH_BEFORE}|{english.ENGLISH_AFTER}|{english.ENGLISH_REASON}|"
    rf"{spanish.SPANISH_BEFORE}|{spanish.SPANISH_AFTER}|{spanish.SPANISH_REASON}|{_WRONG})"
)
_COURTESY = re.compile(rf"{_COURTEOUS}(?: {_COURTEOUS}){{0,5}}")
_ALONE = re.compile(
    rf"(?:{_COURTEOUS} ){{0,4}}(?:{'|'.join((*english.ENGLISH_ALONE, *spanish.SPANISH_ALONE))})(?: {_COURTEOUS}){{0,4}}"
)
_PERHAPS = english.ENGLISH_PERHAPS | spanish.SPANISH_PERHAPS
_ASKED = re.compile(
    r"(?:.* )?(?:can|could|would|will|how|is there|pueden?|podrian?|pudieran?|como)\b"
)
# "My mom passed away please stop texting her phone"; "I got help so you can stop texting now".
_TURNS_TO_US = (" please ", " so you can ", " so you may ", " so please ", " por favor ")
# Somebody else's texts may end so that one's own go on: "Don't text my husband. Text me."
_SOMEBODY_ELSE = re.compile(rf"\b(?:{english.PERSON}|{spanish.PERSON}|les?)\b")
_ASKS_FOR_TEXTS = re.compile(
    r"(?:(?:just|only|but|instead|please|so|you can|text|you should) )*(?:text|message|write|write to|send (?:it|them) to) (?:me|us|my (?:phone|number))(?: (?:instead|only|please|on [a-z ]+))?|"
    r"(?:mejor |solo )?(?:escribanme|mandenme|textenme|escribame|mandeme)(?: [a-z ]+)?"
)


def opts_out_in_plain_words(text: str) -> bool:
    """Whether a clause of `text` as a whole asks that our texts to this phone end."""
    found = clauses(unsigned(text))
    goes_on = any(_ASKS_FOR_TEXTS.fullmatch(clause) for clause, _ in found)
    for clause, mark in found:
        if _asks_to_end(clause, mark) and not (goes_on and _SOMEBODY_ELSE.search(clause)):
            return True
    if len(text) > MOST_READ:
        return False
    # "Wrong number. Stop": nothing but courtesies around a bare word.
    bare = [clause for clause, _ in found if not _COURTESY.fullmatch(clause)]
    if bare and all(_ALONE.fullmatch(clause) for clause in bare):
        return True
    return not goes_on and sounds_sure(text)


def may_opt_out(text: str) -> bool:
    """Whether somebody may want our texts to end, in words that are not sure enough to do it."""
    found = clauses(text)
    if len(text) > MOST_READ:
        return False
    return (
        sounds_like_it(text)
        or any(may_ask_to_end(clause) for clause, _ in found)
        or (len(found) == 1 and found[0][0] in _PERHAPS)
    )


def _asks_to_end(clause: str, mark: str) -> bool:
    if mark == "?" and not _ASKED.match(clause):
        return False
    if any(pattern.fullmatch(clause) for pattern in _CLAUSES) or asks_in_harmless_words(clause):
        return True
    return any(_turns_to_us(clause, turn) for turn in _TURNS_TO_US)


def _turns_to_us(clause: str, turn: str) -> bool:
    story, _, request = clause.rpartition(turn)
    if not story or story.endswith((" to", " que")):
        # "Tell them to please stop texting me."
        return False
    return any(pattern.fullmatch(request) for pattern in _CLAUSES)
