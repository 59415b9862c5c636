"""Facts of local lists in our words: who can get it, what it costs, when it is open, which languages.

What stands here comes often; the rest keeps its English words and asks the reader in Spanish to ask.
"""

from __future__ import annotations

import re

from resources_index.directory.hours import in_words, read_hours
from tools.directory.content import AGE_60, ANYONE, DONATION, FREE, Text

_ASK_WHO = "Pregunte si es para usted."
_ASK_COST = "Pregunte el costo."
_OLDER = Text("Older adults. Ask about the age.", "Personas mayores. Pregunte desde qué edad.")
_LOW_INCOME = Text("People with low income.", "Personas de bajos ingresos.")
_OWNERS = Text("People who own the home they live in.", "Dueños que viven en su casa.")
_WHO: dict[str, Text] = {
    "60 and over; older adult centre funded by the city": AGE_60,
    "Age 60 and over": AGE_60,
    "Age 60+": AGE_60,
    "60 and over in the area served": Text("Age 60 and over who live in the area.", "60 años o más que viven en la zona."),
    "Older residents (60+) of the housing development or area served": Text(
        "Age 60 and over who live in these buildings or nearby.", "60 años o más que viven en estos edificios o cerca."),
    "Older adults; ask about the age limit": _OLDER,
    "Older adults": _OLDER,
    "Older adults in Los Angeles County; ask the provider": _OLDER,
    "Chicago residents, usually 60 and over (SCSEP from 55)": Text(
        "People in Chicago, mostly 60 and over.", "Personas de Chicago, casi siempre de 60 años o más."),
    "Older adults and adults with disabilities; ask about the age limit": Text(
        "Older adults and adults with a disability.", "Personas mayores y adultos con discapacidad."),
    "Age 60 and over; also adults with disabilities": Text(
        "Age 60 and over, and adults with a disability.", "60 años o más, y adultos con discapacidad."),
    "60 and over, unable to shop or cook; a case management agency decides": Text(
        "Age 60 and over who cannot shop or cook. They visit and decide.",
        "60 años o más que no pueden comprar ni cocinar. Le visitan y deciden."),
    "60 and over, arranged through a case management agency": Text(
        "Age 60 and over. A case worker sets it up.", "60 años o más. Una trabajadora de casos lo arregla."),
    "60 and over in the area served; assesses for home care and delivered meals": Text(
        "Age 60 and over who live in the area. They visit and decide.", "60 años o más de la zona. Le visitan y deciden."),
    "60 and over in the borough, at risk of or living with abuse": Text(
        "Age 60 and over in the borough whom somebody hurts or may hurt.",
        "60 años o más del condado a quienes alguien maltrata o puede maltratar."),
    "60 and over in the borough; civil legal matters": Text("Age 60 and over in the borough.", "60 años o más del condado."),
    "60 and over, through older adult centres": Text(
        "Age 60 and over, through a senior center.", "60 años o más, por medio de un centro para mayores."),
    "Veterans and dependents": Text("Veterans and their families.", "Veteranos y sus familias."),
    "Veterans, dependents, survivors": Text("Veterans and their families.", "Veteranos y sus familias."),
    "Anyone": ANYONE,
    "Anyone in need": ANYONE,
    "Unpaid carers of an older adult, and older adults raising relatives' children": Text(
        "Family who care for an older adult, and older adults raising a relative's child.",
        "Quien cuida a un familiar mayor, y mayores que crían a un niño de la familia."),
    "Low income": _LOW_INCOME,
    "Low-income residents": _LOW_INCOME,
    "Within income limits": _LOW_INCOME,
    "City owner-occupiers": _OWNERS,
    "Owner-occupiers within limits": Text("People with low income who own their home.", "Dueños de casa de bajos ingresos."),
    "Home owners": _OWNERS,
    "Age 60+ with low income": Text("Age 60 and over with low income.", "60 años o más, bajos ingresos."),
    "Age 60+ with limited income": Text("Age 60 and over with low income.", "60 años o más, bajos ingresos."),
    "Older adults and people with disabilities looking for long-term services": Text(
        "Older adults and people with a disability.", "Personas mayores y personas con discapacidad."),
    "Residents of care homes and their families": Text(
        "People in nursing homes and assisted living, and their families.", "Residentes de asilos y sus familias."),
}  # fmt: skip
_COST: dict[str, Text] = {
    "Free": FREE, "No Cost": FREE, "Donation": DONATION,
    "Fare": Text("You pay a fare.", "Se paga pasaje."),
    "Free with Medi-Cal": Text("Free with Medi-Cal.", "Gratis con Medi-Cal."),
    "No cost with Medi-Cal": Text("Free with Medi-Cal.", "Gratis con Medi-Cal."),
    "Rent by income": Text("Rent by income.", "Renta según ingresos."),
    "Deferred loan": Text("A loan that you pay back later.", "Un préstamo que se paga después."),
    "Loan, may be forgiven": Text("A loan that you may not have to pay back.", "Un préstamo que quizá no tenga que pagar."),
    "Fee; help may apply": Text("There is a fee. Ask about help.", "Se paga. Pregunte si hay ayuda."),
    "Free or low cost": Text("Free or low cost.", "Gratis o a bajo costo."),
}  # fmt: skip
_AMERICAN = (
    ("centre", "center"),
    ("programme", "program"),
    ("carer", "caregiver"),
    ("owner-occupier", "homeowner"),
)
_CLOSED = re.compile(r"\b(closed in|paused in|list closed|closed now)", re.IGNORECASE)
_NO_HOURS = re.compile(
    r"\bin 20\d\d\b|window|open(?:s|ed) (?:early|20)|apply|\bbook\b", re.IGNORECASE
)
_PHONE = re.compile(r"\d{3}-\d{3}-\d{4}")
_CODES = {"english": "en", "spanish": "es", "russian": "ru", "japanese": "ja"}


def who_can(fact: str) -> Text | None:
    """Who can get it; None where the list says nothing."""
    return (_WHO.get(fact) or Text(american(fact), _ASK_WHO)) if fact else None


def costs(fact: str) -> Text | None:
    """What it costs; None where the list says nothing."""
    return (_COST.get(fact) or Text(american(fact), _ASK_COST)) if fact else None


def hours(fact: str) -> tuple[str, bool]:
    """(hours in one form, whether open at any hour). Notes that are no hours, and numbers in them, are dropped."""
    if fact.lower().startswith("24 hours"):
        return "", True
    openings = read_hours(fact)
    if openings:
        return in_words(openings), False
    return ("" if _NO_HOURS.search(fact) or _PHONE.search(fact) else american(fact)), False


def status(hours_fact: str) -> str:
    """Lists say in the place of hours that a service takes nobody now."""
    return "temporarily closed" if _CLOSED.search(hours_fact) else "active"


def languages(fact: str) -> list[tuple[str, str]]:
    """(name, ISO code) of each language that is named."""
    names = [name for name in re.split(r"[;,] *", fact) if name]
    return [(name, _CODES[name.lower()]) for name in names]


def american(text: str) -> str:
    """British spellings of the lists as people here write them."""
    for british, ours in _AMERICAN:
        text = re.sub(british, ours, text)
        text = re.sub(british.capitalize(), ours.capitalize(), text)
    return text
