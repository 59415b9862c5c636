"""Who answers for aging, health, income and veterans in the whole country."""

from __future__ import annotations

from tools.directory.content import ANYONE, FREE, FREE_CALL, FREE_TO_APPLY, INCOME, MEDICARE, Text
from tools.directory.entries import OLDER, VETERANS, National
from tools.directory.entries import national_kind as _kind

CARE: tuple[National, ...] = (
    National("Administration for Community Living", _kind(
        ("Eldercare Locator", "Eldercare Locator (localizador de ayuda)"),
        "benefits_check transportation meals_delivered meals_group in_home_care respite caregiver_support adult_day "
        "legal_help home_repair care_transitions long_term_care dementia_support social_connection elder_abuse "
        "falls_prevention chronic_disease housing medical_equipment kinship_care disaster hospice_palliative "
        "volunteering dental_vision_hearing find_provider tech_help food_assistance utilities mental_health "
        "medicaid medicare_counseling",
        ("A national line that tells you which local agency helps older adults where you live.",
         "Una línea nacional que le dice qué agencia local ayuda a personas mayores donde usted vive."),
        OLDER, FREE_CALL, ("Which agency helps older adults in my county?",
                           "¿Qué agencia ayuda a personas mayores en mi condado?")),
        "Eldercare Locator"),
    National("Administration for Community Living", _kind(
        ("Find your long-term care ombudsman", "Encontrar a su defensor de residentes (ombudsman)"),
        "ltc_ombudsman",
        ("Each state has an ombudsman: a free, private helper for people in nursing homes and assisted living. The "
         "Eldercare Locator gives you the number of yours.",
         "Cada estado tiene un defensor gratis y privado para quienes viven en asilos o residencias. El Eldercare Locator "
         "le da el número del suyo."),
        Text("People in nursing homes or assisted living, and their families.", "Residentes de asilos y sus familias."),
        FREE, ("Please give me the number of my long-term care ombudsman.",
               "Por favor, deme el número de mi defensor de residentes.")),
        "Eldercare Locator"),
    National("Federal Emergency Management Agency", _kind(
        ("FEMA help after a disaster", "Ayuda de FEMA después de un desastre"), "disaster",
        ("After a storm, flood or fire that the President has declared a disaster, FEMA may help pay for a place to stay, "
         "repairs and lost things. Someone takes your application by phone.",
         "Después de una tormenta, inundación o incendio que el Presidente declaró desastre, FEMA puede ayudar a pagar dónde "
         "quedarse, arreglos y cosas perdidas. Toman su solicitud por teléfono."),
        Text("People in an area with a declared disaster.", "Personas en un área con desastre declarado."), FREE_TO_APPLY,
        ("I want to apply for help after the disaster.", "Quiero pedir ayuda por el desastre."), "immediate"),
        "FEMA helpline"),
    National("Centers for Medicare & Medicaid Services", _kind(
        ("Medicare help line", "Línea de ayuda de Medicare"), "medicare_counseling medicare_savings find_provider",
        ("Medicare's own line, day and night: cards, coverage, claims, and how to appeal.",
         "La línea de Medicare, día y noche: tarjeta, cobertura, reclamos y cómo apelar."),
        MEDICARE, FREE_CALL, ("I have a question about my Medicare.", "Tengo una pregunta sobre mi Medicare.")),
        "1-800-MEDICARE", open_always=True),
    National("Centers for Medicare & Medicaid Services", _kind(
        ("Compare nursing homes, doctors and hospitals (Care Compare)", "Comparar asilos, doctores y hospitales"),
        "find_provider long_term_care hospice_palliative care_transitions medical_equipment",
        ("Medicare's list of nursing homes, home health, hospices, hospitals, dialysis centers and doctors with "
         "star ratings. You can also ask by phone.",
         "La lista de Medicare de asilos, salud en casa, hospicios, hospitales, diálisis y doctores con estrellas. "
         "También por teléfono."),
        ANYONE, FREE, ("Please help me compare nursing homes near me.", "Ayúdeme a comparar asilos cerca de mí.")),
        "1-800-MEDICARE", "https://www.medicare.gov/care-compare/", open_always=True),
    National("Centers for Medicare & Medicaid Services", _kind(
        ("Medicare Savings Programs", "Programas de Ahorros de Medicare"), "medicare_savings",
        ("The state may pay your Part B premium, and at times deductibles and copays. You apply at the state "
         "Medicaid office.",
         "El estado puede pagar la prima de la Parte B, y a veces deducibles y copagos. Se solicita en la oficina de "
         "Medicaid."),
        INCOME, FREE_TO_APPLY, ("How do I apply for a Medicare Savings Program?",
                       "¿Cómo solicito un Programa de Ahorros de Medicare?"), "weeks"),
        "1-800-MEDICARE", "https://www.medicare.gov/basics/costs/help/medicare-savings-programs", open_always=True),
    National("Social Security Administration", _kind(
        ("Extra Help with medicine costs", "Ayuda Adicional con las medicinas (Extra Help)"), "prescription_costs",
        ("Lowers what you pay for medicine with Medicare Part D.",
         "Baja lo que paga por medicinas con la Parte D de Medicare."),
        INCOME, FREE_TO_APPLY, ("I want to apply for Extra Help.", "Quiero solicitar la Ayuda Adicional."), "weeks"),
        "Social Security Administration", "https://www.ssa.gov"),
    National("Social Security Administration", _kind(
        ("Social Security and SSI", "Seguro Social y SSI"), "income_support medicare_counseling",
        ("Checks, overpayments, SSI, disability, a lost card, signing up for Medicare.",
         "Cheques, pagos de más, SSI, discapacidad, tarjeta perdida, inscribirse en Medicare."),
        ANYONE, FREE_CALL, ("I have a question about my Social Security.", "Tengo una pregunta de mi Seguro Social."),
        "days"), "Social Security Administration"),
    National("Railroad Retirement Board", _kind(
        ("Railroad retirement benefits", "Beneficios del ferrocarril"), "income_support",
        ("Pensions and benefits for people who worked for a railroad, and their widows.",
         "Pensiones para quienes trabajaron en el ferrocarril, y sus viudas."),
        Text("Railroad workers and families.", "Trabajadores del ferrocarril y familias."), FREE_CALL,
        ("I have a question about railroad retirement.", "Tengo una pregunta de mi pensión del ferrocarril.")),
        "Railroad Retirement Board"),
    National("National Council on Aging", _kind(
        ("BenefitsCheckUp", "BenefitsCheckUp (revisión de beneficios)"),
        "benefits_check income_support utilities prescription_costs medicare_savings food_assistance tax_help housing",
        ("A free online check of what you may be able to get: food, medicine, heat, taxes.",
         "Una revisión gratis en internet de lo que puede recibir: comida, medicinas, luz, impuestos."),
        OLDER, FREE, ("Answer the questions on the page.", "Conteste las preguntas de la página.")),
        "BenefitsCheckUp (NCOA)"),
    National("National Council on Aging", _kind(
        ("Falls Free CheckUp", "Falls Free CheckUp (riesgo de caídas)"), "falls_prevention",
        ("Twelve short questions online that show your risk of falling and what to do.",
         "Doce preguntas cortas en internet que muestran su riesgo de caerse y qué hacer."),
        OLDER, FREE, ("Answer the questions on the page.", "Conteste las preguntas de la página.")),
        "Falls Free CheckUp (NCOA)"),
    National("988 Suicide & Crisis Lifeline", _kind(
        ("988 Lifeline: someone to talk to", "988: alguien con quien hablar"), "mental_health",
        ("Call or text 988 any time, day or night, when things are too heavy. Spanish: press 2.",
         "Llame o mande texto al 988 a cualquier hora cuando no puede más. En español: oprima 2."),
        ANYONE, FREE, ("I need to talk to someone.", "Necesito hablar con alguien."), "immediate"),
        "988 Suicide & Crisis Lifeline", open_always=True),
    National("SAMHSA", _kind(
        ("Help for mental health, alcohol or drugs", "Ayuda para salud mental, alcohol o drogas"), "mental_health",
        ("Day and night. Tells you where to get counseling or treatment near you. Private, English and Spanish.",
         "Día y noche. Le dice dónde hay consejería o tratamiento cerca. Privado, inglés y español."),
        ANYONE, FREE_CALL, ("I am looking for counseling near me.", "Busco consejería cerca de mí.")),
        "SAMHSA National Helpline", open_always=True),
    National("U.S. Department of Veterans Affairs", _kind(
        ("VA benefits line", "Línea de beneficios de veteranos"), "veterans income_support",
        ("Pensions, Aid and Attendance, disability and survivor benefits for veterans and widows.",
         "Pensiones, Aid and Attendance, discapacidad y beneficios para veteranos y viudas."),
        VETERANS, FREE_CALL, ("I want to ask about VA benefits.", "Quiero preguntar por beneficios de veteranos."),
        "weeks"), "VA benefits"),
    National("U.S. Department of Veterans Affairs", _kind(
        ("VA Caregiver Support Line", "Línea para quien cuida a un veterano"), "veterans caregiver_support respite",
        ("For people who care for a veteran: someone to talk to, training, a break.",
         "Para quien cuida a un veterano: con quién hablar, capacitación, un descanso."),
        VETERANS, FREE, ("I take care of a veteran.", "Cuido a un veterano."), veteran_only=True),
        "VA Caregiver Support Line"),
    National("Veterans Crisis Line", _kind(
        ("Veterans Crisis Line", "Línea de crisis para veteranos"), "mental_health",
        ("Dial 988, then press 1, or text 838255. Day and night.",
         "Marque 988 y oprima 1, o mande texto al 838255. Día y noche."),
        VETERANS, FREE, ("I am a veteran and need to talk.", "Soy veterano y necesito hablar."), "immediate",
        veteran_only=True), "Veterans Crisis Line", open_always=True),
    National("Alzheimer's Association", _kind(
        ("Alzheimer's 24/7 Helpline", "Línea de Alzheimer, 24 horas"),
        "dementia_support caregiver_support respite adult_day",
        ("Day and night, a person who knows memory loss: what to do tonight, what comes next, groups near you.",
         "Día y noche, una persona que conoce la pérdida de memoria: qué hacer hoy, qué sigue, grupos cerca."),
        ANYONE, FREE, ("Someone I love is losing their memory.", "Un familiar está perdiendo la memoria."),
        "immediate"), "Alzheimer's Association 24/7 Helpline", open_always=True),
    National("Disability Information and Access Line", _kind(
        ("Disability Information and Access Line", "Línea de información sobre discapacidad"),
        "medical_equipment housing transportation home_repair in_home_care tech_help dental_vision_hearing",
        ("For people with a disability of any age: rides, equipment, a place to live, help at home near you.",
         "Para personas con discapacidad: transporte, equipo, vivienda, ayuda en casa cerca de usted."),
        Text("People with a disability.", "Personas con discapacidad."), FREE_CALL,
        ("I have a disability and need help.", "Tengo una discapacidad y necesito ayuda.")),
        "Disability Information and Access Line (DIAL)"),
)  # fmt: skip
