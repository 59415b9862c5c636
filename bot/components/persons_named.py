"""Words for persons, as the contract names them, and where a message names one."""

import re
from typing import Iterator, List, NamedTuple, Pattern, Tuple

_OWN = r"(?:my|our|mi|mis|nuestr[oa]s?)(?: (?:own|dear|poor|elderly|old|older|late|sick|disabled|widowed|\d+ ?(?:yr|year|y|yo)s? ?(?:old|o)?|pobre|querid[oa]|viej[oa]))*"
_LEAD = rf"(?:{_OWN} |an? |the |this |one of (?:my|the|our) |her |his |their |sus? |una? |el |la |los |las )"

# Kin are named without a lead as well ("mom needs a ride"); the others are too common as plain words.
_KIN = (
    ("mother_in_law", r"mother ?in ?laws?|mom in law|monster in law|suegra"),
    ("father_in_law", r"father ?in ?laws?|dad in law|suegro"),
    ("grandparent", r"grand ?(?:ma|mother|pa|father|parents?|mom|dad)|granny|gran|gram|grams|nana|poppop|pop pop|paps|bubbe|zayde|oma|opa|yaya|yayo|papaw|mamaw|meemaw|memaw|pawpaw|grammy|gramps|abuel(?:a|o|ita|ito|os|itos)|gramma|granddad|grandaddy|big mama|nonna|lola\b"),
    ("grandchild", r"(?:great )?grand ?(?:son|daughter|girl|boy|child|children|kids?|baby|babies)|niet(?:o|a|ito|ita)s?"),
    ("other", r"(?:sister|brother|daughter|son)s? ?in ?laws?|cuñad[oa]s?|yerno|nuera|god(?:mother|father)|madrina|padrino"),
    ("parents", r"parents|mom and dad|mom n dad|mother and father|papas|padres|mama y papa|ma and pa"),
    ("mother", r"mom+(?:my|ma)?|mother|mama|mum|moms|mami|mamita|madre|momma|mommy|ma\b|jefita"),
    ("father", r"dad(?:dy)?|father|papa|pop|pops|papi|papito|padre|dads|fathers|jefito"),
    ("husband", r"husband|hubby|esposo|marido|hubs"),
    ("wife", r"wife|esposa|the mrs|missus"),
    # "No son clases lo que ocupo": they are.
    ("son", r"(?<!\bno )(?<!que )(?<!cuales )(?<!\bsi )(?<!ellos )(?<!ellas )(?<!est[oa]s )(?<!es[oa]s )(?<!tambien )son(?! (?:las?|los|el|de|del|para|muy|mas|un[oa]s?|est[oa]s|es[oa]s|gratis|clases|car[oa]s|buen[oa]s|mis|sus|ustedes|puras?|solo)\b)|hijo|hijito|stepson"),
    ("daughter", r"daughter|hija|hijita|stepdaughter"),
    ("brother", r"brothers?|hermano|hermanito|bro|kid brother"),
    ("sister", r"sisters?|hermana|hermanita|sis|kid sister"),
    ("aunt", r"aunt(?:ie|y)?|tia|titi|tita|great aunt|tiita"),
    ("uncle", r"uncle|unc|unk|tio|great uncle"),
)  # fmt: skip
_WITH_LEAD = (
    ("parents", r"folks"),
    ("husband", r"viejo|man\b(?<=my man)"),
    ("wife", r"mujer|señora|vieja"),
    ("partner", r"partner|boyfriend|girlfriend|fiance|novi[oa]|pareja|companion|significant other|compañer[oa]"),
    ("son", r"boy|kid|child|baby|niño"),
    ("daughter", r"niña"),
    ("friend", r"(?:(?!(?:tele)?phone|pen)\w+ )?(?:friend|buddy|pal|amig[oa]|bestie)|church lady|comadre|compadre"),
    ("neighbor", r"(?:\w+ )?(?:neighbou?r(?:s| lady| man)?|vecin[oa])|lady (?:next ?door|across the street|down the (?:street|hall))|man (?:next ?door|across the street|down the (?:street|hall))"),
    ("client", r"(?:\w+ )?(?:client|patient|pt|resident|member|consumer|customer|patron|client[ea]|paciente|residente|participant|parishioner)"),
    ("other", r"cousins?|nieces?|nephews?|(?<=mi )prim[oa]|(?<=una )prima|(?<=un )primo|sobrin[oa]|in laws?|god(?:mother|father|son|daughter|child)|padrin[oa]|madrina|"
              r"pastor|priest|preacher|minister|room ?mates?|house ?mate|tenants?|inquilin[oa]|land(?:lord|lady)|coworker|boss|teacher|ex|"
              r"compañer[oa] de (?:cuarto|trabajo)|casera?|crossing guard|somebody|someone i know"),
)  # fmt: skip
_NAMED: List[Tuple[str, Pattern[str]]] = [
    *((name, re.compile(rf"\b{_LEAD}?(?P<who>{words})s?\b")) for name, words in _KIN),
    *((name, re.compile(rf"\b{_LEAD}(?P<who>{words})s?\b")) for name, words in _WITH_LEAD),
    *(
        (name, re.compile(rf"^(?:hi |hello )?(?P<who>{words})s?(?: of mine)?\b"))
        for name, words in (
            ("neighbor", "neighbor|vecin[oa]"),
            ("friend", "friend|buddy|amig[oa]"),
            ("client", "client|patient|resident|customer|tenant|client[ea]|paciente"),
        )
    ),
]
WOMEN = frozenset("mother mother_in_law wife daughter sister aunt".split())
MEN = frozenset("father father_in_law husband son brother uncle".split())


class Named(NamedTuple):
    """A person in a message: `before` and `after` are the words around, `said` the words that name them."""

    name: str
    before: str
    said: str
    after: str


def named_in(flat: str) -> Iterator[Named]:
    """Everybody whom `flat` (see text.plain) names; "grandmother" is not "mother" as well."""
    for name, pattern in _NAMED:
        for match in pattern.finditer(flat):
            yield Named(name, flat[: match.start()], match.group(), flat[match.end() :])
        # What has been read is not read again; its length stays.
        flat = pattern.sub(
            lambda m: m.group().replace(m.group("who"), "x" * len(m.group("who"))), flat
        )
