"""Parts that the tests of the text line share: a bot that repeats what it hears, and what the outbox sends."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from flask import Flask

from gateway.app import create_app
from gateway.dialogue import BotAnswer, BotMessage
from referrals.outbox.queue import Outbox
from referrals.outbox.send import send_due
from tests.conftest import make_settings
from tests.referrals.outbox_parts import Carrier, database_for

ANN = "+19375550199"


@dataclass
class EchoDialogue:
    """Repeats what it hears, after `pause_s`; `broken` makes it raise what no caller expects."""

    pause_s: float = 0.0
    broken: bool = False
    heard: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)

    def send(self, sender: str, text: str, metadata: dict[str, Any]) -> BotAnswer:
        time.sleep(self.pause_s)
        self.heard.append(text)
        self.ids.append(metadata["message_id"])
        if self.broken:
            raise RuntimeError("a fault in the bot's client")
        understood = {"act": "ask_need", "place": {"county_fips": "39113", "state": "OH"}}
        return BotAnswer((BotMessage(f"You said: {text[:90]}"),), understood, {"language": "en"})


def make_app(folder: Path, echo: EchoDialogue, **changes: object) -> Flask:
    """One worker of the gateway; those with the same folder share a database."""
    changes = {"database_url": database_for(folder), "sms_wait_s": 30.0, **changes}
    return create_app(make_settings(folder, **changes), echo)  # type: ignore[arg-type]


def outbox_sends(line: Flask, seconds: float = 10.0, wanted: int = 1) -> list[str]:
    """What the outbox's worker would send within `seconds`."""
    referrals, carrier = line.extensions["porchlight"].referrals, Carrier()
    until = time.monotonic() + seconds
    while time.monotonic() < until and len(carrier.taken) < wanted:
        send_due(referrals, Outbox(referrals), carrier)
        time.sleep(0.05)
    return [body for _, _, body in carrier.taken]
