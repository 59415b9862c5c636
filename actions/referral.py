"""A warm referral: what a coordinator needs, one question at a time, then an explicit yes.

Somebody may ask, tell or want something else in between: it is answered, and then the open question comes again.
"""

from __future__ import annotations

from typing import Any

from actions import form_words
from actions.choose import chosen_service
from actions.refusal import refuse
from actions.remember import remember_request
from actions.request import KEPT, consent, send_request
from actions.turn import Turn, TurnAction

_STEPS = ("name", "number", "time", "note", "they_know", "consent")
_QUESTIONS = {
    "name": "utter_referral_name",
    "number": "utter_referral_number",
    "time": "utter_referral_time",
    "note": "utter_referral_note",
    "they_know": "utter_referral_they_know",
}
# Where somebody writes is a way to reach them, with a number or without.
_HERE = {"sms": "this phone", "web": "this chat"}
_HERE_LABELS = {
    ("sms", False): ("this phone",), ("sms", True): ("este teléfono",),
    ("web", False): ("answer me here",), ("web", True): ("contésteme aquí",),
}  # fmt: skip
_HERE_WORDS = frozenset({"this", "este", "esta", "here", "aqui", "same", "mismo"})
_ABOUT_A_LIST = frozenset({"repeat", "go_back", "ask_detail", "closer", "choose"})
_OF_THE_LIST_SURELY = frozenset({"repeat", "go_back", "choose"})
_ABOUT_US = frozenset({"who_are_you", "are_you_robot", "any_news"})
_CORRECTING = frozenset({"change_place", "correct"})
_REFUSING = frozenset({"deny", "withdraw_consent"})
_LONG = 4
_OF_THE_LIST = 3
# Asked again after two other things, the question would only be in the way.
_MOST_PAUSES = 2


class ActionPerson(TurnAction):
    """'A person, please', from any point."""

    def name(self) -> str:
        return "action_person"

    def answer(self, turn: Turn) -> None:
        ask_next(turn, start=True)


def ask_next(turn: Turn, start: bool = False) -> None:
    """Ask for what is still missing, one thing at a time."""
    memory = turn.memory
    if start:
        memory.referral = {
            step: memory.referral[step] for step in KEPT if memory.referral.get(step)
        }
        given = form_words.introduced(turn.heard.text)
        if given:
            memory.referral["name"] = given
        turn.say("utter_referral_begin")
    step = next(step for step in _STEPS if step not in memory.referral and _wanted(turn, step))
    memory.ask(f"referral_{step}", _options(turn, step))
    choices = [{"label": o["label"], "text": o["label"]} for o in memory.options]
    if step == "consent":
        turn.say_words(consent(turn).wording, choices)
        return
    turn.say(_QUESTIONS[step], choices=choices)


def resume(turn: Turn) -> None:
    """After something else was answered: the question that was open, unless another one is."""
    referral = turn.memory.referral
    if referral.get("held") == "yes":
        # After a crisis it is not asked by itself: it is only said that nothing is lost.
        referral["held"] = "told"
        turn.say("utter_referral_waits")
        return
    if not referral.get("paused") or turn.memory.pending is not None:
        return
    del referral["paused"]
    if referral.get("pauses", 0) <= _MOST_PAUSES:
        ask_next(turn)


def _wanted(turn: Turn, step: str) -> bool:
    return step != "they_know" or turn.memory.case.about not in (None, "self", "client")


def _options(turn: Turn, step: str) -> list[dict[str, Any]]:
    spanish = turn.language == "es"
    labels: dict[str, tuple[str, ...]] = {
        "number": _HERE_LABELS[turn.channel, spanish],
        "time": ("mañana", "tarde", "a cualquier hora") if spanish else ("morning", "afternoon", "any time"),
        "note": ("nada más",) if spanish else ("nothing else",),
        "they_know": ("sí, sabe", "todavía no") if spanish else ("they know", "not yet"),
        "consent": ("compartir", "no compartir") if spanish else ("share", "don't share"),
    }  # fmt: skip
    return [{"label": label} for label in labels.get(step, ())]


def take_answer(turn: Turn) -> bool:
    """Take the answer to the open question. False when the person has turned to something else."""
    memory = turn.memory
    step = (memory.pending or "").removeprefix("referral_")
    if step == "name" and form_words.keeps_the_name(turn.heard.plain):
        memory.referral["name"] = ""
        ask_next(turn)
        return True
    if _refuses(turn, step):
        refuse(turn)
        turn.say("utter_referral_refused")
        return True
    mended = (_another_number, _no_phone, _somebody_else, _another_place)
    if any(mend(turn, step) for mend in mended) or _picks_an_agency(turn):
        ask_next(turn)
        return True
    if step == "consent":
        return _take_consent(turn)
    if _asks_about_the_call(turn, step):
        turn.say(form_words.answer_to(turn.heard.plain))
        ask_next(turn)
        return True
    if _turned_away(turn, step):
        _pause(turn, step)
        return False
    value = _value(turn, step)
    if step == "number" and form_words.time_beside(turn.heard.text):
        memory.referral["time"] = form_words.time_beside(turn.heard.text)
    if value is None:
        value = _again(turn, step)
    if value is None:
        return True
    memory.referral[step] = value
    ask_next(turn)
    return True


def _refuses(turn: Turn, step: str) -> bool:
    """A no to the whole thing: in so many words at any question, a bare one to the name or the number."""
    plain = turn.heard.plain
    if form_words.will_not(plain):
        return step not in ("note", "they_know") or len(plain.split()) <= _LONG
    return step in ("name", "number") and (
        form_words.is_a_short_no(plain) or turn.heard.act == "withdraw_consent"
    )


def _another_number(turn: Turn, step: str) -> bool:
    """A number given later is taken instead of the first."""
    number = form_words.phone_in(turn.heard.text)
    if number is None or step in ("name", "number") or "number" not in turn.memory.referral:
        return False
    turn.memory.referral["number"] = number
    turn.say("utter_referral_number_changed", number=number)
    return True


def _no_phone(turn: Turn, step: str) -> bool:
    """No phone, or one that is not given away: they are answered where they write."""
    plain, referral = turn.heard.plain, turn.memory.referral
    unwilling = step == "number" and turn.heard.act == "deny" and form_words.is_no(plain)
    if not unwilling and not (step in ("name", "number") and form_words.has_no_phone(plain)):
        return False
    if form_words.phone_in(turn.heard.text):
        return False
    referral["number"] = _HERE[turn.channel]
    turn.say("utter_referral_answer_here")
    return True


def _somebody_else(turn: Turn, step: str) -> bool:
    """ "Call my brother instead": his number is asked for."""
    if step == "name" or form_words.phone_in(turn.heard.text):
        return False
    if not form_words.calls_somebody_else(turn.heard.plain):
        return False
    turn.memory.referral.pop("number", None)
    turn.say("utter_referral_whose_number")
    return True


def _another_place(turn: Turn, step: str) -> bool:
    """ "Not Tampa, Ocala", said between the questions."""
    heard = turn.heard
    if step == "note" or heard.act not in _CORRECTING or form_words.phone_in(heard.text):
        return False
    remember_request(turn)
    place = turn.memory.case.place_shown
    if not turn.gave_place or place is None:
        return False
    turn.say("utter_place_changed", place=place["text"])
    return True


def _picks_an_agency(turn: Turn) -> bool:
    """ "Ok, the second one then", said between the questions: the agency to speak with."""
    memory, number = turn.memory, turn.heard.number
    if number is None or len(turn.heard.plain.split()) == 1 or abs(number) <= len(memory.options):
        return False
    service = chosen_service(turn)
    if service is None:
        return False
    memory.chosen = service.record.id
    turn.say("utter_referral_agency", name=service.record.organization or service.record.name)
    return True


def _asks_about_the_call(turn: Turn, step: str) -> bool:
    heard = turn.heard
    of_the_list = heard.act in _OF_THE_LIST_SURELY and bool(turn.memory.shown)
    if heard.act in _ABOUT_US or of_the_list or _sure_need(turn):
        return False
    return step != "consent" and form_words.asks_about_the_call(heard.text, heard.plain)


def _sure_need(turn: Turn) -> bool:
    heard = turn.heard
    asks = heard.act in ("ask_need", "add_need")
    least = 0.8 if heard.act == "ask_need" else 0.5
    return asks and bool(heard.needs) and heard.needs[0]["score"] > least


def _turned_away(turn: Turn, step: str) -> bool:
    """Something else in the middle of the questions; names, notes and times are taken as they are."""
    heard = turn.heard
    words = len(heard.plain.split())
    listed = bool(turn.memory.shown) and form_words.phone_in(heard.text) is None
    about_list = heard.act in _ABOUT_A_LIST and listed and words >= _OF_THE_LIST
    new_need = _sure_need(turn) and words >= _LONG
    return step in ("name", "number", "time") and (about_list or new_need or heard.act in _ABOUT_US)


def _pause(turn: Turn, step: str) -> None:
    memory = turn.memory
    given = form_words.name_then_more(turn.heard.text) if step == "name" else None
    if given:
        memory.referral["name"] = given
    memory.referral["paused"] = step
    memory.referral["pauses"] = memory.referral.get("pauses", 0) + 1
    memory.answered()
    remember_request(turn)


def _value(turn: Turn, step: str) -> str | None:
    heard = turn.heard
    text = heard.text.strip()[:300]
    picked = _picked(turn)
    if step == "number":
        here = picked is not None or bool(_HERE_WORDS & set(heard.plain.split()))
        yes = heard.act == "affirm" and turn.channel == "sms"
        return form_words.phone_in(text) or (_HERE[turn.channel] if here or yes else None)
    if picked is not None:
        return picked
    if step == "note" and form_words.is_nothing(heard.plain):
        return ""
    unwilling = form_words.is_a_short_no(heard.plain) or form_words.is_nothing(heard.plain)
    if step == "time" and (unwilling or heard.act == "affirm"):
        return str(turn.memory.options[-1]["label"])
    if step == "name":
        return form_words.first_name(text)
    return text


def _picked(turn: Turn) -> str | None:
    """The option that a number means; "the number of the first" is no such answer."""
    number, options = turn.heard.number, turn.memory.options
    bare = len(turn.heard.plain.split()) < _OF_THE_LIST
    if number is None or not bare or not 0 < number <= len(options):
        return None
    return str(options[number - 1]["label"])


def _again(turn: Turn, step: str) -> str | None:
    """Ask once more; after that a number is not insisted on: the answer comes where the person writes."""
    asked = f"{step}_asked_again"
    if turn.memory.referral.get(asked):
        if step == "name":
            return ""
        turn.say("utter_referral_answer_here")
        return _HERE[turn.channel]
    turn.memory.referral[asked] = "yes"
    choices = [{"label": o["label"], "text": o["label"]} for o in turn.memory.options]
    turn.say(f"utter_referral_{step}_again", choices=choices)
    return None


def _take_consent(turn: Turn) -> bool:
    memory, heard = turn.memory, turn.heard
    hedged = heard.number is None and form_words.is_hedged(heard.plain)
    if form_words.is_no(heard.plain) or heard.number == 2 or heard.act in _REFUSING:
        refuse(turn)
        turn.say("utter_referral_refused")
        return True
    if not hedged and (
        form_words.is_yes(heard.plain) or heard.number == 1 or heard.act == "affirm"
    ):
        send_request(turn)
        return True
    if memory.referral.get("asked_again"):
        # Twice unclear is not a yes.
        refuse(turn)
        turn.say("utter_referral_refused")
        return True
    memory.referral["asked_again"] = "yes"
    if form_words.asks_about_the_call(heard.text, heard.plain):
        # The question itself names what is shared and with whom.
        ask_next(turn)
        return True
    choices = [{"label": o["label"], "text": o["label"]} for o in memory.options]
    turn.say("utter_referral_consent_again", choices=choices)
    return True
