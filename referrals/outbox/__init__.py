"""Texts to phones: taken in and answered, queued durably, sent exactly once."""

from referrals.outbox.queue import Outbox, OutboxText

__all__ = ["Outbox", "OutboxText"]
