"""What people fear or want to know before they give a name: each has an honest sentence of its own."""

from __future__ import annotations

import re

_ASKS = re.compile(
    r"^(?:(?:and|but|ok|okay|oh|so|well|wait|hold on|no|hey|y|pero|pues|espere|ay|oiga|mija) )*(?:what|who|whos|who's|why|will|would|how|where|when|is|are|am|do|does|can|could|if|"
    r"que|quien|quienes|por que|para que|como|cuando|cuanto|es|son|hay|puede|pueden|tengo|va|van|(?:(?:mi|su) \w+ )?(?:me|nos|le|les|se) (?:va|van|puede|pueden|meto|quitan|avisan|dicen)|pierdo)\b"
    r"|\b(?:til|till|until|unless|hasta) .{0,12}(?:know|sepa|se|diga)\b|\b(?:afraid|scared|worried|miedo|preocupa)\b"
)
_PEOPLE = (
    r"(?:dad|father|mom|mother|son|daughter|sister|brother|husband|wife|kids|family|children|grandson|granddaughter|landlord|boss|doctor|dr|neighbors?|pastor|church|niece|nephew|ex|parents|"
    r"papa|mama|hij[oa]s?|herman[oa]s?|espos[oa]|marido|mujer|familia|niet[oa]s?|casero|dueno|jefe|doctora?|medico|vecin[oa]s?|iglesia|sobrin[oa]s?|padres?|madre|landlord)"
)
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
        re.compile(r"\b(?:social security|medicare|bank|card|id|ssn|seguro social|banco|tarjeta)\b"),
        "utter_referral_no_such_numbers",
    ),
    (
        re.compile(r"\b(?:agree|permission|allow|has to know|need to know|needs to know|de acuerdo|permiso)\b"),
        "utter_referral_must_agree",
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
            r"\bwho(?:'s|s| is| are| will| would|se)?(?: (?:gonna|going to|gon))? (?:be )?(?:(?:you|yall|they|these people)$|yall\b|these people\b|call\w*\b)|\bknow who\b.{0,15}\bcall\w*\b|\bwho do you work for\b|"
            r"\bquien(?:es)?(?: \w+){0,3} (?:llam\w+|son|es usted)\b|\b(?:a|una?) (?:real |live )?(?:person|human|machine|robot|persona|maquina)\b"
        ),
        "utter_worry_who_calls",
    ),
    (
        re.compile(r"\b(?:who|quien|quienes|sell|share with|give it to|comparten|venden|vender)\b"),
        "utter_referral_who",
    ),
    (
        re.compile(r"\b(?:when|how (?:soon|long|fast)|what day|what time|cuando|cuanto tarda\w*|que dia|a que hora|hoy)\b.{0,30}\b(?:call|calling|hear|wait|take|llam\w+|espera\w*|tarda\w*)\b"),
        "when",
    ),
    (re.compile(r"\b(?:number|phone|numero|telefono)\b"), "utter_referral_why_number"),
)  # fmt: skip
_SURE = frozenset(
    ("utter_worry_children", "utter_worry_benefits", "utter_worry_trouble", "utter_worry_told", "utter_worry_who_calls", "utter_papers", "when"),
)  # fmt: skip
OTHERS = "utter_referral_nothing_shared"


def is_worry(text: str, plain: str) -> bool:
    """Whether the message asks about one of these, so that it is no answer: "wait is this gona get the kids took from me"."""
    return ("?" in text or bool(_ASKS.search(plain))) and answer_to(plain) in _SURE


def answer_to(plain: str) -> str:
    """The response to a question about being called; "when" for a question by when."""
    return next((say for pattern, say in _WORRIES if pattern.search(plain)), OTHERS)
