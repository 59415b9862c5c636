"""Languages other than English and Spanish: what to say when somebody picks up, and a note for whoever calls."""

from __future__ import annotations

import re

from actions.answers import say_known
from actions.notes import add_note
from actions.turn import Turn
from resources_index.search.view import ServiceView

# As people write them, in either language, to the English name: whoever picks up speaks English.
_TONGUES = {
    "chinese": "Chinese", "chino": "Chinese", "mandarin": "Mandarin", "cantonese": "Cantonese", "cantones": "Cantonese", "vietnamese": "Vietnamese", "vietnamita": "Vietnamese", "korean": "Korean", "coreano": "Korean",
    "tagalog": "Tagalog", "filipino": "Tagalog", "russian": "Russian", "ruso": "Russian", "polish": "Polish", "polaco": "Polish", "italian": "Italian", "italiano": "Italian", "greek": "Greek", "portuguese": "Portuguese",
    "portugues": "Portuguese", "french": "French", "frances": "French", "creole": "Haitian Creole", "criollo": "Haitian Creole", "arabic": "Arabic", "arabe": "Arabic", "farsi": "Farsi", "persian": "Farsi", "hindi": "Hindi",
    "punjabi": "Punjabi", "gujarati": "Gujarati", "urdu": "Urdu", "bengali": "Bengali", "nepali": "Nepali", "burmese": "Burmese", "hmong": "Hmong", "khmer": "Khmer", "lao": "Lao", "thai": "Thai", "somali": "Somali", "amharic": "Amharic",
    "swahili": "Swahili", "navajo": "Navajo", "yupik": "Yupik", "armenian": "Armenian", "japanese": "Japanese", "japones": "Japanese", "ukrainian": "Ukrainian", "german": "German", "yiddish": "Yiddish", "albanian": "Albanian",
    "mixteco": "Mixteco", "nahuatl": "Nahuatl", "quiche": "K'iche'", "zapoteco": "Zapoteco",
}  # fmt: skip
# A language said of people, and no restaurant, class or neighbour.
_SPOKEN = re.compile(
    r"\b(?:speaks?|spoken|talks?|language|interpreter|translator|english|spanish|only|habla\w*|idioma|interprete|traduct\w+|ingles|espanol|solo|please|ok|okay)\b"
)
_MOST_WORDS, _BARE = 16, 4


def tongue_in(plain: str) -> str | None:
    """The last named: in "Chinese. Mandarin" the second says more."""
    named = [_TONGUES[word] for word in plain.split() if word in _TONGUES]
    return named[-1] if named else None


def say_languages(turn: Turn, services: list[ServiceView]) -> None:
    """What the records say; for a language that none of them names, what to say on the telephone."""
    tongue = tongue_in(turn.heard.plain) or _told_before(turn)
    told = {one.lower() for service in services for one in service.record.languages}
    if tongue is None or tongue.lower() in told:
        say_known(turn, services, "languages")
        return
    note = f"Speaks {tongue}."
    if note not in str(turn.memory.referral):
        add_note(turn.memory.referral, note)
    turn.say("utter_say_your_language", tongue=tongue)


def _told_before(turn: Turn) -> str | None:
    extras = turn.memory.referral.get("extras") or []
    spoken = [str(extra) for extra in extras if str(extra).startswith("Speaks ")]
    return spoken[-1].removeprefix("Speaks ").removesuffix(".") if spoken else None


def names_a_tongue(turn: Turn) -> bool:
    """ "I speak only Korean", "not Spanish. Chinese": told or asked after a list."""
    words = turn.heard.plain.split()
    if not turn.memory.shown or len(words) > _MOST_WORDS or tongue_in(turn.heard.plain) is None:
        return False
    return len(words) <= _BARE or bool(_SPOKEN.search(turn.heard.plain))
