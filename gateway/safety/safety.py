"""The check that every message goes through first, in every state of the conversation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import structlog

from gateway.safety.aps import read_aps_lines
from gateway.safety.caution import MEDICATION, STRETCHED, caution_in
from gateway.safety.classifier import Classifier
from gateway.safety.denial import Denial, denial_in
from gateway.safety.judge import Judgement, by_rules, judge
from gateway.safety.language import spoken_language
from gateway.safety.longstanding import is_longstanding
from gateway.safety.normalise import normalise
from gateway.safety.private_numbers import cut_private_numbers
from gateway.safety.refusal import says_no
from gateway.safety.rules_table import rules, scam_rules
from gateway.safety.sorts import sort_of
from gateway.safety.texts import caution_text, crisis_texts, perhaps_text, scam_texts

_log = structlog.get_logger()


_RULES, _CLASSIFIER = "rules", "classifier"
_SCAM, _COURIER = "scam", "courier"
_LEAST_WORDS = 2
# On the scale of `Judgement.over`. On ten sets by other hands 14 of 24 false alarms of the trained half are under it, and of 555 cries that it
# finds one in twenty.
_ONLY_JUST = 3.0
# Words beside a denial: fewer prove nothing to the trained half alone. Who may think of dying denies more often than not.
_FEW_LEFT, _FEW_OF_DYING = 16, 6
_DYING = "suicide"
_OF_MEDICINE = ("medical_emergency", "suicide")


@dataclass(frozen=True)
class _Found:
    """What either half found, and which."""

    crisis: str | None = None
    scam: bool = False
    by: str = ""
    perhaps: str | None = None
    over: float = 0.0


@dataclass(frozen=True)
class Verdict:
    """What the check found. `messages` are the fixed texts of a crisis or of a scam under way.

    `perhaps`: the kind of a danger that is possible, not likely; then `perhaps_text` goes before what was asked for.
    `says_no`: help is refused, if there was a crisis before. `denies`: danger is denied in so many words, and nothing
    else tells of one; `besides`: what was said besides. `over`: how far the trained half is over its height for this alarm.
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
    perhaps: str | None = None
    perhaps_text: str = ""
    denies: bool = False
    besides: str = ""
    over: float = 0.0

    @property
    def only_just(self) -> bool:
        """Whether the trained half alone raised the alarm, and was not far over its height."""
        return self.crisis is not None and not self.in_plain_words and self.over < _ONLY_JUST

    def softened(self) -> Verdict:
        """The same with one line in the place of the alarm."""
        if self.crisis is None:
            return self
        said = perhaps_text(self.crisis, self.language, self.normalised)
        return replace(self, crisis=None, messages=[], perhaps=self.crisis, perhaps_text=said)

    @property
    def in_plain_words(self) -> bool:
        """Whether a rule caught it, not only the trained half."""
        return self.found_by == _RULES

    @property
    def asks_about_medicine(self) -> bool:
        """Whether it asks what to take, which the bot answers by itself where it hears the same."""
        return self.caution == MEDICATION


class Safety:
    """Rules that a person can read, and a trained half; `judge` says how they go together."""

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
            classifier = Classifier.open(data_dir, encoder_dir)
        except (OSError, ValueError, KeyError) as error:
            _log.error("the trained crisis check is missing, rules only", reason=str(error))
        return cls(classifier, read_aps_lines(data_dir / "safety"))

    def texts_for(self, verdict: Verdict, state: str | None) -> list[str]:
        """The fixed texts of a crisis, with the line of `state` (a postal code) where it helps."""
        if verdict.crisis is None:
            return []
        aps = self._aps_lines.get(state or "")
        return crisis_texts(verdict.crisis, verdict.language, verdict.normalised, aps)

    def check(self, text: str, language: str | None = None, talk: str | None = None) -> Verdict:
        """Look for danger, for private numbers and for scams under way.

        `language`: of the page, if it has one; `talk`: in which the person was answered last, if they were.
        """
        normalised = normalise(text)
        spoken = spoken_language(normalised, talk, language)
        clean, private_found = cut_private_numbers(text)
        refused = says_no(normalised)
        denial = denial_in(text)
        found = self._find(text, normalised)
        if denial is not None:
            found = self._beside_a_denial(found, denial)
        caution = caution_in(normalised)
        if caution == STRETCHED and found.crisis in _OF_MEDICINE and found.by == _CLASSIFIER:
            # Who takes less to save money is in no danger yet: the doctor comes first, and then who helps to pay.
            found = _Found()
        if found.crisis is not None:
            messages = crisis_texts(found.crisis, spoken, normalised, None)
            return Verdict(
                found.crisis, clean, spoken, private_found, None, "", messages, found.by, normalised,
                says_no=refused, over=found.over,
            )  # fmt: skip
        verdict = Verdict(
            None, clean, spoken, private_found, normalised=normalised, says_no=refused,
            denies=denial is not None and denial.plain,
            besides=cut_private_numbers(denial.besides)[0] if denial else "",
        )  # fmt: skip
        if found.scam:
            messages = scam_texts(spoken, normalised)
            return replace(verdict, scam=True, messages=messages, found_by=found.by)
        # Who asks about a medicine hears of Poison Help in the words that are made for it; old eyes need no ambulance.
        calm = caution is not None or is_longstanding(normalised)
        if found.perhaps is not None and (not calm or found.perhaps != "medical_emergency"):
            said = perhaps_text(found.perhaps, spoken, normalised)
            return replace(verdict, perhaps=found.perhaps, perhaps_text=said, found_by=found.by)
        if caution is None:
            return verdict
        return replace(verdict, caution=caution, caution_text=caution_text(caution, spoken))

    def _beside_a_denial(self, found: _Found, denial: Denial) -> _Found:
        """What is left of `found` without the words that are denied.

        Somebody who brings dying up, if only to deny it, hears of the number in one line.
        """
        if found.crisis is None and found.perhaps is None:
            return found
        rest = self._find(denial.rest, denial.rest)
        most = _FEW_OF_DYING if rest.crisis == _DYING else _FEW_LEFT
        few = len(denial.rest.split()) <= most
        if rest.crisis is not None and rest.by == _CLASSIFIER and denial.plain and few:
            # "He's not hurting me, he's cutting my toenails": so few words prove nothing beside a denial.
            return _Found(by=rest.by, perhaps=rest.crisis)
        if rest.crisis is not None or rest.scam or found.crisis is None:
            return rest
        if denial.plain and found.crisis != _DYING and rest.perhaps is None:
            # "Nobody hurts me in my house": it is what was asked, or it is simply so.
            return rest
        if denial.plain or found.by == _CLASSIFIER:
            return _Found(by=found.by, perhaps=found.crisis)
        return rest

    def _find(self, text: str, normalised: str) -> _Found:
        tables = {table.kind: table for table in rules()}
        scams = {_SCAM: scam_rules()}
        if self._classifier is None or len(normalised.split()) < _LEAST_WORDS:
            return _Found(by_rules(tables, normalised), bool(by_rules(scams, normalised)), _RULES)
        reading = self._classifier.read(text)
        danger = judge(self._classifier, self._classifier.crisis, reading, text, tables)
        scam = judge(self._classifier, self._classifier.scam, reading, text, scams)
        # Whose money is come for hears of 911 first as well, and of what the visitor is.
        courier = scam.by_rules and sort_of(_SCAM, normalised) == _COURIER
        surer = danger.over >= scam.over and not courier
        if danger.kind and (danger.by_rules or not scam.kind or surer):
            return _Found(danger.kind, by=_name(danger), over=danger.over)
        if scam.kind:
            return _Found(scam=True, by=_name(scam))
        return _Found(by=_name(danger), perhaps=danger.perhaps)


def _name(found: Judgement) -> str:
    return _RULES if found.by_rules else _CLASSIFIER
