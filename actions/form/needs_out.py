"""One of several things that a request is about is taken out, or is the only one that stays, by any of its words.

"Take the social security part out", "only the furnace", "quite lo de la luz".
"""

from __future__ import annotations

import re

from actions.form.clauses import parts_of
from actions.heard import Heard
from actions.needs.came_for import needs_of_request, open_needs
from actions.needs.need_words import names_need
from actions.turn import Turn
from resources_index.index.needs import need_name

_OUT = re.compile(
    r"\b(?:take|leave|keep|cut|cross|get|put) (?:\w+ ){0,6}?(?:out|off|away)\b|\b(?:remove|drop|skip|scratch|delete|forget (?:about )?the|without|except|minus|quit\w+|saqu\w+|borr\w+|menos|excepto|sin)\b|"
    r"\b(?:don't|dont|do not|doesn't|doesnt|no longer) (?:really )?(?:need|want)\b|\b(?:not|no) (?:the|my|for|about|la|el|lo|el de|lo de|quiero|necesito|ocupo)\b|^no \w+"
)
_ONLY = re.compile(
    r"^(?:(?:no|yes|ok|well|and|but|oh|please|si|bueno|pues|share|compart\w+) )*(?:only|just|solo|solamente|nomas|nada mas)\b|\b(?:only|solamente|nomas|nada mas)$"
)
_SAYS_LITTLE = frozenset("that this with from have need needs help about para esto ayuda part thing them they what want please and the one".split())  # fmt: skip
_LEAST = 4  # letters


def takes_need_out(turn: Turn, step: str) -> bool:
    """True when the request is about less now; it has been said."""
    needs = needs_of_request(turn)
    if len(needs) < len(("one", "another")):
        return _is_out_already(turn, needs)
    left = _left(turn, needs)
    if not left or set(left) == set(needs):
        return False
    turn.memory.referral["needs"] = left
    topic = ", ".join(need_name(need, turn.language) for need in left)
    turn.say("utter_referral_about", topic=topic)
    return True


def _is_out_already(turn: Turn, needs: list[str]) -> bool:
    """ "Drop social security", said once more of what was taken out: what it is about is told again."""
    known = open_needs(turn.memory.case)
    others = [need for need in known if need not in needs]
    plain = turn.heard.plain
    out = _OUT.search(plain) and any(_names(turn, need, plain, known) for need in others)
    only = _ONLY.search(plain) and others and any(_names(turn, n, plain, known) for n in needs)
    if not needs or not (out or only) or "?" in turn.heard.text:
        return False
    turn.say("utter_referral_about", topic=need_name(needs[0], turn.language))
    return True


def _left(turn: Turn, needs: list[str]) -> list[str]:
    left = list(needs)
    for part in parts_of(turn.heard.text):
        plain = Heard(part, "").plain
        named = [need for need in needs if _names(turn, need, plain, needs)]
        if not named or "?" in part:
            continue
        if _ONLY.search(plain):
            return named
        if _OUT.search(plain):
            left = [need for need in left if need not in named]
    return left


def _names(turn: Turn, need: str, plain: str, needs: list[str]) -> bool:
    if names_need(need, plain):
        return True
    others = {word for other in needs if other != need for word in _words(turn, other)}
    return bool((_words(turn, need) - others) & set(plain.split()))


def _words(turn: Turn, need: str) -> set[str]:
    """Of its names, and of what was told of it."""
    told = [one["text"] for one in turn.memory.case.told if one["need"] == need]
    names = (need.replace("_", " "), need_name(need, "en"), need_name(need, "es"), *told)
    words = {word for name in names for word in Heard(str(name), "").plain.split()}
    return {word for word in words if len(word) >= _LEAST} - _SAYS_LITTLE
