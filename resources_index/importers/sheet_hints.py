"""Which needs somebody may mean who writes a word that is none of our names: "meals", "wills", "caídas"."""

from __future__ import annotations

import functools
from collections.abc import Mapping

from rapidfuzz import fuzz, process

from resources_index.importers.needs import NeedWords
from resources_index.index.needs import need_ids, need_meanings, need_name
from resources_index.places.fold import fold

_LIKE, _MOST = 80, 3
# So many letters tell a word; the rest is its ending ("lonely", "loneliness").
_STEM = 5
_LETTERS = 4


def needs_like(text: str, words: NeedWords | None) -> tuple[str, ...]:
    """At most three need ids, the likeliest first; empty where nothing is near."""
    told = words.needs_of([text]) if words is not None else ()
    near = process.extractOne(text.lower(), need_ids(), scorer=fuzz.ratio, score_cutoff=_LIKE)
    sure = told or ((near[0],) if near else ())
    return (sure or tuple(_that_share_a_word(text)))[:_MOST]


def _that_share_a_word(text: str) -> list[str]:
    shared = {need: len(_stems(text) & stems) for need, stems in _stems_of_needs().items()}
    return sorted((need for need, count in shared.items() if count), key=lambda n: -shared[n])


@functools.cache
def _stems_of_needs() -> Mapping[str, frozenset[str]]:
    """Of the id, the names in both languages and what it is."""
    meanings = need_meanings()
    return {
        need: _stems(
            f"{need.replace('_', ' ')} {need_name(need, 'en')} {need_name(need, 'es')} {meanings[need]}"
        )
        for need in need_ids()
    }


def _stems(text: str) -> frozenset[str]:
    return frozenset(
        word[:_STEM] for word in fold(text.replace(",", " ")).split() if len(word) >= _LETTERS
    ) - {"help", "ayuda", "para", "with", "other", "progr", "servi"}
