"""Agreeing to be texted and taking it back: each change is written down with its time and wording."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import update
from sqlalchemy.orm import Session

from referrals.storage.tables import OutboxRow, PhoneLineRow, TextConsentRow


@dataclass(frozen=True)
class ConsentChange:
    """`how` names the way (first_text, told_terms, start_word, stop_word, plain_words, carrier); `wording` is ours."""

    agreed: bool
    how: str
    wording: str


def note_terms(session: Session, conversation: str, wording: str, now: datetime) -> None:
    """Whoever texted us first has now been told who we are, what it costs and how it ends."""
    session.add(
        TextConsentRow(
            conversation=conversation, agreed=True, how="told_terms", wording=wording, at=now
        )
    )


def write_consent(
    session: Session, conversation: str, change: ConsentChange, now: datetime
) -> None:
    """Add the change to the record and let the line follow it. Opting out cancels what still waits."""
    session.add(
        TextConsentRow(
            conversation=conversation,
            agreed=change.agreed,
            how=change.how,
            wording=change.wording,
            at=now,
        )
    )
    line = session.get(PhoneLineRow, conversation)
    if line is not None:
        line.opted_out_at = None if change.agreed else now
        if change.agreed:
            line.consent_wording, line.consent_at = change.wording, now
    if not change.agreed:
        session.execute(
            update(OutboxRow)
            .where(OutboxRow.conversation == conversation, OutboxRow.status == "queued")
            .values(status="cancelled", error="opted out", done_at=now)
        )
