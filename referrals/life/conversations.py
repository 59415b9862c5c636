"""Who has the word in a conversation, and what was said while a coordinator had it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from referrals.room import Room
from referrals.storage.tables import ConversationRow, DeskItemRow, MessageRow, OutboxRow

_RECENT = timedelta(minutes=15)
_STILL_OPEN = timedelta(hours=2)


class Conversations(Room):
    """Taking over, handing back, messages, language, and phones that others may read."""

    def hand_over(self, conversation: str, mode: str, who: str | None = None) -> None:
        """A person has the word from now on; the bot is silent (mode live) or goes on (callback)."""
        with Session(self.engine) as session, session.begin():
            row = self._conversation(session, conversation)
            row.mode, row.taken_by, row.changed_at = mode, who, self._now()

    def hand_back(self, conversation: str) -> None:
        """The bot has the word again."""
        with Session(self.engine) as session, session.begin():
            session.execute(
                update(ConversationRow)
                .where(ConversationRow.id == conversation)
                .values(mode=None, taken_by=None, changed_at=self._now())
            )
            self._seen(session, conversation, "porchlight")

    def coordinator_has(self, conversation: str) -> bool:
        """Whether a coordinator is talking, so that the bot is silent."""
        with Session(self.engine) as session:
            row = session.get(ConversationRow, conversation)
            return row is not None and row.mode == "live"

    def language_of(self, conversation: str) -> str | None:
        """The language that was last spoken with a person, if known."""
        with Session(self.engine) as session:
            row = session.get(ConversationRow, conversation)
            return None if row is None else row.language

    def set_language(self, conversation: str, language: str) -> None:
        """Remember the language for fixed texts and for texts that are not answers."""
        with Session(self.engine) as session, session.begin():
            row = self._conversation(session, conversation)
            row.language, row.changed_at = language, self._now()

    def open_question(self, conversation: str) -> str | None:
        """The name of the question that waits for an answer; one of long ago waits no more."""
        with Session(self.engine) as session:
            row = session.get(ConversationRow, conversation)
            if row is None or row.changed_at < self._now() - _STILL_OPEN:
                return None
            return row.asked

    def note_question(self, conversation: str, asked: str | None) -> None:
        """Remember which question waits now; None: none does."""
        with Session(self.engine) as session, session.begin():
            if asked is None and session.get(ConversationRow, conversation) is None:
                return
            row = self._conversation(session, conversation)
            row.asked, row.changed_at = asked, self._now()

    def never_text_first(self, conversation: str) -> None:
        """From now on nothing is sent to this conversation that does not answer a message."""
        with Session(self.engine) as session, session.begin():
            row = self._conversation(session, conversation)
            row.never_text_first, row.changed_at = True, self._now()

    def recent(self, conversation: str, kind: str, subject: str | None = None) -> str | None:
        """The newest item of `kind` about `subject` of the last quarter of an hour, as it was raised."""
        with Session(self.engine) as session:
            cipher = session.scalar(
                select(DeskItemRow.detail_cipher)
                .where(DeskItemRow.kind == kind, DeskItemRow.conversation == conversation)
                .where(DeskItemRow.subject.is_not_distinct_from(subject))
                .where(DeskItemRow.created_at >= self._now() - _RECENT)
                .order_by(DeskItemRow.id.desc())
                .limit(1)
            )
        return None if cipher is None else self.vault.unlock(cipher)

    def only_answers(self, conversation: str) -> bool:
        """Whether somebody else may read this phone: then a person decides how to reach its owner."""
        with Session(self.engine) as session:
            row = session.get(ConversationRow, conversation)
            return row is not None and row.never_text_first

    def note_message(
        self, conversation: str, who: str, text: str, outbox_key: str | None = None
    ) -> None:
        """Keep one message of a conversation that a coordinator has.

        What the client writes becomes one open item until a coordinator answers it.
        """
        with Session(self.engine) as session, session.begin():
            session.add(
                MessageRow(
                    conversation=conversation,
                    who=who,
                    text_cipher=self.vault.lock(text),
                    at=self._now(),
                    outbox_key=outbox_key,
                )
            )
            if who != "client":
                self._seen(session, conversation, who)
        if who == "client":
            self.raise_once("client_wrote", conversation, "The person wrote and waits for you.")

    def keep_words(self, conversation: str, text: str) -> None:
        """What a person wrote in danger, for whoever calls. No item of its own: the crisis is one."""
        with Session(self.engine) as session, session.begin():
            session.add(
                MessageRow(
                    conversation=conversation,
                    who="client",
                    text_cipher=self.vault.lock(text),
                    at=self._now(),
                )
            )

    def messages_since(self, conversation: str, after: int) -> list[dict[str, Any]]:
        """Messages with an id above `after`, oldest first; `sent`: what became of a text, None on the web."""
        with Session(self.engine) as session:
            rows = session.execute(
                select(MessageRow, OutboxRow.status)
                .outerjoin(OutboxRow, OutboxRow.key == MessageRow.outbox_key)
                .where(MessageRow.conversation == conversation, MessageRow.id > after)
                .order_by(MessageRow.id)
            )
            return [
                {
                    "id": r.id,
                    "who": r.who,
                    "text": self.vault.unlock(r.text_cipher),
                    "at": r.at,
                    "sent": sent,
                }
                for r, sent in rows
            ]

    def _seen(self, session: Session, conversation: str, who: str) -> None:
        session.execute(
            update(DeskItemRow)
            .where(DeskItemRow.conversation == conversation, DeskItemRow.kind == "client_wrote")
            .where(DeskItemRow.done_at.is_(None))
            .values(done_at=self._now(), done_by=who)
        )

    def _conversation(self, session: Session, conversation: str) -> ConversationRow:
        row = session.get(ConversationRow, conversation)
        if row is None:
            row = ConversationRow(id=conversation, silent=False, never_text_first=False)
            session.add(row)
        return row
