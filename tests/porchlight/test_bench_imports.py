"""The lists that `porchlight bench import` makes come in whole, so that its figures are of imports that work."""

from __future__ import annotations

from pathlib import Path

import pytest

from porchlight.bench.imports import KINDS_OF_LISTS, measure_import
from resources_index.places import Places

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("kind", KINDS_OF_LISTS)
def test_every_line_of_a_made_list_comes_in(kind: str) -> None:
    places = Places.load(ROOT / "data" / "places")
    seen: list[int] = []
    took = measure_import(kind, 300, places, ROOT / "data" / "importers", seen.append)
    assert took.came_in == 300
    assert took.processor_seconds > 0
    assert kind != "hsds-json" or seen[-1] == 300
