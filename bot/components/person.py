"""For whom the help is: the person who needs it, not everybody who is mentioned."""

import re
from typing import Dict, Optional

from bot.components.relations import named_plainly
from bot.components.text import plain

_OWN = r"(?:my|our|mi|mis|nuestr[oa]s?)(?: (?:own|dear|poor|elderly|old|older|late|sick|disabled|widowed|\d+ ?(?:yr|year|y|yo)s? ?(?:old|o)?|pobre|querid[oa]|viej[oa]))*"
PERSONS = (
    ("mother_in_law", r"mother ?in ?laws?|mother in law|mom in law|mil\b|monster in law|suegra"),
    ("father_in_law", r"father ?in ?laws?|dad in law|suegro"),
    ("grandparent", r"grand ?(?:ma|mother|pa|father|parents?|mom|dad)|granny|gran|gram|grams|nana|poppop|pop pop|paps|bubbe|zayde|oma|opa|yaya|yayo|papaw|mamaw|meemaw|memaw|pawpaw|grammy|gramps|abuel(?:a|o|ita|ito|os|itos)|gramma|granddad|grandaddy|big mama|nonna|lola\b"),
    ("grandchild", r"grand ?(?:son|daughter|child|children|kids?|baby|babies)|niet(?:o|a|ito|ita)s?"),
    ("parents", r"parents|folks|mom and dad|mom n dad|mother and father|papas|padres|mama y papa|ma and pa"),
    ("mother", r"mom+(?:my|ma)?|mother|mama|mum|moms|mami|mamita|madre|momma|mommy|ma\b|jefita"),
    ("father", r"dad(?:dy)?|father|papa|pop|pops|papi|papito|padre|dads|fathers|jefito"),
    ("husband", r"husband|hubby|esposo|marido|viejo|hubs|my man"),
    ("wife", r"wife|esposa|mujer|señora|vieja|the mrs|missus"),
    ("partner", r"partner|boyfriend|girlfriend|fiance|novi[oa]|pareja|companion|significant other|compañer[oa]"),
    ("son", r"son|hijo|hijito|boy|stepson|kid|child|baby|niño"),
    ("daughter", r"daughter|hija|hijita|stepdaughter|niña"),
    ("brother", r"brothers?|hermano|hermanito|bro|kid brother"),
    ("sister", r"sisters?|hermana|hermanita|sis|kid sister"),
    ("aunt", r"aunt(?:ie|y)?|tia|titi|tita|great aunt|tiita"),
    ("uncle", r"uncle|unc|unk|tio|great uncle"),
    ("friend", r"friend|buddy|pal|amig[oa]|bestie|church lady|comadre|compadre"),
    ("neighbor", r"neighbou?r(?:s| lady| man)?|vecin[oa]|lady (?:next ?door|across the street|down the (?:street|hall))|man (?:next ?door|across the street|down the (?:street|hall))"),
    ("client", r"client|patient|pt|resident|member|consumer|cliente|paciente|residente|participant|parishioner"),
    ("other", r"cousins?|nieces?|nephews?|prim[oa]|sobrin[oa]|cuñad[oa]|yerno|nuera|in laws?|god(?:mother|father|son|daughter|child)|padrin[oa]|madrina|"
              r"pastor|priest|preacher|minister|room ?mates?|house ?mate|tenants?|inquilin[oa]|land(?:lord|lady)|coworker|boss|teacher|ex|"
              r"compañer[oa] de (?:cuarto|trabajo)|casera?|somebody|someone i know"),
)  # fmt: skip
_NAMED = [
    (
        name,
        re.compile(
            rf"\b(?:{_OWN} |a |an |the |this |one of my |for |una? |el |la )?(?P<who>{pattern})s?\b"
        ),
    )
    for name, pattern in PERSONS
]
_PROFESSIONAL = re.compile(
    r"\b(client|pt|patient|resident|consumer)\b,? ?(is |lives |,|\d|needs|reports|states|requesting|has|w |with|discharg|d c)|"
    r"\b\d\d ?(y ?o|yo|f|m)\b|\breferral for\b|\bcase ?manager (here|looking|for)\b|\bseeking (services|resources)\b"
)
_SELF = re.compile(
    r"\b(i|i'm|im|i've|ive|me|myself|i'd|i'll|yo|estoy|tengo|necesito|soy|vivo|me|quiero|puedo|mis?)\b"
)
_SELF_NEED = re.compile(
    r"\b(i|we)( really| just| also| still)? (need|want|can't|cant|cannot|can not|could use|am|fell|lost|live|have|got|get|take|don't|dont|"
    r"lose|feel|would like|would love|require|used to|keep|been|served|turned|turn|worked|retired|owe|run|ran|hurt|use)\b|\bi'm\b|\bim\b|"
    r"\b(help|give|send|tell|for|to|with) me\b|\bmy (own )?(knee|knees|hip|back|legs?|feet|teeth|eyes|hearing|hands?|light|electric|rent|"
    r"bill|bills|pills|medicine|meds|heart|house|roof|furnace|car|medicare|social security|check|landlord|doctor|walker|apartment)\b|"
    r"\b(necesito|no puedo|tengo|estoy|me duele|me caigo|vivo|perdi|quiero|ocupo|soy|me siento|me cortaron|me llego)\b"
)
_DEAD = r"(?:died|passed(?: away)?|is gone|is dead|deceased|murio|fallecio|que en paz descanse|rip)"
_FOR_OTHER = re.compile(
    r"\b(i|we) (\w+ )?(need|want|am looking|'m looking|looking|would like|could use)\b.{0,60}\b(for|to|para|over to) (my|our|his|her|him|the|mi) ?(?!self\b)"
    r"(?!(own|rent|bills?|house|home|car|knees?|back|doctor|dr|appointments?|store|church|eyes?|teeth|medicare|apartment|heart)\b)\w*|"
    r"\bnot (me|for me)\b|\bayuda para mi \w+"
)
# Whatever else is told: the writer says that the help is for the writer.
_FOR_MYSELF = re.compile(
    r"\b(i'm|im|i am) the one (who|that|needing|in need)|\b(it's|its|is|this is|help is|help's|ride is) (really |just )?for (me|myself)\b|"
    r"\bfor me,? not (him|her|them|my)|\b(la ayuda |esto |eso )?es para mi( misma?)?$|\bpara mi,? no para|\bmy own (rent|bills?|needs?|health|"
    r"food|light|medicine|self)\b|\b(grief|bereavement|widows?|widowers?|grieving) (group|support|counsel\w+|class)|"
    r"\b(i|we)( just| also| really)? (need|could use|want) (a |some )?(break|rest|respite|somebody to talk|someone to talk)|"
    r"\bnecesito (un descanso|descansar|hablar con alguien)|\b(kicked|threw|put) me out\b|\b(mother|father|mom|dad|grandma|grandpa) of (\d|two|three|four|five)|"
    r"^(grandma|grandpa|granny|nana|mom|dad|mother) here\b|\bya no puedo mas\b"
)
_THIRD_NEED = (
    r"(?:needs?|can't|cant|cannot|won't|wont|is|has|had|fell|keeps|lives|lost|wants|won|doesn't|doesnt|got|gets|just|was|broke|forgets|"
    r"uses|takes|isn't|isnt|sleeps|refuses|been|hates|falls|necesita|no puede|tiene|esta|vive|se cayo|se cae|perdio|ya no|quiere|ocupa|"
    r"anda|se le|no tiene|sufre|padece|eats|cries|walks|hasn't|hasnt|came|went|could|'s|s)"
)
_MESSENGER = r"(?:(?:is|are)(?: (?:over |down |up |out )?in [\w ]{2,20}?)?(?: and)?(?: is| are)?(?: doing)?(?: just| all| real)? (?:well|fine|good|great|okay|ok|grown|married)(?! enough)|says?|said|told|thinks?|wants me|gave me|dijo|dice|me dijo|found|suggested|keeps telling|signed me|helps? me|helped me|takes me|drives me|used to|ayuda|me lleva|usually|lives (?:far|in|out)|moved|works|is at work|is too busy|set up|can't come|won't help|me recomendo|texted me|called|texted|asked|phoned|keeps asking|is asking|sent me|made me|llamo|mando)"
_CARE_FOR = re.compile(
    r"\b(i|we) (take care of|care for|am caring for|look after|am the caregiver for|help|took in|cuido a|cuidamos a)\b|\b(cuido|cuidando) (a|de)\b|"
    r"\b(caregiver (for|to)|caring for|taking care of)\b"
)
_CARER_NEEDS = re.compile(
    r"\b(break|respite|tired|exhausted|burn(ed|t)? out|support group|burnout|someone to talk to|can't do (it|this)|rest|descanso|cansad[oa]|"
    r"agotad[oa]|for caregivers|get paid|paid to|pay me|me pagan|grupo de apoyo)\b"
)


def about_whom(text: str) -> Optional[str]:
    """One of the contract's values, or None when nothing tells."""
    flat = named_plainly(plain(text))
    if _FOR_MYSELF.search(flat):
        return "self"
    scores: Dict[str, float] = {}
    if _PROFESSIONAL.search(flat):
        scores["client"] = 2.0
    for name, pattern in _NAMED:
        for match in pattern.finditer(flat):
            score = _person_score(flat, match, name)
            if score > 0 or name not in scores:
                scores[name] = max(scores.get(name, -9.0), score)
        # "grandmother" is not "mother": what has been read is not read again.
        flat = (
            pattern.sub(lambda m: m.group().replace(m.group("who"), "person"), flat)
            if name in scores
            else flat
        )
    best = max(scores, key=lambda name: scores[name], default=None)
    others = scores[best] if best is not None else -9.0
    own = _own_need(named_plainly(plain(text)))
    if best is not None and others > 0 and others >= own:
        return best
    if own > 0.4:
        return "self"
    if best is not None and others > 0:
        return best
    return "self" if own else None


# Where the writer is, who the writer is, and what the writer wants to do about it are no needs of the writer.
_NOT_OWN = re.compile(
    r"\b(i'm|im|i am|we're|we are) (in|at|from|over in|out in|up in|down in|way over|calling|writing|texting|asking|worried|scared for|her|his|their|"
    r"the (oldest|only|daughter|son|niece|nephew|wife|husband|grand\w+|one who)|(\w+ )?(hours?|miles|states) (away|off)|\d+ \w+ away|so far|far away)\b|"
    r"\b(i|we) (live|stay|am) (in|out|over|up|down|\d+|far|two|three|four|five|six)\b|"
    r"\b(i|we) (want|need|would like|got|have) to (complain|report|know|find out|make sure|ask|tell somebody|speak up|turn (him|her|them) in)\b|"
    r"\b(i|we) (don't|dont|do not|didn't|didnt) know (what|how|who|where|if)\b|\b(yo )?(vivo|estoy) (en|lejos|a)\b"
)


def _own_need(flat: str) -> float:
    """How much the writer asks for themselves; "I need … for my dad" is not that."""
    flat = _NOT_OWN.sub(" ", flat)
    asked = bool(_SELF_NEED.search(flat)) and not _FOR_OTHER.search(flat)
    return 1.4 * asked + 0.4 * bool(_SELF.search(flat))


def _person_score(flat: str, match: "re.Match[str]", name: str) -> float:
    before, after = (
        flat[max(0, match.start() - 40) : match.start()],
        flat[match.end() : match.end() + 60],
    )
    score = 0.9
    if re.match(rf"\s*{_DEAD}\b", after) or re.search(
        r"\b(late|lost (my|our)|since my|after my|widow\w* of|when my)\s*$",
        before + match.group()[:0],
    ):
        return -1.0
    if re.match(rf"\s*{_DEAD}\b", after):
        return -1.0
    if re.search(r"\bnot (for )?(my )?$", before):
        return -1.0
    if re.match(rf"\s+{_MESSENGER}\b", after):
        # "My aunt lives out in Jackson, she needs a ramp": named first, and then the one in need.
        later = re.search(rf"\b(she|he|they|ella|el)( |'s )(also |really )?{_THIRD_NEED}\b", after)
        return 0.6 if later else -0.5
    if re.match(rf"(\s+\w+){{0,2}}\s*{_THIRD_NEED}\b", after):
        score += 1.6
    if re.search(
        r"\b(for|to help|help|with|about|get|para|por|de|take|bring|calling about|care of|cuido a|cuidar a|llevar a|ayudar a)\s*$",
        before,
    ):
        score += 1.2
    if re.match(r"s\b|'s\b", after):
        score += 0.5
    if name == "client" and not re.search(
        r"\b(client|pt|patient|resident|consumer|cliente|paciente|tenant|member)\b", flat
    ):
        return -1.0
    if _CARE_FOR.search(flat) and _CARER_NEEDS.search(flat):
        score -= 0.6
    return score
