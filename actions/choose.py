"""Details of one of the services that were shown, by number or by name."""

from __future__ import annotations

from difflib import SequenceMatcher

from actions.refusal import refused_lately
from actions.rooms import search
from actions.show import find_help
from actions.turn import Turn, TurnAction
from resources_index.search.view import ServiceView

_ALIKE = 0.6


class ActionChoose(TurnAction):
    """Show all that is known of the chosen service and offer a person."""

    def name(self) -> str:
        return "action_choose"

    def answer(self, turn: Turn) -> None:
        if not turn.memory.shown:
            find_help(turn)
            return
        service = chosen_service(turn)
        if service is None:
            turn.say("utter_which_number", count=len(turn.memory.shown))
            return
        show_detail(turn, service)


def show_detail(turn: Turn, service: ServiceView) -> None:
    """One service in full, then the offer that a person introduces them."""
    turn.memory.chosen = service.record.id
    turn.say("utter_detail", custom={"kind": "service_detail", "service": service.to_dict()})
    if not refused_lately(turn):
        turn.say("utter_offer_person_short")


def chosen_service(turn: Turn) -> ServiceView | None:
    """The service that a number (of the list shown last), or a name, means."""
    shown, number = turn.memory.shown, turn.heard.number
    if number is not None:
        index = number - 1 if number > 0 else len(shown) - 1
        return _view(turn, shown[index]) if 0 <= index < len(shown) else None
    best, best_score = None, _ALIKE
    for service_id in shown:
        view = _view(turn, service_id)
        if view is None:
            continue
        score = _name_score(turn.heard.plain, view)
        if score > best_score:
            best, best_score = view, score
    return best


def _view(turn: Turn, service_id: str) -> ServiceView | None:
    view = search().service(service_id)
    return None if view is None else ServiceView(view.record, turn.language)


def _name_score(said: str, view: ServiceView) -> float:
    names = (view.record.name.lower(), view.record.organization.lower())
    said_words = {word for word in said.split() if len(word) > 3}
    shares = []
    for name in names:
        words = {word.strip(",.():") for word in name.split() if len(word) > 3}
        if words:
            shares.append(len(words & said_words) / min(len(words), 3))
        shares.append(SequenceMatcher(None, said, name).ratio())
    return max(shares)
