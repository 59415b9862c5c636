"""A person of our desk, asked for in one breath with a need, a name or a number: nothing of it is lost."""

from __future__ import annotations

import re
from typing import Any

from actions.form.naming import first_name, introduced
from actions.form.notes import says_how_to_reach
from actions.form.phone_numbers import phone_in, without_phone
from actions.heard import Heard
from actions.rooms import places
from actions.shown.listed import view_of
from actions.turn import Turn
from resources_index.places import Resolved

_BREAK = re.compile(r"[.,;:!?\n]+")
# What stands beside a name and a number in a message that is little else.
_BESIDE_A_NUMBER, _LONGEST_NAME = 8, 3
_INTRODUCES = re.compile(
    r"^.*?\b(?:my name is|name's|i'm|i am|this is|it's|me llamo|mi nombre es|soy|habla)\s+",
    re.IGNORECASE,
)
_NOT_MINE = re.compile(
    r"\b(?:wrong|old|disconnected|called|tried|answers?|whose|is this|what is|equivocado|llame|marque|contesta\w*|de quien)\b"
)


def asks_for_our_desk(turn: Turn) -> bool:
    """Whether a person is asked for, in words or by leaving a name and a number."""
    if (turn.memory.pending or "").startswith("referral"):
        return False
    number = phone_in(turn.heard.text)
    mine = number is not None and turn.heard.act == "person"
    return turn.heard.asks_person or mine or _leaves_a_number(turn)


def told_at_once(turn: Turn) -> dict[str, Any]:
    """The answers of the form that the message has given already: `needs`, `name`, `number`, `extras`."""
    text = turn.heard.text
    needs = [need["need_id"] for need in turn.memory.case.heard if turn.heard.asks_person]
    reach = without_phone(text).strip(" ,.;-")
    told = {
        "needs": needs,
        "name": introduced(text) or name_beside_number(text, turn.memory.case.place),
        "number": phone_in(text),
        "extras": [reach[:300]] if says_how_to_reach(turn.heard.plain) else [],
    }
    return {step: value for step, value in told.items() if value}


def name_beside_number(text: str, known_place: dict[str, Any] | None) -> str | None:
    """ "Doris. 937-555-0119": the name that stands next to a phone number; a town with its state is none."""
    if phone_in(text) is None:
        return None
    for part in _BREAK.split(without_phone(text)):
        words = _INTRODUCES.sub("", part).split()
        if not 0 < len(words) <= _LONGEST_NAME or not words[0][0].isupper():
            continue
        name = first_name(" ".join(words))
        if name and not _is_the_place(name, known_place):
            return name
    return None


def _is_the_place(name: str, known: dict[str, Any] | None) -> bool:
    answer = places().resolve(name)
    if isinstance(answer, Resolved) and (len(name.split()) > 1 or not answer.place.counties):
        return True
    return str((known or {}).get("city") or "").lower() == name.lower()


def _leaves_a_number(turn: Turn) -> bool:
    """A number of one's own, with a name or little else, written where no number was asked for."""
    text = turn.heard.text
    number = phone_in(text)
    if number is None or number in _shown_numbers(turn):
        return False
    beside = Heard(without_phone(text), "").plain
    if len(beside.split()) > _BESIDE_A_NUMBER or _NOT_MINE.search(beside) or "?" in text:
        return False
    return name_beside_number(text, turn.memory.case.place) is not None or not beside


def _shown_numbers(turn: Turn) -> set[str | None]:
    views = [view_of(turn, service_id) for service_id in turn.memory.shown]
    return {
        phone_in(phone.number) for view in views if view is not None for phone in view.record.phones
    }
