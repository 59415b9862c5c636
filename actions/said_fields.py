"""Which field of a record answers a question of a kind that was learned (data/dialogue/said)."""

from __future__ import annotations

# Questions about a place on show, and the field of its record that answers.
FIELDS = {
    "cost": "cost", "hours": "hours", "eligibility": "eligibility", "have_ready": "have_ready", "address": "address",
    "comes": "comes", "escort": "escort", "waiting": "waiting", "notice": "notice", "wheelchair": "wheelchair", "diet": "diet",
    "languages": "languages", "summary": "summary", "ask_for": "ask_for", "phones": "phones", "url": "url",
    "whose": "government", "area": "area", "open_now": "open_now",
}  # fmt: skip
