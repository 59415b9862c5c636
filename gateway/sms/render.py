"""Structured messages to one text within its budget of segments."""

from __future__ import annotations

import re
from typing import Any

from gateway.answer import Answer
from gateway.dialogue import BotMessage
from gateway.replies import asked_through, detail_lines, dialable, reach, search_notes
from gateway.sms.segments import Plan, plan
from gateway.sms.split import split
from gateway.wording import say

ANSWER_BUDGET = 3
QUESTION_BUDGET = CRISIS_BUDGET = 2
_LINE = 40
_STOP = re.compile(r"[.:;]")


def render(answer: Answer, after: str = "") -> list[Plan]:
    """The texts to send, in order; none without an answer. `after` is said after the answer."""
    parts = [_render(message, answer.language) for message in answer.messages]
    if answer.understood.get("crisis"):
        return [text for part in parts if part for text in split(part, CRISIS_BUDGET)]
    text = "\n".join(part for part in parts if part)
    if not text:
        return []
    texts = split(text, QUESTION_BUDGET if _only_asks(answer) else ANSWER_BUDGET)
    if after:
        joined = plan(f"{text}\n{after}")
        # The answer is not buried: what follows it gets a text of its own when both are too long.
        texts = [joined] if joined.segments <= ANSWER_BUDGET else [*texts, plan(after)]
    return texts


def _only_asks(answer: Answer) -> bool:
    """Whether something is asked and nothing shown: a name with accents can make such a text long."""
    shown = any((message.custom or {}).get("services") for message in answer.messages)
    return bool(answer.state.get("pending")) and not shown


def _render(message: BotMessage, language: str) -> str:
    custom = message.custom or {}
    if custom.get("kind") == "services":
        return _service_list(message, custom, language)
    if custom.get("kind") == "service_detail":
        return _within(detail_lines(custom["service"], language), ANSWER_BUDGET)
    lines = [message.text] if message.text else []
    lines += [f"{i} {choice['label']}" for i, choice in enumerate(message.choices, start=1)]
    return "\n".join(lines)


def _service_list(message: BotMessage, custom: dict[str, Any], language: str) -> str:
    """A heading, one line a service, and how to go on. Clauses are dropped before services are."""
    services = custom["services"]
    first = custom.get("first_number", 1)
    heading = [message.text] if message.text else []
    if custom.get("heading"):
        heading.append(f"{custom['heading']}:")
    heading += search_notes(custom, language)
    footer = _footer(first, len(services), bool(custom.get("more")), language)
    for wanted in ("ask_for+cost", "cost", "", "short"):
        lines = [_line(n, s, wanted, language) for n, s in enumerate(services, start=first)]
        text = "\n".join([*heading, *lines, footer])
        if plan(text).segments <= ANSWER_BUDGET:
            return text
    return text


def _line(number: int, service: dict[str, Any], wanted: str, language: str) -> str:
    who = service["organization"] or service["name"]
    what = service["name"]
    if what == who:
        # A line that is called like its office: its name alone does not say what it is for.
        what = "" if wanted == "short" else _first_clause(service.get("summary") or "")
    elif what.startswith(who):
        who, what = what, ""
    if wanted == "short":
        who, what = _short(who), _short(what)
    reached = f"{who}, {_phone(service, language)}"
    if service.get("through"):
        reached = asked_through({**service, "organization": who}, language)
    text = f"{number} {reached}."
    if what:
        text = f"{number} {reached}. {what}."
    if "ask_for" in wanted and service.get("ask_for"):
        text += " " + say("say_this", language, words=_quoted(service["ask_for"]))
    if "cost" in wanted and service.get("cost"):
        text += f" {service['cost']}"
    return text


def _first_clause(summary: str) -> str:
    """What it is for, as far as the first stop; nothing where that is a whole line of its own."""
    clause = _STOP.split(summary, maxsplit=1)[0].strip()
    return clause if len(clause) <= _LINE else ""


def _short(words: str) -> str:
    """The first words, about one line of an old phone."""
    return words if len(words) <= _LINE else words[: _LINE + 1].rpartition(" ")[0].rstrip(" ,;-")


def _quoted(words: str) -> str:
    return f'"{words}"'


def _phone(service: dict[str, Any], language: str) -> str:
    if service["phones"] and not service.get("second_phone"):
        phone = dialable(service["phones"][0])
        return f"{phone} ({say('old_listing', language)})" if service.get("call_first") else phone
    return reach(service, language)


def _footer(first: int, count: int, more: bool, language: str) -> str:
    numbers = [str(n) for n in range(first, first + count)]
    if len(numbers) > 1:
        joined = ", ".join(numbers[:-1]) + f" {say('or_word', language)} {numbers[-1]}"
    else:
        joined = numbers[0]
    return say("list_footer" if more else "list_footer_last", language, numbers=joined)


def _within(lines: list[str], budget: int) -> str:
    """As many lines from the top as fit; a line is never cut, so no phone or link is split."""
    kept: list[str] = []
    for line in lines:
        if plan("\n".join([*kept, line])).segments > budget and kept:
            continue
        kept.append(line)
    return "\n".join(kept)
