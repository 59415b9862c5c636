"""The fixed text fits what is wrong: nobody reads of gas when a husband is missing."""

from __future__ import annotations

import re

import pytest

from gateway.safety import Safety
from gateway.safety.normalise import normalise
from gateway.safety.sorts import sort_of, sorts
from gateway.safety.texts import fixed_texts, perhaps_text
from gateway.sms.keywords import is_help, is_start, is_stop
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
        # Oven, stove and car fill a house with another gas.
        assert naming <= {"unsafe_now_gas", "unsafe_now_heating"}


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_text_fits_two_segments_and_begins_with_the_number(language: str) -> None:
    texts = fixed_texts(language)
    for kind in ("medical_emergency", "unsafe_now", "abuse_now", "suicide"):
        for sort in sorts(kind):
            if sort == "body":
                continue
            first = texts[f"{kind}_{sort}"]
            assert "911" in " ".join(first.split()[:10]), first
    for name, text in texts.items():
        planned = plan(text.format(aps="1-208-334-3833"))
        assert (planned.encoding, planned.segments <= 2) == ("GSM-7", True), name


@pytest.mark.parametrize(
    "text",
    [
        "my nephew took my check and won't give it back",
        "my granddaughter has my debit card and won't give it back to me",
        "my daughter collects my pension and I haven't seen a dime",
        "grandson drained my savings and there's nothing left",
        "mi sobrino me quitó el cheque y no me lo quiere devolver",
        "mi hija tiene mi tarjeta y no me da nada",
    ],
)
def test_money_kept_from_its_owner_gets_whoever_can_stop_it(text: str) -> None:
    verdict = Safety(None, {"GA": "1-866-552-4464"}).check(text)
    assert verdict.crisis == "abuse_now"
    texts = fixed_texts(verdict.language)
    assert verdict.messages == [texts["abuse_now_money"], texts["abuse_now_money_stay"]]
    assert "1-866-552-4464" in Safety(None, {"GA": "1-866-552-4464"}).texts_for(verdict, "GA")[0]


@pytest.mark.parametrize(
    "text",
    [
        "my son took my check to the bank for me",
        "the store won't give me my money back",
        "my landlord won't give back my deposit",
        "my niece handles my money, she is so good",
        "medicare won't give me my card, third time asking",
    ],
)
def test_money_in_good_hands_is_no_danger(text: str) -> None:
    assert safety.check(text).crisis is None


def test_who_is_hit_for_money_hears_of_the_blows_first() -> None:
    verdict = safety.check("my son hits me and took my check and won't give it back")
    assert verdict.messages[0] == fixed_texts("en")["abuse_now"]


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("my brother says he's going to kill himself tonight", True),
        ("my husband says he wants to die and he has a gun", True),
        ("mi hermano se quiere matar", True),
        ("my husband says we should kill ourselves, the gun is here", False),
        ("i want to die, my husband is gone", False),
        ("me quiero matar, mi hermano no sabe", False),
    ],
)
def test_who_fears_for_somebody_else_gets_words_for_that(text: str, other: bool) -> None:
    verdict = safety.check(text)
    assert verdict.crisis == "suicide"
    texts = fixed_texts(verdict.language)
    assert (verdict.messages[0] == texts["suicide_other"]) is other


@pytest.mark.parametrize(
    "text",
    [
        "my son will kill me when he hears, ha",
        "my wife's gonna kill me when she sees what I spent",
        "my sister will murder me for eating that cake lol",
        "my kids will skin me if I climb that ladder",
        "mi hija me va a matar cuando vea la cuenta jaja",
    ],
)
def test_a_threat_in_fun_is_no_alarm(text: str) -> None:
    assert safety.check(text).crisis is None


@pytest.mark.parametrize(
    "text",
    [
        "my son said he will kill me when he gets home",
        "he will kill me when he finds out I texted you",
        "he'll kill me for spending his money, he has a gun",
        "mi hijo me va a matar cuando llegue",
    ],
)
def test_a_threat_in_earnest_is_one(text: str) -> None:
    assert safety.check(text).crisis == "abuse_now"


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


# Where 911 comes only if the body says so, or the second text is about the next hours.
_LATER = ("poison", "storm", "heat", "cold", "suicide", "abuse", "power_coming")


@pytest.mark.parametrize(("language", "words"), [("en", "send"), ("es", "mandar")])
def test_who_is_told_to_call_911_hears_that_we_cannot_send_help(language: str, words: str) -> None:
    silent = [
        name
        for name, text in fixed_texts(language).items()
        if name.endswith("_stay") and not any(part in name for part in _LATER) and words not in text
    ]
    assert silent == []


@pytest.mark.parametrize("language", ["en", "es"])
def test_whoever_echoes_the_first_words_is_not_taken_for_opting_out(language: str) -> None:
    for name, text in fixed_texts(language).items():
        first = re.split(r"[.?:,]", text)[0]
        assert not is_stop(first), name
        assert not is_help(first), name
        assert not is_start(first, opted_out=False), name


@pytest.mark.parametrize(
    ("text", "poison"),
    [
        ("took my blood pressure pills twice", True),
        ("gave mom a double dose this morning", True),
        ("se tomo una dosis doble", True),
        ("my ankles are swollen again", False),
    ],
)
def test_a_dose_too_many_gets_poison_help_also_where_danger_is_only_possible(
    text: str, poison: bool
) -> None:
    line = perhaps_text("medical_emergency", "en", text)
    assert ("1-800-222-1222" in line) is poison
    assert "911" in line


@pytest.mark.parametrize(
    ("english", "spanish", "other"),
    [
        ("my dad says there's no point in him going on since mom died", "mi papa dice que ya no le ve caso a la vida desde que murio mi mama", True),
        ("my father says he does not want to go on living", "mi papá dice que ya no quiere seguir viviendo", True),
        ("my husband says he would be better off dead", "mi esposo dice que mejor se muere", True),
        ("my neighbor talks about ending it", "mi vecino habla de quitarse la vida", True),
        ("my wife isn't tired, she is done with living", "mi esposa esta cansada de vivir", True),
        ("i'm scared, my dad says he wants to die", "tengo miedo, mi papa dice que se quiere morir", True),
        ("my husband died and i don't want to live", "mi esposo murio y ya no quiero vivir", False),
        ("my daughter says to call you, i want to die", "mi hija dice que llame porque ya no quiero vivir", False),
        ("my wife wants me to live but i can't go on", "mi esposa quiere que siga pero yo ya no puedo, quiero morirme", False),
        ("my husband wants to die and so do i", "mi papa se quiere morir y yo tambien", False),
        ("there's no point any more since she passed", "ya para que sigo desde que se fue mi viejo", False),
    ],
)  # fmt: skip
def test_what_a_relative_says_is_answered_about_the_relative(
    english: str, spanish: str, other: bool
) -> None:
    for language, text in (("en", english), ("es", spanish)):
        said = normalise(text)
        assert (sort_of("suicide", said) == "other") is other, text
        line = perhaps_text("suicide", language, said)
        named = "suicide_perhaps_other" if other else "suicide_perhaps"
        assert line == fixed_texts(language)[named]
