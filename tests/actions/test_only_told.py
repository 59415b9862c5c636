"""What is only told after a list brings no list again; what we did ourselves is said as it is; nobody is promised."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions import choose
from actions.desk import follow_up
from actions.find_help import ActionFindHelp
from actions.heard import Heard
from actions.memory import Case, Memory
from actions.shown import listed, same_list
from actions.shown.details import about_a_listed_service
from actions.shown.remarks import answer_remark, is_remark
from actions.shown.same_list import say_only_told
from actions.talk import small_talk
from actions.talk.our_part import about_us, answer_about_us
from actions.turn import Turn
from tests.actions.shelf import Shelf, service


def a_turn(text: str, act: str = "ask_need", listed: bool = True, **heard: Any) -> Turn:
    now = datetime.now(UTC).replace(tzinfo=None).isoformat()
    case = Case("mother", needs=["transportation"], text="a ride for mom")
    memory = Memory(cases={"mother": case}, current="mother", met=True)
    if listed:
        memory.shown, memory.page = ["a", "b"], {"offset": 0, "at": now}
    return Turn("web-1", memory, Heard(text, act, **heard), CollectingDispatcher())


def said(turn: Turn) -> list[Any]:
    return [message.get("response") for message in turn.dispatcher.messages]


@pytest.fixture(autouse=True)
def search(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(same_list, "service_ids", lambda _turn, **_page: ["a", "b"])
    shelf = Shelf(service("a", phone="+19375550142"), service("b"))
    monkeypatch.setattr(listed, "search", lambda: shelf)


def test_a_thing_told_is_thanked_for_and_the_list_stays_as_it_is() -> None:
    turn = a_turn("we own the house")
    assert same_list.say_only_told(turn)
    assert said(turn) == ["utter_say_it_when_you_call"]


def test_a_question_that_no_record_answers_is_not_thanked_for() -> None:
    turn = a_turn("whats a class going to do for him at 94")
    assert same_list.say_only_told(turn)
    assert said(turn) == ["utter_ask_them"]
    assert turn.dispatcher.messages[0]["phone"] == "937-555-0142"


def test_an_act_that_is_a_guess_is_not_acted_on() -> None:
    assert Heard("it's called the sunset something", "wrong_number", act_score=0.12).doubted
    assert not Heard("that number is wrong", "wrong_number", act_score=0.9).doubted
    assert not Heard("nope", "deny", act_score=0.2).doubted
    assert not Heard("she can't do stairs", "ask_need", act_score=0.3).doubted


def test_a_need_that_the_list_answers_already_brings_no_list_again() -> None:
    for text, response in (
        ("and I need that ride", "utter_same_list"),
        ("what about the ride", "utter_who_may_know"),
    ):
        turn = a_turn(text)
        turn.memory.case.heard = [{"need_id": "transportation", "score": 0.98}]
        assert same_list.say_only_told(turn)
        assert said(turn) == [response]


def test_a_new_place_a_new_person_or_another_need_brings_a_list(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    moved = a_turn("in Toledo")
    moved.gave_place = True
    other = a_turn("and for dad")
    other.new_person = True
    monkeypatch.setattr(same_list, "service_ids", lambda _turn, **_page: ["c"])
    more = a_turn("meals too")
    more.memory.case.heard = [{"need_id": "meals_delivered", "score": 0.98}]
    assert not any(same_list.say_only_told(turn) for turn in (moved, other, more))


def test_days_later_the_list_comes_again() -> None:
    turn = a_turn("we own the house")
    before = datetime.now(UTC).replace(tzinfo=None) - timedelta(days=1)
    turn.memory.page["at"] = before.isoformat()
    assert not same_list.say_only_told(turn)


def test_after_a_text_of_the_gateway_the_list_comes_again() -> None:
    turn = a_turn("i want to die", metadata={"crisis": "suicide"})
    ActionFindHelp()._work(turn)
    turn.heard = Heard("what was there for the ride", "ask_need")
    assert not same_list.say_only_told(turn)


def test_for_whom_it_is_gets_a_word_and_no_list() -> None:
    turn = a_turn("it's for my mother")
    turn.named_person = True
    assert same_list.say_only_told(turn)
    assert said(turn) == ["utter_for_person"]


@pytest.mark.parametrize(
    ("text", "answer"),
    [("did you call them?", "utter_nobody_called"), ("have you talked to the lady yet", "utter_nobody_called"),
     ("¿usted ya les habló?", "utter_nobody_called"), ("what if nobody answers", "utter_if_nobody_answers"),
     ("y si no contestan?", "utter_if_nobody_answers"), ("they told me to call you", "utter_sent_on"),
     ("the county sent me to you", "utter_sent_on"), ("me dijeron que llamara aquí", "utter_sent_on"),
     ("why do you want my zip", "utter_why_place"), ("why do you need that. whats it got to do with my bill", "utter_why_place"),
     ("what do you mean call first to check", "utter_call_first"), ("check what? are they closed", "utter_call_first"), ("why does it say call first", "utter_call_first"),
     ("¿qué es lo que tengo que confirmar?", "utter_call_first"), ("por qué dice llame antes", "utter_call_first")],
)  # fmt: skip
def test_what_is_asked_about_us_is_answered_in_a_line(text: str, answer: str) -> None:
    turn = a_turn(text)
    assert about_us(turn)
    assert answer_about_us(turn)
    assert said(turn) == [answer]


@pytest.mark.parametrize(
    "text",
    ["can you call them for me", "can you fill the form for me", "could you do the application",
     "who can help me with the paperwork", "quién me llena los papeles", "¿puede llamarles por mí?", "me puede llenar la solicitud"],
)  # fmt: skip
def test_who_wants_it_done_for_her_is_asked_for_her_name(text: str) -> None:
    turn = a_turn(text)
    assert answer_about_us(turn)
    assert said(turn) == ["utter_referral_begin", "utter_referral_name"]


@pytest.mark.parametrize(
    "text",
    ["I need somebody to call my mother every day", "can somebody fill my pill box", "what if I move to Toledo",
     "my son told me to get a walker", "need help with the rent application and I don't know where to start with all of that now"],
)  # fmt: skip
def test_a_need_is_nothing_about_us(text: str) -> None:
    assert not about_us(a_turn(text))


@pytest.mark.parametrize("text", ["she gets medicaid", "I have Humana", "él tiene Medi-Cal", "i got the part d"])  # fmt: skip
def test_who_is_insured_asks_for_no_insurance(text: str) -> None:
    turn = a_turn(text)
    assert is_remark(turn)
    assert answer_remark(turn)
    assert said(turn) == ["utter_say_it_when_you_call"]


def test_how_to_get_insured_is_still_a_need() -> None:
    assert not is_remark(a_turn("how do I get medicaid for her"))
    assert not is_remark(a_turn("I have medicare and cannot pay the premium"))


@pytest.mark.parametrize(
    ("text", "act"),
    [("ok how much", "affirm"), ("ok how much", "thanks"), ("how long is the waiting list", "follow_up_answer"), ("are pets ok", "no_answer"),
     ("what do they charge", "free_only"), ("is there somebody comes to the house", "ask_need"), ("¿cuánto cobran?", "free_only")],
)  # fmt: skip
def test_a_question_about_the_list_is_one_whatever_it_was_taken_for(text: str, act: str) -> None:
    assert about_a_listed_service(a_turn(text, act))
    assert not about_a_listed_service(a_turn(text, act, listed=False))


def test_a_wish_for_free_ones_or_a_sure_need_is_no_question_about_the_list() -> None:
    assert not about_a_listed_service(a_turn("do they have something that doesn't cost", "free_only"))  # fmt: skip
    sure = [{"need_id": "in_home_care", "score": 0.98}]
    bath = a_turn("can somebody come to the house to bathe her", "ask_need", needs=sure)
    assert not about_a_listed_service(bath)


class NoRequests:
    """A desk that knows of nobody."""

    def latest(self, _conversation: str) -> None:
        return None


def test_without_a_request_nobody_is_said_to_look_at_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(follow_up, "desk", NoRequests)
    monkeypatch.setattr(follow_up, "show_services", lambda _turn, **_page: True)
    monkeypatch.setattr(follow_up, "service_ids", lambda _turn, **_page: ["c"])
    turn = a_turn("they said I'm not eligible", "follow_up_answer")
    follow_up.ActionFollowUp().answer(turn)
    nothing_shown = a_turn("they never called me back", "follow_up_answer", listed=False)
    follow_up.ActionFollowUp().answer(nothing_shown)
    assert said(turn) == ["utter_try_next"]
    assert said(nothing_shown) == ["utter_went_badly"]


def test_a_death_that_is_told_gets_a_kind_word() -> None:
    turn = a_turn("he passed in 2010")
    assert say_only_told(turn)
    assert said(turn) == ["utter_loss"]


@pytest.mark.parametrize(
    ("text", "told"),
    [("es diabetico", True), ("she has copd and a bad heart", True), ("is it ok to stop her pill", False),
     ("she is dizzy should i worry", False), ("es malo tomar dos?", False)],
)  # fmt: skip
def test_an_illness_that_is_told_is_no_question_for_a_doctor(text: str, told: bool) -> None:
    turn = a_turn(text, "medical_advice")
    small_talk.ActionNoAdvice().answer(turn)
    assert (said(turn) != ["utter_no_medical_advice"]) is told


def test_who_asks_for_a_lawyer_gets_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(small_talk, "find_help", lambda turn: turn.say("the list"))
    asked = a_turn("legal help with my will, Dayton OH", "legal_advice", listed=False)
    asked.memory.case.heard = [{"need_id": "legal_help", "score": 1.0}]
    small_talk.ActionNoAdvice().answer(asked)
    assert said(asked) == ["the list"]
    asked = a_turn("can they take my house", "legal_advice", listed=False)
    asked.memory.case.heard = [{"need_id": "legal_help", "score": 1.0}]
    small_talk.ActionNoAdvice().answer(asked)
    assert said(asked) != ["the list"]


def test_a_choice_of_nothing_is_only_told() -> None:
    turn = a_turn("he was in the army", "choose")
    choose.ActionChoose().answer(turn)
    assert said(turn) == ["utter_heard_you"]
    turn = a_turn("that one", "choose")
    choose.ActionChoose().answer(turn)
    assert said(turn) == ["utter_which_number"]
