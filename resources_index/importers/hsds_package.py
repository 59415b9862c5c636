"""HSDS packages of other directories: their services for the people that ours are for.

Dirty ones too: what cannot be right is reported with file and line, and contact persons stay outside.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from resources_index.directory.hours import in_words, read_schedules
from resources_index.importers import as_written
from resources_index.importers.areas import AreaReader
from resources_index.importers.audience import Audience
from resources_index.importers.draft import Draft, ServiceArea
from resources_index.importers.foreign_text import Persons, plain, short, title
from resources_index.importers.hsds_input import Package, open_package
from resources_index.importers.hsds_json import NO_ID
from resources_index.importers.hsds_parts import Parts, Row
from resources_index.importers.needs import NeedWords
from resources_index.importers.report import Report
from resources_index.importers.staging import Staging
from resources_index.index.needs import need_ids
from resources_index.places import Places

_OF_A_SERVICE = (
    "eligibility",
    "service_areas",
    "phones",
    "schedules",
    "languages",
    "service_taxonomy",
)
_ONLY_OF_A_SERVICE = ("eligibility", "service_areas", "service_taxonomy")
_ACTIVE = frozenset(["", "active"])
_MOST_BY_DESCRIPTION = 2
# "Free legal forms in DuPage County" is not for the whole of the area that stands in for a missing one.
_NAMED_COUNTY = re.compile(r"\b(?:[A-Z][\w.']+ ){1,3}(?:County|Parish)\b")
_STATE = re.compile(r"^[A-Z]{2}$")
_CARE_OF = re.compile(r"(?i)^(?:c/o|attn:?|attention:?)\s[^,;]*[,;]\s*")


@dataclass(frozen=True)
class PackageOptions:
    """`name` is said as the source; `checked_on` (ISO date) is for records without a date of their own.

    `state` decides between counties of one name; `area` is for services that say neither an area nor an address;
    `leave_out_bad` imports the good records although others are not.
    """

    name: str
    words: NeedWords
    audience: Audience
    checked_on: str = ""
    state: str | None = None
    area: str = ""
    leave_out_bad: bool = False


def import_package(path: Path, target: Path, places: Places, options: PackageOptions, *, dry_run: bool, fewer: bool = False,
                   progress: Callable[[int], None] = lambda _: None) -> Report:  # fmt: skip
    """Read an HSDS package into `target`. Raises ValueError for what is no package, and for an unknown `area`."""
    report = Report()
    areas = AreaReader(places)
    fallback = areas.read([options.area], options.state) if options.area else None
    if options.area and fallback is None:
        raise ValueError(
            f"{options.area!r} is no place that can be found: write a state, or counties with their state."
        )
    with Staging() as staging, open_package(path) as package:
        reader = _PackageReader(package, areas, fallback, options, report)
        reader.report_orphans()
        for wrong in package.unread:
            report.reject(path.name, wrong.number, "", str(wrong))
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
        staging.finish(path.name, target, report, dry_run=dry_run, leave_out_bad=options.leave_out_bad, fewer=fewer)  # fmt: skip
    return report


class _PackageReader:
    def __init__(self, package: Package, areas: AreaReader, fallback: ServiceArea | None, options: PackageOptions,
                 report: Report) -> None:  # fmt: skip
        self._package, self._areas, self._fallback = package, areas, fallback
        self._options, self._report = options, report
        self._parts = Parts(package, report)
        self._contacts = package.names("contacts")
        self._persons = Persons(self._contacts)

    def report_orphans(self) -> None:
        """Rows of services that are not there, rows of none, and how many contact persons stay outside."""
        for table in _OF_A_SERVICE:
            for row in self._package.orphans(table):
                self._warn(table, row, "service_id", f"no service has the id {row['service_id']!r}")
        for table in _ONLY_OF_A_SERVICE:
            loose = self._package.loose(table)
            if loose:
                name = self._package.file_of(table)
                self._report.warn(
                    name,
                    1,
                    "service_id",
                    f"{loose:,} {'row names' if loose == 1 else 'rows name'} no service; left out",
                )
        if self._contacts:
            name = self._package.file_of("contacts")
            count = self._package.count("contacts")
            self._report.warn(
                name,
                1,
                "",
                f"{count:,} contact {'person is' if count == 1 else 'persons are'} not taken over",
            )

    def draft(self, row: Row) -> Draft | None:
        """The service of a row, or None after saying why not."""
        facts, own_needs = self._own_attributes(row["id"])
        if row["status"].lower() not in _ACTIVE and not own_needs:
            return self._leave_out(row, "status", f"{row['status']!r} is not active")
        if not row["name"]:
            return self._reject(row, "name", "is empty")
        if row["id"].startswith(NO_ID):
            self._warn("services", row, "id", "is empty; its organization and name stand for it")
        if not own_needs and self._persons.named_in(row["name"]):
            return self._leave_out(
                row, "name", f"{row['name']!r} is named after its contact person"
            )
        terms = list(self._parts.terms(row["id"]))
        if not own_needs and self._options.audience.only_younger([*terms, row["name"]]):
            return self._leave_out(row, "name", f"{row['name']!r} is for children or young people")
        needs = own_needs or self._needs(row, terms)
        if not needs:
            reason = f"no need can be told for {row['name']!r}: where it is for us, add its words to the table of words"
            return self._leave_out(row, "name", reason)
        place = self._parts.place(row["id"])
        area = self._area(row, place)
        if area is None:
            return self._reject(row, "service_area", self._why_no_area(row))
        phones = self._parts.phones(row)
        url = as_written.web(row["url"])
        if not phones and not url:
            return self._reject(
                row, "phone", "neither a number that can be dialled nor a web address"
            )
        return self._made(
            row, facts, needs, own=bool(own_needs), place=place, area=area, phones=phones, url=url
        )

    def _needs(self, row: Row, terms: list[str]) -> tuple[str, ...]:
        """By its terms and its name; for what says that it is for older people also by its description."""
        words = self._options.words
        found = words.needs_of([*terms, row["name"]])
        if not found and self._options.audience.older([*terms, row["name"]]):
            found = words.needs_of([row["description"]])[:_MOST_BY_DESCRIPTION]
        return found

    def _made(self, row: Row, facts: dict[str, str], needs: tuple[str, ...], *, own: bool, place: Row, area: ServiceArea,
              phones: tuple[str, ...], url: str) -> Draft:  # fmt: skip
        latitude, longitude = place.get("latitude", ""), place.get("longitude", "")
        if not latitude and place:
            latitude, longitude = self._areas.point(place.get("postal_code", ""))
        openings = read_schedules(self._package.rows("schedules", "service_id", row["id"]))
        documents = self._package.rows("required_documents", "service_id", row["id"])
        say = _as_it_is if own else self._plain
        return Draft(
            key=(self._options.name, row["id"]), name=_name(row["name"], own), organization=self._organization(row, own),
            needs=needs, summary=say(row["description"]), area=area, source=self._source(row["id"]),
            checked_on=self._checked_on(row), phones=phones, url=url, eligibility=say(self._eligibility(row)),
            cost=say(row["fees_description"] or row["fees"] or self._parts.costs(row["id"])), hours=facts.pop("hours", "") or in_words(openings),
            minimum_age=as_written.age(row["minimum_age"]), status=row["status"].lower() or "active",
            address=place if own else self._address(place), latitude=latitude,
            longitude=longitude, languages=self._parts.languages(row["id"]),
            documents=tuple(said for r in documents if (said := say(r["document"]))),
            facts={"level": "local" if area.kind in ("county", "zip-list", "radius") else "state",
                   "trust": "medium", **facts},
        )  # fmt: skip

    def _plain(self, text: str) -> str:
        return short(plain(text, self._persons))

    def _organization(self, row: Row, own: bool) -> str:
        found = self._package.rows("organizations", "id", row["organization_id"])
        if found and found[0]["name"] and (own or not self._persons.named_in(found[0]["name"])):
            return _name(found[0]["name"], own)
        if not found:
            owner = row["organization_id"]
            missing = f"no organization has the id {owner!r}" if owner else "is empty"
            reason = f"{missing}; the service stands for itself"
            self._warn("services", row, "organization_id", reason)
        return _name(row["name"], own)

    def _own_attributes(self, service: str) -> tuple[dict[str, str], tuple[str, ...]]:
        """Facts and needs that a directory of ours has written."""
        facts, needs = {}, []
        for attribute in self._package.rows("attributes", "link_id", service):
            terms = self._package.rows("taxonomy_terms", "id", attribute["taxonomy_term_id"])
            term = terms[0] if terms else {"taxonomy": "", "code": ""}
            if term["taxonomy"] == "porchlight-needs" and term["code"] in need_ids():
                needs.append((attribute["value"], term["code"]))
            elif term["taxonomy"] == "porchlight-facts":
                facts[attribute["link_type"]] = attribute["value"]
        return facts, tuple(need for _, need in sorted(needs))

    def _area(self, row: Row, place: Row) -> ServiceArea | None:
        areas = self._package.rows("service_areas", "service_id", row["id"])
        first = areas[0] if areas else {"extent_type": "", "extent": "", "name": ""}
        coded = self._areas.coded(first["extent_type"], first["extent"], first["name"])
        if coded is not None:
            return coded
        state = place.get("state_province", "").upper()
        near = state if _STATE.match(state) else self._options.state
        said = [area["name"] for area in areas if area["name"]]
        found = self._areas.read(said, near)
        if found is not None:
            return found
        around = self._areas.around(place.get("postal_code", ""))
        if said and around is not None:
            reason = f"{said[0]!r} is no place that is known; the county of its address is taken"
            self._warn("service_areas", areas[0], "service_area", reason)
        # What names an area that nobody knows is not for the whole of the list's area.
        if around is not None or said or self._fallback is None:
            return around
        counties = self._areas.read(_NAMED_COUNTY.findall(row["name"]), self._options.state)
        return counties or self._fallback

    def _why_no_area(self, row: Row) -> str:
        areas = self._package.rows("service_areas", "service_id", row["id"])
        said = next((area["name"] for area in areas if area["name"]), "")
        if said:
            return f"{said!r} is no place that is known, and its address is none either"
        return "no area can be told from its service area or its address (see --area)"

    def _address(self, place: Row) -> Row:
        """Without a person's name in its first line."""
        street = _CARE_OF.sub("", place.get("address_1", ""))
        return (
            {**place, "address_1": "" if self._persons.named_in(street) else street}
            if place
            else place
        )

    def _eligibility(self, row: Row) -> str:
        older = self._package.rows("eligibility", "service_id", row["id"])
        return row["eligibility_description"] or " ".join(each["eligibility"] for each in older)

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
        today = date.today().isoformat()
        found = (day for text in days if "" < (day := as_written.day(text)) <= today)
        return next(found, self._options.checked_on)

    def _reject(self, row: Row, field: str, reason: str) -> Draft | None:
        self._report.reject(self._package.file_of("services"), int(row["line"]), field, reason)
        return None

    def _leave_out(self, row: Row, field: str, reason: str) -> Draft | None:
        self._report.leave_out(self._package.file_of("services"), int(row["line"]), field, reason)
        return None

    def _warn(self, table: str, row: Row, field: str, reason: str) -> None:
        self._report.warn(self._package.file_of(table), int(row["line"]), field, reason)


def _as_it_is(text: str) -> str:
    return text


def _name(text: str, own: bool) -> str:
    return " ".join(text.split()) if own else title(text)
