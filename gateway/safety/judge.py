"""How the rules and the trained half go together: what is an alarm, and what deserves a gentle word only."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from gateway.safety.classifier import Classifier
from gateway.safety.light import sounds_light
from gateway.safety.normalise import normalise
from gateway.safety.rules_table import Rules
from gateway.safety.sorts import sort_of
from gateway.safety.trained import Limits, Reading, Trained

_CLAUSES = re.compile(r"[.!?;\n]+|,\s+(?:and|but|also|y|pero)\s")
# What speaks against a kind by the rules must be outweighed by this much (scale of `odds`).
_DOUBT = 2.5
# What burns in a room kills however calmly it is told.
_BURNS = frozenset({"heating", "carbon_monoxide"})
# Fewer words are too few for the trained half to find them absurd.
_ENOUGH_WORDS = 7


@dataclass(frozen=True)
class Judgement:
    """`kind`: an alarm. `perhaps`: not one, but not to be passed over in silence either.

    `over`: how far the trained half is over its height for an alarm, to tell a danger from a scam.
    """

    kind: str | None
    perhaps: str | None
    by_rules: bool
    over: float


def by_rules(tables: Mapping[str, Rules], normalised: str) -> str | None:
    """The first kind whose rules catch `normalised`."""
    return next((kind for kind, table in tables.items() if table.catch(normalised)), None)


def judge(
    classifier: Classifier,
    trained: Trained,
    reading: Reading,
    text: str,
    tables: Mapping[str, Rules],
) -> Judgement:
    """A rule's plain words are believed unless the trained half finds them absurd: sooner where the message sounds light.

    Else what the trained half is sure of.
    """
    normalised = normalise(text)
    limits = trained.limits_for(reading)
    kind, height = trained.best(reading)
    over = height - limits.sure[kind]
    ruled = by_rules(tables, normalised)
    if ruled is not None:
        light = sounds_light(normalised) and height < limits.floor
        burns = sort_of(ruled, normalised) in _BURNS
        absurd = not burns and _is_absurd(normalised, height, limits)
        # A short clause always sounds more like itself: alone it needs more.
        sure = max(limits.sure[ruled], limits.floor)
        least = sure if absurd else limits.perhaps
        if not (light or absurd) or (
            _clause_height(classifier, trained, text, tables[ruled]) >= least
        ):
            return Judgement(ruled, None, True, over)
        if absurd and not light:
            return Judgement(None, ruled, True, over)
    doubt = _DOUBT if tables[kind].doubts(normalised) else 0.0
    if over >= doubt:
        return Judgement(kind, None, False, over)
    return Judgement(None, kind if height >= limits.perhaps + doubt else None, False, over)


def _is_absurd(normalised: str, height: float, limits: Limits) -> bool:
    if limits.absurd is None or len(normalised.split()) < _ENOUGH_WORDS:
        return False
    return height < limits.absurd


def _clause_height(classifier: Classifier, trained: Trained, text: str, table: Rules) -> float:
    """How alarming those clauses are by themselves in which the rule's words stand: danger is told inside an errand."""
    clauses = [clause.strip() for clause in _CLAUSES.split(text) if clause]
    telling = [clause for clause in clauses if table.catch(normalise(clause))]
    if not telling or len(clauses) == 1:
        return float("-inf")
    return trained.best(classifier.read(*telling))[1]
