"""Which sentence of a record speaks of what a question asks: "will they stop the shut-off?" finds "can act fast on a shut-off notice"."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

_TEXTS = ("summary", "have_ready", "eligibility")
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_WORD = re.compile(r"[a-z0-9]+")
_ENDINGS = (
    "ting ping ning ding ing ted ped ned ied ies ed es s ly aron ieron ando iendo arme arla arlo arle irle erle amos emos "
    "ado ada ido ida ar er ir an en as os a e o y"
).split()
_LEAST = 3  # letters of a stem
_FEWEST = 4  # words of a sentence that answers something
# Where people live and eat is in every other record.
_PLACES = (
    "home house door casa puerta food meal meals comida comidas llegan llega arrive come comes"
)
# Words of questions, and words that stand in every record: to share them says nothing.
_NOTHING = frozenset(
    "the and for are was can could will would shall should does did has have had they them their there this that these those what who whom when where which why "
    "how you your with from into out not but any some all get got give gives take takes make come comes want need needs help helps call calls please just now then "
    "here one two first second third person people someone somebody anyone old older adult adults age aging senior seniors service services program programs place "
    "places thing things time day days week month year years phone number tell tells say says ask asks know near local area state county office agency line free cost "
    "pay pays also only much more most very really actually let use about than him her she his its our ours mine also able going gonna work works start stop keep put "
    "que los las una uno unos unas del con por para sin como cuando donde quien cual cuales esta este esto eso esa ese son hay ser tiene tienen puede pueden van voy "
    "ellos ella usted ustedes mis sus nos les ayuda ayudan ayudar llama llamar llame persona personas mayor mayores servicio servicios programa lugar lugares tiempo "
    "dia dias semana mes ano anos telefono numero linea gratis costo paga pagan cerca local estado condado oficina agencia hacer hace hacen dan dar tambien solo mas "
    "muy todo todos toda todas algo alguien nada necesito necesita quiero quiere favor dice digo sabe saben yes".split()
)
# What people say, and what our records say: alike in meaning, not in letters. Each is compared by its stem.
_ALIKE = (
    "deliver bring brought home", "shut shutoff cut disconnect off", "cort quit desconect luz", "wheelchair walker van lift", "lawyer attorney legal", "abogad legal",
    "ride drive pick transport", "transport llev recog", "groceries food pantry meal", "comid aliment", "wash bath shower", "ban", "rest break respite", "descans",
    "paint repair fix ramp bar", "arregl repar ramp",
)  # fmt: skip


def _flat(text: str) -> str:
    apart = unicodedata.normalize("NFD", text.lower())
    return "".join(letter for letter in apart if unicodedata.category(letter) != "Mn")


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
            return word.removesuffix(ending)
    return word


_GROUPS = [{_stem(word) for word in group.split()} for group in _ALIKE]


def content(text: str) -> set[str]:
    """The stems of the words that carry meaning."""
    words = _WORD.findall(_flat(text).replace("'", ""))
    return {_stem(word) for word in words if len(word) >= _LEAST and word not in _NOTHING}


def _wider(stems: set[str]) -> set[str]:
    return stems.union(*(group for group in _GROUPS if group & stems))


def told_of(question: str, service: dict[str, Any], topic: str = "") -> str:
    """The sentence of the record that shares most with `question`; empty when none shares a word that means something.

    Words of the `topic`, which all of the list is about, mean nothing beside others.
    """
    asked = content(question) - content(f"{topic} {_PLACES}") or content(question) - content(
        _PLACES
    )
    wider = _wider(asked)
    best, most = "", 0.0
    for sentence in sentences(service):
        if len(sentence.split()) < _FEWEST:
            continue
        said = content(sentence)
        # The person's own word counts for more than one that means about the same.
        shared = len(said & asked) + 0.5 * len(said & (wider - asked))
        if shared > most:
            best, most = sentence, shared
    return best


def sentences(service: dict[str, Any]) -> list[str]:
    """All that a record says in words, sentence by sentence."""
    found = []
    for key in _TEXTS:
        value = service.get(key) or ""
        text = ", ".join(value) if isinstance(value, list) else str(value)
        found += [sentence for sentence in _SENTENCE.split(text) if sentence]
    return found
