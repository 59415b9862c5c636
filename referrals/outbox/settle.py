"""Texts in doubt: a process died, or the line broke, between sending and hearing that it was sent.

The carrier is asked. What it has is sent; what it surely does not have is queued again. So a text goes
out exactly once, whatever dies at whatever moment, as long as the carrier's own list can be read.
"""

from __future__ import annotations

from datetime import timedelta

from referrals.outbox.queue import Outbox, OutboxText
from referrals.outbox.send import line_of
from referrals.outbox.sender import Sender, Sent, UnsureError
from referrals.usecases import Referrals

DOUBT_AFTER_S = 120.0
# Clocks of two machines differ, and the carrier's list counts whole seconds.
CLOCK_SLACK = timedelta(seconds=30)


def settle(
    referrals: Referrals, outbox: Outbox, sender: Sender | None, older_s: float = DOUBT_AFTER_S
) -> int:
    """Settle what has been in doubt for `older_s` seconds; returns how many texts are queued again."""
    if sender is None:
        return 0
    return sum(_settle_one(referrals, outbox, sender, text) for text in outbox.in_doubt(older_s))


def _settle_one(referrals: Referrals, outbox: Outbox, sender: Sender, text: OutboxText) -> int:
    line = line_of(referrals, text.conversation)
    if line is None:
        outbox.sent(text, Sent("", 0))
        return 0
    known = outbox.known_sids(text.conversation)
    try:
        found = sender.find(line.number, text.text, text.claimed_at - CLOCK_SLACK, known)
    except UnsureError:
        return 0
    if found is not None:
        outbox.sent(text, found)
        return 0
    if text.kind == "moment":
        # 'One moment' is of no use any more.
        outbox.cancel(text, "too late")
        return 0
    outbox.again(text)
    return 1
