"""Between the questions an answer is taken for what it is: names, times and numbers in any order, in both languages alike."""

from __future__ import annotations

import pytest

from actions.form import call_times, naming
from actions.heard import Heard
from referrals.usecases import Referrals
from tests.support.referral_talk import Talk, at_step, put_on_shelf


@pytest.fixture
def talk(monkeypatch: pytest.MonkeyPatch) -> Talk:
    put_on_shelf(monkeypatch)
    return Talk()


def at(talk: Talk, step: str, name: str = "Betty Lawson") -> Talk:
    told = {"name": name, "number": "937-555-0142", "time": "morning", "note": "nothing else"}
    return at_step(talk, step, told)


@pytest.mark.parametrize(
    ("english", "spanish", "name"),
    [
        ("Mark is my name", "Mark es mi nombre", "Mark"),
        ("I told you already. Marion", "ya se lo dije. Marion", "Marion"),
        ("like I said its Virginia", "como le dije, Virginia", "Virginia"),
        ("its June Whitaker like I told you", "soy June Whitaker, ya se lo puse", "June Whitaker"),
        ("you already have it above. Geneva", "ya se lo puse arriba. Geneva", "Geneva"),
        ("Marc with a c", "Marc con c", "Marc"),
        ("the name is Jean not June", "el nombre es Jean no June", "Jean"),
        ("Earlene Maki. let it ring I am slow", "Earlene Maki. dejen que suene, soy lenta", "Earlene Maki"),
    ],
)  # fmt: skip
def test_a_name_is_found_beside_what_goes_with_it(
    talk: Talk, english: str, spanish: str, name: str
) -> None:
    for text in (english, spanish):
        other = at(Talk(), "name")
        # As the bot may hear it: an act is a guess, a name is none.
        other.hear(text, "withdraw_consent")
        assert other.memory.referral.get("name") == name, text


@pytest.mark.parametrize(
    "text",
    ["medicare", "rides", "food", "slow", "share", "compartir", "mornings", "en la tarde", "cuesta algo", "is it free", "both", "hay clases",
     "la persona, como le dije", "how much", "comida", "transporte"],
)  # fmt: skip
def test_what_is_said_instead_of_a_name_is_none(talk: Talk, text: str) -> None:
    at(talk, "name").hear(text)
    assert "name" not in talk.memory.referral
    assert talk.memory.pending == "referral_name"


@pytest.mark.parametrize(
    ("english", "spanish"),
    [
        ("Ray Kowalczyk 503-555-0142 mornings", "Ray Kowalczyk 503-555-0142 en las mañanas"),
        ("Ray Kowalczyk, 503 555 0142, after 2", "Ray Kowalczyk, 503 555 0142, despues de las 2"),
        ("this is Ray Kowalczyk (503) 555-0142, mornings", "soy Ray Kowalczyk (503) 555-0142, en la tarde"),
        ("both. and my number is 503-555-0142, Ray Kowalczyk, after 5", "todo. mi numero es 503-555-0142, Ray Kowalczyk, despues de las 5"),
    ],
)  # fmt: skip
def test_one_line_may_hold_name_number_and_time(talk: Talk, english: str, spanish: str) -> None:
    for text in (english, spanish):
        other = at(Talk(), "name")
        assert other.hear(text, "withdraw_consent")[-1] == "utter_referral_note", text
        known = other.memory.referral
        assert (known["name"], known["number"]) == ("Ray Kowalczyk", "503-555-0142")
        assert call_times.names_a_time(Heard(known["time"], "").plain)


@pytest.mark.parametrize(
    ("english", "spanish"),
    [
        ("have somebody call me then. Earl 318 555 0164", "que alguien me llame. Earl 318 555 0164"),
        ("have someone call me, Earl, 318 555 0164", "quiero que me llame una persona, soy Earl 318 555 0164"),
    ],
)  # fmt: skip
def test_what_comes_with_the_wish_for_a_person_is_not_asked(
    talk: Talk, english: str, spanish: str
) -> None:
    for text in (english, spanish):
        assert Talk().hear(text, "person") == ["utter_referral_begin", "utter_referral_time"], text


@pytest.mark.parametrize(
    ("english", "spanish", "says"),
    [
        ("Carmen Villalobos but will they charge me for it?", "Carmen Villalobos pero digame, me van a cobrar por eso?", "utter_referral_cost"),
        ("Carmen Villalobos, 915 555 0133, and what time do they call?", "Carmen Villalobos, 915 555 0133, pero a que hora llaman?", "utter_call_time_unknown"),
        ("Carmen Villalobos, who sees this?", "Carmen Villalobos, quien ve esto?", "utter_referral_who"),
    ],
)  # fmt: skip
def test_a_question_beside_the_answer_is_answered_and_the_answer_kept(
    talk: Talk, english: str, spanish: str, says: str
) -> None:
    for text in (english, spanish):
        other = at(Talk(), "name")
        assert other.hear(text, "ask_detail")[0] == says, text
        assert other.memory.referral["name"] == "Carmen Villalobos"
        if "915" in text:
            assert other.memory.referral["number"] == "915-555-0133"


@pytest.mark.parametrize(
    ("said", "time"),
    [
        ("en la mañana no porque duermo, despues de las 2", "despues de las 2, no en la mañana"),
        ("not mornings because I sleep, after 2", "after 2, not mornings"),
        ("afternoon. and I havent lost any money so quit with the bank business", "afternoon"),
        ("en la tarde. y no he perdido dinero, ya dejen eso del banco", "en la tarde"),
        ("afternoon. no wait, I got the VA tuesday afternoons. make it mornings", "mornings, not tuesday afternoons"),
        ("en la tarde. no, espere, mejor en la mañana", "en la mañana"),
        ("after 6 my aunt goes down around then", "after 6"),
        ("cuando sea menos el lunes", "cuando sea menos el lunes"), ("whenever but not monday", "whenever except monday"),
        ("a las 2 de la tarde", "a las 2 de la tarde"), ("at 2 in the afternoon", "at 2 in the afternoon"),
        ("any", "any"), ("cualquiera", "cualquiera"),
        ("when my aide is here", "when my aide is here"), ("cuando llegue mi hija", "cuando llegue mi hija"),
    ],
)  # fmt: skip
def test_only_the_time_of_an_answer_is_kept(talk: Talk, said: str, time: str) -> None:
    at(talk, "time").hear(said, "choose")
    assert talk.memory.referral["time"] == time


@pytest.mark.parametrize("text", ["share", "compartir", "Betty Lawson", "my sister is deaf", "before I agree", "antes de aceptar"])  # fmt: skip
def test_what_is_no_time_is_asked_about_once(talk: Talk, text: str) -> None:
    at(talk, "time").hear(text, "affirm")
    assert "time" not in talk.memory.referral
    assert talk.memory.pending == "referral_time"


@pytest.mark.parametrize("step", ["name", "number"])
@pytest.mark.parametrize("text", ["after 2 please", "en la tarde, por favor"])
def test_a_time_told_too_early_is_kept(talk: Talk, step: str, text: str) -> None:
    assert at(talk, step).hear(text)[0] == "utter_referral_time_changed"
    assert talk.memory.pending == f"referral_{step}"
    assert talk.memory.referral["time"]


@pytest.mark.parametrize(
    ("text", "current", "name"),
    [
        ("el nombre esta mal, es Elva con v", "Rosa Elba Martinez", "Rosa Elva Martinez"), ("the name is wrong, it's Elva with a v", "Rosa Elba Martinez", "Rosa Elva Martinez"),
        ("mi nombre es Elva Martinez, asi nada mas", "Rosa", "Elva Martinez"), ("my name is Elva Martinez, just that", "Rosa", "Elva Martinez"),
        ("no the name is Marc with a c", "Mark", "Marc"), ("no el nombre es Marco sin s", "Marcos", "Marco"),
        ("put my name down as Marcus", "Mark", "Marcus"), ("ponga mi nombre como Marcelo", "Marcos", "Marcelo"),
        ("that's not my name, it's Luz", "Ana", "Luz"), ("ese no es mi nombre, es Luz", "Ana", "Luz"),
        ("it says Alabama and that's not my name", "Ofelia", None), ("ay no, dice Alabama y no esta mi nombre", "Ofelia", None),
    ],
)  # fmt: skip
def test_a_correction_changes_the_name_and_nothing_else(
    text: str, current: str, name: str | None
) -> None:
    assert naming.changes_name(text, current) == (True, name)


@pytest.mark.parametrize("text", ["what name do you use?", "my brother calls me back", "mi hermana se llama Ana", "que nombre usa?"])  # fmt: skip
def test_what_corrects_no_name(text: str) -> None:
    assert naming.changes_name(text, "Rosa") == (False, None)


def test_a_name_told_again_is_no_note(talk: Talk) -> None:
    for text in ("I told you, Betty Lawson", "ya se lo dije, Betty Lawson"):
        said = at(Talk(), "consent").hear(text, "correct")
        assert len(said) == 1, text
        assert said[0].startswith("This is about")


@pytest.mark.parametrize(
    "text",
    [
        "wrong town",
        "la ciudad esta mal",
        "that's the wrong town",
        "esa es otra ciudad, el lugar esta mal",
    ],
)
def test_a_wrong_town_is_asked_for_and_shares_nothing(
    desk: Referrals, talk: Talk, text: str
) -> None:
    assert at(talk, "consent").hear(text, "change_place")[0] == "utter_ask_place"
    assert talk.memory.pending == "referral_consent"
    assert desk.latest("sms-1") is None


@pytest.mark.parametrize(
    ("english", "spanish"),
    [
        ("my brother's number is 305 555 0120", "el numero de mi hermano es 305 555 0120"),
        ("my brother has another number 305 555 0120", "mi hermano tiene otro numero 305 555 0120"),
        ("305 555 0120 if I don't answer", "305 555 0120 si no contesto"),
    ],
)  # fmt: skip
def test_a_number_beside_ones_own_is_a_note(talk: Talk, english: str, spanish: str) -> None:
    for text in (english, spanish):
        other = at(Talk(), "consent")
        assert other.hear(text, "wrong_number")[0] == "utter_referral_noted", text
        assert other.memory.referral["number"] == "937-555-0142"
        assert "305 555 0120" in other.memory.referral["extras"][0]
