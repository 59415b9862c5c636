"""From what is remembered to an answer: ask for what is missing, once, or show services."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from actions.needs.persons import spoken_name
from actions.needs.several import say_who_is_next
from actions.rooms import search
from actions.shown.left_out import is_left_out
from actions.shown.what_to_ask import asked_for
from actions.turn import Turn
from resources_index.index.needs import need_name
from resources_index.places import is_military_mail
from resources_index.search import Hit, Query, Result, is_urgent
from resources_index.search.view import ServiceView

PAGE = 3
_SEVERAL = 2
# Below this the best guess is right in less than half of the cases (the scores are calibrated): ask back.
_UNSURE = 0.42
_MOST_ASKED_BACK = 2
# Services of one office that may come up one after the other once it was turned down.
_MOST_LEFT_OUT = 6
_TOPICS = (
    "food_assistance",
    "transportation",
    "utilities",
    "in_home_care",
    "medicare_counseling",
    "housing",
)
_AGE = re.compile(
    r"\b(?:i'm|i am|im|age|aged|turned|tengo|she is|he is|shes|hes|she's|he's)?\s*(\d{2,3})\s*(?:years? old|yrs? old|yr old|y/?o\b|años|anos)"
)
_VETERAN = re.compile(
    r"\b(veteran|vet|navy|army|marine|marines|air force|vietnam|korea|served|gulf war|veteran[oa]|ejercito)\b"
)


def find_help(turn: Turn) -> None:
    """The main path: needs and place, each asked for once; then services."""
    memory, case = turn.memory, turn.memory.case
    if memory.pending == "place_choice":
        turn.say("utter_which_place", choices=turn.offered)
        return
    if not case.needs:
        ask_need(turn)
        return
    if _unsure(turn):
        _ask_back(turn)
        return
    if case.place is None and _ask_place(turn):
        return
    if memory.pending in ("place", "county_choice"):
        memory.answered()
    if not _ask_which_county(turn):
        show_services(turn)


def _ask_place(turn: Turn) -> bool:
    """Asked once; once more when, instead of a place, another need or for whom it is was told."""
    memory, case = turn.memory, turn.memory.case
    abroad = is_military_mail(turn.heard.text)
    if abroad:
        turn.say("utter_military_mail")
    told_more = memory.pending == "place" and (turn.new_needs or turn.named_person or abroad)
    if case.asked_place and (not told_more or case.asked_place_again):
        return False
    case.asked_place, case.asked_place_again = True, case.asked_place
    memory.ask("place")
    if turn.named_person:
        turn.say("utter_for_person", person=spoken_name(case, turn.language))
    turn.say("utter_ask_place")
    return True


def _ask_which_county(turn: Turn) -> bool:
    """A ZIP in several counties: asked once, where the answers differ, and never in a hurry or after a crisis."""
    memory, case = turn.memory, turn.memory.case
    hurry = is_urgent(case.text or turn.heard.text) or memory.gentle_until
    if case.asked_county or case.where is None or len(case.where.counties) < _SEVERAL or hurry:
        return False
    choices = search().which_county(_query(turn, _page({})))
    if not choices:
        return False
    case.asked_county = True
    options: list[dict[str, Any]] = [
        {"label": place.label, "place": place.to_dict()} for place in choices
    ]
    memory.ask("county_choice", options)
    turn.say("utter_which_county", choices=turn.offered, zip=case.where.zip)
    return True


def _unsure(turn: Turn) -> bool:
    heard = turn.heard
    if not heard.asked_needs or turn.memory.case.heard != heard.asked_needs:
        return False
    if max((need["score"] for need in heard.needs), default=0.0) >= _UNSURE:
        return False
    return turn.memory.misses < _MOST_ASKED_BACK


def _ask_back(turn: Turn) -> None:
    """First the best guesses, then the main topics and a person; after that the best guess is shown."""
    _unask(turn)
    if turn.memory.misses < 1:
        ask_which_need(turn)
    else:
        ask_need(turn)


def _unask(turn: Turn) -> None:
    """What was only guessed was not asked for: no request to our desk shall carry it."""
    case = turn.memory.case
    guessed = [need["need_id"] for need in case.heard]
    case.asked = [need for need in case.asked if need not in guessed]
    case.told = [told for told in case.told if told["need"] not in guessed]


def ask_which_need(turn: Turn) -> None:
    """Offer the two or three best guesses as choices."""
    memory = turn.memory
    memory.misses += 1
    guesses = [guess["need_id"] for guess in turn.heard.guesses[:3]]
    options: list[dict[str, Any]] = [
        {"label": need_name(need, turn.language), "need": need} for need in guesses
    ]
    options.append({"label": person_label(turn), "person": True})
    memory.ask("need_choice", options)
    turn.say("utter_which_need", choices=turn.offered)


def ask_need(turn: Turn) -> None:
    """Nothing is known of what is needed: name the main topics, and a person the second time."""
    memory = turn.memory
    if memory.misses >= _MOST_ASKED_BACK and not memory.case.needs:
        # Who does not know need not be asked a third time: there are people whose work is to find out.
        memory.case.needs = ["benefits_check"]
        turn.say("utter_let_them_ask")
        show_services(turn)
        return
    options: list[dict[str, Any]] = [
        {"label": need_name(need, turn.language), "need": need} for need in _TOPICS
    ]
    second = memory.misses >= 1
    if second:
        options = [{"label": person_label(turn), "person": True}, *options[:5]]
    memory.misses += 1
    memory.ask("need_choice", options)
    named = memory.case.place_shown
    if second:
        turn.say("utter_ask_need_again", choices=turn.offered)
    elif named:
        turn.say("utter_ask_need_here", choices=turn.offered, place=named["text"])
    else:
        turn.say("utter_ask_need", choices=turn.offered)


def person_label(turn: Turn) -> str:
    """How our desk is named among choices."""
    return "hablar con una persona" if turn.language == "es" else "talk to a person"


def show_services(turn: Turn, **changes: Any) -> bool:
    """Search and show one page; False when there was nothing (more) to show."""
    memory = turn.memory
    if not memory.case.needs:
        ask_need(turn)
        return True
    page = _page(changes)
    result = _found(turn, page)
    if not result.hits:
        return False
    services = [asked_for(turn, hit) for hit in _callable_first(result)]
    more = result.total > page["offset"] + len(services)
    first = page["offset"] + 1
    _say_services(turn, services, first, more, result)
    say_who_is_next(turn)
    ids = [service["service_id"] for service in services]
    memory.shown = ids if page["offset"] == 0 else [*memory.shown[: page["offset"]], *ids]
    memory.page, memory.chosen, memory.misses = page, None, 0.0
    memory.case.note_seen(ids)
    if memory.pending in ("place", "need_choice"):
        memory.answered()
    return True


def service_ids(turn: Turn, **changes: Any) -> list[str]:
    """What `show_services` would show, without showing it."""
    result = _found(turn, _page(changes))
    return [hit.service.record.id for hit in _callable_first(result)]


def recall_list(turn: Turn) -> None:
    """The first page of what is asked for is on show again, without being sent: she has it on paper."""
    memory = turn.memory
    memory.shown, memory.page, memory.chosen = service_ids(turn), _page({}), None


def found_again(turn: Turn) -> list[ServiceView]:
    """What the list on show was taken from, searched again: with distances, and open or closed at this hour."""
    page = {
        **_page({}),
        **turn.memory.page,
        "offset": 0,
        "limit": max(PAGE, len(turn.memory.shown)),
    }
    return [hit.service for hit in _found(turn, page).hits]


def _found(turn: Turn, page: dict[str, Any]) -> Result:
    """The search without what was turned down, whichever service of that office comes up."""
    query = _query(turn, page)
    result = search().find(query)
    for _ in range(_MOST_LEFT_OUT):
        refused = [h.service.record.id for h in result.hits if is_left_out(turn, h.service)]
        if not refused:
            break
        query = replace(query, exclude=(*query.exclude, *refused))
        result = search().find(query)
    return result


def _callable_first(result: Result) -> list[Hit]:
    """The page as it is shown: who can be called stands above what is only a web page."""
    return sorted(result.hits, key=lambda hit: not hit.service.record.phones)


def _page(changes: dict[str, Any]) -> dict[str, Any]:
    page = {"offset": 0, "free_only": False, "near_first": False, "limit": PAGE, **changes}
    page["at"] = datetime.now(UTC).replace(tzinfo=None).isoformat()
    page["covered"] = False
    return page


def _query(turn: Turn, page: dict[str, Any]) -> Query:
    case = turn.memory.case
    text = case.text or turn.heard.text
    flat = text.lower()
    age = _AGE.search(flat)
    return Query(
        text=text,
        needs=tuple(case.needs),
        place=case.where,
        age=int(age.group(1)) if age and case.about in (None, "self") else None,
        language=turn.language,
        veteran=True if _VETERAN.search(flat) else None,
        free_only=page["free_only"],
        near_first=page["near_first"],
        limit=page["limit"],
        offset=page["offset"],
        exclude=tuple(case.excluded),
    )


def _say_services(
    turn: Turn, services: list[dict[str, Any]], first: int, more: bool, result: Result
) -> None:
    case = turn.memory.case
    names = [need_name(need, turn.language) for need in case.needs[:3]]
    joiner = " y " if turn.language == "es" else " and "
    need = joiner.join(names)
    need = need[:1].upper() + need[1:]
    # How far the search had to go is said once, with the first page.
    widened, relaxed = (result.widened, list(result.relaxed)) if first == 1 else (None, [])
    if case.turned_down:
        # There is a place in this county; it is not wanted.
        widened = None
    custom = {"kind": "services", "services": services, "first_number": first, "more": more,
              "widened": widened, "relaxed": relaxed}  # fmt: skip
    if case.place_shown:
        turn.say("utter_services_near", custom=custom, need=need, place=case.place_shown["text"])
    else:
        turn.say("utter_services_anywhere", custom=custom, need=need)
