"""Opting out in plain words, English and Spanish.

The law counts any reasonable wording; a person in need who merely writes "stop" in another sense must not
be cut off. So a clause counts only as a whole: courtesies in front, a request that is about *our texts to
this phone*, courtesies behind, and nothing else. "Stop texting me please" is one; "stop by", "I can't quit
smoking", "don't text my daughter" and "they will cancel my lights" are not.
"""

from __future__ import annotations

import re
import unicodedata

from gateway.sms.loose_opt_out import asks_in_harmless_words, may_ask_to_end

# Nobody needs more words to ask for an end; a bound also keeps the patterns quick.
_MOST_WORDS = 24
_MOST_READ = 400
# Spellings of the thumb, after accents are gone.
_SPELLINGS = (
    (r"\b(do not|don'?t|dnt|doesn'?t|does not)\b", "do not"), (r"\b(didn'?t|did not|won'?t|wouldn'?t|would not)\b", "did not"), (r"\bi'?d\b", "i would"), (r"\bi'?m\b", "i am"),
    (r"\b(pls|plz|plse|pleas|plese)\b", "please"), (r"\b(u|ya'?ll|y'?all)\b", "you"), (r"\bur\b", "your"),
    (r"\b(txt|tex|txet)(s|ing)?\b", r"text\2"), (r"\b(msg|mesg|mssg)(s|ing)?\b", r"message\2"), (r"\bmessageing\b", "messaging"),
    (r"\bany ?more\b", "anymore"), (r"\bopt[- ]?out\b", "opt out"), (r"\bun[- ]?sub?s?cri?be?\b", "unsubscribe"),
    (r"\b(porfa|porfavor|x favor|xfavor|plis)\b", "por favor"), (r"\b(thx|thanx|ty)\b", "thanks"), (r"\bcell ?phone\b", "phone"),
    (r"\b(sms|textos|mensajitos|mensages)\b", "mensajes"), (r"\b(texto|mensage)\b", "mensaje"), (r"\bmessage?s? text\b", "messages"),
    (r"\btext messages?\b", "messages"), (r"\b(cell|mobile)\b", "phone"), (r"\b(cel|celular)\b", "telefono"),
)  # fmt: skip

# English
_TEXTS = r"(?:texts?|messages?|stuff|things?|reminders?|alerts?|notifications?|updates?|spam|junk|anything|(?:auto |automatic )?(?:replies|responses))"
_WHICH = r"(?:(?:any|anymore|more|these|those|this|that|the|your|all|all of|of) )*"
_PHONE = r"(?:(?:my|this|our|her|his|their|my [a-z]+'s) (?:phone|number))"
_WHOM = rf"(?: me| us| {_PHONE})"
_BOUND = rf"(?: (?:to|on|at) (?:me|us|{_PHONE})| from (?:you|porchlight|(?:your|this) (?:number|service|program|company|list)))"
_YOU_KEEP = r"you (?:keep|kept|are) (?:texting|messaging|sending|bothering)(?: me| us)?(?: (?:these|those|this|the))?(?: texts| messages| stuff)?"
_TO_TEXT = r"(?:text|message|contact|bother|bug|spam|write)"
_TEXTING = r"(?:texting|messaging|contacting|bothering|bugging|harassing|spamming|writing)"
_END = r"(?:stop|quit|cease|halt|discontinue)"
# "Can you not text me", "I would rather you didn't": no, in all the ways that stand before a verb.
_NOT = r"(?:do not|did not|never|no longer|not)"
_ENGLISH = (
    # Stop texting me. Quit sending me these messages to my phone.
    rf"{_END} (?:{_TEXTING}|{_TO_TEXT})(?:{_WHOM}| to me)?{_BOUND}?(?: with {_WHICH}{_TEXTS})?",
    rf"{_END} (?:sending|send)(?:{_WHOM})? {_WHICH}{_TEXTS}{_BOUND}?",
    rf"{_END} (?:sending|send)(?: me| us| these| those| this| them| it)",
    r"stop blowing up my phone", r"cease (?:all )?communications?",
    rf"cease and desist(?: (?:{_TEXTING}|all (?:texts|messages|contact|communication))(?: me| us)?)?",
    rf"(?:i|we) (?:want|need|would like) {_WHICH}(?:texts?|messages?|texting|messaging){_BOUND}? to (?:stop|end)",
    rf"{_END} (?:with )?{_WHICH}{_TEXTS}{_BOUND}?",
    rf"{_END} (?:getting|receiving) {_WHICH}{_TEXTS}{_BOUND}?",
    # Do not text me. Never contact this number again.
    rf"{_NOT}(?: ever)?(?: call or| call and)? {_TO_TEXT}(?:{_WHOM}| to me)(?: {_WHICH}{_TEXTS})?",
    r"(?:do not|never|no longer)(?: ever)?(?: call or| call and)? (?:text|message)",
    rf"{_NOT}(?: ever)? send(?:{_WHOM})? {_WHICH}{_TEXTS}{_BOUND}?", rf"{_NOT}(?: ever)? send(?:{_WHOM})? (?:any|anymore|these|those)",
    # Enough of these texts. I am done with your messages. Turn off the texts.
    rf"(?:enough|done|finished|fed up|sick and tired|sick|tired) (?:with|of) {_WHICH}(?:texts?|messages?|texting|messaging|reminders?){_BOUND}?",
    rf"(?:i|we)(?: am| are)?(?: so| just)? (?:done|finished|through|fed up|sick and tired|sick|tired) (?:with|of) {_WHICH}"
    rf"(?:texts?|messages?|texting|messaging|reminders?){_BOUND}?",
    rf"(?:turn|shut|switch) off {_WHICH}(?:texts?|messages?|texting|messaging|reminders?)",
    rf"(?:turn|shut|switch) {_WHICH}(?:texts?|messages?|texting|messaging|reminders?) off",
    r"(?:stopped|quit) (?:texting|messaging|contacting|bothering|writing)(?: me| us| this number| this phone)",
    r"(?:stopped|quit) sending (?:me |us )?(?:these |those |the |your )?(?:texts|messages|reminders)",
    # How do I get off this list.
    r"get (?:me |us )?off(?: of)? (?:(?:your|this|that)(?: (?:texting|text|message|messages))?|the (?:texting|text|message|messages)) list",
    rf"no more (?:of )?{_WHICH}(?:texts?|messages?|texting|messaging|reminders?|alerts?|notifications?){_BOUND}?",
    # I do not want your texts. I no longer wish to receive messages.
    rf"(?:(?:i|we|he|she|my [a-z]+) )?(?:do not|no longer|never)(?: ever)? (?:want|wish|need|care)(?: for)?(?: to (?:get|receive|have|see))? {_WHICH}"
    rf"(?:texts?|messages?|reminders?|alerts?|notifications?){_BOUND}?",
    rf"(?:i|we) (?:do not|no longer) want(?: you)? (?:to (?:text|message|contact|bother|write)|texting|messaging|contacting){_WHOM}?{_BOUND}?",
    r"(?:i|we) (?:do not|no longer) (?:want|wish) to (?:be (?:texted|messaged|contacted)|hear from (?:you|porchlight))",
    rf"(?:i|we) (?:do not|no longer) consent to {_WHICH}(?:texts?|messages?|texting|being texted)",
    # Take me off your list.
    r"(?:take|remove|delete|get|drop|pull|erase) (?:me|us|my (?:number|phone|name|phone number)|this (?:number|phone)) "
    r"(?:off|from|off of|out of)(?: (?:of|the|your|this|all|any|mailing|texting|text|contact|message|messaging|phone|calling))* "
    r"(?:lists?|texts?|messages?|texting|service)",
    r"(?:take|remove|delete|get|drop|erase) (?:my|this) (?:number|phone|phone number) (?:off|from|out of)(?: of)? (?:the|your|this) (?:system|database)",
    r"(?:i|we) want (?:off|out of|to be (?:removed|taken) (?:from|off)|to get off)(?: of)? (?:the|your|this|that)(?: (?:texting|text|message))? list",
    r"(?:i|we) (?:want|would like) out of (?:this|your|the|these) (?:text |message )?(?:texts|messages|program|list|service)",
    r"(?:i|we) want to be removed", r"(?:delete|remove|lose|forget|erase|get rid of) (?:my|this) (?:number|phone number)",
    r"(?:put|add) (?:me|us|this number|my number) on (?:your|the) do not (?:text|message|contact|call) list",
    r"(?:take|remove|get) (?:me|us|this number|my number) (?:off|from)(?: of)? (?:whatever|any|every|all)(?: your)? lists?(?: (?:this|that|it) is| i am on| you have)?",
    # Opt me out. I want to unsubscribe.
    rf"(?:unsubscribe|opt)(?: me| us)?(?: out)?(?: (?:from|of) {_WHICH}(?:texts?|messages?|list|service|program|alerts?|you|this|it|these))?{_BOUND}?",
    r"(?:i am opting out|i opt out|i revoke (?:my )?consent|i withdraw (?:my )?consent to (?:texts?|messages?|texting))",
    r"(?:cancel|end) (?:my |these |the |your |all )*(?:texts?|messages?|text subscription|subscription|alerts|text alerts)",
)  # fmt: skip
_ENGLISH_BEFORE = (
    rf"(?:{_YOU_KEEP}|"
    r"(?:that's|that is|thats) (?:enough|it)|enough(?: is enough)?|(?:you )?guys|folks|i (?:have )?changed my mind|(?:it|this) costs(?: me)?(?: money)?|please|but|so|and|hi|hello|hey|ok|okay|just|now|sorry|no|thanks|thank you|listen|look|kindly|seriously|porchlight|sir|"
    r"for the last time|(?:i|we) (?:already )?(?:said|asked you to|told you(?: to)?|said to)|(?:i|we) (?:would like|want|need|wish)(?: you)? to|"
    r"(?:i|we) (?:would like|want) you(?: all)? to|you (?:need|have|ought) to|you (?:must|can|may)(?: all)?|(?:can|could|would|will) you(?: all)?|"
    r"(?:i|we) would (?:rather|prefer(?: it)?|like it|appreciate it|be (?:glad|happy|grateful))(?: that| if)? you|"
    r"(?:i|we|nobody|no one) (?:did not |never )?(?:sign(?:ed)? up|subscribed?|asked?|agreed?)(?: for| to)?(?: this| these| that| it| any of this| your)?(?: texts| messages)?|"
    r"(?:these|your|the) (?:texts|messages) cost(?: me| us)?(?: too much)?(?: money)?|"
    r"(?:can|could) (?:i|we)|how (?:do|can|could) (?:i|we)(?= (?:unsubscribe|opt out|get off|turn off|stop (?:getting|receiving|these|your))))"
)
_ENGLISH_AFTER = (
    r"(?:please|now|right now|ok|okay|thanks|thank you|anymore|again|ever|immediately|already|forever|for good|today|at all|from now on|"
    r"else|you hear(?: me)?|by (?:text|message)s?|via (?:text|message)s?|asap|no more|or (?:else|i (?:will|am going to) (?:report|block|sue) (?:you|this number|this))|sir|porchlight|god bless|(?:i am )?not interested|bye|good ?bye)"
)
# Why somebody wants it: no request by itself, and no other one either.
_REASON = (
    r"(?:(?:i|we) (?:do not|no longer) need (?:(?:your|any|the|this) )?(?:help|services?|this|it|you)(?: anymore)?|"
    r"(?:yo )?(?:no|nunca) (?:pedi|solicite|autorice|acepte)(?: (?:estos|esos|sus|los))?(?: mensajes| esto| eso)?)"
)
_WRONG = r"(?:wrong (?:number|person)|you have the wrong (?:number|person)|this is (?:the|a) wrong number|numero equivocado|esta equivocado)"
# Clear as a whole message, too little as a clause of a longer one: who shall stop, take whom off what?
_ALONE_CORES = (
    r"(?:stop|quit|cease|discontinue|unsubscribe|opt out)(?: (?:it|this|that|all|stop)){0,9}", r"(?:take|remove|drop) me(?: off)?",
    r"leave (?:me|us) (?:alone|be)", r"(?:shut|turn) (?:this|it) off", r"(?:alto|parar|paren?|detener)(?: ya)?", r"dejen?me (?:en paz|tranquil[ao])",
    r"(?:quiten?|saquen?|borren?|eliminen?|remuevan?)(?:me|nos)",
)  # fmt: skip

# Spanish
_MENSAJES = r"(?:mensajes?|avisos|recordatorios|notificaciones|alertas|nada|cosas)"
_CUALES = r"(?:(?:mas|los|sus|estos|esos|tantos estos|mis|tus|de|ningun|ninguno|otro|otros|ya) )*"
_SUBJ = r"(?:manden?|mandes|envien?|envies|escriban?|escribas|texteen?|textees|contacten?|contactes|molesten?|molestes|mensajeen?|pongan mensajes)"
_INF = r"(?:mandar|enviar|escribir|textear|contactar|molestar|mensajear)"
_A_QUIEN = r"(?: (?:a|en|por) (?:mi|este|ese) (?:telefono|numero)| a mi)"
_DEJEN = r"(?:dejen?|deja|dejar|paren?|para|parar|cesen?|terminen?)"
_SPANISH = (
    # No me manden mas mensajes. Ya no me escriban. No vuelvan a escribirme.
    rf"(?:ya )?(?:no|nunca|jamas)(?: mas)? (?:me|nos) {_SUBJ}(?: {_CUALES}{_MENSAJES})?{_A_QUIEN}?",
    rf"(?:ya )?(?:no|nunca|jamas)(?: mas)? {_SUBJ} {_CUALES}(?:mensajes?|avisos|recordatorios){_A_QUIEN}?",
    rf"(?:ya )?no(?: me| nos)? (?:vuelvan?|sigan?|vuelvas|sigas)(?: a)? (?:{_INF}|mandando|enviando|escribiendo|molestando|texteando)(?:me|nos)?"
    rf"(?: {_CUALES}{_MENSAJES})?{_A_QUIEN}?",
    rf"no (?:me )?{_INF}(?:me|nos)?(?: {_CUALES}{_MENSAJES})?{_A_QUIEN}?",
    r"(?:ya )?no mas (?:mensajes?|avisos|recordatorios)", r"ya no mensajes", r"alto (?:a|con|de) (?:los |sus |estos )?mensajes",
    rf"(?:yo )?(?:ya )?no (?:quiero|deseo) seguir (?:recibiendo|viendo) {_CUALES}{_MENSAJES}", r"apaguen? (?:los|sus|estos) mensajes",
    r"(?:me|nos) (?:pueden?|podrian?) (?:quitar|sacar|borrar|eliminar) de (?:los|sus|estos|la lista de) mensajes",
    r"(?:paren?le|corten?le|bajen?le|ya estuvo|ya estuvo bueno|suficiente|me canse|estoy (?:hart|cansad)[oa])(?: ya)? (?:con|de|a) "
    r"(?:los |sus |estos |tantos |esos )*(?:mensajes|avisos|recordatorios)",
    rf"ya no {_SUBJ}", rf"no (?:me |nos )?llamen? ni (?:me |nos )?{_SUBJ}(?: mensajes)?", r"(?:ya )?basta (?:ya )?(?:de|con) (?:los |sus |tantos |estos )?mensajes",
    # Dejen de escribirme. Paren los mensajes.
    rf"{_DEJEN}(?: ya)? de {_INF}(?:me|nos)?(?: {_CUALES}{_MENSAJES})?{_A_QUIEN}?",
    r"(?:paren?(?:me|nos|le)?|detengan?|suspendan?|cancelen?|cancelar|terminen?|quiten?)(?: ya)? (?:de )?(?:los |sus |estos |mis |mi |esos )*(?:mensajes|avisos|suscripcion)",
    # Ya no quiero recibir mensajes. No quiero que me escriban.
    rf"(?:(?:yo|ella|el|mi [a-z]+) )?(?:ya )?no (?:quier[oe]|dese[oa]|necesit[oa]|quisiera|me interesa)(?: recibir)? {_CUALES}(?:mensajes?|avisos|recordatorios|notificaciones)"
    rf"(?: (?:suyos|de ustedes|de usted|de porchlight|de este numero))?{_A_QUIEN}?",
    rf"(?:yo )?(?:ya )?no (?:quiero|deseo) que(?: ya)?(?: me| nos) {_SUBJ}(?: {_CUALES}{_MENSAJES})?{_A_QUIEN}?",
    r"(?:ya )?no quiero (?:saber nada|que me contacten)(?: de ustedes)?", r"(?:ya )?no quiero nada (?:de|con) (?:ustedes|usted|porchlight)",
    r"(?:ya )?no quiero recibir (?:nada|mas) de (?:ustedes|usted|porchlight|este numero)",
    # Quitenme de la lista. Denme de baja.
    r"(?:que )?me (?:quiten?|saquen?|borren?|eliminen?) de (?:la|su|esta|sus|las) listas?",
    r"(?:quiten?|saquen?|borren?|eliminen?|remuevan?|quitar|sacar|borrar|eliminar|saca|quita|borra|elimina)(?:me|nos) de (?:esto|(?:la|su|esta|sus|las|tu) (?:listas?|mensajes))(?: de (?:mensajes|contactos|telefonos?))?",
    r"(?:quiten?|saquen?|borren?|eliminen?|remuevan?|quitar|sacar|borrar|eliminar) (?:mi|este) (?:numero|telefono|nombre(?= de (?:la|su|esta|sus|las|tu) listas?))"
    r"(?: (?:de telefono ?)?(?:de (?:la|su|esta|sus|las|tu) (?:listas?|sistema)))?",
    r"(?:quiero |deseo |quisiera )?(?:den|de|dar|dame|darse|dese)(?:me|nos)? de baja(?: de (?:los mensajes|la lista|esto|su lista))?",
    r"(?:me quiero|quiero) (?:salir(?:me)?|borrar(?:me)?|dar de baja) de (?:la|su|esta) lista", r"me doy de baja",
    r"(?:desuscribir(?:me)?|desuscriban?me|cancelar (?:mi )?suscripcion)",
)  # fmt: skip
_SPANISH_BEFORE = (
    r"(?:por favor|favor de|hola|oigan?|ya|ok|gracias|perdon|disculpen?|senora?|miren?|bueno|porchlight|"
    # "No dejen de escribirme" asks for the opposite; "no, quítenme" does not.
    r"no(?! (?:dejen?|deja|dejar|paren?|para|parar|cesen?|terminen?|detengan?|suspendan?|cancelen?)\b)|"
    r"(?:le|les|te) (?:pido|ruego|dije)(?: que)?|ya (?:le|les) dije que|(?:quiero|necesito|quisiera) que|(?:me )?(?:pueden?|podrian?|pudieran?)|"
    r"como (?:hago|puedo)(?: para)?(?= (?:dar|desuscribir)))"
)
_SPANISH_AFTER = (
    r"(?:por favor|gracias|ya|nunca|nunca mas|jamas|otra vez|mas|ahora|ahorita|de una vez|ok|nunca jamas|no me interesan?|adios|"
    r"que no me interesan?|porchlight)"
)


def _whole(before: str, cores: tuple[str, ...], after: str) -> re.Pattern[str]:
    request = rf"(?:{'|'.join(cores)})"
    return re.compile(
        rf"(?:{before} ){{0,5}}{request}(?: (?:and |y )?{after}){{0,5}}"
        rf"(?: (?:and|y) (?:{before} ){{0,2}}{request}(?: {after}){{0,3}}){{0,2}}"
    )


_CLAUSES = (
    _whole(
        rf"(?:{_ENGLISH_BEFORE}|{_WRONG}|leave (?:me|us) alone(?: and)?)", _ENGLISH, _ENGLISH_AFTER
    ),
    _whole(rf"(?:{_SPANISH_BEFORE}|{_WRONG})", _SPANISH, _SPANISH_AFTER),
)
_COURTEOUS = (
    rf"(?:{_ENGLISH_BEFORE}|{_ENGLISH_AFTER}|{_SPANISH_BEFORE}|{_SPANISH_AFTER}|{_WRONG}|{_REASON})"
)
_COURTESY = re.compile(rf"{_COURTEOUS}(?: {_COURTEOUS}){{0,5}}")
_ALONE = re.compile(
    rf"(?:{_COURTEOUS} ){{0,4}}(?:{'|'.join(_ALONE_CORES)})(?: {_COURTEOUS}){{0,4}}"
)
_ASKED = re.compile(r"(?:.* )?(?:can|could|would|will|how|pueden?|podrian?|pudieran?|como)\b")


def opts_out_in_plain_words(text: str) -> bool:
    """Whether a clause of `text` as a whole asks that our texts to this phone end."""
    clauses = _clauses(text)
    if any(_asks_to_end(clause, mark) for clause, mark in clauses):
        return True
    # "Wrong number. Stop": nothing but courtesies around a bare word.
    bare = [clause for clause, _ in clauses if not _COURTESY.fullmatch(clause)]
    return (
        bool(bare) and len(text) <= _MOST_READ and all(_ALONE.fullmatch(clause) for clause in bare)
    )


def may_opt_out(text: str) -> bool:
    """Whether somebody may want our texts to end, in words that are not sure enough to do it."""
    return len(text) <= _MOST_READ and any(may_ask_to_end(clause) for clause, _ in _clauses(text))


def _asks_to_end(clause: str, mark: str) -> bool:
    if mark == "?" and not _ASKED.match(clause):
        return False
    if any(pattern.fullmatch(clause) for pattern in _CLAUSES) or asks_in_harmless_words(clause):
        return True
    # "My mom passed away please stop texting her phone"; but not "tell them to please stop texting me".
    story, _, request = clause.rpartition(" please ")
    return bool(request) and not story.endswith(" to") and bool(_CLAUSES[0].fullmatch(request))


def _clauses(text: str) -> list[tuple[str, str]]:
    """(words, the mark that ends them) of each clause."""
    bare = unicodedata.normalize("NFKD", text.lower().replace("’", "'"))
    bare = "".join(c for c in bare if not unicodedata.combining(c))
    found = []
    for piece in re.findall(r"[^.!?;,:\n()]+[.!?;,:\n()]*", bare[:_MOST_READ]):
        words = piece
        for written, meant in _SPELLINGS:
            words = re.sub(written, meant, words)
        words = " ".join(re.sub(r"[^a-z' ]+", " ", words).split())
        if words.count(" ") >= _MOST_WORDS:
            words = "a long clause"
        if words:
            found.append((words, "?" if "?" in piece else ""))
    return found
