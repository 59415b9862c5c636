"""A warm referral from the first text to the outcome: signed texts on one side, the desk on the other."""

from __future__ import annotations

import pytest

from porchlight.processes.stack import Stack
from referrals.usecases import Referrals
from tests.support.walking import ASKING, Desk, Phone, ask_now_whether_help_came

pytestmark = [pytest.mark.stack, pytest.mark.timeout(1200)]


@pytest.fixture(scope="module")
def desk(text_stack: Stack, referrals: Referrals) -> Desk:
    return Desk(text_stack)


def test_asked_agreed_claimed_called_finished_answered_3_reopened_completed(
    text_stack: Stack, referrals: Referrals, desk: Desk
) -> None:
    phone = Phone(text_stack)
    reference = phone.ask()
    assert reference in desk.page("/desk")
    assert "our desk has it and will call you" in phone.text("any news?").lower()
    desk.move(reference, "accept")
    assert "a person took it" in phone.text("any news?")
    base = f"/desk/referrals/{reference}"
    desk.post(
        f"{base}/attempt", base, how="call", whom="agency", result="reached", note="they call her"
    )
    desk.move(reference, "complete", outcome="got_help")
    ask_now_whether_help_came(referrals)
    answer = phone.text("3")
    assert "A person at our desk will look" in answer
    assert "Reply 4 for more" in answer, "the next choice after the three that were shown"
    assert "Help did not come yet" in desk.page("/desk")
    desk.move(reference, "reopen")
    desk.move(reference, "accept")
    desk.move(reference, "complete", outcome="waiting_list", on="2999-01-02")
    page = desk.page(f"/desk/referrals/{reference}")
    assert "with the agency (on a waiting list)" in page
    assert "Look again on" in page
    assert "could not reach" in page


def test_a_no_shares_nothing(text_stack: Stack, referrals: Referrals) -> None:
    phone = Phone(text_stack)
    phone.text("need a ride 45402", *ASKING)
    assert "I share nothing" in phone.text("2")
    assert "I have no request" in phone.text("any news?")


def test_an_unclear_answer_is_asked_once_more(text_stack: Stack) -> None:
    phone = Phone(text_stack)
    phone.text("need a ride 45402", *ASKING)
    # A condition is noted, and asked about again.
    assert "1 share" in phone.text("ok but only if my daughter says so")
    assert "Send 1 to share" in phone.text("hmm maybe")
    assert "I share nothing" in phone.text("hmm maybe")


def test_taking_it_back_in_the_middle_stops_everything(text_stack: Stack, desk: Desk) -> None:
    phone = Phone(text_stack)
    reference = phone.ask()
    desk.move(reference, "accept")
    assert "It is stopped" in phone.text("i changed my mind dont send my name")
    page = desk.page(f"/desk/referrals/{reference}")
    assert "The consent was taken back" in page
    assert "Tell the agency" in desk.page("/desk")


def test_opting_out_in_the_middle_is_work_and_no_text_goes_out(
    text_stack: Stack, desk: Desk
) -> None:
    phone = Phone(text_stack)
    reference = phone.ask()
    phone.text("STOP")
    page = desk.page(f"/desk/referrals/{reference}")
    assert "does not want texts" in page
    assert "Does not want texts any more" in desk.page("/desk")


def test_a_coordinator_takes_over_and_hands_back(text_stack: Stack, desk: Desk) -> None:
    phone = Phone(text_stack)
    reference = phone.ask()
    base = f"/desk/referrals/{reference}"
    desk.post(f"{base}/message", base, text="Hello, I am Walker.")
    assert phone.text("oh hello walker") == ""
    assert "oh hello walker" in desk.page(base)
    desk.post(f"{base}/hand-back", base)
    assert phone.text("need a ride 45402") != ""


def test_in_spanish_it_is_the_same(text_stack: Stack) -> None:
    phone = Phone(text_stack)
    phone.text("necesito transporte al doctor 33125")
    asked = phone.text("PERSONA", "Rosa", "1", "manana", "nada")
    assert "a nadie mas" in asked.replace("á", "a")
    assert "R-" in phone.text("1")


def test_deleting_leaves_nothing_at_the_bot_either(text_stack: Stack, referrals: Referrals) -> None:
    phone = Phone(text_stack)
    phone.ask()
    assert "deleted" in phone.text("delete my information")
    assert "I have no request" in phone.text("any news?")
    news = phone.text("more")
    assert "Dayton" not in news
