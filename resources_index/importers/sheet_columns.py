"""The columns of a county's sheet: what each means, how else people head it, and the empty sheet to fill in."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.styles import Font

from resources_index.index.needs import need_ids, need_meanings, need_name

COLUMNS = {
    "name": "what the service is called, in plain words (must be filled in)",
    "organization": "who runs it (must)",
    "needs": "need ids or their names, see below, the main one first, separated by ; (must)",
    "phone": "ten digits; phone or url must be filled in",
    "url": "the page about this service",
    "state": "two letters (must)",
    "counties": "separated by ; and empty for the whole state",
    "summary": "what it does for the person, at most 60 words, without names or numbers of persons (must)",
    "summary_es": "the same in Spanish",
    "cost": "what the person pays",
    "eligibility": "who can get it",
    "hours": "like Mon-Fri 09:00-17:00, Sat 10:00-14:00",
    "source": "who checked it: your office, a page (must)",
    "checked_on": "the day it was checked, like 2026-11-30 or 11/30/2026 (must)",
}
MORE_COLUMNS = {
    "zips": "ZIP codes separated by ; or 45402-45406, when it is for these only",
    "name_es": "the name in Spanish",
    "cost_es": "what the person pays, in Spanish",
    "eligibility_es": "who can get it, in Spanish",
    "ask_for": "what to say when somebody picks up",
    "ask_for_es": "the same in Spanish",
    "minimum_age": "a number, where there is one",
    "address": "street and number, where people go there",
    "city": "of the address",
    "zip": "of the address",
    "languages": "like English; Spanish",
    "status": "active, or temporarily closed, inactive, defunct",
}
EVERY = (*COLUMNS, *MORE_COLUMNS)
NEEDED = ("name", "organization", "needs", "state", "summary", "source", "checked_on")
# A sheet without these headings is not one of ours; the others may be missing.
NEEDED_HEADINGS = (*NEEDED, "phone", "counties")
NOTES = "how to fill in"
_ALSO = {
    "service": "name", "service name": "name", "agency": "organization", "organisation": "organization", "need": "needs",
    "provider": "organization", "telephone": "phone", "phone number": "phone", "phones": "phone", "website": "url",
    "web site": "url", "web": "url", "link": "url", "county": "counties", "description": "summary",
    "who can get it": "eligibility", "fees": "cost", "hours of operation": "hours", "checked": "checked on",
    "date checked": "checked on", "last checked": "checked on", "verified": "checked on", "zip codes": "zips",
    "street address": "address", "zip code": "zip", "language": "languages", "tel": "phone", "telephone number": "phone",
    "contact phone": "phone", "phone no": "phone", "program": "name", "program name": "name", "name of service": "name",
    "agency name": "organization", "organization name": "organization", "agency/organization": "organization",
    "category": "needs", "categories": "needs", "type of service": "needs", "counties served": "counties",
    "county served": "counties", "service area": "counties", "what it does": "summary", "service description": "summary",
    "fee": "cost", "price": "cost", "hours of service": "hours", "days and hours": "hours", "age": "minimum age",
    "date verified": "checked on", "verified on": "checked on", "last verified": "checked on",
    "checked by": "source", "verified by": "source", "nombre": "name", "servicio": "name", "agencia": "organization",
    "organización": "organization", "necesidades": "needs", "teléfono": "phone", "telefono": "phone", "página web": "url",
    "estado": "state", "condado": "counties", "condados": "counties", "descripción": "summary es", "descripcion": "summary es",
    "description es": "summary es", "spanish description": "summary es", "spanish summary": "summary es", "fees es": "cost es",
    "resumen": "summary es", "costo": "cost es", "horario": "hours", "fuente": "source",
    "revisado": "checked on", "dirección": "address", "direccion": "address", "ciudad": "city", "idiomas": "languages",
}  # fmt: skip
# "Summary (Spanish)", "Cost in Spanish"; then "Need(s)", "Phone #", "Hours (as on the door)".
_SPANISH = re.compile(r"\W*\b(?:in )?(?:spanish|español|en español)\b\W*$")
_BESIDES = re.compile(r"\(.*?\)|[*:?#.]")
_AS_TEXT = ("phone", "zips", "zip")
_LINES_TO_FORMAT = 500
_EXAMPLE = {
    "name": "Rides to the doctor", "organization": "Office on Aging", "needs": "transportation", "phone": "(ten digits)",
    "state": "OH", "counties": "Montgomery; Greene", "summary": "A van takes you to the doctor and back.",
    "cost": "Free", "eligibility": "Age 60 and over", "hours": "Mon-Fri 08:00-16:30", "source": "Office on Aging",
    "checked_on": "2026-11-30",
}  # fmt: skip


def column_of(heading: Any) -> str:
    """Our name of a column by what stands above it; the words themselves where it is none of ours."""
    text = _SPANISH.sub(" es ", str(heading or "").lower())
    words = " ".join(_BESIDES.sub(" ", text).replace("_", " ").split())
    return _ALSO.get(words, words).replace(" ", "_")


def write_template(path: Path) -> None:
    """An empty sheet: CSV, or XLSX with a second page that says what each column and each need is."""
    if path.suffix.lower() != ".xlsx":
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file).writerow(EVERY)
        return
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "services"
    sheet.append(EVERY)
    sheet.freeze_panes = "B2"
    for number, name in enumerate(EVERY, start=1):
        head = sheet.cell(1, number)
        head.font = Font(bold=name in NEEDED_HEADINGS)
        sheet.column_dimensions[head.column_letter].width = 40 if "summary" in name else 18
        # Excel would eat the first zero of 01005, and reckon with 937-555-0142.
        for line in range(2, _LINES_TO_FORMAT if name in _AS_TEXT else 2):
            sheet.cell(line, number).number_format = "@"
    _write_notes(book.create_sheet(NOTES))
    book.save(path)


def _write_notes(page: Any) -> None:
    meanings = need_meanings()
    blocks: list[Sequence[Sequence[str]]] = [
        [("column", "what to write", "for example")],
        [(name, {**COLUMNS, **MORE_COLUMNS}[name], _EXAMPLE.get(name, "")) for name in EVERY],
        [(), ("need id", "name", "what it is")],
        [(need, need_name(need, "en"), meanings[need]) for need in need_ids()],
    ]
    for block in blocks:
        for line in block:
            page.append(line)
    for letter, width in zip("ABC", (24, 60, 70), strict=True):
        page.column_dimensions[letter].width = width
