"""A list is not sent twice in a row: what is only told after it is thanked for, and a need named again is not news."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from actions.needs.persons import say_for_whom
from actions.show import service_ids
from actions.shown.answers import name_of, phone_of, say_from_records
from actions.shown.details import is_question
from actions.shown.earlier import asks_again
from actions.shown.listed import first_to_call
from actions.shown.meant import places_named
from actions.shown.run_around import show_others, sounds_so
from actions.talk.told import say_noted
from actions.turn import Turn

# Later the numbers may have scrolled away: then the list comes again.
_STILL_IN_SIGHT = timedelta(minutes=20)
_TURNS_IN_SIGHT = 4

# "He passed in 2010": nothing to say on the telephone.
_LOSS = re.compile(
    r"\b(?:he|she|they|husband|wife|mom|mother|dad|father|son|daughter|sister|brother|ella|el|esposo|esposa|mama|papa|hijo|hija) (?:\w+ )?(?:passed(?: away)?|died|murio|fallecio|se murio)\b"
)


def say_only_told(turn: Turn) -> bool:
    """True when the message brought nothing that changes the list on show, and has been answered."""
    memory, case = turn.memory, turn.memory.case
    if not memory.shown or memory.pending is not None or turn.gave_place or turn.new_person:
        return False
    if not case.needs or not _was_not_covered(turn):
        return False
    if case.heard:
        return _in_sight(turn) and _say_same_list(turn)
    if turn.named_person:
        say_for_whom(turn)
        return True
    if is_question(turn):
        say_from_records(turn, places_named(turn) or None)
    elif _LOSS.search(turn.heard.plain):
        turn.say("utter_loss")
    elif not (sounds_so(turn) and show_others(turn)):
        say_noted(turn)
    return True


def _say_same_list(turn: Turn) -> bool:
    """For a need that the list on show answers already; "NEW need, same page" is told from a new search."""
    if turn.heard.act in ("repeat", "go_back") or asks_again(turn.heard.plain):
        return False
    first = turn.memory.shown[: len(service_ids(turn))]
    if turn.memory.page.get("offset") or service_ids(turn) != first:
        return False
    first_one = first_to_call(turn)
    if first_one is not None and is_question(turn):
        # "Is there anybody that gives out used ones?": no other is known, and who may know is.
        turn.say("utter_who_may_know", name=name_of(first_one), phone=phone_of(first_one))
    else:
        turn.say("utter_same_list")
    return True


def _was_not_covered(turn: Turn) -> bool:
    """Not after a text of the gateway's own, and not after a day: who looks for the list gets it again."""
    page = turn.memory.page
    at = page.get("at")
    if at is None or page.get("covered"):
        return False
    return datetime.now(UTC).replace(tzinfo=None) - datetime.fromisoformat(at) < _STILL_IN_SIGHT


def _in_sight(turn: Turn) -> bool:
    return bool(turn.memory.page.get("since", 0) <= _TURNS_IN_SIGHT)
