"""What a Spanish clause says as a whole when it asks that our texts to this phone end; accents are gone."""

from __future__ import annotations

_NOUN = r"(?:mensajes?|avisos|recordatorios|notificaciones|alertas)"
_MENSAJES = rf"(?:{_NOUN}|nada|cosas)"
_CUALES = r"(?:(?:mas|los|las|sus|estos|esos|tantos|mis|tus|de|ningun|ninguno|otro|otros|ya) )*"
_SUBJ = r"(?:manden?|mandes|envien?|envies|escriban?|escribas|texteen?|textees|contacten?|contactes|molesten?|molestes|mensajeen?|pongan mensajes|busquen?)"
_INF = r"(?:mandar|enviar|escribir|textear|contactar|molestar|mensajear)"
_ANCIANO = r"(?:mama|mami|madre|papa|papi|padre|esposo|esposa|marido|abuela|abuelo|abuelita|abuelito|suegra|suegro|tia|tio)"
PERSON = rf"(?:(?:a|de) (?:mi|su|el|ella)(?: difunt[oa])?(?: {_ANCIANO})?)"
_ME = r"(?:me|nos|le|les)"
_A_QUIEN = rf"(?: (?:a|en|por) (?:mi|este|ese) (?:telefono|numero)| a mi(?! [a-z])| {PERSON}| (?:suyos|de ustedes|de usted|de porchlight|de este numero|de esta lista))"
_DEJEN = r"(?:dejen?|deja|dejar|paren?|para|parar|cesen?|terminen?)"
_LISTA = r"(?:(?:la|las|su|sus|esta|estas|esa|esas|tu|los|estos|esos|el|este) (?:listas?|mensajes?|servicio|sistema)(?: de (?:mensajes|contactos|telefonos?|texto|avisos))?|esto|eso)"
_QUITEN = r"(?:quiten?|saquen?|borren?|eliminen?|remuevan?|quitar|sacar|borrar|eliminar|saca|quita|borra|elimina|retiren?|desactiven?)"
SPANISH = (
    # No me manden mas mensajes. Ya no me escriban. No vuelvan a escribirme.
    rf"(?:ya )?(?:no|nunca|jamas)(?: mas)? {_ME} {_SUBJ}(?: {_CUALES}{_MENSAJES})?{_A_QUIEN}?",
    rf"(?:ya )?(?:no|nunca|jamas)(?: mas)? {_SUBJ} {_CUALES}{_NOUN}{_A_QUIEN}?",
    rf"(?:ya )?(?:no|nunca)(?: mas)?(?: {_ME})? (?:vuelvan?|sigan?|vuelvas|sigas)(?: a)? (?:{_INF}|mandando|enviando|escribiendo|molestando|texteando){_ME}?"
    rf"(?: {_CUALES}{_MENSAJES})?{_A_QUIEN}?",
    rf"no (?:me )?{_INF}(?:me|nos)?(?: {_CUALES}{_MENSAJES})?{_A_QUIEN}?",
    rf"(?:ya )?no mas {_NOUN}{_A_QUIEN}?", r"ya no mensajes", rf"alto (?:a|con|de) {_CUALES}{_NOUN}",
    rf"(?:yo )?(?:ya )?no (?:quiero|deseo) seguir (?:recibiendo|viendo) {_CUALES}{_MENSAJES}", rf"(?:apaguen?|desactiven?|corten?) {_CUALES}{_NOUN}",
    rf"{_ME} (?:pueden?|podrian?) (?:quitar|sacar|borrar|eliminar) de {_LISTA}",
    rf"(?:paren?le|corten?le|bajen?le|ya estuvo|ya estuvo bueno|suficiente|me canse|estoy (?:hart|cansad)[oa])(?: ya)? (?:con|de|a) {_CUALES}{_NOUN}",
    rf"ya no {_SUBJ}", rf"no (?:me |nos )?llamen? ni (?:me |nos )?{_SUBJ}(?: mensajes)?", rf"(?:ya )?basta (?:ya )?(?:de|con) {_CUALES}{_NOUN}",
    # Dejen de escribirme. Paren los mensajes. Como hago para no recibir mas mensajes.
    rf"{_DEJEN}(?: ya)? de {_INF}{_ME}?(?: {_CUALES}{_MENSAJES})?{_A_QUIEN}?",
    rf"(?:paren?(?:me|nos|le)?|detengan?|suspendan?|cancelen?|cancelar|cancelo|parar|detener|detengo|terminen?|quiten?|quito|apago)(?: ya)? (?:de )?(?:los |sus |estos |mis |mi |esos |su |la )*"
    rf"(?:{_NOUN}|suscripcion)",
    rf"(?:no|dejar de) recibir {_CUALES}{_MENSAJES}{_A_QUIEN}?",
    # Ya no quiero recibir mensajes. No quiero que me escriban.
    rf"(?:(?:yo|ella|el|mi [a-z]+) )?(?:ya )?no (?:quier[oe]|dese[oa]|necesit[oa]|ocup[oa]|quisiera|me interesan?)(?: recibir)? {_CUALES}{_NOUN}{_A_QUIEN}?",
    rf"(?:yo )?(?:ya )?no (?:quiero|deseo|autorizo|permito|doy permiso) que(?: ya)?(?: {_ME}) {_SUBJ}(?: {_CUALES}{_MENSAJES})?{_A_QUIEN}?",
    r"(?:ya )?no quiero (?:saber nada|que me contacten)(?: de ustedes)?", r"(?:ya )?no quiero nada (?:de|con) (?:ustedes|usted|porchlight)",
    r"(?:ya )?no quiero (?:recibir|saber) (?:nada|mas) de (?:ustedes|usted|porchlight|este numero)",
    r"(?:yo )?(?:retiro|revoco|quito|cancelo|no doy) (?:mi )?(?:consentimiento|permiso|autorizacion) (?:para|de) (?:los |sus )?(?:(?:recibir |mandarme |enviarme )?mensajes|que me {_SUBJ}(?: mensajes)?)",
    # Quitenme de la lista. Denme de baja. Eliminen mi numero.
    rf"(?:que )?{_ME} (?:quiten?|saquen?|borren?|eliminen?) de {_LISTA}",
    rf"{_QUITEN}{_ME} de {_LISTA}",
    rf"{_QUITEN} (?:mi|este|el) (?:numero|telefono|nombre(?= de [a-z]+ listas?))(?: de telefono)?(?: de {_LISTA}| de mi (?:mama|papa|esposo|esposa))?",
    rf"(?:quiero |deseo |quisiera )?(?:den|de|dar|da|darse|dese){_ME}? de baja(?: (?:de|en|a) {_LISTA})?", r"dame de baja",
    rf"(?:me quiero|quiero) (?:salir(?:me)?|borrar(?:me)?|dar de baja) de {_LISTA}", r"me doy de baja", rf"(?:me )?(?:doy|quiero dar) de baja(?: (?:de|en) {_LISTA})?",
    r"(?:desuscribir(?:me)?|desuscriban?me|desinscribir(?:me)?|cancelar (?:mi )?suscripcion)",
)  # fmt: skip
SPANISH_BEFORE = (
    r"(?:por favor|favor de|favor|hola|oigan?|oye|ya|ok|gracias|muchas gracias|perdon|disculpen?|senora?|miren?|bueno|porchlight|pero|y|entonces|"
    # "No dejen de escribirme" asks for the opposite; "no, quítenme" does not.
    r"no(?! (?:dejen?|deja|dejar|paren?|para|parar|cesen?|terminen?|detengan?|suspendan?|cancelen?)\b)|"
    r"(?:le|les|te) (?:pido|ruego|dije|suplico)(?: que)?|ya (?:le|les) dije que|(?:quiero|necesito|quisiera) que|(?:me |le )?(?:pueden?|podrian?|pudieran?|quiero|quisiera)(?= )|"
    r"como(?: (?:hago|puedo|le hago|se hace))?(?: para)?(?= (?:dar|desuscribir|no recibir|dejar de|cancel|par|det|quit|apag)))"
)
SPANISH_AFTER = (
    r"(?:por favor|gracias|ya|nunca|nunca mas|jamas|otra vez|mas|ahora|ahorita|de una vez|ok|nunca jamas|no me interesan?|adios|"
    r"que no me interesan?|porchlight|bendiciones|(?:de )?inmediato|a este numero|por mensaje)"
)
SPANISH_REASON = (
    r"(?:(?:yo )?(?:no|nunca) (?:pedi|solicite|autorice|acepte)(?: (?:estos|esos|sus|los))?(?: mensajes| esto| eso)?|"
    r"ya no (?:necesito|ocupo)(?: (?:su|la|mas))?(?: ayuda| nada)?|no me interesa)"
)
SPANISH_ALONE = (
    r"(?:alto|parar|paren?|detener|baja)(?: ya)?", r"dejen?me (?:en paz|tranquil[ao])",
    r"(?:quiten?|saquen?|borren?|eliminen?|remuevan?)(?:me|nos)",
)  # fmt: skip
SPANISH_PERHAPS = frozenset(
    ("cancelar", "cancele", "salir", "fin", "terminar", "termina", "basta", "no mas", "ya no mas", "ya basta", "no me interesa", "ya no me interesa", "no me molesten"),
)  # fmt: skip
