"""Phones that text with us: known by a keyed hash, the number itself only encrypted."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from referrals.outbox.queue import utc_now
from referrals.storage.tables import PhoneLineRow, TextConsentRow
from referrals.usecases import Referrals


@dataclass(frozen=True)
class LineState:
    """What the answer to a text depends on."""

    opted_out: bool
    introduced: bool


class Lines:
    """Phone lines."""

    def __init__(self, referrals: Referrals, secret_key: str) -> None:
        self._engine = referrals.engine
        self._vault = referrals.vault
        self._key = f"phone line {secret_key}".encode()

    def conversation(self, number: str, pretend: bool = False) -> str:
        """`sms-` and 32 hex digits that only the key's owner can make from a number.

        A pretend phone never shares a conversation with the real phone of the same number.
        """
        name = f"pretend {number}" if pretend else number
        digest = hmac.new(self._key, name.encode(), hashlib.sha256).hexdigest()
        return f"sms-{digest[:32]}"

    def seen(self, number: str, pretend: bool = False) -> str:
        """The conversation of a phone that has just texted; a new phone agrees to be texted by that."""
        conversation = self.conversation(number, pretend)
        now = utc_now()
        dialect = postgresql if self._engine.dialect.name == "postgresql" else sqlite
        with Session(self._engine) as session, session.begin():
            wording = "texted us first"
            added = session.scalar(
                dialect.insert(PhoneLineRow)
                .values(
                    conversation=conversation, number_cipher=self._vault.lock(number), first_seen_at=now, last_seen_at=now,
                    consent_wording=wording, consent_at=now, pretend=pretend, segments_sent=0, segments_received=0,
                )
                .on_conflict_do_nothing(index_elements=["conversation"])
                .returning(PhoneLineRow.conversation)
            )  # fmt: skip
            if added is not None:
                session.add(
                    TextConsentRow(
                        conversation=conversation,
                        agreed=True,
                        how="first_text",
                        wording=wording,
                        at=now,
                    )
                )
            line = session.get_one(PhoneLineRow, conversation)
            line.last_seen_at = now
            # Whoever texts can be texted, whatever a carrier once said of the line.
            line.unreachable = None
        return conversation

    def state(self, conversation: str) -> LineState:
        """Whether nothing may be sent, and whether this phone knows who we are."""
        with Session(self._engine) as session:
            row = session.get(PhoneLineRow, conversation)
            if row is None:
                return LineState(opted_out=False, introduced=False)
            return LineState(row.opted_out_at is not None, row.introduced_at is not None)
