"""Once a night: what has been kept long enough goes."""

from __future__ import annotations

import time

from referrals.answers import Answers
from referrals.plans import Plans
from referrals.settings import Settings
from referrals.usecases import Referrals


def let_go(referrals: Referrals, settings: Settings) -> None:
    """Strip closed referrals, erase plans that have ended, forget silent phones and what the bot remembers."""
    referrals.strip_closed(settings.retention_days)
    referrals.tidy(settings.conversation_days)
    Plans(referrals).erase_ended()
    Answers(referrals).forget_old()
    referrals.bot_memory.forget_older(time.time() - settings.bot_days * 86_400)
