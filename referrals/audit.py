"""The audit trail: who saw or changed what. Each line is sealed over the line before with our key."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from referrals.room import Room
from referrals.storage.exclusive import one_at_a_time
from referrals.storage.tables import AuditHeadRow, AuditRow


@dataclass(frozen=True)
class AuditLine:
    """One line, without its seal."""

    who: str
    what: str
    subject: str
    at: datetime


class Audit:
    """Lines are only added. Whoever changes, removes or cuts off lines without our key is found out."""

    def __init__(self, room: Room) -> None:
        self._room = room

    def note(self, who: str, what: str, subject: str) -> None:
        """Add a line. `subject` is a reference or an id, never a name or number of a client."""
        with Session(self._room.engine) as session, session.begin():
            one_at_a_time(session, "audit")
            head = session.get(AuditHeadRow, 1) or self._new_head(session)
            line = AuditLine(who[:80], what[:60], subject[:60], self._room.now())
            chain = self._link(head.chain, line)
            session.add(
                AuditRow(
                    who=line.who, what=line.what, subject=line.subject, at=line.at,
                    chain=chain, keyed=True,
                )
            )  # fmt: skip
            head.count, head.chain = head.count + 1, chain
            head.seal = self._head_seal(head)

    def _new_head(self, session: Session) -> AuditHeadRow:
        chains = session.scalars(select(AuditRow.chain).order_by(AuditRow.id)).all()
        head = AuditHeadRow(id=1, count=len(chains), chain=chains[-1] if chains else "", seal="")
        session.add(head)
        return head

    def is_whole(self) -> bool:
        """Whether no line was changed, taken out, put in or cut off at the end."""
        before, keyed, count = "", False, 0
        with Session(self._room.engine) as session:
            for row in session.scalars(select(AuditRow).order_by(AuditRow.id)):
                keyed = keyed or row.keyed
                line = AuditLine(row.who, row.what, row.subject, row.at)
                # Once one line has a key, all that follow must have it.
                if row.chain != (self._link(before, line) if keyed else _plain_link(before, line)):
                    return False
                before, count = row.chain, count + 1
            head = session.get(AuditHeadRow, 1)
            if head is None:
                return not keyed
            return (head.count, head.chain, head.seal) == (count, before, self._head_seal(head))

    def lines(self, subject: str | None = None, limit: int = 200) -> list[AuditLine]:
        """The newest lines first; about one subject when it is given."""
        query = select(AuditRow).order_by(AuditRow.id.desc()).limit(limit)
        if subject is not None:
            query = query.where(AuditRow.subject == subject)
        with Session(self._room.engine) as session:
            return [AuditLine(r.who, r.what, r.subject, r.at) for r in session.scalars(query)]

    def _link(self, before: str, line: AuditLine) -> str:
        return self._room.vault.seal(f"audit {_joined(before, line)}")

    def _head_seal(self, head: AuditHeadRow) -> str:
        return self._room.vault.seal(f"audit head {head.count} {head.chain}")


def _joined(before: str, line: AuditLine) -> str:
    return "\n".join((before, line.who, line.what, line.subject, line.at.isoformat()))


def _plain_link(before: str, line: AuditLine) -> str:
    return hashlib.sha256(_joined(before, line).encode()).hexdigest()
