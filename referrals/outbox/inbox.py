"""Texts that came in, until they are answered; the answer is queued in the same transaction.

So a process may die at any moment: a text is either unanswered, and somebody takes it up again, or its
answer stands in the outbox. The webhook that brought the text collects the answer from there into its
own response; what nobody collects in time is sent by the outbox.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from referrals.outbox.consent import ConsentChange, note_terms, write_consent
from referrals.outbox.queue import charge, charge_received, utc_now
from referrals.storage.tables import InboundRow, OutboxRow, PhoneLineRow
from referrals.usecases import Referrals

# The webhook has collected the answer by then, or never will.
COLLECT_WITHIN_S = 13.0
# A response waits this long for an earlier answer that is just being sent, so that it is not overtaken.
_LET_PASS = timedelta(seconds=3)


@dataclass(frozen=True)
class Message:
    """An unanswered text. `carrier_did` is STOP, START or HELP when the carrier has answered already.

    `key` names it in all that it leads to, so that nothing happens twice when it is answered again.
    """

    id: int
    conversation: str
    text: str
    pictures: int
    carrier_did: str | None
    tries: int
    at: datetime
    key: str


@dataclass(frozen=True)
class ReplyText:
    """A text to send, as it was planned."""

    text: str
    segments: int


@dataclass(frozen=True)
class Reply:
    """What a message leads to; all of it is written in one transaction. `introduced`: the words that said who we are."""

    texts: tuple[ReplyText, ...] = ()
    kind: str = "answer"
    consent: ConsentChange | None = None
    introduced: str = ""
    zones: str | None = None


@dataclass(frozen=True)
class HandedText:
    """A text for the webhook's response; reports on it name `tag`."""

    text: str
    segments: int
    tag: str


class Inbox:
    """Texts that came in."""

    def __init__(self, referrals: Referrals, now: Callable[[], datetime] = utc_now) -> None:
        self._engine = referrals.engine
        self._vault = referrals.vault
        self._now = now

    def take_in(
        self,
        conversation: str,
        tokens: Sequence[str],
        text: str,
        pictures: int = 0,
        carrier_did: str | None = None,
        segments: int = 0,
    ) -> int:
        """The id of the text; the same for each delivery that has one of `tokens` (one or two).

        Its `segments` are what it has cost: Twilio charges a text once, however often it delivers it.
        """
        marks = [_mark(conversation, token) for token in tokens[:2]]
        row = InboundRow(
            token=marks[0],
            second_token=marks[1] if len(marks) > 1 else None,
            conversation=conversation,
            body_cipher=self._vault.lock(text),
            pictures=pictures,
            carrier_did=carrier_did,
            at=self._now(),
        )
        try:
            with Session(self._engine) as session, session.begin():
                known = self._known(session, marks)
                if known is not None:
                    return known
                session.add(row)
                charge_received(session, conversation, segments)
                session.flush()
                return row.id
        except IntegrityError:
            # Another worker was first by a hair (PostgreSQL; SQLite has one writer at a time).
            with Session(self._engine) as session:
                return self._known(session, marks) or 0

    def knows(self, conversation: str, token: str) -> bool:
        """Whether the text that `token` names was taken in."""
        with Session(self._engine) as session:
            return self._known(session, [_mark(conversation, token)]) is not None

    def next_of(self, conversation: str) -> Message | None:
        """The earliest unanswered text, counted as tried once more."""
        with Session(self._engine) as session, session.begin():
            row = session.scalars(self._unanswered(conversation)).first()
            if row is None:
                return None
            row.tries += 1
            return self._message(row)

    def unanswered(self, message_id: int) -> Message | None:
        """The text, as long as it has no answer."""
        with Session(self._engine) as session:
            row = session.get(InboundRow, message_id)
            return None if row is None or row.answered_at is not None else self._message(row)

    def recent(self, conversation: str, seconds: float) -> int:
        """How many texts of a conversation came within the last `seconds`."""
        since = self._now() - timedelta(seconds=seconds)
        with Session(self._engine) as session:
            query = select(func.count()).where(
                InboundRow.conversation == conversation, InboundRow.at >= since
            )
            return int(session.scalar(query) or 0)

    def following(self, message: Message, within_s: float) -> Message | None:
        """The unanswered text that came next, at most `within_s` seconds later."""
        with Session(self._engine) as session:
            row = session.scalars(
                self._unanswered(message.conversation).where(
                    InboundRow.id > message.id,
                    InboundRow.at <= message.at + timedelta(seconds=within_s),
                )
            ).first()
            return None if row is None else self._message(row)

    def answer(self, parts: Sequence[Message], reply: Reply) -> None:
        """Write down what the message (in one or more parts) leads to; the last part carries the answer."""
        now = self._now()
        with Session(self._engine) as session, session.begin():
            rows = [session.get(InboundRow, part.id, with_for_update=True) for part in parts]
            found = [row for row in rows if row is not None and row.answered_at is None]
            if not found:
                return
            for row in found:
                row.answered_at, row.body_cipher = now, None
            last = found[-1]
            if reply.consent is not None:
                write_consent(session, last.conversation, reply.consent, now)
            self._note_line(session, last.conversation, reply, now)
            collect_until = last.at + timedelta(seconds=COLLECT_WITHIN_S)
            for number, text in enumerate(reply.texts):
                row_of_text = self._text(last, reply.kind, text, f"answer-{last.id}-{number}", now)
                row_of_text.not_before = now if last.late else max(now, collect_until)
                session.add(row_of_text)

    def collect(self, message_id: int) -> list[HandedText] | None:
        """The answer for the webhook's response, once; None while there is none yet, or it must not overtake another.

        A late answer to an earlier message that still waits goes before it, so that they are read in their
        order; only what a crisis needs goes before all else.
        """
        with Session(self._engine) as session, session.begin():
            row = session.get(InboundRow, message_id)
            if row is None or row.answered_at is None:
                return None if row is not None else []
            texts = self._waiting(session, OutboxRow.inbound_id == message_id)
            if texts and all(text.kind != "crisis" for text in texts):
                earlier = and_(
                    OutboxRow.conversation == row.conversation, OutboxRow.inbound_id < message_id
                )
                if self._being_sent(session, earlier):
                    return None
                due = and_(earlier, OutboxRow.not_before <= self._now())
                texts = [*self._waiting(session, due), *texts]
            return [self._hand(session, text) for text in texts]

    def stop_waiting(self, message_id: int, moment: ReplyText | None) -> list[HandedText]:
        """The webhook must answer now: with the answer if it just came, else once with `moment`."""
        with Session(self._engine) as session, session.begin():
            row = session.get(InboundRow, message_id, with_for_update=True)
            if row is not None and row.answered_at is None:
                if row.late or moment is None:
                    row.late = True
                    return []
                row.late = True
                text = self._text(row, "moment", moment, f"moment-{row.id}", self._now())
                session.add(text)
                session.flush()
                return [self._hand(session, text)]
        return self.collect(message_id) or []

    def left_over(self, older_s: float) -> list[str]:
        """Conversations with a text that has waited for `older_s` seconds or more."""
        before = self._now() - timedelta(seconds=older_s)
        with Session(self._engine) as session:
            found = session.scalars(
                select(InboundRow.conversation)
                .where(InboundRow.answered_at.is_(None), InboundRow.at <= before)
                .group_by(InboundRow.conversation)
            )
            return list(found)

    def _waiting(self, session: Session, which: ColumnElement[bool]) -> list[OutboxRow]:
        """Texts that nobody has tried to send yet, for this transaction alone."""
        return list(
            session.scalars(
                select(OutboxRow)
                .where(which, OutboxRow.status == "queued", OutboxRow.attempts == 0)
                .order_by(OutboxRow.id)
                .with_for_update()
            )
        )

    def _being_sent(self, session: Session, which: ColumnElement[bool]) -> bool:
        """Whether the outbox is just handing such a text to the carrier."""
        since = self._now() - _LET_PASS
        query = select(OutboxRow.id).where(
            which, OutboxRow.status == "sending", OutboxRow.claimed_at > since
        )
        return session.scalar(query.limit(1)) is not None

    def _hand(self, session: Session, text: OutboxRow) -> HandedText:
        text.status, text.attempts, text.claimed_at = "handed", 1, self._now()
        charge(session, text.conversation, text.segments)
        words = self._vault.unlock(text.text_cipher) or ""
        return HandedText(words, text.segments, f"{text.id}.1")

    def _text(
        self, row: InboundRow, kind: str, text: ReplyText, key: str, now: datetime
    ) -> OutboxRow:
        return OutboxRow(
            key=key, conversation=row.conversation, kind=kind, text_cipher=self._vault.lock(text.text),
            status="queued", attempts=0, not_before=now, created_at=now, inbound_id=row.id, segments=text.segments,
        )  # fmt: skip

    def _note_line(self, session: Session, conversation: str, reply: Reply, now: datetime) -> None:
        line = session.get(PhoneLineRow, conversation)
        if line is None:
            return
        if reply.introduced and line.introduced_at is None:
            line.introduced_at, line.consent_wording = now, reply.introduced
            note_terms(session, conversation, reply.introduced, now)
        if reply.zones:
            line.timezone = reply.zones

    def _unanswered(self, conversation: str) -> Select[InboundRow]:
        return (
            select(InboundRow)
            .where(InboundRow.conversation == conversation, InboundRow.answered_at.is_(None))
            .order_by(InboundRow.id)
            .limit(1)
        )

    def _known(self, session: Session, marks: list[str]) -> int | None:
        return session.scalar(
            select(InboundRow.id).where(
                or_(InboundRow.token.in_(marks), InboundRow.second_token.in_(marks))
            )
        )

    def _message(self, row: InboundRow) -> Message:
        text = self._vault.unlock(row.body_cipher) or ""
        return Message(
            row.id, row.conversation, text, row.pictures, row.carrier_did, row.tries, row.at, f"text {row.token[:24]}",
        )  # fmt: skip


def _mark(conversation: str, token: str) -> str:
    """A token as it is kept: of the same length always, and of use in one conversation only."""
    return hashlib.sha256(f"{conversation} {token}".encode()).hexdigest()
