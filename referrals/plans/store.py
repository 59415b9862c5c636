"""Plans in the database: found by a private link that expires, or by the conversation that made them."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from referrals.plans.model import Plan
from referrals.storage.tables import PlanRow
from referrals.usecases import Referrals

# No letters or digits that are read for another: a code is typed from a screen into a phone.
_DIGITS = "34679"
_SIGNS = f"ACDEFHJKMNPRTWXY{_DIGITS}"
_CODE_DAYS = 7
_MAILS_A_DAY = 5
_ENDED = "ended"


class PlanExpiredError(Exception):
    """The link was right once. What it opened is deleted; a new plan must be made."""


@dataclass(frozen=True)
class OpenPlan:
    """A plan with what its owner may know of it; times are UTC without zone."""

    token: str
    conversation: str
    plan: Plan
    version: int
    changed_at: datetime
    expires_at: datetime


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)


class Plans:
    """Each method is one transaction. A plan lives `days` from its last change."""

    def __init__(
        self, referrals: Referrals, days: int = 30, now: Callable[[], datetime] = _now
    ) -> None:
        self._engine = referrals.engine
        self._vault = referrals.vault
        self._life = timedelta(days=days)
        self._now = now

    def of_conversation(self, conversation: str) -> OpenPlan | None:
        """The newest plan that this conversation made and that still lives."""
        with Session(self._engine) as session:
            row = session.scalars(
                select(PlanRow)
                .where(PlanRow.conversation == conversation, PlanRow.expires_at > self._now())
                .order_by(PlanRow.id.desc())
            ).first()
            return None if row is None else self._open(row)

    def make(self, conversation: str, language: str) -> OpenPlan:
        """An empty plan, unless the conversation has one. What has expired is deleted on the way."""
        known = self.of_conversation(conversation)
        if known is not None:
            return known
        token = secrets.token_urlsafe(24)
        now = self._now()
        row = PlanRow(
            token_hash=_hash(token),
            token_cipher=self._vault.lock(token),
            conversation=conversation,
            document_cipher=self._vault.lock(Plan(language).to_dict()),
            version=1,
            created_at=now,
            changed_at=now,
            expires_at=now + self._life,
        )
        self.erase_ended()
        with Session(self._engine) as session, session.begin():
            session.add(row)
            session.flush()
            return self._open(row)

    def by_token(self, token: str) -> OpenPlan | None:
        """The plan behind a link, or None. Raises PlanExpiredError."""
        try:
            with Session(self._engine) as session, session.begin():
                row = self._row(session, token)
                return None if row is None else self._open(row)
        except PlanExpiredError:
            self.erase_ended()
            raise

    def erase_ended(self) -> int:
        """Take out the content of plans whose time is over; returns of how many.

        What stays for a while is that there was such a link, so that its owner is told that it has ended.
        """
        now, nothing = self._now(), self._vault.lock(None)
        with Session(self._engine) as session, session.begin():
            session.execute(delete(PlanRow).where(PlanRow.expires_at <= now - self._life))
            ended = session.execute(
                update(PlanRow)
                .where(PlanRow.expires_at <= now, PlanRow.conversation != _ENDED)
                .values(
                    document_cipher=nothing,
                    token_cipher=nothing,
                    conversation=_ENDED,
                    text_code=None,
                )
            )
            return int(ended.rowcount)  # type: ignore[attr-defined]

    def change(self, token: str, edit: Callable[[Plan], None]) -> OpenPlan | None:
        """Apply `edit` to the newest state, so that two tabs lose nothing of each other; lives on.

        Raises PlanExpiredError, and whatever `edit` raises, with nothing changed.
        """
        with Session(self._engine) as session, session.begin():
            row = self._row(session, token)
            if row is None:
                return None
            plan = Plan.from_dict(self._vault.unlock(row.document_cipher))
            edit(plan)
            row.document_cipher = self._vault.lock(plan.to_dict())
            row.version += 1
            row.changed_at, row.expires_at = self._now(), self._now() + self._life
            session.flush()
            return self._open(row)

    def new_link(self, token: str) -> OpenPlan | None:
        """Another link to the same plan; the old one opens nothing from now on."""
        fresh = secrets.token_urlsafe(24)
        with Session(self._engine) as session, session.begin():
            row = self._row(session, token)
            if row is None:
                return None
            row.token_hash, row.token_cipher = _hash(fresh), self._vault.lock(fresh)
            row.text_code = None
            session.flush()
            return self._open(row)

    def delete(self, token: str) -> None:
        """Remove the plan and everything in it."""
        with Session(self._engine) as session, session.begin():
            session.execute(delete(PlanRow).where(PlanRow.token_hash == _hash(token)))

    def text_code(self, token: str) -> str | None:
        """A code that a phone sends to get this plan by text; good for seven days."""
        with Session(self._engine) as session, session.begin():
            row = self._row(session, token)
            if row is None:
                return None
            now = self._now()
            if row.text_code and row.text_code_until and row.text_code_until > now:
                return row.text_code
            row.text_code = _new_code()
            row.text_code_until = now + timedelta(days=_CODE_DAYS)
            return row.text_code

    def by_text_code(self, code: str) -> OpenPlan | None:
        """The plan that a phone asks for; None when the code is wrong or too old."""
        now = self._now()
        with Session(self._engine) as session:
            row = session.scalars(
                select(PlanRow).where(
                    PlanRow.text_code == code.upper(),
                    PlanRow.text_code_until > now,
                    PlanRow.expires_at > now,
                )
            ).first()
            return None if row is None else self._open(row)

    def may_mail(self, token: str) -> bool:
        """Count one e-mail of this plan; False when today's are used up."""
        with Session(self._engine) as session, session.begin():
            row = self._row(session, token)
            if row is None:
                return False
            today = self._now().date().isoformat()
            if row.mailed_on != today:
                row.mailed_on, row.mails = today, 0
            row.mails += 1
            return row.mails <= _MAILS_A_DAY

    def _row(self, session: Session, token: str) -> PlanRow | None:
        row = session.scalars(
            select(PlanRow).where(PlanRow.token_hash == _hash(token)).with_for_update()
        ).first()
        if row is not None and row.expires_at <= self._now():
            raise PlanExpiredError
        return row

    def _open(self, row: PlanRow) -> OpenPlan:
        return OpenPlan(
            str(self._vault.unlock(row.token_cipher)),
            row.conversation,
            Plan.from_dict(self._vault.unlock(row.document_cipher)),
            row.version,
            row.changed_at,
            row.expires_at,
        )


def _new_code() -> str:
    """Begins with a digit, so that no word of a sentence is taken for a code."""
    return secrets.choice(_DIGITS) + "".join(secrets.choice(_SIGNS) for _ in range(6))


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
