"""What is said about a request that our desk has: what became of it, taken back, put right, added to.

It is looked at before anything else, also between the questions of a new request: NOTICIAS is no time of the day.
"""

from __future__ import annotations

import re

from actions.came_for import needs_of_request
from actions.form_edits import asks_back, changes_number, is_of_another
from actions.form_names import changes_name
from actions.form_numbers import phone_in, without_phone
from actions.form_times import changes_time, names_a_time
from actions.gives_up import asks_if_stopped, gives_up
from actions.news_words import asks_when, asks_who_called, says_news, waits
from actions.notes import is_for_the_desk, says_how_to_reach, told_for_the_desk
from actions.office import say_when
from actions.referral import ask_next
from actions.rooms import desk
from actions.turn import Turn
from referrals.model import OPEN, ReferralView
from referrals.takes_back import cancels, takes_back

_PENDING = "request_number"
# What stands beside a number that is one's own, and little else.
_FEW, _LONGEST, _LONGEST_NOTE = 4, 25, 300
_MY_NUMBER = re.compile(
    r"\b(?:my|mi|new|nuevo|changed|change|cambi\w+|call me|reach me|text me|llam\w+me|instead|better|mejor|wrong|otro|otra|another|different|use|number is|numero es|phone|cell|telefono|celular)\b"
)
_MINE = re.compile(r"\b(?:my|mi|i got|i have|i gave|tengo|les di|le di)\b")
_THE_TIME = re.compile(r"\b(?:the|my|la|mi) (?:time|hora)\b|\b(?:call|llam)\w*\b")
_CALL_AT = re.compile(r"\b(?:call|ring|phone|reach|llam\w+|marqu\w+)\b")


def answer_about_request(turn: Turn) -> bool:
    """True when the message was about a request that was made, and has been dealt with."""
    return any(
        answer(turn) for answer in (_news, _asked_if_stopped, _asked_back, _taken_back, _put_right)
    )


def _in_form(turn: Turn) -> bool:
    return (turn.memory.pending or "").startswith("referral_")


def _open(turn: Turn) -> list[ReferralView]:
    return [view for view in desk().referrals_of(turn.conversation) if view.status in OPEN]


def _news(turn: Turn) -> bool:
    plain = turn.heard.plain
    bare = says_news(plain)
    if not bare and not asks_who_called(plain):
        return False
    views = desk().referrals_of(turn.conversation)
    open_now = [view for view in views if view.status in OPEN]
    if _in_form(turn) and not open_now and not bare and asks_when(plain):
        # "What time do they call?", before anything was sent: a question about the call that would come.
        return False
    if not open_now and not (bare and views) and not _in_form(turn):
        # Nobody was asked for: "nobody called me back" is about somebody else. The bare word has its own action.
        return False
    if not bare and desk().pending_follow_up(turn.conversation) is not None:
        # We asked whether help came: this is the answer.
        return False
    if not open_now and not views:
        turn.say("utter_nothing_sent_yet")
    for view in open_now[:3] or views[:1]:
        turn.say(f"utter_news_{view.status}", reference=view.reference)
    if open_now and waits(plain):
        _tell_the_desk(turn, open_now[0])
    if open_now:
        say_when(turn)
    _back_to_the_form(turn)
    return True


def _asked_if_stopped(turn: Turn) -> bool:
    views = desk().referrals_of(turn.conversation)
    if _in_form(turn) or not views or not asks_if_stopped(turn.heard.plain):
        return False
    turn.say(f"utter_news_{views[0].status}", reference=views[0].reference)
    return True


def _asked_back(turn: Turn) -> bool:
    """ "What number do you have for me?", after it was sent."""
    known = turn.memory.referral
    field = asks_back(turn.heard.plain)
    if _in_form(turn) or field not in ("name", "number", "all") or not _open(turn):
        return False
    told = [str(known.get(key) or "") for key in ("name", "number") if field in (key, "all")]
    if not any(told):
        return False
    turn.say("utter_referral_have", written=", ".join(value for value in told if value))
    return True


def _tell_the_desk(turn: Turn, view: ReferralView) -> None:
    told = f"{view.reference}: waits for a call. {turn.heard.text[:200]}"
    desk().raise_once("follow_up", turn.conversation, told, subject=view.reference)
    turn.say("utter_told_desk_you_wait")


def _back_to_the_form(turn: Turn) -> None:
    if _in_form(turn):
        ask_next(turn)


def _taken_back(turn: Turn) -> bool:
    open_now = _open(turn)
    given_up = (
        bool(open_now)
        and turn.heard.act != "delete_my_data"
        and gives_up(turn.heard.plain)
        and not phone_in(turn.heard.text)
    )
    if not (takes_back(turn.heard.text) or given_up):
        return False
    if _in_form(turn) and not any(_same(turn, view) for view in open_now):
        # The one that is being written is meant; nothing of it was shared.
        return False
    if desk().pending_follow_up(turn.conversation) is not None:
        return False
    if open_now:
        desk().withdraw(turn.conversation)
        turn.memory.answered()
        turn.memory.referral = {}
        turn.say("utter_withdrawn")
        return True
    if not cancels(turn.heard.text):
        return False
    turn.memory.answered()
    turn.say("utter_nothing_to_cancel")
    return True


def _same(turn: Turn, view: ReferralView) -> bool:
    return set(view.needs) == set(needs_of_request(turn))


def _put_right(turn: Turn) -> bool:
    memory, heard = turn.memory, turn.heard
    if _in_form(turn) or len(heard.plain.split()) > _LONGEST:
        return False
    changes = _changes(turn)
    if changes is None or not _open(turn):
        if memory.pending == _PENDING:
            memory.answered()
        return False
    if not changes:
        memory.ask(_PENDING)
        turn.say("utter_request_number")
        return True
    if memory.pending == _PENDING:
        memory.answered()
    desk().amend(turn.conversation, changes)
    if memory.referral.get("number") and "number" in changes:
        memory.referral["number"] = changes["number"]
    if "number" in changes:
        turn.say("utter_request_number_changed", number=changes["number"])
    else:
        turn.say("utter_request_noted")
    return True


def _changes(turn: Turn) -> dict[str, str] | None:
    """What is to be put right; {} for a new number that is not told yet; None when nothing is."""
    heard, plain = turn.heard, turn.heard.plain
    number = phone_in(heard.text)
    if number is not None and is_of_another(plain):
        return {"note": heard.text.strip()[:_LONGEST_NOTE]}
    if "?" in heard.text and not is_for_the_desk(plain):
        return None
    if number is not None:
        few = len(without_phone(heard.text).split()) <= _FEW
        asked = turn.memory.pending == _PENDING
        return {"number": number} if few or asked or _MY_NUMBER.search(plain) else None
    if _MINE.search(plain) and changes_number(plain):
        return {}
    told = told_for_the_desk(heard.text)
    if told is None and is_for_the_desk(plain):
        told = heard.text.strip()
    if told is not None:
        return {"note": told[:_LONGEST_NOTE]}
    changed, name = changes_name(heard.text, str(turn.memory.referral.get("name") or ""))
    if changed and name:
        return {"name": name}
    put_right, time = changes_time(heard.text)
    if put_right and time and _THE_TIME.search(plain):
        return {"good_time": time}
    if turn.memory.case.heard:
        return None
    if names_a_time(plain) and _CALL_AT.search(plain):
        return {"good_time": heard.text.strip()[:60]}
    return {"note": heard.text.strip()[:_LONGEST_NOTE]} if says_how_to_reach(plain) else None
