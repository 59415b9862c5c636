"""Questions of the whole list that no field of a record answers: is one call enough, do they pay or only tell, for whom is it."""

from __future__ import annotations

import re
from collections import Counter

from actions.shown.answers import name_of, phone_of, say_the_number, say_what_it_is
from actions.shown.details import is_question
from actions.shown.listed import first_to_call, last_page, number_said, view_of
from actions.shown.meant import named_or_counted, place_in_talk, places_named
from actions.shown.pointing import asks_for_several, each_pointed_at, pointed_at
from actions.talk.tongues import names_a_tongue, say_languages
from actions.turn import Turn
from resources_index.search.view import ServiceView

_LONGEST = 32  # words
_ONE_CALL = re.compile(
    r"\b(?:one|1|a single|just the one|the same|separate|two|different) (?:phone )?(?:calls?|numbers?|office|place|outfit|people)\b|\bcall (?:\w+ ){0,3}(?:just |only )?(?:the )?once\b|\bcall (?:\w+ )?twice\b|\bjust the once\b|\ball (?:the )?(?:one|same)\b|"
    r"\b(?:una(?: sola)?|la misma|dos) llamadas?\b|\b(?:el|los) mismos? (?:numero|lugar|telefono)s?\b|\bllam\w+ (?:\w+ ){0,2}(?:una|dos) ve(?:z|ces)\b"
)
_WONDERS = re.compile(
    r"\b(?:enough|do|does|for (?:both|all|everything)|all of|so (?:it's|is)|can|basta|alcanza|sirve|es|son|para (?:todo|los dos|las dos))\b"
)
_PAYS_OR_TELLS = re.compile(
    r"\bor (?:do (?:they|you) )?(?:just|only|simply) (?:to )?(?:tell|give|inform|refer|send|talk|say|pay|insul\w*|windows?)\w*\b|\b(?:do|does|would|will) (?:\w+ ){1,5}(?:actually|really) (?:pay|give|help)\b.*\bor\b|"
    r"\bo (?:nada mas|nomas|solo|solamente) (?:me |le |nos )?(?:dicen?|informan?|mandan?|orientan?|dan)\b"
)
_FOR_WHOM = re.compile(
    r"\bfor (?P<one>me|her|him|us|my \w+|mom|dad|[a-z]+) or (?:is it )?(?:for )?(?:me|her|him|us|my \w+|mom|dad)\b|\bpara (?:mi|ella|el|mi \w+) o (?:es )?(?:para )?(?:mi|ella|el|mi \w+)\b"
)
_WHICH_IS_FOR = re.compile(
    r"^(?:(?:and|so|ok|but|y|pero) )*(?:which|what|cual|que)(?: one| number| phone| numero| of (?:them|these|those))?(?: (?:is|was|are|do i call|should i call|es|era|llamo))?(?: the one)? (?:for|para) (?!me\b|her\b|him\b|us\b|mi\b)"
)
# Where to turn is told, and nothing is paid.
_ONLY_TELLS = re.compile(r"\btells?\b|\blooks? up\b|\bconnects? you\b", re.IGNORECASE)
_MAY_PAY = re.compile(r"\bpays? for\b|\bmay (?:\w+ )?pay\b|\bmay lower\b", re.IGNORECASE)
_SEVERAL = 2


def answer_of_the_list(turn: Turn) -> bool:
    """True when such a question was asked and has been answered."""
    memory, plain = turn.memory, turn.heard.plain
    if not memory.shown or memory.pending not in (None, "need_choice") or turn.heard.asks_person:
        return False
    if len(plain.split()) > _LONGEST:
        return False
    if asks_of_one_call(turn):
        say_whether_one_call(turn)
    elif _says_each(turn) or _says_which(turn):
        pass
    elif _PAYS_OR_TELLS.search(plain):
        _say_pays_or_tells(turn)
    elif _FOR_WHOM.search(plain) and (number_said(turn) or places_named(turn)):
        _say_for_whom(turn)
    elif names_a_tongue(turn):
        say_languages(turn, last_page(turn))
    else:
        return False
    memory.answered()
    return True


def _says_each(turn: Turn) -> bool:
    """ "Which number for the ride and which for the gas bill": each with what it is for."""
    each = each_pointed_at(turn) if asks_for_several(turn) else []
    if len(each) < _SEVERAL:
        return False
    for one in each:
        name, phone = name_of(one.view), phone_of(one.view)
        turn.say("utter_number_for", topic=one.phrase, name=name, phone=phone)
    return True


def _says_which(turn: Turn) -> bool:
    """ "Which one is for the gas bill"."""
    meant = pointed_at(turn) if _WHICH_IS_FOR.search(turn.heard.plain) else None
    if meant is None:
        return False
    say_the_number(turn, meant.view)
    return True


def asks_of_one_call(turn: Turn) -> bool:
    """ "Is one call enough for both of us?", "so it's all the one outfit, I just call once"."""
    plain = turn.heard.plain
    return bool(_ONE_CALL.search(plain) and _WONDERS.search(plain)) and is_question(turn)


def say_whether_one_call(turn: Turn) -> None:
    """Whether one office of the page answers for more than one of its rows."""
    page = [view for view in last_page(turn) if view.record.phones]
    reach = Counter(phone_of(view) for view in page)
    shared = next((view for view in page if reach[phone_of(view)] >= _SEVERAL), None)
    first = shared or first_to_call(turn)
    if first is None:
        turn.say("utter_details_unknown")
        return
    turn.memory.chosen = first.record.id
    same = shared is not None or len(reach) == 1
    turn.say("utter_one_call" if same else "utter_not_one_call", name=name_of(first), phone=phone_of(first))  # fmt: skip


def _say_pays_or_tells(turn: Turn) -> None:
    meant = _meant(turn)
    say_what_it_is(turn, [meant] if meant else last_page(turn))
    told = meant.record.summary.get("en", "") if meant is not None else ""
    if _ONLY_TELLS.search(told) and not _MAY_PAY.search(told):
        turn.say("utter_they_tell_you")


def _say_for_whom(turn: Turn) -> None:
    meant = _meant(turn)
    if meant is not None:
        say_what_it_is(turn, [meant])
    turn.say("utter_one_for_all")


def _meant(turn: Turn) -> ServiceView | None:
    shown = turn.memory.shown
    only = view_of(turn, shown[0]) if len(shown) == 1 else None
    return named_or_counted(turn, place_in_talk(turn) or only)
