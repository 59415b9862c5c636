"""Texts to a pretend phone: the same rules, and nothing leaves the machine."""

from __future__ import annotations

from referrals.outbox.queue import LAST_WORDS, Outbox, OutboxText
from referrals.outbox.send import is_held, line_of
from referrals.outbox.sender import Sent
from referrals.usecases import Referrals


def deliver(referrals: Referrals, outbox: Outbox, conversation: str) -> list[OutboxText]:
    """Take what is due to this pretend phone. Quiet hours are not kept: somebody is trying it out."""
    taken = []
    while (text := outbox.claim(conversation)) is not None:
        line = line_of(referrals, conversation)
        if line is None or not line.pretend or (line.opted_out and text.kind not in LAST_WORDS):
            outbox.cancel(text, "opted out or no phone")
        elif not text.answers and is_held(referrals, conversation):
            outbox.cancel(text, "not safe to text first")
        else:
            outbox.sent(text, Sent(f"pretend-{text.tag}", 0))
            taken.append(text)
    return taken
