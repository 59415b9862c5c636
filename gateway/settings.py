"""The gateway's settings, read once from the environment."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from referrals.settings import secret_from_file

ROOT = Path(__file__).resolve().parent.parent


# A person answers there on weekdays; who has an office of their own names it instead.
ELDERCARE_LOCATOR = "1-800-677-1116"


@dataclass(frozen=True)
class Settings:
    """Everything the gateway needs to know; `docs/settings.md` explains each."""

    data_dir: Path
    port: int
    public_url: str
    rasa_url: str
    actions_url: str
    database_url: str
    secret_key: str
    encoder_dir: Path
    rate_limit: str
    conversation_limit: str
    trusted_proxies: int
    twilio_account_sid: str
    twilio_auth_token: str
    twilio_from: str
    twilio_api_base: str
    answer_limit_s: float
    human_phone: str
    sms_wait_s: float = 8.0
    sms_answer_limit_s: float = 45.0
    keywords_by_carrier: bool = False
    segment_cents: float = 1.1
    vault_keys: tuple[str, ...] = ()

    @classmethod
    def read(cls) -> Settings:
        """From the environment; a missing SECRET_KEY is made once and kept in DATA_DIR."""
        env = os.environ
        data_dir = ROOT / env.get("DATA_DIR", "var")
        port = int(env.get("PORT", "8000"))
        return cls(
            data_dir=data_dir,
            port=port,
            public_url=env.get("PUBLIC_URL", f"http://127.0.0.1:{port}").rstrip("/"),
            rasa_url=f"http://127.0.0.1:{env.get('RASA_PORT', port + 1)}",
            actions_url=f"http://127.0.0.1:{env.get('ACTIONS_PORT', port + 2)}",
            database_url=env.get("DATABASE_URL", f"sqlite:///{data_dir / 'porchlight.db'}"),
            secret_key=env.get("SECRET_KEY") or secret_from_file(data_dir),
            encoder_dir=ROOT / env.get("ENCODER_DIR", "data/encoder"),
            rate_limit=env.get("RATE_LIMIT", "3000 per minute"),
            conversation_limit=env.get("CONVERSATION_LIMIT", "60 per minute"),
            trusted_proxies=int(env.get("TRUSTED_PROXIES", "0")),
            twilio_account_sid=env.get("TWILIO_ACCOUNT_SID", ""),
            twilio_auth_token=env.get("TWILIO_AUTH_TOKEN", ""),
            twilio_from=env.get("TWILIO_FROM", ""),
            twilio_api_base=env.get("TWILIO_API_BASE", ""),
            answer_limit_s=float(env.get("ANSWER_LIMIT_S", "9")),
            human_phone=env.get("HUMAN_PHONE", ELDERCARE_LOCATOR),
            sms_wait_s=float(env.get("SMS_WAIT_S", "8")),
            sms_answer_limit_s=float(env.get("SMS_ANSWER_LIMIT_S", "45")),
            keywords_by_carrier=env.get("SMS_KEYWORDS_BY", "porchlight") == "twilio",
            segment_cents=float(env.get("SMS_SEGMENT_CENTS", "1.1")),
            vault_keys=tuple(key for key in env.get("VAULT_KEYS", "").split(",") if key.strip()),
        )
