"""The plain words for a need: who names one of them speaks of it, whatever else the message resembles."""

from __future__ import annotations

import re

OWN_WORDS = {
    need: re.compile(rf"\b(?:{words})\b")
    for need, words in {
        "utilities": r"lights?|electric\w*|gas(?! money| for| card)|heat\w*|power|energy|luz|calefaccion|electricidad|heaters?|boiler|calentador\w*|calenton",
        "transportation": r"rides?|transport\w*|bus|drive me|take me|get to|way to get|raite|viaje|llev\w+",
        "food_assistance": r"food|groceries|eat|hungry|comida|despensa|comer|hambre|mandado|cupones",
        "meals_delivered": r"meals?|comidas?|cook\w*|cocin\w+",
        "housing": r"rent|evict\w*|apartment|shelter|homeless|place to (?:live|stay)|renta|desaloj\w*|apartamento|donde vivir",
        "in_home_care": r"(?:help|care|ayuda|cuidado) (?:at|in (?:the|her|his|my)|around the|en (?:la |su |mi )?)? ?(?:home|house|casa)|home care|aides?|bath\w*|care ?giver|look after (?:her|him|me)|clean\w*|cuidadora|ban\w+se|limpi\w+|cuid\w+",
        "kinship_care": r"raising|custody|guardian\w*|criando|crio|custodia",
        "home_repair": r"ramp|roof|plumb\w*|furnace|railing|steps|leak\w*|(?:grab|safety|tub|bath|shower) ?bars?|bars (?:by|in|near|on|for) (?:the )?\w+|hand ?rails?|barras?|pasamanos|agarraderas?|rampa|techo|tuberia|goter\w+|arregl\w+ (?:la|mi) casa",
        "medical_equipment": r"walker|wheelchair|scooter|oxygen|commode|shower chair|cane|andador|silla de ruedas|baston",
        "medicaid": r"medicaid", "medicare_counseling": r"medicare", "prescription_costs": r"pills|medicines?|prescription\w*|insulin|medicinas?|pastillas|insulina",
        "dental_vision_hearing": r"teeth|tooth|dent\w+|glasses|hearing|dientes|lentes|muelas?", "mental_health": r"depress\w*|sad|grie\w+|counsel\w+|deprimid\w+|triste\w*|terapia",
        "legal_help": r"lawyer|legal|court|sue\w*|will|abogad\w+|corte|demanda", "income_support": r"ssi|disability|social security|income|pension|survivors?|seguro social|ingresos?",
        "respite": r"break|respite|rest|descanso", "tech_help": r"phone|internet|computer|tablet|telefono|celular|computadora", "social_connection": r"lonely|lonesome|company|friends|sol[oa]|compania",
        "caregiver_support": r"caregiv\w+|taking care|cuidador\w*", "dementia_support": r"dementia|alzheimer\w*|forget\w*|memory|memoria|demencia", "veterans": r"veterans?|va|army|navy|marines|military|veteran[oa]",
        "jobs": r"jobs?|work|trabajo|empleo", "tax_help": r"tax\w*|impuestos", "adult_day": r"adult day|day center|centro de dia", "elder_abuse": r"hit\w*|hurt\w*|abus\w*|steal\w*|pega|maltrat\w+",
        "fraud_scams": r"scam\w*|fraud|estaf\w+|fraude", "benefits_check": r"benefits|beneficios", "disaster": r"flood\w*|storm|hurricane|fire|tornado|inund\w+|tormenta|huracan|incendio",
    }.items()
}  # fmt: skip


def names_need(need: str, plain: str) -> bool:
    """Whether `plain` holds a word for the need."""
    words = OWN_WORDS.get(need)
    return words is not None and bool(words.search(plain))
