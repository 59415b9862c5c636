"""Coordinators' accounts: argon2 passwords, a lock-out after wrong ones, and the audit trail."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from referrals.storage.tables import AuditRow, StaffRow

ROLES = ("coordinator", "lead", "admin")
LEAST_PASSWORD = 12
_MOST_FAILED = 5
_LOCKED = timedelta(minutes=15)
_hasher = PasswordHasher()
# Checked when there is no such name, so that the time of an answer tells nothing.
_NOBODY = _hasher.hash("nobody has this password")


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)


class Staff:
    """Accounts and audit over one database."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def create(self, name: str, password: str, role: str = "coordinator") -> None:
        """A new account, or a new password for one. Raises ValueError with what is wrong."""
        if role not in ROLES:
            raise ValueError(f"The role is one of {', '.join(ROLES)}.")
        if len(password) < LEAST_PASSWORD:
            raise ValueError(f"The password needs at least {LEAST_PASSWORD} characters.")
        with Session(self._engine) as session, session.begin():
            row = session.get(StaffRow, name) or StaffRow(name=name, created_at=_now())
            row.password_hash, row.role = _hasher.hash(password), role
            row.failed, row.locked_until = 0, None
            session.add(row)

    def sign_in(self, name: str, password: str) -> str | None:
        """The role when name and password are right and the account is not locked; else None."""
        with Session(self._engine) as session, session.begin():
            row = session.get(StaffRow, name)
            right = _verify(_NOBODY if row is None else row.password_hash, password)
            if row is None or (row.locked_until and row.locked_until > _now()):
                return None
            if not right:
                row.failed += 1
                if row.failed >= _MOST_FAILED:
                    row.failed, row.locked_until = 0, _now() + _LOCKED
                return None
            row.failed, row.locked_until = 0, None
            return row.role

    def role_of(self, name: str) -> str | None:
        """The role now; None when the account is gone."""
        with Session(self._engine) as session:
            row = session.get(StaffRow, name)
            return None if row is None else row.role

    def note(self, who: str, what: str, subject: str) -> None:
        """Add to the audit trail."""
        with Session(self._engine) as session, session.begin():
            before = session.scalar(select(AuditRow.chain).order_by(AuditRow.id.desc()).limit(1))
            at = _now()
            chain = _link(before or "", who, what, subject, at)
            session.add(AuditRow(who=who, what=what, subject=subject, at=at, chain=chain))

    def audit_is_whole(self) -> bool:
        """Whether no row was changed or taken out."""
        before = ""
        with Session(self._engine) as session:
            for row in session.scalars(select(AuditRow).order_by(AuditRow.id)):
                if row.chain != _link(before, row.who, row.what, row.subject, row.at):
                    return False
                before = row.chain
        return True


def _verify(password_hash: str, password: str) -> bool:
    try:
        return _hasher.verify(password_hash, password)
    except VerifyMismatchError:
        return False


def _link(before: str, who: str, what: str, subject: str, at: datetime) -> str:
    return hashlib.sha256(
        "\n".join((before, who, what, subject, at.isoformat())).encode()
    ).hexdigest()
