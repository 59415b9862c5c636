"""A request that is open is not wanted any more, in words that would mean less without one: "mejor no", "take my number off"."""

from __future__ import annotations

import re

_MOST_WORDS = 22
_FIELD = r"(?:name|number|phone|info|numero|nombre|telefono)"
_GIVES_UP = re.compile(
    rf"\b(?:take|get|remove|pull) (?:my|our|her|his) {_FIELD}(?: number)? ?(?:off|out|down|back)?\b|\b(?:remove|delete|erase) (?:my|our) (?:name|number|phone)\b|\btake me off (?:the|that|your|this)\b|"
    r"\b(?:don't|dont|do not|no need to) (?:bother|trouble)(?: with)?(?: (?:calling|to call|the call|it|them|anybody))*$|\bcancel\w*(?: (?:it|that|this|the call|my request|the request|everything|please))*$|"
    r"\bsiempre no\b|\bya no (?:quiero|queremos|necesito|necesitamos|ocupo)(?: que)?(?: (?:me|nos|le|la|lo|les))?(?: (?:llam|habl|marqu|busqu)\w+)?(?: (?:nada|eso|la llamada|por favor))*$|"
    r"\b(?:(?:borr|quit|cancel|retir|anul)[aeo]\w*)(?: (?:eso|esto|todo|lo mio|la llamada|mi solicitud|la solicitud|por favor|mejor))*$|"
    rf"\b(?:don't|dont|do not) want (?:them|you|you all|yall|y'all|anybody|anyone|nobody|people) (?:to have|having|to keep|keeping|to call|calling)\b|"
    r"\b(?:forget (?:it|about it|the (?:call|whole thing|request))|never ?mind|call it off|no need (?:to call|for (?:a|the|that) call|any ?more|now)|(?:actually|better|rather|maybe) not$|i'd rather not|"
    r"(?:already|now) (?:got|found|have) (?:help|someone|somebody|a ride)|(?:i'm|im|we're) all set|changed my mind)\b|"
    rf"\b(?:quit\w+|saqu\w+|retir\w+|borr\w+) (?:mi|nuestro) {_FIELD}\b|(?:^|\b(?:ay|ya|pues|no|oiga|bueno|entonces) )mejor (?:ya )?no\b(?! (?:antes|despues|tan|muy|en la|por la|a las|me llamen (?:antes|en|por)))|"
    r"\bno quiero que (?:tengan|me llamen|nadie me llame|guarden|sepan)\b|\bya no (?:hace falta|es necesario|me hace falta|me llam\w+)\b|\bolvidel[oa]\b|\bdejel[oa] asi\b|"
    r"\bya (?:consegui|encontre|tengo) (?:ayuda|quien|a alguien)\b|\bcambie de (?:idea|opinion)\b"
)
# Another wish in the same breath: "forget it, a person please", "never mind the time, mornings".
_WANTS = re.compile(
    r"\bperson(?:a)?(?: please| por favor)?$|\b(?:don't|dont|do not|never|no se) (?:forget|olvid\w+)\b|\b(?:still|todavia|aun) (?:want|need|quiero|necesito)\b|\bnever ?mind (?:the|that|about the)\b|\b(?:put|pong\w+|use|instead)\b"
)
_ASKS_IF = re.compile(
    rf"\b(?:did|have|has) (?:you|they|u|it)(?: really| already| actually)? (?:take|taken|cancel\w*|stop\w*|remove\w*|delete\w*|get cancel\w+|pull\w*)\b|\b(?:is|am) (?:it|that|my {_FIELD}|i|everything)(?: really| all)? (?:off|cancel\w+|stopped|gone|removed|taken off)\b|"
    r"\b(?:ya )?(?:l[oa] )?(?:quito|quitaron|cancelo|cancelaron|borro|borraron|paro|pararon|retiro|retiraron)(?: (?:ya|todo|mi \w+|eso))*$|\b(?:ya )?(?:esta|quedo) (?:cancelad[oa]|borrad[oa]|quitad[oa]|retirad[oa])\b"
)


def gives_up(plain: str) -> bool:
    """Whether whoever has an open request does not want it any more."""
    if len(plain.split()) > _MOST_WORDS or _WANTS.search(plain):
        return False
    return bool(_GIVES_UP.search(plain)) and not asks_if_stopped(plain)


def asks_if_stopped(plain: str) -> bool:
    """ "Did you really take it off?": whether what was taken back is."""
    return bool(_ASKS_IF.search(plain))
