"""Questions that have one reviewed answer wherever they are asked: what a wrong dose needs, and what Medicaid does to one's papers."""

from __future__ import annotations

import re

from actions.needs.plain_words import DEMENTIA, suspects
from actions.rooms import search
from actions.shown.answers import name_of, phone_of
from actions.shown.ruled_out import has_no_medicare
from actions.shown.seen import seen_views
from actions.turn import Turn
from resources_index.search import Query

_CARE = frozenset({"prescription_costs", "find_provider", "chronic_disease", "medical_equipment"})
_MEDICINE = r"(?:pills?|pastillas?|medicines?|meds|medication\w*|dos(?:e|es|is)|tablets?|insulin\w*|medicinas?|la de la presion|blood (?:thinner|pressure)(?: pill)?|warfarin|metformin)"
_TOOK = r"(?:took|takes?|taken|taking|had|swallow\w+|gave|tom(?:o|e|a|ado|aba|aron)|toma|tomado|tome|trago)"
_DOUBLE = r"(?:twice|doubles?|doubled|double dos\w+|two times|2 times|again|extra|too many|too much|wrong|two (?:of|instead)|dos veces|doble|de mas|otra vez|repetid\w+|equivocad\w+|de otra persona)"
_WRONG_DOSE = re.compile(
    rf"\b{_TOOK}\b(?: [\w']+){{0,5}}? {_MEDICINE}(?: [\w']+){{0,4}}? {_DOUBLE}\b|\b{_TOOK}\b(?: [\w']+){{0,5}}? {_DOUBLE}(?: [\w']+){{0,4}}? {_MEDICINE}\b|\bdouble dos\w+\b|\bdoubled (?:up|her|his|my|the)\b|\boverdos\w+ (?:by accident|by mistake)\b|"
    rf"\b{_MEDICINE}\b(?: [\w']+){{0,6}}? {_TOOK}\b(?: [\w']+){{0,3}}? {_DOUBLE}\b|\b{_MEDICINE}\b(?: [\w']+){{0,8}}? (?:las|la|lo|los|se) (?:las |la )?{_TOOK} {_DOUBLE}\b|\bdosis doble\b|"
    r"\b(?:number|phone|line|numero|telefono|linea) (?:\w+ ){0,3}(?:poison|venenos?|envenenamiento\w*|pastillas? de mas)\b|\b(?:poison (?:control|help|center|line))\b"
)
_TAKEN = re.compile(r"\b(?:took|taken|swallow\w*|gave|already|tomo|tome|tomado|trago|ya se)\b")
# "Should I take two?": nothing was taken.
_NOT_YET = re.compile(
    r"\b(?:should|can|could|may|must|do|is it (?:ok|okay|safe|all right)(?: for \w+)? to) (?:i|we|he|she|my \w+)? ?(?:just )?(?:take|double|have)\b|\b(?:puedo|puede|debo|debe|tengo que|hay que) tomar\w*\b"
)
# "Twice a day" is how it is taken; what was forgotten was not taken.
_AS_TOLD = re.compile(
    r"\b(?:twice|two times|dos veces|2 times) (?:a|per|each|every|al|por|cada) (?:day|dia|week|semana)\b|\b(?:dog|cat|perro|gato) (?:ate|took|comio)\b|\bcall(?:ed)? poison\b"
)
_STATUS = re.compile(
    r"\b(?:residenc(?:y|ia)|green ?card|citizenship|ciudadania|public charge|carga publica|immigration (?:status|case|papers|application)|estatus|status migratorio|caso de inmigracion|sponsor\w*|tramite migratorio|naturaliz\w+|(?:my|her|his|mis|sus|los) (?:(?!discharge|army|navy|military|service|divorce|court|hospital|will|house|legal|insurance|medicaid|medicare|va|work|tax|school)\w+ )?(?:immigration )?(?:papers|papeles)(?: de (?:migracion|inmigracion))?)\b"
)
_PUBLIC_CHARGE = re.compile(r"\b(?:public charge|carga publica)\b")
_HARMS = re.compile(
    r"\b(?:los\w+|take\w*|takes? away|hurt\w*|harm\w*|affect\w*|mess\w*|against|risk\w*|problem\w*|trouble|ruin\w*|count\w*|deny|denied|deport\w*|quit\w+|pierd\w+|perd\w+|afect\w+|perjudic\w+|dañ\w+|dan[ae]\w*|en contra|problemas?|riesgo|neg\w+|cancel\w+)\b"
)


def answer_fixed(turn: Turn) -> bool:
    """True when the message was such a question and has been answered."""
    if (turn.memory.pending or "").startswith("referral"):
        return False
    plain = turn.heard.plain
    if tells_of_wrong_dose(plain):
        turn.memory.answered()
        turn.say("utter_wrong_dose")
        return True
    if asks_of_papers(plain):
        turn.memory.answered()
        _say_who_knows_of_papers(turn)
        return True
    return suspects(turn) and _say_it_is_the_illness(turn)


def _say_it_is_the_illness(turn: Turn) -> bool:
    """With the number of whoever knows it, where that was shown already; else its list comes."""
    known = (view for view in seen_views(turn) if view.record.phones)
    line = next((view for view in known if view.record.need_ids[0] == DEMENTIA), None)
    if line is None:
        return False
    turn.memory.answered()
    turn.memory.chosen = line.record.id
    turn.say("utter_suspects", name=name_of(line), phone=phone_of(line))
    return True


def say_without_insurance(turn: Turn) -> None:
    """Beside a list: who has no insurance is told of the one door that asks for none."""
    told = has_no_medicare(turn.heard.plain) and not turn.thing_said
    if told and _CARE & set(turn.memory.case.needs) and turn.memory.shown:
        turn.say("utter_no_place_clinic")


def has_fixed_answer(plain: str) -> bool:
    """Whether the message is such a question, so that it asks for no need."""
    return tells_of_wrong_dose(plain) or asks_of_papers(plain)


def tells_of_wrong_dose(plain: str) -> bool:
    """ "She took her pills twice": for the people who answer day and night, and no wish for help at home."""
    if not _WRONG_DOSE.search(plain) or _AS_TOLD.search(plain):
        return False
    return bool(_TAKEN.search(plain)) or not _NOT_YET.search(plain)


def asks_of_papers(plain: str) -> bool:
    """ "Will she lose her green card if she asks for Medicaid?": nobody here may say no to that."""
    if _PUBLIC_CHARGE.search(plain):
        return True
    return bool(_STATUS.search(plain) and _HARMS.search(plain))


def _say_who_knows_of_papers(turn: Turn) -> None:
    query = Query(text="", needs=("legal_help",), place=turn.memory.case.where, language=turn.language)  # fmt: skip
    views = [hit.service for hit in search().find(query).hits]
    legal = next((v for v in views if v.record.phones and v.record.need_ids[0] == "legal_help"), None)  # fmt: skip
    if legal is None:
        turn.say("utter_status_unknown_only")
    else:
        turn.say("utter_status_unknown", name=name_of(legal), phone=phone_of(legal))
