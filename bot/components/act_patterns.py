"""Short turns whose meaning a pattern knows better than statistics: numbers, more, yes, no."""

import re
from typing import Optional

from bot.components.text import plain

_NUMBER_WORDS = {
    "one": 1, "first": 1, "uno": 1, "una": 1, "primero": 1, "primera": 1, "two": 2, "second": 2, "dos": 2,
    "segundo": 2, "segunda": 2, "three": 3, "third": 3, "tres": 3, "tercero": 3, "tercera": 3, "four": 4,
    "fourth": 4, "cuatro": 4, "cuarto": 4, "cuarta": 4, "five": 5, "fifth": 5, "cinco": 5, "quinto": 5,
    "last": -1, "bottom": -1, "top": 1, "arriba": 1, "abajo": -1, "ultimo": -1, "ultima": -1, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "6": 6, "seis": 6, "six": 6,
}  # fmt: skip
_CHOOSE = re.compile(
    r"^(?:(?:the|number|no|num|numero|option|opcion|la|el|choose|pick|i want|i'd like|quiero|tell me about|what about|"
    r"more about|info on|give me|dame|deme|please|por favor|lo de|de la|del|about|i meant|i mean|i said|quise decir|dije|read me|show me|details on|more on|yes|si|ok|okay|lets do|"
    r"let's do|ill take|i'll take|try|go with|call|im going with|#) )*"
    r"(?P<number>\d|one|two|three|four|five|six|first|second|third|fourth|fifth|last|1st|2nd|3rd|4th|uno|una|dos|tres|cuatro|"
    r"cinco|seis|primer[oa]|segund[oa]|tercer[oa]|cuart[oa]|quint[oa]|ultim[oa])"
    r"(?: (?:one|please|por favor|thanks|gracias|opcion|option|choice|sounds good|number|looks good|is good|servicio|"
    r"and thank you|thank you|y gracias|if you please|dear|hon|honey|sir|ma'am|joven|señorita|then|i guess|i think|pues|entonces))*$"
)
_WHOLE = {
    "more": r"(show |see |give me |send |any |dame |quiero |ver )?(more|mas|next|others|otros|otras|siguiente|more please|more options|"
            r"mas opciones|next page|keep going|mas por favor)|"
            r"(?:(?:muestreme|enseñeme|deme|digame|quiero ver|a ver|ver|y) )?(?:otras|otros|mas) (?:opciones|lugares|numeros)(?: por favor)?",
    "affirm": r"(yes|y|yeah|yep|yup|ya|sure|ok|okay|k|si|sip|claro|correct|right|that's right|thats right|dale|de acuerdo|bueno|"
              r"yes please|si por favor|sure thing|uh huh|of course|por supuesto|esta bien|absolutely|please do|go ahead|si señor|"
              r"asi es|yes ma'am|yes sir|sounds good|you bet)",
    "deny": r"(no|n|nope|nah|not now|no thanks|no thank you|no gracias|negative|no way|ahora no|not really|por ahora no|"
            r"i don't think so|i dont think so|never mind|nevermind|no ma'am|no sir|para nada|mejor no)",
    "person": r".*\b(talk|speak|chat)( to| with)? (an? |some |the |your )?(real |live |actual |living )?(person|human|human being)\b.*|.*\bhablar con (una|alguna|un) (persona|humano)\b.*|"
              r"(please )?((can|could) they|(can|could|would|will) (you|somebody|someone))( just| please)? (call|phone|ring) me( instead| back| please| at home)?|"
              r"(person|persona|human|operator|agent|representative|a person|real person|una persona|humano|operadora|operador|"
              r"talk to someone|person please|persona por favor|agente)|"
              r"(?:(?:ok|okay|fine|well|just|no|a|the|una|la|pues|bueno|mejor|entonces) )*(?:person|persona|human)(?: (?:then|now|instead|pls|please|pues|entonces|mejor|ya|por favor))+|"
              r"(?:i )?(?:already )?(?:said|typed|sent|wrote|told you|asked for) (?:a )?person(?: already)?|(?:ya )?(?:le )?(?:dije|puse|escribi|mande) persona",
    "thanks": r"(thanks|thank you|thx|ty|gracias|muchas gracias|thank you so much|thanks so much|mil gracias|god bless you|"
              r"thank u|thanks a lot|dios le bendiga|bless you)( so much| honey| dear| very much)?",
    "greeting": r"(hi|hello|hey|hola|good (morning|afternoon|evening)|buenos dias|buenas tardes|buenas noches|buenas|hi there|"
                r"hello there|howdy|hey there|anybody there|is anyone there|hello anybody there|que tal|hola buenas)",
    "ask_detail": r"(?:and |so |ok |okay |but )?(?:who (?:is|can be|would be) (?:eligible|it for|this for)|who (?:qualifies|decides)|quien (?:decide|califica)|(?:eligibility|requirements|requisitos|elegibilidad)|who (?:can|could) (?:get|use|have) (?:it|this|that|number \d|the \w+ one))(?: \w+){0,4}|"
                  r"(?:y |oiga )?(?:abren|cierran|atienden) (?:los |el |en |hoy|mañana|por )\w*(?: .*)?|(?:y )?(?:yo )?califico si .*|(?:which|what) (?:one |ones |of (?:these|those|them) )?(?:is|are) open(?: \w+){0,2}|"
                  r"(the |what |which |their )?(hours?|costs?|price|address|website|days?|nights?|time|horario|horas|costo|precio|direccion|how much|cuanto|que dias?|a que hora)( please| por favor)?|"
                  r"(and |y )?(do|would|am|can|will) (i|we|she|he) (qualify|eligible|get it)|(y )?(yo )?(ella |el )?califi(co|ca)( yo| ella| el)?",
    "repeat": r"(?:and |so |ok |y |oiga )?(?:como se llama(?:ba)?(?: (?:el|la|ese|esa|eso|esta|ahi))?(?: \w+){0,2}|(?:what is|what was|what's|whats) (?:it|that place|the place|that one) called|(?:the |its |their )?name again)|"
              r"(?:no |no, |ok |okay |well |pues |mejor |nada mas |solo |just |please )*(?:just )?(?:give me|send me|deme|dame|mandeme) (?:a|the|un|el|any|some|one) (?:phone )?(?:number|numero|telefono)(?: to call| i can call| para llamar)?(?: please| por favor)?|"
              r"(?:(?:ok|okay|and|so|y|pues|please) )*(the |what's the |whats the |what is the |what was the |what was that |el |cual es el )?(phone|number|phone number|telefono|numero)( again| otra vez| please| por favor)*",
    "any_news": r"(and |so |ok |y )?(when|what time|how soon) (will|are|do|is) (they|you|someone|somebody|the person|that person) (call|calling|going to call|gonna call)( me)?( back)?|"
                r"(y )?cuando (me|nos) (llaman|llamaran|van a llamar)|(did|have) (you|they) (send|sent) it( in| yet)?|ya lo (mando|mandaron)",
    "who_are_you": r"(?:(?:and|but|y|oiga) )?(?:is this|are you|es esto|esto es|es|son ustedes|usted es)(?: \w+)? (?:a scam|scam|scammers?|legit|for real|estafa|fraude|confiables?|de fiar|de confianza)(?: esto| or what)?|es confiable(?: esto)?|"
                   r"(?:disculpe |perdon |oiga )?(?:con quien tengo el gusto|quien (?:me )?(?:habla|escribe|manda (?:esto|estos mensajes|este mensaje)))(?: de hablar)?",
    "are_you_robot": r"(?:.* )?(?:is|are) (?:this|you|it) (?:that |one of (?:those|them|these) |just |some |an? |some kind of |really )*(?:robots?|a i|ai|computers?|machines?|bots?|chatgpt|program|recording)\b(?! when| if).*|"
                     r"(?:.* )?are you (?:a )?real(?: \w+)?|(?:.* )?(?:es usted|eres|usted es) (?:un |una )?(?:robot|maquina|computadora|persona de verdad|real)\b.*",
    "wrong_number": r"(?:ay |oiga |pero |mire )?(?:(?:ese|este|el|su) (?:numero|telefono)|(?:esa|esta|la) linea)(?: que me (?:dio|dieron|mando|mandaron))? (?:ya )?no (?:sirve|existe|funciona|entra|es de ellos|esta en servicio)(?: .*)?|"
                    r"(?:but |pero |no )?(?:they(?:'re| are| have|'ve)?|it's|its|that (?:place|one)(?: is)?|ya) (?:all )?(?:closed|shut|cerraron|cerro)(?: down| up)?(?: for good| years ago)?|ya no (?:existe|existen)",
    "not_that": r"(?:(?:no|nah|ay) )*(?:that one|those|esa|ese|esas|esos|eso|esta|este)(?: (?!numero|telefono|linea)\w+)? no(?: .*)?|"
                r"(?:(?:nah|no|nope|eh|uh|oh|ay) )*not (?:that|this|those|them|these|any of (?:those|these|them))(?: one| place| outfit| agency| bunch| office| people)?(?: (?:please|again|thanks|i (?!know).*))?|"
                r"(?:no )?none of (?:these|those|them)(?: \w+){0,3}|(?:no )?ningun[oa] de (?:es[oa]s|est[oa]s|ell[oa]s)(?: \w+){0,2}|"
                r".*\b(give|show|tell|send|find) me (another|a different|somebody else|someone else)( one| place| number| agency| office| phone)?( please)?|"
                r"(?!.*\b(?:take|took|swallow|drink|eat)\b)(?:.* )?(another|a different) (one|place|number|agency|office|phone|company)( please)?|.*\b(deme|dame|digame|mandeme) otr[oa]( lugar| numero)?( por favor)?|"
                r"(?:.* )?i (already |have already )?(called|tried|phoned)( already)? (that|them|this)( one| number| place)?( already)?(?:.* (another|else|other).*)?|"
                r"(?:.* )?ya (les )?llame (a ese|ahi|a ellos|a ese numero)(?:.* otr[oa].*)?|.*\b(is there|got|have|any) (another|someone else|somebody else|any other)( one| place| number| agency| office| program| phone)?|.*\bhay otr[oa]( lugar| numero| agencia| oficina| programa)?",
    "closer": r"(and |so |ok |okay |fine |well |y )*(what's|whats|what is|where's|wheres|where is|which is|which one is) the (nearest|closest)( one| office| place| location)?( to me| please)?|"
              r"(that's |thats |it's |its |they're |they are |those are |way |much |queda |esta |estan )?(too|muy|demasiado) (far|lejos)( away)?( for me| from me| para mi)?|"
              r"(y |pero )?(cual|que) (es|queda|esta) (la |el )?mas cerca",
    "goodbye": r"(stop|quit|end|cancel|unsubscribe|alto|basta|cancelar|bye|goodbye|good bye|bye bye|adios|hasta luego|see you|good night|bye now|take care|nos vemos)",
    "start_over": r"(start over|restart|reset|new search|empezar de nuevo|comenzar de nuevo|de nuevo|begin again|start again|"
                  r"empezar otra vez|borron y cuenta nueva)",
    "go_back": r"(back|go back|atras|regresar|volver|previous|anterior|back please)",
    "help": r"(help|ayuda|info|menu|\?+|how does this work|what can you do|que puede hacer|como funciona|what is this|que es esto)",
}  # fmt: skip
# "Show me number 3 instead": said of the list, so the number counts although more words stand around it.
_INSIDE = re.compile(
    r"\b(?:number|numero|option|opcion|choice|the|el|la|del|al) (?P<word>\d|first|second|third|fourth|fifth|last|1st|2nd|3rd|4th|"
    r"primer[oa]|segund[oa]|tercer[oa]|cuart[oa]|quint[oa]|ultim[oa])\b(?! (?:of|de) )|"
    r"\b(?P<ordinal>first|second|third|fourth|top|last|bottom) (?:one|1)\b|\b(?:el|la|los) (?:de|que esta) (?P<stands>arriba|abajo)\b"
)
# "The second one on the last list" is the second.
_WHICH_LIST = re.compile(
    r"\b(?:on|of|from|in|de|en) (?:the|that|la|esa|this|esta) (?:last|latest|previous|same|ultima|misma) (?:list|lista|page|pagina|bunch|batch|ones)\b"
)
_SHORT_GREETING = 4
_GREETING_WORDS = re.compile(
    r"\b(?:hi|hello|helo|hey|hiya|hola|howdy|good|greetings|morning|afternoon|evenin|evening|buen[oa]s?|saludos|tal|dear|there|anybody|anyone|"
    r"this is|testing|how (?:are|do|you)|back|again|alguien|aqui|me presento|to whom)\b"
)
_PATTERNS = [(act, re.compile(f"^(?:{pattern})$")) for act, pattern in _WHOLE.items()]


def act_by_pattern(text: str) -> Optional[str]:
    """The act of a short turn, or None."""
    flat = plain(text)
    if not flat:
        return "no_answer"
    if chosen_number(text) is not None:
        return "choose"
    for act, pattern in _PATTERNS:
        if pattern.match(flat):
            return act
    return None


def may_greet(text: str) -> bool:
    """False for a longer turn without a word of greeting: "some days she does not know who I am"."""
    flat = plain(text)
    return len(flat.split()) <= _SHORT_GREETING or bool(_GREETING_WORDS.search(flat))


def chosen_number(text: str) -> Optional[int]:
    """The number that is chosen (-1: the last one), or None."""
    flat = plain(text.replace("#", " "))
    match = _CHOOSE.match(flat)
    if match is None:
        return None
    word = match.group("number")
    return int(word) if word.isdigit() else _NUMBER_WORDS[word]


def number_inside(text: str) -> Optional[int]:
    """The one number of a list that is named in a longer turn (-1: the last one), or None."""
    words = {
        match.group("word") or match.group("ordinal") or match.group("stands")
        for match in _INSIDE.finditer(_WHICH_LIST.sub(" ", plain(text.replace("#", " number "))))
    }
    if len(words) != 1:
        return None
    word = words.pop()
    return int(word) if word.isdigit() else _NUMBER_WORDS[word]
