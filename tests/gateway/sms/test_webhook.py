from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from xml.etree import ElementTree

import pytest
from flask import Flask
from flask.testing import FlaskClient
from twilio.request_validator import RequestValidator

from gateway.sms.segments import count_segments
from tests.conftest import TOKEN
from tests.support.bot import ScriptedDialogue

URL = "https://text.example.org/sms"


def text(
    client: FlaskClient, body: str, sid: str = "SM1", number: str = "+19375550199", **more: str
):  # type: ignore[no-untyped-def]
    fields = {
        "MessageSid": sid,
        "From": number,
        "To": "+19375550100",
        "Body": body,
        "NumMedia": "0",
        **more,
    }
    signature = RequestValidator(TOKEN).compute_signature(URL, fields)
    return client.post("/sms", data=fields, headers={"X-Twilio-Signature": signature})


def said(response) -> list[str]:  # type: ignore[no-untyped-def]
    assert response.status_code == 200
    return [node.text or "" for node in ElementTree.fromstring(response.data)]  # noqa: S314 (our own answer)


def test_a_text_is_answered_within_three_segments(client: FlaskClient) -> None:
    texts = said(text(client, "need a ride 45402"))
    assert "937-555-0142" in texts[0]
    assert "Reply 1 for more" in texts[0]
    assert all(count_segments(part) <= 3 for part in texts)


def test_the_first_contact_says_who_this_is_after_the_answer(client: FlaskClient) -> None:
    first = said(text(client, "need a ride", "SM1"))
    second = said(text(client, "need a ride", "SM2"))
    assert "computer helper" in "".join(first)
    assert "computer helper" not in "".join(second)
    assert "Rides near" in first[0].splitlines()[0]


@pytest.mark.parametrize("signature", ["", "forged", "AAAA" * 7])
def test_a_forged_signature_is_refused(client: FlaskClient, signature: str) -> None:
    fields = {"MessageSid": "SM1", "From": "+19375550199", "Body": "hello"}
    response = client.post("/sms", data=fields, headers={"X-Twilio-Signature": signature})
    assert response.status_code == 403


def test_an_added_parameter_breaks_the_signature(client: FlaskClient) -> None:
    fields = {"MessageSid": "SM1", "From": "+19375550199", "Body": "hello"}
    signature = RequestValidator(TOKEN).compute_signature(URL, fields)
    response = client.post(
        "/sms", data={**fields, "Extra": "1"}, headers={"X-Twilio-Signature": signature}
    )
    assert response.status_code == 403


def test_the_same_message_twice_is_answered_once(
    client: FlaskClient, dialogue: ScriptedDialogue
) -> None:
    assert said(text(client, "need a ride", "SM7"))
    assert said(text(client, "need a ride", "SM7")) == []
    assert len(dialogue.heard) == 1


def test_two_copies_at_the_same_moment_are_answered_once(
    app: Flask, dialogue: ScriptedDialogue
) -> None:
    def deliver(_: int) -> list[str]:
        with app.test_client() as client:
            return said(text(client, "need a ride", "SM9"))

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(deliver, range(8)))
    assert sum(bool(answer) for answer in answers) == 1
    assert len(dialogue.heard) == 1


def test_after_stop_nothing_is_sent_until_start(
    client: FlaskClient, dialogue: ScriptedDialogue
) -> None:
    text(client, "need a ride", "SM1")
    assert "no more texts" in said(text(client, "STOP", "SM2"))[0]
    assert said(text(client, "need a ride", "SM3")) == []
    assert said(text(client, "stop", "SM4")) == []
    assert said(text(client, "START", "SM5"))
    assert said(text(client, "need a ride", "SM6"))


def test_a_crisis_after_stop_raises_an_urgent_item_instead(app: Flask, client: FlaskClient) -> None:
    text(client, "STOP", "SM1")
    assert said(text(client, "i want to die", "SM2")) == []
    from sqlalchemy import text as sql

    with app.extensions["porchlight"].referrals.engine.connect() as connection:
        rows = connection.execute(sql("SELECT kind, urgent FROM desk_item")).all()
    assert ("crisis", 1) in [tuple(row) for row in rows]


def test_help_fits_one_segment_and_names_a_person_and_911(client: FlaskClient) -> None:
    for word in ("HELP", "AYUDA"):
        (answer,) = said(text(client, word, f"SM{word}"))
        assert count_segments(answer) == 1
        assert "911" in answer
        assert "988" in answer
        assert "STOP" in answer


def test_a_picture_and_an_empty_text_get_a_kind_sentence(client: FlaskClient) -> None:
    assert "picture" in said(text(client, "", "SM1", NumMedia="1"))[0]
    assert "empty" in said(text(client, "", "SM2"))[0]


@pytest.mark.parametrize(
    "body",
    ["🙂🙂🙂", "中文 帮助", "x" * 1600, "' OR 1=1 --", "<script>alert(1)</script>", "\x00\x01"],
)
def test_every_alphabet_and_length_gets_an_answer(client: FlaskClient, body: str) -> None:
    assert said(text(client, body, f"SM{hash(body)}"))


def test_a_crisis_text_comes_alone_and_first(client: FlaskClient) -> None:
    texts = said(text(client, "i want to kill myself", "SM1"))
    assert texts[0].startswith("Call or text 988")
    assert len(texts) == 2


def test_phone_numbers_stand_nowhere_in_the_database(app: Flask, client: FlaskClient) -> None:
    text(client, "need a ride", "SM1", "+19375550177")
    database = app.extensions["porchlight"].settings.data_dir
    for path in database.glob("porchlight.db*"):
        assert b"9375550177" not in path.read_bytes()


def test_words_that_may_mean_an_end_are_answered_with_how_to_end_it(client: FlaskClient) -> None:
    texts = said(text(client, "I am not interested", "SM1"))
    assert "To end all texts from me, send STOP." in "".join(texts)
    assert "send STOP" not in "".join(said(text(client, "need a ride 45402", "SM2")))


def test_what_goes_on_unseen_after_abuse_names_nobody(client: FlaskClient) -> None:
    crisis = text(client, "my son is hitting me right now", sid="SM-a").text
    assert "RECIPE" in crisis
    unseen = text(client, "Recipe", sid="SM-b").text
    assert "Recipe club" in unseen
    assert "Porchlight" not in unseen
    assert "STOP" not in unseen
