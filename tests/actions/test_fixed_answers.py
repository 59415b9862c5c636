"""A wrong dose gets the people who answer day and night; nobody here says no to what Medicaid does to one's papers."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from actions.heard import Heard
from actions.shown import listed
from actions.talk import fixed_answers
from actions.talk.fixed_answers import (
    answer_fixed,
    asks_of_papers,
    say_without_insurance,
    tells_of_wrong_dose,
)
from resources_index.search.view import ServiceView
from tests.actions.shelf import Shelf, after_list, service

LAWYER = service("Free legal line", phone="+15055550100", need="legal_help")
OTHER = service("Social Security", phone="+18007721213", need="income_support")


class Found(Shelf):
    def find(self, query: Any) -> Any:
        return SimpleNamespace(hits=[SimpleNamespace(service=ServiceView(r)) for r in self.records.values()])  # fmt: skip


def shelved(monkeypatch: pytest.MonkeyPatch, *records: Any) -> Shelf:
    shelf = Found(*records)
    for module in (listed, fixed_answers):
        monkeypatch.setattr(module, "search", lambda: shelf)
    return shelf


@pytest.mark.parametrize(
    "text",
    [
        "ya van dos veces que las toma doble, las pastillas", "se le olvidan las pastillas, ya van dos veces que las toma doble. que hago", "she took her blood pressure pill twice this morning by mistake", "I took my pills twice, should I take the next one", "se tomó la pastilla dos veces, ¿puede tomar la de la noche?", "se tomó doble la de la presión anoche",
        "dad doubled up on his heart medicine", "mom had a double dose", "I gave mom her pills and then my sister gave them again", "she took too many pills", "he took the wrong medicine", "tomé la pastilla de la presión dos veces hoy", "dosis doble de insulina",
        "cual es el numero de veneno o de pastillas", "what is the number for poison control",
    ],
)  # fmt: skip
def test_a_wrong_dose_is_heard(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    turn = after_list(shelved(monkeypatch, OTHER), text)
    assert answer_fixed(turn)
    assert [m["response"] for m in turn.dispatcher.messages] == ["utter_wrong_dose"]


@pytest.mark.parametrize(
    "text",
    [
        "he takes his pill twice a day and can't pay for it", "she forgets her pills", "toma sus pastillas dos veces al día", "I need help paying for two medicines", "the dog ate too many pills", "they gave me the wrong number", "she takes a lot of pills", "should i take two of my blood pressure pills", "¿puedo tomar dos pastillas de mas?",
    ],
)  # fmt: skip
def test_how_medicine_is_taken_is_no_wrong_dose(text: str) -> None:
    assert not tells_of_wrong_dose(Heard(text, "").plain)


PAPERS = [
    "si pide Medicaid, ¿le quitan la residencia?", "will she lose her green card if she signs up", "will food stamps hurt my green card case", "mi mamá tiene miedo de perder la residencia si pide ayuda", "is it public charge if she gets Medicaid",
    "does it affect my citizenship", "¿le afecta la ciudadanía?", "can this hurt her immigration case", "¿es carga pública?", "could they take away my residency",
]  # fmt: skip


@pytest.mark.parametrize("text", PAPERS)
def test_papers_are_for_legal_help(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    turn = after_list(shelved(monkeypatch, OTHER, LAWYER), text)
    assert answer_fixed(turn)
    (message,) = turn.dispatcher.messages
    assert (message["response"], message["phone"]) == ("utter_status_unknown", "505-555-0100")


def test_where_no_legal_help_is_known_nobody_else_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    turn = after_list(shelved(monkeypatch, OTHER), PAPERS[0])
    assert answer_fixed(turn)
    assert turn.dispatcher.messages[0]["response"] == "utter_status_unknown_only"


@pytest.mark.parametrize(
    "text",
    ["will I lose my food stamps", "what papers do I bring", "she is a resident of the nursing home", "do I have to be a citizen", "he has his green card and needs a ride", "will they take my house", "he lost his discharge papers in a flood"],
)  # fmt: skip
def test_other_worries_keep_their_answer(text: str) -> None:
    assert not asks_of_papers(Heard(text, "").plain)


@pytest.mark.parametrize(
    "text",
    ["he won't let anyone in, he thinks they're stealing from him", "she accuses the aide of taking her ring", "cree que le roban"],
)  # fmt: skip
def test_a_fading_mind_that_suspects_people_gets_its_line(monkeypatch: pytest.MonkeyPatch, text: str) -> None:  # fmt: skip
    line = service("Alzheimer's line", phone="+18002723900", need="dementia_support")
    turn = after_list(shelved(monkeypatch, OTHER, line), text)
    turn.memory.case.needs = ["dementia_support"]
    assert answer_fixed(turn)
    (message,) = turn.dispatcher.messages
    assert (message["response"], message["phone"]) == ("utter_suspects", "800-272-3900")


def test_who_has_no_insurance_is_told_where_to_ask_for_a_clinic(monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    turn = after_list(shelved(monkeypatch, OTHER), "he has no insurance and needs insulin")
    say_without_insurance(turn)
    assert not turn.dispatcher.messages
    turn.memory.case.needs = ["prescription_costs"]
    say_without_insurance(turn)
    assert [m["response"] for m in turn.dispatcher.messages] == ["utter_no_place_clinic"]
