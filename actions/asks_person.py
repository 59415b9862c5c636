"""A person is asked for in so many words, whatever else the sentence holds: "apúnteme con alguien", "forget it. PERSON"."""

from __future__ import annotations

import re

_SOMEONE = r"(?:some ?(?:body|one)|a (?:real |live |human )?(?:person|human)|any ?(?:body|one)|alguien|una persona(?: de verdad)?)"
_ASKS = re.compile(
    rf"(?:^|\b(?:forget it|never ?mind|no|please|ok|okay|just|yes|olvidelo|ya|mejor|pues|si|bueno|entonces|want a|want|get me a|la|una|a) )(?:real )?person(?:a)?(?: please| por favor| now| ya| as i said| like i said| como (?:ya )?le dije)*$|"
    rf"\b(?:have|get|let|ask|send|want|need) {_SOMEONE}(?: \w+)? (?:to )?(?:call|phone|ring|reach|contact|talk (?:to|with)) (?:me|us|her|him|my \w+)\b|\bsign me up (?:for (?:a|the|that) (?:call|person)|with (?:somebody|someone|a person))\b|\bput me down for a (?:call|person)\b|"
    rf"\b(?:apunt|anot|pong)\w*(?:me|nos)(?: (?:con|para) (?:{_SOMEONE}|(?:que )?(?:me )?llam\w+|la llamada))|^(?:bueno |si |pues )*(?:apunt|anot)\w*(?:me|nos)(?: por favor)?$|\b(?:quiero|quisiera|necesito) que (?:{_SOMEONE}|me) (?:me )?(?:llam\w+|habl\w+|marqu\w+)"
)
_NOT_SO = re.compile(r"\b(?:don't|dont|do not|no quiero|not want)\b|\b(?:did|ya me|cuando|when)\b")


def asks_plainly_for_a_person(plain: str) -> bool:
    """Whether it does; a no and a question about a call that should come do not."""
    return bool(_ASKS.search(plain)) and not _NOT_SO.search(plain)
