"""Words that take back what somebody asked for: "I don't want it no more, cancel", "no quiero ya, cancela".

They are of a request, not of our texts: the text line opts nobody out for them (gateway/sms/keywords.py), and the bot
withdraws the open request (actions/desk/open_request.py). Every clause must say it, or nothing but courtesies.
"""

from __future__ import annotations

import re
import unicodedata

_MOST_WORDS = 14
_THING = r"(?:it|that|this|them|everything|all|all of (?:it|that)|(?:the|my|that|this) (?:request|referral|call|calls|visit|person|thing|form|case|help|appointment with you)|me|mine)"
_COSA = r"(?:eso|esto|todo|lo mio|(?:la|mi|esa|esta) (?:solicitud|llamada|ayuda|peticion|visita)|(?:el|mi|ese) (?:pedido|caso|tramite|formulario)|por favor|que me llamen)"
_NO_MORE = r"(?:no more|any ?more|any longer|now|after all|at all|please)"
_ENGLISH = (
    rf"(?:just |then |so |can you |could you |you can |i want to |i would like to |i'd like to |i wanna |want to |need to |lets |let's |go ahead and )*(?:cancel|canceling|cancelling|withdraw|call off|take back|scratch)(?: {_THING})?(?: {_NO_MORE})*",
    rf"(?:call|take) {_THING} (?:off|back)(?: {_NO_MORE})*",
    rf"(?:i |we )?(?:just )?(?:don't|dont|do not|no longer|aint|ain't|don want|dont even) ?(?:want|need)(?: {_THING}| (?:the|a|no|any|your|that) (?:call|calls|help|person|visit|referral|request)| (?:nobody|anybody|anyone|you|them|somebody|no one) to call(?: me)?)(?: {_NO_MORE})*",
    rf"(?:i |we )?(?:don't|dont|do not|no longer|aint|ain't) want (?:nothing|no help|help) {_NO_MORE}",
    r"stop (?:the|my|that) (?:request|referral|call|case)",
)
_SPANISH = (
    rf"(?:quiero |quisiera |puede |pueden |necesito |mejor |entonces |que |me |lo )*(?:cancel(?:a|e|en|o|ar|alo|elo|enlo|arlo|arla|ela|enla|eme|enme)|anul(?:a|e|en|ar|elo|enlo|arlo)|retir(?:o|e|en|ar|elo|arlo|a))(?: {_COSA})*(?: (?:ya|mejor|por favor|todo))*",
    r"(?:yo )?(?:ya |pues )*no (?:lo |la |los |las |me )?(?:quiero|necesito|ocupo|hace falta)(?: (?:ya|mas|nada|la llamada|la ayuda|ayuda|que me llamen|que me llame nadie|que llamen|eso|esto|nada mas|mi solicitud|la solicitud))*",
    rf"(?:ya )?no me interesa {_COSA}",
    r"(?:paren?|detengan?|quiten?|borren?|dejen) (?:la|mi|esa) (?:solicitud|llamada|peticion)",
)
_CLAUSE = re.compile(
    rf"(?:(?:{'|'.join((*_ENGLISH, *_SPANISH))})(?: (?:and|so|y|pues|then)? ?|$))+"
)
_COURTESY = re.compile(
    r"(?:(?:no|nope|please|thanks|thank you|sorry|ok|okay|hey|hello|hi|well|so|and|oh|wait|now|never ?mind|forget (?:it|about it)|i changed my mind|changed my mind|i'm ok|im ok|im fine|i'm fine|"
    r"hola|ya|gracias|muchas gracias|por favor|perdon|disculpe|mejor no|pues|bueno|olvidelo|olvidalo|dejelo|dejelo asi|cambie de (?:idea|opinion)|me arrepenti|estoy bien|y|oiga)\s*)+"
)
# Our texts to this phone, or a carrier's word: that is for opting out.
_OF_TEXTS = re.compile(
    r"\b(?:text\w*|txt\w*|message\w*|messag\w*|msg\w*|sms|list|lists|number|unsubscribe|subscri\w+|stop(?! (?:the|my|that) (?:request|referral|call|case))|quit|end|opt|alto|mensaj\w*|escrib\w*|lista|numero|suscri\w+|baja|remove me|take me off)\b"
)
_CANCELS = re.compile(r"\b(?:cancel\w*|anul\w+|withdraw|call off)\b")


def takes_back(text: str) -> bool:
    """Whether `text` as a whole takes a request back; a carrier's word by itself does not."""
    plain = _plain(text)
    words = plain.replace("|", " ").split()
    if not 1 < len(words) <= _MOST_WORDS or _OF_TEXTS.search(plain):
        return False
    told = [c.strip() for c in plain.split("|") if c.strip()]
    asks = [clause for clause in told if not _COURTESY.fullmatch(clause)]
    return bool(asks) and all(_takes_back(clause) for clause in asks)


def cancels(text: str) -> bool:
    """Whether it says so by the word "cancel", so that something must be meant by it even where nothing is open."""
    return bool(_CANCELS.search(_plain(text)))


def _takes_back(clause: str) -> bool:
    lead = _COURTESY.match(clause)
    return bool(_CLAUSE.fullmatch(clause) or (lead and _CLAUSE.fullmatch(clause[lead.end() :])))


def _plain(text: str) -> str:
    """Lower case, no accents; the marks between clauses as |."""
    flat = unicodedata.normalize("NFD", text.lower().replace("’", "'"))
    flat = "".join(c for c in flat if unicodedata.category(c) != "Mn")
    flat = re.sub(r"[,.;:!?\n]+", "|", flat)
    return " ".join(re.sub(r"[^a-z0-9'| ]+", " ", flat).split())
