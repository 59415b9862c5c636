"""Dangers as they are said at home, in Spanish above all, beside their nearest harmless kin: by the rules alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from gateway.safety import Safety

# The kind ("none": no danger), and a message, as people write it.
_KIN = [
    tuple(line.split("\t"))
    for line in Path(__file__).with_suffix(".tsv").read_text("utf-8").splitlines()
]
safety = Safety(None)


@pytest.mark.parametrize(("kind", "text"), _KIN)
def test_each_is_heard_as_what_it_is(kind: str, text: str) -> None:
    assert (safety.check(text).crisis is not None) == (kind != "none")
