"""One list shows a number once, and home repairs that have nothing to do with heat are no work of weatherization."""

from __future__ import annotations

from dataclasses import replace

import pytest

from resources_index.directory import Directory
from resources_index.places import Place, Places, Resolved
from resources_index.search import Query, Search
from resources_index.search.repairs import has_nothing_to_do_with_heat

LOCATOR = "+18006771116"


def where(places: Places, text: str) -> Place:
    answer = places.resolve(text)
    assert isinstance(answer, Resolved)
    return answer.place


@pytest.mark.parametrize("spot", ["Houlton ME", "Española NM", "Medford OR", "Kalispell MT", "Yuma AZ", "Toledo OH", "Macon GA", "Hazard KY", "Ottumwa IA", "Las Cruces NM"])  # fmt: skip
@pytest.mark.parametrize("need", ["dental_vision_hearing", "food_assistance", "caregiver_support", "home_repair", "transportation", "social_connection"])  # fmt: skip
def test_no_number_stands_under_two_names(
    search: Search, places: Places, spot: str, need: str
) -> None:
    hits = search.find(Query("help", (need,), where(places, spot))).hits
    records = [hit.service.record for hit in hits]
    numbers = [record.phones[0].number for record in records if record.phones]
    assert len(numbers) == len(set(numbers))


def test_what_was_left_out_of_the_first_page_comes_when_all_is_asked_for(search: Search, places: Places) -> None:  # fmt: skip
    query = Query("help", ("food_assistance",), where(places, "Española NM"), limit=50)
    result = search.find(query)
    ids = [hit.service.record.id for hit in result.hits]
    rest = search.find(replace(query, offset=len(ids))).hits
    assert len(set(ids) | {hit.service.record.id for hit in rest}) == result.total


def test_no_agency_has_the_locators_number_as_its_own(directory: Directory) -> None:
    shared = [
        record
        for record in directory.services
        if LOCATOR in {phone.number for phone in record.phones}
        and record.organization != "Administration for Community Living"
    ]
    assert len({record.organization for record in shared}) == 32
    assert all(record.through["en"] == "Eldercare Locator" for record in shared)
    assert all(record.second_phone is None for record in shared)
    assert all(record.organization in record.ask_for["en"] for record in shared)


@pytest.mark.parametrize(
    "text",
    ["grab bars in the bath", "my roof is leaking", "a ramp for the wheelchair", "the porch steps are rotten", "barras en el baño", "una rampa", "se gotea el techo", "the toilet runs all night"],
)  # fmt: skip
@pytest.mark.parametrize("spot", ["Houlton ME", "Hazard KY", "Natchez MS", "Dayton OH"])
def test_bars_and_roofs_are_not_sent_to_who_saves_energy(search: Search, places: Places, text: str, spot: str) -> None:  # fmt: skip
    assert has_nothing_to_do_with_heat(text)
    query = Query(text, ("home_repair",), where(places, spot), limit=3)
    assert not any("eatherization" in hit.service.record.name for hit in search.find(query).hits)


@pytest.mark.parametrize(
    "text", ["my furnace quit", "it is drafty by the windows", "no heat and the roof leaks", "insulation", "no sirve la calefacción"]
)  # fmt: skip
def test_what_has_to_do_with_heat_may_go_there(text: str) -> None:
    assert not has_nothing_to_do_with_heat(text)


def test_who_wants_to_eat_with_others_gets_no_hunger_line(search: Search, places: Places) -> None:
    for spot in ("Kalispell MT", "Toledo OH", "Houlton ME"):
        hits = search.find(Query("lunch with others", ("meals_group",), where(places, spot))).hits
        assert not any("Hunger" in hit.service.record.name for hit in hits)
        assert "senior center" in hits[0].service.record.ask_for["en"]
