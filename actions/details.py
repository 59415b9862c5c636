"""What a question about a listed service asks for: which field of its record."""

from __future__ import annotations

import re

from actions.turn import Turn

# "What is legal aid?", "speak plainly": what they do, in the record's own plain words.
_MEANING = (
    r"^(?:(?:and|but|so|ok|okay|well|wait|oh|i don't understand|i dont understand|i don't get it) )*(?:what's|whats|what is|what are) "
    r"(?!(?:the|my|your|their|his|her|its) (?:\w+ )?(?:number|phone|address|hours?|cost|price|website|name|catch|wait|weather|time|date)\b|(?:next|wrong|up|going|there|left|open|free|closest|nearest|near|closer)\b)"
    r"(?:\w+ ?){1,4}$|"
    r"\bwhat (?:do|does|would|will|can) (?:they|it|that|this|those|these|he|she|the (?:first|second|third|last) (?:one)?|a \w+(?: \w+)?|the \w+) (?:do|mean|even mean)\b|"
    r"\b(?:y )?(?:que|cual) (?:es|son) (?:eso|esto|esa|ese|esas|esos|ellos|un|una|la (?:primera|segunda|tercera)|el (?:primero|segundo|tercero)|lo (?:de|primero|segundo))\b|"
    r"\bla (?:primera|segunda|tercera) que es\b|\bque (?:hacen|hace|significa|quiere decir)\b(?! falta)"
)
_EXPLAIN = (
    r"\b(?:explain|plainly|in plain (?:english|words|talk)|plain english|simple words|what does \w+(?: \w+)? mean|what you mean by|"
    r"expliq\w+|explic\w+|habl[ae]\w* (?:mas )?claro|en palabras (?:sencillas|faciles))\b|"
    r"\b(?:what(?:'s| is| are)|whats) (?:it|this|that|they|those|these) for\b|\bpara que (?:es|son|sirve|sirven)\b"
)
# The order decides: "when can I call" asks for hours, "do they take my insurance" for something no record has.
_ASKED = (
    ("distance", r"\b(how (?:far|many miles|close) (?:away )?(?:is|are|do|would|from|away|off)\b|how far$|how many miles|que tan (?:lejos|cerca)|a cuantas millas|cuantas millas|(?:queda|esta|estan|quedan) (?:muy )?lejos)\b"),
    ("open_now", r"\b(?:open|answers?|abiert[oa]s?|abren|contestan?|atienden?) (?:right |at this |a esta |esta )?(?:now|hour|tonight|today|hora|ahora|ahorita|ahora mismo|hoy|noche)\b|"
                 r"\b(?:still|todavia|aun) (?:esta |estan )?(?:open|abiert[oa]s?)\b"),
    ("summary", _EXPLAIN),
    ("ask_for", r"\b(what (do|should|am|would|can) i (supposed to )?(say|tell|ask)|what to (say|tell|ask)|tell them|ask for|que (les? )?(digo|pregunto|tengo que decir)|"
                r"por quien pregunto)\b"),
    ("", r"\b(wait|waiting|waitlist|how long|(?:they|it) pay|pagan|homebound|pets?|deadline|section 8|insurance|accept|take (my|medicare|medicaid|cash|a card)|comes? (out )?to|pick (me|her|him) up|deliver|"
         r"any good|trust|find out|tell my|my name|anonymous|wheelchair|parking|esper\w*|cuanto tiempo|cuanto (?:se )?tarda\w*|how soon|how early|how far ahead|in advance|aceptan|seguro|vienen|a domicilio|"
         r"recogen|son buenos|estacionamiento)\b"),
    ("languages", r"\b(spanish|english|speak|language|interpreter|hablan|espanol|idioma|ingles|interprete)\b"),
    ("address", r"\b(how (?:do|would|can) (?:i|we|he|she|they) (?:even )?get there|como (?:llego|se llega|llegamos)|get there)\b"),
    ("eligibility", r"\b((?:only|just) for|is (?:it|this|that) for|es (?:solo|nada mas|nomas) para|solo para)\b"),
    ("cost", r"\b(cost|costs|price|prices|pay|free|charge|charges|fee|fees|how much|expensive|cheap|cheapest|cuesta|cobran|precio|pagar|pago|gratis|cuanto)\b"),
    ("hours", r"\b(hours?|open|opens|close|closes|closed|when|what days?|which days?|days|saturdays?|sundays?|weekends?|mondays?|nights?|evenings?|mornings?|"
              r"what time|24 7|abren|cierran|abierto|cerrado|hora|horas|horario|sabados?|domingos?|cuando|fin de semana|noche|que dias?)\b"),
    ("have_ready", r"\b(bring|papers?|paperwork|documents?|need to show|show them|(?:have|get|be) \w* ?(?:ready|handy|on hand)|need (?:\w+ ){0,3}to (?:apply|sign up|enroll)|required to apply|proof|id|tener (?:a la mano|a mano|listos?|preparad[oa]s?)|(?:hace falta|necesit\w+|tengo que (?:tener|llevar)) (?:\w+ ){0,3}para (?:aplicar|solicitar|inscrib\w+|pedir\w*|apuntar\w*)|requisitos para (?:aplicar|solicitar)|papeles|documentos|llevar|llevo|tengo que tener|piden|identificacion)\b"),
    ("address", r"\b(address|where (is|are|was)|located|location|directions|street|direccion|donde (esta|queda|es)|ubicacion|queda)\b"),
    ("url", r"\b(website|web site|web page|online|internet|email|pagina|sitio|correo)\b"),
    ("eligibility", r"\b(who (can|is|gets|qualifies)|qualify|qualifies|eligible|eligibility|age|how old|income|make too much|65|60|can (i|she|he|we|they) (get|use|go|have|join)|"
                    r"(do|would) i get|allowed|requirements?|quien|quienes|califico|califica|calificamos|edad|requisitos|ingresos|puedo (ir|recibir|pedir|usar)|derecho)\b"),
    ("phones", r"\b(phone|number|(?:do|should|can|to|would) (?:i |we )?call|call first|telefono|numero|(?:a quien|donde|para|puedo) llam(?:ar|o))\b"),
    ("summary", _MEANING),
)  # fmt: skip
# Acts that a question about a list is taken for, and how such a question begins.
_TAKEN_FOR = frozenset(
    "affirm deny thanks follow_up_answer no_answer unsure off_topic greeting how_it_works withdraw_consent insult give_place any_news "
    "medical_advice legal_advice help".split()
)
_BEGINS = re.compile(
    r"^(?:(?:and|but|so|ok|okay|well|oh|y|pero|pues|bueno) )*(?:how|what|what's|whats|when|where|who|which|is|are|do|does|can|could|would|will|am|"
    r"cuanto|cuanta|cuando|donde|que|quien|como|hay|es|son|tiene|tienen|puede|pueden|cobran|aceptan)\b"
)
_PRICE = re.compile(r"\b(?:how much|charge|charges|cuanto|cobran)\b")
_UNSURE_NEED, _SHORT, _LONGER = 0.8, 9, 14
# Asked of nothing but what is on show, whatever act or need the words are taken for.
_SURELY_OF_THE_LIST = frozenset({"distance", "open_now", "summary"})
_FIELDS = [(name, re.compile(pattern)) for name, pattern in _ASKED]


def asked_field(plain: str) -> str | None:
    """The field; an empty name for what no record tells; None when it is no such question."""
    return next((name for name, pattern in _FIELDS if pattern.search(plain)), None)


def about_a_listed_service(turn: Turn) -> bool:
    """Whether a question after a list is about that list, whatever need its words resemble."""
    heard, plain = turn.heard, turn.heard.plain
    field = asked_field(plain)
    if not turn.memory.shown or field is None:
        return False
    if heard.act == "ask_detail":
        return True
    if field in _SURELY_OF_THE_LIST and is_question(turn) and len(plain.split()) <= _LONGER:
        return True
    question = is_question(turn) and len(plain.split()) <= _SHORT
    if heard.act == "free_only":
        return question and bool(_PRICE.search(plain))
    if heard.act == "ask_need":
        return question and (not heard.needs or heard.needs[0]["score"] < _UNSURE_NEED)
    return question and (heard.act in _TAKEN_FOR or heard.doubted)


def is_question(turn: Turn) -> bool:
    """Whether the message is put as a question."""
    return "?" in turn.heard.text or bool(_BEGINS.match(turn.heard.plain))


def dialable(phone: str) -> str:
    """'+19375550142' to '937-555-0142'; anything else as it is, without the country's code."""
    digits = phone.removeprefix("+1")
    return f"{digits[:3]}-{digits[3:6]}-{digits[6:]}" if len(digits) == 10 else digits
