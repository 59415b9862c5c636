"""When the place is asked for, and what stands first on a page."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions import show
from actions.heard import Heard
from actions.memory import Case, Memory
from actions.turn import Turn


def a_turn(text: str = "dialysis") -> Turn:
    memory = Memory(
        cases={"self": Case("self", needs=["transportation"])}, current="self", met=True
    )
    return Turn("web-1", memory, Heard(text, "ask_need"), CollectingDispatcher())


def said(turn: Turn) -> list[Any]:
    return [message.get("response") for message in turn.dispatcher.messages]


@pytest.fixture(autouse=True)
def lists(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(show, "show_services", lambda turn, **_page: turn.say("the list"))


def again(turn: Turn, **told: bool) -> Turn:
    """The next message of the same conversation."""
    return Turn("web-1", turn.memory, turn.heard, CollectingDispatcher(), **told)


def test_the_place_is_asked_once_when_nothing_more_is_told() -> None:
    first = a_turn()
    show.find_help(first)
    second = again(first)
    show.find_help(second)
    assert (said(first), said(second)) == (["utter_ask_place"], ["the list"])


@pytest.mark.parametrize("told", [{"new_needs": True}, {"named_person": True}])
def test_another_need_or_for_whom_instead_of_a_place_is_asked_once_more(
    told: dict[str, bool],
) -> None:
    first = a_turn()
    show.find_help(first)
    second = again(first, **told)
    show.find_help(second)
    third = again(first, **told)
    show.find_help(third)
    assert said(second)[-1] == "utter_ask_place"
    assert said(third) == ["the list"]


def test_who_does_not_know_a_third_time_gets_people_to_call() -> None:
    turn = a_turn("i dont know")
    turn.memory.case.needs = []
    for _ in range(3):
        show.find_help(turn)
    assert said(turn) == [
        "utter_ask_need",
        "utter_ask_need_again",
        "utter_let_them_ask",
        "the list",
    ]


def test_who_can_be_called_stands_above_a_web_page() -> None:
    page, line = (SimpleNamespace(service=SimpleNamespace(record=SimpleNamespace(phones=p))) for p in ((), ("1",)))  # fmt: skip
    result = SimpleNamespace(hits=[page, line])
    assert show._callable_first(result) == [line, page]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("scores", "asked"), [((0.30,), True), ((0.41, 0.62), False), ((0.41, 0.3), True)]
)
def test_it_is_asked_which_need_is_meant_only_where_none_is_likely(
    scores: tuple[float, ...], asked: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(show, "need_name", lambda need, _language: need)
    needs = [{"need_id": f"n-{number}", "score": score} for number, score in enumerate(scores)]
    memory = Memory(cases={"self": Case("self", needs=["n-0"], heard=needs)}, current="self")
    heard = Heard("ramp and rides", "ask_need", needs=needs, guesses=needs)
    turn = Turn("web-1", memory, heard, CollectingDispatcher())
    show.find_help(turn)
    assert (said(turn) == ["utter_which_need"]) is asked


def test_military_mail_is_said_to_be_no_place_and_the_place_is_asked_for_again() -> None:
    first = a_turn()
    show.find_help(first)
    second = again(first)
    second.heard = Heard("APO AE 09096", "give_place")
    show.find_help(second)
    third = again(second)
    show.find_help(third)
    assert said(second) == ["utter_military_mail", "utter_ask_place"]
    assert said(third)[-1] == "the list"
