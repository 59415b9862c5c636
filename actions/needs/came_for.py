"""What somebody came for: the needs that a request to a person carries, each with the words it was told in.

Nothing that was denied, and nothing of another client. Where several things were asked for, one question settles it.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from actions.heard import Heard
from actions.memory import Case
from actions.turn import Turn
from resources_index.index.needs import need_name

_MOST_NEEDS, _MOST_OFFERED, _LONGEST, _FEW_WORDS = 3, 4, 400, 3
# A need that the request names must be this sure, one of those spoken of before less so. "Evenings" answers another
# question: one word must be surer.
_NEW, _SPOKEN_OF, _IN_ONE_WORD = 0.6, 0.35, 0.8
# Clients of one case worker may stand under one name: the town tells them apart.
_MANY_IN_ONE = frozenset({"client", "other"})
_LEADS = r"(?:(?:y|and|but|pero|oh|well|wait|hey|ay|pues|espere|perdon|sorry) )*"
# "No, he has dementia" puts right; "no tengo luz" and "no heat" tell of one more need. Marks are kept.
_CORRECTS = re.compile(
    rf"^{_LEADS}(?:(?:no|nope)(?:\s*[,.;:!]|$| (?=(?:i|he|she|we|they|it's|its|it is|that's|thats|not|nobody|es|eso|esa|ese|la|el|lo|quise|quiero decir|nadie)\b))|"
    r"not (?:that|this|the|a|an|for|about|what)\b|not (?!enough\b)[a-z ]{2,25}[,;:]|"
    r"that's not|thats not|that is not|it's not|its not|i didn't (?:say|ask|mean)|i didnt (?:say|ask|mean)|i never (?:said|asked)|i said|i told you|"
    r"you got (?:it|me) wrong|no es\b|eso no|no pedi|no dije|yo no (?:dije|pedi)|yo dije|le dije|ya le dije|se equivoco)"
)
_WANTS_NOT = re.compile(
    r"\b(?:(?:don't|dont|do not|doesn't|doesnt|didn't|didnt|never) (?:need|want|ask for|asked for)(?! (?:to|my|him|her|them)\b)|not (?:looking for|asking for)|"
    r"no (?:necesit\w+|quier\w+|ocup\w+|pedi|busc\w+)\b(?! (?:que|a|\w+[aei]r)\b))"
)
_ALL = re.compile(r"\b(?:all|both|everything|todo|todos|todas|ambas|ambos|los dos|las dos)\b")
# "1 and 2", "the first 2"; "despues de las 2" picks nothing.
_PICKS = re.compile(
    r"^(?:(?:the|number|numbers|option|options|just|only|el|la|los|las|numero|numeros|opcion|solo|and|y|with|con|also|please|por favor) )*[1-9](?:(?: and| y| with| con| also| plus| o| or)* [1-9])*(?: please| por favor| only| nada mas)?$"
)
_NUMBERS = re.compile(r"\b[1-9]\b")


def note_told(turn: Turn, needs: list[str]) -> None:
    """Before `needs` take the place of what was asked: what is told where, and what a correction throws out."""
    case, text = turn.memory.case, turn.heard.text
    thrown_out = [need for need in case.needs if need not in needs]
    if thrown_out and _CORRECTS.search(_with_marks(text)):
        case.denied += [need for need in thrown_out if need not in case.denied]
    case.denied = [need for need in case.denied if need not in needs]
    known = {(told["need"], told["town"]) for told in case.told}
    case.told += [
        {"need": need, "town": _town(case), "text": text}
        for need in needs
        if (need, _town(case)) not in known
    ]


def wants_not(plain: str) -> bool:
    """Whether something is not needed, or not any more."""
    return bool(_WANTS_NOT.search(plain))


def note_denied(turn: Turn) -> None:
    """ "I don't need a ride": what was asked for before is not wanted after all."""
    case, heard = turn.memory.case, turn.heard
    if not heard.needs or not wants_not(heard.plain):
        return
    meant = heard.needs[0]["need_id"]
    if meant in case.asked and meant not in case.denied and heard.needs[0]["score"] >= _NEW:
        case.denied.append(meant)


def open_needs(case: Case) -> list[str]:
    """What was asked for this person and not denied, the first asked first."""
    told = [told["need"] for told in case.told if not _elsewhere(case, told)]
    known = told if case.about in _MANY_IN_ONE else [*case.asked, *told]
    found = dict.fromkeys(need for need in [*known, *case.needs] if need not in case.denied)
    return list(found)


def needs_of_request(turn: Turn) -> list[str]:
    """What the request is about: as it was answered, else all that is in hand, else what was asked first.

    Empty where nothing was told: the desk reads it as not said.
    """
    answered = turn.memory.referral.get("needs")
    if answered:
        return list(answered)[:_MOST_NEEDS]
    wanted = open_needs(turn.memory.case)
    if is_unsure(turn):
        in_hand = [need for need in turn.memory.case.needs if need in wanted]
        return list(dict.fromkeys([*wanted[:1], *in_hand]))[:_MOST_NEEDS]
    return wanted[:_MOST_NEEDS]


def is_untold(turn: Turn) -> bool:
    """Whether nobody knows yet what the request is about."""
    return not turn.memory.case.thing and not needs_of_request(turn)


def words_told(turn: Turn, needs: list[str]) -> str:
    """What the person wrote about these needs and no others."""
    case = turn.memory.case
    texts = [t["text"] for t in case.told if t["need"] in needs and not _elsewhere(case, t)]
    if not texts and (set(needs) & set(case.needs) or not case.needs):
        texts = [case.thing_told or case.text]
    return " / ".join(dict.fromkeys(text for text in texts if text))[:_LONGEST]


def is_unsure(turn: Turn) -> bool:
    """Whether more was asked for than what is in hand, so that it must be asked what the request is about."""
    case = turn.memory.case
    return len(open_needs(case)) > 1 and set(open_needs(case)) != set(case.needs)


def options(turn: Turn) -> list[dict[str, Any]]:
    """What the question offers: the first asked, what is in hand, the newest others; all of it where that is little."""
    wanted = open_needs(turn.memory.case)
    in_hand = [need for need in turn.memory.case.needs if need in wanted]
    ordered = list(dict.fromkeys([*wanted[:1], *in_hand, *reversed(wanted)]))[:_MOST_OFFERED]
    found: list[dict[str, Any]] = [
        {"label": need_name(need, turn.language), "needs": [need]} for need in ordered
    ]
    if len(wanted) <= _MOST_NEEDS:
        label = "todo esto" if turn.language == "es" else "all of these"
        found.append({"label": label, "needs": wanted})
    return found


def answered_needs(turn: Turn) -> list[str] | None:
    """The needs that an answer to the question means; None when it says none."""
    offered, heard = turn.memory.options, turn.heard
    picked = [int(n) for n in _NUMBERS.findall(heard.plain)] if _PICKS.match(heard.plain) else []
    if picked and all(n <= len(offered) for n in picked):
        return list(dict.fromkeys(need for n in picked for need in offered[n - 1]["needs"]))
    few = len(heard.plain.split()) <= _FEW_WORDS
    if heard.number is not None and few and 0 < heard.number <= len(offered):
        return list(offered[heard.number - 1]["needs"])
    wanted = open_needs(turn.memory.case)
    if _ALL.search(heard.plain):
        return wanted
    by_label = [o["needs"][0] for o in offered if Heard(o["label"], "").plain in heard.plain]
    return by_label or named_needs(turn)


def named_needs(turn: Turn) -> list[str] | None:
    """Needs that the message names: those spoken of before, else one that is sure."""
    found = turn.heard.needs
    wanted = open_needs(turn.memory.case)
    before = [n["need_id"] for n in found if n["need_id"] in wanted and n["score"] >= _SPOKEN_OF]
    least = _NEW if " " in turn.heard.plain else _IN_ONE_WORD
    return before or [n["need_id"] for n in found if n["score"] >= least] or None


def _with_marks(text: str) -> str:
    flat = unicodedata.normalize("NFD", text.lower().replace("’", "'"))
    return "".join(char for char in flat if unicodedata.category(char) != "Mn").strip()


def _elsewhere(case: Case, told: dict[str, Any]) -> bool:
    return case.about in _MANY_IN_ONE and told["town"] != _town(case)


def _town(case: Case) -> str:
    return str((case.place_shown or {}).get("text") or "").split(",")[0].lower()
