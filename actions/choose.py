"""Details of one of the services that were shown, by number or by name."""

from __future__ import annotations

from difflib import SequenceMatcher

from actions.form.refusal import refused_lately
from actions.needs.need_words import names_need
from actions.show import find_help
from actions.shown.listed import at_number, number_said, view_of
from actions.shown.named import the_named
from actions.shown.pointing import pointed_at
from actions.shown.same_list import say_only_told
from actions.turn import Turn, TurnAction
from resources_index.search.view import ServiceView

_ALIKE = 0.6
# "He was in the army" is no choice, whatever kind of turn it is taken for.
_A_CHOICE = 4  # words


class ActionChoose(TurnAction):
    """Show all that is known of the chosen service and offer a person."""

    def name(self) -> str:
        return "action_choose"

    def answer(self, turn: Turn) -> None:
        if not turn.memory.shown:
            find_help(turn)
            return
        service = chosen_service(turn)
        if service is None and _goes_to_one_of_its_needs(turn):
            find_help(turn)
            return
        told = len(turn.heard.plain.split()) > _A_CHOICE and turn.heard.number is None
        if service is None and told and say_only_told(turn):
            return
        if service is None:
            turn.say("utter_which_number", count=len(turn.memory.shown))
            return
        show_detail(turn, service)


def _goes_to_one_of_its_needs(turn: Turn) -> bool:
    """ "What about the lonesome part", of a list for two things; "the food pantry I asked for"."""
    case = turn.memory.case
    named = [need for need in case.asked if names_need(need, turn.heard.plain)]
    if len(named) != 1:
        return False
    case.ask_for(named, turn.heard.text)
    return True


def show_detail(turn: Turn, service: ServiceView) -> None:
    """One service in full, then the offer that a person introduces them."""
    turn.memory.chosen = service.record.id
    turn.say("utter_detail", custom={"kind": "service_detail", "service": service.to_dict()})
    if not refused_lately(turn):
        turn.say("utter_offer_person_short")


def chosen_service(turn: Turn) -> ServiceView | None:
    """The service that a number (of the list shown last), or a name, means."""
    pointed = pointed_at(turn, pointing=True)
    if pointed is not None and pointed.by_name:
        return pointed.view
    number = number_said(turn)
    if number is not None:
        return at_number(turn, number)
    named = the_named(turn)
    if named is not None:
        return named
    best, best_score = None, _ALIKE
    for service_id in turn.memory.shown:
        view = view_of(turn, service_id)
        if view is None:
            continue
        score = _name_score(turn.heard.plain, view)
        if score > best_score:
            best, best_score = view, score
    return best


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
