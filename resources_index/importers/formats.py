"""The formats that can be imported, by the name that the command line gives them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from resources_index.importers.audience import Audience
from resources_index.importers.cms import import_cms
from resources_index.importers.cms_files import CMS_FILES
from resources_index.importers.county_sheet import import_sheet
from resources_index.importers.hsds_package import PackageOptions, import_package
from resources_index.importers.lists import also_in
from resources_index.importers.needs import NeedWords
from resources_index.importers.report import Report
from resources_index.places import Places

FORMATS = {
    "county-csv": "a county's sheet (see: directory template)",
    "county-xlsx": "the same as an Excel file",
    "hsds-csv": "HSDS 3.0 or older: a folder or a zip of CSV files",
    "hsds-json": "HSDS 3.0 JSON: an array of services, or pages with contents",
    **{
        name: f"CMS Provider Data Catalog: {kind.title} ({kind.dataset})"
        for name, kind in CMS_FILES.items()
    },
}


@dataclass(frozen=True)
class ImportOptions:
    """`source` names the list (its folder, and what people read); `words` is a table of words and needs, `audience` one
    of words for younger and older people; `area` is for services that say no place.

    `zips` is CMS's table of the ZIPs that home health agencies and hospices serve; `checked_on` an ISO date for records
    without one; `state` decides between counties of one name; `leave_out_bad` imports good records beside bad ones;
    `fewer` lets a file take many services out.
    """

    words: Path
    audience: Path
    source: str = ""
    zips: Path | None = None
    checked_on: str = ""
    state: str | None = None
    area: str = ""
    leave_out_bad: bool = False
    dry_run: bool = False
    fewer: bool = False


def run_import(name: str, path: Path, overlay: Path, places: Places, options: ImportOptions,
               progress: Callable[[int], None] = lambda _: None) -> Report:  # fmt: skip
    """Import `path` into its own folder below `overlay`. Raises ValueError for what cannot be read at all."""
    if name not in FORMATS:
        raise ValueError(f"{name} is no format. The formats are {', '.join(FORMATS)}.")
    target = overlay / folder_name(name, path, options.source)
    report = _run(name, path, target, places, options, progress)
    if report.imported:
        for other, count in also_in(target).items():
            reason = f"holds {count:,} of the same services: one of the two should go (see: directory remove)"
            report.warn(other, 1, "", f"this list {reason}")
    return report


def _run(name: str, path: Path, target: Path, places: Places, options: ImportOptions,
         progress: Callable[[int], None]) -> Report:  # fmt: skip
    if name in CMS_FILES:
        return import_cms(path, CMS_FILES[name], target, places, dry_run=options.dry_run, zips=options.zips,
                          checked_on=options.checked_on, fewer=options.fewer, progress=progress)  # fmt: skip
    if name.startswith("county-"):
        return import_sheet(
            path, target, places, options.dry_run, NeedWords.read(options.words), options.fewer
        )
    package = PackageOptions(options.source or path.stem, NeedWords.read(options.words), Audience.read(options.audience),
                             options.checked_on, options.state, options.area, options.leave_out_bad)  # fmt: skip
    return import_package(
        path,
        target,
        places,
        package,
        dry_run=options.dry_run,
        fewer=options.fewer,
        progress=progress,
    )


def folder_name(name: str, path: Path, source: str) -> str:
    """A CMS file has one folder for good; other lists one each by their source, else by the name of their file."""
    if name in CMS_FILES:
        return name
    slug = re.sub(r"[^a-z0-9]+", "-", (source or path.stem).lower()).strip("-")
    return f"{name.partition('-')[0]}-{slug or 'list'}"
