"""What people read is clean of the working notes of lists, and of the names of persons."""

from __future__ import annotations

import re

from resources_index.directory import Directory

_NOTES = re.compile(
    r"\(find your|start here|routes to|connects to|apply here|formerly|\(PSA|not seen|TODO|\?\?",
    re.I,
)
_WORKING = re.compile(
    r"repository unknown|repo unknown|\bseed\b|placeholder|\.ts\b|src/|raw_csv|secondary web source",
    re.I,
)
_PERSONS = re.compile(r"program (director|coordinator|manager)|guarnieri|santema", re.I)


def test_no_name_carries_a_working_note_or_a_person(directory: Directory) -> None:
    for service in directory.services:
        for name in (service.name, service.organization, *service.ask_for.values()):
            assert not _NOTES.search(name), name
            assert not _PERSONS.search(name), name


def test_no_source_carries_working_words(directory: Directory) -> None:
    assert sorted({s.source for s in directory.services if _WORKING.search(s.source)}) == []


def test_every_state_s_medicaid_also_answers_for_rides_to_the_doctor(directory: Directory) -> None:
    lines = {s.area.states for s in directory.services if s.program == "MEDICAID" and s.phones}
    rides = [s for s in directory.services if s.names["en"] == "Rides to the doctor with Medicaid"]
    assert {s.area.states for s in rides} >= {states for states in lines if states}
    assert all(s.need_ids == ("transportation",) for s in rides)


def test_an_agency_without_a_number_of_its_own_says_whose_line_it_is(directory: Directory) -> None:
    through = [s for s in directory.services if "ask for the agency by name" in s.summary["en"]]
    assert through
    for service in through:
        assert service.phones
        assert service.organization in service.ask_for["en"]
        assert service.organization in service.ask_for["es"]


def test_a_service_that_its_list_calls_closed_is_not_active(directory: Directory) -> None:
    status = {service.name: service.status for service in directory.services}
    assert status["Cocoa housing rehabilitation"] == "temporarily closed"
    assert status["Space Coast Habitat home repairs"] == "temporarily closed"
    assert status["Titusville rehabilitation assistance"] == "active"


def test_languages_have_their_own_codes(directory: Directory) -> None:
    codes = {code for service in directory.services for code in service.languages}
    assert codes <= {"en", "es", "ru", "ja"}


def test_what_a_spanish_reader_reads_of_who_and_cost_is_spanish(directory: Directory) -> None:
    for service in directory.services:
        for text in (service.eligibility, service.cost):
            assert text["es"] != text["en"] or not text["en"], (service.name, text)


def test_nothing_is_spelt_the_british_way(directory: Directory) -> None:
    british = re.compile(r"\b(centre|programme|carer)s?\b", re.I)
    for service in directory.services:
        for text in (
            service.name,
            service.eligibility["en"],
            service.cost["en"],
            service.hours["en"],
        ):
            assert not british.search(text), text


def test_no_organization_shouts_or_trades_as_another(directory: Directory) -> None:
    names = {service.organization for service in directory.services}
    assert sorted(n for n in names if n == n.upper() and len(n.split()) > 1 and n.isalpha()) == []
    assert sorted(n for n in names if re.search(r"d/?b/?a\b", n, re.I)) == []
    assert sorted(n for n in names if re.search(r"\b(?:ADRC|ADRN|ADHC|CLTC|ALTCS)\b", n)) == []


def test_medicaid_s_rides_are_asked_of_medicaid_and_not_of_its_home_care_line(
    directory: Directory,
) -> None:
    rides = [s for s in directory.services if s.names["en"] == "Rides to the doctor with Medicaid"]
    arizona = [s.phones[0].number for s in rides if s.area.states == ("AZ",)]
    assert arizona == ["+18554327587"]


def test_an_aging_office_without_a_number_says_so_and_has_the_locator_beside_it(
    directory: Directory,
) -> None:
    silent = [s for s in directory.services if s.program in ("SUA", "ADRC") and not s.phones]
    assert silent
    for service in silent:
        assert "no phone number" in service.summary["en"]
        assert service.second_phone is not None


def test_the_national_way_to_an_ombudsman_is_for_states_without_their_own(
    directory: Directory,
) -> None:
    ours = [s for s in directory.services if s.program == "LTC_OMBUDSMAN" and s.phones]
    (way,) = [s for s in ours if s.level == "national"]
    own = {
        state for s in ours if s.area.kind == "state" and s is not way for state in s.area.states
    }
    assert {"AR", "PR", "HI"} <= set(way.area.states)
    assert not set(way.area.states) & (own - {"HI"})


def test_who_lost_a_home_in_a_storm_is_told_fema_s_number(directory: Directory) -> None:
    fema = [s for s in directory.services if "disaster" in s.need_ids and "FEMA" in s.name]
    assert [phone.number for s in fema for phone in s.phones] == ["+18006213362"]


def test_connecticut_s_agencies_are_reached_through_their_shared_line(directory: Directory) -> None:
    western = [s for s in directory.services if s.organization.startswith("Western Connecticut")]
    assert western
    assert all(s.area.kind == "zip" and "06810" in s.area.zips for s in western)
    assert all("06902" not in s.area.zips for s in western)
