"""Answers to what is said in the middle of a talk, by its kind as the reader heard it."""

from __future__ import annotations

from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest
import yaml
from rasa_sdk.executor import CollectingDispatcher

from actions.answering import answer_turn
from actions.desk import desk_talk, say_about_call
from actions.form.worries import OTHERS
from actions.heard import Heard
from actions.memory import Case, Memory
from actions.shown import answers, listed, remarks, run_around
from actions.shown.topics import asked_field
from actions.talk import said as kinds
from actions.talk.said import answer_said
from actions.talk.said_kinds import LIKELY, SURE
from actions.turn import Turn
from bot.components.said_reader import NONE, read_said
from tests.actions.shelf import Shelf, after_list, said, service

MEALS = service("Meals office", cost="You may give what you can.", summary="Brings a meal.")
HEAT = service("Heat office", cost="Free.", phone="+19375550199", summary="Pays a heating bill.")
SHELF = Shelf(MEALS, HEAT)


@pytest.fixture(autouse=True)
def shelf(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listed, "search", lambda: SHELF)


def a_turn(kind: str | None, share: float = 0.95, act: str = "ask_need", text: str = "and so it goes with us", **heard: Any) -> Turn:  # fmt: skip
    turn = after_list(SHELF, text, act, said=(kind, share), **heard)
    turn.memory.page = {"offset": 0, "at": datetime.now(UTC).replace(tzinfo=None).isoformat()}
    return turn


def first_turn(kind: str, pending: str | None = None, **heard: Any) -> Turn:
    memory = Memory(cases={"self": Case("self")}, current="self", language="en", met=True)
    if pending:
        memory.ask(pending)
    return Turn("web-1", memory, Heard("it was her birthday today", "ask_need", said=(kind, 0.95), **heard), CollectingDispatcher())  # fmt: skip


def responses(turn: Turn) -> list[Any]:
    return [one for one, _ in said(turn)]


def test_each_kind_of_the_lessons_has_an_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    """No lesson may teach a kind that nobody answers; only those that show a list again are left out here."""
    for module in (kinds, answers, remarks, run_around):
        for name in ("show_others", "show_services", "ask_next"):
            if hasattr(module, name):
                monkeypatch.setattr(module, name, lambda turn, **_: True)
    own = dict.fromkeys(("got_nowhere", "waitlisted"), lambda turn: True)
    monkeypatch.setattr(kinds, "_OWN", {**kinds._OWN, **own})
    known = {lesson.kind for lesson in read_said()} - {NONE}
    unanswered = {kind for kind in known if not kinds.say_kind(a_turn(kind), kind)}
    assert unanswered == set()


def test_each_response_is_in_the_domain() -> None:
    with open("bot/domain/responses.yml", encoding="utf-8") as file:
        domain = set(yaml.safe_load(file)["responses"])
    tables = (kinds._WORDS, kinds._BEFORE_A_LIST, kinds._TO_BE_HEARD)
    named = {word for table in tables for word in table.values()}
    named |= {word for pair in kinds._WITH_A_NUMBER.values() for word in pair}
    assert named - domain == set()


@pytest.mark.parametrize(
    ("kind", "response"),
    [("refuses_help", "utter_said_refuses_help"), ("lose_house", "utter_said_lose_house"), ("hold_on", "utter_said_hold_on")],
)  # fmt: skip
def test_a_sure_kind_is_answered_by_its_sentence(kind: str, response: str) -> None:
    turn = a_turn(kind)
    assert answer_said(turn)
    assert responses(turn) == [response]


def test_the_number_of_the_first_place_is_named_where_it_helps() -> None:
    turn = a_turn("deadline")
    assert answer_said(turn)
    assert said(turn) == [("utter_said_deadline", "Meals office")]
    assert turn.memory.chosen == "Meals office"


def test_without_a_number_a_person_is_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    bare = Shelf(service("Page only", phone=""))
    monkeypatch.setattr(listed, "search", lambda: bare)
    turn = after_list(bare, "only till friday", said=("deadline", 0.95))
    assert answer_said(turn)
    assert responses(turn) == ["utter_said_human"]


@pytest.mark.parametrize(
    ("kind", "share", "least"), [("trust", 0.4, SURE), ("trust", 0.2, LIKELY), (None, 0.99, LIKELY)]
)
def test_what_is_less_sure_is_left_to_others(kind: str | None, share: float, least: float) -> None:
    turn = a_turn(kind, share)
    assert not answer_said(turn, least)
    assert responses(turn) == []


def test_a_likely_kind_answers_only_where_the_act_says_little() -> None:
    assert answer_said(a_turn("trust", 0.4, act="unsure"), LIKELY)
    assert not answer_said(a_turn("trust", 0.4, act="more"), LIKELY)


def test_a_new_need_a_place_or_a_choice_comes_before_what_is_said() -> None:
    for change in ({"new_needs": True}, {"gave_place": True}, {"new_person": True}):
        turn = a_turn("ashamed")
        for name, value in change.items():
            setattr(turn, name, value)
        assert not answer_said(turn)
    assert not answer_said(a_turn("ashamed", number=2))


def test_questions_of_a_record_are_the_rules_first() -> None:
    assert not answer_said(a_turn("cost"))
    turn = a_turn("cost", act="ask_detail")
    assert answer_said(turn, LIKELY)
    assert responses(turn)[0] != "utter_heard_you"


def test_a_second_story_gets_another_answer() -> None:
    turn = a_turn("story")
    assert answer_said(turn)
    assert answer_said(turn)
    assert responses(turn) == ["utter_heard_you", "utter_what_is_missing"]


def test_who_wants_to_be_heard_is_not_asked_for_a_place() -> None:
    turn = first_turn("sad", needs=[{"need_id": "mental_health", "score": 0.5}])
    answer_turn(turn, lambda turn: turn.say("utter_ask_place"))
    assert responses(turn) == ["utter_sorry_hard", "utter_said_listen"]


def test_a_sure_need_is_a_request_whatever_else_is_told() -> None:
    assert not answer_said(first_turn("sad", needs=[{"need_id": "meals_delivered", "score": 0.97}]))


def test_a_doubt_about_us_is_answered_and_the_place_asked_for_again() -> None:
    turn = first_turn("our_data", pending="place")
    assert answer_said(turn)
    assert responses(turn) == ["utter_privacy", "utter_ask_place"]
    waits = first_turn("hold_on", pending="place")
    assert answer_said(waits)
    assert responses(waits) == ["utter_said_no_hurry"]


def test_a_wish_for_a_person_is_left_to_those_who_begin_the_questions() -> None:
    for act in ("person", "are_you_robot", "who_are_you"):
        assert not answer_said(a_turn("rather_human", act=act, text="are you a machine"))
    turn = a_turn("rather_human", act="insult", text="i hate these machines")
    assert answer_said(turn)
    assert responses(turn) == ["utter_said_human"]


@pytest.mark.parametrize(
    ("text", "response"),
    [("how do I know the person who calls is from you", "utter_worry_who_calls"), ("how do I know you are for real", "utter_said_trust")],
)  # fmt: skip
def test_a_doubt_is_about_us_or_about_whoever_calls(text: str, response: str) -> None:
    turn = a_turn("trust", text=text)
    assert answer_said(turn)
    assert responses(turn) == [response]


def test_a_first_message_that_only_tells_asks_for_no_place_though_it_is_not_sure() -> None:
    company = [{"need_id": "mental_health", "score": 0.9}]
    turn = first_turn("sad", needs=company)
    turn.heard = Heard("my little dog died sunday, the house is so quiet", "ask_need", said=("sad", 0.3), needs=company)  # fmt: skip
    assert answer_said(turn)
    assert answer_said(turn)
    assert responses(turn) == ["utter_said_listen", "utter_that_is_hard"]
    asks = first_turn("sad", needs=company)
    asks.heard = Heard("my dog died, is there a group to go to", "ask_need", said=("sad", 0.3), needs=company)  # fmt: skip
    assert not answer_said(asks)
    mourns = first_turn("sad", needs=company)
    mourns.mourns = True
    assert not answer_said(mourns)


def test_a_doubt_before_anything_was_asked_brings_no_question_for_the_place() -> None:
    turn = first_turn("trust")
    assert answer_said(turn)
    assert responses(turn) == ["utter_who_are_you"]


@pytest.mark.parametrize(("asks", "answered"), [(0.2, True), (0.9, False)])
def test_a_need_named_in_a_doubt_counts_where_the_turn_asks_for_it(
    asks: float, answered: bool
) -> None:
    turn = a_turn("for_another", text="do i need power of attorney for that", asks_share=asks)
    turn.new_needs = True
    assert answer_said(turn) is answered


def test_between_the_questions_a_kind_answers_what_no_rule_knows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(say_about_call, "agency_named", lambda turn: "Meals office")
    for share, response in ((0.3, "utter_referral_house"), (0.1, OTHERS)):
        turn = a_turn("strangers", share, text="would it be some fellow off the street")
        say_about_call.say_about_the_call(turn)
        assert responses(turn) == [response]


def test_the_second_answer_that_nobody_knows_brings_the_offer_of_a_person() -> None:
    turn, heard = a_turn(None), []
    for _ in range(3):
        turn.dispatcher.messages.clear()
        answers.say_unknown(turn, answers.first_to_call(turn))
        heard += responses(turn)
    known = [
        "utter_detail_unknown",
        "utter_detail_unknown",
        "utter_offer_person_short",
        "utter_detail_unknown",
    ]
    assert heard == known


def test_nothing_is_said_twice_in_one_answer() -> None:
    turn = a_turn(None)
    for _ in range(2):
        answers.say_unknown(turn, answers.first_to_call(turn))
    assert responses(turn).count("utter_detail_unknown") == 1


def test_the_middle_one_and_how_late_are_understood() -> None:
    assert listed.number_said(a_turn(None, text="the middle one")) == 2
    assert asked_field("how late do they answer") == "hours"


def test_how_late_they_answer_is_asked_of_the_places_where_nobody_was_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(desk_talk, "desk", lambda: SimpleNamespace(referrals_of=lambda _: []))
    turn = a_turn(None, act="any_news", text="how late do they answer")
    desk_talk.ActionAnyNews().answer(turn)
    assert responses(turn) == ["utter_no_hours"]
    news = a_turn(None, act="any_news", text="any news?")
    desk_talk.ActionAnyNews().answer(news)
    assert responses(news) == ["utter_no_referral"]
