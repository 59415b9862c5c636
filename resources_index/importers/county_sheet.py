"""A county office's spreadsheet (CSV): one line a service. Checked as a whole: all lines come in, or none.

Columns: name, organization, needs (need ids, the main one first, separated by ;), phone, url, state (two
letters), counties (separated by ;, empty for the whole state), summary, summary_es, cost, eligibility,
hours, source, checked_on (YYYY-MM-DD).
"""

from __future__ import annotations

import csv
import re
import uuid
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from resources_index.directory.tables import HsdsTables, Row
from resources_index.index.needs import need_ids
from resources_index.places import Places
from resources_index.places.fold import fold

COLUMNS = (
    "name", "organization", "needs", "phone", "url", "state", "counties", "summary", "summary_es", "cost",
    "eligibility", "hours", "source", "checked_on",
)  # fmt: skip
_NEEDED = ("name", "organization", "needs", "state", "summary", "source", "checked_on")
_SPACE = uuid.UUID("5b1b6c9e-0d0c-4d53-9a53-5f5e2a2d9a11")
_MOST_WORDS = 60


@dataclass
class Report:
    """What an import did, or would do."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    rejected: list[str] = field(default_factory=list)


def import_sheet(path: Path, target: Path, places: Places, dry_run: bool) -> Report:
    """Read `path` and write HSDS tables into `target`, replacing what the same lines wrote before."""
    report = Report()
    before = (
        {table: HsdsTables([target]).by_id(table) for table in _TABLES} if target.exists() else {}
    )
    rows: dict[str, dict[str, Row]] = {table: dict(before.get(table, {})) for table in _TABLES}
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        missing = set(COLUMNS) - set(reader.fieldnames or ())
        if missing:
            report.rejected.append(f"line 1: the columns {', '.join(sorted(missing))} are missing")
            return report
        for number, line in enumerate(reader, start=2):
            clean = {key: (line[key] or "").strip() for key in COLUMNS}
            problem = _problem(clean, places)
            if problem:
                report.rejected.append(f"line {number}: {problem}")
                continue
            _count(report, before, _add(rows, clean, places))
    if not report.rejected and not dry_run:
        _write(rows, target)
    return report


def _problem(line: dict[str, str], places: Places) -> str | None:
    for name in _NEEDED:
        if not line[name]:
            return f"{name} is empty"
    unknown = [need for need in _parts(line["needs"]) if need not in need_ids()]
    if unknown:
        return f"needs: {unknown[0]!r} is no need id (see data/needs.csv)"
    digits = re.sub(r"\D", "", line["phone"])
    if line["phone"] and len(digits.removeprefix("1")) not in (3, 10):
        return f"phone: {line['phone']!r} has not ten digits"
    if not line["phone"] and not line["url"]:
        return "phone and url are both empty"
    if len(line["summary"].split()) > _MOST_WORDS:
        return f"summary: longer than {_MOST_WORDS} words"
    try:
        if date.fromisoformat(line["checked_on"]) > date.today():
            return "checked_on lies in the future"
    except ValueError:
        return f"checked_on: {line['checked_on']!r} is not YYYY-MM-DD"
    missing = [
        name for name in _parts(line["counties"]) if _fips(name, line["state"], places) is None
    ]
    return f"counties: {missing[0]!r} is no county of {line['state']}" if missing else None


def _fips(name: str, state: str, places: Places) -> str | None:
    found = [
        c for c in places.tables.counties_by_name.get(fold(name), ()) if c.state == state.upper()
    ]
    return found[0].fips if found else None


def _add(rows: dict[str, dict[str, Row]], line: dict[str, str], places: Places) -> tuple[str, Row]:
    identity = _id("service", line["organization"], line["name"], line["state"], line["counties"])
    owner = _id("organization", line["organization"])
    rows["organizations"][owner] = {
        "id": owner, "name": line["organization"], "description": f"{line['organization']}.", "website": line["url"],
    }  # fmt: skip
    service = {
        "id": identity, "organization_id": owner, "name": line["name"], "description": line["summary"], "url": line["url"],
        "status": "active", "eligibility_description": line["eligibility"], "minimum_age": "",
        "fees_description": line["cost"], "alert": "", "assured_date": line["checked_on"], "assurer_email": "",
    }  # fmt: skip
    rows["services"][identity] = service
    if line["phone"]:
        digits = re.sub(r"\D", "", line["phone"])
        number = digits[-10:] if len(digits) >= 10 else digits
        _put(
            rows,
            "phones",
            identity,
            "phone",
            {"service_id": identity, "number": number, "type": "voice", "description": ""},
        )
    codes = [_fips(name, line["state"], places) or "" for name in _parts(line["counties"])]
    area = {
        "service_id": identity, "name": f"{line['counties'].replace(';', ', ')} {line['state']}".strip(),
        "extent": ";".join(codes) or line["state"].upper(), "extent_type": "county" if codes else "state",
    }  # fmt: skip
    _put(rows, "service_areas", identity, "area", area)
    facts = {
        "description.es": line["summary_es"],
        "hours": line["hours"],
        "trust": "high",
        "level": "local" if codes else "state",
    }
    for label, value in facts.items():
        if value:
            attribute = {
                "link_id": identity,
                "link_entity": "service",
                "taxonomy_term_id": "",
                "link_type": label,
                "value": value,
            }
            _put(rows, "attributes", identity, label, attribute)
    for position, need in enumerate(_parts(line["needs"])):
        term = str(uuid.uuid5(_SPACE, f"need\n{need}"))
        attribute = {
            "link_id": identity,
            "link_entity": "service",
            "taxonomy_term_id": term,
            "link_type": "need",
            "value": f"{position:02d}",
        }
        _put(rows, "attributes", identity, f"need {need}", attribute)
    source = {
        "resource_id": identity, "resource_type": "service", "last_action_date": line["checked_on"],
        "last_action_type": "import", "field_name": "source", "replacement_value": line["source"], "updated_by": "",
    }  # fmt: skip
    _put(rows, "metadata", identity, "source", source)
    return identity, service


def _put(rows: dict[str, dict[str, Row]], table: str, service: str, key: str, fields: Row) -> None:
    identity = _id(table, service, key)
    rows[table][identity] = {"id": identity, **fields}


def _count(report: Report, before: dict[str, dict[str, Row]], added: tuple[str, Row]) -> None:
    identity, service = added
    old = before.get("services", {}).get(identity)
    if old is None:
        report.added += 1
    elif old == service:
        report.unchanged += 1
    else:
        report.changed += 1


def _write(rows: dict[str, dict[str, Row]], target: Path) -> None:
    target.mkdir(parents=True, exist_ok=True)
    for table, by_id in rows.items():
        if not by_id:
            continue
        draft = target / f"{table}.new"
        with draft.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(next(iter(by_id.values()))), lineterminator="\n")
            writer.writeheader()
            writer.writerows(by_id.values())
        draft.replace(target / f"{table}.csv")


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split(";") if part.strip()]


def _id(*parts: str) -> str:
    return str(uuid.uuid5(_SPACE, "\n".join(parts)))


_TABLES = ("organizations", "services", "phones", "service_areas", "attributes", "metadata")
