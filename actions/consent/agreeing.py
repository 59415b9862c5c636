"""A yes to the last question: in which words, and what is said beside it.

Only words that agree count, alone in their clause or at its head before something that goes on ("yes but …"). "The
first one on the list" chooses an office and "share nothing" refuses: neither is a yes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from actions.form import wordings, worries
from actions.form.clauses import is_courtesy, parts_of
from actions.heard import Heard

_PRESSES = r"(?:(?:number|option|choice|numero|opcion|the|el|la) )?(?:1|one|uno)"
_IN_WORDS = (
    rf"{_PRESSES}|share|sharing|(?:you )?(?:can|may|could) (?:go ahead and )?share|go (?:right )?ahead(?: and share)?|send(?= it)|i agree|agreed|you have my permission|permission granted|"
    r"compart\w+|(?:puede|pueden) compartir\w*|(?:estoy )?de acuerdo|adelante|hagal[eo]|pongale|mand[ae]l[oa]|envi\w+l[oa]|(?:lo |la )?autorizo|acepto|(?:le doy|tiene|tienen) mi permiso|le doy permiso"
)
_SAYS_YES = (
    r"yes|yea|yeah|yep|yup|yessir|uh huh|mhm|ok|okay|okey|k|sure(?: thing)?|certainly|absolutely|of course|(?:that's |thats |that is |it's |its |that would be |would be )?(?:fine|ok|okay|all right|alright|good)(?: (?:with|by) (?:me|us))?|"
    r"alright|sounds good|works for me|do it|let's do it|lets do it|please do|i'?m (?:ok|okay|fine|good) with (?:that|it)|i don't mind|i dont mind|no problem|correct|perfect|you (?:can|may)|i approve|"
    r"si|sip|simon|claro(?: que si)?|por supuesto|(?:esta |me parece )?bien|orale|andele|andale|dale|sale|como no|no hay problema|perfecto|correcto"
)
_FILLS = (
    r"please|thanks|thank (?:you|ya)|honey|hon|dear|sugar|sweetie|baby|darlin\w*|ma'?am|sir|miss|lord|mija|mijo|senor(?:a|ita)?|joven|for (?:christ|christs|christ's|god|gods|god's|heaven|heavens|pete|petes|pete's) sakes?|"
    r"already|then|now|i guess|i suppose|well|oh|um|uh|pues|bueno|y|and|so|por favor|gracias|muchas gracias|ya|it|this|that|them|everything|all of it|todo|eso|lo|with them|to them|con ellos|if you want|right|just|"
    r"very much|so much|i said|le dije|i told you|por dios|caramba|ay|that's fine|bless you|god bless(?: you)?|too|to|yes|si|ugh|lol|as i said|like i said|ya le dije"
)
_WHOLE = re.compile(rf"(?:(?:{_FILLS}) )*(?:(?:{_IN_WORDS}|{_SAYS_YES})(?: (?:{_FILLS}))*(?: |$))+")
_HEAD = re.compile(rf"^(?:(?:{_FILLS}) )*(?:(?:{_IN_WORDS}|{_SAYS_YES})(?: (?:{_FILLS}))*(?: |$))+")
_FILLED = re.compile(rf"(?:(?:{_FILLS}|but|pero) )*")
# "Si no me llaman" is no yes.
_SAYS_IF = re.compile(
    r"(?:(?:y|pero|pues|bueno|oiga|ay) )*si (?!pero|solo|con|sin|que|siempre|mientras|dig)"
)
_WORDED = re.compile(rf"\b(?:{_IN_WORDS})\b")
# What a yes goes on with: a condition, a wish, something to be told.
_GOES_ON = re.compile(
    r"^(?:but|only|just|except|though|as long|so long|provided|if|unless|without|with|leave|keep|don't|dont|do not|not|no|never|tell|make|have|when|after|before|because|"
    r"pero|solo|solamente|nomas|menos|excepto|sin|con|siempre|mientras|si|que|no|ni|dig\w+|aunque|cuando|despues|antes|porque)\b"
)
_CUTS = re.compile(
    r"\s+(?=(?:but|only if|just (?:don't|dont|do not|not|keep|leave|tell|make)|except|as long as|so long as|provided|unless|without|though\b(?! the)|"
    r"and (?:tell|leave|keep|don't|dont|do not|make|have|not|please)|"
    r"pero|siempre y cuando|siempre que|con tal|sin que|sin lo|menos|excepto|solo (?:si|que|con)|nomas (?:que|no)|y (?:dig\w+|que|no))\b)",
    re.IGNORECASE,
)
_NO_MORE = re.compile(
    r"(?:no|nope|nah)(?: (?:no|thanks|thank you|gracias|ma'am|sir|way|wait))*|(?:actually|better|rather|mejor|no mejor)(?: not| no)|never ?mind|forget it|olvidelo|dejelo(?: asi)?|not (?:now|yet|today)|on second thought"
)
# A yes that waits for something else first.
_WAITS = re.compile(
    r"\b(?:wait|hold (?:on|off|up)|not yet|first|before (?:i|you|we|it)|let me|after i|until i|till i|unless|depends|maybe|not sure|i'll think|think about|ask my|talk to my|"
    r"espere|primero|antes de|a menos|depende|quizas?|tal vez|no se si|dejeme|deje que|hasta que|despues de que yo)\b"
)
_ONLY_IF = re.compile(
    r"^(?:(?:but|and|pero|y) )?(?:only )?(?:if|as long as|so long as|provided(?: that)?|siempre y cuando|siempre que|con tal (?:de )?que|solo si|si)\b"
)
_WE_CAN = re.compile(
    r"\b(?:nobody|no one|not|don't|dont|doesn't|doesnt|won't|wont|isn't|never|nothing|nadie|no|nada|nunca|free|gratis|no cost|(?:doesn't|no) cost|cuest\w+|cobr\w+|they|you|somebody|someone|a person|llam\w+|habl\w+)\b"
)
_OF_ALL = re.compile(
    r"^(?:(?:but|pero|y|and) )?(?:(?:not?|a|to|with|con) )*(?:all|everything|everybody|everyone|todos?|todas?|some of (?:it|that))(?: (?:of it|that|no|eso))*$"
)
_NOT_OF_IT = re.compile(
    r"^(?:nothing|none|nada)$|^(?:with|to|con|a) (?:nobody|no one|nadie)\b|^(?:(?:but|pero|and|y) )?(?:only|just|solo) (?:what|lo que|(?:my|mi|the) (?:first |last )?(?:names?|number|phone|nombre|numero|telefono))\b|\b(?:don't|dont|do not|not|no) (?:want|like|share|send|compart\w+|quiero)(?: (?:it|this|that|any of (?:it|this)|anything|nothing|to|eso|nada))*$"
)

# "I don't want them sending stuff to the house" refuses letters, and not the call.
_NO_SUCH_THING = re.compile(
    r"\b(?:send|sending|mail|mailing|bring\w*|come|coming|visit\w*|mand\w+|ven\w+) (?!(?:it|this|that|anything|nothing|any of|my|me|lo|la|eso|esto|nada)\b)\w+"
)


@dataclass(frozen=True)
class Agreement:
    """`in_words`: by pressing or naming the choice, so that a harmless question beside it takes nothing back; `rest`: what else is said."""

    in_words: bool
    rest: tuple[str, ...]


def agreement_in(text: str) -> Agreement | None:
    """The yes of a message with what stands beside it; None where nothing agrees, or where it waits for something."""
    agreed, in_words = False, False
    rest: list[str] = []
    for clause in _clauses(text):
        plain = Heard(clause, "").plain
        head, after = _split(clause, plain)
        if _NO_MORE.fullmatch(plain):
            # "No no, go ahead" agrees; "yes. No, better not" does not.
            agreed = False
        elif head:
            worded = bool(_WORDED.search(head))
            agreed = agreed or worded or not rest_is_a_no(rest)
            in_words = in_words or worded
            if after:
                rest.append(after)
        elif not (_FILLED.fullmatch(f"{plain} ") or is_courtesy(plain)):
            rest.append(clause)
    plain = Heard(text, "").plain
    if not agreed or _WAITS.search(plain) or any(_holds_back(clause) for clause in rest):
        return None
    return Agreement(in_words, tuple(rest))


def rest_is_a_no(rest: list[str]) -> bool:
    """Whether something before it refuses: "I don't want that. Fine." """
    return any(wordings.is_no(Heard(clause, "").plain) for clause in rest)


def _clauses(text: str) -> list[str]:
    return [
        part.strip(" ,;-")
        for clause in parts_of(text)
        for part in _CUTS.split(clause)
        if part.strip(" ,;-")
    ]


def _split(clause: str, plain: str) -> tuple[str, str]:
    """The words that agree and, as it was written, what goes on behind them; two empty strings where none agree."""
    if "?" in clause:
        return "", ""
    if _WHOLE.fullmatch(f"{plain} ") or _WHOLE.fullmatch(plain):
        return plain, ""
    found = _HEAD.match(f"{plain} ")
    behind = plain[found.end() :].strip() if found else ""
    if found is None or not behind or not _GOES_ON.match(behind) or _SAYS_IF.match(plain):
        return "", ""
    words = len(behind.split())
    return found.group(0).strip(), " ".join(clause.split()[-words:])


def _holds_back(clause: str) -> bool:
    """A condition that somebody else would have to meet, or a no to the whole."""
    plain = Heard(clause, "").plain
    if worries.is_question(clause, plain):
        return False
    if _NO_MORE.fullmatch(plain):
        return True
    opener = _ONLY_IF.match(plain)
    if opener and not _WE_CAN.search(plain[opener.end() :]):
        return True
    return bool(_OF_ALL.match(plain) or _NOT_OF_IT.search(plain)) or _refuses_all(plain)


def _refuses_all(plain: str) -> bool:
    kept = wordings.keeps_from_somebody(plain) or _NO_SUCH_THING.search(plain)
    return wordings.will_not(plain) and not kept
