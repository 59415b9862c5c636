"""Everything that the routes use, opened once for the process."""

from __future__ import annotations

from dataclasses import dataclass

from gateway.dialogue import Dialogue
from gateway.safety import Safety
from gateway.settings import Settings
from gateway.sms.deliveries import Deliveries
from gateway.sms.handler import TextLine
from gateway.sms.lines import Lines
from gateway.sms.order import Order
from gateway.turn import Turns
from referrals.settings import Settings as ReferralSettings
from referrals.usecases import Referrals


@dataclass(frozen=True)
class Parts:
    """The opened parts."""

    settings: Settings
    referrals: Referrals
    turns: Turns
    lines: Lines
    text_line: TextLine
    deliveries: Deliveries
    order: Order

    @classmethod
    def open(cls, settings: Settings, dialogue: Dialogue | None = None) -> Parts:
        """Open everything; `dialogue` may be a stand-in for Rasa."""
        referrals = Referrals.open(
            ReferralSettings(
                settings.data_dir,
                settings.database_url,
                settings.secret_key,
                vault_keys=settings.vault_keys,
            )
        )
        dialogue = dialogue or Dialogue(settings.rasa_url, settings.answer_limit_s)
        safety = Safety.open(settings.data_dir, settings.encoder_dir)
        turns = Turns(dialogue, safety, referrals)
        lines = Lines(referrals, settings.secret_key)
        order = Order(settings.data_dir / "run" / "order")
        text_line = TextLine(
            turns, lines, referrals, order, settings.public_url, settings.human_phone
        )
        return cls(settings, referrals, turns, lines, text_line, Deliveries(referrals), order)
