"""A request is stopped by plain words only; a doubtful word is asked about, and what was stopped can come back."""

from __future__ import annotations

import pytest

from actions.desk.desk_talk import ActionWithdrawConsent
from actions.desk.referral import ask_next, hold
from actions.desk.taking_back import says_plainly
from actions.form.open_question import answer_open_question
from referrals.model import OPEN
from referrals.usecases import Referrals
from tests.actions.shelf import Shelf, after_list
from tests.support.referral_talk import Talk


@pytest.fixture
def talk(desk: Referrals) -> Talk:
    made = Talk()
    made.until_consent(note="she walks slow")
    assert made.hear("1", number=1)[0] == "utter_referral_sent"
    return made


def is_open(desk: Referrals) -> bool:
    view = desk.latest("sms-1")
    return view is not None and view.status in OPEN


@pytest.mark.parametrize(
    "text",
    [
        "actually her neighbor is going to bring food, cancel it", "don't bother calling, my sister is moving in",
        "oiga ya no quiero que llamen, mi hija va a venir a quedarse", "siempre no, ya consiguio mi hija quien lo cuide",
        "sabe que, mejor bórreme eso, mi hijo ya va a venir a pagar la luz", "forget the call", "cancel my request",
        "forget it", "please call it off, my sister took care of it",
    ],
)  # fmt: skip
def test_it_is_stopped_with_or_without_a_reason(desk: Referrals, talk: Talk, text: str) -> None:
    assert talk.after(text, "ask_need") == ["utter_withdrawn"]
    assert not is_open(desk)


@pytest.mark.parametrize(
    "text",
    [
        "im 51 lol not a senior. forget it, ill call my buddy. thanks for helping with mom",
        "never mind, I found the remote, it was under the couch all along",
        "olvidelo, ya encontre mis lentes, andaban en la cocina",
    ],
)
def test_what_may_mean_another_thing_is_asked_about(desk: Referrals, talk: Talk, text: str) -> None:
    assert talk.after(text) == ["utter_request_which"]
    assert is_open(desk)
    assert talk.after("2", "choose", number=2) == ["utter_request_kept"]
    assert is_open(desk)


def test_the_first_choice_stops_it(desk: Referrals, talk: Talk) -> None:
    talk.after("never mind, I found the remote, it was under the couch all along")
    assert talk.after("1", "choose", number=1) == ["utter_withdrawn"]
    assert not is_open(desk)


@pytest.mark.parametrize(
    "text",
    [
        "yes start it again for her please", "WAIT no dont stop the one for my mom. just the me thing", "no don't cancel hers",
        "put it back please", "no, no la cancele", "pongala otra vez por favor",
    ],
)  # fmt: skip
def test_it_comes_back_with_all_that_was_told(desk: Referrals, talk: Talk, text: str) -> None:
    talk.after("cancel my request")
    talk.memory.case.place_shown = {"text": "Chicago, IL", "state": "IL"}
    talk.memory.shown = []
    said = talk.after(text, "start_over")
    assert said is not None
    assert said[0] == "utter_request_put_back"
    assert talk.memory.pending == "referral_consent"
    assert "937-555-0142, morning" in said[-1]
    assert "Dayton" in said[-1]
    assert "the places shown" in said[-1]
    assert talk.memory.referral["note"] == "she walks slow"
    assert not is_open(desk)
    talk.hear("1", number=1)
    assert is_open(desk)


def test_a_number_that_is_to_go_is_not_kept(desk: Referrals, talk: Talk) -> None:
    assert talk.after("take my number off") == ["utter_withdrawn"]
    assert talk.memory.referral == {}


def test_what_only_sounds_like_it_is_asked_about(desk: Referrals, talk: Talk) -> None:
    spoken = talk.turn("dont tell her at all, talk to me", "withdraw_consent")
    ActionWithdrawConsent().answer(spoken)
    assert talk.words() == ["utter_request_which"]
    assert is_open(desk)


def test_an_interrupted_form_is_not_thrown_away(desk: Referrals) -> None:
    talk = Talk()
    talk.hear("PERSON", "person")
    for answer in ("Hank", "417-555-0162", "mornings"):
        talk.hear(answer)
    hold(talk.turn("i dont see the point", metadata={"crisis": "suicide"}), "note")
    assert talk.after("i gave you my name and number!! did you throw it out") == [
        "utter_referral_have",
        "utter_referral_note",
    ]
    hold(talk.turn("i dont see the point", metadata={"crisis": "suicide"}), "note")
    said = talk.after("has anybody called them yet. I got 8 days", "any_news")
    assert said == ["utter_nothing_sent_yet", "utter_referral_note"]
    hold(talk.turn("i dont see the point", metadata={"crisis": "suicide"}), "note")
    again = talk.turn("PERSON", "person")
    ask_next(again, start=True)
    assert talk.memory.pending == "referral_note"
    assert talk.memory.referral["time"] == "mornings"


def test_an_alarm_keeps_what_the_message_told(desk: Referrals) -> None:
    talk = Talk()
    talk.hear("PERSON", "person")
    talk.hear("Marcus")
    text = "312 555 0148, mornings. dont call her shes hard of hearing"
    hold(talk.turn(text, metadata={"crisis": "suicide"}), "number")
    known = talk.memory.referral
    assert (known["number"], known["time"]) == ("312-555-0148", "mornings")
    assert "hard of hearing" in known["extras"][0]


def test_after_a_quiet_alarm_what_is_said_of_the_call_goes_on(desk: Referrals) -> None:
    talk = Talk(about="mother")
    talk.hear("PERSON", "person")
    talk.hear("Marcus")
    abuse = {"crisis": "abuse_now"}
    hold(talk.turn("312 555 0148, dont call before 9", metadata=abuse), "number")
    assert talk.memory.referral["number"] == "312-555-0148"
    for thanks in ("thank you", "ok"):
        assert not answer_open_question(talk.turn(thanks, "thanks"))
    assert answer_open_question(talk.turn("dont tell my mom, call me", "withdraw_consent"))
    assert talk.memory.pending == "referral_they_know"
    assert talk.memory.referral["note"] == "dont tell my mom, call me"


@pytest.mark.parametrize(
    ("text", "plain"),
    [("dont share my information any more", True), ("never give it to anybody", True), ("don't call her at all, call me", False)],
)  # fmt: skip
def test_plain_words_against_sharing_take_it_back(text: str, plain: bool) -> None:
    turn = after_list(Shelf(), text, "withdraw_consent")
    assert says_plainly(turn) is plain
