"""The answers before a person is asked: taken, asked about once more, or put aside for what the person wants first."""

from __future__ import annotations

from actions import form_words
from actions.referral import HERE, ask_next
from actions.referral_changes import put_right
from actions.refusal import refuse
from actions.remember import remember_request
from actions.request import send_request
from actions.turn import Turn

_HERE_WORDS = frozenset({"this", "este", "esta", "here", "aqui", "same", "mismo"})
_SURELY_OF_A_LIST = frozenset({"repeat", "go_back", "choose"})
_OF_A_LIST = _SURELY_OF_A_LIST | {"ask_detail", "closer"}
_ABOUT_US = frozenset({"who_are_you", "are_you_robot", "any_news"})
# How sure it must be that other words mean a yes, where a person's data is shared.
_SURE_YES = 0.6
_BEFORE_CONSENT = ("name", "number", "time")
_REFUSING = frozenset({"deny", "withdraw_consent"})
# Words that a message must have to be about a list, or to ask for something new.
_FEW, _LONG = 3, 4


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
    if put_right(turn, step):
        ask_next(turn)
        return True
    if step == "consent":
        return _take_consent(turn)
    if _asks_about_the_call(turn, step):
        if _asks_of_something_else(turn, step):
            _pause(turn, step)
            return False
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


def _asks_about_the_call(turn: Turn, step: str) -> bool:
    heard = turn.heard
    of_the_list = heard.act in _SURELY_OF_A_LIST and bool(turn.memory.shown)
    if heard.act in _ABOUT_US or of_the_list or _sure_need(turn):
        return False
    return step != "consent" and form_words.asks_about_the_call(heard.text, heard.plain)


def _asks_of_something_else(turn: Turn, step: str) -> bool:
    """ "Is there a group?", asked after the general answer was given once: it would not help a second time."""
    if form_words.of_the_call(turn.heard.plain) or step not in _BEFORE_CONSENT:
        return False
    told, turn.memory.referral["told_generally"] = turn.memory.referral.get("told_generally"), "yes"
    return bool(told)


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
    about_list = heard.act in _OF_A_LIST and listed and words >= _FEW
    new_need = _sure_need(turn) and words >= _LONG
    return step in _BEFORE_CONSENT and (about_list or new_need or heard.act in _ABOUT_US)


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
        return form_words.phone_in(text) or (HERE[turn.channel] if here or yes else None)
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
    bare = len(turn.heard.plain.split()) < _FEW
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
        return HERE[turn.channel]
    turn.memory.referral[asked] = "yes"
    turn.say(f"utter_referral_{step}_again", choices=turn.offered)
    return None


def _agrees(turn: Turn) -> bool:
    """A yes in so many words, or what is surely taken for one; a question never is."""
    heard = turn.heard
    if form_words.is_yes(heard.plain) or heard.number == 1:
        return True
    asks = form_words.asks_about_the_call(heard.text, heard.plain)
    return heard.act == "affirm" and heard.act_score >= _SURE_YES and not asks


def _take_consent(turn: Turn) -> bool:
    memory, heard = turn.memory, turn.heard
    hedged = heard.number is None and form_words.is_hedged(heard.plain)
    if form_words.is_no(heard.plain) or heard.number == 2 or heard.act in _REFUSING:
        refuse(turn)
        turn.say("utter_referral_refused")
        return True
    if not hedged and _agrees(turn):
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
    turn.say("utter_referral_consent_again", choices=turn.offered)
    return True
