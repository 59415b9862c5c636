"""Turns by people who knew our names for them and by people who did not; and what was said before a turn."""

from __future__ import annotations

from pathlib import Path

from porchlight.evaluation.acts import read_turns


def test_both_kinds_of_labels_are_read_and_neighbours_count(tmp_path: Path) -> None:
    path = tmp_path / "turns.tsv"
    lines = ("listed\tstate_need\tmy light bill", "start\tadd_need\tand a ride", "detail\tmore\tothers", "any\tnothing_of_ours\tx")  # fmt: skip
    path.write_text("\n".join(lines), "utf-8")
    turns = read_turns(path)
    assert [turn.right for turn in turns] == [
        {"ask_need", "add_need"},
        {"ask_need", "add_need"},
        {"more", "what_else"},
    ]


def test_a_turn_after_a_list_is_measured_after_a_list(tmp_path: Path) -> None:
    path = tmp_path / "turns.tsv"
    path.write_text("detail\tcost\thow much\nstart\tgreet\thello\nlisted\tmore\tothers", "utf-8")
    assert [len(turn.before) for turn in read_turns(path)] == [2, 0, 1]
