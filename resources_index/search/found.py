"""A service that was found for a need, before it is dressed for people."""

from __future__ import annotations

from dataclasses import dataclass

from resources_index.directory import ServiceRecord


@dataclass(frozen=True, slots=True)
class Found:
    """Some hundreds a question: what is shown (views, reasons) is made for the page only."""

    need: str
    row: int
    service: ServiceRecord
    score: float
    miles: float | None
    is_open: bool | None
