"""Slow answers, order, long messages in parts, workers that die, and what Twilio says itself."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import text as sql
from sqlalchemy.orm import Session

from gateway.app import create_app
from gateway.dialogue import BotAnswer, BotMessage
from gateway.safety import Safety
from gateway.sms.parts import join, looks_cut
from gateway.sms.pool import Pool
from gateway.sms.segments import plan
from referrals.outbox.consent import ConsentChange, write_consent
from referrals.outbox.queue import Outbox, utc_now
from referrals.outbox.send import send_due
from tests.conftest import make_settings
from tests.referrals.outbox_parts import Carrier, database_for
from tests.support.webhook import fields, post, said

ANN = "+19375550199"


@dataclass
class EchoDialogue:
    """Repeats what it hears, after `pause_s`; `broken` makes it raise what no caller expects."""

    pause_s: float = 0.0
    broken: bool = False
    heard: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)

    def send(self, sender: str, text: str, metadata: dict[str, Any]) -> BotAnswer:
        time.sleep(self.pause_s)
        self.heard.append(text)
        self.ids.append(metadata["message_id"])
        if self.broken:
            raise RuntimeError("a fault in the bot's client")
        understood = {"act": "ask_need", "place": {"county_fips": "39113", "state": "OH"}}
        return BotAnswer((BotMessage(f"You said: {text[:90]}"),), understood, {"language": "en"})


@pytest.fixture
def echo() -> EchoDialogue:
    return EchoDialogue()


def make_app(folder: Path, echo: EchoDialogue, **changes: object) -> Flask:
    changes = {"database_url": database_for(folder), "sms_wait_s": 30.0, **changes}
    return create_app(make_settings(folder, **changes), echo)  # type: ignore[arg-type]


@pytest.fixture
def app(tmp_path: Path, echo: EchoDialogue) -> Flask:
    return make_app(tmp_path, echo)


@pytest.fixture
def client(app: Flask) -> Iterator[FlaskClient]:
    with app.test_client() as client:
        # Who we are was said before.
        post(client, fields("hello"))
        yield client


@pytest.fixture
def hasty(tmp_path: Path, app: Flask, client: FlaskClient, echo: EchoDialogue) -> Flask:
    """The same text line in a worker that waits for an answer for a second only."""
    return make_app(tmp_path, echo, sms_wait_s=1.0)


def outbox_sends(app: Flask, seconds: float = 10.0, wanted: int = 1) -> list[str]:
    """What the worker would send within `seconds`."""
    referrals, carrier = app.extensions["porchlight"].referrals, Carrier()
    until = time.monotonic() + seconds
    while time.monotonic() < until and len(carrier.taken) < wanted:
        send_due(referrals, Outbox(referrals), carrier)
        time.sleep(0.05)
    return [body for _, _, body in carrier.taken]


def test_a_slow_answer_says_one_moment_in_time_and_follows_once(
    hasty: Flask, echo: EchoDialogue
) -> None:
    echo.pause_s = 4.0
    assert said(post(hasty.test_client(), fields("need a ride"))) == ["One moment, I am looking."]
    assert "need a ride" not in echo.heard
    assert outbox_sends(hasty) == ["You said: need a ride"]
    assert outbox_sends(hasty, 0.3) == []


def test_the_same_slow_message_delivered_again_says_nothing_twice(
    hasty: Flask, echo: EchoDialogue
) -> None:
    echo.pause_s = 6.0
    form = fields("need a ride")
    said(post(hasty.test_client(), form))
    assert said(post(hasty.test_client(), form)) == []
    assert outbox_sends(hasty) == ["You said: need a ride"]
    assert echo.heard.count("need a ride") == 1


def test_nobody_who_opted_out_is_told_one_moment(hasty: Flask) -> None:
    client = hasty.test_client()
    conversation = hasty.extensions["porchlight"].lines.conversation(ANN)
    with Session(hasty.extensions["porchlight"].referrals.engine) as session, session.begin():
        write_consent(
            session, conversation, ConsentChange(False, "stop_word", "no more"), utc_now()
        )
    with hasty.extensions["porchlight"].order.of(conversation):
        assert said(post(client, fields("need a ride"))) == []


def test_three_messages_at_once_are_answered_each_once_and_in_their_order(
    app: Flask, echo: EchoDialogue
) -> None:
    echo.pause_s = 0.5
    numbers = [f"message {n}" for n in range(3)]

    def deliver(body: str) -> list[str]:
        with app.test_client() as client:
            return said(post(client, fields(body)))

    with ThreadPoolExecutor(3) as pool:
        waiting = []
        for body in numbers:
            waiting.append(pool.submit(deliver, body))
            time.sleep(0.3)
        answers = [one.result() for one in waiting]
    assert echo.heard == numbers
    assert all(f"You said: {n}" in "".join(a) for n, a in zip(numbers, answers, strict=True))


def test_what_one_worker_has_taken_in_another_answers(
    tmp_path: Path, app: Flask, client: FlaskClient, echo: EchoDialogue
) -> None:
    parts = app.extensions["porchlight"]
    conversation = parts.lines.conversation(ANN)
    inbox = parts.reception._inbox
    message_id = inbox.take_in(conversation, ["SM-left"], "need a ride")
    # The first worker is killed here. A second one looks for what is left over.
    assert parts.reception.take_up_left_over() == 0
    with parts.referrals.engine.begin() as connection:
        connection.execute(sql("UPDATE inbound_text SET at = '2026-01-01 00:00:00.000000'"))
    other = make_app(tmp_path, echo).extensions["porchlight"].reception
    assert other.take_up_left_over() == 1
    assert outbox_sends(app) == ["You said: need a ride"]
    assert inbox.collect(message_id) == []


def test_a_message_being_answered_is_not_left_over(app: Flask, client: FlaskClient) -> None:
    parts = app.extensions["porchlight"]
    conversation = parts.lines.conversation(ANN)
    parts.reception._inbox.take_in(conversation, ["SM-busy"], "need a ride")
    with parts.referrals.engine.begin() as connection:
        connection.execute(sql("UPDATE inbound_text SET at = '2026-01-01 00:00:00.000000'"))
    with parts.order.of(conversation):
        assert parts.reception.take_up_left_over() == 0


def test_a_fault_in_one_message_gives_the_fixed_fall_back(
    client: FlaskClient, echo: EchoDialogue
) -> None:
    echo.broken = True
    (answer,) = said(post(client, fields("need a ride")))
    assert "1-800-677-1116" in answer


def test_a_message_that_kills_its_workers_is_given_up_at_last(
    app: Flask, client: FlaskClient, echo: EchoDialogue
) -> None:
    inbox = app.extensions["porchlight"].reception._inbox
    conversation = app.extensions["porchlight"].lines.conversation(ANN)
    inbox.take_in(conversation, ["SM-deadly"], "deadly")
    for _ in range(20):
        inbox.next_of(conversation)
    assert said(post(client, fields("deadly", "SM-deadly")))[0].startswith("Sorry, part of me")
    assert "deadly" not in echo.heard


# Long messages in parts


def in_parts(app: Flask, *bodies: str) -> list[list[str]]:
    def deliver(body: str) -> list[str]:
        with app.test_client() as client:
            return said(post(client, fields(body)))

    with ThreadPoolExecutor(len(bodies)) as pool:
        waiting = []
        for body in bodies:
            waiting.append(pool.submit(deliver, body))
            time.sleep(0.4)
        return [one.result() for one in waiting]


@pytest.mark.parametrize(
    ("first", "second", "heard"),
    [
        ("a" * 1600, "bc", "a" * 1600 + "bc"),
        ("a" * 1519 + " word", "next word", "a" * 1519 + " word next word"),
        ("a" * 153, "bc", "a" * 153 + "bc"),
        ("ж" * 67, "да", "ж" * 67 + "да"),
        ("(1/2) my mom needs", "(2/2) a ride", "my mom needs a ride"),
    ],
)
def test_a_message_in_two_parts_is_heard_as_one_and_answered_once(
    app: Flask, client: FlaskClient, echo: EchoDialogue, first: str, second: str, heard: str
) -> None:
    first_answer, second_answer = in_parts(app, first, second)
    assert echo.heard[-1] == heard
    assert first_answer == []
    assert len(second_answer) == 1


def test_stop_after_a_long_message_is_never_made_a_part_of_it(
    app: Flask, client: FlaskClient, echo: EchoDialogue
) -> None:
    _, second = in_parts(app, "a" * 1600, "STOP")
    assert "no more texts" in "".join(second)


def test_a_long_message_that_came_alone_is_answered_after_a_short_wait(hasty: Flask) -> None:
    assert said(post(hasty.test_client(), fields("b" * 1550))) == ["One moment, I am looking."]
    (answer,) = outbox_sends(hasty)
    assert "bbb" in answer


@pytest.mark.parametrize(
    "text", ["need a ride", "a" * 152, "a" * 154, "a" * 1499, "(2/2) end", "1/2 cup of rice", ""]
)
def test_an_ordinary_message_is_never_held_back(text: str) -> None:
    assert not looks_cut(text)


def test_waiting_for_parts_ends() -> None:
    assert looks_cut("a" * 1600, 5)
    assert not looks_cut("a" * 1600, 6)
    assert join("(1/2) rides ", "(2/2) today") == "rides today"


# What Twilio says itself


@pytest.mark.parametrize("kind", ["STOP", "HELP", "START"])
def test_what_advanced_opt_out_has_answered_is_not_answered_again(
    app: Flask, client: FlaskClient, kind: str
) -> None:
    assert said(post(client, fields("hola", OptOutType=kind))) == []
    state = app.extensions["porchlight"].lines.state
    assert state(app.extensions["porchlight"].lines.conversation(ANN)).opted_out == (kind == "STOP")


def test_with_keywords_left_to_twilio_its_words_are_followed_in_silence(
    tmp_path: Path, echo: EchoDialogue
) -> None:
    app = make_app(tmp_path, echo, keywords_by_carrier=True)
    with app.test_client() as client:
        assert said(post(client, fields("STOP"))) == []
        assert said(post(client, fields("need a ride"))) == []
        assert said(post(client, fields("start"))) == []
        assert said(post(client, fields("need a ride")))
        assert "Porchlight" in said(post(client, fields("AYUDA")))[0]


def test_a_machine_with_a_short_code_is_not_answered(client: FlaskClient) -> None:
    assert said(post(client, fields("Your code is 1234", number="72345"))) == []


def test_the_place_of_the_conversation_gives_its_time_zone(app: Flask, client: FlaskClient) -> None:
    with app.extensions["porchlight"].referrals.engine.connect() as connection:
        zones = connection.execute(sql("SELECT timezone FROM phone_line")).scalars()
        assert list(zones) == ["America/New_York"]


def test_agreeing_to_be_texted_is_written_down_with_time_and_wording(
    app: Flask, client: FlaskClient
) -> None:
    post(client, fields("please quit texting me"))
    post(client, fields("START"))
    with app.extensions["porchlight"].referrals.engine.connect() as connection:
        rows = connection.execute(
            sql("SELECT agreed, how, wording, at FROM text_consent ORDER BY id")
        ).all()
    assert [(int(agreed), how) for agreed, how, _, _ in rows] == [
        (1, "first_text"), (0, "plain_words"), (1, "start_word"),
    ]  # fmt: skip
    assert all(wording and at for _, _, wording, at in rows)


def test_an_opt_out_with_an_open_referral_is_an_item_for_the_desk(
    app: Flask, client: FlaskClient
) -> None:
    parts = app.extensions["porchlight"]
    consent = {"wording": "I share", "wording_version": "1", "scope": "agency"}
    parts.referrals.request(parts.lines.conversation(ANN), "sms", {"needs": ["meals"]}, consent)
    post(client, fields("STOP"))
    post(client, fields("STOP"))
    with parts.referrals.engine.connect() as connection:
        kinds = connection.execute(sql("SELECT kind FROM desk_item")).scalars()
        assert list(kinds) == ["opted_out"]


def test_messages_of_different_people_do_not_wait_for_each_other(
    app: Flask, echo: EchoDialogue
) -> None:
    echo.pause_s = 2.0
    began = time.monotonic()
    barrier = threading.Barrier(4)

    def deliver(number: int) -> list[str]:
        barrier.wait()
        with app.test_client() as client:
            return said(post(client, fields("hi", number=f"+1937555010{number}")))

    with ThreadPoolExecutor(4) as pool:
        assert all(pool.map(deliver, range(4)))
    assert time.monotonic() - began < 7


def test_two_copies_at_the_same_moment_at_two_workers_are_answered_once(
    tmp_path: Path, echo: EchoDialogue
) -> None:
    workers = [make_app(tmp_path, echo, sms_wait_s=30.0) for _ in range(2)]
    for round_number in range(15):
        form = fields(f"message {round_number}", number=f"+1937555{round_number:04d}")
        barrier = threading.Barrier(4)

        def deliver(
            app: Flask, form: dict[str, str] = form, barrier: threading.Barrier = barrier
        ) -> list[str]:
            with app.test_client() as client:
                barrier.wait()
                return said(post(client, form))

        with ThreadPoolExecutor(4) as pool:
            answers = list(pool.map(deliver, workers * 2))
        assert sum(bool(answer) for answer in answers) == 1
    assert len(echo.heard) == 15


def test_twilios_token_alone_tells_that_a_message_comes_again(
    client: FlaskClient, echo: EchoDialogue
) -> None:
    header = {"I-Twilio-Idempotency-Token": "a-token"}
    assert said(post(client, fields("need a ride"), **header))
    assert said(post(client, fields("need a ride"), **header)) == []
    assert echo.heard.count("need a ride") == 1


def test_a_bot_that_hangs_does_not_hold_up_the_words_that_a_crisis_needs(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as hanging:
        url = f"http://127.0.0.1:{hanging.getsockname()[1]}"
        app = create_app(make_settings(tmp_path, rasa_url=url, sms_wait_s=8.0))
        with app.test_client() as client:
            began = time.monotonic()
            texts = said(post(client, fields("i want to kill myself")))
            assert time.monotonic() - began < 6
    assert texts[0].startswith("Call or text 988")


def test_every_crisis_text_fits_two_segments() -> None:
    safety = Safety(None)
    messages = ("i want to kill myself", "quiero matarme", "chest pain cant breathe", "me duele el pecho",
                "he is hitting me right now", "mi hijo me esta pegando ahora", "i smell gas")  # fmt: skip
    for message in messages:
        verdict = safety.check(message)
        assert verdict.crisis, message
        for text in safety.texts_for(verdict, "OH"):
            assert plan(text).segments <= 2


def test_a_cry_for_help_does_not_wait_behind_a_message_that_takes_long(
    tmp_path: Path, client: FlaskClient, echo: EchoDialogue
) -> None:
    app = make_app(tmp_path, echo, sms_wait_s=5.0)
    conversation = app.extensions["porchlight"].lines.conversation(ANN)
    with app.test_client() as phone, app.extensions["porchlight"].order.of(conversation):
        assert said(post(phone, fields("i want to kill myself")))[0].startswith("Call or text 988")
        assert said(post(phone, fields("need a ride"))) == ["One moment, I am looking."]
    assert outbox_sends(app) == ["You said: need a ride"]


def test_two_machines_do_not_text_each_other_for_ever_and_a_crisis_is_heard_all_the_same(
    app: Flask, client: FlaskClient
) -> None:
    answers = [said(post(client, fields("I am driving, will text later."))) for _ in range(45)]
    assert answers[:35].count([]) == 0
    assert answers[-5:] == [[]] * 5
    assert said(post(client, fields("i want to kill myself")))
    assert "no more texts" in said(post(client, fields("STOP")))[0]
    with app.extensions["porchlight"].referrals.engine.connect() as connection:
        kinds = list(connection.execute(sql("SELECT kind FROM desk_item")).scalars())
    assert kinds.count("too_many_texts") == 1


def test_a_picture_with_words_is_answered_and_said_to_be_unseen(client: FlaskClient) -> None:
    (answer,) = said(post(client, fields("what is this letter", NumMedia="1")))
    assert answer.startswith("You said: what is this letter")
    assert answer.endswith("I can read words only, not pictures.")


@pytest.mark.parametrize(
    "words", ["stop texting me. i want to kill myself", "no me escriba. quiero matarme"]
)
def test_a_cry_for_help_in_an_opt_out_is_answered_and_then_there_is_silence(
    app: Flask, client: FlaskClient, words: str
) -> None:
    assert "988" in said(post(client, fields(words)))[0]
    assert said(post(client, fields("need a ride"))) == []
    with app.extensions["porchlight"].referrals.engine.connect() as connection:
        kinds = connection.execute(sql("SELECT kind, urgent FROM desk_item")).all()
    assert [(kind, bool(urgent)) for kind, urgent in kinds] == [("crisis", True)]


def test_a_late_answer_goes_out_before_the_answer_to_what_was_said_after_it(
    hasty: Flask, echo: EchoDialogue
) -> None:
    echo.pause_s = 2.0
    client = hasty.test_client()
    assert said(post(client, fields("first"))) == ["One moment, I am looking."]
    deadline = time.monotonic() + 10
    while "first" not in echo.heard and time.monotonic() < deadline:
        time.sleep(0.05)
    echo.pause_s = 0.0
    assert said(post(client, fields("second"))) == ["You said: first", "You said: second"]
    assert outbox_sends(hasty, 0.3) == []


def test_what_a_crisis_needs_goes_out_before_a_late_answer(
    hasty: Flask, echo: EchoDialogue
) -> None:
    echo.pause_s = 2.0
    client = hasty.test_client()
    said(post(client, fields("first")))
    deadline = time.monotonic() + 10
    while "first" not in echo.heard and time.monotonic() < deadline:
        time.sleep(0.05)
    echo.pause_s = 0.0
    texts = said(post(client, fields("i want to kill myself")))
    assert texts[0].startswith("Call or text 988")
    assert "You said: first" not in texts
    assert outbox_sends(hasty) == ["You said: first"]


def test_a_cry_for_help_does_not_wait_for_a_thread(tmp_path: Path, echo: EchoDialogue) -> None:
    app = make_app(tmp_path, echo, sms_wait_s=5.0)
    reception = app.extensions["porchlight"].reception
    reception._pool = Pool(ordinary=1)
    release = threading.Event()
    reception._pool.begin(release.wait)
    with app.test_client() as phone:
        texts = said(post(phone, fields("i want to kill myself")))
        release.set()
    assert texts[0].startswith("Call or text 988")


def test_a_text_that_comes_again_after_a_kill_is_heard_under_the_same_id(
    tmp_path: Path, client: FlaskClient, app: Flask, echo: EchoDialogue
) -> None:
    parts = app.extensions["porchlight"]
    conversation = parts.lines.conversation(ANN)
    parts.reception._inbox.take_in(conversation, ["SM-left"], "i want to kill myself")
    message = parts.reception._inbox.next_of(conversation)
    parts.text_line.answer(message)
    # The worker is killed here, before the answer is written down; another takes the text up.
    again = parts.reception._inbox.next_of(conversation)
    assert again.key == message.key
    parts.text_line.answer(again)
    assert echo.ids[-1] == echo.ids[-2] == message.key
    with parts.referrals.engine.connect() as connection:
        kinds = list(connection.execute(sql("SELECT kind FROM desk_item")).scalars())
    assert kinds == ["crisis"]


def test_what_is_written_to_a_coordinator_is_noted_once(app: Flask, client: FlaskClient) -> None:
    parts = app.extensions["porchlight"]
    conversation = parts.lines.conversation(ANN)
    parts.referrals.hand_over(conversation, "live", "ana")
    parts.reception._inbox.take_in(conversation, ["SM-left"], "thank you")
    message = parts.reception._inbox.next_of(conversation)
    for _ in range(2):
        parts.text_line.answer(message)
    assert [m["text"] for m in parts.referrals.messages_since(conversation, 0)] == ["thank you"]


def test_a_text_that_is_delivered_twice_is_paid_for_once(app: Flask, client: FlaskClient) -> None:
    form = fields("a" * 200)
    for _ in range(3):
        post(client, form)
    with app.extensions["porchlight"].referrals.engine.connect() as connection:
        received = connection.execute(sql("SELECT segments_received FROM phone_line")).scalar()
    assert received == 3  # "hello" before, and two segments


def test_a_worker_that_stops_finishes_the_text_in_hand(tmp_path: Path, echo: EchoDialogue) -> None:
    echo.pause_s = 1.0
    app = make_app(tmp_path, echo, sms_wait_s=0.2)
    said(post(app.test_client(), fields("need a ride")))
    app.extensions["porchlight"].reception.stop()
    assert echo.heard == ["need a ride"]
    assert outbox_sends(app, 0.3)[0].startswith("You said: need a ride")


def test_a_text_that_comes_in_as_its_worker_stops_is_left_to_the_next(
    tmp_path: Path, echo: EchoDialogue
) -> None:
    stopping, next_one = make_app(tmp_path, echo, sms_wait_s=0.5), make_app(tmp_path, echo)
    stopping.extensions["porchlight"].reception.stop()
    texts = said(post(stopping.test_client(), fields("need a ride")))
    assert texts == ["One moment, I am looking."]
    with stopping.extensions["porchlight"].referrals.engine.begin() as connection:
        connection.execute(sql("UPDATE inbound_text SET at = '2026-01-01 00:00:00.000000'"))
    assert next_one.extensions["porchlight"].reception.take_up_left_over() == 1
    assert outbox_sends(next_one)[0].startswith("You said: need a ride")
