"""What somebody agrees to: our words by their version, with every detail that is shared and with whom."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from actions.needs.persons import person_name

VERSION = "2026-12-01"
_FOLDER = Path(__file__).resolve().parents[2] / "data" / "consent"
# A longer name would push the question over two text segments.
_LONGEST_AGENCY = 60
_HERE_ES = {"this phone": "este teléfono", "this chat": "este chat"}


@functools.cache
def _words(language: str) -> dict[str, Any]:
    texts: dict[str, Any] = yaml.safe_load((_FOLDER / f"{VERSION}.yml").read_text("utf-8"))
    return dict(texts["es" if language == "es" else "en"])


@dataclass(frozen=True)
class Consent:
    """The question as it is shown, and what is kept of it."""

    wording: str
    version: str
    scope: str

    def to_dict(self) -> dict[str, str]:
        """As `Referrals.request` takes it."""
        return {"wording": self.wording, "wording_version": self.version, "scope": self.scope}


def agency_in_words(language: str) -> str:
    """Where no agency is known yet."""
    return str(_words(language)["agency"])


def untold_in_words(language: str) -> str:
    """Where nobody knows yet what it is about."""
    return str(_words(language)["untold"])


def consent_for(details: dict[str, Any], needs: str, language: str) -> Consent:
    """The question for these details. What is empty is not shared and not named.

    `details`: as `Referrals.request` takes them, with `agency` where one was chosen. `needs` in plain words.
    """
    words = _words(language)
    agency = str(details.get("agency") or "")
    shared_with = agency if agency and len(agency) <= _LONGEST_AGENCY else words["agency"]
    number = str(details.get("number") or "")
    told = [
        str(details.get("name") or ""),
        _HERE_ES.get(number, number) if language == "es" else number,
    ]
    told.append(str(details.get("good_time") or ""))
    if details.get("ask_for"):
        told.append(str(words["ask_for"]).format(name=details["ask_for"]))
    told.append(str((details.get("place") or {}).get("text") or ""))
    told += [_person(details.get("about"), words, language), words["language"]]
    told += [words[field] for field in ("situation", "note", "services") if details.get(field)]
    if details.get("turned_down"):
        told.append(str(words["turned_down"]).format(names=", ".join(details["turned_down"])))
    wording = words["ask"].format(
        needs=needs, agency=shared_with, what=", ".join(filter(None, told))
    )
    scope = f"coordinator and {agency or 'the agency chosen with the person'}, for {needs}"
    return Consent(wording, f"{VERSION}-{language}", scope[:300])


def _person(about: object, words: dict[str, Any], language: str) -> str:
    if not about or about == "self":
        return ""
    return str(words["about"]).format(person=person_name(str(about), language))
