"""Lines of a county's sheet, from CSV or from all pages of an Excel file, by our names of the columns."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException
from rapidfuzz import process

from resources_index.importers.report import Report
from resources_index.importers.sheet_columns import (
    EVERY,
    NEEDED_HEADINGS,
    NOTES,
    column_of,
)
from resources_index.importers.text_files import open_text, rows

# A title or a note above the headings is passed over.
_HEADINGS_WITHIN = 20
_FEWEST_HEADINGS = 4
_LIKE = 75


@dataclass(frozen=True)
class Line:
    """Where it stands (`number` as Excel counts) and its fields, every column of ours there."""

    file: str
    number: int
    fields: dict[str, str]


def read_lines(path: Path, report: Report) -> Iterator[Line]:
    """Each line that is not empty. What is no sheet is rejected; pages and columns that are not ours are named."""
    pages = list(_excel(path)) if path.suffix.lower() == ".xlsx" else [("", _csv(path))]
    found = False
    for title, page in pages:
        file = path.name if len(pages) == 1 else f"{path.name}, page {title}"
        headings = _headings(page)
        if headings is None:
            if len(pages) > 1:
                report.warn(file, 1, "", "has no line of column names: the page is left out")
            continue
        found = True
        yield from _lines(file, headings, page, report)
    if not found:
        report.reject(
            path.name, 1, "", "no line of column names was found (see: directory template)"
        )


def read_table(path: Path, needed: Sequence[str]) -> Iterator[dict[str, str]]:
    """Lines of a plain table, CSV or the first page of an Excel file, by its own headings.

    Raises ValueError when a column of `needed` is missing.
    """
    page = next(_excel(path))[1] if path.suffix.lower() == ".xlsx" else _csv(path)
    names = [str(cell or "").strip() for cell in next(page, (0, []))[1]]
    missing = [name for name in needed if name not in names]
    if missing:
        raise ValueError(f"{path.name} has no column {missing[0]}.")
    for _, cells in page:
        yield {**dict.fromkeys(names, ""), **dict(zip(names, map(_text, cells), strict=False))}


def _headings(page: Iterator[tuple[int, list[Any]]]) -> tuple[int, list[str]] | None:
    """The number of the line of headings and our names of them; the page stands after it."""
    for _, (number, cells) in zip(range(_HEADINGS_WITHIN), page, strict=False):
        names = [column_of(cell) for cell in cells]
        if len(set(names) & set(EVERY)) >= _FEWEST_HEADINGS:
            return number, names
    return None


def _lines(
    file: str,
    headings: tuple[int, list[str]],
    page: Iterator[tuple[int, list[Any]]],
    report: Report,
) -> Iterator[Line]:
    top, names = headings
    unknown = [name for name in dict.fromkeys(names) if name and name not in EVERY]
    missing = [name for name in NEEDED_HEADINGS if name not in names]
    if missing:
        report.reject(file, top, "", _missing(missing, unknown))
        return
    for name in unknown:
        near = process.extractOne(name, EVERY, score_cutoff=_LIKE)
        report.warn(file, top, name, "is no column of ours and is left out" + (f"; is it {near[0]}?" if near else ""))  # fmt: skip
    for twice in dict.fromkeys(name for name in names if name in EVERY and names.count(name) > 1):
        report.warn(file, top, twice, "stands above two columns; the first is taken")
    for number, cells in page:
        fields = dict.fromkeys(EVERY, "")
        for name, value in reversed(list(zip(names, cells, strict=False))):
            if name in fields:
                fields[name] = _text(value)
        if any(fields.values()):
            yield Line(file, number, fields)


def _missing(missing: Sequence[str], unknown: Sequence[str]) -> str:
    """What to write above which column."""
    one = len(missing) == 1
    what = f"the {'column' if one else 'columns'} {', '.join(missing)} {'is' if one else 'are'} missing: "
    what += (
        f"write {'this name' if one else 'these names'} above the {'column' if one else 'columns'}"
    )
    return what + (f" (nothing is known of: {', '.join(unknown)})" if unknown else "")


def _csv(path: Path) -> Iterator[tuple[int, list[Any]]]:
    with open_text(path) as file:
        yield from enumerate(rows(file), start=1)


def _excel(path: Path) -> Iterator[tuple[str, Iterator[tuple[int, list[Any]]]]]:
    """Title and lines of each page but our own page of notes and hidden ones."""
    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    except (zipfile.BadZipFile, InvalidFileException, KeyError):
        raise ValueError(
            f"{path.name} is no Excel sheet: save it as .xlsx, or as CSV and import it as county-csv."
        ) from None
    for sheet in book.worksheets:
        if sheet.title != NOTES and sheet.sheet_state == "visible":
            lines = enumerate(sheet.iter_rows(values_only=True), start=1)
            yield sheet.title, ((number, list(cells)) for number, cells in lines)


def _text(value: Any) -> str:
    """A cell as text: days without their time, whole numbers without a point, one line."""
    if value is None:
        return ""
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    if isinstance(value, time):
        return value.isoformat("minutes")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return " ".join(str(value).split())
