"""A county's workbook: its pages, its template, and what is said of a wrong line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl

from resources_index.importers.sheet_columns import EVERY, write_template
from resources_index.places import Places
from tests.support.sheets import book, cells, taken


def test_all_pages_of_a_workbook_come_in_and_one_that_is_no_list_is_named(
    tmp_path: Path, places: Places
) -> None:
    first = [["Resource list 2026"], list(EVERY), cells(checked_on=date(2026, 11, 20)), [None] * 3]
    second = [list(EVERY), cells(counties="Greene", phone=9375550143, checked_on=46346.0)]
    path = book(
        tmp_path, ("READ ME", [["How we use this"]]), ("Montgomery", first), ("Greene", second)
    )
    report, services = taken(path, places)
    assert report.rejected == []
    assert [str(finding).partition(": ")[0] for finding in report.warnings] == [
        "our.xlsx, page READ ME line 1"
    ]
    assert {s.area_label: s.assured_date for s in services} == {
        "Montgomery County, OH": "2026-11-20",
        "Greene County, OH": "2026-11-20",
    }


def test_a_wrong_line_of_a_workbook_is_named_with_its_page(tmp_path: Path, places: Places) -> None:
    good, bad = [list(EVERY), cells()], [list(EVERY), cells(phone="ask Bob")]
    report, _ = taken(book(tmp_path, ("A", good), ("B", bad)), places)
    assert str(report.rejected[0]).startswith("our.xlsx, page B line 2: phone: 'ask Bob'")


def test_the_template_says_what_each_need_is_and_keeps_the_zeros_of_zips(tmp_path: Path) -> None:
    write_template(tmp_path / "our.xlsx")
    made = openpyxl.load_workbook(tmp_path / "our.xlsx")
    notes = [[cell.value for cell in row] for row in made["how to fill in"].iter_rows()]
    assert ["transportation", "rides"] in [row[:2] for row in notes]
    assert made["services"].cell(2, EVERY.index("zips") + 1).number_format == "@"


def test_a_filled_template_comes_in_as_it_is_with_its_page_of_notes(
    tmp_path: Path, places: Places
) -> None:
    path = tmp_path / "our.xlsx"
    write_template(path)
    made = openpyxl.load_workbook(path)
    for column, value in enumerate(cells(), start=1):
        made["services"].cell(2, column).value = value
    made.save(path)
    report, services = taken(path, places)
    assert (report.warnings, len(services)) == ([], 1)
