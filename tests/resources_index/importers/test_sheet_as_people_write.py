"""A county's sheet as offices keep them: what of it is understood, what is said about the rest, and what never gets out."""

from __future__ import annotations

from pathlib import Path

import pytest

from resources_index.importers.sheet_columns import EVERY, column_of
from resources_index.importers.sheet_hints import needs_like
from resources_index.importers.sheet_places import SheetPlaces
from resources_index.places import Places
from tests.support.sheets import WORDS, one, said, sheet, taken


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_any_code_page_and_separator_is_read(
    tmp_path: Path, places: Places, encoding: str, delimiter: str
) -> None:
    path = sheet(
        tmp_path, {"name": "Fondo José Peña – “ayuda”"}, encoding=encoding, delimiter=delimiter
    )
    _, (service,) = taken(path, places)
    assert service.name == "Fondo José Peña – “ayuda”"


def test_a_title_above_and_other_words_for_the_headings_are_understood(
    tmp_path: Path, places: Places
) -> None:
    path = sheet(tmp_path, {}, above=("Resource List, updated Nov 20, 2026", ""))
    text = (
        path.read_text("utf-8")
        .replace("checked_on", "Date Checked")
        .replace("summary,", "Description*,")
    )
    path.write_text(
        text.replace("organization", "AGENCY").replace("phone", "Phone Number"), "utf-8"
    )
    report, (service,) = taken(path, places)
    assert (report.rejected, service.assured_date) == ([], "2026-10-01")


def test_a_missing_column_is_named_and_columns_that_may_be_missing_are_not_missed(
    tmp_path: Path, places: Places
) -> None:
    few = (
        "name",
        "organization",
        "needs",
        "phone",
        "state",
        "counties",
        "summary",
        "source",
        "checked_on",
    )
    assert len(taken(sheet(tmp_path, {}, columns=few), places)[1]) == 1
    report, _ = taken(
        sheet(tmp_path, {}, columns=tuple(name for name in few if name != "summary")), places
    )
    assert said(report.rejected) == [
        "the column summary is missing: write this name above the column"
    ]


def test_a_column_that_is_not_ours_is_named_with_the_one_that_is_meant(
    tmp_path: Path, places: Places
) -> None:
    report, _ = taken(sheet(tmp_path, {}, columns=(*EVERY, "Notes", "langauges")), places)
    assert said(report.warnings) == [
        "notes: is no column of ours and is left out",
        "langauges: is no column of ours and is left out; is it languages?",
    ]


def test_every_problem_of_a_line_is_said_at_once_and_counts_as_one_line(
    tmp_path: Path, places: Places
) -> None:
    wrong = {"needs": "pizza", "phone": "555-0142", "counties": "Montgomrey", "checked_on": "11/2026",
             "summary": "word " * 61, "zip": "99999"}  # fmt: skip
    report, _ = taken(sheet(tmp_path, {}, wrong), places)
    assert {finding.field for finding in report.rejected} == set(wrong)
    assert {finding.line for finding in report.rejected} == {3}
    assert report.rejected_count == 1
    assert not report.imported


@pytest.mark.parametrize(
    ("column", "written", "hint"),
    [
        ("needs", "Food", "is it food_assistance?"), ("needs", "home_repairs", "is it home_repair?"),
        ("counties", "Montgomrey", "is it Montgomery?"), ("counties", "Dayton", "lies in Montgomery"),
        ("zips", "41011", "a ZIP code of KY"), ("status", "closed", "temporarily closed"),
        ("checked_on", "last week", "like 2026-11-30"),
    ],
)  # fmt: skip
def test_a_slip_comes_back_with_what_may_be_meant(
    tmp_path: Path, places: Places, column: str, written: str, hint: str
) -> None:
    report, _ = taken(sheet(tmp_path, {column: written}), places)
    (finding,) = report.rejected
    assert finding.field == column
    assert hint in finding.reason


@pytest.mark.parametrize(
    ("written", "day"),
    [("11/20/2026", "2026-11-20"), ("Nov 20, 2026", "2026-11-20"), ("20-Nov-26", "2026-11-20"), ("46346", "2026-11-20")],
)  # fmt: skip
def test_a_day_is_read_as_people_and_excel_write_it(
    tmp_path: Path, places: Places, written: str, day: str
) -> None:
    assert one(tmp_path, places, checked_on=written)[1].assured_date == day


@pytest.mark.parametrize(
    ("counties", "label"),
    [
        ("montgomery co.", "Montgomery County, OH"), ("Montgomery County, OH", "Montgomery County, OH"),
        ("Montgomery, Greene", "Greene, Montgomery Counties, OH"), ("Greene & Clark", "Clark, Greene Counties, OH"),
        ("Montgomery and Greene Counties", "Greene, Montgomery Counties, OH"), ("Statewide", "Ohio"),
        ("All counties", "Ohio"),
    ],
)  # fmt: skip
def test_counties_are_read_as_people_write_them(
    tmp_path: Path, places: Places, counties: str, label: str
) -> None:
    assert one(tmp_path, places, counties=counties)[1].area_label == label


def test_a_state_by_its_name_and_an_old_county_of_connecticut(
    tmp_path: Path, places: Places
) -> None:
    _, service = one(tmp_path, places, state="Connecticut", counties="New Haven")
    assert service.area.county_fips == {"09140", "09170"}


@pytest.mark.parametrize(
    ("zips", "state", "codes"),
    [
        ("45402-45404", "OH", {"45402", "45403", "45404"}), ("45402, 45403", "OH", {"45402", "45403"}),
        ("45402 45403-1234", "OH", {"45402", "45403"}), ("1005", "MA", {"01005"}),
    ],
)  # fmt: skip
def test_zips_are_read_as_ranges_lists_and_without_their_zero(
    tmp_path: Path, places: Places, zips: str, state: str, codes: set[str]
) -> None:
    assert one(tmp_path, places, zips=zips, state=state, counties="")[1].area.zips == codes


def test_what_is_mended_or_looks_wrong_is_said(tmp_path: Path, places: Places) -> None:
    report, service = one(
        tmp_path, places, phone="937.555.0142 ext 14", counties="", hours="2nd Thursday", ask_for="Ask for Linda."
    )  # fmt: skip
    assert {finding.field for finding in report.warnings} == {
        "phone",
        "counties",
        "hours",
        "ask_for",
    }
    assert service.phones[0].number == "+19375550142"
    assert service.level == "state"


def test_two_numbers_ages_and_addresses_as_written(tmp_path: Path, places: Places) -> None:
    _, service = one(
        tmp_path, places, phone="937-555-0142 / 937-555-0143", minimum_age="60+", url="www.porch.example/rides",
        address="1 Main St", city="Dayton", zip="45402-1234", languages="English, Español; ASL",
    )  # fmt: skip
    assert [phone.number for phone in service.phones] == ["+19375550142", "+19375550143"]
    assert (service.minimum_age, service.url) == (60, "https://www.porch.example/rides")
    assert service.address == "1 Main St, Dayton, OH 45402"
    assert service.languages == ("en", "es", "ase")


@pytest.mark.parametrize("text", ["Call Linda at 937-555-9999.", "Write to linda@porch.example."])
def test_a_number_or_mail_in_a_text_keeps_the_sheet_outside(
    tmp_path: Path, places: Places, text: str
) -> None:
    report, services = taken(sheet(tmp_path, {"summary": text}), places)
    assert [finding.field for finding in report.rejected] == ["summary"]
    assert services == []


def test_the_same_service_twice_names_the_line_above(tmp_path: Path, places: Places) -> None:
    report, _ = taken(sheet(tmp_path, {}, {"name": "porch RIDES"}), places)
    assert said(report.rejected) == [
        "name: the same service stands in sheet.csv line 2: take one of the two out, or give it another name"
    ]


def test_an_empty_sheet_takes_nothing_out(tmp_path: Path, places: Places) -> None:
    taken(sheet(tmp_path, {}), places)
    report, services = taken(sheet(tmp_path), places)
    assert not report.imported
    assert len(services) == 1


def test_a_line_with_only_a_note_beside_it_is_empty(tmp_path: Path, places: Places) -> None:
    path = sheet(tmp_path, {}, columns=(*EVERY, "Notes"))
    path.write_text(path.read_text("utf-8") + "," * len(EVERY) + "see Barb\n", "utf-8")
    assert taken(path, places)[0].rejected == []


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("Phone #", "phone"), ("Need(s)", "needs"), ("Summary (Spanish)", "summary_es"), ("Descripción", "summary_es"),
        ("Date Verified", "checked_on"), ("Counties served", "counties"), ("Hours (as on the door)", "hours"),
    ],
)  # fmt: skip
def test_a_heading_in_other_words_is_understood(heading: str, column: str) -> None:
    assert column_of(heading) == column


def test_a_missing_column_stands_beside_the_headings_that_nobody_knows(
    tmp_path: Path, places: Places
) -> None:
    columns = ("Whom to ring", *(name for name in EVERY if name != "phone"))
    report, _ = taken(sheet(tmp_path, {}, columns=columns), places)
    (finding,) = report.rejected
    assert "write this name above the column (nothing is known of: whom_to_ring)" in finding.reason


def test_a_total_below_the_lines_is_told_once(tmp_path: Path, places: Places) -> None:
    total = dict.fromkeys(EVERY, "") | {"name": "TOTAL", "organization": "12"}
    report, _ = taken(sheet(tmp_path, {}, total), places)
    assert said(report.rejected) == [
        "only name and organization filled in: fill in the rest, or take the line out"
    ]


@pytest.mark.parametrize(
    ("written", "needs"),
    [
        ("meals", {"meals_group"}), ("wills", {"legal_help"}), ("caídas", {"falls_prevention"}),
        ("lonely", {"social_connection"}), ("nietos", {"kinship_care"}), ("ramp", {"home_repair"}),
    ],
)  # fmt: skip
def test_a_word_that_is_no_need_comes_back_with_the_needs_that_it_may_mean(
    written: str, needs: set[str]
) -> None:
    assert needs <= set(needs_like(written, WORDS))


def test_what_means_nothing_is_nothing(tmp_path: Path, places: Places) -> None:
    report, service = one(tmp_path, places, url="n/a", hours="TBD", eligibility="-", cost="None")
    assert (report.rejected, report.warnings) == ([], [])
    assert (service.url, service.hours["en"], service.eligibility["en"]) == ("", "", "")
    assert service.cost["en"] == "None"


@pytest.mark.parametrize(
    ("state", "written", "fips"),
    [
        ("MT", "Lewis and Clark", {"30049"}),
        ("MT", "Lewis & Clark, Jefferson", {"30049", "30043"}),
        ("MT", "Jefferson and Lewis and Clark Counties", {"30049", "30043"}),
        ("VA", "King and Queen and King William", {"51097", "51101"}),
        ("AK", "Lake and Peninsula Borough", {"02164"}),
        ("AK", "Fairbanks North Star Borough", {"02090"}),
        ("VA", "Roanoke County and Roanoke City", {"51161", "51770"}),
        ("OH", "Greene and Clark", {"39057", "39023"}),
    ],
)
def test_a_county_with_an_and_in_its_name_is_one(
    places: Places, state: str, written: str, fips: set[str]
) -> None:
    area, wrong = SheetPlaces(places).area(state, written, "")
    assert wrong == []
    assert area is not None
    assert set(area.extent.split(";")) == fips
