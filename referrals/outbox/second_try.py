"""The carrier brings a message again: the response that held its answer has perhaps never arrived.

Two minutes later the doubt would be settled anyway (settle.py). But the person waits now, and writes again
before that. So the carrier is asked at once, and what it does not have goes with this response.
"""

from __future__ import annotations

import time
from datetime import timedelta

from referrals.outbox.inbox import HandedText
from referrals.outbox.queue import Outbox, OutboxText, utc_now
from referrals.outbox.send import line_of
from referrals.outbox.sender import Sender, UnsureError
from referrals.outbox.settle import CLOCK_SLACK
from referrals.usecases import Referrals

# Until then a copy of the message may have come at the same moment, and its response may be on its way.
_SURE_AFTER = timedelta(seconds=3)


class SecondTry:
    """Answers that went with a response, for a message that comes again."""

    def __init__(self, referrals: Referrals, outbox: Outbox, sender: Sender | None) -> None:
        self._referrals = referrals
        self._outbox = outbox
        self._sender = sender

    def texts(self, inbound_id: int, deadline: float) -> list[HandedText]:
        """What the carrier does not have of the answer; nothing when `deadline` (monotonic) comes first."""
        if self._sender is None or not self._wait_until_sure(inbound_id, deadline):
            return []
        found: list[HandedText] = []
        for text in self._outbox.handed_in_doubt(inbound_id):
            try:
                if self._has_arrived(self._sender, text):
                    continue
            except UnsureError:
                break
            again = self._outbox.hand_again(text)
            if again is not None:
                found.append(HandedText(again.text, again.segments, again.tag))
        return found

    def _wait_until_sure(self, inbound_id: int, deadline: float) -> bool:
        in_doubt = self._outbox.handed_in_doubt(inbound_id)
        if not in_doubt:
            return False
        sure_at = max(text.claimed_at for text in in_doubt) + _SURE_AFTER
        wait_s = (sure_at - utc_now()).total_seconds()
        if time.monotonic() + wait_s >= deadline:
            return False
        time.sleep(max(0.0, wait_s))
        return True

    def _has_arrived(self, sender: Sender, text: OutboxText) -> bool:
        line = line_of(self._referrals, text.conversation)
        if line is None or line.pretend:
            return True
        known = self._outbox.known_sids(text.conversation)
        sent = sender.find(line.number, text.text, text.claimed_at - CLOCK_SLACK, known)
        if sent is not None:
            self._outbox.sent(text, sent)
        return sent is not None
