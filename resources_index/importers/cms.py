"""Providers of a CMS Provider Data Catalog file, each as a service for the people who live near it."""

from __future__ import annotations

import csv
import re
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path

from resources_index.importers.areas import AreaReader
from resources_index.importers.cms_files import CMS_FILES, CmsFile
from resources_index.importers.draft import Draft, ServiceArea
from resources_index.importers.foreign_text import title
from resources_index.importers.phones import dialled
from resources_index.importers.report import Report
from resources_index.importers.staging import Staging
from resources_index.importers.text_files import open_text, records
from resources_index.places import Places
from resources_index.places.tables import state_names

# Freely associated states and military mail: no county, no line of ours.
_NOT_OURS = frozenset(["FM", "MH", "PW", "AA", "AE", "AP"])
_STATES = frozenset(state_names().values())

Progress = Callable[[int], None]


def import_cms(path: Path, kind: CmsFile, target: Path, places: Places, *, dry_run: bool, zips: Path | None = None,
               checked_on: str = "", fewer: bool = False, progress: Progress = lambda _: None) -> Report:  # fmt: skip
    """Read a CMS file, and for agencies that come to the home its table of ZIPs, into `target`.

    `checked_on` is the day of the data where the file does not say it (ISO date). Nothing comes in when a line is wrong, or
    when many of the providers of before are not in it, unless `fewer` says that it is meant.
    """
    report = Report()
    reader = _CmsReader(kind, AreaReader(places), report, checked_on)
    with (
        Staging() as staging,
        closing(_zip_table(zips)) as served,
        open_text(path) as file,
    ):
        lines = records(file)
        reader.find_columns(path.name, lines.fieldnames or [])
        for number, line in enumerate(lines, start=2):
            if report.rejected and report.rejected[0].line == 1:
                break
            draft = reader.draft(path.name, number, line, served)
            if draft is not None and not staging.add(draft.id, draft.rows()):
                report.warn(path.name, number, "", "the same provider stands in a line above")
            progress(number)
        if zips is not None and reader.without_zips:
            reason = (
                f"{reader.without_zips:,} of {path.name} are not in it: each is for its own county"
            )
            report.warn(zips.name, 1, "", reason)
        staging.finish(path.name, target, report, dry_run=dry_run, fewer=fewer)
    return report


class _CmsReader:
    def __init__(self, kind: CmsFile, areas: AreaReader, report: Report, checked_on: str) -> None:
        self._kind, self._areas, self._report, self._checked_on = kind, areas, report, checked_on
        self._columns: dict[str, list[str]] = {}
        self.without_zips = 0

    def find_columns(self, file: str, names: Sequence[str]) -> None:
        """Which column holds which field; the ones that a provider cannot do without are reported."""
        by_name = {name.strip().lower(): name for name in names}
        for field, candidates in self._kind.columns.items():
            known = dict.fromkeys(name.lower() for name in candidates)
            found = [by_name[name] for name in known if name in by_name]
            if found:
                self._columns[field] = found
        other = next((kind for kind in CMS_FILES.values() if kind.known_by(by_name)), self._kind)
        if other is not self._kind and not self._kind.known_by(by_name):
            reason = f"this is a file of {other.title}: import it as {other.format}"
            self._report.reject(file, 1, "", reason)
            return
        for needed in ("ccn", "name", "state", "zip"):
            if needed not in self._columns:
                wanted = self._kind.columns[needed][0]
                self._report.reject(
                    file,
                    1,
                    wanted,
                    f"no such column: is this {self._kind.title} ({self._kind.dataset})?",
                )

    def draft(
        self, file: str, number: int, line: dict[str, str], served: sqlite3.Connection
    ) -> Draft | None:
        """The provider of a line, or None after saying what is wrong with it."""
        value = {field: _first(line, columns) for field, columns in self._columns.items()}
        code = value["zip"][:5].zfill(5) if value["zip"] else ""
        if value["state"] in _NOT_OURS:
            self._report.warn(
                file, number, "State", f"{value['state']!r} is outside our tables: left out"
            )
            return None
        if not value["name"] or value["state"] not in _STATES:
            self._report.reject(
                file,
                number,
                "State" if value["name"] else "Name",
                f"{value['state']!r}" if value["name"] else "is empty",
            )
            return None
        phone = dialled(value.get("phone", ""))
        if value.get("phone") and phone is None:
            self._report.warn(
                file,
                number,
                self._columns["phone"][0],
                f"{value['phone']!r} cannot be dialled; left out",
            )
        latitude, longitude = value.get("latitude", ""), value.get("longitude", "")
        if not latitude or not longitude:
            latitude, longitude = self._areas.point(code)
        ccn = value["ccn"].zfill(6)
        area = self._area(ccn, code, bool(latitude), served) or self._town(value)
        if area is None:
            self._report.warn(
                file,
                number,
                self._columns["zip"][0],
                f"{code!r} is no ZIP of the crosswalk, and its town is not known: left out",
            )
            return None
        name = title(value["name"])
        return Draft(
            key=(self._kind.format, ccn, code if self._kind.format == "cms-dme" else ""), name=name, organization=name,
            needs=self._kind.needs, summary=self._kind.summary_en, area=area, url=self._kind.url,
            source=f"CMS Provider Data Catalog, {self._kind.title} ({self._kind.dataset})",
            checked_on=_day(value.get("day", "")) or self._checked_on, phones=(phone,) if phone else (),
            eligibility="", cost="Medicare may pay. Ask." if self._kind.zip_table else "Ask what Medicare or Medicaid pays.",
            address={"address_1": title(value.get("address", "")), "city": title(value.get("city", "")),
                     "state_province": value["state"], "postal_code": code},
            latitude=latitude, longitude=longitude, facts=self._facts(),
        )  # fmt: skip

    def _area(
        self, ccn: str, code: str, placed: bool, served: sqlite3.Connection
    ) -> ServiceArea | None:
        if self._kind.zip_table:
            zips = [
                row[0]
                for row in served.execute(
                    "SELECT DISTINCT zip FROM served WHERE ccn = ? ORDER BY zip", (ccn,)
                )
            ]
            self.without_zips += not zips
            if zips:
                return ServiceArea("zip-list", ";".join(zips), f"{len(zips)} ZIP codes near {code}")
        if self._kind.miles and placed:
            return ServiceArea(
                "radius", str(self._kind.miles), f"within {self._kind.miles} miles of {code}"
            )
        return self._areas.around(code)

    def _town(self, value: dict[str, str]) -> ServiceArea | None:
        """The county of the town: a few ZIPs are younger or older than the crosswalk."""
        return self._areas.read([f"{value.get('city', '')}, {value['state']}"], value["state"])

    def _facts(self) -> dict[str, str]:
        kind = self._kind
        return {"description.es": kind.summary_es, "ask_for.en": kind.ask_en, "ask_for.es": kind.ask_es,
                "urgency": kind.urgency, "level": "local", "trust": "high", "program": kind.format}  # fmt: skip


def _zip_table(path: Path | None) -> sqlite3.Connection:
    """ZIPs by provider in a temporary database (SQLite keeps what is large on disk); empty without a file."""
    database = sqlite3.connect("")
    database.execute("CREATE TABLE served (ccn TEXT, zip TEXT)")
    if path is not None:
        with open_text(path) as file:
            database.executemany(
                "INSERT INTO served VALUES (?, ?)", _served(path.name, records(file))
            )
    database.execute("CREATE INDEX by_provider ON served (ccn)")
    return database


def _served(file: str, lines: csv.DictReader[str]) -> Iterator[tuple[str, str]]:
    names = {name.strip().lower(): name for name in lines.fieldnames or ()}
    ccn, code = (names.get(name) for name in ("cms certification number (ccn)", "zip code"))
    if ccn is None or code is None:
        raise ValueError(
            f"{file} is no table of ZIPs: it lacks the columns CMS Certification Number (CCN) and ZIP Code."
        )
    for line in lines:
        if line.get(ccn) and line.get(code):
            yield line[ccn].strip().zfill(6), line[code].strip()[:5].zfill(5)


def _first(line: dict[str, str], columns: Sequence[str]) -> str:
    """The first of some columns that is filled in: a store without a sign bears its company's name."""
    return next((value for name in columns if (value := (line.get(name) or "").strip())), "")


def _day(text: str) -> str:
    """A date as CMS writes it (2026-07-01 or 07/01/2026) in ISO form; empty for anything else."""
    american = re.fullmatch(r"(\d\d)/(\d\d)/(\d{4})", text)
    iso = f"{american[3]}-{american[1]}-{american[2]}" if american else text[:10]
    try:
        return date.fromisoformat(iso).isoformat()
    except ValueError:
        return ""
