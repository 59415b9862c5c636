"""Turns that ask for nothing: one kind sentence and the way on."""

from __future__ import annotations

import re

from actions.ask_detail import say_field
from actions.desk.referral import ask_next
from actions.form import wordings
from actions.show import ask_need, find_help
from actions.shown.answers import say_from_records
from actions.shown.details import is_question
from actions.shown.remarks import say_whom_first
from actions.shown.same_list import say_only_told
from actions.talk.told import say_noted
from actions.turn import Turn, TurnAction
from resources_index.index.needs import need_name


class ActionGreet(TurnAction):
    """A greeting; a need in the same breath is answered at once."""

    def name(self) -> str:
        return "action_greet"

    def answer(self, turn: Turn) -> None:
        if turn.memory.case.heard:
            find_help(turn)
            return
        case = turn.memory.case
        if case.needs and case.place_shown:
            topic = need_name(case.needs[0], turn.language)
            turn.say("utter_greet_again", topic=topic, place=case.place_shown["text"])
            return
        turn.say("utter_greet")


class ActionThanks(TurnAction):
    """Thanks."""

    def name(self) -> str:
        return "action_thanks"

    def answer(self, turn: Turn) -> None:
        if turn.memory.case.heard:
            find_help(turn)
            return
        turn.say("utter_thanks")


class ActionGoodbye(TurnAction):
    """Goodbye."""

    def name(self) -> str:
        return "action_goodbye"

    def answer(self, turn: Turn) -> None:
        turn.say("utter_goodbye")


class ActionWhoAreYou(TurnAction):
    """The truth: a computer, and a person is near."""

    def name(self) -> str:
        return "action_who_are_you"

    def answer(self, turn: Turn) -> None:
        turn.say("utter_who_are_you")


class ActionHowItWorks(TurnAction):
    """How to use this, with the main topics."""

    def name(self) -> str:
        return "action_how_it_works"

    def answer(self, turn: Turn) -> None:
        turn.say("utter_how_with_list" if turn.memory.shown else "utter_how_it_works")


class ActionInsult(TurnAction):
    """Patience, and a person."""

    def name(self) -> str:
        return "action_insult"

    def answer(self, turn: Turn) -> None:
        turn.say("utter_insult")


class ActionOffTopic(TurnAction):
    """What we do not do; what was asked before stays."""

    def name(self) -> str:
        return "action_off_topic"

    def answer(self, turn: Turn) -> None:
        if turn.memory.case.heard:
            find_help(turn)
            return
        turn.say("utter_off_topic")


# "Es diabético", "she has COPD": told, and no question for a doctor.
_TELLS = re.compile(
    r"^(?:(?:y|and|but|pero|also|tambien|ella|el|yo) )*(?:he|she|i|he's|she's|i'm|hes|shes|es|soy|esta|tiene|tengo|padece|(?:my|mi) \w+ (?:is|has|es|tiene))(?: (?!should|can|could|do|puedo)\w+){0,7}$"
)


class ActionNoAdvice(TurnAction):
    """No medical or legal advice: who can give it, and the services where a need was heard."""

    def name(self) -> str:
        return "action_no_advice"

    def answer(self, turn: Turn) -> None:
        case = turn.memory.case
        told = _TELLS.match(turn.heard.plain) and "?" not in turn.heard.text
        if turn.heard.act == "medical_advice" and told and turn.memory.shown:
            say_noted(turn)
        elif turn.heard.act == "legal_advice" and case.heard and not is_question(turn):
            # "Legal help with my will" asks for a lawyer, not for advice.
            find_help(turn)
        elif turn.heard.act == "medical_advice":
            turn.say("utter_no_medical_advice")
        elif case.needs and case.place_shown:
            turn.say("utter_no_legal_advice_here", place=case.place_shown["text"])
        else:
            turn.say("utter_no_legal_advice")
            # The place, once it is told, then finds the lawyer that was promised.
            case.needs = case.needs or ["legal_help"]
            case.text = case.text or turn.heard.text
            case.asked_place = True


# "Sorry, that was my pocket" is no noise.
_WORDS = 3


class ActionNoAnswer(TurnAction):
    """Noise: one gentle line, then silence rather than a loop."""

    def name(self) -> str:
        return "action_no_answer"

    def answer(self, turn: Turn) -> None:
        words = len(turn.heard.plain.split())
        if words > 1 and say_only_told(turn):
            return
        turn.memory.misses += 1
        if turn.memory.misses <= 1:
            turn.say("utter_no_answer")
        elif words >= _WORDS:
            turn.say("utter_anything_else")


class ActionUnsure(TurnAction):
    """'I don't know': the main topics, and a person the second time."""

    def name(self) -> str:
        return "action_unsure"

    def answer(self, turn: Turn) -> None:
        if turn.memory.shown and turn.memory.pending is None and not turn.memory.case.heard:
            # The list is known: what helps is to say with whom to begin.
            say_from_records(turn) if is_question(turn) else say_whom_first(turn)
        elif turn.memory.case.needs:
            find_help(turn)
        else:
            ask_need(turn)


class ActionWhatElse(TurnAction):
    """What else there may be: a check of several benefits at once, and the topics."""

    def name(self) -> str:
        return "action_what_else"

    def answer(self, turn: Turn) -> None:
        case = turn.memory.case
        if not case.heard:
            case.needs = ["benefits_check"]
        find_help(turn)


class ActionYesNo(TurnAction):
    """A yes or no to no open question."""

    def name(self) -> str:
        return "action_yes_no"

    def answer(self, turn: Turn) -> None:
        told = len(turn.heard.plain.split()) > _WORDS and not wordings.is_no(turn.heard.plain)
        # "The same for my cousin": his list.
        if turn.memory.case.heard or (turn.new_person and turn.memory.case.needs):
            find_help(turn)
        elif turn.heard.act == "deny":
            if not (told and say_only_told(turn)):
                turn.say("utter_anything_else")
        elif turn.memory.case.needs and not turn.memory.shown:
            find_help(turn)
        elif turn.memory.case.needs:
            turn.say("utter_yes_what")
        else:
            ask_need(turn)


class ActionLanguageSwitch(TurnAction):
    """The memory has the language already."""

    def name(self) -> str:
        return "action_language_switch"

    def answer(self, turn: Turn) -> None:
        if (
            turn.memory.shown
            and turn.language == turn.language_before
            and turn.memory.pending is None
        ):
            # "What if I don't speak English?": asked of the places, not of us.
            say_field(turn, "languages")
            return
        turn.say("utter_language", custom={"kind": "language", "language": turn.language})
        if (turn.memory.pending or "").startswith("referral"):
            ask_next(turn)
        elif turn.memory.case.needs:
            find_help(turn)


# "Yes, start it again for her": the request, and not the talk.
_THE_REQUEST = re.compile(
    r"\b(?:start|open|do|send|put|make|file|turn) (?:it|that|this|hers|his|mine|(?:the|that|my) (?:request|form|call|one))\b|"
    r"\b(?:haga|abra|mande|ponga|empiece)(?:la|lo)\b|\b(?:la|esa|mi) (?:solicitud|peticion) (?:otra vez|de nuevo)\b"
)


class ActionStartOver(TurnAction):
    """Forget needs, places and lists; the language stays."""

    def name(self) -> str:
        return "action_start_over"

    def answer(self, turn: Turn) -> None:
        memory = turn.memory
        if memory.case.needs and _THE_REQUEST.search(turn.heard.plain):
            ask_next(turn, start=True)
            return
        memory.cases, memory.current, memory.shown, memory.page = {}, "", [], {}
        memory.chosen, memory.referral, memory.misses = None, {}, 0.0
        memory.answered()
        turn.say("utter_start_over")
