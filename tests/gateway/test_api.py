from __future__ import annotations

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from gateway.app import create_app
from tests.conftest import make_settings
from tests.support.bot import RIDE, ScriptedDialogue


def ask(client: FlaskClient, **fields: object):  # type: ignore[no-untyped-def]
    body = {"conversation": "abcdefgh-1", "text": "need a ride", **fields}
    return client.post("/api/v1/messages", json=body)


def test_an_answer_holds_the_services_and_their_whole_meaning_in_words(client: FlaskClient) -> None:
    answer = ask(client).get_json()
    assert answer["conversation"] == "abcdefgh-1"
    reply = answer["replies"][0]
    assert reply["services"][0]["service_id"] == RIDE["service_id"]
    assert "937-555-0142" in reply["text"]
    assert answer["understood"]["needs"][0]["need_id"] == "transportation"


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"conversation": "short"}, 422),
        ({"conversation": None}, 422),
        ({"text": None}, 422),
        ({"text": "x" * 1601}, 422),
        ({"language": "fr"}, 422),
    ],
)
def test_a_bad_field_gets_a_short_error_that_says_what_to_do(
    client: FlaskClient, fields: dict[str, object], status: int
) -> None:
    response = ask(client, **fields)
    assert response.status_code == status
    error = response.get_json()["error"]
    assert error["code"]
    assert len(error["message"]) < 120


def test_a_message_id_that_comes_again_gets_the_same_answer_and_is_taken_once(
    client: FlaskClient, dialogue: ScriptedDialogue
) -> None:
    first = ask(client, message_id="m-12345678").get_json()
    dialogue.messages = []
    assert ask(client, message_id="m-12345678").get_json() == first
    assert len(dialogue.heard) == 1
    assert ask(client, message_id="no good").status_code == 422


def test_bad_json_is_refused(client: FlaskClient) -> None:
    assert (
        client.post("/api/v1/messages", data="{", content_type="application/json").status_code
        == 400
    )
    assert client.post("/api/v1/messages", data="hello").status_code == 400


def test_one_busy_conversation_does_not_silence_another(tmp_path: Path) -> None:
    app = create_app(make_settings(tmp_path, conversation_limit="2 per minute"), ScriptedDialogue())  # type: ignore[arg-type]
    with app.test_client() as client:
        assert [ask(client).status_code for _ in range(3)] == [200, 200, 429]
        assert ask(client, conversation="another-one").status_code == 200


def test_too_many_messages_are_told_when_to_try_again(tmp_path: Path) -> None:
    app = create_app(make_settings(tmp_path, rate_limit="2 per minute"), ScriptedDialogue())  # type: ignore[arg-type]
    with app.test_client() as client:
        statuses = [ask(client) for _ in range(3)]
    assert statuses[-1].status_code == 429
    assert int(statuses[-1].headers["Retry-After"]) >= 0


def test_a_leading_slash_never_reaches_rasa_as_a_command(client: FlaskClient) -> None:
    assert ask(client, text="/restart").status_code == 200


def test_with_the_bot_down_a_person_still_gets_a_number(
    client: FlaskClient, dialogue: ScriptedDialogue
) -> None:
    dialogue.down = True
    answer = ask(client).get_json()
    assert "1-800-677-1116" in answer["replies"][0]["text"]


def test_with_the_bot_down_a_crisis_is_still_answered_first(
    client: FlaskClient, dialogue: ScriptedDialogue
) -> None:
    dialogue.down = True
    answer = ask(client, text="i want to kill myself").get_json()
    assert answer["understood"]["crisis"] == "suicide"
    assert answer["replies"][0]["text"].startswith("Call or text 988")


def test_a_private_number_never_reaches_the_bot(
    client: FlaskClient, dialogue: ScriptedDialogue
) -> None:
    answer = ask(client, text="my social is 123-45-6789, need food").get_json()
    assert all("6789" not in text for _, text, _ in dialogue.heard)
    assert "took out a private number" in answer["replies"][0]["text"]


def test_no_error_page_shows_a_traceback(client: FlaskClient) -> None:
    response = client.get("/nothing-here")
    assert response.status_code == 404
    assert "Traceback" not in response.get_data(as_text=True)


def test_every_page_has_a_strict_policy(client: FlaskClient) -> None:
    for path in ("/", "/phone", "/privacy", "/embed"):
        response = client.get(path)
        assert response.status_code == 200
        policy = response.headers["Content-Security-Policy"]
        assert "unsafe-inline" not in policy
        text = response.get_data(as_text=True)
        assert " style=" not in text
        assert " onclick=" not in text
