"""The records themselves, one JSON text after the other in one file: each is read when somebody is shown it."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, overload

import numpy as np
from numpy.typing import NDArray

from resources_index.directory import Area, Opening, Phone, ServiceRecord

_KEPT = 512


@dataclass(frozen=True)
class StoredRecords:
    """The i-th text is texts[starts[i]:starts[i + 1]], UTF-8."""

    starts: NDArray[np.int64]
    texts: NDArray[np.uint8]


def stored(services: Iterable[ServiceRecord]) -> StoredRecords:
    """Every record as JSON."""
    texts = [json.dumps(vars(one), default=_plain, ensure_ascii=False).encode() for one in services]
    starts = np.concatenate(([0], np.cumsum([len(text) for text in texts], dtype=np.int64)))
    return StoredRecords(starts.astype(np.int64), np.frombuffer(b"".join(texts), dtype=np.uint8))


class Records(Sequence[ServiceRecord]):
    """The records of an index, read one by one; those asked for last are kept."""

    def __init__(self, stored: StoredRecords) -> None:
        self._stored = stored
        self._read = functools.lru_cache(maxsize=_KEPT)(self._read_one)

    def __len__(self) -> int:
        return len(self._stored.starts) - 1

    @overload
    def __getitem__(self, row: int) -> ServiceRecord: ...

    @overload
    def __getitem__(self, row: slice) -> list[ServiceRecord]: ...

    def __getitem__(self, row: int | slice) -> ServiceRecord | list[ServiceRecord]:
        if isinstance(row, slice):
            return [self._read(one) for one in range(*row.indices(len(self)))]
        if not 0 <= row < len(self):
            raise IndexError(row)
        return self._read(row)

    def _read_one(self, row: int) -> ServiceRecord:
        starts = self._stored.starts
        fields = json.loads(self._stored.texts[starts[row] : starts[row + 1]].tobytes())
        return _record(fields, date.today().toordinal())


def _plain(value: Any) -> Any:
    return sorted(value) if isinstance(value, frozenset) else vars(value)


def _record(fields: dict[str, Any], today: int) -> ServiceRecord:
    """A record as it is today: what was fresh when the index was built may be stale by now."""
    area = fields["area"]
    for name in ("need_ids", "languages", "have_ready"):
        fields[name] = tuple(fields[name])
    fields["area"] = Area(
        area["kind"],
        tuple(area["states"]),
        frozenset(area["county_fips"]),
        frozenset(area["zips"]),
        area["radius_miles"],
    )
    fields["phones"] = tuple(Phone(**phone) for phone in fields["phones"])
    fields["schedule"] = tuple(
        Opening(frozenset(one["weekdays"]), one["opens"], one["closes"])
        for one in fields["schedule"]
    )
    for name in ("call_first", "held_back"):
        since = fields[f"{name}_from"]
        fields[name] = fields[name] or (since is not None and since <= today)
    return ServiceRecord(**fields)
