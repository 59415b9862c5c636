"""How hard a sentence is to read, in English by school year, in Spanish by ease."""

from __future__ import annotations

import re

import pyphen


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
