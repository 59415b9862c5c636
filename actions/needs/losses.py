"""A death or a fading memory that is told beside something else, so that one kind word comes first."""

from __future__ import annotations

import re

_LOSS = re.compile(
    r"\b(?:(?:he|she|they|husband|wife|mom|mother|dad|father|son|daughter|sister|brother|ella|el|esposo|esposa|mama|papa|hijo|hija|hermano|hermana|\w+) (?:just )?(?:passed(?: away)?|died)(?! (?:out|the|by|me|it|on|down)\b)|(?:murio|fallecio|se (?:me )?murio)|god rest (?:him|her|his|\w+)|rest in peace|(?:que )?en paz descanse|"
    r"(?:lost|buried) my (?:husband|wife|mother|mom|father|dad|son|daughter|brother|sister)|widow(?:ed|er)?|viud[oa])\b"
)
_FADES = re.compile(
    r"\b(?:(?:doesn't|doesnt|does not|don't|didn't) (?:even )?(?:know|recognize|remember) (?:me|us|who i am|my name|his own|her own)|no (?:me|nos) (?:conoce|reconoce|recuerda)|ya no (?:me|nos) (?:conoce|reconoce)|no sabe quien soy)\b"
)
_PAIN_NOT_LOSS = re.compile(
    r"\b(?:passed (?:out|the|it)|battery|car|truck|phone|furnace|fridge|stove) (?:died|passed)\b|\b(?:battery|car|truck|phone|furnace|heater|fridge|stove|tv|washer|dog|cat)\b"
)
_LONG_AGO = re.compile(
    r"\b(?:in|en|since|desde) (?:el )?(?:19\d\d|20[01]\d)\b|\b(?:[1-9]\d|ten|fifteen|twenty|thirty|forty|fifty|sixty|many) years? ago\b|\bhace (?:[1-9]\d|diez|quince|veinte|treinta|cuarenta|cincuenta|sesenta|muchos) anos\b"
)
_PET = r"(?:cat|kitty|dog|doggie|puppy|pup|poodle|chihuahua|bird|parakeet|horse|pet|gat[oa]|gatit[oa]|perr[oa]|perrit[oa]|pajarito)"
_PET_GONE = re.compile(
    rf"\b{_PET}\b.{{0,40}}\b(?:died|dies|passed|is gone|put (?:\w+ )?(?:down|to sleep)|murio|dormir|sacrific\w+)\b|\bput (?:\w+ ){{1,4}}{_PET} (?:down|to sleep)\b|\bdormir (?:\w+ ){{1,3}}{_PET}\b|"
    rf"\b(?:lost|buried|losing|perdi|enterre|se (?:me|nos) murio) (?:a )?(?:\w+ ){{0,3}}{_PET}\b|\b(?:murio|fallecio) (?:\w+ ){{0,2}}{_PET}\b"
)


# "Nobody died, dear": said against our sympathy.
_NOBODY_DIED = re.compile(
    r"\b(?:nobody|no one|nobody's|not) (?:\w+ )?(?:died|dead|passed)\b|\bnadie (?:se )?(?:murio|ha muerto|fallecio)\b"
)


def pet_is_gone(plain: str) -> bool:
    """An animal of the house has died."""
    return bool(_PET_GONE.search(plain))


def tells_of_a_loss(plain: str) -> bool:
    """Somebody has died, or an animal; a furnace that died is none, and what is decades ago is told of something else."""
    if _NOBODY_DIED.search(plain):
        return False
    if pet_is_gone(plain):
        return True
    lost = bool(_LOSS.search(plain)) and not _LONG_AGO.search(plain)
    return lost and not _PAIN_NOT_LOSS.search(plain)


def tells_of_fading(plain: str) -> bool:
    """Somebody is no longer known by one of their own."""
    return bool(_FADES.search(plain))
