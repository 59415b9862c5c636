"""The words for things that nobody on our list gives, named as people name them."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Words; who writes no more than that about a thing asks for it.
_FEW = 3
# What leads to a thing that is asked for, a few words before it.
_WANTS = re.compile(
    r"\b(?:needs?|want(?:s)?|help|pay(?:s|ing)?|afford|buy|get(?:ting)?|finds?|who|where|looking for|money|got no|out of|owe|drowning in|behind on|too high|lost|new|register|some|how do i|"
    r"necesit\w+|quier\w+|ayud\w+|pag\w+|compr\w+|consegu\w+|quien|donde|busc\w+|dinero|deb\w+|ocup\w+|falt\w+|perdi|como)(?: [\w']+){0,6} $"
)
_JUST_BEFORE = re.compile(r"\b(?:about|for|no|any|new|para|sin|algun\w*)(?: [\w']+){0,2} $")
_LACKS = re.compile(
    r"\b(?:too high|can't|cant|cannot|who (?:can|helps?)|where|how|no puedo|quien|donde)\b(?: [\w']+){0,2} ?(?:pay|buy|afford|help\w*|get|fix|pag\w+|compr\w+|ayud\w+|arregl\w+)?"
)


@dataclass(frozen=True)
class Thing:
    """`stands_for`: the needs that the words for it are taken for. `noun`: it must be asked for, not only named.

    `goes_with`: needs that are asked for in the same breath; the thing is then spoken of after their list.
    """

    name: str
    response: str
    words: re.Pattern[str]
    but_not: re.Pattern[str] | None = None
    stands_for: frozenset[str] = frozenset()
    noun: bool = False
    goes_with: frozenset[str] = frozenset()

    def asked_in(self, plain: str) -> bool:
        """Whether the message asks for it."""
        if self.but_not is not None and self.but_not.search(plain):
            return False
        found = [*self.words.finditer(plain)]
        if not found or not self.noun:
            return bool(found)
        if len(plain.split()) <= _FEW:
            return True
        # "I owe the hospital", "my stove … I cant buy another": the wish is in it, before it or after it.
        return any(
            _WANTS.search(f"{plain[: one.end()]} ")
            or _JUST_BEFORE.search(f"{plain[: one.end()]} ")
            or _LACKS.search(plain[one.end() :])
            for one in found
        )

    def cut_from(self, plain: str) -> str:
        """The message without the words for it."""
        return " ".join(self.words.sub(" ", plain).split())


def _thing(
    name: str,
    words: str,
    but_not: str = "",
    stands_for: str = "",
    noun: bool = False,
    goes_with: str = "",
) -> Thing:
    return Thing(
        name, f"utter_no_place_{name}", re.compile(rf"\b(?:{words})\b"),
        re.compile(rf"\b(?:{but_not})\b") if but_not else None, frozenset(stands_for.split()), noun, frozenset(goes_with.split())
    )  # fmt: skip


THINGS = (
    _thing(
        "water",
        r"water (?:and sewer |sewer )?(?:bills?|compan\w+|department|dept|services?|boards?|utilit\w+|works|accounts?|payments?|meter|office|people|shut ?off|cut ?off|disconnect\w*)|"
        r"(?:city|county|town) water|sewer (?:bill|charge|department)|(?:shut\w*|turn\w*|cut\w*) (?:off )?(?:\w+ ){0,2}water(?: off)?|(?:my|the|our|her|his|their|no) (?:\w+ )?water(?: [\w']+){0,4} (?:off|shut|cut|disconnected|paid|pay)|"
        r"(?:pay|owe|paying|behind|late|help|number|call|bill)(?: [\w']+){0,4} water|(?:not|no|instead of)(?: [\w']+){0,4} (?:lights?|electric\w*|gas|heat\w*|power|luz)(?: [\w']+){0,4} (?:water|agua)|(?:water|agua)(?: [\w']+){0,3} (?:not|no)(?: [\w']+){0,3} (?:lights?|electric\w*|gas|power|luz)|"
        r"^(?:(?:no|but|just|only|it's|its|the|my|i|said|mean|meant|need|need my|about|pero|es|el|la del|lo del|del) )*(?:water|agua)(?: (?:bill|please|too|por favor))?$|(?:do|does|for|about) (?:\w+ )?water|"
        r"(?:recibos?|bill|biles|facturas?|cuentas?|compania|servicio|departamento|pago|deuda)(?: [\w']+){0,2} agua|(?:cort\w+|quit\w+|pag\w+|deb\w+|cobr\w+|atras\w+|suspend\w+)(?: [\w']+){0,4} agua|(?:el|mi|del|la del) agua",
        but_not=r"(?:hot|bottled|drinking|holy|flood|rain|salt) ?water\w*|water ?(?:heaters?|pumps?|pipes?|leaks?|damage\w*|tanks?|pills?|softeners?|mains?|walking|aerobics|exercise|therapy|class\w*)|leak\w*|flood\w*|basement|roof|pipes?|"
        r"no running water|calentador\w*|fugas?|goter\w+|tuberias?|inund\w+|embotellada|agua caliente|techo|bomba|se meti\w*|metio|perdimos|entro el agua",
        stands_for="utilities home_repair disaster legal_help housing income_support",
        goes_with="utilities housing food_assistance meals_delivered prescription_costs income_support benefits_check",
    ),
    _thing(
        "car",
        r"(?:my |the |his |her |our |a )?(?:car|truck|van|vehicle|transmission|brakes|engine|alternator)(?: [\w']+){0,3} (?:broke\w*|died|dead|quit|repair\w*|fixed|won't start|wont start|needs?|payments?|insurance|note|tags|tires?|inspection|went out|is out)|"
        r"(?:fix\w*|repair\w*|pay\w*|tow\w*|insur\w*|money for|help with|get) (?:\w+ ){0,2}(?:my|the|his|her|a|our) (?:car|truck|van|vehicle|transmission)|(?:car|auto|truck) (?:repairs?|payments?|insurance|note|tags|parts)|gas (?:money|card|for (?:my|the|his|her) (?:car|truck))|(?:new |some )?tires|"
        r"(?:arreglar|reparar|pagar|componer)(?: [\w']+){0,2} (?:carro|coche|auto|troca|camioneta)|(?:carro|coche|auto|troca|camioneta)(?: [\w']+){0,3} (?:descompuso|dano|descompuest\w+|danad\w+|no (?:prende|sirve|arranca|funciona))|(?:descompuso|dano|murio)(?: [\w']+){0,2} (?:carro|coche|auto|troca|camioneta)|gasolina|seguro (?:del|de mi|para el) (?:carro|coche|auto)|llantas",
        but_not=r"no (?:longer )?(?:car|carro)|seat|wheel ?chair van|van (?:for|with) (?:a )?(?:wheel|lift)",
        stands_for="income_support utilities home_repair",
    ),
    _thing(
        "pet",
        r"pets?|dogs?|cats?|kitt(?:y|ies|en\w*)|pupp(?:y|ies)|vets? (?:bill|visit|for)|the vet|veterinar\w+|perr\w+|gat(?:o|a|os|as|ito\w*)|mascotas?",
        but_not=r"(?:service|guide|seeing eye|therapy) (?:dog|animal)s?|barks?|barking|ladra\w*|(?:vet|veteran) (?:benefits|center|status)|dog bit\w*|hot dogs?",
        stands_for="veterans food_assistance meals_delivered",
        noun=True,
    ),
    _thing(
        "burial",
        r"funerals?|burials?|bury\w*|cremat\w+|caskets?|coffins?|headstones?|grave ?stones?|cemetery plot|entierros?|enterr\w+|funerari\w+|cremac\w+|ataud\w*|lapidas?",
        stands_for="income_support hospice_palliative legal_help",
        goes_with="mental_health",
        noun=True,
    ),
    _thing(
        "hospital_bill",
        r"(?:hospital|medical|doctor|doctors|ambulance|emergency room|er|surgery|dentist) (?:bills?|debts?)|owe(?:d|s)? (?:\w+ ){0,2}(?:hospital|doctor|clinic|ambulance)|bills? (?:\w+ ){0,2}(?:hospital|doctor|ambulance|emergency room|surgery)|"
        r"(?:cuentas?|biles?|bill|deudas?|facturas?|recibos?) (?:\w+ ){0,2}(?:hospital|ambulancia|emergencias?|clinica)|(?:debo|deb\w+)(?: [\w']+){0,3} (?:hospital|clinica)",
        stands_for="income_support medicare_savings benefits_check find_provider legal_help fraud_scams",
        noun=True,
    ),
    _thing(
        "debt",
        r"credit cards?(?: debts?| bills?)?|debts?|collectors?|collection agenc\w+|payday|deudas?|tarjetas? de credito|cobradores",
        but_not=r"stole\w*|steal\w*|scam\w*|gave (?:\w+ )?(?:my|the|his|her)|number|charged|sue\w*|suing|lawsuit|court|papers|robar\w*|estaf\w+|demanda|corte",
        stands_for="income_support benefits_check fraud_scams legal_help",
        noun=True,
    ),
    _thing(
        "loan",
        r"loans?|lend (?:me|us)|borrow (?:\w+ ){0,2}(?:money|dollars)|(?:need|give me|want) (?:some )?(?:cash|\d+ (?:dollars|bucks))|prestamos?|prest(?:e|en|eme|arme)|(?:need|get) (?:some )?money (?:till|until)",
        but_not=r"student|loan closet|medical|equipment|va loan|home loan|mortgage|wheelchair|walker|hipoteca",
        stands_for="income_support benefits_check",
        noun=True,
    ),
    _thing(
        "baby",
        r"diapers? (?:\w+ ){0,3}(?:baby|babies|grand\w+|child\w*|infant|toddler)|(?:baby|babies|grand\w+|infant) (?:\w+ ){0,2}diapers?|(?:baby )?formula|car ?seats?|strollers?|baby (?:food|things|clothes|stuff|supplies)|panales para (?:el|la|mi) (?:bebe|niet\w+|nin\w+)|leche (?:para|de) (?:el |la |mi )?(?:bebe|formula)|carriola",
        stands_for="medical_equipment",
        goes_with="kinship_care food_assistance",
        noun=True,
    ),
    _thing(
        "child_care",
        r"baby ?sit\w*|child ?care|(?:watch\w*|mind\w*|keep\w*|look after) (?:\w+ ){0,2}(?:kids?|child(?:ren)?|little ones?|grand ?(?:kids?|baby|babies|son|daughter|child\w*)|baby|\d year old)|(?:day ?care|nursery|pre ?school|head start)(?: [\w']+){0,3} (?:kids?|child\w*|grand ?(?:kids?|son|daughter|baby|babies|child\w*)|baby|boy|girl)|"
        r"(?:kids?|child\w*|grand\w+|baby|boy|girl)(?: [\w']+){0,3} (?:day ?care|pre ?school)|(?:cuid\w+)(?: [\w']+){0,3} (?:niet[oa]s?|ninos?|ninas?|bebe|nene|criatura\w*)|guarderia|ninera",
        but_not=r"(?:guarderia|day ?care) (?:de|para|for) (?:adult\w+|mayores)|grand(?:pa|ma|mother|father)|rather earn|i can (?:\w+ )*watch|(?:raising|raise|custody|guardian\w*|criando|custodia)(?! .*(?:baby ?sit|watch|day ?care))",
        stands_for="respite adult_day care_transitions caregiver_support in_home_care",
        goes_with="kinship_care",
    ),
    _thing(
        "moving",
        r"(?:help (?:me |us |her |him )?(?:to )?|somebody to (?:help me )?|who can (?:help me )?)(?:move|moving|pack(?:ing)?)(?: (?:out|in|my|our|her|his|furniture|things|stuff|boxes|into|to a|apartments?|houses?|i)\b.*)?$|movers?|moving (?:truck|van|costs?|help|company)|haul\w* (?:away|off)|storage unit|ayud\w+ (?:a|con) (?:mudar\w*|la mudanza)|mudanza",
        but_not=r"can't move|cant move|move (?:around|my|her|his) (?:arm|leg|body)",
        stands_for="in_home_care housing home_repair",
    ),
    _thing(
        "papers",
        r"birth certificates?|death certificates?|marriage (?:license|certificate)|(?:state )?id(?: card)?s? (?:renew\w*|expired|replac\w+|stolen|lost)|(?:new|lost|renew\w*|replace\w*|get) (?:\w+ ){0,2}(?:state id|id card|my id|driver'?s? licen[sc]e|passport)|driver'?s? licen[sc]e|passports?|car title|"
        r"acta de (?:nacimiento|defuncion|matrimonio)|certificado de (?:nacimiento|defuncion)|licencia de (?:manejar|conducir)|pasaporte",
        but_not=r"took (?:\w+ )?licen[sc]e|no (?:driver'?s? )?licen[sc]e|don't have a (?:driver'?s? )?licen[sc]e|lost my licen[sc]e because",
        stands_for="kinship_care transportation legal_help benefits_check",
        noun=True,
    ),
    _thing(
        "notary",
        r"notar(?:y|ize\w*|io|iar\w*)",
        r"lawyer|sign|never|legal|abogad\w*|will",
        "legal_help",
        True,
    ),
    _thing(
        "jail",
        r"(?:in|out of|from|to) (?:the )?(?:county )?(?:jail|prison)|inmates?|bail(?: money)?|parole|en (?:la )?(?:carcel|prision)|preso|fianza",
        but_not=r"call\w* (?:\w+ ){0,4}(?:bail|jail)|said he|said she|asks? for|asking for|send (?:bail|money)|raising|taking care|kids?|dicen|dijo|call\w*|gift|courier|llam\w+|mentira|mand[eo]",
        stands_for="fraud_scams legal_help",
    ),
    _thing(
        "city",
        r"street ?lights?|(?:garbage|trash) (?:\w+ ){0,2}(?:pick\w*|bill|collect\w*|service|fee)|pick(?:ed)? up (?:\w+ ){0,2}(?:trash|garbage)|(?:garbage|trash)(?: [\w']+){0,3} (?:not|never|isn't|hasn't)(?: [\w']+){0,2} pick\w*|pot ?holes?|side ?walk|stray (?:dogs?|cats?)|dogs? (?:\w+ ){0,3}bark\w*|bark\w* dogs?|loud (?:music|neighbors?)|parking tickets?|recog\w+ (?:\w+ )?basura|basura|alumbrado|baches?|banqueta|ladra\w*",
        but_not=r"ramp|walker|wheelchair|fell|fall|shovel\w*|hoard\w*|caught fire|entre (?:la )?basura|bana|deja entrar",
        stands_for="disaster home_repair mental_health fraud_scams elder_abuse utilities housing legal_help",
    ),
    _thing(
        "tv",
        r"(?:cable|tv|television|satellite|dish) (?:\w+ )?(?:bills?|company|service|box)|(?:bill|pay\w*) (?:\w+ ){0,3}(?:cable|tv|television)|(?:cable|tele|television) (?:\w+ )?(?:caro|recibo)|(?:pagar|recibo|bill)(?: [\w']+){0,2} (?:cable|tele|television)",
        but_not=r"internet|phone|see (?:the|my) tv|hear (?:the|my) tv",
        stands_for="utilities tech_help",
        noun=True,
    ),
    _thing(
        "vote",
        r"(?:to|can i|how i|register) vote|voting|voter|ballots?|polling place|votar|registr\w+ para votar|boleta",
        stands_for="disaster benefits_check legal_help transportation",
    ),
    _thing(
        "hair",
        r"hair ?(?:cuts?|dresser\w*|stylist)|beauty (?:shop|parlor)|barbers?|corte de pelo|cort\w+ el pelo|peluquer\w+|estilista|barbero",
        stands_for="respite in_home_care social_connection transportation",
        noun=True,
    ),
    _thing(
        "household",
        r"beds?|mattress(?:es)?|cribs?|bunks?|blankets?|sheets|furniture|couch(?:es)?|sofas?|dressers?|clothes|clothing|coats?|jackets?|shoes|boots|uniforms?|school supplies|back ?packs?|toys|(?:christmas|birthday) (?:presents?|gifts?)|presents for|dishes|pots and pans|"
        r"toilet paper|soap|detergent|cleaning supplies|(?:new|another|used|cheap|buy (?:a|another)|get (?:a|another)|need (?:a|another)) (?:stove|fridge|refrigerator|washer|washing machine|dryer|microwave|oven)|(?:stove|fridge|refrigerator|washer|washing machine|dryer|microwave|freezer)(?: [\w']+){0,2} (?:quit|died|dead|broke\w*|stopped|doesn't work|isn't working|not working|went out|won't)|"
        r"camas?|colchon(?:es)?|cunas?|cobijas?|frazadas?|sabanas|muebles|sofa|ropa|abrigos?|chamarras?|zapatos|botas|utiles(?: escolares)?|mochilas?|uniformes?|juguetes|regalos|papel (?:de bano|higienico)|jabon|(?:estufa|refrigerador|nevera|lavadora|secadora|microondas)",
        but_not=r"hospital bed\w*|adjustable bed|bed ?rails?|bed ?bugs?|bedrooms?|bedridden|bed ?bound|bed ?sores?|wet\w* (?:the |his |her )?bed|(?:in|out of|to|from|over|onto|off|into) (?:the |my |her |his |that )?beds?|bigger bed|beds? (?:open|available)|(?:encima de|en|de|a|la) (?:la |su |mi )?camas? (?:todo|y no|desde)|(?:en|de la|a la|levant\w+ de la) camas?|camas? de hospital|"
        r"(?:wash\w*|do\w*|fold\w*|launder\w*|put\w* on|change\w*|dirty|same|wear\w*|wet) (?:\w+ ){0,2}(?:clothes|sheets|dishes|socks|shoes|underwear|bed|ropa)|lav\w+ (?:la |su |mi )?ropa|left the stove|stove on|dejo la estufa|compression|diabetic shoes|orthopedic|(?:change|get|help) (?:\w+ )?dressed|vestirse|grief|"
        r"(?:bath\w*|shower\w*|toilet(?:ing)?)(?! paper)(?: [\w']+){0,5} (?:cloth\w+|shoes|laundry|sheets|bed)|(?:cloth\w+|shoes|laundry|sheets)(?: [\w']+){0,5} (?:bath\w*|shower\w*)|(?:bano|banar\w*|banarse|ducha\w*)(?: [\w']+){0,5} (?:ropa|zapatos|sabanas|cama)|"
        r"(?:ropa|zapatos|sabanas|cama)(?: [\w']+){0,5} (?:bano|banar\w*)|(?:help\w*|get\w*) (?:him|her|them|me|us|my \w+) (?:with (?:his|her|their|my) |(?:in|into|out of|on) (?:his|her|their|my) |(?:his|her|my) )?(?:cloth\w+|shoes|socks)|(?:ayud\w+|pon\w+) (?:a )?(?:\w+ )?(?:con |a ponerse )?(?:la|los|su|sus) (?:ropa|zapatos)",
        stands_for="medical_equipment home_repair utilities meals_delivered in_home_care",
        goes_with="kinship_care food_assistance housing",
        noun=True,
    ),
    _thing(
        "clinic",
        r"(?:free|low ?cost|cheap|affordable|community|sliding(?: fee| scale)?|walk ?in|charity) (?:\w+ ){0,2}(?:clinics?|health cent(?:er|re)s?|doctors?)|(?:clinics?|health cent(?:er|re)s?|doctors?) (?:\w+ ){0,4}(?:free|low ?cost|cheap|sliding|without insurance|no insurance|uninsured)|"
        r"(?:clinicas?|centros? de salud|doctor\w*|medicos?|farmacias?)(?: [\w']+){0,3} (?:gratis|gratuit\w+|comunitari\w+|de bajo costo|barat\w+|sin seguro)|(?:clinica|farmacia) (?:o|y) (?:clinica|farmacia)",
        but_not=r"dent\w+|teeth|tooth|dientes?|muelas?|lawyers?|legal|memory|flu|vaccine\w*|vet|tax|eye|hearing",
        stands_for="find_provider prescription_costs medicaid medicare_counseling medicare_savings benefits_check",
        goes_with="prescription_costs",
    ),
)

# How a request to our desk names them: English, Spanish.
NAMES = {
    "water": ("the water bill", "el recibo del agua"),
    "car": ("a car", "un carro"),
    "pet": ("a pet", "una mascota"),
    "burial": ("a funeral", "un entierro"),
    "hospital_bill": ("a hospital bill", "una cuenta de hospital"),
    "debt": ("debts", "deudas"),
    "loan": ("money that is short", "dinero que falta"),
    "baby": ("things for a baby", "cosas para un bebé"),
    "child_care": ("child care", "cuidado de niños"),
    "moving": ("moving", "una mudanza"),
    "papers": ("official papers", "papeles oficiales"),
    "notary": ("a notary", "un notario"),
    "jail": ("someone in jail", "alguien en la cárcel"),
    "city": ("the city", "la ciudad"),
    "tv": ("the TV bill", "el recibo del cable"),
    "vote": ("voting", "votar"),
    "hair": ("a haircut", "un corte de pelo"),
    "clinic": ("a low-cost clinic", "una clínica de bajo costo"),
    "household": ("clothes and things for the home", "ropa y cosas para la casa"),
}
