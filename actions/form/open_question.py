"""Does a message answer the question that was asked last? Then it is answered here."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import Any

from actions.desk.follow_up import take_follow_up
from actions.desk.referral import ask_next
from actions.form import wordings
from actions.form.refusal import take_up
from actions.form.taking import take_answer
from actions.form.taking_up import belongs_to_the_form, take_up_again, take_up_paused
from actions.heard import BEFORE_ANY_LIST
from actions.rooms import places
from actions.show import ask_need, find_help, show_services
from actions.shown.details import about_a_listed_service
from actions.shown.remarks import is_remark
from actions.talk.told import lets_it_be
from actions.turn import Turn
from resources_index.places import Place, Resolved

_INTERRUPTS = frozenset({"start_over", "delete_my_data", "withdraw_consent", "language_switch"})
_SAYS_LITTLE = frozenset(
    "greeting off_topic no_answer unsure affirm deny thanks how_it_works who_are_you repeat choose insult what_else more".split()
)
# "Don't ask me no ZIP code": the place is their own business.
_NO_PLACE = re.compile(
    r"\b(?:no|not|don't|dont|won't|wont|never|quit)\b.{0,40}\b(?:zip(?: code)?|town|address|where i (?:live|am|stay)|location)\b|none of your business|"
    r"\brather not\b|\bprefiero no\b|\bno (?:le |se lo )?(?:digo|doy|quiero dar|quiero decir)\b"
)
_MUST_I = re.compile(
    r"\b(?:do i (?:have|need) to|must i|am i supposed to|tengo que|es obligatorio|hace falta|debo) (?:give|tell|say|put|share|dar\w*|decir\w*|poner\w*)\b"
)
_ONLY_TELLS = re.compile(
    r"\b(?:i |we )?(?:only|just) (?:wanted|want|needed) (?:to|somebody to|someone to) (?:tell|say|talk|listen|hear|vent)\b|"
    r"\b(?:nomas|solo|nada mas) (?:queria|quiero) (?:contar\w*|decir\w*|platicar\w*|hablar|desahogar\w*)\b"
)
_LEAVES = re.compile(
    r"\b(?:start (?:over|again)|from the beginning|(?:delete|erase|wipe|forget) (?:all|everything|me|my (?:data|info\w*|messages))|borr\w+ (?:todo|mis? (?:datos|informacion|mensajes))|(?:empez\w+|empec\w+|comenz\w+|comenc\w+) (?:de nuevo|otra vez))\b"
)
_GO_ON = re.compile(
    r"^(?:(?:ok|okay|yes|i'm ok|im ok|si|bueno|please) )*(?:go on|go ahead|continue|keep going|carry on|siga|sigamos|adelante|continue)\b"
)
_OPENS_AGAIN = frozenset({"affirm", "correct", "person", "withdraw_consent"})
_YES_AFTER_ALL = re.compile(
    r"\b(?:yes|yeah|si|do it|go ahead|share(?: it)?|compart\w+|call me|changed my mind|after all|mejor que si|cambie de (?:idea|opinion)|llamen?me|me llamen)\b"
)
_CHOOSES_NOTHING = frozenset({"affirm", "unsure", "no_answer", "ask_detail"})
_ALIKE = 0.72
_ZIP, _STATE_NAME = 5, 4


def answer_open_question(turn: Turn) -> bool:
    """True when the message was an answer and has been dealt with."""
    memory, heard = turn.memory, turn.heard
    if take_follow_up(turn):
        return True
    if memory.case.heard and not memory.shown and heard.act in BEFORE_ANY_LIST:
        find_help(turn)
        return True
    told_place = heard.act in _SAYS_LITTLE or turn.only_place
    if turn.gave_place and told_place and memory.case.needs and not _in_a_form(turn):
        # "Lihue HI" sounds like a greeting, and answers the question for the place.
        find_help(turn)
        return True
    pending = memory.pending
    if pending is None and memory.referral.get("held") == "yes":
        return take_up_again(turn)
    if pending is None and memory.referral.get("held") and belongs_to_the_form(turn):
        return take_up_again(turn)
    if pending is None and memory.referral.get("held") and _GO_ON.search(heard.plain):
        del memory.referral["held"]
        ask_next(turn)
        return True
    if pending is None and memory.referral.get("paused"):
        return take_up_paused(turn)
    if pending == "refused":
        return _take_change_of_mind(turn)
    if pending == "place" and _declines_the_place(turn):
        return True
    if pending is None or _interrupts(turn):
        return False
    if pending.startswith("referral"):
        return take_answer(turn)
    take = {
        "place_choice": _take_place_choice,
        "county_choice": _take_county,
        "need_choice": _take_need_choice,
        "place": _take_place,
    }
    return pending in take and take[pending](turn)


def _in_a_form(turn: Turn) -> bool:
    return (turn.memory.pending or "").startswith("referral")


def _interrupts(turn: Turn) -> bool:
    """ "I told you, Marion" sounds like taking back: between the questions only plain words leave them."""
    heard = turn.heard
    if heard.act not in _INTERRUPTS:
        return False
    if not _in_a_form(turn) or heard.act == "language_switch":
        return True
    return bool(_LEAVES.search(heard.plain)) and not wordings.will_not(heard.plain)


def _declines_the_place(turn: Turn) -> bool:
    """ "None of your business" shows what helps anywhere."""
    memory = turn.memory
    if turn.gave_place or not memory.case.needs or not _NO_PLACE.search(turn.heard.plain):
        return False
    memory.answered()
    return show_services(turn)


def _take_place(turn: Turn) -> bool:
    memory, digits, plain = turn.memory, turn.heard.text.strip(), turn.heard.plain
    if not turn.gave_place and (
        _MUST_I.search(plain) or _ONLY_TELLS.search(plain) or lets_it_be(plain)
    ):
        # Whoever came to say something, or lets it be, is asked for nothing.
        return _asks_for_no_place(turn)
    if digits.isdigit() and len(digits) > _ZIP and not memory.case.place:
        turn.say("utter_zip_five")
        return True
    if turn.heard.act in ("unsure", "deny", "no_answer") and memory.case.needs:
        # Asked only once: what helps anywhere is shown instead.
        memory.answered()
        return show_services(turn)
    return False


def _asks_for_no_place(turn: Turn) -> bool:
    """ "Do I have to give you my town?" Whoever wants help gets what serves everybody; whoever only tells is heard."""
    memory, plain = turn.memory, turn.heard.plain
    memory.answered()
    if _ONLY_TELLS.search(plain) or lets_it_be(plain):
        memory.case.needs, memory.case.heard = [], []
        turn.say("utter_let_be_nothing" if lets_it_be(plain) else "utter_glad_to_listen")
        return True
    turn.say("utter_no_place_needed")
    return show_services(turn)


def _take_place_choice(turn: Turn) -> bool:
    """One of the places that were offered; asked twice at most, then what helps anywhere is shown."""
    memory, chosen = turn.memory, _chosen(turn)
    if chosen is not None:
        memory.case.set_place(Place.from_dict(chosen["place"]))
    elif (elsewhere := _in_another_state(turn)) is not None:
        memory.case.set_place(elsewhere)
    elif not memory.options[0].get("again"):
        memory.options[0]["again"] = True
        _ask_which_place(turn)
        return True
    memory.case.asked_place = True
    memory.answered()
    find_help(turn)
    return True


def _take_county(turn: Turn) -> bool:
    """ "I don't know" is an answer too: then what serves any of the counties is shown."""
    chosen = _chosen(turn)
    if chosen is not None:
        turn.memory.case.set_place(Place.from_dict(chosen["place"]))
    turn.memory.answered()
    find_help(turn)
    return True


def _take_need_choice(turn: Turn) -> bool:
    chosen = _chosen(turn)
    if chosen is not None:
        return _take_need(turn, chosen)
    if is_remark(turn) or about_a_listed_service(turn):
        # The list before is still there to be asked about.
        turn.memory.answered()
        return False
    if turn.memory.case.heard or turn.heard.act not in _CHOOSES_NOTHING:
        return False
    ask_need(turn)
    return True


def _take_need(turn: Turn, chosen: dict[str, Any]) -> bool:
    memory = turn.memory
    memory.answered()
    if chosen.get("person"):
        ask_next(turn, start=True)
        return True
    memory.case.needs = [chosen["need"]]
    memory.case.heard = [{"need_id": chosen["need"], "score": 1.0}]
    memory.case.text = memory.case.text or chosen["label"]
    memory.misses = 0.0
    find_help(turn)
    return True


def _take_change_of_mind(turn: Turn) -> bool:
    """Right after a no: a clear yes opens the questions again; "ok" only takes the no as heard."""
    turn.memory.answered()
    if turn.heard.act not in _OPENS_AGAIN or not _YES_AFTER_ALL.search(turn.heard.plain):
        turn.memory.referral.pop("kept", None)
        return False
    take_up(turn)
    ask_next(turn)
    return True


def _ask_which_place(turn: Turn) -> None:
    turn.say("utter_which_place", choices=turn.offered)


def _in_the_state_named(turn: Turn) -> dict[str, Any] | None:
    """ "The Ohio one", "ohio of course": the one place among the choices that lies in a state that is named."""
    states = _states_named(turn)
    inside = [
        option
        for option in turn.memory.options
        if (option.get("place") or {}).get("state") in states
    ]
    return inside[0] if len(inside) == 1 else None


def _in_another_state(turn: Turn) -> Place | None:
    """The town that was asked about, in a state that none of the choices lies in."""
    states = _states_named(turn)
    city = str(turn.memory.options[0]["place"].get("city") or "")
    answer = places().resolve(f"{city}, {states.pop()}") if len(states) == 1 and city else None
    return answer.place if isinstance(answer, Resolved) and answer.place.city == city else None


def _states_named(turn: Turn) -> set[str]:
    found = places().find_in(turn.heard.text, True)
    states = {m.answer.place.state for m in found if isinstance(m.answer, Resolved)}
    states |= {_state_of(word) for word in turn.heard.plain.split()}
    return {state for state in states if state}


def _state_of(word: str) -> str | None:
    answer = places().resolve(word) if len(word) >= _STATE_NAME else None
    found = answer.place if isinstance(answer, Resolved) else None
    return found.state if found is not None and not found.counties else None


def _chosen(turn: Turn) -> dict[str, Any] | None:
    """The option that a number, or words much like its label, means."""
    options, heard = turn.memory.options, turn.heard
    if heard.number is not None and options:
        index = heard.number - 1 if heard.number > 0 else len(options) - 1
        return options[index] if 0 <= index < len(options) else None
    said = heard.plain
    in_state = _in_the_state_named(turn)
    if in_state is not None:
        return in_state
    for option in options:
        label = str(option["label"]).lower()
        if said and (said == label or SequenceMatcher(None, said, label).ratio() >= _ALIKE):
            return option
    return None
