"""Taking personal data out: when a person asks for it, and when a referral has been closed long enough."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, select, update
from sqlalchemy.orm import Session

from referrals.life.asking import Asking
from referrals.model import OPEN
from referrals.storage.tables import (
    AttemptRow,
    Base,
    ConsentRow,
    ConversationRow,
    DeskItemRow,
    HandoffRow,
    HistoryRow,
    InboundRow,
    ItemNoteRow,
    MessageRow,
    OutboxRow,
    PhoneLineRow,
    ReferralRow,
)

# Answers are kept for deliveries that come again, sent texts for late reports of the carrier.
_DELIVERY_DAYS = 30
# These are stripped, not deleted: counts, open duties and opting out outlive a person's data. Arrivals stay
# known by their ids, so that a repeated delivery is not answered as new.
_STRIPPED = frozenset({"referral", "consent", "desk_item", "phone_line", "inbound", "inbound_text"})
# What these items say names nobody, and is still to be done.
_NAMELESS = ("tell_agency", "crisis")
_FINISHED_TEXTS = ("sent", "delivered", "undelivered", "failed")


class Leaving(Asking):
    """Deleting and stripping. Counts stay; what names a person goes."""

    def delete_person(self, conversation: str) -> int:
        """Remove all that identifies a person; counts stay. Returns how many referrals were stripped.

        What must outlive it: that a phone opted out, and that a phone is never to be texted first.
        """
        self.withdraw(conversation)
        with Session(self.engine) as session, session.begin():
            rows = session.scalars(
                select(ReferralRow).where(ReferralRow.conversation == conversation)
            ).all()
            for row in rows:
                self._strip(session, row)
                row.conversation = f"deleted-{row.id}"
            self._forget_talk(session, conversation)
            self._forget_notes(session, DeskItemRow.conversation == conversation)
            session.execute(
                update(DeskItemRow)
                .where(DeskItemRow.conversation == conversation, DeskItemRow.kind.not_in(_NAMELESS))
                .values(detail_cipher=None, conversation=None)
            )
            # Who must be told is still to be told; the reference alone names nobody.
            session.execute(
                update(DeskItemRow)
                .where(DeskItemRow.conversation == conversation)
                .values(conversation=None)
            )
            session.execute(
                update(ConsentRow)
                .where(ConsentRow.conversation == conversation)
                .values(conversation="deleted", wording_cipher=None)
            )
            self._forget_line(session, conversation)
            return len(rows)

    def _forget_talk(self, session: Session, conversation: str) -> None:
        """Every table that keeps something under a conversation loses it, later ones too."""
        for table in Base.metadata.sorted_tables:
            if "conversation" in table.columns and table.name not in _STRIPPED:
                session.execute(delete(table).where(table.c.conversation == conversation))
            elif "answer_cipher" in table.columns:
                session.execute(
                    update(table)
                    .where(table.c.conversation == conversation)
                    .values(answer_cipher=None)
                )

    def _forget_line(self, session: Session, conversation: str) -> None:
        row = session.get(ConversationRow, conversation)
        if row is not None and row.never_text_first:
            row.mode = row.taken_by = row.language = None
        elif row is not None:
            session.delete(row)
        line = session.get(PhoneLineRow, conversation)
        if line is not None and line.opted_out_at is not None:
            line.number_cipher = self.vault.lock("")
        elif line is not None:
            session.delete(line)

    def _forget_notes(self, session: Session, whose: ColumnElement[bool]) -> None:
        """What was written about these items; who did what and when stays."""
        ids = select(DeskItemRow.id).where(whose)
        session.execute(
            update(ItemNoteRow).where(ItemNoteRow.item_id.in_(ids)).values(note_cipher=None)
        )

    def _strip(self, session: Session, row: ReferralRow) -> None:
        """Take out what names the person of one referral; needs, county, dates and outcome stay."""
        row.details_cipher = row.person_key = None
        row.stripped_at = self._now()
        if row.status not in OPEN:
            row.next_check_at = None
        for table in (HistoryRow, AttemptRow):
            session.execute(
                update(table).where(table.referral_id == row.id).values(note_cipher=None)
            )
        session.execute(
            update(HandoffRow)
            .where(HandoffRow.referral_id == row.id)
            .values(email_cipher=None, revoked_at=self._now())
        )
        session.execute(
            update(ConsentRow).where(ConsentRow.referral_id == row.id).values(wording_cipher=None)
        )

    def strip_closed(self, days: int) -> int:
        """Strip referrals closed more than `days` days ago, with their messages; returns how many."""
        limit = self._now() - timedelta(days=days)
        with Session(self.engine) as session, session.begin():
            rows = session.scalars(
                select(ReferralRow).where(
                    ReferralRow.status.not_in(OPEN),
                    ReferralRow.closed_at < limit,
                    ReferralRow.stripped_at.is_(None),
                )
            ).all()
            for row in rows:
                self._strip(session, row)
                session.execute(
                    delete(MessageRow).where(
                        MessageRow.conversation == row.conversation, MessageRow.at < limit
                    )
                )
            self._forget_talks(session, limit)
            self._forget_notes(session, DeskItemRow.done_at < limit)
            session.execute(
                update(DeskItemRow)
                .where(DeskItemRow.done_at < limit)
                .values(detail_cipher=None, conversation=None)
            )
            return len(rows)

    def _forget_talks(self, session: Session, limit: datetime) -> None:
        """Old messages of persons for whom nothing is open, with or without a referral."""
        working = select(ReferralRow.conversation).where(ReferralRow.status.in_(OPEN))
        waiting = select(DeskItemRow.conversation).where(
            DeskItemRow.done_at.is_(None), DeskItemRow.conversation.is_not(None)
        )
        session.execute(
            delete(MessageRow).where(
                MessageRow.at < limit,
                MessageRow.conversation.not_in(working),
                MessageRow.conversation.not_in(waiting),
            )
        )

    def tidy(self, conversation_days: int) -> None:
        """Delete what is only kept for late deliveries, and phones that were silent for very long."""
        now = self._now()
        with Session(self.engine) as session, session.begin():
            old = now - timedelta(days=_DELIVERY_DAYS)
            session.execute(delete(InboundRow).where(InboundRow.at < old))
            session.execute(
                delete(OutboxRow).where(
                    OutboxRow.status.in_(_FINISHED_TEXTS), OutboxRow.created_at < old
                )
            )
            silent = now - timedelta(days=conversation_days)
            with_open = select(ReferralRow.conversation).where(ReferralRow.status.in_(OPEN))
            session.execute(
                delete(PhoneLineRow).where(
                    PhoneLineRow.last_seen_at < silent,
                    PhoneLineRow.opted_out_at.is_(None),
                    PhoneLineRow.conversation.not_in(with_open),
                )
            )
