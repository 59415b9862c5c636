"""A test stack starts from its own settings, not from those of a deployment or of another stack."""

from __future__ import annotations

from pathlib import Path

from porchlight.processes.stack import forget_others, share_built


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


def test_a_stack_has_all_that_the_set_up_builds(tmp_path: Path) -> None:
    # Without the second reader it ran for long, and was measured, by heights that were made for two.
    built, folder = tmp_path / "var", tmp_path / "own"
    folder.mkdir()
    for name in ("index", "second_reader", "safety", "models"):
        (built / name).mkdir(parents=True)
        (built / name / "made").touch()
    (built / "porchlight.db").touch()
    share_built(built, folder)
    assert sorted(path.name for path in folder.iterdir()) == [
        "index", "models", "safety", "second_reader",
    ]  # fmt: skip
    assert all((path / "made").exists() for path in folder.iterdir())
