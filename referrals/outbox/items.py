"""Items for the desk that say something once, however often it happens."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from referrals.storage.tables import DeskItemRow
from referrals.usecases import Referrals


def raise_once(
    referrals: Referrals, kind: str, conversation: str | None, detail: str, urgent: bool = False
) -> None:
    """Raise an item unless the same one is open already."""
    with Session(referrals.engine) as session:
        rows = session.scalars(
            select(DeskItemRow.detail_cipher).where(
                DeskItemRow.kind == kind,
                DeskItemRow.done_at.is_(None),
                DeskItemRow.conversation == conversation
                if conversation is not None
                else DeskItemRow.conversation.is_(None),
            )
        ).all()
    if detail not in (referrals.vault.unlock(cipher) for cipher in rows):
        referrals.raise_item(kind, conversation, detail, urgent)
