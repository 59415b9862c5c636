"""What is remembered of a conversation: Rasa's slots as one typed object.

`cases` keeps each person apart ("mother", "self", …): needs, place, whether the place was asked for.
"""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import asdict, dataclass, field, fields
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet

from resources_index.places import Place
from resources_index.search import is_urgent
from resources_index.search.view import ServiceView

# Among what was turned down: all that is for veterans alone.
FOR_VETERANS = "veterans"
# Programs that not everybody has or can get; the desk reads their names.
FOR_MEDICAID, FOR_HEAP, FOR_MEDICARE = "Medicaid", "HEAP", "Medicare"
_WITH_MEDICARE = re.compile(r"\bwith medicare\b|\bextra help\b", re.IGNORECASE)
_OF_HEAP = re.compile(r"\b(?:li)?heap\b|energy assistance", re.IGNORECASE)
_MOST_SEEN = 40


@dataclass
class Case:
    """One person's needs and place."""

    about: str | None = None
    # `about` was nowhere told: the first message only sounded like it.
    guessed: bool = False
    needs: list[str] = field(default_factory=list)
    place: dict[str, Any] | None = None
    place_shown: dict[str, Any] | None = None
    asked_place: bool = False
    asked_place_again: bool = False
    asked_county: bool = False
    heard: list[dict[str, Any]] = field(default_factory=list)
    text: str = ""
    excluded: list[str] = field(default_factory=list)
    # All needs of this conversation, the oldest first: "what was the roof number?" goes back to one.
    asked: list[str] = field(default_factory=list)
    # What the person is called, so that two clients stay apart: "mrs ortiz".
    called: str | None = None
    # Something that nobody on our list gives, asked for last (actions/shown/not_listed_words.py), and the words for it.
    thing: str = ""
    thing_told: str = ""
    # Organizations that were called already or are not wanted: name and phone (actions/shown/turned_down.py).
    turned_down: list[dict[str, str]] = field(default_factory=list)
    # A kind word about a loss was said.
    consoled: bool = False
    # Each need with its town and the words it was told in, and those that were taken back (actions/needs/came_for.py).
    told: list[dict[str, Any]] = field(default_factory=list)
    denied: list[str] = field(default_factory=list)
    # By needs: in which order and words a list was first asked for. Asked for again it looks the same.
    first_asked: dict[str, dict[str, Any]] = field(default_factory=dict)
    # Ids of all services that were shown, the newest list first: each can be got back (actions/shown/pointing.py).
    seen: list[str] = field(default_factory=list)

    def note_seen(self, ids: list[str]) -> None:
        """`ids` have just been shown."""
        self.seen = [*ids, *(known for known in self.seen if known not in ids)][:_MOST_SEEN]

    def ask_for(self, needs: list[str], text: str) -> None:
        """`needs` are asked for. The words of the first time stay: "the second one" on her paper keeps its place.

        Only what cannot wait any more is searched for anew.
        """
        same = bool(self.text) and set(needs) == set(self.needs)
        told = {"needs": self.needs, "text": self.text} if same else {"needs": needs, "text": text}
        first = self.first_asked.setdefault(" ".join(sorted(needs)), told)
        if is_urgent(text) and not is_urgent(first["text"]):
            first["text"] = text
        self.needs, self.text = list(first["needs"]), first["text"]

    @property
    def where(self) -> Place | None:
        """The place as an object."""
        return Place.from_dict(self.place) if self.place else None

    def set_place(self, place: Place) -> None:
        """Remember where help is needed."""
        self.place, self.place_shown = place.to_dict(), place.contract()
        self.asked_county = False


def kinds_of(view: ServiceView) -> set[str]:
    """The programs that a place is of, whatever its office is called; 1-800-MEDICARE is not of Medicaid, and what Medicare pays is for its people."""
    record = view.record
    name = record.name.lower()
    office, who = record.organization.lower(), record.eligibility.get("en", "").lower()
    kinds = {FOR_VETERANS} if "veteran" in f"{name} {office}" else set()
    if "medicaid" in name or "with medicaid" in who or ("medicaid" in office and "medicare" not in office):  # fmt: skip
        kinds.add(FOR_MEDICAID)
    if "medicare" in name or _WITH_MEDICARE.search(f"{name} {who}"):
        kinds.add(FOR_MEDICARE)
    if _OF_HEAP.search(f"{name} {office}"):
        kinds.add(FOR_HEAP)
    return kinds


@dataclass
class Memory:
    """All slots. `pending` names the question that was asked; `options` what its numbers mean."""

    language: str = "en"
    cases: dict[str, Case] = field(default_factory=dict)
    current: str = ""
    pending: str | None = None
    options: list[dict[str, Any]] = field(default_factory=list)
    shown: list[str] = field(default_factory=list)
    page: dict[str, Any] = field(default_factory=dict)
    chosen: str | None = None
    misses: float = 0.0
    # Persons of the same message whose list comes next.
    waiting: list[str] = field(default_factory=list)
    referral: dict[str, Any] = field(default_factory=dict)
    gentle_until: str | None = None
    met: bool = False

    @classmethod
    def of(cls, tracker: Tracker) -> Memory:
        """From the tracker's slots; empty ones keep their defaults."""
        known = {f.name: tracker.get_slot(f.name) for f in fields(cls)}
        # A copy: what is changed in place must still differ from what the tracker holds.
        values = {name: deepcopy(value) for name, value in known.items() if value is not None}
        cases = {name: Case(**case) for name, case in (values.pop("cases", None) or {}).items()}
        return cls(cases=cases, **values)

    def events(self, tracker: Tracker) -> list[EventType]:
        """Slots that changed."""
        return [
            SlotSet(name, value)
            for name, value in asdict(self).items()
            if tracker.get_slot(name) != value
        ]

    @property
    def case(self) -> Case:
        """The person who is talked about now."""
        if self.current not in self.cases:
            self.current = self.current or "self"
            self.cases[self.current] = Case()
        return self.cases[self.current]

    def has_turned_down(self, view: ServiceView) -> bool:
        """Whether this place, or another service of the same office, is not to come back."""
        told = [told for case in self.cases.values() for told in case.turned_down]
        if not told:
            return False
        record = view.record
        names = {record.organization or record.name} | kinds_of(view)
        phones = [phone.number for phone in record.phones]
        return any(one["name"] in names or one["phone"] in phones for one in told)

    def ask(self, pending: str, options: list[dict[str, Any]] | None = None) -> None:
        """Remember which question was asked and what its numbers mean."""
        self.pending, self.options = pending, options or []

    def answered(self) -> None:
        """No question is open."""
        self.pending, self.options = None, []
