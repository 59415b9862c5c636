"""What filters and ranking need to know of every service, as arrays: one row a service, in the directory's order.

A search weighs hundreds of services; the records themselves are read only for the few that are shown.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from resources_index.directory import Opening, ServiceRecord
from resources_index.index.packed import Lists, Rows, as_bytes, found_at
from resources_index.index.roles import OWN, is_signpost, office_names

Flags = NDArray[np.bool_]
Codes = NDArray[np.int8]
# A code is the place in its list.
LEVELS = ("national", "state", "local")
TRUSTS = ("low", "medium", "high")
URGENCIES = ("immediate", "days", "weeks")
NEVER = np.iinfo(np.int32).max
_OLDEST = 999


@dataclass(frozen=True)
class Features:
    """Arrays [services] unless said otherwise; unknown places are NaN.

    `call_first_from` and `held_back_from` are days (date.toordinal) from which a record counts as stale: an index
    does not stay fresh. `own` [services, 4] are the first needs of each, -1 where there are fewer.
    """

    active: Flags
    call_first_from: Rows
    held_back_from: Rows
    level: Codes
    trust: Codes
    urgency: Codes
    has_phone: Flags
    for_part: Flags
    for_nation: Flags
    signpost: Flags
    own: NDArray[np.int16]
    youngest: NDArray[np.int16]
    oldest: NDArray[np.int16]
    veterans_only: Flags
    free: Flags
    languages: Rows
    schedule: Rows
    latitude: NDArray[np.float64]
    longitude: NDArray[np.float64]
    radius: NDArray[np.float64]
    offices: Lists
    needs: NDArray[np.bytes_]
    language_sets: NDArray[np.bytes_]
    schedules: NDArray[np.bytes_]
    ids: NDArray[np.bytes_]
    by_id: Rows

    def __len__(self) -> int:
        return len(self.active)

    def row_of(self, identity: str) -> int | None:
        """The row of a service by its id."""
        number = found_at(self.ids, identity)
        return None if number is None else int(self.by_id[number])

    def rows_of(self, identities: Sequence[str]) -> Rows:
        """The rows of services by their ids; -1 for what is not in the directory."""
        if not len(self):
            return np.full(len(identities), -1, dtype=np.int32)
        wanted = as_bytes(identities)
        at = np.minimum(np.searchsorted(self.ids, wanted), len(self) - 1)
        return np.where(self.ids[at] == wanted, self.by_id[at], np.int32(-1))

    def need(self, need: str) -> int:
        """The code of a need in `own`; -2, which no service has, for one that nobody answers to first."""
        number = found_at(self.needs, need)
        return -2 if number is None else number


def features_of(services: Sequence[ServiceRecord]) -> Features:
    """The arrays of `services`."""
    needs = sorted({need for s in services for need in s.need_ids[:OWN]})
    need_code = {need: code for code, need in enumerate(needs)}
    languages, language_sets = _coded([",".join(s.languages) for s in services])
    schedule, schedules = _coded([_schedule_text(s.schedule) for s in services])
    offices, _ = _coded([name for s in services for name in sorted(office_names(s))])
    order = sorted(range(len(services)), key=lambda row: services[row].id.encode())
    return Features(
        active=_column(services, np.bool_, lambda s: s.status == "active"),
        call_first_from=_column(services, np.int32, _call_first_from),
        held_back_from=_column(services, np.int32, _held_back_from),
        level=_column(services, np.int8, lambda s: LEVELS.index(s.level)),
        trust=_column(services, np.int8, lambda s: TRUSTS.index(s.trust)),
        urgency=_column(services, np.int8, lambda s: URGENCIES.index(s.urgency)),
        has_phone=_column(services, np.bool_, lambda s: bool(s.phones)),
        for_part=_column(services, np.bool_, lambda s: s.area.kind == "part"),
        for_nation=_column(services, np.bool_, lambda s: s.area.kind == "nation"),
        signpost=_column(services, np.bool_, is_signpost),
        own=np.array([_own(s, need_code) for s in services], np.int16).reshape(-1, OWN),
        youngest=_column(services, np.int16, lambda s: s.minimum_age or 0),
        oldest=_column(services, np.int16, lambda s: _or(s.maximum_age, _OLDEST)),
        veterans_only=_column(services, np.bool_, lambda s: s.veteran_only),
        free=_column(services, np.bool_, lambda s: s.is_free is True),
        languages=languages,
        schedule=schedule,
        latitude=_column(services, np.float64, lambda s: _or(s.latitude, np.nan)),
        longitude=_column(services, np.float64, lambda s: _or(s.longitude, np.nan)),
        radius=_column(services, np.float64, lambda s: _or(s.area.radius_miles, 0.0)),
        offices=_cut(offices, [len(office_names(s)) for s in services]),
        needs=as_bytes(needs),
        language_sets=as_bytes(language_sets),
        schedules=as_bytes(schedules),
        ids=as_bytes([services[row].id for row in order]),
        by_id=np.array(order, dtype=np.int32),
    )


def read_schedule(text: str) -> tuple[Opening, ...]:
    """What `schedules` holds: weekdays, opening and closing minute, with blanks between openings."""
    openings = []
    for part in text.split():
        days, opens, closes = part.split("/")
        weekdays = frozenset(int(day) for day in days)
        openings.append(Opening(weekdays, int(opens), int(closes)))
    return tuple(openings)


def _schedule_text(schedule: Sequence[Opening]) -> str:
    return " ".join(
        f"{''.join(map(str, sorted(one.weekdays)))}/{one.opens}/{one.closes}" for one in schedule
    )


def _column(
    services: Sequence[ServiceRecord], kind: Any, value: Callable[[ServiceRecord], Any]
) -> NDArray[Any]:
    return np.fromiter((value(service) for service in services), dtype=kind, count=len(services))


def _coded(values: Sequence[str]) -> tuple[Rows, list[str]]:
    """A number for each value, and the values by number."""
    codes: dict[Hashable, int] = {}
    numbers = [codes.setdefault(value, len(codes)) for value in values]
    return np.array(numbers, dtype=np.int32), [str(value) for value in codes]


def _cut(values: Rows, lengths: Sequence[int]) -> Lists:
    starts = np.concatenate(([0], np.cumsum(lengths, dtype=np.int64)))
    return Lists(starts.astype(np.int64), values)


def _own(service: ServiceRecord, need_code: dict[str, int]) -> list[int]:
    codes = [need_code[need] for need in service.need_ids[:OWN]]
    return codes + [-1] * (OWN - len(codes))


def _call_first_from(service: ServiceRecord) -> int:
    return 0 if service.call_first else _or(service.call_first_from, NEVER)


def _held_back_from(service: ServiceRecord) -> int:
    return 0 if service.held_back else _or(service.held_back_from, NEVER)


def _or(value: Any, otherwise: Any) -> Any:
    return otherwise if value is None else value
