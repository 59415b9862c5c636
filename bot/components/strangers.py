"""People who are nobody's kin: "a lady from my choir", "an old fella at the gas station", "a man here".

Each pattern names the person by a plain word that bot/components/persons_named.py knows.
"""

from typing import List, Tuple

_OLD = r"(?:(?:very|real|poor|little|sweet|nice|dear|old|older|elderly|blind|deaf|sick|frail|disabled|homeless|retired|widowed|single|lonely|stubborn|young|black|white|mexican|hispanic|\d+ ?(?:yr|year)s? ?olds?|\d+ y ?o) )"
_ONE = r"(?:man|woman|lady|ladies|gentleman|fella|fellow|guy|gal|elder|couple|soul|person|widow|widower|granny|gramps)"
_UNO = r"(?:señora?|señorita|viejit[oa]|ancian[oa]|viud[oa]|doña|abuelit[oa]|hombre|mujer|persona)"
_A = r"(?:an?|the|this|that|some|one|another|two|these) "
# "Send a lady", "I'm an old man", "the lady at the desk said": asked for, the writer, and somebody who only speaks.
_NOT_AFTER = "".join(
    rf"(?<!\b{word} )"
    for word in (
        "i'm", "im", "am", "as", "need", "want", "send", "have", "get", "find", "like", "with", "soy", "como", "being", "just", "from", "by", "of",
    )
)  # fmt: skip
_SPEAKS_ONLY = r"(?! (?:\w+ ){0,6}?(?:says?|said|told|gave|couldn't|called|dijo|me dijo|me dio|at the (?:desk|counter|office|pharmacy|bank))\b)"
_OF_US = r"(?:from|at|in|with|de|del)"
_GROUP = (
    r"(?:church|choir|club|bingo|parish|temple|synagogue|mosque|congregation|bible study|sunday school|class|senior center|quilting|bowling|league|lodge|legion|vfw|"
    r"work|job|plant|iglesia|coro|parroquia|grupo|trabajo|misa)"
)
_HOUSE = r"(?:building|floor|block|street|road|complex|trailer park|mobile home park|hall|hallway|cul de sac|edificio|cuadra|calle|piso|complejo|parque)"
_MY = r"(?:my|our|the|mi|nuestr[oa]|la|el)"
_SOMEBODY = rf"(?:{_A}|un[oa]? |la |el )?{_OLD}*(?:{_ONE}|{_UNO}|someone|somebody|folks|people|alguien|gal|girl)"

STRANGERS: List[Tuple[str, str]] = [
    (rf"\b{_SOMEBODY} {_OF_US} {_MY} (?:\w+ )?{_GROUP}\b", "my friend"),
    (rf"\b{_SOMEBODY} (?:in|on|from|down|at|de|en) {_MY} (?:\w+ )?{_HOUSE}\b", "my neighbor"),
    (rf"{_NOT_AFTER}\b{_A}{_OLD}+{_ONE}\b{_SPEAKS_ONLY}", "this cousin"),
    (rf"{_NOT_AFTER}\b(?:an?|this|that) {_ONE}\b(?= (?:who|that|here|in|at|on|sleep\w*|liv\w*|com\w+|keeps|need\w*|has|is|i know|we know)\b){_SPEAKS_ONLY}", "this cousin"),
    (rf"{_NOT_AFTER}\b(?:una?|est[ae]|otr[oa]) (?:\w+ )?{_UNO}\b(?: (?:mayor|ancian[oa]|enferm[oa]|sol[oa]|cieg[oa]|muy \w+|de \d+ años))*{_SPEAKS_ONLY}", "mi prima"),
    (rf"{_NOT_AFTER}(?<!this is )(?<!the )\b(?:mr|mrs|ms|miss|don|doña|sra|sr) (?!ria\b|and\b|needs?\b|is\b|has\b|can't\b)\w+", "this cousin"),
    (r"^(?:hi |hello )?(?=(?:(?:up|down)stairs neighbor|next door neighbor|best friend|cousin|roommate|room mate|lodger|coworker|tenant|boarder)\b)", "my "),
    (r"\b(?:my|our|a) (?:lodger|boarder|co worker)\b", "my roommate"),
    (r"\b(?:lady|man|woman|guy|couple|folks) (?:beside|behind|above|below|under|by) (?:me|us)\b", "my neighbor"),
]  # fmt: skip
