"""What somebody puts right or asks back about the answers given before a person is asked: name, number, time.

"Change the name to Annabel", "not Person, Walter", "what number do you have for me?", in both languages.
"""

from __future__ import annotations

import re

from actions import form_words
from actions.heard import Heard

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
# "What number do you have for the food bank?" asks for no number of their own.
_OF_OTHERS = re.compile(r"\b(?:for|of|para|de|del) (?!me\b|mi\b|mine\b|this\b|us\b)\w+")
_CHANGES = (
    r"(?:chang\w+|fix|correct|put|make|use|update|wrong|different|another|other|new|not right|isn't right|better|instead|rather|actually|should be|"
    r"cambi\w+|corrij\w+|correg\w+|arregl\w+|pong\w+|mal|equivocad\w+|otr[oa]|nuev[oa]|mejor|no es|debe ser|actualice)"
)
_ASKS = re.compile(r"(?:and |so |wait |y |oh )*(?:what|which|how|did|que|cual|como)\b")
_WRONG = re.compile(r"\b(?:wrong|mal|equivocad\w+|instead|not right)\b")
_CHANGES_WORD = re.compile(rf"\b{_CHANGES}\b")
_IS_MY_NAME = re.compile(
    r"\b(?:my|mi|the|el) (?:\w+ )?(?:name|nombre)(?: is|'s| es|:)|\b(?:is|es) (?:my|mi) (?:\w+ )?(?:name|nombre)\b|\bme llamo\b"
)
# All that is not the name itself in "no, change the name, it's Elizabeth Lawson, that is my legal name".
_AROUND_A_NAME = re.compile(
    r"\b(?:no|not|wait|oh|ok|okay|please|sorry|actually|well|hey|can you|could you|will you|i told you|i said|i already said|i mean|"
    r"(?:chang|fix|correct|updat)\w*|put(?: down)?|make|write|use|my|the|that's|thats|that|this|real|legal|right|first|full|proper|whole|correct|wrong|"
    r"name|names|to|as|isn't|is|it's|its|it is|it wrong|it|should|be|instead|down|say|says|so|and|you|have|"
    r"por favor|perdon|perdón|espere|ya le dije|le dije|dije|cambi\w+|corrij\w+|correg\w+|arregl\w+|pong\w+|el|mi|nombre|a|por|es|debe|ser|no es|sino|"
    r"me llamo|soy|verdadero|correcto|legal|completo|que|mal|esta|está|equivocado)\b",
    re.IGNORECASE,
)
_AROUND_A_TIME = re.compile(
    r"\b(?:no|not|wait|oh|ok|please|sorry|actually|can you|could you|chang\w*|make it|make|the|my|time|to|it's|its|it|should be|instead|better|call me|call|rather|"
    r"is|are|por favor|perd[oó]n|cambi\w*|pong\w*|la|hora|mejor|ll[aá]m\w+|es|no es|otra)\b",
    re.IGNORECASE,
)


def asks_back(plain: str) -> str | None:
    """Which answer is asked back: name, number, time, note, or "all"; None when it asks for none of them."""
    if _READ_BACK.search(plain):
        return "all"
    corrects = _WRONG.search(plain) or (_CHANGES_WORD.search(plain) and not _ASKS.match(plain))
    if not _ASKS_BACK.search(plain) or corrects:
        return None
    named = next((field for field, noun in _NOUNS.items() if re.search(noun, plain)), None)
    return None if named is None or _OF_OTHERS.search(plain) else named


def changes_name(text: str, current: str) -> tuple[bool, str | None]:
    """Whether the name is put right, and the right one where it is told. `current`: as it is written down."""
    plain, before = Heard(text, "").plain, Heard(current, "").plain
    spoken = bool(re.search(_NOUNS["name"], plain)) and bool(_CHANGES_WORD.search(plain))
    not_this = bool(before) and bool(re.search(rf"\b(?:not|no) {re.escape(before)}\b", plain))
    if not (spoken or not_this or _IS_MY_NAME.search(plain)):
        return False, None
    rest = (
        re.sub(rf"\b(?:not|no|no es|isn't)\s+{re.escape(current)}\b", " ", text, flags=re.I)
        if current
        else text
    )
    rest = re.sub(r"[,.;:!?\"]+", " ", _AROUND_A_NAME.sub(" ", rest))
    name = form_words.first_name(" ".join(rest.split())) if rest.split() else None
    if name is None and not (spoken or not_this):
        return False, None
    return True, name


def changes_number(plain: str) -> bool:
    """ "That's the wrong number", without the right one."""
    if form_words.has_no_phone(plain):
        return False
    of_others = re.search(r"\b(?:for|of|de|del|para) (?:the|la|el|los|them)\b", plain)
    spoken = re.search(_NOUNS["number"], plain) and _CHANGES_WORD.search(plain)
    return bool(spoken) and not of_others


def changes_time(text: str) -> tuple[bool, str | None]:
    """Whether the time is put right, and the right one where it is told."""
    plain = Heard(text, "").plain
    of_time = bool(re.search(_NOUNS["time"], plain)) or form_words.names_a_time(plain)
    if not of_time or not _CHANGES_WORD.search(plain):
        return False, None
    rest = " ".join(re.sub(r"[,.;:!?]+", " ", _AROUND_A_TIME.sub(" ", text)).split())
    return True, rest[:60] if form_words.names_a_time(Heard(rest, "").plain) else None
