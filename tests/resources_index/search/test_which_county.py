"""A ZIP in several counties is asked about only where it matters."""

from __future__ import annotations

from dataclasses import replace

from resources_index.places import Places, Resolved
from resources_index.places.model import CountyShare, Place
from resources_index.search.split import differing

HERE = CountyShare("39049", "Franklin County", "OH", 0.7)
THERE = CountyShare("39041", "Delaware County", "OH", 0.3)
ZIP = Place("43017", "Dublin, OH 43017", "zip", "OH", "43017", "Dublin", (HERE, THERE))


def answers(**by_fips: list[str]) -> dict[str, list[str]]:
    return {fips.removeprefix("c"): ids for fips, ids in by_fips.items()}


def ask(place: Place | None, found: dict[str, list[str]]) -> list[str]:
    return [p.label for p in differing(place, lambda at: found[at.counties[0].fips])]


def test_counties_with_other_answers_are_asked_about_and_keep_the_zip() -> None:
    other = answers(c39049=["a", "state"], c39041=["b", "state"])
    assert ask(ZIP, other) == ["Franklin County, OH", "Delaware County, OH"]
    choice = differing(ZIP, lambda at: other[at.counties[0].fips])[1]
    assert (choice.zip, choice.counties) == ("43017", (THERE,))


def test_the_same_answers_need_no_question() -> None:
    assert ask(ZIP, answers(c39049=["a", "state"], c39041=["a", "state"])) == []


def test_a_sliver_of_a_county_a_town_and_no_place_are_not_asked_about() -> None:
    other = answers(c39049=["a"], c39041=["b"])
    sliver = replace(ZIP, counties=(replace(HERE, share=0.95), replace(THERE, share=0.05)))
    for place in (sliver, replace(ZIP, zip=None, kind="city"), None):
        assert ask(place, other) == []


def test_a_zip_over_a_state_line_asks_with_the_state_of_each_county() -> None:
    over = replace(
        ZIP, counties=(HERE, replace(THERE, fips="18029", name="Dearborn County", state="IN"))
    )
    chosen = differing(over, lambda at: [at.state or ""])
    assert [place.state for place in chosen] == ["OH", "IN"]


def test_real_zips_bring_their_shares(places: Places) -> None:
    answer = places.resolve("43017")
    assert isinstance(answer, Resolved)
    assert len(answer.place.counties) > 1
    assert answer.place.counties[0].share >= answer.place.counties[1].share
