"""Several persons in one message, each with needs and a place of their own: one list after the other."""

from __future__ import annotations

from actions.memory import Case
from actions.persons import person_name
from actions.rooms import places
from actions.turn import Turn
from resources_index.index.needs import need_name
from resources_index.places import Place, Resolved
from resources_index.places.mentions import main_place


def remember_several(turn: Turn) -> bool:
    """True when the message told of persons in different places: each has a request now, the first is current."""
    memory, heard = turn.memory, turn.heard
    placed = [(part, _place_in(part["text"])) for part in heard.parts]
    if len(placed) < 2 or len({place.label for _, place in placed if place}) < len(placed):
        return False
    for part, place in placed:
        case = memory.cases.setdefault(part["about"], Case())
        case.about, case.text = part["about"], part["text"]
        case.needs = [need["need_id"] for need in part["needs"]]
        case.asked += [need for need in case.needs if need not in case.asked]
        if place is not None:
            case.set_place(place)
    first, *others = [part["about"] for part, _ in placed]
    memory.current, memory.waiting = first, others
    memory.case.heard = heard.parts[0]["needs"]
    turn.gave_place = True
    return True


def _place_in(text: str) -> Place | None:
    mention = main_place(places().find_in(text))
    answer = mention.answer if mention else None
    return answer.place if isinstance(answer, Resolved) else None


def say_who_is_next(turn: Turn) -> None:
    """After a list: for whom the next one is, and how to get it."""
    memory = turn.memory
    if not memory.waiting or memory.waiting[0] not in memory.cases:
        return
    case = memory.cases[memory.waiting[0]]
    turn.say(
        "utter_next_person",
        need=need_name(case.needs[0], turn.language),
        person=person_name(case.about or "", turn.language),
        place=(case.place_shown or {}).get("text", ""),
    )


def go_to_next(turn: Turn) -> bool:
    """True when "next" is asked for and somebody waits, who is current then."""
    memory = turn.memory
    if not memory.waiting or not {"next", "siguiente"} & set(turn.heard.plain.split()):
        return False
    memory.current, memory.waiting = memory.waiting[0], memory.waiting[1:]
    return True
