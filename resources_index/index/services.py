"""All that a search knows of the services, made when the index is built and memory-mapped when it is opened."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from resources_index.directory import ServiceRecord
from resources_index.index.aliases import also_called
from resources_index.index.features import Features, features_of
from resources_index.index.packed import KeyedLists, as_bytes
from resources_index.index.postings import Postings, postings_of
from resources_index.index.records import StoredRecords, stored
from resources_index.index.roles import is_signpost
from resources_index.index.serving import serving_lists

_MOST_NAMES = 20_000


@dataclass(frozen=True)
class PackedServices:
    """`named` are programmes as they are called, `named_needs` what each is there for first of all."""

    features: Features
    areas: KeyedLists
    postings: Postings
    records: StoredRecords
    named: NDArray[np.bytes_]
    named_needs: NDArray[np.bytes_]

    def names(self) -> list[tuple[str, str]]:
        """Each programme's name with its need."""
        pairs = zip(self.named.tolist(), self.named_needs.tolist(), strict=True)
        return [(name.decode(), need.decode()) for name, need in pairs]


def packed(services: Sequence[ServiceRecord]) -> PackedServices:
    """`services` in their order; it is the order of the vectors too."""
    names = _programme_names(services)
    return PackedServices(
        features_of(services),
        serving_lists(services),
        postings_of(services),
        stored(services),
        as_bytes([name for name, _ in names]),
        as_bytes([need for _, need in names]),
    )


def _programme_names(services: Iterable[ServiceRecord]) -> list[tuple[str, str]]:
    """Each name once, in both languages, with the main need: people ask for programmes by name.

    Of very many names those that most services bear are kept: every process reads them when it starts.
    """
    names: Counter[tuple[str, str]] = Counter()
    for service in services:
        if service.need_ids and not is_signpost(service):
            called = also_called(service.name)
            for name in dict.fromkeys((service.name, *service.names.values(), called)):
                if name:
                    names[name, service.need_ids[0]] += 1
    return sorted(pair for pair, _ in names.most_common(_MOST_NAMES))
