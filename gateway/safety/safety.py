"""The check that every message goes through first, in every state of the conversation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import structlog

from gateway.safety.aps import read_aps_lines
from gateway.safety.caution import caution_in
from gateway.safety.classifier import Classifier
from gateway.safety.language import guess_language
from gateway.safety.light import sounds_light
from gateway.safety.normalise import normalise
from gateway.safety.private_numbers import cut_private_numbers
from gateway.safety.refusal import says_no
from gateway.safety.rules_table import Rules, rules, scam_rules
from gateway.safety.texts import caution_text, crisis_texts, scam_texts
from gateway.safety.trained import Reading, Trained

_log = structlog.get_logger()


_RULES, _CLASSIFIER = "rules", "classifier"
_SCAM = "scam"
_LEAST_WORDS = 2
# What speaks against a kind by the rules must be outweighed by this much (scale of `odds`).
_DOUBT = 1.5
# An alarm by the trained half alone is weak below this much over its threshold.
_STRONG = 1.0


@dataclass(frozen=True)
class _Found:
    """What either half found, and which."""

    crisis: str | None = None
    scam: bool = False
    by: str = ""
    weak: bool = False


@dataclass(frozen=True)
class Verdict:
    """What the check found. `messages` are the fixed texts of a crisis or of a scam under way.

    `weak`: the trained half alone found the crisis, and not by much.
    `says_no`: help is refused or danger denied, if there was a crisis before.
    """

    crisis: str | None
    clean_text: str
    language: str
    private_found: bool = False
    caution: str | None = None
    caution_text: str = ""
    messages: list[str] = field(default_factory=list)
    found_by: str = ""
    normalised: str = ""
    scam: bool = False
    says_no: bool = False
    weak: bool = False


class Safety:
    """Rules that a person can read, and a trained half; `_decide` says how they go together."""

    def __init__(
        self, classifier: Classifier | None, aps_lines: Mapping[str, str] | None = None
    ) -> None:
        self._classifier = classifier
        self._aps_lines = aps_lines or {}

    @classmethod
    def open(cls, data_dir: Path, encoder_dir: Path) -> Safety:
        """Without its trained part the rules still stand; that is logged as an error."""
        classifier = None
        try:
            classifier = Classifier.open(data_dir / "safety", encoder_dir)
        except (OSError, ValueError, KeyError) as error:
            _log.error("the trained crisis check is missing, rules only", reason=str(error))
        return cls(classifier, read_aps_lines(data_dir / "safety"))

    def texts_for(self, verdict: Verdict, state: str | None) -> list[str]:
        """The fixed texts of a crisis, with the line of `state` (a postal code) where it helps."""
        if verdict.crisis is None:
            return []
        aps = self._aps_lines.get(state or "")
        return crisis_texts(verdict.crisis, verdict.language, verdict.normalised, aps)

    def check(self, text: str, language: str | None = None) -> Verdict:
        """Look for danger, for private numbers and for scams under way."""
        normalised = normalise(text)
        spoken = guess_language(normalised) or language or "en"
        clean, private_found = cut_private_numbers(text)
        refused = says_no(normalised)
        found = self._find(text, normalised)
        if found.crisis is not None:
            messages = crisis_texts(found.crisis, spoken, normalised, None)
            return Verdict(
                found.crisis, clean, spoken, private_found, None, "", messages, found.by, normalised,
                says_no=refused, weak=found.weak,
            )  # fmt: skip
        verdict = Verdict(
            None, clean, spoken, private_found, normalised=normalised, says_no=refused
        )
        if found.scam:
            messages = scam_texts(spoken, normalised)
            return replace(verdict, scam=True, messages=messages, found_by=found.by)
        caution = caution_in(normalised)
        if caution is None:
            return verdict
        return replace(verdict, caution=caution, caution_text=caution_text(caution, spoken))

    def _find(self, text: str, normalised: str) -> _Found:
        tables = {table.kind: table for table in rules()}
        scams = {_SCAM: scam_rules()}
        danger, scam = _by_rules(tables, normalised), _by_rules(scams, normalised)
        if self._classifier is None or len(normalised.split()) < _LEAST_WORDS:
            return _Found(danger, scam is not None, _RULES)
        reading = self._classifier.read(text)
        kind, sure = _decide(self._classifier.crisis, reading, normalised, tables, danger)
        cheated, surer = _decide(self._classifier.scam, reading, normalised, scams, scam)
        if kind is not None and (kind == danger or cheated is None or sure >= surer):
            by = _RULES if kind == danger else _CLASSIFIER
            return _Found(kind, by=by, weak=by == _CLASSIFIER and sure < _STRONG)
        return _Found(scam=cheated is not None, by=_RULES if scam else _CLASSIFIER)


def _by_rules(tables: Mapping[str, Rules], normalised: str) -> str | None:
    return next((kind for kind, table in tables.items() if table.catch(normalised)), None)


def _decide(
    trained: Trained,
    reading: Reading,
    normalised: str,
    tables: Mapping[str, Rules],
    by_rules: str | None,
) -> tuple[str | None, float]:
    """What the rules say, unless it sounds light and the trained half thinks it absurd; else what that is sure of.

    And how far over its threshold the trained half is, to tell a danger from a scam.
    """
    kind, height = trained.best(reading)
    sure = height - trained.threshold
    if by_rules is not None and (height >= trained.floor or not sounds_light(normalised)):
        return by_rules, sure
    doubt = _DOUBT if tables[kind].doubts(normalised) else 0.0
    return (kind if sure >= doubt else None), sure
