"""Of a message of several clauses the one that wants an answer: "Thank you dear. And when will they call".

Read as a whole such a message is a little of everything. A clause by itself is read surely more often, and what asks
goes before what only tells.
"""

from __future__ import annotations

from dataclasses import replace

from actions.heard import BEGINS_A_QUESTION, COMPANY, Heard, HeardClause
from actions.needs.evidence import names_it
from actions.talk.said_kinds import LIKELY, SURE
from actions.talk.telling import TELLING
from actions.turn import Turn

# Acts that ask for something of their own, and how sure a clause must be of one.
ASKING_ACTS = frozenset(
    "ask_detail any_news person what_else not_that more closer free_only repeat withdraw_consent language_switch choose wrong_number "
    "legal_advice medical_advice".split()
)
_ADVICE, _ADVICE_SURE = frozenset({"legal_advice", "medical_advice"}), 0.5
_ACT_SURE, _QUESTION_SURE, _NEED_SURE, _UNNAMED_SURE = 0.7, 0.3, 0.7, 0.9
# Kinds that want no answer where something else does.
_IN_PASSING = frozenset({*TELLING, "fact", "got_help", "left_message", "hopeless", "worn_out"})
# What stands in the way: answered where nothing is asked.
_CIRCUMSTANCES = frozenset(
    "cant_see hard_of_hearing no_computer dread_calling deadline getting_there no_documents refuses_help fear_of_home strangers bathing_fear confused "
    "not_asked repeating trust are_you_there".split()
)


def lead_by_a_clause(turn: Turn) -> None:
    """After a list and outside a form: the turn is what its leading clause is, where the whole is not sure of itself."""
    memory, heard = turn.memory, turn.heard
    if (
        not (memory.shown or _asks_for_advice(heard))
        or (memory.pending or "").startswith("referral")
        or not heard.clauses
    ):
        return
    if _is_sure(heard) or _asks_for_a_need(turn):
        return
    leading = _leading(heard.clauses)
    if leading is None:
        return
    act, score = leading.act, leading.act_score
    if not _asks(leading) or act not in ASKING_ACTS:
        act, score = heard.act, heard.act_score
    turn.led_to = act if act != heard.act else ""
    said = leading.said
    if said[1] < SURE:
        kind, share = heard.said
        said = heard.said if share >= LIKELY and kind not in _IN_PASSING else (None, 0.0)
    turn.asks_too = _asks(leading)
    turn.heard = replace(heard, act=act, act_score=score, said=said)


def _asks_for_advice(heard: Heard) -> bool:
    """ "Can he put me out without a court? I live in Chicago": also before any list, no list answers that."""
    advice = [c for c in heard.clauses if c.act in _ADVICE and c.act_score >= _ADVICE_SURE]
    return bool(advice) and _leading(heard.clauses) in advice


def _is_sure(heard: Heard) -> bool:
    kind, share = heard.said
    return kind is not None and share >= SURE and kind not in _IN_PASSING


def _asks_for_a_need(turn: Turn) -> bool:
    """Whether the message surely asks for something new, in a word of its own."""
    heard = turn.heard
    new = [need for need in heard.needs[:1] if need["need_id"] not in turn.memory.case.needs]
    return any(
        (need["score"] >= _NEED_SURE and names_it(heard, need["need_id"]))
        or (
            need["score"] >= _UNNAMED_SURE
            and heard.asks_share >= _ACT_SURE
            and need["need_id"] not in COMPANY
        )
        for need in new
    )


def _leading(clauses: tuple[HeardClause, ...]) -> HeardClause | None:
    """The last that asks, else the last that says something surely."""
    asking = [clause for clause in clauses if _asks(clause)]
    telling = [clause for clause in clauses if clause.said[0] and clause.said[1] >= SURE]
    hindered = [clause for clause in telling if clause.said[0] in _CIRCUMSTANCES]
    felt = [clause for clause in telling if clause.said[0] not in ("fact", "story", "blessing")]
    return next((group[-1] for group in (asking, hindered, felt, telling) if group), None)


def _asks(clause: HeardClause) -> bool:
    kind, share = clause.said
    if kind is not None and share >= SURE:
        return kind not in _IN_PASSING and kind not in _CIRCUMSTANCES
    if clause.act not in ASKING_ACTS:
        return False
    return clause.act_score >= (_QUESTION_SURE if _is_question(clause) else _ACT_SURE)


def _is_question(clause: HeardClause) -> bool:
    return clause.text.endswith("?") or bool(BEGINS_A_QUESTION.match(Heard(clause.text, "").plain))
