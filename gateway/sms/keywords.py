"""Opting out and in, and asking for help: the carriers' words, and plain words in both languages."""

from __future__ import annotations

import re

STOP_WORDS = frozenset("stop unsubscribe end quit stopall revoke optout cancel".split())
START_WORDS = frozenset("start unstop".split())
HELP_WORDS = frozenset("help info ayuda".split())
_EN_VERB = r"(stop|quit|cease|no more|do not|don't|dont|never|please stop|no longer|halt)"
_OPT_OUT = tuple(
    re.compile(pattern)
    for pattern in (
        rf"^(please |pls |plz |can you |would you |you need to |just )?{_EN_VERB} (please )?(send|sending|text|texting|"
        r"messag\w*|contact\w*|writ\w+|bother\w*|txt\w*|msg\w*)( me| us| to me| this (number|phone))?( any ?more| again| please| ever|"
        r" these| those| this| stuff| (these |those |any )?(texts?|messages?|msgs?|things?)| to (me|this (number|phone))| now)*$",
        r"^(please |pls )?(take|remove|get|delete) (me|my (number|phone|name)) (off|from|out of) (of )?(the |your |this )?"
        r"(list|lists|texts?|texting list|system|messages)( please| now)*$",
        r"^(please )?(unsubscribe|opt) (me )?(out|please|from (this|these|your) (texts?|list|messages?)|me)?( please)*$",
        r"^(i )?(do not|don't|dont|no longer) want (any ?more |any |these |your |to get |to receive |you to (text|message|contact) me)+"
        r"(texts?|messages?|texting|from you|any ?more|msgs?| )*( please)*$",
        r"^(leave me alone|quit bugging me|stop it with the texts|no more (texts?|messages?|msgs?)( please)?|lose my number)( please)*$",
        r"^(por favor )?(ya )?(no|deje|dejen|deja|paren|pare|basta)( de)?( ya)?( me)? ?(manden|mande|mandar|mandarme|envien|envie|"
        r"enviar|enviarme|escriban|escriba|escribir|escribirme|textee|texteen|molesten|moleste|molestar|molestarme|contacten)"
        r"( mas| ya| nada| mensajes?| textos?| por favor| nunca)*$",
        r"^(ya )?no (quiero|deseo) (recibir )?(mas|sus|estos|que me manden|que me escriban)?( ?mas| ?mensajes?| ?textos?)+( por favor)*$",
        r"^(quiten|quite|borren|borre|saquen|saque|elimine|eliminen)(me| mi (numero|telefono|nombre)) (de )?(la |su |esta )?lista"
        r"( por favor)*$",
    )
)


def single_word(text: str) -> str:
    """The message's only word, bare of punctuation; empty when it has several."""
    words = re.sub(r"[^\w ]+", " ", text.lower()).split()
    return words[0] if len(words) == 1 else ""


def is_stop(text: str) -> bool:
    """A carrier's word alone, or opting out in plain words; never where the message merely has one."""
    if single_word(text) in STOP_WORDS:
        return True
    flat = re.sub(r"[^a-z' ]+", " ", _plain(text))
    flat = " ".join(flat.split())
    return any(pattern.match(flat) for pattern in _OPT_OUT)


def is_start(text: str, opted_out: bool) -> bool:
    """Opting in again; YES counts only from a number that is opted out."""
    word = single_word(text)
    return word in START_WORDS or (opted_out and word == "yes")


def is_help(text: str) -> bool:
    """HELP, INFO or AYUDA alone."""
    return single_word(text) in HELP_WORDS


def what_carriers_do(word: str) -> str | None:
    """What Twilio itself does with a message of this one word, by its default settings."""
    if word in STOP_WORDS:
        return "STOP"
    if word in START_WORDS:
        return "START"
    return "HELP" if word in ("help", "info") else None


def _plain(text: str) -> str:
    return text.lower().translate(str.maketrans("áéíóúüñ’", "aeiouun'"))
