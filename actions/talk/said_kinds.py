"""What the bot's reader heard a turn say or ask (data/dialogue/said), how sure it must be, and which kinds a record answers."""

from __future__ import annotations

from actions.turn import Turn

# Shares as the reader gives them. On unseen turns by another hand (data/evaluation/said) three in a hundred above the first
# are of another kind, and five in a hundred above the second.
SURE, LIKELY = 0.5, 0.25
# Questions about a place on show, and the field of its record that answers.
FIELDS = {
    **{
        kind: kind
        for kind in (
            "cost hours eligibility have_ready address comes escort waiting notice wheelchair diet languages summary ask_for phones url area open_now"
        ).split()
    },
    "whose": "government",
}


def kind_of(turn: Turn, least: float = SURE) -> str | None:
    """The kind of the message where its share is at least `least`; None for a message of no kind."""
    kind, share = turn.heard.said
    return kind if kind is not None and share >= least else None
