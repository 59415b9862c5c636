"""The tables of data/places/, read once into dictionaries."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import us

from resources_index.places.fold import fold
from resources_index.places.model import CountyShare

_JOINED = re.compile(r"\b(de|du|la|mc) ")
_PARTED = re.compile(r"^(de|du|la)(?=[a-z]{3,})")
_RESERVATION = (
    "reservation",
    "indian reservation",
    "rez",
    "nation",
    "res",
    "tribe",
    "indian res",
    "reserva",
    "pueblo",
)
_TERRITORIES = {"PR": "Puerto Rico", "GU": "Guam", "VI": "U.S. Virgin Islands",
                "AS": "American Samoa", "MP": "Northern Mariana Islands"}  # fmt: skip


@dataclass(frozen=True)
class City:
    """A city or post-office name. `population` is 0 where nobody has counted."""

    name: str
    state: str
    population: int
    county_fips: str
    latitude: float | None
    longitude: float | None


@dataclass(frozen=True)
class County:
    """A county, parish, borough, municipio, planning region or independent city."""

    fips: str
    name: str
    state: str
    latitude: float | None
    longitude: float | None
    timezone: str | None


@dataclass
class ZipArea:
    """A ZIP with its counties, the largest share first."""

    code: str
    city: str
    state: str
    latitude: float | None
    longitude: float | None
    counties: tuple[CountyShare, ...] = ()


@dataclass
class Tables:
    """All tables with the look-ups that resolving needs."""

    zips: dict[str, ZipArea] = field(default_factory=dict)
    cities: dict[str, list[City]] = field(default_factory=lambda: defaultdict(list))
    counties: dict[str, County] = field(default_factory=dict)
    counties_by_name: dict[str, list[County]] = field(default_factory=lambda: defaultdict(list))
    city_counties: dict[tuple[str, str], dict[str, float]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(float))
    )
    # Names inside a city or beside it that the post office knows; none of them is a city of ours in that state.
    quarters: dict[str, list[City]] = field(default_factory=lambda: defaultdict(list))
    # Connecticut's counties, that people still name: (name, state) to the planning regions with their shares.
    old_counties: dict[tuple[str, str], tuple[CountyShare, ...]] = field(default_factory=dict)
    # About how many people a county has: those of its cities.
    people: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    nicknames: dict[str, str] = field(default_factory=dict)
    # Names written as they sound ("wooster"): they mean that town where its state is said, or no other bears the name.
    sounds: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    # What everybody knows where it is ("the mayo clinic") to its city: it tells which of several places is meant.
    landmarks: dict[str, str] = field(default_factory=dict)
    # What people call a stretch of country ("the valley") to the places that it may be.
    vague: dict[str, tuple[str, ...]] = field(default_factory=dict)
    # Words that people use when they ask for help: never a misspelt town.
    everyday: frozenset[str] = frozenset()
    # Names of towns, without their article, that are words of English or Spanish: "wall", "mesa", "keys".
    town_words: frozenset[str] = frozenset()
    # Words of both languages that are spelt or sound like a large city or a state: "silencio", "misery".
    lookalikes: frozenset[str] = frozenset()
    # Names of towns that people bear too, as a first name or a last: "austin", "jackson".
    given_names: frozenset[str] = frozenset()
    # What the chooser has learned: clue to weight.
    weights: dict[str, float] = field(default_factory=dict)

    def zone_of(self, counties: tuple[CountyShare, ...]) -> str | None:
        """The time zone of the county with the largest share."""
        return self.counties[counties[0].fips].timezone if counties else None

    @classmethod
    def read(cls, folder: Path) -> Tables:
        """Read everything below `folder`; takes well under a second."""
        tables = cls()
        for row in _rows(folder / "counties.csv"):
            county = County(
                row["fips"], row["name"], row["state"],
                _number(row["latitude"]), _number(row["longitude"]), row["timezone"] or None,
            )  # fmt: skip
            tables.counties[county.fips] = county
            for name in county_names(county.name):
                tables.counties_by_name[name].append(county)
        _read_zips(tables, folder / "zip_county.csv")
        for row in _rows(folder / "cities.csv"):
            city = City(
                row["name"], row["state"], int(row["population"]), row["county_fips"],
                _number(row["latitude"]), _number(row["longitude"]),
            )  # fmt: skip
            tables.cities[fold(city.name)].append(city)
            tables.people[city.county_fips] += city.population
        _read_towns(tables, folder / "towns.csv")
        _read_quarters(tables, folder / "quarters.csv")
        _read_old_counties(tables, folder / "old_counties.csv")
        _read_reservations(tables, folder / "reservations.csv")
        for row in _rows(folder / "nicknames.csv"):
            written = fold(row["written"])
            tables.nicknames[written] = row["means"]
            tables.nicknames.setdefault(f"the {written}", row["means"])
        for row in _rows(folder / "sounds.csv"):
            tables.sounds[fold(row["written"])].append(row["means"])
        for row in _rows(folder / "landmarks.csv"):
            tables.landmarks[fold(row["written"])] = row["means"]
        for row in _rows(folder / "vague.csv"):
            tables.vague[fold(row["written"])] = tuple(row["choices"].split("|"))
        tables.everyday = frozenset((folder / "everyday.txt").read_text("utf-8").split())
        tables.town_words = frozenset((folder / "town_words.txt").read_text("utf-8").splitlines())
        tables.lookalikes = frozenset((folder / "lookalikes.txt").read_text("utf-8").splitlines())
        tables.given_names = frozenset((folder / "given_names.txt").read_text("utf-8").splitlines())
        tables.weights = read_weights(folder / "chooser.tsv")
        for name, named in tables.cities.items():
            named.sort(key=lambda city: -city.population)
            # "Mayaguez" and "Mayagüez" are one.
            tables.cities[name] = list({city.state: city for city in reversed(named)}.values())[
                ::-1
            ]
        return tables


def county_names(name: str) -> set[str]:
    """The folded ways of naming a county without its kind."""
    folded = fold(name)
    for kind in (" county", " parish", " borough", " census area", " municipio", " city and borough",
                 " planning region", " municipality"):  # fmt: skip
        folded = folded.removesuffix(kind)
    names = {folded, fold(name)}
    # DeKalb is also written "De Kalb", "La Porte" LaPorte.
    joined = {_JOINED.sub(r"\1", each) for each in names}
    parted = {_PARTED.sub(r"\1 ", each) for each in names}
    return names | joined | parted


def state_names() -> dict[str, str]:
    """Folded full names of states and territories to postal codes."""
    names = {fold(state.name): state.abbr for state in us.states.STATES}
    names["district of columbia"] = "DC"
    names.update({fold(name): code for code, name in _TERRITORIES.items()})
    return names


def state_label(code: str) -> str:
    """The full name of a state or territory."""
    if code in _TERRITORIES:
        return _TERRITORIES[code]
    if code == "DC":
        return "Washington, DC"
    state = us.states.lookup(code)
    return code if state is None else str(state.name)


def _read_zips(tables: Tables, path: Path) -> None:
    shares: dict[str, list[CountyShare]] = defaultdict(list)
    for row in _rows(path):
        code, ratio = row["zip"], float(row["tot_ratio"])
        if code not in tables.zips:
            tables.zips[code] = ZipArea(
                code, row["usps_city"].title(), row["state"],
                _number(row["zcta_lat"]), _number(row["zcta_lon"]),
            )  # fmt: skip
        county = tables.counties[row["county_fips"]]
        shares[code].append(CountyShare(county.fips, county.name, county.state, ratio))
        key = (fold(row["usps_city"]), row["state"])
        tables.city_counties[key][row["county_fips"]] += ratio
    for code, area in tables.zips.items():
        area.counties = tuple(sorted(shares[code], key=lambda share: -share.share))


def _read_towns(tables: Tables, path: Path) -> None:
    """Towns that the post office does not name: New England's governments are towns, not counties."""
    for row in _rows(path):
        known = tables.cities[fold(row["name"])]
        if not any(city.state == row["state"] for city in known):
            county = tables.counties[row["county_fips"]]
            known.append(
                City(row["name"], row["state"], 0, county.fips, county.latitude, county.longitude)
            )


def _read_quarters(tables: Tables, path: Path) -> None:
    for row in _rows(path):
        county = tables.counties[row["county_fips"]]
        tables.quarters[fold(row["name"])].append(
            City(row["name"], row["state"], 0, county.fips, county.latitude, county.longitude)
        )


def _read_reservations(tables: Tables, path: Path) -> None:
    """Each with its main town; a people with several lands is asked about."""
    for row in _rows(path):
        for kind in _RESERVATION:
            written = f"{fold(row['name'])} {kind}"
            if "|" in row["choices"]:
                tables.vague[written] = tuple(row["choices"].split("|"))
            else:
                tables.nicknames[written] = row["choices"]


def _read_old_counties(tables: Tables, path: Path) -> None:
    for row in _rows(path):
        county = tables.counties[row["county_fips"]]
        key = (row["name"], row["state"])
        share = CountyShare(county.fips, county.name, county.state, float(row["share"]))
        tables.old_counties[key] = (*tables.old_counties.get(key, ()), share)


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def read_weights(path: Path) -> dict[str, float]:
    """Clue to weight, from lines `weight<TAB>clue`."""
    lines = path.read_text("utf-8").splitlines()
    return {clue: float(weight) for weight, clue in (line.split("\t") for line in lines)}


def _number(text: str) -> float | None:
    return float(text) if text else None
