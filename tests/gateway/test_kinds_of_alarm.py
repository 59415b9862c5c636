"""Kinds of messages that were taken for something else, by the rules alone, and the text each gets."""

from __future__ import annotations

import pytest

from gateway.safety import Safety
from gateway.safety.texts import fixed_texts

safety = Safety(None)


@pytest.mark.parametrize(
    "text",
    [
        "my insulin ran out Saturday and I can't pay for it, I feel shaky",
        "i been skipping my insulin and now i'm so thirsty and seeing double",
        "feeling dizzy and peeing all night, can't afford my insulin",
        "se me acabó la insulina y ando temblando",
        "la insulina no me alcanzó y veo borroso",
    ],
)
def test_too_little_insulin_with_a_sign_is_medical(text: str) -> None:
    assert safety.check(text).crisis == "medical_emergency"


@pytest.mark.parametrize(
    "text", ["help paying for insulin", "la insulina esta muy cara", "insulin class for diabetics"]
)
def test_insulin_without_a_sign_is_not(text: str) -> None:
    assert safety.check(text).crisis is None


@pytest.mark.parametrize(
    "text",
    [
        "I'm afraid of what I'll do to her if she does it again tonight",
        "I already put a pillow by her. No I wouldn't.",
        "I held a pillow over her face and stopped",
        "i slapped my mother today",
        "i almost hit him this morning",
        "some nights I think about putting a pillow on his face",
        "tengo miedo de lo que le pueda hacer a mi mama",
        "le pegue a mi mama, ya no puedo",
    ],
)
def test_a_carer_at_the_end_of_their_strength_gets_their_own_words(text: str) -> None:
    verdict = safety.check(text)
    assert verdict.crisis == "abuse_now"
    texts = fixed_texts(verdict.language)
    assert verdict.messages == [texts["abuse_now_carer"], texts["abuse_now_carer_stay"]]
    assert "988" in verdict.messages[0]


@pytest.mark.parametrize(
    "text", ["my son slapped me", "he held a pillow over my face, my son hits me"]
)
def test_whoever_is_hurt_does_not_get_the_carers_words(text: str) -> None:
    assert safety.check(text).messages[0] == fixed_texts("en")["abuse_now"]


@pytest.mark.parametrize(
    "text",
    ["I'm scared of what I might do to myself", "i thought of the pillow, first him then me"],
)
def test_a_danger_to_oneself_is_not_a_carers(text: str) -> None:
    verdict = safety.check(text)
    assert fixed_texts("en")["abuse_now_carer"] not in verdict.messages
    assert "988" in " ".join(verdict.messages) or verdict.crisis is None


def test_the_carers_words_name_the_states_line() -> None:
    with_line = Safety(None, {"GA": "1-866-552-4464"})
    verdict = with_line.check("i slapped my mother today")
    first, stay = with_line.texts_for(verdict, "GA")
    assert first == fixed_texts("en")["abuse_now_carer"]
    assert "1-866-552-4464" in stay


@pytest.mark.parametrize(
    "text",
    [
        "no tengo papeles, ¿me van a echar la migra?",
        "tengo miedo de que me lleve la migra",
        "my brother hits me up for money too",
        "he hits the pillow at 6 and is up at 2",
        "i put a pillow by her so she won't roll out",
        "i shook her hand",
        "the furnace is out",
        "my roof started leaking over the bed in the storm",
        "lights got shut off yesterday",
        "this heat is killing me",
    ],
)
def test_what_only_sounds_like_danger(text: str) -> None:
    assert safety.check(text).crisis is None


@pytest.mark.parametrize(
    "text",
    [
        "mi nuera dice que me va a echar la migra si no firmo",
        "no heat and its freezing in here, below zero",
        "power is out and dad is on oxygen",
        "they shut me off this morning and my husbands vent is on the backup",
    ],
)
def test_what_is_danger_all_the_same(text: str) -> None:
    assert safety.check(text).crisis is not None


@pytest.mark.parametrize(
    "text",
    [
        "I want to give my grandson 50 dollars and a gift card for his graduation",
        "le quiero dar a mi nieta una tarjeta de regalo",
        "the bank called to say my new debit card is ready to pick up",
        "my granddaughter sent me money on Zelle for the rent",
        "I need help with my Medicare, it's all plans and plans",
        "my son pays my bills for me online",
    ],
)
def test_money_in_a_family_and_an_offices_own_card_are_no_scam(text: str) -> None:
    assert not safety.check(text).scam


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("a man from Medicare says my card is cancelled unless I buy two Target gift cards and read him the numbers", "scam_gift_card"),
        ("he told me to buy google play cards and read the numbers", "scam_gift_card"),
        ("i bought the gift cards and read him the numbers", "scam_gift_card_after"),
        ("i sent 500 in gift cards to a fella on facebook", "scam_gift_card_after"),
        ("i gave the man on the phone my bank account number", "scam_after"),
        ("somebody called and said my medicare card is being replaced with a plastic one and i gave them the number on it", "scam_medicare_after"),
        ("a girl on the phone said she was from medicare and I read her the number off my card", "scam_medicare_after"),
        ("he said he was medicare so i gave him my card number and my bank account", "scam_after"),
        ("should I give the lady my medicare number, she says she has a free back brace for me", "scam_medicare"),
        ("my grandson is in jail and the lawyer wants bail money", "scam_family"),
    ],
)  # fmt: skip
def test_what_is_not_paid_yet_and_what_is(text: str, name: str) -> None:
    verdict = safety.check(text)
    assert verdict.scam
    assert verdict.messages[0] == fixed_texts("en")[name]


@pytest.mark.parametrize(
    ("text", "alarm"),
    [
        ("where do I sleep if the landlord throws me out", False),
        ("he throws me out on the first if I don't pay the rent", False),
        ("he threw me out the truck on the county road", True),
        ("my son threw me out in the snow in my nightgown", True),
        ("she threw me against the stove", True),
    ],
)
def test_out_of_a_rented_room_is_no_blow(text: str, alarm: bool) -> None:
    assert (safety.check(text).crisis == "abuse_now") is alarm
