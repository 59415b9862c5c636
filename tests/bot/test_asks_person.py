"""A wish for our desk, and turns of speech, say nothing about the need beside them."""

from __future__ import annotations

import pytest

from bot.components.act_patterns import number_inside
from bot.components.asks_person import asks_for_person, without_person_request
from bot.components.idioms import without_idioms


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("a person please, meals 45402", "meals 45402"),
        ("a person please, home repair 45701", "home repair 45701"),
        ("I want to talk to a person about meals", "about meals"),
        ("no not lights. WATER. A person please", "no not lights. WATER"),
        ("quiero que me llame una persona, comida 44052", "comida 44052"),
        ("can somebody call me about my medicare bill", "about my medicare bill"),
        ("PERSON my furnace", "my furnace"),
        ("necesito hablar con alguien sobre el medicaid", "sobre el medicaid"),
        ("I would rather speak to a real live person about the heating", "about the heating"),
        ("bueno apúnteme con alguien, es la renta", "bueno , es la renta"),
        ("forget it. PERSON", "forget it"),
        ("a person please", ""),
        ("quiero hablar con una persona", ""),
    ],
)
def test_a_person_is_asked_for_and_the_need_stands_alone(text: str, rest: str) -> None:
    assert asks_for_person(text)
    assert without_person_request(text) == rest


@pytest.mark.parametrize(
    "text",
    [
        "Young man, that is Medicaid again. I'm getting tired. Can a real person help me?", "I not speak good english. you can call for me please",
        "abuela dice que si alguien puede llamarla", "quiero que una persona hable por mi", "sí, que me llamen por favor, una persona",
        "Can somebody from your place call around for me?", "forget it. is there a human there", "alguien nos puede llamar", "no machine please, a person",
        "i rather talk to someone than this machine", "es mejor si me hablan por telefono", "anybody human there", "would somebody call them for her",
    ],
)  # fmt: skip
def test_a_person_is_asked_for_in_the_middle_of_a_talk(text: str) -> None:
    assert asks_for_person(text)


@pytest.mark.parametrize(
    "text",
    [
        "I need a person to bathe my father", "necesito una persona que lo bañe", "i need someone to talk to, it is so quiet",
        "I just want to talk to somebody, I'm so lonely", "I don't want to talk to a person, just the number",
        "no quiero hablar con una persona", "they never call me back", "I talked to a person there and she hung up",
        "mis hermanos no ayudan en nada y yo estoy que exploto, quisiera hablar con alguien", "quisiera hablar con alguien que me ayude con el duelo", "alguien que me llame de vez en cuando",
        "I need a human being to explain carbs", "I run everything, pills and bills, and I'm drinking more wine than I should, and would talk to someone about that as well",
        "am I talking to a real person or a machine", "call me Pop, everyone at the shop did", "my mother is a person of faith", "a person who speaks Polish", "can a person get that at 58", "is there a person at the first number who speaks Spanish", "can someone call him a cab", "when will somebody call me", "meals 45402", "what if she doesn't like the person", "habrá alguien que le hable por teléfono a los viejos que estamos solos",
    ],
)  # fmt: skip
def test_other_persons_are_no_wish_for_our_desk(text: str) -> None:
    assert not asks_for_person(text)
    assert without_person_request(text) == text


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("forget it", ""), ("oh forget about it, I'll call myself", "I'll call myself"), ("don't forget I'm in Dayton", "I'm in Dayton"),
        ("olvídelo", ""), ("se me olvidó decirle, es en Toledo", "es en Toledo"), ("she forgets her pills", "she forgets her pills"),
        ("my mother forgot the stove", "my mother forgot the stove"),
    ],
)  # fmt: skip
def test_a_turn_of_speech_is_no_loss_of_memory(text: str, rest: str) -> None:
    assert without_idioms(text) == rest


def test_the_second_of_the_last_list_is_the_second() -> None:
    assert number_inside("la segunda de la ultima lista, la de PACE") == 2
    assert number_inside("the second one on the last list") == 2
    assert number_inside("the last one please") == -1
