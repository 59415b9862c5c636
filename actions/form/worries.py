"""What people fear or want to know before they give a name: each has an honest sentence of its own.

Who sees it, by when they call, what it costs, whether somebody comes to the house. A question that none of these is
can be answered by whoever calls.
"""

from __future__ import annotations

import re

_LEADS = r"(?:(?:and|but|ok|okay|oh|so|well|wait|hold on|no|hey|please|first|then|now|after that|y|pero|pues|luego|despues|entonces|ahora|espere|ay|oiga|mija|primero|antes|disculpe|perdon|solo|nomas|before (?:i|we) \w+(?: \w+)?(?: \w+)?|antes de \w+(?: \w+)?) )*"
_ASKS = re.compile(
    rf"^{_LEADS}(?:what|what's|whats|who|whos|who's|why|will|would|how|how's|where|when|which|is|are|am|do|does|did|can|could|should|"
    r"que(?! (?:me|le|les|nos|no|lo|la|se|conste|quede|\w+en|\w+an)\b)|quien|quienes|por que|para que|como|cuando|cuanto|cuanta|cual|donde|puede|pueden|podria|se puede|con quien|a quien|de quien|y si|"
    r"(?:(?:mi|su) \w+ )?(?:me|nos|le|les|se) (?:va|van|puede|pueden|meto|quitan|avisan|dicen|cobran|cuesta|tardan)|pierdo|cuesta|cobran|tardan|vienen|ustedes)\b"
    r"|\b(?:til|till|until|unless|hasta) .{0,12}(?:know|sepa|se|diga)\b|\b(?:afraid|scared|worried|miedo|preocupa)\b|\b(?:wonder|want to know|like to know|quisiera saber|quiero saber|me pregunto|no se si)\b"
)
# "Es gratis?" is often written without its mark; so is "es mi numero", which asks nothing.
_MAY_ASK = re.compile(
    rf"^{_LEADS}(?:(?:es|son)(?! (?:para|por|sobre|que|mi|mis)\b)|hay|tengo|va|van|voy|hablan|atienden|puedo)\b"
)
# "Can you tell them I am deaf", "could you change the name": asked for, not asked.
_ASKS_FOR = re.compile(
    rf"^{_LEADS}(?:can|could|will|would|puede|pueden|podria|puedo) (?:you|i|we|usted|yo)?(?: please)? ?(?:tell them|let them know|add|note|put|write|change|fix|correct|take out|leave out|remove|"
    r"decirles|avisarles|agregar|anadir|anotar|apuntar|poner|cambiar|corregir|quitar)\b"
)
_PEOPLE = (
    r"(?:dad|father|mom|mother|son|daughter|sister|brother|husband|wife|kids|family|children|grandson|granddaughter|landlord|boss|doctor|dr|neighbors?|pastor|church|niece|nephew|ex|parents|"
    r"papa|mama|hij[oa]s?|herman[oa]s?|espos[oa]|marido|mujer|familia|niet[oa]s?|casero|dueno|jefe|doctora?|medico|vecin[oa]s?|iglesia|sobrin[oa]s?|padres?|madre|landlord)"
)
_WHY = r"(?:why|what for|for|want|need|needed|have to|do with|safe|give|tell|para que|por que|quier\w+|necesit\w+|hac\w+ con|seguro|dar\w*|decir\w*|tengo que|pid\w+)"
_WORRIES = (
    (
        re.compile(
            r"\b(?:kids?|child(?:ren)?|grand ?(?:kids?|bab(?:y|ies)|child(?:ren)?|sons?|daughters?)|bab(?:y|ies)|boys?|girls?|ninos?|ninas?|hijos?|hijas?|nietos?|nietas?|criaturas)\b"
            r".{0,30}\b(?:took|taken|take|takin\w*|away|remove\w*|foster|quit\w+|llev\w+|sac\w+)\b|"
            r"\b(?:took|taken|take|takin\w*|remove|quit\w+|llev\w+)\b.{0,20}\b(?:kids?|child(?:ren)?|grand ?(?:kids?|babies|children)|babies|ninos?|hijos?|nietos?|nietas?)\b|"
            r"\bcps\b|\bdcfs?\b|\bchild protective\b|\bservicios de menores\b|\bproteccion de menores\b"
        ),
        "utter_worry_children",
    ),
    (
        re.compile(
            r"\b(?:lose|losing|stop|cut|cuts|affect|hurt|mess(?: up)?|take away|change|quit\w+|perder|pierd\w+|cort\w+|afect\w+)\b.{0,25}\b(?:check|checks|benefits?|medicaid|medicare|ssi|ssdi|"
            r"food stamps|snap|social security|disability|pension|insurance|cheques?|beneficios?|seguro|estampillas|cupones|ayudas)\b"
        ),
        "utter_worry_benefits",
    ),
    (
        re.compile(r"\b(?:immigration|inmigracion|la migra|migra|deport\w*|ice|undocumented|indocumentad\w*|papeles)\b"),
        "utter_papers",
    ),
    (
        re.compile(
            r"\b(?:police|cops?|sheriff|policia)\b|\b(?:in|get (?:me |her |him |us )?in(?:to)?) trouble\b|\breport (?:me|us|her|him)\b|\b(?:en|meter\w* en) (?:problemas|lios)\b|\b(?:denunci\w+|reportar\w*)\b"
        ),
        "utter_worry_trouble",
    ),
    (
        re.compile(r"\b(?:take (?:it|this|that) back|back out|undo|stop (?:it|this) later|change my mind|retir\w+|echar(?:me|se) (?:para )?atras|arrepient\w+|cancel\w*|(?:quit\w+|sac\w+) despues)\b"),
        "utter_referral_take_back",
    ),
    (
        re.compile(
            r"\b(?:will|would|can|could|might|may|do|does|are|is|going to|gonna) (?:they|the (?:office|agency|lady|person|people|place)|somebody|someone|anybody|he|she|it)\b.{0,18}\b(?:need|ask|asking|want|require|take)\b.{0,30}\b(?:medicare|medicaid|social security|social|ssn|insurance card|card|id)\b|"
            r"\b(?:van a|pueden|podrian|iran a|me|le) (?:pedir|necesitar|preguntar|piden|exigir)\w*\b.{0,20}\b(?:medicare|medicaid|seguro(?: social)?|tarjeta|identificacion)\b|\b(?:necesitan|piden) .{0,15}\b(?:medicare|medicaid|seguro social|tarjeta)\b"
        ),
        "utter_referral_have_ready",
    ),
    (
        re.compile(r"\b(?:social security|medicare|bank|card|id|ssn|seguro social|banco|tarjeta)\b.{0,25}\b(?:number|num\w*|need|give|card|necesit\w+|dar\w*|piden|pedir\w*)\b|\b(?:need|give|want|necesit\w+|dar\w*|piden|pedir\w*|ask for|ask)\b.{0,25}\b(?:social security|social|medicare|bank|card|id|ssn|seguro social|banco|tarjeta)\b"),
        "utter_referral_no_such_numbers",
    ),
    (
        re.compile(
            r"\b(?:does|do|must|should|has|have|will) (?:my \w+|he|she|they|mom|dad|mama|papa) (?:have to |need to |to )?(?:agree|know|say yes)\b|\b(?:permission|must agree|has to know|need to know|needs to know|(?:de|estar de) acuerdo|permiso|tiene que saber)\b"
        ),
        "utter_referral_must_agree",
    ),
    (
        re.compile(
            r"\b(?:come|coming|comes|send (?:somebody|someone|anybody|anyone|people)|show up|visit\w*|drop by|knock)\b.{0,25}\b(?:house|home|here|door|place|apartment|by|out|over|me|person)\b|"
            r"\b(?:come|show up|visit) (?:out|by|over|here|see)\b|\b(?:will|do|does|can|could|would) (?:they|somebody|someone|anybody|anyone|you|he|she) (?:come|visit|stop by)\b|"
            r"\b(?:ven\w+|vienen?|vendran?|van a ir|va a ir|ir\w*|visit\w+|pas\w+|mand\w+ a alguien|toc\w+)\b.{0,20}\b(?:casa|aqui|puerta|apartamento|domicilio)\b|\b(?:vienen|van a venir|va a venir|puede\w* venir)\b"
        ),
        "utter_referral_house",
    ),
    (
        re.compile(
            rf"\b(?:tell|tellin\w*|let|inform|notify|contact|call|say to|dec\w+|dic\w+|dig\w+|avis\w+|cont\w+|llam\w+)\b.{{0,20}}\b(?:my|his|her|our|mi|mis|su|al|a la) (?:\w+ )?{_PEOPLE}\b|"
            rf"\b(?:my|his|her|mi|mis|el|la) (?:\w+ )?{_PEOPLE}\b.{{0,25}}\b(?:find out|finds out|found out|know|knows|hear|hears|see|get told|be told|enter\w+|entera\w*|sab\w+|sep\w+)\b|"
            rf"\b(?:enter\w+|sab\w+|sep\w+)\b.{{0,15}}\b(?:mi|mis) {_PEOPLE}\b"
        ),
        "utter_worry_told",
    ),
    (
        re.compile(
            r"\b(?:when|how (?:soon|long|fast|many days)|what day|what time|cuando|cuanto|que tan (?:pronto|rapido)|en cuanto tiempo|que dia|a que hora|hoy|today|tardan|tarda)\b.{0,30}\b(?:call\w*|hear|wait|take|reach|llam\w+|habl\w+|espera\w*|tarda\w*|demora\w*)\b"
        ),
        "when",
    ),
    (
        re.compile(
            r"\b(?:if|when|y si|si) (?:nobody|no one|nadie)(?:'s)?\b.{0,15}\b(?:home|here|there|answers?|picks?|hears?|esta|contest\w*|oye)\b|\b(?:if|when|suppose|y si|si) (?:i|we|he|she|nobody|no one|you|they|no|yo|nadie)? ?(?:\w+ )?(?:don't|dont|can't|cant|cannot|do not|miss|missed|not|no|nadie|contest\w*|pierd\w+)\b.{0,30}\b(?:answer|call|phone|home|pick\w*|hear it|contest\w*|llamada|telefono|oig\w+|estoy|alcanz\w+)\b"
        ),
        "utter_referral_missed",
    ),
    (
        re.compile(
            r"\bwho(?:'s|s| is| are| will| would|se)?(?: (?:gonna|going to|gon))? (?:be )?(?:(?:you|yall|they|these people|this)$|yall\b|these people\b|call\w*\b)|\bknow who\b.{0,15}\bcall\w*\b|\bwho do (?:you|they) work for\b|"
            r"\bquien(?:es)?(?: \w+){0,3} (?:llam\w+|son|es usted)\b|\b(?:a|una?) (?:real |live |de verdad )?(?:person|human|machine|robot|recording|persona|maquina|grabacion)\b|"
            r"\b(?:scam\w*|legit|for real|trust (?:you|this|them|y'all)|estafa|fraude|de confianza|confiar)\b|\b(?:same (?:people|place|ones)|part of|with|from) (?:as )?(?:the )?(?:government|211|medicare|state|county)\b|\bel gobierno\b|\bmisma gente\b"
        ),
        "utter_worry_who_calls",
    ),
    (
        re.compile(
            r"\b(?:call\w*|llam\w+)\b.{0,12}\b(?:me or (?:her|him|my \w+)|(?:her|him|my \w+) or me|a mi o a|me or)\b"
        ),
        "utter_referral_calls_you",
    ),
    (
        re.compile(
            r"\b(?:speaks?|talk|habl\w+)\b.{0,15}\b(?:spanish|english|espanol|ingles|creole|language|idioma|mandarin|chinese|cantonese|chino|vietnamese|korean|russian|tagalog|polish|arabic|portuguese|haitian|hindi|french|hmong|somali|navajo)\b|\b(?:interpreter|interprete)\b"
        ),
        "utter_referral_language",
    ),
    (
        re.compile(
            r"\b(?:cost\w*|free|charge\w*|pay|price|fee|bill me|how much|money|cuesta|cuestan|cobr\w+|gratis|pagar|precio|dinero)\b"
        ),
        "utter_referral_cost",
    ),
    (
        re.compile(
            r"\b(?:who|who's|quien|quienes)\b.{0,30}\b(?:see|sees|seen|know|knows|get|gets|has|have|read|reads|shar\w+|tell|told|look\w*|write|ve|ven|ver|lee|leen|sabe\w*|tiene\w*|recib\w+|compart\w+|dic\w+|mand\w+|entera\w*)\b|"
            r"\b(?:sell|share|shared|sharing|see (?:this|it|that|my)|private|confidential|comparten?|compartir\w*|venden|vender|privad[oa]|confidencial|ven lo que|ve lo que)\b"
        ),
        "utter_referral_who",
    ),
    (
        re.compile(
            r"\bwhat (?:happens|happen|comes|will happen|do they do|will they do|are they going to do|is going to happen)\b(?!.{0,10}\bif\b)|\b(?:and|so) then what\b|\bwhat's next\b|\bhow (?:does|do) (?:this|it|they|that) (?:work|help)\b|\bque (?:pasa|sigue|va a pasar|hacen|van a hacer|viene)(?: (?:despues|luego|ahora|con eso|entonces|de eso))*\b|\bcomo (?:funciona|es esto|le hacen|trabaja\w*)\b|\by (?:luego|despues|entonces) que\b"
        ),
        "utter_referral_next",
    ),
    (
        re.compile(
            r"\bwhat (?:\w+ )?(?:do|will|would|are|is) (?:you|they)(?: going to| gonna)? (?:tell|share|say|send|give|pass)\w*\b|\b(?:que|cuales) (?:\w+ ){0,3}(?:compart\w+|dec\w+|dic\w+|mand\w+|datos|informacion)\b"
        ),
        "utter_referral_nothing_shared",
    ),
    (
        re.compile(rf"\b{_WHY}\b.{{0,30}}\b(?:number|phone|numero|telefono)\b|\b(?:number|phone|numero|telefono)\b.{{0,20}}\b{_WHY}\b"), "utter_referral_why_number",
    ),
    (
        re.compile(rf"\b{_WHY}\b.{{0,30}}\b(?:name|nombre)\b|\b(?:name|nombre)\b.{{0,20}}\b{_WHY}\b"), "utter_referral_why_name",
    ),
    (
        re.compile(r"\b(?:do (?:i|we) have to|must i|have to (?:give|say|tell|answer)|why do you (?:need|ask|want)|what (?:do )?you need (?:that|it|this)|tengo que|es obligatorio|hace falta|por que (?:pregunta|necesita|quiere)|para que (?:necesita|quiere|pregunta|es))\b"),
        "utter_referral_you_decide",
    ),
)  # fmt: skip
OTHERS = "utter_referral_ask_caller"
# "Did I do it right", "y luego?": how far it is, and never a yes.
_SO_FAR = re.compile(
    r"\b(?:did|do|have|am) i (?:do|doing|get|getting|send|done|did)\b|\bwas (?:that|it|this) (?:right|ok|okay|all|good)\b|\bis (?:that|it|this) (?:right|all|done|it|everything|correct)$|\bare we (?:done|finished)\b|^(?:(?:and|so|ok|now|then) )*(?:now what|what now|then|next|done)$|\bwhat(?:'s| is)? next\b|"
    r"\b(?:lo|la) hice bien\b|^(?:y )?(?:ya )?(?:quedo|estuvo|esta listo|es todo|seria todo)$|^(?:y )?(?:luego|despues|ahora|entonces)(?: que)?$|^(?:y )?(?:ahora )?que (?:sigue|hago)(?: ahora)?$|\besta(?:ba)? bien asi$"
)
_NAMES_A_FIELD = frozenset(("utter_referral_why_number", "utter_referral_why_name", OTHERS))
_THEN_WHAT = re.compile(
    r"^(?:(?:and|so|ok|y|pues) )*(?:then|after that|luego|despues|entonces) (?:what|que)\b"
)
# So plain that it needs no mark: "cuesta algo".
_COST_ALONE = re.compile(
    r"^(?:y |and )?(?:is it free|es gratis|cuesta(?: algo)?|cobran(?: algo)?|how much|cuanto(?: cuesta| cobran)?)$"
)


def is_question(text: str, plain: str) -> bool:
    """Whether something is asked, and nothing asked for."""
    asks = "?" in text or bool(_ASKS.search(plain) or _COST_ALONE.match(plain))
    asks = asks or bool(_SO_FAR.search(plain) or _THEN_WHAT.search(plain))
    if not asks and _MAY_ASK.match(plain):
        asks = answer_to(plain) not in _NAMES_A_FIELD
    return asks and not _ASKS_FOR.search(plain)


def is_worry(text: str, plain: str) -> bool:
    """Whether the message asks about one of these, so that it is no answer: "wait is this gona get the kids took from me"."""
    return is_question(text, plain) and answer_to(plain) != OTHERS


def answer_to(plain: str) -> str:
    """The response to a question about being called; "when" for a question by when."""
    if _SO_FAR.search(plain):
        return "utter_referral_so_far"
    return next((say for pattern, say in _WORRIES if pattern.search(plain)), OTHERS)
