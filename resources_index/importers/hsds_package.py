"""HSDS packages of other directories: their services for the people that ours are for.

Dirty ones too: what cannot be right is reported with file and line, and names of contact persons stay outside.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from resources_index.directory.hours import in_words, read_schedules
from resources_index.importers.areas import OURS, AreaReader
from resources_index.importers.draft import Draft, ServiceArea, dialled, short
from resources_index.importers.hsds_input import Package, open_package
from resources_index.importers.needs import NeedWords
from resources_index.importers.report import Report
from resources_index.importers.staging import Staging
from resources_index.index.needs import need_ids
from resources_index.places import Places

Row = dict[str, str]
_OF_A_SERVICE = (
    "eligibility",
    "service_areas",
    "phones",
    "schedules",
    "languages",
    "service_taxonomy",
)
_DAY = re.compile(r"20\d\d-[01]\d-[0-3]\d")
_ACTIVE = frozenset(["", "active"])
_STATE = re.compile(r"^[A-Z]{2}$")
_MOST_PHONES = 2
_NOT_FOR_CALLS = frozenset(["fax", "cell", "tty"])


@dataclass(frozen=True)
class PackageOptions:
    """`name` is said as the source; `checked_on` (ISO date) is for records without a date of their own.

    `state` decides between counties of one name; `leave_out_bad` imports the good records although others are not.
    """

    name: str
    words: NeedWords
    checked_on: str = ""
    state: str | None = None
    leave_out_bad: bool = False


def import_package(path: Path, target: Path, places: Places, options: PackageOptions, *, dry_run: bool,
                   progress: Callable[[int], None] = lambda _: None) -> Report:  # fmt: skip
    """Read an HSDS package into `target`. Raises ValueError for what is no package at all."""
    report = Report()
    with Staging() as staging, open_package(path) as package:
        reader = _PackageReader(package, AreaReader(places), options, report)
        reader.report_orphans()
        for number, row in enumerate(package.services(), start=1):
            draft = reader.draft(row)
            if draft is not None and not staging.add(draft.id, draft.rows()):
                report.warn(
                    package.file_of("services"),
                    int(row["line"]),
                    "id",
                    "the same id stands in a line above",
                )
            progress(number)
        staging.compare(target, report)
        if not dry_run and (options.leave_out_bad or not report.rejected):
            staging.write(target)
            report.imported = True
    return report


class _PackageReader:
    def __init__(
        self, package: Package, areas: AreaReader, options: PackageOptions, report: Report
    ) -> None:
        self._package, self._areas, self._options, self._report = package, areas, options, report

    def report_orphans(self) -> None:
        """Rows of services that are not there, and how many contact persons stay outside."""
        for table in _OF_A_SERVICE:
            for row in self._package.orphans(table):
                self._warn(table, row, "service_id", f"no service has the id {row['service_id']!r}")
        contacts = len(self._package.rows("contacts"))
        if contacts:
            self._report.warn(
                self._package.file_of("contacts"),
                1,
                "",
                f"{contacts} contact persons are not taken over",
            )

    def draft(self, row: Row) -> Draft | None:
        """The service of a row, or None after saying why not."""
        facts, own_needs = self._own_attributes(row["id"])
        if row["status"].lower() not in _ACTIVE and not own_needs:
            return self._left_out(row, "status", f"{row['status']!r} is not active")
        if not row["name"]:
            return self._reject(row, "name", "is empty")
        needs = own_needs or self._options.words.needs_of([*self._terms(row["id"]), row["name"]])
        if not needs:
            return self._reject(
                row,
                "name",
                f"no need can be told for {row['name']!r}: add its words to the table of words",
            )
        place = self._place(row["id"])
        area = self._area(row, place)
        if area is None:
            return self._reject(
                row, "service_area", "no area can be told from its service area or its address"
            )
        phones = self._phones(row)
        url = row["url"] if row["url"].startswith(("http://", "https://")) else ""
        if not phones and not url:
            return self._reject(
                row, "phone", "neither a number that can be dialled nor a web address"
            )
        schedules = self._package.rows("schedules", "service_id", row["id"])
        openings = read_schedules(schedules)
        return Draft(
            key=(self._options.name, row["id"]), name=" ".join(row["name"].split()), organization=self._organization(row),
            needs=needs, summary=short(row["description"]), area=area, source=self._source(row["id"]),
            checked_on=self._checked_on(row), phones=phones, url=url, eligibility=short(self._eligibility(row)),
            cost=short(row["fees_description"]), hours=facts.pop("hours", "") or in_words(openings),
            minimum_age=row["minimum_age"], status=row["status"].lower() or "active", address=place, latitude=place.get("latitude", ""),
            longitude=place.get("longitude", ""), languages=self._languages(row["id"]),
            documents=tuple(r["document"] for r in self._package.rows("required_documents", "service_id", row["id"])),
            facts={"level": "local" if area.kind in ("county", "zip-list", "radius") else "state",
                   "trust": "medium", **facts},
        )  # fmt: skip

    def _organization(self, row: Row) -> str:
        found = self._package.rows("organizations", "id", row["organization_id"])
        if found and found[0]["name"]:
            return " ".join(found[0]["name"].split())
        self._warn(
            "services",
            row,
            "organization_id",
            f"no organization has the id {row['organization_id']!r}; the service stands for itself",
        )
        return " ".join(row["name"].split())

    def _own_attributes(self, service: str) -> tuple[dict[str, str], tuple[str, ...]]:
        """Facts and needs that a directory of ours has written."""
        facts, needs = {}, []
        for attribute in self._package.rows("attributes", "link_id", service):
            term = next(
                iter(self._package.rows("taxonomy_terms", "id", attribute["taxonomy_term_id"])), {}
            )
            if term.get("taxonomy") == "porchlight-needs" and term["code"] in need_ids():
                needs.append((attribute["value"], term["code"]))
            elif term.get("taxonomy") == "porchlight-facts":
                facts[attribute["link_type"]] = attribute["value"]
        return facts, tuple(need for _, need in sorted(needs))

    def _terms(self, service: str) -> Iterator[str]:
        for link in self._package.rows("service_taxonomy", "service_id", service):
            terms = self._package.rows("old_taxonomy", "id", link["taxonomy_id"])
            yield f"{terms[0]['name'] if terms else ''} {link['taxonomy_detail']}"
        for attribute in self._package.rows("attributes", "link_id", service):
            for term in self._package.rows("taxonomy_terms", "id", attribute["taxonomy_term_id"]):
                yield term["name"]

    def _place(self, service: str) -> Row:
        for link in self._package.rows("service_at_location", "service_id", service):
            where = next(iter(self._package.rows("locations", "id", link["location_id"])), {})
            address = next(
                iter(self._package.rows("addresses", "location_id", link["location_id"])), {}
            )
            if where or address:
                point = {name: where.get(name, "") for name in ("latitude", "longitude")}
                if not point["latitude"] and address:
                    point["latitude"], point["longitude"] = self._areas.point(
                        address["postal_code"]
                    )
                return {**address, **point}
        return {}

    def _area(self, row: Row, place: Row) -> ServiceArea | None:
        areas = self._package.rows("service_areas", "service_id", row["id"])
        if areas and areas[0]["extent_type"] in OURS and areas[0]["extent"]:
            return ServiceArea(areas[0]["extent_type"], areas[0]["extent"], areas[0]["name"])
        state = place.get("state_province", "").upper()
        near = state if _STATE.match(state) else self._options.state
        found = self._areas.read([area["name"] for area in areas if area["name"]], near)
        return found or self._areas.around(place.get("postal_code", ""))

    def _phones(self, row: Row) -> tuple[str, ...]:
        """The service's own numbers, else those of its place, else of its organization; never a person's."""
        rows = self._package.rows
        links = rows("service_at_location", "service_id", row["id"])
        groups = [
            rows("phones", "service_id", row["id"]),
            [
                phone
                for link in links
                for phone in rows("phones", "location_id", link["location_id"])
            ],
            rows("phones", "organization_id", row["organization_id"])
            if row["organization_id"]
            else [],
        ]
        numbers = (self._numbers(group) for group in groups)
        return next((found for found in numbers if found), ())

    def _numbers(self, phones: list[Row]) -> tuple[str, ...]:
        numbers: dict[str, None] = {}
        for phone in phones:
            if phone["contact_id"] or phone["type"].lower() in _NOT_FOR_CALLS:
                continue
            number = dialled(phone["number"])
            if number is None:
                self._warn(
                    "phones", phone, "number", f"{phone['number']!r} cannot be dialled; left out"
                )
            else:
                numbers[number] = None
        return tuple(numbers)[:_MOST_PHONES]

    def _eligibility(self, row: Row) -> str:
        older = self._package.rows("eligibility", "service_id", row["id"])
        return row["eligibility_description"] or " ".join(each["eligibility"] for each in older)

    def _languages(self, service: str) -> tuple[tuple[str, str], ...]:
        rows = self._package.rows("languages", "service_id", service)
        return tuple((row["name"], row["code"] or row["name"][:2].lower()) for row in rows)

    def _source(self, service: str) -> str:
        for row in self._package.rows("metadata", "resource_id", service):
            if row["field_name"] == "source" and row["replacement_value"]:
                return row["replacement_value"]
        return self._options.name

    def _checked_on(self, row: Row) -> str:
        days = [row["assured_date"], row["last_modified"]]
        changes = self._package.rows("metadata", "resource_id", row["id"])
        # Our own records keep the day of their source; when we wrote them says nothing about it.
        days += [
            change["last_action_date"] for change in changes if change["updated_by"] != "porchlight"
        ]
        found = (match.group() for day in days if (match := _DAY.match(day)))
        return next(found, self._options.checked_on)

    def _reject(self, row: Row, field: str, reason: str) -> Draft | None:
        self._report.reject(self._package.file_of("services"), int(row["line"]), field, reason)
        return None

    def _left_out(self, row: Row, field: str, reason: str) -> Draft | None:
        self._warn("services", row, field, f"{reason}: left out")
        return None

    def _warn(self, table: str, row: Row, field: str, reason: str) -> None:
        self._report.warn(self._package.file_of(table), int(row["line"]), field, reason)
