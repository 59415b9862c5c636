"""Somebody says in so many words that nothing of the sort is the matter ("nobody is hurt, I meant you").

A denial is made of the words of the danger it denies. They are left out before a message is judged, so that it raises
no alarm by itself, and what else is said ("no im fine i just took all my pills") still does.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from gateway.safety.normalise import normalise
from gateway.safety.rules_table import named_patterns

# Words: fewer are what a cut leaves over.
_FEW = 3
_PLAIN, _BESIDE = "plain", "beside"
_CLAUSE = re.compile(r"[^.!?;,\n]+[.!?;,\n]*")
_SPACES = re.compile(r"\s+")
# What says nothing beside a denial.
_FILLERS = frozenset(
    "a ah and ay bueno but christ computer dear dios gracias god goodness gracious heavens hey hija hijo hon honey huh i jesus just listen machine "
    "lo lord look mam mija mijo mire my nah no nomas nope oh ok okay omg only pero please por favor pues que santo sake sakes "
    "senor senora señor señora señorita senorita si sir so sorry thank thanks that the un usted well what y yes you".split()
)
# "I'm only a bit shy", "solo estoy triste": what it was instead.
_INSTEAD = re.compile(
    r"^([\w']+ ){0,2}(just|only|merely|solo|solamente|nada mas|nomas|no mas|es que|lo que pasa es que)( \w+){0,2} "
    r"(i'm|im|i am|shy|sad|tired|lonely|lonesome|down|blue|venting|talking|worried|miss|estoy|ando|me (da|dio|siento|pone)|triste|cansad[oa]|sol[oa]|preocupad[oa]|es|era)\b"
    r"|^(that's|thats|that is|eso es) (all|todo)( i meant| lo que)?|^(i'm|im|i am|yo |estoy|we're|she's|he's) ?(\w+ )?(fine|ok|okay|all right|alright|bien|good)( dear| honey| gracias a dios)?$"
)
_ASKS_FOR = re.compile(
    r"\b(want|need|can|could|call|number|help|quiero|necesito|puede|llam\w+|numero|ayud\w+)\b"
)


@dataclass(frozen=True)
class Denial:
    """`plain`: it takes an alarm back. `rest`: the normalised text without the words of what is denied.

    `besides`: what else was said, as it was written; empty when that was all.
    """

    plain: bool
    rest: str
    besides: str


def denial_in(text: str) -> Denial | None:
    """What `text` denies; None when it denies nothing."""
    normalised = normalise(text)
    rest = _without(normalised)
    if rest == normalised:
        return None
    clauses = [_more_of(clause.strip()) for clause in _CLAUSE.findall(text)]
    besides = " ".join(clause for clause in clauses if clause)
    return Denial(_any(_PLAIN, normalised), rest, besides)


@functools.cache
def _patterns(name: str) -> tuple[re.Pattern[str], ...]:
    return tuple(named_patterns("denials.yml")["said"][name])


def _any(name: str, normalised: str) -> bool:
    return any(pattern.search(normalised.replace("ñ", "n")) for pattern in _patterns(name))


def _without(normalised: str) -> str:
    """`normalised` without every span that denies."""
    plain = normalised.replace("ñ", "n")
    gone = [False] * len(plain)
    for pattern in (*_patterns(_PLAIN), *_patterns(_BESIDE)):
        for found in pattern.finditer(plain):
            gone[found.start() : found.end()] = [True] * (found.end() - found.start())
    kept = "".join(
        " " if hidden else letter for letter, hidden in zip(normalised, gone, strict=True)
    )
    return _SPACES.sub(" ", kept).strip()


def _more_of(clause: str) -> str:
    """What `clause` says beside a denial, and beside what it was instead; of a clause without a comma what asks for something."""
    normalised = normalise(clause)
    rest = _without(normalised)
    asks = bool(_ASKS_FOR.search(rest)) or "?" in clause
    if _says_nothing(rest) or (_INSTEAD.search(rest) and not asks):
        return ""
    if rest == normalised:
        return clause
    return rest if asks and len(rest.split()) > _FEW else ""


def _says_nothing(normalised: str) -> bool:
    return all(word in _FILLERS for word in normalised.split())
