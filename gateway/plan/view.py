"""A plan as it is shown: names of needs, services as they stand today, steps and questions in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from gateway.plan.questions import Asked, questions_for
from gateway.plan.services import ServiceBook
from gateway.replies import dialable
from gateway.webwords import web_words
from referrals.plans import Person, Plan, SavedService, Step
from resources_index.directory.said import in_words
from resources_index.index.needs import need_name


@dataclass(frozen=True)
class ServiceOnPaper:
    """A chosen service. `listed` is False when the directory no longer has it: then little is known."""

    service_id: str
    name: str
    organization: str
    phones: list[tuple[str, str]]
    listed: bool
    facts: dict[str, Any]


@dataclass(frozen=True)
class StepOnPaper:
    """A step in words."""

    id: str
    what: str
    who: str
    by: str
    done: bool
    own: bool


@dataclass(frozen=True)
class PersonOnPaper:
    """One of the people; `known` says whether the heading names a person."""

    id: str
    about: str | None
    name: str
    heading: str
    known: bool
    place: str
    needs: list[str]
    need_ids: list[str]
    services: list[ServiceOnPaper]
    steps: list[StepOnPaper]
    phone_questions: list[Asked]
    doctor_questions: list[Asked]
    notes: str


def on_paper(plan: Plan, language: str, book: ServiceBook) -> list[PersonOnPaper]:
    """All people of a plan in `language`."""
    return [_person(person, language, book) for person in plan.people]


def _person(person: Person, language: str, book: ServiceBook) -> PersonOnPaper:
    services = [_service(saved, language, book) for saved in person.services]
    return PersonOnPaper(
        person.id,
        person.about,
        person.name,
        heading(person, language),
        bool(person.about or person.name),
        person.place,
        [need_name(need, language) for need in person.needs],
        person.needs,
        services,
        [_step(step, services, language) for step in person.steps],
        _questions(person, "phone", language),
        _questions(person, "doctor", language),
        person.notes,
    )


def heading(person: Person, language: str) -> str:
    """'My mother', 'My mother: Rosa', 'Rosa'; where nothing is known of the person, the place or a plain word."""
    words = web_words(language)
    relation = words.get(f"about_{person.about}", "") if person.about else ""
    if relation and person.name:
        return f"{relation}: {person.name}"
    if person.name or relation:
        return person.name or relation
    return words["help_in"].format(place=person.place) if person.place else words["about_none"]


def _service(saved: SavedService, language: str, book: ServiceBook) -> ServiceOnPaper:
    today = book.find(saved.service_id, language)
    phones = saved.phones if today is None else today["phones"]
    return ServiceOnPaper(
        saved.service_id,
        saved.name if today is None else today["name"],
        saved.organization if today is None else today["organization"],
        [(phone, dialable(phone)) for phone in phones],
        today is not None,
        in_words(today, language) if today else {},
    )


def _step(step: Step, services: list[ServiceOnPaper], language: str) -> StepOnPaper:
    what = step.what
    if not what:
        service = next((s for s in services if s.service_id == step.service_id), None)
        what = "" if service is None else call_words(service, language)
    return StepOnPaper(step.id, what, step.who, step.by, step.done, bool(step.what))


def call_words(service: ServiceOnPaper, language: str) -> str:
    """'Call …, 937-555-0142: rides'; without a phone the website."""
    words = web_words(language)
    name = service.organization or service.name
    if service.phones:
        call = words["step_call"].format(name=name, phone=service.phones[0][1])
        return call if service.name == name else f"{call}: {service.name}"
    return words["step_see"].format(name=name, url=service.facts.get("url", ""))


def _questions(person: Person, kind: str, language: str) -> list[Asked]:
    ours = [
        asked
        for asked in questions_for(person.needs, kind, language)
        if asked.id not in person.hidden_questions
    ]
    return ours + [Asked(own.id, own.text) for own in person.questions if own.kind == kind]
