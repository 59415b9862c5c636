"""States as people write them: full names, postal codes, older abbreviations, Spanish, misspellings."""

from __future__ import annotations

from rapidfuzz import fuzz, process

from resources_index.places.tables import state_names

_OLDER = {
    "ala": "AL", "ariz": "AZ", "ark": "AR", "calif": "CA", "cali": "CA", "colo": "CO", "conn": "CT",
    "del": "DE", "fla": "FL", "flo": "FL", "ill": "IL", "ind": "IN", "kan": "KS", "kans": "KS",
    "mass": "MA", "mich": "MI", "minn": "MN", "miss": "MS", "mont": "MT", "neb": "NE", "nebr": "NE",
    "nev": "NV", "okla": "OK", "oreg": "OR", "penn": "PA", "penna": "PA", "tenn": "TN", "tex": "TX",
    "wash": "WA", "wis": "WI", "wisc": "WI", "wyo": "WY", "n carolina": "NC", "s carolina": "SC",
    "north carolina": "NC", "no carolina": "NC", "so carolina": "SC", "n dakota": "ND", "s dakota": "SD",
    "w virginia": "WV", "w va": "WV", "west va": "WV", "n mexico": "NM", "new mex": "NM",
    "nuevo mexico": "NM", "nueva jersey": "NJ", "carolina del norte": "NC", "carolina del sur": "SC",
    "luisiana": "LA", "misuri": "MO", "pensilvania": "PA", "tejas": "TX", "hawai": "HI",
    "south c": "SC", "north c": "NC", "north dak": "ND", "south dak": "SD", "north d": "ND", "south d": "SD",
    "west v": "WV", "n mex": "NM", "north mex": "NM", "new hamp": "NH", "rhode isl": "RI", "kentuky": "KY",
    "virgin islands": "VI", "us virgin islands": "VI", "saint croix": "VI", "saint thomas": "VI",
    "saipan": "MP", "northern marianas": "MP", "jersey": "NJ",
}  # fmt: skip
_NAMES = state_names()
_CODES = set(_NAMES.values())
_ALL = {**_NAMES, **_OLDER}
_LONG = [name for name in _ALL if len(name) >= 5]
# Postal codes that are also common words: alone in a sentence they are not states.
WORDS_TOO = frozenset(
    "in or me hi ok oh la pa ma de al id co mo as mt va ca ill miss mass wash del ind mi ne nd".split()
)


def state_code(folded: str, fuzzy: bool = False) -> str | None:
    """The postal code of a folded state name; `fuzzy` also takes misspellings of long names."""
    if folded.upper() in _CODES:
        return folded.upper()
    if folded in _ALL:
        return _ALL[folded]
    if fuzzy and len(folded) >= 5:
        best = process.extractOne(folded, _LONG, scorer=fuzz.ratio, score_cutoff=84)
        if best is not None:
            return _ALL[best[0]]
    return None


def is_full_name(folded: str) -> bool:
    """Whether this is a state's name written out, not a code."""
    return folded in _ALL and folded not in WORDS_TOO and len(folded) > 2
