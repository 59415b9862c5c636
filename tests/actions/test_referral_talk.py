"""Asking for a person, agreeing, taking it back, and saying later how it went."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest
import yaml

from actions import desk_talk, follow_up
from actions.consent import VERSION, consent_for
from actions.refusal import refused_lately
from gateway.sms.segments import count_segments, plan
from referrals.desk_items import open_items
from referrals.desk_views import packet
from referrals.outbox.follow_ups import ANSWERS, question, queue_due_questions
from referrals.outbox.queue import Outbox
from referrals.usecases import Referrals
from tests.bot.test_words_of_the_bot import CARRIER_WORDS, ease, grade
from tests.support.desk import SERVICE
from tests.support.referral_talk import Clock, Talk, open_desk

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Referrals:
    return open_desk(tmp_path, clock, monkeypatch)


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


@pytest.mark.parametrize(
    "answer",
    ["yes but not my number", "ok only if my son says so", "maybe", "si pero no a todos", "hm"],
)
def test_an_unclear_answer_is_asked_once_more_and_is_then_no(desk: Referrals, answer: str) -> None:
    talk = Talk()
    talk.until_consent()
    assert talk.hear(answer) == ["utter_referral_consent_again"]
    assert talk.hear(answer) == ["utter_referral_refused"]
    assert desk.latest("sms-1") is None


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


@pytest.fixture
def asked(desk: Referrals, clock: Clock) -> Talk:
    """A text conversation in which the question was asked after three days."""
    talk = Talk()
    talk.until_consent()
    talk.hear("1", number=1)
    view = desk.latest("sms-1")
    assert view
    desk.transition(view.id, "accept", "ana", view.version)
    clock.now += timedelta(days=3, minutes=1)
    assert queue_due_questions(desk, Outbox(desk, clock)) == 1
    return talk


@pytest.mark.parametrize(
    ("text", "act", "number", "outcome"),
    [("1", "choose", 1, "got_help"), ("2", "choose", 2, "waiting_list"), ("3", "choose", 3, "could_not_reach"),
     ("4", "choose", 4, "not_eligible"), ("5", "choose", 5, "no_capacity"), ("yes", "affirm", None, "got_help"),
     ("no", "deny", None, "no_help"), ("they never called", "follow_up_answer", None, "could_not_reach"),
     ("ya me ayudaron", "follow_up_answer", None, "got_help"), ("no llego nadie", "follow_up_answer", None, "no_help"),
     ("they came but i dont qualify", "follow_up_answer", None, "not_eligible"),
     ("it was so so", "follow_up_answer", None, "unclear")],
)  # fmt: skip
def test_the_answer_is_taken_by_number_and_in_plain_words(
    desk: Referrals, asked: Talk, text: str, act: str, number: int | None, outcome: str
) -> None:
    assert follow_up.take_follow_up(asked.turn(text, act, number))
    found = packet(desk, desk.latest("sms-1").reference)  # type: ignore[union-attr]
    assert found
    assert found.answers == [outcome]
    helped = outcome == "got_help"
    assert asked.words() == (
        ["utter_follow_up_good"] if helped else ["utter_follow_up_more", "next choice"]
    )
    kinds = [item.kind for item in open_items(desk)]
    assert ("help_came" if helped else "follow_up") in kinds


def test_a_number_after_a_newer_list_means_the_list(
    desk: Referrals, asked: Talk, clock: Clock
) -> None:
    asked.memory.page = {"at": (clock.now + timedelta(hours=1)).isoformat()}
    assert not follow_up.take_follow_up(asked.turn("3", "choose", 3))
    assert desk.pending_follow_up("sms-1")


def test_a_new_need_is_not_taken_for_an_answer(desk: Referrals, asked: Talk) -> None:
    assert not follow_up.take_follow_up(asked.turn("need help with heat", "ask_need"))


def test_the_web_is_asked_once_when_it_comes_back(desk: Referrals, clock: Clock) -> None:
    talk = Talk("web")
    talk.until_consent()
    talk.hear("share")
    view = desk.latest("web-1")
    assert view
    desk.transition(view.id, "accept", "ana", view.version)
    clock.now += timedelta(days=3, minutes=1)
    assert queue_due_questions(desk, Outbox(desk, clock)) == 0
    turn = talk.turn("hello", "greeting")
    follow_up.ask_when_due(turn)
    assert "Did help come?" in talk.words()[0]
    assert [b["title"] for b in talk.said[0]["buttons"]] == list(ANSWERS["en"])
    follow_up.ask_when_due(talk.turn("hello", "greeting"))
    assert talk.said == []
    assert follow_up.take_follow_up(talk.turn("do not qualify", "ask_need"))


WORDING = yaml.safe_load((ROOT / f"data/consent/{VERSION}.yml").read_text("utf-8"))


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_consent_is_plain_and_fits_two_segments(language: str) -> None:
    details = {
        "name": "Maria de los Angeles",
        "number": "937-555-0142",
        "good_time": "a cualquier hora" if language == "es" else "any time",
        "place": {"text": "Rancho Cucamonga, CA 91730"},
        "situation": "x",
        "note": "x",
        "services": [SERVICE],
        "about": None,
    }
    wording = consent_for(details, "transporte" if language == "es" else "rides", language).wording
    choices = "1 compartir\n2 no compartir" if language == "es" else "1 share\n2 don't share"
    assert count_segments(plan(f"{wording}\n{choices}").text) <= 2, len(wording)
    assert wording.count("?") == 1


def test_the_wordings_are_easy_to_read() -> None:
    english = re.sub(r"\{\w+\}", "Ann", WORDING["en"]["ask"])
    spanish = re.sub(r"\{\w+\}", "Ann", WORDING["es"]["ask"])
    assert grade(english) <= 6.0
    assert ease(spanish) >= 65
    for language in ("en", "es"):
        for text in (WORDING[language]["ask"], question("R-4F7K", language)):
            assert not CARRIER_WORDS.search(text)
        assert count_segments(plan(question("R-4F7K", language)).text) <= 2
