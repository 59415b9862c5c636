"""Write data/places/quarters.csv and old_counties.csv from the package zipcodes and the crosswalk of data/places/.

    pip install --target SOMEWHERE zipcodes==3.0.0 && PYTHONPATH=SOMEWHERE .venv/bin/python -m tools.build_quarters

`zipcodes` (MIT) carries the names that the post office knows beside a ZIP's own city ("Tarzana" for Reseda), and the
counties as they were before Connecticut's planning regions. The package is needed for this tool alone.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import zipcodes

from resources_index.places.fold import fold

PLACES = Path(__file__).resolve().parent.parent / "data" / "places"
_KINDS = ("STANDARD", "PO BOX")
# Firms and offices with a ZIP of their own, and what the post office shortens.
_NO_QUARTER = re.compile(
    r"\d|\b(?:bank|service|irs|dept|department|univ|university|college|hospital|corp|inc|ctr|center|station|sta|branch|"
    r"company|co|office|bldg|building|mall|airport|postal|federal|insurance|general|school|state|city of|govt|"
    r"government|plaza|mail|box|gmf|boa|unit|press|life|gas|power|electric|telephone)\b",
    re.IGNORECASE,
)
_LEAST_LETTERS = 5
# A share of an old county below this is a ZIP that reaches over its border.
_LEAST_SHARE = 0.03


def main() -> int:
    """Both tables; exit status 0."""
    counties = _county_of_zips()
    write(PLACES / "quarters.csv", quarters(zipcodes.list_all(), counties))
    write(PLACES / "old_counties.csv", old_counties(zipcodes.list_all(), counties))
    return 0


def quarters(areas: list[dict[str, Any]], counties: dict[str, str]) -> list[dict[str, str]]:
    """Names that are no city of ours in that state and lie in one county of it."""
    known = _known_cities()
    everyday = set((PLACES / "everyday.txt").read_text("utf-8").split())
    found: dict[tuple[str, str], Counter[tuple[str, str]]] = defaultdict(Counter)
    for area in areas:
        county = counties.get(area["zip_code"])
        if county is None or area["zip_code_type"] not in _KINDS:
            continue
        for name in [*area["acceptable_cities"], *area["unacceptable_cities"]]:
            key = (fold(name), area["state"])
            if _may_be_said(name, everyday) and key not in known:
                found[(name, area["state"])][(county, area["city"])] += 1
    rows = []
    for (name, state), where in sorted(found.items()):
        if len({county for county, _ in where}) == 1:
            county, city = where.most_common(1)[0][0]
            rows.append({"name": name, "state": state, "city": city, "county_fips": county})
    return rows


def _may_be_said(name: str, everyday: set[str]) -> bool:
    words = fold(name).split()
    usual = all(word in everyday for word in words)
    return len(name) >= _LEAST_LETTERS and not _NO_QUARTER.search(name) and not usual


def old_counties(areas: list[dict[str, Any]], counties: dict[str, str]) -> list[dict[str, str]]:
    """Connecticut's eight counties: in which planning regions their ZIPs lie, and how many of them."""
    regions: dict[str, Counter[str]] = defaultdict(Counter)
    for area in areas:
        if area["state"] == "CT" and area["zip_code"] in counties and area["county"]:
            regions[area["county"]][counties[area["zip_code"]]] += 1
    rows = []
    for name, where in sorted(regions.items()):
        total = sum(where.values())
        for fips, zips in where.most_common():
            if zips / total >= _LEAST_SHARE:
                share = f"{zips / total:.3f}"
                rows.append({"name": name, "state": "CT", "county_fips": fips, "share": share})
    return rows


def _county_of_zips() -> dict[str, str]:
    """The county with the largest share of each ZIP."""
    best: dict[str, tuple[float, str]] = {}
    with (PLACES / "zip_county.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            share = (float(row["tot_ratio"]), row["county_fips"])
            best[row["zip"]] = max(best.get(row["zip"], share), share)
    return {code: county for code, (_, county) in best.items()}


def _known_cities() -> set[tuple[str, str]]:
    with (PLACES / "cities.csv").open(encoding="utf-8", newline="") as file:
        return {(fold(row["name"]), row["state"]) for row in csv.DictReader(file)}


def write(path: Path, rows: list[dict[str, str]]) -> None:
    """CSV with a header."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    sys.exit(main())
