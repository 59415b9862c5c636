"""Take what a message tells into the memory: language, person, place, needs."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from actions.details import about_a_listed_service
from actions.persons import whom_pronoun_means
from actions.remarks import is_remark
from actions.rooms import places
from actions.several import remember_several
from actions.turn import Turn
from resources_index.places import Ambiguous, Mention, Place, Resolved

_GENTLE_HOURS = 24
_PLACE_WORDS = 4
# Below this a later message does not push aside what was understood before.
_WEAK = 0.45
_SURE = 0.7
_FOR_ME = re.compile(
    r"\b(?:for|about|with|help) (?:me|myself)\b|\bpara mi\b|\b(?:mine|my own|lo mio)\b|\bi'?m the one\b|\b(?:and|y) (?:me|yo)$"
)


def remember(turn: Turn) -> None:
    """Called once for each message, before anything is answered."""
    _language(turn)
    crisis = turn.heard.metadata.get("crisis")
    # After abuse no word of it comes up again by itself: somebody may read along.
    if crisis and crisis != "abuse_now":
        until = datetime.now(UTC) + timedelta(hours=_GENTLE_HOURS)
        turn.memory.gentle_until = until.isoformat()
    if (turn.memory.pending or "").startswith("referral"):
        # A name, a number or a good time: "Austin" may be a person here.
        turn.memory.case.heard = []
        return
    remember_request(turn)


def remember_request(turn: Turn) -> None:
    """For whom, where and what: of a message that is not an answer to a coordinator's questions."""
    before = turn.memory.current
    if remember_several(turn):
        return
    _person(turn)
    turn.new_person = turn.memory.current != before
    _place(turn)
    _needs(turn)


def _language(turn: Turn) -> None:
    heard, memory = turn.heard, turn.memory
    words = len(heard.plain.split())
    # "Houma LA" is no Spanish: an answer with a place keeps the language of the conversation.
    only_place = memory.met and heard.act == "give_place" and words <= _PLACE_WORDS
    spoken = heard.spoken if not only_place and (words >= 2 or not memory.met) else None
    memory.language = (
        heard.language_asked or spoken or (memory.met and memory.language)
        or heard.metadata.get("language") or heard.spoken or memory.language
    )  # fmt: skip
    memory.met = True


def _person(turn: Turn) -> None:
    memory, about = turn.memory, turn.heard.about or whom_pronoun_means(turn)
    if about is None or about == memory.current or _only_told(turn, about):
        return
    if about == "self" and memory.current and not _speaks_for_self(turn):
        # "Can I talk to a person?" and "I'm in Boston" are of the writer, and ask for nothing for the writer.
        return
    if memory.current == "" or about in memory.cases:
        _switch(turn, about)
        return
    case = memory.case
    if turn.heard.act == "correct" or (case.about is None and not case.needs):
        # The same request, for somebody else than we thought.
        memory.cases[about] = memory.cases.pop(memory.current)
        memory.cases[about].about = about
        memory.current = about
        return
    _switch(turn, about)


def _only_told(turn: Turn, about: str) -> bool:
    """Somebody who comes up in a story or as "somebody", and is not the one who needs help."""
    memory, heard = turn.memory, turn.heard
    if about == "other" and heard.act == "person":
        return True
    asked = heard.asked_needs
    unsure = not asked or asked[0]["score"] < _WEAK
    return memory.pending == "place" and bool(memory.case.needs) and unsure and about != "self"


def _speaks_for_self(turn: Turn) -> bool:
    heard = turn.heard
    return bool(heard.asked_needs) or bool(_FOR_ME.search(heard.plain))


def _switch(turn: Turn, about: str) -> None:
    memory = turn.memory
    before = memory.cases.get(memory.current)
    memory.current = about
    memory.waiting = [person for person in memory.waiting if person != about]
    case = memory.case
    case.about = about
    if before is not None and case.place is None and before.place is not None:
        # Most families live close: not asked again, and named in the answer, so that it can be put right.
        case.place, case.place_shown = before.place, before.place_shown


def _place(turn: Turn) -> None:
    case, heard = turn.memory.case, turn.heard
    if heard.number is not None and not heard.text.strip().isdigit():
        return
    asked = turn.memory.pending == "place" or heard.act in ("give_place", "change_place")
    if heard.text.strip().isdigit() and len(heard.text.strip()) < 4:
        return
    near = case.place.get("state") if case.place else None
    found = places().find_in(heard.text, heard.hints, asked)
    best = next((m for m in found if isinstance(m.answer, Resolved)), None)
    best = best or next((m for m in found if isinstance(m.answer, Ambiguous)), None)
    if best is None:
        return
    before = case.place
    _take(turn, best, near)
    turn.gave_place = case.place != before


def _take(turn: Turn, mention: Mention, near: str | None) -> None:
    case = turn.memory.case
    if isinstance(mention.answer, Resolved):
        offered = _offered_in(turn, mention.answer.place)
        if offered is not None:
            case.set_place(offered)
            turn.memory.answered()
            return
        if not _says_less(mention.answer.place, case.where):
            case.set_place(mention.answer.place)
        if turn.memory.pending in ("place", "place_choice"):
            turn.memory.answered()
        return
    if isinstance(mention.answer, Ambiguous):
        known = _known_already(turn, mention.answer)
        in_state = [p for p in mention.answer.choices if p.state == near]
        if known is not None or len(in_state) == 1:
            case.set_place(known or in_state[0])
            return
        options = [
            {"label": place.label, "place": place.to_dict()} for place in mention.answer.choices[:4]
        ]
        turn.memory.ask("place_choice", options)


def _offered_in(turn: Turn, place: Place) -> Place | None:
    """'Jackson County' is in many states, and 'Missouri' says which of the choices is meant."""
    if turn.memory.pending != "place_choice" or place.counties:
        return None
    offered = [Place.from_dict(option["place"]) for option in turn.memory.options]
    inside = [choice for choice in offered if choice.state == place.state]
    return inside[0] if len(inside) == 1 else None


def _says_less(new: Place, old: Place | None) -> bool:
    """'Pine Bluff', then 'Arkansas': the state alone takes nothing back."""
    return bool(old and old.counties and new.state == old.state and not new.counties)


def _known_already(turn: Turn, answer: Ambiguous) -> Place | None:
    """The choice that this conversation has spoken of before, if it is one alone."""
    spoken = {case.where.label for case in turn.memory.cases.values() if case.where}
    known = [place for place in answer.choices if place.label in spoken]
    return known[0] if len(known) == 1 else None


def _needs(turn: Turn) -> None:
    case, heard = turn.memory.case, turn.heard
    asked = heard.asked_needs
    if asked and (about_a_listed_service(turn) or is_remark(turn)):
        asked = []
    if not asked and not turn.memory.shown and not case.needs:
        asked = heard.opening_needs
    # "Sorry, not Tulsa, she moved" says where, and sounds like trouble.
    least = _SURE if turn.gave_place else _WEAK
    if case.needs and asked and asked[0]["score"] < least:
        asked = []
    case.heard = asked
    if not asked:
        return
    if asked[0]["score"] >= _SURE:
        turn.memory.misses = 0.0
    new = [need["need_id"] for need in asked]
    if set(new) != set(case.needs) or not case.text:
        # For the same needs the first words stay: other words would put the same services in another order,
        # and "the second one" would mean another than the person saw.
        case.text = heard.text
    case.needs = new
    case.asked += [need for need in new if need not in case.asked]
