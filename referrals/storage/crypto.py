"""Names, numbers and notes are encrypted before they reach the disk."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet


class Vault:
    """Encrypts with the first key, reads with any: a new key is put in front, old rows stay readable.

    Seals and person keys use the last key: they must stay the same when a new one is put in front.
    """

    def __init__(self, keys: list[str]) -> None:
        self._fernet = MultiFernet([Fernet(_derive(key)) for key in keys])
        self._lasting = keys[-1].encode()

    def lock(self, value: Any) -> str:
        """JSON-able value to a token."""
        return self._fernet.encrypt(json.dumps(value, ensure_ascii=False).encode()).decode()

    def unlock(self, token: str | None) -> Any:
        """The value, or None for an empty token or one that no key opens."""
        if not token:
            return None
        try:
            return json.loads(self._fernet.decrypt(token.encode()))
        except InvalidToken:
            return None

    def renew(self, token: str) -> str:
        """The same value under the newest key. Raises cryptography's InvalidToken when no key opens it."""
        return self._fernet.rotate(token.encode()).decode()

    def seal(self, text: str) -> str:
        """64 hex digits that only the key's owner can make for `text`."""
        return hmac.new(self._lasting, f"seal {text}".encode(), hashlib.sha256).hexdigest()

    def person_key(self, number: str) -> str | None:
        """The same 32 hex digits for the same ten-digit phone number; None where there is no number."""
        digits = "".join(c for c in number if c.isdigit())[-10:]
        return self.seal(f"person {digits}")[:32] if len(digits) == 10 else None


def _derive(key: str) -> bytes:
    return base64.urlsafe_b64encode(hashlib.sha256(f"porchlight vault {key}".encode()).digest())
