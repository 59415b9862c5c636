"""How people give their name, and how they put it right: "Mark is my name", "es Elva con v", "not Betty, Ann".

All functions take the message as it was written (`text`) or as `Heard.plain` makes it (`plain`).
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from actions.form.phone_numbers import phone_in, without_phone
from actions.heard import Heard

_NAME_NOUN = r"\b(?:names?|nombre)\b"
_MINE = r"(?:my|mi|the|el) (?:(?:first|last|real|right|full|legal|correct|verdadero|correcto|completo) )?(?:name|nombre)"
_A_NAME = r"[^\W\d_]+(?:['’-][^\W\d_]+)?"
_IS_MY_NAME = re.compile(
    rf"\b{_MINE}(?: is|'s| es| se escribe|:)|\b(?:is|es) {_MINE}\b|\bme llamo\b"
)
_BEFORE_IS = re.compile(
    rf"(?P<name>{_A_NAME}(?: {_A_NAME}){{0,3}}) (?:is|es) (?:my|mi|the|el) (?:\w+ )?(?:name|nombre)\b",
    re.I,
)
# "With a v", "con v", "sin s", "con dos erres", "spelled with a c".
_SPELLED = re.compile(
    r"[,;]?\s*\b(?:with|con|sin|without|ends in|termina en)\s+(?:(?:an?|the|one|two|double|una?|la|el|dos|doble|no)\s+)?(?:letra\s+|letter\s+)?"
    r"(?:[a-z]['’]?s?|erres?|eses?|eles?|enes?|tes?|haches?|jotas?|zetas?|ces?|uves?|ves?|bes?|equis|i griega|ye)(?=$|[\s,.;!])"
    r"(?:\s+(?:chica|grande|corta|larga|de \w+|as in \w+|like \w+|not (?:an? )?\w|no \w))*.*$",
    re.I,
)
_CALLED = re.compile(r"\b(?:calls? me|go by|goes by|me (?:dicen|llaman)) (?P<name>[^\W\d]+)", re.I)
INTRODUCES = re.compile(
    r"^.*?\b(?:name is|name's|names|i am|i'm|im|it's|its|it is|this is|me llamo|soy|nombre es|name)\s+(?=\w)",
    re.I,
)
_INTRODUCED = re.compile(
    r"\b(?:[Mm]y name is|[Mm]e llamo|[Mm]i nombre es|[Tt]his is|[Ii]t'?s|[Ss]oy)\s+(?P<name>[A-ZÁÉÍÓÚÑ][a-záéíóúñ]+)\s*(?:[.,!;]|$)"
)
# "Hi, my name is darlene", "This is Ray Kowalczyk in Duluth", "me llamo Refugio Salas, 77 años".
_AT_FIRST = re.compile(
    rf"\b(?i:my name is|my name's|me llamo|mi nombre es)\s+(?P<said>{_A_NAME})|"
    r"(?:^|[.!,]\s+)(?i:this is|soy|habla)\s+(?P<written>[A-ZÁÉÍÓÚÑ][a-záéíóúñ]+)\b(?=\s*[,.;!]|\s+(?:[A-ZÁÉÍÓÚÑ][a-záéíóúñ]+\b\s*(?:[,.;!]|in|from|de|en)|in|from|here|de|en|and|y)\b)"
)
_NAME_THEN_MORE = re.compile(
    r"^(?:[Ii]t'?s |[Mm]y name is |[Mm]e llamo |[Ss]oy )?(?P<name>[A-ZÁÉÍÓÚÑ][a-záéíóúñ]+)[.,!;]\s"
)
_NAME_ENDS = re.compile(r"[,.;!]|\b(?:but|and|pero|y|from|de|not|no|sino)\b", re.I)
# Said by somebody who gave it before.
_FILLERS = re.compile(
    r"\b(?:(?:like|as|just like) i (?:just |already )?(?:said|told (?:you|ya|u)|wrote)|i (?:just |already )*(?:told|said|gave|wrote|sent)(?: (?:you|ya|u|it|that|already|before|above))*|(?:like i (?:said|told you) )?(?:at|in|from) the (?:start|beginning|first)|in my first (?:text|message)|al (?:principio|inicio)|(?:you |u )?already (?:have|got) (?:it|that)(?: above)?|"
    r"(?:como )?(?:ya )?(?:se l[oa] |le |l[oa] )?(?:dije|puse|di|mande|mandé|escribi|escribí)(?: (?:ya|arriba|antes|eso))*|up above|again|otra vez|de nuevo)(?!\w)",
    re.I,
)
# "Ok. Rosemary" is a name after a nod; "ok" is none.
_LEAD_IN = re.compile(
    r"^(?:(?:ok|okay|sure|yes|yeah|well|um|uh|oh|si|sí|bueno|pues|claro)[,.! ]+)+(?=\w)", re.I
)
_JUST_YES = re.compile(
    r"^(?:\d*|yes|yeah|yep|y|ok|okay|sure|please|si|sí|claro|bueno|por favor|go ahead|yes please|sí por favor|that's fine|alright|all right)[.! ]*$",
    re.I,
)
_LONGEST_NAME, _LONGEST_LETTERS, _MOST_WORDS = (
    5,
    60,
    3,
)  # words; longer without "my name is" is a story
_PHRASE = 2  # small words
# "No tengo dinero" is no name.
_NO_NAME_AT_ALL = re.compile(
    r"^(?:no|not|i|we|he|she|it|they|yo|el|ella|es|son|y|and|but|pero|porque|because|what|how|que|como) (?:\w+ )?"
    r"(?:tengo|tiene|puedo|puede|quiero|have|has|got|can't|cant|can|don't|dont|do|need|want|am|is|are|was|hay|se|me|le|lo|mucho|money|dinero)\b",
    re.I,
)
# "Person", "what", the choices of other questions: no name by itself; Bill, Will, Al, Luz and Ella are.
_NEVER_NAMES = frozenset(
    "person persona people someone somebody anybody anyone nobody alguien nadie human agent operator operadora machine maquina help ayuda news noticias nope "
    "what who why how when where which question nothing none please thanks thank call number phone name first zip stop start menu more mas nada ninguno "
    "que quien como cuando donde gracias nombre numero telefono llamen llame quiero necesito need want know dont don't cant can't yes yeah okay ok "
    "share compartir comparta compartan morning mornings afternoon afternoons evening evenings manana mananas tarde tardes noche anytime whenever time hora "
    "wait espere sorry perdon hey please well hay both all ambas ambos todo todos slow ay oh hello hola medicare medicaid ride rides food meals social security rent housing heat comida transporte vivienda renta number phone "
    "cost costs cuesta cobran cobra gratis free algo wrong mal equivocado maybe perhaps quiza quizas quizás talvez".split()
)
# Two of these, or one of `_BEGINS` at the head, make a phrase: "for the light bill", "es para la luz".
SMALL_WORDS = frozenset(
    "for the to of or but my your his her our their this that these those it its it's is are was be am you he she we they me him us them not no "
    "have has had do did does will would can could should with from about just already because if then so in on at all any some there here now later today "
    "la el los las un una del al en con por para es son soy estoy esta este esto eso ese esa mi su tu yo usted nos le les lo se me pero porque si".split()
)
_BEGINS = frozenset(
    "for the to about because its it's my your por para porque this that not".split()
)
_CHANGES = re.compile(
    r"\b(?:chang\w+|fix|correct|put|make|use|update|wrong|different|another|other|new|not right|isn't right|better|instead|rather|actually|should be|spel\w+|"
    r"cambi\w+|corrij\w+|correg\w+|arregl\w+|pong\w+|mal|equivocad\w+|otr[oa]|nuev[oa]|mejor|no es|debe ser|actualice|escrib\w+)\b"
)
_NOT_MINE = re.compile(
    r"\b(?:that's|thats|that is|it's|its|this is|that) not (?:my|the right) name\b|\b(?:that )?(?:isn't|isnt|is not|ain't) my name\b|\bmy name (?:isn't|is not|isnt) (?:there|on it|in it|right)\b|"
    r"\b(?:ese|esa|eso|asi)? ?no (?:es|esta) mi nombre\b|\bno (?:esta|sale|dice) mi nombre\b|\bfalta mi nombre\b|\bmi nombre no (?:es ese|esta|sale)\b"
)
# "Dice Alabama", "that's not my name": what is there is told, and not what is right.
_SAYS_WRONG = re.compile(
    r"^(?:ay|oh|wait|and|y|but|pero|no|not|it(?!')|that's|thats|that|this|ese|esa|eso|asi|as\u00ed|dice|says|falta|mi nombre no)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"(?:and |so |wait |y |oh )*(?:what|which|who|why|how|did|do you|que|quien|por que|para que|cual|como)\b"
)
# All that is not the name itself in "no, change the name, it's Elizabeth Lawson, that is my legal name".
_AROUND = re.compile(
    r"\b(?:no|not|wait|oh|ok|okay|please|sorry|actually|well|hey|(?:can|could|will) (?:you|i|we)|i told you|i said|i already said|i mean|"
    r"(?:chang|fix|correct|updat|spel)\w*|put(?: down)?|make|write|use|my|the|that's|thats|that|this|real|legal|right|first|full|proper|whole|correct|wrong|"
    r"name|names|to|as|isn't|is|it's|its|it is|it wrong|it|should|be|instead|down|say|says|so|and|you|have|"
    r"por favor|perdon|perdón|espere|me equivoque|me equivoqué|ya le dije|le dije|dije|cambi\w+|corrij\w+|correg\w+|arregl\w+|pong\w+|el|mi|nombre|a|por|como|es|debe|ser|no es|sino|"
    r"me llamo|soy|se escribe|puede|pueden|puedo|verdadero|correcto|legal|completo|que|mal|esta|está|equivocado)\b",
    re.IGNORECASE,
)
# "Jean not June": the one before it.
_NOT_THE_OTHER = re.compile(rf"(?<=\w)\s+(?:not|no)\s+{_A_NAME}\s*$", re.I)
_CLAUSE = re.compile(r"[,.;:!?]+\s*")
# As alike as Elba and Elva.
_ALIKE = 0.6


def introduced(text: str) -> str | None:
    """The name of somebody who gives it unasked: "have somebody call me, it's Otis"."""
    match = _INTRODUCED.search(text)
    return match.group("name") if match else None


def given_at_first(text: str) -> str | None:
    """The first name of somebody who begins with it, so that nobody asks for it later; None where a word only stands there."""
    match = _AT_FIRST.search(text)
    name = (match.group("said") or match.group("written")) if match else None
    if name is None or name.lower() in SMALL_WORDS or not may_be_a_name(name):
        return None
    return name[:1].upper() + name[1:]


def name_then_more(text: str) -> str | None:
    """The name at the head of an answer that goes on with something else."""
    match = _NAME_THEN_MORE.match(text)
    return match.group("name") if match and may_be_a_name(match.group("name")) else None


def after_the_name(text: str) -> str:
    """What follows the name at the head of an answer, or all of it."""
    match = _NAME_THEN_MORE.match(text)
    return text[match.end() :].strip() if match else text


def says_it_is_the_name(text: str) -> bool:
    """Whether it says in so many words that this is the name, or that the other is not: "Mark is my name"."""
    plain = Heard(text, "").plain
    return bool(_IS_MY_NAME.search(plain) or _NOT_MINE.search(plain))


def says_again(text: str) -> bool:
    """ "As I said", "ya se lo dije"."""
    return bool(_FILLERS.search(text))


def introduces_oneself(text: str) -> bool:
    """ "Its June Whitaker like I told you": a name written as one, behind words that lead to one."""
    return any(INTRODUCES.match(c) and is_written_as_one(c) for c in _clauses(text))


def beside_a_number(text: str) -> str | None:
    """ "Ramon 419-555-0128": who gives a number at another question and a name with it, written as one."""
    if phone_in(text) is None:
        return None
    clauses = [clause for clause in _clauses(text) if is_written_as_one(clause)]
    return introduced(text) or (_best(clauses) if clauses else None)


def name_in_passing(text: str) -> str | None:
    """A name among other things: written as one, or behind "my name is"; "he'd be furious" is none."""
    clauses = [clause for clause in _clauses(text) if is_written_as_one(clause)]
    return _best(clauses) if clauses else _before_is(text)


def first_name(text: str) -> str | None:
    """A first name, at most three words; "it's Walter but everybody calls me Bud" is Bud; None for a story.

    Of several clauses the one that says "my name is", else the longest that can be a name.
    """
    text = _LEAD_IN.sub("", text.strip())
    called = _CALLED.search(text)
    if called:
        return called.group("name")
    behind = _before_is(_SPELLED.sub("", text))
    if behind:
        return behind
    if not any(letter.isalpha() for letter in text) or _JUST_YES.match(text):
        return None
    return _best(_clauses(text))


def without_letters(clause: str) -> str:
    """ "Joan with no H" without how it is written."""
    return _SPELLED.sub("", clause)


def _clauses(text: str) -> list[str]:
    """The parts between marks and numbers, without "like I told you" and how the name is spelled."""
    text = _FILLERS.sub(" ", without_phone(text, ". "))
    parts = [_SPELLED.sub("", part).strip(" -") for part in re.split(r"[,.;:!?\n]+", text)]
    return [part for part in parts if part]


def is_written_as_one(clause: str) -> bool:
    """Whether all its words begin with a capital letter, and there are few."""
    words = INTRODUCES.sub("", clause).split()
    return 0 < len(words) <= _MOST_WORDS and all(word[0].isupper() for word in words)


def _best(clauses: list[str]) -> str | None:
    found = [(clause, _name_of(clause, len(clauses) == 1)) for clause in clauses]
    named = [(clause, name) for clause, name in found if name]
    as_one = [name for clause, name in named if is_written_as_one(clause)]
    said = [name for clause, name in named if INTRODUCES.match(clause)]
    both = [name for name in said if name in as_one]
    fitting = both or as_one or said or [name for _, name in named]
    return max(fitting, key=lambda name: len(name.split()), default=None)


def _name_of(clause: str, alone: bool) -> str | None:
    introduces = bool(INTRODUCES.match(clause))
    if not introduces and (len(clause.split()) > _LONGEST_NAME or _NO_NAME_AT_ALL.match(clause)):
        return None
    name = _NAME_ENDS.split(INTRODUCES.sub("", clause))[0].split()[:_MOST_WORDS]
    if not name or not may_be_a_name(" ".join(name)):
        return None
    # Among other things a name is written as one, or said to be it.
    return (
        " ".join(name)[:_LONGEST_LETTERS] if alone or introduces or name[0][0].isupper() else None
    )


def changes_name(text: str, current: str) -> tuple[bool, str | None]:
    """Whether the name is put right, and the right one where it is told. `current`: as it is written down.

    One word that is much like one of the current ones takes the place of that one: "Elva con v" of Rosa Elba.
    """
    plain, before = Heard(text, "").plain, Heard(current, "").plain
    if _ASKS.match(plain):
        return False, None
    if _NOT_MINE.search(plain):
        parts = [part for part in _CLAUSE.split(text) if not _SAYS_WRONG.match(part)]
        return True, _name_in_clauses(". ".join(parts), current) if parts else None
    spoken = bool(re.search(_NAME_NOUN, plain)) and bool(_CHANGES.search(plain))
    not_this = bool(before) and bool(re.search(rf"\b(?:not|no) {re.escape(before)}\b", plain))
    spelled = (
        bool(before) and bool(_SPELLED.search(text)) and len(plain.split()) <= _LONGEST_NAME + 2
    )
    if not (spoken or not_this or spelled or _IS_MY_NAME.search(plain)):
        return False, None
    name = _name_in_clauses(text, current)
    if spelled and not (spoken or not_this) and (name is None or not _replaces(name, current)):
        return False, None
    if name is None:
        return spoken or not_this, None
    return True, _in_place(name, current)


def _name_in_clauses(text: str, current: str) -> str | None:
    rest = text
    if current:
        rest = re.sub(rf"\b(?:not|no|no es|isn't)\s+{re.escape(current)}\b", " ", rest, flags=re.I)
    for part in _CLAUSE.split(rest):
        clause = _NOT_THE_OTHER.sub("", _SPELLED.sub("", without_phone(part)))
        words = " ".join(_AROUND.sub(" ", clause).replace('"', " ").split())
        name = first_name(words) if words else None
        if name is not None:
            return name
    return None


def _before_is(text: str) -> str | None:
    found = _BEFORE_IS.search(text)
    if found is None:
        return None
    words = found["name"].split()
    while words and words[0].lower() in SMALL_WORDS:
        words.pop(0)
    name = " ".join(words)
    return name if name and may_be_a_name(name) else None


def _replaces(name: str, current: str) -> list[str]:
    """The words of `current` that one other word is much like."""
    if " " in name:
        return []
    new = Heard(name, "").plain
    return [
        word for word in current.split()
        if SequenceMatcher(None, new, Heard(word, "").plain).ratio() >= _ALIKE
    ]  # fmt: skip


def _in_place(name: str, current: str) -> str:
    alike = _replaces(name, current)
    if len(current.split()) == 1 or len(alike) != 1:
        return name
    return " ".join(name if word == alike[0] else word for word in current.split())


def may_be_a_name(name: str) -> bool:
    """Whether these words can be somebody's name."""
    words = Heard(name, "").plain.split()
    if not words or _NEVER_NAMES & set(words) or (len(words) > 1 and words[0] in _BEGINS):
        return False
    return sum(word in SMALL_WORDS for word in words) < _PHRASE
