"""Handing a referral to an agency, and what the agency may do with it."""

from __future__ import annotations

import csv
import io
import re
from typing import Any

import pytest
from fhir.resources.R4B.bundle import Bundle
from fhir.resources.R4B.task import Task
from flask import Flask
from flask.testing import FlaskClient

from referrals.desk_items import open_items
from referrals.handoff.mail import link_mail
from referrals.handoff.status import MOVE_FOR_TASK, TO_TASK
from referrals.mail import MailError
from referrals.model import TRANSITIONS
from tests.support.desk import account, ask, move, page_of, referrals_of, send, sign_in

SECRETS = ("Ann", "555-0142", "dialysis", "Dayton", "rides")


class Post:
    def __init__(self, fails: bool = False) -> None:
        self.sent: list[tuple[str, str, str]] = []
        self._fails = fails

    def send(self, to: str, subject: str, text: str) -> None:
        if self._fails:
            raise MailError("ConnectionRefusedError")
        self.sent.append((to, subject, text))


@pytest.fixture
def reference(app: Flask) -> str:
    return ask(app)


@pytest.fixture
def ana(app: Flask, client: FlaskClient) -> FlaskClient:
    account(app, "ana")
    sign_in(client)
    return client


def new_link(client: FlaskClient, reference: str, email: str = "") -> str:
    page = f"/desk/referrals/{reference}"
    made = send(client, f"{page}/link", page, name="Rides Inc", email=email).get_data(as_text=True)
    found = re.search(r"/handoff/([\w-]{20,})", made)
    assert found, made
    return f"/handoff/{found.group(1)}"


def open_packet(app: Flask, path: str) -> tuple[str, str]:
    """(path of the Task, token) as the page shows them to the agency."""
    text = app.test_client().post(path).get_data(as_text=True)
    task, token = re.search(r"(/fhir/Task/[\w-]+)", text), re.search(r"Bearer ([\w-]+)", text)
    assert task
    assert token
    return task.group(1), token.group(1)


def put(app: Flask, path: str, token: str, body: Any):  # type: ignore[no-untyped-def]
    return app.test_client().put(path, json=body, headers={"Authorization": f"Bearer {token}"})


def task_body(status: str, **more: Any) -> dict[str, Any]:
    return {"resourceType": "Task", "status": status, "intent": "order", **more}


def test_the_bundle_is_valid_fhir_and_follows_the_guide(ana: FlaskClient, reference: str) -> None:
    made = Bundle.model_validate_json(ana.get(f"/desk/referrals/{reference}/bundle.json").data)
    resources = {entry.resource.get_resource_type(): entry.resource for entry in made.entry}
    assert set(resources) >= {"Patient", "ServiceRequest", "Task", "Consent", "Provenance"}
    task, order, consent = resources["Task"], resources["ServiceRequest"], resources["Consent"]
    assert (task.status, task.intent, task.code.coding[0].code) == ("requested", "order", "fulfill")
    urls = {entry.fullUrl for entry in made.entry}
    pointed = [
        task.focus,
        task.for_fhir,
        task.requester,
        task.owner,
        order.subject,
        consent.patient,
    ]
    assert {reference.reference for reference in pointed} <= urls
    assert consent.category[0].coding[0].code == "IDSCL"
    assert consent.dateTime
    assert order.intent == "order"
    assert order.category[0].coding[0].code == "transportation-insecurity"
    assert resources["Patient"].telecom[0].value == "937-555-0142"


@pytest.mark.parametrize(
    ("path", "status", "reason"),
    [((), "requested", False), (("accept",), "accepted", False), (("accept", "begin"), "in-progress", False),
     (("accept", "complete"), "completed", False), (("decline",), "rejected", True), (("cancel",), "cancelled", True),
     (("give_up",), "failed", True)],
)  # fmt: skip
def test_each_state_has_its_task_status_and_a_reason_where_one_is_due(
    ana: FlaskClient, reference: str, path: tuple[str, ...], status: str, reason: bool
) -> None:
    for name in path:
        move(ana, reference, name, outcome="got_help", reason="no_capacity")
    made = ana.get(f"/desk/referrals/{reference}/bundle.json").get_json()
    task = next(e["resource"] for e in made["entry"] if e["resource"]["resourceType"] == "Task")
    assert task["status"] == status
    assert bool(task.get("statusReason", {}).get("text")) is reason


def test_every_state_and_every_answer_is_mapped() -> None:
    states = {target for _, target in TRANSITIONS.values()}
    assert set(TO_TASK) == states
    assert {move for move in MOVE_FOR_TASK.values() if move} <= set(TRANSITIONS)


def test_the_csv_holds_what_is_consented_and_no_formula(ana: FlaskClient, reference: str) -> None:
    text = ana.get(f"/desk/referrals/{reference}/packet.csv").get_data(as_text=True)
    (row,) = csv.DictReader(io.StringIO(text))
    assert (row["name"], row["phone"], row["zip"]) == ("Ann", "937-555-0142", "45402")
    assert row["to_know_first"] == "'=cmd|danger"


def test_after_the_consent_is_taken_back_nothing_goes_out(
    app: Flask, ana: FlaskClient, reference: str
) -> None:
    path = new_link(ana, reference)
    referrals_of(app).withdraw("web-ann-12345")
    page = f"/desk/referrals/{reference}"
    for file in ("packet.csv", "bundle.json"):
        assert ana.get(f"{page}/{file}").status_code == 409
    assert "Ann" not in page_of(ana, f"{page}/print")
    assert app.test_client().post(path).status_code == 410
    where = send(ana, f"{page}/link", page, name="Rides Inc").headers["Location"]
    assert "nothing may be shared" in page_of(ana, where)


def test_the_link_opens_once_and_looking_does_not_use_it_up(
    app: Flask, ana: FlaskClient, reference: str
) -> None:
    path, stranger = new_link(ana, reference), app.test_client()
    for _ in range(3):
        before = stranger.get(path)
        assert before.status_code == 200
        assert [word for word in SECRETS if word in before.get_data(as_text=True)] == []
    opened = stranger.post(path).get_data(as_text=True)
    assert "937-555-0142" in opened
    assert stranger.post(path).status_code == 410
    assert stranger.get(path).status_code == 410
    assert "Opened" in page_of(ana, f"/desk/referrals/{reference}")


def test_the_mail_holds_the_link_and_no_details(
    monkeypatch: pytest.MonkeyPatch, ana: FlaskClient, reference: str
) -> None:
    post = Post()
    monkeypatch.setattr("gateway.desk.handing_off.mailer", lambda: post)
    new_link(ana, reference, "intake@example.org")
    ((to, subject, text),) = post.sent
    assert to == "intake@example.org"
    assert "https://text.example.org/handoff/" in text
    assert [word for word in (*SECRETS, reference) if word in subject + text] == []


def test_a_mail_that_does_not_go_out_is_told_with_the_link_to_pass_on(
    monkeypatch: pytest.MonkeyPatch, ana: FlaskClient, reference: str
) -> None:
    monkeypatch.setattr("gateway.desk.handing_off.mailer", lambda: Post(fails=True))
    page = f"/desk/referrals/{reference}"
    answer = send(ana, f"{page}/link", page, name="Rides Inc", email="a@example.org")
    assert "did not go out" in answer.get_data(as_text=True)
    assert "/handoff/" in answer.get_data(as_text=True)


@pytest.mark.parametrize(
    "email",
    ["a@example.org\nBcc: b@example.org", "a@example.org, b@example.org", "nobody", "<a@b.org>"],
)
def test_no_address_can_smuggle_anything_into_a_mail(
    monkeypatch: pytest.MonkeyPatch, ana: FlaskClient, reference: str, email: str
) -> None:
    post = Post()
    monkeypatch.setattr("gateway.desk.handing_off.mailer", lambda: post)
    page = f"/desk/referrals/{reference}"
    where = send(ana, f"{page}/link", page, name="Rides Inc", email=email).headers["Location"]
    assert "no e-mail address" in page_of(ana, where)
    assert post.sent == []


def test_the_words_of_the_mail_are_ours_alone() -> None:
    subject, text = link_mail("https://text.example.org/handoff/x", 7)
    assert "https://text.example.org/handoff/x" in text
    assert "\n" not in subject


def test_an_agency_walks_its_task_to_the_end(app: Flask, ana: FlaskClient, reference: str) -> None:
    path, token = open_packet(app, new_link(ana, reference))
    for status in ("accepted", "in-progress"):
        answer = put(app, path, token, task_body(status))
        assert answer.status_code == 200, answer.get_json()
        assert Task.model_validate(answer.get_json()).status == status
    done = task_body(
        "completed",
        output=[{"type": {"text": "outcome"}, "valueCodeableConcept": {"text": "waiting_list"}}],
    )
    assert put(app, path, token, done).status_code == 200
    assert "completed (on a waiting list)" in page_of(ana, f"/desk/referrals/{reference}")
    assert "The agency answered" in page_of(ana, "/desk")
    read = app.test_client().get(f"{path}?bundle=1", headers={"Authorization": f"Bearer {token}"})
    assert Bundle.model_validate(read.get_json())


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (task_body("rejected"), 422),
        (task_body("ready"), 422),
        (task_body("completed"), 422),
        (task_body("in-progress"), 409),
        ({"resourceType": "Patient"}, 422),
        (task_body("accepted", intent=7), 422),
        (task_body("accepted", id="another"), 400),
        ([], 400),
    ],
)
def test_a_task_that_makes_no_sense_is_refused_and_changes_nothing(
    app: Flask, ana: FlaskClient, reference: str, body: Any, code: int
) -> None:
    if body == task_body("completed"):
        move(ana, reference, "accept")
    path, token = open_packet(app, new_link(ana, reference))
    before = referrals_of(app).version_of(1)
    answer = put(app, path, token, body)
    assert answer.status_code == code
    assert answer.get_json()["resourceType"] == "OperationOutcome"
    assert referrals_of(app).version_of(1) == before


def test_a_token_speaks_for_its_own_referral_only(app: Flask, ana: FlaskClient) -> None:
    first, second = ask(app, needs=["housing"]), ask(app, needs=["utilities"])
    path, token = open_packet(app, new_link(ana, first))
    other_path, other_token = open_packet(app, new_link(ana, second))
    assert put(app, other_path, token, task_body("accepted")).status_code == 403
    assert put(app, path, "guessed", task_body("accepted")).status_code == 401
    assert app.test_client().get(path).status_code == 401
    assert put(app, other_path, other_token, task_body("accepted")).status_code == 200


def test_taking_the_consent_back_ends_the_token(
    app: Flask, ana: FlaskClient, reference: str
) -> None:
    path, token = open_packet(app, new_link(ana, reference))
    referrals_of(app).withdraw("web-ann-12345")
    assert put(app, path, token, task_body("accepted")).status_code == 401
    told = [item for item in open_items(referrals_of(app)) if item.kind == "tell_agency"]
    assert "Rides Inc" in told[0].detail


def test_an_agency_without_a_system_answers_on_the_page(
    app: Flask, ana: FlaskClient, reference: str
) -> None:
    _, token = open_packet(app, new_link(ana, reference))
    fields = {"task_token": token, "status": "rejected", "why": "no_capacity"}
    stranger = app.test_client()
    assert stranger.post("/handoff/answer", data={**fields, "task_token": "x"}).status_code == 403
    assert stranger.post("/handoff/answer", data=fields).status_code == 200
    assert "declined (no room)" in page_of(ana, f"/desk/referrals/{reference}")
