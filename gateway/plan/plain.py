"""The plan in plain words: for e-mail, and short for a text."""

from __future__ import annotations

from collections.abc import Sequence

from gateway.plan.view import PersonOnPaper, ServiceOnPaper
from gateway.sms.segments import Plan as TextPlan
from gateway.sms.segments import count_segments
from gateway.sms.segments import plan as as_text
from gateway.webwords import web_words

_SEGMENTS_A_TEXT = 4
_MOST_TEXTS = 3


def title(person: PersonOnPaper) -> str:
    """Who and where, in one line."""
    return f"{person.heading}, {person.place}" if person.known and person.place else person.heading


def mail_body(people: Sequence[PersonOnPaper], link: str, language: str) -> str:
    """All of it, line by line."""
    words = web_words(language)
    lines = [words["plan_title"], words["urgent_line"]]
    for person in people:
        lines += ["", title(person)]
        lines += [f"{words['needs']}: {', '.join(person.needs)}"] if person.needs else []
        for service in person.services:
            lines += ["", *_service_lines(service, words)]
        lines += _listed(words["steps"], [_step_line(s.what, s.who, s.by) for s in person.steps])
        lines += _listed(words["phone_questions"], [q.text for q in person.phone_questions])
        lines += _listed(words["doctor_questions"], [q.text for q in person.doctor_questions])
        lines += _listed(words["notes"], person.notes.splitlines())
    return "\n".join([*lines, "", words["text_link"], link, "", words["made_with"]])


def _service_lines(service: ServiceOnPaper, words: dict[str, str]) -> list[str]:
    facts = service.facts
    lines = [service.name]
    if service.organization and service.organization != service.name:
        lines.append(service.organization)
    lines += [number for _, number in service.phones[:2]]
    for key, label in (("ask_for", "say"), ("cost", "cost"), ("hours", "hours")):
        if facts.get(key):
            lines.append(f"{words[label]}: {facts[key]}")
    if facts.get("url"):
        lines.append(facts["url"])
    return lines


def _step_line(what: str, who: str, by: str) -> str:
    details = ", ".join(part for part in (who, by) if part)
    return f"{what} ({details})" if details else what


def _listed(title: str, entries: Sequence[str]) -> list[str]:
    return ["", title, *(f"- {entry}" for entry in entries)] if entries else []


def texts(people: Sequence[PersonOnPaper], link: str, language: str) -> list[TextPlan]:
    """At most three texts of four segments: names and numbers first, then the link to all of it."""
    words = web_words(language)
    lines = []
    for person in people:
        lines.append(title(person))
        lines += [
            f"{service.organization or service.name}: {_reach(service)}"
            for service in person.services
        ]
        lines += [_step_line(s.what, s.who, s.by) for s in person.steps if s.own and not s.done]
    ending = f"{words['text_link']} {link}"
    packed = _pack([f"{words['text_intro']}:", *lines], _MOST_TEXTS)
    last = f"{packed[-1]}\n{ending}"
    if count_segments(as_text(last).text) <= _SEGMENTS_A_TEXT:
        packed[-1] = last
    else:
        packed = [*packed[: _MOST_TEXTS - 1], ending]
    return [as_text(text) for text in packed]


def _reach(service: ServiceOnPaper) -> str:
    return service.phones[0][1] if service.phones else str(service.facts.get("url", ""))


def _pack(lines: Sequence[str], most: int) -> list[str]:
    """Whole lines into texts: no phone and no link is ever cut."""
    packed = [""]
    for line in lines:
        longer = f"{packed[-1]}\n{line}".strip()
        if count_segments(as_text(longer).text) <= _SEGMENTS_A_TEXT:
            packed[-1] = longer
        elif len(packed) < most:
            packed.append(line)
    return packed
