"""Items of the desk: what is to be looked at, and that it was dealt with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, select, update
from sqlalchemy.orm import Session

from referrals.putting_aside import ItemNote, notes_of
from referrals.storage.tables import DeskItemRow, MessageRow, ReferralRow
from referrals.usecases import Referrals

# Kinds of item that are about the directory or the text line, not about a person.
CHORES = frozenset({"wrong_number", "stale_record", "operator"})
_ANSWERS = ("follow_up", "help_came", "agency_answer", "client_changed")


@dataclass(frozen=True)
class Item:
    """Something to look at. `name`: the first name, where a referral holds it; `words`: what the person wrote last,
    where the desk keeps it; `notes`: what was done about it; `done_at` in UTC, None while it is open."""

    id: int
    kind: str
    conversation: str | None
    detail: str
    urgent: bool
    created_at: datetime
    subject: str | None
    reference: str | None
    name: str | None = None
    words: str | None = None
    done_at: datetime | None = None
    done_by: str | None = None
    notes: tuple[ItemNote, ...] = ()


def open_items(referrals: Referrals) -> list[Item]:
    """Items nobody has dealt with, urgent ones first, then the oldest."""
    query = (
        select(DeskItemRow)
        .where(DeskItemRow.done_at.is_(None))
        .order_by(DeskItemRow.urgent.desc(), DeskItemRow.created_at)
    )
    return _items(referrals, query)


def aside_items(referrals: Referrals) -> list[Item]:
    """What was put aside and is still kept, the newest first."""
    query = (
        select(DeskItemRow)
        .where(DeskItemRow.done_at.is_not(None), DeskItemRow.detail_cipher.is_not(None))
        .order_by(DeskItemRow.done_at.desc())
    )
    return _items(referrals, query)


def urgent_count(referrals: Referrals) -> tuple[int, int]:
    """How many open items are urgent, and how many there are: asked for every few seconds by each page."""
    with Session(referrals.engine) as session:
        urgent = session.scalars(
            select(DeskItemRow.urgent).where(DeskItemRow.done_at.is_(None)).limit(200)
        ).all()
        return sum(urgent), len(urgent)


def _items(referrals: Referrals, query: Select[Any]) -> list[Item]:
    unlock = referrals.vault.unlock
    with Session(referrals.engine) as session:
        rows: list[DeskItemRow] = list(session.scalars(query.limit(200)))
        talks = {row.conversation for row in rows if row.conversation}
        newest, names = _referrals_of(referrals, session, talks, {row.subject for row in rows})
        words = _last_words(referrals, session, talks)
        notes = notes_of(referrals, session, [row.id for row in rows])
        made = []
        for r in rows:
            of_subject = r.subject if (r.subject or "").startswith("R-") else None
            reference = of_subject or newest.get(r.conversation or "")
            made.append(
                Item(
                    r.id, r.kind, r.conversation, unlock(r.detail_cipher) or "", r.urgent, r.created_at,
                    r.subject, reference, names.get(reference or ""), words.get(r.conversation or ""),
                    r.done_at, r.done_by, tuple(notes.get(r.id, ())),
                )
            )  # fmt: skip
        return made


def _referrals_of(
    referrals: Referrals, session: Session, talks: set[str], subjects: set[str | None]
) -> tuple[dict[str, str], dict[str, str]]:
    """The newest reference of each conversation, and the first name behind each reference."""
    newest: dict[str, str] = {}
    names: dict[str, str] = {}
    wanted = ReferralRow.conversation.in_(talks) | ReferralRow.reference.in_(subjects - {None})
    for row in session.scalars(select(ReferralRow).where(wanted).order_by(ReferralRow.id)):
        newest[row.conversation] = row.reference
        details = referrals.vault.unlock(row.details_cipher) or {}
        if details.get("name"):
            names[row.reference] = str(details["name"])
    return newest, names


def _last_words(referrals: Referrals, session: Session, talks: set[str]) -> dict[str, str]:
    """What each person wrote last, as far as the desk keeps it."""
    last = (
        select(func.max(MessageRow.id))
        .where(MessageRow.conversation.in_(talks), MessageRow.who == "client")
        .group_by(MessageRow.conversation)
    )
    rows = session.scalars(select(MessageRow).where(MessageRow.id.in_(last)))
    return {row.conversation: str(referrals.vault.unlock(row.text_cipher)) for row in rows}


def finish_item(referrals: Referrals, item_id: int, who: str, at: datetime) -> bool:
    """Somebody has dealt with it. False when it is not open."""
    with Session(referrals.engine) as session, session.begin():
        done = session.execute(
            update(DeskItemRow)
            .where(DeskItemRow.id == item_id, DeskItemRow.done_at.is_(None))
            .values(done_at=at, done_by=who)
        )
        return bool(done.rowcount)  # type: ignore[attr-defined]


def finish_answers(referrals: Referrals, reference: str, who: str, at: datetime) -> None:
    """What the person or an agency answered about a referral is dealt with: the desk has ended it or opened it again."""
    with Session(referrals.engine) as session, session.begin():
        session.execute(
            update(DeskItemRow)
            .where(
                DeskItemRow.subject == reference,
                DeskItemRow.kind.in_(_ANSWERS),
                DeskItemRow.done_at.is_(None),
            )
            .values(done_at=at, done_by=who)
        )


def line_number_of(referrals: Referrals, conversation: str | None) -> str | None:
    """The phone number behind a text conversation, for a call in a crisis."""
    if conversation is None:
        return None
    with Session(referrals.engine) as session:
        return referrals.line_number(session, conversation)
