"""Whose place it is: where help is needed, or where somebody comes from, visits or sits while asking."""

from __future__ import annotations

import re

from resources_index.places import lexicon
from resources_index.places.fold import fold

_CLAUSE = re.compile(r"[.;!?]| but | and | pero | y |, | - ")
# "Used to be in Reno now in Elko": what was before counts no more, but "lives now in" still does.
_TURN = re.compile(r" now | ahora ")
_NOW = re.compile(
    r"\b(?:right now|for now|now|currently|these days|at the moment|here in|staying|temporarily|"
    r"ahora|ahorita|por ahora|aqui en|hoy)\b"
)
_MOVED_TO = re.compile(
    r"\b(?:mov(?:e|ed|ing)|relocat\w+|came|coming|mud(?:o|e|amos|ando)|me mude|nos mudamos)\b.* (?:to|a)$"
)
_USED_TO = re.compile(r"\b(?:used to|formerly|vivia|viviamos|antes)\b")
_MOVED_FROM = re.compile(r"\b(?:moving|moved|move|relocat\w+|mud\w+)\b.* (?:from|de|desde)$")
# Folding has made "west" of the "w" that some write for "with".
_STAYS_WITH = re.compile(
    r"\b(?:i|im|we|were|estoy|me)\b.*\b(?:stay|staying|living|live|quedo|quedando)\b (?:with|west|con|at)\b"
)
# "A ride from Elyria to Cleveland": the trip begins at home.
_GOES_TO = re.compile(
    r"\b(?:rides?|get|getting|go|goes|going|trips?|travel|traveling|appointments?|drives?|driving|drove|fly|flying|visit|visiting|"
    r"visitar|ir|voy|va|viajes?|viajar|llevar|citas?)\b"
    r".*\b(?:to|in|at|a|en)(?: the)?$|\b(?:visit|visiting|visitar)\b"
)
# Definite: "a doctor in Reno" is what is looked for.
_AN_OFFICE = re.compile(
    rf"\b(?:my|the|his|her|our|their|mi|su|el|la|discharged from|released from|out of)(?: \w+){{0,2}}? "
    rf"(?:{'|'.join(sorted(lexicon.OFFICES))})s?\b"
)
# "A letter from the people in Ogden": nobody lives there because of it.
_SENT_FROM = re.compile(
    r"\b(?:letters?|cards?|checks?|bills?|calls?|notices?|papers|emails?|carta|llamada|factura)(?: \w+){0,2} (?:from|de)(?:(?: \w+){0,3} (?:in|en))?(?: the)?$"
)
# "Had bypass in Boston", "has radiation in Bangor": treated there; "going home to Albany" is where help is needed.
_TREATED = re.compile(
    r"\b(?:surgery|bypass|operation|operated|radiation|chemo|chemotherapy|transplant|treatments?|rehab|specialist|neurologist|"
    r"cardiologist|oncologist|cirugia|operacion|operaron|quimioterapia|tratamiento)\b(?: \w+){0,4} (?:in|at|en|over in|down in)$"
)
_HOME_TO = re.compile(
    r"\b(?:go|goes|going|come|comes|coming|get|gets|getting|back|return|returning|sent|send|sending|regresa|vuelve)\b(?: \w+){0,2} "
    r"(?:home|casa)(?: \w+)? (?:to|in|a|en)$"
)
_TOGETHER = re.compile(
    r"\b(?:with|to) (?:me|us|him|her|them)\b|\bconmigo\b|\bcon (?:el|ella|ellos|nosotros)\b"
)
_FOR_THEM = re.compile(
    rf"\b(?:for|para) (?:my|mi|our|nuestr[oa])(?: \w+)? (?:{'|'.join(sorted(lexicon.YOUNGER))})\b"
)
_WRITER_NEEDS = re.compile(
    r"\b(?:i|im|ive|we|were|yo|estoy|vivo)\b(?: \w+){0,8} (?:need|needing|necesito|ocupo|busco|necesitamos)\b"
)
# After a place: "… and are there now"; "is where my daughter lives".
_THERE_NOW = re.compile(
    r"^[^.;!?]*\b(?:is|are|am|im|were|shes|hes|theyre) (?:out |down |up |over )?(?:there|here) (?:right )?now\b"
)
_NOW_AFTER = re.compile(
    r"^\s+(?:right )?(?:now|ahora|ahorita|these days)(?=\s*(?:$|[.,;!?]|and\b|y\b|but\b|with\b))",
    re.IGNORECASE,
)
_SOLD = re.compile(
    r"^\s+(?:is|was|got|has been|is getting) (?:sold|gone|foreclosed|condemned|torn)\b",
    re.IGNORECASE,
)
_KIN_LIVES_THERE = re.compile(
    r"^\W*(?:is|es)(?: where| donde)? (?:my|mi) (?:daughter|son|kids?|grand\w+|niece|nephew|hij[oa]s?|niet[oa]s?)\b",
    re.IGNORECASE,
)
# "It is for my dad in Arecibo": said of the one who needs help.
_IT_IS_FOR = re.compile(
    r"\b(?:its|it is|this is|is|calling|asking|texting|writing|looking|help|es|llamo|pregunto|escribo|busco|ayuda|pero)\b"
    rf"(?: \w+){{0,3}} (?:for|para|about|por) (?:my|mi|mis|our)(?: \w+)? (?:{'|'.join(sorted(lexicon.OTHERS | lexicon.YOUNGER))})\b"
)
_NEEDS_HELP = re.compile(
    r"^[^.;!?]*?\b(?:needs|cant|cannot|can't|is disabled|is sick|fell|alone|necesita|ocupa|no puede|busca|se cayo|sola|solo)\b",
    re.IGNORECASE,
)
_THEY_NEED = re.compile(
    r"\b(?:they|she|he|ellos|ella|el) (?:all |both |really )?(?:needs?|necesitan?|ocupan?)\b",
    re.IGNORECASE,
)
_SPEAKER = re.compile(r"\b(?:i|i'm|im|we|my|yo|mi)\b", re.IGNORECASE)
_OTHER_LIVES, _YOUNGER_LIVES, _A_HOME = 1.6, -1.5, 1.0
_NOT_HERE, _HERE, _FOR_THIS_ONE, _AND_NEEDS = -1.5, 1.5, 2.0, 1.0


def whose(message: str, start: int, end: int, since: int = 0) -> float:
    """How much speaks for help being needed at message[start:end]; another place ended at `since`."""
    clause = message[_after_last(_CLAUSE, message[:start]) : start]
    before = fold(clause)
    total = _of_the_person(clause, message[end:])
    if _THERE_NOW.match(fold(message[end:])) or _NOW_AFTER.match(message[end:]):
        return total + _HERE
    if _SOLD.match(message[end:]):
        return total + _NOT_HERE
    if _IT_IS_FOR.search(before):
        total += _FOR_THIS_ONE
    if _HOME_TO.search(before):
        return total + _HERE
    if _words(clause) & lexicon.LIVES:
        total += _A_HOME
    if _NOW.search(before):
        total += _HERE
    if _MOVED_TO.search(before) and not _words(clause) & lexicon.YOUNGER:
        return total + _HERE
    own = _own(message, clause, start, since)
    away = _left(before, own) or _GOES_TO.search(before) or _AN_OFFICE.search(fold(own))
    away = away or _TREATED.search(before)
    return total + (_NOT_HERE if away else 0.0)


def elsewhere(message: str, start: int, end: int, since: int = 0) -> bool:
    """Whether message[start:end] is where somebody comes from, or where kin lives who needs nothing."""
    clause = message[_after_last(_CLAUSE, message[:start]) : start]
    if _KIN_LIVES_THERE.match(message[end:]) or _SENT_FROM.search(fold(clause)):
        return True
    if _THERE_NOW.match(fold(message[end:])) or _NOW_AFTER.match(message[end:]):
        return False
    if _TOGETHER.search(fold(message)) or _FOR_THEM.search(fold(clause)):
        return False
    if _NOW.search(fold(clause)) or _MOVED_TO.search(fold(clause)):
        return _of_the_person(clause, message[end:]) == _YOUNGER_LIVES
    if _left(fold(clause), _own(message, clause, start, since)):
        return True
    return _of_the_person(clause, message[end:]) == _YOUNGER_LIVES


def _own(message: str, clause: str, start: int, since: int) -> str:
    """What stands before the place in its clause, after another place and after the last turn in time."""
    own = message[max(start - len(clause), since) : start]
    return own[_after_last(_TURN, own) :]


def _left(before: str, own: str) -> bool:
    """Whether it is where somebody was, or came from."""
    gone = _USED_TO.search(before) or _MOVED_FROM.search(before)
    # As written: "visits for my dad in Waco" are no "visit".
    return bool(gone or lexicon.FROM & set(re.findall(r"[\w']+", fold(own))))


def _of_the_person(clause: str, after: str) -> float:
    """Parents and friends are asked for; sons and nieces are where somebody else lives, unless they need something."""
    before = _words(clause)
    if _STAYS_WITH.search(fold(clause)):
        return _HERE
    needy = _NEEDS_HELP.match(after)
    in_need = needy is not None and not _SPEAKER.search(needy.group())
    rest = _CLAUSE.split(after.replace(" and ", " & ").replace(" y ", " & "), maxsplit=1)[0]
    writer_needs = _WRITER_NEEDS.search(fold(f"{clause} there {rest}")) is not None
    if before & lexicon.YOUNGER:
        return _OTHER_LIVES if in_need else _YOUNGER_LIVES
    if before & lexicon.OTHERS:
        return _OTHER_LIVES + (_AND_NEEDS if _THEY_NEED.search(after) else 0.0)
    if before & lexicon.WRITER:
        return _HERE if writer_needs else 0.3
    return 0.0


def _words(text: str) -> set[str]:
    words = {fold(word) for word in re.findall(r"[\w']+", text)}
    return words | {word.removesuffix("s") for word in words}


def _after_last(mark: re.Pattern[str], text: str) -> int:
    """Where the text after the last mark begins; 0 without one."""
    ends = [found.end() for found in mark.finditer(text)]
    return ends[-1] if ends else 0
