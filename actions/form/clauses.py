"""A message between the questions, cut into clauses: each says one thing, and each goes to the field it answers.

"Kevin 303-555-0126. and they better not sell him anything" is a name with a number, and something for the desk.
"""

from __future__ import annotations

import re

from actions.heard import Heard

_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?|lunes|martes|miercoles|mi\u00e9rcoles|jueves|viernes|s[a\u00e1]bados?|domingos?|morning|afternoon|evening|ma\u00f1ana|manana|tarde|noche|weekend"
# "Any day but Tuesday" is one thing.
_ANY_BUT = re.compile(
    r"\b(any ?(?:day|time)|every ?day|all week|whenever|cuando sea|cualquier (?:d[i\u00ed]a|hora)|todos los d[i\u00ed]as)(?:,? )(?:but(?: not)?|pero no|menos|excepto|salvo|just not)\s+(?=(?:on |el |los |las |la |en la |por la )?(?:"
    + _DAY
    + r")\b)",
    re.IGNORECASE,
)
_EXCEPT_ES = re.compile(r"\b(?:cualquier|todos|cuando)\b", re.IGNORECASE)
_JOINS_EN = r"i|i'm|im|i've|i'll|he|he's|hes|she|she's|shes|they|we|you|my|her|his|it|it's|its|the|don't|dont|do|not|never|please|tell|have|let|make|can|could|will|would|does|did|how|what|when|who|where|why|if|is|are|also|there|that's|thats|someone|somebody|nobody|stop|quit|send|share"
_JOINS_ES = r"(?:el|la|los|las) (?!tarde|ma\u00f1ana|manana|noche|lunes|martes|mi|jueves|viernes|s[a\u00e1]bado|domingo|\d)\w+|mi|mis|su|yo|ella|no|que|qu\u00e9|si|s\u00ed|cu[a\u00e1]nto|cu[a\u00e1]ndo|qui[e\u00e9]n|c[o\u00f3]mo|me|se|le|les|dig\w+|tambi[e\u00e9]n|por favor|cobr\w+|es|son|van|va|hay|tengo|tiene|quiero|ya"
_BREAKS = re.compile(
    r"(?<!\bmr)(?<!\bmrs)(?<!\bms)(?<!\bdr)(?<!\bst)(?<!\b[ap]\.m)(?<=[.?!])\s+|\s*[;\n]+\s*|,\s*(?=\D)|\s+-+\s+|"
    r"\s+(?=(?:calling|writing|texting|asking|llamando|escribiendo|hablando) (?:for|about|on|por|para|de)\b)|"
    r"\s+(?=(?:but|pero|though|because|cuz|porque|aunque|sino)\b)|"
    rf"\s+(?=so (?:{_DAY})s?\b)|\s+(?=and (?:{_JOINS_EN})\b)|(?<!\bsiempre)\s+(?=y (?:{_JOINS_ES})\b)",
    re.IGNORECASE,
)
_LEADS = re.compile(
    r"^(?:(?:ok|okay|oh|ah|and|but|well|um|uh|hey|wait|also|then|so|please|y|pero|pues|bueno|ay|oiga|mija|mijo|espere|tambien|entonces|porque|because|cuz|though|yeah|sorry|perdon|actually)\b[\s,]*)+",
    re.IGNORECASE,
)
_COURTESY = re.compile(
    r"(?:(?:ok|okay|oh|ah|well|um|hey|wait|please|thanks|thank you|thx|ty|gracias|muchas gracias|por favor|so much|very much|sorry|perdon|disculpe|hello|hi|hola|buenas|honey|hon|dear|sweetie|darlin|"
    r"mija|mijo|senorita|joven|young man|miss|sir|ma'am|maam|lol|ugh|i guess|i suppose|i think|creo|supongo|good|great|fine|alright|all right|that's fine|thats fine|that's all|thats all|god bless(?: you)?|"
    r"dios (?:le|la|lo) bendiga|pues|bueno|y|and|but|so|actually|perfect|no problem|it's ok|its ok|esta bien|you know|ya sabe|i said|i told you|le dije|ya le dije|like i said|como le dije|or whatever|i mean) ?)+"
)


_SCOLDS = re.compile(
    r"[,;.!]?\s*\b(?:(?:(?:and|but|like|as|just like) )?(?<!number )(?<!phone )(?<!name )(?<!one )(?<!what )(?<!time )i (?:have |'ve )?(?:just |already |done )*(?:told|said|gave|wrote|sent)(?: (?:you|ya|u|y'all|it|that|so|already|before|above|twice|once|\w+ times))*(?! (?:them|him|her|my|me|the|i|no|to)\b)|"
    r"how many times (?:do|must|have) i (?:have to |got to )?(?:say|tell|said|told)(?: (?:it|you|that))*|(?:are you )?(?:deaf|listening)\b(?=[?.!]*$)|(?:for|por) (?:the|la) (?:second|third|\w+sima) (?:time|vez)|"
    r"(?:como )?ya (?:se l[oa] |le |les |l[oa] )?(?:dije|puse|di|mande|escribi)(?: (?:ya|arriba|antes|eso))*|cuantas veces (?:le |se lo )?(?:tengo que decir|digo))(?=$|[\s,.;:!?])",
    re.IGNORECASE,
)


def without_scolding(text: str) -> str:
    """`text` without "I already told you"; as it is where nothing else is said."""
    rest = " ".join(_SCOLDS.sub(" ", text).split()).strip(" ,;")
    return rest if is_told(rest) else text


def is_told(text: str) -> bool:
    """Whether anything but marks is left."""
    return any(letter.isalnum() for letter in text)


def clauses_of(text: str) -> list[str]:
    """The clauses in their order, as they were written, without empty ones and courtesies."""
    return [part for part in parts_of(text) if not is_courtesy(Heard(part, "").plain)]


def parts_of(text: str) -> list[str]:
    """The same with courtesies: "fine" is one, and a yes."""
    one = _ANY_BUT.sub(_except, " ".join(text.replace("\u2019", "'").split(" ")))
    parts = (part.strip(" ,;-") for part in _BREAKS.split(one) if part)
    return [part for part in parts if part]


def without_lead(clause: str) -> str:
    """`clause` without "and", "oh wait", "pues" at its head."""
    return _LEADS.sub("", clause).strip(" ,;-")


def is_courtesy(plain: str) -> bool:
    """Whether nothing is told: "thank you dear"."""
    return not plain or _COURTESY.fullmatch(plain) is not None


def _except(match: re.Match[str]) -> str:
    word = "menos" if _EXCEPT_ES.match(match.group(1)) else "except"
    return f"{match.group(1)} {word} "
