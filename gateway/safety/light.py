"""Does a message laugh, look back, or speak of a bill or a thing? Then a rule alone is not believed."""

from __future__ import annotations

import re

_LIGHT = re.compile(
    # It laughs.
    r"\b(ha ?ha\w*|he ?he|lol|lmao|jaja\w*|jeje\w*|joke|joking|kidding|funny|laugh\w*|tickled|broma|bromeando|risa)\b"
    # It looks back.
    r"|\b((years?|yrs|months?) (ago|back)|last (year|month|winter|summer|spring|fall|week)|back in|used to|when (i|we) (was|were)|as a (girl|boy|child)"
    r"|in (january|february|march|april|may|june|july|august|september|october|november|december|19\d\d|20\d\d)"
    r"|(for|been) (\w+ )?years|fixed it|hace (anos|meses|un ano|\w+ (anos|meses))|el (ano|mes) pasado|antes era)\b"
    # It speaks of a bill, a thing, a pet or somewhere to live.
    r"|\b(bill|cost|costs|price|prices|coupon|necklaces?|buttons?|pendant|brand|passwords?|account|square feet|realtor|masks?|cat|dog|vet"
    r"|movie|tv|show|game|book|turkey|menu|robot|batter(y|ies)|detector|caseworker|medicaid lady|trabajadora|recibo|precio|perr[oa]|gat[oa])\b"
)


def sounds_light(normalised: str) -> bool:
    """Whether `normalised` has something of that."""
    return bool(_LIGHT.search(normalised))
