"""Does a message answer the question that was asked last? Then it is answered here."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import Any

from actions.follow_up import take_follow_up
from actions.heard import BEFORE_ANY_LIST
from actions.referral import ask_next, take_answer
from actions.show import find_help, show_services
from actions.turn import Turn
from resources_index.places import Place

_INTERRUPTS = frozenset({"start_over", "delete_my_data", "withdraw_consent", "language_switch"})
_SAYS_LITTLE = frozenset(
    "greeting off_topic no_answer unsure affirm deny thanks how_it_works who_are_you repeat".split()
)
_ALIKE = 0.72
_ZIP = 5


def answer_open_question(turn: Turn) -> bool:
    """True when the message was an answer and has been dealt with."""
    memory, heard = turn.memory, turn.heard
    if take_follow_up(turn):
        return True
    if memory.case.heard and not memory.shown and heard.act in BEFORE_ANY_LIST:
        find_help(turn)
        return True
    if turn.gave_place and heard.act in _SAYS_LITTLE and memory.case.needs:
        # "Lihue HI" sounds like a greeting, and answers the question for the place.
        find_help(turn)
        return True
    pending = memory.pending
    if pending is None or heard.act in _INTERRUPTS:
        return False
    if pending.startswith("referral"):
        return take_answer(turn)
    chosen = _chosen(turn)
    if pending == "place_choice":
        if chosen is not None:
            memory.case.set_place(Place.from_dict(chosen["place"]))
            memory.answered()
            find_help(turn)
            return True
        _ask_which_place(turn)
        return True
    if pending == "county_choice":
        return _take_county(turn, chosen)
    if pending == "need_choice" and chosen is not None:
        return _take_need(turn, chosen)
    if pending == "offer_person":
        return _take_offer(turn, chosen)
    digits = heard.text.strip()
    if pending == "place" and digits.isdigit() and len(digits) > _ZIP and not memory.case.place:
        turn.say("utter_zip_five")
        return True
    if pending == "place" and heard.act in ("unsure", "deny", "no_answer") and memory.case.needs:
        # Asked only once: what helps anywhere is shown instead.
        memory.answered()
        show_services(turn)
        return True
    return False


def _take_county(turn: Turn, chosen: dict[str, Any] | None) -> bool:
    """ "I don't know" is an answer too: then what serves any of the counties is shown."""
    if chosen is not None:
        turn.memory.case.set_place(Place.from_dict(chosen["place"]))
    turn.memory.answered()
    find_help(turn)
    return True


def _take_need(turn: Turn, chosen: dict[str, Any]) -> bool:
    memory = turn.memory
    memory.answered()
    if chosen.get("person"):
        ask_next(turn, start=True)
        return True
    if chosen.get("more_topics"):
        return False
    memory.case.needs = [chosen["need"]]
    memory.case.heard = [{"need_id": chosen["need"], "score": 1.0}]
    memory.case.text = memory.case.text or chosen["label"]
    memory.misses = 0.0
    find_help(turn)
    return True


def _take_offer(turn: Turn, chosen: dict[str, Any] | None) -> bool:
    memory, heard = turn.memory, turn.heard
    if heard.act == "affirm" or (chosen or {}).get("yes"):
        memory.answered()
        ask_next(turn, start=True)
        return True
    if heard.act == "deny" or chosen is not None:
        memory.answered()
        turn.say("utter_ok_no_person")
        return True
    return False


def _ask_which_place(turn: Turn) -> None:
    choices = [{"label": o["label"], "text": o["label"]} for o in turn.memory.options]
    turn.say("utter_which_place", choices=choices)


def _chosen(turn: Turn) -> dict[str, Any] | None:
    """The option that a number, or words much like its label, means."""
    options, heard = turn.memory.options, turn.heard
    if heard.number is not None and options:
        index = heard.number - 1 if heard.number > 0 else len(options) - 1
        return options[index] if 0 <= index < len(options) else None
    said = heard.plain
    for option in options:
        label = str(option["label"]).lower()
        if said and (said == label or SequenceMatcher(None, said, label).ratio() >= _ALIKE):
            return option
    return None
