"""What belongs to one service of a package: its numbers, place, terms, languages, and which of them can be shown."""

from __future__ import annotations

from collections.abc import Iterator

from resources_index.importers.hsds_input import Package
from resources_index.importers.phones import numbers_in
from resources_index.importers.report import Report
from resources_index.importers.spoken import languages_in

Row = dict[str, str]
_MOST_PHONES = 2
_NOT_FOR_CALLS = frozenset(["fax", "cell", "tty", "tdd", "sms", "pager"])


class Parts:
    """Reads rows of `package`; what cannot be used goes into `report`."""

    def __init__(self, package: Package, report: Report) -> None:
        self._package, self._report = package, report

    def phones(self, service: Row) -> tuple[str, ...]:
        """The service's own numbers, else those of its place, else of its organization; never a person's."""
        rows = self._package.rows
        links = rows("service_at_location", "service_id", service["id"])
        owner = service["organization_id"]
        groups = [
            rows("phones", "service_id", service["id"]),
            [
                phone
                for link in links
                for phone in rows("phones", "location_id", link["location_id"])
            ],
            rows("phones", "organization_id", owner) if owner else [],
        ]
        numbers = (self._numbers(group) for group in groups)
        return next((found for found in numbers if found), ())

    def _numbers(self, phones: list[Row]) -> tuple[str, ...]:
        numbers: dict[str, None] = {}
        for phone in phones:
            kind = phone["type"].lower()
            if phone["contact_id"] or kind in _NOT_FOR_CALLS or not phone["number"]:
                continue
            found = numbers_in(phone["number"])
            if not found:
                self._report.warn(
                    self._package.file_of("phones"), int(phone["line"]), "number",
                    f"{phone['number']!r} cannot be dialled; left out",
                )  # fmt: skip
            numbers.update(dict.fromkeys(found[:1]))
        return tuple(numbers)[:_MOST_PHONES]

    def place(self, service: str) -> Row:
        """The address of a service with the coordinates of its location; empty where it has none."""
        for link in self._package.rows("service_at_location", "service_id", service):
            found = self._package.rows("locations", "id", link["location_id"])
            addresses = self._package.rows("addresses", "location_id", link["location_id"])
            if found or addresses:
                where = found[0] if found else {}
                point = {name: where.get(name, "") for name in ("latitude", "longitude")}
                return {
                    **(addresses[0] if addresses else {}),
                    **(point if _on_earth(point) else {}),
                }
        return {}

    def costs(self, service: str) -> str:
        """What its cost options say, in their order: "Per ride: $2; Wheelchair: free"."""
        said = []
        for row in self._package.rows("cost_options", "service_id", service):
            amount = row["amount_description"] or (f"${row['amount']}" if row["amount"] else "")
            said.append(": ".join(part for part in (row["option"], amount) if part))
        return "; ".join(part for part in said if part)

    def terms(self, service: str) -> Iterator[str]:
        """The names of its taxonomy terms, old and new."""
        for link in self._package.rows("service_taxonomy", "service_id", service):
            terms = self._package.rows("old_taxonomy", "id", link["taxonomy_id"])
            yield f"{terms[0]['name'] if terms else ''} {link['taxonomy_detail']}".strip()
        for attribute in self._package.rows("attributes", "link_id", service):
            for term in self._package.rows("taxonomy_terms", "id", attribute["taxonomy_term_id"]):
                yield term["name"]

    def languages(self, service: str) -> tuple[tuple[str, str], ...]:
        """(name, code) of each language that can be told; "others upon request" cannot."""
        found: dict[str, str] = {}
        for row in self._package.rows("languages", "service_id", service):
            known = [(row["name"], row["code"])] if row["code"] else languages_in(row["name"])
            for name, code in known:
                found.setdefault(code, name)
        return tuple((name, code) for code, name in found.items())


def _on_earth(point: Row) -> bool:
    """Whether both coordinates are numbers of the western hemisphere or the Pacific islands, and not 0, 0."""
    try:
        latitude, longitude = float(point["latitude"]), float(point["longitude"])
    except ValueError:
        return False
    return -15 <= latitude <= 72 and (longitude <= -60 or longitude >= 140)
