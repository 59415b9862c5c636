"""Needs that a message names only to say that they are not meant: "not a ride", "no es transporte", "clases no"."""

from __future__ import annotations

import re

# The plain words for what people say no to.
_WORDS = {
    "transportation": r"rides?|transport\w*|viajes?|raites?",
    "food_assistance": r"food|groceries|food stamps|comida|cupones|despensa",
    "meals_delivered": r"meals?(?: on wheels)?|comidas?",
    "housing": r"(?:help with )?rent|housing|apartments?|renta|vivienda|apartamento",
    "find_provider": r"(?:an? |the |el |la |al )?(?:doctors?|hospital|clinic|medico|clinica)",
    "income_support": r"(?:the )?(?:social security|ssi)|(?:el |del )?seguro social",
    "utilities": r"(?:light|electric|gas|water) bills?|luz",
    "medical_equipment": r"walkers?|wheel ?chairs?|canes?|andador\w*|andadera|silla de ruedas|baston",
    "in_home_care": r"help at home|ayuda en casa|(?:home )?aides?|home care|housekeep\w*|cuidadora?",
    "long_term_care": r"(?:a )?nursing homes?|asilos?",
    "falls_prevention": r"(?:balance |exercise )?class(?:es)?|clases",
    "tech_help": r"computers?|internet|smart ?phones?|computadoras?",
    "legal_help": r"lawyers?|abogad[oa]s?",
    "social_connection": r"lonely|lonesome|company|sol[oa]|compania",
    "respite": r"(?:a )?break|respite|descanso",
    "medicare_counseling": r"medicare",
    "volunteering": r"volunteer\w*|voluntari\w+",
    "elder_abuse": r"(?:being )?(?:abused|hurt|hit|hurting|hitting)|abuse|maltrat\w+",
    "fraud_scams": r"(?:a )?scams?|fraud|estafa|fraude",
    "veterans": r"(?:a )?veterans?|veteran[oa]s?",
    "dementia_support": r"(?:alzheimer'?s?|dementia|demencia)",
    "adult_day": r"(?:adult |senior |day )*(?:cent(?:er|re)s?|day ?care)|centros?(?: de dia)?",
    "mental_health": r"(?:crazy|depressed|a therapist|therapy)|loc[oa]|deprimid[oa]|psicolog[oa]",
    "benefits_check": r"benefits|beneficios",
}
_NO = (
    r"(?:not|isn't|isnt|ain't|aint|is not|it's not|its not|no|no es|no son|no esta|no quiero|no quiere|no necesit[oa]|"
    r"(?:don't|dont|do not|doesn't|doesnt|does not|don't even) (?:need|want|have any (?:questions?|business) (?:for|about|with))|instead of|en vez de|never said|already (?:have|has|got)|ya (?:tengo|tiene|tenemos)) "
    r"(?:(?:an?|any|the|no|more|about|for|un|una|el|la|los|las|de|para|being|so) ){0,2}"
)
# "No food" is hunger and "no ride" is a need: a bare "no" denies only what somebody would not lack.
_LACKED = frozenset(
    {
        "transportation",
        "food_assistance",
        "meals_delivered",
        "housing",
        "in_home_care",
        "utilities",
        "tech_help",
        "social_connection",
    }
)
_DENIALS = {need: re.compile(rf"\b{_NO}(?:{words})\b") for need, words in _WORDS.items()}
_AFTER = {
    need: re.compile(
        rf"\b(?:{words}) no(?:$| (?:alguien|una|un|quiero(?! (?:estar|quedar|vivir|andar|comer))|es|mas bien|somebody|someone|i (?:said|told|mean|meant|asked|want)|go back|just|only|yo dije|le dije|dije|pedi|solo)\b)"
    )
    for need, words in _WORDS.items()
}
_LACKS = re.compile(
    r"\b(?:have|has|got|had|there's|there is|is|ain't|tengo|tiene|tenemos|hay|con|sin)\b[a-z' ]*$"
)

_BARE_NO = re.compile(r"no (?!es\b|son\b|esta\b|quier|necesit)")
# "I can't drive no more, ride to the doctor": the no belongs to the verb before it.
_TWICE_NO = re.compile(
    r"\b(?:can't|cant|cannot|don't|dont|doesn't|doesnt|ain't|aint|won't|wont|couldn't|didn't|didnt|never|not|isn't|isnt)(?: (?!want|need)\w+){1,4} $"
)
# "No transporte. Alguien que la cuide": not that, but somebody.
_RATHER = re.compile(r" (?:alguien|somebody|someone|una persona|sino)\b")


def denied_needs(plain: str, first: bool = False) -> set[str]:
    """The needs that are named with a no. `first`: nothing was asked for before, so a bare "no internet" tells what is lacked."""
    found = set()
    for need, pattern in _DENIALS.items():
        hits = [match for match in pattern.finditer(plain) if not _is_lack(need, match, plain)]
        hits = [match for match in hits if not (first and _BARE_NO.match(match.group()))]
        if hits or _AFTER[need].search(plain):
            found.add(need)
    return found


def _is_lack(need: str, match: re.Match[str], plain: str) -> bool:
    """ "I got no food": lacked, and so asked for. "…, no transporte" at the end of a wish denies it."""
    if match.group().startswith("no more ") and _TWICE_NO.search(plain[: match.start()]):
        return True
    if need not in _LACKED or not re.match(
        r"no (?!es\b|son\b|esta\b|quier|necesit)", match.group()
    ):
        return False
    if _RATHER.match(plain[match.end() :]):
        return False
    return match.start() == 0 or bool(_LACKS.search(plain[: match.start()]))
