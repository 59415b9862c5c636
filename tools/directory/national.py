"""National lines and programmes. Numbers stand in facts/national_lines.csv and are looked up by name
there; an entry without a line has an address only, because no source gives a number."""

from __future__ import annotations

from tools.directory.content import (
    ANYONE,
    ASK_COST,
    FREE,
    FREE_CALL,
    FREE_TO_APPLY,
    INCOME,
    MEDICARE,
    Text,
)
from tools.directory.entries import OLDER, VETERANS, National
from tools.directory.entries import national_kind as _kind

NATIONAL: tuple[National, ...] = (
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
    National("U.S. Department of Agriculture", _kind(
        ("National Hunger Hotline", "Línea nacional contra el hambre"), "food_assistance meals_delivered meals_group",
        ("Tells you where to get food near you: pantries, meals, programs. English and Spanish.",
         "Le dice dónde hay comida cerca: despensas, comidas, programas. En inglés y español."),
        ANYONE, FREE_CALL, ("I need food today. What is near me?", "Necesito comida hoy. ¿Qué hay cerca?"), "immediate"),
        "USDA National Hunger Hotline"),
    National("U.S. Department of Agriculture", _kind(
        ("SNAP information line", "Línea de información de SNAP"), "food_assistance",
        ("Tells you how to sign up for food money (SNAP) in your state.",
         "Le dice cómo solicitar los cupones de alimentos (SNAP) en su estado."),
        INCOME, FREE_CALL, ("How do I apply for SNAP in my state?", "¿Cómo solicito SNAP en mi estado?"), "weeks"),
        "SNAP information line (USDA)"),
    National("National Energy Assistance Referral", _kind(
        ("Energy bill help line", "Línea de ayuda con la luz"), "utilities",
        ("Tells you where to apply for help with heating, cooling and light bills (LIHEAP).",
         "Le dice dónde solicitar ayuda con la luz, la calefacción y el aire (LIHEAP)."),
        INCOME, FREE_CALL, ("Where do I apply for help with my energy bill?",
                       "¿Dónde solicito ayuda con mi cuenta de luz?")), "LIHEAP referral (NEAR)"),
    National("U.S. Department of Justice", _kind(
        ("National Elder Fraud Hotline", "Línea nacional de fraude a mayores"), "fraud_scams elder_abuse",
        ("For people 60 and over who lost money to a scam. A case worker helps you report it.",
         "Para mayores de 60 que perdieron dinero en una estafa. Una persona le ayuda a denunciar."),
        Text("Age 60 and over.", "60 años o más."), FREE, ("I think I was scammed.", "Creo que me estafaron."),
        "immediate", 60), "National Elder Fraud Hotline (DOJ)"),
    National("AARP", _kind(
        ("AARP Fraud Watch Helpline", "Línea de fraude de AARP"), "fraud_scams",
        ("Talk to a trained volunteer about a call, letter or message that may be a scam. For anyone.",
         "Hable con un voluntario sobre una llamada, carta o mensaje que puede ser estafa. Para todos."),
        ANYONE, FREE, ("I got a strange call. Is it a scam?", "Recibí una llamada rara. ¿Es una estafa?"),
        "immediate"), "AARP Fraud Watch Network Helpline"),
    National("U.S. Department of Health and Human Services", _kind(
        ("Medicare fraud hotline", "Línea de fraude de Medicare"), "fraud_scams",
        ("Report somebody who billed Medicare for things you never got.",
         "Denuncie a quien cobró a Medicare por algo que usted no recibió."),
        MEDICARE, FREE, ("I want to report Medicare fraud.", "Quiero denunciar fraude de Medicare.")),
        "Medicare fraud hotline (HHS-OIG)"),
    National("Senior Medicare Patrol", _kind(
        ("Senior Medicare Patrol", "Patrulla de Medicare para mayores"), "fraud_scams medicare_counseling",
        ("Volunteers near you who check a strange Medicare bill or a caller who wants your Medicare number.",
         "Voluntarios que revisan una cuenta rara de Medicare o a quien pide su número."),
        MEDICARE, FREE, ("I think somebody uses my Medicare.", "Creo que alguien usa mi Medicare.")),
        "Senior Medicare Patrol locator"),
    National("State Health Insurance Assistance Program", _kind(
        ("Find a free Medicare counselor (SHIP)", "Consejero gratis de Medicare (SHIP)"),
        "medicare_counseling medicare_savings prescription_costs",
        ("Connects you to the free Medicare counselors of your state. They sell nothing.",
         "Le conecta con los consejeros gratis de Medicare de su estado. No venden nada."),
        MEDICARE, FREE, ("I need a Medicare counselor in my state.", "Necesito un consejero de Medicare.")),
        "SHIP national locator"),
    National("National Domestic Violence Hotline", _kind(
        ("Domestic Violence Hotline", "Línea de violencia doméstica"), "elder_abuse",
        ("Day and night, someone to talk to when a person at home hurts or scares you.",
         "Día y noche, alguien con quien hablar si una persona en casa le hace daño o le da miedo."),
        ANYONE, FREE, ("I do not feel safe at home.", "No me siento segura en casa."), "immediate"),
        "National Domestic Violence Hotline", open_always=True),
    National("AmeriCorps Seniors", _kind(
        ("Volunteer with AmeriCorps Seniors", "Voluntariado AmeriCorps Seniors"),
        "volunteering social_connection jobs",
        ("For people 55 and over: visit a neighbor, help a child in school, lend a hand near home. Some get a small "
         "payment.",
         "Para mayores de 55: visite a un vecino, ayude a un niño en la escuela. Algunos reciben un pago pequeño."),
        Text("Age 55 and over.", "55 años o más."), FREE, ("I want to volunteer near me.",
                                                          "Quiero ser voluntario cerca."), "weeks", 55),
        "AmeriCorps Seniors"),
    National("211", _kind(
        ("211: local help of all kinds", "211: ayuda local de todo tipo"),
        "housing utilities food_assistance disaster income_support transportation home_repair tax_help mental_health "
        "tech_help dental_vision_hearing kinship_care benefits_check legal_help medical_equipment social_connection "
        "jobs find_provider",
        ("Dial 211. A person looks up local help with rent, food, bills, rides and more.",
         "Marque 211. Una persona busca ayuda local con renta, comida, cuentas, transporte y más."),
        ANYONE, FREE_CALL, ("I need help with this, and I am an older adult.", "Necesito ayuda con esto, soy mayor."),
        "immediate"), "211", open_always=True),
    National("Meals on Wheels America", _kind(
        ("Find Meals on Wheels", "Buscar comidas a domicilio"), "meals_delivered",
        ("A page where you type your ZIP code and see who brings meals near you.",
         "Una página donde escribe su código postal y ve quién lleva comidas cerca."),
        OLDER, ASK_COST, ("I need meals brought to the house.", "Necesito comidas en casa.")),
        "Meals on Wheels America finder"),
    National("Legal Services Corporation", _kind(
        ("Find free legal aid", "Buscar ayuda legal gratis"), "legal_help housing",
        ("Find the free legal aid office for your area: eviction, benefits, debt, family.",
         "Encuentre la oficina de ayuda legal gratis de su área: desalojo, beneficios, deudas, familia."),
        INCOME, FREE, ("I need free legal help.", "Necesito ayuda legal gratis.")), None,
        "https://www.lsc.gov/about-lsc/what-legal-aid/get-legal-help"),
    National("Internal Revenue Service", _kind(
        ("Free tax help (VITA and TCE)", "Ayuda gratis con impuestos (VITA y TCE)"), "tax_help",
        ("Volunteers do simple tax returns for free, mostly from February to April. TCE is for people 60 and over. The call "
         "tells you the place near you.",
         "Voluntarios preparan los impuestos gratis, casi siempre de febrero a abril. TCE es para mayores de 60. Le dicen el "
         "lugar más cercano."),
        INCOME, FREE, ("Where is free tax help near me?", "¿Dónde hay ayuda gratis con impuestos?"), "weeks"),
        "IRS volunteer tax help"),
    National("AARP Foundation", _kind(
        ("AARP Tax-Aide", "AARP Tax-Aide (ayuda con impuestos)"), "tax_help",
        ("Trained volunteers do the tax return of older adults for free, mostly from February to April. You need not be a "
         "member.",
         "Voluntarios preparan gratis los impuestos de personas mayores, casi siempre de febrero a abril. No tiene que ser "
         "socio."),
        ANYONE, FREE, ("Where is the nearest Tax-Aide site?", "¿Dónde está el Tax-Aide más cercano?"), "weeks"),
        "AARP Tax-Aide"),
    National("Universal Service Administrative Company", _kind(
        ("Lifeline: cheaper phone or internet", "Lifeline: teléfono o internet más barato"), "tech_help",
        ("Money off a phone or internet bill each month for people with low income.",
         "Descuento cada mes en teléfono o internet para personas de bajos ingresos."),
        INCOME, FREE_TO_APPLY, ("Please mail me the Lifeline form.", "Por favor, mándenme la solicitud de Lifeline."), "weeks"),
        "Lifeline Support Center"),
    National("Library of Congress, library for the blind (NLS)", _kind(
        ("Talking Books: read aloud to you", "Libros hablados: se los leen"), "chronic_disease dental_vision_hearing",
        ("For people who can no longer read print: books and magazines read aloud, and the player, by mail. They do not read your "
         "own letters, but the library of your state may know who does.",
         "Para quien ya no puede leer letra impresa: libros y revistas en voz alta y el aparato, por correo. No leen sus cartas, "
         "pero la biblioteca de su estado tal vez sepa quién lo hace."),
        Text("People who cannot see well enough to read print, or cannot hold a book.",
             "Quien no ve bien para leer, o no puede sostener un libro."),
        FREE, ("I can no longer read print. How do I sign up?", "Ya no puedo leer letra impresa. ¿Cómo me inscribo?")),
        "NLS Talking Book line"),
    National("U.S. Department of Labor", _kind(
        ("Find paid job training for 55+ (SCSEP)", "Buscar capacitación pagada para mayores de 55 (SCSEP)"), "jobs",
        ("A page that shows who near you has part-time paid work and training for people 55 and over with low income.",
         "Una página que muestra quién cerca ofrece trabajo de medio tiempo y capacitación para mayores de 55 de bajos "
         "ingresos."),
        Text("Age 55 and over with low income.", "55 años o más, bajos ingresos."), FREE,
        ("I am over 55 and want to work.", "Tengo más de 55 y quiero trabajar."), "weeks", 55), None,
        "https://www.dol.gov/agencies/eta/seniors"),
    National("U.S. Department of Housing and Urban Development", _kind(
        ("Find your public housing office", "Oficina de vivienda pública"), "housing",
        ("The local housing office takes applications for low-rent homes, senior buildings and vouchers. There may "
         "be a waiting list.",
         "La oficina local recibe solicitudes de vivienda de renta baja, edificios para mayores y vales. Puede haber "
         "lista de espera."),
        INCOME, FREE_CALL, ("What is the number of the housing office for my county?",
                       "¿Cuál es el número de la oficina de vivienda de mi condado?"), "weeks"),
        "HUD public housing customer service"),
    National("USA.gov", _kind(
        ("Home repair programs", "Programas para arreglar la casa"), "home_repair",
        ("What there is in the country to fix a house when you own it and money is short.",
         "Qué programas hay para arreglar su casa si es dueño y no le alcanza."),
        INCOME, ASK_COST, ("I need help to repair my home.", "Necesito ayuda para arreglar mi casa."), "weeks"), None,
        "https://www.usa.gov/home-repair-programs"),
    National("Centers for Medicare & Medicaid Services", _kind(
        ("PACE: all care in one place", "PACE: todo el cuidado en un lugar"), "long_term_care adult_day in_home_care",
        ("In some areas, one team gives you doctor, rides, day center and help at home, so you need no nursing home.",
         "En algunas áreas, un solo equipo le da doctor, transporte, centro de día y ayuda en casa."),
        Text("Age 55 and over who need a lot of care, in some areas.", "55 años o más que necesitan mucho cuidado."),
        Text("Free with Medicaid. Else ask.", "Gratis con Medicaid. Si no, pregunte."),
        ("Is there a PACE program near me?", "¿Hay un programa PACE cerca?"), "weeks", 55), "1-800-MEDICARE",
        "https://www.medicare.gov", open_always=True),
)  # fmt: skip
