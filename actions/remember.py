"""Take what a message tells into the memory: language, person, place, needs."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from actions.rooms import places
from actions.turn import Turn
from resources_index.places import Ambiguous, Mention, Resolved

_GENTLE_HOURS = 24


def remember(turn: Turn) -> None:
    """Called once for each message, before anything is answered."""
    _language(turn)
    if turn.heard.metadata.get("crisis"):
        until = datetime.now(UTC) + timedelta(hours=_GENTLE_HOURS)
        turn.memory.gentle_until = until.isoformat()
    if (turn.memory.pending or "").startswith("referral"):
        # A name, a number or a good time: "Austin" may be a person here.
        return
    _person(turn)
    _place(turn)
    _needs(turn)


def _language(turn: Turn) -> None:
    heard, memory = turn.heard, turn.memory
    words = len(heard.plain.split())
    spoken = heard.spoken if heard.spoken and (words >= 2 or not memory.met) else None
    memory.language = (
        heard.language_asked or spoken or (memory.met and memory.language)
        or heard.metadata.get("language") or heard.spoken or memory.language
    )  # fmt: skip
    memory.met = True


def _person(turn: Turn) -> None:
    memory, about = turn.memory, turn.heard.about
    if about is None or about == memory.current:
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
    if about == "self" and not turn.heard.asked_needs:
        return
    _switch(turn, about)


def _switch(turn: Turn, about: str) -> None:
    memory = turn.memory
    before = memory.cases.get(memory.current)
    memory.current = about
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
    _take(turn, best, near)


def _take(turn: Turn, mention: Mention, near: str | None) -> None:
    case = turn.memory.case
    if isinstance(mention.answer, Resolved):
        case.set_place(mention.answer.place)
        if turn.memory.pending in ("place", "place_choice"):
            turn.memory.answered()
        return
    if isinstance(mention.answer, Ambiguous):
        in_state = [p for p in mention.answer.choices if p.state == near]
        if len(in_state) == 1:
            case.set_place(in_state[0])
            return
        options = [
            {"label": place.label, "place": place.to_dict()} for place in mention.answer.choices[:4]
        ]
        turn.memory.ask("place_choice", options)


def _needs(turn: Turn) -> None:
    case, heard = turn.memory.case, turn.heard
    asked = heard.asked_needs
    if not asked and not turn.memory.shown:
        asked = heard.opening_needs
    case.heard = asked
    if not asked:
        return
    new = [need["need_id"] for need in asked]
    case.needs = new
    case.text = heard.text
