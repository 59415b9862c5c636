"""Graded relevance for the written queries, from judgements made by reading the records.

A judge read every record that serves the places of the queries, sorted them into kinds of help by what their
name, organization and summary say (`kinds.tsv`), and gave each kind a grade for each kind of question
(`facets.tsv`; `topics.tsv` says which query asks what). The need tags by which the search itself works were
not used: a wrong tag counts against us. data/evaluation/README.md has the rule for the grades.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from resources_index.directory import Directory, ServiceRecord
from resources_index.places import Place, Places, Resolved
from resources_index.search.area import AreaIndex

Qrels = dict[str, dict[str, int]]
_EVERY = "*"


@dataclass(frozen=True)
class Topic:
    """One written query: what is asked, where, in which language, and which facet was judged."""

    id: str
    text: str
    language: str
    place: Place
    facet: str


@dataclass(frozen=True)
class Judged:
    """`qrels` by topic and service; `unknown` are records that fit no kind and were left at 0."""

    qrels: Qrels
    unknown: tuple[str, ...]


def read_topics(folder: Path, places: Places) -> list[Topic]:
    """The queries of `queries.tsv` in order, q001 first; those whose place is not understood are left out."""
    facets = dict(_rows(folder / "topics.tsv"))
    topics = []
    for number, row in enumerate(_rows(folder / "queries.tsv", header=False), start=1):
        spot, language, _, text = row
        answer = places.resolve(spot)
        if isinstance(answer, Resolved):
            identity = f"q{number:03}"
            topics.append(Topic(identity, text, language, answer.place, facets[identity]))
    return topics


def judge(folder: Path, topics: Iterable[Topic], directory: Directory) -> Judged:
    """Grades above 0 of every service that serves a topic's place."""
    kinds = [(name, re.compile(pattern)) for name, pattern in _rows(folder / "kinds.tsv")]
    grades = {facet: _grades(text) for facet, text in _rows(folder / "facets.tsv")}
    areas = AreaIndex(directory.services)
    kind_of = [_kind(service, kinds) for service in directory.services]
    qrels: Qrels = {}
    unknown: dict[str, None] = {}
    for topic in topics:
        wanted = {**grades[_EVERY], **grades[topic.facet]}
        rows = [*areas.local(topic.place), *areas.statewide(topic.place), *areas.nation]
        qrels[topic.id] = {}
        for row in rows:
            kind, service = kind_of[row], directory.services[row]
            if kind is None:
                unknown[f"{service.name} ({service.organization})"] = None
            elif wanted.get(kind, 0) > 0:
                qrels[topic.id][service.id] = wanted[kind]
    return Judged(qrels, tuple(unknown))


def write_trec(path: Path, qrels: Qrels) -> None:
    """One line a judgement: topic, 0, service id, grade."""
    lines = [
        f"{topic} 0 {service} {grade}"
        for topic, found in sorted(qrels.items())
        for service, grade in sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))
    ]
    path.write_text("\n".join(lines) + "\n", "utf-8")


def read_trec(path: Path) -> Qrels:
    """Raises ValueError with the line when one has not four fields."""
    qrels: Qrels = {}
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        fields = line.split()
        if len(fields) != 4:
            raise ValueError(f"{path.name}, line {number}: four fields are needed.")
        qrels.setdefault(fields[0], {})[fields[2]] = int(fields[3])
    return qrels


def only_right(qrels: Qrels, level: int = 2) -> Qrels:
    """What counts as right: grades of `level` or more; where a place has none, the best it has."""
    right: Qrels = {}
    for topic, found in qrels.items():
        least = min(level, max(found.values(), default=level))
        right[topic] = {service: 1 for service, grade in found.items() if grade >= least}
    return right


def _kind(service: ServiceRecord, kinds: Iterable[tuple[str, re.Pattern[str]]]) -> str | None:
    shown = f"{service.name} | {service.organization} | {service.summary['en']}"
    return next((name for name, pattern in kinds if pattern.search(shown)), None)


def _grades(text: str) -> dict[str, int]:
    pairs = (pair.split(":") for pair in text.split())
    return {kind: int(grade) for kind, grade in pairs}


def _rows(path: Path, header: bool = True) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return rows[1:] if header else rows
