"""Words that leave no doubt lead: bars and ramps are repairs, a broken furnace is mended and paid for, a fading mind is no thief's victim."""

from __future__ import annotations

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions.heard import Heard
from actions.memory import Case, Memory
from actions.needs.plain_words import heat_is_out, led_by_words, names_fixture
from actions.turn import Turn


def led(text: str, *needs: str, known: tuple[str, ...] = (), about: str | None = None) -> list[str]:
    """The needs that count, of a message in which `needs` were heard."""
    memory = Memory(cases={"self": Case("self", needs=list(known))}, current="self")
    heard = Heard(text, "ask_need", about=about)
    asked = [{"need_id": need, "score": 0.6} for need in needs]
    turn = Turn("web-1", memory, heard, CollectingDispatcher())
    return [need["need_id"] for need in led_by_words(turn, asked)]


@pytest.mark.parametrize(
    "text",
    [
        "she needs bars by the tub so she won't fall again", "can somebody put a safety bar in the shower", "mom needs grab bars before she breaks a hip",
        "the handrail on the porch came off and dad fell", "who builds a ramp for a wheelchair", "bars put in the bath, she fell Tuesday", "BATH. Safety bars for the bathtub so she don't fall",
        "we want railings put up on the back stairs", "he slips getting in the tub, need a walk in tub or something", "the front steps are rotten and I fell through",
        "ocupo barras en el baño para no caerme otra vez", "unas agarraderas en la regadera, ya se cayó", "necesita una rampa, se cae en los escalones", "falta un pasamanos en la escalera",
    ],
)  # fmt: skip
def test_what_is_put_up_in_a_house_is_no_class(text: str) -> None:
    assert led(text, "falls_prevention", "utilities") == ["home_repair"]


@pytest.mark.parametrize(
    "text",
    ["she fell twice and I want her steady", "he eats candy bars all day and falls", "a balance class near us", "me caigo mucho, ¿hay clases?"],
)  # fmt: skip
def test_falls_without_a_thing_to_mend_stay_falls(text: str) -> None:
    assert led(text, "falls_prevention") == ["falls_prevention"]


@pytest.mark.parametrize(
    "text", ["he has the grab bars and the walker and still falls", "they already got the ramp, he falls", "ya tiene barras y se cae"]
)  # fmt: skip
def test_what_is_there_already_is_not_asked_for(text: str) -> None:
    assert led(text, "falls_prevention") == ["falls_prevention"]


def test_wind_in_the_windows_keeps_the_bills_beside_a_loose_step() -> None:
    text = "wind comes through the windows, can he get weatherized, and the front steps are rotten, loose steps"
    assert led(text, "home_repair", "utilities") == ["home_repair", "utilities"]


def test_a_ramp_in_another_wish_leads_nothing() -> None:
    assert led("a church built a ramp, who has a lawyer", "legal_help") == ["legal_help"]


def test_who_names_a_class_too_gets_both() -> None:
    assert led("grab bars and a balance class", "falls_prevention") == ["home_repair", "falls_prevention"]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "my furnace quit last night", "heater is busted", "the boiler died and I can't pay a man", "who fixes a furnace for old folks", "no heat since tuesday", "furnase won't kick on",
        "need a new furnace", "se me descompuso la calefacción", "el calentón no prende", "no hay quien arregle la calefacción", "estamos sin calefaccion", "my heat pump is dead",
    ],
)  # fmt: skip
@pytest.mark.parametrize("heard", ["utilities", "home_repair"])
def test_a_broken_furnace_is_mended_and_paid_for(text: str, heard: str) -> None:
    assert led(text, heard) == ["home_repair", "utilities"]


@pytest.mark.parametrize(
    "text", ["my heating bill is too high", "the water heater is out", "help with the gas bill"]
)
def test_a_bill_is_no_broken_furnace(text: str) -> None:
    assert not heat_is_out(Heard(text, "").plain)
    assert not names_fixture(Heard(text, "").plain)


@pytest.mark.parametrize(
    "text",
    [
        "he has Alzheimers and won't let anyone in, he thinks they are stealing from him", "mom has dementia and accuses me of taking her money", "with her memory loss she swears the aide took her ring",
        "dad is confused and says the neighbor stole his wallet but he hid it himself", "mi papá tiene demencia y cree que le roban", "con el alzheimer dice que la muchacha le quitó el anillo",
    ],
)  # fmt: skip
def test_who_fades_and_thinks_people_steal_needs_those_who_know_that(text: str) -> None:
    assert led(text, "elder_abuse", "fraud_scams") == ["dementia_support"]


@pytest.mark.parametrize(
    "text",
    ["he won't let anyone in the house, he thinks they are stealing from him", "she swears the girl took her purse"],
)  # fmt: skip
def test_what_was_told_of_a_fading_mind_counts_later(text: str) -> None:
    assert led(text, "elder_abuse", known=("dementia_support",)) == ["dementia_support"]
    assert led(text, "elder_abuse") == ["elder_abuse"]


@pytest.mark.parametrize(
    "text",
    ["my mother accuses me of stealing from her", "dad thinks I took his checks", "mi mamá dice que yo le quité el dinero"],
)  # fmt: skip
def test_who_is_accused_himself_robs_nobody(text: str) -> None:
    assert led(text, "elder_abuse", about="mother") == ["dementia_support"]


@pytest.mark.parametrize(
    "text",
    [
        "my nephew is stealing from my mother", "the neighbor took her checks, she has no idea", "she has dementia and says he hit her and took her money", "le están robando a mi abuela",
    ],
)  # fmt: skip
def test_a_theft_stays_a_theft(text: str) -> None:
    assert led(text, "elder_abuse") == ["elder_abuse"]
