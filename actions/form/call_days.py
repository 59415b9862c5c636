"""The time somebody can be called, told by halves: when it suits, and when it does not.

"Mornings, but Thursdays I have aerobics" is mornings, and not Thursdays; "the water is slow now" tells no time.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from actions.form.call_times import NEVER_MIND, TIME, WEAK, is_reason, only_weak
from actions.form.clauses import clauses_of, without_lead, without_scolding
from actions.heard import Heard

_LONGEST = 60
# Around a time, and of it: "call me after two is best".
_FRAME = frozenset(
    "i i'm im i'd i'll me my we you they can could will would should is it it's its are be am do the a an in on at of to or and y o for so then just only still maybe if "
    "call calls called calling ring phone reach try answer pick up text best better good great fine ok okay works work's suits prefer rather like want need please time times hour hours day days "
    "usually always mostly generally about around after before until till by between from past home here free available awake other others rest otherwise mainly around week first thing don't dont do doesn't her him what make made put change said say meant instead no not yes "
    "never except besides any every all early late daily sure thing either both guess think believe also too again really right that that's thats this those anyone someone who with "
    "yo me mi le les nos llame llamen llamenme llameme llamar marque marquen hablen contesten contesto conteste pueden puede puedo podria estoy esta es seria mejor bien bueno buena queda quedan "
    "en el la los las de del al a por para o u si que no ni nunca menos excepto salvo solo solamente nomas casa aqui libre siempre antes despues desde hasta entre como hora horas dia dias ya "
    "dije digo quiero quisiera prefiero ponga pongan cambie cambien favor tambien demas otros otras resto pues mas ok vez entrada sea seran".split()
)  # fmt: skip
_NEGATIVE = re.compile(
    r"\b(?:not|no|never|nunca|ni|don't|dont|can't|cant|cannot|won't|isn't|except|excepto|menos|salvo)\b"
)
_OWN_EXCEPTION = re.compile(
    r"\b(?:any|every|all|anytime|whenever|cualquier|todos|cuando sea)\b.*\b(?:except|menos|excepto|salvo)\b"
)
# Somebody is busy then: a day or a part of one beside this is a time to leave out.
_BUSY = re.compile(
    r"\b(?:i|we|he|she) (?:have|has|got|go|goes|work|works|sleep|sleeps|am out|'m out|see|take|takes|do|babysit|volunteer|can't|cant)\b|\b(?:that's|thats|those are|it's|its) (?:my|when|his|her|our|bad|out)\b|"
    r"\b(?:busy|out|gone|away|no good|is bad|are bad|bad for|won't work|wont work|doesn't work|not home|in church|at church|therapy|dialysis|class|bingo|church|appointments?|naps?|asleep|sleeping)\b|"
    r"\b(?:tengo|tenemos|voy|vamos|trabajo|duermo|salgo|cuido|estoy ocupad[oa]|no (?:estoy|puedo|sirve)|dialisis|terapia|iglesia|misa|clase|cita)\b"
)
_DAY_OR_PART = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|weekends?|lunes|martes|miercoles|jueves|viernes|sabados?|domingos?|mornings?|afternoons?|evenings?|nights?|mananas?|tardes?|noches?)\b"
)
_SPANISH = re.compile(
    r"\b(?:lunes|martes|miercoles|jueves|viernes|sabados?|domingos?|mananas?|tardes?|noches?)\b"
)
_DAY_NAME = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\b(?:lunes|martes|miercoles|jueves|viernes|sabados?|domingos?)\b"
)
# "Between 10 and 2": what a time goes on with.
_ON = re.compile(r"(?:and|to|y|a|las|la|o'?clock|am|pm|thirty|media|\d{1,2}(?: ?[ap]m)?)")
# "In the evening when I get home", "I get home at five": then, and not "taken".
_WHEN = re.compile(
    r"\b(?:when i|once i|cuando (?:salgo|llego|ya)|(?:i )?(?:get|be|am|'m) (?:home|back|in|up|off)|(?:i )?(?:wake|get up)|llego|me levanto|salgo del trabajo)\b"
)
# "Morning when she naps": then whoever cares for her is free.
_THEIR_TIME = re.compile(
    r"\b(?:when|while|once|cuando|mientras) (?:she|he|they|mom|mama|dad|the \w+|my (?!show|stories|program)\w+|ella|el|mi \w+|ya (?:ella|el)|(?:duerme|descansa|sale|trabaja|toma la siesta))\b"
)
# What follows a time and begins another sentence, written without a mark.
_SUBJECT = re.compile(
    r"(?P<gap>\s+)(?=(?:i|i'm|im|i've|we|she|he|she's|he's|my|because|cuz|cause|me (?:levanto|acuesto|despierto|duermo)|that's when|thats when|it's when|yo|ella|porque|es que|estoy|duermo|trabajo|tengo|veo)\b)",
    re.IGNORECASE,
)
_NO_CALL = re.compile(
    r"^(?:don't|dont|do not|never|no) (?:me )?(?:call|ring|phone|bother|text|llam\w+|habl\w+|marqu\w+)(?: me| us)?\b",
    re.IGNORECASE,
)
_SPANISH_NO = re.compile(r"no (?:me )?(?:llam|habl|marqu)", re.IGNORECASE)
# "Before 11 I have therapy".
_AT_AN_HOUR = re.compile(
    r"\b(?:before|after|until|till|antes|despues|hasta)\b.{0,12}(?:\d|noon|mediodia|(?:las|la) \w+)"
)
_SPANISH_NO_HOUR = re.compile(r"\b(?:antes|despues|hasta)\b")
_FEW = 10  # words
_NOT = re.compile(r"^(?:not|no) ", re.IGNORECASE)


class Told(NamedTuple):
    """What suits and what does not, each as it was written; `clauses`: where it was told."""

    suits: list[str]
    not_then: list[str]
    clauses: list[str]


def told_in(text: str) -> Told:
    """What `text` tells of the time; empty where nothing in it does."""
    told = Told([], [], [])
    for clause in clauses_of(without_scolding(text)):
        if NEVER_MIND.search(Heard(clause, "").plain):
            # "Afternoon. No wait, make it mornings": only what counts.
            told.suits.clear()
        read = [
            _read(half) for part in _before_a_reason(without_lead(clause)) for half in _halves(part)
        ]
        for kind, words in read:
            if kind:
                (told.suits if kind == "suits" else told.not_then).append(words)
        if any(kind for kind, _ in read):
            told.clauses.append(clause)
    return told


def is_told_in(clause: str) -> bool:
    """Whether one clause tells a time and nothing else."""
    return bool(told_in(clause).clauses)


def suits_at_all(answers: dict[str, object]) -> bool:
    """Whether what is written down says when to call, and not only when not."""
    pieces = [piece for piece in str(answers.get("time") or "").split(", ") if piece]
    return not pieces or any(not _NOT.match(piece) for piece in pieces)


def says_no(plain: str) -> bool:
    """ "Never on Fridays": told as a no, and not as a fact."""
    return bool(_NEGATIVE.search(plain))


def merged(told: Told, before: str = "") -> str:
    """As one answer. `before`: what was written down; a day that does not suit takes nothing else away."""
    kept = [piece for piece in before.split(", ") if piece]
    if told.suits:
        kept = [piece for piece in kept if _NOT.match(piece)]
    denied = " ".join(Heard(piece, "").plain for piece in told.not_then)
    kept = [piece for piece in kept if not _same_day(piece, denied)]
    wanted = " ".join(Heard(piece, "").plain for piece in told.suits)
    kept = [piece for piece in kept if not (_NOT.match(piece) and _same_day(piece, wanted))]
    first = [piece for piece in kept if not _NOT.match(piece)]
    last = [piece for piece in kept if _NOT.match(piece)]
    # "Not mornings, afternoons": the second says it all.
    taken = Heard(before, "").plain if told.suits else ""
    days = [p for p in told.not_then if _DAY_NAME.search(p.lower()) or not _same_day(p, taken)]
    unwanted = [f"{_no(piece)} {piece}" for piece in days]
    pieces = [piece.lower() if _is_shouted(piece) else piece for piece in told.suits]
    return ", ".join(dict.fromkeys([*pieces, *first, *last, *unwanted]))[:_LONGEST]


def _is_shouted(piece: str) -> bool:
    return sum(letter.isupper() for letter in piece) > sum(letter.islower() for letter in piece)


def _same_day(piece: str, said: str) -> bool:
    plain = Heard(piece, "").plain
    if _OWN_EXCEPTION.search(plain):
        return False
    named = {day.group(0).rstrip("s") for day in _DAY_OR_PART.finditer(plain)}
    return bool(named & {day.group(0).rstrip("s") for day in _DAY_OR_PART.finditer(said)})


def _no(piece: str) -> str:
    return "no" if _SPANISH.search(Heard(piece, "").plain) else "not"


def _halves(clause: str) -> list[str]:
    """ "Mornings never on Wednesday": cut before the no that follows a time and has another one behind it."""
    if _OWN_EXCEPTION.search(Heard(clause, "").plain):
        return [clause]
    words = clause.split()
    for at, word in enumerate(words):
        before, after = " ".join(words[:at]), " ".join(words[at:])
        no = _NEGATIVE.fullmatch(Heard(word, "").plain)
        if no and TIME.search(Heard(before, "").plain) and TIME.search(Heard(after, "").plain):
            return [before, after]
    return [clause]


def _before_a_reason(clause: str) -> list[str]:
    """ "Afternoon is best I sleep late", "not before 10 I watch my show": the time, and what only says why."""
    for found in _SUBJECT.finditer(clause):
        time, why = clause[: found.start()], clause[found.end("gap") :]
        told, reason = Heard(time, "").plain, Heard(why, "").plain
        if not _read(time)[0] or only_weak(told) or _WHEN.search(reason):
            continue
        # "Before 11 I have therapy" leaves that time out; "afternoon is best I sleep late" does not.
        plainly = _NEGATIVE.search(told) or _suits(told)
        if plainly or not (_BUSY.search(reason) or _DAY_OR_PART.search(reason)):
            return [time]
    return [clause]


def _read(clause: str) -> tuple[str, str]:
    """("suits" or "not_then", the words of the time), or two empty strings."""
    plain = Heard(clause, "").plain
    found = list(TIME.finditer(plain))
    if not found or "?" in clause or is_reason(clause):
        return "", ""
    named = any(not WEAK.fullmatch(match.group(0)) for match in found)
    rest = TIME.sub(" ", plain)
    beside = [word for word in rest.split() if word not in _FRAME and not word.isdigit()]
    if named and _THEIR_TIME.search(plain) and not _NEGATIVE.search(plain):
        return "suits", clause.strip(" .!")
    if beside or not named:
        return _told_beside(clause, plain, named, bool(beside))
    if _NEGATIVE.search(plain) and not _OWN_EXCEPTION.search(plain):
        return _with_a_no(clause, plain)
    if _BUSY.search(plain) and _DAY_OR_PART.search(plain) and not _suits(plain):
        return "not_then", _words(clause, _DAY_OR_PART)
    if _OWN_EXCEPTION.search(plain):
        return "suits", clause.strip(" .!")
    return "suits", _words(clause, TIME)


def _told_beside(clause: str, plain: str, named: bool, beside: bool) -> tuple[str, str]:
    """A time with more around it: an hour that ends something, a day that is taken; else no time."""
    if named and _WHEN.search(plain) and len(plain.split()) <= _FEW:
        return "suits", clause.strip(" .!")
    if named and _DAY_OR_PART.search(plain) and _BUSY.search(plain):
        return "not_then", _words(clause, _DAY_OR_PART)
    if named and _BUSY.search(plain) and _AT_AN_HOUR.search(plain) and not _suits(plain):
        no = "no" if _SPANISH_NO_HOUR.search(plain) else "not"
        return "suits", f"{no} {_words(clause, TIME)}"
    if beside:
        return "", ""
    return "suits", _from_the_no(clause) if _NEGATIVE.search(plain) else _words(clause, TIME)


def _goes_before(plain: str, words: frozenset[str]) -> bool:
    return plain in words or plain.isdigit()


def _suits(plain: str) -> bool:
    return bool(re.search(r"\b(?:home|free|best|better|good|fine|libre|mejor|bien|casa)\b", plain))


def _with_a_no(clause: str, plain: str) -> tuple[str, str]:
    """ "Not Tuesdays" leaves a day out; "not before ten" is a time that suits, told by its no."""
    if _DAY_OR_PART.search(plain) and not re.search(
        r"\b(?:before|after|until|antes|despues)\b", plain
    ):
        return "not_then", _words(clause, _DAY_OR_PART)
    return "suits", _from_the_no(clause)


def _from_the_no(clause: str) -> str:
    words = clause.split()
    at = next((i for i, word in enumerate(words) if _NEGATIVE.fullmatch(Heard(word, "").plain)), 0)
    told = " ".join(words[at:]).strip(" .!")
    return _NO_CALL.sub("no" if _SPANISH_NO.match(told) else "not", told)


def _words(clause: str, of: re.Pattern[str]) -> str:
    """From the first word of a time to the last, with "the", "en la", "only" before it."""
    tokens = clause.split()
    plain, starts = "", []
    for token in tokens:
        starts.append(len(plain))
        plain += Heard(token, "").plain + " "
    spans = [match.span() for match in of.finditer(plain)]
    if not spans:
        return clause.strip(" .!")
    first = max(i for i, at in enumerate(starts) if at <= spans[0][0])
    last = max(i for i, at in enumerate(starts) if at < spans[-1][1])
    before = frozenset(
        "in the on en la las los el por de only solo solamente early late weekday weekdays any every after before around about by at past de from between entre desde".split()
    )
    while first > 0 and _goes_before(Heard(tokens[first - 1], "").plain, before):
        first -= 1
    while last + 1 < len(tokens) and _ON.fullmatch(Heard(tokens[last + 1], "").plain):
        last += 1
    return " ".join(tokens[first : last + 1]).strip(" .,!")
