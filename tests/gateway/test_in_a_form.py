"""While a form waits for an answer, an alarm that is hardly one is a line beside its next question; a sure one never."""

from __future__ import annotations

from datetime import timedelta

import pytest
from flask import Flask

from gateway.safety import Verdict
from gateway.turn import Turns
from tests.support.bot import ScriptedDialogue
from tests.support.turns import said

WORDS = "he used to sleep on my feet you know"
LINE = "For anyone who is not safe at home"
HIT = "my son is hitting me right now"


@pytest.fixture
def guessed(turns: Turns, monkeypatch: pytest.MonkeyPatch) -> dict[str, float]:
    """WORDS are an alarm of the trained half, `over` above its height."""
    how = {"over": 1.0}
    real = turns._safety.check

    def check(text: str, *rest: str | None) -> Verdict:
        if text != WORDS:
            return real(text, *rest)
        return Verdict(
            "abuse_now", text, "en", messages=["Call 911"], found_by="classifier", normalised=text, over=how["over"]
        )  # fmt: skip

    monkeypatch.setattr(turns._safety, "check", check)
    return how


def begin_a_form(
    turns: Turns, dialogue: ScriptedDialogue, question: str | None = "referral_name"
) -> None:
    dialogue.pending = question
    turns.take("web-1", "web", "please have somebody call me")


def test_what_is_hardly_an_alarm_is_a_line_and_the_form_goes_on(
    app: Flask, turns: Turns, dialogue: ScriptedDialogue, guessed: dict[str, float]
) -> None:
    begin_a_form(turns, dialogue)
    answer = turns.take("web-1", "web", WORDS)
    assert said(answer)[0].startswith(LINE)
    assert len(said(answer)) > 1, "the form's next question"
    assert answer.understood["crisis"] is None
    referrals = app.extensions["porchlight"].referrals
    assert referrals.recent("web-1", "perhaps", "abuse_now") is not None
    assert not referrals.only_answers("web-1")


@pytest.mark.parametrize("question", [None, "need_choice", "place_choice"])
def test_outside_of_a_form_it_is_an_alarm(
    turns: Turns, dialogue: ScriptedDialogue, guessed: dict[str, float], question: str | None
) -> None:
    begin_a_form(turns, dialogue, question)
    assert turns.take("web-1", "web", WORDS).understood["crisis"] == "abuse_now"


def test_a_sure_alarm_is_whole_inside_a_form(
    turns: Turns, dialogue: ScriptedDialogue, guessed: dict[str, float]
) -> None:
    begin_a_form(turns, dialogue)
    assert turns.take("web-1", "web", HIT).understood["crisis"] == "abuse_now"
    guessed["over"] = 3.5
    assert turns.take("web-1", "web", WORDS).understood["crisis"] == "abuse_now"


def test_after_a_cry_nothing_is_made_small(
    turns: Turns, dialogue: ScriptedDialogue, guessed: dict[str, float]
) -> None:
    begin_a_form(turns, dialogue)
    turns.take("web-1", "web", HIT)
    assert turns.take("web-1", "web", WORDS).understood["crisis"] == "abuse_now"


def test_a_question_of_hours_ago_waits_no_more(
    app: Flask, turns: Turns, dialogue: ScriptedDialogue, guessed: dict[str, float], monkeypatch: pytest.MonkeyPatch
) -> None:  # fmt: skip
    begin_a_form(turns, dialogue)
    referrals = app.extensions["porchlight"].referrals
    later = referrals.now() + timedelta(hours=3)
    monkeypatch.setattr(referrals, "_now", lambda: later)
    assert turns.take("web-1", "web", WORDS).understood["crisis"] == "abuse_now"
