"""The check that every message goes through first, in every state of the conversation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import structlog

from gateway.safety.aps import read_aps_lines
from gateway.safety.caution import caution_in
from gateway.safety.classifier import CrisisClassifier
from gateway.safety.language import guess_language
from gateway.safety.normalise import normalise
from gateway.safety.private_numbers import cut_private_numbers
from gateway.safety.refusal import says_no
from gateway.safety.rules_table import rules
from gateway.safety.scams import Scams
from gateway.safety.texts import caution_text, crisis_texts, scam_texts

_log = structlog.get_logger()


@dataclass(frozen=True)
class Verdict:
    """What the check found. `messages` are the fixed texts of a crisis or of a scam under way.

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
    scam: str | None = None
    says_no: bool = False


class Safety:
    """Rules that a person can read, and a classifier; either of them is enough."""

    def __init__(
        self, classifier: CrisisClassifier | None, aps_lines: Mapping[str, str] | None = None
    ) -> None:
        self._classifier = classifier
        self._aps_lines = aps_lines or {}
        self._scams = Scams()

    @classmethod
    def open(cls, data_dir: Path, encoder_dir: Path) -> Safety:
        """Without its trained part the rules still stand; that is logged as an error."""
        classifier = None
        try:
            classifier = CrisisClassifier.open(data_dir / "safety", encoder_dir)
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
        kind, found_by = self._crisis(text, normalised)
        if kind is not None:
            messages = crisis_texts(kind, spoken, normalised, None)
            return Verdict(
                kind, clean, spoken, private_found, None, "", messages, found_by, normalised,
                says_no=says_no(normalised),
            )  # fmt: skip
        verdict = Verdict(None, clean, spoken, private_found, says_no=says_no(normalised))
        scam = self._scams.scam_in(normalised)
        if scam is not None:
            return replace(verdict, scam=scam, messages=scam_texts(scam, spoken))
        caution = caution_in(normalised)
        if caution is None:
            return verdict
        return replace(verdict, caution=caution, caution_text=caution_text(caution, spoken))

    def _crisis(self, text: str, normalised: str) -> tuple[str | None, str]:
        for table in rules():
            if table.catch(normalised):
                return table.kind, "rules"
        if self._classifier is None or len(normalised.split()) < 2:
            return None, ""
        kind = self._classifier.classify(text)
        return kind, "classifier" if kind else ""
