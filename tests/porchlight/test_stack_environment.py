"""A test stack starts from its own settings, not from those of a deployment or of another stack."""

from __future__ import annotations

from porchlight.processes.stack import forget_others


def test_address_stores_and_phone_line_of_others_are_forgotten() -> None:
    others = (
        "PUBLIC_URL",
        "DATABASE_URL",
        "REDIS_URL",
        "RATE_LIMIT",
        "TWILIO_AUTH_TOKEN",
        "SMS_WAIT_S",
    )
    environment = {**dict.fromkeys(others, "theirs"), "PATH": "/bin", "ENCODER_DIR": "own"}
    forget_others(environment)
    assert environment == {"PATH": "/bin", "ENCODER_DIR": "own"}
