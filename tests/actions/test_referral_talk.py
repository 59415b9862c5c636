"""Asking for a person, agreeing, and taking it back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from actions.consent.wording import VERSION
from actions.desk import desk_talk
from actions.form import taking
from actions.form.refusal import refused_lately
from referrals.desk_items import open_items
from referrals.desk_views import packet
from referrals.usecases import Referrals
from tests.support.referral_talk import Talk


def test_the_question_names_everything_that_is_shared_and_with_whom(desk: Referrals) -> None:
    talk = Talk()
    asked = talk.until_consent("i use a walker")
    for part in ("Ann", "937-555-0142", "morning", "rides", "Dayton, OH 45402", "English",
                 "what you wrote", "your note", "our desk", "This is about rides"):  # fmt: skip
        assert part in asked
    talk.hear("1", number=1)
    found = packet(desk, desk.latest("sms-1").reference)  # type: ignore[union-attr]
    assert found
    (consent,) = found.consents
    assert (consent.wording, consent.version) == (asked, f"{VERSION}-en")
    assert found.details["note"] == "i use a walker"
    assert found.details["services"][0]["phones"] == ["+19375550178"]


def test_what_was_not_told_is_not_named_and_a_chosen_agency_is(desk: Referrals) -> None:
    talk = Talk()
    talk.memory.chosen = "s-1"
    asked = talk.until_consent()
    assert "your note" not in asked
    assert "Area Agency on Aging 2" in asked


@pytest.mark.parametrize("answer", ["share", "yes", "ok", "sí, claro", "si por favor", "go ahead"])
def test_a_yes_is_a_yes(desk: Referrals, answer: str) -> None:
    talk = Talk()
    talk.until_consent()
    assert talk.hear(answer)[0] == "utter_referral_sent"


@pytest.mark.parametrize(
    ("answer", "score"),
    [("who will see it?", 0.99), ("quien lo ve", 0.9), ("that is what I thought", 0.4)],
)
def test_a_question_or_a_guess_is_never_a_yes(desk: Referrals, answer: str, score: float) -> None:
    talk = Talk()
    talk.until_consent()
    turn = talk.turn(answer, "affirm")
    turn.heard = replace(turn.heard, act_score=score)
    assert taking.take_answer(turn)
    assert desk.latest("sms-1") is None


@pytest.mark.parametrize("answer", ["no", "don't share", "2", "no gracias", "not now"])
def test_a_no_is_respected_and_a_person_is_not_offered_again_soon(
    desk: Referrals, answer: str
) -> None:
    talk = Talk()
    talk.until_consent()
    number = 2 if answer == "2" else None
    assert talk.hear(answer, number=number) == ["utter_referral_refused"]
    assert desk.latest("sms-1") is None
    assert refused_lately(talk.turn("1"))


@pytest.mark.parametrize("answer", ["maybe", "hm", "tal vez", "i dunno"])
def test_an_unclear_answer_is_asked_once_more_and_is_then_no(desk: Referrals, answer: str) -> None:
    talk = Talk()
    talk.until_consent()
    assert talk.hear(answer, "unsure") == ["utter_referral_consent_again"]
    assert talk.hear(answer, "unsure") == ["utter_referral_not_sure"]
    assert desk.latest("sms-1") is None


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        ("yes but not my number", "utter_referral_answer_here"), ("sí, pero mi número no", "utter_referral_answer_here"),
        ("ok only if my son says so", "utter_referral_noted"), ("si pero no a todos", "utter_referral_noted"),
    ],
)  # fmt: skip
def test_a_yes_with_a_but_shares_nothing_yet_and_loses_nothing(
    desk: Referrals, answer: str, says: str
) -> None:
    talk = Talk()
    talk.until_consent()
    said = talk.hear(answer, "affirm")
    assert said[0] == says
    assert desk.latest("sms-1") is None
    assert talk.memory.pending == "referral_consent"
    talk.hear("share", "affirm")
    assert desk.latest("sms-1") is not None


def test_for_somebody_else_it_asks_whether_they_know(desk: Referrals) -> None:
    talk = Talk(about="mother")
    assert "who it is for (mother)" in talk.until_consent()
    talk.hear("1", number=1)
    found = packet(desk, desk.latest("sms-1").reference)  # type: ignore[union-attr]
    assert found
    assert found.details["they_know"] == "not yet"


def test_asking_again_for_the_same_need_joins(desk: Referrals) -> None:
    for _ in range(2):
        talk = Talk()
        talk.until_consent()
        talk.hear("1", number=1)
    assert len(desk.referrals_of("sms-1")) == 1


def test_an_old_listing_that_is_needed_becomes_work_once(desk: Referrals) -> None:
    for channel in ("sms", "web"):
        talk = Talk(channel)
        talk.until_consent()
        talk.hear("share")
    assert [item.kind for item in open_items(desk)] == ["stale_record"]


def test_any_news_tells_of_each_open_request(desk: Referrals) -> None:
    for need in ("housing", "utilities"):
        desk.request(
            "sms-1",
            "sms",
            {"needs": [need]},
            {"wording": "w", "wording_version": "1", "scope": "s"},
        )
    talk = Talk()
    desk_talk.ActionAnyNews().answer(talk.turn("any news?", "any_news"))
    assert talk.words() == ["utter_news_requested", "utter_news_requested"]


def test_taking_it_back_stops_everything_and_says_who_must_be_told(desk: Referrals) -> None:
    talk = Talk()
    talk.until_consent()
    talk.hear("1", number=1)
    view = desk.latest("sms-1")
    assert view
    desk.transition(view.id, "accept", "ana", view.version)
    desk_talk.ActionWithdrawConsent().answer(talk.turn("i take it back", "withdraw_consent"))
    assert talk.words() == ["utter_withdrawn"]
    assert desk.latest("sms-1").status == "cancelled"  # type: ignore[union-attr]
    told = [item for item in open_items(desk) if item.kind == "tell_agency"]
    assert [item.urgent for item in told] == [True]
    assert desk.due_follow_ups() == []


def test_a_wrong_number_is_work_with_the_agencys_name(desk: Referrals) -> None:
    talk = Talk()
    talk.memory.chosen = "s-1"
    desk_talk.ActionWrongNumber().answer(talk.turn("that number is out of service", "wrong_number"))
    (item,) = open_items(desk)
    assert item.subject == "s-1"
    assert "Area Agency on Aging 2" in item.detail


@pytest.mark.parametrize(
    ("text", "response"),
    [("take it back", "utter_nothing_to_withdraw"), ("I only wanted to tell somebody", "utter_let_be_nothing")],
)  # fmt: skip
def test_what_only_sounds_like_taking_back_is_let_be(
    desk: Referrals, text: str, response: str
) -> None:
    talk = Talk()
    desk_talk.ActionWithdrawConsent().answer(talk.turn(text, "withdraw_consent"))
    assert talk.words() == [response]
