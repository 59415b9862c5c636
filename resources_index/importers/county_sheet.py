"""A county office's spreadsheet (CSV or XLSX): one line a service. All lines come in, or none.

What each column means stands in COLUMNS, which also makes the template.
"""

from __future__ import annotations

import csv
import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from resources_index.importers.areas import named
from resources_index.importers.draft import Draft, ServiceArea, dialled
from resources_index.importers.report import Report
from resources_index.importers.staging import Staging
from resources_index.index.needs import need_ids
from resources_index.places import Places
from resources_index.places.fold import fold
from resources_index.places.states import state_code
from resources_index.places.tables import state_label

COLUMNS = {
    "name": "what the service is called, in plain words (must be filled in)",
    "organization": "who runs it (must)",
    "needs": "need ids, the main one first, separated by ; (must)",
    "phone": "ten digits; phone or url must be filled in",
    "url": "the page about this service",
    "state": "two letters (must)",
    "counties": "separated by ; and empty for the whole state",
    "summary": "what it does for the person, at most 60 words (must)",
    "summary_es": "the same in Spanish",
    "cost": "what the person pays",
    "eligibility": "who can get it",
    "hours": "like Mon-Fri 09:00-17:00, Sat 10:00-14:00",
    "source": "who checked it: your office, a page (must)",
    "checked_on": "the day it was checked, YYYY-MM-DD (must)",
}
MORE_COLUMNS = {
    "zips": "ZIP codes separated by ; when it is for these only",
    "name_es": "the name in Spanish",
    "cost_es": "what the person pays, in Spanish",
    "eligibility_es": "who can get it, in Spanish",
    "ask_for": "what to say when somebody picks up",
    "ask_for_es": "the same in Spanish",
    "minimum_age": "a number, where there is one",
    "address": "street and number, where people go there",
    "city": "of the address",
    "zip": "of the address",
    "languages": "like English; Spanish",
    "status": "active, or temporarily closed, inactive, defunct",
}
_NEEDED = ("name", "organization", "needs", "state", "summary", "source", "checked_on")
_STATUS = ("active", "inactive", "defunct", "temporarily closed")
_CODES = {"english": "en", "spanish": "es", "español": "es", "chinese": "zh", "vietnamese": "vi", "korean": "ko",
          "russian": "ru", "tagalog": "tl", "arabic": "ar", "french": "fr", "polish": "pl"}  # fmt: skip
_MOST_WORDS = 60

Line = dict[str, str]


def import_sheet(path: Path, target: Path, places: Places, dry_run: bool) -> Report:
    """Read `path` into `target`, in the place of what the same sheet wrote before."""
    report = Report()
    with Staging() as staging:
        reader = _SheetReader(path.name, places, report)
        for number, line in read_lines(path, report):
            draft = reader.draft(number, line)
            if draft is not None and not staging.add(draft.id, draft.rows()):
                report.reject(path.name, number, "name", "the same service stands in a line above")
        staging.compare(target, report)
        if not report.rejected and not dry_run:
            staging.write(target)
            report.imported = True
    return report


def read_lines(path: Path, report: Report) -> Iterator[tuple[int, Line]]:
    """(number, fields) of each line that is not empty; missing columns are reported."""
    rows = _excel(path) if path.suffix.lower() == ".xlsx" else _csv(path)
    header = [str(name).strip().lower() for name in next(rows, [])]
    missing = [name for name in COLUMNS if name not in header]
    if missing:
        report.reject(path.name, 1, "", f"the columns {', '.join(missing)} are missing")
        return
    for number, row in enumerate(rows, start=2):
        line = dict(zip(header, (_text(value) for value in row), strict=False))
        if any(line.values()):
            yield number, {name: line.get(name, "") for name in (*COLUMNS, *MORE_COLUMNS)}


def write_template(path: Path) -> None:
    """An empty sheet: CSV, or XLSX with a second page that says what each column and each need is."""
    names = [*COLUMNS, *MORE_COLUMNS]
    if path.suffix.lower() != ".xlsx":
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerow(names)
        return
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "services"
    sheet.append(names)
    sheet.freeze_panes = "B2"
    notes = book.create_sheet("how to fill in")
    for name, meaning in {**COLUMNS, **MORE_COLUMNS}.items():
        notes.append([name, meaning])
    notes.append([])
    notes.append(["need ids"])
    for need in need_ids():
        notes.append([need])
    book.save(path)


class _SheetReader:
    """Checks lines and makes drafts of the good ones."""

    def __init__(self, file: str, places: Places, report: Report) -> None:
        self._file, self._places, self._report = file, places, report

    def draft(self, number: int, line: Line) -> Draft | None:
        problem = self._problem(line)
        if problem is not None:
            self._report.reject(self._file, number, *problem)
            return None
        facts = {
            "name.es": line["name_es"], "description.es": line["summary_es"], "cost.es": line["cost_es"],
            "eligibility.es": line["eligibility_es"], "ask_for.en": line["ask_for"], "ask_for.es": line["ask_for_es"],
            "trust": "high", "level": "local" if line["counties"] or line["zips"] else "state",
        }  # fmt: skip
        number_to_dial = dialled(line["phone"])
        return Draft(
            key=(line["organization"], line["name"], line["state"], line["counties"]),
            name=line["name"], organization=line["organization"], needs=tuple(_parts(line["needs"])),
            summary=line["summary"], area=self._area(line), source=line["source"], checked_on=line["checked_on"],
            phones=(number_to_dial,) if number_to_dial else (), url=line["url"], eligibility=line["eligibility"],
            cost=line["cost"], hours=line["hours"], minimum_age=line["minimum_age"], status=line["status"] or "active",
            languages=tuple((name, _CODES.get(name.lower(), name[:2].lower())) for name in _parts(line["languages"])),
            facts=facts, **self._place(line),
        )  # fmt: skip

    def _problem(self, line: Line) -> tuple[str, str] | None:
        empty = next((name for name in _NEEDED if not line[name]), None)
        if empty is not None:
            return empty, "is empty"
        checks = (
            self._wrong_need,
            self._wrong_contact,
            self._wrong_text,
            self._wrong_date,
            self._wrong_area,
        )
        return next((problem for check in checks if (problem := check(line)) is not None), None)

    def _wrong_need(self, line: Line) -> tuple[str, str] | None:
        unknown = [need for need in _parts(line["needs"]) if need not in need_ids()]
        return ("needs", f"{unknown[0]!r} is no need id (see data/needs.csv)") if unknown else None

    def _wrong_contact(self, line: Line) -> tuple[str, str] | None:
        if line["phone"] and dialled(line["phone"]) is None:
            return "phone", f"{line['phone']!r} is not a number of ten digits that can be dialled"
        if not line["phone"] and not line["url"]:
            return "phone", "phone and url are both empty"
        if line["url"] and not re.match(r"https?://\S+\.\S+$", line["url"]):
            return "url", f"{line['url']!r} does not begin with https:// or http://"
        return None

    def _wrong_text(self, line: Line) -> tuple[str, str] | None:
        for name in ("summary", "summary_es"):
            if len(line[name].split()) > _MOST_WORDS:
                return name, f"longer than {_MOST_WORDS} words"
        if line["minimum_age"] and not line["minimum_age"].isdigit():
            return "minimum_age", f"{line['minimum_age']!r} is no number"
        if line["status"] and line["status"] not in _STATUS:
            return "status", f"{line['status']!r} is none of {', '.join(_STATUS)}"
        return None

    def _wrong_date(self, line: Line) -> tuple[str, str] | None:
        try:
            checked = date.fromisoformat(line["checked_on"])
        except ValueError:
            return "checked_on", f"{line['checked_on']!r} is not YYYY-MM-DD"
        return ("checked_on", "lies in the future") if checked > date.today() else None

    def _wrong_area(self, line: Line) -> tuple[str, str] | None:
        state = state_code(fold(line["state"]))
        if state is None:
            return "state", f"{line['state']!r} is no state"
        for name in _parts(line["counties"]):
            if self._fips(name, state) is None:
                return "counties", f"{name!r} is no county of {line['state']}"
        for code in (*_parts(line["zips"]), *_parts(line["zip"])):
            if code not in self._places.tables.zips:
                return "zips", f"{code!r} is no ZIP code"
        return None

    def _area(self, line: Line) -> ServiceArea:
        state = state_code(fold(line["state"])) or ""
        zips, counties = _parts(line["zips"]), _parts(line["counties"])
        if zips:
            return ServiceArea("zip-list", ";".join(zips), named(zips))
        if not counties:
            return ServiceArea("state", state, state_label(state))
        codes = sorted({self._fips(name, state) or "" for name in counties})
        return ServiceArea("county", ";".join(codes), f"{named(counties)}, {state}")

    def _fips(self, name: str, state: str) -> str | None:
        found = self._places.tables.counties_by_name.get(fold(name), ())
        return next((county.fips for county in found if county.state == state), None)

    def _place(self, line: Line) -> dict[str, Any]:
        if not line["address"]:
            return {}
        area = self._places.tables.zips.get(line["zip"])
        known = area is not None and area.latitude is not None
        address = {"address_1": line["address"], "city": line["city"], "state_province": line["state"].upper(),
                   "postal_code": line["zip"]}  # fmt: skip
        return {
            "address": address,
            "latitude": f"{area.latitude:.4f}" if area and known else "",
            "longitude": f"{area.longitude:.4f}" if area and known else "",
        }


def _csv(path: Path) -> Iterator[list[Any]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from csv.reader(file)


def _excel(path: Path) -> Iterator[list[Any]]:
    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    except (zipfile.BadZipFile, InvalidFileException, KeyError):
        raise ValueError(
            f"{path.name} is no Excel sheet: save it as .xlsx, or as CSV and import it as county-csv."
        ) from None
    try:
        for row in book.worksheets[0].iter_rows(values_only=True):
            yield list(row)
    finally:
        book.close()


def _text(value: Any) -> str:
    """A cell as text: days without their time, whole numbers without a point."""
    if value is None:
        return ""
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split(";") if part.strip()]
