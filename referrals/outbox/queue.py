"""The queue itself, in the database: a text is claimed before it is sent.

`queued` → `sending` → `sent` → `delivered`. An answer can also go out in the webhook's own response:
`queued` → `handed` → `sent`. A text whose sending was cut off stays `sending` or `handed` without a sid:
it is *in doubt*, and the carrier is asked about it before it is sent again (referrals/outbox/settle.py).
The ends are `delivered`, `undelivered`, `failed` (both wait in the desk's list) and `cancelled`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import ColumnElement, and_, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session, aliased

from referrals.outbox.sender import Sent
from referrals.storage.tables import OutboxRow, PhoneLineRow
from referrals.usecases import Referrals

# What goes out although the person has just opted out: the confirmation, and the answer to a cry for help in it.
LAST_WORDS = ("opt_out", "last_answer")
# Of no use when they come late: "one moment", and the confirmation of STOP (the law: within five minutes).
FLEETING = ("moment", "opt_out")
FLEETING_FOR = timedelta(minutes=5)
# What a person in danger needs is held behind nothing else.
_URGENT = ("crisis", *LAST_WORDS)
# How long a text waits for an earlier one of the same person: a little longer than it takes to settle a doubt.
_HOLD = timedelta(seconds=150)
# What went with a response is with the carrier in a moment, unless the response was lost.
_HOLD_HANDED = timedelta(seconds=5)
# Between two tries when the carrier does not take a text.
_BACK_OFF_S = (30, 120, 600, 3600, 14400)
# Between two tries when the phone was not reached: it is off, or out of reach.
PHONE_OFF_S = (1800, 14400, 43200)


def utc_now() -> datetime:
    """Now, as the database keeps times: UTC without a zone."""
    return datetime.now(UTC).replace(tzinfo=None)


@dataclass(frozen=True)
class OutboxText:
    """A claimed text."""

    id: int
    conversation: str
    kind: str
    text: str
    attempts: int
    created_at: datetime
    claimed_at: datetime
    answers: bool
    handed: bool = False
    segments: int = 0

    @property
    def tag(self) -> str:
        """How a delivery report names this try of this text."""
        return f"{self.id}.{self.attempts}"


def charge(session: Session, conversation: str, segments: int) -> None:
    """Add to what a conversation has cost; less than zero takes back."""
    session.execute(
        update(PhoneLineRow)
        .where(PhoneLineRow.conversation == conversation)
        .values(segments_sent=PhoneLineRow.segments_sent + segments)
    )


def charge_received(session: Session, conversation: str, segments: int) -> None:
    """Add a text that came in to what a conversation has cost."""
    session.execute(
        update(PhoneLineRow)
        .where(PhoneLineRow.conversation == conversation)
        .values(segments_received=PhoneLineRow.segments_received + segments)
    )


def _to_real_phone() -> ColumnElement[bool]:
    pretend = select(PhoneLineRow.conversation).where(PhoneLineRow.pretend.is_(True))
    return OutboxRow.conversation.not_in(pretend)


def _in_its_turn(now: datetime) -> ColumnElement[bool]:
    """No earlier text of the same person is on its way or about to be sent; an answer waits for answers only."""
    earlier = aliased(OutboxRow)
    on_its_way = and_(
        earlier.message_sid.is_(None),
        or_(
            and_(earlier.status == "sending", earlier.claimed_at > now - _HOLD),
            and_(earlier.status == "handed", earlier.claimed_at > now - _HOLD_HANDED),
        ),
    )
    about_to_be_sent = and_(earlier.status == "queued", earlier.not_before <= now + _HOLD)
    held = (
        select(earlier.id)
        .where(earlier.conversation == OutboxRow.conversation, earlier.id < OutboxRow.id)
        .where(or_(on_its_way, about_to_be_sent), earlier.kind != "moment")
        .where(or_(OutboxRow.inbound_id.is_(None), earlier.inbound_id.is_not(None)))
        .where(or_(OutboxRow.kind.not_in(_URGENT), earlier.kind.in_(_URGENT)))
    )
    return ~held.exists()


class Outbox:
    """Texts to phones."""

    def __init__(self, referrals: Referrals, now: Callable[[], datetime] = utc_now) -> None:
        self._engine = referrals.engine
        self._vault = referrals.vault
        self._now = now

    def enqueue(
        self, conversation: str, text: str, kind: str, key: str, not_before: datetime | None = None
    ) -> None:
        """Queue a text; the same `key` twice queues it once."""
        dialect = postgresql if self._engine.dialect.name == "postgresql" else sqlite
        with Session(self._engine) as session, session.begin():
            session.execute(
                dialect.insert(OutboxRow)
                .values(
                    key=key,
                    conversation=conversation,
                    kind=kind,
                    text_cipher=self._vault.lock(text),
                    status="queued",
                    attempts=0,
                    segments=0,
                    not_before=not_before or self._now(),
                    created_at=self._now(),
                )
                .on_conflict_do_nothing(index_elements=["key"])
            )

    def claim(self, pretend: str | None = None) -> OutboxText | None:
        """The next text that is due, marked as being sent: to a real phone, or to the `pretend` one."""
        # No report ever says that a pretend phone has its text: it waits for none.
        whose = (
            OutboxRow.conversation == pretend
            if pretend
            else and_(_to_real_phone(), _in_its_turn(self._now()))
        )
        with Session(self._engine) as session, session.begin():
            row = session.scalars(
                select(OutboxRow)
                .where(OutboxRow.status == "queued", OutboxRow.not_before <= self._now(), whose)
                .order_by(OutboxRow.id)
                .limit(1)
                .with_for_update(skip_locked=True)
            ).first()
            if row is None:
                return None
            row.status, row.claimed_at, row.message_sid = "sending", self._now(), None
            row.attempts += 1
            return self._view(row)

    def sent(self, text: OutboxText, sent: Sent) -> None:
        """The carrier has it. A delivery report that was faster is not overwritten."""
        with Session(self._engine) as session, session.begin():
            row = self._mine(session, text)
            if row is None:
                return
            if row.status in ("sending", "handed"):
                row.status, row.error = "sent", None
            row.message_sid = row.message_sid or sent.sid
            if not text.handed:
                row.segments = sent.segments
                charge(session, row.conversation, sent.segments)

    def failed(self, text: OutboxText, error: str, permanent: bool) -> None:
        """Try again later, or give up and leave it for the desk."""
        give_up = permanent or text.attempts > len(_BACK_OFF_S)
        with Session(self._engine) as session, session.begin():
            row = self._mine(session, text)
            if row is None or row.message_sid is not None:
                return
            row.error = error[:60]
            row.status = "failed" if give_up else "queued"
            if not give_up:
                row.not_before = self._now() + timedelta(seconds=_BACK_OFF_S[text.attempts - 1])

    def postpone(self, text: OutboxText, until: datetime) -> None:
        """Quiet hours: it waits, and the attempt does not count."""
        self._end(text, status="queued", not_before=until, attempts=text.attempts - 1)

    def cancel(self, text: OutboxText, reason: str) -> None:
        """It is not wanted any more; nobody has to look at it."""
        self._end(text, status="cancelled", error=reason[:60], done_at=self._now())

    def in_doubt(self, older_s: float) -> list[OutboxText]:
        """Texts that were being sent `older_s` seconds ago and of which nothing was heard."""
        before = self._now() - timedelta(seconds=older_s)
        with Session(self._engine) as session:
            rows = session.scalars(
                select(OutboxRow)
                .where(OutboxRow.status.in_(("sending", "handed")))
                .where(OutboxRow.message_sid.is_(None), OutboxRow.claimed_at <= before)
                .where(_to_real_phone())
                .order_by(OutboxRow.id)
                .limit(200)
            ).all()
            return [self._view(row) for row in rows]

    def again(self, text: OutboxText) -> None:
        """It surely did not go out: queue it again at once, unless that has been tried often enough."""
        with Session(self._engine) as session, session.begin():
            row = self._mine(session, text)
            if row is None or row.message_sid is not None:
                return
            if row.status == "handed":
                charge(session, row.conversation, -row.segments)
            row.status, row.not_before = "queued", self._now()
            if text.attempts > len(_BACK_OFF_S):
                row.status, row.error = "failed", "unknown whether sent"

    def handed_in_doubt(self, inbound_id: int) -> list[OutboxText]:
        """The answer to a message as far as it went with a response and nothing was heard of it."""
        with Session(self._engine) as session:
            rows = session.scalars(
                select(OutboxRow)
                .where(OutboxRow.inbound_id == inbound_id, OutboxRow.status == "handed")
                .where(OutboxRow.message_sid.is_(None), OutboxRow.kind != "moment")
                .order_by(OutboxRow.id)
            ).all()
            return [self._view(row) for row in rows]

    def hand_again(self, text: OutboxText) -> OutboxText | None:
        """The text for another response, as a new try; None when it is not in doubt any more."""
        with Session(self._engine) as session, session.begin():
            row = self._mine(session, text)
            if row is None or row.status != "handed" or row.message_sid is not None:
                return None
            row.attempts, row.claimed_at = row.attempts + 1, self._now()
            return self._view(row)

    def known_sids(self, conversation: str) -> frozenset[str]:
        """The sids of the texts to a conversation that are accounted for."""
        with Session(self._engine) as session:
            found = session.scalars(
                select(OutboxRow.message_sid).where(
                    OutboxRow.conversation == conversation, OutboxRow.message_sid.is_not(None)
                )
            )
            return frozenset(sid for sid in found if sid)

    def _mine(self, session: Session, text: OutboxText) -> OutboxRow | None:
        """The row, as long as this try is the newest one and still open."""
        row = session.get(OutboxRow, text.id, with_for_update=True)
        if row is None or row.attempts != text.attempts or row.status in ("queued", "cancelled"):
            return None
        return row

    def _end(self, text: OutboxText, **values: object) -> None:
        with Session(self._engine) as session, session.begin():
            row = self._mine(session, text)
            for name, value in values.items() if row is not None else ():
                setattr(row, name, value)

    def _view(self, row: OutboxRow) -> OutboxText:
        return OutboxText(
            row.id, row.conversation, row.kind, self._vault.unlock(row.text_cipher) or "", row.attempts,
            row.created_at, row.claimed_at or row.created_at, row.inbound_id is not None, row.status == "handed",
            row.segments,
        )  # fmt: skip
