"""The words of a message that point at a place: "the county one", "number for the aging people", "la del Alzheimer"; and those said with a no."""

from __future__ import annotations

import re
from dataclasses import dataclass

from actions.heard import Heard

_THING = r"(?:ones?|people|folks|place|line|hotline|lady|man|outfit|group|number|phone|program|agency|office|guys?|bunch)"
_WORDS = r"((?:[a-z0-9']+ ?){1,6})"
_THE = r"(?:the |that |those |this |my |la |el |los |las |ese |esa )?"
_POINTS = [
    re.compile(pattern)
    for pattern in (
        rf"\b(?:the|that|those|this|your) ((?:[a-z0-9']+ ){{1,6}}?){_THING}\b",
        rf"\b(?:number|phone|telephone|address|call(?:ed)?) (?:again |was |is )?(?:for|of|to|at|from|with) {_THE}{_WORDS}",
        rf"\bi (?:just |only |really )?(?:said|meant|mean|want(?:ed)?|liked?|asked for) (?:the number (?:for|of) )?(?:the|that) {_WORDS}",
        rf"^(?:(?:no|nope|oh|ok|okay|yes|and|so|well|dear|please|wait|si|y|pero|ay) )*(?:the|that|la|el|los|las|lo) {_WORDS}$",
        rf"\b(?:el|la|los|las|lo|al) (?:numero |telefono )?(?:del|de|que|para) {_THE}{_WORDS}",
        rf"\b(?:numero|telefono) (?:era |es )?(?:del|de|para) {_THE}{_WORDS}",
        rf"\b(?:which|what|who|cual|que|quien)(?: one| number| phone| numero)?(?: (?:do|did|should) i call| is| was| es| era| llamo)?(?: the one)? (?:for|about|para|de) {_THE}{_WORDS}",
        rf"\b(?:which|what|cual)(?: one| number| numero)? (?:is|was|es|era) (?:the|el|la) {_WORDS}",
        rf"^(?:(?:and|so|but|ok|y|pero) )*(?:is|are|do|does|did|can|will|would|es|son|cobran?) (?:the|that|la|el|lo) (?:de la |del |de )?{_WORDS}",
        rf"\b(?:quiero|digo|queria|pedi|decia|me gusto|me refiero a) (?:el numero |el telefono )?(?:la |el )?(?:del |de la |de )?{_WORDS}",
    )
]
_ENDS = re.compile(
    r"[.,;:!?\n]+|\b(?=(?:but|pero|sino|instead of|en vez de|not (?:the|that|medicaid|heap)|i (?:just |only )?(?:want|said|meant|mean)\b|just give|solo quiero|and (?:which|what|the)|y (?:cual|el|la))\b)",
    re.IGNORECASE,
)
# A no that governs what it stands before. "No, the county one" chooses; "I don't have the number of" asks for it.
_REFUSES = re.compile(
    r"\b(?:not|isn't|ain't|except|besides|other than|anything but|without|instead of|rather than|en vez de|menos|excepto|sin|ya no|que no sea|scratch|skip|leave out|take off|take (?:the|that) .+ off|"
    r"(?:don't|dont|do not|doesn't|doesnt|does not|didn't|won't|never) (?:even )?(?:want|like|have|need|get|got|qualify|trust|use|take)|"
    r"no (?:quier\w+|tengo|tiene|tenemos|me (?:sirve|gusta|interesa)|califi\w+|es|ocup\w+))\b|^(?:(?:please|por favor) )*no (?:la|el|los|las|con|de|del|medicaid)\b|"
    r"\b(?:so|and|but|there's|theres|asi que|entonces|pues|y) no (?:medicaid|heap)\b|\bno (?:medicaid|heap) (?:for|para) (?:him|her|me|us|them|my \w+|el|ella|mi|nosotros)\b|\b(?:better|rather|other|anything) than (?:medicaid|heap)\b|\bmejor que (?:medicaid|heap)\b"
)
_LOST_IT = re.compile(
    r"\b(?:don't|dont|didn't|didnt|can't|cant|couldn't|do not|no) (?:\w+ )?(?:have|find|hear|catch|get|got|write|see|remember|read|know|tengo|encuentro|oi|apunte|anote|vi) (?:\w+ ){0,4}(?:number|phone|name|numero|telefono|nombre)\b"
)
_APPOSED = 4  # words of a clause that only names: "Allegheny", "justice department"


@dataclass(frozen=True)
class Clause:
    """Plain words between two marks; `refused` where a no governs them; `phrases` point at something."""

    plain: str
    refused: bool
    phrases: tuple[str, ...]


def clauses_in(text: str, pointing: bool = False) -> list[Clause]:
    """All of them in order. Where the message is known to be `pointing`, a clause that only names, or points at nothing else, is a phrase itself."""
    parts = [Heard(part, "").plain for part in _ENDS.split(text)]
    found = [(plain, _phrases(plain)) for plain in parts if plain]
    pointing = pointing or any(phrases for _, phrases in found)
    none = not any(phrases for _, phrases in found)
    clauses = []
    for plain, phrases in found:
        only_names = not phrases and pointing and (none or len(plain.split()) <= _APPOSED)
        clauses.append(Clause(plain, refuses(plain), (plain,) if only_names else phrases))
    return clauses


def refuses(plain: str) -> bool:
    """Whether a clause names what is not wanted, or not had."""
    return bool(_REFUSES.search(plain)) and not _LOST_IT.search(plain)


def _phrases(plain: str) -> tuple[str, ...]:
    found = [match.strip() for pattern in _POINTS for match in pattern.findall(plain)]
    return tuple(dict.fromkeys(phrase for phrase in found if phrase))
