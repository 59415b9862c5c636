"""For whom a message asks: the person spoken of before, another one, or the same request for somebody else."""

from __future__ import annotations

import re
from typing import Any

from actions.needs.evidence import is_weak
from actions.needs.persons import fits_pronoun, whom_pronoun_means
from actions.shown.remarks import is_remark
from actions.shown.run_around import got_nowhere
from actions.talk.our_part import about_us
from actions.talk.telling import only_tells
from actions.talk.told import feeling_in, thanks_only
from actions.turn import Turn

# Below the first a need is no request of its own, below the second it takes no place of another.
_WEAK, _SURE = 0.45, 0.7
_CLIENT = "client"
_FOR_ME = re.compile(
    r"(?<!not )\b(?:for|about|help) (?:me|myself)\b|\bpara mi\b|\b(?:mine|my own|lo mio)\b|\bi'?m the one\b|\b(?:and|y) (?:me|yo)$"
)
_I_ASK = re.compile(
    r"\b(?:i|we|yo) (?:\w+ )?(?:need|want|could use|am looking|necesito|quiero|ocupo)\b|\b(?:necesito|ocupo)\b"
)
_FOR_SOMEBODY = re.compile(
    r"\b(?:for|para) (?:my|our|mi|mis|nuestr[oa]|mr|mrs|ms|miss|dr|don|dona|the other|another) \w+|\b(?:for|para) (?:him|her|them|ella|ellos|el)\b(?! \w)|\bde mi \w+"
)
# "It's for my husband", "es mi amiga": says for whom, and asks for nothing new.
_SAYS_WHO = re.compile(
    r"^(?:(?:no|oh|well|sorry|ok|wait|pues|perdon) )*(?:it's|its|it is|this is|that's|thats|that is|i mean|es|esto es|eso es)"
    r" (?:not for me it's |just |really )?(?:for |para )?(?:my|our|mi|mis|el|la|him|her|them|ella|me|mi)\b|^(?:for|para) (?:my|mi|our) \w+"
)
# "A lady who speaks Polish" is who should help.
_A_HELPER = re.compile(
    r"\b(?:an?|some|un|una|alguna?) (?:\w+ )?(?:lady|woman|man|girl|guy|person|senora|muchacha|muchacho|hombre|mujer|persona) (?:who|that|to|que) (?!needs?|lives|is |can't|cant|necesita|vive|no puede)"
)
# "This is her grandson, she gave me the phone": writes from now on, and the help stays whose it was.
_WRITES_NOW = re.compile(
    r"\b(?:gave|handed|passed|lent) (?:me|him|her|my \w+) (?:the|her|his|my|this) (?:phone|tablet|cell)\b|\b(?:gave|handed|passed) (?:the|her|his|my|this) (?:phone|tablet|cell) (?:to|over)\b|"
    r"\b(?:has|took|got) (?:the|my|this) phone (?:now|and)\b|\b(?:di|dio|pase|paso|preste|presto) (?:el|su|mi) (?:telefono|celular)\b|"
    r"^(?:(?:hi|hello|hola|ok|well) )*(?:this is|it's|its|soy|habla|aqui) (?:her|his|their|su|el|la) (?:\w+ )?(?:son|daughter|grandson|granddaughter|niece|nephew|sister|brother|neighbor|hij[oa]|niet[oa]|sobrin[oa]|herman[oa]|vecin[oa])\b"
)
# Turns about what was shown: who is named there is not asked for.
_ABOUT_THE_SHOWN = frozenset(
    "ask_detail repeat closer more free_only choose not_that thanks affirm deny follow_up_answer wrong_number person "
    "withdraw_consent what_else no_answer".split()
)


def says_who(plain: str) -> bool:
    """Whether the message answers for whom the help is."""
    return bool(_SAYS_WHO.search(plain))


def remember_person(turn: Turn) -> None:
    """Make the person of the message current; notes on the turn what became of the request."""
    if _known_by_name(turn):
        return
    _by_relation(turn)
    case = turn.memory.cases.get(turn.memory.current)
    named = turn.heard.called and not turn.heard.called.startswith(_CLIENT)
    if named and case is not None and case.about == turn.heard.about:
        case.called = case.called or turn.heard.called


def _known_by_name(turn: Turn) -> bool:
    """True when somebody called by name is current now: one spoken of before, or a second one beside another."""
    memory, heard = turn.memory, turn.heard
    known = any(case.called == heard.called for case in memory.cases.values())
    if heard.called is None or (memory.shown and is_remark(turn) and not known):
        return False
    first = memory.cases.get(_CLIENT)
    if heard.called.startswith(_CLIENT) and first is not None and first.called is None:
        # Nobody was numbered so far: who was spoken of is the first.
        first.called = f"{_CLIENT} 1"
    name = _numbered(turn, heard.called)
    key = next((k for k, case in memory.cases.items() if case.called == name), None)
    if key is None:
        alike = [
            case for case in memory.cases.values() if case.called and case.about == heard.about
        ]
        named = [case for case in memory.cases.values() if case.called]
        if not alike and not (named and heard.about == "other"):
            return False
        key = name
    if key != memory.current:
        case = memory.cases.get(key)
        _switch(turn, key, case.about if case else heard.about)
        memory.case.called = name
    return True


def _numbered(turn: Turn, called: str) -> str:
    """ "Another client" is the next in number."""
    if not called.endswith("+"):
        return called
    clients = [case for case in turn.memory.cases.values() if case.about == _CLIENT]
    return f"{_CLIENT} {len(clients) + 1}"


def _by_relation(turn: Turn) -> None:
    memory, told = turn.memory, turn.heard.about or whom_pronoun_means(turn)
    about = told or _guess(turn)
    current = memory.cases.get(memory.current)
    if current is not None and told == memory.current:
        current.guessed = False
    if about is None or about == memory.current or _only_told(turn, about):
        return
    if current is not None and current.called and about == current.about:
        return
    if about == "self" and memory.current and not _speaks_for_self(turn):
        # "Can I talk to a person?" and "I'm in Boston" are of the writer, and ask for nothing for the writer.
        return
    if memory.current == "" or about in memory.cases:
        _switch(turn, about, about)
        memory.case.guessed = told is None
        return
    if _same_request(turn):
        memory.cases[about] = memory.cases.pop(memory.current)
        memory.cases[about].about, memory.cases[about].guessed = about, told is None
        memory.current = about
        turn.named_person = bool(memory.case.needs)
        return
    _switch(turn, about, about)


def _guess(turn: Turn) -> str | None:
    """Whom the first words of a conversation sound like. Later "she needs a ride too" is nobody new."""
    memory = turn.memory
    return None if memory.current or memory.cases else turn.heard.about_guess


def _same_request(turn: Turn) -> bool:
    """Whether what was asked is meant for somebody else than we thought, or for somebody not named so far."""
    case, heard = turn.memory.case, turn.heard
    if heard.act == "correct" or says_who(heard.plain):
        return True
    unknown = case.about is None or case.guessed
    return unknown and not (case.needs and heard.asked_needs)


def _only_told(turn: Turn, about: str) -> bool:
    """Somebody who comes up in a story or as "somebody", and is not the one who needs help."""
    memory, heard = turn.memory, turn.heard
    if about == "other" and (heard.act == "person" or _A_HELPER.search(heard.plain)):
        return True
    if about_us(turn) or (memory.shown and (is_remark(turn) or got_nowhere(turn))):
        return True
    asked = heard.asked_needs
    if only_tells(turn) or _WRITES_NOW.search(heard.plain):
        return True
    if memory.shown and not asked and (feeling_in(heard.plain) or thanks_only(turn)):
        return True
    of_the_list = heard.act in _ABOUT_THE_SHOWN and not _FOR_SOMEBODY.search(heard.plain)
    if memory.shown and about not in memory.cases and not asked and of_the_list:
        return True
    if says_who(heard.plain):
        return False
    if about not in memory.cases and is_weak(turn, asked):
        # "Their mama is still in jail": told of somebody who asks for nothing.
        return True
    unsure = not asked or asked[0]["score"] < _WEAK or _goes_on_with_it(turn, asked)
    return memory.pending == "place" and bool(memory.case.needs) and unsure and about != "self"


def _goes_on_with_it(turn: Turn, asked: list[dict[str, Any]]) -> bool:
    """ "My friend used to drive me", told by somebody who asked for a ride: the same need, and still the writer's."""
    case = turn.memory.case
    known = case.about is not None and not case.guessed
    same = asked[0]["need_id"] in case.needs
    return known and same and not _FOR_SOMEBODY.search(turn.heard.plain)


def _speaks_for_self(turn: Turn) -> bool:
    """ "He doesn't eat right and I think he is lonely" is still about him."""
    heard, plain = turn.heard, turn.heard.plain
    if _FOR_ME.search(plain) or heard.same_again:
        return True
    if turn.memory.pending == "place" and turn.memory.case.needs and not _I_ASK.search(plain):
        # "In Laredo, I don't remember the code": where, and nothing for the writer.
        return False
    if fits_pronoun(turn.memory.current, plain) and not _I_ASK.search(plain):
        return False
    return bool(heard.asked_needs)


def _switch(turn: Turn, key: str, about: str | None) -> None:
    memory = turn.memory
    before = memory.cases.get(memory.current)
    memory.current = key
    memory.waiting = [person for person in memory.waiting if person != key]
    case = memory.case
    case.about = about
    if before is None:
        return
    if case.place is None and before.place is not None:
        # Most families live close: not asked again, and named in the answer, so that it can be put right.
        case.place, case.place_shown = before.place, before.place_shown
    asked = turn.heard.asked_needs
    unsure = not asked or asked[0]["score"] < _SURE or is_weak(turn, asked)
    if not case.needs and before.needs and unsure and (about != "self" or turn.heard.same_again):
        # "And for my brother?": the same for him.
        case.needs, case.text, case.asked = list(before.needs), before.text, list(before.needs)
