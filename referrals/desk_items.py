"""Items of the desk: what is to be looked at, and that it was dealt with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from referrals.storage.tables import DeskItemRow, ReferralRow
from referrals.usecases import Referrals

# Kinds of item that are about the directory or the text line, not about a person.
CHORES = frozenset({"wrong_number", "stale_record", "operator"})
_ANSWERS = ("follow_up", "help_came", "agency_answer")


@dataclass(frozen=True)
class Item:
    """Something to look at."""

    id: int
    kind: str
    conversation: str | None
    detail: str
    urgent: bool
    created_at: datetime
    subject: str | None
    reference: str | None


def open_items(referrals: Referrals) -> list[Item]:
    """Items nobody has dealt with, urgent ones first, then the oldest."""
    unlock = referrals.vault.unlock
    with Session(referrals.engine) as session:
        rows = session.scalars(
            select(DeskItemRow)
            .where(DeskItemRow.done_at.is_(None))
            .order_by(DeskItemRow.urgent.desc(), DeskItemRow.created_at)
            .limit(200)
        ).all()
        talks = {row.conversation for row in rows if row.conversation}
        newest: dict[str, str] = {}
        for talk, reference in session.execute(
            select(ReferralRow.conversation, ReferralRow.reference)
            .where(ReferralRow.conversation.in_(talks))
            .order_by(ReferralRow.id)
        ):
            newest[talk] = reference
        return [
            Item(
                r.id, r.kind, r.conversation, unlock(r.detail_cipher) or "", r.urgent, r.created_at,
                r.subject,
                r.subject if (r.subject or "").startswith("R-") else newest.get(r.conversation or ""),
            )
            for r in rows
        ]  # fmt: skip


def finish_item(referrals: Referrals, item_id: int, who: str, at: datetime) -> bool:
    """Somebody has dealt with it. False when it is not open."""
    with Session(referrals.engine) as session, session.begin():
        done = session.execute(
            update(DeskItemRow)
            .where(DeskItemRow.id == item_id, DeskItemRow.done_at.is_(None))
            .values(done_at=at, done_by=who)
        )
        return bool(done.rowcount)  # type: ignore[attr-defined]


def finish_answers(referrals: Referrals, reference: str, who: str, at: datetime) -> None:
    """What the person or an agency answered about a referral is dealt with: the desk has ended it or opened it again."""
    with Session(referrals.engine) as session, session.begin():
        session.execute(
            update(DeskItemRow)
            .where(
                DeskItemRow.subject == reference,
                DeskItemRow.kind.in_(_ANSWERS),
                DeskItemRow.done_at.is_(None),
            )
            .values(done_at=at, done_by=who)
        )


def reopen_item(referrals: Referrals, item_id: int) -> bool:
    """Done was pressed by mistake. False when it is open, or its content is gone already."""
    with Session(referrals.engine) as session, session.begin():
        opened = session.execute(
            update(DeskItemRow)
            .where(
                DeskItemRow.id == item_id,
                DeskItemRow.done_at.is_not(None),
                DeskItemRow.detail_cipher.is_not(None),
            )
            .values(done_at=None, done_by=None)
        )
        return bool(opened.rowcount)  # type: ignore[attr-defined]


def line_number_of(referrals: Referrals, conversation: str | None) -> str | None:
    """The phone number behind a text conversation, for a call in a crisis."""
    if conversation is None:
        return None
    with Session(referrals.engine) as session:
        return referrals.line_number(session, conversation)
