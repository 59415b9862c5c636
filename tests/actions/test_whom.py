"""Whose request a message belongs to, and what an answer for whom or where leaves as it was."""

from __future__ import annotations

from typing import Any

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions.heard import Heard
from actions.memory import Case, Memory
from actions.needs import remember as remembering
from actions.needs.remember import remember
from actions.turn import Turn
from resources_index.places import Mention, Resolved
from resources_index.places.model import CountyShare, Place

KERN = CountyShare("06029", "Kern County", "CA", 1.0)
BAKERSFIELD = Place("Bakersfield", "Bakersfield, CA", "city", "CA", None, "Bakersfield", (KERN,))


class Atlas:
    """Finds one town."""

    def find_in(self, text: str, _asked: bool) -> list[Mention]:
        at = text.find("Bakersfield")
        if at < 0:
            return []
        return [Mention(at, at + len("Bakersfield"), "Bakersfield", Resolved(BAKERSFIELD), 1.0)]


@pytest.fixture(autouse=True)
def atlas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembering, "places", Atlas)


def of(about: str | None, *needs: str, listed: bool = False, pending: str | None = None) -> Memory:
    case = Case(about, needs=list(needs), text="the first words", asked=list(needs))
    memory = Memory(cases={about or "self": case}, current=about or "self", met=True)
    memory.pending, memory.shown = pending, ["a"] if listed else []
    return memory


def hear(memory: Memory, text: str, act: str = "ask_need", **heard: Any) -> Turn:
    turn = Turn("web-1", memory, Heard(text, act, **heard), CollectingDispatcher())
    remember(turn)
    return turn


def need(name: str, score: float = 0.95) -> list[dict[str, Any]]:
    return [{"need_id": name, "score": score}]


def test_it_is_for_my_husband_keeps_the_request_and_its_need() -> None:
    memory = of("self", "home_repair", pending="place")
    said = "its for my husband hes in a wheelchair"
    turn = hear(memory, said, about="husband", needs=need("medical_equipment", 0.63))
    assert (memory.current, memory.case.needs) == ("husband", ["home_repair"])
    assert turn.named_person


def test_and_my_husband_needs_a_walker_is_a_request_of_its_own() -> None:
    memory = of("self", "home_repair", listed=True)
    said = "and my husband needs a walker"
    hear(memory, said, "add_need", about="husband", needs=need("medical_equipment"))
    assert memory.cases["self"].needs == ["home_repair"]
    assert memory.cases["husband"].needs == ["medical_equipment"]


def test_he_and_i_think_is_still_about_him() -> None:
    memory = of("father")
    said = "he doesnt eat right and I think he's lonely"
    hear(memory, said, about="self", needs=need("social_connection"))
    assert memory.current == "father"
    hear(memory, "I need a ride myself", about="self", needs=need("transportation"))
    assert memory.current == "self"


def test_the_same_for_my_brother() -> None:
    memory = of("mother", "meals_delivered", listed=True)
    hear(memory, "and for my brother", "affirm", about="brother")
    assert memory.cases["brother"].needs == ["meals_delivered"]


def test_who_is_named_in_a_question_about_the_list_is_not_asked_for() -> None:
    memory = of("self", "medicare_savings", listed=True)
    hear(memory, "can they do spanish my daughter in law speaks it", "ask_detail", about="other")
    hear(memory, "will they tell my son", "ask_detail", about="son")
    assert list(memory.cases) == ["self"]


@pytest.mark.parametrize("said", ["Bakersfield", "we live in Bakersfield", "en Bakersfield por favor"])  # fmt: skip
def test_an_answer_that_is_only_a_place_asks_for_nothing(said: str) -> None:
    memory = of("father", "care_transitions", pending="place")
    turn = hear(memory, said, "ask_need", needs=need("jobs"))
    assert turn.only_place
    assert memory.case.needs == ["care_transitions"]


def test_a_place_with_a_need_beside_it_asks() -> None:
    memory = of("father", "care_transitions", pending="place")
    turn = hear(memory, "Bakersfield, and he needs a walker", needs=need("medical_equipment"))
    assert not turn.only_place
    assert memory.case.needs == ["medical_equipment"]


def test_what_is_only_told_must_be_surer_than_what_is_asked() -> None:
    memory = of("self", "food_assistance", listed=True)
    hear(memory, "I live on the third floor no elevator", needs=need("housing", 0.79))
    assert memory.case.needs == ["food_assistance"]
    hear(memory, "I need help with housing", needs=need("housing", 0.79))
    assert memory.case.needs == ["housing"]


def test_a_request_for_nobody_named_becomes_hers_when_she_is_named() -> None:
    memory = of(None, "meals_delivered", listed=True)
    hear(memory, "for my mom", "affirm", about="mother")
    assert memory.cases["mother"].needs == ["meals_delivered"]
    assert "self" not in memory.cases


def test_a_weak_word_about_another_person_keeps_the_request() -> None:
    memory = of("self", "respite", listed=True)
    hear(memory, "she's 91, my mom", about="mother", needs=need("elder_abuse", 0.54))
    assert (memory.current, memory.case.needs) == ("mother", ["respite"])


def test_what_is_said_of_the_list_needs_a_word_that_asks() -> None:
    memory = of("husband", "medical_equipment", listed=True)
    hear(memory, "no, esa no, ya la conocemos", "not_that", needs=need("dementia_support", 0.96))
    assert memory.case.needs == ["medical_equipment"]
    said = "not that one, who could fix her front steps"
    hear(memory, said, "not_that", needs=need("home_repair", 0.97))
    assert memory.case.needs == ["home_repair"]


def test_one_word_must_be_quite_sure() -> None:
    memory = of("grandparent", "medical_equipment", listed=True)
    hear(memory, "medium", needs=need("medicaid", 0.91))
    assert memory.case.needs == ["medical_equipment"]


def test_call_them_for_me_is_no_request_for_myself() -> None:
    memory = of("mother", "transportation", listed=True)
    hear(memory, "can you call them for me", "person", about="self")
    assert memory.current == "mother"


def test_and_the_gas_before_any_list_is_asked_for_beside_the_first() -> None:
    memory = of("self", "home_repair", pending="place")
    hear(memory, "and I can't pay the gas either", needs=need("utilities"))
    assert memory.case.needs == ["home_repair", "utilities"]
    listed = of("self", "home_repair", listed=True)
    hear(listed, "and I can't pay the gas either", needs=need("utilities"))
    assert listed.case.needs == ["utilities"]


def test_a_bare_town_answers_also_after_the_list_for_the_whole_country(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[bool] = []

    class Listening(Atlas):
        def find_in(self, text: str, told: bool) -> list[Mention]:
            asked.append(told)
            return super().find_in(text, told)

    monkeypatch.setattr(remembering, "places", Listening)
    memory = of("self", "transportation", listed=True)
    memory.case.asked_place = True
    hear(memory, "Bakersfield", "no_answer")
    memory.case.asked_place, memory.case.place = False, None
    hear(memory, "Bakersfield", "no_answer")
    assert asked == [True, False]


def two_clients() -> Memory:
    one = Case("client", needs=["ramps"], text="a ramp", asked=["ramps"], called="mr a")
    two = Case("client", needs=["utilities"], text="the light", asked=["utilities"], called="mrs b")
    return Memory(cases={"client": one, "mrs b": two}, current="mrs b", met=True, shown=["x", "y"])


def test_a_name_brings_back_its_own_request() -> None:
    turn = hear(two_clients(), "back to Mr. A", "go_back", about="other", called="mr a")
    assert (turn.memory.current, turn.memory.case.needs) == ("client", ["ramps"])
    assert turn.memory.case.about == "client"


def test_another_client_of_another_name_gets_a_request_of_their_own() -> None:
    memory = two_clients()
    hear(memory, "Mr. C needs meals", about="client", called="mr c", needs=need("meals"))
    assert (memory.case.called, memory.case.needs) == ("mr c", ["meals"])
    assert memory.cases["mrs b"].needs == ["utilities"]


def test_my_client_goes_on_about_the_one_spoken_of() -> None:
    memory = two_clients()
    hear(memory, "my client needs rides too", about="client", needs=need("rides"))
    assert (memory.current, memory.case.needs) == ("mrs b", ["rides"])


def test_a_name_told_later_is_kept() -> None:
    memory = of("neighbor", "meals", listed=True)
    hear(
        memory,
        "my neighbor Mrs. Ortiz needs rides too",
        about="neighbor",
        called="mrs ortiz",
        needs=need("rides"),
    )
    assert memory.case.called == "mrs ortiz"


def test_she_moves_in_with_me_is_not_asked_for_me() -> None:
    memory = of("mother", "meals", listed=True)
    hear(memory, "she is moving in with me next month, look there", "change_place", about="self")
    assert memory.current == "mother"


def test_one_more_patient_is_somebody_else_and_the_first_stays() -> None:
    memory = of("client", "meals", listed=True)
    hear(
        memory,
        "another patient needs housing",
        about="client",
        called="client +",
        needs=need("housing"),
    )
    assert (memory.case.called, memory.case.needs) == ("client 2", ["housing"])
    hear(memory, "one more patient, rides", about="client", called="client +", needs=need("rides"))
    assert (memory.case.called, memory.case.needs) == ("client 3", ["rides"])
    hear(memory, "what was it for the first patient", "repeat", about="client", called="client 1")
    assert memory.case.needs == ["meals"]


@pytest.mark.parametrize(
    ("text", "act", "current"),
    [("what was his", "repeat", "uncle"), ("closer for him", "closer", "uncle"), ("he told me to ask", "ask_need", "self"),
     ("what was hers", "repeat", "self")],
)  # fmt: skip
def test_his_list_comes_back_though_the_writer_was_spoken_of(
    text: str, act: str, current: str
) -> None:
    memory = of("uncle", "wheelchairs", listed=True)
    memory.cases["self"] = Case("self", needs=["food"], text="food")
    memory.current = "self"
    hear(memory, text, act)
    assert memory.current == current


def test_one_too_is_the_same_need_for_the_writer() -> None:
    memory = of("sister", "rides", listed=True)
    hear(memory, "I need one too", "add_need", about="self", needs=need("walkers"))
    assert (memory.current, memory.case.needs) == ("self", ["rides"])


def test_a_guess_is_believed_of_the_first_message() -> None:
    memory = Memory()
    said = "she hasn't eaten a hot dinner since the fall and the stove is off"
    hear(memory, said, about_guess="mother", needs=need("meals_delivered"))
    assert (memory.current, memory.case.about) == ("mother", "mother")
    assert memory.case.needs == ["meals_delivered"]


@pytest.mark.parametrize("before", ["father", "self", None])
def test_a_later_message_is_about_nobody_new_by_a_guess(before: str | None) -> None:
    memory = of(before, "meals_delivered", listed=True)
    said = "she needs a ride too, to the eye doctor out by the mall"
    hear(memory, said, "add_need", about_guess="mother", needs=need("transportation"))
    assert list(memory.cases) == [before or "self"]
    assert memory.case.about == before


def test_who_is_told_later_takes_the_place_of_a_guess() -> None:
    memory = Memory()
    said = "she hasn't eaten a hot dinner since the fall and the stove is off"
    hear(memory, said, about_guess="mother", needs=need("meals_delivered"))
    hear(memory, "my aunt", "affirm", about="aunt")
    assert list(memory.cases) == ["aunt"]
    assert (memory.case.about, memory.case.needs) == ("aunt", ["meals_delivered"])
    # It is told now: the next one named is somebody else.
    hear(memory, "and for my uncle", "affirm", about="uncle")
    assert list(memory.cases) == ["aunt", "uncle"]


def test_a_guess_that_is_told_later_is_one_no_more() -> None:
    memory = Memory()
    said = "she hasn't eaten a hot dinner since the fall and the stove is off"
    hear(memory, said, about_guess="mother", needs=need("meals_delivered"))
    hear(memory, "my mom is 80", "affirm", about="mother")
    hear(memory, "and for my brother", "affirm", about="brother")
    assert list(memory.cases) == ["mother", "brother"]
