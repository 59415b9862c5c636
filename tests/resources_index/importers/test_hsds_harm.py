"""Dirt of packages that would send somebody to a wrong number, out of area, to a person's home, or break the directory."""

from __future__ import annotations

import codecs
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from resources_index.directory import Directory, ServiceRecord
from resources_index.importers.audience import Audience
from resources_index.importers.foreign_text import Persons
from resources_index.importers.hsds_package import PackageOptions, import_package
from resources_index.importers.needs import NeedWords
from resources_index.importers.report import Report
from resources_index.places import Places
from tests.support.tables import write_tables

ROOT = Path(__file__).resolve().parents[3]
TABLES = ROOT / "data" / "importers"
OPTIONS = PackageOptions("Harbor 211", NeedWords.read(TABLES / "need_words.csv"), Audience.read(TABLES / "audience.csv"),
                         state="OH", area="Ohio", leave_out_bad=True)  # fmt: skip
RIDES = {
    "id": "1",
    "organization_id": "7",
    "name": "Senior rides",
    "description": "A van.",
    "url": "https://h.example",
}
HARBOR = {"organizations.csv": [{"id": "7", "name": "Harbor"}]}


def imported(path: Path, places: Places) -> tuple[Report, dict[str, ServiceRecord]]:
    own = path.parent / "own"
    report = import_package(path, own, places, OPTIONS, dry_run=False)
    if not report.imported:
        return report, {}
    for name in ("freshness.yml", "taxonomy_terms.csv"):
        shutil.copy(ROOT / "data" / "directory" / name, own)
    return report, {service.name: service for service in Directory.load([own]).services}


def package(folder: Path, *services: dict[str, str], **more: list[dict[str, str]]) -> Path:
    named = {f"{name}.csv": rows for name, rows in more.items()}
    return write_tables(folder / "in", {**HARBOR, "services.csv": list(services), **named})


def as_json(folder: Path, *services: Any, name: str = "in.json") -> Path:
    path = folder / name
    path.write_text(json.dumps(list(services)), "utf-8")
    return path


def nested(number: int, **changes: Any) -> dict[str, Any]:
    """A service whose links are said by nesting alone, as HSDS 3.0 allows."""
    place = {"id": f"l{number}", "location_type": "physical",
             "addresses": [{"id": f"a{number}", "address_1": f"{number} Main St", "city": "Dayton", "state_province": "OH",
                            "postal_code": "45402", "country": "US", "address_type": "physical"}]}  # fmt: skip
    return {"id": f"s{number}", "name": f"Senior rides {number}", "description": "A van.", "status": "active",
            "organization": {"id": f"o{number}", "name": f"Harbor {number}", "description": "x"},
            "phones": [{"id": f"p{number}", "number": f"937-555-01{number:02d}"}],
            "service_at_locations": [{"id": f"x{number}", "location": place}], **changes}  # fmt: skip


def test_a_service_without_a_number_never_gets_another_s(tmp_path: Path, places: Places) -> None:
    silent = nested(2, phones=[], url="https://two.example")
    _, services = imported(as_json(tmp_path, nested(1), silent, nested(3)), places)
    assert services["Senior rides 2"].phones == ()
    assert services["Senior rides 2"].address == "2 Main St, Dayton, OH 45402"
    assert services["Senior rides 3"].phones[0].number == "+19375550103"


def test_a_letter_in_a_number_is_a_slip_and_not_a_key(tmp_path: Path, places: Places) -> None:
    phones = [{"id": "1", "service_id": "1", "number": "(330) 555-O102"}]
    report, services = imported(package(tmp_path, RIDES, phones=phones), places)
    assert services["Senior rides"].phones == ()
    assert "cannot be dialled" in str(report.warnings[-1])


def test_a_number_within_a_sentence_is_found(tmp_path: Path, places: Places) -> None:
    phones = [{"id": "1", "service_id": "1", "number": "call 330 555 0106 after 5"}]
    _, services = imported(package(tmp_path, RIDES, phones=phones), places)
    assert services["Senior rides"].phones[0].number == "+13305550106"


@pytest.mark.parametrize(
    ("contact", "text"),
    [
        ("Mary Lou Kettner", "Mary-Lou  Kettner takes orders"), ("Mary Lou Kettner", "Mary Lou Kettner's visits"),
        ("Ruiz, Delbert", "see Coach Delbert Ruiz"), ("RUIZ, DELBERT A.", "Delbert Ruiz"),
        ("Dr. Anh T. Nguyen-Pham, MSW", "by Anh Nguyen-Pham"), ("Sean O'Hara, RN", "Sean O’Hara"),
        ("Ana Ruiz, LCSW", "Ana M. Ruiz"),
    ],
)  # fmt: skip
def test_a_contact_person_is_known_in_other_spellings(contact: str, text: str) -> None:
    assert Persons([contact]).named_in(text)


@pytest.mark.parametrize("contact", ["Kettner, LCSW", "Front Desk, Main Office", "Joe"])
def test_half_a_name_keeps_nothing_outside(contact: str) -> None:
    assert len(Persons([contact])) == 0


def test_an_address_does_not_name_a_contact_person(tmp_path: Path, places: Places) -> None:
    where = [
        {"id": "1", "location_id": "1", "address_1": "c/o Delbert Ruiz, 9 Home St", "city": "Akron",
         "state_province": "OH", "postal_code": "44308"},
        {"id": "2", "location_id": "2", "address_1": "Delbert Ruiz House", "city": "Akron", "state_province": "OH",
         "postal_code": "44308"},
    ]  # fmt: skip
    links = [{"id": n, "service_id": n, "location_id": n} for n in ("1", "2")]
    second = {**RIDES, "id": "2", "name": "Senior meals"}
    contacts = [{"id": "1", "name": "Ruiz, Delbert"}]
    _, services = imported(
        package(tmp_path, RIDES, second, contacts=contacts, physical_addresses=where, services_at_location=links),
        places,
    )  # fmt: skip
    assert services["Senior rides"].address == "9 Home St, Akron, OH 44308"
    assert services["Senior meals"].address == "Akron, OH 44308"


@pytest.mark.parametrize(
    ("day", "kept"),
    [("2025-02-30", ""), ("03/04/2024", "2024-03-04"), ("2024-05-06T10:00:00Z", "2024-05-06"), ("2999-01-01", ""), ("soon", "")],
)  # fmt: skip
def test_a_day_that_cannot_be_does_not_break_the_directory(
    tmp_path: Path, places: Places, day: str, kept: str
) -> None:
    changes = [
        {"id": "1", "resource_id": "1", "last_action_date": day, "last_action_type": "update"}
    ]
    _, services = imported(package(tmp_path, RIDES, metadata=changes), places)
    assert services["Senior rides"].assured_date == kept


def test_an_age_in_words_does_not_break_the_directory(tmp_path: Path, places: Places) -> None:
    second = {**RIDES, "id": "2", "name": "Senior meals", "minimum_age": "any age"}
    _, services = imported(
        package(tmp_path, {**RIDES, "minimum_age": "60 and over"}, second), places
    )
    assert [services[name].minimum_age for name in ("Senior rides", "Senior meals")] == [60, None]


def test_an_area_that_nobody_knows_is_not_the_whole_of_the_list_s_area(
    tmp_path: Path, places: Places
) -> None:
    areas = [{"id": "1", "service_id": "1", "service_area": "Region 10B"}]
    report, _ = imported(
        package(tmp_path, RIDES, {**RIDES, "id": "2", "name": "Senior meals"}, service_areas=areas),
        places,
    )
    assert [str(f) for f in report.rejected] == [
        "services.csv line 2: service_area: 'Region 10B' is no place that is known, and its address is none either"
    ]


@pytest.mark.parametrize(
    ("area", "kind", "extent"),
    [
        ("44308-44310", "zip", {"44308", "44309", "44310"}), ("Statewide", "state", {"OH"}),
        ("Summit, Stark and Portage Counties", "county", {"39153", "39151", "39133"}),
    ],
)  # fmt: skip
def test_areas_as_lists_write_them(
    tmp_path: Path, places: Places, area: str, kind: str, extent: set[str]
) -> None:
    areas = [{"id": "1", "service_id": "1", "service_area": area}]
    found = imported(package(tmp_path, RIDES, service_areas=areas), places)[1]["Senior rides"].area
    assert found.kind == kind
    assert extent == found.zips | found.county_fips | set(found.states)


def test_another_directory_s_own_codes_are_not_taken_for_ours(
    tmp_path: Path, places: Places
) -> None:
    area = {
        "id": "1",
        "extent_type": "county",
        "extent": "Montgomery",
        "name": "Montgomery County, OH",
    }
    _, services = imported(as_json(tmp_path, nested(1, service_areas=[area])), places)
    assert services["Senior rides 1"].area.county_fips == {"39113"}


def test_fees_and_cost_options_are_what_it_costs(tmp_path: Path, places: Places) -> None:
    second = {**RIDES, "id": "2", "name": "Senior meals", "fees": "$5 a meal"}
    costs = [{"id": "1", "service_id": "1", "option": "A ride", "amount": "2"}]
    _, services = imported(package(tmp_path, RIDES, second, cost_options=costs), places)
    assert services["Senior rides"].cost["en"] == "A ride: $2"
    assert services["Senior meals"].cost["en"] == "$5 a meal"


def test_services_without_an_id_stand_apart_and_get_nobody_s_rows(
    tmp_path: Path, places: Places
) -> None:
    rows = [{**RIDES, "id": ""}, {**RIDES, "id": "", "name": "Senior meals"}]
    stray = [{"id": "1", "service_id": "", "eligibility": "Girls, 5-17"}]
    report, services = imported(package(tmp_path, *rows, eligibility=stray), places)
    assert set(services) == {"Senior rides", "Senior meals"}
    assert {service.eligibility["en"] for service in services.values()} == {""}
    assert [finding.field for finding in report.warnings].count("id") == 2


def test_a_package_from_windows_keeps_its_letters(tmp_path: Path, places: Places) -> None:
    folder = package(tmp_path, {**RIDES, "name": "Transporte José Peña for seniors, rides"})
    path = folder / "services.csv"
    path.write_bytes(path.read_text("utf-8").encode("cp1252"))
    assert list(imported(folder, places)[1]) == ["Transporte José Peña for seniors, rides"]


def test_json_comes_alone_by_the_line_in_pages_and_with_a_mark(
    tmp_path: Path, places: Places
) -> None:
    one, two = nested(1), nested(2)
    shapes = {
        "alone.json": json.dumps(one), "lines.jsonl": f"{json.dumps(one)}\n{json.dumps(two)}\n",
        "page.json": json.dumps({"total_items": 2, "contents": [one, two]}),
        "services.json": json.dumps({"services": [one]}),
        "owner.json": json.dumps([{"id": "o9", "name": "Harbor", "services": [{**one, "organization": None}, two]}]), "mark.json": "\ufeff" + json.dumps([one]),
    }  # fmt: skip
    for name, text in shapes.items():
        path = tmp_path / name
        path.write_bytes(text.encode())
        report = import_package(path, tmp_path / "own", places, OPTIONS, dry_run=True)
        assert (name, report.added, report.rejected) == (name, text.count('"Senior rides'), [])
    assert shapes["mark.json"].encode().startswith(codecs.BOM_UTF8)


def test_a_record_that_is_no_service_is_named_and_nulls_are_nothing(
    tmp_path: Path, places: Places
) -> None:
    nulls = nested(2, phones=None, service_areas=None, attributes=None, url="https://two.example")
    report, services = imported(
        as_json(tmp_path, nested(1), "no", nulls, nested(4, organization=["x"])), places
    )
    assert [str(finding).split(": ")[0] for finding in report.rejected] == [
        "in.json record 2",
        "in.json record 4",
    ]
    assert set(services) == {"Senior rides 1", "Senior rides 2"}


def test_contact_persons_of_json_are_not_named_wherever_they_are_nested(
    tmp_path: Path, places: Places
) -> None:
    one = nested(
        1,
        description="Pat Olsen drives the van. Free rides.",
        contacts=[{"id": "c1", "name": "Pat Olsen"}],
    )
    two = nested(2, description="Ana Ruiz runs it. Free rides.")
    two["organization"]["contacts"] = [{"name": "Ruiz, Ana"}]
    three = nested(3, description="Bo Hale helps. Free rides.")
    three["service_at_locations"][0]["location"]["contacts"] = [{"name": "Bo Hale"}]
    report, services = imported(as_json(tmp_path, one, two, three), places)
    assert {service.summary["en"] for service in services.values()} == {"Free rides."}
    assert any(
        "3 contact persons are not taken over" in str(finding) for finding in report.warnings
    )


def test_services_within_an_organization_belong_to_it(tmp_path: Path, places: Places) -> None:
    owner = {
        "id": "o9",
        "name": "Harbor House",
        "services": [nested(1, organization=None, name="Grief counselling, 60+")],
    }
    _, services = imported(as_json(tmp_path, owner), places)
    (service,) = services.values()
    assert (service.organization, service.need_ids) == ("Harbor House", ("mental_health",))
