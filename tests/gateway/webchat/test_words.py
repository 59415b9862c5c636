"""Reads every sentence of the web pages and every question of the plan."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from gateway.webwords import day_in_words, web_words
from tests.bot.test_words_of_the_bot import CARRIER_WORDS, ease, grade

ROOT = Path(__file__).resolve().parents[3]
TABLE = yaml.safe_load((ROOT / "data/plan/questions.yml").read_text("utf-8"))


def sentences(language: str) -> list[str]:
    column = 1 if language == "es" else 0
    pairs = list(TABLE["every_call"])
    for kinds in TABLE["needs"].values():
        for asked in kinds.values():
            pairs += asked
    words = [re.sub(r"\{\w+\}", "Ann", text) for text in web_words(language).values()]
    return words + [pair[column] for pair in pairs]


def test_english_is_sixth_grade_or_lower() -> None:
    for sentence in sentences("en"):
        if len(sentence.split()) >= 8:
            assert grade(sentence) <= 6.0, (round(grade(sentence), 1), sentence)


def test_spanish_is_easy_to_read() -> None:
    for sentence in sentences("es"):
        if len(sentence.split()) >= 8:
            assert ease(sentence) >= 65, (round(ease(sentence)), sentence)


@pytest.mark.parametrize("language", ["en", "es"])
def test_no_sentence_asks_for_a_carriers_word_or_shouts(language: str) -> None:
    for sentence in sentences(language):
        assert not CARRIER_WORDS.search(sentence), sentence
        assert "!" not in sentence


@pytest.mark.parametrize("language", ["en", "es"])
def test_no_phone_number_stands_in_the_words_but_the_known_ones(language: str) -> None:
    for sentence in sentences(language):
        numbers = set(re.findall(r"\b\d[\d-]{2,}\b", sentence))
        # 937-555-0142 shows the form of a number; nobody can have it.
        assert numbers <= {"911", "988", "937-555-0142", "1-800-677-1116"}, sentence


def test_each_word_is_used_on_a_page() -> None:
    sources = [p.read_text("utf-8") for p in (ROOT / "gateway").rglob("*") if p.suffix in (".html", ".py")]  # fmt: skip
    whole = "\n".join(sources)
    for name in web_words("en"):
        built = name.startswith(("about_", "start_", "time_", "person_live", "person_call"))
        assert built or name in whole, name


def test_dates_are_written_as_people_say_them() -> None:
    assert day_in_words("2026-04-01", "en") == "April 1, 2026"
    assert day_in_words("2026-04-01", "es") == "1 de abril de 2026"
    assert day_in_words("spring", "en") == "spring"
