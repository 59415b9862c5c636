"""A line of a county's sheet as a service: everything that is wrong with it at once, and what was mended in it."""

from __future__ import annotations

import functools
import re
from datetime import date
from typing import Any

from resources_index.directory.hours import read_hours
from resources_index.importers import as_written
from resources_index.importers.draft import Draft, ServiceArea
from resources_index.importers.foreign_text import reaches_a_person, repaired
from resources_index.importers.needs import NeedWords
from resources_index.importers.phones import has_extension, numbers_in
from resources_index.importers.sheet_columns import NEEDED
from resources_index.importers.sheet_hints import needs_like
from resources_index.importers.sheet_places import SheetPlaces
from resources_index.importers.spoken import languages_in
from resources_index.index.needs import need_ids, need_name
from resources_index.places.fold import fold
from resources_index.places.states import state_in_full

_STATUS = ("active", "inactive", "defunct", "temporarily closed")
_MOST_WORDS, _MOST_PHONES = 60, 2
# A line with fewer of the columns that must be filled in is a total or a note, and told so at once.
_FEWEST_FILLED = 3
# Nothing, as people write it. (A cost of "none" is a price, and an area of "none" a slip.)
_NOTHING = re.compile(
    r"(?i)n\.?\s*/?\s*a\.?|none|nothing|unknown|tb[dac]|not yet|ning[uú]n[oa]?|[-–—.?*]+"
)
_MAY_BE_NOTHING = (
    "phone", "url", "hours", "eligibility", "eligibility_es", "zips", "summary_es", "name_es", "ask_for", "ask_for_es",
    "minimum_age", "address", "city", "zip", "languages", "status",
)  # fmt: skip
_TEXTS = (
    "summary",
    "summary_es",
    "cost",
    "cost_es",
    "eligibility",
    "eligibility_es",
    "ask_for",
    "ask_for_es",
)
_NUMBER_OR_MAIL = re.compile(r"\S+@\S+\.\S+|(?<!\d)\(?\d{3}\)?[ .\-]{0,2}\d{3}[ .\-]\d{4}(?!\d)")
# What is shown by the clock of 24 hours: in a text that cannot be read as a whole it may mean the other half of the day.
_BARE_CLOCK = re.compile(r"(?i)\b(?:[1-9]|1[0-2]):[0-5]\d\b(?!\s*[ap]\.?m?\b)")

Findings = list[tuple[str, str]]


class LineReader:
    """Reads the fields of one line. `wrong` and `mended` hold (column, what) when `draft` has run."""

    def __init__(
        self, fields: dict[str, str], places: SheetPlaces, words: NeedWords | None
    ) -> None:
        self._fields = {name: repaired(text).strip() for name, text in fields.items()}
        for name in _MAY_BE_NOTHING:
            if _NOTHING.fullmatch(self._fields[name]):
                self._fields[name] = ""
        self._places, self._words = places, words
        self.wrong: Findings = []
        self.mended: Findings = []

    def draft(self) -> Draft | None:
        """The service, or None when something is wrong."""
        fields = self._fields
        filled = [name for name in NEEDED if fields[name]]
        if len(filled) < _FEWEST_FILLED:
            named = (
                f"only {' and '.join(filled)} filled in"
                if filled
                else "nothing that must be there is filled in"
            )
            self.wrong.append(("", f"{named}: fill in the rest, or take the line out"))
            return None
        self.wrong += [
            (name, "is empty: write it on each line (merged cells count for their first line only)")
            for name in NEEDED
            if name not in filled
        ]
        needs, phones, url = self._needs(), self._phones(), self._url()
        checked, age, status = self._day(), self._age(), self._status()
        area, place = self._area(), self._place()
        self._look_at_texts()
        if self.wrong or area is None:
            return None
        facts = {
            "name.es": fields["name_es"], "description.es": fields["summary_es"], "cost.es": fields["cost_es"],
            "eligibility.es": fields["eligibility_es"], "ask_for.en": fields["ask_for"], "ask_for.es": fields["ask_for_es"],
            "trust": "high", "level": "state" if area.kind == "state" else "local",
        }  # fmt: skip
        return Draft(
            key=(fields["organization"].lower(), fields["name"].lower(), area.kind, area.extent),
            name=fields["name"], organization=fields["organization"], needs=needs, summary=fields["summary"], area=area,
            source=fields["source"], checked_on=checked, phones=phones, url=url, eligibility=fields["eligibility"],
            cost=fields["cost"], hours=fields["hours"], minimum_age=age, status=status,
            languages=tuple(languages_in(fields["languages"])), facts=facts, **place,
        )  # fmt: skip

    def _needs(self) -> tuple[str, ...]:
        text = self._fields["needs"]
        whole = _need(text)
        parts = [part.strip() for part in re.split(r"[;,\n]", text) if part.strip()]
        found = {part: _need(part) for part in parts}
        if whole is not None:
            return (whole,)
        for part, need in found.items():
            if need is None:
                self.wrong.append(("needs", f"{part!r} is no need{self._hint(part)}"))
        return tuple(dict.fromkeys(need for need in found.values() if need is not None))

    def _hint(self, part: str) -> str:
        told = needs_like(part, self._words)
        return (
            f"; is it {' or '.join(told)}?"
            if told
            else " (the second page of the template lists them)"
        )

    def _phones(self) -> tuple[str, ...]:
        text = self._fields["phone"]
        found = numbers_in(text)
        if text and not found:
            self.wrong.append(
                ("phone", f"{text!r} cannot be dialled: write ten digits, area code first")
            )
        if not text and not self._fields["url"]:
            self.wrong.append(
                ("phone", "phone and url are both empty: one of them must be filled in")
            )
        if found and has_extension(text):
            self.mended.append(
                ("phone", f"the extension is left out: people call {_spoken(found[0])}")
            )
        return found[:_MOST_PHONES]

    def _url(self) -> str:
        text = self._fields["url"]
        found = as_written.web(text)
        if text and not found:
            self.wrong.append(("url", f"{text!r} is no web address; write it like www.page.org"))
        return found

    def _day(self) -> str:
        text = self._fields["checked_on"]
        day = as_written.day(text)
        if text and not day:
            self.wrong.append(("checked_on", f"{text!r} is no day; write it like 2026-11-30"))
        if day > date.today().isoformat():
            self.wrong.append(
                ("checked_on", f"{text} lies in the future: write the day it was last checked")
            )
        return day

    def _age(self) -> str:
        text = self._fields["minimum_age"]
        if text and not as_written.age(text):
            self.wrong.append(("minimum_age", f"{text!r} is no number"))
        return as_written.age(text)

    def _status(self) -> str:
        text = self._fields["status"].lower()
        if text and text not in _STATUS:
            self.wrong.append(("status", f"{text!r} is none of: {', '.join(_STATUS)}"))
        return text or "active"

    def _area(self) -> ServiceArea | None:
        fields = self._fields
        state = self._state()
        if state is None:
            if fields["state"]:
                self.wrong.append(
                    ("state", f"{fields['state']!r} is no state; write it like OH or Ohio")
                )
            return None
        area, wrong = self._places.area(state, fields["counties"], fields["zips"])
        self.wrong += wrong
        if area is not None and not fields["counties"] and not fields["zips"]:
            self.mended.append(
                ("counties", f"is empty: people in the whole of {area.name} will see it")
            )
        for code in self._places.beside(area, state, fields["counties"]) if area else ():
            self.mended.append(("zips", f"{code} lies in none of the counties of this line"))
        return area

    def _state(self) -> str | None:
        return state_in_full(self._fields["state"])

    def _place(self) -> dict[str, Any]:
        fields = self._fields
        code = self._places.zip_of_address(fields["zip"])
        if code is None:
            self.wrong.append(
                ("zip", f"{fields['zip']!r} is no ZIP code: write the five digits of the address")
            )
        if not fields["address"]:
            return {}
        address = {"address_1": fields["address"], "city": fields["city"], "state_province": self._state() or "",
                   "postal_code": code or ""}  # fmt: skip
        return {"address": address, **self._places.point(code or "")}

    def _look_at_texts(self) -> None:
        fields = self._fields
        for name in ("summary", "summary_es"):
            if len(fields[name].split()) > _MOST_WORDS:
                self.wrong.append(
                    (name, f"has {len(fields[name].split())} words: cut it to {_MOST_WORDS}")
                )
        for name in _TEXTS:
            found = _NUMBER_OR_MAIL.search(fields[name])
            if found is not None:
                self.wrong.append(
                    (
                        name,
                        f"holds {found.group()!r}: numbers belong in the column phone, mail nowhere",
                    )
                )
            elif reaches_a_person(fields[name]):
                self.mended.append((name, "seems to name a person: people would read it"))
        self._look_at_hours(fields["hours"])

    def _look_at_hours(self, text: str) -> None:
        if not text or read_hours(text):
            return
        if _BARE_CLOCK.search(text):
            self.wrong.append(
                ("hours", f"{text!r} does not say morning or afternoon: write am and pm")
            )
        else:
            reason = "cannot be read: it is shown as it stands, and never as open now (write it like Mon-Fri 9am-4pm)"
            self.mended.append(("hours", f"{text!r} {reason}"))


def _spoken(number: str) -> str:
    return f"{number[:3]}-{number[3:6]}-{number[6:]}" if number[3:] else number


def _need(text: str) -> str | None:
    """The id of a need by its id or by its name in English or Spanish; None for neither."""
    return _by_name().get(fold(text.replace("_", " ")))


@functools.cache
def _by_name() -> dict[str, str]:
    names: dict[str, str] = {}
    for need in need_ids():
        for name in (need.replace("_", " "), need_name(need, "en"), need_name(need, "es")):
            names.setdefault(fold(name), need)
    return names
