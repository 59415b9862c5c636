"""What the build packs comes back the same from the files, and is found as a plain look through all rows finds it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from resources_index.directory import Directory
from resources_index.index.packed import (
    KeyedLists,
    Lists,
    distinct,
    open_packed,
    write_packed,
)
from resources_index.index.postings import postings_of, text_of
from resources_index.index.services import PackedServices, packed
from resources_index.index.words import words
from resources_index.places import Place, Places, Resolved
from resources_index.search.area import Serving, miles_from


@pytest.fixture(scope="module")
def few(directory: Directory, tmp_path_factory: pytest.TempPathFactory) -> PackedServices:
    folder = tmp_path_factory.mktemp("packed")
    write_packed(folder, packed(directory.services))
    return open_packed(folder, PackedServices)


def where(places: Places, text: str) -> Place:
    answer = places.resolve(text)
    assert isinstance(answer, Resolved)
    return answer.place


def test_lists_are_found_by_their_key_alone() -> None:
    lists = KeyedLists.of({"b": [3, 4], "ñ": [9], "ab": [], "a": [1]})
    assert [lists.get(key).tolist() for key in ("a", "ab", "b", "ñ")] == [[1], [], [3, 4], [9]]
    for unknown in ("", "aa", "b much longer than any key", "z", "ü"):
        assert lists.get(unknown).tolist() == []


def test_rows_of_many_lists_come_once_and_ascending() -> None:
    lists = Lists.of([[1, 5, 9], [], [2, 5], [0]])
    assert distinct([lists[i] for i in range(4)]).tolist() == [0, 1, 2, 5, 9]
    assert distinct([]).tolist() == []
    assert distinct([lists[1]]).tolist() == []


def test_what_was_written_is_mapped_back_the_same(
    few: PackedServices, directory: Directory, tmp_path: Path
) -> None:
    made = packed(directory.services)
    assert np.array_equal(few.features.own, made.features.own)
    assert np.array_equal(few.areas.keys, made.areas.keys)
    assert few.names() == made.names()
    assert isinstance(few.features.own.base, np.memmap)
    with pytest.raises(OSError, match="nothing"):
        open_packed(tmp_path / "nothing", PackedServices)


@pytest.mark.parametrize("spot", ["45402", "10453", "los angeles county", "texas"])
@pytest.mark.parametrize("need", ["transportation", "housing"])
def test_who_serves_a_place_is_as_the_records_say(
    few: PackedServices, directory: Directory, places: Places, spot: str, need: str
) -> None:
    place = where(places, spot)
    codes = {county.fips for county in place.counties} if place.kind != "state" else set()
    found = Serving(few.areas, few.features).at(need, place).tolist()
    expected = [
        row
        for row, service in enumerate(directory.services)
        if need in service.need_ids
        and (
            service.area.kind == "nation"
            or service.area.county_fips & codes
            or place.zip in service.area.zips
            or (service.area.kind == "state" and place.state in service.area.states)
            or (service.area.kind == "part" and place.kind == "state" and place.state in service.area.states)
        )
    ]  # fmt: skip
    assert found == expected
    assert len(found) > 3


def test_ids_are_found_wherever_they_are(few: PackedServices, directory: Directory) -> None:
    some = [service.id for service in directory.services[::301]]
    rows = few.features.rows_of([*some, "nobody", f"{some[0]}-and-more"]).tolist()
    assert rows[-2:] == [-1, -1]
    assert [directory.services[row].id for row in rows[:-2]] == some
    assert [few.features.row_of(one) for one in some] == rows[:-2]
    assert few.features.row_of("nobody") is None


def test_words_score_only_the_services_that_say_them(directory: Directory) -> None:
    services = directory.services[:400]
    postings = postings_of(services)
    rows = np.arange(len(services), dtype=np.int32)
    scores = postings.scores(["wheelchair", "neversaid"], rows)
    says = np.array(["wheelchair" in words(text_of(service)) for service in services])
    assert says.any()
    assert (scores[says] > 0).all()
    assert postings.scores(["neversaid"], rows).tolist() == [0.0] * len(services)
    twice = postings.scores(["wheelchair", "wheelchair"], rows)
    assert twice == pytest.approx(2 * scores)


def test_miles_are_great_circle_miles(places: Places) -> None:
    dayton = where(places, "45402")
    # Dayton to Columbus, Ohio: some 66 miles as the crow flies.
    away = miles_from(dayton, np.array([39.9612, np.nan]), np.array([-82.9988, 0.0]))
    assert away[0] == pytest.approx(66, abs=4)
    assert np.isnan(away[1])
