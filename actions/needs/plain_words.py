"""Wishes whose words leave no doubt, whatever need the rest of the message resembles.

Bars by the tub "so she won't fall" are a thing to be put up and no class; a furnace that is out is mended by one office and
paid for by another; and who has dementia and "thinks we steal from him" needs people who know that, and no police.
"""

from __future__ import annotations

import re
from typing import Any

from actions.turn import Turn

_REPAIR, _BILLS, DEMENTIA = "home_repair", "utilities", "dementia_support"
_SURE = 0.9
# What is put up or mended in a house.
_FIXTURE = re.compile(
    r"\b(?:(?:grab|safety|hand|support|bath\w*|tub|shower|toilet) ?(?:bars?|rails?)|bars? (?:put|installed|mounted|(?:by|in|near|on|for|around|next to|beside) (?:the |her |his |my |our )?(?:bath\w*|tub|shower|toilet|commode|wall))|"
    r"(?:bath\w*|tub|shower|toilet) (?:needs? |with )?(?:grab )?bars?|(?:put|puts|putting|install\w*|mount\w*) (?:in |up )?(?:some |the |a few |those )?(?:\w+ )?(?:bars?|rails?|railings?)|hand ?rails?|railings?|banisters?|"
    r"(?:wheel ?chair |a |the |build\w* )ramps?|stair ?lift|walk in (?:tub|shower)|widen\w* (?:the |a |her |his |my )?door\w*|(?:porch|front|back|broken|rotten|loose) steps?|leak\w* roof|roof\w* (?:is |are )?leak\w*|"
    r"barras?(?: de (?:apoyo|seguridad))?(?= (?:en|para|junto|de|del|al|pa)\b)|barras de (?:apoyo|seguridad)|agarraderas?|pasamanos|barandal\w*|barandillas?|rampas?|escalon(?:es)? (?:rot\w+|floj\w+))\b"
)
_STORY_OF_BARS = re.compile(r"\b(?:candy|snack|protein|cereal|behind|gold) bars?\b")
_HAS_FIXTURE = re.compile(
    r"\b(?:has|have|had|got|given|already|tiene|tenemos|tengo|ya)(?: (?!to\b|no\b)[\w']+){0,5}? (?:bars?|rails?|railings?|ramps?|barras?|rampas?|pasamanos)\b"
)
_WARMTH = re.compile(
    r"\b(?:weatheri\w+|drafts?|drafty|insulat\w+|wind|heat\w*|cold air|corriente de aire|aislamiento)\b"
)
# Classes and check-ups are asked for by name.
_CLASS = re.compile(r"\b(?:class\w*|exercis\w*|balance|tai chi|clases?|ejercicio\w*|equilibrio)\b")
_NOT_BESIDE_FIXTURE = frozenset(
    {"falls_prevention", "utilities", "in_home_care", "medical_equipment", "social_connection"}
)
_HEATER = r"(?:furnac\w*|furnas\w*|furnis|boilers?|heaters?|heat pumps?|heat(?:ing)?(?: system)?|calenton|calefaccion|calentador|caldera|estufa de calefaccion)"
_HEAT_IS_OUT = re.compile(
    rf"\b{_HEATER}(?: \w+){{0,3}} (?:quit\w*|broke\w*|broken|died|dead|out|busted|shot|stopped|stop|won't|wont|doesn't|doesnt|don't|isn't|isnt|ain't|aint|not|needs? (?:fix\w*|repair\w*|replac\w*)|descompus\w+|descompuest\w+|no (?:prende|sirve|funciona|jala|calienta)|se dano|se murio|se rompio)\b|"
    rf"\b(?:fix\w*|repair\w*|replac\w*|mend\w*|busted|broken|dead|new|arregl\w+|repar\w+|compon\w+|componga) (?:up )?(?:the |my |her |his |our |a |an |old |el |la |mi |su |un |una )*{_HEATER}\b|"
    rf"\b(?:no|sin) (?:heat|calefaccion)\b|\bse (?:me |le |nos )?(?:descompuso|dano|murio|rompio|apago) (?:el |la |mi |su )?{_HEATER}\b"
)
_WATER_HEATER = re.compile(r"\bwater heater|calentador de agua|hot water\b")
_SUSPECTS = re.compile(
    r"\b(?:thinks?|believes?|convinced|swears?|claims?|says?|insists?|imagin\w+|accus\w+|blam\w+|suspects?|sure|tells? (?:every\w+|people|them)|cree\w*|piensa\w*|jura\w*|dice|acusa\w*|asegura\w*|culpa\w*|sospecha\w*)\b"
    r"(?: [\w']+){0,6}? (?:steal\w*|stole|robb\w+|rob|took|take|takes|taking|taken|hid|hides?|hiding|thie(?:f|ves)|after (?:his|her) (?:money|things)|rob\w+|quit\w+|ladron\w*|escond\w+|agarr\w+)\b"
)
# Whom nobody robs: the writer is accused, or it was found where it had been put.
_OF_THE_WRITER = re.compile(
    r"\b(?:accus\w+|blam\w+) (?:me|us)\b|\b(?:thinks?|believes?|convinced|says?|swears?|claims?|telling|tells? \w+) (?:that )?(?:i'm|im|i am|i|we|we're|me) (?:\w+ ){0,2}(?:steal\w*|stole|rob\w*|took|take|taking|hid|hiding)\b|"
    r"\b(?:hid|hides|put|misplaced|lost|loses) (?:it|them|things|her \w+|his \w+)(?: \w+){0,2} (?:(?:him|her)self|and forg\w+)|"
    r"\b(?:me|nos) (?:acusa\w*|culpa\w*|echa\w* la culpa)\b|\b(?:cree|piensa|dice|jura) que (?:yo )?(?:le|lo|la|les) (?:rob[oe]|quit[oe]|escond[oí]|estoy robando|agarr[oe])|\bque yo le (?:rob\w+|quit\w+)"
)
_FADES = re.compile(
    r"\b(?:dementia|demensia|alz\w*|altz\w*|memory loss|losing (?:her|his) (?:mind|memory)|lewy|confus\w+|forgets?|demencia|perdiendo la memoria|se le olvida\w*|olvidadiz\w+)\b"
)
# Then it is more than a thought.
_HURT = re.compile(
    r"\b(?:hit\w*|hurt\w*|bruis\w+|slap\w*|bank statement\w*|missing from (?:the|her|his) account|peg\w+|golpe\w*|moretones)\b"
)
_NOT_BESIDE_FADING = frozenset({"elder_abuse", "fraud_scams", "legal_help", "ltc_ombudsman"})


def led_by_words(turn: Turn, asked: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """`asked` (need_id and score, best first), led by what the words say plainly."""
    plain = turn.heard.plain
    if suspects(turn):
        return _led(asked, DEMENTIA, _NOT_BESIDE_FADING)
    if asked and asked[0]["need_id"] in (_REPAIR, *_NOT_BESIDE_FIXTURE) and asks_for_fixture(plain):
        beside = _NOT_BESIDE_FIXTURE - ({"falls_prevention"} if _CLASS.search(plain) else set())
        beside -= {_BILLS} if _WARMTH.search(plain) else set()
        return _led(asked, _REPAIR, beside)
    if heat_is_out(plain) and any(need["need_id"] in (_REPAIR, _BILLS) for need in asked):
        score = max(float(need["score"]) for need in asked)
        rest = [need for need in asked if need["need_id"] not in (_REPAIR, _BILLS, "disaster")]
        return [{"need_id": need, "score": score} for need in (_REPAIR, _BILLS)] + rest
    return asked


def names_fixture(plain: str) -> bool:
    """Whether something is asked for that is put up or mended in a house, and has nothing to do with heat."""
    return bool(_FIXTURE.search(plain)) and not _STORY_OF_BARS.search(plain)


def asks_for_fixture(plain: str) -> bool:
    """The same, and it is not there yet: "he has the grab bars and still falls"."""
    wanted = _HAS_FIXTURE.sub(" ", plain)
    return names_fixture(wanted)


def heat_is_out(plain: str) -> bool:
    """Whether what warms the house is broken, and not only dear."""
    return bool(_HEAT_IS_OUT.search(plain)) and not _WATER_HEATER.search(plain)


def suspects(turn: Turn) -> bool:
    """Somebody whose memory fades thinks that people steal."""
    plain = turn.heard.plain
    if _HURT.search(plain) or not (_SUSPECTS.search(plain) or _OF_THE_WRITER.search(plain)):
        return False
    if _OF_THE_WRITER.search(plain) and turn.heard.about not in (None, "self"):
        return True
    case = turn.memory.case
    return bool(_FADES.search(plain)) or DEMENTIA in (*case.needs, *case.asked)


def _led(
    asked: list[dict[str, Any]], need: str, without: frozenset[str] | set[str]
) -> list[dict[str, Any]]:
    score = max([_SURE, *(float(one["score"]) for one in asked)])
    rest = [one for one in asked if one["need_id"] not in {need, *without}]
    return [{"need_id": need, "score": score}, *rest]
