"""What each kind of service is, in our own words, English and Spanish (sixth grade, at most 60 words).

One entry a kind. `needs`: the main one first. `ask`: what to say when somebody picks up.
`urgency`: immediate (helps today), days or weeks.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Text:
    """A sentence in both languages."""

    en: str
    es: str


@dataclass(frozen=True)
class Kind:
    """One kind of service."""

    name: Text
    needs: tuple[str, ...]
    summary: Text
    eligibility: Text
    cost: Text
    ask: Text
    urgency: str = "days"
    minimum_age: int | None = None
    veteran_only: bool = False
    have_ready: tuple[str, ...] = field(default=())


FREE = Text("Free.", "Gratis.")
FREE_CALL = Text("The call is free.", "La llamada es gratis.")
# A benefit that pays for something: to ask for it costs nothing, and what it pays for has a price of its own.
FREE_TO_APPLY = Text("Free to apply.", "Solicitar es gratis.")
BY_MEDICAID = Text("Medicaid may pay. Free to apply.", "Medicaid puede pagar. Solicitar es gratis.")
DONATION = Text("Free. You may give what you can.", "Gratis. Puede dar lo que pueda.")
ASK_COST = Text("Often free or low cost. Ask.", "Muchas veces gratis o a bajo costo. Pregunte.")
AGE_60 = Text("Age 60 and over.", "Personas de 60 años o más.")
ANYONE = Text("Anyone.", "Cualquier persona.")
INCOME = Text("Depends on income. They decide.", "Depende de sus ingresos. Ellos deciden.")
MEDICARE = Text("People with Medicare.", "Personas con Medicare.")

# Every Area Agency on Aging arranges these under the Older Americans Act (Title III B, C, D, E).
AAA: dict[str, Kind] = {
    "information": Kind(
        Text("Help line for older adults", "Línea de ayuda para personas mayores"),
        ("benefits_check", "care_transitions", "long_term_care", "dementia_support", "housing",
         "medical_equipment", "disaster", "veterans", "tech_help", "volunteering", "adult_day", "utilities",
         "home_repair", "income_support", "tax_help", "find_provider", "hospice_palliative", "mental_health",
         "food_assistance", "medicaid", "medicare_savings", "medicare_counseling", "prescription_costs",
         "dental_vision_hearing", "elder_abuse", "jobs", "fraud_scams", "kinship_care"),
        Text("Your Area Agency on Aging. A person listens, tells you what there is near you and who pays, and "
             "helps you sign up.",
             "La agencia local para personas mayores. Una persona le escucha, le dice qué hay cerca, quién "
             "paga, y le ayuda a inscribirse."),
        AGE_60, FREE_CALL,
        Text("I need help and do not know where to start.", "Necesito ayuda y no sé por dónde empezar."),
        have_ready=("ZIP code", "age"),
    ),
    "transportation": Kind(
        Text("Rides for older adults", "Transporte para personas mayores"), ("transportation",),
        Text("Rides to the doctor, dialysis, the store or the senior center. You book ahead, often two days.",
             "Transporte al doctor, a diálisis, a la tienda o al centro. Se reserva antes, a veces con dos días."),
        AGE_60, DONATION,
        Text("I need a ride. Do you have rides or know who does?",
             "Necesito transporte. ¿Ustedes lo ofrecen o saben quién?"),
        have_ready=("where and when you must be", "if you use a walker or wheelchair"),
    ),
    "in_home": Kind(
        Text("Help at home", "Ayuda en casa"), ("in_home_care", "adult_day", "chronic_disease"),
        Text("Help with bathing, dressing, cleaning or cooking so you can stay home. They ask a few questions "
             "first, and there may be a wait.",
             "Ayuda para bañarse, vestirse, limpiar o cocinar y seguir en casa. Primero hacen unas preguntas y "
             "puede haber lista de espera."),
        AGE_60, Text("Free or by income. Ask.", "Gratis o según ingresos. Pregunte."),
        Text("I need help at home with daily things.", "Necesito ayuda en casa con las cosas diarias."),
        urgency="weeks",
    ),
    "legal": Kind(
        Text("Legal help for older adults", "Ayuda legal para personas mayores"), ("legal_help",),
        Text("A lawyer or helper for wills, power of attorney, benefits, eviction or money problems.",
             "Un abogado o asistente para testamentos, poderes, beneficios, desalojos o problemas de dinero."),
        AGE_60, FREE, Text("I am over 60 and need legal help.", "Tengo más de 60 y necesito ayuda legal."),
    ),
    "meals_group": Kind(
        Text("Meals with others", "Comidas en compañía"), ("meals_group", "social_connection"),
        Text("A hot lunch with other people at a meal site or senior center, often with things to do.",
             "Un almuerzo caliente con otras personas en un centro, muchas veces con actividades."),
        AGE_60, DONATION, Text("Where is the senior center near me? I want lunch, cards and company.",
                               "¿Dónde hay un centro para mayores cerca? Quiero almuerzo, juegos y compañía."),
    ),
    "meals_delivered": Kind(
        Text("Meals brought to your home", "Comidas a domicilio"), ("meals_delivered",),
        Text("Meals on Wheels. Someone brings meals to the door for people who cannot easily shop or cook.",
             "Comidas a domicilio para quien no puede salir a comprar o cocinar fácilmente."),
        Text("Age 60 and over who have trouble leaving home.", "60 años o más que les cuesta salir de casa."),
        DONATION,
        Text("I need meals brought to the house.", "Necesito que traigan comida a la casa."),
        have_ready=("address", "any special diet"),
    ),
    "health": Kind(
        Text("Classes to stay strong and steady", "Clases para mantenerse fuerte"),
        ("falls_prevention", "chronic_disease"),
        Text("Balance classes, home safety tips and classes for living with diabetes, arthritis or heart trouble.",
             "Clases de equilibrio, consejos de seguridad en casa y clases para vivir con diabetes, artritis o "
             "problemas del corazón."),
        AGE_60, DONATION,
        Text("Do you have a balance or health class?", "¿Tienen clases de equilibrio o de salud?"),
        urgency="weeks",
    ),
    "caregiver": Kind(
        Text("Family caregiver support", "Apoyo para quien cuida a un familiar"),
        ("caregiver_support", "respite", "kinship_care", "dementia_support"),
        Text("For the one who gives the care: someone to talk to, training, and time off while another person "
             "steps in. Also for grandparents raising children.",
             "Para quien cuida: con quién hablar, capacitación y descanso mientras otra persona ayuda. También "
             "para abuelos que crían nietos."),
        Text("Family and friends who care for someone 60+ or with dementia; relatives 55+ raising a child.",
             "Quien cuida a alguien de 60+ o con demencia; familiares de 55+ que crían a un niño."),
        FREE, Text("I take care of someone and I need a break.", "Cuido a alguien y necesito un descanso."),
    ),
}  # fmt: skip

STATE: dict[str, Kind] = {
    "SUA": Kind(
        Text("State aging office", "Oficina estatal para personas mayores"), AAA["information"].needs + (
            "transportation", "meals_delivered", "meals_group", "in_home_care", "caregiver_support", "respite",
            "legal_help", "falls_prevention", "chronic_disease", "social_connection", "ltc_ombudsman"),
        Text("The state office on aging. They know the agency for your county and connect you.",
             "La oficina del estado para personas mayores. Saben cuál agencia atiende su condado y le conectan."),
        AGE_60, FREE_CALL, Text("Which agency helps older adults in my county?",
                           "¿Qué agencia ayuda a personas mayores en mi condado?"),
    ),
    # A number that all area agencies of a state share: what the state office does for callers elsewhere.
    "ENTRY": Kind(
        Text("Help line for older adults", "Línea de ayuda para mayores"), AAA["information"].needs + (
            "transportation", "meals_delivered", "meals_group", "in_home_care", "caregiver_support", "respite",
            "legal_help", "falls_prevention", "chronic_disease", "social_connection", "ltc_ombudsman"),
        Text("One number for all Area Agencies on Aging of the state. Say your town: they know your agency and connect you.",
             "Un número para todas las agencias para mayores del estado. Diga su ciudad: saben cuál es la suya y le conectan."),
        AGE_60, FREE_CALL, Text("Which agency helps older adults in my town?",
                           "¿Qué agencia ayuda a personas mayores en mi ciudad?"),
    ),
    "SHIP": Kind(
        Text("Free Medicare counselor (SHIP)", "Consejero gratis de Medicare (SHIP)"),
        ("medicare_counseling", "medicare_savings", "prescription_costs"),
        Text("A trained helper who sells nothing. They explain plans, bills and letters, and help you appeal a "
             "denial or pay less.",
             "Una persona capacitada que no vende nada. Explica planes, cuentas y cartas, y ayuda a apelar o a "
             "pagar menos."),
        MEDICARE, FREE, Text("I need help with Medicare.", "Necesito ayuda con Medicare."),
        have_ready=("your Medicare card at hand", "the letter or bill"),
    ),
    "APS": Kind(
        Text("Adult Protective Services", "Servicios de Protección para Adultos"), ("elder_abuse",),
        Text("Report that an older adult is hurt, left without care, or that someone takes their money. You "
             "need no proof and may stay unnamed.",
             "Para avisar que una persona mayor es maltratada, está sin cuidado o le quitan su dinero. No "
             "necesita pruebas y puede no dar su nombre."),
        ANYONE, FREE, Text("I am worried that an older adult is not safe.",
                           "Me preocupa que una persona mayor no esté segura."),
        urgency="immediate",
    ),
    "LTC_OMBUDSMAN": Kind(
        Text("Long-term care ombudsman", "Defensor de residentes (ombudsman)"),
        ("ltc_ombudsman", "long_term_care"),
        Text("Speaks up for people in nursing homes and assisted living: care, food, rights, being told to leave. "
             "Private.",
             "Defiende a quienes viven en asilos o residencias: cuidado, comida, derechos, o si les piden irse. "
             "Es privado."),
        Text("People in nursing homes or assisted living, and their families.",
             "Residentes de asilos y sus familias."),
        FREE, Text("I have a problem with a nursing home.", "Tengo un problema con un asilo."),
    ),
    "MEDICAID": Kind(
        Text("State Medicaid office", "Oficina estatal de Medicaid"),
        ("medicaid", "medicare_savings", "long_term_care", "in_home_care", "find_provider",
         "dental_vision_hearing", "medical_equipment"),
        Text("Health coverage for people with low income. May also pay for help at home, a nursing home, rides to "
             "the doctor and Medicare costs.",
             "Seguro de salud para personas de bajos ingresos. También puede pagar ayuda en casa, asilo, "
             "transporte médico y costos de Medicare."),
        INCOME, FREE_CALL, Text("I want to apply for Medicaid or ask about my case.",
                                "Quiero solicitar Medicaid o preguntar por mi caso."),
        urgency="weeks", have_ready=("ID", "income and bank papers"),
    ),
    "WAIVER": Kind(
        Text("Help at home through Medicaid", "Ayuda en casa por Medicaid"),
        ("in_home_care", "long_term_care", "adult_day", "caregiver_support"),
        Text("Medicaid may pay for help at home, so an older adult need not move to a nursing home. They ask about health "
             "and income first, and there may be a wait.",
             "Medicaid puede pagar ayuda en casa para no tener que ir a un asilo. Primero preguntan por la salud y los "
             "ingresos, y puede haber lista de espera."),
        INCOME, BY_MEDICAID, Text("I want to apply for help at home through Medicaid.",
                           "Quiero solicitar ayuda en casa por Medicaid."),
        urgency="weeks", have_ready=("ID", "income and bank papers"),
    ),
    "SNAP": Kind(
        Text("Food money (SNAP)", "Cupones de alimentos (SNAP)"), ("food_assistance",),
        Text("Money each month on a card to buy food. People 60 and over have easier rules.",
             "Dinero cada mes en una tarjeta para comprar comida. Para mayores de 60 las reglas son más fáciles."),
        INCOME, FREE_TO_APPLY, Text("I want to apply for SNAP.", "Quiero solicitar SNAP."),
        urgency="weeks", have_ready=("ID", "rent, income and medical bills"),
    ),
    "LIHEAP": Kind(
        Text("Help with energy bills (LIHEAP)", "Ayuda con la luz y la calefacción (LIHEAP)"), ("utilities",),
        Text("May pay part of a heating, cooling or electric bill, and can act fast on a shut-off notice.",
             "Puede pagar parte de la cuenta de luz o calefacción, y actuar rápido si le van a cortar."),
        INCOME, FREE_TO_APPLY, Text("I need help with my energy bill.", "Necesito ayuda con mi cuenta de luz."),
        have_ready=("the bill or shut-off notice", "ID", "proof of income"),
    ),
    "WAP": Kind(
        Text("Home weatherization", "Aislamiento de la casa (weatherization)"), ("home_repair", "utilities"),
        Text("Fixes that make the home warmer and bills lower: insulation, doors, furnace checks.",
             "Arreglos para que la casa guarde el calor y baje la cuenta: aislamiento, puertas, calentador."),
        INCOME, FREE, Text("I want to apply for weatherization.", "Quiero solicitar weatherization."),
        urgency="weeks",
    ),
    "SCSEP": Kind(
        Text("Paid job training for 55+ (SCSEP)", "Capacitación pagada para mayores de 55 (SCSEP)"),
        ("jobs", "income_support"),
        Text("Part-time paid work and training for people 55 and over who look for a job.",
             "Trabajo pagado de medio tiempo y capacitación para mayores de 55 que buscan empleo."),
        Text("Age 55 and over with low income, out of work.", "55 años o más, bajos ingresos y sin empleo."),
        FREE, Text("I am over 55 and want to work.", "Tengo más de 55 y quiero trabajar."),
        urgency="weeks", minimum_age=55,
    ),
    "MSP": Kind(
        Text("Help paying Medicare premiums", "Ayuda para pagar las primas de Medicare"),
        ("medicare_savings", "prescription_costs"),
        Text("The state may pay your Medicare Part B premium, and at times copays.",
             "El estado puede pagar la prima de la Parte B de Medicare, y a veces copagos."),
        INCOME, FREE_TO_APPLY, Text("I want to apply for a Medicare Savings Program.",
                           "Quiero solicitar un Programa de Ahorros de Medicare."),
        urgency="weeks",
    ),
    "SMP": Kind(
        Text("Senior Medicare Patrol", "Patrulla de Medicare para mayores"), ("fraud_scams",),
        Text("Check a strange Medicare bill, or a caller who wants your Medicare number.",
             "Para revisar una cuenta rara de Medicare o a alguien que pide su número de Medicare."),
        MEDICARE, FREE, Text("I think somebody uses my Medicare.", "Creo que alguien usa mi Medicare."),
    ),
    "AG_CONSUMER": Kind(
        Text("State consumer protection", "Protección al consumidor del estado"), ("fraud_scams", "legal_help"),
        Text("Report a scam, a bad contractor or a company that cheated you.",
             "Para denunciar una estafa, un mal contratista o una empresa que le engañó."),
        ANYONE, FREE, Text("I want to report a scam.", "Quiero denunciar una estafa."),
    ),
    "NH_COMPLAINT": Kind(
        Text("Nursing home complaints", "Quejas sobre asilos"), ("ltc_ombudsman",),
        Text("The state office that inspects nursing homes takes complaints about bad or unsafe care.",
             "La oficina que inspecciona los asilos recibe quejas por mal cuidado."),
        ANYONE, FREE, Text("I want to make a complaint about a nursing home.", "Quiero quejarme de un asilo."),
    ),
    "LEGAL": AAA["legal"],
    "CAREGIVER": AAA["caregiver"],
    "MEALS": AAA["meals_delivered"],
}  # fmt: skip

# What the state's office is called where the source has only a label for it.
OFFICE = {"MEDICAID": "Medicaid", "SNAP": "SNAP office", "SHIP": "Medicare counseling (SHIP)", "WAIVER": "Medicaid home care", "APS": "Adult Protective Services",
          "AG_CONSUMER": "Attorney General, consumer protection", "LTC_OMBUDSMAN": "long-term care ombudsman",
          "LIHEAP": "energy assistance (LIHEAP)", "WAP": "weatherization office", "SCSEP": "job training (SCSEP)",
          "MSP": "Medicare Savings Programs", "SMP": "Senior Medicare Patrol", "LEGAL": "legal help line",
          "CAREGIVER": "caregiver support", "MEALS": "senior meals", "NH_COMPLAINT": "nursing home complaints"}  # fmt: skip

# Every state's Medicaid must see to it that people get to their care (42 CFR 431.53).
MEDICAID_RIDES = Kind(
    Text("Rides to the doctor with Medicaid", "Transporte al doctor con Medicaid"), ("transportation",),
    Text("If you have Medicaid and no way to get there, Medicaid must help with a ride to doctors, dialysis or tests. Call "
         "some days before. Ask for medical rides.",
         "Si tiene Medicaid y no tiene cómo ir, Medicaid debe ayudarle a llegar al doctor, diálisis o pruebas. Llame unos días "
         "antes y pida transporte médico."),
    Text("People with Medicaid.", "Personas con Medicaid."), FREE,
    Text("I have Medicaid and need a ride to the doctor.", "Tengo Medicaid y necesito transporte al doctor."),
    have_ready=("Medicaid number", "where and when you must be"),
)  # fmt: skip
