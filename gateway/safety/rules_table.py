"""The rules of gateway/safety/rules/*.yml, compiled once."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from pathlib import Path

import yaml

_FOLDER = Path(__file__).resolve().parent / "rules"
# Danger to a body comes before danger from others: 911 fits all of the first.
_ORDER = ("medical_emergency", "suicide", "abuse_now", "unsafe_now")


@dataclass(frozen=True)
class Rules:
    """One kind of crisis, or scams: any of `say` catches, unless any of `unless` is there as well."""

    kind: str
    say: tuple[re.Pattern[str], ...]
    unless: tuple[re.Pattern[str], ...]

    def catch(self, text: str) -> bool:
        """Whether normalised `text` is of this kind."""
        if not any(pattern.search(text) for pattern in self.say):
            return False
        return not self.doubts(text)

    def doubts(self, text: str) -> bool:
        """Whether something in normalised `text` speaks against this kind."""
        return any(pattern.search(text) for pattern in self.unless)


@functools.cache
def rules() -> tuple[Rules, ...]:
    """All rules. Both languages are always read: people mix them."""
    return tuple(_read(kind) for kind in _ORDER)


@functools.cache
def scam_rules() -> Rules:
    """What tells of a scam under way, or of one that has happened."""
    return _read("scam")


def _read(kind: str) -> Rules:
    table = yaml.safe_load((_FOLDER / f"{kind}.yml").read_text("utf-8"))
    return Rules(table["kind"], _compile(table["say"]), _compile(table["unless"]))


def _compile(by_language: dict[str, list[str]]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(line) for lines in by_language.values() for line in lines)
