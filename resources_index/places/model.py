"""A place in the United States, as far as services need to know it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class CountyShare:
    """A county and which share of the place's addresses lies in it (0 to 1)."""

    fips: str
    name: str
    state: str
    share: float


@dataclass(frozen=True)
class Place:
    """`kind` is zip, city, county, state or area; `counties` has the largest share first."""

    text: str
    label: str
    kind: str
    state: str | None = None
    zip: str | None = None
    city: str | None = None
    counties: tuple[CountyShare, ...] = ()
    latitude: float | None = None
    longitude: float | None = None
    timezone: str | None = None

    @property
    def main_county(self) -> CountyShare | None:
        """The county with the largest share; None for a state."""
        return self.counties[0] if self.counties else None

    def to_dict(self) -> dict[str, Any]:
        """Plain JSON that `from_dict` reads again."""
        return asdict(self)

    @classmethod
    def from_dict(cls, fields: dict[str, Any]) -> Place:
        """The inverse of `to_dict`."""
        counties = tuple(CountyShare(**share) for share in fields.get("counties") or ())
        return cls(**{**fields, "counties": counties})

    def contract(self) -> dict[str, Any]:
        """The place as the public API shows it."""
        county = self.main_county
        return {
            "text": self.label,
            "zip": self.zip,
            "county": None if county is None else bare_county(county.name),
            "county_fips": None if county is None else county.fips,
            "state": self.state,
        }


def bare_county(name: str) -> str:
    """'Montgomery County' to 'Montgomery'."""
    for ending in (" County", " Parish", " Borough", " Census Area", " Municipio"):
        name = name.removesuffix(ending)
    return name
