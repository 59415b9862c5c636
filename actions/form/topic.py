"""What the request is about, for whom, where and with whom, put right between the questions."""

from __future__ import annotations

import re

from actions.choose import chosen_service
from actions.form import naming
from actions.form.notes import add_note
from actions.form.phone_numbers import phone_in
from actions.form.wishes import has_no_medicaid
from actions.needs.came_for import is_untold, named_needs, needs_of_request
from actions.needs.denied import denied_needs
from actions.needs.persons import relative_in, yours
from actions.needs.remember import remember_request
from actions.needs.whom import says_who
from actions.shown.named import named_services
from actions.shown.turned_down import wants_again
from actions.turn import Turn
from resources_index.index.needs import need_name

_SURE = 0.6
_LONGEST_NOTE, _LONG_NOTE, _MOST_NEEDS = 300, 3, 3
_SAYS_PLACE = re.compile(
    r"\b(?:(?:i|we|she|he) (?:live|lives|am|is|stay|stays) (?:in|at|near)|i'm in|im in|she's in|he's in|zip(?: code)?|vivo en|vivimos en|vive en|estoy en|esta en|soy de|codigo postal)\b|\b\d{5}\b"
)
_NOT_THERE = re.compile(
    r"\b(?:not?|isn't|moved|mudo|mude|now|ahora)\b|,\s*[A-Z][A-Za-z]", re.IGNORECASE
)
_WRONG_PLACE = re.compile(
    r"\b(?:wrong|not my|isn't my|not the right) (?:town|city|place|state|zip(?: code)?|address)\b|\b(?:la |el |mi )?(?:ciudad|pueblo|lugar|direccion|estado|codigo)(?: \w+)? (?:esta |es )?(?:mal|equivocad[oa])\b|\bno (?:es|vivo en) es[ae] (?:ciudad|pueblo|lugar|estado)\b"
)
_CORRECTING = frozenset({"change_place", "correct"})
_SAYS_ABOUT = re.compile(
    r"^(?:(?:no|not|oh|well|wait|actually|sorry|pues|perdon|espere) )*(?:it's|its|it is|this is|that's|thats|only|just|mainly|i (?:only )?(?:want|need|asked for|meant?)|"
    r"es|seria|solo|nada mas|lo que (?:quiero|necesito) es|pedi|quiero|necesito)?\s*(?:only |just |solo )?(?:about|for|help with|with|para|por|sobre|ayuda con|con|de)\b"
)
_DENIES = re.compile(r"^(?:no|not|wait|actually|perdon|espere)\b")
_ADDS = re.compile(r"^(?:(?:oh|wait|ok|ah) )?(?:and|also|plus|y|tambien|ademas)\b")
_WITH_THEM = re.compile(
    r"\b(?:the .{2,40} (?:one|place|agency|office|people)|with the \w+|through the \w+|send it to|share it with|give it to|la de(?:l)? \w+|el de \w+|con (?:la|el|los) \w+|a (?:la|los) (?:agencia|oficina)\b)"
)
_NOT_BUT = re.compile(
    r"\b(?:es|it's|its) \w+(?: \w+)? (?:no|not)\b|\b(?:not|no es|isn't|isnt) .{2,40}\b(?:it's|its|it is|es|sino|but)\b"
)


def another_person(turn: Turn, step: str) -> bool:
    """ "It's for my sister, not me": whom the help is for."""
    heard, case = turn.heard, turn.memory.case
    about = relative_in(heard.plain) or heard.about
    if step in ("needs", "name", "note") or about is None or about == (case.about or "self"):
        return False
    if not says_who(heard.plain) or phone_in(heard.text):
        return False
    case.about = about
    if about == "self":
        turn.say("utter_referral_for_you")
    else:
        turn.say("utter_referral_for", person=yours(about, turn.language))
    return True


def another_need(turn: Turn, step: str) -> bool:
    """ "No, it's for the light bill": what the request is about."""
    heard = turn.heard
    if step in ("needs", "note") or not heard.needs or heard.needs[0]["score"] < _SURE:
        return False
    denies = step == "consent" and _DENIES.search(heard.plain)
    denies = denies or (step == "consent" and _NOT_BUT.search(heard.plain))
    adds = step == "consent" and (heard.act == "add_need" or _ADDS.search(heard.plain))
    untold = is_untold(turn) and len(heard.plain.split()) >= _LONG_NOTE
    says = _SAYS_ABOUT.search(heard.plain) or denies or adds or untold
    if not says or naming.introduced(heard.text):
        return False
    denied = denied_needs(heard.plain) | ({"medicaid"} if has_no_medicaid(heard.plain) else set())
    named = [need for need in named_needs(turn) or [] if need not in denied]
    if not named:
        return False
    if adds:
        named = list(dict.fromkeys([*needs_of_request(turn), *named]))[:_MOST_NEEDS]
    turn.memory.referral["needs"] = named
    case = turn.memory.case
    case.denied = [need for need in case.denied if need not in named]
    topic = ", ".join(need_name(need, turn.language) for need in named)
    turn.say("utter_referral_about", topic=topic)
    return True


def what_it_is_about(turn: Turn, step: str) -> bool:
    """ "It's about my furnace", before anybody asked what it is about, and where no need of ours is heard."""
    told = step in ("number", "time") and is_untold(turn)
    if not told or not _SAYS_ABOUT.search(turn.heard.plain):
        return False
    add_note(turn.memory.referral, turn.heard.text.strip()[:_LONGEST_NOTE])
    turn.say("utter_referral_noted")
    return True


def another_place(turn: Turn, step: str) -> bool:
    """ "Not Tampa, Ocala", said between the questions."""
    heard = turn.heard
    if _WRONG_PLACE.search(heard.plain):
        turn.memory.referral["asks_place"] = "yes"
        turn.say("utter_ask_place")
        return True
    says = bool(_SAYS_PLACE.search(heard.plain)) and not heard.plain.isdigit()
    says = says or bool(turn.memory.referral.get("asks_place"))
    # Ofelia is a name here, and in Alabama a town.
    corrects = step != "name" and heard.act in _CORRECTING and _NOT_THERE.search(heard.text)
    if step == "note" or phone_in(heard.text) or not (says or corrects):
        return False
    turn.memory.referral.pop("asks_place", None)
    pending, options = turn.memory.pending, turn.memory.options
    remember_request(turn)
    turn.memory.ask(str(pending), options)
    place = turn.memory.case.place_shown
    if not turn.gave_place or place is None:
        return False
    turn.say("utter_place_changed", place=place["text"])
    return True


def another_agency(turn: Turn, step: str) -> bool:
    """ "Ok, the second one then", said between the questions: the agency to speak with."""
    memory, number = turn.memory, turn.heard.number
    if number is None and _WITH_THEM.search(turn.heard.plain):
        return _agency_named(turn)
    if number is None or len(turn.heard.plain.split()) == 1 or abs(number) <= len(memory.options):
        return False
    service = chosen_service(turn)
    if service is None:
        return False
    memory.chosen = memory.referral["agency"] = service.record.id
    name = service.record.organization or service.record.name
    wants_again(turn, name)
    turn.say("utter_referral_agency", name=name)
    return True


def _agency_named(turn: Turn) -> bool:
    """ "I want the county agency to have it": one of those on show, by its name."""
    named = named_services(turn)
    if len(named) != 1:
        return False
    service = named[0]
    turn.memory.chosen = turn.memory.referral["agency"] = service.record.id
    name = service.record.organization or service.record.name
    wants_again(turn, name)
    turn.say("utter_referral_agency", name=name)
    return True
