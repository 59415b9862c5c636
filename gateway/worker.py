"""`python -m gateway.worker`: the outbox's worker with Twilio as its carrier."""

from __future__ import annotations

from gateway.settings import Settings
from gateway.sms.carrier import open_carrier
from referrals.outbox.worker import main as run


def main() -> None:
    """Run until told to stop."""
    run(open_carrier(Settings.read()))


if __name__ == "__main__":
    main()
