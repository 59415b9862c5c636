"""What is only told in mid-talk asks for nothing; what is insisted on does, in its own words."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions import alarm_taken_back, find_help
from actions.alarm_taken_back import after_a_denial
from actions.find_help import ActionFindHelp
from actions.form import open_question
from actions.form.open_question import answer_open_question
from actions.heard import Heard
from actions.memory import Case, Memory
from actions.needs.evidence import names_it
from actions.needs.losses import tells_of_a_loss
from actions.needs.remember import remember
from actions.rooms import places
from actions.shown import listed, same_list
from actions.shown.same_list import say_only_told
from actions.talk import small_talk
from actions.talk.gentle import answer_after_fright
from actions.talk.small_talk import ActionStartOver
from actions.talk.telling import only_tells
from actions.turn import Turn
from resources_index.places import Resolved
from tests.actions.shelf import Shelf, after_list, service

OFFICE = service("Area office", phone="+18662435678", level="local")
SHELF = Shelf(OFFICE)
HOME_CARE = [{"need_id": "in_home_care", "score": 0.95}]


@pytest.fixture(autouse=True)
def shelf(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listed, "search", lambda: SHELF)


def a_turn(text: str, act: str = "ask_need", **heard: Any) -> Turn:
    turn = after_list(SHELF, text, act, **heard)
    turn.memory.page = {"offset": 0, "at": datetime.now(UTC).replace(tzinfo=None).isoformat()}
    return turn


def said(turn: Turn) -> list[Any]:
    return [message.get("response") for message in turn.dispatcher.messages]


@pytest.mark.parametrize("kind", ["story", "blessing", "sad", "fact", "later"])
def test_what_is_told_for_sure_opens_no_need_and_moves_nobody(kind: str) -> None:
    text = "my late husband laughed at my plate, we lived in Dallas TX then"
    turn = a_turn(text, "ask_need", said=(kind, 0.9), needs=HOME_CARE, about="husband")
    xenia = places().resolve("Xenia, OH")
    assert isinstance(xenia, Resolved)
    turn.memory.case.set_place(xenia.place)
    before = turn.memory.case.place_shown
    assert only_tells(turn)
    remember(turn)
    assert (turn.memory.current, turn.memory.case.needs) == ("self", ["utilities"])
    assert turn.memory.case.place_shown == before


@pytest.mark.parametrize("said_", [("story", 0.5), ("lose_house", 0.9), (None, 0.0)])
def test_what_is_less_sure_or_asks_is_heard(said_: Any) -> None:
    turn = a_turn("I need somebody to bathe me", said=said_, needs=HOME_CARE)
    assert not only_tells(turn)
    remember(turn)
    assert turn.memory.case.needs == ["in_home_care"]


def test_an_answer_to_our_question_is_never_only_told() -> None:
    turn = a_turn("Dallas, we lived there always", said=("story", 0.9))
    turn.memory.pending = "place"
    assert not only_tells(turn)
    turn.memory.pending, turn.memory.shown = None, []
    assert not only_tells(turn)


@pytest.mark.parametrize(
    ("text", "need"),
    [("LAWYER. i asked for a lawyer. legal aid", "legal_help"), ("yo pedí comida", "food_assistance"), ("I said rides", "transportation"), ("ya le dije, la renta", "housing")],
)  # fmt: skip
def test_what_is_said_once_more_is_asked_for(text: str, need: str) -> None:
    assert names_it(Heard(text, "ask_need"), need)


@pytest.mark.parametrize(
    "text", ["the lawyer was rude", "comida rica", "he said the lawyer is nice"]
)
def test_what_is_only_named_is_not(text: str) -> None:
    heard = Heard(text, "ask_need")
    assert not names_it(heard, "legal_help")
    assert not names_it(heard, "food_assistance")


def test_a_question_after_a_complaint_counts() -> None:
    needs = [{"need_id": "legal_help", "score": 0.9}]
    text = "so nobody knows nothing. is there a lawyer that does this free"
    turn = a_turn(text, needs=needs)
    remember(turn)
    assert turn.memory.case.needs == ["legal_help"]


def test_whoever_asks_for_somebody_to_call_asks_for_no_company_and_no_aide() -> None:
    wish = {"asks_person": True, "act": "person"}
    company = [{"need_id": "social_connection", "score": 0.8}, HOME_CARE[0]]
    assert Heard("me da pena llamar, que me llamen", needs=company, **wish).asked_needs == []
    assert Heard("an aide for my mom, a person please", needs=HOME_CARE, **wish).asked_needs
    food = [{"need_id": "food_assistance", "score": 0.7}]
    assert Heard("a person please about groceries", needs=food, **wish).asked_needs == food


@pytest.mark.parametrize(
    "text",
    ["my wife passed in march", "we had to put our cat down", "they put my old dog to sleep this morning", "hubo que dormir a mi perrito, el gato murio", "he died last year"],
)  # fmt: skip
def test_a_death_is_heard_and_that_of_an_animal_too(text: str) -> None:
    assert tells_of_a_loss(Heard(text, "").plain)


@pytest.mark.parametrize(
    "text",
    ["she looks for her mama who died forty years ago", "se me va a buscar a su mamá que murió hace cuarenta años", "my mother passed 30 years ago and left me this house", "my furnace died", "she put the dog out", "he put the phone down"],
)  # fmt: skip
def test_no_condolence_for_what_is_decades_ago(text: str) -> None:
    assert not tells_of_a_loss(Heard(text, "").plain)


def test_a_question_on_the_same_need_is_answered_with_who_may_know(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(same_list, "service_ids", lambda _turn: [OFFICE.id])
    turn = a_turn("is there anybody that gives out used ones?")
    turn.memory.case.heard = [{"need_id": "utilities", "score": 0.9}]
    assert say_only_told(turn)
    assert said(turn) == ["utter_who_may_know"]
    again = a_turn("the light bill")
    again.memory.case.heard = [{"need_id": "utilities", "score": 0.9}]
    assert say_only_told(again)
    assert said(again) == ["utter_same_list"]


def test_a_list_of_long_ago_is_not_the_list_above(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(same_list, "service_ids", lambda _turn: [OFFICE.id])
    turn = a_turn("what about the light bill I asked for")
    turn.memory.case.heard = [{"need_id": "utilities", "score": 0.9}]
    turn.memory.page["since"] = 9
    assert not say_only_told(turn)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Do I have to give you my town? I only wanted to tell somebody", "utter_glad_to_listen"),
        ("I just wanted to tell somebody", "utter_glad_to_listen"), ("nomás quería platicar", "utter_glad_to_listen"), ("well never mind about numbers", "utter_let_be_nothing"),
    ],
)  # fmt: skip
def test_nobody_must_give_a_town(text: str, word: str) -> None:
    memory = Memory(cases={"self": Case("self", needs=["social_connection"])}, current="self")
    memory.ask("place")
    turn = Turn("web-1", memory, Heard(text, "off_topic"), CollectingDispatcher())
    assert answer_open_question(turn)
    assert said(turn) == [word]
    assert memory.pending is None
    assert memory.case.needs == []


def test_a_town_that_is_asked_for_is_still_given(monkeypatch: pytest.MonkeyPatch) -> None:
    found: list[Turn] = []
    monkeypatch.setattr(open_question, "find_help", found.append)
    memory = Memory(cases={"self": Case("self", needs=["social_connection"])}, current="self")
    memory.ask("place")
    turn = Turn("web-1", memory, Heard("I just wanted to say it's Dayton Ohio", "off_topic"), CollectingDispatcher())  # fmt: skip
    remember(turn)
    answer_open_question(turn)
    assert found == [turn]


def test_what_was_asked_before_an_alarm_goes_on_with_the_town(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found: list[Turn] = []
    monkeypatch.setattr(alarm_taken_back, "find_help", found.append)
    memory = Memory(cases={"self": Case("self", needs=["fraud_scams"])}, current="self", met=True)
    memory.ask("place")
    heard = Heard("nobody is in danger, i live in macon georgia", "deny", metadata={"denied": "only"})  # fmt: skip
    turn = Turn("web-1", memory, heard, CollectingDispatcher())
    assert after_a_denial(turn)
    assert found == [turn]
    assert turn.memory.case.place_shown is not None
    assert turn.memory.case.place_shown["text"] == "Macon, GA"


def test_the_request_is_started_again_and_the_talk_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Turn] = []
    monkeypatch.setattr(small_talk, "ask_next", lambda turn, start=False: asked.append(turn))
    turn = a_turn("yes start it again for her please", "start_over")
    ActionStartOver().answer(turn)
    assert asked == [turn]
    assert turn.memory.shown
    ActionStartOver().answer(a_turn("start over", "start_over"))
    assert asked == [turn]


def test_back_to_her_list_and_the_answer_from_it(monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    monkeypatch.setattr(find_help, "find_help", lambda _turn: done.append("list"))
    monkeypatch.setattr(find_help, "answer_detail", lambda _turn: done.append("detail"))
    turn = a_turn("back to Mrs. A, does she need a doctor's note for the meals?")
    turn.new_person = turn.known_person = True
    turn.memory.case.heard = [{"need_id": "utilities", "score": 0.9}]
    monkeypatch.setattr(find_help, "say_only_told", lambda _turn: False)
    ActionFindHelp().answer(turn)
    assert done == ["list", "detail"]
    turn.new_needs = True
    ActionFindHelp().answer(turn)
    assert done == ["list", "detail", "list"]


def mothers_turn(text: str, act: str = "correct", **heard: Any) -> Turn:
    turn = a_turn(text, act, **heard)
    case = turn.memory.cases.pop("self")
    case.about = "mother"
    turn.memory.cases["mother"], turn.memory.current = case, "mother"
    return turn


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("le di el telefono a mi hijo, el escribe mejor", "son"), ("This is her daughter now, what did you tell my mother", "daughter"),
        ("This is her grandson Danny. She gave me the phone", "grandchild"), ("soy la nieta, me dio el celular", "grandchild"), ("Dad gave me the phone, he can't see the letters", "father"),
    ],
)  # fmt: skip
def test_who_writes_from_now_on_is_not_who_needs_help(text: str, about: str) -> None:
    turn = mothers_turn(text, about=about)
    remember(turn)
    assert turn.memory.current == "mother"


def test_somebody_else_who_needs_help_is_still_heard() -> None:
    needs = [{"need_id": "dental_vision_hearing", "score": 0.95}]
    turn = mothers_turn("my son needs glasses", "add_need", about="son", needs=needs)
    remember(turn)
    assert turn.memory.current == "son"


def frightened(text: str, **heard: Any) -> Turn:
    return a_turn(text, "follow_up_answer", metadata={"led": True}, **heard)


@pytest.mark.parametrize(
    "text",
    ["i put them away. my neighbor is coming over", "my son is on his way", "the ambulance is here now", "ya viene mi hija", "mi vecina está conmigo", "I feel better now"],
)  # fmt: skip
def test_after_an_alarm_who_is_not_alone_gets_a_kind_word(text: str) -> None:
    turn = frightened(text)
    assert answer_after_fright(turn)
    assert said(turn) == ["utter_glad_not_alone"]
    assert not answer_after_fright(a_turn(text))


@pytest.mark.parametrize("text", ["can you still give me the rent place", "mornings are best", "is my son on his way?"])  # fmt: skip
def test_after_an_alarm_all_else_goes_on(text: str) -> None:
    assert not answer_after_fright(frightened(text))


def test_something_with_a_word_of_its_own_is_no_check_of_benefits() -> None:
    asked = [{"need_id": "benefits_check", "score": 0.95}]
    guesses = [*asked, {"need_id": "social_connection", "score": 0.02}]
    text = "what else you got, I get mighty lonesome of an evening too, free if you can"
    turn = a_turn(text, "add_need", needs=asked, guesses=guesses)
    remember(turn)
    assert turn.memory.case.needs == ["social_connection"]
    turn = a_turn("what other benefits are there for a lonely man", "add_need", needs=asked, guesses=guesses)  # fmt: skip
    remember(turn)
    assert turn.memory.case.needs == ["benefits_check"]


def test_a_list_that_is_asked_for_again_is_sent_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(same_list, "service_ids", lambda _turn: [OFFICE.id])
    turn = a_turn("ok now the light ones again please", "add_need")
    turn.memory.case.heard = [{"need_id": "utilities", "score": 0.9}]
    assert not say_only_told(turn)


def test_without_a_town_what_serves_everybody_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[Turn] = []
    monkeypatch.setattr(open_question, "show_services", lambda turn: shown.append(turn) or True)
    memory = Memory(cases={"self": Case("self", needs=["utilities"])}, current="self")
    memory.ask("place")
    turn = Turn("web-1", memory, Heard("do I have to tell you my zip", "off_topic"), CollectingDispatcher())  # fmt: skip
    assert answer_open_question(turn)
    assert (said(turn), shown) == (["utter_no_place_needed"], [turn])
