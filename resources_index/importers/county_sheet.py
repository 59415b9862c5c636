"""A county office's spreadsheet (CSV or XLSX): one line a service. All lines come in, or none."""

from __future__ import annotations

from pathlib import Path

from resources_index.importers.needs import NeedWords
from resources_index.importers.report import Report
from resources_index.importers.sheet_file import read_lines
from resources_index.importers.sheet_line import LineReader
from resources_index.importers.sheet_places import SheetPlaces
from resources_index.importers.staging import Staging
from resources_index.places import Places


def import_sheet(
    path: Path, target: Path, places: Places, dry_run: bool, words: NeedWords | None = None, fewer: bool = False,
) -> Report:  # fmt: skip
    """Read `path` into `target`, in the place of what the same sheet wrote before; `words` give hints for needs.

    A sheet without many of the services of before is rejected, unless `fewer` says that it is meant.

    Raises ValueError for what cannot be read at all.
    """
    report = Report()
    where = SheetPlaces(places)
    first: dict[str, str] = {}
    with Staging() as staging:
        for line in read_lines(path, report):
            reader = LineReader(line.fields, where, words)
            draft = reader.draft()
            for column, reason in reader.wrong:
                report.reject(line.file, line.number, column, reason)
            for column, reason in reader.mended if draft is not None else ():
                report.warn(line.file, line.number, column, reason)
            if draft is None:
                continue
            above = first.setdefault(draft.id, f"{line.file} line {line.number}")
            if not staging.add(draft.id, draft.rows()):
                same = f"the same service stands in {above}: take one of the two out, or give it another name"
                report.reject(line.file, line.number, "name", same)
        staging.finish(path.name, target, report, dry_run=dry_run, fewer=fewer)
    return report
