"""The office near by is among the first answers, and it is the one of the town whichever way the town is written."""

from __future__ import annotations

import pytest

from resources_index.index.serving import counties_of
from resources_index.places import CountyShare, Place, Places, Resolved
from resources_index.search import Query, Search


def where(places: Places, text: str) -> Place:
    answer = places.resolve(text)
    assert isinstance(answer, Resolved)
    return answer.place


def local_names(search: Search, query: Query) -> list[str]:
    hits = search.find(query).hits
    return [h.service.record.organization for h in hits if h.service.record.level == "local"]


@pytest.mark.parametrize(
    ("need", "place", "agency"),
    [
        ("adult_day", "Gallatin TN", "Greater Nashville"), ("food_assistance", "78207", "Bexar"),
        ("food_assistance", "43211", "Central Ohio"), ("utilities", "Xenia OH", "PSA 2"),
        ("dental_vision_hearing", "Easley SC", "Appalachian"), ("housing", "Monroe MI", "1-B"),
    ],
)  # fmt: skip
def test_the_agency_of_the_place_is_on_the_first_page(
    search: Search, places: Places, need: str, place: str, agency: str
) -> None:
    spot = where(places, place)
    result = search.find(Query("", (need,), spot))
    found = [hit.service.record.organization for hit in result.hits]
    assert any(agency in name for name in found), found
    assert result.widened is None


def test_the_one_near_by_comes_once_over_all_pages(search: Search, places: Places) -> None:
    spot = where(places, "78207")
    asked = Query("veteran, no food", ("food_assistance", "veterans"), spot, veteran=True)
    whole = [h.service.record.id for h in search.find(Query(**{**vars(asked), "limit": 30})).hits]
    pages = []
    for offset in range(0, 30, 3):
        page = search.find(Query(**{**vars(asked), "offset": offset})).hits
        pages += [hit.service.record.id for hit in page]
    assert len(set(whole)) == len(whole)
    assert pages[: len(whole)] == whole


def test_who_asks_for_food_is_offered_no_crisis_line(search: Search, places: Places) -> None:
    for needs in (("food_assistance", "veterans"), ("veterans",)):
        asked = Query("soy veterano", needs, where(places, "78207"), veteran=True, limit=12)
        names = [hit.service.record.name for hit in search.find(asked).hits]
        assert "Veterans Crisis Line" not in names
    sad = Query(
        "i am a veteran and so low", ("mental_health",), where(places, "78207"), veteran=True
    )
    assert "Veterans Crisis Line" in [h.service.record.name for h in search.find(sad).hits]


@pytest.mark.parametrize(
    ("town", "code"), [("Holyoke MA", "01040"), ("Hershey PA", "17033"), ("Far Rockaway NY", "11691")]
)  # fmt: skip
@pytest.mark.parametrize("need", ["housing", "meals_delivered", "in_home_care"])
def test_a_town_and_its_zip_have_the_same_agency(
    search: Search, places: Places, town: str, code: str, need: str
) -> None:
    by_town = local_names(search, Query("", (need,), where(places, town)))
    by_code = local_names(search, Query("", (need,), where(places, code)))
    assert by_town[0] == by_code[0]


def test_a_sliver_of_a_zip_counts_for_nothing_and_a_part_of_it_does() -> None:
    shares = (0.55, 0.44, 0.01)
    counties = tuple(CountyShare(f"2501{n}", f"C{n}", "MA", s) for n, s in enumerate(shares))
    place = Place("01040", "Holyoke, MA 01040", "zip", "MA", "01040", counties=counties)
    assert [county.share for county in counties_of(place)] == [0.55, 0.44]
    small = Place("x", "x", "zip", "MA", "01040", counties=counties[2:])
    assert len(counties_of(small)) == 1


def test_who_can_no_longer_read_is_told_of_talking_books(search: Search, places: Places) -> None:
    spot = where(places, "Easley SC")
    for text in ("i am blind and need somebody to read my mail", "ya no veo para leer mis cartas"):
        hits = search.find(Query(text, ("dental_vision_hearing",), spot)).hits
        assert "Talking Books" in hits[0].service.record.name
    teeth = search.find(Query("i need false teeth", ("dental_vision_hearing",), spot)).hits
    assert all("Talking Books" not in hit.service.record.name for hit in teeth)


def test_a_line_that_only_tells_where_to_turn_promises_a_free_call_and_no_more(
    search: Search,
) -> None:
    tells = [r for r in search.directory.services if "information" in r.name.lower() or "211:" in r.name]  # fmt: skip
    agencies = [r for r in search.directory.services if r.name == "Help line for older adults"]
    assert len(agencies) > 400
    for record in [*tells, *agencies]:
        assert record.cost["en"] != "Free.", record.name
