"""What somebody puts right or asks back about the answers given before a person is asked: name, number, time.

"Change the name to Annabel", "not Person, Walter", "what number do you have for me?", in both languages.
"""

from __future__ import annotations

import re

from actions.form import wordings

_NOUNS = {
    "name": r"\b(?:names?|nombre)\b",
    "number": r"\b(?:numbers?|phone|telephone|numero|telefono)\b",
    "time": r"\b(?:times?|hours?|hora|horario)\b",
    "note": r"\b(?:notes?|nota)\b",
}
_ASKS_BACK = re.compile(
    r"\b(?:what|whats|what's|which|how|que|cual|como)\b.{0,40}\b(?:have|has|got|get|wrote|write|written|put|spell|tiene\w*|puso|pusieron|anot\w+|escrib\w+|apunt\w+|quedo)\b|"
    r"\b(?:did|do) (?:you|they|u) (?:get|have|got|write|put|take)\b|\b(?:tienen?|anoto|apunto|escribio|puso)\b.{0,12}\bmi\b"
)
_READ_BACK = re.compile(
    r"\bread (?:it|that|them|everything)(?: all)? back\b|\bwhat (?:do|did|have) (?:you|u|they)(?: all)? (?:have|got|get|write|wrote|put|written)(?: (?:so far|down|for me|about me))*$|"
    r"\brepit\w+ (?:lo que|todo)\b|\bleam?elo\b|\b(?:que|lo que) (?:tiene|anoto|escribio|puso|apunto)(?: (?:usted|de mi|hasta ahora|ahi))*$"
)
# "Does my note say diabetic?", "did you get the part about the walker", "did you spell it right".
_DID_YOU = re.compile(
    r"\b(?:note|nota)\b.{0,12}\b(?:say|says|said|dice)\b|\b(?:does|is|what's in|whats in|que dice) (?:my|your|the|mi|su|la) (?:note|nota)\b|\b(?:did|do) (?:you|u) (?:spell|write down|put(?: down)?|get the (?:part|bit|thing)|get that (?:i|he|she|we))\b|"
    r"\b(?:si )?(?:puso|anoto|apunto|escribio) (?:lo de|que|bien|mi)\b"
)
_DID_YOU_GET = re.compile(r"\b(?:part|bit|thing|that|lo de|que)\b")
# "What number do you have for the food bank?" asks for no number of their own.
_OF_OTHERS = re.compile(r"\b(?:for|of|para|de|del) (?!me\b|mi\b|mine\b|this\b|us\b)\w+")
_CHANGES = (
    r"(?:chang\w+|fix|correct|put|make|use|update|wrong|different|another|other|new|not right|isn't right|better|instead|rather|actually|should be|"
    r"cambi\w+|corrij\w+|correg\w+|arregl\w+|pong\w+|mal|equivocad\w+|otr[oa]|nuev[oa]|mejor|no es|debe ser|actualice)"
)
_ASKS = re.compile(r"(?:and |so |wait |y |oh )*(?:what|which|how|did|que|cual|como)\b")
_WRONG = re.compile(r"\b(?:wrong|mal|equivocad\w+|instead|not right)\b")
_WHOSE = re.compile(
    r"\b(?:that's|thats|that is|it's|its|this is|this|that) (?:is )?(?:my|his|her) \w+(?:'s|s)? (?:phone|number|cell|line)\b|\b(?:number|phone) (?:is|belongs to) (?:my|his|her) \w+(?:'s)?$|"
    r"\bes (?:el (?:numero |telefono |celular )?)?de (?:mi|su) \w+$|\b(?:numero|telefono|celular) (?:ese )?es de (?:mi|su) \w+"
)
_OF_ANOTHER = re.compile(
    r"\b(?:my|his|her) \w+(?:'s|s)? (?:other |cell |phone )?(?:number|phone|cell)\b|\b(?:my|his|her) (?:brother|sister|son|daughter|wife|husband|mom|mother|dad|father|neighbor|friend|aide|niece|nephew) (?:has|is at|can be)\b|"
    r"\b(?:mi|su) \w+ (?:tiene|esta en)\b|\b(?:numero|telefono|celular) (?:de|es de) (?:mi|su) \w+|\b(?:if|when) (?:i|we|he|she) (?:don't|dont|can't|cant|do not|am not|isn't)\b|\bsi (?:yo )?no (?:contesto|estoy|puedo|contesta)\b"
)
_INSTEAD = re.compile(
    r"\b(?:instead|better|rather|call|reach|use|change\w*|my own|my new|my cell|my phone|my number|my home|my work|my mobile|wrong|llam\w+|mejor|cambi\w+|en vez|mi numero|mi telefono|mi celular|equivocad\w+)\b"
)
# "The number is …, not …".
_IS_IT = re.compile(r"\b(?:number is|numero es|telefono es|phone is) \d")
_CHANGES_WORD = re.compile(rf"\b{_CHANGES}\b")


def asks_back(plain: str) -> str | None:
    """Which answer is asked back: name, number, time, note, or "all"; None when it asks for none of them."""
    if _READ_BACK.search(plain):
        return "all"
    if _DID_YOU.search(plain):
        said = next((field for field, noun in _NOUNS.items() if re.search(noun, plain)), "all")
        return "all" if said != "note" and _DID_YOU_GET.search(plain) else said
    corrects = _WRONG.search(plain) or (_CHANGES_WORD.search(plain) and not _ASKS.match(plain))
    if not _ASKS_BACK.search(plain) or corrects:
        return None
    named = next((field for field, noun in _NOUNS.items() if re.search(noun, plain)), None)
    return None if named is None or _OF_OTHERS.search(plain) else named


def says_whose_number(plain: str) -> bool:
    """ "That's my daughter's number", "es el de mi hija": whose the given number is."""
    return bool(_WHOSE.search(plain))


def is_of_another(plain: str) -> bool:
    """A number beside one's own: "my brother's number is …, if I don't pick up"."""
    return bool(_OF_ANOTHER.search(plain)) and not _INSTEAD.search(plain)


def changes_number(plain: str) -> bool:
    """ "That's the wrong number", without the right one."""
    if wordings.has_no_phone(plain) or says_whose_number(plain):
        return False
    of_others = re.search(r"\b(?:for|of|de|del|para) (?:the|la|el|los|them)\b", plain)
    spoken = re.search(_NOUNS["number"], plain) and (
        _CHANGES_WORD.search(plain) or _IS_IT.search(plain)
    )
    return bool(spoken) and not of_others
