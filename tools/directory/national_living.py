"""Who answers for food, power, fraud, homes, law and work in the whole country."""

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
from tools.directory.entries import OLDER, National
from tools.directory.entries import national_kind as _kind

LIVING: tuple[National, ...] = (
    National("U.S. Department of Agriculture", _kind(
        ("National Hunger Hotline", "Línea nacional contra el hambre"), "food_assistance meals_delivered",
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
        ("Dial 211. A person looks up local help with rent, food, bills, rides and more. It is a free line, not a church: a "
         "local charity or agency runs it in your area, so they know your county.",
         "Marque 211. Una persona busca ayuda local con renta, comida, cuentas, transporte y más. Es una línea gratis, no una "
         "iglesia: la lleva una organización o agencia de su zona, así que conocen su condado."),
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
