""" "What is legal aid?": the service that says it best, where a kind of help is named."""

from __future__ import annotations

from actions.rooms import search
from actions.shown.tells import content
from actions.turn import Turn
from resources_index.search import Query
from resources_index.search.view import ServiceView

_LIKELY = 0.5
# What such a question is made of besides the name of what it asks about.
_AROUND = content(
    "what's whats explain explanation plainly plain english spanish words talk simple mean means meaning understand understood sure okay exactly even supposed speak "
    "que significa decir explique expliqueme explicame hable hableme hablame claro palabras sencillas entiendo entendi primera segunda tercera primero segundo tercero cosa"
)


def meant_service(turn: Turn) -> ServiceView | None:
    """The best service of the kind of help that is asked about; None when only "that" or "they" is asked about."""
    guesses = turn.heard.guesses
    if not content(turn.heard.plain) - _AROUND or not guesses or guesses[0]["score"] < _LIKELY:
        return None
    need, case = guesses[0]["need_id"], turn.memory.case
    found = (
        search().find(Query(needs=(need,), place=case.where, language=turn.language, limit=9)).hits
    )
    own = [hit.service for hit in found if hit.service.record.need_ids[:1] == (need,)]
    return own[0] if own else None
