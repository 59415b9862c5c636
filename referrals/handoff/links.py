"""A link for one agency: opened once, for some days, ended when the consent ends. Only hashes are kept."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from referrals.handoff.packet import SharedPacket, shared_packet
from referrals.room import Room
from referrals.storage.tables import HandoffRow, ReferralRow

LINK_DAYS = 7


class LinkError(Exception):
    """The link is unknown, used, too old or ended; the message says what to do."""


@dataclass(frozen=True)
class NewLink:
    """Both secrets, told once: the link opens the packet, the task token updates the Task."""

    link_token: str
    task_token: str
    expires_at: datetime


@dataclass(frozen=True)
class Link:
    """A link as the desk sees it."""

    id: int
    agency: str
    email: str | None
    made_by: str
    made_at: datetime
    expires_at: datetime
    opened_at: datetime | None
    revoked_at: datetime | None


def make_link(room: Room, referral_id: int, agency: str, email: str, who: str) -> NewLink:
    """A new link. Raises NoConsentError when nothing may be shared, ValueError without an agency."""
    if not agency.strip():
        raise ValueError("Write the agency's name.")
    shared_packet(room, referral_id)
    link, task = secrets.token_urlsafe(32), secrets.token_urlsafe(32)
    now = room.now()
    expires = now + timedelta(days=LINK_DAYS)
    with Session(room.engine) as session, session.begin():
        row = session.get_one(ReferralRow, referral_id)
        row.agency = row.agency or agency.strip()[:200]
        session.add(
            HandoffRow(
                referral_id=referral_id,
                link_hash=_hash(link),
                task_hash=_hash(task),
                agency=agency.strip()[:200],
                email_cipher=room.vault.lock(email) if email else None,
                made_by=who,
                made_at=now,
                expires_at=expires,
            )
        )
        room.write_history(session, row, who, "handed off", agency)
    return NewLink(link, task, expires)


def link_is_open(room: Room, token: str) -> bool:
    """Whether the link could be opened now; looking does not use it up."""
    with Session(room.engine) as session:
        row = session.scalars(
            select(HandoffRow).where(HandoffRow.link_hash == _hash(token))
        ).first()
        return row is not None and _usable(row, room.now()) and row.opened_at is None


def open_link(room: Room, token: str) -> tuple[SharedPacket, str]:
    """(packet, a fresh task token), once. Raises LinkError, or NoConsentError when consent has ended.

    The task token is made anew here, so that it was in no mail.
    """
    task = secrets.token_urlsafe(32)
    with Session(room.engine) as session, session.begin():
        row = session.scalars(
            select(HandoffRow).where(HandoffRow.link_hash == _hash(token))
        ).first()
        if row is None or not _usable(row, room.now()):
            raise LinkError(
                "This link does not work any more. Ask the Porchlight desk for a new one."
            )
        # Of two that open it at the same moment one is first.
        first = session.execute(
            update(HandoffRow)
            .where(HandoffRow.id == row.id, HandoffRow.opened_at.is_(None))
            .values(opened_at=room.now(), task_hash=_hash(task))
        )
        if not first.rowcount:  # type: ignore[attr-defined]
            raise LinkError("This link was opened already. Ask the Porchlight desk for a new one.")
        referral = session.get_one(ReferralRow, row.referral_id)
        room.write_history(session, referral, row.agency, "opened the packet")
        identity = row.referral_id
    return shared_packet(room, identity), task


def links_of(room: Room, referral_id: int) -> list[Link]:
    """The links of one referral, newest first."""
    with Session(room.engine) as session:
        rows = session.scalars(
            select(HandoffRow)
            .where(HandoffRow.referral_id == referral_id)
            .order_by(HandoffRow.id.desc())
        )
        return [
            Link(
                r.id, r.agency, room.vault.unlock(r.email_cipher), r.made_by, r.made_at,
                r.expires_at, r.opened_at, r.revoked_at,
            )
            for r in rows
        ]  # fmt: skip


def end_link(room: Room, referral_id: int, link_id: int) -> bool:
    """End a link of this referral. False when it has no such link."""
    with Session(room.engine) as session, session.begin():
        done = session.execute(
            update(HandoffRow)
            .where(HandoffRow.id == link_id, HandoffRow.referral_id == referral_id)
            .where(HandoffRow.revoked_at.is_(None))
            .values(revoked_at=room.now())
        )
        return bool(done.rowcount)  # type: ignore[attr-defined]


def referral_of_task_token(room: Room, token: str) -> tuple[int, str] | None:
    """(referral id, agency) that a task token may speak for; None for a token that means nothing."""
    with Session(room.engine) as session:
        row = session.scalars(
            select(HandoffRow).where(
                HandoffRow.task_hash == _hash(token),
                HandoffRow.revoked_at.is_(None),
                HandoffRow.opened_at.is_not(None),
            )
        ).first()
        return None if row is None else (row.referral_id, row.agency)


def _usable(row: HandoffRow, now: datetime) -> bool:
    return row.revoked_at is None and row.expires_at > now


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
