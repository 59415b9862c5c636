"""The sentence that answers a question about being called."""

from __future__ import annotations

from actions.desk.office import Office, say_when
from actions.desk.request import agency_named
from actions.form import worries
from actions.talk.said_kinds import LIKELY, kind_of
from actions.turn import Turn

_WHEN = "when"
# What the reader of talk heard (bot/components/said_reader.py), where no rule knows the question.
_BY_KIND = {
    "cost": "utter_referral_cost", "our_cost": "utter_referral_cost", "our_data": "utter_referral_who", "who_finds_out": "utter_worry_told",
    "trust": "utter_worry_who_calls", "rather_human": "utter_worry_who_calls", "whose": "utter_worry_who_calls",
    "lose_benefits": "utter_worry_benefits", "papers": "utter_papers", "no_answer": "utter_referral_missed", "strangers": "utter_referral_house",
    "comes": "utter_referral_house", "languages": "utter_referral_language", "waiting": _WHEN, "deadline": _WHEN,
    "refuses_help": "utter_referral_must_agree", "confused": "utter_referral_next", "fear_of_home": "utter_said_fear_of_home",
    "lose_house": "utter_said_lose_house", "messy_house": "utter_said_messy_house", "no_charity": "utter_said_no_charity",
    "hold_on": "utter_said_no_hurry", "poor_words": "utter_said_poor_words", "not_qualify": "utter_said_not_qualify",
}  # fmt: skip


def say_about_the_call(turn: Turn) -> None:
    """One of our own sentences; by when they call only where a setting says it."""
    say = worries.answer_to(turn.heard.plain)
    if say == worries.OTHERS:
        say = _BY_KIND.get(kind_of(turn, LIKELY) or "", say)
    if say != _WHEN:
        turn.say(say, agency=agency_named(turn))
        return
    if not Office.read().says_when:
        turn.say("utter_call_time_unknown")
    say_when(turn)
