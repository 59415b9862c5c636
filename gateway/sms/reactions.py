"""A thumb up on one of our texts: phones that cannot send the sign itself write it out, with our words quoted.

'Liked "Call or text 988 ..."' is no cry for help, and 'Loved "... send STOP."' opts nobody out: the words
in quotes are ours.
"""

from __future__ import annotations

import re

# Signs that phones put around their own words.
_UNSEEN = re.compile(r"[\u200a-\u200f\u2060\ufeff]")
_QUOTED = r"[\"“”„«](?P<quoted>.*)[\"“”»]"
_SIGN = r"[^\w\s\"“”«]{1,12}"
_VERBS = (
    "liked|loved|disliked|laughed at|emphasized|emphasised|questioned|"
    "le gust[oó]|no le gust[oó]|le gusta|no le gusta|le encant[oó]|le encanta|me gusta|me encanta|le dio risa|se ri[oó] de|"
    "enfatiz[oó]|exclam[oó]|cuestion[oó]|pregunt[oó] por"
)
_REACTION = re.compile(
    rf"(?:(?:{_VERBS})|{_SIGN} (?:to|a)|reacted (?:with )?{_SIGN} to|reaccion[oó] con {_SIGN} a|"
    rf"(?:removed|quit[oó]|elimin[oó]) (?:(?:an?|una?|su) [\w ]{{3,20}}|{_SIGN}) (?:from|to|de|a)) {_QUOTED}",
    re.IGNORECASE | re.DOTALL,
)
_ATTACHMENT = re.compile(
    rf"(?:{_VERBS}) (?:an? (?:image|photo|movie|attachment|audio message|message)|una? (?:imagen|foto|video|mensaje))",
    re.IGNORECASE,
)


def reacted_to(text: str) -> str | None:
    """Our words that somebody reacted to, "" when it was a picture; None when `text` is no reaction."""
    bare = " ".join(_UNSEEN.sub(" ", text).split())
    if _ATTACHMENT.fullmatch(bare):
        return ""
    found = _REACTION.fullmatch(bare)
    return found["quoted"] if found else None
