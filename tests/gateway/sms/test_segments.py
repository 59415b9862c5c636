from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.sms.segments import count_segments, encoding_of, plan

_TABLE = [
    json.loads(line)
    for line in Path(__file__).with_name("segments.jsonl").read_text("utf-8").splitlines()
]


def test_every_text_of_the_table_is_counted_as_by_twilios_published_calculator() -> None:
    differing = []
    for row in _TABLE:
        text = "".join(piece * times for piece, times in row["text"])
        ours = (encoding_of(text), count_segments(text))
        if ours != (row["encoding"], row["segments"]):
            differing.append((row, ours))
    assert differing == []


def test_the_table_has_at_least_250_texts_of_each_encoding() -> None:
    counts = Counter(row["encoding"] for row in _TABLE)
    assert min(counts["GSM-7"], counts["UCS-2"]) >= 250


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


@pytest.mark.parametrize(
    "name",
    ["Asociación de Ayuda", "San José y Bayamón", "Clínica María", "Ramón", "Mayagüez e Íñigo"],
)
def test_a_name_keeps_its_accents_whatever_that_costs(name: str) -> None:
    assert plan(f"Llame a {name} hoy").text == f"Llame a {name} hoy"
    assert plan(f"1 {name}, 787-555-0142").encoding == "UCS-2"


@pytest.mark.parametrize(
    "text", ["Ángela le llamará hoy", "Listo. Raúl lo espera", "1 García\n2 Gómez, está cerca"]
)
def test_a_name_at_the_start_of_a_sentence_keeps_its_accents_too(text: str) -> None:
    assert plan(text).text == text


def test_a_word_at_the_start_of_a_sentence_is_no_name() -> None:
    assert plan("Está lista. Así es. Último aviso").encoding == "GSM-7"


@pytest.mark.parametrize(
    "sign", ["\x00", "\x0b", "\x0c", "\x1b", "\x7f", "\x85", "\ud83d", "\ufffe", "\uffff"]
)
def test_what_no_phone_shows_and_no_response_may_hold_is_left_out(sign: str) -> None:
    assert plan(f"Hello {sign}Ann").text == "Hello Ann"


def test_a_word_to_reply_with_is_no_name() -> None:
    assert plan("Conteste 1 o MÁS, está cerca").encoding == "GSM-7"


def test_line_breaks_and_composed_letters_are_made_one_character() -> None:
    assert plan("uno\r\ndos n\u0303").text == "uno\ndos ñ"


def test_typographic_signs_become_plain() -> None:
    assert plan("“Mon–Fri”…").text == '"Mon-Fri"...'


def test_the_tilde_of_year_is_never_lost() -> None:
    assert "año" in plan("Un año más, está bien").text
