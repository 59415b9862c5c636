"""A service as the rest of the program needs it: one flat record made from the HSDS tables."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Phone:
    """`number` in E.164 for ten-digit numbers (+1937…), else as dialled (988, 211)."""

    number: str
    description: str = ""


@dataclass(frozen=True)
class Area:
    """Where a service is for. `kind`: nation, state, county, part (of a state), zip or radius."""

    kind: str
    states: tuple[str, ...] = ()
    county_fips: frozenset[str] = frozenset()
    zips: frozenset[str] = frozenset()
    radius_miles: float | None = None


@dataclass(frozen=True)
class Opening:
    """Open on `weekdays` (Monday is 0) from `opens` to `closes`, minutes after midnight."""

    weekdays: frozenset[int]
    opens: int
    closes: int


@dataclass(frozen=True)
class ServiceRecord:
    """Texts that people read are dictionaries by language; en is always there, es where somebody has written it.

    `through`: whose line the number is, where it is not the organization's own: callers ask to be put through; often empty.
    `call_first` and `held_back` hold on the day of loading; `call_first_from` and `held_back_from` are the days
    (date.toordinal) from which they will. `program` names the network that it belongs to (AAA, SUA, SHIP, APS …), for reports; often empty.
    """

    id: str
    name: str
    organization: str
    need_ids: tuple[str, ...]
    summary: dict[str, str]
    eligibility: dict[str, str]
    cost: dict[str, str]
    hours: dict[str, str]
    ask_for: dict[str, str]
    area: Area
    area_label: str
    level: str
    names: dict[str, str] = field(default_factory=dict)
    phones: tuple[Phone, ...] = ()
    second_phone: dict[str, str] | None = None
    through: dict[str, str] = field(default_factory=dict)
    url: str = ""
    address: str = ""
    latitude: float | None = None
    longitude: float | None = None
    languages: tuple[str, ...] = ()
    have_ready: tuple[str, ...] = ()
    schedule: tuple[Opening, ...] = ()
    minimum_age: int | None = None
    maximum_age: int | None = None
    veteran_only: bool = False
    is_free: bool | None = None
    urgency: str = "days"
    assured_date: str = ""
    source: str = ""
    trust: str = "medium"
    call_first: bool = False
    held_back: bool = False
    call_first_from: int | None = None
    held_back_from: int | None = None
    status: str = "active"
    program: str = ""
