"""What is said about a request that our desk has: what became of it, taken back, put right, added to.

It is looked at before anything else, also between the questions of a new request: NOTICIAS is no time of the day.
"""

from __future__ import annotations

import re

from actions.desk.asked_of_request import tells_what_we_have
from actions.desk.gives_up import asks_if_stopped
from actions.desk.news_words import asks_when, asks_who_called, says_news, waits
from actions.desk.office import Office, say_when
from actions.desk.referral import ask_next, is_unfinished
from actions.desk.taking_back import put_back, taken_back
from actions.form.call_times import changes_time, names_a_time
from actions.form.clauses import parts_of
from actions.form.edits import asks_back, changes_number, is_of_another
from actions.form.naming import changes_name
from actions.form.notes import is_for_the_desk, note_of, says_how_to_reach, told_for_the_desk
from actions.form.phone_numbers import phone_in, put_right_in_part, without_phone
from actions.heard import Heard
from actions.rooms import desk
from actions.turn import Turn
from referrals.model import OPEN, ReferralView

_PENDING = "request_number"
# What stands beside a number that is one's own, and little else.
_FEW, _LONGEST, _LONGEST_NOTE = 4, 25, 300
_MY_NUMBER = re.compile(
    r"\b(?:my|mi|new|nuevo|changed|change|cambi\w+|call me|reach me|text me|llam\w+me|instead|better|mejor|wrong|otro|otra|another|different|use|number is|numero es|phone|cell|telefono|celular)\b"
)
_MINE = re.compile(r"\b(?:my|mi|i got|i have|i gave|tengo|les di|le di)\b")
_THE_TIME = re.compile(r"\b(?:the|my|la|mi) (?:time|hora)\b|\b(?:call|llam)\w*\b")
_ANYBODY_YET = re.compile(
    r"\b(?:has|have|did|is|will) (?:any ?body|anyone|some ?body|someone|you|they)(?: \w+)? (?:call\w*|talk\w*|contact\w*)\b|\b(?:ya|alguien) (?:los |les |le |la |lo )?(?:llam|habl)\w+"
)
_GAVE_IT = re.compile(
    r"\b(?:gave|told|sent|wrote|said|have|throw|threw|lost?|lose)\b.{0,30}\b(?:names?|number|phone|everything|all (?:of )?(?:it|that)|it out|it away)\b|\balready (?:said|told|gave|have)\b|\blike i said\b|\bsame (?:number|name|as before|thing)\b|"
    r"\b(?:di|dije|mande|puse|escribi|tiene|perdio|boto)\b.{0,25}\b(?:nombre|numero|telefono|todo)\b|\bya (?:le|se lo|les) (?:dije|di|puse)\b"
)
_CALL_AT = re.compile(r"\b(?:call|ring|phone|reach|llam\w+|marqu\w+)\b")


def answer_about_request(turn: Turn) -> bool:
    """True when the message was about a request that was made, and has been dealt with."""
    return any(
        answer(turn)
        for answer in (
            put_back,
            _asked_what_we_have,
            _news,
            _told_before,
            _asked_if_stopped,
            _asked_back,
            taken_back,
            _put_right,
        )
    )


def _in_form(turn: Turn) -> bool:
    return (turn.memory.pending or "").startswith("referral_")


def _open(turn: Turn) -> list[ReferralView]:
    return [view for view in desk().referrals_of(turn.conversation) if view.status in OPEN]


def _asked_what_we_have(turn: Turn) -> bool:
    """ "What number did you give them for me?", "did they tell the nephew thing?"."""
    return not _in_form(turn) and tells_what_we_have(turn, bool(_open(turn)))


def _asks_for_news(turn: Turn) -> bool:
    """The word itself, or in one of its sentences whether anybody called."""
    plain = turn.heard.plain
    begun = is_unfinished(turn.memory.referral) and bool(_ANYBODY_YET.search(plain))
    parts = [Heard(part, "").plain for part in parts_of(turn.heard.text)]
    return begun or any(asks_who_called(part) for part in (plain, *parts))


def _news(turn: Turn) -> bool:
    plain = turn.heard.plain
    bare = says_news(plain)
    if not bare and not _asks_for_news(turn):
        return False
    views = desk().referrals_of(turn.conversation)
    open_now = [view for view in views if view.status in OPEN]
    if _in_form(turn) and not open_now and not bare and asks_when(plain):
        # "What time do they call?", before anything was sent: a question about the call that would come.
        return False
    waiting = is_unfinished(turn.memory.referral) and not views
    if not open_now and not (bare and views) and not _in_form(turn) and not waiting:
        # Nobody was asked for: "nobody called me back" is about somebody else. The bare word has its own action.
        return False
    if not bare and desk().pending_follow_up(turn.conversation) is not None:
        # We asked whether help came: this is the answer.
        return False
    if not open_now and not views:
        at_the_end = turn.memory.pending == "referral_consent"
        turn.say("utter_waits_for_share" if at_the_end else "utter_nothing_sent_yet")
    for view in open_now[:3] or views[:1]:
        turn.say(f"utter_news_{view.status}", reference=view.reference)
    if open_now and waits(plain):
        _tell_the_desk(turn, open_now[0])
    if open_now:
        if asks_when(plain) and not Office.read().says_when:
            turn.say("utter_call_time_unknown")
        say_when(turn)
    if waiting:
        _go_on(turn)
    elif _in_form(turn):
        ask_next(turn)
    return True


def _told_before(turn: Turn) -> bool:
    """ "I gave you my name and number!": what was told before something else came up is there, and it goes on."""
    referral = turn.memory.referral
    asks = _GAVE_IT.search(turn.heard.plain) or asks_back(turn.heard.plain)
    if _in_form(turn) or not is_unfinished(referral) or not asks or referral.get("held") == "quiet":
        return False
    told = [str(referral.get(key) or "") for key in ("name", "number", "time")] + [
        note_of(referral)
    ]
    turn.say("utter_referral_have", written=", ".join(value for value in told if value))
    _go_on(turn)
    return True


def _go_on(turn: Turn) -> None:
    for mark in ("held", "paused"):
        turn.memory.referral.pop(mark, None)
    ask_next(turn)


def _asked_if_stopped(turn: Turn) -> bool:
    views = desk().referrals_of(turn.conversation)
    if _in_form(turn) or not views or not asks_if_stopped(turn.heard.plain):
        return False
    turn.say(f"utter_news_{views[0].status}", reference=views[0].reference)
    return True


def _asked_back(turn: Turn) -> bool:
    """ "What number do you have for me?", after it was sent."""
    referral = turn.memory.referral
    sent = referral.get("sent") or {}
    field = asks_back(turn.heard.plain)
    if _in_form(turn) or field is None or not _open(turn):
        return False
    known = {
        **sent,
        "note": note_of(sent),
        "name": referral.get("name"),
        "number": referral.get("number"),
    }
    told = [
        str(known.get(key) or "")
        for key in ("name", "number", "time", "note")
        if field in (key, "all")
    ]
    if not any(told):
        return False
    turn.say("utter_referral_have", written=", ".join(value for value in told if value))
    return True


def _tell_the_desk(turn: Turn, view: ReferralView) -> None:
    told = f"{view.reference}: waits for a call. {turn.heard.text[:200]}"
    desk().raise_once("follow_up", turn.conversation, told, subject=view.reference)
    turn.say("utter_told_desk_you_wait")


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
    in_part = put_right_in_part(heard.text, str(turn.memory.referral.get("number") or ""))
    if in_part is not None:
        return {"number": in_part}
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
