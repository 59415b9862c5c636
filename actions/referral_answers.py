"""The answers before a person is asked: taken, asked about once more, or put aside for what the person wants first."""

from __future__ import annotations

import re

from actions import form_words, worries
from actions.came_for import answered_needs, needs_of_request
from actions.heard import Heard
from actions.notes import add_note, rest_beside, says_how_to_reach
from actions.office import say_when
from actions.referral import HERE, ask_next, next_step, step_options
from actions.referral_changes import ask_back, put_right, put_surely_right
from actions.refusal import refuse
from actions.remember import remember_request
from actions.request import agency_named, send_request
from actions.turn import Turn

_HERE_WORDS = frozenset({"this", "este", "esta", "here", "aqui", "same", "mismo"})
_HERE_SAID = re.compile(
    r"\b(?:(?:at|on|al|a|en) )?(?:this|same|the same|este|esta|mismo|el mismo)(?: (?:one|phone|number|cell|line|chat|mismo|numero|n\u00famero|tel[e\u00e9]fono|celular))?\b|\b(?:here|aqu[i\u00ed])\b",
    re.IGNORECASE,
)
_SURELY_OF_A_LIST = frozenset({"repeat", "go_back", "choose"})
_OF_A_LIST = _SURELY_OF_A_LIST | {"ask_detail", "closer"}
_ABOUT_US = frozenset({"who_are_you", "are_you_robot", "any_news"})
# How sure it must be that other words mean a yes, where a person's data is shared.
_SURE_YES = 0.6
_BEFORE_CONSENT = ("name", "number", "time")
_REFUSING = frozenset({"deny", "withdraw_consent"})
# After a crisis these only say that the person is there.
_NODS = frozenset(
    "affirm deny thanks no_answer greeting goodbye correct person unsure insult not_that".split()
)
# Words that a message must have to be about a list, or to ask for something new.
_FEW, _LONG, _A_NOD = 3, 4, 8


def take_answer(turn: Turn) -> bool:
    """Take the answer to the open question. False when the person has turned to something else."""
    memory = turn.memory
    step = (memory.pending or "").removeprefix("referral_")
    if step == "name" and form_words.keeps_the_name(turn.heard.plain):
        memory.referral["name"] = ""
        ask_next(turn)
        return True
    if ask_back(turn) or _say_worry(turn) or put_surely_right(turn, step):
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
        _say_about_the_call(turn)
        ask_next(turn)
        return True
    if _turned_away(turn, step):
        _pause(turn, step)
        return False
    value = _value(turn, step)
    if value is not None:
        _take_beside(turn, step)
    else:
        value = _again(turn, step)
    if value is None:
        return True
    memory.referral[step] = value
    ask_next(turn)
    return True


def take_up_again(turn: Turn) -> bool:
    """The first ordinary message after a crisis: the questions go on where they were, and nothing is asked twice.

    False when the message asks for something of its own: the question comes after the answer to that.
    """
    memory, heard = turn.memory, turn.heard
    del memory.referral["held"]
    step = next_step(turn)
    memory.ask(f"referral_{step}", step_options(turn, step))
    if put_surely_right(turn, step):
        ask_next(turn)
        return True
    number = step == "number" and form_words.phone_in(heard.text)
    time = step == "time" and form_words.names_a_time(heard.plain)
    if number or time or form_words.will_not(heard.plain) or _picked(turn) is not None:
        return take_answer(turn)
    if (heard.act in _NODS and len(heard.plain.split()) <= _A_NOD) or form_words.is_nothing(
        heard.plain
    ):
        ask_next(turn)
        return True
    memory.answered()
    memory.referral["paused"] = step
    return False


def _say_worry(turn: Turn) -> bool:
    """A fear or a question that has an answer of its own, whatever was asked."""
    if not worries.is_worry(turn.heard.text, turn.heard.plain):
        return False
    _say_about_the_call(turn)
    return True


def _say_about_the_call(turn: Turn) -> None:
    say = worries.answer_to(turn.heard.plain)
    if say == "when":
        say_when(turn)
        return
    turn.say(say, agency=agency_named(turn))


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
    if step == "name" and len(heard.plain.split()) == 1 and "?" not in heard.text:
        # Will is a name.
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
    memory.referral.pop("needs", None)
    memory.referral["paused"] = step
    memory.referral["pauses"] = memory.referral.get("pauses", 0) + 1
    memory.answered()
    remember_request(turn)


def _value(turn: Turn, step: str) -> object:
    heard = turn.heard
    text = heard.text.strip()[:300]
    if step == "needs":
        return answered_needs(turn)
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
    if step == "time" and unwilling:
        return str(turn.memory.options[-1]["label"])
    if step in ("time", "note") and form_words.is_a_bare_yes(heard.plain):
        # "Yes" says neither when nor what.
        return None
    if step == "name":
        return form_words.first_name(text)
    return text


def _take_beside(turn: Turn, step: str) -> None:
    """What else such an answer tells: the number beside the name, the time or "let it ring" beside the number."""
    text, answers = turn.heard.text.strip()[:300], turn.memory.referral
    number = form_words.phone_in(text)
    if step == "name" and number:
        answers["number"] = number
    if step == "name" and says_how_to_reach(turn.heard.plain):
        add_note(answers, form_words.after_the_name(text))
    if step != "number":
        return
    if form_words.time_beside(text):
        answers["time"] = form_words.time_beside(text)
        return
    rest = rest_beside(form_words.without_phone(text), _HERE_SAID)
    enough = _FEW if number else _LONG
    if rest and (len(rest.split()) >= enough or says_how_to_reach(rest.lower())):
        add_note(answers, rest)


def _picked(turn: Turn) -> str | None:
    """The option that a number means; "the number of the first" is no such answer."""
    number, options = turn.heard.number, turn.memory.options
    bare = len(turn.heard.plain.split()) < _FEW
    if number is None or not bare or not 0 < number <= len(options):
        return None
    return str(options[number - 1]["label"])


def _again(turn: Turn, step: str) -> object:
    """Ask once more; after that it is not insisted on: the answer comes where the person writes, at any time."""
    asked = f"{step}_asked_again"
    if not turn.memory.referral.get(asked):
        turn.memory.referral[asked] = "yes"
        turn.say(f"utter_referral_{step}_again", choices=turn.offered)
        return None
    if step == "number":
        turn.say("utter_referral_answer_here")
        return HERE[turn.channel]
    if step == "needs":
        return needs_of_request(turn)
    return str(turn.memory.options[-1]["label"]) if step == "time" else ""


def _agrees(turn: Turn) -> bool:
    """A yes in so many words, or what is surely taken for one; a question never is."""
    heard = turn.heard
    if form_words.is_yes(heard.plain) or heard.number == 1:
        return True
    asks = form_words.asks_about_the_call(heard.text, heard.plain)
    return heard.act == "affirm" and heard.act_score >= _SURE_YES and not asks


def _option_in_words(turn: Turn) -> int | None:
    """Which choice was pressed or copied out, word by word: 1, 2, or None."""
    said = turn.heard.plain
    labels = [Heard(option["label"], "").plain for option in turn.memory.options]
    return labels.index(said) + 1 if said in labels else None


def _take_consent(turn: Turn) -> bool:
    memory, heard = turn.memory, turn.heard
    hedged = heard.number is None and form_words.is_hedged(heard.plain)
    pressed = _option_in_words(turn)
    corrects = form_words.is_a_correction(heard.plain)
    says_no = form_words.is_no(heard.plain) or heard.act in _REFUSING
    if 2 in (pressed, heard.number) or (says_no and not corrects and pressed is None):
        refuse(turn)
        turn.say("utter_referral_refused")
        return True
    if pressed == 1 or (not hedged and not corrects and _agrees(turn)):
        send_request(turn)
        return True
    if form_words.asks_about_the_call(heard.text, heard.plain):
        _say_about_the_call(turn)
        ask_next(turn)
        return True
    if memory.referral.get("asked_again"):
        # Twice unclear is not a yes.
        refuse(turn)
        turn.say("utter_referral_refused")
        return True
    memory.referral["asked_again"] = "yes"
    turn.say("utter_referral_consent_again", choices=turn.offered)
    return True
