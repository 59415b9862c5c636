"""A message between the questions, read clause by clause: each clause goes to the field it answers.

What answers no field is kept as a note for whoever calls, and a question in it is answered: nothing that was said is
lost, and nothing is asked twice.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from actions.form import call_days, call_times, edits, naming, whom_to_ask, wordings, worries
from actions.form.clauses import clauses_of, is_courtesy, without_lead, without_scolding
from actions.form.phone_numbers import (
    extension_in,
    phone_in,
    put_right_in_part,
    spare_phones,
    without_extension,
    without_phone,
    without_spelling,
)
from actions.heard import Heard

_LONGEST_NAME = 3  # words
_HERE = re.compile(
    r"(?:(?:at|on|al|a|en|use|call|just) )*(?:this|same|the same|este|esta|mismo|el mismo|here|aqui)(?: (?:one|phone|number|cell|line|chat|mismo|numero|telefono|celular|here|aqui))*(?: (?:that )?(?:i'm|im|i am|i) (?:texting|writing|using|calling|on|text)(?: on| from| with| you)*)?(?: (?:is )?(?:fine|good|ok|please|por favor))*"
)
_SURNAME = re.compile(
    r"^(?:my )?(?:last|sur|family) ?name(?: is|'s|:)? (?P<name>[^\W\d]+(?:[ -][^\W\d]+)?)$|^(?:mi )?apellido(?: es|:)? (?P<apellido>[^\W\d]+(?: [^\W\d]+)?)$",
    re.IGNORECASE,
)
_CALL_ME = re.compile(
    r"^(?:(?:just|please|you can|me pueden|pueden) )*(?:call me|(?:everybody|everyone|people|they|folks|all my friends) (?:just )?(?:says?|calls? me)|i go by|d[i\u00ed]game|me dicen|ll[a\u00e1]meme)\s+(?=[^\W\d]+(?: [A-Z][^\W\d]+)?$)",
    re.IGNORECASE,
)
# "Her name is Ruth", "it's for my mother": of somebody else, and no name of who writes.
_OF_ANOTHER = re.compile(
    r"\b(?:(?:her|his|their|mom's|mama's|dad's) (?:first |last )?name|(?:for|about) (?:my|our|him|her)\b|my \w+(?:'s)? name|su nombre|ell?a? se llama|(?:es|son) (?:para|de) (?:mi|el|ella)|mi \w+ se llama|se llama|(?:mom|mother|dad|father|husband|wife) is)\b"
)
# "Should I mention he fell?" tells it.
_SHOULD_I_TELL = re.compile(
    r"^(?:(?:oh|and|also|wait|ok) )*(?:should|do) (?:i|you)(?: (?:need to|have to|want me to))? (?:mention|say|tell (?:them|you)|add|put|note)\b|\b(?:debo|tengo que|hay que) (?:decir|mencionar|avisar)\w*\b"
)
_NOT_OURS = re.compile(
    r"^(?:(?:1|2) )?(?:and )?(?:stop|quit|enough|no more) (?:with |that |the )+(?:988|911|\w+ (?:text|message|number))"
)
# "If I find something first can I stop it" asks, without a mark; "que ella no sabe leer" tells.
_IF_CAN = re.compile(
    r"\b(?:can|could|may|do|will|would) (?:i|we|you|they|he|she)\b|\b(?:puedo|podria|pueden)\b"
)
_TOLD_WITH_QUE = re.compile(
    r"^que (?:ell?a?|ellos|mi|no|es|yo|tiene|tengo|esta|estoy|vivo|vive|soy|se|le|les|me|lo|la|por favor)\b"
)
_REPAIRS = re.compile(
    r"\b(?:wrong (?:number|time|name|one)|my number (?:has |is )?(?:changed|different)|(?:made|my) (?:a )?mistake|typo|mistyped|that's wrong|thats wrong|i meant|not what i said|cambio mi (?:numero|telefono)|"
    r"(?:di|puse|escribi) mal\b|esta mal|me equivoque|quise decir|(?:chang|fix|correct|cambi|corrij|correg|arregl)\w* (?:the|my|el|la|mi) (?:name|number|time|phone|nombre|numero|hora|telefono)$|no es (?:ese|esa|lo que dije))"
)
_LONGEST_REPAIR, _ASIDE = 8, 3  # words
_PART_OF_A_NUMBER = re.compile(r"(?<!\d)\d{3,4}(?!\d)")
# "I'm his daughter Patty", "soy la nieta": who it is to somebody, and perhaps the name.
_WHOSE_KIN = re.compile(
    r"(?P<lead>^(?:i'?m|i am|this is|it'?s|soy)) (?:(?:his|her|their|the|su|la|el) )(?:oldest |youngest |only |eldest |hij[ao] )?"
    r"(?:daughter|son|wife|husband|sister|brother|mother|mom|father|dad|niece|nephew|grand ?(?:daughter|son)|neighbor|friend|aide|cousin|aunt|uncle|hij[ao]|espos[ao]|herman[ao]|mam[aá]|pap[aá]|niet[ao]|sobrin[ao]|vecin[ao]|amig[ao]|prim[ao]|t[ií][ao]|cuidadora?)\b",
    re.IGNORECASE,
)
_EARLY = ("needs", "name", "number")
_BARE_NUMBER = re.compile(r"^(?:number |numero |el |la )?(\d)$")
_PLAIN_YES = re.compile(
    r"(?:(?:yes|yeah|yep|si|sure|ok|okay|please|claro|bueno|fine|go ahead|of course|absolutely|all right|alright|dale|adelante) ?)+"
)
_SHARES = re.compile(
    r"(?:(?:yes|yeah|yep|si|sure|ok|okay|please|claro|bueno|fine|go ahead(?: and)?|adelante|i agree|de acuerdo|ugh|then) )*(?:share|compart\w+|send|mand\w+|go ahead|adelante|i agree|de acuerdo|acepto)(?: (?:it|this|that|them|all|away|then|please|por favor|lo|todo|with them|con ellos|i guess))*"
)
_PLAIN_NO = re.compile(
    r"(?:(?:no|nope|nah|not really|not yet|nada|todavia no|mija|mijo|dear|honey|hon|sir|ma'am|senora|senor|wait|espere|that's wrong) ?)+"
)
_LEAD_OF_NUMBER = re.compile(
    r"\b(?:and|y|my|mi|the|el|best|mejor|cell|home|work|phone|mobile|number|numero|n\u00famero|tel[e\u00e9]fono|celular|telephone|is|es|it's|its|at|al|a|call|call me|reach me|ring|try|use|but|pero|de|que|ll[a\u00e1]me\w*|marque|on|or|o)\b",
    re.IGNORECASE,
)


@dataclass
class Reading:
    """What the clauses of one message tell, in the order of the message."""

    name: str | None = None
    surname: str | None = None
    # Somebody else who is to be asked for at that number.
    ask_for: str | None = None
    number: str | None = None
    here: bool = False
    choice: int | None = None
    time: list[str] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    yes: bool = False
    shares: bool = False
    no: bool = False
    asked_last: bool = False

    @property
    def kinds(self) -> int:
        """How many different things are told."""
        own = (
            self.name,
            self.number,
            self.here,
            self.choice,
            self.time,
            self.questions,
            self.notes,
        )
        return sum(bool(one) for one in own) + (self.yes or self.shares) + self.no

    @property
    def note(self) -> str:
        """What is left for whoever calls, as one text."""
        return ", ".join(note.strip(" ,.") for note in self.notes)

    @property
    def times(self) -> call_days.Told:
        """The time in its halves."""
        return call_days.told_in(". ".join(self.time))


def read(text: str, step: str, number: str | None = None, theirs: bool = False) -> Reading:
    """`text` as an answer to `step`. `number`: the phone number that is written down, so that a part of it can be put right.

    `theirs`: somebody else is to be called, so that "my mom's phone is …" is the number itself.
    """
    reading = Reading(ask_for=whom_to_ask.whom_to_ask_for(text))
    text = _as_told(text)
    in_part = put_right_in_part(text, number) if number else None
    reading.number = in_part
    for at, clause in enumerate(clauses_of(text)):
        bare = without_lead(clause)
        if bare and not (in_part and _PART_OF_A_NUMBER.search(bare)):
            _sort(reading, bare, step, at == 0, number is not None and not theirs)
    return reading


def _as_told(text: str) -> str:
    """Without how a name is spelled and without "I already told you"; an extension stands as a clause of its own."""
    extension = extension_in(text)
    told = without_scolding(without_spelling(text))
    if extension is None:
        return told
    return f"{without_extension(told)}. extension {extension}"


def keep_told(answers: dict[str, Any], text: str, step: str) -> None:
    """Name, number and time of a message that is answered otherwise: a crisis text does not lose them."""
    reading = read(text, step, answers.get("number"))
    for name, value in (("name", reading.name), ("number", reading.number)):
        if value and (name == step or name not in answers):
            answers[name] = value
    if reading.times.clauses and "time" not in answers:
        answers["time"] = call_days.merged(reading.times)


def _sort(reading: Reading, clause: str, step: str, first: bool, known: bool) -> None:
    plain = Heard(clause, "").plain
    chosen = _BARE_NUMBER.match(plain)
    if chosen and (first or step == "consent"):
        reading.choice = int(chosen.group(1))
    elif _NOT_OURS.match(plain) or (not phone_in(clause) and _only_repairs(plain)):
        return
    elif _PLAIN_YES.fullmatch(plain):
        reading.yes = True
    elif _SHARES.fullmatch(plain):
        reading.shares = True
    elif _PLAIN_NO.fullmatch(plain) or (step == "note" and wordings.is_nothing(plain)):
        reading.no = True
    elif phone_in(clause) and known and step != "number" and edits.is_of_another(plain):
        reading.notes.append(clause)
    elif phone_in(clause):
        _number(reading, clause, step)
    elif _HERE.fullmatch(plain) and step == "number":
        reading.here = True
    elif _asks(clause, plain) or (reading.asked_last and len(plain.split()) <= _ASIDE):
        # "Will you tell my dad? He'd be furious": of one piece.
        reading.questions.append(clause)
        reading.asked_last = True
        return
    elif _is_a_time(clause, plain, step):
        reading.time.append(clause)
    elif not _name(reading, clause, step, first) and not is_courtesy(plain):
        reading.notes.append(clause)
    reading.asked_last = False


def _is_a_time(clause: str, plain: str, step: str) -> bool:
    """ "Not now" answers the question when; at any other it is a no, and "her visit is Friday" a fact for the note."""
    if not call_days.is_told_in(clause) or (step == "note" and not call_days.says_no(plain)):
        return False
    return step == "time" or not call_times.only_weak(plain)


def _only_repairs(plain: str) -> bool:
    """ "I gave you the wrong number", before the right one: it tells nothing of its own."""
    return len(plain.split()) <= _LONGEST_REPAIR and bool(_REPAIRS.search(plain))


def _asks(clause: str, plain: str) -> bool:
    if _SHOULD_I_TELL.search(plain) or ("?" not in clause and _TOLD_WITH_QUE.match(plain)):
        return False
    asks_if = plain.startswith(("if ", "si ")) and _IF_CAN.search(plain)
    return bool(asks_if) or worries.is_question(clause, plain)


def _number(reading: Reading, clause: str, step: str) -> None:
    """The number, the name before it, a time beside it, and whose it is."""
    if reading.number is None:
        reading.number = phone_in(clause)
    elif phone_in(clause) != reading.number:
        reading.notes.append(clause)
        return
    if spare_phones(clause):
        reading.notes.append(clause)
        return
    for part in without_phone(clause, "\0").split("\0"):
        rest = without_lead(part).strip(" ,.:;-")
        if _asks(rest, Heard(rest, "").plain):
            reading.questions.append(rest)
            continue
        plain = Heard(rest, "").plain
        if not plain or is_courtesy(plain):
            continue
        if call_days.is_told_in(rest):
            reading.time.append(rest)
        elif _LEAD_OF_NUMBER.sub("", rest).strip(" .,") and not _name(
            reading, rest, "name" if step == "needs" else step, True
        ):
            reading.notes.append(rest)


def _name(reading: Reading, clause: str, step: str, first: bool) -> bool:
    """Whether the clause is the name of who writes."""
    surname = _SURNAME.match(clause.strip(" ."))
    if surname:
        reading.surname = surname["name"] or surname["apellido"]
        return True
    if _WHOSE_KIN.fullmatch(clause.strip(" .")):
        return False
    clause = _WHOSE_KIN.sub(r"\g<lead> ", clause)
    plain = Heard(clause, "").plain
    if _OF_ANOTHER.search(plain) or wordings.has_no_phone(plain):
        return False
    if whom_to_ask.whom_to_ask_for(clause):
        return False
    if step not in _EARLY and re.search(r"\b(?:name|nombre)\b", plain):
        # Put right by a sentence about the name, which has its own reader.
        return False
    called = _CALL_ME.match(clause.strip(" ."))
    if called and step in _EARLY:
        name = naming.first_name(clause.strip(" .")[called.end() :])
        reading.name = name or reading.name
        return name is not None
    introduces = naming.introduces_oneself(clause) or naming.says_it_is_the_name(clause)
    as_one = first or naming.is_written_as_one(clause)
    if reading.name is not None or not (introduces or (as_one and step == "name")):
        return False
    name = naming.first_name(clause)
    couple = whom_to_ask.couple(clause)
    few = (
        couple is not None
        or len(without_phone(naming.without_letters(clause)).split()) <= _LONGEST_NAME
    )
    if name is None or not (few or introduces):
        return False
    reading.name = couple or name
    return True
