"""'Delete my information' by text: it is answered, and then nothing of the person is left."""

from __future__ import annotations

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from gateway.dialogue import BotAnswer, BotMessage
from referrals.storage.tables import MessageRow, OutboxRow, PhoneLineRow
from tests.support.bot import ScriptedDialogue
from tests.support.desk import ask, referrals_of
from tests.support.webhook import fields, post


def test_the_answer_comes_and_nothing_is_left(
    app: Flask, client: FlaskClient, dialogue: ScriptedDialogue, monkeypatch
) -> None:  # type: ignore[no-untyped-def]
    room = referrals_of(app)
    post(client, fields("need a ride"))
    conversation = app.extensions["porchlight"].lines.conversation("+19375550199")
    ask(app, conversation)
    forgotten: list[str] = []
    monkeypatch.setattr(room.bot_memory, "forget", forgotten.append)

    def delete(sender: str, text: str, metadata: dict[str, object]) -> BotAnswer:
        room.delete_person(sender)
        gone = BotMessage("Your information is deleted.", (), {"kind": "deleted"})
        return BotAnswer((gone,), {"language": "en"}, {"language": "en"})

    monkeypatch.setattr(dialogue, "send", delete)
    answer = post(client, fields("delete my information"))
    assert "Your information is deleted." in answer.get_data(as_text=True)
    assert forgotten == [conversation]
    assert room.referrals_of(conversation) == []
    with Session(room.engine) as session:
        assert session.get(PhoneLineRow, conversation) is None
        for table in (MessageRow, OutboxRow):
            left = session.query(table).where(table.conversation == conversation).all()
            assert [room.vault.unlock(row.text_cipher) for row in left] in (
                [],
                ["Your information is deleted."],
            )
