"""What the encoder's reading adds to the choice of a place."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from resources_index.encoder.runtime import EncoderInfo
from resources_index.places import Places
from resources_index.places.reading import FILE, Directions, Reading
from resources_index.places.said import Said

DATA = Path(__file__).resolve().parents[3] / "data"


class Lengths:
    """Vectors that can be reckoned in the head: how long the text is, and each span."""

    def vectors(self, text: str, spans: Sequence[tuple[int, int]]) -> np.ndarray:
        return np.array([[len(text)], *([end - start] for start, end in spans)], dtype=np.float32)


def test_a_name_is_worth_its_direction_more_than_none(places: Places) -> None:
    said = Said.read("Tampa or Reno FL")
    names = places.names(said)
    directions = Directions(np.array([0.5]), np.array([2.0]), 1.0, "")
    worths = Reading(directions, Lengths()).worths(said, names)  # type: ignore[arg-type]
    assert names[0].run.name == "tampa"
    assert worths[0] == 2.0 * len("Tampa") + 1.0 - 0.5 * len(said.message)


def test_what_was_learned_is_written_and_read_again(tmp_path: Path) -> None:
    given = Directions(np.ones(3, np.float32), np.zeros(3, np.float32), 0.25, "abc")
    given.write(tmp_path / FILE)
    read = Directions.read(tmp_path / FILE)
    assert (read.none.tolist(), read.name.tolist()) == ([1, 1, 1], [0, 0, 0])
    assert (read.bias, read.digest) == (0.25, "abc")


def test_the_places_were_learned_with_the_encoder_that_is_there() -> None:
    """Else `python -m tools.train_places`."""
    learned = Directions.read(DATA / "places" / FILE)
    assert learned.digest == EncoderInfo.read(DATA / "encoder").digest


def test_a_town_with_its_state_where_nobody_needs_help_is_left_alone(places: Places) -> None:
    assert places.find_in("my husband is buried in Waco, TX and I miss him") == []
