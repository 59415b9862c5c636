"""Needs, place, person, language and act of single messages, against labels by other hands."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from porchlight.evaluation.client import Conversation

Labelled = dict[str, Any]
_SELF = "self"
# Some sets tell only the group of the person who is helped.
_GROUPS = {
    _SELF: frozenset({_SELF}),
    "parent": frozenset({"mother", "father", "parents"}),
    "spouse": frozenset({"wife", "husband", "partner"}),
}


@dataclass(frozen=True)
class Outcome:
    """A labelled message with what was understood of it."""

    label: Labelled
    understood: dict[str, Any]

    @property
    def needs(self) -> list[str]:
        """Needs as understood, the surest first."""
        return [need["need_id"] for need in self.understood.get("needs") or []]

    @property
    def right_needs(self) -> set[str]:
        """What a careful reader would accept."""
        return {*self.label["needs"], *(self.label.get("also_right") or [])}


def read_labelled(path: Path) -> list[Labelled]:
    """One JSON object a line. Raises FileNotFoundError when the set is missing."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def understand(url: str, labelled: Iterable[Labelled]) -> list[Outcome]:
    """Each message in a fresh conversation of its own."""
    outcomes = []
    with httpx.Client() as client:
        for label in labelled:
            answer = Conversation(url, client).say(label["text"])
            outcomes.append(Outcome(label, answer["understood"]))
    return outcomes


def need_figures(outcomes: Sequence[Outcome]) -> dict[str, float]:
    """First need right, micro and macro F1, exact match; over messages that name a need."""
    asked = [outcome for outcome in outcomes if outcome.label.get("needs")]
    hits, extra, missed = Counter[str](), Counter[str](), Counter[str]()
    for outcome in asked:
        wanted, got = set(outcome.label["needs"]), set(outcome.needs)
        accepted = outcome.right_needs
        hits.update(wanted & got)
        missed.update(wanted - got)
        extra.update(got - accepted)
    names = set(hits) | set(missed)
    per_need = [_f1(hits[name], extra[name], missed[name]) for name in names]
    total = max(1, len(asked))
    return {
        "first need right": sum(_first_right(o) for o in asked) / total,
        "micro-F1": _f1(hits.total(), extra.total(), missed.total()),
        "macro-F1": sum(per_need) / max(1, len(per_need)),
        "exact": sum(_exact(o) for o in asked) / total,
        "none understood": sum(not o.needs for o in asked) / total,
    }


def per_need_f1(outcomes: Sequence[Outcome]) -> dict[str, float]:
    """F1 of each need that occurs in the labels."""
    figures = {}
    for name in sorted({need for o in outcomes for need in o.label.get("needs") or []}):
        right = sum(name in o.label["needs"] and name in o.needs for o in outcomes)
        extra = sum(name in o.needs and name not in o.right_needs for o in outcomes)
        missed = sum(name in (o.label.get("needs") or []) and name not in o.needs for o in outcomes)
        figures[name] = _f1(right, extra, missed)
    return figures


def calibration_error(outcomes: Sequence[Outcome], bins: int = 10) -> float:
    """Expected calibration error of the first need's score."""
    scored = [
        (float(o.understood["needs"][0]["score"]), _first_right(o))
        for o in outcomes
        if o.label.get("needs") and o.understood.get("needs")
    ]
    error = 0.0
    for low in range(bins):
        inside = [(s, r) for s, r in scored if low / bins <= min(s, 0.999) < (low + 1) / bins]
        if inside:
            confidence = sum(s for s, _ in inside) / len(inside)
            accuracy = sum(r for _, r in inside) / len(inside)
            error += abs(confidence - accuracy) * len(inside) / len(scored)
    return error


def place_right(outcome: Outcome) -> bool:
    """Whether the place is the labelled one, as exactly as the label says."""
    wanted, got = outcome.label.get("place"), outcome.understood.get("place")
    if not wanted:
        return got is None
    if got is None:
        return False
    if isinstance(wanted, str):
        return _is_place(wanted, got)
    exact = ("zip", "state")
    same = all(got.get(key) == wanted[key] for key in exact if wanted.get(key))
    county = wanted.get("county")
    return same and (not county or (got.get("county") or "").lower() == county.lower())


def person_right(outcome: Outcome) -> bool:
    """Whether the person is the labelled one, or of the labelled group; nobody named is the writer."""
    wanted, got = outcome.label["about"], outcome.understood.get("about") or _SELF
    if wanted == "other":
        return got not in _GROUPS[_SELF] | _GROUPS["parent"] | _GROUPS["spouse"]
    return got in _GROUPS.get(wanted, {wanted or _SELF})


def share(outcomes: Sequence[Outcome], right: Callable[[Outcome], bool]) -> float:
    """The share of outcomes that are right; 0.0 when there are none."""
    return sum(map(right, outcomes)) / max(1, len(outcomes))


def _is_place(said: str, got: Mapping[str, Any]) -> bool:
    """`said`: a ZIP, "Town, ST", "Some County, ST" or a state."""
    if said.isdigit():
        return bool(got.get("zip") == said)
    names = {_folded(got.get(key) or "") for key in ("label", "text", "city", "county", "state")}
    return _folded(said) in names or any(name.startswith(f"{_folded(said)} ") for name in names)


def _folded(name: str) -> str:
    plain = unicodedata.normalize("NFD", name.lower().replace(".", ""))
    plain = "".join(char for char in plain if unicodedata.category(char) != "Mn")
    return re.sub(
        r"^(saint|ft|fort) ", lambda m: {"saint": "st ", "ft": "fort "}.get(m[1], m[0]), plain
    )


def _first_right(outcome: Outcome) -> bool:
    return bool(outcome.needs) and outcome.needs[0] in outcome.right_needs


def _exact(outcome: Outcome) -> bool:
    got = set(outcome.needs)
    return set(outcome.label["needs"]) <= got <= outcome.right_needs


def _f1(hits: int, extra: int, missed: int) -> float:
    return 2 * hits / max(1, 2 * hits + extra + missed)
