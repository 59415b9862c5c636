"""The last question, as people press, copy and answer it; and what is no refusal of the whole thing."""

from __future__ import annotations

import pytest

from actions.needs import remember
from referrals.usecases import Referrals
from tests.support.referral_talk import PLACE, Talk, put_on_shelf


@pytest.fixture
def shelf(monkeypatch: pytest.MonkeyPatch) -> None:
    put_on_shelf(monkeypatch)


@pytest.mark.usefixtures("shelf")
@pytest.mark.parametrize(
    ("language", "pressed", "act", "shared"),
    [
        ("en", "share", "ask_need", True), ("en", "Share", "withdraw_consent", True),
        ("es", "compartir", "ask_need", True), ("es", "Compartir", "withdraw_consent", True),
        ("en", "don't share", "affirm", False), ("es", "no compartir", "affirm", False),
    ],
)  # fmt: skip
def test_a_choice_may_be_pressed_or_copied(
    desk: Referrals, language: str, pressed: str, act: str, shared: bool
) -> None:
    talk = Talk(language=language)
    talk.until_consent()
    talk.hear(pressed, act)
    assert (desk.latest("sms-1") is not None) is shared
    assert talk.memory.pending in (None, "refused")


@pytest.mark.usefixtures("shelf")
@pytest.mark.parametrize(
    "text",
    [
        "no, it's not legal help, it's about my mother's pills",
        "no, no es comida, es sobre la renta",
    ],
)
def test_a_no_to_what_it_is_about_loses_nothing(desk: Referrals, text: str) -> None:
    talk = Talk()
    talk.until_consent()
    assert "utter_referral_refused" not in talk.hear(text, "deny")
    assert talk.memory.pending == "referral_consent"
    assert desk.latest("sms-1") is None


@pytest.mark.usefixtures("shelf")
@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("no quiero que me cobren", False), ("937-555-0162, but write, don't call", False),
        ("no quiero que me llamen", True), ("I don't want you to call", True),
    ],
)  # fmt: skip
def test_a_worry_or_a_wish_is_no_refusal(text: str, refused: bool) -> None:
    talk = Talk()
    talk.hear("PERSON", "person")
    talk.hear("Ann")
    assert ("utter_referral_refused" in talk.hear(text, "deny")) is refused


@pytest.mark.parametrize(
    ("act", "moves"), [("thanks", False), ("off_topic", False), ("change_place", True)]
)
def test_a_town_in_a_story_moves_nobody(act: str, moves: bool) -> None:
    talk = Talk()
    case = talk.memory.case
    case.place = {**PLACE, "label": "Dayton, OH", "kind": "city"}
    before = dict(case.place)
    remember.remember_request(talk.turn("thank you, we met in Akron, Ohio", act))
    assert (case.place != before) is moves
