"""One service of the shipped directory with everything that belongs to it, as HSDS rows."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from pathlib import Path

from resources_index.directory.hours import hsds_days, read_hours
from tools.directory.areas import Area
from tools.directory.content import Kind, Text
from tools.directory.local_facts import languages
from tools.directory.names import plain_source
from tools.directory.tables import FACTS, Tables, stable_id

# When undated facts were carried over: HSDS wants a date of the change, which is not the date of the fact.
GATHERED = "2026-11-30"


@dataclass(frozen=True)
class Source:
    """Where a record comes from."""

    text: str
    date: str
    trust: str
    note: str = ""


class Writer:
    """Collects rows. `points` are latitude and longitude of ZIPs, `needs` the rows of data/needs.csv."""

    def __init__(self, points: dict[str, tuple[str, str]], needs: list[dict[str, str]]) -> None:
        self.tables = Tables()
        self.points = points
        for row in needs:
            self.tables.add("taxonomy_terms", id=stable_id("need", row["need_id"]), code=row["need_id"],
                            name=row["name_en"], description=row["meaning"], taxonomy="porchlight-needs")  # fmt: skip
        for label, meaning in FACTS.items():
            self.tables.add("taxonomy_terms", id=stable_id("fact", label), code=label, name=label, description=meaning,
                            taxonomy="porchlight-facts")  # fmt: skip

    def service(self, organization: str, kind: Kind, area: Area, source: Source, *, phone: str = "",
                url: str = "", name: Text | None = None, level: str, eligibility: Text | None = None, cost: Text | None = None,
                status: str = "active", hours: str = "", key: str = "", open_always: bool = False, program: str = "", through: Text | None = None) -> str:  # fmt: skip
        """One service with its texts, phone, area, needs and provenance; returns its id.

        `through`: whose number it is, where it is the line of somebody else who puts callers through.
        """
        tables, title = self.tables, name or kind.name
        owner = tables.add("organizations", id=stable_id("organization", organization), name=organization,
                           description=f"{organization}.", website=url)  # fmt: skip
        identity = stable_id("service", organization, title.en, area.extent_type, area.extent, key)
        tables.add("services", id=identity, organization_id=owner, name=title.en, description=kind.summary.en,
                   url=url, status=status, eligibility_description=(eligibility or kind.eligibility).en,
                   minimum_age=str(kind.minimum_age or ""), fees_description=(cost or kind.cost).en,
                   assured_date=date_of(source.date))  # fmt: skip
        if phone:
            tables.add("phones", service_id=identity, number=phone, type="voice", description="")
        tables.add("service_areas", service_id=identity, name=area.name, extent=area.extent,
                   extent_type=area.extent_type)  # fmt: skip
        for position, need in enumerate(kind.needs):
            tables.add("attributes", link_id=identity, link_entity="service",
                       taxonomy_term_id=stable_id("need", need), link_type="need", value=f"{position:02d}")  # fmt: skip
        facts = {"name.es": title.es, "description.es": kind.summary.es, "ask_for.en": kind.ask.en,
                 "ask_for.es": kind.ask.es, "urgency": kind.urgency, "level": level, "trust": source.trust,
                 "eligibility.es": (eligibility or kind.eligibility).es, "cost.es": (cost or kind.cost).es,
                 "veteran_only": "yes" if kind.veteran_only else "", "always_open": "yes" if open_always else "",
                 "hours": hours, "program": program, "through.en": through.en if through else "",
                 "through.es": through.es if through else "",
                 "conflict": "yes" if source.note.startswith("CONFLICT") else ""}  # fmt: skip
        for label, value in facts.items():
            if value:
                tables.add("attributes", link_id=identity, link_entity="service", link_type=label, value=value,
                           taxonomy_term_id=stable_id("fact", label))  # fmt: skip
        self._schedules(identity, hours)
        for document in kind.have_ready:
            tables.add("required_documents", service_id=identity, document=document)
        tables.add("metadata", resource_id=identity, resource_type="service", last_action_date=date_of(source.date) or GATHERED,
                   last_action_type="create", field_name="source", previous_value="", updated_by="porchlight", replacement_value=plain_source(source.text))  # fmt: skip
        return identity

    def location(self, service: str, row: dict[str, str]) -> None:
        for name, code in languages(row["languages"]):
            self.tables.add("languages", service_id=service, name=name, code=code)
        if not row["address"]:
            return
        latitude, longitude = self.points.get(row["zip"], ("", ""))
        place = self.tables.add("locations", location_type="physical", name=row["name"], latitude=latitude,
                                longitude=longitude)  # fmt: skip
        self.tables.add("service_at_location", service_id=service, location_id=place)
        self.tables.add("addresses", location_id=place, address_1=row["address"], city=row["city"],
                        state_province=row["state"], postal_code=row["zip"], country="US",
                        address_type="physical")  # fmt: skip

    def _schedules(self, service: str, hours: str) -> None:
        for opening in read_hours(hours):
            self.tables.add("schedules", service_id=service, freq="WEEKLY", byday=hsds_days(opening),
                            opens_at=_clock(opening.opens), closes_at=_clock(opening.closes))  # fmt: skip


def read_rows(path: Path) -> list[dict[str, str]]:
    """Rows of a CSV file, without spaces around the fields."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            {key: (value or "").strip() for key, value in row.items()}
            for row in csv.DictReader(file)
        ]


def date_of(text: str) -> str:
    """The source's date as YYYY-MM-DD, as early as it allows; empty when the source has none."""
    found = re.search(r"(20\d\d)(?:-(\d\d))?(?:-(\d\d))?", text)
    if found is None:
        return ""
    year, month, day = found.groups()
    return f"{year}-{month or '01'}-{day or '01'}"


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
