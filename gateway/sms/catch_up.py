"""Texts that Twilio has and we have not: we were down, and Twilio has given up telling us."""

from __future__ import annotations

from datetime import datetime, timedelta

from gateway.sms.carrier import Received, TwilioCarrier
from gateway.sms.keywords import is_start, is_stop
from gateway.sms.lines import Lines
from gateway.sms.reactions import reacted_to
from gateway.sms.segments import count_segments
from referrals.outbox.inbox import Inbox, Reply
from referrals.outbox.queue import utc_now
from referrals.outbox.sender import UnsureError
from referrals.usecases import Referrals

_LOOK_BACK = timedelta(hours=24)
# What Twilio is still trying to deliver is not missing yet.
_NOT_YET = timedelta(minutes=2)
# An answer after this comes out of nowhere: a person decides whether to call.
_FRESH = timedelta(hours=1)
_SHORT_CODE = 7


class CatchUp:
    """Asks Twilio what came in and takes in what is missing; the gateway then answers it."""

    def __init__(
        self, carrier: TwilioCarrier, lines: Lines, inbox: Inbox, referrals: Referrals
    ) -> None:
        self._carrier = carrier
        self._lines = lines
        self._inbox = inbox
        self._referrals = referrals

    def run(self, now: datetime | None = None) -> int:
        """Returns how many texts were missing; none when Twilio cannot be asked."""
        now = now or utc_now()
        try:
            received = self._carrier.received_since(now - _LOOK_BACK)
        except UnsureError:
            return 0
        missing = [
            text for text in received if text.at <= now - _NOT_YET and self._is_missing(text)
        ]
        for text in missing:
            self._take_in(text, late=now - text.at > _FRESH)
        return len(missing)

    def _is_missing(self, text: Received) -> bool:
        if len(text.number.lstrip("+")) < _SHORT_CODE:
            return False
        return not self._inbox.knows(self._lines.conversation(text.number), text.sid)

    def _take_in(self, text: Received, late: bool) -> None:
        conversation = self._lines.seen(text.number)
        segments = count_segments(text.text)
        if late and (wish := self._wish(conversation, text.text)) is not None:
            # Heeded in silence: a confirmation would come out of nowhere.
            self._inbox.take_in(
                conversation, [text.sid], text.text, carrier_did=wish, segments=segments
            )
            return
        if late and reacted_to(text.text) is None:
            detail = f"a text of {text.at:%Y-%m-%d %H:%M} UTC was never answered: {text.text}"
            self._referrals.raise_once(
                "missed_text", conversation, detail[:400], subject=text.sid[:60], urgent=True
            )
        message_id = self._inbox.take_in(
            conversation, [text.sid], text.text, text.pictures, segments=segments
        )
        message = self._inbox.unanswered(message_id)
        if late and message is not None:
            self._inbox.answer([message], Reply())

    def _wish(self, conversation: str, text: str) -> str | None:
        """To get no more texts, or to get them again; None when it is about something else."""
        if is_stop(text):
            return "STOP"
        opted_out = self._lines.state(conversation).opted_out
        return "START" if is_start(text, opted_out) else None
