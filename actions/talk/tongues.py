"""Languages other than English and Spanish: what to say when somebody picks up, and a note for whoever calls."""

from __future__ import annotations

import re

from actions.form.notes import add_note
from actions.shown.answers import name_of, phone_of, say_known
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
# Codes of records, and a sentence that names both languages.
_CODES = {"en": "English", "es": "Spanish", "zh": "Chinese", "yue": "Cantonese", "ru": "Russian", "ko": "Korean", "vi": "Vietnamese", "tl": "Tagalog", "ht": "Haitian Creole",
          "pl": "Polish", "it": "Italian", "ar": "Arabic", "fr": "French", "bn": "Bengali", "hy": "Armenian", "pt": "Portuguese", "yi": "Yiddish", "ja": "Japanese"}  # fmt: skip
_IN_SPANISH = {"English": "inglés", "Spanish": "español", "Chinese": "chino", "Russian": "ruso", "Korean": "coreano", "Italian": "italiano", "French": "francés", "Portuguese": "portugués"}  # fmt: skip
_BOTH = re.compile(r"\bEnglish (?:and|or) Spanish\b", re.IGNORECASE)


def tongue_in(plain: str) -> str | None:
    """The last named: in "Chinese. Mandarin" the second says more."""
    named = [_TONGUES[word] for word in plain.split() if word in _TONGUES]
    return named[-1] if named else None


def say_languages(turn: Turn, services: list[ServiceView]) -> None:
    """What the records say; for a language that none of them names, what to say on the telephone."""
    tongue = tongue_in(turn.heard.plain) or _told_before(turn)
    spoken = {service.record.id: languages_of(service) for service in services}
    told = {one.lower() for languages in spoken.values() for one in languages}
    if tongue is None or tongue.lower() in told:
        known = [service for service in services if spoken[service.record.id]]
        for service in known:
            _say_spoken(turn, service, spoken[service.record.id])
        if not known:
            say_known(turn, services, "languages")
        return
    note = f"Speaks {tongue}."
    if note not in str(turn.memory.referral):
        add_note(turn.memory.referral, note)
    turn.say("utter_say_your_language", tongue=tongue)


def languages_of(service: ServiceView) -> list[str]:
    """In English, as its record has them in a field of their own or names them in a sentence."""
    codes = [_CODES.get(one.lower(), one) for one in service.record.languages]
    if codes:
        return codes
    told = " ".join((service.record.summary.get("en", ""), service.record.hours.get("en", "")))
    return [name for name in ("English", "Spanish") if _BOTH.search(told)]


def _say_spoken(turn: Turn, service: ServiceView, languages: list[str]) -> None:
    spanish = turn.language == "es"
    names = [_IN_SPANISH.get(one, one) if spanish else one for one in languages]
    several = (" y " if spanish else " and ").join([", ".join(names[:-1]), names[-1]])
    words = several if len(names) > 1 else names[0]
    turn.say("utter_speaks", name=name_of(service), languages=words, phone=phone_of(service))


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
