"""Local services of the facts: each with its own hours, costs and place."""

from __future__ import annotations

import re

from tools.directory.areas import Area, Areas
from tools.directory.content import FREE_CALL, Text
from tools.directory.local import local_kind
from tools.directory.local_facts import american, costs, hours, status, who_can
from tools.directory.names import plain_name
from tools.directory.writer import Source, Writer

_FOR_PROFIT = re.compile(r"\bLLC\b")
_REGIONS = {"Bay Area ADA Paratransit": ("Alameda", "Contra Costa", "Marin", "Napa", "San Francisco", "San Mateo",
                                         "Santa Clara", "Solano", "Sonoma")}  # fmt: skip


def add_local_services(
    writer: Writer, areas: Areas, cities: list[dict[str, str]], rows: list[dict[str, str]]
) -> None:
    """Real local services with their own facts; `rows` are those of local_services.csv."""
    for row in rows:
        if _FOR_PROFIT.search(row["organization"]):
            continue
        kind = local_kind(row)
        area = areas.of_row(row)
        if area is None and row["counties"]:
            continue
        area = area or _only_city(areas, cities, row)
        source = Source(row["source"], row["as_of"], row["confidence"])
        title = american(plain_name(row["name"], row["name"]))
        name = Text(title, title)
        level = "local" if area.extent_type == "county" else "state"
        open_hours, always = hours(row["hours_fact"])
        identity = writer.service(plain_name(row["organization"], title), kind, area, source, phone=row["phone10"],
                                  url=row["url"], name=name, level=level, cost=_cost(row),
                                  eligibility=who_can(row["eligibility_fact"]), hours=open_hours,
                                  open_always=always, status=status(row["hours_fact"]), key=row["address"])  # fmt: skip
        writer.location(identity, row)


def _cost(row: dict[str, str]) -> Text | None:
    """Of a line that only tells where to turn, the call is what is free."""
    only_tells = row["cost_fact"] == "Free" and "information line" in row["name"].lower()
    return FREE_CALL if only_tells else costs(row["cost_fact"])


def _only_city(areas: Areas, cities: list[dict[str, str]], row: dict[str, str]) -> Area:
    """A row without counties: a state's own office is for the state, a city's for its county."""
    region = _REGIONS.get(row["name"])
    if region is not None:
        return areas.counties(row["state"], region) or areas.part_of(row["state"])
    own = areas.states[row["state"]] in f"{row['name']} {row['organization']}"
    if own or not row["city"]:
        return areas.state(row["state"])
    county = next(
        (r for r in cities if (r["name"], r["state"]) == (row["city"], row["state"])), None
    )
    if county is None:
        return areas.part_of(row["state"])
    return Area("county", county["county_fips"], f"{row['city']} and its county, {row['state']}")
