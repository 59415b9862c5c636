"""Which field of a record the words of a question ask for."""

from __future__ import annotations

import re

from actions.heard import Heard

# "What is legal aid?", "speak plainly": what they do, in the record's own plain words.
_MEANING = (
    r"^(?:(?:and|but|so|ok|okay|well|wait|oh|i don't understand|i dont understand|i don't get it) )*(?:what's|whats|what is|what are) "
    r"(?!(?:the|my|your|their|his|her|its) (?:\w+ )?(?:number|phone|address|hours?|cost|price|website|name|catch|wait|weather|time|date)\b|(?:next|wrong|up|going|there|left|open|free|closest|nearest|near|closer)\b)"
    r"(?:\w+ ?){1,4}$|"
    r"\b(?:what's|whats|what is) (?:it|that|this|the \w+ one) (?:do|all about|for|about)\b|"
    r"\bwhat (?:do|does|would|will|can) (?:they|it|that|this|those|these|he|she|the (?:first|second|third|last) (?:one)?|a \w+(?: \w+)?|the \w+) (?:do|mean|even mean)\b|"
    r"\b(?:y )?(?:que|cual) (?:es|son) (?:eso|esto|esa|ese|esas|esos|ellos|un|una|la (?:primera|segunda|tercera)|el (?:primero|segundo|tercero)|lo (?:de|primero|segundo))\b|"
    r"\bla (?:primera|segunda|tercera) que es\b|\bque (?:hacen|hace|significa|quiere decir)\b(?! falta)"
)
_EXPLAIN = (
    r"\b(?:explain|plainly|in plain (?:english|words|talk)|plain english|simple words|what does \w+(?: \w+)? mean|what you mean by|"
    r"expliq\w+|explic\w+|habl[ae]\w* (?:mas )?claro|en palabras (?:sencillas|faciles))\b|"
    r"\b(?:what(?:'s| is| are)|whats) (?:it|this|that|they|those|these) for\b|\bpara que (?:es|son|sirve|sirven)\b|\b(?:is|are) .{0,40}\b(?:government|outfit|private|non ?profit|for profit|legit)\b|\bes (?:del gobierno|privad[oa])\b"
)
# "Can I call for her?", "will they talk to me?".
_FOR_ANOTHER = (
    r"\b(?:can|could|may|am|should|do|does|will|would|is|must) (?:i|we|a \w+|her \w+|his \w+|my \w+|she|he|they|somebody|someone|it)\b(?: \w+){0,4} (?:call|talk|speak|ask|phone|apply|sign)(?: \w+){0,3} (?:for|on behalf of) (?:her|him|them|my \w+|mom|dad|mama|papa)\b|"
    r"\bon (?:her|his|their|my \w+) behalf\b|\b(?:will|would|do|can) they (?:even )?(?:talk|speak) (?:to|with) me\b|\b(?:does|do|has) (?:it|she|he) (?:have|has|got|need) to (?:be (?:her|him)|call|be the one)|\b(?:can|could|may) (?:her|his|a|the|their) (?:son|daughter|\w+ ?in ?law|grand\w+|niece|nephew|friend|neighbor) (?:call|talk|ask)\b|"
    r"\b(?:puedo|podria) (?:yo )?(?:llamar|hablar|preguntar|pedir\w*) (?:yo )?por (?:ella|el|mi \w+)\b|\btiene que (?:llamar|hablar|ser) (?:ella|el)\b|\bme (?:van a atender|atienden|hablan) a mi\b"
)
_IN_PERSON = (
    r"\bin person\b|\b(?:go|walk|stop|come) in\b(?! (?:the|my|a|there with))|\b(?:can|could) i (?:go|visit|come by|stop by)\b|\bgo (?:see|there|down there)\b|\b(?:an?|any|the|their|local) (?:\w+ )?(?:office|address|place) (?:i|we|she|he) can (?:go|walk|visit)\b|\bsome(?:place|where) (?:i|we) can (?:go|walk)\b|\boffice address\b|"
    r"\b(?:is there|have|got) (?:an?|any) (?:local |real )?office\b|\ben persona\b|\b(?:puedo|se puede|donde puedo|hay que|tengo que) (?:ir|pasar|visitar)\b(?! al (?:bano|doctor))|\b(?:hay|tienen) (?:una |alguna )?(?:oficina|direccion)\b"
)
# What somebody earns, or is, decides who can get it: no question about a price.
_THEIR_MEANS = r"\bhow much (?:money )?(?:i|we|she|he|they) (?:\w+ )?(?:earn|make|get|have|has|makes|gets|earns)\b|\b(?:what|how much) (?:i|she|he|we) (?:earns?|makes?)\b|\b(?:my|her|his|our|the) income\b|\bincome limits?\b|\bmake too much\b|\b(?:cuanto|lo que) gan\w+\b|\bmis ingresos\b|\b(?:us |american )?citizens?\b|\bciudadan[oa]s?\b"
# "Do these people fix furnaces or not?": asked of them, whatever they should do.
_DO_THEY = (
    r"\b(?:do|does|can|will|would|are|is) (?:they|these|those|any of (?:them|these|those)|(?:this|that) (?:place|one|office)|the (?:first|second|third|last) (?:one)?)(?: (?:people|places|folks|ones|offices))?\b|"
    r"\b(?:ellos|estos|esas?|esos|alguno de (?:ellos|estos)|(?:el|la) (?:primer[oa]|segund[oa]|tercer[oa])) (?:si )?(?:\w+[ae]n?)\b"
)
# The order decides: "when can I call" asks for hours, "do they take my insurance" for something no record has.
_ASKED = (
    ("distance", r"\b(how (?:far|many miles|close) (?:away )?(?:is|are|do|would|from|away|off)\b|how far$|how many miles|que tan (?:lejos|cerca)|a cuantas millas|cuantas millas|(?:queda|esta|estan|quedan) (?:muy )?lejos)\b"),
    ("open_now", r"\b(?:open|answers?|abiert[oa]s?|abren|contestan?|atienden?) (?:right |at this |a esta |esta )?(?:now|hour|tonight|today|hora|ahora|ahorita|ahora mismo|hoy|noche)\b|"
                 r"\b(?:still|todavia|aun) (?:esta |estan )?(?:open|abiert[oa]s?)\b"),
    ("summary", _EXPLAIN),
    ("for_another", _FOR_ANOTHER),
    ("address", _IN_PERSON),
    ("eligibility", _THEIR_MEANS),
    ("ask_for", r"\b(what (do|should|am|would|can) i (supposed to )?(say|tell|ask)|what to (say|tell|ask)|what words? (?:do|should) i use|tell them|ask for|que (les? )?(digo|pregunto|tengo que decir)|"
                r"por quien pregunto)\b"),
    ("", r"\b(wait|waiting|waitlist|how long|(?:they|it) pay|pagan|homebound|pets?|deadline|section 8|insurance|accept|take (my|medicare|medicaid|cash|a card)|comes? (out )?to|(?:come|comes|coming|bring\w*) (?:it |them )?(?:out )?(?:to|in) (?:the|my|her|his|our) (?:house|home|door)|(?:send|have) (?:somebody|someone|anybody|a person)|sits? with|(?:to|at|help \w+ to) (?:the|my|her|his) (?:door|curb)|door to door|every (?:single )?day|each day|how often|frozen|hot (?:food|meals?)|notice|ahead of time|ride (?:along )?with|(?:come|go) with (?:me|her|him)|wait (?:while|for)|have to be home|pick (me|her|him) up|deliver|"
         r"any good|trust|find out|tell my|my name|anonymous|wheelchair|parking|esper\w*|cuanto tiempo|cuanto (?:se )?tarda\w*|(?:lo|la|los|las|me l[ao]s?) (?:traen|llevan|mandan)|hasta (?:mi|la|su) (?:puerta|casa)|a (?:la|mi|su) (?:puerta|casa)|mandan a|cada cuanto|todos los dias|how soon|how early|how far ahead|in advance|aceptan|seguro|vienen|a domicilio|"
         r"recogen|son buenos|estacionamiento)\b"),
    ("languages", r"\b(spanish|english|speak|language|interpreter|hablan|espanol|idioma|ingles|interprete)\b"),
    ("address", r"\b(how (?:do|would|can) (?:i|we|he|she|they) (?:even )?get there|como (?:llego|se llega|llegamos)|get there)\b"),
    ("eligibility", r"\b((?:only|just) for|is (?:it|this|that) for|es (?:solo|nada mas|nomas) para|solo para)\b"),
    ("cost", r"\b(cost|costs|price|prices|pay|free|charge|charges|fee|fees|how much|expensive|cheap|cheapest|cuesta|cobran|precio|pagar|pago|gratis|cuanto)\b"),
    ("hours", r"\b(hours?|open|opens|close|closes|closed|when (?:can|do|does|are|is|will|would|should|could|to|they|i)|when$|what days?|which days?|days|saturdays?|sundays?|weekends?|mondays?|nights?|evenings?|mornings?|"
              r"what time|24 7|abren|cierran|abierto|cerrado|hora|horas|horario|sabados?|domingos?|cuando|fin de semana|noche|que dias?)\b"),
    ("have_ready", r"\b(bring|papers?|paperwork|documents?|need to show|show them|(?:have|get|be) \w* ?(?:ready|handy|on hand)|need (?:\w+ ){0,3}to (?:apply|sign up|enroll)|required to apply|proof|id|tener (?:a la mano|a mano|listos?|preparad[oa]s?)|(?:hace falta|necesit\w+|tengo que (?:tener|llevar)) (?:\w+ ){0,3}para (?:aplicar|solicitar|inscrib\w+|pedir\w*|apuntar\w*)|requisitos para (?:aplicar|solicitar)|papeles|documentos|llevar|llevo|tengo que tener|piden|identificacion)\b"),
    ("address", r"\b(address|where (is|are|was)|located|location|directions|street|direccion|donde (esta|queda|es)|ubicacion|queda)\b"),
    ("url", r"\b(website|web site|web page|online|internet|email|pagina|sitio|correo)\b"),
    ("eligibility", r"\b(who (?:can|could|may) (?:get|use|have|apply|go|join|be|sign|come)|who (?:gets|qualifies|is (?:it|this|that|eligible))|qualify|qualifies|eligible|eligibility|age|how old|income|make too much|65|60|can (i|she|he|we|they) (get|use|go|have|join)|"
                    r"(do|would) i get|allowed|requirements?|(?:para )?quien(?:es)? (?:puede\w*|califica\w*|recibe\w*|es|son|tiene\w*)|para quien|califico|califica|calificamos|edad|requisitos|ingresos|puedo (ir|recibir|pedir|usar)|derecho)\b"),
    ("phones", r"\b(phone|number|(?:do|should|can|to|would) (?:i |we )?call|call first|telefono|numero|(?:a quien|donde|para|puedo) llam(?:ar|o))\b"),
    ("summary", _MEANING),
    ("", _DO_THEY),
)  # fmt: skip
_PARTS = re.compile(
    r"[?;]|,? (?:and|y) (?:also |tambien )?(?=(?:what|how|when|where|who|do|does|is|are|can|will|que|cual|cuando|donde|cuanto|como|si|hablan|tienen|hay|abren|cobran)\b)"
)
_MOST_FIELDS = 3
_FIELDS = [(name, re.compile(pattern)) for name, pattern in _ASKED]


_NUMBERED = re.compile(r"\bnumber (?:one|two|three|four|five|six|\d)\b")


def asked_field(plain: str) -> str | None:
    """The field; an empty name for what no record tells; None when it is no such question."""
    words = _NUMBERED.sub("it", plain)
    return next((name for name, pattern in _FIELDS if pattern.search(words)), None)


def asks_of_them(plain: str) -> bool:
    """Whether the question is put about those on show: "do they", "does the second one"."""
    return bool(re.search(_DO_THEY, plain))


def asked_fields(text: str) -> list[str]:
    """All that a message asks for, each once: "free? and what hours" asks for two."""
    parts = [Heard(part, "").plain for part in _PARTS.split(text)]
    found = [field for field in map(asked_field, parts) if field is not None]
    return list(dict.fromkeys(found))[:_MOST_FIELDS]
