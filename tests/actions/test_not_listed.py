"""What nobody on our list gives is said to be so, with what does help; and never answered with a list of something else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from rasa_sdk.executor import CollectingDispatcher

from actions.heard import Heard
from actions.memory import Case, Memory
from actions.needs.came_for import is_untold, words_told
from actions.shown.not_listed import (
    answer_thing,
    beside_thing,
    goes_on_about_thing,
    opens_nothing,
    say_thing_too,
    thing_in,
    thing_name,
)
from actions.shown.not_listed_words import NAMES, THINGS
from actions.turn import Turn


def a_turn(
    text: str, needs: list[str] | None = None, language: str = "en", act: str = "ask_need"
) -> Turn:
    case = Case("self", needs=list(needs or []), asked=list(needs or []))
    memory = Memory(cases={"self": case}, current="self", met=True, language=language)
    return Turn("web-1", memory, Heard(text, act), CollectingDispatcher())


def heard(*needs: tuple[str, float]) -> list[dict[str, Any]]:
    return [{"need_id": need, "score": score} for need, score in needs]


def said(turn: Turn) -> list[Any]:
    return [message.get("response") for message in turn.dispatcher.messages]


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("they turn my water off tomorrow", "water"), ("it's not the lights, it's the water", "water"), ("no la luz, el agua", "water"),
        ("a number for the city water, is there one", "water"), ("me van a cortar el agua mañana", "water"), ("me llego un bill de agua altisimo", "water"),
        ("the water", "water"), ("need help paying my water and sewer bill", "water"), ("debo dos meses de agua", "water"),
        ("se me descompuso el carro", "car"), ("who helps with gas money for the car", "car"), ("need money to fix my car", "car"),
        ("i can't afford cat food anymore", "pet"), ("my dog is sick and i cant pay the vet", "pet"),
        ("who can help pay for a funeral", "burial"), ("no tengo dinero para el entierro de mi esposo", "burial"),
        ("i owe the hospital 8000 dollars", "hospital_bill"), ("i am drowning in credit card debt", "debt"), ("debo mucho en tarjetas de credito", "debt"),
        ("i need a loan of 200 dollars till friday", "loan"), ("i need diapers and formula for my grandbaby", "baby"),
        ("who watches the little one when I have my heart doctor", "child_care"), ("quien me cuida a los nietos cuando voy al doctor", "child_care"),
        ("need help to get a new birth certificate", "papers"), ("how do i renew my drivers license", "papers"), ("where can i get something notarized", "notary"),
        ("the street light is out in front of my house", "city"), ("my tv cable bill is too high", "tv"), ("where do i register to vote", "vote"),
        ("need a haircut at home, cant go out", "hair"), ("i need a winter coat and shoes", "household"), ("we need furniture, we have nothing to sit on", "household"),
        ("necesito una cama para mi nieto", "household"), ("my stove quit working and i cant buy another one", "household"),
    ],
)  # fmt: skip
def test_what_nobody_gives_is_known_by_its_words(text: str, thing: str) -> None:
    found = thing_in(Heard(text, "").plain)
    assert found is not None
    assert found.name == thing


@pytest.mark.parametrize(
    "text",
    [
        "my roof leaks water on my bed", "my water heater is broken", "i have no running water, the pipe froze", "should i take a water pill",
        "se metió el agua a la casa y perdimos todo", "light bill 45402", "need groceries", "i need a hospital bed for my mother",
        "man called said my grandson is in jail and needs 8000 in gift cards", "dad tripped over the dog", "I hold on to the furniture now",
        "guardería para adultos mayores", "my mother lies in bed all day", "mom turns the tv up so loud", "rides to dialysis",
        "mi tío vive solo entre la basura, no se baña", "I am raising my grandchildren", "mi mamá no quiere que entre nadie, dice que para eso tiene perro", "she died in that bed and I can't sleep in it", "my husband was a car salesman", "somebody to help him with the bath and his clothes", "alguien que lo ayude con el baño y la ropa", "he cannot get her in her clothes, help him with her shoes",
    ],
)  # fmt: skip
def test_what_only_sounds_like_it_is_left_to_the_needs(text: str) -> None:
    assert thing_in(Heard(text, "").plain) is None


def test_water_gets_no_list_of_light_bills() -> None:
    turn = a_turn("they turn my water off tomorrow")
    kept = beside_thing(turn, heard(("utilities", 0.98)))
    turn.memory.case.heard = kept
    assert kept == []
    assert answer_thing(turn)
    assert said(turn) == ["utter_no_place_water", "utter_thing_person"]
    # What was understood is still reported as it was.
    assert turn.memory.case.heard == heard(("utilities", 0.98))
    assert turn.memory.case.needs == []


def test_said_again_it_is_not_the_same_text() -> None:
    turn = a_turn("no la luz, el agua", ["utilities"], "es")
    turn.memory.case.thing = "water"
    turn.memory.case.heard = beside_thing(turn, [])
    assert answer_thing(turn)
    assert said(turn) == ["utter_thing_again"]
    assert turn.dispatcher.messages[0]["thing"] == "el recibo del agua"
    # The list of light bills was never what she meant.
    assert turn.memory.case.needs == turn.memory.case.asked == []


def test_what_is_asked_for_beside_it_still_gets_its_list() -> None:
    turn = a_turn("I need help with food for them and clothes for school")
    kept = beside_thing(
        turn, heard(("kinship_care", 0.95), ("food_assistance", 0.75), ("utilities", 0.7))
    )
    assert [need["need_id"] for need in kept] == ["kinship_care", "food_assistance"]
    turn.memory.case.heard = kept
    assert not answer_thing(turn)
    say_thing_too(turn)
    assert said(turn) == ["utter_no_place_household"]


def test_a_light_bill_beside_the_water_is_a_light_bill() -> None:
    turn = a_turn("I can't pay my light bill and they shut my water off")
    assert beside_thing(turn, heard(("utilities", 0.9))) == heard(("utilities", 0.9))


def test_what_follows_goes_on_about_the_thing() -> None:
    turn = a_turn("what do I bring", act="ask_detail")
    turn.memory.case.thing = "water"
    assert goes_on_about_thing(turn)
    thanks = a_turn("thank you", act="thanks")
    thanks.memory.case.thing = "water"
    assert not goes_on_about_thing(thanks)
    assert not goes_on_about_thing(a_turn("what do I bring", act="ask_detail"))


def test_a_weak_guess_after_it_opens_no_topic() -> None:
    case = Case("self", thing="water")
    assert opens_nothing(
        case, heard(("benefits_check", 0.48)), "my nephew says there is something for widows"
    )
    assert not opens_nothing(case, heard(("food_assistance", 0.7)), "and I have no food")
    assert not opens_nothing(case, heard(("transportation", 0.95)), "how do I get to dialysis")


def test_a_request_to_the_desk_is_about_the_thing_and_in_her_words() -> None:
    turn = a_turn("they turn my water off tomorrow")
    turn.memory.case.heard = beside_thing(turn, heard(("utilities", 0.98)))
    assert thing_name(turn.memory.case, "en") == "the water bill"
    assert words_told(turn, ["benefits_check"]) == "they turn my water off tomorrow"
    assert not is_untold(turn)
    # A need of our list takes its place.
    beside_thing(a_turn("x"), [])
    other = a_turn("need a ride")
    other.memory.case.thing = "water"
    beside_thing(other, heard(("transportation", 0.9)))
    assert other.memory.case.thing == ""


def test_every_thing_has_a_name_and_a_text() -> None:
    domain = Path(__file__).resolve().parents[2] / "bot/domain/responses.yml"
    known = yaml.safe_load(domain.read_text("utf-8"))["responses"]
    for thing in THINGS:
        assert thing.response in known
        assert all(NAMES[thing.name])
