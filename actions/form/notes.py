"""What the desk is to know: the answer to that question, and what is told beside the other answers.

"This phone, but let it ring", "add that I am hard of hearing", "leave out the part about the gun".
"""

from __future__ import annotations

import re
from typing import Any

from actions.heard import Heard

_LONGEST = 300
_FEWEST = 2  # words; less beside an answer is a courtesy
# What is to be said to whoever calls.
_LEADS = (
    r"(?:(?:oh|and|also|please|wait|ok|okay|no|yes|y|tambien|ademas|por favor|ah|oiga|mija|espere|perdon|sorry|pero|but|thanks|thank you|gracias|one more thing|otra cosa|una cosa mas|"
    r"can you|could you|will you|would you|puede|pueden|podria|que) )*"
)
_TELL = re.compile(
    rf"^{_LEADS}"
    r"(?:add(?: (?:that|in|also|too))*|(?:please )?(?:tell|let) (?:them|em|him|her|the (?:desk|lady|man|person|caller|office)|whoever calls)(?: (?:know|also|too))*(?: that)?|also tell (?:them|em)(?: that)?|"
    r"(?:(?:make (?:a )?)?note(?: down)?(?: also)? that|write (?:down )?(?:also )?that|put (?:down )?(?:also )?that|mention (?:also )?that|say (?:also )?that)(?= (?:i|i'm|im|i've|he|he's|she|she's|we|they|my|it's|its|there|no|the)\b)|"
    r"make sure they know(?: that)?|they should know(?: that)?|(?:i )?forgot to (?:say|tell|mention|add)(?: (?:you|them|em))?(?: that)?|"
    r"(?:dig|dic|di|av|cuent|coment|inform|recuerd|pid|explic|mencion|decir|avisar)\w*(?:les|le)(?: (?:tambien|ademas|por favor|de|a \w+))* que|hag\w+(?:les|le) saber(?: tambien)? que|"
    r"(?:diga|avise|ponga|apunte|anote|agregue|anada|escriba|mencione|agreg\w+|anad\w+|anot\w+|apunt\w+)(?:n|me|le|les|lo)?(?: (?:tambien|ademas|ahi|por favor|de))* que|se me (?:olvido|paso)(?: (?:decir|mencionar|poner|avisar)\w*)?(?: que)?|que sepan(?: tambien)? que|deben saber(?: tambien)? que)\s+"
)
# "Que pregunten por Luz", "have them knock": a wish for whoever calls.
_WISH = re.compile(
    rf"^{_LEADS}(?:(?:que |q )(?:me |le |les |nos |no |lo |la |se )*(?:habl|llam|pregunt|toqu|dej|teng|marqu|mand|escrib|esper|insist|grit|respond|pid)\w*(?:en|an)\b|"
    r"(?:have|make sure) (?:them|they|whoever calls|the person) \w+|they (?:can|should|need to|have to|must) (?:ask for|call|knock|speak|talk|ring|wait|leave)\b|(?:pueden|deben|tienen que) (?:preguntar por|tocar|hablar|llamar|marcar|esperar|dejar)\b|ask for (?:my|me|mr|mrs|ms)\b|pregunten por\b)"
)
_FOR_THE_DESK = re.compile(
    r"\b(?:they|you|whoever \w+) (?:should|need to|ought to|must|have to) know\b|\b(?:tell|let) (?:them|em)\b|\b(?:dig|di|av)\w*(?:les|le)(?: tambien| ademas)? que\b|\bque sepan\b|\bdeben saber\b"
)
# How to reach somebody, and what must be known to do it.
_HOW_TO_REACH = re.compile(
    r"\b(?:(?:hard of|can't|cant|cannot|don't|dont|do not) hear\w*|hearing aids?|deaf|blind|(?:can't|cant|cannot) (?:see|read|talk|walk|get to the phone)|let it ring|ring (?:long|twice|a while)|"
    r"(?:text|email|write) (?:me )?(?:instead|not call|don't call|dont call|only)|(?:don't|dont|do not|not|no) (?:call|calls|calling)(?: me)?(?: at work)?|speak (?:up|slow\w*|loud\w*|spanish)|leave (?:a|no) (?:message|voicemail)|answers? the (?:phone|door)|pick up|"
    r"no voicemail|interpreter|at work|oxygen|wheelchair|walker|stroke|"
    r"no (?:oigo|escucho|veo) bien|(?:oigo|escucho|veo) (?:mal|poco)|sord[oa]|cieg[oa]|no puedo (?:ver|leer|oir|hablar|caminar)|dej\w+ (?:que )?(?:suene|sonar|timbr\w+)|(?:mandeme|manden|escribame|escriban)\w* (?:un )?(?:mensaje|texto)\w*|"
    r"no (?:me )?(?:llamen?|marquen)|mejor (?:por )?(?:texto|mensaje)|hablen? (?:fuerte|despacio|espanol)|q(?:ue)? hablen espanol|en espanol|en el trabajo|interprete|silla de ruedas|andador|oxigeno)\b"
)
_LEAVE_OUT = re.compile(
    r"\b(?:(?:without|minus|sin|menos|excepto|except(?: for)?|but not|pero no|not|no)(?= (?:the (?:part|thing|bit)|(?:the|that) \w+ (?:part|bit|thing|stuff)|lo del?|eso del?|la parte))|(?:don't|dont|do not|not) (?:share|tell(?: them| em)?(?! (?:her|him|my|mom|mama|dad|papa|mother|father)\b)|say|mention|put|send|include)|leave(?: out)?|take out|skip|remove|"
    r"no (?:les |lo )?(?:dig|compart|mencion|pong|mand|incluy)[ae]n?|quite|borre|omita|saque)(?: (?:about|anything about|the (?:part|thing|bit) (?:about|with|of)|lo (?:de|del)|eso (?:de|del)|la parte (?:de|del)))?"
    r" (?:the |that |my |out |la |el |mi )*(?P<what>[a-z][a-z ']{2,40}?)(?: (?:part|thing|bit|stuff|out|no|off|please|por favor|of (?:it|there|that)))*$"
)
_WITH_SOMEBODY = re.compile(r"(?:(?:it|this|that|anything|esto|eso|nada) )?(?:with|to|con|a) ")
# What the desk is not to read, and not what it is not to do: "leave out the nephew", not "don't send any mail".
_A_PART = re.compile(
    r"\b(?:leave|take|keep) .*\bout\b(?! of (?:it|this))|\b(?:leave|take) out\b|\b(?:remove|skip|omit\w*|mention\w*|mencion\w+|about|part|thing|bit|stuff|lo del?|eso del?|la parte|quite|borre|saque)\b"
)
_EMPTY_WORDS = frozenset(
    "about that this part thing with them they have been just only parte cosa algo para esto eso number name phone note share sharing anything nothing nothin anyone anybody please".split()
)
_LEAD = re.compile(r"^(?:[\s,.;:-]|(?:and|but|pero|y|so|only|please|solo|por favor|que)\b)+", re.I)


def told_for_the_desk(text: str) -> str | None:
    """What follows "add that", "tell them"; None when the message asks for no such thing."""
    found = _TELL.match(Heard(text, "").plain)
    if found is None:
        return None
    # As it was written: as many of the last words as the plain text has after the lead.
    words = len(Heard(text, "").plain[found.end() :].split())
    return " ".join(text.split()[-words:])[:_LONGEST] if words >= _FEWEST else None


def is_for_the_desk(plain: str) -> bool:
    """Whether the message is meant for whoever calls."""
    return bool(_TELL.match(f"{plain} ") or _WISH.match(plain) or _FOR_THE_DESK.search(plain))


def says_how_to_reach(plain: str) -> bool:
    """Whether it tells how somebody is reached or what makes it hard: "let it ring", "I'm hard of hearing"."""
    return bool(_HOW_TO_REACH.search(plain))


def rest_beside(text: str, taken: re.Pattern[str]) -> str | None:
    """What stands beside an answer that `taken` matches; None when that is a word or nothing."""
    rest = _LEAD.sub("", taken.sub(" ", text)).strip(" ,.;:-")
    return " ".join(rest.split())[:_LONGEST] if len(rest.split()) >= _FEWEST else None


def add_note(answers: dict[str, Any], told: str) -> None:
    """Beside the answer to the question what they should know, which may still come."""
    extras = answers.setdefault("extras", [])
    if told not in extras:
        extras.append(told)


def note_of(answers: dict[str, Any]) -> str:
    """All of it, as one note."""
    parts = [str(answers.get("note") or ""), *answers.get("extras", [])]
    return ". ".join(dict.fromkeys(part.strip(" .") for part in parts if part.strip(" .")))


def left_out(plain: str) -> list[str]:
    """The words of what shall not be shared: "don't share the shotgun part"."""
    found = _LEAVE_OUT.search(plain)
    if found is None or _WITH_SOMEBODY.match(found["what"]):
        return []
    return [w for w in found["what"].split() if len(w) > 3 and w not in _EMPTY_WORDS]


def leaves_a_part_out(plain: str) -> bool:
    """Whether it is surely a part of what was told that stays out, also where nothing written so far holds it."""
    return bool(_A_PART.search(plain)) and bool(left_out(plain))


def without(text: str, words: list[str]) -> str:
    """`text` without the sentences that hold one of `words`."""
    if not words:
        return text
    kept = [s for s in re.split(r"(?<=[.!?;/])\s+|,\s+", text) if not _holds(s, words)]
    return ", ".join(kept)


def leave_out(answers: dict[str, Any], words: list[str]) -> None:
    """Take it out of the note, and keep it out of what is shared in the person's own words."""
    answers["left_out"] = [*answers.get("left_out", []), *words]
    if answers.get("note"):
        answers["note"] = without(str(answers["note"]), words)
    answers["extras"] = [extra for extra in answers.get("extras", []) if not _holds(extra, words)]


def holds(answers: dict[str, Any], situation: str, words: list[str]) -> bool:
    """Whether what would be shared holds one of `words`."""
    return _holds(f"{note_of(answers)} {situation}", words)


def _holds(text: str, words: list[str]) -> bool:
    plain = Heard(text, "").plain
    return any(word in plain for word in words)
