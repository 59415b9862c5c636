""" "Does Medicare pay for that?": answered from a record of Medicare's own that speaks of it; else who knows for sure.

The price of whatever was shown last is no answer: a wellness visit is free with Part B, and hearing aids are not.
"""

from __future__ import annotations

import re

from actions.rooms import search
from actions.show import find_help
from actions.shown.answers import name_of, phone_of, value_of
from actions.shown.details import is_question
from actions.shown.listed import at_number, number_said
from actions.shown.meant import place_in_talk, places_named
from actions.shown.price import is_call_only
from actions.turn import Turn
from resources_index.search import Query
from resources_index.search.view import ServiceView

_PAYER = r"(?:medicare|medicade|medicaid|medi cal|medi-cal|medicar|insurance|advantage(?: plan)?|part [abcd]|humana|aetna|(?:my|her|his|our|the|your) (?:\w+ )?(?:plan|policy|coverage)|seguro|aseguranza|parte [abcd]|plan)"
_PAYS = (
    r"(?:pay\w*|cover\w*|pick up|help (?:with|pay)|take care of|foot|reimburse\w*|pag\w+|cubr\w+)"
)
_ASKS_WHETHER = re.compile(
    rf"\b(?:does|do|will|would|can|could|if|whether|and|is|are|so|but|what|how much)\b(?: [\w']+){{0,5}}? {_PAYER}\b(?: [\w']+){{0,4}}? {_PAYS}\b|"
    rf"^(?:(?:and|but|so|ok) )*{_PAYER}(?: [\w']+){{0,2}} (?:pay|pays|cover|covers|help pay)\b|\b{_PAYS}(?: for)? (?:by|through|with|under) (?:the |her |his |my )?{_PAYER}\b|"
    rf"\b(?:is|are) (?:[\w']+ ){{1,5}}(?:covered|paid)\b|\b(?:cost\w*|free|charge\w*|pay)\b(?: [\w']+){{0,4}} (?:if|with|on|having) (?:[\w']+ ){{0,2}}medicare\b|\b(?:que|lo|la|los|las|me|le|se|nos)? ?{_PAYER} (?:\w+ )?(?:me |le |lo |la |los |las |nos )?(?:pag|cubr)\w+|\b(?:lo|la|los|las|me|le|nos)? ?(?:pag\w+|cubr\w+)(?: \w+){{0,3}} (?:el |la |mi |su |con )?{_PAYER}\b"
)
# It was refused already: told, and to be appealed.
_REFUSED = re.compile(
    r"\b(?:won't|wont|will not|doesn't|doesnt|does not|didn't|refus\w+|denied|denies|stopped|quit|said no|says no|said it|no (?:me |le |lo |la |nos )?(?:pag|cubr|quier|quis)\w+|neg\w+|rechaz\w+|dej\w+ de)\b"
)
_TAKES = re.compile(r"\b(?:takes?|accepts?|acepta\w*|toma\w*|reciben?)\b")
_OF_MEDICARE = re.compile(r"\b(?:medicare|medicar|part [abcd]|parte [abcd])\b")
_OF_MEDICAID = re.compile(r"\b(?:medicaid|medicade|medi cal|medi-cal)\b")
# What is asked about, the record of Medicare's own that speaks of it ("" where none does), and its need.
_THINGS = (
    (r"hearing|ears?|teeth|tooth|dent\w+|glasses|eye\w*|lenses|cataract\w*|audifonos?|aparatos?|dientes?|muelas?|lentes|anteojos|vista|placas?", "", "dental_vision_hearing"),
    (r"bars?|rails?|ramps?|stair ?lift|roof|walk in (?:tub|shower)|barras?|rampas?|pasamanos", "", "home_repair"),
    (r"rides?|transport\w*|taxi|van|viajes?|raite", "", "transportation"),
    (r"meals?|food|lunch\w*|comidas?", "", "meals_delivered"),
    (r"day ?care|day program|day cent\w+|centro de dia|nursing homes?|assisted living|asilos?|memory care", "", "adult_day"),
    (r"walkers?|wheel ?chairs?|oxygen|scooters?|(?:hospital )?beds?|canes?|commodes?|cpap|andador\w*|andadera|sillas? de ruedas|oxigeno|camas?|baston", "Walkers, wheelchairs, oxygen with Medicare", "medical_equipment"),
    (r"hospice|comfort care|hospicio|paliativ\w+", "Medicare hospice care", "hospice_palliative"),
    (r"aides?|home health|home help|help at home|help in the home|(?:home|visiting) (?:nurse|care)|nurses?|bath\w*|clean\w*|care ?givers?|home ?maker|therap\w+|somebody (?:to|who)|someone (?:to|who)|enfermer\w+|cuidador\w*|limpieza|ayuda en (?:la )?casa|terapia", "Medicare home health care", "in_home_care"),
    (r"check ?ups?|physicals?|wellness|chequeos?|revision anual", "Yearly Medicare wellness visit", ""),
)  # fmt: skip
_THING = [(re.compile(rf"\b(?:{words})\b"), record, need) for words, record, need in _THINGS]
RECORDS = tuple(record for _, record, _ in _THINGS if record)
_MEDICINE = re.compile(
    r"\b(?:pills?|medicines?|medication\w*|prescriptions?|insulin|drugs?|medicinas?|pastillas?|insulina|recetas?)\b"
)
_CMS, _MOST = "Centers for Medicare & Medicaid Services", 12
_SHIP, _COUNSEL, _MEDICAID = "SHIP", "medicare_counseling", "medicaid"


def answer_covered(turn: Turn) -> bool:
    """True when only that was asked and has been answered; what else the message asks for goes its way after it."""
    plain, memory = turn.heard.plain, turn.memory
    if (memory.pending or "").startswith("referral") or not asks_what_is_paid(turn):
        return False
    place = None if _thing_in(plain) is not None else _place_meant(turn)
    if place is not None and _is_free(place):
        # What costs nothing needs no insurance.
        return False
    _say_it(turn, plain, place)
    new = [need for need in memory.case.heard if need["need_id"] != _COUNSEL]
    if not memory.shown or (turn.new_needs and new):
        return False
    memory.answered()
    need = next((need for words, _, need in _THING if words.search(plain)), "")
    if need and need not in memory.case.needs:
        # Who else may give it, where Medicare does not.
        memory.case.ask_for([need], turn.heard.text)
        memory.case.asked.append(need)
        find_help(turn)
    return True


def asks_what_is_paid(turn: Turn) -> bool:
    """Whether the message asks if Medicare or another insurance pays for something."""
    plain = turn.heard.plain
    if not _ASKS_WHETHER.search(plain) or _REFUSED.search(plain) or _TAKES.search(plain):
        return False
    return is_question(turn) or bool(re.search(r"\b(?:does|will|do|would) \w*", plain))


def _thing_in(plain: str) -> str | None:
    """The record of the thing that is named, "" where there is none; None where no thing is ("does it pay for that one")."""
    return next((record for words, record, _ in _THING if words.search(plain)), None)


def _place_meant(turn: Turn) -> ServiceView | None:
    named, number = places_named(turn), number_said(turn)
    if named:
        return named[0]
    return at_number(turn, number) if number is not None else place_in_talk(turn)


def _is_free(view: ServiceView) -> bool:
    cost = str(view.record.cost.get("en", "")).lower()
    return cost.startswith("free.") and not is_call_only(view)


def _say_it(turn: Turn, plain: str, place: ServiceView | None) -> None:
    thing = _thing_in(plain)
    medicaid = bool(_OF_MEDICAID.search(plain)) and not _OF_MEDICARE.search(plain)
    ours = bool(_OF_MEDICARE.search(plain))
    if ours and _MEDICINE.search(plain) and thing is None:
        turn.say("utter_cover_medicine")
        return
    if ours and (thing or place is not None):
        record = _of_medicares_own(turn, thing) if thing else place
        if record is not None and "medicare" in str(record.record.cost.get("en", "")).lower():
            told = record.to_dict()
            turn.memory.chosen = record.record.id
            turn.say("utter_cover_told", answer=told["summary"], cost=value_of(told, "cost"))
            return
    if medicaid:
        _say_who_knows(turn, "utter_cover_medicaid", _best(turn, _MEDICAID, "MEDICAID"))
    elif ours:
        _say_who_knows(turn, "utter_cover_medicare", _best(turn, _COUNSEL, _SHIP))
    else:
        turn.say("utter_cover_plan")


def _say_who_knows(turn: Turn, response: str, view: ServiceView | None) -> None:
    if view is None or not phone_of(view):
        turn.say(f"{response}_only")
    else:
        turn.say(response, name=name_of(view), phone=phone_of(view))


def _of_medicares_own(turn: Turn, name: str) -> ServiceView | None:
    """The record of that name: all of Medicare's share one number, so that a search shows only one of them."""
    found = (view.record for view, _ in search().nearest(name, _MOST))
    record = next((one for one in found if one.name == name and one.organization == _CMS), None)
    return None if record is None else ServiceView(record, turn.language)


def _best(turn: Turn, need: str, program: str) -> ServiceView | None:
    views = [view for view in _found(turn, need) if view.record.program == program]
    return next((view for view in views if view.record.phones), None)


def _found(turn: Turn, need: str) -> list[ServiceView]:
    query = Query(text="", needs=(need,), place=turn.memory.case.where, language=turn.language, limit=_MOST)  # fmt: skip
    return [hit.service for hit in search().find(query).hits]
