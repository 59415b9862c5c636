"""The first ordinary turn after a crisis begins with a kind word, and with where help is at any hour."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from actions.turn import Turn

# "My neighbor is coming over", "I put them away": how it goes on after an alarm.
_NOT_ALONE = re.compile(
    r"\b(?:neighbor|neighbour|son|daughter|sister|brother|friend|pastor|nurse|husband|wife|mom|dad|mother|father|ambulance|they|police|somebody|someone|he|she)(?: is|'s| are|'re)? (?:just )?(?:coming(?: over)?|here now|on (?:the|their|his|her) way|with me|staying with me)\b|"
    r"\b(?:put|gave|threw|locked|flushed) (?:them|it|the pills|the gun|everything) (?:away|up|out|down|to)\b|\b(?:i'm|im|i am|i feel|feeling) (?:a little |a bit )?(?:better|calmer|safe) now\b|"
    r"\b(?:vecin[oa]|hij[oa]|herman[oa]|amig[oa]|espos[oa]|mama|papa|ambulancia|alguien|ell[oa]s?|el)(?: ya)? (?:viene|vienen|esta|estan) (?:en camino|conmigo|aqui|para aca)?\b|\bya (?:viene|vienen|los guarde|las guarde|lo guarde|me siento mejor)\b"
)


def answer_after_fright(turn: Turn) -> bool:
    """True when, right after an alarm, somebody tells how it goes on and asks for nothing."""
    heard = turn.heard
    frightened = heard.metadata.get("led") or turn.gentle
    if not frightened or turn.memory.case.heard or turn.gave_place or "?" in heard.text:
        return False
    if not _NOT_ALONE.search(heard.plain):
        return False
    turn.say("utter_glad_not_alone")
    return True


def be_gentle(turn: Turn) -> None:
    """Say it once; an old crisis is not brought up again."""
    until = turn.memory.gentle_until
    # `led`: the gateway says where help is before this answer.
    if until is None or turn.heard.answered_elsewhere or turn.heard.metadata.get("led"):
        return
    turn.memory.gentle_until = None
    if datetime.now(UTC) < datetime.fromisoformat(until):
        turn.gentle = True
        turn.say("utter_gentle")
