"""What goes out, when, and what never does."""

from __future__ import annotations

import pytest
from sqlalchemy.orm import Session

from referrals.outbox.consent import ConsentChange
from referrals.outbox.queue import Outbox
from referrals.outbox.quiet_hours import zones_of
from referrals.outbox.sender import SendError, UnsureError
from referrals.storage.tables import PhoneLineRow
from tests.referrals.outbox_parts import ANN, World

OUT = ConsentChange(agreed=False, how="stop_word", wording="no more")
BACK = ConsentChange(agreed=True, how="start_word", wording="welcome")


def test_a_text_goes_out_once_and_is_counted(world: World) -> None:
    world.queue()
    assert world.send() == 1
    assert world.send() == 0
    assert world.bodies == ["hello"]
    assert world.line().segments_sent == 1


def test_nothing_unprompted_goes_out_in_the_night_and_it_does_in_the_morning(world: World) -> None:
    world.pass_time(hours=9)  # 21:00 in Dayton
    world.queue()
    assert world.send() == 0
    world.pass_time(hours=10)  # 7:00
    assert world.send() == 0
    world.pass_time(hours=1, minutes=1)
    assert world.send() == 1


def test_the_place_and_the_area_code_must_both_have_day(world: World) -> None:
    world.add_line("sms-far", "+19375550143", "America/Los_Angeles")
    world.pass_time(hours=-2)  # 10:00 in Dayton, 7:00 in Los Angeles
    world.queue(conversation="sms-far")
    world.queue()
    assert world.send() == 1
    world.pass_time(hours=1, minutes=1)
    assert world.send() == 1


def test_a_fresh_answer_goes_out_at_night_and_a_stale_one_waits_for_the_morning(
    world: World,
) -> None:
    world.pass_time(hours=10)
    world.reply(world.hear(), "Rides near Dayton")
    world.pass_time(seconds=20)
    assert world.send() == 1
    world.reply(world.hear(sid="SM-2"), "Meals near Dayton")
    world.pass_time(hours=2)
    assert world.send() == 0


def test_a_person_who_talks_with_a_coordinator_at_night_is_answered_at_once(world: World) -> None:
    world.pass_time(hours=10)
    world.queue("Ana here, I can help", kind="coordinator")
    assert world.send() == 0  # the last word was heard at noon
    with Session(world.referrals.engine) as session, session.begin():
        session.get_one(PhoneLineRow, ANN).last_seen_at = world.now
    world.queue("Are you safe?", kind="coordinator")
    world.queue("Did help come?")
    world.send()
    assert world.bodies == ["Are you safe?"]


def test_an_area_code_that_tells_nothing_means_day_from_coast_to_coast() -> None:
    assert zones_of("+18005550100", None) == ["America/New_York", "America/Los_Angeles"]
    assert zones_of("not a number", None) == ["America/New_York", "America/Los_Angeles"]
    assert zones_of("+19375550142", "America/Chicago") == ["America/Chicago", "America/New_York"]


def test_who_opted_out_gets_one_confirmation_and_no_reminder(world: World) -> None:
    world.queue("reminder")
    world.reply(world.hear("STOP"), "You will get no more texts.", kind="opt_out", consent=OUT)
    world.pass_time(seconds=20)
    world.queue("another reminder")
    world.send()
    world.pass_time(days=3)
    world.send()
    assert world.bodies == ["You will get no more texts."]


def test_a_confirmation_of_stop_that_is_late_is_not_sent_at_all(world: World) -> None:
    world.reply(world.hear("STOP"), "You will get no more texts.", kind="opt_out", consent=OUT)
    world.pass_time(minutes=6)
    world.send()
    assert world.bodies == []
    assert world.rows()[0].status == "cancelled"


def test_an_answer_to_a_cry_for_help_that_opts_out_goes_out_all_the_same(world: World) -> None:
    message = world.hear("stop texting me. i want to die")
    world.reply(message, "Call or text 988", kind="last_answer", consent=OUT)
    world.pass_time(minutes=6)
    world.send()
    assert world.bodies == ["Call or text 988"]


def test_a_coordinator_learns_that_words_did_not_go_out_to_who_opted_out(world: World) -> None:
    world.reply(world.hear("STOP"), consent=OUT)
    world.queue("Hello, I am Ana", kind="coordinator")
    world.send()
    assert [(row.status, row.error) for row in world.rows()] == [("failed", "opted out")]


def test_coming_back_restores_texts_but_not_those_of_before(world: World) -> None:
    world.queue("before")
    world.reply(world.hear("STOP"), consent=OUT)
    world.reply(world.hear("START", "SM-2"), consent=BACK)
    world.queue("after")
    world.send()
    assert world.bodies == ["after"]
    assert world.consents() == [(False, "stop_word"), (True, "start_word")]


def test_a_person_who_must_not_be_texted_first_is_answered_and_never_reminded(
    world: World,
) -> None:
    world.referrals.never_text_first(ANN)
    world.queue("reminder")
    world.queue("a coordinator writes", kind="coordinator")
    world.reply(world.hear(), "the answer")
    world.pass_time(seconds=20)
    world.send()
    assert world.bodies == ["the answer"]
    assert [kind for kind, _, _ in world.items()] == ["not_safe_to_text", "not_safe_to_text"]


def test_an_answer_that_comes_hours_late_is_held_where_texting_first_is_not_safe(
    world: World,
) -> None:
    world.referrals.never_text_first(ANN)
    world.reply(world.hear(), "the answer")
    world.pass_time(hours=2)
    world.send()
    assert world.bodies == []
    assert world.items()[0][0] == "not_safe_to_text"


@pytest.mark.parametrize(
    ("code", "words"), [("30006", "landline"), ("21614", "not a mobile number")]
)
def test_a_line_that_cannot_be_texted_is_called_instead(
    world: World, code: str, words: str
) -> None:
    world.carrier.faults.append(SendError(code, permanent=True))
    world.queue("first")
    world.queue("second")
    world.send()
    assert world.bodies == []
    assert world.items() == [("call_instead", words, False)]


def test_a_carrier_that_has_a_stop_opts_the_person_out(world: World) -> None:
    view = world.referrals.request(
        ANN, "sms", {"needs": ["utilities"]},
        {"wording": "I share", "wording_version": "1", "scope": "agency"},
    )  # fmt: skip
    world.carrier.faults.append(SendError("21610", permanent=True))
    world.queue()
    world.queue("second")
    world.send()
    assert view.status == "requested"
    assert world.bodies == []
    assert world.line().opted_out_at is not None
    assert [kind for kind, _, _ in world.items()] == ["opted_out"]


def test_what_the_operator_must_set_right_is_said_once_and_the_text_waits(world: World) -> None:
    world.carrier.faults += [SendError("20003", permanent=True)] * 2
    world.queue()
    world.send()
    world.pass_time(seconds=31)
    world.send()
    (item,) = world.items()
    assert item[0] == "operator"
    assert "TWILIO_AUTH_TOKEN" in item[1]
    assert item[2]
    world.pass_time(seconds=121)
    assert world.send() == 1


def test_trying_again_ends_in_the_desks_list(world: World) -> None:
    world.carrier.faults += [SendError("503", permanent=False)] * 20
    world.queue()
    for _ in range(20):
        world.send()
        world.pass_time(days=1)
    (row,) = world.rows()
    assert (row.status, row.attempts, row.error) == ("failed", 6, "503")


# In their order


def test_a_text_that_was_claimed_and_not_sent_goes_out_after_asking(world: World) -> None:
    world.queue()
    assert world.outbox.claim() is not None
    # The process is killed here.
    assert Outbox(world.referrals, lambda: world.now).claim() is None
    assert world.settle() == 0
    world.pass_time(minutes=3)
    assert world.settle() == 1
    assert world.send() == 1
    assert world.bodies == ["hello"]


@pytest.mark.parametrize("lost", [True, False])
def test_a_line_that_breaks_neither_loses_nor_doubles(world: World, lost: bool) -> None:
    world.carrier.lost = lost
    world.carrier.faults.append(UnsureError())
    world.queue()
    world.send()
    world.carrier.lost = False
    for _ in range(4):
        world.pass_time(minutes=3)
        world.settle()
        world.send()
    assert world.bodies == ["hello"]
    assert world.rows()[0].status == "sent"
    assert world.line().segments_sent == 1


def test_an_answer_that_no_webhook_collects_is_sent(world: World) -> None:
    world.reply(world.hear(), "Rides near Dayton")
    assert world.send() == 0
    world.pass_time(seconds=14)
    assert world.send() == 1


def test_an_answer_in_a_response_that_never_arrived_is_sent_after_asking(world: World) -> None:
    message = world.hear()
    world.reply(message, "Rides near Dayton")
    collected = world.inbox.collect(message.id)
    assert [text.text for text in collected or []] == ["Rides near Dayton"]
    assert world.inbox.collect(message.id) == []
    world.pass_time(minutes=3)
    assert (world.settle(), world.send()) == (1, 1)
    assert world.line().segments_sent == 1


def test_an_answer_in_a_response_that_arrived_is_not_sent_again(world: World) -> None:
    message = world.hear()
    world.reply(message, "Rides near Dayton")
    (text,) = world.inbox.collect(message.id) or []
    world.reports.report(text.tag, "SMx", "sent", "")
    world.pass_time(minutes=3)
    assert (world.settle(), world.send()) == (0, 0)


def test_one_moment_is_said_once_and_never_sent_late(world: World) -> None:
    from referrals.outbox.inbox import ReplyText

    message = world.hear()
    moment = ReplyText("One moment.", 1)
    assert [t.text for t in world.inbox.stop_waiting(message.id, moment)] == ["One moment."]
    assert world.inbox.stop_waiting(message.id, moment) == []
    world.reply(message, "Rides near Dayton")
    assert world.send() == 1
    world.pass_time(minutes=3)
    world.settle()
    world.send()
    assert world.bodies == ["Rides near Dayton"]


def test_two_deliveries_are_one_message_by_either_token(world: World) -> None:
    first = world.inbox.take_in(ANN, ["SM1", "token"], "hello")
    assert world.inbox.take_in(ANN, ["SM1"], "hello") == first
    assert world.inbox.take_in(ANN, ["SM2", "token"], "hello") == first
    assert world.inbox.take_in(ANN, ["SM2"], "hello") != first
    assert world.inbox.take_in("sms-bob", ["SM1", "token"], "hello") != first


def test_the_words_of_a_message_are_gone_once_it_is_answered(world: World) -> None:
    from sqlalchemy import text

    world.reply(world.hear("I am sick and alone"), "answer")
    with world.referrals.engine.connect() as connection:
        rows = connection.execute(text("SELECT body_cipher FROM inbound_text")).scalars()
        assert list(rows) == [None]
