"""Names, numbers and notes are encrypted before they reach the disk."""

from __future__ import annotations

import base64
import hashlib
import json
from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet


class Vault:
    """Encrypts with the first key, reads with any: a new key is put in front, old rows stay readable."""

    def __init__(self, keys: list[str]) -> None:
        self._fernet = MultiFernet([Fernet(_derive(key)) for key in keys])

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
        """The same value under the newest key."""
        return self._fernet.rotate(token.encode()).decode()


def _derive(key: str) -> bytes:
    return base64.urlsafe_b64encode(hashlib.sha256(f"porchlight vault {key}".encode()).digest())
