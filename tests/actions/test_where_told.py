"""A place in a later message: where help is needed, where a ride goes, or the same town in another state."""

from __future__ import annotations

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions.heard import Heard
from actions.memory import Case, Memory
from actions.needs.remember import remember
from actions.needs.where_told import answer_destination
from actions.rooms import places
from actions.turn import Turn
from resources_index.places import Resolved


def lives_in(town: str, *needs: str) -> Memory:
    case = Case("father", needs=list(needs), text="he needs it", asked=list(needs))
    answer = places().resolve(town)
    assert isinstance(answer, Resolved)
    case.set_place(answer.place)
    return Memory(cases={"father": case}, current="father", met=True, shown=["a", "b", "c"])


def hears(memory: Memory, text: str, act: str = "give_place") -> Turn:
    turn = Turn("web-1", memory, Heard(text, act), CollectingDispatcher())
    remember(turn)
    return turn


@pytest.mark.parametrize(
    "text",
    ["to the VA in Portland", "he goes to the heart doctor in Portland", "al doctor en Portland"],
)
def test_where_a_ride_goes_does_not_move_the_place(text: str) -> None:
    memory = lives_in("Bend, OR", "transportation")
    turn = hears(memory, text)
    assert memory.case.where.label == "Bend, OR"
    assert answer_destination(turn)
    told = turn.dispatcher.messages[-1]
    assert told["response"] == "utter_destination"
    assert (told["place"], told["there"]) == ("Bend, OR", "Portland")


@pytest.mark.parametrize(
    ("text", "need", "act"),
    [
        ("he moved to Portland", "transportation", "give_place"),
        ("change it to Portland Oregon", "transportation", "change_place"),
        ("in Portland Oregon", "transportation", "give_place"),
        ("he goes to a center in Portland Oregon", "adult_day", "give_place"),
    ],
)
def test_a_place_where_help_is_needed_is_taken(text: str, need: str, act: str) -> None:
    memory = lives_in("Bend, OR", need)
    assert not answer_destination(hears(memory, text, act))
    assert memory.case.where.city == "Portland"


@pytest.mark.parametrize(
    "text", ["and im in Houston", "I live in Houston Texas", "yo vivo en Houston"]
)
def test_where_the_writer_is_does_not_move_whom_help_is_for(text: str) -> None:
    memory = lives_in("Mobile, AL", "housing")
    turn = hears(memory, text)
    assert memory.case.where.label == "Mobile, AL"
    assert answer_destination(turn)
    told = turn.dispatcher.messages[-1]
    assert (told["response"], told["person"]) == ("utter_kept_place", "your father")
    assert memory.cases["self"].where.city == "Houston"


def test_of_towns_of_one_name_the_writers_is_in_the_same_state() -> None:
    memory = lives_in("Bend, OR", "housing")
    hears(memory, "and I'm in Salem")
    assert memory.cases["self"].where.label == "Salem, OR"
    assert memory.case.where.label == "Bend, OR"


@pytest.mark.parametrize(
    ("text", "about"),
    [("he is in Houston Texas", "father"), ("we are in Houston Texas", "father"), ("I'm in Houston Texas", "self"),
     ("I live in Houston Texas", "wife")],
)  # fmt: skip
def test_whose_place_it_is_besides(text: str, about: str) -> None:
    memory = lives_in("Mobile, AL", "housing")
    memory.cases = {about: memory.case}
    memory.current = memory.case.about = about
    hears(memory, text)
    assert memory.case.where.city == "Houston"


def test_another_state_means_the_town_of_that_name_there() -> None:
    memory = lives_in("Toledo, OH", "housing")
    hears(memory, "no not ohio, oregon", "correct")
    assert memory.case.where.label == "Toledo, OR"


def test_a_state_without_such_a_town_is_taken_as_it_is() -> None:
    memory = lives_in("Zanesville, OH", "housing")
    hears(memory, "no, she is in Oregon", "correct")
    assert memory.case.where.label == "Oregon"


def test_a_state_that_is_no_correction_moves_nothing_to_a_namesake() -> None:
    memory = lives_in("Toledo, OH", "housing")
    hears(memory, "we drove through Oregon once", "give_place")
    assert memory.case.where.label != "Toledo, OR"


@pytest.mark.parametrize(
    "text",
    [
        "ella ya no vive en Laredo, se mudó con mi hermano a Brownsville, Texas",
        "ella ya no vive en Laredo, se mudó con mi hermano a Brownsville el mes pasado",
        "she doesn't live in Laredo Texas anymore, she moved to Brownsville Texas",
        "no es Laredo, Texas, es Brownsville, Texas",
    ],
)
def test_the_town_that_was_left_is_not_the_place(text: str) -> None:
    memory = lives_in("Laredo, TX", "in_home_care")
    hears(memory, text, "change_place")
    assert memory.case.where.city == "Brownsville"


def test_whoever_was_given_the_place_moves_along() -> None:
    memory = lives_in("Laredo, TX", "in_home_care")
    memory.cases["self"] = Case(
        "self", place=memory.case.place, place_shown=memory.case.place_shown
    )
    memory.current = "self"
    hears(memory, "NO. Brownsville. 78520", "change_place")
    assert {case.where.city for case in memory.cases.values()} == {"Brownsville"}


def test_who_lives_elsewhere_stays_there() -> None:
    memory = lives_in("Bend, OR", "in_home_care")
    other = places().resolve("Laredo, TX")
    assert isinstance(other, Resolved)
    memory.cases["self"] = Case("self")
    memory.cases["self"].set_place(other.place)
    memory.current = "self"
    hears(memory, "Brownsville, TX 78520", "change_place")
    assert memory.cases["father"].where.city == "Bend"
