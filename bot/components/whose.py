"""For whom the help is, by the rules and by what was learned beside them."""

from typing import NamedTuple, Optional, Sequence

from bot.components import person_cues as cues
from bot.components.need_shares import Eyes
from bot.components.person import NOT_MEANT, Weighed, weigh
from bot.components.text import plain
from bot.components.whose_reader import OTHER, PARENT, SELF, SPOUSE, WhoseReader, group_of

# Lessons are whole requests: of fewer words the rules know more.
_LONG = 10
_AT_WORK = "client"
# By group: for "she", for "he", for both or neither.
_BY_PRONOUN = {PARENT: ("mother", "father", "parents"), SPOUSE: ("wife", "husband", "partner")}


class Whose(NamedTuple):
    """`about` is told, `guess` only sounds so: of a first message it may be believed, of a later one never."""

    about: Optional[str]
    guess: Optional[str] = None


def whose_need(text: str, reader: Optional[WhoseReader], eyes: Eyes) -> Whose:
    """Persons as the contract names them; without a `reader` what the rules say."""
    weighed = weigh(text)
    rules = weighed.about
    if reader is None or len(text.split()) < _LONG:
        return Whose(rules)
    group = reader.group(text, rules, eyes)
    if group == group_of(rules):
        return Whose(rules)
    named = [name for name in weighed.scores if group_of(name) == group]
    if named:
        return _most(named, weighed)
    if rules not in (SELF, None):
        # "My aunt …" is no husband's, whatever it sounds like; the writer may be meant, except at work.
        return Whose(SELF if group == SELF and rules != _AT_WORK else rules)
    return Whose(None, _by_pronoun(group, plain(text)))


def _most(named: Sequence[str], weighed: Weighed) -> Whose:
    """Who of those that are named; the dead and those who are ruled out in so many words need nothing."""
    best = max(named, key=lambda name: weighed.scores[name])
    if weighed.scores[best] <= NOT_MEANT:
        return Whose(weighed.about)
    return Whose(None, best) if weighed.about is None else Whose(best)


def _by_pronoun(group: str, flat: str) -> str:
    """Who of a group "she" or "he" would be."""
    if group not in _BY_PRONOUN:
        return OTHER
    she, he = len(cues.SHE.findall(flat)), len(cues.HE.findall(flat))
    of_her, of_him, unknown = _BY_PRONOUN[group]
    return unknown if she == he else of_her if she > he else of_him
