"""Opting out in words that nobody has listed: every word of the clause is harmless, and together they ask for an end.

plain_opt_out.py knows whole sentences. This knows words: a clause that has one word outside `_ENGLISH` or
`_SPANISH` (a meal, a bill, a daughter, a bus) is about something else and never counts.
"""

from __future__ import annotations

import re

_ENGLISH = frozenset(
    "i we you me us my our your this that these those the a an to of on at in from with by for it all any anymore more "
    "again ever please thanks kindly hey hi hello so and but or just now right today already really no not do did am is are be "
    "have get getting receive receiving sent send sending want wish need like care would could can will must should think know "
    "said told asked favor make let keep longer never enough off out done interested automated automatic constant daily here "
    "phone number line name list system service program person wrong business work office personal thing things cut knock "
    "stop stopped stopping quit cease halt discontinue end ended cancel block unsubscribe remove take delete erase drop opt turn "
    "text texts texted texting message messages messaged messaging contact contacted contacting reminder reminders "
    "notification notifications alert alerts consent agree authorize permission".split()
)
_SPANISH = frozenset(
    "yo ya no me nos le les lo los las la el este esta estos estas ese esos su sus mi mis tu tus de del a al en por con para que y "
    "pero favor gracias muchas hola oiga mas nunca jamas nada numero telefono linea lista sistema servicio quiero deseo necesito "
    "interesa interesan autorizo acepto doy permiso pueden podrian puede quisiera gustaria recibir mandar mandarme mandarnos manden mande mandando enviar "
    "enviarme envien envie enviando escribir escribirme escriban escriba texteen textear contactar contactarme contacten contacte molestar "
    "molestarme molesten cosas automaticos usted ustedes porchlight ahora mismo aqui paren pare parar dejen deje dejar dejenme "
    "dejeme cesen cese cesar detengan detenga detener suspendan suspender cancelen cancele cancelar terminen termine terminar "
    "mensaje mensajes aviso avisos recordatorio recordatorios notificaciones esto eso".split()
)
_TEXTS = r"(?:texts|messages|reminders|notifications|alerts|texting|messaging|contacting|text (?:service|list|program|system))"
_MENSAJES = r"(?:mensajes?|avisos|recordatorios|notificaciones)"
_ENDS = r"(?:stop|quit|cease|halt|discontinue|end|cancel|block)"
_PAREN = r"(?:paren|pare|parar|dejen|deje|dejar|dejenme|dejeme|cesen|cese|cesar|detengan|detenga|detener|suspendan|suspender|cancelen|cancele|cancelar|terminen|termine|terminar)"
_ASKS = [
    re.compile(pattern)
    for pattern in (
        # I need you to stop sending these automated messages. Please end this text service.
        rf"\b{_ENDS}\b(?:(?! (?:and|or|but)\b).)* {_TEXTS}\b",
        # Please make the texts stop. I want these messages off.
        rf"\b(?:want|need|make|like|let|have)\b.* {_TEXTS}\b.* (?:stop|stopped|end|ended|off)\b",
        # No texts please.
        r"^(?:please )?no (?:texts|messages) (?:please|thanks)$|^please no (?:texts|messages)$",
        # I am not interested in getting any messages.
        r"\b(?:not|never|no longer)\b.* (?:want|wish|interested|need|like|care|consent|agree|authorize)\b.* "
        r"(?:texts|messages|reminders|notifications|alerts|texted|messaged|contacted)\b",
        # This is a business line, do not text here.
        r"\b(?:do not|never|not) (?:text|message|contact)\b",
        # Block me from your system. Take this number off. Cut it out with the texts.
        r"\b(?:take|get|remove|delete|drop|erase) (?:this|my|our)(?: phone)? (?:number|phone|line) (?:off|out)\b(?! (?:of )?(?:your|the) system)",
        r"\bblock (?:me|us|this number|my number)\b",
        rf"\b(?:cut|knock) (?:it|this|that) (?:out|off)\b.* {_TEXTS}\b",
        # Spanish
        rf"\b{_PAREN}\b.* (?:{_MENSAJES}|mandar|mandarme|mandarnos|enviarme|escribirme|escribir|textear|molestarme|contactarme)\b",
        rf"\bno (?:me |nos )?(?:quiero|deseo|necesito|interesan?|autorizo|acepto|doy permiso|gustaria)\b.* (?:{_MENSAJES}|contacten?|escriban?|texteen)\b",
        r"\b(?:no|nunca|jamas) (?:me |nos )?(?:escriban?|texteen|contacten?|molesten)\b",
        rf"\b(?:no|nunca|jamas) (?:me |nos )?(?:manden?|envien?)\b.* (?:mas|{_MENSAJES})\b",
    )
]
_END_WORDS = re.compile(
    rf"\b(?:{_ENDS}|stopp?ed|enough|not|never|no more|off|out|remove|delete|unsubscribe|{_PAREN}|basta|alto|no|nunca|quiten?(?:me)?|"
    r"saquen?(?:me)?|borren?(?:me)?|baja|eliminen?(?:me)?)\b"
)
_OUR_TEXTS = re.compile(
    rf"\b(?:{_TEXTS}|text me|message me|these texts?|mensajes?|escrib\w*|textee?n?|mandarme|manden|lista de mensajes)\b"
)
_MEANS_SOMETHING_ELSE = re.compile(
    # The opposite, a question about what was, and who would rather call than text us.
    rf"\b(?:not|never) (?:\w+ )?{_ENDS}\b|\bno (?:\w+ )?{_PAREN}\b"
    r"|^(?:and |but |so )?(?:did|do|have|is|are|can|could|will|should|would|must) (?:i|we|it|this|that|these|those)\b|^did you\b"
    r"|\b(?:text|texting|message|messaging|contact|contacting|send|sending)(?: \w+)? (?:to )?you\b"
    r"|\bno \w+ (?:mandar|enviar|escribir|textear)\b"
)


def asks_in_harmless_words(clause: str) -> bool:
    """`clause` is lower case, without accents and punctuation, in plain_opt_out's spelling."""
    words = set(clause.split())
    if not (words <= _ENGLISH or words <= _SPANISH):
        return False
    return not _MEANS_SOMETHING_ELSE.search(clause) and any(ask.search(clause) for ask in _ASKS)


def may_ask_to_end(clause: str) -> bool:
    """Words of an end and of texts in one clause, and none of what shows that it means something else.

    Too little to cut anybody off, enough to say how it is done.
    """
    return bool(
        _END_WORDS.search(clause)
        and _OUR_TEXTS.search(clause)
        and not _MEANS_SOMETHING_ELSE.search(clause)
    )
