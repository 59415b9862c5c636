"""Everything that is kept of one person, for that person."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from referrals.audit import Audit
from referrals.room import Room
from referrals.storage.tables import (
    AttemptRow,
    Base,
    ConsentRow,
    ConversationRow,
    DeskItemRow,
    FollowUpRow,
    HandoffRow,
    HistoryRow,
    ItemNoteRow,
    MessageRow,
    OutboxRow,
    PhoneLineRow,
    PlanRow,
    ReferralRow,
)

_OF_A_REFERRAL = (HistoryRow, ConsentRow, AttemptRow, HandoffRow)
_OF_A_CONVERSATION = (FollowUpRow, MessageRow, DeskItemRow, OutboxRow, PlanRow)
# Keys and hashes of ours tell the person nothing.
_OURS = frozenset(
    {"person_key", "link_hash", "task_hash", "key", "outbox_key", "token_hash", "token_cipher"}
)


def export_person(room: Room, conversation: str) -> dict[str, Any]:
    """Plain JSON: what was decrypted for it stands without `_cipher`; times are ISO in UTC."""
    with Session(room.engine) as session:
        referrals = session.scalars(
            select(ReferralRow).where(ReferralRow.conversation == conversation)
        ).all()
        made: dict[str, Any] = {
            "made_at": room.now().isoformat(),
            "phone_line": _one(room, session.get(PhoneLineRow, conversation)),
            "conversation": _one(room, session.get(ConversationRow, conversation)),
            "referrals": [_referral(room, session, row) for row in referrals],
        }
        for table in _OF_A_CONVERSATION:
            rows = session.scalars(select(table).where(table.conversation == conversation))
            made[table.__tablename__] = [_one(room, row) for row in rows]
        about = select(DeskItemRow.id).where(DeskItemRow.conversation == conversation)
        notes = session.scalars(select(ItemNoteRow).where(ItemNoteRow.item_id.in_(about)))
        made[ItemNoteRow.__tablename__] = [_one(room, row) for row in notes]
    made["who_looked"] = [
        {"who": line.who, "what": line.what, "referral": line.subject, "at": line.at.isoformat()}
        for row in referrals
        for line in Audit(room).lines(row.reference, limit=1000)
    ]
    return made


def _referral(room: Room, session: Session, row: ReferralRow) -> dict[str, Any]:
    made = _one(room, row) or {}
    for table in _OF_A_REFERRAL:
        rows = session.scalars(select(table).where(table.referral_id == row.id))
        made[table.__tablename__] = [_one(room, item) for item in rows]
    return made


def _one(room: Room, row: Base | None) -> dict[str, Any] | None:
    if row is None:
        return None
    made: dict[str, Any] = {}
    for column in row.__table__.columns:
        value = getattr(row, column.name)
        if column.name in _OURS:
            continue
        if column.name.endswith("_cipher"):
            made[column.name.removesuffix("_cipher")] = room.vault.unlock(value)
        else:
            made.setdefault(
                column.name, value.isoformat() if isinstance(value, datetime) else value
            )
    return made
