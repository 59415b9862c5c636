"""All processes, a conversation over each channel, and what happens when a part is killed."""

from __future__ import annotations

import os
import signal
import time
import uuid
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from porchlight.evaluation.client import Conversation, services_shown, words_of
from porchlight.processes.stack import Stack, running_stack
from porchlight.settings import Settings

pytestmark = [pytest.mark.stack, pytest.mark.timeout(600)]


@pytest.fixture(scope="module")
def stack() -> Iterator[Stack]:
    settings = Settings.read()
    with running_stack(settings, {"RATE_LIMIT": "100000 per minute"}) as running:
        yield running


def say(stack: Stack, *lines: str) -> dict:  # type: ignore[type-arg]
    with httpx.Client() as client:
        conversation = Conversation(stack.url, client)
        return [conversation.say(line) for line in lines][-1]


def text(stack: Stack, *lines: str) -> str:
    number = f"+1937555{uuid.uuid4().int % 10000:04d}"
    with httpx.Client() as client:
        for line in lines:
            fields = {
                "From": number,
                "To": "+19375550100",
                "Body": line,
                "MessageSid": uuid.uuid4().hex,
            }
            response = client.post(f"{stack.url}/sms", data=fields, timeout=30.0)
            assert response.status_code == 200
    return response.text


@pytest.mark.parametrize(
    ("lines", "need", "area"),
    [
        (["need a ride to dialysis 45402"], "transportation", "OH"),
        (["MEALS FOR MY MOM IN TUCSON"], "meals_delivered", "AZ"),
        (["cant pay light bill", "nashville tn"], "utilities", "TN"),
        (["medicare keeps denying my claim, los angeles county"], "medicare_counseling", "CA"),
        (["mi mamá necesita que le lleven comida a la casa, 33125"], "meals_delivered", "FL"),
        (["someone is stealing my dads checks in boise"], "elder_abuse", "ID"),
    ],
)
def test_one_plain_sentence_leads_to_the_right_local_service(
    stack: Stack, lines: list[str], need: str, area: str
) -> None:
    answer = say(stack, *lines)
    shown = services_shown(answer)
    assert shown, words_of(answer)
    assert need in shown[0]["needs"]
    assert answer["understood"]["place"]["state"] == area
    assert any(phone["phones"] for phone in shown)
    by_text = text(stack, *lines)
    assert any(
        digits in by_text for service in shown for digits in [p[2:5] for p in service["phones"]]
    )


def test_the_place_is_asked_for_once_only(stack: Stack) -> None:
    first = say(stack, "cant pay light bill")
    assert "?" in words_of(first)
    assert not services_shown(first)
    second = say(stack, "cant pay light bill", "i dont know")
    assert services_shown(second)


def test_spanish_is_answered_in_spanish(stack: Stack) -> None:
    answer = say(stack, "mi mamá necesita que le lleven comida a la casa, 33125")
    assert "cerca de" in words_of(answer)
    assert answer["understood"]["language"] == "es"


def test_a_referral_ends_with_a_reference_and_any_news_knows_it(stack: Stack) -> None:
    lines = ["need a ride 45402", "PERSON", "Ann", "937-555-0142", "morning", "nothing else", "1"]
    answer = say(stack, *lines)
    assert answer["referral"], words_of(answer)
    news = say(stack, *lines, "any news?")
    assert "R-" in words_of(news)


def test_killing_rasa_in_the_middle_loses_nothing(stack: Stack) -> None:
    with httpx.Client() as client:
        conversation = Conversation(stack.url, client)
        conversation.say("need a ride to dialysis 45402")
        process = stack.processes["rasa"]
        assert process._popen is not None
        os.kill(process._popen.pid, signal.SIGKILL)
        process._popen.wait()
        begun = time.monotonic()
        down = conversation.say("1")
        assert time.monotonic() - begun < 10
        assert "1-800-677-1116" in words_of(down)
        crisis = conversation.say("i want to kill myself")
        assert words_of(crisis).startswith("Call or text 988")
        process.start()
        stack.wait_until_ready()
        again = conversation.say("1")
        assert services_shown(again)
        assert again["understood"]["place"]["zip"] == "45402"


def test_a_crisis_is_answered_while_everything_else_is_stopped(stack: Stack) -> None:
    index = stack.settings.data_dir / "index"
    built = index.readlink()
    stopped = [stack.processes[name] for name in ("rasa", "actions", "gateway")]
    for process in stopped:
        process.ask_to_stop()
        assert process._popen is not None
        process._popen.wait(timeout=30)
    index.unlink()
    try:
        # The gateway starts anew with nothing beside it.
        stack.processes["gateway"].start()
        wait_for_gateway(stack)
        for asked, told in (
            ("i want to kill myself", "988"),
            ("mi mamá se cayó y no se puede levantar", "911"),
            ("he has a knife and wont let me leave", "1-800-799-7233"),
            ("my husband with dementia walked out and its dark", "who is missing"),
        ):
            assert told in words_of(say(stack, asked))
            assert told in text(stack, asked)
    finally:
        index.symlink_to(built)
        for name in ("rasa", "actions"):
            stack.processes[name].start()
        stack.wait_until_ready()


def wait_for_gateway(stack: Stack) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            httpx.get(f"{stack.url}/health/live", timeout=5.0)
            return
        except httpx.HTTPError:
            time.sleep(0.3)
    raise AssertionError("the gateway did not start alone")


def test_only_the_gateway_listens_beyond_loopback(stack: Stack) -> None:
    ports = {stack.settings.rasa_port, stack.settings.actions_port}
    for line in Path("/proc/net/tcp").read_text().splitlines()[1:]:
        address, state = line.split()[1], line.split()[3]
        host, port = address.split(":")
        if state == "0A" and int(port, 16) in ports:
            assert host == "0100007F"


def hear(stack: Stack, sender: str, text: str, message_id: str) -> httpx.Response:
    """Straight to the bot, as the gateway sends it."""
    url = f"http://127.0.0.1:{stack.settings.rasa_port}/webhooks/porchlight/webhook"
    metadata = {"channel": "sms", "language": "en", "message_id": message_id}
    body = {"sender": sender, "message": text, "metadata": metadata}
    return httpx.post(url, json=body, timeout=60.0)


def numbers(response: httpx.Response) -> list[int]:
    """The numbers of the services on the page that is shown."""
    (message,) = [m for m in response.json()["messages"] if (m["custom"] or {}).get("services")]
    first, shown = message["custom"]["first_number"], message["custom"]["services"]
    return list(range(first, first + len(shown)))


def kill(stack: Stack, name: str) -> None:
    process = stack.processes[name]
    assert process._popen is not None
    os.kill(process._popen.pid, signal.SIGKILL)
    process._popen.wait()


def test_a_message_that_the_bot_hears_twice_is_answered_alike_and_more_skips_no_page(
    stack: Stack,
) -> None:
    sender = f"sms-{uuid.uuid4().hex}"
    first = numbers(hear(stack, sender, "need a ride 45402", "one"))
    second = hear(stack, sender, "MORE", "two")
    assert numbers(second)[0] == first[-1] + 1
    kill(stack, "rasa")
    stack.processes["rasa"].start()
    stack.wait_until_ready()
    assert hear(stack, sender, "MORE", "two").json() == second.json()
    assert numbers(hear(stack, sender, "MORE", "three"))[0] == numbers(second)[-1] + 1


def test_a_turn_whose_action_server_is_away_has_not_happened(stack: Stack) -> None:
    sender = f"sms-{uuid.uuid4().hex}"
    first = numbers(hear(stack, sender, "need a ride 45402", "one"))
    kill(stack, "actions")
    assert hear(stack, sender, "MORE", "two").status_code == 503
    down = say(stack, "need a ride 45402")
    assert "1-800-677-1116" in words_of(down)
    stack.processes["actions"].start()
    stack.wait_until_ready()
    assert numbers(hear(stack, sender, "MORE", "two"))[0] == first[-1] + 1
