"""Make data/directory from a folder of facts (aging_network.csv, state_contacts.csv and so on).

    .venv/bin/python -m tools.build_directory FACTS_FOLDER

Facts (names, numbers, counties, dates) come from the folder; every sentence is ours
(tools/directory/content.py). Each record keeps its source, the source's date and how far it is trusted.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

from tools.directory.areas import NATION, Area, Areas
from tools.directory.content import AAA, MEDICAID_RIDES, OFFICE, STATE, Kind
from tools.directory.entries import National
from tools.directory.guides import GUIDES
from tools.directory.kinds import HOME_CARE_ONLY, NATIONAL_PROGRAM, PROGRAM_KIND, STATE_KIND
from tools.directory.lines import (
    ELDERCARE,
    Line,
    page_only,
    state_lines,
    states_with_ombudsman,
    through,
)
from tools.directory.local_services import add_local_services
from tools.directory.names import plain_name
from tools.directory.national import NATIONAL
from tools.directory.programs import LOCAL_OFFICES, PROGRAMS
from tools.directory.writer import Source, Writer, date_of, read_rows

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "data" / "directory"
# Lines that the facts do not have, each with the public page that gave it.
_MORE_CONTACTS = ROOT / "tools" / "directory" / "more_contacts.csv"
_MORE_LINES = ROOT / "tools" / "directory" / "more_lines.csv"
# Agencies whose number or towns only other pages give, with the ZIPs that surely lie in those towns.
_MORE_AGENCIES = ROOT / "tools" / "directory" / "more_agencies.csv"
# Freely associated states that have ZIPs of ours and no offices.
_ASSOCIATED = ("FM", "MH", "PW")
_OMBUDSMAN = "Find your long-term care ombudsman"
_TOO_OLD = "2017-01-01"
_RANK = {"high": 0, "medium": 1, "low": 2}


class Builder(Writer):
    """Reads the facts, a method a source."""

    def __init__(self, facts: Path) -> None:
        self.facts = facts
        places = ROOT / "data" / "places"
        self.areas = Areas(read_rows(places / "counties.csv"))
        self.lines: dict[str, Line] = {}
        self.more_agencies = {row["agency"]: row for row in read_rows(_MORE_AGENCIES)}
        self.cities = read_rows(places / "cities.csv")
        crosswalk = read_rows(places / "zip_county.csv")
        points = {row["zip"]: (row["zcta_lat"], row["zcta_lon"]) for row in crosswalk}
        super().__init__(points, read_rows(ROOT / "data" / "needs.csv"))

    def aging_network(self) -> None:
        """Area agencies with their eight services, state offices, entry lines and the rest."""
        rows = read_rows(self.facts / "aging_network.csv")
        self.lines = state_lines(rows, read_rows(self.facts / "program_contacts.csv"))
        for row in rows:
            trust = "low" if "placeholders" in row["source"] else row["confidence"]
            source = Source(row["source"], row["as_of"], trust, row["note"])
            kind, state = row["kind"], row["state"]
            if kind == "AAA":
                self._area_agency(row, source)
                continue
            named = STATE[STATE_KIND.get(kind, "SUA" if kind == "ADRC" else kind)]
            area = self.areas.of_row(row)
            name = plain_name(row["name"], f"{self.areas.states[state]} {named.name.en}")
            if not row["phone10"] and kind in ("SUA", "ADRC"):
                if state in self.lines:
                    continue
                named, source = page_only(named), replace(source, trust="low")
            if row["phone10"] or row["url"]:
                self.service(name, named, area or self.areas.state(state), source, phone=row["phone10"],
                             url=row["url"], level="local" if area else "state",
                             program=STATE_KIND.get(kind, kind))  # fmt: skip

    def _zips(self, agency: str) -> Area | None:
        """The ZIPs of an agency that names towns."""
        more = self.more_agencies.get(agency, {})
        codes = more.get("zips", "").split()
        return Area("zip-list", ";".join(codes), more["area"]) if codes else None

    def _with_its_number(
        self, row: dict[str, str], source: Source
    ) -> tuple[dict[str, str], Source]:
        more = self.more_agencies.get(row["name"], {})
        if row["phone10"] or not more.get("phone"):
            return row, source
        return {**row, "phone10": more["phone"]}, replace(
            source, text=more["source"], date=more["as_of"]
        )

    def _area_agency(self, row: dict[str, str], source: Source) -> None:
        row, source = self._with_its_number(row, source)
        area = self.areas.of_row(row) or self._zips(row["name"])
        if row["statewide"] == "1":
            area = self.areas.state(row["state"])
        if not row["phone10"] and not row["url"] and area is None:
            return
        area = area or self.areas.part_of(row["state"])
        level = "state" if area.extent_type == "part-of-state" else "local"
        name = plain_name(row["name"], row["name"])
        for kind in AAA.values():
            self._agency_service(name, kind, area, source, row, level)

    def _agency_service(self, name: str, kind: Kind, area: Area, source: Source, row: dict[str, str],
                        level: str) -> None:  # fmt: skip
        """An agency whose own number no source gives is reached through the line of its state."""
        phone, line = row["phone10"], self.lines.get(row["state"], ELDERCARE)
        if "" < date_of(source.date) < _TOO_OLD:
            # Agencies and their counties last; a number of ten years ago may be anybody's by now.
            phone, source = "", replace(source, text=f"{source.text} ({source.date[:4]})", date="")
        other = None
        if not phone:
            phone, kind, other = line.phone, through(kind, line, name), line.label
            trust = max(source.trust, line.trust, key=_RANK.__getitem__)
            source = replace(source, text=f"{source.text}; number: {line.source}", trust=trust)
        self.service(name, kind, area, source, phone=phone, url=row["url"], level=level, program="AAA",
                     through=other)  # fmt: skip

    def state_contacts(self) -> None:
        """State lines; the best number of each kind and state leads, others follow with less trust."""
        by_kind: dict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
        for row in read_rows(self.facts / "program_contacts.csv"):
            kind = PROGRAM_KIND.get(row["type"])
            if row["type"] == "MEDICAID_LTC":
                kind = "WAIVER" if row["state"] in HOME_CARE_ONLY else "MEDICAID"
            if kind == "MEALS" and "Farmers' Market" in row["program"]:
                # Coupons for a season's vegetables: nobody brings a meal.
                continue
            if kind:
                by_kind[(row["state"], kind)].append({
                    "name": row["contact"] or row["program"], "phone10": row["phone10"],
                    "url": row["checked_against"], "source": f"checked against {row['checked_against']}",
                    "as_of": row["as_of"], "trust": "high", "note": ""})  # fmt: skip
        for row in [*read_rows(self.facts / "state_contacts.csv"), *read_rows(_MORE_CONTACTS)]:
            by_kind[(row["state"], row["kind"])].append(row)
        for (state, kind), rows in sorted(by_kind.items()):
            if kind in STATE and state in self.areas.states:
                self._best_lines(state, kind, rows)

    def _best_lines(self, state: str, kind: str, rows: list[dict[str, str]]) -> None:
        rows.sort(key=lambda row: (_RANK.get(row["trust"], 3), row["as_of"] == "undated"))
        seen: set[str] = set()
        rides: set[str] = set()
        for row in rows:
            phone = row["phone10"]
            if phone in seen or (seen and row["trust"] == "low"):
                continue
            seen.add(phone)
            source = Source(row["source"], row["as_of"], row["trust"], row.get("note", ""))
            counties = _local_office(state, row["name"])
            area = self.areas.counties(state, counties) if counties else None
            name = plain_name(
                row["name"], f"{self.areas.states[state]} {OFFICE.get(kind, STATE[kind].name.en)}"
            )
            named = STATE[kind]
            if kind == "SUA" and not phone:
                named, source = page_only(named), replace(source, trust="low")
            self.service(name, named, area or self.areas.state(state), source, phone=phone, url=row["url"],
                         level="local" if area else "state", key=phone,
                         program="ADRC" if kind == "ENTRY" else kind)  # fmt: skip
            if kind == "MEDICAID" and phone not in rides:
                rides.add(phone)
                self.service(name, MEDICAID_RIDES, self.areas.state(state), source, phone=phone, url=row["url"],
                             level="state", key=phone)  # fmt: skip

    def programs(self) -> None:
        """State programmes that fit no common kind."""
        rows = read_rows(self.facts / "program_contacts.csv")
        for program in PROGRAMS:
            row = next(
                r
                for r in rows
                if r["state"] == program.state and r["program"].startswith(program.begins)
            )
            area = (
                self.areas.counties(program.state, program.counties) if program.counties else None
            )
            source = Source(f"checked against {row['checked_against']}", row["as_of"], "high")
            self.service(program.organization, program.kind, area or self.areas.state(program.state), source,
                         phone=row["phone10"], url=row["checked_against"], level="local" if area else "state",
                         key=row["phone10"])  # fmt: skip

    def national(self) -> None:
        """National lines and programmes."""
        gathered = {"source": "national help lines, gathered November 2026", "as_of": "2026-11"}
        known = [{**gathered, **row} for row in read_rows(self.facts / "national_lines.csv")]
        lines = {row["name"]: row for row in [*known, *read_rows(_MORE_LINES)]}
        for entry in NATIONAL + GUIDES:
            no_line = {
                "phone": "",
                "url": "",
                "trust": "high",
                "source": entry.source,
                "as_of": entry.as_of,
            }
            line = lines[entry.line] if entry.line else no_line
            source = Source(line["source"], line["as_of"], line["trust"])
            area = self._without_ombudsman() if entry.kind.name.en == _OMBUDSMAN else NATION
            self.service(entry.organization, entry.kind, area, source, phone=line["phone"],
                         url=entry.url or line["url"], level="national", open_always=entry.open_always,
                         program=_program_of(entry))  # fmt: skip

    def _without_ombudsman(self) -> Area:
        """The states for which no source gives the number of their ombudsman."""
        tables = (
            self.facts / "program_contacts.csv",
            self.facts / "state_contacts.csv",
            _MORE_CONTACTS,
        )
        rows = [row for table in tables for row in read_rows(table)]
        network = read_rows(self.facts / "aging_network.csv")
        own = states_with_ombudsman(network, rows, _local_office)
        return Area(
            "state", ";".join(sorted({*self.areas.states, *_ASSOCIATED} - own)), "your state"
        )


def _program_of(entry: National) -> str:
    if entry.kind.name.en == _OMBUDSMAN:
        return "LTC_OMBUDSMAN"
    return NATIONAL_PROGRAM.get(entry.line or entry.kind.name.en, "")


def _local_office(state: str, name: str) -> tuple[str, ...]:
    """Counties of an office whose name says that it is for a part of the state."""
    found = (
        c for (s, begins), c in LOCAL_OFFICES.items() if s == state and name.startswith(begins)
    )
    return next(found, ())


def main() -> int:
    """Exit status 2 with one sentence when the folder is not named."""
    if len(sys.argv) != 2 or not Path(sys.argv[1]).is_dir():
        sys.stderr.write("Name the folder of facts: python -m tools.build_directory FACTS_FOLDER\n")
        return 2
    builder = Builder(Path(sys.argv[1]))
    builder.national()
    builder.state_contacts()
    builder.programs()
    builder.aging_network()
    rows = read_rows(builder.facts / "local_services.csv")
    add_local_services(builder, builder.areas, builder.cities, rows)
    for table, count in builder.tables.write(TARGET).items():
        print(f"{table}: {count}")
    print(f"counties not found: {sorted(builder.areas.unmatched)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
