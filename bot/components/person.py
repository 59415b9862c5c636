"""For whom the help is: the person who needs it, not everybody who is mentioned.

Everybody who is named gets points for the words around (bot/components/person_cues.py), the writer for asking; the
most points win.
"""

import re
from typing import Dict, NamedTuple, Optional

from bot.components import person_cues as cues
from bot.components.persons_named import MEN, WOMEN, Named, named_in
from bot.components.relations import named_plainly
from bot.components.text import plain

_NOBODY = -9.0
# Points of the dead, and of those for whom it is not.
NOT_MEANT = -1.0
_NAMED, _STRANGER = 0.6, 0.5
_STRONG, _AND_NEEDS, _WEAK, _HELPED, _OWNS, _OF_ANOTHER = 1.8, 1.4, 0.5, 1.2, 0.7, 0.4
_PRONOUN, _MOST_PRONOUNS, _PRONOUN_NEEDS, _HELPS_HER = 0.3, 3, 0.8, 0.6
_ASKS, _OWN_LIFE, _SPEAKS, _FOR_MYSELF, _SO_I = 0.4, 0.8, 0.3, 0.6, 0.6
_TIRED_CARER = 0.9
_LEAST_OWN = 0.4
# "Ma" as a state: at the end, before a ZIP code, or after "in" and a town. After these words it is a mother.
_MY_MA = "my our for your help with and to of about no yes ok hi hey hello thanks you is says dear poor old take drive bring feed bathe from the like".split()
_STATE_MA = re.compile(
    "".join(rf"(?<!\b{word})" for word in _MY_MA)
    + r" ma(?=$| \d{5}\b)|(?:(?<= in )|(?<=^in ))(\w+(?: \w+)?) ma\b(?! (?:needs?|is|has|can't|cant|lives|wants|fell)\b)"
)


class Weighed(NamedTuple):
    """Who it is, and the points of everybody who is named (the writer is not)."""

    about: Optional[str]
    scores: Dict[str, float]


def about_whom(text: str) -> Optional[str]:
    """One of the contract's values, or None when nothing tells."""
    return weigh(text).about


def weigh(text: str) -> Weighed:
    """As `about_whom`, with the points."""
    flat = named_plainly(_without_the_state(plain(text)))
    scores = _scores(flat)
    return Weighed(_most(flat, scores), scores)


def _most(flat: str, scores: Dict[str, float]) -> Optional[str]:
    if cues.SURELY_MYSELF.search(flat):
        return "self"
    if cues.at_work(flat):
        return "client"
    best = max(scores, key=lambda name: scores[name], default=None)
    others = scores[best] if best is not None else _NOBODY
    own = _own_need(flat)
    if best == "grandchild" and scores[best] < _NAMED + _AND_NEEDS and cues.RAISES.search(flat):
        # Help for grandparents is asked for, whatever the child is called.
        return "self"
    if best is not None and others > 0 and others >= own:
        return best
    if own > _LEAST_OWN:
        return "self"
    if best is not None and others > 0:
        return best
    return "self" if own else None


def _without_the_state(flat: str) -> str:
    """ "Rent holyoke ma", "food ma": Massachusetts, unless a word before it makes it a mother."""
    return _STATE_MA.sub(" ", flat)


def _scores(flat: str) -> Dict[str, float]:
    scores: Dict[str, float] = {}
    for named in named_in(flat):
        score = _score(named)
        if score > 0 or named.name not in scores:
            scores[named.name] = max(scores.get(named.name, _NOBODY), score)
    for name, score in scores.items():
        if score > 0:
            scores[name] = score + _spoken_of(flat, name)
            if cues.CARES_FOR.search(flat) and cues.CARER_NEEDS.search(flat):
                scores[name] -= _TIRED_CARER
    return scores


def _score(named: Named) -> float:
    """Points of one mention; below zero when it is not the one who needs help."""
    if cues.is_dead(named) or cues.NOT_FOR.search(named.before):
        return NOT_MEANT
    if cues.ONLY_THERE.search(named.before) and not cues.NEEDS_AT_ONCE.match(named.after):
        return -0.5
    if cues.WITH_ME.search(named.before) or cues.AND_ME.match(named.after):
        return _needs_later(named, 0.0)
    acts = cues.ACTS_ON_ME.match(named.after) and not cues.NEEDS_AT_ONCE.match(named.after)
    if acts or cues.NO_HELP.match(named.after) or cues.BRINGS_WORD.match(named.after):
        # "My aunt lives out in Jackson, she needs a ramp": named first, and then the one in need.
        return _needs_later(named, -0.5)
    score = _STRANGER if named.name == "client" else _NAMED
    if cues.NEEDS_STRONGLY.match(named.after):
        score += _STRONG
    elif cues.AND_NEEDS.match(named.after):
        score += _AND_NEEDS
    elif cues.NEEDS_PERHAPS.match(named.after):
        score += _WEAK
    if cues.OF_ANOTHER.match(named.said):
        score -= _OF_ANOTHER
    if cues.HELPED.search(named.before):
        score += _HELPED
    if cues.POSSESSIVE.match(named.after):
        score += _OWNS
    return score


def _needs_later(named: Named, otherwise: float) -> float:
    """Points of one who is only named at first: more when "she" or "he" turns out to be in need."""
    needs = (
        cues.SHE_NEEDS if named.name in WOMEN else cues.HE_NEEDS if named.name in MEN else cues.EITHER_NEEDS
    )  # fmt: skip
    later = cues.NEEDS_LATER.search(named.after[:60]) or needs.search(named.after)
    return 0.6 if later else otherwise


def _spoken_of(flat: str, name: str) -> float:
    """Points for "she" and "he" where they can mean this person."""
    she, he = len(cues.SHE.findall(flat)), len(cues.HE.findall(flat))
    fitting = she if name in WOMEN else he if name in MEN else she + he
    other = he if name in WOMEN else she if name in MEN else 0
    points = _PRONOUN * (min(fitting, _MOST_PRONOUNS) - min(other, 1))
    needs = cues.SHE_NEEDS if name in WOMEN else cues.HE_NEEDS if name in MEN else cues.EITHER_NEEDS
    helped = fitting > 0 and bool(cues.HELPS_HER.search(flat))
    return points + _PRONOUN_NEEDS * bool(needs.search(flat)) + _HELPS_HER * helped


def _own_need(flat: str) -> float:
    """How much the writer asks for themselves; "I need … for my dad" is not that."""
    own = cues.NOT_OWN.sub(" ", flat)
    asked = bool(cues.OWN_NEED.search(own)) and not cues.FOR_OTHER.search(own)
    mine = bool(cues.FOR_MYSELF.search(own))
    life = bool(cues.OWN_LIFE.search(own))
    so_i = (asked or life) and bool(cues.SO_I.search(own))
    spoken = bool(cues.SPEAKS.search(own))
    asked = asked or life
    return _ASKS * asked + _OWN_LIFE * life + _SPEAKS * spoken + _FOR_MYSELF * mine + _SO_I * so_i
