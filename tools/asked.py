"""How often a question about a listed place is answered for that place and that field: `python -m tools.asked FILE [URL]`.

One line of FILE: field(s), language, place (a part of its name; `*` no one of them; `-` it leaves the list), first messages
separated by " | ", the question. Each is asked in a conversation of its own; without URL a stack is started.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from porchlight.evaluation.client import Answer, Conversation, services_shown, words_of
from porchlight.evaluation.scenarios import plain
from porchlight.processes.stack import running_stack
from porchlight.settings import Settings

Service = dict[str, Any]
_UNKNOWN = re.compile(
    r"i (?:do not|don't) know|i have no\b|no (?:lo )?se\b|no tengo (?:su|la|el)\b"
)
_NO_PRICE = re.compile(r"don't know what that costs|no se cuanto cuesta")
_FORM = re.compile(
    r"your first name|cual es su nombre|should they call about|deben llamar|the best number|a que numero le"
)
# The field of the record that answers, where one does.
_RECORD = {
    "cost": "cost", "hours": "hours", "days": "hours", "languages": "languages", "papers": "have_ready", "say": "ask_for",
    "who": "eligibility", "what": "summary", "address": "address",
}  # fmt: skip
# What a sentence must speak of to answer a question that has no field of its own.
_ABOUT = {
    "notice": r"ahead|notice|book|day|anticip|antes|dia",
    "comes": r"home|house|door|casa|bring|come",
    "home": r"home|house",
    "door": r"door|home|puerta|casa",
    "escort": r"with you|wait|companion|acompan|espera",
    "wheelchair": r"wheelchair|silla",
    "diet": r"diet|hot|frozen|diabet",
    "other": r"for you|somebody else|someone else|family|familiar|otra persona|por usted",
    "government": r"government|gobierno|sells nothing|no vende|: (?:for|para) ",
    "long": r"wait|fast|rapid|long|days|weeks|espera|dias",
    "wait": r"wait|espera",
    "who": r"papers|papeles|people|personas",
    "deaf": r"person(?:a)?\b|\.(?:org|gov|com|net)|711",
    "address": r"address|direccion|https?://|calle",
}


@dataclass(frozen=True)
class Asked:
    """One line of the file."""

    fields: list[str]
    place: str
    first: list[str]
    said: str


def read_asked(path: Path) -> list[Asked]:
    """All lines, in order. Raises ValueError for one that has not five columns."""
    lines = []
    for line in path.read_text("utf-8").splitlines():
        fields, _, place, first, said = line.split("\t")
        lines.append(Asked(fields.split(","), place, first.split(" | "), said))
    return lines


def faults(case: Asked, shown: list[Service], answer: Answer) -> list[str]:
    """What is wrong with the answer; nothing when it is right. `shown`: all services of the lists before, the newest last."""
    said = plain(words_of(answer))
    found = []
    if answer["understood"].get("crisis"):
        found.append("crisis")
    if _FORM.search(said):
        found.append("form")
    if case.place == "-":
        return found + _declined(case, services_shown(answer))
    if any(reply.get("choices") for reply in answer["replies"]):
        found.append("asks back")
    if len(services_shown(answer)) > 1:
        return [*found, "list"]
    if services_shown(answer) and "what" not in case.fields:
        found.append("card")
    if len(_UNKNOWN.findall(said)) > len(case.fields):
        found.append("do not know, again and again")
    if case.place == "*":
        return found
    meant = [s for s in shown if plain(case.place) in plain(f"{s['organization']} {s['name']}")]
    if not meant:
        return [*found, "no such place on the list"]
    service = meant[-1]
    others = {s["organization"] for s in shown} - {service["organization"]}
    found += [f"names {other}" for other in others if plain(other) in said]
    if plain(service["organization"]) not in said and _phone(service) not in said:
        found.append("does not name it")
    return found + [f"not {field}" for field in case.fields if not _answers(field, service, said)]


def _declined(case: Asked, shown: list[Service]) -> list[str]:
    gone = "211" if "211" in case.said else "veteran"
    still = any(gone in plain(f"{s['organization']} {s['name']}") for s in shown)
    return ["still there"] if still else [] if shown else ["no list"]


def _answers(field: str, service: Service, said: str) -> bool:
    if field == "phone":
        return _phone(service) in said
    if field == "confirm":
        return _phone(service) in said and bool(
            re.search(r"\b(?:yes|right|correct|si|correcto)\b", said)
        )
    value = service.get(_RECORD.get(field, "")) or ""
    told = value if isinstance(value, str) else (value or [""])[0]
    if told:
        start = plain(told).removesuffix(".")[:25]
        return start in said and not (field == "cost" and _NO_PRICE.search(said))
    about = _ABOUT.get(field)
    return bool(_UNKNOWN.search(said) or (about and re.search(about, said)))


def _phone(service: Service) -> str:
    digits = (service["phones"] or [service["url"] or "-"])[0].removeprefix("+1")
    return f"{digits[:3]}-{digits[3:6]}-{digits[6:]}" if len(digits) == 10 else digits


def ask(url: str, client: httpx.Client, case: Asked) -> tuple[list[str], str]:
    """What is wrong, and what was answered."""
    conversation = Conversation(url, client)
    shown = [s for said in case.first for s in services_shown(conversation.say(said))]
    answer = conversation.say(case.said)
    return faults(case, shown, answer), words_of(answer)


def main(path: Path, url: str | None) -> None:
    """Print each miss, then how many are right."""
    cases = read_asked(path)
    missed: Counter[str] = Counter()
    settings = Settings.read()
    limit = {"RATE_LIMIT": "1000000 per minute"}
    stack = nullcontext() if url else running_stack(settings, limit)
    with stack as started, httpx.Client() as client:
        for case in cases:
            wrong, said = ask(started.url if started else str(url), client, case)
            if wrong:
                missed[case.fields[0]] += 1
                print(f"- {','.join(case.fields)} | {case.place} | {case.said}\n    {wrong}\n    {said[:300]!r}")  # fmt: skip
    print(f"{len(cases) - missed.total()} of {len(cases)} right; missed {dict(missed)}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else None)
