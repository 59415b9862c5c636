"""Counties in a message: "Lake county", "condado de Orange", each with its state where one follows."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from resources_index.places import lexicon
from resources_index.places.answers import Unknown
from resources_index.places.named import Named
from resources_index.places.resolve import Resolver
from resources_index.places.run import Run
from resources_index.places.said import COMMA, NOTHING, STOP, Said
from resources_index.places.states import WORDS_TOO, state_code
from resources_index.places.tables import Tables

_LONGEST_NAME, _LONGEST_WITH_OF, _LONGEST_STATE = 4, 5, 3
_COUNTY = frozenset(["county", "parish", "parrish", "borough", "municipio", "region", "area"])
_CONDADO = frozenset(["condado", "municipio"])
_OF = frozenset(["de", "del", "of"])
# Between a county and its state: "Hidalgo, en Texas".
_IN = frozenset(["en", "in", "de", "of"])


class CountyFinder:
    """Finds counties that are called so."""

    def __init__(self, tables: Tables, resolver: Resolver) -> None:
        self._tables = tables
        self._resolve = functools.lru_cache(maxsize=20_000)(resolver.resolve)

    def find(self, said: Said) -> Iterator[Named]:
        """All counties, in the order in which their kind stands."""
        for at, word in enumerate(said.words):
            if word.folded in _COUNTY and at > 0 and not said.parted[at]:
                for length in range(min(_LONGEST_NAME, at + 1), 1, -1):
                    named = self._county(said, at + 1 - length, at + 1)
                    if named is not None:
                        yield named
                        break
            if (
                word.folded in _CONDADO
                and at + 1 < len(said.words)
                and said.words[at + 1].folded not in _OF
            ):
                # "Condado Cook": without the "de".
                for length in range(min(_LONGEST_NAME, len(said.words) - at), 1, -1):
                    named = self._county(said, at, at + length)
                    if named is not None:
                        yield named
                        break
            of = at + 1 < len(said.words) and said.words[at + 1].folded in _OF
            if of and (word.folded in _CONDADO or word.folded in ("county", "parish")):
                for length in range(min(_LONGEST_WITH_OF, len(said.words) - at), 2, -1):
                    named = self._county(said, at, at + length)
                    if named is not None:
                        yield named
                        break

    def _county(self, said: Said, start: int, end: int) -> Named | None:
        own = [word.folded for word in said.words[start:end]]
        if any(said.parted[start + 1 : end]):
            return None
        if own[0] in lexicon.DETERMINERS and " ".join(own) not in self._tables.counties_by_name:
            return None
        for more in range(min(_LONGEST_STATE, len(said.words) - end), -1, -1):
            linked = more > 1 and said.words[end].folded in _IN
            if more:
                if STOP in said.parted[end : end + more]:
                    continue
                last = said.words[end + more - 1]
                code = state_code(" ".join(w.folded for w in said.words[end + linked : end + more]))
                word = (
                    last.folded in WORDS_TOO
                    and not last.raw.isupper()
                    and said.parted[end] != COMMA
                )
                if code is None or (
                    word and end + more < len(said.words) and said.parted[end + more] == NOTHING
                ):
                    continue
            run = Run(said.message, said.words, start, end + more - start)
            answer = self._resolve(_written(run, end - start, linked))
            if not isinstance(answer, Unknown):
                return Named(run, answer, "county_beside" if more else "county")
        return None


def _written(run: Run, county: int, linked: bool) -> str:
    """The county, of so many words, and its state: without the "in" between them, where one stands there."""
    if not linked:
        return run.message[run.start : run.end].rstrip(".")
    own = run.own
    name = run.message[own[0].start : own[county - 1].end].rstrip(".")
    return f"{name}, {run.message[own[county + 1].start : run.end].rstrip('.')}"
