"""Coming back after STOP, in plain words: only asked of a phone that has opted out.

"Start texting me again" means what START means. A new need does not: it is for a person at the desk.
"""

from __future__ import annotations

import re

from gateway.sms.opt_out_words import clauses, unsigned

_AGAIN = r"(?: (?:again|back|please|now|anymore|thanks|thank you|otra vez|de nuevo|por favor|nuevamente|ya|gracias))*"
_BEFORE = (
    r"(?:(?:hi|hello|hey|ok|okay|yes|si|please|sorry|hola|perdon|por favor|porchlight|i changed my mind|cambie de opinion|you can|you may|can you|could you|"
    r"i (?:want|would like|need|wish)(?: you)? to|i want|pueden?|quiero|quisiera|me|it was|fue|a mistake|un error|by mistake|by accident|that was) )*"
)
_TEXTS = r"(?:(?:the|your|my|these|more|to|getting|receiving|get|receive|los|sus|mis|a|recibir|de) )*(?:texts?|messages?|texting|messaging|mensajes?|reminders|recordatorios)"
_BACK = (
    r"(?:re)?start(?: (?:it|again|sending|texting|messaging|me|us|up))*", rf"(?:re)?start {_TEXTS}", r"un ?stop(?: me| it)?", r"yes",
    rf"resume(?: {_TEXTS})?", r"(?:opt|sign|add|put|let) me (?:back )?(?:in|up|back|on)(?: (?:the list|to the list))?", r"opt (?:back )?in", r"(?:re)?subscribe(?: me)?",
    r"(?:text|message|write) me again", r"(?:to )?come back", rf"{_TEXTS} (?:back|on|again)", rf"turn {_TEXTS} (?:back )?on", rf"turn (?:back )?on {_TEXTS}",
    r"i did not mean to (?:stop|opt out|unsubscribe|end)(?: it| this| you| them)?", r"did not mean to stop", r"send me texts again",
    r"(?:empezar|empiece[n]?|comenzar|comience[n]?|iniciar|inicie[n]?|reanudar|reanude[n]?|volver|regresar|activar|active[n]?)"
    rf"(?: (?:a )?(?:mandar|mandarme|enviar|enviarme|escribir|escribirme|recibir))?(?: {_TEXTS})?",
    r"(?:vuelvan?|vuelva) a (?:mandarme|enviarme|escribirme|textearme)(?: mensajes| textos)?", r"(?:manden?me|envien?me|escriban?me) (?:mensajes )?(?:otra vez|de nuevo)",
    rf"{_TEXTS} (?:otra vez|de nuevo)", r"otra vez los mensajes", r"si",
)  # fmt: skip
_WISH = re.compile(rf"{_BEFORE}(?:{'|'.join(_BACK)}){_AGAIN}")
_COURTESY = re.compile(
    rf"{_BEFORE}(?:hi|hello|hey|ok|okay|please|sorry|hola|perdon|por favor|porchlight|i changed my mind|cambie de opinion|a mistake|by mistake|by accident|un error|thanks|thank you|gracias|oops)"
)


def asks_to_come_back(text: str) -> bool:
    """Whether a message from a phone that has opted out asks for texts again and for nothing else."""
    found = [words for words, _ in clauses(unsigned(text))]
    wishes = [words for words in found if _WISH.fullmatch(words)]
    return bool(wishes) and all(words in wishes or _COURTESY.fullmatch(words) for words in found)
