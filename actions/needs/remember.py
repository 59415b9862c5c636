"""Take what a message tells into the memory: language, person, place, needs."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from actions.form.naming import given_at_first
from actions.form.phone_numbers import is_only_reach
from actions.heard import Heard
from actions.memory import Case
from actions.needs.mentioned import only_mentioned
from actions.needs.remember_needs import remember_needs
from actions.needs.several import remember_several
from actions.needs.where_told import (
    is_destination,
    is_the_writers,
    move_along,
    same_town_elsewhere,
    told_place,
)
from actions.needs.whom import remember_person
from actions.rooms import places
from actions.shown.details import surely_asked
from actions.shown.named import names_a_place_on_show
from actions.shown.one_number import names_its_place
from actions.talk.telling import only_tells
from actions.turn import Turn
from resources_index.places import Ambiguous, Mention, Place, Resolved

_GENTLE_HOURS = 24
_PLACE_WORDS = 4
# "Thank you, we met in Alabama": a town in a story moves nobody who has a place.
_IN_PASSING = frozenset({"thanks", "goodbye", "off_topic", "greeting"})
# Words that may stand beside a place in an answer that is only a place.
_BESIDE_A_PLACE = frozenset(
    "i i'm im am we are live lives stay in at near by here is it it's its the my zip code town city oh ok okay yes well from of out "
    "around outside that's thats hon county sorry please thanks us usa vivo vivimos en estoy cerca de es el la mi codigo postal pueblo "
    "ciudad aqui si condado soy somos por favor she she's he he's ella".split()
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
    _name_told(turn)
    remember_request(turn)


def _name_told(turn: Turn) -> None:
    """Whoever begins with a name is not asked for it should a person be wished for; it is shared with nobody before a yes."""
    memory = turn.memory
    name = None if memory.shown or memory.referral.get("name") else given_at_first(turn.heard.text)
    if name is not None:
        memory.referral["name"] = name


def remember_request(turn: Turn) -> None:
    """For whom, where and what: of a message that is not an answer to a coordinator's questions."""
    before, people = turn.memory.current, _with_requests(turn)
    if surely_asked(turn) or names_its_place(turn) is not None:
        # "Can my daughter call the first one": no request of hers, and no town to move to.
        turn.memory.case.heard = []
        return
    if remember_several(turn):
        return
    remember_person(turn)
    turn.new_person = turn.memory.current != before and not turn.named_person
    turn.known_person = turn.new_person and turn.memory.current in people
    _place(turn)
    remember_needs(turn)
    _stay_with(turn, before)


def _with_requests(turn: Turn) -> list[str]:
    return [person for person, case in turn.memory.cases.items() if case.asked]


def _stay_with(turn: Turn, before: str) -> None:
    """ "I feel so guilty, living so far": told by somebody who asks for nothing, so the list stays whose it was."""
    memory = turn.memory
    asks = memory.case.needs or memory.case.heard or memory.case.thing or turn.gave_place
    if turn.new_person and memory.shown and not asks and before in memory.cases:
        memory.current, turn.new_person = before, False


_FEW_WORDS = 2
# The words that we tell people to write.
_OUR_WORDS = {
    "persona": "es",
    "noticias": "es",
    "siga": "es",
    "compartir": "es",
    "person": "en",
    "any news": "en",
}


def _language(turn: Turn) -> None:
    heard, memory = turn.heard, turn.memory
    words = len(heard.plain.split())
    # "Houma LA" is no Spanish: an answer with a place keeps the language of the conversation.
    only_place = memory.met and heard.act == "give_place" and words <= _PLACE_WORDS
    tells = words >= _FEW_WORDS and not is_only_reach(heard.text)
    spoken = heard.spoken if not only_place and (tells or not memory.met) else None
    memory.language = (
        heard.language_asked or spoken or _OUR_WORDS.get(heard.plain) or (memory.met and memory.language)
        or heard.metadata.get("language") or heard.spoken or memory.language
    )  # fmt: skip
    memory.met = True


def remember_place(turn: Turn) -> None:
    """Where help is needed, told in a message of which nothing else counts."""
    _place(turn)


def _place(turn: Turn) -> None:
    case, heard = turn.memory.case, turn.heard
    if heard.number is not None and not heard.text.strip().isdigit():
        return
    # After a list for the whole country a bare town is still the answer to what was asked before.
    owed = case.asked_place and case.place is None and len(heard.plain.split()) <= _PLACE_WORDS
    told = heard.act in ("give_place", "change_place")
    asked = turn.memory.pending == "place" or told or owed
    if heard.text.strip().isdigit() and len(heard.text.strip()) < 4:
        return
    told = heard.act in _IN_PASSING or only_tells(turn)
    if told and case.place is not None and turn.memory.pending != "place":
        return
    near = case.place.get("state") if case.place else None
    owes = turn.memory.pending == "place"
    found = places().find_in(heard.text, asked)
    found = [m for m in found if not only_mentioned(heard, case, m, owes)]
    best = told_place(heard, [m for m in found if not names_a_place_on_show(turn, m.text)])
    if best is None:
        return
    if is_destination(heard, case, best):
        turn.destination = best.text
        return
    if is_the_writers(heard, case, best):
        turn.writer_elsewhere = True
        _note_where_the_writer_is(turn, best)
        return
    before = case.place
    _take(turn, best, near)
    turn.gave_place = case.place != before
    if heard.about is None and heard.called is None:
        move_along(turn.memory.cases, turn.memory.current, before)
    # "Roanoke VA" is no veteran, and "Bakersfield" bakes nothing.
    beside = f"{heard.text[: best.start]} {heard.text[best.end :]}"
    turn.only_place = all(
        word in _BESIDE_A_PLACE for word in Heard(beside, heard.act).plain.split()
    )


def _note_where_the_writer_is(turn: Turn, mention: Mention) -> None:
    """For the day the writer asks for something of their own."""
    place = mention.answer.place if isinstance(mention.answer, Resolved) else None
    where = turn.memory.case.where
    if isinstance(mention.answer, Ambiguous) and where is not None:
        # "I'm in Salem", with a father in Bend, is the one in Oregon.
        near = [choice for choice in mention.answer.choices if choice.state == where.state]
        place = near[0] if len(near) == 1 else None
    if place is not None:
        turn.memory.cases.setdefault("self", Case("self")).set_place(place)


def _take(turn: Turn, mention: Mention, near: str | None) -> None:
    case = turn.memory.case
    if isinstance(mention.answer, Resolved):
        offered = _offered_in(turn, mention.answer.place)
        if offered is not None:
            case.set_place(offered)
            turn.memory.answered()
            return
        told = mention.answer.place
        told = same_town_elsewhere(turn.heard, told, case.where) or told
        if not _says_less(told, case.where):
            case.set_place(told)
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
