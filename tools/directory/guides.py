"""National programmes of CMS, NCOA and AHRQ, and what care coordination is: in our own words.

An entry without a line has an address only, because no source gives a number of its own.
"""

from __future__ import annotations

from tools.directory.content import (
    ANYONE,
    BY_MEDICAID,
    FREE,
    FREE_CALL,
    FREE_TO_APPLY,
    INCOME,
    MEDICARE,
    Kind,
    Text,
)
from tools.directory.entries import OLDER, National

_CMS = "Centers for Medicare & Medicaid Services"
_NCOA = "National Council on Aging"
_AHRQ = "Agency for Healthcare Research and Quality"
_MEDICARE_LINE = "1-800-MEDICARE"
_BY_MEDICARE = Text(
    "Medicare may pay. Ask what your part is.", "Medicare puede pagar. Pregunte cuánto paga usted."
)


def _guide(name: tuple[str, str], needs: str, summary: tuple[str, str], who: Text, cost: Text, ask: tuple[str, str],
           urgency: str = "days", ready: tuple[str, ...] = (), age: int | None = None) -> Kind:  # fmt: skip
    return Kind(Text(*name), tuple(needs.split()), Text(*summary), who, cost, Text(*ask), urgency, age,
                have_ready=ready)  # fmt: skip


def _medicare(kind: Kind, url: str = "https://www.medicare.gov") -> National:
    return National(_CMS, kind, _MEDICARE_LINE, url, open_always=True)


def _page(organization: str, kind: Kind, url: str) -> National:
    return National(
        organization, kind, None, url, source=f"{url} (described in our own words)", as_of=""
    )


GUIDES: tuple[National, ...] = (
    _medicare(_guide(
        ("Medicare plan finder", "Buscador de planes de Medicare"), "medicare_counseling prescription_costs",
        ("Shows which Medicare drug or health plan costs least for the medicine you take. Someone on the phone can go "
         "through it with you.",
         "Muestra qué plan de Medicare cuesta menos para las medicinas que usted toma. Por teléfono también le ayudan."),
        MEDICARE, FREE, ("Please help me compare plans for my medicine.", "Ayúdeme a comparar planes para mis medicinas."),
        ready=("Medicare card", "list of your medicine")), "https://www.medicare.gov/plan-compare/"),
    _medicare(_guide(
        ("Appeal when Medicare says no", "Apelar si Medicare dice que no"), "medicare_counseling care_transitions",
        ("If Medicare or your plan will not pay, you can ask them to look again. The letter says by when. Told to leave the "
         "hospital too soon? Ask the same day for a fast review.",
         "Si Medicare o su plan no paga, puede pedir otra revisión. La carta dice hasta cuándo. ¿Le dan de alta muy pronto? "
         "Pida el mismo día una revisión rápida."),
        MEDICARE, FREE, ("I want to appeal. What do I do first?", "Quiero apelar. ¿Qué hago primero?"), "immediate",
        ("the letter that says no", "Medicare card"))),
    _medicare(_guide(
        ("Complain about bad medical care", "Quejarse de mala atención médica"), "medicare_counseling ltc_ombudsman find_provider care_transitions",
        ("Wrong treatment, sent home too soon, or not heard at a hospital, clinic or nursing home? Medicare passes your complaint to the "
         "independent reviewers for your state.",
         "¿Mal tratamiento, alta muy pronto o no le escuchan en el hospital, clínica o asilo? Medicare pasa su queja a los revisores "
         "independientes de su estado."),
        MEDICARE, FREE, ("I want to complain about the quality of my care.", "Quiero quejarme de la calidad de mi atención."),
        ready=("name of the hospital or doctor", "the date"))),
    _medicare(_guide(
        ("Medicare home health care", "Salud en casa con Medicare"), "care_transitions find_provider in_home_care",
        ("A nurse or therapist comes home for a while when a doctor orders it and leaving home is hard. It is not daily "
         "cleaning or bathing for the long run.",
         "Una enfermera o terapeuta va a su casa por un tiempo si el doctor lo pide y le cuesta salir. No es limpieza ni "
         "baño diario a largo plazo."),
        MEDICARE, _BY_MEDICARE, ("Which home health agencies serve my ZIP code?",
                                 "¿Qué agencias de salud en casa atienden mi código postal?"))),
    _medicare(_guide(
        ("Medicare hospice care", "Hospicio con Medicare"), "hospice_palliative",
        ("Comfort care at home or in a center when a cure is no longer the goal: nurse visits, medicine for pain, equipment, "
         "and a short rest for the family.",
         "Cuidado para estar cómodo, en casa o en un centro, cuando ya no se busca curar: enfermera, medicina para el dolor, "
         "equipo y descanso para la familia."),
        MEDICARE, _BY_MEDICARE, ("Which hospices serve my ZIP code?", "¿Qué hospicios atienden mi código postal?"))),
    _medicare(_guide(
        ("Walkers, wheelchairs, oxygen with Medicare", "Andador, silla u oxígeno con Medicare"), "medical_equipment",
        ("Medicare Part B helps pay for equipment that a doctor orders for home. Use a supplier that accepts Medicare, or you "
         "may pay more.",
         "La Parte B ayuda a pagar equipo para la casa que pide el doctor. Use una tienda que acepte Medicare, o puede pagar "
         "más."),
        MEDICARE, _BY_MEDICARE, ("Which suppliers near me accept Medicare?", "¿Qué tiendas cerca aceptan Medicare?"),
        ready=("the doctor's order",)), "https://www.medicare.gov/medical-equipment-suppliers/"),
    _medicare(_guide(
        ("Help at home through Medicaid (waivers)", "Ayuda en casa por Medicaid (waivers)"),
        "in_home_care medicaid long_term_care adult_day respite caregiver_support",
        ("State Medicaid programs that pay for help at home, day care, changes to the house, and in some states a family "
         "member who gives the care. There may be a waiting list.",
         "Programas de Medicaid que pagan ayuda en casa, centro de día, arreglos, y en algunos estados al familiar que "
         "cuida. Puede haber lista de espera."),
        INCOME, BY_MEDICAID, ("Which Medicaid home-care programs does my state have?",
                       "¿Qué programas de Medicaid para cuidado en casa tiene mi estado?"), "weeks"), "https://www.medicaid.gov"),
    _medicare(_guide(
        ("Ask for a care coordinator", "Pida un coordinador de cuidado"), "care_transitions chronic_disease",
        ("A nurse or social worker who keeps your doctors, medicine, tests and services together. Ask your doctor's office or "
         "plan. Medicare may pay when you have two or more long illnesses.",
         "Una enfermera o trabajador social que junta doctores, medicinas, pruebas y servicios. Pida uno en su clínica o plan. "
         "Medicare puede pagar si tiene dos o más males crónicos."),
        MEDICARE, _BY_MEDICARE, ("Is there someone who can coordinate my care?", "¿Hay alguien que coordine mi cuidado?"),
        ready=("list of doctors and medicine",))),
    _medicare(_guide(
        ("Training for families facing dementia (GUIDE)", "Apoyo para familias con demencia (GUIDE)"),
        "dementia_support care_transitions",
        ("Some clinics offer a Medicare program for people with dementia who live at home: a care navigator, training, and "
         "some hours of rest for the family.",
         "Algunas clínicas tienen un programa de Medicare para personas con demencia en casa: un guía, capacitación y horas "
         "de descanso para la familia."),
        MEDICARE, _BY_MEDICARE, ("Does a clinic near me offer the GUIDE dementia program?",
                                 "¿Alguna clínica cerca ofrece el programa GUIDE?"), "weeks")),
    _medicare(_guide(
        ("Yearly Medicare wellness visit", "Visita anual de bienestar de Medicare"), "falls_prevention chronic_disease find_provider",
        ("Once a year you and your doctor plan how to stay well: risk of falls, memory, shots, tests. It is not a full "
         "physical.",
         "Una vez al año usted y su doctor planean cómo seguir bien: caídas, memoria, vacunas, pruebas. No es un examen físico "
         "completo."),
        MEDICARE, Text("Free with Medicare Part B.", "Gratis con la Parte B."),
        ("I would like my yearly wellness visit.", "Quiero mi visita anual de bienestar."), "weeks")),
    _page(_NCOA, _guide(
        ("Benefits help in person (NCOA)", "Ayuda en persona con beneficios (NCOA)"), "benefits_check medicare_savings prescription_costs food_assistance",
        ("Benefits Enrollment Centers sit with people on Medicare and fill in all the forms at once: food, medicine, Medicare "
         "costs, energy. The page lists the centers.",
         "Centros que se sientan con personas con Medicare y llenan todas las solicitudes juntas: comida, medicinas, Medicare, "
         "luz. La página da los centros."),
        MEDICARE, FREE, ("Find the center nearest to you on the page.", "Busque en la página el centro más cercano."), "weeks"),
        "https://www.ncoa.org"),
    _page(_NCOA, _guide(
        ("Classes that prevent falls", "Clases para evitar caídas"), "falls_prevention",
        ("Tested classes such as Tai Chi, A Matter of Balance and Stepping On make legs stronger and falls fewer. Ask your "
         "Area Agency on Aging or senior center which one they run.",
         "Clases probadas como Tai Chi o Cuestión de Equilibrio fortalecen las piernas y evitan caídas. Pregunte en su agencia "
         "o centro cuál ofrecen."),
        OLDER, Text("Often free. Ask.", "Muchas veces gratis. Pregunte."),
        ("When does the next balance class start?", "¿Cuándo empieza la próxima clase de equilibrio?"), "weeks"),
        "https://www.ncoa.org"),
    _page(_NCOA, _guide(
        ("Workshops for long illnesses", "Talleres para enfermedades largas"), "chronic_disease caregiver_support",
        ("Six-week workshops on living with diabetes, pain, arthritis or heart disease: small steps, food, movement, talking "
         "with doctors. In person, online or by phone.",
         "Talleres de seis semanas para vivir con diabetes, dolor, artritis o mal del corazón: pasos pequeños, comida, "
         "movimiento, hablar con doctores."),
        OLDER, Text("Often free. Ask.", "Muchas veces gratis. Pregunte."),
        ("Is there a workshop for living with a long illness?", "¿Hay un taller para vivir con una enfermedad larga?"), "weeks"),
        "https://www.ncoa.org"),
    _page(_AHRQ, _guide(
        ("Questions to ask your doctor", "Preguntas para su doctor"), "care_transitions find_provider chronic_disease",
        ("A list to take along: What is this test for? Are there other choices? What are the risks of this medicine? What do I "
         "do if it gets worse? Write the answers down.",
         "Una lista para llevar: ¿Para qué es esta prueba? ¿Hay otras opciones? ¿Qué riesgos tiene la medicina? ¿Qué hago si "
         "empeora? Apunte las respuestas."),
        ANYONE, FREE, ("Take the list to your visit.", "Lleve la lista a su cita.")), "https://www.ahrq.gov"),
    _page(_AHRQ, _guide(
        ("Before you leave the hospital", "Antes de salir del hospital"), "care_transitions in_home_care medical_equipment",
        ("Ask before you go: Who helps me at home? Which medicine is new, which stops? What signs mean trouble? When is my next "
         "visit, and whom do I call at night? Get it in writing.",
         "Pregunte antes de salir: ¿Quién me ayuda en casa? ¿Qué medicina es nueva y cuál se deja? ¿Qué señales son de "
         "peligro? ¿A quién llamo de noche? Pídalo por escrito."),
        ANYONE, FREE, ("I need to see the discharge planner.", "Necesito hablar con quien planea mi salida."), "immediate",
        ("all medicine bottles", "someone to take notes")), "https://www.ahrq.gov"),
    National("Social Security Administration", _guide(
        ("A helper for your Social Security checks", "Ayuda con sus cheques del Seguro Social"), "income_support legal_help elder_abuse",
        ("When someone can no longer handle money, Social Security can name a person to receive the checks and pay the bills "
         "(a payee). It also looks into payees who misuse them.",
         "Si alguien ya no puede manejar su dinero, el Seguro Social nombra a quien recibe los cheques y paga cuentas. También "
         "investiga si alguien abusa."),
        ANYONE, FREE_CALL, ("I want to ask about a representative payee.", "Quiero preguntar por un representante de pagos."),
        "weeks"), "Social Security Administration", "https://www.ssa.gov"),
    National("U.S. Department of Veterans Affairs", _guide(
        ("Aid and Attendance for veterans", "Aid and Attendance para veteranos"), "veterans in_home_care long_term_care",
        ("Extra pension money each month for veterans, widows or widowers who need help with bathing, dressing or eating, or "
         "who cannot leave home.",
         "Dinero extra cada mes con la pensión para veteranos o viudas que necesitan ayuda para bañarse, vestirse o comer."),
        Text("Wartime veterans and widows with low income.", "Veteranos de guerra y viudas con bajos ingresos."), FREE_TO_APPLY,
        ("I want to ask about Aid and Attendance.", "Quiero preguntar por Aid and Attendance."), "weeks",
        ("discharge papers (DD-214)", "income papers")), "VA benefits", "https://www.va.gov"),
)  # fmt: skip
