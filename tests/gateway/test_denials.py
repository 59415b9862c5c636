"""A clear denial takes an alarm back once; what else is told still counts; everything stands as before."""

from __future__ import annotations

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from gateway.after_crisis import PERHAPS
from gateway.safety import Safety, Verdict
from gateway.safety.denial import denial_in
from gateway.safety.texts import fixed_texts
from gateway.turn import Turns
from referrals.alarms import GUESSED, TAKEN_BACK
from referrals.storage.tables import DeskItemRow
from tests.support.bot import ScriptedDialogue
from tests.support.turns import said

STROKE, HIT, GAS = (
    "his face is drooping and he is talking funny",
    "my son is hitting me right now",
    "i smell gas in the kitchen",
)
DIE, MUERTE = "i want to die", "ya no quiero vivir"
RULES_ONLY = Safety(None)


def items(app: Flask) -> list[tuple[str, str | None, str, bool]]:
    referrals = app.extensions["porchlight"].referrals
    with Session(referrals.engine) as session:
        rows = session.scalars(select(DeskItemRow).order_by(DeskItemRow.id))
        return [
            (r.kind, r.subject, referrals.vault.unlock(r.detail_cipher), r.urgent) for r in rows
        ]


@pytest.mark.parametrize(
    ("words", "besides"),
    [
        ("what?? no nobody is hurt. I just want a person to call me about a break", "I just want a person to call me about a break"),
        ("I'm not calling 911 nobody is sick. I meant YOU are not answering my question", ""),
        ("false alarm, nobody is sick", ""), ("I meant you, the computer", ""),
        ("Oh goodness no! Nothing like that. I'm only a bit shy, that's all I meant.", ""),
        ("no I'm not thinking of hurting myself, I was thinking of getting a perm", "I was thinking of getting a perm"),
        ("No one is in danger. Do these people fix furnaces or not?", "Do these people fix furnaces or not?"),
        ("no honey everybody is fine here, what was the number", "what was the number"),
        ("that was just a figure of speech dear", ""), ("you took it all wrong", ""), ("it's not an emergency", ""),
        ("he would never hurt me", ""), ("I am not scared of him", ""), ("I do want to live", ""),
        ("no no, nadie le pega a nadie. solo estoy triste", ""),
        ("no no mija yo si quiero vivir, vivo en El Paso", "vivo en El Paso"),
        ("no me voy a matar senorita, solo estoy triste", ""), ("no me quiero morir", ""),
        ("me entendió mal, nada de eso", ""), ("falsa alarma", ""), ("no es una emergencia", ""), ("era un decir", ""),
        ("nadie me hizo nada, Dios me libre. quiero el transporte", "quiero el transporte"),
        ("yo no le tengo miedo a mi nieto", ""), ("lo digo por usted que no me contesta", ""),
    ],
)  # fmt: skip
def test_a_denial_is_told_from_what_is_said_besides(words: str, besides: str) -> None:
    denial = denial_in(words)
    assert denial is not None
    assert denial.plain
    assert denial.besides == besides


@pytest.mark.parametrize(
    "words",
    [
        "i don't want to live", "ya no quiero vivir", "nobody would miss me", "i'm not afraid to die", "i'm not safe here",
        "my husband is not breathing", "nobody came, i am on the floor", "no estoy bien, quiero morir", "i'm not going to be here tomorrow",
        "nadie me ayuda estoy en el piso", "no i'm not going to do anything", "i was just saying thank you",
    ],
)  # fmt: skip
def test_a_cry_with_a_no_in_it_is_no_denial(words: str) -> None:
    denial = denial_in(words)
    assert denial is None or not denial.plain


@pytest.mark.parametrize(
    "words",
    [
        "no im fine i just took all my pills", "nobody hurt me, I fell and I can't get up", "he doesn't hit me anymore he locks me in the room",
        "no me quiero morir pero ya me tomé todas las pastillas", "false alarm on the smoke but now i smell gas",
        "i dont want to die but my chest is tight and my arm is numb", "no one is sick, my husband is just not waking up",
        "i meant you not him. he is hitting me now", "nadie me pega, pero mi esposo no despierta",
    ],
)  # fmt: skip
def test_new_signs_beside_a_denial_still_alarm(turns: Turns, words: str) -> None:
    assert RULES_ONLY.check(words).crisis is not None
    turns.take("web-1", "web", STROKE)
    answer = turns.take("web-1", "web", words)
    assert answer.understood["crisis"] is not None
    assert "I will leave that" not in said(answer)[0]


@pytest.mark.parametrize(
    "words",
    ["no me quiero morir, solo me da tristeza", "no, nadie me pega", "no I'm not thinking of hurting myself", "I don't want the suicide people I want the lunch people"],
)  # fmt: skip
def test_a_denials_own_words_raise_no_alarm(words: str) -> None:
    assert RULES_ONLY.check(words).crisis is None


@pytest.mark.parametrize(
    ("first", "then", "begins"),
    [
        (STROKE, "false alarm, nobody is sick", "Thank you for telling me"), (GAS, "no it's not an emergency", "Thank you for telling me"),
        (HIT, "no nobody hits me, i meant the car", "Thank you for telling me"), (DIE, "oh i'm not suicidal", "Thank you for telling me"),
        (MUERTE, "no no, yo si quiero vivir", "Gracias por decírmelo"), ("mi mama no puede respirar", "falsa alarma, nadie esta mal", "Gracias por decírmelo"),
    ],
)  # fmt: skip
def test_a_denial_is_believed_once_and_the_bot_goes_on(
    app: Flask, turns: Turns, dialogue: ScriptedDialogue, first: str, then: str, begins: str
) -> None:
    turns.take("web-1", "web", first)
    answer = turns.take("web-1", "web", then)
    assert said(answer)[0].startswith(begins)
    assert len(said(answer)) > 1, "the bot goes on"
    assert answer.understood["crisis"] is None
    assert dialogue.heard[-1][2]["denied"] in ("only", "besides")
    assert all(subject == TAKEN_BACK for _, subject, _, _ in items(app))
    after = turns.take("web-1", "web", "what was the number")
    assert not any(number in " ".join(said(after)) for number in ("911", "988"))
    assert not said(turns.take("web-1", "web", then))[0].startswith(begins), "said once"


def test_what_was_said_besides_is_what_the_bot_hears(
    turns: Turns, dialogue: ScriptedDialogue
) -> None:
    turns.take("web-1", "web", STROKE)
    turns.take("web-1", "web", "no nobody is hurt. call me at 937-555-0142 please")
    sent = dialogue.heard[-1]
    assert sent[1] == "call me at 937-555-0142 please"
    assert sent[2]["denied"] == "besides"


@pytest.mark.parametrize(
    ("first", "then", "urgent"),
    [(STROKE, "nobody is hurt", False), (GAS, "false alarm", False), (DIE, "i'm not suicidal", True), (HIT, "nobody hits me", True)],
)  # fmt: skip
def test_the_desk_sees_that_it_was_taken_back(
    app: Flask, turns: Turns, first: str, then: str, urgent: bool
) -> None:
    """Who told of dying or of blows in plain words may take it back out of fear: somebody still looks at once."""
    turns.take("web-1", "web", first)
    turns.take("web-1", "web", then)
    ((_, _, detail, is_urgent),) = items(app)
    assert detail.endswith(", taken back by the person")
    assert is_urgent is urgent


def test_a_new_cry_after_it_is_urgent_again(app: Flask, turns: Turns) -> None:
    turns.take("web-1", "web", STROKE)
    turns.take("web-1", "web", "nobody is sick")
    again = turns.take("web-1", "web", "now he fell and he is not waking up")
    assert again.understood["crisis"] == "medical_emergency"
    assert items(app)[-1][3] is True


def test_after_abuse_no_number_stands_in_the_answer_and_nothing_is_sent_first(
    app: Flask, turns: Turns
) -> None:
    turns.take("sms-1", "sms", HIT)
    answer = said(turns.take("sms-1", "sms", "nobody hits me"))[0]
    assert "1-800" not in answer
    assert app.extensions["porchlight"].referrals.only_answers("sms-1")


def guessing(
    turns: Turns, monkeypatch: pytest.MonkeyPatch, words: str, kind: str = "suicide"
) -> None:
    """`words` alarm by the trained half only."""
    real = turns._safety.check
    guess = Verdict(
        kind, words, "en", messages=["Call 988"], found_by="classifier", normalised=words
    )
    monkeypatch.setattr(
        turns._safety, "check", lambda text, *rest: guess if text == words else real(text, *rest)
    )


def test_what_was_only_guessed_is_taken_back_by_i_am_fine_as_well(
    app: Flask, turns: Turns, monkeypatch: pytest.MonkeyPatch
) -> None:
    guessing(turns, monkeypatch, "everybody is in pairs")
    turns.take("web-1", "web", "everybody is in pairs")
    assert items(app)[0][2] == f"suicide{GUESSED}"
    answer = turns.take("web-1", "web", "oh i'm fine dear")
    assert said(answer)[0] == "Thank you for telling me. I took it wrong, and I will leave that."
    assert items(app)[0][3] is False


@pytest.mark.parametrize("then", ["i'm fine, i'll lie down", "no ambulance, they cost too much"])
def test_a_failing_body_is_not_talked_away(
    app: Flask, turns: Turns, monkeypatch: pytest.MonkeyPatch, then: str
) -> None:
    guessing(turns, monkeypatch, "my words come out funny", "medical_emergency")
    turns.take("web-1", "web", "my words come out funny")
    assert "911" in said(turns.take("web-1", "web", then))[0]
    assert items(app)[0][3] is True


def test_after_it_a_line_on_what_may_be_is_not_said_any_more(
    turns: Turns, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = fixed_texts("en")["unsafe_now_perhaps"]
    doubtful = Verdict(
        None,
        "the roof drips",
        "en",
        normalised="the roof drips",
        perhaps="unsafe_now",
        perhaps_text=line,
    )
    turns.take("web-1", "web", STROKE)
    turns.take("web-1", "web", "nobody is sick")
    monkeypatch.setattr(turns._safety, "check", lambda *_: doubtful)
    assert line not in said(turns.take("web-1", "web", "the roof drips"))


@pytest.mark.parametrize(("over", "alarms"), [(1.0, False), (4.0, True)])
def test_after_it_what_is_only_just_an_alarm_is_one_line(
    app: Flask, turns: Turns, monkeypatch: pytest.MonkeyPatch, over: float, alarms: bool
) -> None:
    words = "i only wanted to tell somebody about my dog"
    real, texts = turns._safety.check, fixed_texts("en")
    guess = Verdict(
        "suicide",
        words,
        "en",
        messages=["call 988"],
        found_by="classifier",
        normalised=words,
        over=over,
    )
    turns.take("web-1", "web", STROKE)
    turns.take("web-1", "web", "nobody is sick")
    monkeypatch.setattr(
        turns._safety, "check", lambda text, *rest: guess if text == words else real(text, *rest)
    )
    answer = turns.take("web-1", "web", words)
    assert (answer.understood["crisis"] == "suicide") is alarms
    assert (texts["suicide_perhaps"] in said(answer)) is not alarms
    # Somebody who has taken nothing back is told at once.
    assert turns.take("web-2", "web", words).understood["crisis"] == "suicide"


def test_a_line_on_what_may_be_is_taken_back_too(
    app: Flask, turns: Turns, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = turns._safety.check
    line = fixed_texts("en")["unsafe_now_perhaps"]
    doubtful = Verdict(
        None, "it drips", "en", normalised="it drips", perhaps="unsafe_now", perhaps_text=line
    )
    monkeypatch.setattr(
        turns._safety,
        "check",
        lambda text, *rest: doubtful if text == "it drips" else real(text, *rest),
    )
    turns.take("web-1", "web", "it drips")
    answer = turns.take("web-1", "web", "nobody is in danger, can they call me")
    assert said(answer)[0] == "Thank you for telling me. I took it wrong, and I will leave that."
    assert items(app) == [(PERHAPS, TAKEN_BACK, "unsafe_now, taken back by the person", False)]


@pytest.mark.parametrize(
    ("words", "talk", "expected"),
    [
        ("no me voy a matar senorita, solo estoy triste", "en", "es"), ("si que alguien me ayude a llamar", None, "es"),
        ("ya le dije que en la tarde", "es", "es"), ("ok 773 555 0192 Lupita", "es", "es"), ("i want to die", "es", "en"),
        ("gracias", "en", "es"), ("the ok", "es", "en"), ("i live in los angeles", "es", "en"),
    ],
)  # fmt: skip
def test_a_fixed_text_is_in_the_language_of_the_talk(
    words: str, talk: str | None, expected: str
) -> None:
    assert RULES_ONLY.check(words, "en", talk).language == expected
