"""The many ways to ask what became of a request: the word itself, and "did anybody call?", in both languages."""

from __future__ import annotations

import re

_LONGEST = 18  # words; a longer message tells more
_BARE = re.compile(
    r"(?:(?:ok|okay|and|y|pues|hola|hello|hi|hey|so|please|por favor) )*(?:any |the |is there |got |hay |tiene |tienen |alguna |algunas |mas |more |what's the |que )*"
    r"(?:news|noticias?|updates?|status|novedad(?:es)?)(?: (?:yet|please|por favor|ya|nuevas?|de (?:mi|la|lo) \w+|(?:on|about|of|for) (?:my|the|it|that) ?\w*|for me|r [a-z0-9]{4}))*"
)
_SOMEBODY = r"(?:any ?(?:body|one)|some ?(?:body|one)|they|you|u|ya'?ll|you guys|he|she|the (?:desk|person|lady|man|office|agency|people))"
_CALLED = r"(?:call\w*|phon\w+|r(?:i|a)ng|reach\w*|g[eo]t(?:ten)? back|text\w*|contact\w*|answer\w*|get in touch|follow\w* up)"
_ME = r"(?: (?:me|us|my [a-z']+(?: (?:county|town|office|mom|dad|house))?|back|yet|to me|for me|with me|already|today|or not|or no|ever|at all|now|again|about \w+(?: \w+)?))*"
_NO_ONE = r"(?:nobody|no one|noone|no body|not one person)"
_NOT = r"(?:never|hasn't|hasnt|haven't|havent|didn't|didnt|has not|have not|did not|ain't|aint|not)"
_ENGLISH = (
    rf"(?:did|has|have|had|was|is|are|when|who|will|would|when's|whens)(?: \w+)? {_SOMEBODY}(?: (?:has|have|already|ever|even|gonna|going to|gon|supposed to|ever gonna))* {_CALLED}{_ME}$",
    rf"(?:when|who) (?:is |are |will |does |do )?(?:{_SOMEBODY} )?(?:gonna |going to |gon |supposed to )?{_CALLED}{_ME}$",
    rf"{_NO_ONE}(?: (?:has|have|had|even|ever|still))* (?:called|call|calls|phoned|reached|contacted|texted|got back|gotten back|came back){_ME}",
    rf"(?:they|you|u|ya'?ll|the (?:desk|office|person|lady)|i)(?: (?:still|all|guys))* {_NOT}(?: (?:ever|even|still))* (?:call|called|phoned|reached|contacted|got a call|gotten a call|get a call|had a call|got any call|get no call|got no call|got back|gotten back){_ME}",
    r"(?:still )?wait\w* (?:for|on) (?:a|the|my|your|that|some|any|somebody|someone|y'?all|you|them)(?:'s)? ?(?:phone )?(?:to )?call\w*",
    r"(?:(?:have|has|had)(?:n't|nt| not)|did(?:n't|nt| not)|never|ain't|aint)(?: \w+)? hear\w*(?: (?:back|from|anything|nothing|a thing|a word|anybody|yet))+",
    r"(?:any|heard any|got any|no) (?:word|progress|call back|callback|response|answer)(?: (?:yet|from \w+|back|on (?:my|that|it)|for me|about (?:my|that|it)))*$",
    r"(?:what's|whats|what is|what)(?: \w+)? (?:happen\w*|going on|the status|become|became|the hold ?up|taking so long).{0,12}\b(?:request|case|referral|call|person|r [a-z0-9]{4})\b",
    r"(?:what|whats|what's|forgot|lost|give|repeat|tell|send|say|where)(?: \w+){0,7} (?:r (?:number|thing|one|code)|(?:request|claim|case|reference|referral) (?:number|code)|number (?:of|for) my request)\b",
    r"(?:where|how) (?:is|are|does|do|did) (?:my|the|that) (?:request|case|referral)\b|\bstatus of\b|\bhow(?:'s| is) it going with (?:my|the)\b",
)
_LLAMO = r"(?:llamo|llamaron|llamado|llaman|llama|llamara|llamaran|llamaba|llamar|hablo|hablaron|hablado|contacto|contactaron|contactado|marco|marcaron|marcado|comunico|comunicaron|comunicado|respondieron|respondido)"
_SPANISH = (
    r"(?:cual|que|olvide|perdi|deme|repita|digame|mande)(?: \w+){0,4} (?:clave|codigo|numero de (?:mi |la )?(?:caso|solicitud|pedido|peticion))\b",
    r"(?:ya )?(?:me |nos )?(?:llamo|llamaron|hablo|marco) (?:alguien|alguno|nadie)\b",
    rf"(?:alguien|alguno|nadie|ninguno|quien)(?: (?:ya|me|nos|le|ha|han|va|van|a|todavia|aun|se|lo|la|mas|no)){{0,4}} {_LLAMO}",
    r"(?:ya|todavia|aun|no|nunca|si|sera que)(?: (?:ya|me|nos|le|ha|han|va|van|a|todavia|aun|se|no|que|usted|ustedes)){0,4} (?:llamaron|llaman|llamado|llamaran|llamara|llamar|hablaron|hablado|contactaron|contactado|marcaron|marcado|comunicaron|comunicado|respondieron|respondido)\b",
    r"(?:me|nos|le) (?:llamaron|han llamado|ha llamado|van a llamar|va a llamar|llamaran|llamara|contactaron)\b",
    r"(?:ya|no|nadie|alguien|todavia no|aun no) (?:ya )?me llamo(?: (?:ya|nadie|alguien|nunca|todavia|o no|usted|ustedes|hoy|ayer))*$",
    r"(?:a que hora|cuando|que dia)(?: (?:es que|me|nos|ya|van|va|a|alguien|ustedes))* (?:llaman|llamaran|llamara|llamar|llama|hablan)\b",
    r"(?:sigo|estoy|llevo|aqui|todavia|aun)(?: \w+){0,3} esper\w+(?: \w+){0,3} (?:llam\w+|noticias|respuesta)\b|\besper\w+ (?:la|su|una) llamada\b",
    r"(?:que paso|que hay|que ha pasado|que fue|en que (?:va|quedo|anda)|como va|como anda|como sigue)(?: \w+){0,3} (?:solicitud|caso|pedido|llamada|lo mio|clave|ayuda que pedi)\b",
    r"(?:ya )?(?:se )?(?:sabe|saben|supo|supieron)(?: \w+)? (?:algo|noticias|nada)\b|\bhay (?:noticias|novedad\w*|respuesta)\b|\b(?:tiene|tienen) (?:noticias|respuesta)\b|\bno (?:he sabido|supe|se) nada (?:de|todavia|aun|mas)\b|\balguna (?:respuesta|novedad)\b",
)
_ASKED = re.compile("|".join(rf"\b(?:{pattern})" for pattern in (*_ENGLISH, *_SPANISH)))
# "Me llamo Rosa" is a name; "did you call them" and "I called them" are about an agency.
_OTHERWISE = re.compile(
    r"^(?:(?:hola|si|pues|bueno|hi|hello) )*(?:yo )?me llamo (?!ya\b|nadie\b|alguien\b|nunca\b|usted)\w+|\bi (?:called|call|phoned|tried|rang)\b|\b(?:yo )?(?:ya )?(?:les|los) llame\b|"
    r"\b(?:call\w*|llam\w+) (?:them|there|him|her|it|a (?:ellos|la agencia))\b|\bwhat if\b|\by si\b"
)
_WHEN = re.compile(
    r"\b(?:when|what time|what day|how (?:soon|long)|cuando|a que hora|que dia|cuanto)\b"
)
# Somebody waits and is not only curious: the desk reads it.
_WAITS = re.compile(
    rf"\b(?:{_NO_ONE}|{_NOT}|still|wait\w*|days?|week\w*|nadie|nunca|todavia no|aun no|no me|esper\w+|dias?|semanas?)\b"
)


def says_news(plain: str) -> bool:
    """The word that we tell people to write, with or without a word beside it."""
    return bool(_BARE.fullmatch(plain))


def asks_when(plain: str) -> bool:
    """Whether it asks by when, and not what became of it."""
    return bool(_WHEN.search(plain))


def asks_who_called(plain: str) -> bool:
    """Whether the message asks or complains about a call that should come: "alguien llamó?", "nobody called"."""
    if len(plain.split()) > _LONGEST or _OTHERWISE.search(plain):
        return False
    return bool(_ASKED.search(plain))


def waits(plain: str) -> bool:
    """Whether it complains of waiting."""
    return bool(_WAITS.search(plain))
