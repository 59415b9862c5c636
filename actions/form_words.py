"""How people answer the questions before a person is asked: names, numbers, a no in all its shapes.

All functions take the message as it was written (`text`) or as `Heard.plain` makes it (`plain`).
"""

from __future__ import annotations

import re

from actions.heard import Heard

_PHONE = re.compile(r"\+?1?[ .\-]?\(?(\d{3})\)?[ .\-]?(\d{3})[ .\-]?(\d{4})\b")
_NOTHING = re.compile(
    r"^(?:no|nothing|none|skip|nope|nada|no gracias|ninguna|nothing else|no nothing else|nada mas|no nada mas|n a|not really|that's all|thats all)$"
)
_YES = re.compile(
    r"^(?:1|yes|y|si|sure|ok|okay|share|share it|i agree|agree|yes share|comparta|de acuerdo|claro|acepto|yes please|si por favor|go ahead)\b"
)
_NO = re.compile(r"^(?:2|no|nope|don't|dont|do not|no comparta|no gracias|not now|never)\b")
_CORRECTS = re.compile(
    r"^(?:no|nope|not|don't|dont)\b.{0,60}\b(?:it's|its|it is|is about|about|meant|es|sobre|para) (?!(?:ok|okay|fine|all right|alright|enough|too|mine|private)\b)\w+ \w+"
)
# "Yes, but not my address" is no yes.
_HEDGED = re.compile(
    r"\b(?:but|except|unless|maybe|only if|not sure|pero|excepto|menos|solo si|quizas|tal vez|no se|don't|dont|no)\b"
)
_ASKS = re.compile(
    r"^(?:(?:and|but|ok|okay|so|well|wait|y|pero|pues) )*(?:what|who|why|will|how|where|is|are|do|does|can|could|would|que|quien|"
    r"por que|para que|como|cuanto|es|son|hay|puede|pueden|tengo que)\b"
)
_OF_THE_CALL = re.compile(
    r"\b(?:you|they|this|it|share|see|keep|name|number|phone|call|calls|sell|need|cost|free|gratis|llam\w*|datos|nombre|numero|telefono|"
    r"compart\w*|cuesta|cobran)\b"
)
_NAMES_THE_CALL = re.compile(
    r"\b(?:you|shar\w+|name|number|phone|calls?|sell|cost|free|gratis|llam\w*|datos|nombre|numero|telefono|compart\w*|cuesta|cobran)\b"
)
_NO_PHONE = re.compile(
    r"\b(?:no (?:phone|number|telephone|cell|cellphone|landline)|(?:don't|dont|do not|haven't) (?:have|got|own) (?:a |any |no )?(?:phone|number|telephone|cell\w*)|"
    r"no (?:tengo|hay) (?:un )?(?:telefono|numero|celular)|sin (?:telefono|celular))\b"
)
# A no to the whole thing, at any question.
_WILL_NOT = re.compile(
    r"\b(?:(?:don't|dont|do not|no longer) want (?:a |any |the |your |that )?(?:call|calls|person|help|referral)|(?:don't|dont|do not|never) (?:want|like) (?:(?:you|them|anybody|anyone|nobody|any of you) )?(?:to )?(?:share|shar\w+|send|sending|tell|give out|giv\w+ (?:out|away)|call|calling)|"
    r"(?<!write )(?<!write me )(?<!text )(?<!text me )(?:don't|dont|do not) (?:share|send|call me|call)|not? (?:sharing|comfortable)|never ?mind|forget it|cancel|leave it|"
    r"(?:rather|prefer to|i'll|i will|let me|gonna|going to) (?:just )?(?:call|ring|phone|do it|try)(?: them| it)?(?: myself| first)?|changed my mind|"
    r"no quiero(?! que (?:me )?cobr)|olvidelo|(?:mejor )?(?:dejelo|deje)|mejor no|(?:mejor|prefiero)(?: yo)? (?:llamo|llamar|les hablo|hablo|hablar)(?: yo)?|"
    r"no (?:deseo) que \w+|no (?:lo )?(?:compartan?|manden?|llamen?))\b"
)
_A_SHORT_NO = re.compile(
    r"^(?:no|n|nope|nah|no thanks|no thank you|no gracias|not now|no ma'am|no sir|ahora no|mejor no|para nada|i don't think so|i dont think so|(?:no )+(?:not (?:now|today|yet|right now|me)|later|wait)|no (?:ahorita|todavia|hoy) no|no por ahora)$"
)
# "No tengo dinero" is no name.
_NO_NAME_AT_ALL = re.compile(
    r"^(?:no|not|i|we|he|she|it|they|yo|el|ella|es|son|y|and|but|pero|porque|because|what|how|que|como) (?:\w+ )?"
    r"(?:tengo|tiene|puedo|puede|quiero|have|has|got|can't|cant|can|don't|dont|do|need|want|am|is|are|was|hay|se|me|le|lo|mucho|money|dinero)\b",
    re.I,
)
_CALLED = re.compile(r"\b(?:calls? me|go by|goes by|me (?:dicen|llaman)) (?P<name>[^\W\d]+)", re.I)
_INTRODUCES = re.compile(
    r"^.*?\b(?:name is|name's|names|i am|i'm|im|it's|its|this is|me llamo|soy|mi nombre es|name)\s+(?=\w)",
    re.I,
)
_INTRODUCED = re.compile(
    r"\b(?:[Mm]y name is|[Mm]e llamo|[Mm]i nombre es|[Tt]his is|[Ii]t'?s|[Ss]oy)\s+(?P<name>[A-ZÁÉÍÓÚÑ][a-záéíóúñ]+)\s*(?:[.,!;]|$)"
)
_NAME_THEN_MORE = re.compile(
    r"^(?:[Ii]t'?s |[Mm]y name is |[Mm]e llamo |[Ss]oy )?(?P<name>[A-ZÁÉÍÓÚÑ][a-záéíóúñ]+)[.,!;]\s"
)
_NAME_ENDS = re.compile(r"[,.;!]|\b(?:but|and|pero|y|from|de)\b", re.I)
# "Ok. Rosemary" is a name after a nod; "ok" is none.
_LEAD_IN = re.compile(
    r"^(?:(?:ok|okay|sure|yes|yeah|well|um|uh|oh|si|sí|bueno|pues|claro)[,.! ]+)+(?=\w)", re.I
)
_JUST_YES = re.compile(
    r"^(?:\d*|yes|yeah|yep|y|ok|okay|sure|please|si|sí|claro|bueno|por favor|go ahead|yes please|sí por favor|that's fine|alright|all right)[.! ]*$",
    re.I,
)
_LONGEST_NAME = 5  # words; longer without "my name is" is a story
_SHORT_QUESTION = 6
_LONGEST_TIME = 60
_PHRASE = 2  # small words
_NO_NAME = re.compile(
    r"\b(?:(?:no|not|don't|dont|rather|won't) .{0,25}\b(?:my |a |give |say )?names?\b|(?:no|prefiero) .{0,25}\bnombre\b|anonymous|anonim[oa])"
)
_CALL_ANOTHER = re.compile(
    r"\b(?:call|ring|phone|talk to|speak (?:to|with)|llam\w+|hablen? con)(?: a)? (?:my|mi) (?:son|daughter|brother|sister|mother|mom|father|dad|wife|husband|"
    r"niece|nephew|granddaughter|grandson|neighbor|hij[oa]|herman[oa]|mama|papa|espos[oa]|sobrin[oa]|niet[oa]|vecin[oa])\b"
)
_TIME = re.compile(
    r"\b(?:before|after|mornings?|afternoons?|evenings?|noon|any ?time|weekdays?|weekends?|am|pm|antes|despues|después|manana|mañana|tardes?|noche|mediodia)\b"
)
# "Person", "what": no name by itself; Bill, Will, Al, Luz and Ella are.
_NEVER_NAMES = frozenset(
    "person persona people someone somebody anybody anyone nobody alguien nadie human agent operator operadora machine maquina help ayuda news noticias nope "
    "what who why how when where which question nothing none please thanks thank call number phone name first zip stop start menu more mas nada ninguno "
    "que quien como cuando donde gracias nombre numero telefono llamen llame quiero necesito need want know dont don't cant can't yes yeah okay ok".split()
)
# Two of these, or one of `_BEGINS` at the head, make a phrase: "for the light bill", "es para la luz".
_SMALL = frozenset(
    "for the to of or but my your his her our their this that these those it its it's is are was be am you he she we they me him us them not no "
    "have has had do did does will would can could should with from about just already because if then so in on at all any some there here now later today "
    "la el los las un una del al en con por para es son soy estoy esta este esto eso ese esa mi su tu yo usted nos le les lo se me pero porque si".split()
)
_BEGINS = frozenset(
    "for the to about because its it's my your por para porque this that not".split()
)


def phone_in(text: str) -> str | None:
    """A ten-digit number as 937-555-0142; of several the last: "617…, but better call her at 918…"."""
    found = _PHONE.findall(text)
    return "-".join(found[-1]) if found else None


def keeps_the_name(plain: str) -> bool:
    """Would rather not give a name."""
    return bool(_NO_NAME.search(plain))


def calls_somebody_else(plain: str) -> bool:
    """Wants another person of the family called instead."""
    return bool(_CALL_ANOTHER.search(plain))


def without_phone(text: str) -> str:
    """`text` without the numbers in it."""
    return _PHONE.sub(" ", text)


def names_a_time(plain: str) -> bool:
    """Whether a time of the day or the week is named."""
    return bool(_TIME.search(plain))


def time_beside(text: str) -> str | None:
    """What stands beside a number about the time: "937-555-0142, but not before ten"."""
    if phone_in(text) is None:
        return None
    rest = _PHONE.sub(" ", text).strip(" ,.;-")
    rest = re.sub(r"^(?:but|and|pero|y|only|solo)\s+", "", rest, flags=re.I)
    return rest[:_LONGEST_TIME] if _TIME.search(rest.lower()) else None


def is_yes(plain: str) -> bool:
    """A yes without an if or a but."""
    return bool(_YES.match(plain))


def is_a_bare_yes(plain: str) -> bool:
    """A yes and nothing else."""
    return bool(_JUST_YES.match(plain)) and not plain.isdigit()


def is_no(plain: str) -> bool:
    """Begins with a no."""
    return bool(_NO.match(plain))


def is_a_correction(plain: str) -> bool:
    """ "No, it's not legal help, it's about her pills": a no to what was understood, not to being called."""
    return bool(_CORRECTS.match(plain))


def is_hedged(plain: str) -> bool:
    """Holds something that makes a yes uncertain."""
    return bool(_HEDGED.search(plain))


def is_a_short_no(plain: str) -> bool:
    """A no and nothing else."""
    return bool(_A_SHORT_NO.match(plain))


def will_not(plain: str) -> bool:
    """Wants no call and no sharing at all, or will call alone."""
    return bool(_WILL_NOT.search(plain))


def has_no_phone(plain: str) -> bool:
    """Tells that there is no phone."""
    return bool(_NO_PHONE.search(plain))


def is_nothing(plain: str) -> bool:
    """Nothing to add."""
    return bool(_NOTHING.match(plain))


def asks_about_the_call(text: str, plain: str) -> bool:
    """A question about being called or about what is shared: "is it free?", "who will see it?"."""
    short = len(plain.split()) <= _SHORT_QUESTION
    asks = "?" in text or bool(_ASKS.match(plain))
    return asks and (short or bool(_OF_THE_CALL.search(plain)))


def of_the_call(plain: str) -> bool:
    """Whether it names the call, what is shared, or what it costs."""
    return bool(_NAMES_THE_CALL.search(plain))


def introduced(text: str) -> str | None:
    """The name of somebody who gives it unasked: "have somebody call me, it's Otis"."""
    match = _INTRODUCED.search(text)
    return match.group("name") if match else None


def name_then_more(text: str) -> str | None:
    """The name at the head of an answer that goes on with something else."""
    match = _NAME_THEN_MORE.match(text)
    return match.group("name") if match else None


def after_the_name(text: str) -> str:
    """What follows the name at the head of an answer, or all of it."""
    match = _NAME_THEN_MORE.match(text)
    return text[match.end() :].strip() if match else text


def first_name(text: str) -> str | None:
    """A first name, at most three words; "it's Walter but everybody calls me Bud" is Bud; None for a story."""
    text = _LEAD_IN.sub("", text.strip())
    called = _CALLED.search(text)
    if called:
        return called.group("name")
    if not any(letter.isalpha() for letter in text) or _JUST_YES.match(text):
        return None
    if not _INTRODUCES.match(text) and len(text.split()) > _LONGEST_NAME:
        return name_then_more(text)
    if _NO_NAME_AT_ALL.match(text) and not _INTRODUCES.match(text):
        return None
    said = _INTRODUCES.sub("", without_phone(text))
    name = " ".join(_NAME_ENDS.split(said)[0].split()[:3])[:60]
    return None if not name or not _may_be_a_name(name) else name


def _may_be_a_name(name: str) -> bool:
    words = Heard(name, "").plain.split()
    if not words or _NEVER_NAMES & set(words) or (len(words) > 1 and words[0] in _BEGINS):
        return False
    return sum(word in _SMALL for word in words) < _PHRASE
