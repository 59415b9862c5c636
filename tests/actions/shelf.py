"""A shelf of made-up services in the place of the search, and a talk after its list was shown."""

from __future__ import annotations

from typing import Any

from rasa_sdk.executor import CollectingDispatcher

from actions.heard import Heard
from actions.memory import Case, Memory
from actions.turn import Turn
from resources_index.directory import Area, Phone, ServiceRecord
from resources_index.search.view import ServiceView


def service(
    name: str,
    cost: str = "Free.",
    summary: str = "",
    phone: str = "+19375550142",
    need: str = "utilities",
    hours: str = "",
    level: str = "nation",
    have_ready: tuple[str, ...] = (),
    spanish: str = "",
) -> ServiceRecord:
    """One record; `name` is its id, its name and its organization."""
    return ServiceRecord(
        id=name, name=name, organization=name, need_ids=(need,), phones=(Phone(phone),) if phone else (),
        summary={"en": summary, "es": spanish or summary}, eligibility={"en": "Anyone."}, cost={"en": cost, "es": cost},
        hours={"en": hours}, ask_for={}, area=Area("nation"), area_label="", level=level, have_ready=have_ready,
        url="https://page.example",
    )  # fmt: skip


class Shelf:
    """The search over `records`, in their order."""

    def __init__(self, *records: ServiceRecord) -> None:
        self.records = {record.id: record for record in records}

    def service(self, service_id: str) -> ServiceView | None:
        """See Search.service."""
        record = self.records.get(service_id)
        return None if record is None else ServiceView(record)


def after_list(shelf: Shelf, text: str, act: str = "ask_detail", language: str = "en", **heard: Any) -> Turn:  # fmt: skip
    """A turn with all of `shelf` on show."""
    case = Case("self", needs=["utilities"], text="light bill", asked=["utilities"])
    case.place_shown = {"text": "Xenia, OH"}
    memory = Memory(
        cases={"self": case}, current="self", shown=list(shelf.records), met=True, language=language
    )
    return Turn("web-1", memory, Heard(text, act, **heard), CollectingDispatcher())


def said(turn: Turn) -> list[tuple[Any, Any]]:
    """Of each message: which response, and about whom."""
    return [(m.get("response"), m.get("name")) for m in turn.dispatcher.messages]
