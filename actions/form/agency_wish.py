"""Which office speaks for somebody: one is named, counted on the list, or refused, beside a yes or instead of one.

"It better be that Senior Medicare one", "the second one on your list", "not them, the county", "somebody else instead".
"""

from __future__ import annotations

import re
from dataclasses import replace

from actions.desk.request import agency_known, services_offered
from actions.form.clauses import parts_of
from actions.form.wishes import has_no_medicaid, turns_down
from actions.heard import Heard
from actions.shown.listed import at_number, number_in
from actions.shown.named import named_services
from actions.shown.phrases import refuses
from actions.shown.pointing import pointed_at
from actions.shown.turned_down import turn_down, wants_again
from actions.turn import Turn
from resources_index.search.view import ServiceView

_WANTED = re.compile(
    r"\b(?:(?:better|has to|must|should|let it|make it|want it to) be|(?:i|i'd|id|we|rather|to|can|could|may) (?:\w+ )?(?:want|like|choose|pick|have|prefer|take|use)|choose|pick|with|only|instead|the other|"
    r"(?:ask|use|send it to|give it to|share it with|go with|make it|rather|prefer|better|liked?) (?:the|that|those|my)|con|a (?:la|los|las|el) (?:del? |otra )?|quiero|prefiero|escog\w+|escoj\w+|elij\w+|eleg\w+|mejor|gusta|solo|otra)\b"
)
_ON_THE_LIST = re.compile(
    r"\b(?:list|lista|choose|pick|escog\w+|escoj\w+|eleg\w+|elij\w+|place|office|agency|oficina|agencia|lugar|rather|better|prefer|prefiero|mejor|gusta|instead|want|quiero|with|con|only|solo)\b"
)
# Said of the office that would get it.
_NOT_THEM = re.compile(
    r"\b(?:not|no|except|anybody but|anyone but|menos) (?:with |to |a |con )?(?:them|those (?:people|ones?|folks)|that (?:one|place|office|agency)|ellos|ellas|esos|esas|es[ae](?: (?:agencia|oficina|lugar))?)(?=$|[ ,])|"
    r"\b(?:somebody|someone|anybody|anyone) else\b(?! (?:sees|gets|knows|has))|\b(?:another|a different|some other|any other) (?:agency|office|place|one|outfit)\b|\b(?:ask|use|try) (?:the )?others?\b|\botr[oa] (?:agencia|oficina|lugar)\b"
)
# "No, rather the county office": the no is said to the question.
_RATHER = re.compile(
    r"^(?:no|nope|nah)(?: no)* (?:mejor|prefiero|quiero|i (?:want|would rather|said|meant)|i'd (?:rather|like)|rather|better|make it|use|try)\b"
)
_SAID_NO_TO = re.compile(
    r"\b(?:said|told you|tell you) no to (?P<whom>.{3,40})|\b(?:le |ya )?dije que no a (?P<quien>.{3,40})|\b(?:don't|dont|do not) (?:want|trust|like) (?P<them>.{3,40})"
)


def wishes_office(turn: Turn) -> bool:
    """True when another office than before is to speak, or one is not to; what is said of it has been said."""
    before = agency_known(turn)
    refused = _refuses(turn)
    chosen = _chosen(turn)
    if chosen is not None and _name(chosen) != refused:
        name = _name(chosen)
        turn.memory.chosen = turn.memory.referral["agency"] = chosen.record.id
        wants_again(turn, name)
        if name != before or refused or _RATHER.match(turn.heard.plain):
            turn.say("utter_referral_agency", name=name)
            return True
        return False
    if refused:
        turn.say("utter_referral_not_with", name=refused)
    return bool(refused)


def _refuses(turn: Turn) -> str | None:
    """Who is not wanted from now on, by name."""
    if _NOT_THEM.search(turn.heard.plain):
        known = agency_known(turn)
        if has_no_medicaid(turn.heard.plain):
            _refused_by_name(turn)
        current = next((view for view in services_offered(turn) if _name(view) == known), None)
        return turn_down(turn, current) if current else known
    by_name = None if _RATHER.match(turn.heard.plain) else _refused_by_name(turn)
    if by_name is not None:
        return by_name
    named = _named_after(turn, _SAID_NO_TO)
    return turn_down(turn, named[0]) if named else None


def _refused_by_name(turn: Turn) -> str | None:
    known = len(turn.memory.case.turned_down)
    silent = replace(turn, dispatcher=type(turn.dispatcher)())
    if not turns_down(silent, "consent"):
        return None
    new = turn.memory.case.turned_down[known:]
    return new[0]["name"] if new else str(silent.dispatcher.messages[0]["name"])


def _named_after(turn: Turn, said: re.Pattern[str]) -> list[ServiceView]:
    found = said.search(turn.heard.plain)
    whom = next((part for part in found.groups() if part), "") if found else ""
    return named_services(turn, whom) if whom else []


def _chosen(turn: Turn) -> ServiceView | None:
    """The one that is wished for; None where a clause only asks, or names several."""
    whole = turn.heard
    refused = False
    for clause in parts_of(whole.text):
        plain = Heard(clause, "").plain
        no = refuses(plain) or bool(_NOT_THEM.search(plain))
        wanted = _WANTED.search(plain) or refused
        refused = refused or no
        if no or not wanted or ("?" in clause and not _WANTED.search(plain)):
            continue
        number = number_in(plain)
        if number is not None and _ON_THE_LIST.search(whole.plain):
            return at_number(turn, number)
        found = _pointed(turn, clause)
        if found is not None:
            return found
    return None


def _pointed(turn: Turn, clause: str) -> ServiceView | None:
    whole = turn.heard
    turn.heard = replace(whole, text=clause, number=None)
    pointed = pointed_at(turn, pointing=True)
    named = named_services(turn)
    turn.heard = whole
    if pointed is not None and pointed.view.record.id in turn.memory.shown:
        return pointed.view
    return named[0] if len({_name(view) for view in named}) == 1 else None


def _name(view: ServiceView) -> str:
    return view.record.organization or view.record.name
