"""A made list as large as wished for, as HSDS JSON and as a county's sheet, and what importing it takes."""

from __future__ import annotations

import csv
import json
import random
import resource
import time
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from resources_index.importers.formats import ImportOptions, run_import
from resources_index.places import Places

_SPACE = uuid.UUID("6f0e8a4c-4a5b-4f2a-9b51-2f6e0a3d7c10")
_KINDS = (
    ("Home delivered meals", "home delivered meal", "meals_delivered", "A hot lunch is brought to the door on weekdays."),
    ("Senior dining", "congregate meal", "meals_group", "Lunch together with others at noon."),
    ("Rides to the doctor", "medical transportation", "transportation", "A driver takes you to the doctor and back."),
    ("Food pantry", "food pantry", "food_assistance", "Groceries for a week, once a month."),
    ("Legal help", "legal services", "legal_help", "A lawyer helps with wills, landlords and benefits."),
)  # fmt: skip
_HOLDERS = (
    "Senior Center",
    "Council on Aging",
    "Community Action",
    "Neighbors House",
    "County Office",
)
KINDS_OF_LISTS = ("hsds-json", "county-csv")
_PLACES_IN_A_LIST = 2_000


@dataclass(frozen=True)
class Imported:
    """What an import took: seconds by the clock and of the processor, MiB at most, services that came in.

    `waits` counts how often it gave up the processor by itself: for the disk, or a lock.
    """

    seconds: float
    processor_seconds: float
    most_mib: float
    waits: int
    came_in: int


def measure_import(
    kind: str, rows: int, places: Places, tables: Path, progress: Callable[[int], None]
) -> Imported:
    """Write a list of `rows` services, import it into an empty folder, and say what that took. `tables` is data/importers."""
    with TemporaryDirectory(prefix="porchlight-bench-") as folder:
        path = Path(folder) / ("list.json" if kind == "hsds-json" else "list.csv")
        (write_json if kind == "hsds-json" else write_sheet)(path, rows, places)
        options = ImportOptions(tables / "need_words.csv", tables / "audience.csv")
        began, used, before = time.perf_counter(), time.process_time(), _waits()
        report = run_import(kind, path, Path(folder) / "directory", places, options, progress)
        seconds, processor = time.perf_counter() - began, time.process_time() - used
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        return Imported(seconds, processor, most, _waits() - before, report.added)


def write_json(path: Path, rows: int, places: Places) -> None:
    """`rows` services as other directories nest them, in one array."""
    with path.open("w", encoding="utf-8") as file:
        for at, service in enumerate(_services(rows, places)):
            file.write("[" if at == 0 else ",\n")
            json.dump(service, file)
        file.write("]\n")


def write_sheet(path: Path, rows: int, places: Places) -> None:
    """`rows` services as lines of a county's sheet."""
    columns = (
        "name",
        "organization",
        "needs",
        "phone",
        "summary",
        "counties",
        "state",
        "checked_on",
        "source",
    )
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        for at, service in enumerate(_services(rows, places)):
            county, state = service["service_areas"][0]["name"].rsplit(", ", 1)
            writer.writerow((
                service["name"], service["organization"]["name"], _KINDS[at % len(_KINDS)][2],
                service["phones"][0]["number"], service["description"], county, state, "2026-10-01", "Bench",
            ))  # fmt: skip


def _services(rows: int, places: Places) -> Iterator[dict[str, Any]]:
    chance = random.Random(7)
    areas = [area for area in places.tables.zips.values() if area.counties]
    areas = chance.sample(areas, min(_PLACES_IN_A_LIST, len(areas)))
    for number in range(rows):
        name, term, _, summary = _KINDS[number % len(_KINDS)]
        area = areas[number // len(_KINDS) % len(areas)]
        holder = f"{area.city} {_HOLDERS[number // 7 % len(_HOLDERS)]}"
        county = area.counties[0]
        yield {
            "id": _made("service", number), "name": f"{name} {number}", "description": summary, "status": "active",
            "organization": {"id": _made("organization", holder, area.state), "name": holder, "description": holder},
            "phones": [{"id": _made("phone", number), "number": f"{chance.randrange(201, 990)}-555-01{number % 100:02}", "type": "voice"}],
            "schedules": [{"id": _made("day", number, day), "byday": day, "opens_at": "08:30", "closes_at": "16:30", "freq": "WEEKLY"}
                          for day in ("MO", "TU", "WE", "TH", "FR")],
            "service_areas": [{"id": _made("area", number), "name": f"{county.name}, {county.state}"}],
            "languages": [{"id": _made("language", number), "name": "English", "code": "en"}],
            "required_documents": [{"id": _made("document", number), "document": "Photo ID"}],
            "service_at_locations": [{
                "id": _made("at", number),
                "location": {
                    "id": _made("location", area.code, holder), "name": holder, "location_type": "physical",
                    "addresses": [{"id": _made("address", area.code, holder), "address_1": f"{number % 900 + 1} Main St", "city": area.city,
                                   "state_province": area.state, "postal_code": area.code, "country": "US", "address_type": "physical"}],
                },
            }],
            "attributes": [{"id": _made("attribute", number), "link_id": _made("service", number), "link_entity": "service",
                            "taxonomy_term": {"id": _made("term", term), "name": term, "description": term}}],
            "contacts": [{"id": _made("contact", number), "name": f"Alex {holder.split(maxsplit=1)[0]}son"}],
        }  # fmt: skip


def _waits() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_nvcsw


def _made(*parts: object) -> str:
    return str(uuid.uuid5(_SPACE, "/".join(map(str, parts))))
