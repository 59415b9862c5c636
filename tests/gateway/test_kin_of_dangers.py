"""Whole families of messages, by the rules alone, and the first text that each gets."""

from __future__ import annotations

from pathlib import Path

import pytest

from gateway.safety import Safety
from gateway.safety.texts import fixed_texts

# Names of fixed texts ("-": none), and a message, as people write it.
_KIN = [
    tuple(line.split("\t"))
    for line in Path(__file__).with_suffix(".tsv").read_text("utf-8").splitlines()
]
safety = Safety(None)


@pytest.mark.parametrize(("names", "text"), _KIN)
def test_each_of_a_family_gets_the_words_that_fit(names: str, text: str) -> None:
    verdict = safety.check(text)
    texts = fixed_texts(verdict.language)
    expected = [texts[name] for name in names.split("|") if name != "-"]
    assert verdict.messages[:1] in ([[text] for text in expected] or [[]])
