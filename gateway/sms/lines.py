"""Phones that text with us: known by a keyed hash, the number itself only encrypted."""

from __future__ import annotations

import hashlib
import hmac
from datetime import UTC, datetime

from sqlalchemy import select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from referrals.storage.tables import InboundRow, PhoneLineRow
from referrals.usecases import Referrals


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)


class Lines:
    """Phone lines and the webhooks seen from them."""

    def __init__(self, referrals: Referrals, secret_key: str) -> None:
        self._engine = referrals.engine
        self._vault = referrals.vault
        self._key = f"phone line {secret_key}".encode()

    def conversation(self, number: str) -> str:
        """`sms-` and 32 hex digits that only the key's owner can make from a number."""
        digest = hmac.new(self._key, number.encode(), hashlib.sha256).hexdigest()
        return f"sms-{digest[:32]}"

    def seen(self, number: str) -> tuple[str, bool]:
        """(conversation, whether this is the first message ever)."""
        conversation = self.conversation(number)
        with Session(self._engine) as session, session.begin():
            row = session.get(PhoneLineRow, conversation)
            if row is not None:
                row.last_seen_at = _now()
                return conversation, False
            session.add(
                PhoneLineRow(
                    conversation=conversation,
                    number_cipher=self._vault.lock(number),
                    first_seen_at=_now(),
                    last_seen_at=_now(),
                    consent_wording="first message from this phone",
                    consent_at=_now(),
                )
            )
            return conversation, True

    def opted_out(self, conversation: str) -> bool:
        """Whether nothing may be sent."""
        with Session(self._engine) as session:
            row = session.get(PhoneLineRow, conversation)
            return row is not None and row.opted_out_at is not None

    def set_opted_out(self, conversation: str, out: bool) -> None:
        """Record opting out, or in again with a new consent."""
        values: dict[str, object] = {"opted_out_at": _now() if out else None}
        if not out:
            values.update(consent_wording="START from this phone", consent_at=_now())
        with Session(self._engine) as session, session.begin():
            session.execute(
                update(PhoneLineRow)
                .where(PhoneLineRow.conversation == conversation)
                .values(**values)
            )

    def number(self, conversation: str) -> str | None:
        """The number to send to."""
        with Session(self._engine) as session:
            row = session.get(PhoneLineRow, conversation)
            return None if row is None else self._vault.unlock(row.number_cipher)

    def count_segments(self, conversation: str, segments: int) -> None:
        """Add to what this conversation has cost."""
        with Session(self._engine) as session, session.begin():
            session.execute(
                update(PhoneLineRow)
                .where(PhoneLineRow.conversation == conversation)
                .values(segments_sent=PhoneLineRow.segments_sent + segments)
            )

    def first_time(self, token: str, conversation: str) -> bool:
        """True for exactly one of several deliveries of the same message, on any worker."""
        dialect = postgresql if self._engine.dialect.name == "postgresql" else sqlite
        with Session(self._engine) as session, session.begin():
            added = session.execute(
                dialect.insert(InboundRow)
                .values(token=token, conversation=conversation, at=_now())
                .on_conflict_do_nothing(index_elements=["token"])
            )
            return bool(added.rowcount)  # type: ignore[attr-defined]

    def answered(self, token: str, twiml: str) -> None:
        """Keep the answer for a delivery that comes again."""
        with Session(self._engine) as session, session.begin():
            session.execute(
                update(InboundRow)
                .where(InboundRow.token == token)
                .values(answer_cipher=self._vault.lock(twiml))
            )

    def earlier_answer(self, token: str) -> str | None:
        """The kept answer; None while the first delivery is still being answered."""
        with Session(self._engine) as session:
            cipher = session.scalar(
                select(InboundRow.answer_cipher).where(InboundRow.token == token)
            )
            return self._vault.unlock(cipher)
