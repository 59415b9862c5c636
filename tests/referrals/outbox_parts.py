"""Parts that the outbox's tests share: a database, a clock, a line and a hand-written carrier."""

from __future__ import annotations

import functools
import os
import uuid
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import create_engine, text
from sqlalchemy.orm import Session

from referrals.outbox.inbox import Inbox, Message, Reply, ReplyText
from referrals.outbox.queue import Outbox
from referrals.outbox.reports import DeliveryReports
from referrals.outbox.send import send_due
from referrals.outbox.sender import Sent
from referrals.outbox.settle import settle
from referrals.settings import Settings
from referrals.storage.tables import DeskItemRow, OutboxRow, PhoneLineRow, TextConsentRow
from referrals.usecases import Referrals

ANN = "sms-ann"
NUMBER = "+19375550142"


@dataclass
class Carrier:
    """Takes texts; `faults` are raised one by one; `lost` takes the text and then raises."""

    taken: list[tuple[str, str, str]] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    faults: list[Exception] = field(default_factory=list)
    lost: bool = False

    def send(self, number: str, text: str, tag: str) -> Sent:
        if self.faults and not self.lost:
            raise self.faults.pop(0)
        sid = f"SM{len(self.taken)}"
        self.taken.append((sid, number, text))
        self.tags.append(tag)
        if self.faults:
            raise self.faults.pop(0)
        return Sent(sid, 1)

    def find(self, number: str, text: str, since: datetime, known: frozenset[str]) -> Sent | None:
        for sid, to, body in self.taken:
            if (to, body) == (number, text) and sid not in known:
                return Sent(sid, 1)
        return None


@functools.cache
def database_for(folder: Path) -> str:
    """SQLite in `folder`; or a new schema of the PostgreSQL that PORCHLIGHT_TEST_POSTGRES names."""
    server = os.environ.get("PORCHLIGHT_TEST_POSTGRES")
    if not server:
        return f"sqlite:///{folder / 'p.db'}"
    schema = f"t{uuid.uuid4().hex}"
    engine = create_engine(server)
    with engine.begin() as connection:
        connection.execute(text(f"CREATE SCHEMA {schema}"))
    engine.dispose()
    return f"{server}?options=-csearch_path%3D{schema}"


class World:
    """One phone, one outbox, one carrier, one clock (noon in Dayton, Ohio)."""

    def __init__(self, folder: Path) -> None:
        self.now = datetime(2026, 11, 2, 17, 0)
        self.referrals = Referrals.open(Settings(folder, database_for(folder), "key"))
        self.outbox = Outbox(self.referrals, lambda: self.now)
        self.inbox = Inbox(self.referrals, lambda: self.now)
        self.carrier = Carrier()
        self.reports = DeliveryReports(self.referrals)
        self.add_line(ANN, NUMBER)

    def add_line(self, conversation: str, number: str, zones: str | None = None) -> None:
        with Session(self.referrals.engine) as session, session.begin():
            session.add(
                PhoneLineRow(
                    conversation=conversation, number_cipher=self.referrals.vault.lock(number), first_seen_at=self.now,
                    last_seen_at=self.now, timezone=zones, segments_sent=0, segments_received=0, pretend=False,
                )
            )  # fmt: skip

    def pass_time(self, **by: float) -> None:
        self.now += timedelta(**by)

    def queue(self, text: str = "hello", kind: str = "follow_up", conversation: str = ANN) -> None:
        self.outbox.enqueue(conversation, text, kind, key=f"{kind}-{text}-{conversation}")

    def send(self) -> int:
        return send_due(self.referrals, self.outbox, self.carrier, self.now.replace(tzinfo=UTC))

    def settle(self) -> int:
        return settle(self.referrals, self.outbox, self.carrier)

    def hear(self, text: str = "need a ride", sid: str = "SM-in") -> Message:
        self.inbox.take_in(ANN, [sid], text)
        message = self.inbox.next_of(ANN)
        assert message is not None
        return message

    def reply(self, message: Message, *texts: str, **more: object) -> None:
        planned = tuple(ReplyText(text, 1) for text in texts)
        self.inbox.answer([message], Reply(planned, **more))  # type: ignore[arg-type]

    def rows(self) -> list[OutboxRow]:
        with Session(self.referrals.engine) as session:
            return list(session.query(OutboxRow).order_by(OutboxRow.id))

    def line(self) -> PhoneLineRow:
        with Session(self.referrals.engine) as session:
            return session.get_one(PhoneLineRow, ANN)

    def items(self) -> list[tuple[str, str, bool]]:
        with Session(self.referrals.engine) as session:
            rows = session.query(DeskItemRow).order_by(DeskItemRow.id)
            return [(r.kind, self.referrals.vault.unlock(r.detail_cipher), r.urgent) for r in rows]

    def consents(self) -> list[tuple[bool, str]]:
        with Session(self.referrals.engine) as session:
            return [(r.agreed, r.how) for r in session.query(TextConsentRow)]

    @property
    def bodies(self) -> list[str]:
        return [body for _, _, body in self.carrier.taken]
