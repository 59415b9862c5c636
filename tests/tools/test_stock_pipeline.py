"""What Rasa's stock pipeline is taught and how it is judged (tools/stock_pipeline.py)."""

from __future__ import annotations

import csv
from pathlib import Path

import yaml

from tools.stock_pipeline import (
    ROOT,
    Case,
    Heard,
    figures,
    need_cases,
    need_lessons,
    nlu_data,
    stock_config,
    taught,
)


def _read_back(text: str) -> dict[str, list[str]]:
    """The examples by intent, as Rasa's multi-line format is read: a dash, a space, the message."""
    read = {}
    for block in yaml.safe_load(text)["nlu"]:
        lines = block["examples"].splitlines()
        assert all(line.startswith("- ") for line in lines)
        read[block["intent"]] = [line[2:] for line in lines]
    return read


def test_each_message_comes_back_under_its_need() -> None:
    lessons = [
        ("- ramp: 'steep' \"one\"", "home_repair"),
        ("¿me ayudan con la luz?", "utilities"),
        ("# 4 grab bars", "home_repair"),
        ("x" * 1500, "utilities"),
    ]
    assert _read_back(nlu_data(lessons)) == {
        "home_repair": ["- ramp: 'steep' \"one\"", "# 4 grab bars"],
        "utilities": ["¿me ayudan con la luz?", "x" * 1500],
    }


def test_brackets_and_line_breaks_are_no_markup() -> None:
    written = nlu_data([("need [a ride](place)\nto {dialysis}", "transportation")])
    assert _read_back(written) == {"transportation": ["need (a ride)(place) to (dialysis)"]}


def test_every_need_is_taught() -> None:
    with (ROOT / "data" / "needs.csv").open(encoding="utf-8", newline="") as lines:
        needs = {row["need_id"] for row in csv.DictReader(lines)}
    assert {need for _, need in need_lessons()} == needs


def test_only_the_epochs_of_the_stock_pipeline_change() -> None:
    stock = yaml.safe_load((ROOT / "tools" / "stock_stack" / "config.yml").read_text("utf-8"))
    ours = yaml.safe_load(stock_config(7))
    diet = next(c for c in ours["pipeline"] if c["name"] == "DIETClassifier")
    assert diet["epochs"] == 7
    diet["epochs"] = 100
    assert ours["pipeline"] == stock["pipeline"]


def test_a_model_that_was_taught_something_else_is_not_taken() -> None:
    lessons = [("luz", "utilities"), ("ride", "transportation")]
    assert taught(lessons, 7) == taught(list(lessons), 7)
    assert len({taught(lessons, 7), taught(lessons, 8), taught(lessons[:1], 7)}) == 3


def test_messages_without_a_need_are_left_out_and_fair_readings_count(tmp_path: Path) -> None:
    path = tmp_path / "set.jsonl"
    path.write_text(
        '{"text": "luz", "language": "es", "needs": ["utilities"], "also_right": ["housing"]}\n'
        '{"text": "hi", "language": "en", "needs": []}\n'
    )
    assert need_cases(path) == [Case("luz", "es", frozenset({"utilities", "housing"}))]


def test_figures_are_shares_by_language_and_a_median() -> None:
    cases = [
        Case(str(n), language, frozenset("a")) for n, language in enumerate(["en", "en", "es"])
    ]
    heard = [Heard("a", 1.0), Heard("b", 9.0), Heard("a", 2.0)]
    assert figures(cases, heard) == "all 0.667, en 0.500, es 1.000; median 2.0 ms"
