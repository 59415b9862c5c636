"""Texts that are not answers: queued durably, sent at most once."""

from referrals.outbox.queue import Outbox, OutboxText

__all__ = ["Outbox", "OutboxText"]
