"""Corrections beside lists that go on changing, and a list of calls from check to correction."""

from __future__ import annotations

import csv
import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest

from resources_index.directory import Directory, ServiceRecord
from resources_index.directory.calls import calls, write_calls
from resources_index.directory.check import findings
from resources_index.importers.corrections import Correction, correct, read_changes, take_back
from resources_index.importers.county_sheet import import_sheet
from resources_index.importers.lists import also_in, installed, remove, undo
from resources_index.places import Places

ROOT = Path(__file__).resolve().parents[3]
TODAY = date.today()
LINE = {
    "name": "Porch rides", "organization": "Porch Office", "needs": "transportation", "phone": "937-555-0142",
    "state": "OH", "counties": "Montgomery", "summary": "Rides to the doctor.", "source": "office", "cost": "Free",
    "cost_es": "Gratis", "hours": "Mon-Fri 08:00-16:00", "checked_on": (TODAY - timedelta(days=30)).isoformat(),
}  # fmt: skip


class County:
    """A county's own folder, with the policy and the terms of the shipped directory below it."""

    def __init__(self, folder: Path, places: Places) -> None:
        self.overlay, self.sheet, self._places = folder / "directory", folder / "our.csv", places
        base = folder / "base"
        base.mkdir()
        for name in ("freshness.yml", "taxonomy_terms.csv"):
            shutil.copy(ROOT / "data" / "directory" / name, base)
        self._base = base

    def imports(self, *lines: dict[str, str], name: str = "county-our") -> None:
        with self.sheet.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(LINE))
            writer.writeheader()
            writer.writerows({**LINE, **line} for line in lines)
        assert import_sheet(self.sheet, self.overlay / name, self._places, dry_run=False).imported

    @property
    def folders(self) -> list[Path]:
        return [self._base, *sorted(path for path in self.overlay.glob("[!.]*") if path.is_dir())]

    def services(self) -> list[ServiceRecord]:
        return list(Directory.load(self.folders).services)

    def service(self) -> ServiceRecord:
        (service,) = self.services()
        return service

    def corrects(self, day: date = TODAY, **changes: str) -> ServiceRecord:
        change = Correction(self.service().id, "Ana's desk", day.isoformat(), **changes)
        correct([change], self.folders, self.overlay)
        return self.service()


@pytest.fixture
def county(tmp_path: Path, places: Places) -> County:
    made = County(tmp_path, places)
    made.imports({})
    return made


def test_a_corrected_number_is_the_only_one(county: County) -> None:
    county.imports({"phone": "937-555-0142 / 937-555-0143"})
    assert [phone.number for phone in county.corrects(phone="937-555-0188").phones] == [
        "+19375550188"
    ]


def test_corrected_hours_are_those_that_count_as_open(county: County) -> None:
    service = county.corrects(hours="Tue 9-12")
    assert service.hours == {"en": "Tue 09:00-12:00", "es": "mar 09:00-12:00"}
    assert [sorted(opening.weekdays) for opening in service.schedule] == [[1]]


def test_a_corrected_cost_does_not_stay_as_it_was_in_spanish(county: County) -> None:
    assert county.service().cost["es"] == "Gratis"
    assert county.corrects(cost="$2 a ride").cost == {"en": "$2 a ride"}


def test_two_corrections_of_one_record_add_up(county: County) -> None:
    county.corrects(phone="937-555-0188")
    service = county.corrects(url="porch.example/rides")
    assert (service.phones[0].number, service.url) == (
        "+19375550188",
        "https://porch.example/rides",
    )


def test_an_older_line_of_the_sheet_does_not_undo_a_correction(county: County) -> None:
    county.corrects(phone="937-555-0188")
    county.imports({"summary": "Rides and errands."})
    service = county.service()
    assert (service.summary["en"], service.phones[0].number) == (
        "Rides and errands.",
        "+19375550188",
    )


def test_a_line_that_was_checked_later_counts_more_than_a_correction(county: County) -> None:
    county.corrects(TODAY - timedelta(days=2), phone="937-555-0188")
    county.imports({"phone": "937-555-0199", "checked_on": (TODAY - timedelta(days=1)).isoformat()})
    assert [phone.number for phone in county.service().phones] == ["+19375550199"]


def test_a_correction_older_than_its_record_is_refused(county: County) -> None:
    with pytest.raises(ValueError, match="was checked later"):
        county.corrects(TODAY - timedelta(days=60), phone="937-555-0188")


def test_a_correction_is_taken_back(county: County) -> None:
    service = county.corrects(phone="937-555-0188")
    assert take_back([service.id, "nobody"], county.overlay) == 1
    assert county.service().phones[0].number == "+19375550142"


def test_all_corrections_are_written_or_none(county: County) -> None:
    known = county.service().id
    good = Correction(known, "desk", TODAY.isoformat(), phone="937-555-0188")
    with pytest.raises(ValueError, match="no-such-id"):
        correct(
            [good, Correction("no-such-id", "desk", TODAY.isoformat())],
            county.folders,
            county.overlay,
        )
    assert county.service().phones[0].number == "+19375550142"


def test_records_of_one_number_are_one_call(county: County) -> None:
    old = {"checked_on": "2024-01-01"}
    county.imports(
        old, {**old, "name": "Porch meals", "needs": "meals_delivered"}, {"name": "Porch friends"}
    )
    (call,) = calls(county.services(), findings(Directory(county.services())))
    assert len(call.ids) == 2
    assert (
        call.what
        == "937-555-0142 Porch Office: 2 services, Montgomery County, OH, checked 2024-01-01"
    )


def test_a_filled_list_of_calls_corrects_the_records_that_were_checked(county: County) -> None:
    old = {"checked_on": "2024-01-01"}
    county.imports(old, {**old, "name": "Porch meals", "needs": "meals_delivered"})
    path = county.overlay.parent / "calls.csv"
    services = county.services()
    assert write_calls(path, services, findings(Directory(services))) == 2
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.DictReader(file))
    called = next(line for line in lines if line["service"] == "Porch meals")
    called.update(checked_on=f"{TODAY:%m/%d/%Y}", phone="(937) 555-0188")
    with path.open("w", encoding="cp1252", newline="") as file:
        writer = csv.DictWriter(file, list(lines[0]), delimiter=";")
        writer.writeheader()
        writer.writerows(lines)
    changes = read_changes(path, by="Ana's desk")
    correct(changes, county.folders, county.overlay)
    after = {service.name: service for service in county.services()}
    assert (after["Porch meals"].phones[0].number, after["Porch meals"].source) == (
        "+19375550188",
        "Ana's desk",
    )
    assert after["Porch meals"].assured_date == TODAY.isoformat()
    assert after["Porch rides"].assured_date == "2024-01-01"


def test_a_file_that_is_no_list_of_calls_is_refused(county: County) -> None:
    with pytest.raises(ValueError, match="no column service_id"):
        read_changes(county.sheet)


def test_a_wrong_import_is_undone_and_done_again(county: County) -> None:
    county.imports({"phone": "937-555-0999"}, {"name": "Porch meals"})
    assert undo("county-our", county.overlay) == 1
    assert county.service().phones[0].number == "+19375550142"
    assert undo("county-our", county.overlay) == 2


def test_an_import_that_changes_nothing_keeps_what_an_undo_goes_back_to(county: County) -> None:
    county.imports({"phone": "937-555-0999"})
    county.imports({"phone": "937-555-0999"})
    undo("county-our", county.overlay)
    assert county.service().phones[0].number == "+19375550142"


def test_the_first_import_is_undone_too(county: County) -> None:
    assert undo("county-our", county.overlay) == 0
    assert county.services() == []
    assert undo("county-our", county.overlay) == 1


def test_a_list_is_removed_and_brought_back(county: County) -> None:
    assert remove("county-our", county.overlay) == 1
    assert installed(county.overlay) == []
    undo("county-our", county.overlay)
    assert [(each.name, each.services) for each in installed(county.overlay)] == [("county-our", 1)]


@pytest.mark.parametrize("name", ["nothing", "../base", "zz-corrections", ".county-our.before"])
def test_only_lists_are_removed(county: County, name: str) -> None:
    county.corrects()
    with pytest.raises(ValueError, match=r"no list .* county-our"):
        remove(name, county.overlay)


def test_the_same_sheet_under_two_names_is_noticed(county: County) -> None:
    county.imports({}, name="county-our-nov")
    assert also_in(county.overlay / "county-our-nov") == {"county-our": 1}


def test_doubles_are_found_where_areas_only_overlap(county: County) -> None:
    county.imports({"counties": "Montgomery; Greene"}, {"organization": "The Porch Office, Inc.", "counties": "Montgomery"},
                   {"organization": "Porch Office Inc", "counties": "Clark"})  # fmt: skip
    kinds = [(finding.kind, len(finding.ids)) for finding in findings(Directory(county.services()))]
    assert kinds == [("same phone", 2), ("double", 2)]
