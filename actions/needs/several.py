"""Several persons in one message, each with needs and a place of their own: one list after the other."""

from __future__ import annotations

from typing import Any

from actions.heard import Heard
from actions.memory import Case
from actions.needs.persons import spoken_name
from actions.rooms import places
from actions.turn import Turn
from resources_index.index.needs import need_name
from resources_index.places import Ambiguous, Answer, Place, Resolved

_SEVERAL = 2


def remember_several(turn: Turn) -> bool:
    """True when the message told of persons in different places: each has a request now, the first is current."""
    memory, heard = turn.memory, turn.heard
    placed = _placed(heard)
    by_name = all(part.get("called") for part, _ in placed)
    elsewhere = len({place.label for _, place in placed if place}) == len(placed)
    if len(placed) < _SEVERAL or not (by_name or elsewhere):
        return False
    keys: list[str] = []
    for part, place in placed:
        keys.append(part["called"] if part["about"] in keys else part["about"])
        case = memory.cases.setdefault(keys[-1], Case())
        case.about, case.text, case.called = part["about"], part["text"], part.get("called")
        case.needs = [need["need_id"] for need in part["needs"]]
        case.asked += [need for need in case.needs if need not in case.asked]
        if place is not None:
            case.set_place(place)
    memory.current, *memory.waiting = keys
    memory.case.heard = heard.parts[0]["needs"]
    turn.gave_place = True
    return True


def _placed(heard: Heard) -> list[tuple[dict[str, Any], Place | None]]:
    """The parts, each with its place; "Savannah" beside "Macon GA" is the one in Georgia."""
    answers = [_answer_in(part["text"]) for part in heard.parts]
    states = {answer.place.state for answer in answers if isinstance(answer, Resolved)}
    return [
        (part, _place_of(answer, states)) for part, answer in zip(heard.parts, answers, strict=True)
    ]


def _answer_in(text: str) -> Answer | None:
    found = [mention.answer for mention in places().find_in(text)]
    first = next((answer for answer in found if isinstance(answer, Resolved)), None)
    return first or next((answer for answer in found if isinstance(answer, Ambiguous)), None)


def _place_of(answer: Answer | None, states: set[str | None]) -> Place | None:
    if isinstance(answer, Resolved):
        return answer.place
    if not isinstance(answer, Ambiguous):
        return None
    inside = [choice for choice in answer.choices if choice.state in states]
    return inside[0] if len(inside) == 1 else None


def say_who_is_next(turn: Turn) -> None:
    """After a list: for whom the next one is, and how to get it."""
    memory = turn.memory
    if not memory.waiting or memory.waiting[0] not in memory.cases:
        return
    case = memory.cases[memory.waiting[0]]
    turn.say(
        "utter_next_person",
        need=need_name(case.needs[0], turn.language),
        person=spoken_name(case, turn.language),
        place=(case.place_shown or {}).get("text", ""),
    )


def go_to_next(turn: Turn) -> bool:
    """True when "next" is asked for and somebody waits, who is current then."""
    memory = turn.memory
    if not memory.waiting or not {"next", "siguiente"} & set(turn.heard.plain.split()):
        return False
    memory.current, memory.waiting = memory.waiting[0], memory.waiting[1:]
    return True
