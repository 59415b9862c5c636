"""Whoever takes less medicine to save money hears of the doctor first, and no hotline."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest

from gateway.safety import Safety
from gateway.safety import safety as module
from gateway.safety.caution import MEDICATION, STRETCHED, caution_in
from gateway.safety.classifier import Classifier
from gateway.safety.judge import Judgement
from gateway.safety.normalise import normalise
from gateway.safety.texts import fixed_texts
from gateway.sms.segments import plan

LESS = [
    "I cut them in half so they last, my pills",
    "I skip a dose of insulin now and then to save",
    "se salta pastillas para que le rindan",
    "ella toma insulina y ya nomas se esta poniendo la mitad para que le dure",
    "she's been skipping her pills every other day, she can't afford them",
    "tomo media pastilla para que me dure el mes",
    "le doy menos medicina a mi papa porque no alcanza",
    "mom's splitting her blood pressure pills to make them last",
]


@pytest.mark.parametrize("text", LESS)
def test_less_to_save_is_heard(text: str) -> None:
    assert caution_in(normalise(text)) == STRETCHED


@pytest.mark.parametrize(
    "text",
    [
        "can I get my pills half price, they cost too much",
        "I want medicine that is less expensive",
        "where can I get help paying for my insulin it costs 300",
        "stopped my insulin I want it over with, it costs too much anyway",
        "necesito ayuda para pagar mis medicinas, son caras",
    ],
)
def test_a_price_alone_or_a_wish_to_die_is_not(text: str) -> None:
    assert caution_in(normalise(text)) != STRETCHED


def test_what_to_take_is_another_question() -> None:
    assert caution_in("can i take advil with my blood thinner") == MEDICATION


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_text_is_one_segment_or_two_and_names_911(language: str) -> None:
    text = fixed_texts(language)[STRETCHED]
    assert "911" in text
    assert plan(text).segments <= 2


def test_a_guess_from_tone_gives_way_to_it_and_a_rule_does_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sure = Judgement("medical_emergency", None, False, 5.0)
    monkeypatch.setattr(module, "judge", lambda *_args: sure)
    trained = SimpleNamespace(read=lambda *_texts: None, crisis=None, scam=None)
    safety = Safety(cast("Classifier", cast("Any", trained)))
    verdict = safety.check(LESS[3])
    assert (verdict.crisis, verdict.caution) == (None, STRETCHED)
    monkeypatch.setattr(module, "judge", lambda *_args: Judgement(sure.kind, None, True, 5.0))
    assert safety.check(LESS[3]).crisis == "medical_emergency"
