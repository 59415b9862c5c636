"""E-mail to oneself, against a small SMTP server of our own."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from gateway.app import create_app
from gateway.plan.mail import is_address
from referrals.mail import Mailer, mailer_from_environment
from tests.conftest import make_settings
from tests.gateway.plan.test_plan_pages import save
from tests.support.bot import OneService, ScriptedDialogue


class Smtp(socketserver.StreamRequestHandler):
    """Speaks as much SMTP as a client needs to hand over one message."""

    def handle(self) -> None:
        self._say("220 ready")
        for line in self.rfile:
            word = line[:4].upper()
            if word == b"DATA":
                self._say("354 go on")
                self.server.mails.append(self._body())  # type: ignore[attr-defined]
                self._say("250 kept")
            elif word == b"RCPT":
                self.server.recipients.append(line.decode().strip())  # type: ignore[attr-defined]
                self._say("250 fine")
            elif word == b"QUIT":
                self._say("221 bye")
                return
            else:
                self._say("250 fine")

    def _body(self) -> bytes:
        lines = []
        for line in self.rfile:
            if line == b".\r\n":
                break
            lines.append(line[1:] if line.startswith(b"..") else line)
        return b"".join(lines)

    def _say(self, text: str) -> None:
        self.wfile.write(f"{text}\r\n".encode())


@pytest.fixture
def server() -> Iterator[socketserver.ThreadingTCPServer]:
    made = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Smtp)
    made.mails, made.recipients = [], []  # type: ignore[attr-defined]
    threading.Thread(target=made.serve_forever, daemon=True).start()
    yield made
    made.shutdown()
    made.server_close()


def client_with(tmp_path: Path, port: int) -> FlaskClient:
    app = create_app(make_settings(tmp_path), ScriptedDialogue(), OneService())  # type: ignore[arg-type]
    mailer = Mailer("127.0.0.1", port, "", "", "porchlight@example.org")
    app.extensions["porchlight_web"] = replace(app.extensions["porchlight_web"], mailer=mailer)
    return app.test_client()


@pytest.fixture
def client(tmp_path: Path, server: socketserver.ThreadingTCPServer) -> FlaskClient:
    return client_with(tmp_path, server.server_address[1])


def test_the_mail_holds_the_numbers_the_link_and_the_pdf(client: FlaskClient, server) -> None:  # type: ignore[no-untyped-def]
    plan = save(client)
    answer = client.post(f"{plan}/mail", data={"address": "ana@example.org", "lang": "es"})
    assert "va en camino a ana@example.org" in answer.get_data(as_text=True)
    mail = message_from_bytes(server.mails[0], policy=default)
    body = mail.get_body().get_content()  # type: ignore[union-attr]
    assert "937-555-0142" in body
    assert f"https://text.example.org{plan}" in body
    assert "Preguntas para el teléfono" in body
    pdf = next(iter(mail.iter_attachments()))
    assert pdf.get_content().startswith(b"%PDF")


def test_the_address_is_not_kept(client: FlaskClient, tmp_path: Path) -> None:
    client.post(f"{save(client)}/mail", data={"address": "ana@example.org"})
    assert all(
        b"ana@example" not in path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()
    )


@pytest.mark.parametrize(
    "address", ["", "ana", "ana@", "a@b", "a@b.org, c@d.org", "a@b.org\nBcc: c@d.org", "<a@b.org>"]
)
def test_what_is_no_single_address_is_refused_and_kept_in_the_field(
    client: FlaskClient, server, address: str
) -> None:  # type: ignore[no-untyped-def]
    text = client.post(f"{save(client)}/mail", data={"address": address}).get_data(as_text=True)
    assert "does not look like" in text
    assert server.recipients == []
    assert not is_address(address)


def test_after_five_mails_in_a_day_no_more_go_out(client: FlaskClient, server) -> None:  # type: ignore[no-untyped-def]
    plan = save(client)
    answers = [client.post(f"{plan}/mail", data={"address": "ana@example.org"}) for _ in range(6)]
    assert len(server.mails) == 5
    assert "mail_enough" in answers[-1].headers["Location"]


def test_a_mail_server_that_is_down_is_said_in_plain_words(tmp_path: Path) -> None:
    client = client_with(tmp_path, 9)
    answer = client.post(f"{save(client)}/mail", data={"address": "ana@example.org"})
    assert "did not go out" in answer.get_data(as_text=True)


def test_the_mail_server_is_the_one_of_the_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SMTP_HOST", raising=False)
    assert mailer_from_environment() is None
    for name, value in {"HOST": "mail.example.org", "USER": "ana", "PASSWORD": "x"}.items():
        monkeypatch.setenv(f"SMTP_{name}", value)
    monkeypatch.setenv("MAIL_FROM", "p@example.org")
    assert mailer_from_environment() == Mailer("mail.example.org", 587, "ana", "x", "p@example.org")


def test_one_address_cannot_mail_from_plan_after_plan(client: FlaskClient, server) -> None:  # type: ignore[no-untyped-def]
    statuses = []
    for number in range(8):
        plan = save(client, conversation=f"conversation-{number}")
        statuses += [
            client.post(f"{plan}/mail", data={"address": "ana@example.org"}).status_code
            for _ in range(5)
        ]
    assert len(server.mails) == 30
    assert statuses[-1] == 429
