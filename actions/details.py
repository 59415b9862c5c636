"""What a question about a listed service asks for: which field of its record."""

from __future__ import annotations

import re

from actions.asked_of_a_list import asked_field, asked_fields, asks_of_them
from actions.complaints import complains_of_us
from actions.need_words import names_need
from actions.turn import Turn

# Acts that a question about a list is taken for, and how such a question begins.
_TAKEN_FOR = frozenset(
    "affirm deny thanks follow_up_answer no_answer unsure off_topic greeting how_it_works withdraw_consent insult give_place any_news "
    "medical_advice legal_advice help".split()
)
_BEGINS = re.compile(
    r"^(?:(?:and|but|so|ok|okay|well|oh|y|pero|pues|bueno) )*(?:how|what|what's|whats|when|where|who|which|is|are|do|does|can|could|would|will|am|"
    r"cuanto|cuanta|cuando|donde|que|quien|como|hay|es|son|tiene|tienen|puede|pueden|cobran|aceptan)\b"
)
# "…, do you know", "…, is there one": asked at the end.
_ENDS_ASKING = re.compile(
    r"\b(?:do you know|you know of any|is there(?: (?:one|any\w*))?|are there(?: any)?|(?:does|do|can|will|is|are|would) (?:it|they|that|she|he|i)|or not|sabe usted|hay alguno?|o no|verdad|si o no|yes or no)$"
)
_PRICE = re.compile(r"\b(?:how much|charge|charges|cuanto|cobran)\b")
_UNSURE_NEED, _SHORT, _LONGER = 0.8, 9, 14
# Asked of nothing but what is on show, whatever act or need the words are taken for.
_SURELY_OF_THE_LIST = frozenset({"distance", "open_now", "summary", "for_another"})
# Asked of "them", who are on show.
_SURELY_THEIRS = frozenset({"", "address", "languages", "hours", "for_another"})


def about_a_listed_service(turn: Turn) -> bool:
    """Whether a question after a list is about that list, whatever need its words resemble."""
    heard, plain = turn.heard, turn.heard.question
    field = asked_field(plain)
    if not turn.memory.shown or field is None:
        return False
    if heard.act == "ask_detail" or complains_of_us(heard.plain):
        return True
    if len(asked_fields(heard.text)) > 1 and is_question(turn):
        return True
    theirs = asks_of_them(plain) and heard.act != "free_only"
    if is_question(turn) and theirs and len(plain.split()) <= _LONGER:
        return True
    if field in _SURELY_THEIRS and _of_them(turn, plain):
        return True
    if field in _SURELY_OF_THE_LIST and is_question(turn) and len(plain.split()) <= _LONGER:
        return True
    question = is_question(turn) and len(plain.split()) <= _SHORT
    if heard.act == "free_only":
        return question and bool(_PRICE.search(plain))
    if heard.act == "ask_need":
        return question and (not heard.needs or heard.needs[0]["score"] < _UNSURE_NEED)
    return question and (heard.act in _TAKEN_FOR or heard.doubted)


def _of_them(turn: Turn, plain: str) -> bool:
    """Whether the question itself names no need: in "do they come to the door? I use a walker" the walker is a reason."""
    needs = turn.heard.needs
    return is_question(turn) and not (
        needs and names_need(needs[0]["need_id"], plain) and plain == turn.heard.plain
    )


def is_question(turn: Turn) -> bool:
    """Whether the message is put as a question."""
    plain = turn.heard.plain
    return "?" in turn.heard.text or bool(_BEGINS.match(plain) or _ENDS_ASKING.search(plain))


def dialable(phone: str) -> str:
    """'+19375550142' to '937-555-0142'; anything else as it is, without the country's code."""
    digits = phone.removeprefix("+1")
    return f"{digits[:3]}-{digits[3:6]}-{digits[6:]}" if len(digits) == 10 else digits
