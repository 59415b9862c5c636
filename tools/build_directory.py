"""Make data/directory from a folder of facts (aging_network.csv, state_contacts.csv and so on).

    .venv/bin/python -m tools.build_directory FACTS_FOLDER

Facts (names, numbers, counties, dates) come from the folder; every sentence is ours
(tools/directory/content.py). Each record keeps its source, the source's date and how far it is trusted.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from tools.directory.content import AAA, STATE, Kind, Text
from tools.directory.local import local_kind
from tools.directory.national import NATIONAL
from tools.directory.tables import Tables, stable_id

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "data" / "directory"
_RANK = {"high": 0, "medium": 1, "low": 2}
_STATE_KIND = {"OMBUDSMAN": "LTC_OMBUDSMAN"}
_PROGRAM_KIND = {"SHIP": "SHIP", "LTC_OMBUDSMAN": "LTC_OMBUDSMAN", "LEGAL": "LEGAL", "CAREGIVER": "CAREGIVER",
                 "SCSEP": "SCSEP", "SNAP": "SNAP", "LIHEAP": "LIHEAP", "WAP": "WAP", "MSP": "MSP", "SMP": "SMP",
                 "MEALS": "MEALS", "MEDICAID_LTC": "MEDICAID"}  # fmt: skip


@dataclass(frozen=True)
class Area:
    """Where a service is for: its HSDS extent type and extent, and a name that people read."""

    extent_type: str
    extent: str
    name: str


@dataclass(frozen=True)
class Source:
    """Where a record comes from."""

    text: str
    date: str
    trust: str
    note: str = ""


class Builder:
    """Adds services with everything that belongs to them."""

    def __init__(self, facts: Path) -> None:
        self.facts = facts
        self.tables = Tables()
        self.counties = _county_codes()
        self.states = _state_names()
        self.unmatched: list[str] = []
        crosswalk = _rows(ROOT / "data" / "places" / "zip_county.csv")
        self.points = {row["zip"]: (row["zcta_lat"], row["zcta_lon"]) for row in crosswalk}
        for row in _rows(ROOT / "data" / "needs.csv"):
            self.tables.add("taxonomy_terms", id=stable_id("need", row["need_id"]), code=row["need_id"],
                            name=row["name_en"], description=row["meaning"], taxonomy="porchlight-needs")  # fmt: skip

    def service(self, organization: str, kind: Kind, area: Area, source: Source, *, phone: str = "",
                url: str = "", name: Text | None = None, level: str, eligibility: str = "", cost: str = "",
                hours: str = "", key: str = "", open_always: bool = False) -> str:  # fmt: skip
        """One service with its texts, phone, area, needs and provenance; returns its id."""
        tables, title = self.tables, name or kind.name
        owner = tables.add("organizations", id=stable_id("organization", organization), name=organization,
                           description=f"{organization}.", website=url)  # fmt: skip
        identity = stable_id("service", organization, title.en, area.extent_type, area.extent, key)
        tables.add("services", id=identity, organization_id=owner, name=title.en, description=kind.summary.en,
                   url=url, status="active", eligibility_description=eligibility or kind.eligibility.en,
                   minimum_age=str(kind.minimum_age or ""), fees_description=cost or kind.cost.en,
                   assured_date=_date(source.date))  # fmt: skip
        if phone:
            tables.add("phones", service_id=identity, number=phone, type="voice", description="")
        tables.add("service_areas", service_id=identity, name=area.name, extent=area.extent,
                   extent_type=area.extent_type)  # fmt: skip
        for position, need in enumerate(kind.needs):
            tables.add("attributes", link_id=identity, link_entity="service",
                       taxonomy_term_id=stable_id("need", need), label="need", value=f"{position:02d}")  # fmt: skip
        facts = {"name.es": title.es, "description.es": kind.summary.es, "ask_for.en": kind.ask.en,
                 "ask_for.es": kind.ask.es, "urgency": kind.urgency, "level": level, "trust": source.trust,
                 "eligibility.es": "" if eligibility else kind.eligibility.es, "cost.es": "" if cost else kind.cost.es,
                 "veteran_only": "yes" if kind.veteran_only else "", "always_open": "yes" if open_always else "",
                 "hours": hours}  # fmt: skip
        for label, value in facts.items():
            if value:
                tables.add(
                    "attributes", link_id=identity, link_entity="service", label=label, value=value
                )
        for document in kind.have_ready:
            tables.add("required_documents", service_id=identity, document=document)
        tables.add("metadata", resource_id=identity, resource_type="service", last_action_date=_date(source.date),
                   last_action_type="create", field_name="source", replacement_value=source.text,
                   updated_by=source.note[:120])  # fmt: skip
        return identity

    def state_area(self, state: str) -> Area:
        """A whole state."""
        return Area("state", state, self.states.get(state, state))

    def county_area(self, state: str, names: list[str]) -> Area | None:
        """The counties that can be found, by code; None when none can."""
        codes, known = [], []
        for name in names:
            code = self.counties.get((state, _county_key(name)))
            if code is None:
                self.unmatched.append(f"{state} {name}")
            else:
                codes.append(code)
                known.append(name)
        if not codes:
            return None
        label = ", ".join(known[:3]) + (f" and {len(known) - 3} more" if len(known) > 3 else "")
        kind = "County" if len(known) == 1 else "Counties"
        suffix = "" if state in ("LA", "AK", "DC", "PR") else f" {kind}"
        return Area("county", ";".join(sorted(set(codes))), f"{label}{suffix}, {state}")

    # Sources, one method each
    def aging_network(self) -> None:
        """Area agencies with their eight services, state offices, entry lines and the rest."""
        for row in _rows(self.facts / "aging_network.csv"):
            source = Source(row["source"], row["as_of"], row["confidence"], row["note"])
            kind, state = row["kind"], row["state"]
            if kind == "AAA":
                self._area_agency(row, source)
                continue
            named = STATE[_STATE_KIND.get(kind, "SUA" if kind == "ADRC" else kind)]
            counties = [c for c in row["counties"].split(";") if c]
            area = self.county_area(state, counties) if counties else None
            if row["phone10"] or row["url"]:
                self.service(row["name"], named, area or self.state_area(state), source, phone=row["phone10"],
                             url=row["url"], level="local" if area else "state")  # fmt: skip

    def _area_agency(self, row: dict[str, str], source: Source) -> None:
        if not row["phone10"] and not row["url"]:
            return
        counties = [c for c in row["counties"].split(";") if c]
        area = self.county_area(row["state"], counties) if counties else None
        if row["statewide"] == "1":
            area = self.state_area(row["state"])
        if area is None:
            area = Area("part-of-state", row["state"], f"part of {self.states[row['state']]}")
        level = "local" if area.extent_type == "county" or row["statewide"] == "1" else "state"
        for kind in AAA.values():
            self.service(
                row["name"], kind, area, source, phone=row["phone10"], url=row["url"], level=level
            )

    def state_contacts(self) -> None:
        """State lines; the best number of each kind and state leads, others follow with less trust."""
        by_kind: dict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
        for row in _rows(self.facts / "program_contacts.csv"):
            kind = _PROGRAM_KIND.get(row["type"])
            if kind:
                by_kind[(row["state"], kind)].append({
                    "name": row["contact"] or row["program"], "phone10": row["phone10"],
                    "url": row["checked_against"], "source": f"checked against {row['checked_against']}",
                    "as_of": row["as_of"], "trust": "high", "note": "", "program": row["program"]})  # fmt: skip
        for row in _rows(self.facts / "state_contacts.csv"):
            by_kind[(row["state"], row["kind"])].append(row)
        for (state, kind), rows in sorted(by_kind.items()):
            if kind in STATE and state in self.states:
                self._best_lines(state, kind, rows)

    def _best_lines(self, state: str, kind: str, rows: list[dict[str, str]]) -> None:
        rows.sort(key=lambda row: (_RANK.get(row["trust"], 3), row["as_of"] == "undated"))
        seen: set[str] = set()
        for row in rows:
            phone = row["phone10"]
            if phone in seen or (seen and row["trust"] == "low"):
                continue
            seen.add(phone)
            source = Source(row["source"], row["as_of"], row["trust"], row.get("note", ""))
            own = self.states[state]
            organization = row["name"] or f"{own}: {STATE[kind].name.en}"
            self.service(organization, STATE[kind], self.state_area(state), source, phone=phone, url=row["url"],
                         level="state", key=phone)  # fmt: skip

    def national(self) -> None:
        """National lines and programmes."""
        lines = {row["name"]: row for row in _rows(self.facts / "national_lines.csv")}
        nation = Area("nation", "US", "the whole country")
        for entry in NATIONAL:
            line = lines[entry.line] if entry.line else {"phone": "", "url": "", "trust": "high"}
            source = Source(entry.source if not entry.line else "national help lines, gathered November 2026",
                            entry.as_of if not entry.line else "2026-11", line["trust"])  # fmt: skip
            self.service(entry.organization, entry.kind, nation, source, phone=line["phone"],
                         url=entry.url or line["url"], level="national", open_always=entry.open_always)  # fmt: skip

    def local_services(self) -> None:
        """Real local services with their own facts."""
        for row in _rows(self.facts / "local_services.csv"):
            kind = local_kind(row)
            counties = [c for c in row["counties"].split(";") if c]
            area = self.county_area(row["state"], counties) if counties else None
            if area is None and row["counties"]:
                continue
            area = area or self.state_area(row["state"])
            source = Source(row["source"], row["as_of"], row["confidence"])
            name = Text(row["name"], row["name"])
            level = "local" if area.extent_type == "county" else "state"
            identity = self.service(row["organization"] or row["name"], kind, area, source, phone=row["phone10"],
                                    url=row["url"], name=name, level=level, cost=row["cost_fact"],
                                    eligibility=row["eligibility_fact"], hours=row["hours_fact"],
                                    key=row["address"])  # fmt: skip
            self._location(identity, row)

    def _location(self, service: str, row: dict[str, str]) -> None:
        for language in re.split(r"[;,] *", row["languages"]):
            if language:
                self.tables.add(
                    "languages", service_id=service, name=language, code=language[:2].lower()
                )
        if not row["address"]:
            return
        latitude, longitude = self.points.get(row["zip"], ("", ""))
        place = self.tables.add("locations", location_type="physical", name=row["name"], latitude=latitude,
                                longitude=longitude)  # fmt: skip
        self.tables.add("service_at_location", service_id=service, location_id=place)
        self.tables.add("addresses", location_id=place, address_1=row["address"], city=row["city"],
                        state_province=row["state"], postal_code=row["zip"], country="US",
                        address_type="physical")  # fmt: skip


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return [
            {key: (value or "").strip() for key, value in row.items()}
            for row in csv.DictReader(file)
        ]


def _date(text: str) -> str:
    """The source's date as YYYY-MM-DD, as early as it allows; empty when the source has none."""
    found = re.search(r"(20\d\d)(?:-(\d\d))?(?:-(\d\d))?", text)
    if found is None:
        return ""
    year, month, day = found.groups()
    return f"{year}-{month or '01'}-{day or '01'}"


def _county_key(name: str) -> str:
    bare = re.sub(
        r" (county|parish|borough|census area|municipio|planning region)$", "", name.lower()
    )
    return re.sub(r"[^a-z]", "", bare.replace("saint ", "st").replace("sainte ", "ste"))


def _county_codes() -> dict[tuple[str, str], str]:
    codes = {}
    for row in _rows(ROOT / "data" / "places" / "counties.csv"):
        codes[(row["state"], _county_key(row["name"]))] = row["fips"]
    # Agencies in Connecticut still name the eight old counties; each lies mostly in these regions.
    old = {"hartford": "09110", "fairfield": "09190", "newhaven": "09170", "newlondon": "09180",
           "litchfield": "09160", "middlesex": "09130", "tolland": "09110", "windham": "09150"}  # fmt: skip
    codes.update({("CT", name): fips for name, fips in old.items()})
    return codes


def _state_names() -> dict[str, str]:
    import us

    names = {state.abbr: state.name for state in us.states.STATES_AND_TERRITORIES}
    return {**names, "DC": "Washington, DC"}


def main() -> int:
    """Exit status 2 with one sentence when the folder is not named."""
    if len(sys.argv) != 2 or not Path(sys.argv[1]).is_dir():
        sys.stderr.write("Name the folder of facts: python -m tools.build_directory FACTS_FOLDER\n")
        return 2
    builder = Builder(Path(sys.argv[1]))
    builder.national()
    builder.state_contacts()
    builder.aging_network()
    builder.local_services()
    for table, count in builder.tables.write(TARGET).items():
        print(f"{table}: {count}")
    print(f"counties not found: {sorted(set(builder.unmatched))}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
