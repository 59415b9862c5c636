"""When somebody can be called, as people say it; also what stands beside a number, and what puts a time right."""

from __future__ import annotations

import re
import unicodedata

from actions.form.phone_numbers import phone_in, without_phone
from actions.heard import Heard

_LONGEST = 60
_HOUR = (
    r"(?:\d{1,2}(?: \d\d)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce)"
    r"(?: y media| thirty| ?o'?clock| ?am| ?pm| ?a m| ?p m| de la \w+| en punto)*"
)
_DAY = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|lunes|martes|miercoles|jueves|viernes|sabados?|domingos?|weekdays?|weekends?|week|"
    r"fin(?:es)? de semana|entre semana|today|tonight|tomorrow|hoy|ahorita|ahora|tomorrow|now|any ?day|every ?day|todos los dias|cualquier dia|days?|dias?)"
)
_PART = (
    r"(?:mornings?|afternoons?|evenings?|nights?|noon|midday|lunch\w*|breakfast|supper|dinner|early|late|later|soon|asap|"
    r"mananas?|mañanas?|tardes?|tardecita|tempranito|temprano|noches?|mediodia|almuerzo|desayuno|comer|cenar?|pronto|rato)"
)
_ANY = (
    r"(?:any ?time|whenever|all day|(?:does not|doesn't|dont|don't|no) (?:matter|care|special time)|(?:no|not) (?:preference|matter)|always (?:home|here)|(?:home|here|up) all (?:day|the time)|"
    r"cuando (?:sea|quieran?|gusten?|puedan?)|a la hora que (?:sea|quieran|puedan|gusten)|a cualquier hora|(?:me )?da (?:igual|lo mismo)|no importa|todo el dia|siempre (?:estoy|esta)|la hora que sea|cualquier hora)"
)
_AROUND = r"(?:before|after|until|till|between|around|by|past|from|at|antes|despues|hasta|entre|como|desde)"
# "Before I agree" is no time.
_NO_HOUR = r" (?:i|we|you|they) (?:agree|say|sign|decide|share|do|know|forget)\b| (?:de )?(?:aceptar|decir|firmar|compartir|que|olvidar\w*)\b| (?:all|that|eso|todo)\b"
TIME = re.compile(
    rf"\b(?:{_DAY}|{_PART}|{_ANY}|\d{{1,2}}(?: \d\d)? ?(?:am|pm|a m|p m|o'?clock)|(?:{_AROUND}|a)(?: de)?(?: las?| la)? {_HOUR}|(?:before|after|until|till|between|antes|despues|hasta|entre)(?!{_NO_HOUR}))\b"
)
_ANY_TIME = re.compile(rf"\b{_ANY}\b")
# Words of time that a story has as well: "the water is slow now".
WEAK = re.compile(
    r"(?:now|today|tonight|tomorrow|hoy|ahora|ahorita|later?|early|soon|asap|pronto|rato|days?|dias?|week|comer|cenar?|lunch\w*|dinner|supper|breakfast|almuerzo|desayuno|"
    r"before|after|until|till|between|antes|despues|hasta|entre)"
)
_ANY_ALONE = frozenset(("any", "whatever", "either", "cualquiera", "la que sea", "igual"))
# "When my aide is here" says when; "when will they call" asks.
_WHILE = re.compile(
    r"^(?:\w+ )?(?:when|once|while|as long as|cuando|mientras|en cuanto) (?:i|my|the|he|she|we|mi|el|la|yo|este|llegue|salga|termine|\w+ (?:llegue|salga|este))\b"
)
_NOUN = re.compile(r"\b(?:times?|hours?|hora|horario)\b")
_CHANGES = re.compile(
    r"\b(?:chang\w+|fix|correct|put|make|use|wrong|different|another|other|not right|better|instead|rather|actually|should be|"
    r"time is|time's|hora es|cambi\w+|corrij\w+|correg\w+|arregl\w+|pong\w+|mal|equivocad\w+|otr[oa]|mejor|debe ser)\b"
)
_ASKS = re.compile(
    r"(?:and |so |wait |y |oh )*(?:what|which|who|why|how|when|que|quien|por que|para que|cual|como|cuando|a que hora)\b"
)
NEVER_MIND = re.compile(
    r"\b(?:no wait|wait|actually|make it|make that|i mean|rather|mejor|espere|mas bien|perdon|quise decir|no,? (?:better|make))\b"
)
_REASON = re.compile(
    r"\b(?:porque|because|cause|since|cuz|que estoy|que es cuando|so (?:quit|stop|i)|i (?:work|sleep|have|got|am|was|don't|dont)|my \w+ (?:goes|is|comes|gets|sleeps)|estoy|duermo|trabajo|cuido|tengo|por favor|please)\b"
)
_NO_LEAD = re.compile(r"(?:eso |esa |that's |thats )?(?:no|not)\b.*\b(?:es|it's|its|is)\b")
_LEAD = re.compile(
    r"^(?:make it|make that|it's|es|ll[a\u00e1]meme|call me|mejor)\s+", re.IGNORECASE
)
_AROUND_A_TIME = re.compile(
    r"\b(?:no|not|wait|oh|ok|please|sorry|actually|(?:can|could|will|would) (?:you|i|we|they)|chang\w*|make it|make|put|the|my|time|to|it's|its|it|should be|instead|better|call me|call|rather|for|i|said|meant|want|"
    r"is|are|por favor|perd[oó]n|espere|puedo|puede|pueden|cambi\w*|pong\w*|la hora|hora|mejor|ll[aá]m\w+|es|no es|otra|quiero|dije)\b",
    re.IGNORECASE,
)


def names_a_time(plain: str) -> bool:
    """Whether a time of the day or the week is named."""
    return bool(TIME.search(plain))


def is_a_time(text: str, plain: str) -> bool:
    """Whether it answers the question when."""
    if "?" in text:
        return False
    if _ANY_TIME.search(plain) or plain in _ANY_ALONE:
        return True
    if _ASKS.match(plain) and not _WHILE.match(plain):
        return False
    return names_a_time(plain) or bool(_WHILE.match(plain)) or plain.replace(" ", "").isdigit()


def only_weak(plain: str) -> bool:
    """Whether all that is named of a time is a word that a story has as well: "now", "later"."""
    return all(WEAK.fullmatch(match.group(0)) for match in TIME.finditer(plain))


def is_reason(clause: str) -> bool:
    """ "Because I work nights": why, and not when."""
    return bool(re.match(r"(?:porque|because|cause|since|cuz|ya que)\b", _flat(clause)))


def time_beside(text: str) -> str | None:
    """What stands beside a number about the time: "937-555-0142, but not before ten"."""
    if phone_in(text) is None:
        return None
    parts = [part.strip(" ,.;-") for part in without_phone(text, "\0").split("\0")]
    rest = " ".join(
        part for part in reversed(parts) if part and names_a_time(Heard(part, "").plain)
    )
    rest = re.sub(r"^(?:but|and|pero|y|only|solo)\s+", "", rest, flags=re.I)
    return _without_reason(rest)[:_LONGEST] if rest else None


def time_told(text: str) -> str:
    """Only the time of an answer, in its own words: no reasons, and after "no wait, make it" only what counts."""
    kept: list[str] = []
    for clause in _clauses(text):
        flat = _flat(clause)
        if not names_a_time(Heard(clause, "").plain):
            if NEVER_MIND.search(flat):
                kept = []
            continue
        if NEVER_MIND.search(flat):
            kept = []
        kept.append(_without_reason(clause))
    said = ", ".join(dict.fromkeys(kept)) or text.strip()
    return said[:_LONGEST]


def changes_time(text: str) -> tuple[bool, str | None]:
    """Whether the time is put right, and the right one where it is told."""
    plain = Heard(text, "").plain
    of_time = bool(_NOUN.search(plain)) or names_a_time(plain)
    changes = bool(_CHANGES.search(plain)) or (names_a_time(plain) and bool(_NO_LEAD.match(plain)))
    if not of_time or not changes or _ASKS.match(plain):
        return False, None
    clauses = [c for c in _clauses(text) if names_a_time(Heard(c, "").plain)]
    last = [c for c in clauses if _CHANGES.search(_flat(c))] or clauses
    rest = " ".join(_AROUND_A_TIME.sub(" ", _without_reason(last[-1])).split()) if last else ""
    rest = re.sub(r"^(?:and|so|but|y|pero)\s+", "", rest, flags=re.I)
    return True, rest[:_LONGEST] if names_a_time(Heard(rest, "").plain) else None


def _clauses(text: str) -> list[str]:
    parts = re.split(r"[,.;:!?\n]+\s*|\b(?:oiga|pero|but|y es|and it's)\b", text)
    return [part.strip() for part in parts if part.strip()]


def _flat(text: str) -> str:
    """Letter for letter without accents, so that what is found in it is found in `text`."""
    return "".join(unicodedata.normalize("NFD", letter)[0] for letter in text.lower())


def _without_reason(clause: str) -> str:
    found = _REASON.search(_flat(clause))
    short = _LEAD.sub("", clause[: found.start()].strip() if found else clause)
    return short if names_a_time(Heard(short, "").plain) else clause
