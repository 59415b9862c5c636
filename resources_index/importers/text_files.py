"""Tables that other programs wrote as text: whatever their code page and their separator."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, BinaryIO

_CHUNK = 1 << 20
_SAMPLE_LINES = 20
_SEPARATORS = ",;\t|"
# A title has fewer commas than a line of headings.
_FEWEST_MARKS = 4
# Some lists keep a page of text in one field; Python's own limit is 128 KiB.
csv.field_size_limit(1 << 24)


@contextmanager
def open_text(path: Path) -> Iterator[IO[str]]:
    """The file as text; see `as_text`."""
    with path.open("rb") as file:
        yield as_text(file)


def as_text(file: BinaryIO | IO[bytes]) -> IO[str]:
    """`file`, which can be rewound, in its code page: UTF-8, UTF-16 with its mark, else what Windows writes (cp1252)."""
    return io.TextIOWrapper(file, _encoding(file), errors="replace", newline="")


def rows(file: IO[str]) -> Iterator[list[str]]:
    """Lines as fields, a title above the headings too. Raises ValueError for what is no table."""
    try:
        yield from csv.reader(file, delimiter=_separator(file, _FEWEST_MARKS))
    except csv.Error as error:
        raise ValueError(f"It cannot be read as a table: {error}.") from error


def records(file: IO[str]) -> csv.DictReader[str]:
    """Lines as dictionaries by the names of the first line."""
    return csv.DictReader(file, delimiter=_separator(file, 1))


def _separator(file: IO[str], fewest: int) -> str:
    """Comma, semicolon, tab or bar: what the first line with at least `fewest` of one has most of; the file is rewound."""
    lines = [line for _, line in zip(range(_SAMPLE_LINES), file, strict=False)]
    file.seek(0)
    for line in lines:
        mark = max(_SEPARATORS, key=line.count)
        if line.count(mark) >= fewest:
            return mark
    return ","


def _encoding(file: BinaryIO | IO[bytes]) -> str:
    start = file.read(4)
    file.seek(0)
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        while chunk := file.read(_CHUNK):
            decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return "cp1252"
    finally:
        file.seek(0)
    return "utf-8-sig"
