"""What a local service is, from the needs that its source names; the words are ours."""

from __future__ import annotations

from tools.directory.content import AGE_60, ASK_COST, Kind, Text

# The first need decides; what each kind of place does, in one or two sentences.
_SAID: dict[str, tuple[str, str, str, str]] = {
    "meals_group": ("A place near you with lunch, company and things to do.",
                    "Un lugar cerca con almuerzo, compañía y actividades.",
                    "What days do you serve lunch?", "¿Qué días sirven almuerzo?"),
    "social_connection": ("A place near you to meet people, with activities and help from staff.",
                          "Un lugar cerca para conocer gente, con actividades y ayuda del personal.",
                          "What is there to do this week?", "¿Qué actividades hay esta semana?"),
    "meals_delivered": ("They bring meals to the homes of older adults who cannot easily shop or cook.",
                        "Llevan comidas a casa de mayores que no pueden comprar o cocinar fácilmente.",
                        "I need meals brought to the house.", "Necesito que traigan comida a la casa."),
    "food_assistance": ("Groceries or food near you.", "Alimentos o despensa cerca de usted.",
                        "When can I pick up food?", "¿Cuándo puedo recoger comida?"),
    "transportation": ("Rides near you.", "Transporte cerca de usted.", "I need a ride.", "Necesito transporte."),
    "home_repair": ("Repairs or safety changes at home.", "Reparaciones o cambios de seguridad en casa.",
                    "I need something fixed at home.", "Necesito un arreglo en casa."),
    "in_home_care": ("Help at home with daily things such as bathing, cleaning or meals.",
                     "Ayuda en casa con bañarse, limpiar o comer.",
                     "I need help at home.", "Necesito ayuda en casa."),
    "elder_abuse": ("Takes reports that an older adult is hurt, left without care or robbed.",
                    "Recibe avisos de maltrato, abandono o robo a una persona mayor.",
                    "I am worried that an older adult is not safe.", "Me preocupa que una persona mayor no esté segura."),
    "veterans": ("Help with benefits and services for people who served, and their families.",
                 "Ayuda con beneficios y servicios para veteranos y sus familias.",
                 "I served and want to know what I can get.", "Serví y quiero saber qué puedo recibir."),
    "legal_help": ("Free or low-cost legal help.", "Ayuda legal gratis o a bajo costo.",
                   "I need legal help.", "Necesito ayuda legal."),
    "caregiver_support": ("Help for people who care for a family member.", "Ayuda para quien cuida a un familiar.",
                          "I take care of someone and need help.", "Cuido a alguien y necesito ayuda."),
    "respite": ("Time off for the one who gives the care.", "Un descanso para quien cuida.",
                "I need a break from caring.", "Necesito un descanso."),
    "housing": ("Help to find or keep a home.", "Ayuda para encontrar o conservar una vivienda.",
                "I need help with housing.", "Necesito ayuda con vivienda."),
    "mental_health": ("Someone to talk to about sadness, worry or grief.",
                      "Alguien con quien hablar de tristeza, ansiedad o duelo.",
                      "I would like to talk to someone.", "Quisiera hablar con alguien."),
    "care_transitions": ("A worker helps you plan and put services together.",
                         "Una persona le ayuda a planear y juntar los servicios.",
                         "I need someone to help me plan care.", "Necesito ayuda para planear el cuidado."),
    "adult_day": ("Day care for adults, with activities, meals and staff who look after people.",
                  "Cuidado de día para adultos, con actividades, comida y personal.",
                  "Do you have room, and what does a day cost?", "¿Tienen lugar y cuánto cuesta un día?"),
    "utilities": ("Help with light, gas or heating bills.", "Ayuda con cuentas de luz, gas o calefacción.",
                  "I need help with a bill.", "Necesito ayuda con una cuenta."),
    "tax_help": ("Help with taxes.", "Ayuda con impuestos.", "I need help with taxes.", "Necesito ayuda con impuestos."),
}  # fmt: skip
_ELSE = ("Help for older adults near you.", "Ayuda para personas mayores cerca de usted.",
         "What help do you have?", "¿Qué ayuda ofrecen?")  # fmt: skip


def local_kind(row: dict[str, str]) -> Kind:
    """The kind of one row of local_services.csv."""
    needs = [need.strip() for need in row["need_ids"].split(";") if need.strip()]
    first = needs[0]
    summary_en, summary_es, ask_en, ask_es = _SAID.get(first, _ELSE)
    urgency = "immediate" if first in ("elder_abuse", "food_assistance") else "days"
    name = Text(row["name"], row["name"])
    return Kind(name, tuple(needs), Text(summary_en, summary_es), AGE_60, ASK_COST,
                Text(ask_en, ask_es), urgency)  # fmt: skip
