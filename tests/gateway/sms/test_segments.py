from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.sms.segments import count_segments, encoding_of, plan


@pytest.mark.parametrize(
    ("text", "segments", "encoding"),
    [
        ("", 0, "GSM-7"),
        ("a" * 160, 1, "GSM-7"),
        ("a" * 161, 2, "GSM-7"),
        ("a" * 306, 2, "GSM-7"),
        ("a" * 307, 3, "GSM-7"),
        ("€" * 80, 1, "GSM-7"),
        ("€" * 81, 2, "GSM-7"),
        ("a" * 152 + "€" + "b" * 20, 2, "GSM-7"),
        ("ñ" * 160, 1, "GSM-7"),
        ("á" * 70, 1, "UCS-2"),
        ("á" * 71, 2, "UCS-2"),
        ("á" * 134, 2, "UCS-2"),
        ("á" * 135, 3, "UCS-2"),
        ("🙂" * 35, 1, "UCS-2"),
        ("🙂" * 36, 2, "UCS-2"),
    ],
)
def test_segments_are_counted_as_carriers_count(text: str, segments: int, encoding: str) -> None:
    assert count_segments(text) == segments
    assert encoding_of(text) == encoding


def test_an_escaped_character_is_never_split_over_two_segments() -> None:
    # 152 places taken, the pair needs two: it moves to the next segment as a whole.
    assert count_segments("a" * 152 + "€" + "b" * 151) == 2
    assert count_segments("a" * 152 + "€" + "b" * 152) == 3


@given(st.text(alphabet="abcdefghij ", min_size=1, max_size=800))
def test_plain_letters_follow_the_published_arithmetic(text: str) -> None:
    length = len(text)
    assert count_segments(text) == (1 if length <= 160 else -(-length // 153))


def test_accents_are_dropped_only_when_that_saves_the_encoding() -> None:
    assert plan("Llame mañana").text == "Llame mañana"
    assert plan("¿Está en casa?").text == "¿Esta en casa?"
    assert plan("Bien, 中文").encoding == "UCS-2"


def test_typographic_signs_become_plain() -> None:
    assert plan("“Mon–Fri”…").text == '"Mon-Fri"...'


def test_the_tilde_of_year_is_never_lost() -> None:
    assert "año" in plan("Un año más, está bien").text
