"""The questions before a person is asked: no is an answer, nothing loops, nothing is deleted by a question."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions.desk.desk_talk import ActionDeleteMyData
from actions.desk.referral import ask_next, resume
from actions.form.open_question import answer_open_question
from actions.form.taking import take_answer
from actions.heard import Heard
from actions.memory import Case, Memory
from actions.needs import remember
from actions.needs.persons import whom_pronoun_means
from actions.talk.small_talk import ActionLanguageSwitch
from actions.turn import Turn
from resources_index.places import Place
from resources_index.places.places import Places

ROOT = Path(__file__).resolve().parents[2]


def turn(memory: Memory, text: str, act: str = "ask_need", channel: str = "web") -> Turn:
    return Turn(
        "web-1", memory, Heard(text, act, metadata={"channel": channel}), CollectingDispatcher()
    )


def asked(channel: str = "web", **answers: str) -> Memory:
    """A memory in which the form has come to its next question."""
    memory = Memory(cases={"self": Case("self")}, current="self", met=True)
    memory.referral = dict(answers)
    ask_next(turn(memory, "", channel=channel))
    return memory


def said(spoken: Turn) -> list[Any]:
    return [message.get("response") for message in spoken.dispatcher.messages]


def answer(memory: Memory, text: str, act: str = "ask_need") -> list[Any]:
    spoken = turn(memory, text, act)
    assert take_answer(spoken)
    return said(spoken)


def test_yes_is_no_name_and_is_asked_about_once() -> None:
    memory = asked()
    assert answer(memory, "yes", "affirm") == ["utter_referral_name_again"]
    assert answer(memory, "Ann", "unsure") == ["utter_referral_number"]
    assert memory.referral["name"] == "Ann"


def test_a_number_is_not_insisted_on() -> None:
    memory = asked(name="Ann")
    assert answer(memory, "mornings at this number") == ["utter_referral_time"]
    memory = asked(name="Ann")
    memory.case.needs = ["utilities"]
    assert answer(memory, "54601") == ["utter_referral_number_again"]
    assert "utter_referral_answer_here" in answer(memory, "about my bill")
    assert memory.referral["number"] == "this chat"


@pytest.mark.parametrize(
    "words", ["no phone", "i dont have a phone", "no tengo teléfono, solo el de mi hija"]
)
def test_no_phone_is_no_refusal(words: str) -> None:
    memory = asked(name="Ann")
    assert answer(memory, words, "deny")[0] == "utter_referral_answer_here"
    assert memory.referral["number"] == "this chat"


def test_a_question_is_answered_and_the_form_goes_on() -> None:
    memory = asked()
    replies = answer(memory, "what will you tell them", "ask_detail")
    assert replies == ["utter_referral_nothing_shared", "utter_referral_name"]
    assert memory.pending == "referral_name"


def test_a_question_about_privacy_deletes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise AssertionError("nothing may be deleted")

    monkeypatch.setattr("actions.desk.desk_talk.desk", refuse)
    spoken = turn(Memory(), "what do you keep about me", "delete_my_data")
    ActionDeleteMyData().answer(spoken)
    assert said(spoken) == ["utter_privacy"]
    with pytest.raises(AssertionError, match="nothing may"):
        ActionDeleteMyData().answer(turn(Memory(), "borre mis datos", "delete_my_data"))


@pytest.fixture(scope="module")
def places() -> Places:
    return Places.load(ROOT / "data" / "places")


@pytest.fixture
def known(places: Places, monkeypatch: pytest.MonkeyPatch) -> Places:
    monkeypatch.setattr(remember, "places", lambda: places)
    return places


def hear(memory: Memory, text: str, act: str = "give_place") -> Turn:
    spoken = turn(memory, text, act)
    remember.remember(spoken)
    return spoken


def test_the_state_alone_takes_no_town_back(known: Places) -> None:
    memory = Memory(met=True)
    assert hear(memory, "Pine Bluff Arkansas").gave_place
    town = memory.case.place
    assert not hear(memory, "Arkansas").gave_place
    assert memory.case.place == town
    hear(memory, "Boise Idaho")
    assert memory.case.where is not None
    assert memory.case.where.state == "ID"


def test_a_state_chooses_among_the_counties_that_were_offered(known: Places) -> None:
    memory = Memory(met=True)
    hear(memory, "Jackson County")
    assert memory.pending == "place_choice"
    offered = [Place.from_dict(option["place"]) for option in memory.options]
    wanted = next(place for place in offered if place.state == "MO")
    hear(memory, "missouri")
    assert memory.case.where == wanted
    assert memory.pending is None


def test_a_town_with_la_behind_it_changes_no_language(known: Places) -> None:
    memory = Memory(met=True, language="en")
    spoken = Turn(
        "web-1", memory, Heard("Houma LA", "give_place", spoken="es"), CollectingDispatcher()
    )
    remember.remember(spoken)
    assert memory.language == "en"


def test_the_name_may_be_kept_and_the_request_goes_on() -> None:
    memory = asked()
    assert answer(memory, "no quiero dar mi nombre", "withdraw_consent") == [
        "utter_referral_number"
    ]
    assert memory.referral["name"] == ""


def test_another_person_is_to_be_called() -> None:
    memory = asked(name="Carmen", number="937-555-0142")
    replies = answer(memory, "mejor llámenle a mi hermano", "correct")
    assert replies == ["utter_referral_whose_number", "utter_referral_number"]
    assert "number" not in memory.referral


def test_another_need_is_answered_and_the_question_comes_again(known: Places) -> None:
    memory = asked(name="Ann")
    memory.shown, memory.case.needs = ["s-1"], ["transportation"]
    spoken = Turn(
        "web-1", memory,
        Heard("wait, she also needs meals brought in", "add_need", needs=[{"need_id": "meals_delivered", "score": 0.6}],
              metadata={"channel": "web"}),
        CollectingDispatcher(),
    )  # fmt: skip
    assert not take_answer(spoken)
    assert memory.pending is None
    assert memory.case.needs == ["meals_delivered"]
    resume(spoken)
    assert said(spoken) == ["utter_referral_number"]
    assert memory.referral["name"] == "Ann"


def test_after_two_other_things_the_question_is_not_pressed(known: Places) -> None:
    memory = asked(name="Ann")
    memory.referral["pauses"] = 2
    memory.shown = ["s-1"]
    spoken = turn(memory, "what was the number of the first one", "repeat")
    assert not take_answer(spoken)
    resume(spoken)
    assert said(spoken) == []


def test_a_town_is_put_right_between_the_questions(known: Places) -> None:
    memory = asked(name="Ann")
    assert answer(memory, "not Tampa, Ocala Florida", "correct")[0] == "utter_place_changed"
    assert memory.case.where is not None
    assert memory.case.where.label.startswith("Ocala")
    assert memory.pending == "referral_number"


def test_after_abuse_the_request_waits_until_it_is_asked_for() -> None:
    memory = Memory(cases={"self": Case("self")}, current="self", met=True)
    memory.referral = {"name": "Ann", "held": "quiet"}
    spoken = turn(memory, "thank you", "thanks")
    resume(spoken)
    assert said(spoken) == ["utter_referral_waits"]
    again = turn(memory, "thank you", "thanks")
    resume(again)
    assert said(again) == []
    onward = turn(memory, "ok go on", "affirm")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("actions.form.open_question.take_follow_up", lambda _: False)
        assert answer_open_question(onward)
    assert said(onward) == ["utter_referral_number"]


@pytest.mark.parametrize(
    ("current", "text", "means"),
    [
        ("father", "not gutters, groceries. she needs groceries", "aunt"),
        ("aunt", "she needs groceries", None),
        ("aunt", "and he needs a ride", "father"),
        ("father", "he or she", None),
    ],
)
def test_she_means_the_one_woman_spoken_of(current: str, text: str, means: str | None) -> None:
    memory = Memory(cases={"father": Case("father"), "aunt": Case("aunt")}, current=current)
    assert whom_pronoun_means(turn(memory, text)) == means


def test_leaving_the_questions_deletes_nothing() -> None:
    memory = asked()
    spoken = turn(memory, "no I dont want you giving out my number. forget it", "delete_my_data")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("actions.form.open_question.take_follow_up", lambda _: False)
        assert answer_open_question(spoken)
    assert said(spoken) == ["utter_referral_refused_bare"]


def test_another_language_asks_the_same_question() -> None:
    memory = asked(name="Ann")
    spoken = turn(memory, "mejor en español", "language_switch")
    ActionLanguageSwitch().answer(spoken)
    assert said(spoken) == ["utter_language", "utter_referral_number"]


def test_a_number_put_right_later_is_taken_and_the_question_comes_again() -> None:
    memory = asked(name="Dora", number="956-555-0183")
    replies = answer(memory, "wait that number is wrong, its 956-555-0138", "wrong_number")
    assert replies == ["utter_referral_number_changed", "utter_referral_time"]
    assert memory.referral["number"] == "956-555-0138"


def test_a_question_that_only_the_caller_can_answer_changes_no_topic() -> None:
    memory = asked()
    for question in ("is there a group", "is it women only", "¿hay clases de baile?"):
        assert answer(memory, question) == ["utter_referral_ask_caller", "utter_referral_name"]
    assert memory.pending == "referral_name"
