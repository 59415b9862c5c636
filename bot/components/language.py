"""English or Spanish, for each message; messages that tell nothing keep the conversation's language."""

import re
from typing import Optional

from bot.components.text import plain

_SPANISH = set(
    """a al algo alguien ayuda ayudar ayudeme ayudenos aqui asi buenas buenos busco cada cerca comida como con cual cuando cuanto
    de del desde donde dos el ella ellos en es esa ese eso esta estan este esto estoy favor fue gracias gratis ha hace hasta
    hay hija hijo hola hoy la las le les lo los luz mama mami mas me mes mi mis muy nada necesita necesitamos necesito ni no nos
    nuestra o otra otro papa papi para pero poder poquito por porque primera puede puedo que quiere quiero renta se segunda señor
    señora ser si sin sobre solo son su sus tambien tan tiene tienen tengo tercera toda todo tres tu un una uno usted ustedes
    vamos viejita viejito vive vivimos vivo voy y ya yo abuela abuelo esposa esposo hermana hermano vecina vecino persona dinero
    trabajo casa doctor medicina pastillas dolor cuidar cuido enferma enfermo dientes lentes recibo pagar llevar transporte cita
    citas despensa renta seguro adios mañana español numero llamar llame alguna algun codigo ciudad condado nadie siempre ahora
    ahorita despues antes sola puedan quien quisiera podria ando buscando cobran cuesta mandenme mande""".split()
)
# Words for what people ask about: one of them is often the whole message.
_SPANISH_TOPICS = set(
    """abogado abogada abuso acompañante aislada aislado alimentos alquiler andadera andador apartamento apoyo asilo asistencia
    audifonos autobus aviso baston baño barandal beneficios calefaccion calentador caida caidas cama camion cobijas
    comedor compañia computadora consejera consejero cuidado cuidador cuidadora cupones curso demencia dentadura dentista
    depresion descanso desalojo despensa deuda deudas dialisis discapacidad duelo embargo emergencia
    empleo enfermera enfermedad enfermero escalera escaleras estafa estafas estampillas examen facturas farmacia fraude
    gafas gotera goteras hambre herencia hipoteca hospicio huracan impuestos inundacion insulina incendio inquilino jubilacion
    jubilado jubilada lavadora lentes ley leyes maltrato mandado mandados medicamento medicamentos medicinas medico memoria
    mudanza negligencia nieta nietas nieto nietos oculista oido oxigeno pañales pension presion prima primas prestamo rampa
    receta recetas recibos reembolso refugio relevo residencia retiro ropa sillas silla ruedas soledad sordera subsidio
    techo telefono terapia testamento tormenta transportacion tristeza veterano veterana veteranos viaje viuda viudo
    vivienda voluntaria voluntario voluntariado voluntarios zapatos agua aire andaderas anciana ancianos mayores""".split()
)
_NO_SPANISH = frozenset(
    "tornado colorado vita avocado desperado bandito burrito dorado laredo".split()
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

# "Is there one in Spanish?", "does anybody there speak English": asked of the places, not of us.
_OF_OTHERS = re.compile(
    r"\b(?:(?:is|are) there (?:one|any|some|anyone|anybody|someone|somebody|a lady|people)|(?:do|does|will|can) (?:they|he|she|anyone|anybody|someone|somebody|the \w+)|(?:one|any|someone|somebody|people|lady) (?:there )?(?:that|who|in)|"
    r"hay (?:algun\w*|alguien|uno|una)|alguien que|un[oa] que|ellos|ahi)\b.*\b(?:spanish|english|espanol|español|ingles)\b"
)


def detect(text: str) -> Optional[str]:
    """'en', 'es', or None when the words do not tell."""
    flat = plain(text)
    words = re.findall(r"[a-zñ']+", flat)
    spanish = sum(word in _SPANISH for word in words)
    spanish += 0.6 * sum(word in _SPANISH_TOPICS for word in words)
    english = sum(word in _ENGLISH for word in words)
    spanish += 0.6 * sum(
        bool(_TELLING.search(word))
        and word not in _ENGLISH
        and word not in _NO_SPANISH
        and word not in _SPANISH_TOPICS
        for word in words
    )
    spanish += 1.5 * bool(re.search(r"[ñ¿¡áéíóú]", text.lower()))
    if abs(spanish - english) < 0.5:
        return None
    return "es" if spanish > english else "en"


def asked_language(text: str) -> Optional[str]:
    """'en' or 'es' when somebody asks to switch."""
    flat = plain(text)
    if _OF_OTHERS.search(flat):
        return None
    if ASKS_SPANISH.search(flat):
        return "es"
    return "en" if ASKS_ENGLISH.search(flat) else None
