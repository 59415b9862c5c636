"""States as people write them: full names, postal codes, older abbreviations, Spanish, misspellings."""

from __future__ import annotations

import functools

import jellyfish
from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from resources_index.places.fold import fold
from resources_index.places.tables import state_names

_OLDER = {
    "ala": "AL", "ariz": "AZ", "ark": "AR", "calif": "CA", "cali": "CA", "colo": "CO", "conn": "CT",
    "del": "DE", "fla": "FL", "flo": "FL", "ill": "IL", "ind": "IN", "kan": "KS", "kans": "KS",
    "mass": "MA", "mich": "MI", "minn": "MN", "miss": "MS", "mont": "MT", "neb": "NE", "nebr": "NE",
    "nev": "NV", "okla": "OK", "oreg": "OR", "ore": "OR", "penn": "PA", "penna": "PA", "tenn": "TN", "tex": "TX",
    "wash": "WA", "wis": "WI", "wisc": "WI", "wyo": "WY", "n carolina": "NC", "s carolina": "SC",
    "north carolina": "NC", "no carolina": "NC", "so carolina": "SC", "n dakota": "ND", "s dakota": "SD",
    "w virginia": "WV", "w va": "WV", "west va": "WV", "n mexico": "NM", "new mex": "NM",
    "nuevo mexico": "NM", "nueva york": "NY", "nueva jersey": "NJ", "carolina del norte": "NC", "carolina del sur": "SC",
    "luisiana": "LA", "misuri": "MO", "pensilvania": "PA", "tejas": "TX", "hawai": "HI",
    "south c": "SC", "north c": "NC", "north dak": "ND", "south dak": "SD", "north d": "ND", "south d": "SD",
    "west v": "WV", "n mex": "NM", "north mex": "NM", "new hamp": "NH", "rhode isl": "RI", "kentuky": "KY",
    "virgin islands": "VI", "us virgin islands": "VI", "usvi": "VI",
    "northern marianas": "MP", "jersey": "NJ",
    # "N.H." and "P.R." after folding, where a single n, s, e, w is a direction
    "north h": "NH", "north j": "NJ", "north y": "NY", "north m": "NM", "p r": "PR", "r i": "RI", "d c": "DC",
    "u t": "UT", "v i": "VI", "cnmi": "MP", "nuevo hampshire": "NH",
    "dakota del norte": "ND", "dakota del sur": "SD", "virginia occidental": "WV", "virginia del oeste": "WV",
    "conetica": "CT", "conericot": "CT", "masachuset": "MA", "masachusets": "MA", "pensilvenia": "PA", "ilinoi": "IL", "ilinois": "IL",
    "arisona": "AZ", "tenesi": "TN", "misisipi": "MS", "oklajoma": "OK", "virjinia": "VA", "yuta": "UT", "ojaio": "OH",
    "ohaio": "OH", "kentaki": "KY", "nueva jersi": "NJ", "nueva yersi": "NJ", "nuevo jersey": "NJ", "yorya": "GA",
    "islas virgenes": "VI", "samoa americana": "AS", "samoa": "AS",
}  # fmt: skip
_NAMES = state_names()
STATES = frozenset(_NAMES.values())
_ALL = {**_NAMES, **_OLDER}
_LONG = [name for name in _ALL if len(name) >= 5]
# "Jorja", "Kanzas": full names by how they sound.
_BY_SOUND = {jellyfish.metaphone(name): code for name, code in _NAMES.items() if " " not in name}
# Postal codes that are also common words: alone in a sentence they are not states.
WORDS_TOO = frozenset(
    "in or me hi ok oh la pa ma de al id co mo as mt va ca ill miss wash del ind mi ne nd".split()
)

# Older abbreviations that are words when they stand alone: "too ill for mass".
_WORDS_ALONE = frozenset("mass ark flo tex cal ore kan pen".split())
_SHORTEST_SLIP, _LONGEST_SLIP = 4, 6
_LONG_NAME, _VERY_LIKE, _SHORTEST_BY_SOUND = 7, 86, 5

_SAID = frozenset("in or me oh de as id so hey al".split())


def state_code(folded: str, fuzzy: bool = False) -> str | None:
    """The postal code of a folded state name; `fuzzy` also takes misspellings of long names."""
    if folded.upper() in STATES:
        return folded.upper()
    if folded in _ALL:
        return _ALL[folded]
    if fuzzy and len(folded) >= 5:
        same_letter = [name for name in _LONG if name[0] == folded[0]]
        best = process.extractOne(folded, same_letter, scorer=fuzz.ratio, score_cutoff=84)
        if best is not None:
            return _ALL[best[0]]
    return None


def state_in_full(text: str) -> str | None:
    """The postal code of a state that stands by itself, as in a column of a sheet.

    Folding makes a county of "CO" and a mountain of "MT", which within a sentence they often are.
    """
    code = text.strip(" .").upper()
    return code if code in STATES else state_code(fold(text))


@functools.lru_cache(maxsize=20_000)
def state_by_slip(folded: str) -> str | None:
    """The postal code of a short name, or an old abbreviation, with one letter wrong; only beside one of its towns: "txas"."""
    if len(folded) < _SHORTEST_SLIP or folded in _ALL:
        return None
    codes = {code for name, code in _ALL.items() if _SHORTEST_SLIP <= len(name) <= _LONGEST_SLIP
             and name[0] == folded[0] and OSA.distance(name, folded) == 1}  # fmt: skip
    return codes.pop() if len(codes) == 1 else None


def state_by_sound(folded: str) -> str | None:
    """The postal code of a state by how its name sounds; sure only beside one of its towns: "Macon Jorja"."""
    return _BY_SOUND.get(jellyfish.metaphone(folded)) if len(folded) >= _SHORTEST_BY_SOUND else None


def is_word_alone(text: str) -> bool:
    """Whether a message of one word is that word, though it is a state's code: "hi", "or", "ok", "me".

    In capitals OR, IN, ME and OH are states; HI and OK are still said more often than meant.
    """
    word = text.strip(" .,!?")
    if word.lower() in ("hi", "ok"):
        return True
    return word.lower() in _SAID and not word.isupper()


def is_full_name(folded: str) -> bool:
    """Whether this is a state's name written out, not a code."""
    words = WORDS_TOO | _WORDS_ALONE
    return folded in _ALL and folded not in words and len(folded.replace(" ", "")) > 2


def is_misspelt_state(folded: str, everyday: frozenset[str]) -> bool:
    """Whether a word that nobody uses otherwise is very like the name of a state: "massachussets"."""
    if len(folded) < _LONG_NAME or any(word in everyday for word in folded.split()):
        return False
    same_letter = [name for name in _LONG if name[0] == folded[0] and len(name) >= _LONG_NAME]
    return (
        process.extractOne(folded, same_letter, scorer=fuzz.ratio, score_cutoff=_VERY_LIKE)
        is not None
    )
