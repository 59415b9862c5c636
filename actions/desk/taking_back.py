"""A request that our desk has is taken back, perhaps taken back, or put back: only plain words stop it, and it can be undone."""

from __future__ import annotations

import re
from typing import Any

from actions.desk.gives_up import gives_up
from actions.desk.referral import ask_next
from actions.desk.request import KEPT
from actions.form.clauses import clauses_of
from actions.form.phone_numbers import phone_in
from actions.heard import Heard
from actions.needs.came_for import needs_of_request
from actions.rooms import desk
from actions.turn import Turn
from referrals.model import OPEN, ReferralView
from referrals.takes_back import cancels, takes_back
from resources_index.index.needs import need_name

PENDING = "request_stop"
_FEW, _MOST_WORDS = 6, 30
# Said of anything: of a search, of a chat, of a request.
_OF_ANYTHING = re.compile(
    r"\b(?:forget (?:it|about it)|never ?mind|skip it|olvidel[oa]|dejel[oa](?: asi)?|(?:i'm|im|we're) all set|changed my mind)\b"
)
_OF_THE_CALL = re.compile(
    r"\b(?:(?:the|that|this|your|any|a|no) (?:phone )?calls?|call(?:ing)? (?:me|us|her|him|off|it off|that off)|to call|request|referral|(?:my|her|his|our) (?:name|number|info)|cancel\w*|take (?:it|that|me) (?:off|back|down)|llam\w+|solicitud|pedido|numero|nombre|borr\w+|quit\w+|retir\w+)\b"
)
_PLAIN = re.compile(
    r"\b(?:cancel\w*|stop\w*|withdraw\w*|quit\w*|take (?:it|that|this|everything|all|me|my \w+)(?: all)? (?:back|off|down|out)|(?:don't|dont|do not|no longer|never) want|no more|not (?:share|allow)|(?:don't|dont|do not|never) (?:share|give|pass|send) (?:my|any|it|that|this|anything)|revoke|changed my mind|"
    r"retir\w+|anul\w+|borr\w+|ya no|no quiero|no comparta\w*|no autorizo|pare\w*|deten\w+)\b"
)
_THANKS = re.compile(r"\b(?:thanks?|thank you|gracias|god bless|dios)\b")
_YES = re.compile(r"^(?:1|yes|yeah|si|take it back|stop\w*|cancel\w*|retir\w+|quit\w+|borr\w+)\b")
_NO = re.compile(r"^(?:2|no|nope|keep\w*|leave it|dej\w+|don't|dont)\b")
_PUT_BACK = re.compile(
    r"\b(?:start|put|bring|turn|set|open)\b.{0,20}\b(?:again|back|up again)\b|\bundo\b|\b(?:don't|dont|do not|didn't|didnt|never) (?:(?:mean|want|ask|tell|say)\w* (?:you |to |for )*)?(?:stop|cancel|take)\w*\b|"
    r"\bkeep (?:it|hers|his|mom's|dad's|the|my|that)\b|\bi (?:still|do) (?:want|need) (?:it|the call|that|them|you|someone|somebody)\b|\bwait\b.{0,12}\bno\b.{0,20}\b(?:stop|cancel)\w*\b|\bnot (?:the one|hers|his|mom's|my mother's)\b|"
    r"\bno (?:me )?(?:la|lo|le|los)? ?(?:cancel|par|quit|deten|retir|borr)\w+|\b(?:pong|vuelv|reactiv|regres|empie|empiec|devuelv)\w+\b.{0,20}\b(?:otra vez|de nuevo|de vuelta)\b|\breactiv\w+\b|\bsiempre si\b|\btodavia (?:la |lo )?quiero\b"
)


def taken_back(turn: Turn) -> bool:
    """True when the message takes a request back, or may: then it is asked which is meant."""
    if turn.memory.pending == PENDING:
        return _take_answer(turn)
    open_now = _open(turn)
    wants = turn.heard.act != "delete_my_data" and not phone_in(turn.heard.text)
    given_up = bool(open_now) and wants and _gives_up(turn.heard.text)
    if not (takes_back(turn.heard.text) or given_up):
        return False
    in_form = (turn.memory.pending or "").startswith("referral_")
    if in_form and not any(_same(turn, view) for view in open_now):
        # The one that is being written is meant; nothing of it was shared.
        return False
    if desk().pending_follow_up(turn.conversation) is not None:
        return False
    if open_now:
        if given_up and _may_mean_another_thing(turn, open_now[0]):
            ask_which(turn)
        else:
            withdraw(turn)
        return True
    if not cancels(turn.heard.text):
        return False
    turn.memory.answered()
    turn.say("utter_nothing_to_cancel")
    return True


def put_back(turn: Turn) -> bool:
    """ "No, don't stop mom's": what was just taken back is shown once more, to agree to."""
    memory, plain = turn.memory, turn.heard.plain
    stopped = memory.referral.get("stopped")
    if not stopped or len(plain.split()) > _MOST_WORDS or not _PUT_BACK.search(plain):
        return False
    memory.referral = dict(stopped)
    _see_again(turn, memory.referral.pop("seen", None))
    turn.say("utter_request_put_back")
    ask_next(turn)
    return True


def _see_again(turn: Turn, seen: dict[str, Any] | None) -> None:
    """The list and the place that the request was made with, whatever was looked for since."""
    if seen is None:
        return
    memory, case = turn.memory, turn.memory.case
    case.about, case.place, case.place_shown = seen["about"], seen["place"], seen["place_shown"]
    memory.shown, memory.chosen, memory.page = list(seen["shown"]), None, {}


def withdraw(turn: Turn) -> int:
    """Stop all that is open; what was told is kept for a change of mind, unless name or number are to go. How many."""
    memory = turn.memory
    told = {step: memory.referral[step] for step in KEPT if memory.referral.get(step)}
    told |= memory.referral.get("sent") or {}
    withdrawn = desk().withdraw(turn.conversation)
    memory.answered()
    wants_gone = re.search(r"\b(?:number|name|info\w*|numero|nombre|datos)\b", turn.heard.plain)
    memory.referral = {"stopped": told} if withdrawn and told and not wants_gone else {}
    if withdrawn:
        turn.say("utter_withdrawn")
    return len(withdrawn)


def ask_which(turn: Turn) -> None:
    """Whether the open request is meant. Nothing is stopped by a guess."""
    view = _open(turn)[0]
    labels = ("retirarla", "dejarla") if turn.language == "es" else ("take it back", "keep it")
    turn.memory.ask(PENDING, [{"label": label} for label in labels])
    topic = ", ".join(need_name(need, turn.language) for need in view.needs)
    say = "utter_request_which" if topic else "utter_request_which_bare"
    turn.say(say, choices=turn.offered, reference=view.reference, topic=topic)


def says_plainly(turn: Turn) -> bool:
    """Whether the words, and not only their sound, take a request back."""
    text = turn.heard.text
    return takes_back(text) or _gives_up(text) or bool(_PLAIN.search(turn.heard.plain))


def _gives_up(text: str) -> bool:
    """The message, or one clause of it: "my sister is moving in, don't bother calling"."""
    whole = Heard(text, "").plain
    if gives_up(whole):
        return True
    clauses = [Heard(clause, "").plain for clause in clauses_of(text)]
    return (
        len(clauses) > 1
        and len(whole.split()) <= _MOST_WORDS
        and any(gives_up(clause) or takes_back(clause) for clause in clauses)
    )


def _may_mean_another_thing(turn: Turn, view: ReferralView) -> bool:
    """ "Forget it, I'll call my buddy", after something else was looked for or told."""
    plain, case = turn.heard.plain, turn.memory.case
    if _OF_THE_CALL.search(plain) or not _OF_ANYTHING.search(plain):
        return False
    elsewhere = bool(case.needs) and not set(case.needs) & set(view.needs)
    beside = _THANKS.sub(" ", _OF_ANYTHING.sub(" ", plain)).split()
    return elsewhere or len(beside) > _FEW


def _take_answer(turn: Turn) -> bool:
    plain, number = turn.heard.plain, turn.heard.number
    turn.memory.answered()
    if number == 1 or (number is None and _YES.match(plain)):
        withdraw(turn)
        return True
    if number == len(("take", "keep")) or _NO.match(plain) or _PUT_BACK.search(plain):
        turn.say("utter_request_kept")
        return True
    return False


def _open(turn: Turn) -> list[ReferralView]:
    return [view for view in desk().referrals_of(turn.conversation) if view.status in OPEN]


def _same(turn: Turn, view: ReferralView) -> bool:
    return set(view.needs) == set(needs_of_request(turn))
