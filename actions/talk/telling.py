"""Whether a later message only tells: a story, a feeling, a fact, thanks. Then nothing that it names is asked for."""

from __future__ import annotations

from actions.talk.said_kinds import kind_of
from actions.turn import Turn

# Kinds of bot/components/said_reader.py that ask for nothing, and the share from which hardly one of them does.
TELLING = frozenset(
    "story fact sad lonely guilt ashamed burden no_charity blessing small_talk angry_at_world later hold_on poor_words messy_house".split()
)
_SURELY = 0.55


def only_tells(turn: Turn) -> bool:
    """Whether the message, sent after a list and with no question of ours open, surely asks for nothing."""
    memory = turn.memory
    if not memory.shown or memory.pending is not None or turn.heard.number is not None:
        return False
    return kind_of(turn, _SURELY) in TELLING
