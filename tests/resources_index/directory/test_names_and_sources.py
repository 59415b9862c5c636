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
