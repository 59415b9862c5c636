"""Wishes beside the need: soon, open, in a language, for an age, free; and what happens when nothing fits."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import numpy as np
import pytest

from resources_index.directory import Area, Directory, Opening, ServiceRecord
from resources_index.index.features import features_of
from resources_index.index.records import Records, stored
from resources_index.index.roles import is_signpost, office_names
from resources_index.index.services import packed
from resources_index.places import Place, Places, Resolved
from resources_index.search import Query, Search
from resources_index.search.explain import Extra, further_reasons
from resources_index.search.filters import allowed
from resources_index.search.opening import CLOSED, OPEN, UNKNOWN, Clock
from resources_index.search.urgency import is_urgent


def where(places: Places, text: str) -> Place:
    answer = places.resolve(text)
    assert isinstance(answer, Resolved)
    return answer.place


@pytest.fixture(scope="session")
def service(directory: Directory) -> ServiceRecord:
    return next(s for s in directory.services if s.phones and s.area.kind == "nation")


@pytest.mark.parametrize(
    ("text", "spot"),
    [("no food tonight", "45402"), ("no tengo comida para hoy", "33125"), ("im hungry", "98101")],
)
def test_no_food_tonight_lists_what_helps_now_before_a_benefit_that_takes_weeks(
    search: Search, places: Places, text: str, spot: str
) -> None:
    hits = search.find(Query(text, place=where(places, spot), limit=10)).hits
    pace = [hit.service.record.urgency for hit in hits]
    assert pace[0] == "immediate"
    assert "weeks" not in pace[: len([one for one in pace if one != "weeks"])]


@pytest.mark.parametrize(
    "text",
    [
        "they cut off my power",
        "need help TODAY",
        "me cortaron la luz",
        "no food in the house",
        "no hay luz",
        "heater quit last night",
        "our pantry is bare",
        "we have to be out by the 15th",
        "they threw my sister out",
        "low on insulin",
        "the bathroom toilet backed up",
        "got a disconnection notice from duke energy",
        "se descompuso el calentón",
        "se me acabó la insulina",
        "mi suegra se quedó sin oxígeno",
        "nos quieren sacar de la casa",
        "la nevera está vacía",
    ],
)
def test_these_words_cannot_wait(text: str) -> None:
    assert is_urgent(text)


@pytest.mark.parametrize(
    "text",
    [
        "meals for my mom",
        "what is the cutoff age",
        "food stamps",
        "comida a domicilio",
        "want to get out of the house more",
        "the oxygen company went out of business",
        "heat bill is out of control",
        "they cut two toes off",
        "lights for the christmas party",
        "clases de cocina",
    ],
)
def test_these_words_can_wait(text: str) -> None:
    assert not is_urgent(text)


@pytest.mark.parametrize("spot", ["10453", "60644", "90012", "05401", "texas"])
@pytest.mark.parametrize("need", ["meals_group", "housing", "legal_help", "benefits_check"])
def test_no_office_comes_twice_for_a_need_unless_more_is_asked_for(
    search: Search, places: Places, spot: str, need: str
) -> None:
    query = Query("help", (need,), where(places, spot), limit=10)
    first = search.find(query).hits
    seen: set[str] = set()
    for hit in first:
        assert not office_names(hit.service.record) & seen
        seen |= office_names(hit.service.record)
    more = search.find(replace(query, offset=len(first))).hits
    assert not {h.service.record.id for h in first} & {h.service.record.id for h in more}


def test_paging_reaches_every_hit_once(search: Search, places: Places) -> None:
    query = Query("lunch", ("meals_group",), where(places, "10453"), limit=7)
    ids: list[str] = []
    while True:
        result = search.find(replace(query, offset=len(ids)))
        if not result.hits:
            break
        ids += [hit.service.record.id for hit in result.hits]
    assert len(ids) == len(set(ids)) == result.total


def test_a_language_that_nobody_speaks_is_given_up_and_said(
    search: Search, places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "resources_index.search.filters._speaks",
        lambda features, language: np.zeros(len(features.language_sets), dtype=bool),
    )
    result = search.find(Query("comida", place=where(places, "33125"), language="es"))
    assert result.hits
    assert result.relaxed == ("language",)


def test_who_asks_for_what_is_open_gets_the_open_first_or_hears_that_nobody_knows(
    search: Search, places: Places
) -> None:
    spot = where(places, "45402")
    asked = search.find(Query("food pantry open right now", place=spot, limit=5))
    states = [hit.service.open_now for hit in asked.hits]
    assert False not in states
    assert (asked.relaxed == ("open_now",)) is (True not in states)
    scheduled = tuple(one.id for one in search.directory.services if one.schedule)
    unknown = search.find(Query("abierto ahora", ("veterans",), spot, exclude=scheduled))
    assert unknown.hits[0].service.open_now is None
    assert unknown.relaxed == ("open_now",)
    assert search.find(Query("food pantry", place=spot)).relaxed == ()


def test_closer_puts_offices_of_the_county_before_lines_and_counts_those_not_shown(
    search: Search, places: Places
) -> None:
    spot = where(places, "90012")
    query = Query("food", ("food_assistance",), spot, near_first=True, limit=50)
    helpers = [h.service.record for h in search.find(query).hits]
    levels = [record.level for record in helpers if not is_signpost(record)]
    local = levels.count("local")
    assert levels[:local] == ["local"] * local
    assert "national" in levels
    usual = search.find(Query("help", ("transportation",), where(places, "59715"))).hits
    closer = search.find(
        Query("help", ("transportation",), where(places, "59715"), near_first=True)
    ).hits
    assert [hit.service.record.level for hit in usual] == ["local", "national", "state"]
    assert [hit.service.record.level for hit in closer] == ["local", "state", "national"]
    assert search.find(replace(query, limit=1)).nearer == local - 1 > 0
    assert search.find(query).nearer == 0


@pytest.mark.parametrize("spot", ["45402", "98101", "33125", "05401"])
def test_who_protects_from_abuse_comes_before_what_takes_weeks(
    search: Search, places: Places, spot: str
) -> None:
    query = Query("my helper steals checks", ("elder_abuse",), where(places, spot), limit=9)
    pace = [hit.service.record.urgency for hit in search.find(query).hits]
    assert pace[0] == "immediate"
    assert pace.index("weeks") > 1


def test_who_only_tells_where_to_turn_is_not_nearer_help(search: Search, places: Places) -> None:
    result = search.find(Query("taxes", ("tax_help",), where(places, "05401"), limit=1))
    assert result.nearer == 0
    assert result.total > 1


def test_free_only_is_never_given_up_silently(search: Search, places: Places) -> None:
    query = Query("food", ("food_assistance",), where(places, "33125"), free_only=True)
    assert all(hit.service.record.is_free for hit in search.find(query).hits)


def test_a_search_without_local_help_says_how_far_it_went(search: Search, places: Places) -> None:
    result = search.find(Query("taxes", ("tax_help",), where(places, "05401"), limit=1))
    assert result.hits[0].service.record.level != "local"
    assert result.widened in ("state", "nation")


def test_a_town_without_anything_still_gets_the_lines_of_state_and_nation(
    search: Search, places: Places
) -> None:
    everything = tuple(
        hit.service.record.id
        for hit in search.find(
            Query("ride", ("transportation",), where(places, "59401"), limit=50)
        ).hits
    )
    rest = search.find(
        Query("ride", ("transportation",), where(places, "59401"), exclude=everything)
    )
    assert rest.hits


def test_hours_are_read_by_the_clock_of_the_place(service: ServiceRecord, places: Places) -> None:
    office = replace(service, schedule=(Opening(frozenset({0}), 9 * 60, 17 * 60),))
    monday_noon_utc = datetime(2026, 11, 30, 17, 30, tzinfo=ZoneInfo("UTC"))
    both = features_of([office, replace(service, schedule=())])
    rows = np.arange(2, dtype=np.int32)
    new_york, honolulu = (
        Clock.at(where(places, spot), monday_noon_utc).states(both, rows).tolist()
        for spot in ("10453", "96813")
    )
    assert new_york == [OPEN, UNKNOWN]
    assert honolulu == [CLOSED, UNKNOWN]


def test_without_a_place_only_national_hours_are_known(service: ServiceRecord) -> None:
    always = replace(service, schedule=(Opening(frozenset(range(7)), 0, 24 * 60),))
    local = replace(always, area=Area("county", county_fips=frozenset({"39113"})))
    states = Clock.at(None).states(features_of([always, local]), np.arange(2, dtype=np.int32))
    assert states.tolist() == [OPEN, UNKNOWN]


@pytest.mark.parametrize(
    ("changes", "query", "offered"),
    [
        ({"minimum_age": 60}, Query(age=59), False),
        ({"minimum_age": 60}, Query(age=60), True),
        ({"minimum_age": 60}, Query(), True),
        ({"maximum_age": 50}, Query(age=61), False),
        ({"veteran_only": True}, Query(), False),
        ({"veteran_only": True}, Query(veteran=True), True),
        ({"is_free": None}, Query(free_only=True), False),
        ({"is_free": True}, Query(free_only=True), True),
        ({"languages": ("en", "sp")}, Query(language="es"), True),
        ({"languages": ("ru",)}, Query(language="es"), False),
        ({"languages": ()}, Query(language="es"), True),
        ({"status": "inactive"}, Query(), False),
        ({"held_back": True}, Query(), False),
    ],
)
def test_who_may_be_offered_what(
    service: ServiceRecord, changes: dict[str, object], query: Query, offered: bool
) -> None:
    plain = replace(service, minimum_age=None, maximum_age=None, veteran_only=False, languages=())
    features = features_of([plain, replace(plain, **changes)])  # type: ignore[arg-type]
    assert allowed(features, np.array([1], dtype=np.int32), query).tolist() == [offered]


def test_a_record_grows_stale_while_the_index_stays(service: ServiceRecord) -> None:
    today = date.today().toordinal()
    made = [
        replace(service, held_back=False, held_back_from=day) for day in (today, today + 1, None)
    ]
    rows = np.arange(3, dtype=np.int32)
    assert allowed(features_of(made), rows, Query()).tolist() == [False, True, True]
    aged = replace(service, call_first=False, call_first_from=today)
    assert Records(stored([aged]))[0].call_first is True


def test_of_too_many_names_those_that_most_services_bear_are_kept(
    service: ServiceRecord, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("resources_index.index.services._MOST_NAMES", 1)
    made = [
        replace(service, id=f"s{number}", name=name, names={}, need_ids=("food_assistance",))
        for number, name in enumerate(["Oak Street lunch", "Food box", "Food box"])
    ]
    assert packed(made).names() == [("Food box", "food_assistance")]


def test_stored_records_come_back_as_they_were(directory: Directory) -> None:
    some = list(directory.services[::37])
    records = Records(stored(some))
    assert list(records) == some
    assert records[2:4] == some[2:4]
    with pytest.raises(IndexError):
        records[len(some)]


def test_the_reasons_say_what_was_asked_for_and_only_what_is_known(service: ServiceRecord) -> None:
    unknown = replace(service, schedule=(), urgency="immediate", is_free=None)
    assert further_reasons(unknown, Extra(2.5, None, True, True), "en") == [
        "2.5 miles away",
        "can help right away",
        "call for hours",
    ]
    assert further_reasons(unknown, Extra(None, None, False, False), "es") == []


def test_a_programme_is_found_by_the_name_people_use(search: Search, places: Places) -> None:
    spot = where(places, "45402")
    for text, part in (
        ("food stamps", "SNAP"),
        ("qmb", "Medicare"),
        ("aid and attendance", "Attendance"),
        ("tax aide", "tax"),
    ):
        names = [hit.service.record.name for hit in search.find(Query(text, place=spot)).hits]
        assert any(part in name for name in names), (text, names)
