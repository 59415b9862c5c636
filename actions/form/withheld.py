"""A no to one detail, which is no no to the whole: "don't put the address", "mi apellido no", "write me here instead"."""

from __future__ import annotations

import re
from typing import Any

_NOUNS = {
    "last_name": r"(?:last|sur|family|whole|full) ?names?|apellidos?|nombre completo",
    "place": r"address|street|town|city|zip(?: code)?|where (?:i|we|she|he) lives?|direccion|calle|ciudad|pueblo|codigo(?: postal)?|donde (?:vivo|vive|vivimos)",
    "number": r"phone(?: number)?|number|telephone|cell|telefono|numero|celular",
    "name": r"names?|nombre",
    "note": r"notes?|nota",
    "words": r"what i (?:wrote|said|told(?: you)?|typed)|my words|my story|lo que (?:escribi|dije|le dije|conte|puse)|mis palabras|mi historia",
    "services": r"places(?: (?:shown|i saw))?|list|los lugares|lista",
}
_VERB = (
    r"(?:share|shar\w+|give|giv\w+|tell|put|show|send|include|say|use|need|mention|have|know|write|"
    r"d[ae]r?n?|den|compart\w+|pong\w+|mand\w+|diga\w*|digan|incluy\w+|use\w*|necesit\w+|mencion\w+|muestr\w+|anot\w+|escrib\w+|teng\w+|guard\w+|sep\w+)"
)
_NO = rf"(?:don't|dont|do not|not|never|no|without|sin|leave out|take out|remove|skip|quit\w+|saqu\w+|borr\w+|omit\w+)(?: (?:want|quiero|les|lo|la|le|los|las|se|me|them|em|you|que|to|anybody|anyone))*(?: {_VERB})?(?: (?:them|em|out|les|to them))?"
_BETWEEN = r"(?: (?:my|the|our|her|his|any|mi|mis|el|la|los|las|un|una|su|sus|about|de|of))*"
_ASKED = "|".join(_NOUNS.values())
# "Not the phone", "don't put the address"; "la direccion no la ponga", "mi apellido no".
_BEFORE = re.compile(rf"\b{_NO}{_BETWEEN} (?P<what>{_ASKED})\b(?! (?:is|are|es|de mi|of my)\b)")
_BEHIND = re.compile(
    rf"\b(?P<what>{_ASKED}) (?:no(?: (?:l[aoe]s?|se l[ao]s?|les))?(?: {_VERB})?|(?:stays?|is|keep it) (?:out|private|between us)|fuera|aparte)(?=$| (?:por favor|please|escrib\w+|mejor|mand\w+|write|text)\b)"
)
# Wrong is another thing than secret, and so is a no to the whole.
_PUTS_RIGHT = re.compile(
    r"\b(?:(?:number|phone|name|numero|telefono|nombre) (?:that )?(?:i|we|que|you) (?:gave|put|wrote|said|have|di|puse|le di)|(?:that's|thats|that is|it's|its|this is) not|(?:no|ese|esa) (?:es|esta) mi|forget it|never ?mind|olvidel[oa]|dejel[oa]|wrong|mal|equivocad\w+|change\w*|cambi\w+|correct\w*|corrij\w+|isn't|is not|no es|new|nuev[oa]|another|otr[oa]|spell\w*|instead of|have (?:a|any|no)|tengo)\b"
)
_HERE = "number"


def withheld_in(plain: str, step: str) -> str | None:
    """Which detail is not to be shared; None when the message says no such thing or only answers `step`."""
    if _PUTS_RIGHT.search(plain):
        return None
    found = _BEFORE.search(plain) or _BEHIND.search(plain)
    if found is None:
        return None
    detail = next(name for name, noun in _NOUNS.items() if re.fullmatch(noun, found["what"]))
    return None if detail == step else detail


def withhold(answers: dict[str, Any], detail: str, here: str) -> bool:
    """Take `detail` out of what is shared. False when it is not there. `here`: where the person writes."""
    if detail == "last_name":
        answers["name"] = str(answers.get("name") or "").split(" ")[0]
        if not answers["name"]:
            del answers["name"]
        return True
    if detail == "name":
        answers["name"] = ""
    elif detail == "number":
        answers["number"] = here
    elif detail == "note":
        answers["note"], answers["extras"] = "", []
    if detail in ("place", "words", "services"):
        answers["withheld"] = sorted({*answers.get("withheld", []), detail})
    return True


def is_withheld(answers: dict[str, Any], detail: str) -> bool:
    """Whether place, words or services stay out."""
    return detail in answers.get("withheld", [])
