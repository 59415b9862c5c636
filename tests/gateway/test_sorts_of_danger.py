"""The fixed text fits what is wrong: nobody reads of gas when a husband is missing."""

from __future__ import annotations

import re

import pytest

from gateway.safety import Safety
from gateway.safety.sorts import sorts
from gateway.safety.texts import fixed_texts
from gateway.sms.segments import plan

safety = Safety(None)


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("the carbon monoxide alarm is going off and we have headaches", "carbon_monoxide"),
        ("suena el detector de monoxido y estamos mareados", "carbon_monoxide"),
        ("i smell gas in the kitchen", "gas"),
        ("huele a gas en la casa", "gas"),
        ("my husband with dementia walked out an hour ago and its dark", "missing"),
        ("mi papa con alzheimer se salio y no lo encontramos", "missing"),
        ("power is out and dad is on oxygen", "power"),
        ("no hay luz y mi mama usa oxigeno", "power"),
        ("i don't know where i am and nothing looks familiar", "lost"),
        ("no se donde estoy, quiero ir a mi casa", "lost"),
        ("she hasn't answered her phone in two days, she's 91 and alone", "welfare"),
        ("mi vecina de 88 no abre la puerta desde el viernes", "welfare"),
        ("my aide never came and i'm in the bed with no water", "uncared"),
        ("the kitchen is on fire", "fire"),
        ("hay humo en toda la casa", "fire"),
        ("someone is breaking in my house right now", "intruder"),
        ("no heat and its freezing in here, below zero", "cold"),
        ("the water is rising in my house", "flood"),
    ],
)
def test_each_sort_of_danger_has_its_own_words(text: str, sort: str) -> None:
    verdict = safety.check(text)
    assert verdict.crisis == "unsafe_now"
    texts = fixed_texts(verdict.language)
    assert verdict.messages == [texts[f"unsafe_now_{sort}"], texts[f"unsafe_now_{sort}_stay"]]


def test_gas_is_named_in_no_other_text() -> None:
    for language, word in (("en", "gas"), ("es", "gas")):
        naming = {
            name
            for name, text in fixed_texts(language).items()
            if name.startswith("unsafe") and re.search(rf"\b{word}\b", text.lower())
        }
        assert naming <= {"unsafe_now_gas"}


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_text_fits_two_segments_and_begins_with_the_number(language: str) -> None:
    texts = fixed_texts(language)
    for kind in ("medical_emergency", "unsafe_now"):
        for sort in sorts(kind):
            if sort == "body":
                continue
            first = texts[f"{kind}_{sort}"]
            assert "911" in " ".join(first.split()[:10]), first
            assert texts[f"{kind}_{sort}_stay"]
    for name, text in texts.items():
        planned = plan(text.format(aps="1-208-334-3833"))
        assert (planned.encoding, planned.segments <= 2) == ("GSM-7", True), name


def test_both_languages_have_the_same_texts() -> None:
    assert fixed_texts("en").keys() == fixed_texts("es").keys()


@pytest.mark.parametrize(
    ("text", "poison"),
    [
        ("she swallowed the whole bottle of pills", True),
        ("grandpa drank bleach", True),
        ("se tomo demasiadas pastillas y es de noche", True),
        ("he took his heart pills and now his chest is crushing", False),
        ("he overdosed and is not breathing", False),
    ],
)
def test_poison_help_is_named_only_while_the_body_holds(text: str, poison: bool) -> None:
    verdict = safety.check(text)
    assert verdict.crisis == "medical_emergency"
    assert ("1-800-222-1222" in verdict.messages[0]) is poison
