"""Relatives named through other relatives: "my husband's mom" is a mother-in-law.

Each pattern is replaced by the plain word for the person, so that what follows sees one person and not two.
"""

import re
from typing import List, Pattern, Tuple

from bot.components.strangers import STRANGERS

_SPOUSE = r"(?:husbands?|hubbys?|hubby|wife|wifes|wives|spouses?|partners?|fiances?|esposo|esposa|marido|mujer|viejo|vieja)(?: ?'?s)?"
_PARENT = r"(?:mom|moms|mother|mothers|mama|mamas|dad|dads|father|fathers|papa|daddys?|parents?)(?: ?'?s)?"
_CHILD = r"(?:son|sons|daughter|daughters|boys?|girls?|kids?|hijo|hija)(?: ?'?s)?"
_MOTHER = r"(?:mom|mother|mama|momma|mum|mamma)"
_FATHER = r"(?:dad|father|daddy|papa|pop|pops)"
_EX = r"(?:ex|former|new|current)"

_NAMED = [
    (
        rf"\b(?:my |our )?{_EX} ?(?:husband|wife|boyfriend|girlfriend)?s?(?: ?'?s)? (?:new |own )?(?:wife|husband|mom|mother|kids?)\b",
        "my ex",
    ),
    (rf"\b{_SPOUSE} {_MOTHER}\b", "mother in law"),
    (rf"\b{_SPOUSE} {_FATHER}\b", "father in law"),
    (rf"\b{_SPOUSE} (?:aunt|uncle|sister|brother|cousin|grandma|grandmother)\b", "in law"),
    (
        rf"\b{_PARENT} (?:{_MOTHER}|{_FATHER})\b|\b{_PARENT} parents\b",
        "grandma",
    ),
    (rf"\b{_PARENT} sister\b", "aunt"),
    (rf"\b{_PARENT} brother\b", "uncle"),
    (rf"\b{_PARENT} (?:neighbou?r|friend)\b", "neighbor"),
    (
        rf"\b{_CHILD} (?:little |baby |youngest |oldest )?(?:girl|boy|kids?|baby|son|daughter|children)\b",
        "grandchild",
    ),
    (rf"\b(?:la )?mama de mi {_SPOUSE}\b", "mi suegra"),
    (rf"\b(?:el )?papa de mi {_SPOUSE}\b", "mi suegro"),
    (r"\b(?:la )?(?:mama|madre) de mi (?:papa|mama|padre|madre)\b", "mi abuela"),
    (r"\b(?:el )?(?:papa|padre) de mi (?:papa|mama|padre|madre)\b", "mi abuelo"),
    (r"\b(?:la )?hermana de mi (?:papa|mama|padre|madre)\b", "mi tia"),
    (r"\b(?:el )?hermano de mi (?:papa|mama|padre|madre)\b", "mi tio"),
    (r"\b(?:el|la) hij[oa] de mi hij[oa]\b", "mi nieto"),
    (
        r"\b(?:my |our |mi )?(?:brothers?|sisters?|sons?|daughters?|uncles?|aunts?|neighbou?rs?)(?: ?'?s)? (?:wife|husband|in laws?)\b",
        "my cousin",
    ),
    # Kin of somebody who is no close kin.
    (
        r"\b(?:my |our |mi )?(?:(?:daughter|son|sister|brother) in laws?|cousins?|nieces?|nephews?|boss|roommates?|co ?workers?|friends?|ex(?: wifes?| husbands?)?)(?: ?'?s)? "
        rf"(?:{_MOTHER}|{_FATHER}|aunt|uncle|grandma|grandpa|husband|wife|son|daughter)\b",
        "my cousin",
    ),
    # Work relations.
    (
        r"\b(?:the |a |an )?(?:lady|man|woman|gentleman|person|guy|couple) (?:that |who |whom )?(?:i|we) (?:take care of|care for|work for|look after|help out)\b",
        "my client",
    ),
    (r"\b(?:una? de (?:los|mis) residentes|one of (?:the|my|our) residents)\b", "my resident"),
    (
        r"\b(?:la|el) (?:señora?|viejit[oa]|persona) (?:que|a quien) (?:yo )?cuido(?: por trabajo| de trabajo)?\b",
        "mi cliente",
    ),
    # Neighbours by where they live.
    (
        r"\b(?:the |an? )?(?:old |older |elderly |nice |sweet )?(?:lady|man|woman|guy|fella|fellow|gentleman|couple|person|folks)"
        r" (?:in the (?:apt|apartment|unit|house|trailer) )?(?:next door|across (?:the |from )?(?:street|hall|road|me|us)|"
        r"down (?:the )?(?:hall|street|road|block)|upstairs|downstairs|up the (?:street|road))(?: from (?:me|us))?\b",
        "neighbor",
    ),
    (
        r"\b(?:la|el|una|un) (?:señora?|señorita|viejit[oa]|muchach[oa]|ancian[oa]|doña|don) (?:de al lado|de enfrente|de arriba|de abajo|de la esquina|del (?:\w+ )?piso)\b",
        "la vecina",
    ),
    # Endearments and short forms.
    (r"\b(?:my|our) mil\b|^mil(?= (?:is|has|needs|can|in|lives|fell|who)\b)", "my mother in law"),
    (r"\b(?:my|our) fil\b|^fil(?= (?:is|has|needs|can|in|lives|fell|who)\b)", "my father in law"),
    (r"\bthe mister\b|\bmy groom\b", "my husband"),
    (r"\bmy bride\b", "my wife"),
    (r"\bmy old man\b|\bmi viejito\b", "my dad"),
    (r"\bmi viejita\b", "mi mama"),
    (r"\bama\b(?= |$)(?<=mi ama)", "mama"),
    (r"\bapa\b(?= |$)(?<=mi apa)", "papa"),
]
_COMPILED: List[Tuple[Pattern[str], str]] = [
    (re.compile(pattern), word) for pattern, word in (*_NAMED, *STRANGERS)
]
# "I'm his sister, he's 71": the writer says what the writer is to the one who needs help.
_WRITER_IS = re.compile(
    r"\b(?:i'm|im|i am|this is|soy) (?:his|her|their|the|su|la|el)(?: (?:only|oldest|youngest|unica|unico|hij[oa] mayor))? "
    r"(?P<who>(?:grand)?(?:daughter|son)s?|sister|brother|niece|nephew|wife|husband|hij[oa]|niet[oa]|herman[oa]|sobrin[oa]|espos[oa])\b(?: (?:of|de) (?:mr|mrs|ms|miss|doña|don|la señora|el señor) \w+)?(?! (?:in law|of|de|from)\b)"
)
# The one who needs help, by what the writer is: for "he", for "she".
_TO_WHOM = {
    "daughter": ("my dad", "my mom"), "son": ("my dad", "my mom"), "granddaughter": ("my grandpa", "my grandma"),
    "grandson": ("my grandpa", "my grandma"), "sister": ("my brother", "my sister"), "brother": ("my brother", "my sister"),
    "niece": ("my uncle", "my aunt"), "nephew": ("my uncle", "my aunt"), "wife": ("my husband", "my wife"),
    "husband": ("my husband", "my wife"), "hija": ("mi papa", "mi mama"), "hijo": ("mi papa", "mi mama"),
    "nieta": ("mi abuelo", "mi abuela"), "nieto": ("mi abuelo", "mi abuela"), "hermana": ("mi hermano", "mi hermana"),
    "hermano": ("mi hermano", "mi hermana"), "sobrina": ("mi tio", "mi tia"), "sobrino": ("mi tio", "mi tia"),
    "esposa": ("mi esposo", "mi esposa"), "esposo": ("mi esposo", "mi esposa"),
}  # fmt: skip
_HE = re.compile(r"\b(?:he|his|him|he's|el (?:tiene|necesita|no|ya|esta|vive))\b")
_SHE = re.compile(r"\b(?:she|her|she's|hers|ella)\b")
_EITHER = re.compile(r"\b(?:my )?(?:spouse|better half|significant other|other half)\b")
_MARRIED = re.compile(
    r"\b(?:years?|yrs?) (?:together|married)\b|\bour anniversary\b|\bsince we married\b|\b(?:we been|we've been|we have been|been|we're) married\b"
)


def named_plainly(flat: str) -> str:
    """`flat` (see text.plain) with such relatives named by one word."""
    flat = _helped_by_kin(flat)
    for pattern, word in _COMPILED:
        flat = pattern.sub(word, flat)
    if _EITHER.search(flat) and _HE.search(flat):
        flat = _EITHER.sub("my husband", flat)
    elif _EITHER.search(flat) and _SHE.search(flat):
        flat = _EITHER.sub("my wife", flat)
    if _MARRIED.search(flat) and not re.search(r"\b(?:husband|wife)\b", flat):
        if _SHE.search(flat):
            flat += " my wife needs"
        elif _HE.search(flat):
            flat += " my husband needs"
    return flat


def _helped_by_kin(flat: str) -> str:
    """`flat` with "I'm his sister" turned into the one who needs help, where "he" or "she" tells who that is."""
    match = _WRITER_IS.search(flat)
    she, he = len(_SHE.findall(flat)), len(_HE.findall(flat))
    if match is None or she == he:
        return flat
    of_him, of_her = _TO_WHOM[match.group("who").removesuffix("s")]
    helped = of_her if she > he else of_him
    return f"{flat[: match.start()]}writing for {helped}{flat[match.end() :]}"
