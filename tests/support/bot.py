"""A stand-in for Rasa: says what a test tells it to, and remembers what it was sent."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from gateway.dialogue import BotAnswer, BotMessage, DialogueDownError

RIDE = {
    "service_id": "3f1fd01e-0238-5b86-8a75-d7be980d1b5a",
    "name": "Rides for older adults",
    "organization": "Area Agency on Aging 2",
    "phones": ["+19375550142"],
    "url": "https://example.org",
    "needs": ["transportation"],
    "summary": "Rides to the doctor and the store.",
    "eligibility": "Age 60 and over.",
    "cost": "Free. You may give what you can.",
    "hours": "",
    "service_area": "Montgomery County, OH",
    "assured_date": "2026-04-01",
    "source": "example",
    "why": "You asked about rides; serves Montgomery County.",
    "trust": "high",
    "call_first": False,
    "address": "",
    "distance_miles": None,
    "languages": [],
    "have_ready": ["ZIP code"],
    "open_now": None,
    "ask_for": "I need a ride.",
    "urgent": False,
    "second_phone": None,
}


def services_message(*services: dict[str, Any], more: bool = True) -> BotMessage:
    custom = {"kind": "services", "services": list(services), "first_number": 1, "more": more}
    return BotMessage("Rides near Dayton, OH 45402:", (), custom)


@dataclass
class ScriptedDialogue:
    messages: list[BotMessage] = field(default_factory=lambda: [services_message(RIDE)])
    down: bool = False
    # The question that the bot leaves open.
    pending: str | None = None
    heard: list[tuple[str, str, dict[str, Any]]] = field(default_factory=list)

    def send(self, sender: str, text: str, metadata: dict[str, Any]) -> BotAnswer:
        self.heard.append((sender, text, metadata))
        if self.down:
            raise DialogueDownError("ConnectError")
        understood = {
            "act": "ask_need",
            "needs": [{"need_id": "transportation", "score": 0.9}],
            "language": "en",
        }
        return BotAnswer(
            tuple(self.messages), understood, {"language": "en", "pending": self.pending}
        )


class OneService:
    """A directory that lists the ride of these tests and nothing else."""

    def find(self, service_id: str, language: str) -> dict[str, Any] | None:
        spanish = {"name": "Transporte para mayores", "ask_for": "Necesito transporte."}
        if service_id != RIDE["service_id"]:
            return None
        return {**RIDE, **(spanish if language == "es" else {})}
