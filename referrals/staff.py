"""Coordinators' accounts: argon2 passwords, optional one-time codes, a lock-out, roles."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pyotp
from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from referrals.audit import Audit
from referrals.room import Room
from referrals.storage.tables import StaffRow

# From the least to the most that one may do.
ROLES = ("coordinator", "lead", "admin")
LEAST_PASSWORD = 12
_MOST_FAILED = 5
_LOCKED = timedelta(minutes=15)
_STEP_S = 30
_hasher = PasswordHasher()
# Checked when there is no such name, so that the time of an answer tells nothing.
_NOBODY = _hasher.hash("nobody has this password")


@dataclass(frozen=True)
class Account:
    """What the desk may know of an account."""

    name: str
    role: str
    disabled: bool
    has_code: bool
    session_round: int
    locked_until: datetime | None = None


class Staff:
    """Accounts over one database."""

    def __init__(self, room: Room) -> None:
        self._room = room

    def create(self, name: str, password: str, role: str = "coordinator") -> None:
        """A new account, or a new password for one, which ends its sessions. Raises ValueError."""
        if not name.strip() or len(name) > 80:
            raise ValueError("The name has 1 to 80 characters.")
        if role not in ROLES:
            raise ValueError(f"The role is one of {', '.join(ROLES)}.")
        if len(password) < LEAST_PASSWORD:
            raise ValueError(f"The password needs at least {LEAST_PASSWORD} characters.")
        with Session(self._room.engine) as session, session.begin():
            row = session.get(StaffRow, name)
            if row is None:
                row = StaffRow(name=name, created_at=self._room.now(), session_round=0)
            row.password_hash, row.role = _hasher.hash(password), role
            row.failed, row.locked_until, row.disabled = 0, None, False
            row.session_round += 1
            session.add(row)

    def sign_in(self, name: str, password: str, code: str = "") -> Account | None:
        """The account when password and code (where one is set up) are right and it is not locked.

        After five wrong tries in a row it is locked for 15 minutes. A code works once.
        """
        with Session(self._room.engine) as session, session.begin():
            row = session.get(StaffRow, name)
            right = _verify(_NOBODY if row is None else row.password_hash, password)
            if row is None or row.disabled or self._locked(row):
                return None
            if not (right and self._code_is_right(row, code)):
                self._count_wrong(row)
                return None
            row.failed, row.locked_until = 0, None
            return _account(row)

    def note(self, who: str, what: str, subject: str) -> None:
        """Add to the audit trail."""
        Audit(self._room).note(who, what, subject)

    def account(self, name: str) -> Account | None:
        """The account as it is now; None when there is none or it is disabled."""
        with Session(self._room.engine) as session:
            row = session.get(StaffRow, name)
            return None if row is None or row.disabled else _account(row)

    def confirm(self, name: str, password: str) -> bool:
        """Whether this is the account's password. Wrong ones count as at sign-in."""
        with Session(self._room.engine) as session, session.begin():
            row = self._row(session, name)
            if self._locked(row):
                return False
            if _verify(row.password_hash, password):
                return True
            self._count_wrong(row)
            return False

    def accounts(self) -> list[Account]:
        """All accounts by name, the disabled ones too."""
        with Session(self._room.engine) as session:
            return [
                _account(row) for row in session.scalars(select(StaffRow).order_by(StaffRow.name))
            ]

    def set_role(self, name: str, role: str) -> None:
        """Another role. Raises ValueError for the last admin or an unknown role."""
        if role not in ROLES:
            raise ValueError(f"The role is one of {', '.join(ROLES)}.")
        with Session(self._room.engine) as session, session.begin():
            row = self._row(session, name)
            if role != "admin":
                self._keep_an_admin(session, row)
            row.role = role

    def set_disabled(self, name: str, disabled: bool) -> None:
        """Close or open an account; closing ends its sessions. Raises ValueError for the last admin."""
        with Session(self._room.engine) as session, session.begin():
            row = self._row(session, name)
            if disabled:
                self._keep_an_admin(session, row)
            row.disabled = disabled
            row.session_round += 1

    def end_sessions(self, name: str) -> None:
        """Sign out everywhere."""
        with Session(self._room.engine) as session, session.begin():
            self._row(session, name).session_round += 1

    def set_code(self, name: str, secret: str, code: str) -> bool:
        """Ask for one-time codes from now on, once `code` shows that the app has the secret."""
        if not pyotp.TOTP(secret).verify(code, valid_window=1):
            return False
        with Session(self._room.engine) as session, session.begin():
            row = self._row(session, name)
            row.code_cipher, row.code_step = self._room.vault.lock(secret), 0
        return True

    def remove_code(self, name: str) -> None:
        """Ask for no code any more."""
        with Session(self._room.engine) as session, session.begin():
            self._row(session, name).code_cipher = None

    def _row(self, session: Session, name: str) -> StaffRow:
        row = session.get(StaffRow, name, with_for_update=True)
        if row is None:
            raise LookupError("There is no such account.")
        return row

    def _keep_an_admin(self, session: Session, row: StaffRow) -> None:
        others = session.scalar(
            select(func.count()).where(
                StaffRow.role == "admin", StaffRow.disabled.is_(False), StaffRow.name != row.name
            )
        )
        if row.role == "admin" and not others:
            raise ValueError("This is the only admin. Make another one first.")

    def _count_wrong(self, row: StaffRow) -> None:
        row.failed += 1
        if row.failed >= _MOST_FAILED:
            row.failed, row.locked_until = 0, self._room.now() + _LOCKED

    def _locked(self, row: StaffRow) -> bool:
        return row.locked_until is not None and row.locked_until > self._room.now()

    def _code_is_right(self, row: StaffRow, code: str) -> bool:
        if row.code_cipher is None:
            return True
        secret = self._room.vault.unlock(row.code_cipher)
        if secret is None:
            return False
        totp = pyotp.TOTP(secret)
        digits = "".join(c for c in code if c.isdigit())
        now = int(self._room.now().replace(tzinfo=UTC).timestamp()) // _STEP_S
        for step in (now - 1, now, now + 1):
            if step > row.code_step and pyotp.utils.strings_equal(digits, totp.generate_otp(step)):
                row.code_step = step
                return True
        return False


def _verify(password_hash: str, password: str) -> bool:
    try:
        return _hasher.verify(password_hash, password)
    except VerifyMismatchError:
        return False


def _account(row: StaffRow) -> Account:
    return Account(
        row.name,
        row.role,
        row.disabled,
        row.code_cipher is not None,
        row.session_round,
        row.locked_until,
    )
