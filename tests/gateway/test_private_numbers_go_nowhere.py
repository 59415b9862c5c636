"""A private number is cut out before anything hears it: neither logs nor files nor the bot, over both channels."""

from __future__ import annotations

from pathlib import Path

import pytest
from twilio.request_validator import RequestValidator

from gateway.app import create_app
from gateway.turn import Turns
from tests.conftest import TOKEN, make_settings
from tests.support.bot import ScriptedDialogue

URL = "https://text.example.org/sms"
PHONE = "9375550199"
SAID = [
    ("my social is 417-86-0193 and i need food", "417-86-0193"),
    ("four one seven eighty six oh one ninety three is my social, i want to die", "ninety three"),
    ("mi medicare es 1 E G 4 T E 5 M K 7 3, no puedo respirar", "M K 7 3"),
    ("my password is Hollyhock88 and the man wants gift cards", "Hollyhock88"),
]


def files_of(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


@pytest.mark.parametrize(("words", "secret"), SAID)
def test_neither_files_nor_logs_hold_a_private_number_or_a_phone(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], words: str, secret: str
) -> None:
    client = create_app(make_settings(tmp_path)).test_client()
    client.post("/api/v1/messages", json={"conversation": "abcdefgh-1", "text": words})
    fields = {
        "MessageSid": "SM1", "From": f"+1{PHONE}", "To": "+19375550100", "Body": words, "NumMedia": "0",
    }  # fmt: skip
    headers = {"X-Twilio-Signature": RequestValidator(TOKEN).compute_signature(URL, fields)}
    assert client.post("/sms", data=fields, headers=headers).status_code == 200
    written = files_of(tmp_path)
    printed = "".join(capfd.readouterr())
    assert secret.encode() not in written
    assert secret not in printed
    assert PHONE not in printed


@pytest.mark.parametrize(("words", "secret"), SAID)
def test_the_bot_never_hears_it(
    turns: Turns, dialogue: ScriptedDialogue, words: str, secret: str
) -> None:
    turns.take("web-1", "web", words)
    assert dialogue.heard
    assert all(secret not in heard[1] for heard in dialogue.heard)
