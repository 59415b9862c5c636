"""CMS files: small ones here, in the columns of the real ones."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest

from resources_index.directory import Directory, ServiceRecord
from resources_index.importers.cms import import_cms, title
from resources_index.importers.cms_files import CMS_FILES
from resources_index.importers.report import Report
from resources_index.places import Places

ROOT = Path(__file__).resolve().parents[3]
SHIPPED = ROOT / "data" / "directory"
HOSPITAL = {"Facility ID": "10001", "Facility Name": "ST. MARY'S HOSPITAL OF DAYTON", "Address": "1 MAIN STREET",
            "City/Town": "DAYTON", "State": "OH", "ZIP Code": "45402", "Telephone Number": "(937) 555-0100",
            "Hospital Type": "Acute Care Hospitals"}  # fmt: skip
HOME_HEALTH = {"State": "OH", "CMS Certification Number (CCN)": "367001", "Provider Name": "Porch Home Health",
               "Address": "2 ELM ST", "City/Town": "DAYTON", "ZIP Code": "45402", "Telephone Number": "9375550101"}  # fmt: skip
NURSING_HOME = {"CMS Certification Number (CCN)": "365001", "Provider Name": "PORCH MANOR, INC.", "Provider Address": "3 OAK ST",
                "City/Town": "XENIA", "State": "OH", "ZIP Code": "45385", "Telephone Number": "9375550102",
                "Latitude": "39.6848", "Longitude": "-83.9297", "Processing Date": "2026-07-01"}  # fmt: skip
SUPPLIER = {"provider_id": "99", "businessname": "PORCH SUPPLY LLC", "practicename": "PORCH SUPPLY LLC",
            "practiceaddress1": "4 ASH ST", "practicecity": "DAYTON", "practicestate": "OH", "practicezip9code": "454021234",
            "telephonenumber": "9375550103"}  # fmt: skip


def write(path: Path, *lines: dict[str, str]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(lines[0]))
        writer.writeheader()
        writer.writerows(lines)
    return path


def one(folder: Path) -> ServiceRecord:
    """The one service of an imported folder."""
    base = folder.parent / "base"
    base.mkdir()
    for name in ("freshness.yml", "taxonomy_terms.csv"):
        shutil.copy(SHIPPED / name, base)
    (service,) = Directory.load([base, folder]).services
    return service


def test_a_hospital_is_for_people_within_its_miles(tmp_path: Path, places: Places) -> None:
    path = write(tmp_path / "hospitals.csv", HOSPITAL)
    report = import_cms(
        path,
        CMS_FILES["cms-hospitals"],
        tmp_path / "own",
        places,
        dry_run=False,
        checked_on="2026-03-01",
    )
    assert (report.added, report.rejected) == (1, [])
    service = one(tmp_path / "own")
    assert service.name == "St. Mary's Hospital of Dayton"
    assert service.phones[0].number == "+19375550100"
    assert (service.area.kind, service.area.radius_miles) == ("radius", 40.0)
    assert service.latitude is not None
    assert service.assured_date == "2026-03-01"
    assert "xubh-q36u" in service.source


def test_a_home_health_agency_is_for_the_zips_that_it_serves(
    tmp_path: Path, places: Places
) -> None:
    served = [
        {"State": "OH", "CMS Certification Number (CCN)": "367001", "ZIP Code": code}
        for code in ("45402", "45385")
    ]
    path = write(tmp_path / "hh.csv", HOME_HEALTH)
    zips = write(tmp_path / "hh_zip.csv", *served)
    import_cms(
        path, CMS_FILES["cms-home-health"], tmp_path / "own", places, dry_run=False, zips=zips
    )
    assert one(tmp_path / "own").area.zips == {"45402", "45385"}


def test_without_the_table_of_zips_an_agency_is_for_its_county(
    tmp_path: Path, places: Places
) -> None:
    path = write(tmp_path / "hh.csv", HOME_HEALTH)
    import_cms(path, CMS_FILES["cms-home-health"], tmp_path / "own", places, dry_run=False)
    assert one(tmp_path / "own").area.county_fips == {"39113"}


def test_a_nursing_home_keeps_the_day_of_its_file(tmp_path: Path, places: Places) -> None:
    path = write(tmp_path / "nh.csv", NURSING_HOME)
    import_cms(
        path,
        CMS_FILES["cms-nursing-homes"],
        tmp_path / "own",
        places,
        dry_run=False,
        checked_on="2020-01-01",
    )
    service = one(tmp_path / "own")
    assert service.assured_date == "2026-07-01"
    assert service.latitude == pytest.approx(39.6848)
    assert service.need_ids[0] == "long_term_care"


def test_a_supplier_is_for_its_county(tmp_path: Path, places: Places) -> None:
    path = write(tmp_path / "dme.csv", SUPPLIER)
    import_cms(path, CMS_FILES["cms-dme"], tmp_path / "own", places, dry_run=False)
    service = one(tmp_path / "own")
    assert service.name == "Porch Supply LLC"
    assert service.area.county_fips == {"39113"}


def test_the_wrong_file_is_refused_with_the_column_that_it_lacks(
    tmp_path: Path, places: Places
) -> None:
    path = write(tmp_path / "wrong.csv", {"Name": "x", "Town": "y"})
    report = import_cms(path, CMS_FILES["cms-hospitals"], tmp_path / "own", places, dry_run=False)
    assert str(report.rejected[0]).startswith("wrong.csv line 1: CMS Certification Number")
    assert not (tmp_path / "own").exists()


def test_a_wrong_state_keeps_the_whole_file_outside(tmp_path: Path, places: Places) -> None:
    path = write(tmp_path / "h.csv", HOSPITAL, {**HOSPITAL, "Facility ID": "10002", "State": "ZZ"})
    report = import_cms(path, CMS_FILES["cms-hospitals"], tmp_path / "own", places, dry_run=False)
    assert [str(finding) for finding in report.rejected] == ["h.csv line 3: State: 'ZZ'"]
    assert not report.imported


def test_the_same_file_twice_changes_nothing(tmp_path: Path, places: Places) -> None:
    path = write(tmp_path / "h.csv", HOSPITAL)
    kind = CMS_FILES["cms-hospitals"]
    import_cms(path, kind, tmp_path / "own", places, dry_run=False)
    again = import_cms(path, kind, tmp_path / "own", places, dry_run=False)
    assert (again.added, again.changed, again.unchanged) == (0, 0, 1)


@pytest.mark.parametrize("kind", CMS_FILES.values(), ids=list(CMS_FILES))
def test_what_people_read_of_a_kind_is_short_and_in_both_languages(kind) -> None:  # type: ignore[no-untyped-def]
    for text in (kind.summary_en, kind.summary_es, kind.ask_en, kind.ask_es):
        assert 3 < len(text.split()) <= 60


def test_names_in_capitals_are_written_as_names() -> None:
    assert title("BURNS NURSING HOME, INC.") == "Burns Nursing Home, Inc."
    assert title("VA HOSPITAL OF THE NORTH") == "VA Hospital of the North"
    assert title("McLean Hospital") == "McLean Hospital"


def dry(kind: str, path: Path, places: Places, zips: Path | None = None) -> Report:
    return import_cms(path, CMS_FILES[kind], path.parent / "own", places, dry_run=True, zips=zips)


def test_a_file_of_another_kind_is_refused_with_the_name_of_its_own(
    tmp_path: Path, places: Places
) -> None:
    path = write(tmp_path / "dme.csv", {**SUPPLIER, "supplieslist": "Wheelchairs"})
    report = dry("cms-nursing-homes", path, places)
    assert [str(finding) for finding in report.rejected] == [
        "dme.csv line 1: this is a file of Medical equipment suppliers: import it as cms-dme"
    ]


@pytest.mark.parametrize(
    ("kind", "more"),
    [
        ("cms-home-health", {"Offers Nursing Care Services": "Yes", "Type of Ownership": "x", "Certification Date": "01/02/1990"}),
        ("cms-hospices", {"CMS Region": "5", "Address Line 1": "1 MAIN", "County/Parish": "Montgomery"}),
        ("cms-dialysis", {"Network": "9", "Five Star": "4", "# of Dialysis Stations": "20"}),
        ("cms-hospitals", {"Hospital Type": "Acute Care Hospitals", "Emergency Services": "Yes"}),
        ("cms-nursing-homes", {"Number of Certified Beds": "99", "Overall Rating": "4"}),
    ],
)  # fmt: skip
def test_a_file_with_all_columns_of_its_kind_is_taken(
    tmp_path: Path, places: Places, kind: str, more: dict[str, str]
) -> None:
    assert dry(kind, write(tmp_path / "all.csv", {**HOME_HEALTH, **more}), places).added == 1


def test_a_store_without_a_sign_bears_its_company_s_name(tmp_path: Path, places: Places) -> None:
    path = write(tmp_path / "dme.csv", {**SUPPLIER, "practicename": ""})
    import_cms(path, CMS_FILES["cms-dme"], tmp_path / "own", places, dry_run=False)
    assert one(tmp_path / "own").name == "Porch Supply LLC"


def test_a_file_from_windows_keeps_its_letters(tmp_path: Path, places: Places) -> None:
    path = write(tmp_path / "hh.csv", {**HOME_HEALTH, "Provider Name": "Peña Home Health"})
    path.write_bytes(path.read_text("utf-8").encode("cp1252"))
    import_cms(path, CMS_FILES["cms-home-health"], tmp_path / "own", places, dry_run=False)
    assert one(tmp_path / "own").name == "Peña Home Health"


def test_a_wrong_table_of_zips_is_refused_and_agencies_that_it_lacks_are_counted(
    tmp_path: Path, places: Places
) -> None:
    path = write(tmp_path / "hh.csv", HOME_HEALTH)
    with pytest.raises(ValueError, match="no table of ZIPs"):
        dry("cms-home-health", path, places, zips=write(tmp_path / "x.csv", SUPPLIER))
    zips = write(tmp_path / "z.csv", {"CMS Certification Number (CCN)": "1", "ZIP Code": "45402"})
    report = dry("cms-home-health", path, places, zips=zips)
    assert str(report.warnings[0]).startswith("z.csv line 1: 1 of hh.csv are not in it")
