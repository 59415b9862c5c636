"""Reads every sentence that the bot says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from tests.support.reading import ease, grade

ROOT = Path(__file__).resolve().parents[2]
RESPONSES = yaml.safe_load((ROOT / "bot/domain/responses.yml").read_text("utf-8"))["responses"]
CARRIER_WORDS = re.compile(
    r"\b(?:reply|send|write|text|conteste|escriba|mande)\s+(yes|end|cancel|quit|start|help|info)\b",
    re.I,
)


def sentences(language: str) -> list[str]:
    found = []
    for variations in RESPONSES.values():
        for variation in variations:
            if variation["condition"][0]["value"] == language:
                found.append(re.sub(r"\{\w+\}", "Ann", variation["text"]))
    return found


def test_every_response_speaks_both_languages() -> None:
    for name, variations in RESPONSES.items():
        spoken = {variation["condition"][0]["value"] for variation in variations}
        assert spoken == {"en", "es"}, name


@pytest.mark.parametrize("language", ["en", "es"])
def test_no_wording_invites_a_carriers_word(language: str) -> None:
    for sentence in sentences(language):
        assert not CARRIER_WORDS.search(sentence), sentence


def test_english_is_sixth_grade_or_lower() -> None:
    for sentence in sentences("en"):
        if len(sentence.split()) >= 8:
            assert grade(sentence) <= 6.0, (round(grade(sentence), 1), sentence)


def test_spanish_is_easy_to_read() -> None:
    for sentence in sentences("es"):
        if len(sentence.split()) >= 8:
            assert ease(sentence) >= 65, (round(ease(sentence)), sentence)


def test_one_question_at_a_time() -> None:
    for sentence in [*sentences("en"), *sentences("es")]:
        assert sentence.count("?") <= 1, sentence
        assert "!" not in sentence


def test_each_act_has_one_rule_and_examples_in_both_languages() -> None:
    domain = yaml.safe_load((ROOT / "bot/domain/domain.yml").read_text("utf-8"))
    rules = yaml.safe_load((ROOT / "data/dialogue/rules/rules.yml").read_text("utf-8"))["rules"]
    acts = [rule["steps"][0]["intent"] for rule in rules]
    assert sorted(acts) == sorted(domain["intents"])
    for act in acts:
        assert (ROOT / f"data/dialogue/acts/{act}.yml").exists(), act
