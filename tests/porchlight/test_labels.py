"""Labels of other hands: places as text, persons by group."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from porchlight.evaluation.understanding import Outcome, person_right, place_right, read_labelled

SETS = Path(__file__).resolve().parents[2] / "data" / "evaluation" / "understanding"


def outcome(label: dict[str, Any], **understood: Any) -> Outcome:
    return Outcome(label, understood)


@pytest.mark.parametrize(
    ("wanted", "got", "right"),
    [
        ("Dayton, OH", {"label": "Dayton, OH"}, True),
        ("Dayton, OH", {"label": "Dayton, OH 45402", "zip": "45402"}, True),
        ("St Cloud, MN", {"label": "Saint Cloud, MN"}, True),
        ("Bayamon, PR", {"label": "Bayamón, PR"}, True),
        ("45402", {"label": "Dayton, OH 45402", "zip": "45402"}, True),
        ("45402", {"label": "Dayton, OH"}, False),
        ("Dayton, OH", {"label": "Daytona Beach, FL"}, False),
        ("Dayton, OH", None, False),
        (None, None, True),
        (None, {"label": "Dayton, OH"}, False),
        ({"zip": "45402", "state": "OH"}, {"zip": "45402", "state": "OH"}, True),
        ({"state": "OH"}, {"state": "KY"}, False),
    ],
)
def test_a_place_may_be_labelled_as_text(wanted: Any, got: Any, right: bool) -> None:
    assert place_right(outcome({"place": wanted}, place=got)) is right


@pytest.mark.parametrize(
    ("wanted", "got", "right"),
    [
        ("self", None, True),
        ("self", "mother", False),
        (None, "self", True),
        ("parent", "father", True),
        ("parent", "aunt", False),
        ("spouse", "partner", True),
        ("other", "neighbor", True),
        ("other", "mother", False),
        ("other", None, False),
        ("mother", "mother", True),
        ("mother", "father", False),
    ],
)
def test_a_person_may_be_labelled_by_group(
    wanted: str | None, got: str | None, right: bool
) -> None:
    assert person_right(outcome({"about": wanted}, about=got)) is right


def test_every_label_of_every_set_can_be_judged() -> None:
    for path in SETS.glob("*.jsonl"):
        for label in read_labelled(path):
            found = outcome(label, place={"label": "Dayton, OH"}, about="mother")
            assert place_right(found) in (True, False)
            assert "about" not in label or person_right(found) in (True, False)
