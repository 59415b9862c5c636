"""What to do should somebody go missing: 911 at once, in every way of asking it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions.heard import Heard
from actions.memory import Case, Memory
from actions.talk import our_part, what_if
from actions.turn import Turn

MISSING = (
    "who do I call if he goes missing?",
    "So he could be out on the highway in the dark. Who do I call if he goes missing?",
    "what do I do if she wanders off",
    "what if my dad walks out in the night, who should we call",
    "if he gets lost again do i call the police or wait",
    "and what should my sister do when he disappears",
    "in case mom goes missing what number do I call",
    "who to call if she gets out and we can't find her",
    "how long do i wait before i call if he doesn't come home",
    "what happens if he sneaks out at night",
    "should i call somebody when he wanders",
    "¿a quién llamo si se pierde?",
    "que hago si mi papa se sale de la casa",
    "y si se escapa en la noche, a donde llamo",
    "a quien le aviso si mi mama no aparece",
    "que debo hacer cuando se pierda otra vez",
    "si se va de la casa espero o llamo",
)
EMERGENCY = (
    "who do I call if he stops breathing",
    "what do i do if she falls and can't get up",
    "what if he has a stroke while i am at work",
    "que hago si le da un infarto",
    "a quien llamo si hay un incendio",
)
OTHER = (
    "if the power goes out for long where do we go",
    "when she gets out of the hospital who do I call",
    "who do I call first",
    "what do i do if they don't answer",
    "what if nobody picks up",
    "who can go check on him",
    "what if i can't pay",
    "if i miss the bus who do i call",
    "que hago si no contestan",
    "cuando abren",
    "he wandered off last week and the neighbors found him",
    "can i call if i have questions",
    "what do i do if i run out of money",
    "what if i get lost on the way to your office",
)


def asked(text: str, pending: str | None = None) -> Turn:
    memory = Memory(
        cases={"father": Case("father", needs=["dementia_support"])}, current="father", shown=["s-1"], met=True,
        pending=pending,
    )  # fmt: skip
    return Turn("web-1", memory, Heard(text, "ask_need"), CollectingDispatcher())


@pytest.fixture(autouse=True)
def shelf(monkeypatch: pytest.MonkeyPatch) -> None:
    def hit(name: str, hours: str, need: str, phone: str) -> Any:
        record = SimpleNamespace(
            organization=name, hours={"en": hours}, need_ids=(need,), phones=[SimpleNamespace(number=phone)],
        )  # fmt: skip
        return SimpleNamespace(service=SimpleNamespace(record=record, open_now=bool(hours)))

    hits = [
        hit("Caregiver office", "", "dementia_support", "+16155550100"),
        hit("Medicare", "Day and night", "medicare_counseling", "+18005550101"),
        hit("Memory line", "Day and night", "dementia_support", "+18005550102"),
    ]
    found = SimpleNamespace(find=lambda query: SimpleNamespace(hits=hits))
    monkeypatch.setattr(what_if, "search", lambda: found)


def said(turn: Turn) -> list[Any]:
    return [message.get("response") for message in turn.dispatcher.messages]


@pytest.mark.parametrize("text", MISSING)
def test_who_may_go_missing_is_a_case_for_911_at_once(text: str) -> None:
    turn = asked(text)
    assert our_part.answer_about_us(turn)
    assert said(turn) == ["utter_if_missing", "utter_memory_line"]
    assert turn.dispatcher.messages[1]["phone"] == "800-555-0102"


@pytest.mark.parametrize("text", EMERGENCY)
def test_another_emergency_in_the_conditional_is_a_case_for_911(text: str) -> None:
    turn = asked(text)
    assert our_part.answer_about_us(turn)
    assert said(turn) == ["utter_if_emergency"]


@pytest.mark.parametrize("text", OTHER)
def test_other_questions_are_no_emergency(text: str) -> None:
    assert not what_if.asks_what_if(Heard(text, "ask_need").plain)


def test_asked_in_a_form_the_form_goes_on_after_it(monkeypatch: pytest.MonkeyPatch) -> None:
    asked_next: list[str] = []
    monkeypatch.setattr(what_if, "ask_next", lambda turn: asked_next.append("next"))
    turn = asked("who do i call if he goes missing", pending="referral_name")
    assert our_part.answer_about_us(turn)
    assert said(turn)[0] == "utter_if_missing"
    assert asked_next == ["next"]
