"""An answer as pieces of HTML, in the order in which they are sent: words, cards, choices.

The same pieces serve the page with script (one by one, as they come) and the page without.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from flask import render_template
from markupsafe import Markup, escape

from gateway.answer import Answer
from gateway.dialogue import BotMessage
from gateway.replies import plain_text, search_notes
from gateway.webwords import day_in_words, web_words
from resources_index.directory.said import in_words

# Ten digits, or the lines that answer at any hour.
_NUMBER = re.compile(r"(?<![\d-])((?:1-)?\d{3}-\d{3}-\d{4}|911|988)(?![\d-])")


@dataclass(frozen=True)
class Part:
    """`kind` is say, card or choices; the cards of one list follow each other."""

    kind: str
    html: Markup

    def to_dict(self) -> dict[str, str]:
        """Plain JSON."""
        return {"kind": self.kind, "html": str(self.html)}


def parts_of(answer: Answer, conversation: str) -> Iterator[Part]:
    """The pieces of an answer; `conversation` is the browser's own id, for the forms on the cards."""
    crisis = answer.understood.get("crisis") is not None
    for place, message in enumerate(answer.messages):
        # The words that say whom to call stand out; those that stay with the person are calm.
        yield from _message(message, answer, conversation, loud=crisis and place == 0)


def _message(message: BotMessage, answer: Answer, conversation: str, loud: bool) -> Iterator[Part]:
    custom = message.custom or {}
    services = list(custom.get("services") or [])
    if custom.get("kind") == "service_detail":
        services = [custom["service"]]
    if not services:
        # Choices are buttons here, so their numbered lines are left out.
        text = message.text if message.choices else plain_text(message, answer.language)
        if text:
            yield _part("say", answer, text=with_links(text), crisis=loud)
    else:
        heading, names = _heading(message, custom), _names(services, answer)
        note = " ".join(search_notes(custom, answer.language))
        yield _part("say", answer, text=heading, names=names, note=note)
        for service in services:
            yield _card(service, answer, conversation)
    choices = [dict(choice) for choice in message.choices]
    if custom.get("kind") == "services" and custom.get("more"):
        words = web_words(answer.language)
        choices.append({"label": words["more"], "text": words["more_text"]})
    if choices:
        yield _part("choices", answer, choices=choices)


def with_links(text: str) -> Markup:
    """Phone numbers, escaped with the rest, to tap."""
    pieces = _NUMBER.split(text)
    linked = [
        Markup('<a href="tel:{}">{}</a>').format(_dial(piece), piece)
        if place % 2
        else escape(piece)
        for place, piece in enumerate(pieces)
    ]
    return Markup("").join(linked)


def _dial(shown: str) -> str:
    digits = "".join(sign for sign in shown if sign.isdigit())
    return f"+1{digits[-10:]}" if len(digits) >= 10 else digits


def _heading(message: BotMessage, custom: dict[str, Any]) -> str:
    return message.text or str(custom.get("heading") or "")


def _names(services: list[dict[str, Any]], answer: Answer) -> str:
    """What a screen reader says of a list, instead of reading all cards at once."""
    words = web_words(answer.language)
    names = "; ".join(service["name"] for service in services)
    if len(services) == 1:
        return f"{words['found_one'].format(names=names)} {words['all_below_one']}"
    return f"{words['found_many'].format(count=len(services), names=names)} {words['all_below']}"


def _part(kind: str, answer: Answer, **values: Any) -> Part:
    page = render_template("_part.html", kind=kind, language=answer.language, **values)
    return Part(kind, Markup(page.strip()))  # noqa: S704 (our own template, escaped by it)


def _card(service: dict[str, Any], answer: Answer, conversation: str) -> Part:
    asked = [need["need_id"] for need in answer.understood.get("needs") or []]
    page = render_template(
        "_card.html",
        s=in_words(service, answer.language),
        w=web_words(answer.language),
        conversation=conversation,
        about=answer.understood.get("about"),
        need=next((need for need in asked if need in service["needs"]), ""),
        place=(answer.understood.get("place") or {}).get("text"),
        language=answer.language,
        day=lambda when: day_in_words(when, answer.language),
    )
    return Part("card", Markup(page.strip()))  # noqa: S704 (our own template, escaped by it)
