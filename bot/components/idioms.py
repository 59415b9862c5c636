"""Turns of speech whose words resemble a need: "forget it" is no loss of memory."""

import re

_IDIOMS = re.compile(
    r"(?<!\w)(?:(?:oh |you know what |just )*forget (?:about )?(?:it|that|the whole thing)|don'?t forget(?: that)?|(?:before |oh )?i (?:almost )?forgot (?:to (?:say|tell|ask|mention|add)|what i (?:wanted|was)|about that)(?: you| that)?|"
    r"never ?mind|i remember(?:ed)? (?:now|that)|god rest (?:his|her|their) soul|god rest (?:him|her|them)|(?:the )?lord will (?:provide|send \w+)|"
    r"olv[ií]d(?:elo|alo|ate|ese)(?: de eso)?|no se (?:le |te )?olvide(?: que)?|se me (?:olvid[oó]|olvidaba) (?:decir|preguntar)(?:le)?|que en paz descanse|dios (?:lo|la|le|los) (?:bendiga|cuide|guarde))(?!\w)",
    re.IGNORECASE,
)


def without_idioms(text: str) -> str:
    """`text` without them; empty where nothing else was written."""
    return " ".join(_IDIOMS.sub(" ", text).split()).strip(" ,.;:-")
