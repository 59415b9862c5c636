"""What is ruled out by its kind: who has no Medicaid, or earns too much for HEAP, is sent to no office of it, whatever that is called."""

from __future__ import annotations

import re

from actions.memory import FOR_HEAP, FOR_MEDICAID, FOR_MEDICARE, kinds_of
from actions.shown.phrases import clauses_in, refuses
from actions.shown.seen import seen_views
from actions.turn import Turn

_NAMES = {
    FOR_MEDICAID: re.compile(r"\b(?:medicaid\w*|medicade|medicad|medi cal)\b"),
    FOR_HEAP: re.compile(r"\b(?:li)?heap\b"),
    FOR_MEDICARE: re.compile(r"\b(?:medicare|medicar)\b"),
}
NEED_OF = {FOR_MEDICAID: "medicaid", FOR_MEDICARE: "medicare_counseling"}
# Said of oneself, before any list or after: then nothing that is for people with Medicare alone may come.
_NO_MEDICARE = re.compile(
    r"\b(?:(?:no|without|sin|ni|not on|isn't on|isnt on|ain't on|aint on)(?: (?:any|the|el))? medicare|"
    r"(?:don't|dont|doesn't|doesnt|do not|does not|didn't|didnt|never|haven't|hasn't|ain't|aint|not|no|nunca)(?: (?:ever|even|really|actually|le|me|lo|se|ha|han|been))*"
    r" (?:have|has|had|got|get|getting|gotten|on|receive|qualify for|eligible for|pa(?:id|y) into|tiene|tengo|tienen|tenemos|tuvo|tenido|recibe|recibo|dieron|dan|califica\w* (?:para|a))(?: (?:a|any|no|the|ni|el))* medicare|"
    r"too young for medicare)\b(?! (?:card|number|advantage|supplement|savings|scam|tarjeta|plan|part|question|statement))"
)
_IF_OR_HOW = re.compile(
    r"\b(?:if|unless|whether|how (?:do|can|would|could) (?:i|we|she|he) (?:get|apply|sign)|appl(?:y|ied|ying)|sign\w* up|enroll\w*|si no|como (?:lo |la )?(?:saco|consigo|solicito|aplico)|solicitar\w*|inscrib\w+)\b"
)
_NO_INSURANCE = re.compile(
    r"\b(?:uninsured|(?:no|without|lost (?:my|his|her|our|their)|perd\w+|(?:don't|doesn't|dont|doesnt|do not|does not) have|ain't got|aint got|hasn't got|sin|no (?:tengo|tiene|tenemos|hay)|ni)(?: (?:any|a|health|medical|ningun|ninguna|el|un))* (?:insurance|health coverage|aseguranza|seguro(?: medico| de salud)?))\b"
    r"(?! (?:card|social|for (?:teeth|dent\w+|hearing|glasses|eyes?)|de (?:vida|carro|auto|casa)|on (?:the|my|his|her) (?:house|car|home)|company|dental))"
)
# It was tried, or income stands in the way.
_DECLINED = re.compile(
    r"\b(?:(?:made|make|makes|making|earn\w*|get|gets|got|have|has) (?:a (?:little|bit|hair) )?(?:too|to) much|(?:over|above) (?:the |their |its )?(?:income|limit|line|cut ?off)|(?:a )?(?:hair|bit|little) over|over (?:income )?for|too much (?:income|money)|(?:don't|dont|didn't|didnt|doesn't|doesnt|do not|not|won't) (?:qualify|eligible)|"
    r"(?:i'm|i am|im|we're|we are|she's|she is|he's|he is|they're) not (?:one|on (?:it|that)|in (?:it|that))|turned (?:me|us|him|her|them) (?:down|away)|turned down|denied|(?:said|told (?:me|us)) no|refused|not (?:on|in|for us|for me)|isn't on|isnt on|"
    r"(?:no|ni) (?:me |le |nos )?calific\w+|me (?:negaron|rechazaron|dijeron que no|lo negaron)|gan[aeo]\w* (?:de mas|demasiado|mucho|mas)|pasad[oa]s? de ingresos?)\b"
)
# "That is Medicaid again": said against our list.
_AGAIN = re.compile(
    r"\b(?:(?:that|this|it)(?:'s| is)|thats|(?:gave|sent|give|send|giving|sending|showing) (?:me|us)|otra vez|de nuevo|es|me (?:puso|dio|mando|da|manda))(?: \w+){0,3} (?:medicaid|heap)(?: (?:again|otra vez|de nuevo))\b|\botra vez (?:\w+ ){0,4}(?:medicaid|heap)\b"
)
# "What if she has no Medicaid?" asks; "how do I get on it" wants it.
_ASKED_OR_WANTED = re.compile(
    r"\b(?:if|unless|whether|yet|do i need|does (?:he|she) need|must i|need to have|how (?:do|can|would|could) (?:i|we|she|he) (?:get|apply|sign|qualify)|appl(?:y|ied|ying)|sign up|appeal\w*|si no|todavia|aun no|necesito tener|hay que tener|como (?:lo |la )?(?:saco|consigo|solicito|aplico)|solicitar\w*|aplicar)\b"
)
_HAS_IT = re.compile(
    r"\b(?:have|has|got|gets|get|on|tengo|tiene|recibe|recibo) (?:\w+ )?(?:medicaid|medi cal|l?i?heap|medicare)\b"
)


def ruled_out_in(turn: Turn) -> list[str]:
    """Kinds that the message rules out; none where nothing was shown, or where that very thing is all that was asked for."""
    memory, case = turn.memory, turn.memory.case
    plain = turn.heard.plain
    found = [FOR_MEDICARE] if has_no_medicare(plain) else []
    if not memory.shown:
        return found
    for kind, name in _NAMES.items():
        if kind == FOR_MEDICARE:
            continue
        only_that = NEED_OF.get(kind) in case.needs and len(set(case.asked)) <= 1
        if not only_that and _rules_out(turn.heard.text, turn.heard.plain, name):
            found.append(kind)
    return found


def has_no_medicare(plain: str) -> bool:
    """Whether somebody says that they have neither Medicare nor any other insurance, and asks for none."""
    if _NO_MEDICARE.search(plain):
        return not _IF_OR_HOW.search(plain)
    return bool(_NO_INSURANCE.search(plain)) and not _NAMES[FOR_MEDICARE].search(plain)


def _rules_out(text: str, plain: str, name: re.Pattern[str]) -> bool:
    if not name.search(plain) or _ASKED_OR_WANTED.search(plain):
        return False
    if _DECLINED.search(plain) or _AGAIN.search(plain):
        return True
    return any(refuses(clause.plain) for clause in clauses_in(text) if name.search(clause.plain))


def needs_ruled_out(turn: Turn) -> set[str]:
    """The needs that go by the name of what is ruled out, now or before: to name it then asks for nothing."""
    plain = turn.heard.plain
    known = {told["name"] for case in turn.memory.cases.values() for told in case.turned_down}
    named = {kind for kind, name in _NAMES.items() if kind in known and name.search(plain)}
    wanted = _HAS_IT.search(plain) or _ASKED_OR_WANTED.search(plain)
    kinds = {*ruled_out_in(turn), *(set() if wanted and not refuses(plain) else named)}
    return {NEED_OF[kind] for kind in kinds if kind in NEED_OF}


def has_after_all(turn: Turn) -> None:
    """ "She does have Medicaid": it is ruled out no longer."""
    plain = turn.heard.plain
    if not _HAS_IT.search(plain) or refuses(plain):
        return
    for kind in [kind for kind, name in _NAMES.items() if name.search(plain)]:
        for case in turn.memory.cases.values():
            case.turned_down = [told for told in case.turned_down if told["name"] != kind]


def is_on_show(turn: Turn, kind: str) -> bool:
    """Whether some place on show is of that kind."""
    shown = turn.memory.shown
    return any(kind in kinds_of(view) for view in seen_views(turn) if view.record.id in shown)
