"""Of several clauses the one that wants an answer leads."""

from __future__ import annotations

from typing import Any

import pytest

from actions.answering import answer_turn
from actions.heard import HeardClause
from actions.shown import listed
from actions.talk.by_clause import answer_of
from actions.talk.leading import lead_by_a_clause
from actions.talk.told import thanks_only
from actions.turn import Turn
from tests.actions.shelf import Shelf, after_list, said, service

MEALS = service("Meals office", cost="You may give what you can.", summary="Brings a meal.")
SHELF = Shelf(MEALS)
THANKS = HeardClause("thank you", "thanks", 1.0, ("blessing", 0.9))
COST = HeardClause("and is there a cost", "ask_detail", 0.55, (None, 0.0))
GUILT = HeardClause("I feel so guilty", "ask_need", 0.4, ("guilt", 0.9))
BLIND = HeardClause("my eyes are bad", "ask_need", 0.4, ("cant_see", 0.8))
NEWS = HeardClause("when will they call", "any_news", 1.0, (None, 0.0))
STORY = HeardClause("she walked to town at 90", "ask_need", 0.5, ("story", 0.7))


@pytest.fixture(autouse=True)
def shelf(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listed, "search", lambda: SHELF)


def a_turn(*clauses: HeardClause, act: str = "ask_need", **heard: Any) -> Turn:
    text = heard.pop("text", ". ".join(clause.text for clause in clauses))
    turn = after_list(SHELF, text, act, clauses=clauses, act_score=0.3, **heard)
    lead_by_a_clause(turn)
    return turn


def test_what_asks_leads_over_what_only_tells() -> None:
    turn = a_turn(STORY, NEWS, THANKS)
    assert (turn.heard.act, turn.led_to, turn.asks_too) == ("any_news", "any_news", True)


def test_the_last_that_asks_leads() -> None:
    assert a_turn(COST, NEWS).heard.act == "any_news"
    assert a_turn(NEWS, COST).heard.act == "ask_detail"


def test_what_stands_in_the_way_leads_over_a_feeling_and_a_feeling_over_thanks() -> None:
    assert a_turn(BLIND, GUILT).heard.said[0] == "cant_see"
    assert a_turn(GUILT, THANKS).heard.said[0] == "guilt"
    assert a_turn(GUILT, THANKS).heard.act == "ask_need"


def test_thanks_with_a_question_behind_it_are_no_thanks_alone() -> None:
    assert not thanks_only(a_turn(THANKS, COST, act="thanks"))
    assert thanks_only(a_turn(THANKS, STORY, act="thanks"))


def test_the_question_behind_thanks_is_answered() -> None:
    turn = after_list(SHELF, "thank you. and is there a cost", "thanks", clauses=(THANKS, COST), act_score=0.5)  # fmt: skip
    answer_turn(turn, lambda turn: turn.say("utter_thanks"))
    assert said(turn) == [("utter_detail_known", "Meals office")]


def test_a_whole_that_is_sure_of_itself_is_left_alone() -> None:
    turn = a_turn(STORY, NEWS, said=("lose_house", 0.8))
    assert turn.heard.said == ("lose_house", 0.8)
    assert turn.led_to == ""


def test_a_new_need_in_its_own_words_is_not_pushed_aside() -> None:
    needs = [{"need_id": "transportation", "score": 0.9}]
    turn = a_turn(NEWS, THANKS, text="when will they call, I also need a ride", needs=needs)
    assert turn.led_to == ""


def test_in_a_form_and_before_a_list_nothing_leads() -> None:
    turn = after_list(SHELF, "thank you. when will they call", "thanks", clauses=(THANKS, NEWS))
    turn.memory.ask("referral_name")
    lead_by_a_clause(turn)
    assert turn.heard.act == "thanks"
    turn.memory.answered()
    turn.memory.shown = []
    lead_by_a_clause(turn)
    assert turn.heard.act == "thanks"


def test_the_action_of_the_clause_answers_where_no_rule_does() -> None:
    turn = a_turn(THANKS, NEWS)
    assert answer_of(turn, print).__self__.name() == "action_any_news"  # type: ignore[attr-defined]
    turn.led_to = ""
    assert answer_of(turn, print) is print


def test_a_question_for_a_lawyer_leads_before_any_list_too() -> None:
    law = HeardClause("can he put me out without a court", "legal_advice", 0.6, (None, 0.0))
    where = HeardClause("I live in Chicago", "give_place", 0.9, (None, 0.0))
    turn = after_list(SHELF, "can he put me out. I live in Chicago", "ask_need", clauses=(law, where), act_score=0.3)  # fmt: skip
    turn.memory.shown = []
    lead_by_a_clause(turn)
    assert turn.led_to == "legal_advice"
    assert answer_of(turn, print).__self__.name() == "action_no_advice"  # type: ignore[attr-defined]


def test_a_likely_kind_of_the_whole_stays_where_the_clause_has_none() -> None:
    turn = a_turn(STORY, NEWS, said=("papers", 0.4))
    assert turn.heard.said == ("papers", 0.4)
    turn = a_turn(STORY, NEWS, said=("story", 0.4))
    assert turn.heard.said == (None, 0.0)
