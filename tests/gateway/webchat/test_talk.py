from __future__ import annotations

import json
import threading
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask, Response, g
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from gateway.dialogue import BotAnswer, BotMessage
from referrals.desk_items import open_items
from referrals.desk_views import packet, queue
from referrals.storage.tables import ConsentRow
from tests.support.bot import RIDE, ScriptedDialogue

ID = "abcdefgh-12345"
CHOICES = ({"label": "rides", "text": "rides"}, {"label": "meals", "text": "meals"})


def turn(client: FlaskClient, text: str = "need a ride", **fields: object) -> list[dict[str, Any]]:
    body = {"conversation": ID, "message_id": "m-12345678", "text": text, "language": "en"}
    response = client.post("/chat/turn", json={**body, **fields})
    assert response.status_code == 200, response.get_data(as_text=True)
    return [json.loads(line) for line in response.get_data(as_text=True).splitlines()]


def test_an_answer_comes_in_pieces_heard_first_and_done_last(client: FlaskClient) -> None:
    kinds = [piece["kind"] for piece in turn(client)]
    assert kinds == ["heard", "say", "card", "choices", "done"]


def test_a_card_holds_all_that_is_known_and_says_what_is_not(client: FlaskClient) -> None:
    card = next(piece["html"] for piece in turn(client) if piece["kind"] == "card")
    for expected in (
        RIDE["name"],
        RIDE["organization"],
        "You asked about rides",
        'href="tel:+19375550142"',
        "Call 937-555-0142",
        "Free. You may give what you can.",
        "Age 60 and over.",
        "ZIP code",
        "I don&#39;t know their hours. Call first.",
        "https://example.org",
        "Checked on April 1, 2026.",
        "Report a wrong number",
        "Save to my plan",
    ):
        assert expected in card, expected


def test_open_distance_address_and_a_second_line_are_on_the_card(
    client: FlaskClient, dialogue: ScriptedDialogue
) -> None:
    second = {"name": "Eldercare Locator", "phone": "+18006771116"}
    service = {**RIDE, "open_now": True, "hours": "Mon-Fri 8:00-16:00", "distance_miles": 3.2,
               "address": "1 Main St, Dayton, OH", "second_phone": second, "call_first": True}  # fmt: skip
    dialogue.messages = [BotMessage("Here.", (), {"kind": "service_detail", "service": service})]
    card = next(piece["html"] for piece in turn(client) if piece["kind"] == "card")
    for expected in (
        "Open now",
        "about 3 miles",
        "1%20Main%20St",
        "Or Eldercare Locator: 800-677-1116",
        "Call first to check.",
    ):
        assert expected in card, expected


def test_it_is_said_when_nothing_local_is_known(
    client: FlaskClient, dialogue: ScriptedDialogue
) -> None:
    assert "I know no place" not in turn(client)[1]["html"]
    custom = {"kind": "services", "services": [RIDE], "widened": "state", "more": False}
    dialogue.messages = [BotMessage("Rides near Dayton:", (), custom)]
    assert "These serve the whole state." in turn(client, message_id="m-87654321")[1]["html"]


def test_a_crisis_is_answered_with_numbers_to_tap(client: FlaskClient) -> None:
    first = turn(client, "i want to kill myself")[1]["html"]
    assert 'class="theirs crisis"' in first
    assert 'href="tel:988"' in first


def test_numbers_in_what_the_bot_says_can_be_tapped_and_prices_cannot(
    client: FlaskClient, dialogue: ScriptedDialogue
) -> None:
    dialogue.messages = [BotMessage("Call 1-800-677-1116 or 937-555-0142. It costs 988-1 of 1911.")]
    html = turn(client)[1]["html"]
    assert 'href="tel:+18006771116">1-800-677-1116</a>' in html
    assert 'href="tel:+19375550142"' in html
    assert html.count("<a ") == 2


def test_deleting_my_information_forgets_the_kept_answers(
    app: Flask, client: FlaskClient, dialogue: ScriptedDialogue
) -> None:
    turn(client)
    app.extensions["porchlight"].referrals.delete_person(f"web-{ID}")
    turn(client)
    assert len(dialogue.heard) == 2


def test_choices_are_buttons_and_not_numbered_lines(
    client: FlaskClient, dialogue: ScriptedDialogue
) -> None:
    dialogue.messages = [BotMessage("Which is closest?", CHOICES)]
    say, choices = turn(client)[1:3]
    assert "1 rides" not in say["html"]
    assert 'value="meals"' in choices["html"]


def test_what_the_bot_says_is_escaped(client: FlaskClient, dialogue: ScriptedDialogue) -> None:
    dialogue.messages = [BotMessage("<img src=x onerror=alert(1)>")]
    assert "<img" not in turn(client)[1]["html"]


def test_a_message_that_comes_again_is_answered_alike_and_taken_once(
    client: FlaskClient, dialogue: ScriptedDialogue
) -> None:
    first = turn(client)
    dialogue.messages = [BotMessage("something else")]
    assert turn(client) == first
    assert len(dialogue.heard) == 1
    assert turn(client, message_id="m-87654321") != first


def test_a_repeat_that_comes_while_the_first_is_answered_waits_for_it(
    app: Flask, dialogue: ScriptedDialogue
) -> None:
    begun, may_end = threading.Event(), threading.Event()
    answer = dialogue.send

    def slow(sender: str, text: str, metadata: dict[str, Any]) -> BotAnswer:
        begun.set()
        may_end.wait(10)
        return answer(sender, text, metadata)

    dialogue.send = slow  # type: ignore[method-assign]
    answers: list[list[dict[str, Any]]] = []
    threads = [
        threading.Thread(target=lambda: answers.append(turn(app.test_client()))) for _ in range(3)
    ]
    threads[0].start()
    assert begun.wait(10)
    for thread in threads[1:]:
        thread.start()
    may_end.set()
    for thread in threads:
        thread.join(20)
    assert len(answers) == 3
    assert answers[0] == answers[1] == answers[2]
    assert len(dialogue.heard) == 1


def test_the_same_message_id_in_another_conversation_is_another_message(
    client: FlaskClient, dialogue: ScriptedDialogue
) -> None:
    turn(client)
    turn(client, conversation="another-conversation")
    assert len(dialogue.heard) == 2


@pytest.mark.parametrize(
    "fields",
    [
        {"text": ""},
        {"text": "x" * 1601},
        {"conversation": "short"},
        {"message_id": None},
        {"language": "fr"},
    ],
)
def test_a_bad_field_is_refused(client: FlaskClient, fields: dict[str, object]) -> None:
    body = {"conversation": ID, "message_id": "m-12345678", "text": "hi", "language": "en"}
    assert client.post("/chat/turn", json={**body, **fields}).status_code == 422
    assert client.post("/chat/turn", data="{").status_code == 400


def test_a_wrong_number_becomes_work_for_the_desk(app: Flask, client: FlaskClient) -> None:
    fields = {"conversation": ID, "service_id": RIDE["service_id"], "lang": "es"}
    answer = client.post("/chat/wrong-number", data=fields)
    assert "Una persona revisará este número" in answer.get_data(as_text=True)
    item = open_items(app.extensions["porchlight"].referrals)[0]
    assert item.kind == "wrong_number"
    assert RIDE["service_id"] in item.detail


def test_a_place_is_found_by_its_beginning(client: FlaskClient) -> None:
    assert client.get("/places?q=dayt").get_json()[0] == "Dayton, OH"
    assert "Dayton, OH 45402" in client.get("/places?q=4540").get_json()
    assert client.get("/places?q=san anton").get_json()[0] == "San Antonio, TX"
    assert client.get("/places?q=x").get_json() == []
    assert client.get("/places?q=%ff%00").get_json() == []


# A person, please


def ask_for_person(client: FlaskClient, **changes: str):  # type: ignore[no-untyped-def]
    fields = {"conversation": ID, "name": "Ana", "phone": "(937) 555-0142", "time": "morning",
              "way": "callback", "note": "", "agree": "on", "lang": "en", **changes}  # fmt: skip
    return client.post("/person", data=fields)


def test_asking_for_a_person_records_the_exact_consent_and_makes_a_referral(
    app: Flask, client: FlaskClient
) -> None:
    text = ask_for_person(client, note="She is shy.").get_data(as_text=True)
    referrals = app.extensions["porchlight"].referrals
    row = queue(referrals)[0]
    assert row.reference in text
    assert "937-555-0142" in text
    found = packet(referrals, row.reference)
    assert found is not None
    assert found.details["name"] == "Ana"
    assert found.details["note"] == "She is shy."
    assert "and no one else" in found.consents[0].wording
    with Session(referrals.engine) as session:
        assert session.scalars(select(ConsentRow.wording_version)).all() == ["2026-11-web-en"]


def test_the_desk_learns_the_needs_and_the_place_of_the_talk_and_of_nothing_made_up(
    app: Flask, client: FlaskClient
) -> None:
    ask_for_person(client, needs="transportation,made_up", place="Dayton, OH 45402", state="OH",
                   county_fips="39113", about="mother")  # fmt: skip
    referrals = app.extensions["porchlight"].referrals
    found = packet(referrals, queue(referrals)[0].reference)
    assert found is not None
    assert found.details["needs"] == ["transportation"]
    assert found.details["place"] == {
        "text": "Dayton, OH 45402",
        "state": "OH",
        "county_fips": "39113",
    }
    assert found.details["about"] == "mother"


def test_the_desk_gets_the_numbers_of_what_was_saved(app: Flask, client: FlaskClient) -> None:
    client.post("/plan/save", data={"conversation": ID, "service_id": RIDE["service_id"]})
    ask_for_person(client)
    referrals = app.extensions["porchlight"].referrals
    found = packet(referrals, queue(referrals)[0].reference)
    assert found is not None
    assert found.details["services"][0]["phones"] == RIDE["phones"]


def test_without_the_tick_nothing_is_kept_and_what_was_typed_stays(
    app: Flask, client: FlaskClient
) -> None:
    response = ask_for_person(client, agree="", name="")
    assert response.status_code == 422
    text = response.get_data(as_text=True)
    assert "Write your first name." in text
    assert "Without it I share nothing." in text
    assert 'value="(937) 555-0142"' in text
    assert queue(app.extensions["porchlight"].referrals) == []


@pytest.mark.parametrize("phone", ["", "12", "937-555-014", "call my son"])
def test_a_call_back_needs_a_phone_that_can_be_called(client: FlaskClient, phone: str) -> None:
    response = ask_for_person(client, phone=phone)
    assert response.status_code == 422
    assert "ten digits" in response.get_data(as_text=True)


def test_live_is_offered_only_while_somebody_is_at_the_desk(
    app: Flask, client: FlaskClient
) -> None:
    assert "Nobody is at the desk" in client.get("/person").get_data(as_text=True)
    app.extensions["porchlight_web"].presence.seen("ana")
    assert "Write with me here" in client.get("/person").get_data(as_text=True)
    text = ask_for_person(client, way="live", phone="").get_data(as_text=True)
    assert 'data-sent="live"' in text
    item = open_items(app.extensions["porchlight"].referrals)[0]
    assert (item.kind, item.urgent) == ("live_chat", True)
    app.extensions["porchlight_web"].presence.left("ana")
    assert "Nobody is at the desk" in client.get("/person").get_data(as_text=True)


def test_danger_in_the_note_is_answered_with_the_fixed_text(client: FlaskClient) -> None:
    text = ask_for_person(client, note="i want to kill myself").get_data(as_text=True)
    assert "988" in text


def test_while_the_desk_writes_the_bot_is_silent_and_the_words_arrive(
    app: Flask, client: FlaskClient, dialogue: ScriptedDialogue
) -> None:
    referrals = app.extensions["porchlight"].referrals
    referrals.hand_over(f"web-{ID}", "live", "ana")
    referrals.note_message(f"web-{ID}", "coordinator", "Hello, I am Ana.")
    pieces = turn(client, "are you there")
    assert [piece["kind"] for piece in pieces] == ["heard", "done"]
    assert pieces[-1]["live"] is True
    assert dialogue.heard == []
    news = client.post("/chat/news", json={"conversation": ID, "after": 0}).get_json()
    assert news["live"] is True
    assert [message["text"] for message in news["messages"]] == ["Hello, I am Ana."]
    after = news["messages"][-1]["id"]
    again = client.post("/chat/news", json={"conversation": ID, "after": after}).get_json()
    assert again["messages"] == []
    referrals.hand_back(f"web-{ID}")
    assert turn(client, message_id="m-99999999")[1]["kind"] == "say"


def test_nobody_reads_the_desks_words_to_another_conversation(
    app: Flask, client: FlaskClient
) -> None:
    app.extensions["porchlight"].referrals.note_message(f"web-{ID}", "coordinator", "secret")
    news = client.post("/chat/news", json={"conversation": "another-one", "after": 0}).get_json()
    assert news["messages"] == []


# Without script, and light


def test_without_script_the_answer_has_real_cards_and_a_repeat_is_taken_once(
    client: FlaskClient, dialogue: ScriptedDialogue
) -> None:
    fields = {"text": "need a ride", "place": "Dayton, OH", "conversation": ID, "message_id": "m-12345678"}  # fmt: skip
    for _ in range(2):
        text = client.post("/", data=fields).get_data(as_text=True)
        assert 'href="tel:+19375550142"' in text
        assert f'name="conversation" value="{ID}"' in text
    assert [said for _, said, _ in dialogue.heard] == ["need a ride. Dayton, OH"]


def test_two_visitors_never_share_a_conversation(client: FlaskClient) -> None:
    first, second = client.get("/"), client.get("/")
    assert first.headers["Cache-Control"] == "no-store"
    assert first.data != second.data


def test_the_first_view_is_under_60_kilobytes_compressed(client: FlaskClient) -> None:
    import re

    headers = {"Accept-Encoding": "gzip"}
    page = client.get("/", headers=headers)
    assert page.headers["Content-Encoding"] == "gzip"
    plain = client.get("/").get_data(as_text=True)
    files = set(re.findall(r'(?:href|src)="(/static/[^"]+)"', plain))
    later = {"/static/place.js", "/static/person.js", "/static/plan-link.js"}
    assert len(files) >= 6
    files |= later
    sizes = {name: len(client.get(name, headers=headers).data) for name in files}
    assert len(page.data) + sum(sizes.values()) < 30_000, sizes


def test_both_languages_have_the_same_words() -> None:
    from gateway.webwords import web_words

    english, spanish = web_words("en"), web_words("es")
    assert set(english) == set(spanish)
    for name, text in english.items():
        blanks = {part.split("}")[0] for part in text.split("{")[1:]}
        assert blanks == {part.split("}")[0] for part in spanish[name].split("{")[1:]}, name


def test_a_reader_gets_an_error_as_a_page_with_a_number_and_a_program_gets_json(
    client: FlaskClient,
) -> None:
    page = client.get("/nothing-here?lang=es", headers={"Accept": "text/html"})
    assert page.status_code == 404
    assert "1-800-677-1116" in page.get_data(as_text=True)
    assert "Algo no está bien" in page.get_data(as_text=True)
    assert client.get("/nothing-here").get_json()["error"]["code"] == "not_found"


def test_who_has_the_desk_open_is_there_and_who_signs_out_is_not(app: Flask) -> None:
    presence = app.extensions["porchlight_web"].presence
    for path, there in (("/desk", True), ("/desk/sign-out", False)):
        with app.test_request_context(path, method="POST" if "out" in path else "GET"):
            g.staff_name = "ana"
            app.process_response(Response())
        assert presence.anyone() is there


def test_a_coordinator_who_closed_the_page_is_soon_not_there(app: Flask) -> None:
    presence = app.extensions["porchlight_web"].presence
    presence.seen("ana")
    later = presence._now() + timedelta(minutes=4)
    presence._now = lambda: later
    assert not presence.anyone()
