"""Answers to what is said or asked in the middle of a talk, by its kind as the bot's reader heard it (data/dialogue/said).

The rules of the other modules speak first where words leave no doubt. What they do not know is answered here, so
that nobody who asks "will they take my house" or tells of a stubborn father gets a menu.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from actions.ask_detail import say_field
from actions.desk.referral import ask_next
from actions.form.refusal import refused_lately
from actions.heard import COMPANY
from actions.needs.evidence import ASKS
from actions.show import show_services
from actions.shown.answers import name_of, phone_of, say_what_it_is
from actions.shown.details import topics_of
from actions.shown.listed import first_to_call, last_page
from actions.shown.remarks import say_whom_first
from actions.shown.run_around import show_others
from actions.talk.said_kinds import FIELDS, LIKELY, SURE, kind_of
from actions.turn import Turn
from resources_index.index.needs import need_name

_OF_A_RECORD = frozenset({*FIELDS, "difference", "which_first"})
# Acts that say little of what a message is about, so that a likely kind may answer.
_SAYS_LITTLE = frozenset(
    "ask_need add_need ask_detail affirm deny thanks follow_up_answer no_answer unsure off_topic greeting goodbye how_it_works insult give_place "
    "help correct what_else who_are_you".split()
)
# Kinds that one response answers.
_WORDS = {
    "not_qualify": "utter_said_not_qualify", "for_another": "utter_call_for_other", "dread_calling": "utter_said_dread_calling",
    "hard_of_hearing": "utter_desk_writes", "no_answer": "utter_if_nobody_answers", "lose_benefits": "utter_worry_benefits",
    "lose_house": "utter_said_lose_house", "papers": "utter_papers", "who_finds_out": "utter_nobody_is_told",
    "refuses_help": "utter_said_refuses_help", "no_charity": "utter_said_no_charity", "burden": "utter_said_burden",
    "fear_of_home": "utter_said_fear_of_home", "lonely": "utter_lonesome", "sad": "utter_that_is_hard", "worn_out": "utter_said_worn_out",
    "guilt": "utter_no_guilt", "our_data": "utter_privacy", "our_cost": "utter_said_our_cost",
    "no_computer": "utter_phone_is_enough", "no_documents": "utter_said_no_documents", "getting_there": "utter_said_getting_there",
    "strangers": "utter_said_strangers", "messy_house": "utter_said_messy_house", "later": "utter_said_later", "hold_on": "utter_said_hold_on",
    "repeating": "utter_said_repeating", "not_asked": "utter_sorry_ask_again", "are_you_there": "utter_said_here",
    "left_message": "utter_said_left_message", "got_help": "utter_follow_up_good", "blessing": "utter_thanks", "story": "utter_heard_you",
    "small_talk": "utter_said_small_talk", "rather_human": "utter_said_human", "angry_at_world": "utter_said_angry",
    "hopeless": "utter_said_hopeless", "poor_words": "utter_said_poor_words",
}  # fmt: skip
# Kinds whose answer names the first number of the list; where there is none, the response of the second column.
_WITH_A_NUMBER = {
    "cant_see": ("utter_said_cant_see", "utter_said_human"), "deadline": ("utter_said_deadline", "utter_said_human"),
    "low_battery": ("utter_said_in_short", "utter_said_later"), "confused": ("utter_said_one_step", "utter_said_human"),
    "ashamed": ("utter_no_shame_call", "utter_no_shame"),
}  # fmt: skip
# Told again in other words they get another answer; the rest may be asked as often as people like.
_ONCE_IN_A_ROW = frozenset({"story", "fact", "sad", "lonely", "blessing", "small_talk", "repeating", "not_asked"})  # fmt: skip
# Before any list: what is asked of us, with words that need no list; the place is asked for once more where it was.
_BEFORE_A_LIST = {
    "trust": "utter_who_are_you", "our_data": "utter_privacy", "our_cost": "utter_said_our_cost", "papers": "utter_papers",
    "who_finds_out": "utter_nobody_is_told", "lose_benefits": "utter_worry_benefits", "poor_words": "utter_said_poor_words",
    "rather_human": "utter_said_human", "no_charity": "utter_said_no_charity", "ashamed": "utter_no_shame", "strangers": "utter_said_strangers",
    "fear_of_home": "utter_said_fear_of_home", "no_computer": "utter_phone_is_enough", "messy_house": "utter_said_messy_house",
    "small_talk": "utter_said_small_talk", "hold_on": "utter_said_no_hurry", "are_you_there": "utter_said_here_first",
    "cant_see": "utter_said_human", "dread_calling": "utter_said_human", "hard_of_hearing": "utter_desk_writes",
}  # fmt: skip
_NO_HURRY = frozenset({"hold_on", "are_you_there", "small_talk"})
# Told by somebody who wants to be heard: no place is asked for.
_TO_BE_HEARD = {
    "sad": "utter_said_listen", "story": "utter_said_listen", "guilt": "utter_no_guilt",
    "blessing": "utter_thanks", "hopeless": "utter_said_hopeless_first", "angry_at_world": "utter_said_angry",
}  # fmt: skip
# "My cat died, the house is so quiet" sounds like a wish for company, and is told to be heard.
_ONLY_TELLS = frozenset({"sad", "story", "guilt", "blessing", "small_talk"})
# Kinds whose words resemble needs of their own.
_NAMES_A_NEED = frozenset(
    "for_another lose_house our_data no_documents trust hard_of_hearing cant_see getting_there messy_house lonely sad story worn_out bathing_fear "
    "no_computer papers waitlisted got_nowhere strangers refuses_help burden fear_of_home lose_benefits who_finds_out not_qualify fact no_charity".split()
)
# What somebody fears, or what stands in the way: its words resemble names and fields of those on show, and mean none.
_OF_ONESELF = frozenset(
    "lose_house lose_benefits papers who_finds_out our_data strangers fear_of_home no_charity burden messy_house dread_calling refuses_help guilt hopeless".split()
)
_A_REQUEST = 0.5
# "Person", "a real one please": the wish itself, for which the questions begin at once.
_IS_THE_WISH = frozenset({"rather_human", "call_for_me"})
# "Are you a robot" is told the truth.
_TOLD_BY_THEIR_ACT = frozenset({"person", "are_you_robot", "who_are_you"})
_OF_THE_CALL = re.compile(
    r"\b(?:who|person|one) (?:\w+ )?calls?\b|\bcall(?:s|ing|er)\b|\bllam(?:a|e|an|ada)\b"
)
# A need this sure is a request, whatever else is told.
_SURE_NEED = 0.5


def answer_said(turn: Turn, least: float = SURE) -> bool:
    """True when the message is of a kind that has an answer, and nothing new is asked for in it.

    At first only what is sure and no question of a record; `LIKELY` is for what no rule knows.
    """
    kind = kind_of(turn, least)
    if kind is None and not turn.memory.shown and kind_of(turn, LIKELY) in _ONLY_TELLS:
        # A first message that only tells is no request, though nobody can be sure what it is.
        kind = kind_of(turn, LIKELY)
    if kind is None or turn.heard.number is not None or turn.gave_place or turn.new_person:
        return False
    if kind in _IS_THE_WISH and turn.heard.act in _TOLD_BY_THEIR_ACT:
        return False
    if not turn.memory.shown:
        return _say_before_a_list(turn, kind)
    if turn.memory.pending is not None or _asks_for_something_new(turn):
        return False
    if least >= SURE and kind in _OF_A_RECORD:
        return False
    if least < SURE and turn.heard.act not in _SAYS_LITTLE and not turn.heard.doubted:
        return False
    return say_kind(turn, kind)


def answer_fear(turn: Turn) -> bool:
    """True when a fear or an obstacle of one's own is surely told: "can they take my house" names no place on show."""
    return kind_of(turn) in _OF_ONESELF and not turn.turned_down and answer_said(turn)


def _asks_for_something_new(turn: Turn) -> bool:
    """Words of a need in a turn that only tells or doubts ("do I need power of attorney for that") are no request."""
    if not turn.new_needs and not turn.memory.case.heard:
        return False
    return kind_of(turn) not in _NAMES_A_NEED or turn.heard.asks_share > _A_REQUEST


def _say_before_a_list(turn: Turn, kind: str) -> bool:
    pending = turn.memory.pending
    if pending not in (None, "place", "need_choice") or _asks_surely(turn):
        return False
    if kind in _TO_BE_HEARD and pending != "place":
        turn.memory.answered()
        again, turn.memory.page["said"] = turn.memory.page.get("said") == kind, kind
        turn.say("utter_that_is_hard" if again and kind == "sad" else _TO_BE_HEARD[kind])
        return True
    if kind not in _BEFORE_A_LIST:
        return False
    turn.say(_BEFORE_A_LIST[kind])
    if pending == "place" and kind not in _NO_HURRY:
        turn.say("utter_ask_place")
    return True


def _asks_surely(turn: Turn) -> bool:
    needs = turn.heard.needs
    if not needs or turn.mourns:
        return turn.mourns
    if kind_of(turn, LIKELY) in _ONLY_TELLS and needs[0]["need_id"] in COMPANY:
        return bool(ASKS.search(turn.heard.plain))
    return float(needs[0]["score"]) >= _SURE_NEED


def asks_beside_records(turn: Turn) -> bool:
    """Whether a question is put about those on show, and the rules know no field of a record that it asks for."""
    return topics_of(turn) == [""]


def say_kind(turn: Turn, kind: str) -> bool:
    """The answer to this kind; False where there is none."""
    again = turn.memory.page.get("said") == kind
    turn.memory.page["said"] = kind
    if again and kind in _ONCE_IN_A_ROW and turn.memory.case.needs:
        topic = need_name(turn.memory.case.needs[0], turn.language)
        turn.say("utter_what_is_missing", topic=topic)
        return True
    if kind in FIELDS:
        say_field(turn, FIELDS[kind])
        return True
    if kind in _WORDS:
        turn.say(_WORDS[kind])
        return True
    if kind in _WITH_A_NUMBER:
        _say_with_number(turn, *_WITH_A_NUMBER[kind])
        return True
    own = _OWN.get(kind)
    return own is not None and own(turn)


def _say_with_number(turn: Turn, response: str, without: str) -> None:
    first = first_to_call(turn)
    if first is None or not phone_of(first):
        turn.say(without)
        return
    turn.memory.chosen = first.record.id
    turn.say(response, name=name_of(first), phone=phone_of(first))


def _difference(turn: Turn) -> bool:
    say_what_it_is(turn, last_page(turn))
    return True


def _trust(turn: Turn) -> bool:
    """Of us, or of whoever calls for us."""
    of_the_call = _OF_THE_CALL.search(turn.heard.plain)
    turn.say("utter_worry_who_calls" if of_the_call else "utter_said_trust")
    return True


def _which_first(turn: Turn) -> bool:
    say_whom_first(turn)
    return True


def _call_for_me(turn: Turn) -> bool:
    if refused_lately(turn):
        turn.say("utter_nobody_called")
    else:
        ask_next(turn, start=True)
    return True


def _send_it(turn: Turn) -> bool:
    turn.say(f"utter_print_{turn.channel}")
    return True


def _fact(turn: Turn) -> bool:
    needs = turn.memory.case.needs
    if needs:
        turn.say("utter_say_it_when_you_call", topic=need_name(needs[0], turn.language))
    return bool(needs)


def _fear(turn: Turn) -> bool:
    needs = turn.memory.case.needs
    if needs:
        turn.say("utter_said_fear", topic=need_name(needs[0], turn.language))
    return bool(needs)


def _forgot(turn: Turn) -> bool:
    case = turn.memory.case
    if not case.needs or not case.place_shown:
        return False
    topic = need_name(case.needs[0], turn.language)
    turn.say("utter_said_forgot", topic=topic, place=case.place_shown["text"])
    return show_services(turn)


_OWN: dict[str, Callable[[Turn], bool]] = {
    "trust": _trust,
    "difference": _difference,
    "which_first": _which_first,
    "too_much": _which_first,
    "call_for_me": _call_for_me,
    "send_it": _send_it,
    "fact": _fact,
    "bathing_fear": _fear,
    "forgot": _forgot,
    "got_nowhere": show_others,
    "waitlisted": show_others,
}
