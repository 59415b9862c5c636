"""Asking for a warm referral, and taking it back."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from referrals.life.view import view_of
from referrals.life.work import Work
from referrals.model import OPEN, ReferralView, new_reference
from referrals.storage.exclusive import one_at_a_time
from referrals.storage.tables import ConsentRow, FollowUpRow, HandoffRow, ReferralRow


class Asking(Work):
    """What a person can do with a referral of their own."""

    def request(
        self, conversation: str, channel: str, details: dict[str, Any], consent: dict[str, str]
    ) -> ReferralView:
        """A new referral, or the open one of the same conversation and needs, with the new details.

        `details`: needs, place, name, number, good_time, language, about, note, services, they_know.
        `consent`: wording_version, wording, scope. Raises ValueError without a consent.
        """
        if not consent.get("wording"):
            raise ValueError("A referral needs the wording that was agreed to.")
        needs = ",".join(sorted(details.get("needs") or []))
        with Session(self.engine) as session, session.begin():
            one_at_a_time(session, f"request {conversation}")
            row = session.scalars(
                select(ReferralRow).where(
                    ReferralRow.conversation == conversation,
                    ReferralRow.needs == needs,
                    ReferralRow.status.in_(OPEN),
                )
            ).first()
            joined = row is not None
            if row is None:
                row = self._new_referral(session, conversation, channel, needs)
            else:
                # Whoever has it open sees that there is something new before writing over it.
                row.version += 1
            place = details.get("place") or {}
            row.state, row.county_fips = place.get("state"), place.get("county_fips")
            row.details_cipher = self.vault.lock(details)
            row.person_key = self._person_key(session, conversation, details)
            session.flush()
            session.add(
                ConsentRow(
                    conversation=conversation,
                    referral_id=row.id,
                    wording_version=consent["wording_version"],
                    wording="",
                    wording_cipher=self.vault.lock(consent["wording"]),
                    scope=consent["scope"],
                    granted_at=self._now(),
                )
            )
            self.write_history(session, row, "client", "joined" if joined else "requested")
            return view_of(row)

    def amend(self, conversation: str, changes: dict[str, str]) -> list[ReferralView]:
        """Put right what the person agreed to share, in each open referral: number, name, good_time; `note` is added.

        Whoever works on one sees it in its history and as an item. Returns the referrals that were changed.
        """
        with Session(self.engine) as session, session.begin():
            rows = session.scalars(
                select(ReferralRow).where(
                    ReferralRow.conversation == conversation, ReferralRow.status.in_(OPEN)
                )
            ).all()
            changed = [row for row in rows if self._amend(session, row, changes)]
            return [view_of(row) for row in changed]

    def _amend(self, session: Session, row: ReferralRow, changes: dict[str, str]) -> bool:
        details = self.vault.unlock(row.details_cipher)
        if not isinstance(details, dict):
            return False
        for field, value in changes.items():
            before = str(details.get(field) or "")
            added = f"{before}. {value}" if field == "note" and before else value
            details[field] = added
        row.details_cipher = self.vault.lock(details)
        row.version += 1
        if "number" in changes:
            row.person_key = self._person_key(session, row.conversation, details)
        told = "; ".join(f"{field.replace('_', ' ')}: {value}" for field, value in changes.items())
        self.write_history(session, row, "client", "amended", told)
        detail = f"{row.reference}: {told}"
        self.add_item(session, "client_changed", row.conversation, detail, subject=row.reference)
        return True

    def _new_referral(
        self, session: Session, conversation: str, channel: str, needs: str
    ) -> ReferralRow:
        reference = new_reference()
        while session.scalar(select(ReferralRow.id).where(ReferralRow.reference == reference)):
            reference = new_reference()
        row = ReferralRow(
            reference=reference,
            conversation=conversation,
            channel=channel,
            status="requested",
            needs=needs,
            created_at=self._now(),
            version=1,
        )
        session.add(row)
        return row

    def _person_key(
        self, session: Session, conversation: str, details: dict[str, Any]
    ) -> str | None:
        number = self.line_number(session, conversation)
        given = self.vault.person_key(str(details.get("number") or ""))
        return given or self.vault.person_key(number or "")

    def latest(self, conversation: str) -> ReferralView | None:
        """The newest referral of a conversation."""
        found = self.referrals_of(conversation, limit=1)
        return found[0] if found else None

    def referrals_of(self, conversation: str, limit: int = 20) -> list[ReferralView]:
        """The referrals of a conversation, newest first."""
        with Session(self.engine) as session:
            rows = session.scalars(
                select(ReferralRow)
                .where(ReferralRow.conversation == conversation)
                .order_by(ReferralRow.id.desc())
                .limit(limit)
            )
            return [view_of(row) for row in rows]

    def has_open_referral(self, conversation: str) -> bool:
        """Whether a coordinator still works for this person."""
        return any(view.status in OPEN for view in self.referrals_of(conversation))

    def withdraw(self, conversation: str) -> list[ReferralView]:
        """End the consent: open referrals are cancelled, links of agencies end, nothing is asked any more.

        Returns the referrals that were stopped. For each that an agency or a coordinator had already
        begun with, an urgent item says who must be told.
        """
        with Session(self.engine) as session, session.begin():
            now = self._now()
            session.execute(
                update(ConsentRow)
                .where(ConsentRow.conversation == conversation, ConsentRow.revoked_at.is_(None))
                .values(revoked_at=now)
            )
            session.execute(
                update(FollowUpRow)
                .where(FollowUpRow.conversation == conversation, FollowUpRow.ended_at.is_(None))
                .values(ended_at=now)
            )
            rows = session.scalars(
                select(ReferralRow).where(ReferralRow.conversation == conversation)
            ).all()
            stopped = []
            for row in rows:
                agencies = self._end_links(session, row, now)
                row.next_check_at = None
                if row.status in OPEN:
                    begun = row.status != "requested"
                    self.move(session, row, "cancel", "client", "consent withdrawn")
                    stopped.append(view_of(row))
                    self._must_be_told(session, row, agencies, begun)
            return stopped

    def _end_links(self, session: Session, row: ReferralRow, now: datetime) -> list[str]:
        """End the links of a referral; returns the agencies that had one."""
        links = session.scalars(
            select(HandoffRow).where(
                HandoffRow.referral_id == row.id, HandoffRow.revoked_at.is_(None)
            )
        ).all()
        for link in links:
            link.revoked_at = now
        names = {link.agency for link in links} | ({row.agency} if row.agency else set())
        return sorted(names)

    def _must_be_told(
        self, session: Session, row: ReferralRow, agencies: list[str], begun: bool
    ) -> None:
        if begun or agencies:
            who = ", ".join(agencies) or "the agency, if you have called it"
            detail = f"{row.reference}: consent taken back. Tell {who}."
            self.add_item(
                session, "tell_agency", row.conversation, detail, urgent=True, subject=row.reference
            )
