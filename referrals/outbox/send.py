"""Send what is due: never to who opted out, never in the quiet hours of the person's place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy.orm import Session

from referrals.outbox.codes import meaning_of
from referrals.outbox.consent import ConsentChange, write_consent
from referrals.outbox.queue import (
    FLEETING,
    FLEETING_FOR,
    LAST_WORDS,
    Outbox,
    OutboxText,
    utc_now,
)
from referrals.outbox.quiet_hours import is_talking, quiet_until, zones_of
from referrals.outbox.sender import Sender, SendError, Sent, UnsureError
from referrals.storage.tables import ConversationRow, PhoneLineRow
from referrals.usecases import Referrals

# An answer that comes later than this comes out of nowhere: it keeps the rules of unprompted texts.
_ANSWER_FRESH = timedelta(hours=1)


@dataclass(frozen=True)
class Line:
    """A phone as sending needs to know it."""

    number: str
    zones: str | None
    opted_out: bool
    unreachable: str | None
    pretend: bool
    last_wrote: datetime


def send_due(
    referrals: Referrals, outbox: Outbox, sender: Sender | None, now: datetime | None = None
) -> int:
    """Send all that is due; returns how many went out. Without a sender everything waits."""
    if sender is None:
        return 0
    count = 0
    while (text := outbox.claim()) is not None:
        count += _send_one(referrals, outbox, sender, text, now or datetime.now(UTC))
    return count


def _send_one(
    referrals: Referrals, outbox: Outbox, sender: Sender, text: OutboxText, now: datetime
) -> int:
    line = line_of(referrals, text.conversation)
    if line is None:
        outbox.cancel(text, "no phone")
        return 0
    if line.opted_out and text.kind not in LAST_WORDS:
        _leave_out(outbox, text)
        return 0
    if text.kind in FLEETING and now.replace(tzinfo=None) - text.created_at > FLEETING_FOR:
        outbox.cancel(text, "too late")
        return 0
    if line.unreachable is not None:
        outbox.failed(text, line.unreachable, permanent=True)
        referrals.raise_once("call_instead", text.conversation, line.unreachable)
        return 0
    if not _is_fresh_answer(text, now) and not _may_go_now(referrals, outbox, text, line, now):
        return 0
    return _carry(referrals, outbox, sender, text, line.number)


def _leave_out(outbox: Outbox, text: OutboxText) -> None:
    """A reminder ends quietly; what a coordinator wrote must not seem sent."""
    if text.kind == "coordinator":
        outbox.failed(text, "opted out", permanent=True)
    else:
        outbox.cancel(text, "opted out")


def _may_go_now(
    referrals: Referrals, outbox: Outbox, text: OutboxText, line: Line, now: datetime
) -> bool:
    """The rules for what does not answer a message just now."""
    if is_held(referrals, text.conversation):
        outbox.failed(text, "not safe to text first", permanent=True)
        referrals.raise_item("not_safe_to_text", text.conversation, f"a text was held: {text.kind}")
        return False
    if text.kind == "coordinator" and is_talking(line.last_wrote, now.replace(tzinfo=None)):
        return True
    wait = quiet_until(now, zones_of(line.number, line.zones))
    if wait is not None:
        outbox.postpone(text, wait.replace(tzinfo=None))
        return False
    return True


def _is_fresh_answer(text: OutboxText, now: datetime) -> bool:
    return text.answers and now.replace(tzinfo=None) - text.created_at < _ANSWER_FRESH


def _carry(
    referrals: Referrals, outbox: Outbox, sender: Sender, text: OutboxText, number: str
) -> int:
    try:
        sent: Sent = sender.send(number, text.text, text.tag)
    except UnsureError:
        # It stays in doubt; settle() asks the carrier.
        return 0
    except SendError as error:
        if meaning_of(error.code).action == "opted_out":
            outbox.cancel(text, error.code)
            act_on(referrals, text.conversation, error.code)
            return 0
        # An operator can set right what is wrong with the account: until then the text waits.
        repairable = meaning_of(error.code).action in ("later", "operator")
        outbox.failed(text, error.code, permanent=error.permanent and not repairable)
        act_on(referrals, text.conversation, error.code)
        return 0
    outbox.sent(text, sent)
    return 1


def act_on(referrals: Referrals, conversation: str, code: str) -> None:
    """What a code means for the line and for the desk."""
    meaning = meaning_of(code)
    if meaning.action == "never_again":
        with Session(referrals.engine) as session, session.begin():
            line = session.get(PhoneLineRow, conversation)
            if line is not None:
                line.unreachable = meaning.words
        referrals.raise_once("call_instead", conversation, meaning.words)
    elif meaning.action == "opted_out":
        _mark_opted_out(referrals, conversation)
    elif meaning.action == "operator":
        referrals.raise_once("operator", None, meaning.words, subject=code, urgent=True)


def _mark_opted_out(referrals: Referrals, conversation: str) -> None:
    with Session(referrals.engine) as session, session.begin():
        line = session.get(PhoneLineRow, conversation)
        if line is None or line.opted_out_at is not None:
            return
        change = ConsentChange(agreed=False, how="carrier", wording="21610")
        write_consent(session, conversation, change, utc_now())
    if referrals.has_open_referral(conversation):
        referrals.raise_once("opted_out", conversation, "opted out with an open referral")


def line_of(referrals: Referrals, conversation: str) -> Line | None:
    """The phone of a conversation; None without one."""
    with Session(referrals.engine) as session:
        row = session.get(PhoneLineRow, conversation)
        number = None if row is None else referrals.vault.unlock(row.number_cipher)
        if row is None or not number:
            return None
        opted_out = row.opted_out_at is not None
        return Line(
            str(number), row.timezone, opted_out, row.unreachable, row.pretend, row.last_seen_at
        )


def is_held(referrals: Referrals, conversation: str) -> bool:
    """Whether somebody else may read this phone: then a person decides how to reach its owner."""
    with Session(referrals.engine) as session:
        row = session.get(ConversationRow, conversation)
        return row is not None and row.never_text_first
