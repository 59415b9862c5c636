"""`python -m gateway.worker`: the outbox's worker with Twilio as its carrier."""

from __future__ import annotations

from gateway.settings import Settings
from gateway.sms.carrier import open_carrier
from gateway.sms.catch_up import CatchUp
from gateway.sms.lines import Lines
from referrals.outbox.inbox import Inbox
from referrals.outbox.worker import main as run
from referrals.settings import Settings as ReferralSettings
from referrals.usecases import Referrals


def main() -> None:
    """Run until told to stop."""
    settings = Settings.read()
    carrier = open_carrier(settings)
    if carrier is None:
        run(None)
        return
    referrals = Referrals.open(ReferralSettings.read())
    lines = Lines(referrals, settings.secret_key)
    run(carrier, CatchUp(carrier, lines, Inbox(referrals), referrals).run)


if __name__ == "__main__":
    main()
