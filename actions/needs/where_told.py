"""What a place in a message means, when it is known already where help is needed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from actions.heard import Heard
from actions.memory import Case
from actions.needs.persons import spoken_name
from actions.rooms import places
from actions.turn import Turn
from resources_index.places import Mention, Place, Resolved, Unknown

_RIDES = "transportation"
_OTHER_PLACE = frozenset({"change_place", "correct"})
# "To the VA in", "al doctor en": what stands before a town where somebody is taken.
_TOWARDS = re.compile(
    r"\b(?:to|a|al|hasta|hacia) (?:(?:the|my|his|her|their|our|an?|la|el|su|mi) )?(?:\w+ ){0,4}?(?:(?:in|at|over in|up in|down in|en|de) )?$"
)
_MOVES = re.compile(
    r"\b(?:mov(?:e|es|ed|ing)|chang\w+|switch\w*|relocat\w*|mud\w+|cambi\w+|instead|mejor)\b"
)
# "And I'm in Houston", written for a brother in Mobile: where the writer is.
_OF_THE_WRITER = re.compile(
    r"\b(?:i'm|im|i am|i live|i stay|me i'm|yo (?:vivo|estoy)|(?<!no )vivo|estoy)(?: \w+){0,3}? (?:in|at|near|over in|out in|down in|up in|en|cerca de|a) $"
)
_TOGETHER = re.compile(
    r"\b(?:too|as well|both|with (?:me|us)|he|she|they|we|tambien|conmigo|los dos|ella|el vive)\b"
)
_ONE_HOUSE = frozenset({None, "self", "husband", "wife", "partner"})
_NOT_THAT = re.compile(r"^(?:oh |ay )?(?:no|not|wrong|sorry|perdon)\b|\bnot \w+$")

# "She no longer lives in Laredo, she moved to Brownsville": which of the two is told as left.
_LEFT = re.compile(
    r"\b(?:no longer|not|doesn't|doesnt|don't|dont|didn't|left|moved (?:away |out )?from|used to (?:live|be|stay)|lived|was living|isn't|isnt|instead of|ya no|no (?:vive|vivo|vivimos|esta|estoy|es|soy|era)|vivia|vivian|dejo|se fue de|"
    r"se mudo de|en vez de|antes (?:vivia|estaba|era))(?: (?:live|lives|living|be|stay|in|at|here|anymore|de|en|a|vive|esta|from|around|near)){0,3} $"
)

_MOVED_TO = re.compile(
    r"\b(?:moved|mud[oó]|mudaron|mudamos|cambi[oó])\b[^.;,]{0,30}?\b(?:to|a) (\w+)", re.IGNORECASE
)


def told_place(heard: Heard, found: Sequence[Mention]) -> Mention | None:
    """The mention that says where help is needed: the first, but not the town that somebody has left."""
    known = [m for m in found if not isinstance(m.answer, Unknown)]
    staying = [m for m in known if not _LEFT.search(Heard(heard.text[: m.start], "").plain + " ")]
    return next(iter(staying), None) or _moved_to(heard, known)


def _moved_to(heard: Heard, left: list[Mention]) -> Mention | None:
    """ "…, se mudó con mi hermano a Brownsville": a town without a state is the one in the state that was named."""
    first = next(iter(left), None)
    state = first.answer.place.state if first and isinstance(first.answer, Resolved) else None
    for match in _MOVED_TO.finditer(heard.text) if state else ():
        answer = places().resolve(f"{match.group(1)}, {state}")
        if isinstance(answer, Resolved) and answer.place.city:
            return Mention(match.start(1), match.end(1), match.group(1), answer, 1.0)
    return first


def move_along(cases: dict[str, Case], current: str, before: dict[str, Any] | None) -> None:
    """Who was given the place of `current` because nobody said otherwise has the new one as well.

    Else "in her house", said five turns after the place was put right, would go back to the wrong town.
    """
    case = cases[current]
    if before is None or case.place == before:
        return
    for other in cases.values():
        if other is not case and other.place == before:
            other.place, other.place_shown = case.place, case.place_shown


def is_destination(heard: Heard, case: Case, mention: Mention) -> bool:
    """ "To the VA in Portland", said of a ride from Bend: where the ride goes, and not where help is needed."""
    if case.place is None or _RIDES not in case.needs or heard.act in _OTHER_PLACE:
        return False
    before = Heard(heard.text[: mention.start], heard.act).plain + " "
    return bool(_TOWARDS.search(before)) and not _MOVES.search(heard.plain)


def is_the_writers(heard: Heard, case: Case, mention: Mention) -> bool:
    """Whether the place is where the writer sits, while help is needed where somebody else lives."""
    if case.place is None or case.about in _ONE_HOUSE or heard.act in _OTHER_PLACE:
        return False
    before = Heard(heard.text[: mention.start], heard.act).plain + " "
    return bool(_OF_THE_WRITER.search(before)) and not _TOGETHER.search(heard.plain)


def same_town_elsewhere(heard: Heard, told: Place, before: Place | None) -> Place | None:
    """ "No, Oregon", said of Toledo in Ohio, means Toledo in Oregon, if there is one."""
    if before is None or not before.city or told.counties or told.state in (None, before.state):
        return None
    if heard.act not in _OTHER_PLACE and not _NOT_THAT.search(heard.plain):
        return None
    answer = places().resolve(f"{before.city}, {told.state}")
    if not isinstance(answer, Resolved) or answer.place.city != before.city:
        return None
    return answer.place


def answer_destination(turn: Turn) -> bool:
    """True when the message only told where the ride goes, or where the writer is."""
    where = turn.memory.case.where
    if where is None or not turn.memory.shown or turn.new_needs:
        return False
    if turn.writer_elsewhere:
        person = spoken_name(turn.memory.case, turn.language)
        turn.say("utter_kept_place", place=where.label, person=person)
        return True
    if not turn.destination:
        return False
    turn.say("utter_destination", place=where.label, there=turn.destination)
    return True
