"""The dirt of real HSDS 1.x packages, written anew: what of it comes in, and what must never."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from resources_index.directory import Directory, ServiceRecord
from resources_index.importers.audience import Audience
from resources_index.importers.foreign_text import Persons, plain, title
from resources_index.importers.hsds_package import PackageOptions, import_package
from resources_index.importers.needs import NeedWords
from resources_index.importers.phones import dialled
from resources_index.importers.report import Report
from resources_index.importers.spoken import languages_in
from resources_index.places import Places
from tests.support.tables import write_tables

ROOT = Path(__file__).resolve().parents[3]
TABLES = ROOT / "data" / "importers"
SHIPPED = ROOT / "data" / "directory"
OPTIONS = PackageOptions("Bay 211", NeedWords.read(TABLES / "need_words.csv"), Audience.read(TABLES / "audience.csv"),
                         checked_on="2026-05-01", state="FL")  # fmt: skip
NOBODY = Persons([])

# HSDS 1.1 as a help line's database wrote it: links by number, everything in capitals, marks of its own in the texts.
ELEVEN = {
    "organizations.csv": [{"id": "7", "name": "BAY SENIOR SERVICES, INC.", "description": "x", "url": ""}],
    "services.csv": [
        {"id": "1", "organization_id": "7", "name": "HOME DELIVERED MEALS", "url": "https://bay.example", "status": "",
         "description": "Hot meals for the homeboundGÇÖs table.\\n\\n###BAY###\\n\\n* Low salt\\n* Diabetic\\n\\n"
                        "Ask for Delia at 305-555-0188. Dr. Ramon Tellez founded it. Write to meals@bay.example."},
        {"id": "2", "organization_id": "9", "name": "Chore help", "url": "", "description": "Homemaker visits."},
        {"id": "3", "organization_id": "7", "name": "SUMMER READINESS", "url": "https://bay.example", "description": "x"},
        {"id": "4", "organization_id": "7", "name": "DELIA VOSS, LCSW", "url": "https://d.example", "description": "Therapy."},
        {"id": "5", "organization_id": "7", "name": "BAY CARE", "url": "https://bay.example",
         "description": "Home health aides and other care at home."},
        {"id": "6", "organization_id": "7", "name": "Counseling line", "url": "", "description": "Somebody listens."},
    ],
    "taxonomy.csv": [{"id": "T-1", "name": "Home Delivered Meals"}, {"id": "T-2", "name": "Mental Health Evaluation"},
                     {"id": "Y-1", "name": "Preschool Age Children"}, {"id": "Y-2", "name": "Older Adults"}],
    "services_taxonomy.csv": [
        {"id": "1", "service_id": "1", "taxonomy_id": "T-1"}, {"id": "2", "service_id": "3", "taxonomy_id": "T-2"},
        {"id": "3", "service_id": "3", "taxonomy_id": "Y-1"}, {"id": "4", "service_id": "5", "taxonomy_id": "Y-2"},
        {"id": "5", "service_id": "", "taxonomy_id": "T-1"},
    ],
    "eligibility.csv": [{"id": "", "service_id": "", "eligibility": "Girls, 5-17"},
                        {"id": "", "service_id": "1,2", "eligibility": "Homebound, 60 or older"}],
    "phones.csv": [
        {"id": "1", "location_id": "1", "service_id": "1", "number": "305-555-0142 x57471"},
        {"id": "2", "location_id": "2", "service_id": "2", "number": "305-555-0143 / 305-555-0144"},
        {"id": "3", "location_id": "1", "service_id": "6", "number": "305-555-*144"},
        {"id": "4", "location_id": "1", "service_id": "6", "number": "305-HELP-NOW"},
    ],
    "contacts.csv": [{"id": "1", "service_id": "1", "name": "Dr. Ramon Tellez"}, {"id": "4", "service_id": "4", "name": "Delia Voss"},
                     {"id": "5", "service_id": "5", "name": "Customer Service"}],
    "locations.csv": [{"id": str(n), "organization_id": "7", "name": "Hall", "latitude": "0", "longitude": "0"} for n in range(1, 7)],
    "services_at_location.csv": [{"id": str(n), "service_id": str(n), "location_id": str(n)} for n in range(1, 7)],
    "physical_addresses.csv": [{"id": str(n), "location_id": str(n), "address_1": "1 Main St", "city": "Miami",
                                "state_province": "FL ", "postal_code": "33125-1234"} for n in range(1, 7)],
    "regular_schedules.csv": [
        *({"id": "", "service_id": "1", "weekday": day, "opens_at": "9:00am", "closes_at": "5:00pm"}
          for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")),
        {"id": "", "service_id": "1", "weekday": "Saturday", "opens_at": "9:00am", "closes_at": "1:00am"},
    ],
    "languages.csv": [{"id": "1", "service_id": "1", "language": "English\\nlimited Spanish"},
                      {"id": "2", "service_id": "1", "language": "others available upon request"}],
}  # fmt: skip

# HSDS 1.0 keeps the place, the areas and the terms in the line of the service itself.
TEN = {
    "organizations.csv": [{"id": "1", "name": "Bay Elders", "website": "https://elders.example"}],
    "locations.csv": [{"id": "5", "organization_id": "1", "name": "Bay House"}],
    "services.csv": [{"id": "1", "location_id": "5", "name": "Rides", "description": "A van.", "website": "https://elders.example",
                      "eligibility": "None", "service_areas": "San Mateo County, Alameda County", "taxonomy_ids": "102",
                      "languages": "Spanish,Tagalog", "required_documents": "Photo ID,None", "status": "active"}],
    "phones.csv": [{"id": "1", "location_id": "5", "number": "650 780-7525", "number_type": "voice"}],
    "taxonomy.csv": [{"taxonomy_id": "102", "name": "Paratransit"}],
}  # fmt: skip


def imported(
    folder: Path, places: Places, options: PackageOptions = OPTIONS
) -> tuple[Report, dict[str, ServiceRecord]]:
    own = folder.parent / "own"
    report = import_package(folder, own, places, options, dry_run=False)
    for name in ("freshness.yml", "taxonomy_terms.csv"):
        shutil.copy(SHIPPED / name, own)
    return report, {service.name: service for service in Directory.load([own]).services}


@pytest.fixture
def bay(tmp_path: Path, places: Places) -> tuple[Report, dict[str, ServiceRecord]]:
    return imported(write_tables(tmp_path / "bay", ELEVEN), places)


def test_a_package_with_dirt_comes_in_without_a_rejected_line(
    bay: tuple[Report, dict[str, ServiceRecord]],
) -> None:
    report, services = bay
    assert report.rejected == []
    assert sorted(services) == ["Bay Care", "Chore help", "Counseling line", "Home Delivered Meals"]


def test_a_meal_service_reads_as_people_write(
    bay: tuple[Report, dict[str, ServiceRecord]],
) -> None:
    meals = bay[1]["Home Delivered Meals"]
    assert meals.organization == "Bay Senior Services, Inc."
    assert meals.summary["en"] == "Hot meals for the homebound’s table. Low salt; Diabetic"
    assert meals.eligibility["en"] == "Homebound, 60 or older"
    assert meals.hours["en"] == "Mon-Fri 09:00-17:00"
    assert meals.languages == ("en", "es")
    assert [phone.number for phone in meals.phones] == ["+13055550142"]
    assert meals.area.county_fips == {"12086"}
    # 0, 0 lies in the sea off Africa: the middle of the ZIP is taken.
    assert meals.latitude == pytest.approx(25.78, abs=0.05)


def test_nobody_s_name_number_or_mail_is_in_what_was_written(
    tmp_path: Path, bay: tuple[Report, dict[str, ServiceRecord]]
) -> None:
    assert bay[1]
    everything = "".join(path.read_text("utf-8") for path in (tmp_path / "own").glob("*.csv"))
    for personal in ("Delia", "DELIA", "Voss", "Tellez", "0188", "@", "57471"):
        assert personal not in everything


def test_what_is_for_children_or_one_person_s_practice_is_left_out(
    bay: tuple[Report, dict[str, ServiceRecord]],
) -> None:
    said = [str(finding) for finding in bay[0].left_out]
    assert said == [
        "services.csv line 4: name: 'SUMMER READINESS' is for children or young people",
        "services.csv line 5: name: 'DELIA VOSS, LCSW' is named after its contact person",
    ]


def test_what_says_that_it_is_for_older_people_is_read_to_the_end(
    bay: tuple[Report, dict[str, ServiceRecord]],
) -> None:
    assert bay[1]["Bay Care"].need_ids == ("in_home_care",)


@pytest.mark.parametrize(
    "wanted",
    [
        "eligibility.csv line 1: service_id: 1 row names no service",
        "services_taxonomy.csv line 1: service_id: 1 row names no service",
        "services.csv line 3: organization_id: no organization has the id '9'",
        "phones.csv line 4: number: '305-555-*144' cannot be dialled",
        "contacts.csv line 1: 3 contact persons",
    ],
)
def test_each_kind_of_dirt_is_named_once(
    bay: tuple[Report, dict[str, ServiceRecord]], wanted: str
) -> None:
    assert [str(f).startswith(wanted) for f in bay[0].warnings].count(True) == 1


def test_the_first_version_keeps_everything_in_the_line_of_the_service(
    tmp_path: Path, places: Places
) -> None:
    options = PackageOptions(**{**vars(OPTIONS), "state": "CA"})
    report, services = imported(write_tables(tmp_path / "ten", TEN), places, options)
    assert (report.added, report.rejected) == (1, [])
    rides = services["Rides"]
    assert rides.organization == "Bay Elders"
    assert rides.need_ids == ("transportation",)
    assert rides.area.county_fips == {"06081", "06001"}
    assert rides.phones[0].number == "+16507807525"
    assert (rides.languages, rides.have_ready) == (("es", "tl"), ("Photo ID",))
    assert rides.eligibility["en"] == ""


def test_an_area_is_taken_for_services_that_say_no_place_unless_their_name_does(
    tmp_path: Path, places: Places
) -> None:
    rows = [{"id": "1", "organization_id": "1", "name": "Legal hotline", "url": "https://l.example"},
            {"id": "2", "organization_id": "1", "name": "Legal forms in DuPage County", "url": "https://l.example"}]  # fmt: skip
    folder = write_tables(
        tmp_path / "law", {"services.csv": rows, "organizations.csv": [{"id": "1", "name": "Law"}]}
    )
    without = import_package(folder, tmp_path / "own", places, OPTIONS, dry_run=True)
    assert without.rejected_count == len(rows)
    options = PackageOptions(**{**vars(OPTIONS), "state": "IL", "area": "Illinois"})
    _, services = imported(folder, places, options)
    assert services["Legal hotline"].area.states == ("IL",)
    assert services["Legal forms in DuPage County"].area.county_fips == {"17043"}
    with pytest.raises(ValueError, match="no place"):
        import_package(folder, tmp_path / "own", places, PackageOptions(**{**vars(OPTIONS), "area": "Nowhereland"}), dry_run=True)  # fmt: skip


def test_json_of_another_shape_is_refused_in_one_sentence(tmp_path: Path, places: Places) -> None:
    lines = tmp_path / "lines.json"
    lines.write_text(json.dumps({"contents": [{"id": "1", "name": "cut off"}]})[:-3])
    with pytest.raises(ValueError, match="cannot be read as HSDS JSON"):
        import_package(lines, tmp_path / "own", places, OPTIONS, dry_run=True)


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("305-555-0142 xOPT2", "3055550142"), ("937 555 0142x3", "9375550142"), ("1-800-MEDICARE", "8006334227"),
        ("305-555-HELP (4357)", "3055554357"), ("+1 (305) 555-0142 extension 4", "3055550142"), ("call us", None),
        ("988", "988"), ("305-555-*144", None),
    ],
)  # fmt: skip
def test_numbers_as_lists_write_them(written: str, number: str | None) -> None:
    assert dialled(written) == number


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("familyâ€™s JosÃ©", "family’s José"),
        ("Open daily. Contact Bay Center at (305) 555-0142.", "Open daily."),
        ("See [our page](https://x.example/a) now.", "See our page now."),
        ("Rooms:\\n* one\\n* two", "Rooms: one; two"),
        ("N/A", ""),
    ],
)
def test_texts_become_plain(written: str, shown: str) -> None:
    assert plain(written, NOBODY) == shown


def test_an_office_in_the_list_of_contacts_is_no_person() -> None:
    persons = Persons(["Customer Service", "Rev. Ana M. Ruiz", "Front Desk"])
    assert len(persons) == 1
    assert persons.named_in("founded by Ana Maria Ruiz")
    assert not persons.named_in("Customer Service classes")


def test_names_in_capitals_and_languages_in_sentences() -> None:
    assert title("ST. MARY'S VFW POST, LLC") == "St. Mary's VFW Post, LLC"
    assert languages_in("English, some Haitian-Creole; ASL; others upon request") == [
        ("English", "en"),
        ("Haitian Creole", "ht"),
        ("Sign Language", "ase"),
    ]
