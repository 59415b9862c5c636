"""A quick guess of the language for the fixed texts, before and without the bot."""

from __future__ import annotations

import re

# Words that both have ("no", "me", "a") tell nothing.
_SPANISH = frozenset(
    "el la los las un una unos unas de del al que y e o en se mi mis su sus tu le les lo nos por con para pero como cuando donde "
    "quien cual porque es esta estan estoy estamos era fue soy hay tengo tiene tienen quiero quiere quisiera necesito puedo puede voy va "
    "vive vivo digo dice dije di doy se fui ser estar hacer hago hace siento duele llame llamo llama llamen ayuda ayude gracias hola "
    "bueno buenas buenos dias tardes noches bien mal muy mas ya yo usted ustedes ella ellos nada nadie nunca algo alguien todo todos solo "
    "sola si tambien aqui ahi ahora ahorita hoy ayer manana tarde noche mejor pues ay oiga mire mija mijo senora senorita señora señorita "
    "mama papa hijo hija hermano hermana tio tia abuela abuelo esposo esposa vida casa comida dolor pecho respirar miedo huele luz agua "
    "favor cayo triste cansada cansado morir tomo cuesta cuanto numero eso esa ese este esto otra otro".split()
)
_ENGLISH = frozenset(
    "the i my live is to and of in for you it need help want he she was have has had with on this that mom dad am not i'm i'll i've it's don't "
    "can't do does did get got are but what how where when who her his him they them we us our your be been will would can could just "
    "so if or at by from there here please thank thanks call nobody hurt yes dead kill myself feel going go all out up down".split()
)
# How Spanish words end that stand in neither list ("sentada", "hableme", "rapidito"); few English ones do.
_SPANISH_END = re.compile(
    r"(?!tornado|colorado|orlando|avocado|commando|laredo|toledo|pseudo)[a-z]{3,}(?:ando|iendo|mente|cion|ciones|it[oa]s?|[aiu]d[oa]s?|aron|ieron|[ae]n?me)"
)
# How many words one language must be ahead before it counts against the language that a talk was held in so far.
_CLEARLY = 2


def guess_language(normalised: str) -> str | None:
    """'en' or 'es' when the words tell; None for numbers, names and very little text."""
    ahead = _ahead(normalised)
    return None if ahead == 0 else ("es" if ahead > 0 else "en")


def spoken_language(normalised: str, talk: str | None, channel: str | None) -> str:
    """The language of a fixed text that answers `normalised`.

    `talk`: in which language the person was answered last; `channel`: what page or phone is set to.
    """
    ahead = _ahead(normalised)
    if talk is not None and abs(ahead) < _CLEARLY and len(normalised.split()) > _CLEARLY:
        return talk
    return guess_language(normalised) or talk or channel or "en"


def _ahead(normalised: str) -> int:
    """By how many words Spanish is ahead of English."""
    words = re.findall(r"[a-zñ']+", normalised)
    spanish = sum(word in _SPANISH for word in words) + sum("ñ" in word for word in words)
    unknown = {word for word in words if word not in _SPANISH and word not in _ENGLISH}
    if not any(word in _ENGLISH for word in words):
        spanish += sum(bool(_SPANISH_END.fullmatch(word)) for word in unknown)
    return spanish - sum(word in _ENGLISH for word in words)
