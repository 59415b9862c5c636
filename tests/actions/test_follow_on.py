"""A short sentence after a list keeps the need in hand, asks, or opens a new one when it surely asks for it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions.heard import Heard
from actions.memory import Case, Memory
from actions.needs import remember
from actions.needs.denied import denied_needs
from actions.needs.evidence import is_weak, weighed
from actions.shown import follow_on, run_around
from actions.shown.follow_on import answer_follow_on
from actions.shown.run_around import got_nowhere, sounds_so
from actions.talk.mourning import grief_in, grieves, say_sorry
from actions.turn import Turn


def need(name: str, score: float) -> list[dict[str, Any]]:
    return [{"need_id": name, "score": score}]


def a_turn(
    text: str,
    act: str = "ask_need",
    share: float = 0.5,
    in_hand: str = "transportation",
    **heard: Any,
) -> Turn:
    now = datetime.now(UTC).replace(tzinfo=None).isoformat()
    case = Case("self", needs=[in_hand], text="first words", asked=[in_hand])
    memory = Memory(cases={"self": case}, current="self", met=True, shown=["a", "b"])
    memory.page = {"offset": 0, "at": now}
    return Turn(
        "web-1", memory, Heard(text, act, asks_share=share, **heard), CollectingDispatcher()
    )


def told(
    text: str,
    act: str = "ask_need",
    share: float = 0.5,
    in_hand: str = "transportation",
    **heard: Any,
) -> Turn:
    """The turn after it was remembered."""
    turn = a_turn(text, act, share, in_hand, **heard)
    remember.remember_request(turn)
    return turn


def said(turn: Turn) -> list[Any]:
    return [message.get("response") for message in turn.dispatcher.messages]


@pytest.fixture(autouse=True)
def no_search(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run_around, "service_ids", lambda _turn, **_page: ["c"])
    monkeypatch.setattr(run_around, "show_services", lambda turn, **_page: turn.say("a list"))
    monkeypatch.setattr(follow_on, "find_help", lambda turn: turn.say("a list"))


@pytest.mark.parametrize(
    ("text", "share", "needs", "in_hand", "after"),
    [
        ("she goes three times a week", 0.28, need("dementia_support", 0.87), "transportation", "transportation"),
        ("va tres veces por semana", 0.29, need("veterans", 0.88), "transportation", "transportation"),
        ("who can go check on him", 0.66, need("elder_abuse", 0.98), "dementia_support", "dementia_support"),
        ("quién puede pasar a verlo", 0.66, need("elder_abuse", 0.98), "dementia_support", "dementia_support"),
        ("they cant sleep on the floor. who got beds", 0.52, need("ltc_ombudsman", 0.75), "kinship_care", "kinship_care"),
        ("duermen en el piso, quién tiene camas", 0.52, need("ltc_ombudsman", 0.75), "kinship_care", "kinship_care"),
        ("she also needs a ramp out front", 0.84, need("home_repair", 0.92), "in_home_care", "home_repair"),
        ("también necesita una rampa al frente", 0.85, need("home_repair", 0.91), "in_home_care", "home_repair"),
        ("the nursing home staff left her in bed all day", 0.8, need("ltc_ombudsman", 0.95), "utilities", "ltc_ombudsman"),
        ("food for the kids then", 0.6, need("food_assistance", 0.71), "kinship_care", "kinship_care"),
    ],
)  # fmt: skip
def test_a_new_topic_needs_evidence(
    text: str, share: float, needs: Any, in_hand: str, after: str
) -> None:
    assert told(text, share=share, needs=needs, in_hand=in_hand).memory.case.needs[0] == after


def test_what_is_named_but_hardly_asked_for_is_asked_about() -> None:
    turn = told("something for a diabetic", share=0.38, needs=need("chronic_disease", 0.98))
    assert turn.memory.case.needs == ["transportation"]
    assert answer_follow_on(turn)
    assert said(turn) == ["utter_still_or_new"]
    assert [option.get("need") for option in turn.memory.options] == [
        "transportation",
        "chronic_disease",
        None,
    ]


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("no es transporte es alguien que la cuide", {"transportation"}),
        ("quiero una persona que la cuide en la casa no transporte", {"transportation"}),
        ("it isn't a ride it's someone to take care of her", {"transportation"}),
        ("i want somebody at the house not rides", {"transportation"}),
        ("no not classes somebody to help me bathe", {"falls_prevention"}),
        ("clases no alguien que me ayude", {"falls_prevention"}),
        ("he don't need a nursing home", {"long_term_care"}),
        ("no tengo transporte", set()),
        ("no ride to the doctor", set()),
        ("there is no food in the house", set()),
        ("los cupones no alcanzan", set()),
    ],
)  # fmt: skip
def test_a_need_named_with_a_no(text: str, denied: set[str]) -> None:
    assert denied_needs(text) == denied


@pytest.mark.parametrize(
    "text",
    [
        "no es transporte, es alguien que la cuide",
        "it isn't a ride, it's someone to look after her",
    ],
)
def test_what_is_meant_instead_takes_the_place_of_what_is_denied(text: str) -> None:
    both = [{"need_id": "in_home_care", "score": 0.5}, {"need_id": "transportation", "score": 0.8}]
    turn = told(text, "correct", 0.15, needs=both)
    assert turn.memory.case.needs == ["in_home_care"]


@pytest.mark.parametrize(
    "text",
    ["I called them, nobody answers", "ya llamé, no contesta nadie", "they gave me the run around", "me traen de un lado a otro",
     "that SSA one told me to call medicare", "la primera me dijo que llamara a Medicare", "they sent me to medicare", "me mandaron a Medicare",
     "Social Security said to ask Medicare", "el Seguro Social dijo que le pregunte a Medicare", "it just rings and rings", "nomás suena y suena",
     "they have a two year wait", "hay dos años de espera", "la primera no, esa nunca coge el teléfono", "it was closed when I got there"],
)  # fmt: skip
def test_who_got_nowhere_gets_the_next_places_for_the_same_need(text: str) -> None:
    turn = told(text, share=0.7, needs=need("fraud_scams", 0.95), in_hand="prescription_costs")
    assert turn.memory.case.needs == ["prescription_costs"]
    assert answer_follow_on(turn)
    assert said(turn) == ["utter_run_around", "a list"]


def test_when_there_is_no_next_place_a_person_is_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run_around, "service_ids", lambda _turn, **_page: [])
    turn = told("nobody answers there")
    assert answer_follow_on(turn)
    assert said(turn) == ["utter_run_around_person"]


@pytest.mark.parametrize(
    "text",
    ["did anybody call me", "alguien me llamo", "what if nobody answers", "y si no contestan", "they told me she needs a walker",
     "what do i say when i call", "she never walks alone", "nobody answers, and i also need food",
     "the first number is disconnected", "el número está desconectado",
     "no i havent called anybody yet, nobody answers my questions", "last time i called a free place they hung up on me", "todavía no he llamado, nadie me ayuda con eso"],
)  # fmt: skip
def test_what_is_no_such_complaint(text: str) -> None:
    assert not got_nowhere(a_turn(text))


@pytest.mark.parametrize(
    ("text", "so"),
    [("i left my name with a girl there", True), ("i dont need the ride no more", False), ("ya no necesito el transporte", False)],
)  # fmt: skip
def test_what_is_not_needed_any_more_is_no_bad_call(text: str, so: bool) -> None:
    assert sounds_so(a_turn(text, "follow_up_answer")) is so


def test_to_be_alone_is_not_what_somebody_says_no_to_company_with() -> None:
    assert "social_connection" not in denied_needs("yo sola no quiero estar quiero jugar domino")
    assert "social_connection" in denied_needs("sola no quiero transporte")


@pytest.mark.parametrize(("about", "mourns"), [(None, True), ("self", True), ("father", False)])
def test_who_asks_for_another_is_not_answered_with_grief(about: str | None, mourns: bool) -> None:
    text = "he lives alone and calls for my mother since she died, he cant sleep"
    turn = a_turn(text, about=about)
    asked = need("dementia_support", 0.8)
    assert (grief_in(turn, asked) != asked) is mourns


@pytest.mark.parametrize(
    ("text", "in_hand", "answer"),
    [
        ("who can go check on him", "dementia_support", "utter_look_in_wanders"),
        ("hay algo que suene cuando abra la puerta", "dementia_support", "utter_look_in_wanders"),
        ("could somebody look in on her", "meals_delivered", "utter_look_in"),
        ("quién puede pasar a verla", "meals_delivered", "utter_look_in"),
        ("who got beds", "kinship_care", "utter_thing_211"),
        ("necesito camas para los niños", "kinship_care", "utter_thing_211"),
        ("I ain't got no computer", "transportation", "utter_phone_is_enough"),
        ("yo no tengo computadora", "transportation", "utter_phone_is_enough"),
    ],
)  # fmt: skip
def test_what_goes_on_about_the_list_is_answered(text: str, in_hand: str, answer: str) -> None:
    turn = told(text, share=0.1, in_hand=in_hand)
    assert answer_follow_on(turn)
    assert said(turn) == [answer]


@pytest.mark.parametrize(
    "text", ["she fell out of bed", "he needs a hospital bed", "se cayó de la cama"]
)
def test_a_bed_that_is_no_thing_to_get(text: str) -> None:
    assert not answer_follow_on(told(text, share=0.1))


@pytest.mark.parametrize(
    "text",
    [
        "i ain't got no computer and i can't drive, how do i get there",
        "no tengo computadora ni manejo, cómo llego",
    ],
)
def test_an_excuse_is_no_request(text: str) -> None:
    both = [*need("transportation", 0.94), *need("tech_help", 0.81)]
    asked = weighed(a_turn(text, share=0.9, in_hand="utilities", needs=both), both)
    assert [n["need_id"] for n in asked] == ["transportation"]


def test_a_computer_that_is_asked_for_is_a_request() -> None:
    both = [*need("transportation", 0.94), *need("tech_help", 0.81)]
    turn = a_turn(
        "i need a ride and somebody to fix my computer", share=0.9, in_hand="utilities", needs=both
    )
    assert len(weighed(turn, both)) == 2


@pytest.mark.parametrize("text", ["both", "las dos", "yes both please", "ambas"])
def test_both_means_the_two_that_were_asked_last(text: str) -> None:
    turn = a_turn(text, "no_answer", 0.1)
    turn.memory.case.asked = ["utilities", "transportation"]
    assert answer_follow_on(turn)
    assert turn.memory.case.needs == ["utilities", "transportation"]
    again = a_turn(text, "no_answer", 0.1)
    again.memory.case.asked = again.memory.case.needs = ["utilities", "transportation"]
    assert answer_follow_on(again)
    assert said(again) == ["utter_both"]


@pytest.mark.parametrize(
    "text",
    ["and i dont sleep since she went. i just sit here", "no duermo desde que se fue, nomás me siento aquí", "my wife passed and im so lonesome",
     "murió mi esposo y me siento sola", "I lost my husband and the house is so quiet"],
)  # fmt: skip
def test_grief_gets_a_kind_word_and_people_once(text: str) -> None:
    turn = told(text, share=0.25, needs=need("respite", 0.86))
    assert turn.memory.case.needs[0] == "mental_health"
    say_sorry(turn)
    say_sorry(turn)
    assert said(turn) == ["utter_sorry_for_loss"]


@pytest.mark.parametrize(
    "text",
    [
        "she can't sleep at night",
        "my husband died and left me the light bill",
        "no puedo dormir del dolor",
    ],
)
def test_what_is_no_grief(text: str) -> None:
    assert not grieves(Heard(text, "ask_need").plain)


def test_a_loss_beside_a_sure_need_does_not_push_it_aside() -> None:
    turn = told(
        "my wife died, i live alone and they cut my gas off",
        share=0.9,
        needs=need("utilities", 0.99),
    )
    assert turn.memory.case.needs == ["utilities", "mental_health"]


def test_a_person_to_care_is_no_wish_for_our_desk() -> None:
    turn = told(
        "I want a person to look after her at the house",
        "person",
        0.3,
        needs=need("in_home_care", 0.95),
    )
    assert answer_follow_on(turn)
    assert said(turn) == ["a list"]


def test_who_fears_the_tub_gets_somebody_there_before_a_class() -> None:
    turn = a_turn("I fell in the tub and I'm afraid to bathe alone", share=0.9)
    turn.memory.shown = []
    assert [n["need_id"] for n in weighed(turn, need("falls_prevention", 0.92))] == [
        "in_home_care",
        "falls_prevention",
    ]


@pytest.mark.parametrize(
    ("text", "share", "score", "weak"),
    [
        # What asks opens a topic from .35, what only tells from .45, what only narrows from .6.
        ("can you find groceries", 0.4, 0.8, True), ("can you find groceries", 0.5, 0.8, False),
        ("puede buscar comida", 0.4, 0.8, True), ("puede buscar comida", 0.5, 0.8, False),
        ("the cupboard is bare", 0.5, 0.8, True), ("the cupboard is bare", 0.6, 0.8, False),
        ("just groceries", 0.7, 0.8, True), ("just groceries", 0.8, 0.8, False),
    ],
)  # fmt: skip
def test_how_much_a_new_topic_takes(text: str, share: float, score: float, weak: bool) -> None:
    turn = a_turn(text, share=share, needs=need("food_assistance", score))
    assert is_weak(turn, need("food_assistance", score)) is weak
