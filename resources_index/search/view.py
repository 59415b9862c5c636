"""A service as people see it: the service dict of docs/architecture.md."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from resources_index.directory import ServiceRecord
from resources_index.directory.said import (
    from_english,
    hours_from_english,
    in_words,
    summary_from_english,
)
from resources_index.index.needs import need_name


@dataclass(frozen=True)
class ServiceView:
    """A record with what only the question makes clear: why, how far, open now."""

    record: ServiceRecord
    language: str = "en"
    why: str = ""
    distance_miles: float | None = None
    open_now: bool | None = None
    reasons: list[str] = field(default_factory=list)

    def to_dict(self) -> dict[str, Any]:
        """Plain JSON; texts in the language of the question."""
        record = self.record
        texts = {
            "eligibility": self._said(record.eligibility),
            "cost": self._said(record.cost),
            "hours": self._said(record.hours, hours_from_english),
            "have_ready": self._have_ready(),
            "service_area": record.area_label,
        }
        return {
            "service_id": record.id,
            "name": record.names.get(self.language) or record.name,
            "organization": record.organization,
            "phones": [phone.number for phone in record.phones],
            "url": record.url,
            "needs": list(record.need_ids),
            "summary": self._said(record.summary, self._summary),
            **in_words(texts, self.language),
            "assured_date": record.assured_date,
            "source": record.source,
            "why": self.why,
            "trust": record.trust,
            "call_first": record.call_first,
            "address": record.address,
            "distance_miles": self.distance_miles,
            "languages": list(record.languages),
            "open_now": self.open_now,
            "ask_for": self._said(record.ask_for),
            "urgent": record.urgency == "immediate",
            "second_phone": record.second_phone,
            "through": self._said(record.through),
        }

    def _said(self, text: dict[str, str], translate: Callable[[str], str] = from_english) -> str:
        if self.language == "es" and "es" not in text:
            return translate(text["en"]) if text.get("en") else ""
        return text.get(self.language) or text.get("en") or ""

    def _summary(self, english: str) -> str:
        return summary_from_english(
            english, [need_name(need, "es") for need in self.record.need_ids]
        )

    def _have_ready(self) -> list[str]:
        documents = self.record.have_ready
        return (
            [from_english(each) for each in documents] if self.language == "es" else list(documents)
        )
