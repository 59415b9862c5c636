"""The whole directory in memory, made from HSDS tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from resources_index.directory.freshness import Freshness
from resources_index.directory.hours import in_words, read_hours, read_schedules
from resources_index.directory.records import Area, Phone, ServiceRecord
from resources_index.directory.tables import HsdsTables, Row

_FREE_WORDS = ("free", "no cost", "gratis", "donation", "$0")


@dataclass(frozen=True)
class Directory:
    """All services, in the order of state and level."""

    services: Sequence[ServiceRecord]

    @classmethod
    def load(cls, folders: Sequence[Path]) -> Directory:
        """Read the shipped folder (first, with its freshness policy) and overlays."""
        tables = HsdsTables(list(folders))
        freshness = Freshness.read(folders[0] / "freshness.yml")
        services = _Maker(tables, freshness).services()
        services.sort(key=lambda s: (s.area.states[:1], sorted(s.area.county_fips)[:1], s.id))
        return cls(services)


class _Maker:
    def __init__(self, tables: HsdsTables, freshness: Freshness) -> None:
        self._tables = tables
        self._freshness = freshness
        self._organizations = tables.by_id("organizations")
        self._codes = {row["id"]: row["code"] for row in tables.all("taxonomy_terms")}
        self._attributes = tables.grouped("attributes", "link_id")
        self._phones = tables.grouped("phones", "service_id")
        self._areas = tables.grouped("service_areas", "service_id")
        self._languages = tables.grouped("languages", "service_id")
        self._schedules = tables.grouped("schedules", "service_id")
        self._documents = tables.grouped("required_documents", "service_id")
        self._sources = tables.grouped("metadata", "resource_id")
        self._places = tables.grouped("service_at_location", "service_id")
        self._locations = tables.by_id("locations")
        self._addresses = tables.grouped("addresses", "location_id")

    def services(self) -> list[ServiceRecord]:
        return [self._service(row) for row in self._tables.all("services")]

    def _service(self, row: Row) -> ServiceRecord:
        identity = row["id"]
        facts: dict[str, str] = {}
        needs: list[tuple[str, str]] = []
        for attribute in self._attributes.get(identity, ()):
            if attribute["link_type"] == "need":
                needs.append((attribute["value"], self._codes[attribute["taxonomy_term_id"]]))
            else:
                facts[attribute["link_type"]] = attribute["value"]
        level = facts.get("level", "local")
        trust = facts.get("trust", "medium")
        checked = (row["assured_date"], level, facts.get("program", ""))
        call_first, held_back = self._freshness.judge(*checked)
        call_first_from, held_back_from = self._freshness.limits(*checked)
        area_row = (self._areas.get(identity) or [{}])[0]
        weekly = read_schedules(self._schedules.get(identity, ()))
        hours = facts.get("hours", "") or in_words(weekly)
        openings = weekly or read_hours(hours)
        # Read as a whole, "M-F 8-4:30" is said by the clock of 24 hours, so that nobody takes 4:30 for the morning.
        hours = in_words(read_hours(hours)) or hours
        always = facts.get("always_open") == "yes" or openings == read_hours("always")
        sources = self._sources.get(identity) or [{}]
        location = self._location(identity)
        return ServiceRecord(
            id=identity,
            name=row["name"],
            names=_both(row["name"], facts.get("name.es")),
            organization=self._organizations[row["organization_id"]]["name"],
            need_ids=tuple(need for _, need in sorted(needs)),
            summary=_both(row["description"], facts.get("description.es")),
            eligibility=_both(row["eligibility_description"], facts.get("eligibility.es")),
            cost=_both(row["fees_description"], facts.get("cost.es")),
            hours=_both("Day and night", "Día y noche")
            if always
            else _both(hours, in_words(openings, "es")),
            ask_for=_both(facts.get("ask_for.en", ""), facts.get("ask_for.es")),
            area=area_of(area_row),
            area_label=area_row.get("name", ""),
            level=level,
            phones=tuple(Phone(e164(p["number"])) for p in self._phones.get(identity, ())),
            url=row["url"],
            address=location["address"],
            latitude=_number(location["latitude"]),
            longitude=_number(location["longitude"]),
            languages=tuple(r["code"] for r in self._languages.get(identity, ())),
            have_ready=tuple(r["document"] for r in self._documents.get(identity, ())),
            schedule=read_hours("always") if always else openings,
            minimum_age=_age(row.get("minimum_age", "")),
            maximum_age=_age(row.get("maximum_age", "")),
            veteran_only=facts.get("veteran_only") == "yes",
            is_free=_is_free(row["fees_description"]),
            urgency=facts.get("urgency", "days"),
            assured_date=row["assured_date"],
            source=sources[0].get("replacement_value", ""),
            trust=trust,
            second_phone=None if facts.get("through.en") else _second_phone(trust),
            through=_both(facts["through.en"], facts.get("through.es"))
            if facts.get("through.en")
            else {},
            call_first=call_first or trust == "low",
            held_back=held_back,
            call_first_from=call_first_from,
            held_back_from=held_back_from,
            status=row["status"],
            program=facts.get("program", ""),
        )

    def _location(self, service: str) -> dict[str, str]:
        empty = {"address": "", "latitude": "", "longitude": ""}
        for link in self._places.get(service, ()):
            place = self._locations[link["location_id"]]
            for row in self._addresses.get(link["location_id"], ()):
                parts = (
                    row["address_1"],
                    row["city"],
                    f"{row['state_province']} {row['postal_code']}",
                )
                address = ", ".join(part.strip() for part in parts if part.strip())
                return {
                    "address": address,
                    "latitude": place["latitude"],
                    "longitude": place["longitude"],
                }
        return empty


def area_of(row: Row) -> Area:
    """An HSDS service area as a filter."""
    kind, extent = row.get("extent_type", ""), row.get("extent", "")
    parts = tuple(part for part in extent.split(";") if part)
    if kind == "nation":
        return Area("nation")
    if kind == "state":
        return Area("state", states=parts)
    if kind == "part-of-state":
        return Area("part", states=parts)
    if kind == "county":
        return Area("county", county_fips=frozenset(parts))
    if kind == "zip-list":
        return Area("zip", zips=frozenset(parts))
    if kind == "radius":
        return Area("radius", radius_miles=float(extent))
    raise ValueError(f"A service area has the unknown extent type {kind!r}.")


def e164(number: str) -> str:
    """Ten digits to +1…; short codes stay as they are dialled."""
    digits = "".join(letter for letter in number if letter.isdigit())
    return f"+1{digits}" if len(digits) == 10 else digits


def _both(english: str, spanish: str | None) -> dict[str, str]:
    """A text by language; only what somebody has written in Spanish is Spanish."""
    return {"en": english, "es": spanish or ""} if spanish or not english else {"en": english}


def _number(text: str) -> float | None:
    return float(text) if text else None


def _age(text: str) -> int | None:
    return int(float(text)) if text else None


def _is_free(cost: str) -> bool | None:
    if not cost:
        return None
    return True if any(word in cost.lower() for word in _FREE_WORDS) else None


def _second_phone(trust: str) -> dict[str, str] | None:
    """A number of low trust never stands alone."""
    if trust != "low":
        return None
    return {"name": "Eldercare Locator", "phone": "+18006771116"}
