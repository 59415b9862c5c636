"""Structured messages to what every channel shares: plain words, cards, choices."""

from __future__ import annotations

from typing import Any

from gateway.dialogue import BotMessage
from gateway.wording import say

Service = dict[str, Any]


def dialable(number: str) -> str:
    """'+19375550142' to '937-555-0142'; short codes as they are."""
    digits = number.removeprefix("+1")
    if len(digits) == 10 and digits.isdigit():
        return f"{digits[:3]}-{digits[3:6]}-{digits[6:]}"
    return number.removeprefix("+")


def reach(service: Service, language: str) -> str:
    """How to reach a service: its phone, with a second one or a word where the first is not sure, or its page."""
    if not service["phones"]:
        return say("web_only", language, url=service["url"]) if service["url"] else ""
    phone = dialable(service["phones"][0])
    if service.get("through"):
        return say("through", language, line=service["through"], phone=phone)
    second = service.get("second_phone")
    if second:
        other = say("also_call", language, name=second["name"], phone=dialable(second["phone"]))
        return f"{phone} ({say('call_first', language)}) {other}"
    return f"{phone} ({say('call_first', language)})" if service.get("call_first") else phone


def service_lines(message: BotMessage, language: str) -> list[str]:
    """A list of services in plain lines, numbered as they can be chosen."""
    custom = message.custom or {}
    first = custom.get("first_number", 1)
    earlier: dict[str, int] = {}
    lines = []
    for number, service in enumerate(custom["services"], start=first):
        clause = service.get("cost") or service.get("summary") or ""
        if service.get("say_it") and service.get("ask_for"):
            # An office for nearly everything is asked for the one thing.
            clause = f"{say('say_this', language, words=service['ask_for'])} {clause}"
        lines.append(
            f"{number} {_named(service, language)}{_same(service, earlier, language)}. {clause}".strip()
        )
        earlier.setdefault("".join(service["phones"][:1]), number)
    return lines


def asked_through(service: Service, language: str) -> str:
    """Whose line to call, and whom to ask for: "Eldercare Locator, 800-677-1116: ask for …"."""
    line = say("through", language, line=service["through"], phone=dialable(service["phones"][0]))
    return say("through_ask", language, line=line, name=service["organization"])


def _named(service: Service, language: str) -> str:
    name = service["name"]
    if service.get("through"):
        return f"{asked_through(service, language)} ({name})"
    if service["organization"] and not name.startswith(service["organization"]):
        name = f"{service['organization']}: {name}"
    return f"{name}, {reach(service, language)}"


def _same(service: Service, earlier: dict[str, int], language: str) -> str:
    """That a number stands above under another name already: nobody calls twice to meet one clerk."""
    row = earlier.get("".join(service["phones"][:1])) if service["phones"] else None
    return "" if row is None else f" ({say('same_number', language, row=row)})"


def search_notes(custom: dict[str, Any], language: str) -> list[str]:
    """What of the question nothing fulfils: nothing near, nothing open, nobody who speaks the language."""
    notes = [say(f"widened_{custom['widened']}", language)] if custom.get("widened") else []
    return notes + [say(f"relaxed_{wish}", language) for wish in custom.get("relaxed") or ()]


def whole_name(service: Service) -> str:
    """What it is and whose it is; once where both are one name, and with no brackets inside brackets."""
    name, office = str(service["name"]), str(service["organization"] or "")
    if not office or name.startswith(office):
        return name
    return f"{name}, {office}" if "(" in name + office else f"{name} ({office})"


def detail_lines(service: Service, language: str) -> list[str]:
    """All that is known of one service, in plain lines."""
    how = asked_through(service, language) if service.get("through") else reach(service, language)
    lines = [whole_name(service), how]
    lines.append(service["summary"])
    labelled = (("say_this", "ask_for"), ("cost", "cost"), ("who", "eligibility"))
    lines += [
        say(label, language, words=service[key]) for label, key in labelled if service.get(key)
    ]
    hours = service.get("hours")
    unknown = "hours_not_known" if service.get("call_first") else "hours_unknown"
    lines.append(say("hours", language, words=hours) if hours else say(unknown, language))
    if service.get("have_ready"):
        lines.append(say("bring", language, words=", ".join(service["have_ready"])))
    if service.get("address"):
        lines.append(service["address"])
    if service.get("url"):
        lines.append(service["url"])
    if service.get("assured_date"):
        lines.append(say("checked", language, date=service["assured_date"]))
    return [line for line in lines if line]


def plain_text(message: BotMessage, language: str) -> str:
    """The whole meaning of a message without cards or buttons."""
    custom = message.custom or {}
    parts = [message.text] if message.text else []
    if custom.get("kind") == "services":
        if custom.get("heading"):
            parts.append(f"{custom['heading']}:")
        parts += search_notes(custom, language) + service_lines(message, language)
    elif custom.get("kind") == "service_detail":
        parts += detail_lines(custom["service"], language)
    if message.choices and custom.get("kind") != "services":
        parts += [f"{i} {choice['label']}" for i, choice in enumerate(message.choices, start=1)]
    return "\n".join(parts)


def public_reply(message: BotMessage, language: str) -> dict[str, Any]:
    """One reply of POST /api/v1/messages."""
    custom = message.custom or {}
    services = list(custom.get("services") or [])
    if custom.get("kind") == "service_detail":
        services = [custom["service"]]
    return {
        "text": plain_text(message, language),
        "services": services,
        "choices": [dict(choice) for choice in message.choices],
        "kind": custom.get("kind"),
        "intro": message.text or custom.get("heading") or "",
    }
