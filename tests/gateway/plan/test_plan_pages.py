from __future__ import annotations

import re
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from flask import Flask
from flask.testing import FlaskClient

from gateway.app import create_app
from gateway.plan.questions import questions_for
from gateway.plan.services import DirectoryBook
from gateway.sms.segments import count_segments
from resources_index.index.needs import need_ids
from tests.conftest import make_settings
from tests.support.bot import RIDE, OneService, ScriptedDialogue

CONVERSATION = "abcdefgh-12345"
HOSTILE = "<script>alert(1)</script>"


def save(client: FlaskClient, **changes: str) -> str:
    """Saves the ride and gives the path of the plan."""
    fields = {
        "conversation": CONVERSATION,
        "service_id": RIDE["service_id"],
        "about": "mother",
        "need": "transportation",
        "place": "Dayton, OH 45402",
        "lang": "en",
        **changes,
    }
    response = client.post("/plan/save", data=fields)
    assert response.status_code == 303
    return urlsplit(response.headers["Location"]).path


def page(client: FlaskClient, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200, path
    return response.get_data(as_text=True)


def person_of(text: str) -> str:
    found = re.search(r'id="person-([0-9a-f]{8})"', text)
    assert found
    return found.group(1)


def edit(client: FlaskClient, plan: str, form: str, /, **fields: str):  # type: ignore[no-untyped-def]
    person = person_of(page(client, plan))
    return client.post(f"{plan}/people/{person}/{form}", data={"lang": "en", **fields})


def test_a_saved_card_is_in_the_plan_with_phone_person_place_and_questions(
    client: FlaskClient,
) -> None:
    text = page(client, save(client))
    for expected in (
        "My mother",
        "Dayton, OH 45402",
        RIDE["name"],
        'href="tel:+19375550142"',
        "I need a ride.",
        "Call Area Agency on Aging 2, 937-555-0142",
        "Can someone ride along?",
        "Can your office help to book the ride?",
    ):
        assert expected in text, expected


def test_the_same_plan_reads_in_spanish(client: FlaskClient) -> None:
    text = page(client, save(client) + "?lang=es")
    for expected in (
        "Mi plan",
        "Mi madre",
        "Necesita: transporte",
        "Transporte para mayores",
        "Llamar a Area Agency on Aging 2, 937-555-0142",
        "¿Puede venir un acompañante?",
    ):
        assert expected in text, expected


def test_what_a_browser_says_about_a_service_is_not_believed(client: FlaskClient) -> None:
    text = page(client, save(client, name="Send money here", phones="+19005550000"))
    assert "Send money here" not in text
    assert "900" not in text
    fields = {"conversation": CONVERSATION, "service_id": "made-up"}
    assert client.post("/plan/save", data=fields).status_code == 422


def test_two_people_have_their_own_place_and_needs(client: FlaskClient) -> None:
    plan = save(client)
    fields = {"about": "father_in_law", "name": "Luis", "place": "El Paso, TX", "lang": "en"}
    client.post(f"{plan}/people", data=fields)
    text = page(client, plan)
    assert "My father-in-law: Luis" in text
    assert text.index("Dayton, OH") < text.index("El Paso, TX")


def test_steps_questions_notes_and_the_person_can_be_edited(client: FlaskClient) -> None:
    plan = save(client)
    edit(client, plan, "step-add", what="Find the gas bill", who="Ana", by="Friday")
    edit(client, plan, "question-add", kind="doctor", text="Is the cough new?")
    edit(client, plan, "notes", notes="Spoke to Jo.", seen="")
    edit(client, plan, "person-change", about="aunt", name="Rosa", place="Xenia, OH",
         **{"need.utilities": "on"})  # fmt: skip
    text = page(client, plan)
    for expected in (
        "Find the gas bill",
        "(Ana, Friday)",
        "Is the cough new?",
        "Spoke to Jo.",
        "My aunt: Rosa",
        "Xenia, OH",
        "Can I pay a little each month?",
    ):
        assert expected in text, expected
    assert "Can someone ride along?" not in text


def test_a_service_and_a_step_can_be_removed_and_a_step_marked_done(client: FlaskClient) -> None:
    plan = save(client)
    edit(client, plan, "step-add", what="Find the bill", who="", by="")
    step = re.findall(r'name="step_id" value="([0-9a-f]+)"', page(client, plan))[-1]
    edit(client, plan, "step-mark", step_id=step, done="on")
    assert "<strong>Done</strong>" in page(client, plan)
    edit(client, plan, "service-remove", service_id=RIDE["service_id"])
    assert "937-555-0142" not in page(client, plan)
    edit(client, plan, "step-remove", step_id=step)
    assert "Find the bill" not in page(client, plan)


def test_one_of_our_questions_can_be_hidden(client: FlaskClient) -> None:
    plan = save(client)
    edit(client, plan, "question-remove", question_id="transportation.phone.0")
    assert "How many days ahead do I call?" not in page(client, plan)


def test_a_private_number_is_cut_out_of_the_notes_and_it_is_said(client: FlaskClient) -> None:
    plan = save(client)
    response = edit(client, plan, "notes", notes="ssn 123-45-6789", seen="")
    assert "notice=private_cut" in response.headers["Location"]
    assert "6789" not in page(client, plan)


def test_danger_in_the_notes_is_answered_on_the_page(client: FlaskClient) -> None:
    response = edit(client, save(client), "notes", notes="i want to kill myself", seen="")
    assert "988" in response.get_data(as_text=True).split("<h2")[0]


def test_a_hostile_note_or_name_stays_text(client: FlaskClient) -> None:
    plan = save(client)
    edit(client, plan, "notes", notes=HOSTILE, seen="")
    edit(client, plan, "person-change", about="mother", name=HOSTILE, place=HOSTILE)
    text = page(client, plan)
    assert HOSTILE not in text
    assert "&lt;script&gt;" in text


def test_a_deleted_plan_opens_nothing(client: FlaskClient) -> None:
    plan = save(client)
    assert "for good" in page(client, f"{plan}/delete")
    assert client.post(f"{plan}/delete").status_code == 303
    assert client.get(plan).status_code == 404
    assert client.get(f"{plan}/plan.pdf").status_code == 404


def test_a_link_that_has_ended_says_so(app: Flask, client: FlaskClient) -> None:
    plan = save(client)
    app.extensions["porchlight_web"].plans._now = lambda: datetime.now() + timedelta(days=40)
    response = client.get(plan)
    assert response.status_code == 410
    assert "has ended" in response.get_data(as_text=True)


def test_a_new_link_ends_the_old_one(client: FlaskClient) -> None:
    old = save(client)
    fresh = urlsplit(client.post(f"{old}/link").headers["Location"]).path
    assert fresh != old
    assert client.get(old).status_code == 404
    assert RIDE["name"] in page(client, fresh)


def test_without_the_link_no_page_of_a_plan_can_be_reached(app: Flask, client: FlaskClient) -> None:
    for rule in app.url_map.iter_rules():
        if not rule.rule.startswith("/plan/<token>"):
            continue
        path = re.sub(r"<[^>]+>", "x" * 32, rule.rule)
        for method in sorted((rule.methods or set()) & {"GET", "POST"}):
            assert client.open(path, method=method).status_code == 404, (method, path)


def test_plan_pages_are_not_kept_by_caches_or_search_engines(client: FlaskClient) -> None:
    headers = client.get(save(client)).headers
    assert headers["Cache-Control"] == "no-store"
    assert "noindex" in headers["X-Robots-Tag"]
    assert headers["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_pdf_of_one_person_is_one_page_with_a_font_of_its_own(
    client: FlaskClient, language: str
) -> None:
    plan = save(client)
    edit(client, plan, "step-add", what="Llamar a la señora Núñez", who="Ana", by="mañana")
    response = client.get(f"{plan}/plan.pdf?lang={language}")
    assert response.mimetype == "application/pdf"
    assert response.data.startswith(b"%PDF")
    assert response.data.count(b"/Type /Page\n") == 1
    assert b"AtkinsonHyperlegible" in response.data


def test_signs_that_the_font_lacks_do_not_break_the_pdf(client: FlaskClient) -> None:
    plan = save(client)
    edit(client, plan, "notes", notes="奶奶 \U0001f600 ok", seen="")
    assert client.get(f"{plan}/plan.pdf").status_code == 200


def text(client: FlaskClient, number: str, words: str) -> list[str]:
    """What comes back to a phone that texts `words`."""
    answer = client.post("/phone/messages", json={"number": number, "text": words})
    return [text["text"] for text in answer.get_json()["texts"]]


def code_of(client: FlaskClient, plan: str) -> str:
    found = re.search(r"PLAN (\d[A-Z0-9]{6})", client.post(f"{plan}/code").get_data(as_text=True))
    assert found
    return found.group(1)


def test_a_phone_gets_the_plan_only_when_it_asks_with_the_code(client: FlaskClient) -> None:
    plan = save(client)
    texts = text(client, "+19375550177", f"plan {code_of(client, plan).lower()}")
    whole = "\n".join(texts)
    assert "937-555-0142" in whole
    assert plan in whole
    assert all(count_segments(one) <= 4 for one in texts)
    assert "don't know that code" in text(client, "+19375550178", "PLAN 7AAAAAA")[0]


def test_a_phone_that_opted_out_gets_no_plan(client: FlaskClient) -> None:
    code = code_of(client, save(client))
    text(client, "+19375550177", "STOP")
    assert text(client, "+19375550177", f"PLAN {code}") == []


def test_plan_details_by_text_stay_a_question_for_the_bot(
    client: FlaskClient, dialogue: ScriptedDialogue
) -> None:
    text(client, "+19375550177", "plan details")
    assert dialogue.heard[-1][1] == "plan details"


def test_each_need_has_questions_in_both_languages() -> None:
    for need in need_ids():
        for language in ("en", "es"):
            asked = questions_for([need], "phone", language)
            assert len(asked) >= 5, need
        for kind in ("phone", "doctor"):
            english = [a.text for a in questions_for([need], kind, "en")]
            spanish = [a.text for a in questions_for([need], kind, "es")]
            assert len(english) == len(spanish)
            assert not set(english) & set(spanish) - {"Do you take Medicaid?"}


def test_the_directory_itself_finds_a_service_in_both_languages(tmp_path: Path) -> None:
    book = DirectoryBook(tmp_path)
    english, spanish = (book.find(RIDE["service_id"], lang) for lang in ("en", "es"))
    assert english is not None
    assert spanish is not None
    assert set(RIDE) <= set(english)
    assert english["summary"] != spanish["summary"]
    assert english["phones"] == spanish["phones"]
    assert book.find("made-up", "en") is None


def test_no_html_form_of_the_plan_posts_to_another_site(client: FlaskClient) -> None:
    text = page(client, save(client))
    for action in re.findall(r'action="([^"]+)"', text):
        assert action.startswith("/"), action


def test_without_a_text_line_the_page_offers_none(tmp_path: Path) -> None:
    app = create_app(make_settings(tmp_path, twilio_from=""), ScriptedDialogue(), OneService())  # type: ignore[arg-type]
    with app.test_client() as client:
        assert "Text it to a phone" not in page(client, save(client))
