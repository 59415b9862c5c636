"""The desk's plain words for states, moves, kinds, results and times."""

from __future__ import annotations

import re
from datetime import datetime

from markupsafe import Markup

from gateway.safety.texts import crisis_texts
from referrals.alarms import GUESSED
from resources_index.index.needs import need_name

_NUMBER = re.compile(r"\b(?:1-\d{3}-\d{3}-\d{4}|\d{3})\b")
STATUS = {
    "requested": "nobody has it yet",
    "accepted": "taken",
    "in_progress": "with the agency",
    "completed": "completed",
    "declined": "declined",
    "cancelled": "cancelled",
    "unable_to_contact": "could not reach the person",
}
# What the button says, and the state that it leads to.
MOVES = {
    "accept": "Take it",
    "begin": "I am talking with the agency",
    "complete": "Finish",
    "decline": "We cannot take it",
    "give_up": "Could not reach the person",
    "cancel": "The person does not want it",
    "reopen": "Open it again",
}
EVENTS = {
    "requested": "asked for help",
    "joined": "asked again for the same",
    "amended": "put something right",
    "accept": "took it",
    "begin": "talked with the agency",
    "wait": "on a waiting list, stays open",
    "complete": "finished",
    "decline": "declined",
    "give_up": "could not reach the person",
    "cancel": "cancelled",
    "reopen": "opened it again",
}
OUTCOMES = {
    "got_help": "got help",
    "waiting_list": "on a waiting list",
    "not_eligible": "not eligible",
    "no_capacity": "agency is full",
    "no_longer_wanted": "no longer wanted",
    "referred_elsewhere": "referred elsewhere",
}
# The same as the coordinator is asked.
ENDS = {
    "got_help": "got help: it came, or the day is set",
    "waiting_list": "on a waiting list",
    "not_eligible": "not eligible",
    "no_capacity": "agency is full",
    "no_longer_wanted": "does not want it any more",
    "referred_elsewhere": "sent to somebody else",
}
REASONS = {
    "no_capacity": "no room",
    "not_eligible": "not eligible",
    "outside_area": "outside our area",
    "no_such_service": "there is no such service here",
    "other": "another reason (write it in the note)",
}
HOW = {"call": "phone call", "text": "text", "email": "e-mail", "visit": "visit"}
WHOM = {"client": "the person", "family": "family or helper", "agency": "the agency"}
RESULTS = {
    "reached": "reached",
    "left_message": "left a message",
    "no_answer": "no answer",
    "wrong_number": "wrong number",
    "refused": "did not want to talk",
}
KINDS = {
    "crisis": "Crisis",
    "perhaps": "May be in danger: read it",
    "scam": "May be being cheated",
    "live_chat": "Waits in the chat now",
    "client_wrote": "The person wrote",
    "client_changed": "The person put something right: read it before you call",
    "follow_up": "Help did not come yet",
    "help_came": "Help came: finish the referral",
    "tell_agency": "Tell the agency: consent taken back",
    "agency_answer": "The agency answered",
    "wrong_number": "A listed number is wrong",
    "stale_record": "What we list of an agency may be out of date: check it",
    "call_instead": "Texts do not arrive: call instead",
    "opted_out": "Does not want texts any more",
    "wrote_after_stop": "Wrote after STOP: we may not text back, call",
    "not_safe_to_text": "A text was held: somebody may read the phone",
    "missed_text": "A text came while we were down: call",
    "too_many_texts": "A phone that may be answering by itself",
    "operator": "For whoever runs the text line",
}
CRISES = {
    "suicide": "thoughts of suicide",
    "medical_emergency": "medical emergency",
    "abuse_now": "being hurt or afraid now",
    "unsafe_now": "not safe now",
    # What came after.
    "medical_emergency_held": "medical emergency, and 911 may not have been called",
    "unsafe_now_held": "not safe now, and 911 may not have been called",
    "suicide_call": "thoughts of suicide, asks for a call",
}
REACHED = {
    "person": "the person",
    "family": "family or a friend",
    "emergency": "911 or a crisis line",
    "nobody": "nobody",
}
ENDED = {
    "safe_now": "safe now, they say so",
    "somebody_there": "somebody is with them",
    "emergency_sent": "911 is on the way, or was there",
    "other_help": "they talk with 988 or another helper",
    "no_crisis": "it was no crisis",
    "not_reached": "could not reach anybody (say in the note what you did)",
    "other": "something else (say it in the note)",
}
# How a result stands in a list, without what the form asks for.
ASIDE = {
    "not_reached": "could not reach anybody",
    "other": "something else",
}
SENT = {
    "queued": "waits to go out",
    "sending": "going out",
    "sent": "sent",
    "delivered": "arrived",
    "undelivered": "did not arrive",
    "failed": "was not sent",
    "cancelled": "was not sent",
    "handed": "going out",
}
# What the person said when asked whether help came.
ANSWERS = {
    "got_help": "got help",
    "waiting_list": "still waiting",
    "could_not_reach": "could not reach the agency",
    "not_eligible": "not eligible",
    "no_capacity": "agency is full",
    "no_longer_wanted": "does not need it any more",
    "no_help": "no help came",
    "unclear": "not clear",
}
# What the page says after a form: that it was taken, and what comes next.
TOLD = {
    "accept": "It is yours. Now call the person.",
    "complete": "Finished.",
    "decline": "Declined.",
    "give_up": "Ended: the person could not be reached.",
    "cancel": "Ended: the person does not want it.",
    "reopen": "Open again. Take it to go on.",
    "client reached": "Written down. Now call an agency.",
    "agency reached": "Written down. Say how it ended, or until when they wait.",
    "client no_answer": "Written down: no answer.",
    "agency no_answer": "Written down: no answer.",
    "client wrong_number": "Written down. Is there another way to reach the person? You can write below.",
    "agency wrong_number": "Written down, and the number goes on the list to be checked. Choose another agency.",
}
_TABLES = {
    "status": STATUS, "moves": MOVES, "events": EVENTS, "outcomes": OUTCOMES, "reasons": REASONS, "how": HOW, "whom": WHOM,
    "results": RESULTS, "kinds": KINDS, "crises": CRISES, "sent": SENT, "answers": ANSWERS,
    "reached": REACHED, "ended": ENDED | ASIDE,
}  # fmt: skip


def word(name: str | None, table: str) -> str:
    """The plain word for a name of ours; an unknown one as it is, with spaces."""
    return _TABLES[table].get(name or "", (name or "").replace("_", " "))


def numbers_given(detail: str) -> list[str]:
    """The numbers that a person in this crisis was sent at once; none where no text may go out any more."""
    kind, _, more = detail.removesuffix(GUESSED).partition(",")
    if kind not in CRISES or more:
        return []
    return list(dict.fromkeys(_NUMBER.findall(" ".join(crisis_texts(kind, "en", "", None)))))


def crisis(detail: str) -> str:
    """'thoughts of suicide', with what is to be known: '..., after STOP: call'."""
    kind, comma, more = detail.partition(",")
    said = word(kind, "crises")
    return f"{said[:1].upper()}{said[1:]}{comma}{more}"


def needs_in_words(needs: list[str] | tuple[str, ...]) -> str:
    """'rides, help paying for heat'; where nobody told what it is about, that."""
    return ", ".join(need_name(need, "en") for need in needs) or "not said"


def waited(at: datetime, now: datetime) -> str:
    """How long ago: '12 min', '5 h', '3 days'."""
    minutes = int((now - at).total_seconds() // 60)
    if minutes < 60:
        return f"{max(minutes, 0)} min"
    if minutes < 48 * 60:
        return f"{minutes // 60} h"
    return f"{minutes // 1440} days"


def plain_moment(at: datetime | None) -> str:
    """A time as the desk writes it, in UTC."""
    return "" if at is None else f"{at:%b} {at.day}, {at:%Y, %H:%M} UTC"


def moment(at: datetime | None) -> str:
    """The same as an element that the page's script turns into the reader's own time."""
    if at is None:
        return ""
    return Markup('<time datetime="{}Z">{}</time>').format(
        at.isoformat(timespec="seconds"), plain_moment(at)
    )


def day(at: datetime | None) -> str:
    """A day as the desk writes it."""
    return "" if at is None else f"{at:%a %b} {at.day}"


def when(at: datetime | None) -> str:
    """A day to look again as part of a sentence: 'on Mon Dec 21', or with its time where one was set."""
    if at is None or (at.hour, at.minute) == (0, 0):
        return f"on {day(at)}" if at else ""
    return Markup("at {}").format(moment(at))


def first_name(name: str | None) -> str:
    """'Ann Smith' to 'Ann': lists show no more than the bot asks for."""
    return (name or "").split(maxsplit=1)[0] if (name or "").strip() else ""


def phone(number: str | None) -> str:
    """'+19375550142' to '937-555-0142'; anything else as it is."""
    digits = (number or "").removeprefix("+1")
    if len(digits) == 10 and digits.isdigit():
        return f"{digits[:3]}-{digits[3:6]}-{digits[6:]}"
    return number or ""
