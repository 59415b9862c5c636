"""Dataclasses of arrays in a folder, one file an array, memory-mapped: all processes share one copy."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, TypeVar, get_type_hints

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.int32]
T = TypeVar("T")


@dataclass(frozen=True)
class Lists:
    """Short lists of numbers in one array: the i-th is values[starts[i]:starts[i + 1]]."""

    starts: NDArray[np.int64]
    values: Rows

    @classmethod
    def of(cls, lists: Iterable[Sequence[int]]) -> Lists:
        """In the order given."""
        starts: list[int] = [0]
        values: list[int] = []
        for one in lists:
            values += one
            starts.append(len(values))
        return cls(np.array(starts, dtype=np.int64), np.array(values, dtype=np.int32))

    def __getitem__(self, number: int) -> Rows:
        return self.values[self.starts[number] : self.starts[number + 1]]


@dataclass(frozen=True)
class KeyedLists:
    """Lists of numbers by a short text; `keys` are sorted."""

    keys: NDArray[np.bytes_]
    lists: Lists

    @classmethod
    def of(cls, lists: Mapping[str, Sequence[int]]) -> KeyedLists:
        """Every list as it is."""
        order = sorted(lists, key=str.encode)
        return cls(as_bytes(order), Lists.of(lists[key] for key in order))

    def number(self, key: str) -> int | None:
        """Which list belongs to `key`, if any does."""
        return found_at(self.keys, key)

    def get(self, key: str) -> Rows:
        """The list of `key`; empty when there is none."""
        number = self.number(key)
        return _EMPTY if number is None else self.lists[number]


_EMPTY = np.empty(0, dtype=np.int32)


def distinct(lists: Sequence[Rows]) -> Rows:
    """The rows of all `lists`, each once, ascending."""
    if not lists:
        return _EMPTY
    rows = np.concatenate(lists)
    # They come in long ascending runs, which this sort is made for.
    rows.sort(kind="stable")
    return rows[np.concatenate(([True], rows[1:] != rows[:-1]))] if len(rows) else rows


def as_bytes(texts: Sequence[str]) -> NDArray[np.bytes_]:
    """Texts as an array of UTF-8; at least one byte wide, so that an empty one can be stored."""
    return np.array([text.encode() for text in texts] or np.empty(0, dtype="S1"), dtype=np.bytes_)


def found_at(keys: NDArray[np.bytes_], key: str) -> int | None:
    """The place of `key` among the sorted `keys`."""
    wanted = key.encode()
    # Not np.searchsorted: it copies all keys when this one is longer than they are.
    number = bisect.bisect_left(keys, wanted)
    return number if number < len(keys) and keys[number] == wanted else None


def write_packed(folder: Path, packed: Any) -> None:
    """Write every array of `packed`, each in one step: who reads the old ones keeps them."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, array in _arrays(packed, ""):
        draft = folder / f"{name}.new.npy"
        np.save(draft, array)
        draft.replace(folder / f"{name}.npy")


def open_packed(folder: Path, kind: type[T], start: str = "") -> T:
    """The `kind` that `write_packed` wrote. Raises OSError when a file is missing."""
    hints = get_type_hints(kind)
    made = {}
    for field in fields(kind):  # type: ignore[arg-type]
        name, hint = f"{start}{field.name}", hints[field.name]
        made[field.name] = (
            open_packed(folder, hint, f"{name}.")
            if hasattr(hint, "__dataclass_fields__")
            # A plain view: every look into a np.memmap costs a microsecond more.
            else np.asarray(np.load(folder / f"{name}.npy", mmap_mode="r"))
        )
    return kind(**made)


def _arrays(packed: Any, start: str) -> Iterator[tuple[str, NDArray[Any]]]:
    for field in fields(packed):
        name, value = f"{start}{field.name}", getattr(packed, field.name)
        if isinstance(value, np.ndarray):
            yield name, value
        else:
            yield from _arrays(value, f"{name}.")
