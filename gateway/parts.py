"""Everything that the routes use, opened once for the process."""

from __future__ import annotations

import threading
from dataclasses import dataclass

from gateway.dialogue import Dialogue
from gateway.safety import Safety
from gateway.settings import ROOT, Settings
from gateway.sms.carrier import open_carrier
from gateway.sms.handler import TextLine
from gateway.sms.lines import Lines
from gateway.sms.order import Order
from gateway.sms.reception import Reception
from gateway.turn import Turns
from referrals.outbox.inbox import Inbox
from referrals.outbox.queue import Outbox
from referrals.outbox.reports import DeliveryReports
from referrals.outbox.second_try import SecondTry
from referrals.settings import Settings as ReferralSettings
from referrals.storage.shared_locks import shared_locks
from referrals.usecases import Referrals
from resources_index.places.zones import CountyZones

_CRISIS_LIMIT_S = 2.5
# A webhook that asks the carrier must itself answer in time.
_ASK_CARRIER_S = 4.0


@dataclass(frozen=True)
class Parts:
    """The opened parts."""

    settings: Settings
    referrals: Referrals
    turns: Turns
    lines: Lines
    text_line: TextLine
    order: Order
    reception: Reception
    reports: DeliveryReports

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
        safety = Safety.open(settings.data_dir, settings.encoder_dir)
        # A text may wait longer for its answer: 'one moment' is said, and the answer follows.
        stopping = threading.Event()
        sms = dialogue or Dialogue(settings.rasa_url, settings.sms_answer_limit_s, stopping)
        crisis = dialogue or Dialogue(settings.rasa_url, _CRISIS_LIMIT_S)
        web = dialogue or Dialogue(settings.rasa_url, settings.answer_limit_s)
        lines = Lines(referrals, settings.secret_key)
        text_line = TextLine(
            Turns(sms, safety, referrals, crisis),
            lines,
            referrals,
            CountyZones.read(ROOT / "data" / "places"),
            settings.public_url,
            settings.human_phone,
        )
        order = Order(settings.data_dir / "run" / "order", shared_locks(referrals.engine))
        return cls(
            settings,
            referrals,
            Turns(web, safety, referrals, crisis),
            lines,
            text_line,
            order,
            Reception(
                text_line,
                lines,
                Inbox(referrals),
                order,
                settings.sms_wait_s,
                stopping,
                SecondTry(referrals, Outbox(referrals), open_carrier(settings, _ASK_CARRIER_S)),
            ),
            DeliveryReports(referrals),
        )
