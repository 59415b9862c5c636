"""State programmes that fit no common kind: what each is, in our own words, and where it is to be had.

One entry a programme of program_contacts.csv, by state and the beginning of its name there. `counties`
are given where the office that answers is for a part of the state only.
"""

from __future__ import annotations

from dataclasses import dataclass

from tools.directory.content import (
    AGE_60,
    ANYONE,
    ASK_COST,
    FREE,
    FREE_CALL,
    INCOME,
    Kind,
    Text,
)


@dataclass(frozen=True)
class Program:
    """What a programme is; `name` is what it is called on the page that was checked."""

    state: str
    begins: str
    kind: Kind
    organization: str
    counties: tuple[str, ...] = ()


def _kind(en: str, es: str, needs: str, sum_en: str, sum_es: str, ask_en: str, ask_es: str,
          who: Text = AGE_60, cost: Text = ASK_COST, urgency: str = "weeks", age: int | None = None) -> Kind:  # fmt: skip
    return Kind(Text(en, es), tuple(needs.split()), Text(sum_en, sum_es), who, cost, Text(ask_en, ask_es),
                urgency, age)  # fmt: skip


def _home_care(en: str, es: str) -> Kind:
    return _kind(
        en, es, "in_home_care respite adult_day caregiver_support",
        "State money for help at home, so an older adult need not move to a nursing home. They ask about health and "
        "income first.",
        "Dinero del estado para ayuda en casa, para no tener que ir a un asilo. Primero preguntan por la salud y los "
        "ingresos.",
        f"I want to ask about {en}.", f"Quiero preguntar por {es}.", INCOME)  # fmt: skip


def _companions(en: str, es: str) -> Kind:
    return _kind(
        en, es, "social_connection volunteering respite",
        "Volunteers 55 and over visit older neighbors: company, errands, a break for family. Ask for a visitor, or to "
        "become one.",
        "Voluntarios de 55 o más visitan a vecinos mayores: compañía, mandados, descanso para la familia. Pida una "
        "visita o sea voluntario.",
        "I would like a companion, or to be one.", "Quisiera un acompañante, o ser uno.", ANYONE, FREE)  # fmt: skip


def _medicine(en: str, es: str, who: Text) -> Kind:
    return _kind(
        en, es, "prescription_costs",
        "The state helps pay for medicine. It can work together with Medicare Part D.",
        "El estado ayuda a pagar las medicinas. Puede usarse junto con la Parte D de Medicare.",
        "Can you help me pay for my medicine?", "¿Me pueden ayudar a pagar mis medicinas?", who, INCOME)  # fmt: skip


def _medicare(en: str, es: str) -> Kind:
    return _kind(
        en, es, "medicare_counseling medicare_savings prescription_costs",
        "Free Medicare counseling of your state, by trained people who sell nothing: plans, bills, appeals.",
        "Consejería gratis sobre Medicare en su estado, por personas que no venden nada: planes, cuentas, apelaciones.",
        "I need help with Medicare.", "Necesito ayuda con Medicare.", Text("People with Medicare.", "Personas con Medicare."),
        FREE, "days")  # fmt: skip


def _entry(en: str, es: str) -> Kind:
    return _kind(
        en, es, "benefits_check in_home_care transportation meals_delivered caregiver_support long_term_care "
        "care_transitions",
        "One call for older adults: a person tells you what help there is near you, who pays, and how to sign up.",
        "Una llamada para personas mayores: le dicen qué ayuda hay cerca, quién paga y cómo inscribirse.",
        "I am an older adult and need some help.", "Soy una persona mayor y necesito ayuda.", AGE_60, FREE_CALL, "days")  # fmt: skip


def _snap_for_seniors(en: str, es: str) -> Kind:
    return _kind(
        en, es, "food_assistance",
        "A shorter form for food money (SNAP) when everyone at home is 60 or over, or disabled, and no one works.",
        "Una solicitud más corta para cupones de alimentos (SNAP) si todos en casa tienen 60 o más, o discapacidad, y "
        "nadie trabaja.",
        "I want the short SNAP form for older adults.", "Quiero la solicitud corta de SNAP para mayores.", INCOME, FREE)  # fmt: skip


def _property_tax(en: str, es: str, sum_en: str, sum_es: str) -> Kind:
    return _kind(en, es, "tax_help housing", sum_en, sum_es, f"I want to ask about {en}.", f"Quiero preguntar por {es}.",
                 Text("Older homeowners, by income.", "Dueños mayores, según ingresos."), FREE)  # fmt: skip


_CALLS = _kind(
    "A friendly call each day", "Una llamada cada día", "social_connection",
    "A phone call to see that you are all right. If you do not pick up, they let someone you chose know.",
    "Una llamada para saber si está bien. Si no contesta, avisan a la persona que usted eligió.",
    "Please sign me up for the calls.", "Quiero inscribirme para las llamadas.", AGE_60, FREE)  # fmt: skip
_PACE = _kind(
    "PACE: all care in one place", "PACE: todo el cuidado en un lugar", "long_term_care adult_day in_home_care",
    "One team gives you doctor, rides, day center and help at home, so that you can stay out of a nursing home. Ask if "
    "they serve your ZIP code.",
    "Un solo equipo le da doctor, transporte, centro de día y ayuda en casa. Pregunte si atienden su código postal.",
    "Do you serve my ZIP code?", "¿Atienden mi código postal?",
    Text("Age 55 and over who need a lot of care.", "55 años o más que necesitan mucho cuidado."),
    Text("Free with Medicaid. Else ask.", "Gratis con Medicaid. Si no, pregunte."), "weeks", 55)  # fmt: skip
_WAIVER = _home_care("Help at home through Medicaid", "Ayuda en casa por Medicaid")

PROGRAMS: tuple[Program, ...] = (
    Program("AL", "Alabama Elderly Simplified", _snap_for_seniors("Short SNAP form for seniors", "SNAP con solicitud corta"), "Alabama Department of Human Resources"),
    Program("CA", "Property Tax Postponement", _property_tax(
        "property tax postponement", "aplazar el impuesto de la casa",
        "The state pays your property tax now, and you pay it back later, when the home is sold or passed on.",
        "El estado paga ahora el impuesto de su casa y usted lo devuelve después, cuando la casa se vende o se hereda."),
        "California State Controller"),
    Program("DC", "Safe at Home", _kind(
        "Safe at Home", "Hogar seguro (Safe at Home)", "home_repair falls_prevention",
        "Grab bars, rails, ramps and other changes that prevent falls at home.",
        "Barras, pasamanos, rampas y otros cambios para evitar caídas en casa.",
        "I need grab bars or rails at home.", "Necesito barras o pasamanos en casa.", AGE_60, INCOME), "DC Department of Aging and Community Living"),
    Program("DC", "DACL Benefits", _kind(
        "Help to sign up for benefits", "Ayuda para solicitar beneficios", "benefits_check medicaid medicare_savings food_assistance",
        "A worker helps you fill in forms for Medicaid, Medicare costs and food money.",
        "Una persona le ayuda con las solicitudes de Medicaid, costos de Medicare y cupones de alimentos.",
        "Can you help me apply for benefits?", "¿Me ayudan a solicitar beneficios?", AGE_60, FREE), "DC Department of Aging and Community Living"),
    Program("FL", "Home Care for the Elderly", _home_care("Home Care for the Elderly", "Home Care for the Elderly (cuidado en casa)"), "Florida Elder Helpline"),
    Program("FL", "Community Care for the Elderly", _home_care("Community Care for the Elderly", "Community Care for the Elderly (cuidado en casa)"), "Florida Elder Helpline"),
    Program("HI", "Kahi Malama", _entry("Office of Aging, Hilo", "Oficina para mayores, Hilo"), "Hawaii County Office of Aging", ("Hawaii",)),
    Program("HI", "Elderly Affairs Division", _entry("Honolulu Elderly Affairs", "Oficina para mayores de Honolulu"), "Honolulu Elderly Affairs Division", ("Honolulu",)),
    Program("HI", "Kaua'i Agency", _entry("Kauai Senior Helpline", "Línea para mayores de Kauai"), "Kauai Agency on Elderly Affairs", ("Kauai",)),
    Program("HI", "Transportation Friends", _kind(
        "Rides with a volunteer", "Transporte con voluntarios", "transportation",
        "Volunteers drive older adults to the doctor and on errands.",
        "Voluntarios llevan a personas mayores al doctor y a mandados.",
        "I need a ride. How do I sign up?", "Necesito transporte. ¿Cómo me inscribo?"), "Catholic Charities Hawaii", ("Honolulu",)),
    Program("HI", "Senior Companion", _companions("Senior Companions, Oahu", "Acompañantes (Senior Companions), Oahu"), "Hawaii Department of Human Services", ("Honolulu",)),
    Program("HI", "Foster Grandparent", _kind(
        "Foster Grandparents, Oahu", "Abuelos voluntarios, Oahu", "volunteering social_connection",
        "People 55 and over help children in schools and hospitals. There may be a small payment.",
        "Personas de 55 o más ayudan a niños en escuelas y hospitales. Puede haber un pago pequeño.",
        "I would like to volunteer with children.", "Quisiera ser voluntario con niños.",
        Text("Age 55 and over.", "55 años o más."), FREE, "weeks", 55), "Hawaii Department of Human Services", ("Honolulu",)),
    Program("IL", "Community Care Program", _home_care("Community Care Program", "Community Care Program (cuidado en casa)"), "Illinois Department on Aging"),
    Program("KS", "Senior Care Act", _home_care("Senior Care Act help at home", "Ayuda en casa (Senior Care Act)"), "Kansas Aging and Disability Resource Center"),
    Program("LA", "State Personal Assistance", _home_care("State Personal Assistance Services", "Asistencia personal del estado (SPAS)"), "The Arc of Louisiana"),
    Program("MA", "Prescription Advantage", _medicine("Prescription Advantage", "Prescription Advantage (medicinas)", Text("Age 65 and over, or younger with a disability.", "65 años o más, o con discapacidad.")), "Prescription Advantage"),
    Program("MD", "Maryland Durable Medical", _kind(
        "Free used medical equipment", "Equipo médico usado, gratis", "medical_equipment",
        "Cleaned and mended walkers, wheelchairs, hospital beds and more, at no charge. They also take what you no longer "
        "need.",
        "Andadores, sillas de ruedas, camas y más, limpios y arreglados, sin costo. También reciben lo que ya no usa.",
        "I need a walker or wheelchair.", "Necesito un andador o una silla de ruedas.", ANYONE, FREE, "days"), "Maryland Department of Aging"),
    Program("MD", "Community First Choice", _home_care("Community First Choice", "Community First Choice (cuidado en casa)"), "Maryland Access Point"),
    Program("MD", "Maryland Senior Call Check", _CALLS, "Maryland Senior Call Check"),
    Program("MI", "MI Options", _entry("MI Options", "MI Options"), "MI Options"),
    Program("MI", "MiCAFE", _snap_for_seniors("SNAP sign-up help (MiCAFE)", "Ayuda para solicitar SNAP (MiCAFE)"), "MiCAFE"),
    Program("MN", "Minnesota Aging Pathways", _entry("Minnesota Aging Pathways", "Minnesota Aging Pathways"), "Minnesota Aging Pathways"),
    Program("MS", "Central Mississippi", _CALLS, "Central Mississippi Area Agency on Aging", ("Copiah", "Hinds", "Madison", "Rankin", "Simpson", "Warren", "Yazoo")),
    Program("ND", "ND Assistive", _kind(
        "Senior Safety Program", "Programa de seguridad para mayores", "medical_equipment falls_prevention",
        "Devices that make home safer: alarms, aids for bathing, hearing and seeing.",
        "Aparatos que hacen la casa más segura: alarmas, ayudas para bañarse, oír y ver.",
        "What safety devices can I get?", "¿Qué aparatos de seguridad puedo recibir?", AGE_60, INCOME), "ND Assistive"),
    Program("NH", "AmeriCorps Senior Companion", _companions("Senior Companions", "Acompañantes (Senior Companions)"), "New Hampshire Senior Companions"),
    Program("NJ", "Senior Freeze", _property_tax(
        "Senior Freeze", "Senior Freeze (impuesto de la casa)",
        "New Jersey pays back the part of your property tax that has gone up since you joined.",
        "Nueva Jersey devuelve lo que subió su impuesto de la casa desde que se inscribió."), "New Jersey Property Tax Relief"),
    Program("NJ", "Jersey Assistance", _home_care("Jersey Assistance for Community Caregiving", "JACC (cuidado en casa)"), "New Jersey Aging and Disability Resource Connection"),
    Program("NJ", "Pharmaceutical Assistance", _medicine("PAAD: help with medicine", "PAAD: ayuda con medicinas", Text("Age 65 and over, or with Social Security Disability.", "65 años o más, o con discapacidad del Seguro Social.")), "New Jersey Division of Aging Services"),
    Program("NM", "Community Benefit", _WAIVER, "New Mexico Medicaid"),
    Program("NV", "Taxi Assistance", _kind(
        "Taxi coupons", "Cupones de taxi", "transportation",
        "Coupons that make taxi rides cheaper for older and disabled people in the Las Vegas area.",
        "Cupones para pagar menos en taxi, para mayores y personas con discapacidad en la zona de Las Vegas.",
        "How do I get taxi coupons?", "¿Cómo consigo cupones de taxi?", AGE_60, Text("You pay part of the fare.", "Usted paga una parte.")),
        "Nevada Taxi Assistance Program", ("Clark",)),
    Program("NY", "Senior Citizen Rent", _kind(
        "Rent freeze for seniors (SCRIE)", "Congelar la renta para mayores (SCRIE)", "housing",
        "Keeps the rent of older tenants in certain apartments from going up.",
        "Evita que suba la renta de inquilinos mayores en ciertos apartamentos.",
        "I am over 62. Can my rent be frozen?", "Tengo más de 62. ¿Pueden congelar mi renta?",
        Text("Age 62 and over with low income, in a rent-regulated home.", "62 años o más, bajos ingresos, renta regulada."),
        FREE, "weeks", 62), "New York City", ("Bronx", "Kings", "New York", "Queens", "Richmond")),
    Program("NY", "Enhanced STAR", _property_tax(
        "Enhanced STAR", "Enhanced STAR (impuesto de la casa)",
        "Lower school taxes on the home of people 65 and over.",
        "Menos impuesto escolar para la casa de personas de 65 o más."), "New York State STAR Program"),
    Program("RI", "Rhode Island Pharmaceutical", _medicine("RIPAE: help with medicine", "RIPAE: ayuda con medicinas", Text("Age 65 and over, or 55 and over with disability.", "65 años o más, o 55 con discapacidad.")), "Rhode Island Office of Healthy Aging"),
    Program("RI", "At HOME Cost Share", _home_care("At HOME Cost Share", "At HOME Cost Share (cuidado en casa)"), "The POINT"),
    Program("RI", "HCC Senior Companion", _companions("Senior Companions", "Acompañantes (Senior Companions)"), "Rhode Island Office of Healthy Aging"),
    Program("RI", "The POINT", _entry("The POINT", "The POINT"), "The POINT"),
    Program("SC", "Elderly Simplified", _snap_for_seniors("Short SNAP form for seniors", "SNAP con solicitud corta"), "South Carolina Department of Social Services"),
    Program("SD", "Senior Health Information", _medicare("SHIINE Medicare counseling", "Consejería de Medicare (SHIINE)"), "SHIINE"),
    Program("SD", "Senior Companions", _companions("Senior Companions of South Dakota", "Acompañantes de Dakota del Sur"), "Senior Companions of South Dakota"),
    Program("TN", "OPTIONS for Community", _home_care("OPTIONS for Community Living", "OPTIONS (cuidado en casa)"), "Tennessee Area Agencies on Aging and Disability"),
    Program("VA", "Virginia Insurance Counseling", _medicare("VICAP Medicare counseling", "Consejería de Medicare (VICAP)"), "VICAP"),
    Program("VT", "Vermont Senior Companion", _companions("Senior Companions", "Acompañantes (Senior Companions)"), "Vermont Senior Companion Program"),
    Program("WA", "Housing and Essential Needs", _kind(
        "Housing and Essential Needs", "Vivienda y necesidades básicas", "housing utilities",
        "May help with rent, light bills and basics while you cannot work because of your health.",
        "Puede ayudar con renta, luz y lo básico mientras no puede trabajar por su salud.",
        "Can I get a referral for Housing and Essential Needs?", "¿Puedo recibir una referencia para vivienda?", INCOME, FREE),
        "Washington DSHS"),
    Program("WI", "SeniorCare", _medicine("SeniorCare", "SeniorCare (medicinas)", Text("Age 65 and over.", "65 años o más.")), "Wisconsin SeniorCare"),
    Program("WV", "Take Me Home", _kind(
        "Take Me Home", "Take Me Home (regresar a casa)", "care_transitions in_home_care long_term_care",
        "Helps people with Medicaid leave a nursing home or hospital and live in their own home again.",
        "Ayuda a personas con Medicaid a salir del asilo u hospital y volver a vivir en casa.",
        "I want to leave the nursing home and go home.", "Quiero salir del asilo y volver a casa.", INCOME, FREE), "West Virginia Take Me Home"),
    Program("WV", "Visually Impaired Seniors", _kind(
        "Help at home for low vision", "Ayuda en casa para quien ve poco", "dental_vision_hearing tech_help",
        "A teacher comes to the home of older adults who see poorly: safe cooking, walking, devices.",
        "Un maestro va a casa de mayores que ven poco: cocinar seguro, caminar, aparatos.",
        "I do not see well and need help at home.", "No veo bien y necesito ayuda en casa.",
        Text("Age 55 and over with low vision.", "55 años o más con poca vista."), FREE, "weeks", 55), "West Virginia Division of Rehabilitation Services"),
    Program("RI", "PACE", _PACE, "PACE Rhode Island"),
    Program("KY", "Kentucky PACE", _PACE, "Senior CommUnity Care PACE", ("Jefferson",)),
    Program("WA", "Program of All-Inclusive", _PACE, "Providence ElderPlace PACE", ("King",)),
)  # fmt: skip

# Rows of common kinds whose office answers for a part of the state only (state, organization begins).
LOCAL_OFFICES: dict[tuple[str, str], tuple[str, ...]] = {
    ("KY", "Goodwill Kentucky"): ("Fayette",),
    ("KS", "Wichita Workforce"): ("Sedgwick",),
    ("DE", "New Castle County"): ("New Castle",),
    ("HI", "HCAP Central"): ("Honolulu",),
    ("HI", "Oahu Ombudsman"): ("Honolulu",),
    ("UT", "Davis County Aging"): ("Davis",),
    ("WA", "Coastal Community"): ("Grays Harbor", "Pacific"),
    ("NH", "Belknap/Merrimack"): ("Belknap", "Merrimack"),
    ("CO", "Energy Resource Center"): ("Denver", "Boulder", "Larimer", "Weld"),
    ("NY", "NYC - Aging"): ("Bronx", "Kings", "New York", "Queens", "Richmond"),
    ("AZ", "Area Agency on Aging Helpline"): ("Maricopa",),
    ("IN", "Meals on Wheels Central"): ("Marion",),
    ("MO", "LSEM Advocates"): ("St. Louis", "St. Louis City", "St. Charles", "Jefferson", "Franklin"),
    ("NC", "High Country"): ("Alleghany", "Ashe", "Avery", "Mitchell", "Watauga", "Wilkes", "Yancey"),
    ("OK", "DDS Respite"): ("Oklahoma",),
    ("MS", "MCLSC Intake"): ("Hinds", "Rankin", "Madison", "Copiah", "Simpson", "Warren", "Yazoo"),
}  # fmt: skip
