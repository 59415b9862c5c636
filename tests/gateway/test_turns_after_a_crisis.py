"""Told again, refused, denied, gone on with unseen; and what is said when somebody is being cheated."""

from __future__ import annotations

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from gateway.app import create_app
from gateway.turn import Turns
from referrals.storage.tables import DeskItemRow
from tests.conftest import make_settings
from tests.support.bot import ScriptedDialogue
from tests.support.turns import said

HIT = "my son is hitting me right now"


def crises(app: Flask) -> int:
    with Session(app.extensions["porchlight"].referrals.engine) as session:
        return len(session.scalars(select(DeskItemRow).where(DeskItemRow.kind == "crisis")).all())


@pytest.mark.parametrize(
    ("first", "then", "number"),
    [
        ("his face is drooping and he is talking funny", "no ambulance, they cost too much", "911"),
        ("his face is drooping and he is talking funny", "he'll be fine, he is going to sleep it off", "911"),
        ("mi mama no puede respirar", "no quiero ambulancia, cobran mucho", "911"),
        ("i smell gas in the kitchen", "i don't want to bother anybody", "911"),
        ("i want to die", "no i'm not going to do anything", "988"),
        ("ya no quiero vivir", "no voy a hacer nada, solo estoy triste", "988"),
    ],
)  # fmt: skip
def test_a_crisis_holds_gently_when_help_is_refused(
    turns: Turns, first: str, then: str, number: str
) -> None:
    before = said(turns.take("web-1", "web", first))
    held = turns.take("web-1", "web", then)
    assert len(held.messages) == 1
    assert number in said(held)[0]
    assert said(held)[0] not in before
    assert held.understood["crisis"] is not None


def test_help_that_is_refused_again_is_not_pushed_a_third_time(
    turns: Turns, dialogue: ScriptedDialogue
) -> None:
    turns.take("web-10", "web", "his face is drooping and he is talking funny")
    turns.take("web-10", "web", "no ambulance, they cost too much")
    later = turns.take("web-10", "web", "i'm fine, does the third one cost anything")
    assert later.understood["crisis"] is None
    assert not any("911" in text for text in said(later))
    assert dialogue.heard[-1][2].get("fixed") is None, "the bot answers"


def test_who_refuses_988_again_keeps_the_number_and_is_answered(
    turns: Turns, dialogue: ScriptedDialogue
) -> None:
    turns.take("web-11", "web", "i want to die")
    turns.take("web-11", "web", "no i'm not going to do anything")
    later = said(turns.take("web-11", "web", "i'm fine, what about the meals"))
    assert "988" in later[0]
    assert dialogue.heard[-1][2].get("fixed") is None, "the bot answers too"


def test_a_refusal_alone_is_no_crisis(turns: Turns, dialogue: ScriptedDialogue) -> None:
    answer = turns.take("web-2", "web", "they cost too much, i'm fine")
    assert answer.understood["crisis"] is None
    assert dialogue.heard[-1][2].get("fixed") is None


def test_a_refusal_with_a_plan_is_heard_as_the_danger_it_is(turns: Turns) -> None:
    turns.take("web-3", "web", "i want to die")
    answer = turns.take(
        "web-3", "web", "i don't want anyone, i have the pills and i want to die tonight"
    )
    assert "988" in said(answer)[0]
    assert "What can I help" not in said(answer)[0]


def test_what_is_told_again_is_not_answered_with_the_same_block(app: Flask, turns: Turns) -> None:
    first = said(turns.take("web-4", "web", "i want to die"))
    again = said(turns.take("web-4", "web", "i just want to be dead"))
    assert len(again) == 1
    assert "988" in again[0]
    assert again[0] not in first
    assert crises(app) == 1, "the desk has it already"


def test_another_danger_gets_its_own_texts(turns: Turns) -> None:
    turns.take("web-5", "web", "i want to die")
    other = said(turns.take("web-5", "web", "i smell gas in the kitchen"))
    assert other[0].startswith("Everyone out now")


@pytest.mark.parametrize("channel", ["web", "sms"])
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("RECIPE", "Recipe club"), ("receta", "Club de cocina"), ("Bread", "1-800-799-7233"), ("pan", "1-800-799-7233"),
        ("soup", "1-800-799-7233"), ("SOPA", "1-800-799-7233"), ("pie", "We will not call you"), ("flan", "Nosotros no llamamos"),
    ],
)  # fmt: skip
def test_after_abuse_a_hidden_word_goes_on_unseen(
    turns: Turns, dialogue: ScriptedDialogue, channel: str, words: str, expected: str
) -> None:
    conversation = f"{channel}-6"
    turns.take(conversation, channel, HIT)
    heard = len(dialogue.heard)
    answer = turns.take(conversation, channel, words)
    assert len(answer.messages) == 1
    assert expected in said(answer)[0]
    for telling in ("abuse", "danger", "hotline", "violence", "maltrato", "peligro", "Porchlight"):
        assert telling not in said(answer)[0]
    assert len(dialogue.heard) == heard, "to the bot, bread is food"
    assert answer.understood["crisis"] is None


def test_the_crisis_text_names_every_hidden_word(turns: Turns) -> None:
    english = " ".join(said(turns.take("web-7", "web", HIT)))
    spanish = " ".join(said(turns.take("web-8", "web", "mi hijo me pega y tengo miedo")))
    assert all(word in english for word in ("RECIPE", "BREAD", "SOUP", "PIE"))
    assert all(word in spanish for word in ("RECETA", "PAN", "SOPA", "FLAN"))


def test_bread_is_food_where_nobody_told_of_abuse(turns: Turns, dialogue: ScriptedDialogue) -> None:
    turns.take("web-9", "web", "bread")
    assert dialogue.heard[-1][1] == "bread"


def test_pie_asks_the_desk_to_report_and_never_to_call(app: Flask, turns: Turns) -> None:
    turns.take("sms-10", "sms", HIT)
    turns.take("sms-10", "sms", "pie")
    referrals = app.extensions["porchlight"].referrals
    with Session(referrals.engine) as session:
        rows = session.scalars(select(DeskItemRow).where(DeskItemRow.subject == "unseen")).all()
        details = [referrals.vault.unlock(row.detail_cipher) for row in rows]
    assert len(details) == 1
    assert "never write or call" in details[0]
    assert rows[0].urgent


@pytest.mark.parametrize("channel", ["web", "sms"])
def test_with_the_bot_down_everything_after_a_crisis_still_works(tmp_path, channel: str) -> None:  # type: ignore[no-untyped-def]
    app = create_app(make_settings(tmp_path), ScriptedDialogue(down=True), None)  # type: ignore[arg-type]
    turns: Turns = app.extensions["porchlight"].turns
    assert said(turns.take(f"{channel}-1", channel, HIT))
    assert "Recipe club" in said(turns.take(f"{channel}-1", channel, "recipe"))[0]
    scam = said(
        turns.take(f"{channel}-2", channel, "the irs told me to buy gift cards or go to jail")
    )
    assert scam[0].startswith("Do not pay.")


def test_a_scam_is_stopped_first_and_then_come_the_fraud_lines(
    turns: Turns, dialogue: ScriptedDialogue
) -> None:
    words = "a man says my grandson is in jail and i must send bail money, dont tell his mother"
    answer = turns.take("web-11", "web", words)
    assert said(answer)[0].startswith("Do not pay.")
    assert "1-877-908-3360" in said(answer)[1]
    assert answer.understood["crisis"] is None
    assert dialogue.heard[-1][2]["fixed"] is True
    assert len(answer.messages) == 2, "the bot's own words would bury it"


def test_a_scam_told_again_as_a_note_is_a_word_before_the_bots_answer(
    turns: Turns, dialogue: ScriptedDialogue
) -> None:
    turns.take("web-13", "web", "my dad paid a man who called with gift cards, he got scammed")
    note = "its my dad gene who got scammed not me. he never picks up so call me"
    answer = turns.take("web-13", "web", note)
    assert dialogue.heard[-1][1] == note
    assert dialogue.heard[-1][2].get("fixed") is None, "the bot goes on where it was"
    assert len(answer.messages) == 2


def test_a_number_given_to_a_thief_is_cut_out_and_said_so(turns: Turns) -> None:
    answer = turns.take("web-12", "web", "i gave the man on the phone my social, 123-45-6789")
    texts = said(answer)
    assert any("Call your bank now" in text for text in texts)
    assert len(texts) == 3


def test_who_is_better_and_asks_for_what_was_shown_gets_both(turns: Turns) -> None:
    turns.take("web-1", "web", "ya no quiero vivir")
    then = "no, ya estoy mejor, hablé con mi hija. deme lo de la despensa otra vez"
    answer = turns.take("web-1", "web", then)
    assert "988" in said(answer)[0]
    assert len(answer.messages) > 1
    assert answer.understood["crisis"] == "suicide"


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("my furnace quit and it is 20 below", "whats it cost to fix one"),
        ("i smell gas in the kitchen", "how expensive is a new stove"),
        ("his face is drooping and he is talking funny", "and what do the meals cost"),
        ("huele a gas en mi cocina", "cuanto cuesta arreglar la estufa"),
    ],
)
def test_the_price_of_a_thing_is_no_refusal_of_help(
    turns: Turns, dialogue: ScriptedDialogue, first: str, then: str
) -> None:
    assert turns.take("web-1", "web", first).understood["crisis"] is not None
    said(turns.take("web-1", "web", then))
    assert dialogue.heard[-1][2].get("fixed") is None, "the bot answers"


@pytest.mark.parametrize("then", ["how much does the ambulance cost to come", "it costs too much", "cuánto cuesta la ambulancia"])  # fmt: skip
def test_the_price_of_help_is_answered_with_the_call_that_is_free(turns: Turns, then: str) -> None:
    turns.take("web-1", "web", "i smell gas in the kitchen")
    answer = said(turns.take("web-1", "web", then))
    assert "911" in answer[0]
    assert "free" in answer[0] or "gratis" in answer[0]
