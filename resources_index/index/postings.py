"""The words of every service with their BM25 weights, by word. Services that are worded alike share one text."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import log

import numpy as np
from numpy.typing import NDArray

from resources_index.directory import ServiceRecord
from resources_index.index.aliases import also_called
from resources_index.index.packed import KeyedLists, Rows
from resources_index.index.words import words

_K1 = 1.2
_B = 0.6


@dataclass(frozen=True)
class Postings:
    """`text` [services] is the text of each; `found` are ascending texts by word, with their `weights`."""

    text: Rows
    found: KeyedLists
    weights: NDArray[np.float32]

    def scores(self, asked: Sequence[str], rows: Rows) -> NDArray[np.float64]:
        """BM25 of each of `rows` for the words that are asked for."""
        texts, total = self.text[rows], np.zeros(len(rows))
        for word in asked:
            number = self.found.number(word)
            if number is None:
                continue
            first, last = self.found.lists.starts[number : number + 2]
            listed = self.found.lists.values[first:last]
            at = np.minimum(np.searchsorted(listed, texts), len(listed) - 1)
            total += np.where(listed[at] == texts, self.weights[first + at], 0.0)
        return total


def postings_of(services: Sequence[ServiceRecord]) -> Postings:
    """Both languages of each service."""
    numbers: dict[str, int] = {}
    text = [numbers.setdefault(_all_words(service), len(numbers)) for service in services]
    counted = [Counter(words(one)) for one in numbers]
    shared = np.bincount(text, minlength=len(counted)) if text else np.zeros(0, dtype=np.int64)
    lengths = np.array([sum(counts.values()) for counts in counted], dtype=np.float64)
    mean = float((lengths * shared).sum()) / max(1, len(text))
    norms = _K1 * (1 - _B + _B * lengths / mean) if mean else lengths
    found: dict[str, list[int]] = defaultdict(list)
    for number, counts in enumerate(counted):
        for word in counts:
            found[word].append(number)
    keyed = KeyedLists.of(found)
    weights: list[float] = []
    for word in keyed.keys:
        listed = found[word.decode()]
        often = int(shared[listed].sum())
        rarity = log(1 + (len(text) - often + 0.5) / (often + 0.5))
        for number in listed:
            times = counted[number][word.decode()]
            weights.append(rarity * times * (_K1 + 1) / (times + norms[number]))
    return Postings(np.array(text, dtype=np.int32), keyed, np.array(weights, dtype=np.float32))


def text_of(service: ServiceRecord) -> str:
    """What of a service is searched by meaning."""
    summary = service.summary.get("en", "") if isinstance(service.summary, dict) else ""
    return f"{service.name}. {service.organization}. {summary}"


def _all_words(service: ServiceRecord) -> str:
    """What is searched word by word."""
    spanish = (service.names.get("es", ""), service.summary.get("es", ""))
    return " ".join((text_of(service), *spanish, also_called(service.name)))
