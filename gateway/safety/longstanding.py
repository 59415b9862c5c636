"""Eyes or ears that failed long ago: sad, and no emergency. What came over somebody today is another matter."""

from __future__ import annotations

import re

_FAILED = re.compile(
    r"\b(?:macular|glaucoma|cataracts?|retinopathy|retinitis|low vision|legally blind|(?:half|nearly|almost|mostly|going|gone|am|is|i'm|he's|she's|are) blind|"
    r"eyes? (?:are|is|have|has)(?: \w+)? (?:gone|going|bad|weak|poor|failing)|eyesight|(?:can't|cant|cannot|can not|don't|no longer) (?:\w+ )?(?:see|read|make out) (?:\w+ )?(?:\w+ )?"
    r"(?:mail|print|letters?|bills?|labels?|paper|papers|numbers|small|well|good)|hard of hearing|deaf|hearing is (?:gone|bad)|"
    r"maculas?|maculares?|cataratas|retina|vista (?:cansada|baja|mala)|cieg[oa]|(?:no|ya no) (?:puedo|veo|alcanzo a) (?:bien )?(?:para )?(?:leer|ver)|(?:veo|ve|oigo|oye) (?:poco|mal)|sord[oa])\b"
)
_JUST_NOW = re.compile(
    r"\b(?:sudden\w*|all at once|all of a sudden|just (?:now|started|began|lost|went)|today|tonight|this (?:morning|afternoon|evening)|last night|yesterday|an? hour|hours|minutes?|"
    r"curtain|flash\w*|floaters|shadow|double|one side|droop\w*|slurr\w*|numb\w*|dizzy|fell|fall|hit|headache|stroke|chest|breath\w*|bleed\w*|blood|pain\w*|hurts?|worse|confused|"
    r"de repente|de pronto|repentin\w*|acab\w+ de|hoy|anoche|ayer|ahorita|esta (?:ma[nñ]ana|tarde|noche)|hora|horas|minutos?|destellos|sombra|doble|mare\w+|ca[iy]\w*|golpe\w*|derrame|"
    r"pecho|respir\w*|sangr\w*|dolor|duele\w*|peor|confund\w*)\b"
)


def is_longstanding(normalised: str) -> bool:
    """Whether `normalised` tells of old trouble with eyes or ears, and of nothing that came over somebody just now."""
    return bool(_FAILED.search(normalised)) and not _JUST_NOW.search(normalised)
