"""Ids that are the same on every machine, whenever they are made."""

from __future__ import annotations

import uuid
from functools import lru_cache

_SPACE = uuid.UUID("5b1b6c9e-0d0c-4d53-9a53-5f5e2a2d9a11")


@lru_cache(maxsize=4096)
def stable_id(*parts: str) -> str:
    """The same UUID for the same parts, on every machine; need and fact ids are those of the shipped directory."""
    return str(uuid.uuid5(_SPACE, "\n".join(parts)))
