"""A service as an importer has understood it, and the HSDS rows that it becomes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from resources_index.directory.hours import hsds_days, read_hours
from resources_index.directory.ids import stable_id
from resources_index.directory.tables import Row

_ADDRESS = ("address_1", "city", "state_province", "postal_code")


@dataclass(frozen=True)
class ServiceArea:
    """`kind` is nation, state, county, zip-list or radius; `extent` its codes separated by semicolons, or miles."""

    kind: str
    extent: str
    name: str


@dataclass(frozen=True)
class Draft:
    """`key` makes the service's id: the same key is the same service in every import.

    `facts` are attributes by name (name.es, ask_for.en, urgency …); `address` has the HSDS names of its parts.
    """

    key: tuple[str, ...]
    name: str
    organization: str
    needs: tuple[str, ...]
    summary: str
    area: ServiceArea
    source: str
    checked_on: str
    phones: tuple[str, ...] = ()
    url: str = ""
    eligibility: str = ""
    cost: str = ""
    hours: str = ""
    minimum_age: str = ""
    status: str = "active"
    address: dict[str, str] = field(default_factory=dict)
    latitude: str = ""
    longitude: str = ""
    languages: tuple[tuple[str, str], ...] = ()
    documents: tuple[str, ...] = ()
    facts: dict[str, str] = field(default_factory=dict)

    @cached_property
    def id(self) -> str:
        """The service's UUID."""
        return stable_id("service", *self.key)

    def rows(self) -> Iterator[tuple[str, Row]]:
        """(table, row) of everything that belongs to the service."""
        owner = stable_id("organization", self.organization)
        yield "organizations", {"id": owner, "name": self.organization, "description": f"{self.organization}.",
                                "website": self.url}  # fmt: skip
        yield "services", {
            "id": self.id, "organization_id": owner, "name": self.name, "description": self.summary, "url": self.url,
            "status": self.status, "eligibility_description": self.eligibility, "minimum_age": self.minimum_age,
            "fees_description": self.cost, "assured_date": self.checked_on,
        }  # fmt: skip
        for number in self.phones:
            yield self._of("phones", number, service_id=self.id, number=number, type="voice")
        yield self._of("service_areas", "area", service_id=self.id, name=self.area.name, extent=self.area.extent,
                       extent_type=self.area.kind)  # fmt: skip
        for opening in read_hours(self.hours):
            days = hsds_days(opening)
            yield self._of("schedules", days, service_id=self.id, freq="WEEKLY", byday=days,
                           opens_at=_clock(opening.opens), closes_at=_clock(opening.closes))  # fmt: skip
        for name, code in self.languages:
            yield self._of("languages", code, service_id=self.id, name=name, code=code)
        for document in self.documents:
            yield self._of("required_documents", document, service_id=self.id, document=document)
        yield from self._location()
        yield from self._attributes()
        yield self._of(
            "metadata", "source", resource_id=self.id, resource_type="service", last_action_date=self.checked_on,
            last_action_type="import", field_name="source", previous_value="", replacement_value=self.source,
            updated_by="porchlight",
        )  # fmt: skip

    def _location(self) -> Iterator[tuple[str, Row]]:
        if not any(self.address.get(part) for part in _ADDRESS) and not self.latitude:
            return
        place, row = self._of("locations", "place", location_type="physical", name=self.name,
                              latitude=self.latitude, longitude=self.longitude)  # fmt: skip
        yield place, row
        yield self._of("service_at_location", "link", service_id=self.id, location_id=row["id"])
        parts = {part: self.address.get(part, "") for part in _ADDRESS}
        yield self._of(
            "addresses",
            "address",
            location_id=row["id"],
            country="US",
            address_type="physical",
            **parts,
        )

    def _attributes(self) -> Iterator[tuple[str, Row]]:
        facts = {**self.facts, "hours": self.hours}
        for name, value in facts.items():
            if value:
                yield self._attribute(name, stable_id("fact", name), value)
        for position, need in enumerate(self.needs):
            yield self._attribute("need", stable_id("need", need), f"{position:02d}")

    def _attribute(self, link_type: str, term: str, value: str) -> tuple[str, Row]:
        return self._of("attributes", f"{link_type} {term}", link_id=self.id, link_entity="service",
                        link_type=link_type, taxonomy_term_id=term, value=value)  # fmt: skip

    def _of(self, table: str, key: str, **fields: str) -> tuple[str, Row]:
        return table, {"id": stable_id(table, self.id, key), **fields}


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
