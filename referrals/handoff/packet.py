"""What an agency is given: only what the consent names, nothing of the desk's own notes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from referrals.room import Room
from referrals.storage.tables import ConsentRow, PhoneLineRow, ReferralRow


class NoConsentError(Exception):
    """Nothing may be shared: there is no consent, or it was taken back."""


@dataclass(frozen=True)
class SharedPacket:
    """One referral as the agency may see it. Times in UTC."""

    id: int
    reference: str
    status: str
    outcome: str | None
    reason: str | None
    needs: tuple[str, ...]
    details: dict[str, Any]
    agency: str | None
    service_id: str | None
    coordinator: str | None
    created_at: datetime
    changed_at: datetime
    consent_id: int
    consent_version: str
    consent_wording: str
    consent_scope: str
    consent_at: datetime


def shared_packet(room: Room, referral_id: int) -> SharedPacket:
    """The packet. Raises LookupError without such a referral, NoConsentError without a consent in force."""
    with Session(room.engine) as session:
        row = session.get(ReferralRow, referral_id)
        if row is None:
            raise LookupError("There is no such referral.")
        consent = session.scalars(
            select(ConsentRow)
            .where(ConsentRow.referral_id == referral_id, ConsentRow.revoked_at.is_(None))
            .order_by(ConsentRow.id.desc())
        ).first()
        if consent is None:
            raise NoConsentError("The person has taken the consent back: nothing may be shared.")
        details = room.vault.unlock(row.details_cipher)
        if details is None:
            raise NoConsentError("The personal details are deleted: there is nothing to share.")
        return SharedPacket(
            id=row.id,
            reference=row.reference,
            status=row.status,
            outcome=row.outcome,
            reason=row.reason,
            needs=tuple(need for need in row.needs.split(",") if need),
            details=_with_number(room, session, row, details),
            agency=row.agency,
            service_id=row.service_id,
            coordinator=row.claimed_by,
            created_at=row.created_at,
            changed_at=row.closed_at or row.first_contact_at or row.created_at,
            consent_id=consent.id,
            consent_version=consent.wording_version,
            consent_wording=room.vault.unlock(consent.wording_cipher) or "",
            consent_scope=consent.scope,
            consent_at=consent.granted_at,
        )


def _with_number(
    room: Room, session: Session, row: ReferralRow, details: dict[str, Any]
) -> dict[str, Any]:
    """'this phone' becomes the number that the person texts from."""
    line = session.get(PhoneLineRow, row.conversation)
    number = room.vault.unlock(line.number_cipher) if line is not None else None
    if details.get("number") == "this phone" and number:
        return {**details, "number": number}
    return details
