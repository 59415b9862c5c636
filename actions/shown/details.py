"""Whether a message asks about what was shown, whatever need its words resemble."""

from __future__ import annotations

import re

from actions.heard import BEGINS_A_QUESTION, CLAUSE_ENDS, Heard
from actions.needs.need_words import names_need
from actions.shown.listed import without_ordinals
from actions.shown.meant import places_named
from actions.shown.topics import TOLD, asked_field, asks_of_them, topics_in, without_topics
from actions.talk.complaints import asks_of_our_words, complains_of_us
from actions.talk.said_kinds import FIELDS, LIKELY, kind_of
from actions.talk.telling import TELLING
from actions.turn import Turn

# Acts that a question about a list is taken for, and how such a question begins.
_TAKEN_FOR = frozenset(
    "affirm deny thanks follow_up_answer no_answer unsure off_topic greeting how_it_works withdraw_consent insult give_place any_news "
    "medical_advice legal_advice help".split()
)
# "I asked if they speak Spanish": asked once more.
_ASKED_BEFORE = re.compile(
    r"\b(?:i asked|i'm asking|asking (?:if|about|how)|not what i asked|my question|(?:le|te|les) pregunt\w+|pregunte si|no me contest\w+ (?:si|cuanto|a que|lo)|lo que pregunte|me oyo)\b"
)
_THEY_DO = r"(?:hablan|cobran|vienen|abren|cierran|contestan|atienden|piden|traen|llevan|mandan|esperan|aceptan|tienen|recogen|dan|tardan|quedan?|cobra|habla|abre)"
_OF_THEM = re.compile(
    rf"\b(?:they|them|their|it|that one|those|these|ellos|ellas|ahi|alli|{_THEY_DO})\b"
)
# In Spanish a question may begin with what they do: "hablan español".
_BEGINS_WITH_THEM = re.compile(rf"(?:(?:y|pero|oiga|pues|bueno) )*{_THEY_DO}\b")
# How a call went, or what they are like: told, and nothing is asked.
_TELLS = re.compile(
    r"\b(?:said|says|told|called|tried|answered|hung up|busy|disconnected|wrong number|(?:don't|dont|doesn't|doesnt|didn't|didnt|won't|wont|can't|cant|never|nobody|no one) (?:even )?(?:answer\w*|pick\w*|help\w*|call\w*|take|do|work\w*|speak|have|want|deliver|come)|"
    r"too (?:far|much|expensive)|dijeron|dijo|dicen que|llame|hable|marque|no (?:me |nos )?(?:contest\w+|sirv\w+|ayud\w+|hablan|cobran|vienen)|nadie|equivocado|ocupado|(?:un|dos|tres|\d+|several|two|three|a) (?:\w+ )?(?:year|month|week|ano|mes|mese|semana)s?)\b"
)
_I_WANT = re.compile(
    r"^(?:(?:and|also|y|tambien|pero|but|ok|well|bueno) )*(?:i|we|she|he|my \w+|mi \w+)? ?(?:also |tambien )?(?:need|needs|want|wants|looking for|would like|necesit\w+|quier\w+|ocup\w+|busc\w+)\b(?! (?:to know|saber|(?:the|their|el|su|la) (?:\w+ )?(?:number|phone|address|hours|numero|telefono|direccion)))"
)
# "Do they have something that is free": other ones are wished for.
_OTHER_ONES = re.compile(r"\b(?:something|anything|another|others?|else|algo|otr[oa]s?)\b")
# "Why is a Scranton number 717?" asks for no number.
_WHY = re.compile(r"^(?:(?:and|but|so|y|pero) )*(?:why|how come|por que)\b")
_WITHOUT_PAPERS = re.compile(
    r"\b(?:no (?:tengo|tiene|tenemos|tienen) papeles|sin papeles|undocumented|indocumentad\w*|(?:has|have|got|without) (?:no )?papers|immigration|migracion|inmigracion|la migra)\b"
)
# Asked of nothing but a place, whether one is named or not.
_OF_A_PLACE = frozenset({"waiting", "notice", "at_home", "other_caller", "escort", "ask_for"})
# Read off words that stand in any question: "what", "do they", "which number".
_ANY_QUESTION = frozenset({"", "summary", "phones"})
# "I ain't asking the address".
_NOT_ASKED = re.compile(
    r"\b(?:not|ain't|aint|wasn't|wasnt|didn't|didnt|no) (?:asking|ask|pregunt\w+)\b"
)
_LONGEST, _NEW_NEED = 30, 0.8
_PRICE = re.compile(r"\b(?:how much|charge|charges|cuanto|cobran)\b")
_UNSURE_NEED, _SHORT, _LONGER = 0.8, 9, 14


def topics_of(turn: Turn) -> list[str]:
    """What is asked of a place, the first asked first; "number two" is no telephone number.

    Where words name nothing, or only what half of all questions name, the bot's reader knows better.
    """
    told = asked_fields(turn.heard.text)
    if kind_of(turn) == "which_first":
        return [topic for topic in told if topic != "phones"]
    read = FIELDS.get(kind_of(turn, LIKELY) or "")
    if read is None or read in told or read == "phones":
        return told
    sure = kind_of(turn) is not None
    return [read] if told == [""] or (sure and set(told) <= _ANY_QUESTION) else told


def asked_fields(text: str) -> list[str]:
    """The same of any text."""
    plain = [Heard(part, "").plain for part in CLAUSE_ENDS.split(text)]
    clauses = [clause for clause in plain if clause and not _NOT_ASKED.search(clause)]
    return topics_in(without_ordinals(" | ".join(clauses)))


def surely_asked(turn: Turn) -> bool:
    """Whether a place on show is asked about by its name or number, or they all are, so that nothing else can be meant."""
    memory, heard, plain = turn.memory, turn.heard, turn.heard.plain
    if not memory.shown or heard.asks_person or len(plain.split()) > _LONGEST:
        return False
    topics = topics_of(turn)
    if not topics or memory.pending not in (None, "need_choice", "refused"):
        return False
    if _WITHOUT_PAPERS.search(plain) or _WHY.search(plain) or asks_of_our_words(plain):
        return False
    if "deaf" in topics:
        return _of_the_telephone(plain, topics)
    if kind_of(turn) in TELLING and not is_question(turn):
        # "I just feel foolish, asking for food at my age".
        return False
    again = bool(_ASKED_BEFORE.search(plain))
    if not again and (_TELLS.search(heard.question) or _I_WANT.search(plain)):
        return False
    if places_named(turn):
        return True
    asked = again or is_question(turn) or bool(_BEGINS_WITH_THEM.match(plain))
    if not asked or _OTHER_ONES.search(plain) or _opens_a_need(turn):
        return False
    in_talk = bool(memory.chosen) or bool(_OF_A_PLACE & set(topics))
    return bool(_OF_THEM.search(plain)) or (in_talk and len(plain.split()) <= _LONGER)


def _of_the_telephone(plain: str, topics: list[str]) -> bool:
    """ "I don't hear well on the phone", and not "I need hearing aids"."""
    if _I_WANT.search(plain) and "address" not in topics:
        return False
    return len(topics) > 1 or bool(
        re.search(r"\b(?:phones?|telephones?|calls?|call|telefono|llamada|llamar)\b", plain)
    )


def _opens_a_need(turn: Turn) -> bool:
    """ "Can they come fix my roof": something else is named, beside the words that ask."""
    rest, known = without_topics(turn.heard.plain), turn.memory.case.needs
    return any(
        need["score"] >= _NEW_NEED
        and need["need_id"] not in known
        and names_need(need["need_id"], rest)
        for need in turn.heard.needs
    )


# "…, do you know", "…, is there one": asked at the end.
_ENDS_ASKING = re.compile(
    r"\b(?:do you know|you know of any|is there(?: (?:one|any\w*))?|are there(?: any)?|(?:does|do|can|will|is|are|would) (?:it|they|that|she|he|i)|or not|sabe usted|hay alguno?|o no|verdad|si o no|yes or no)$"
)
# Asked of nothing but what is on show, whatever act or need the words are taken for.
_SURELY_OF_THE_LIST = frozenset({"distance", "open_now", "summary", "other_caller"})
# Asked of "them", who are on show.
_SURELY_THEIRS = frozenset({"", "address", "languages", "hours", *TOLD}) - {"deaf"}


def about_a_listed_service(turn: Turn) -> bool:
    """Whether a question after a list is about that list, whatever need its words resemble."""
    if surely_asked(turn):
        return True
    heard, plain = turn.heard, turn.heard.question
    field = asked_field(plain)
    if not turn.memory.shown or field is None:
        return False
    if heard.act == "ask_detail" or complains_of_us(heard.plain):
        return True
    if len(topics_of(turn)) > 1 and is_question(turn):
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
    if "?" in turn.heard.text or BEGINS_A_QUESTION.match(plain) or _ENDS_ASKING.search(plain):
        return True
    return turn.heard.question != plain


def dialable(phone: str) -> str:
    """'+19375550142' to '937-555-0142'; anything else as it is, without the country's code."""
    digits = phone.removeprefix("+1")
    return f"{digits[:3]}-{digits[3:6]}-{digits[6:]}" if len(digits) == 10 else digits
