"""Reads every sentence that the bot says."""

from __future__ import annotations

import re
from pathlib import Path

import pyphen
import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
RESPONSES = yaml.safe_load((ROOT / "bot/domain/responses.yml").read_text("utf-8"))["responses"]
CARRIER_WORDS = re.compile(
    r"\b(?:reply|send|write|text|conteste|escriba|mande)\s+(yes|end|cancel|quit|start|help|info)\b",
    re.I,
)


def syllables(word: str, language: str) -> int:
    return pyphen.Pyphen(lang=language).inserted(word).count("-") + 1


def words_and_sentences(text: str) -> tuple[list[str], int]:
    return re.findall(r"[^\W\d_]+", text), max(1, len(re.findall(r"[.?:]+", text)))


def grade(text: str) -> float:
    """Flesch-Kincaid: the school year that can read it."""
    words, count = words_and_sentences(text)
    total = sum(syllables(word, "en_US") for word in words)
    return 0.39 * len(words) / count + 11.8 * total / len(words) - 15.59


def ease(text: str) -> float:
    """Fernández-Huerta: 0 to 100, higher is easier."""
    words, count = words_and_sentences(text)
    total = sum(syllables(word, "es") for word in words)
    return 206.84 - 60 * total / len(words) - 1.02 * len(words) / count


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
