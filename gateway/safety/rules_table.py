"""The rules of gateway/safety/rules/*.yml, compiled once."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
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
        if not _any(self.say, text):
            return False
        return not self.doubts(text)

    def doubts(self, text: str) -> bool:
        """Whether something in normalised `text` speaks against this kind."""
        return _any(self.unless, text)


@functools.cache
def rules() -> tuple[Rules, ...]:
    """All rules. Both languages are always read: people mix them."""
    return tuple(_read(kind) for kind in _ORDER)


@functools.cache
def scam_rules() -> Rules:
    """What tells of a scam under way, or of one that has happened."""
    return _read("scam")


@functools.cache
def named_patterns(name: str) -> dict[str, dict[str, list[re.Pattern[str]]]]:
    """A table of gateway/safety (sorts.yml, after.yml): by kind, then by name, in the file's order."""
    table = yaml.safe_load((_FOLDER.parent / name).read_text("utf-8"))
    return {
        kind: {name: [_pattern(line) for line in lines] for name, lines in of_kind.items()}
        for kind, of_kind in table.items()
    }


def first_name(table: dict[str, list[re.Pattern[str]]], normalised: str) -> str | None:
    """The first name of `table` any of whose patterns is in `normalised`."""
    hits = (name for name, lines in table.items() if _any(lines, normalised))
    return next(hits, None)


def _read(kind: str) -> Rules:
    table = yaml.safe_load((_FOLDER / f"{kind}.yml").read_text("utf-8"))
    return Rules(table["kind"], _compile(table["say"]), _compile(table["unless"]))


def _compile(by_language: dict[str, list[str]]) -> tuple[re.Pattern[str], ...]:
    return tuple(_pattern(line) for lines in by_language.values() for line in lines)


def _pattern(line: str) -> re.Pattern[str]:
    return re.compile(line.replace("ñ", "n"))


def _any(patterns: Iterable[re.Pattern[str]], normalised: str) -> bool:
    """ñ is read as n: people write "hace dos anos" and "hace dos años", and so do the rules."""
    plain = normalised.replace("ñ", "n")
    return any(pattern.search(plain) for pattern in patterns)
