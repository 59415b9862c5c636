"""A plan: several people, each with a place, needs, chosen services, next steps, questions and notes.

Only data and rules; storage is in `store.py`, words and pages are in the gateway.
"""

from __future__ import annotations

import secrets
from dataclasses import asdict, dataclass, field
from typing import Any

MOST_PEOPLE, MOST_SERVICES, MOST_STEPS, MOST_QUESTIONS = 6, 20, 40, 30
LONGEST_LINE, LONGEST_NOTES = 200, 4000
QUESTION_KINDS = ("phone", "doctor")


class FullError(Exception):
    """A list has reached its limit; something must be removed first."""


def new_id() -> str:
    """Short, for forms and anchors; unique within one plan."""
    return secrets.token_hex(4)


@dataclass
class SavedService:
    """A chosen service. Name and phones are as they stood when it was saved, for the day it is delisted."""

    service_id: str
    need: str
    name: str
    organization: str
    phones: list[str]
    saved_on: str


@dataclass
class Step:
    """Who does what by when. One with `service_id` and no words means: call this service."""

    id: str
    what: str = ""
    who: str = ""
    by: str = ""
    done: bool = False
    service_id: str | None = None


@dataclass
class Question:
    """A question of one's own; `kind` is phone or doctor."""

    id: str
    kind: str
    text: str


@dataclass
class Person:
    """Somebody whom the plan is for. `about` is as in the API (self, mother, …), or None."""

    id: str
    about: str | None = None
    name: str = ""
    place: str = ""
    needs: list[str] = field(default_factory=list)
    services: list[SavedService] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    hidden_questions: list[str] = field(default_factory=list)
    notes: str = ""

    def save(self, service: SavedService) -> bool:
        """Choose a service and note the call as a step. False when it was chosen before."""
        if any(known.service_id == service.service_id for known in self.services):
            return False
        _room(self.services, MOST_SERVICES)
        self.services.append(service)
        if service.need and service.need not in self.needs:
            self.needs.append(service.need)
        if len(self.steps) < MOST_STEPS:
            self.steps.append(Step(new_id(), service_id=service.service_id))
        return True

    def drop(self, service_id: str) -> None:
        """Remove a service, and the step that says to call it."""
        self.services = [known for known in self.services if known.service_id != service_id]
        self.steps = [
            step for step in self.steps if step.what or step.done or step.service_id != service_id
        ]

    def add_step(self, what: str, who: str, by: str) -> None:
        """Add a step in one's own words; an empty one is not kept."""
        if what.strip():
            _room(self.steps, MOST_STEPS)
            self.steps.append(Step(new_id(), _line(what), _line(who), _line(by)))

    def change_step(self, step_id: str, *, what: str, who: str, by: str, done: bool) -> None:
        """Change a step; one that is gone meanwhile stays gone."""
        for step in self.steps:
            if step.id == step_id:
                step.what = _line(what) or ("" if step.service_id else step.what)
                step.who, step.by, step.done = _line(who), _line(by), done

    def drop_step(self, step_id: str) -> None:
        """Remove a step."""
        self.steps = [step for step in self.steps if step.id != step_id]

    def add_question(self, kind: str, text: str) -> None:
        """Add a question of one's own. Raises ValueError for an unknown kind."""
        if kind not in QUESTION_KINDS:
            raise ValueError("A question is for the phone or for the doctor.")
        if text.strip():
            _room(self.questions, MOST_QUESTIONS)
            self.questions.append(Question(new_id(), kind, _line(text)))

    def drop_question(self, question_id: str) -> None:
        """Remove a question of one's own, or hide one of ours by its id."""
        own = [question for question in self.questions if question.id != question_id]
        if len(own) == len(self.questions) and question_id not in self.hidden_questions:
            _room(self.hidden_questions, 400)
            self.hidden_questions.append(question_id[:60])
        self.questions = own

    def change_notes(self, notes: str, seen: str) -> bool:
        """Replace the notes. Where they are no longer as `seen`, both versions are kept: returns False."""
        notes = notes.strip()[:LONGEST_NOTES]
        if self.notes.strip() in (seen.strip(), notes, ""):
            self.notes = notes
            return True
        self.notes = f"{self.notes.strip()}\n\n{notes}"[: 2 * LONGEST_NOTES]
        return False


@dataclass
class Plan:
    """The whole document."""

    language: str = "en"
    people: list[Person] = field(default_factory=list)

    def person(self, person_id: str) -> Person | None:
        """One of the people, by id."""
        return next((person for person in self.people if person.id == person_id), None)

    def person_about(self, about: str | None, place: str = "") -> Person:
        """The person who is `about`; made when missing. A place that is known is not overwritten."""
        found = next((person for person in self.people if person.about == about), None)
        found = found or self._unnamed(about, _line(place))
        if found is None:
            found = self.add_person(about, "", place)
        found.place = found.place or _line(place)
        return found

    def _unnamed(self, about: str | None, place: str) -> Person | None:
        """Whom the first answers were for is often said only later, and not again with each question."""
        here = [person for person in self.people if person.place == place]
        if about in (None, "self"):
            same = here or (self.people if not place else [])
            return same[0] if len(same) == 1 else None
        found = next((person for person in here if person.about is None), None)
        if found is not None:
            found.about = about
        return found

    def add_person(self, about: str | None, name: str, place: str) -> Person:
        """Somebody more. Raises FullError."""
        _room(self.people, MOST_PEOPLE)
        person = Person(new_id(), about, _line(name), _line(place))
        self.people.append(person)
        return person

    def drop_person(self, person_id: str) -> None:
        """Remove somebody with everything of theirs."""
        self.people = [person for person in self.people if person.id != person_id]

    @property
    def service_ids(self) -> list[str]:
        """All chosen services, once each."""
        return list(dict.fromkeys(s.service_id for p in self.people for s in p.services))

    def to_dict(self) -> dict[str, Any]:
        """Plain JSON that `from_dict` reads again."""
        return asdict(self)

    @classmethod
    def from_dict(cls, fields: dict[str, Any]) -> Plan:
        """The inverse of `to_dict`."""
        return cls(fields["language"], [_person(person) for person in fields["people"]])


def _person(fields: dict[str, Any]) -> Person:
    known = dict(fields)
    known["services"] = [SavedService(**service) for service in fields["services"]]
    known["steps"] = [Step(**step) for step in fields["steps"]]
    known["questions"] = [Question(**question) for question in fields["questions"]]
    return Person(**known)


def _line(text: str) -> str:
    return " ".join(text.split())[:LONGEST_LINE]


def _room(things: list[Any], most: int) -> None:
    if len(things) >= most:
        raise FullError(f"There is room for {most}. Remove something first.")
