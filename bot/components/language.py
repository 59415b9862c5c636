"""English or Spanish, for each message; messages that tell nothing keep the conversation's language."""

import re
from typing import Optional

from bot.components.text import plain

_SPANISH = set(
    """a al algo alguien ayuda ayudar ayudeme ayudenos aqui asi buenas buenos busco cada cerca comida como con cual cuando cuanto
    de del desde donde dos el ella ellos en es esa ese eso esta estan este esto estoy favor fue gracias gratis ha hace hasta
    hay hija hijo hola hoy la las le les lo los luz mama mami mas me mes mi mis muy nada necesita necesitamos necesito ni no nos
    nuestra o otra otro papa papi para pero poder poquito por porque primera puede puedo que quiere quiero renta se segunda señor
    señora ser si sin sobre solo son su sus tambien tan tiene tienen tengo tercera toda todo tres tu un una uno usted ustedes va
    vamos viejita viejito vive vivimos vivo voy y ya yo abuela abuelo esposa esposo hermana hermano vecina vecino persona dinero
    trabajo casa doctor medicina pastillas dolor cuidar cuido enferma enfermo dientes lentes recibo pagar llevar transporte cita
    citas despensa renta seguro adios mañana español numero llamar llame alguna algun codigo ciudad condado nadie siempre ahora
    ahorita despues antes sola puedan quien quisiera podria ando buscando cobran cuesta mandenme mande""".split()
)
_ENGLISH = set(
    """a about after all am an and any anyone are around as at be because been but by can can't cant could dad did do does doesn't
    doing don't dont for from get getting go going got had has have he help her here hi hello him his home house how i i'm if im in
    is it it's its just know like live lives looking make me mom more mother my need needs no not now of off old on one or other
    our out pay people please she so some someone something that the their them there they this to too up us want wants was
    we what when where which who why will with without would year years yes you your father husband wife son daughter the first
    second third thanks thank okay person else ride rides food meals bill bills doctor""".split()
)
_TELLING = re.compile(r"[ñ¿¡]|(cion|mente|ado|ada|idad|andole|arle|erlo|iendo|ando|ito|ita)\b")
ASKS_SPANISH = re.compile(
    r"^(spanish|en espanol|en español|español|espanol)( please| por favor)?$|\b(en español|en espanol|in spanish|spanish please|"
    r"habla(s)? (usted )?(español|espanol)|do you (speak|have|know) spanish|(prefiero|mejor) (en )?(español|espanol)|"
    r"no (hablo|entiendo) ingles)\b"
)
ASKS_ENGLISH = re.compile(
    r"^(english|ingles)( please| por favor)?$|\b(in english|english please|en ingles|do you (speak|have) english|"
    r"i (don't|dont) (speak|understand) spanish)\b"
)


def detect(text: str) -> Optional[str]:
    """'en', 'es', or None when the words do not tell."""
    flat = plain(text)
    words = re.findall(r"[a-zñ']+", flat)
    spanish = sum(word in _SPANISH for word in words)
    english = sum(word in _ENGLISH for word in words)
    spanish += sum(bool(_TELLING.search(word)) and word not in _ENGLISH for word in words) * 0.6
    spanish += 1.5 * bool(re.search(r"[ñ¿¡áéíóú]", text.lower()))
    if abs(spanish - english) < 0.5:
        return None
    return "es" if spanish > english else "en"


def asked_language(text: str) -> Optional[str]:
    """'en' or 'es' when somebody asks to switch."""
    flat = plain(text)
    if ASKS_SPANISH.search(flat):
        return "es"
    return "en" if ASKS_ENGLISH.search(flat) else None
