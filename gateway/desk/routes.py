"""All pages of the desk: importing a page adds it to the blueprint."""

from __future__ import annotations

from gateway.desk import (
    accounts,
    figures,
    handing_off,
    privacy,
    queue,
    referral,
    sign_in,
    talk,
    text_routes,
)
from gateway.desk.blueprint import bp, shared

__all__ = [
    "accounts", "bp", "figures", "handing_off", "privacy", "queue", "referral", "shared", "sign_in", "talk",
    "text_routes",
]  # fmt: skip
