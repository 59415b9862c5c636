"""Replay scripted conversations and check replies and state (format: data/evaluation/README.md)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import yaml

from porchlight.evaluation.client import Answer, Conversation, services_shown, words_of


@dataclass
class Heard:
    """What the conversation has shown so far, next to the newest answer."""

    answer: Answer
    before: list[str] = field(default_factory=list)
    last: list[str] = field(default_factory=list)

    @property
    def shown(self) -> list[dict[str, Any]]:
        """Services of the newest answer."""
        return services_shown(self.answer)

    @property
    def words(self) -> str:
        """The newest answer in lower case and without accents."""
        return plain(words_of(self.answer))

    @property
    def place(self) -> dict[str, Any]:
        """The understood place; empty when there is none."""
        return self.answer["understood"].get("place") or {}

    @property
    def needs(self) -> set[str]:
        """Needs understood or served."""
        understood = {need["need_id"] for need in self.answer["understood"].get("needs") or []}
        return understood | {need for service in self.shown for need in service["needs"]}

    @property
    def shown_ids(self) -> list[str]:
        """Ids of the services of the newest answer."""
        return [service["service_id"] for service in self.shown]


Check = Callable[[Heard, Any], bool]
# What the person may say to an agency is no question of ours.
_CARD_LINES = ("say:", "diga:", "have ready:", "tenga a mano:")
_SAY_IN_A_ROW = re.compile(r"^\d+ .*\b(?:say|diga): .*$", re.MULTILINE)
_PLACE_WORDS = ("zip", "codigo postal", "what town", "which town", "que ciudad", "where")


def plain(text: str) -> str:
    """Lower case without accents, for comparing."""
    parts = unicodedata.normalize("NFD", text.lower())
    return "".join(part for part in parts if unicodedata.category(part) != "Mn")


def _asks_place(heard: Heard, wanted: bool) -> bool:
    # What the person may say on the telephone stands in quotation marks and is no question of ours.
    ours = re.sub(r'"[^"]*"', "", _SAY_IN_A_ROW.sub("", heard.words))
    asks = any(
        "?" in line and any(word in line for word in _PLACE_WORDS)
        for line in ours.splitlines()
        if not line.startswith(_CARD_LINES)
    )
    return asks is wanted


def _first_need(heard: Heard, wanted: str) -> bool:
    return bool(heard.shown) and wanted in heard.shown[0]["needs"]


def _choices(heard: Heard, least: int) -> bool:
    return any(len(reply.get("choices") or []) >= least for reply in heard.answer["replies"])


def _any_of(heard: Heard, wanted: str | list[str]) -> bool:
    words = [wanted] if isinstance(wanted, str) else wanted
    return any(plain(str(word)) in heard.words for word in words)


CHECKS: dict[str, Check] = {
    "need": lambda heard, wanted: wanted in heard.needs,
    "needs": lambda heard, wanted: set(wanted) <= heard.needs,
    "first_need": _first_need,
    "services": lambda heard, least: len(heard.shown) >= least,
    "no_services": lambda heard, wanted: (not heard.shown) is wanted,
    "new_services": lambda heard, _: (
        bool(heard.shown) and not set(heard.shown_ids) & set(heard.before)
    ),
    "same_services": lambda heard, _: heard.shown_ids == heard.last,
    "state": lambda heard, wanted: heard.place.get("state") == wanted,
    "county": lambda heard, wanted: plain(heard.place.get("county") or "") == plain(wanted),
    "place": lambda heard, wanted: plain(wanted) in plain(heard.place.get("text") or ""),
    "about": lambda heard, wanted: heard.answer["understood"].get("about") == wanted,
    "language": lambda heard, wanted: heard.answer["understood"].get("language") == wanted,
    "act": lambda heard, wanted: heard.answer["understood"].get("act") == wanted,
    "crisis": lambda heard, wanted: heard.answer["understood"].get("crisis") == wanted,
    "asks_place": _asks_place,
    "asks": lambda heard, wanted: ("?" in heard.words) is wanted,
    "choices": _choices,
    "contains": _any_of,
    "lacks": lambda heard, unwanted: not _any_of(heard, unwanted),
    "referral": lambda heard, wanted: bool(heard.answer.get("referral")) is wanted,
}


@dataclass(frozen=True)
class Failure:
    """One expectation that did not come true."""

    scenario: str
    turn: int
    said: str
    expected: str
    heard: str


def read_scenarios(folder: Path) -> list[dict[str, Any]]:
    """All scenarios of a folder; a file may hold several YAML documents.

    Raises ValueError when a file expects something that nobody can check.
    """
    scenarios: list[dict[str, Any]] = []
    for path in sorted(folder.glob("*.yml")):
        for scenario in yaml.safe_load_all(path.read_text("utf-8")):
            if not scenario:
                continue
            for turn in scenario["turns"]:
                unknown = set(turn.get("expect") or {}) - set(CHECKS)
                if unknown:
                    raise ValueError(f"{path.name}, {scenario['name']}: unknown {sorted(unknown)}")
            scenarios.append(scenario)
    return scenarios


def replay(url: str, scenario: dict[str, Any]) -> Iterator[Failure]:
    """Say every turn of one scenario and yield what failed."""
    with httpx.Client() as client:
        conversation = Conversation(url, client, scenario.get("language"))
        before: list[str] = []
        last: list[str] = []
        for number, turn in enumerate(scenario["turns"], start=1):
            heard = Heard(conversation.say(str(turn["say"])), before, last)
            for name, wanted in (turn.get("expect") or {}).items():
                if not CHECKS[name](heard, wanted):
                    expected = f"{name}: {wanted}"
                    yield Failure(
                        scenario["name"], number, str(turn["say"]), expected, words_of(heard.answer)
                    )
            if heard.shown_ids:
                before, last = [*before, *heard.shown_ids], heard.shown_ids
