"""Confirmed, played down, asked for a person, let go: turn by turn, sort by sort."""

from __future__ import annotations

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from gateway.after_crisis import HELD, SCAM
from gateway.safety import Verdict
from gateway.safety.texts import fixed_texts
from gateway.turn import Turns
from referrals.storage.tables import DeskItemRow
from tests.support.bot import ScriptedDialogue
from tests.support.turns import said

DIE, MUERTE = "i want to die", "ya no quiero vivir"
STROKE = "his face is drooping and he is talking funny"
DERRAME = "mi mama no puede respirar"
HIT, PEGA = "my son is hitting me right now", "mi hijo me pega y tengo miedo"
GAS = "i smell gas in the kitchen"
BAIL = "a man says my grandson is in jail and i must send bail money, dont tell his mother"


def items(app: Flask) -> list[tuple[str, str | None, str, bool]]:
    referrals = app.extensions["porchlight"].referrals
    with Session(referrals.engine) as session:
        return [
            (row.kind, row.subject, referrals.vault.unlock(row.detail_cipher), row.urgent)
            for row in session.scalars(select(DeskItemRow).order_by(DeskItemRow.id))
        ]


@pytest.mark.parametrize(
    ("first", "then"),
    [
        (DIE, "ya lo decidí, ¿quién recoge al perro?"), (DIE, "i made up my mind"), (DIE, "who would take my cat"),
        (DIE, "thank you. and who would feed the birds, i mean the parrot"), (DIE, "can you cancel the meals"),
        (DIE, "what's the vet's number"), (DIE, "i gave my things to my niece"), (DIE, "the letter is on the table, my letter"),
        (DIE, "i won't be needing it after friday, won't be here"), (DIE, "it's all arranged"),
        (DIE, "no one will miss me"), (DIE, "i have the pills right here"),
        (MUERTE, "sí mija, ya lo decidí"), (MUERTE, "quién cuida a mi gata"), (MUERTE, "cancele mis comidas"),
        (MUERTE, "ya regalé mis cosas"), (MUERTE, "ya tengo todo arreglado"),
    ],
)  # fmt: skip
def test_what_confirms_it_holds_the_crisis(turns: Turns, first: str, then: str) -> None:
    before = said(turns.take("web-1", "web", first))
    held = turns.take("web-1", "web", then)
    assert held.understood["crisis"] == "suicide"
    assert "988" in said(held)[0]
    assert said(held)[0] not in before


@pytest.mark.parametrize(
    "then",
    ["food stamps", "i need a ride to the doctor", "gracias", "what are the hours", "ayuda con la luz"],
)  # fmt: skip
def test_an_ordinary_thing_after_it_goes_to_the_bot(
    turns: Turns, dialogue: ScriptedDialogue, then: str
) -> None:
    turns.take("web-1", "web", DIE)
    answer = turns.take("web-1", "web", then)
    assert answer.understood["crisis"] is None
    assert dialogue.heard[-1][2].get("fixed") is None


@pytest.mark.parametrize(
    "then",
    ["who would take my cat", "i made up my mind", "can you cancel the meals", "quién cuida a mi gata"],
)  # fmt: skip
def test_without_a_crisis_these_words_are_ordinary(turns: Turns, then: str) -> None:
    assert turns.take("web-1", "web", then).understood["crisis"] is None


@pytest.mark.parametrize(
    ("first", "then"),
    [
        (DIE, "can somebody call me"), (DIE, "i want to talk to a person"), (DIE, "person"),
        (MUERTE, "me puede llamar alguien"), (MUERTE, "quiero hablar con una persona"),
    ],
)  # fmt: skip
def test_who_asks_for_a_call_hears_of_988_first_and_then_our_questions(
    app: Flask, turns: Turns, dialogue: ScriptedDialogue, first: str, then: str
) -> None:
    turns.take("web-1", "web", first)
    answer = turns.take("web-1", "web", then)
    assert "988" in said(answer)[0]
    assert len(answer.messages) > 1, "the bot goes on with its own questions"
    assert answer.understood["crisis"] == "suicide"
    assert dialogue.heard[-1][2]["led"] is True
    assert ("crisis", HELD, "suicide_call", True) in items(app)


@pytest.mark.parametrize(
    ("first", "then"),
    [
        (STROKE, "she's lying down now. the meals?"), (STROKE, "it's nothing, just the ride"),
        (STROKE, "ok so what about the food"), (DERRAME, "ya se acostó. ¿y las comidas?"),
        (DERRAME, "no es nada, nomás el transporte"),
    ],
)  # fmt: skip
def test_played_down_911_comes_once_more_before_anything_else(
    app: Flask, turns: Turns, first: str, then: str
) -> None:
    turns.take("web-1", "web", first)
    once = turns.take("web-1", "web", then)
    assert "911" in said(once)[0]
    assert len(once.messages) > 1
    assert once.understood["crisis"] == "medical_emergency"
    assert ("crisis", HELD, "medical_emergency_held", True) in items(app)
    again = turns.take("web-1", "web", "and the phone number")
    assert again.understood["crisis"] is None
    assert not any("911" in text for text in said(again))


@pytest.mark.parametrize(
    "then",
    ["the ambulance is here", "i called 911", "they took her to the hospital", "ya llamé al 911", "ya vienen", "my neighbor got him up"],
)  # fmt: skip
def test_help_on_its_way_is_believed(turns: Turns, then: str) -> None:
    turns.take("web-1", "web", STROKE)
    assert turns.take("web-1", "web", then).understood["crisis"] is None


def test_a_sure_alarm_is_held_to_and_lets_go_after_once(turns: Turns) -> None:
    turns.take("web-1", "web", GAS)
    held = turns.take("web-1", "web", "i'm fine, don't bother")
    assert held.understood["crisis"] == "unsafe_now"
    assert turns.take("web-1", "web", "i'm fine").understood["crisis"] is None


@pytest.mark.parametrize("kind", ["suicide", "medical_emergency", "abuse_now", "unsafe_now"])
def test_where_danger_is_only_possible_one_line_leads_and_the_answer_follows(
    app: Flask, turns: Turns, dialogue: ScriptedDialogue, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    line = fixed_texts("en")[f"{kind}_perhaps"]
    doubtful = Verdict(
        None, "the roof drips", "en", normalised="the roof drips", perhaps=kind, perhaps_text=line
    )
    monkeypatch.setattr(turns._safety, "check", lambda *_: doubtful)
    answer = turns.take("web-1", "web", "the roof drips")
    assert said(answer)[0] == line
    assert len(said(answer)) > 1
    assert answer.understood["crisis"] is None
    assert dialogue.heard[-1][1] == "the roof drips"
    assert items(app) == [("perhaps", kind, kind, False)]
    assert line not in said(turns.take("web-1", "web", "the roof drips"))


@pytest.mark.parametrize(
    ("first", "then"),
    [
        (HIT, "will they tell him"), (HIT, "don't tell nobody"), (HIT, "will he find out"), (HIT, "who sees this"),
        (PEGA, "¿le van a decir?"), (PEGA, "se va a enterar?"),
    ],
)  # fmt: skip
def test_after_abuse_the_question_who_hears_of_it_is_answered(
    turns: Turns, first: str, then: str
) -> None:
    turns.take("web-1", "web", first)
    answer = said(turns.take("web-1", "web", then))
    assert len(answer) == 1
    assert answer[0].startswith(("I tell no one", "No le cuento nada"))


@pytest.mark.parametrize(
    ("then", "expected"),
    [
        ("no he's really my grandson, I know his voice", "Hang up"), ("but he knows my name and he's so polite", "Hang up"),
        ("he's still on the line", "Hang up"), ("sigue en la línea", "Cuelgue"), ("it's not a scam", "Hang up"), ("he gave me a badge number", "Hang up"), ("sí es mi nieto, conozco su voz, es de verdad", "Cuelgue"),
        ("so can you get me the ride or not", "hang up"), ("i need a ride to the bank", "hang up"),
        ("I already read him one of the cards", "back of the gift card"), ("i sent it", "Call your bank now"), ("ya le mandé 500", "Llame ya a su banco"),
        ("who do i call", "1-877-908-3360"), ("is that number free", "AARP, free"),
        ("he is on the porch to pick up the cash", "Do not open"), ("he's at the door", "Do not open"), ("ya está afuera", "No abra"), ("the driver is on his way", "Do not open"), ("¿con quién hablo?", "1-877-908-3360"),
    ],
)  # fmt: skip
def test_after_a_scam_a_defended_thief_a_payment_and_a_question_are_answered(
    turns: Turns, then: str, expected: str
) -> None:
    turns.take("web-1", "web", BAIL)
    answer = said(turns.take("web-1", "web", then))
    assert len(answer) == 1
    assert expected in answer[0]


def test_a_defended_thief_is_answered_once(app: Flask, turns: Turns) -> None:
    turns.take("web-1", "web", BAIL)
    turns.take("web-1", "web", "no he's really my grandson")
    turns.take("web-1", "web", "no he's really my grandson")
    assert [kind for kind, subject, _, _ in items(app) if subject == "defends"] == [SCAM]


def test_without_a_scam_nobody_is_told_to_hang_up(turns: Turns) -> None:
    for words in ("he's really my grandson", "i need a ride to the bank", "is that number free"):
        answer = " ".join(said(turns.take("web-1", "web", words)))
        assert "ang up" not in answer
        assert "1-877-908-3360" not in answer
