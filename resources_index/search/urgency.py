"""Whether a text says that it cannot wait: today, no food, no heat, shut off, put out of the house."""

from __future__ import annotations

import re

# Each line is one way of saying it, English first. Accents are taken away before.
_THINGS = (
    r"furnace|heater|boiler|heat|heating|a/?c|air|air condition\w+|power|lights?|electric\w*|gas|water|"
    r"toilet|sewer|oxygen|fridge|refrigerator|freezer"
)
_BROKEN = (
    r"died|dead|broke|broken|quit|stopped|went out(?! of)|is out(?! of)|are out(?! of)|backed up|not working|"
    r"(?:won'?t|wont|doesn'?t|doesnt|isn'?t|isnt) (?:start|work\w*|turn on|come on|light)"
)
_SHELVES = (
    r"cupboards?|fridge|refrigerator|pantry|freezer|ice ?box|alacena|refri\w*|nevera|despensa"
)
_FOOD = (
    r"no (?:food|groceries)|without (?:food|eating)|(?:out of|ran out of) (?:food|groceries)|"
    r"nothing to eat|nothing in the (?:house|fridge|cupboard)|"
    r"(?:haven'?t|havent|hasn'?t|hasnt|didn'?t|didnt|not) (?:eat|eaten)|starving|hungry|"
    rf"empty (?:{_SHELVES})|(?:{_SHELVES})\W+(?:\w+\W+){{0,2}}(?:empty|bare|vaci[oa])|"
    r"(?:no (?:tengo|hay|tenemos)|ni tengo) (?:comida|nada (?:de|que|para) comer)|sin comida|hambre|"
    r"(?:se me|se nos) (?:acabo|termino) la comida"
)
_WAYS = (
    r"to-?day|tonight|tonite|right now|right away|asap|urgent|emergency|"
    r"hoy|ahorita|esta noche|urgente|emergencia",
    rf"(?:{_THINGS})\W+(?:\w+\W+){{0,2}}(?:{_BROKEN})",
    r"no (?:heat|power|lights?|electric\w*|gas|running water|water|a/?c|air)|"
    r"without (?:heat|power|lights?|electric\w*|water|gas)|freezing|heat ?wave|below zero",
    r"(?:out of|low on) (?:insulin|oil|propane|oxygen|pills|meds|medicines?|medications?|fuel|firewood)|"
    r"tank\W+(?:\w+\W+){0,2}empty|empty tank",
    r"shut ?off|shutting off|cut ?off (?:my|our|the)|cutting off|(?:shut|cut|cutting|turn\w*) (?:me|us|it|them|(?:my|our|the|his|her|moms?|dads?) \w+) off|disconnect\w*|off notice",
    r"evict\w*|locked out|notice to (?:vacate|quit)|(?:get|be|move) out by|homeless|"
    r"(?:kick|throw|threw|putt?)(?:s|ing|ed|n)? (?:me|us|him|her|my \w+) out|"
    r"nowhere to (?:sleep|stay|go)|no place to (?:sleep|stay|go)|sleeping in (?:my|the|his|her|our) (?:car|truck)",
    r"(?:no (?:tengo|hay|tenemos|sirve|funciona|prende)|sin) (?:la |el )?(?:luz|agua|gas|calefaccion|electricidad|aire)|"
    r"(?:se )?(?:descompuso|dano|rompio|apago|murio) (?:la|el|mi) (?:calefaccion|calenton|calentador|aire|refri\w*|luz)",
    r"(?:se me|se nos) (?:acab|termin)\w+ (?:la |el |las |los )?(?:insulina|gas|propano|medicin\w+|pastillas)|"
    r"(?:me|se|nos) qued\w+ sin (?:insulina|oxigeno|comida|medicin\w+|pastillas|gas)",
    r"cort(?:aron|ar|an|en) (?:la |el |mi )?(?:luz|agua|gas|corriente|servicio|electricidad)|cortaron",
    r"desaloj\w*|en la calle|(?:me|nos) (?:echan|echaron|sacan|sacaron)|"
    r"(?:me|nos) (?:van|quieren|va|quiere) a? ?(?:echar|sacar|correr)|no tengo (?:donde|a donde) (?:vivir|dormir|ir)",
)
# Somebody is hurt or robbed: who protects them comes before what takes weeks, however it is told.
NEVER_WAITS = frozenset({"elder_abuse"})
_NOTHING_TO_EAT = re.compile(rf"\b(?:{_FOOD})\b")
_NOW = re.compile(rf"\b(?:{'|'.join(_WAYS)})\b")
_ACCENTS = str.maketrans("áéíóúüñ’", "aeiouun'")


def is_urgent(text: str) -> bool:
    """True when the words ask for help now; about a shelf of meals tomorrow week they do not."""
    flat = _flat(text)
    return bool(_NOW.search(flat) or _NOTHING_TO_EAT.search(flat))


def with_food_now(text: str, needs: tuple[str, ...]) -> tuple[str, ...]:
    """Who has nothing to eat needs groceries today, whatever else was understood."""
    if "food_assistance" in needs or not _NOTHING_TO_EAT.search(_flat(text)):
        return needs
    return ("food_assistance", *needs)


def _flat(text: str) -> str:
    return text.lower().translate(_ACCENTS)
