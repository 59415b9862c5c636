"""What a request carries: what the person came for, nothing denied, nothing of another client, and one question where unsure."""

from __future__ import annotations

from typing import Any

import pytest

from actions.memory import Case
from actions.needs import remember
from actions.needs.came_for import note_denied, note_told, open_needs
from referrals.desk_views import packet
from referrals.usecases import Referrals
from resources_index.index.needs import need_name
from tests.support.referral_talk import PLACE, Talk


def needs(*ids: str, score: float = 0.9) -> list[dict[str, Any]]:
    return [{"need_id": need, "score": score} for need in ids]


def told(talk: Talk, text: str, *ids: str, town: str = "") -> None:
    """`text` asked for `ids`, where `town` is the place from then on."""
    case = talk.memory.case
    if town:
        case.place_shown = {**PLACE, "text": town}
    turn = talk.turn(text, needs=needs(*ids))
    note_told(turn, list(ids))
    case.needs = list(ids)
    case.text = text
    case.asked += [need for need in ids if need not in case.asked]


def fresh(language: str = "en", about: str | None = None) -> Talk:
    talk = Talk(language=language, about=about)
    talk.memory.cases["self"] = Case(about=about, place_shown=PLACE)
    return talk


def offered(talk: Talk) -> list[str]:
    return [button["title"] for button in talk.said[-1]["buttons"]]


def sent(desk: Referrals) -> dict[str, Any]:
    found = packet(desk, desk.latest("sms-1").reference)  # type: ignore[union-attr]
    assert found
    return dict(found.details)


def finish(talk: Talk) -> str:
    for answer in ("Earl", "937-555-0142", "morning", "nothing else"):
        said = talk.hear(answer)
    if said == ["utter_referral_they_know"]:
        said = talk.hear("they know")
    return said[-1]


def earl(language: str = "en") -> Talk:
    """The light bill first, then rides and company: he never asked for more."""
    talk = fresh(language)
    told(talk, "light co sent a paper say there gona cut me off friday", "utilities")
    told(talk, "i cant drive no more", "transportation")
    return talk


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("answer", ["1", "1.", "label"])
def test_several_things_asked_for_are_asked_about_in_one_question(
    desk: Referrals, language: str, answer: str
) -> None:
    talk = earl(language)
    assert talk.hear("person", "person") == ["utter_referral_begin", "utter_referral_needs"]
    everything = "todo esto" if language == "es" else "all of these"
    light = need_name("utilities", language)
    assert offered(talk) == [light, need_name("transportation", language), everything]
    assert talk.hear(light if answer == "label" else answer) == ["utter_referral_name"]
    asked = finish(talk)
    assert light in asked
    assert need_name("transportation", language) not in asked
    talk.hear("1", number=1)
    assert sent(desk)["needs"] == ["utilities"]
    assert sent(desk)["situation"] == "light co sent a paper say there gona cut me off friday"


@pytest.mark.parametrize(
    ("answer", "heard", "wanted"),
    [
        ("all of it", (), ["utilities", "transportation"]), ("todo", (), ["utilities", "transportation"]),
        ("both", (), ["utilities", "transportation"]), ("las dos", (), ["utilities", "transportation"]),
        ("1 and 2", (), ["utilities", "transportation"]), ("1 y 2", (), ["utilities", "transportation"]),
        ("the light bill", ("utilities",), ["utilities"]), ("la luz", ("utilities",), ["utilities"]),
        ("food really", ("food_assistance",), ["food_assistance"]), ("comida", ("food_assistance",), ["food_assistance"]),
    ],
)  # fmt: skip
def test_the_question_is_answered_in_any_words(
    desk: Referrals, answer: str, heard: tuple[str, ...], wanted: list[str]
) -> None:
    talk = earl()
    talk.hear("person", "person")
    assert talk.hear(answer, needs=needs(*heard)) == ["utter_referral_name"]
    assert talk.memory.referral["needs"] == wanted


def test_an_answer_that_says_nothing_is_asked_about_once_and_is_then_the_first_and_what_is_in_hand(
    desk: Referrals,
) -> None:
    talk = earl()
    talk.hear("person", "person")
    assert talk.hear("evenings", needs=needs("social_connection", score=0.7)) == [
        "utter_referral_time_changed",
        "utter_referral_needs",
    ]
    assert talk.hear("hm") == ["utter_referral_needs_again"]
    assert talk.hear("hm") == ["utter_referral_name"]
    assert talk.memory.referral["needs"] == ["utilities", "transportation"]


@pytest.mark.parametrize(
    "text", ["can a person call me about the light bill", "que alguien me llame por la luz"]
)
def test_who_asks_for_a_person_about_something_is_not_asked(desk: Referrals, text: str) -> None:
    talk = earl()
    said = talk.hear(text, "person", needs=needs("utilities"))
    assert said == ["utter_referral_begin", "utter_referral_name"]
    assert talk.memory.referral["needs"] == ["utilities"]


def test_one_thing_or_two_of_one_breath_are_not_asked_about(desk: Referrals) -> None:
    talk = fresh()
    told(talk, "soy veterano y no tengo pa la comida", "food_assistance", "veterans")
    assert talk.hear("PERSONA", "person")[-1] == "utter_referral_name"
    asked = finish(talk)
    assert need_name("food_assistance", "en") in asked
    assert need_name("veterans", "en") in asked


@pytest.mark.parametrize(
    "text",
    [
        "No, nobody is hurting him. He has dementia", "No, nadie le hace daño. Tiene demencia",
        "that's not it, he has dementia", "no es eso, tiene demencia",
        "I never said that. he has dementia", "yo no dije eso, no pedí eso, tiene demencia",
        "not abuse, memory loss", "no, es de la memoria",
    ],
)  # fmt: skip
def test_what_a_correction_throws_out_is_not_carried(desk: Referrals, text: str) -> None:
    talk = fresh(about="father")
    told(talk, "he started wandering", "dementia_support")
    told(talk, "who can go check on him", "elder_abuse")
    told(talk, text, "dementia_support")
    assert open_needs(talk.memory.case) == ["dementia_support"]


@pytest.mark.parametrize(
    "text",
    [
        "no tengo luz",
        "no heat either",
        "nobody comes to help me bathe",
        "nadie me ayuda a bañarme",
        "not enough food, no money",
        "and I can't drive",
    ],
)
def test_one_more_thing_told_throws_nothing_out(text: str) -> None:
    talk = fresh()
    told(talk, "need food", "food_assistance")
    told(talk, text, "utilities")
    assert open_needs(talk.memory.case) == ["food_assistance", "utilities"]


@pytest.mark.parametrize(
    "text",
    ["I don't want to lose my home", "no quiero perder mi casa", "no quiero que me corten la luz"],
)
def test_a_fear_is_no_refusal_of_a_need(text: str) -> None:
    talk = earl()
    note_denied(talk.turn(text, needs=needs("utilities")))
    assert open_needs(talk.memory.case) == ["utilities", "transportation"]


@pytest.mark.parametrize(
    "text", ["I don't need a ride anymore", "ya no necesito transporte", "i never asked for rides"]
)
def test_what_is_not_wanted_is_not_carried(desk: Referrals, text: str) -> None:
    talk = earl()
    note_denied(talk.turn(text, "deny", needs=needs("transportation")))
    assert open_needs(talk.memory.case) == ["utilities"]


def test_another_clients_needs_and_words_stay_with_the_other_client(desk: Referrals) -> None:
    talk = fresh(about="client")
    told(talk, "one in Toledo needs meals", "meals_delivered", town="Toledo, OH")
    told(talk, "one in Monroe needs a ramp", "home_repair", town="Monroe, MI")
    told(talk, "Her husband is hitting her", "elder_abuse", town="Sylvania, OH")
    told(talk, "back to Toledo, the meals", "meals_delivered", town="Toledo, OH 43615")
    assert talk.hear("PERSON please", "person")[-1] == "utter_referral_name"
    asked = finish(talk)
    assert need_name("meals_delivered", "en") in asked
    for other in ("home_repair", "elder_abuse"):
        assert need_name(other, "en") not in asked
    talk.hear("1", number=1)
    assert sent(desk)["needs"] == ["meals_delivered"]
    assert "hitting" not in sent(desk)["situation"]
    assert sent(desk)["they_know"] == "they know"


@pytest.mark.parametrize(
    ("text", "language"),
    [("no, it's for the light bill", "en"), ("no, es por la luz", "es"), ("its about the light bill", "en"), ("es sobre la luz", "es")],
)  # fmt: skip
@pytest.mark.parametrize("until", ["name", "consent"])
def test_what_it_is_about_is_put_right_and_read_back(
    desk: Referrals, text: str, language: str, until: str
) -> None:
    talk = Talk(language=language)
    talk.hear("PERSON", "person")
    if until == "consent":
        finish(talk)
    said = talk.hear(text, "deny", needs=needs("utilities"))
    assert said[0] == "utter_referral_about"
    if until == "name":
        assert said[1] == "utter_referral_name"
        said = [finish(talk)]
    assert need_name("utilities", language) in said[-1]
    assert need_name("transportation", language) not in said[-1]


def test_services_of_another_need_are_not_shared(desk: Referrals) -> None:
    talk = earl()
    talk.memory.chosen = "s-1"
    talk.hear("person", "person")
    talk.hear("1", number=1)
    assert "Area Agency on Aging 2" not in finish(talk)
    assert "the places shown" not in talk.words()[-1]


class Nowhere:
    """No place is in any message."""

    @staticmethod
    def find_in(*_: object) -> list[Any]:
        return []


@pytest.mark.parametrize(
    ("text", "left"),
    [("No, he has dementia", ["dementia_support"]), ("and he has dementia", ["elder_abuse", "dementia_support"])],
)  # fmt: skip
def test_a_correction_is_heard_with_the_message(
    monkeypatch: pytest.MonkeyPatch, text: str, left: list[str]
) -> None:
    monkeypatch.setattr(remember, "places", Nowhere)
    talk = fresh()
    told(talk, "who can check on him", "elder_abuse")
    remember.remember_request(talk.turn(text, needs=needs("dementia_support")))
    assert open_needs(talk.memory.case) == left
    assert [told["text"] for told in talk.memory.case.told] == ["who can check on him", text]
